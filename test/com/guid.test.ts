import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  ComError,
  E_INVALIDARG,
  GUID_NULL,
  guid,
  guidFromBytes,
  guidToBytes,
  IUnknown,
  newGuid,
} from '../../src/com/index.js';

const printed = '0DF2C7E2-3435-11D0-81D0-00C04FD85AB4';
const laidOut = Uint8Array.from([
  0xe2, 0xc7, 0xf2, 0x0d, 0x35, 0x34, 0xd0, 0x11, 0x81, 0xd0, 0, 0xc0, 0x4f, 0xd8, 0x5a, 0xb4,
]);
const sixteen = fc.uint8Array({ minLength: 16, maxLength: 16 });

describe('guid', () => {
  test.each([printed, printed.toLowerCase(), `{${printed}}`, `{${printed.toLowerCase()}}`])('reads %s', (text) => {
    expect(guid(text)).toBe(`{${printed}}`);
  });

  test.each([
    '',
    printed.slice(1),
    `${printed}0`,
    printed.replaceAll('-', ''),
    printed.replace('0', 'G'),
    ` ${printed}`,
    `${printed}\n`,
    `(${printed})`,
    '0DF2C7E2-34-3511-D081-D000C04FD85AB4',
  ])('refuses %j with E_INVALIDARG', (text) => {
    expect(() => guid(text)).toThrow(ComError);
    expect(() => guid(text)).toThrow(/^E_INVALIDARG: not a GUID/);
  });

  test.each([`{${printed}`, `${printed}}`])('refuses the single brace of %s', (text) => {
    expect(() => guid(text)).toThrow('not a GUID');
  });

  test('refuses what is no text', () => {
    for (const value of [null, undefined, 7, {}]) expect(() => guid(value as unknown as string)).toThrow('not a GUID');
  });

  test('quotes no more of a long text than helps', () => {
    expect(() => guid('x'.repeat(100_000))).toThrow(/^.{50,120}$/);
  });

  test('any text is a GUID in normal form or refused, and the normal form is stable', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.uuid(),
          fc.uuid().map((u) => `{${u}}`),
        ),
        (text) => {
          let value: string;
          try {
            value = guid(text);
          } catch (error) {
            expect((error as ComError).hr).toBe(E_INVALIDARG);
            return;
          }
          expect(value).toMatch(/^\{[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}\}$/);
          expect(guid(value)).toBe(value);
        },
      ),
    );
  });
});

describe('the bytes of a GUID', () => {
  test('have the first three fields little-endian and the rest as printed', () => {
    expect(guidToBytes(guid(printed))).toEqual(laidOut);
    expect(guidFromBytes(laidOut)).toBe(`{${printed}}`);
  });

  test('go there and back unchanged', () => {
    fc.assert(
      fc.property(sixteen, (bytes) => {
        expect(guidToBytes(guidFromBytes(bytes))).toEqual(bytes);
      }),
    );
  });

  test('are sixteen: fewer are E_INVALIDARG, more are left alone', () => {
    expect(() => guidFromBytes(laidOut.subarray(1))).toThrow('E_INVALIDARG: a GUID has 16 bytes, not 15');
    expect(guidFromBytes(Uint8Array.from([...laidOut, 1, 2]))).toBe(`{${printed}}`);
  });

  test('are all zero for GUID_NULL', () => {
    expect(guidToBytes(GUID_NULL)).toEqual(new Uint8Array(16));
  });
});

describe('newGuid', () => {
  test('makes version 4 GUIDs (RFC 4122), another one each time', () => {
    const many = Array.from({ length: 100 }, newGuid);
    for (const one of many)
      expect(one).toMatch(/^\{[0-9A-F]{8}-[0-9A-F]{4}-4[0-9A-F]{3}-[89AB][0-9A-F]{3}-[0-9A-F]{12}\}$/);
    expect(new Set(many).size).toBe(100);
  });
});

test('the IID of IUnknown is the documented one', () => {
  expect(IUnknown.guid).toBe('{00000000-0000-0000-C000-000000000046}');
});
