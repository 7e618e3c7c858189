import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ComError } from '../../../src/com/index.js';
import { ascend, categorized, ge, MAPI_E_UNABLE_TO_COMPLETE } from '../../../src/mapi/index.js';
import { readCollapseState, writeCollapseState } from '../../../src/subsystem/tables/collapsestate.js';
import { NUMBER } from './fixtures.js';

const settings = { order: categorized(1, 0, ascend(NUMBER)), restriction: ge(NUMBER, 1), instances: [] };
const key = fc.uint8Array({ minLength: 1, maxLength: 20 });

describe('a collapse state', () => {
  test('comes back as it was written', () => {
    fc.assert(
      fc.property(key, fc.array(fc.tuple(key, fc.boolean())), (row, turned) => {
        expect(readCollapseState(writeCollapseState({ row, turned }, settings), settings)).toEqual({ row, turned });
      }),
    );
  });

  test('is refused, or names another row, when a byte of it is not what it was', () => {
    const bytes = writeCollapseState({ row: new Uint8Array([1]), turned: [] }, settings);
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const damaged = bytes.with(at, (bytes[at] as number) ^ change);
        try {
          // A digit of a key may become another one: that is a state, of a row which the table won't find.
          expect(readCollapseState(damaged, settings).turned).toEqual([]);
        } catch (error) {
          expect((error as ComError).hr).toBe(MAPI_E_UNABLE_TO_COMPLETE);
        }
      }),
    );
  });

  test('bytes of any other kind are MAPI_E_UNABLE_TO_COMPLETE', () => {
    const bytes = fc.oneof(
      fc.uint8Array(),
      fc.json().map((text) => new TextEncoder().encode(text)),
    );
    fc.assert(
      fc.property(bytes, (of) => {
        expect(() => readCollapseState(of, settings)).toThrow(ComError);
      }),
    );
  });
});
