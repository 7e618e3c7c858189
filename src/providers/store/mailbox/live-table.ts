import { log } from '../../../base/index.js';
import { com } from '../../../com/index.js';
import { IMAPITable, PR_INSTANCE_KEY, type PropTag, type PropValue, TBLTYPE_DYNAMIC } from '../../../mapi/index.js';
import { MemoryRows, Table } from '../../../subsystem/index.js';
import type { FeedBatch } from './change-feed.js';
import type { Mailbox } from './mailbox.js';
import { syncRows } from './sync-rows.js';

/** What a table of few rows is made of. */
export interface LiveRows {
  /** The column whose value identifies a row. */
  readonly index: PropTag;
  /** The columns that the table begins with. */
  readonly columns: readonly PropTag[];
  /** Reads all rows. */
  read(): readonly (readonly PropValue[])[];
  /** Whether changes may concern the rows. */
  concerns(batch: FeedBatch): boolean;
}

/**
 * Opens a table that is read whole and follows the store: folders, receive folders, the outgoing queue.
 * Each change reads all its rows, which are few: the log does not tell of receive folders that are set, nor of the counts of
 * search folders that a message leaves, so that what is not read might be wrong.
 *
 * @param mailbox whose store
 * @param rows what it shows
 */
export function liveTable(mailbox: Mailbox, { index, columns, read, concerns }: LiveRows): IMAPITable {
  const rows = new MemoryRows({ index, columns, tableType: TBLTYPE_DYNAMIC });
  rows.put(read());
  const unlisten = mailbox.shared.feed.listen((batch) => {
    if (!concerns(batch)) return;
    try {
      syncRows(rows, index, read());
    } catch (error) {
      log.error('a table could not follow its store', error);
    }
  });
  const released = (): void => {
    unlisten();
    mailbox.leave(table);
  };
  const first = columns.includes(PR_INSTANCE_KEY) ? columns : [...columns, PR_INSTANCE_KEY];
  const table = new Table(rows, { columns: first, released, calls: mailbox.calls });
  mailbox.enter(table, IMAPITable);
  return com(table, IMAPITable);
}
