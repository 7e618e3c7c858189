import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { setLog } from '../../../src/base/index.js';
import { assertLedgerEmpty, com, type LedgerTotals, ledgerTotals, ok, S_OK } from '../../../src/com/index.js';
import {
  type IMAPIAdviseSink as AdviseSink,
  fnevTableModified,
  IMAPIAdviseSink,
  type IMAPITable,
  type NOTIFICATION,
  TABLE_CHANGED,
  type TABLE_NOTIFICATION,
  TABLE_ROW_ADDED,
} from '../../../src/mapi/index.js';
import { Sinks } from '../../../src/subsystem/tables/sinks.js';
import { keyOf, keyText, memory, open, rowOf } from './fixtures.js';

/** A sink that answers when it is let. */
class Slow {
  readonly calls: string[][] = [];
  running = 0;
  most = 0;
  #enter: (() => void)[] = [];
  #leave: (() => void)[] = [];

  OnNotify(events: readonly NOTIFICATION[]): number {
    this.calls.push(events.map(({ info }) => keyText((info as TABLE_NOTIFICATION).propIndex[1] as Uint8Array)));
    this.most = Math.max(this.most, ++this.running);
    for (const entered of this.#enter.splice(0)) entered();
    const answer = new Promise<number>((resolve) =>
      this.#leave.push(() => {
        this.running--;
        resolve(0);
      }),
    );
    // What JavaScript lets anybody write: an async OnNotify.
    return answer as unknown as number;
  }

  /** Answers when the sink has been called next. */
  called(): Promise<void> {
    return new Promise((resolve) => this.#enter.push(resolve));
  }

  /** Lets the call that is under way answer. */
  letGo(): void {
    this.#leave.shift()?.();
  }
}

async function listen(table: IMAPITable, sink: Pick<AdviseSink, 'OnNotify'>): Promise<number> {
  using pointer = com(sink, IMAPIAdviseSink);
  return ok(table.Advise(fnevTableModified, pointer));
}

describe('the sinks of a table', () => {
  let before: LedgerTotals;
  let logged: string[];
  beforeEach(() => {
    before = ledgerTotals();
    logged = [];
    setLog({ error: (message) => void logged.push(message), warn: (message) => void logged.push(message) });
  });
  afterEach(() => {
    setLog(null);
    assertLedgerEmpty(before);
  });

  test('one that takes its time is not called again before it has answered; others do not wait for it', async () => {
    const rows = memory([]);
    using table = open(rows);
    const [slow, quick] = [new Slow(), new Slow()];
    await listen(table, slow);
    await listen(table, quick);
    const put = async (key: string): Promise<void> => {
      const heard = quick.called();
      rows.put([rowOf({ key })]);
      await heard;
      quick.letGo();
    };
    for (const key of ['a', 'b', 'c']) await put(key);
    expect([slow.calls, quick.calls]).toEqual([[['a']], [['a'], ['b'], ['c']]]);
    const again = slow.called();
    slow.letGo();
    await again;
    expect([slow.calls, slow.most]).toEqual([[['a'], ['b', 'c']], 1]);
    slow.letGo();
  });

  test.each([
    [
      'throws',
      () => {
        throw new Error('the sink is broken');
      },
    ],
    ['rejects', () => Promise.reject(new Error('the sink is broken')) as unknown as number],
  ])('one that %s is logged and stays; the others hear all the same', async (_, OnNotify) => {
    const rows = memory([]);
    using table = open(rows);
    const other = new Slow();
    await listen(table, { OnNotify });
    await listen(table, other);
    for (const key of ['a', 'b']) {
      const heard = other.called();
      rows.put([rowOf({ key })]);
      await heard;
      other.letGo();
    }
    expect(other.calls).toEqual([['a'], ['b']]);
    await expect.poll(() => logged).toEqual(['IMAPIAdviseSink::OnNotify threw', 'IMAPIAdviseSink::OnNotify threw']);
  });

  test('Advise takes a reference of its own, Unadvise gives it back during the call', async () => {
    using table = open(memory([]));
    const held = ledgerTotals().objects;
    const connection = await listen(table, new Slow());
    expect(ledgerTotals().objects).toBe(held + 1);
    expect(await table.Unadvise(connection)).toBe(S_OK);
    expect(ledgerTotals().objects).toBe(held);
  });

  test('but after an OnNotify that is running, and nothing that was waiting comes after it', async () => {
    const rows = memory([]);
    using table = open(rows);
    const held = ledgerTotals().objects;
    const slow = new Slow();
    const connection = await listen(table, slow);
    const heard = slow.called();
    rows.put([rowOf({ key: 'a' })]);
    await heard;
    rows.put([rowOf({ key: 'b' })]);
    await ok(table.GetRowCount());
    expect(await table.Unadvise(connection)).toBe(S_OK);
    expect(ledgerTotals().objects).toBe(held + 1);
    slow.letGo();
    await expect.poll(() => ledgerTotals().objects).toBe(held);
    expect(slow.calls).toEqual([['a']]);
  });

  test('the end of the table releases them', async () => {
    const table = open(memory([]));
    await listen(table, new Slow());
    table.Release();
    assertLedgerEmpty(before);
  });

  test('one that does not keep up is told TABLE_CHANGED in place of what it has lost', async () => {
    const sinks = new Sinks();
    const heard: number[] = [];
    let ended: () => void = () => undefined;
    const end = new Promise<void>((resolve) => (ended = resolve));
    const OnNotify = (events: readonly NOTIFICATION[]): number => {
      heard.push(...events.map(({ info }) => (info as TABLE_NOTIFICATION).ulTableEvent));
      if (heard.at(-1) === TABLE_CHANGED) ended();
      return 0;
    };
    using pointer = com({ OnNotify }, IMAPIAdviseSink);
    sinks.begin(sinks.add(fnevTableModified, pointer));
    const added = { kind: 'added', key: keyOf('k'), prior: null, row: null } as const;
    sinks.rows(Array.from({ length: 10_002 }, () => added));
    await end;
    expect(heard.length).toBe(10_001);
    expect(heard.filter((event) => event === TABLE_ROW_ADDED)).toHaveLength(10_000);
    expect(logged).toHaveLength(1);
    sinks.clear();
  });
});
