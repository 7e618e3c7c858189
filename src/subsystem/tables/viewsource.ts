import { TBLTYPE_DYNAMIC, TBLTYPE_KEYSET } from '../../mapi/index.js';
import { MemoryRows, type MemoryRowsOptions } from './memoryrows.js';
import type { RowSource } from './rowsource.js';

/** What one view shows. */
export interface ViewSource {
  /** Where the view takes its rows from. */
  readonly source: RowSource;
  /** Ends the following of what was copied. */
  close(): void;
}

/**
 * The rows as a view of a table type shows them: the rows themselves (`TBLTYPE_DYNAMIC`), a copy whose values follow
 * (`TBLTYPE_KEYSET`), or a copy that stays as it is and tells of nothing (`TBLTYPE_SNAPSHOT`).
 *
 * @param rows the rows
 * @param options how they were made
 * @spec imapitable-getstatus
 */
export function viewOf(rows: MemoryRows, options: MemoryRowsOptions): ViewSource {
  if (options.tableType === TBLTYPE_DYNAMIC) return { source: rows, close: () => undefined };
  const copy = new MemoryRows({ ...options, columns: rows.columns().all });
  copy.put([...rows].map((row) => row.toProps()));
  if (options.tableType === TBLTYPE_KEYSET) return { source: copy, close: follow(rows, copy) };
  const source: RowSource = {
    tableType: copy.tableType,
    bookmarks: copy.bookmarks,
    columns: () => copy.columns(),
    restricts: () => false,
    orders: () => false,
    select: () => copy.select(),
  };
  return { source, close: () => undefined };
}

// Rows that went stay in the copy with their last values, and those that came are none of it.
function follow(rows: MemoryRows, copy: MemoryRows): () => void {
  return rows.watch((event) => {
    if (typeof event === 'string') return;
    const known = rows.find(event.map(({ key }) => key)).map((row) => row.toProps());
    copy.put(known.filter((row) => copy.has(row)));
  });
}
