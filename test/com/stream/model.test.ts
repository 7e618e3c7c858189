import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type HResult,
  type IStream,
  LOCK_EXCLUSIVE,
  LOCK_ONLYONCE,
  LOCK_WRITE,
  ok,
  S_FALSE,
  S_OK,
  STG_E_INVALIDFUNCTION,
  STG_E_LOCKVIOLATION,
  syncStreamOf,
} from '../../../src/com/index.js';
import { useLedger } from '../../support/ledger.js';
import { kinds, useFolder } from './kinds.js';

useLedger();
useFolder();

interface ModelLock {
  readonly owner: ModelStream;
  readonly offset: number;
  readonly length: number;
  readonly type: number;
}

const meet = (l: ModelLock, from: number, to: number): boolean =>
  Array.from({ length: l.length }, (_, i) => l.offset + i).some((byte) => byte >= from && byte < to);

/** The plainest thing that behaves like a stream: an array of numbers, written without a look at the real ones. */
class ModelBytes {
  cells: number[] = [];
  locks: ModelLock[] = [];

  blocked(by: ModelStream, from: number, to: number, types: readonly number[]): boolean {
    return this.locks.some((l) => l.owner !== by && types.includes(l.type) && meet(l, from, to));
  }
}

class ModelStream {
  readonly shared: ModelBytes;
  at = 0;

  constructor(shared: ModelBytes) {
    this.shared = shared;
  }

  read(cb: number): [HResult, number[] | null] {
    const got = this.shared.cells.slice(this.at, this.at + cb);
    if (this.shared.blocked(this, this.at, this.at + got.length, [LOCK_EXCLUSIVE])) return [STG_E_LOCKVIOLATION, null];
    this.at += got.length;
    return [got.length < cb ? S_FALSE : S_OK, got];
  }

  write(what: readonly number[]): [HResult, number | null] {
    if (what.length === 0) return [S_OK, 0];
    const from = Math.min(this.at, this.shared.cells.length);
    if (this.shared.blocked(this, from, this.at + what.length, [LOCK_EXCLUSIVE, LOCK_WRITE]))
      return [STG_E_LOCKVIOLATION, null];
    while (this.shared.cells.length < this.at) this.shared.cells.push(0);
    for (const cell of what) this.shared.cells[this.at++] = cell;
    return [S_OK, what.length];
  }

  seek(move: number, origin: number): [HResult, bigint | null] {
    const to = move + ([0, this.at, this.shared.cells.length][origin] ?? Number.NaN);
    if (!(to >= 0)) return [STG_E_INVALIDFUNCTION, null];
    this.at = to;
    return [S_OK, BigInt(to)];
  }

  setSize(size: number): HResult {
    const [from, to] = [size, this.shared.cells.length].sort((a, b) => a - b) as [number, number];
    if (this.shared.blocked(this, from, to, [LOCK_EXCLUSIVE, LOCK_WRITE])) return STG_E_LOCKVIOLATION;
    this.shared.cells.length = Math.min(size, this.shared.cells.length);
    while (this.shared.cells.length < size) this.shared.cells.push(0);
    return S_OK;
  }

  lock(offset: number, length: number, type: number): HResult {
    const clash = this.shared.locks.some(
      (l) => (l.type === LOCK_ONLYONCE) === (type === LOCK_ONLYONCE) && meet(l, offset, offset + length),
    );
    if (clash) return STG_E_LOCKVIOLATION;
    this.shared.locks.push({ owner: this, offset, length, type });
    return S_OK;
  }

  unlock(offset: number, length: number, type: number): HResult {
    const mine = this.shared.locks.find(
      (l) => l.owner === this && l.offset === offset && l.length === length && l.type === type,
    );
    if (!mine) return STG_E_LOCKVIOLATION;
    this.shared.locks.splice(this.shared.locks.indexOf(mine), 1);
    return S_OK;
  }

  end(): void {
    this.shared.locks = this.shared.locks.filter((l) => l.owner !== this);
  }
}

// Small numbers so that things meet, and larger ones so that blocks are outgrown and given back.
const small = fc.oneof({ weight: 3, arbitrary: fc.nat(40) }, { weight: 1, arbitrary: fc.nat(3000) });
const which = fc.nat(3);
const sort = fc.constantFrom(LOCK_WRITE, LOCK_EXCLUSIVE, LOCK_ONLYONCE);
const command = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('read' as const), which, cb: small }) },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('write' as const), which, pv: fc.uint8Array({ maxLength: 30 }) }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('seek' as const),
      which,
      move: fc.oneof(fc.integer({ min: -50, max: 50 }), fc.integer({ min: -3000, max: 3000 })),
      origin: fc.nat(3),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('setSize' as const), which, size: small }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('clone' as const), which }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('release' as const), which }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('lock' as const), which, offset: small, length: small, sort }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('unlock' as const), which, lock: fc.nat(2) }) },
);
type Command = typeof command extends fc.Arbitrary<infer C> ? C : never;

/** One stream of each side; a run has several over the same bytes. */
interface Pair {
  readonly real: IStream;
  readonly model: ModelStream;
}

async function step(pairs: Pair[], shared: ModelBytes, c: Command, sync: boolean): Promise<void> {
  const pair = pairs[c.which % pairs.length];
  if (!pair) return;
  const { real, model } = pair;
  const core = syncStreamOf(real);
  switch (c.do) {
    case 'read': {
      const [hr, got] = await real.Read(c.cb);
      expect([hr, got && [...got]]).toEqual(model.read(c.cb));
      break;
    }
    case 'write':
      // Now and then by the synchronous core, for both doors must lead to the same place.
      if (sync && core && !shared.blocked(model, 0, 1e9, [LOCK_EXCLUSIVE, LOCK_WRITE]))
        expect([S_OK, core.writeSync(c.pv)]).toEqual(model.write([...c.pv]));
      else expect(await real.Write(c.pv)).toEqual(model.write([...c.pv]));
      break;
    case 'seek':
      expect(await real.Seek(c.move, c.origin)).toEqual(model.seek(c.move, c.origin));
      break;
    case 'setSize':
      expect(await real.SetSize(c.size)).toBe(model.setSize(c.size));
      break;
    case 'clone': {
      const twin = new ModelStream(shared);
      twin.at = model.at;
      pairs.push({ real: await ok(real.Clone()), model: twin });
      break;
    }
    case 'release':
      if (pairs.length === 1) break;
      pairs.splice(pairs.indexOf(pair), 1);
      real.Release();
      model.end();
      break;
    case 'lock':
      expect(await real.LockRegion(c.offset, c.length, c.sort)).toBe(model.lock(c.offset, c.length, c.sort));
      break;
    case 'unlock': {
      const { offset, length, type } = shared.locks[c.lock] ?? { offset: 1, length: 1, type: LOCK_WRITE };
      expect(await real.UnlockRegion(offset, length, type)).toBe(model.unlock(offset, length, type));
      break;
    }
  }
  expect(core === null || syncStreamOf(real) === null || core.sizeSync() === shared.cells.length).toBe(true);
}

test.each(kinds)('any sequence of calls on a stream %s does what an array would', async (_kind, make) => {
  await fc.assert(
    fc.asyncProperty(fc.array(command, { maxLength: 80, size: 'max' }), fc.boolean(), async (commands, sync) => {
      const shared = new ModelBytes();
      const pairs: Pair[] = [{ real: make(), model: new ModelStream(shared) }];
      try {
        for (const c of commands) await step(pairs, shared, c, sync);
        const last = pairs[0];
        for (const { model, real } of pairs.slice(1)) {
          real.Release();
          model.end();
        }
        pairs.length = 1;
        expect(await last?.real.Seek(0, 0)).toEqual(last?.model.seek(0, 0));
        const [, all] = (await last?.real.Read(1_000_000)) ?? [];
        expect([...(all ?? [])]).toEqual(shared.cells);
      } finally {
        for (const { real } of pairs) real.Release();
      }
    }),
    { numRuns: 60 },
  );
});
