import { ok } from '../../com/index.js';
import {
  BOOKMARK_BEGINNING,
  type EntryId,
  eq,
  type IMAPITable,
  MAPI_E_NOT_FOUND,
  PR_ENTRYID,
  type PropRow,
  type PropTag,
} from '../../mapi/index.js';

/**
 * The rows of a table as it is when the first one is asked for, each once, although the table is live: what comes later is left out,
 * what goes before its turn is not there any more, and what moves to another place is not lost. Which rows there are is read at
 * once, and what they hold page by page.
 *
 * @param table a table of objects with entry identifiers; its cursor stands where the rows begin
 * @param columns what is read of each; PR_ENTRYID among them
 * @param limit at most so many
 */
export async function* snapshotOf<T extends PropTag>(
  table: IMAPITable,
  columns: readonly T[],
  limit: number = Number.POSITIVE_INFINITY,
): AsyncGenerator<PropRow, void, undefined> {
  await ok(table.SetColumns(columns));
  const first = await ok(table.QueryRows(Math.min(limit, page), 0));
  const whole = first.length < page || limit <= page;
  const rest = whole ? null : await Rest.read(table, columns, limit - first.length);
  try {
    yield* first;
    if (rest) yield* rest.rows();
  } finally {
    await rest?.close();
  }
}

/** What comes after the first page: its rows by name. */
class Rest {
  readonly #table: IMAPITable;
  readonly #bookmark: number;
  readonly #left: Map<string, EntryId>;

  private constructor(table: IMAPITable, bookmark: number, left: Map<string, EntryId>) {
    this.#table = table;
    this.#bookmark = bookmark;
    this.#left = left;
  }

  static async read(table: IMAPITable, columns: readonly PropTag[], limit: number): Promise<Rest> {
    const bookmark = await ok(table.CreateBookmark());
    const left = new Map<string, EntryId>();
    await ok(table.SetColumns([PR_ENTRYID]));
    while (left.size < limit) {
      const rows = await ok(table.QueryRows(Math.min(limit - left.size, namesAtOnce), 0));
      if (rows.length === 0) break;
      for (const row of rows) left.set(keyOf(row), row.get(PR_ENTRYID) as EntryId);
    }
    await ok(table.SetColumns(columns));
    await ok(table.SeekRow(bookmark, 0));
    return new Rest(table, bookmark, left);
  }

  async *rows(): AsyncGenerator<PropRow, void, undefined> {
    while (this.#left.size > 0) {
      const rows = await ok(this.#table.QueryRows(page, 0));
      if (rows.length === 0) break;
      for (const row of rows) if (this.#left.delete(keyOf(row))) yield row;
    }
    // Who is missing was removed, or has moved to where the cursor had been already.
    for (const entryId of [...this.#left.values()]) {
      const hr = await this.#table.FindRow(eq(PR_ENTRYID, entryId as Uint8Array), BOOKMARK_BEGINNING, 0);
      if (hr === MAPI_E_NOT_FOUND) continue;
      await ok(Promise.resolve(hr));
      yield* await ok(this.#table.QueryRows(1, 0));
    }
  }

  async close(): Promise<void> {
    await ok(this.#table.FreeBookmark(this.#bookmark));
  }
}

/** Rows that are read together. */
const page = 100;

/** Names that are read together. */
const namesAtOnce = 1000;

const keyOf = (row: PropRow): string => Buffer.from(row.get(PR_ENTRYID) as Uint8Array).toString('base64');
