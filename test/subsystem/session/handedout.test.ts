import { describe, expect, test } from 'vitest';
import { com, type Impl } from '../../../src/com/index.js';
import { IMAPIProgress, MAPI_E_INVALID_OBJECT } from '../../../src/mapi/index.js';
import { HandedOut } from '../../../src/subsystem/session/handedout.js';
import { SilentProgress } from '../../../src/subsystem/support/silentprogress.js';
import { useLedger } from '../../support/ledger.js';

describe('What a session has handed out', () => {
  useLedger();

  test('ends with it, once each; what was released before is nobody’s any more', () => {
    const over: string[] = [];
    class Noting extends SilentProgress {
      readonly #name: string;
      constructor(name: string) {
        super();
        this.#name = name;
      }
      finalRelease(): void {
        over.push(this.#name);
      }
    }
    const handedOut = new HandedOut();
    const make = (name: string) => handedOut.keep(com(new Noting(name) as Impl<IMAPIProgress>, IMAPIProgress));
    using first = make('first');
    // So many that those who were released are looked for in between.
    for (let each = 0; each < 200; each++) make('released').Release();
    expect(over.splice(0)).toEqual(new Array(200).fill('released'));
    using last = make('last');
    expect([first.GetMin(), last.GetMin()]).toEqual([
      [0, 1],
      [0, 1],
    ]);
    for (const _ of [1, 2]) handedOut.end();
    expect(over).toEqual(['first', 'last']);
    for (const one of [first, last]) {
      expect(one.GetMin()[0]).toBe(MAPI_E_INVALID_OBJECT);
      expect([one.AddRef(), one.Release()]).toEqual([2, 1]);
    }
  });
});
