import { describe, expect, test } from 'vitest';
import { snapshotOf } from '../../../src/client/mail/snapshot.js';
import { com, ok } from '../../../src/com/index.js';
import {
  ascend,
  IMAPITable,
  PR_ENTRYID,
  PR_INSTANCE_KEY,
  PR_SUBJECT_W,
  prop,
  sortBy,
  TBLTYPE_DYNAMIC,
} from '../../../src/mapi/index.js';
import { MemoryRows, Table } from '../../../src/subsystem/index.js';
import { useLedger } from '../../support/ledger.js';

useLedger();

/** A live table of so many rows, named by numbers, in the order of their names. */
class Live {
  readonly rows = new MemoryRows({
    index: PR_INSTANCE_KEY,
    columns: [PR_ENTRYID, PR_SUBJECT_W],
    tableType: TBLTYPE_DYNAMIC,
  });

  constructor(count: number) {
    for (let at = 1; at <= count; at++) this.put(at);
  }

  put(number: number, name = text(number)): void {
    const key = new Uint8Array([number >> 8, number & 255]);
    this.rows.put([[prop(PR_INSTANCE_KEY, key), prop(PR_ENTRYID, key), prop(PR_SUBJECT_W, name)]]);
  }

  remove(number: number): void {
    this.rows.remove([[prop(PR_INSTANCE_KEY, new Uint8Array([number >> 8, number & 255]))]]);
  }

  /** Reads the table, and does something to it after each row. */
  async read(after: (row: number) => void = () => undefined, limit?: number): Promise<number[]> {
    using table = com(new Table(this.rows), IMAPITable);
    await ok(table.SortTable(sortBy(ascend(PR_SUBJECT_W))));
    const read: number[] = [];
    for await (const row of snapshotOf(table, [PR_ENTRYID, PR_SUBJECT_W], limit)) {
      const [high = 0, low = 0] = row.get(PR_ENTRYID) as Uint8Array;
      read.push(high * 256 + low);
      after(high * 256 + low);
    }
    return read;
  }
}

const text = (number: number): string => String(number).padStart(4, '0');
const upTo = (count: number): number[] => Array.from({ length: count }, (_, at) => at + 1);

describe.each([3, 100, 101, 250])('A list of %i that is read while it changes', (count) => {
  test('has each row once', async () => {
    expect(await new Live(count).read()).toEqual(upTo(count));
    expect(await new Live(count).read(undefined, 2)).toEqual([1, 2]);
    expect(await new Live(count).read(undefined, count)).toEqual(upTo(count));
  });

  test('ends although something comes for every row that is read', async () => {
    const live = new Live(count);
    expect(await live.read((row) => live.put(1000 + row))).toEqual(upTo(count));
  });

  test('has no row twice that moves to the end, and loses none that moves to the beginning', async () => {
    const live = new Live(count);
    const read = await live.read((row) => {
      if (row === 1) live.put(1, text(9000));
      if (row === 2) live.put(count, text(0));
    });
    expect([...read].sort((a, b) => a - b)).toEqual(upTo(count));
  });
});

test('A list leaves out what was removed before its turn', async () => {
  const live = new Live(250);
  const read = await live.read((row) => {
    if (row === 50) for (const gone of [150, 240]) live.remove(gone);
  });
  expect(read).toEqual(upTo(250).filter((row) => row !== 150 && row !== 240));
});
