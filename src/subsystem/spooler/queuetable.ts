import { com, type Impl, ok } from '../../com/index.js';
import {
  BOOKMARK_BEGINNING,
  BOOKMARK_CURRENT,
  type EntryId,
  fnevTableModified,
  IMAPIAdviseSink,
  type IMAPITable,
  type IMsgStore,
  PR_CLIENT_SUBMIT_TIME,
  PR_ENTRYID,
  PR_ROWID,
  PR_SUBMIT_FLAGS,
  type PropRow,
} from '../../mapi/index.js';
import { sendingAtHand } from './at-hand.js';

/** A message of an outgoing queue. */
export interface Queued {
  readonly entryId: EntryId;
  /** The same as text. */
  readonly key: string;
  /** PR_SUBMIT_FLAGS. */
  readonly flags: number;
  /** What is another one when it is submitted anew; null where that is not known. */
  readonly place: number | bigint | null;
}

/** The table of an outgoing queue as a spooler reads it: on from where it was read last. @spec outgoing-queue-tables */
export class QueueTable {
  /** Whether what is submitted comes at the end, also what is submitted anew: a store of somebody else may see that otherwise. */
  readonly grows: boolean;
  readonly #table: IMAPITable;
  readonly #unwatch: () => Promise<unknown>;

  private constructor(table: IMAPITable, grows: boolean, unwatch: () => Promise<unknown>) {
    this.#table = table;
    this.grows = grows;
    this.#unwatch = unwatch;
  }

  /**
   * Opens it.
   *
   * @param store the store, as the spooler has it
   * @param changed called when it may have changed
   */
  static async open(store: IMsgStore, changed: () => void): Promise<QueueTable> {
    const atHand = sendingAtHand(store);
    if (!atHand) {
      const table = await ok(store.GetOutgoingQueue(0));
      await ok(table.SetColumns([PR_ENTRYID, PR_SUBMIT_FLAGS, PR_CLIENT_SUBMIT_TIME], 0));
      return new QueueTable(table, false, await advised(table, changed));
    }
    const table = atHand.quietQueue();
    await ok(table.SetColumns([PR_ENTRYID, PR_SUBMIT_FLAGS, PR_ROWID], 0));
    const end = atHand.watchQueue(changed);
    return new QueueTable(table, true, async () => end());
  }

  /** Goes to the oldest submission. */
  async rewind(): Promise<void> {
    await ok(this.#table.SeekRow(BOOKMARK_BEGINNING, 0));
  }

  /** Goes back by so many rows. */
  async back(count: number): Promise<void> {
    await ok(this.#table.SeekRow(BOOKMARK_CURRENT, -count));
  }

  /** Reads on. @returns so many rows, or fewer at the end */
  async read(most: number): Promise<readonly (Queued | null)[]> {
    return (await ok(this.#table.QueryRows(most, 0))).map((row) => this.#queued(row));
  }

  /** How many messages there are. */
  async length(): Promise<number> {
    return await ok(this.#table.GetRowCount(0));
  }

  /** Lets go of it. */
  async close(): Promise<void> {
    await this.#unwatch();
    this.#table.Release();
  }

  #queued(row: PropRow): Queued | null {
    const entryId = row.get(PR_ENTRYID);
    if (!entryId) return null;
    const place = this.grows ? row.get(PR_ROWID) : row.get(PR_CLIENT_SUBMIT_TIME);
    return { entryId, key: keyOf(entryId), flags: row.get(PR_SUBMIT_FLAGS) ?? 0, place };
  }
}

/** A message of which only its entry identifier is known. */
export const queuedAs = (entryId: EntryId, flags: number): Queued => ({
  entryId,
  key: keyOf(entryId),
  flags,
  place: null,
});

/** An entry identifier as text. */
export const keyOf = (entryId: EntryId): string => Buffer.from(entryId).toString('hex');

/** Listens to a table. @returns what ends it */
async function advised(table: IMAPITable, changed: () => void): Promise<() => Promise<unknown>> {
  const sink: Impl<IMAPIAdviseSink> = {
    OnNotify: () => {
      changed();
      return 0;
    },
  };
  using pointer = com(sink, IMAPIAdviseSink);
  const connection = await ok(table.Advise(fnevTableModified, pointer));
  return async () => await table.Unadvise(connection);
}
