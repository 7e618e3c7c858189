import {
  ComError,
  type FinalRelease,
  type HResult,
  type Impl,
  lastErrorOf,
  type Warning,
  warn,
} from '../../com/index.js';
import {
  DIR_BACKWARD,
  type ExpandedRows,
  type IMAPIAdviseSink,
  type IMAPITable,
  MAPI_E_BUSY,
  MAPI_E_NO_SUPPORT,
  MAPI_E_NOT_FOUND,
  MAPI_E_TIMEOUT,
  MAPI_UNICODE,
  MAPI_W_POSITION_CHANGED,
  type MAPIERROR,
  type PropRow,
  type PropTag,
  type Restriction,
  type SSortOrderSet,
  sortBy,
  type TablePosition,
  type TableStatus,
  TBL_ALL_COLUMNS,
  TBL_ASYNC,
  TBL_BATCH,
  TBL_NOADVANCE,
  TBL_NOWAIT,
  validateRestriction,
} from '../../mapi/index.js';
import type { CallsUnderWay } from '../notify/index.js';
import { checkColumns, checkCount, checkFlags, checkInteger, checkKey, invalid } from './arguments.js';
import { Bookmarks } from './bookmarks.js';
import { collapseRow, expandRow, restoreCollapse, saveCollapse } from './categories.js';
import { findRow } from './findrow.js';
import { instanceTags } from './leaf.js';
import { maxRowsPerCall } from './limits.js';
import type { Gap, RowSource } from './rowsource.js';
import { Sinks } from './sinks.js';
import { slots } from './slots.js';
import type { View } from './view.js';
import { firstSettings, ViewKeeper } from './viewkeeper.js';

/** What a table begins with. */
export interface TableOptions {
  /** The columns; those of the source when not given. */
  readonly columns?: readonly PropTag[];
  /** The default order, to which SortTable without columns goes back; that of the source when not given. */
  readonly order?: SSortOrderSet;
  /** Called once when the table has been released for the last time. */
  readonly released?: () => void;
  /** The calls whose events its sinks are told of after their end. */
  readonly calls?: CallsUnderWay;
}

/**
 * `IMAPITable` over any source of rows. What the pages leave open is decided so:
 *
 * - The cursor is a position between two rows. Rows that come and go elsewhere don't move it, and behind the last row it
 *   stays behind the row that was last then, so that rows added later can be read.
 * - Rows below headings keep the columns of their headings, `PR_CONTENT_COUNT` counts the rows on all levels below, and
 *   `PR_CONTENT_UNREAD` those of them whose `PR_MESSAGE_FLAGS` lack `MSGFLAG_READ`.
 * - When the largest or smallest value that puts headings in order changes, a heading takes rows along that nobody has
 *   changed: they are told as modified. More than `tables.rowEvents` events of one operation are told as `TABLE_CHANGED`.
 * - SortTable without columns goes back to the order that the table began with, and QuerySortOrder tells it.
 * - An event whose row is neither what the view showed before nor what it shows now is not told.
 * @spec imapitableiunknown
 */
export class Table implements Impl<IMAPITable>, FinalRelease {
  readonly #source: RowSource;
  readonly #sinks: Sinks;
  readonly #bookmarks = new Bookmarks();
  readonly #keeper: ViewKeeper;
  readonly #released: () => void;
  readonly #order: SSortOrderSet;

  /**
   * Makes a table with the cursor at its first row. Publish it with `com(table, IMAPITable)`.
   *
   * @param source where the rows come from
   * @param options what it begins with
   */
  constructor(source: RowSource, { columns, order = sortBy(), released = () => undefined, calls }: TableOptions = {}) {
    this.#sinks = new Sinks(calls);
    this.#source = source;
    this.#released = released;
    this.#order = order;
    const first = firstSettings({ order, restriction: null }, columns ?? source.columns().initial);
    this.#keeper = new ViewKeeper(source, first, this.#sinks, () => this.#bookmarks.reset());
  }

  /** As {@link IMAPITable.GetLastError} says. */
  GetLastError(hResult: HResult, ulFlags = 0): MAPIERROR {
    checkFlags(ulFlags, MAPI_UNICODE);
    const last = lastErrorOf(this);
    const error = last?.error.hr === hResult ? last.error : null;
    return Object.freeze({
      ulVersion: 0,
      lpszError: error?.message ?? '',
      lpszComponent: error ? `comail table: ${last?.method}` : '',
      ulLowLevelError: 0,
      ulContext: 0,
    });
  }

  /** As {@link IMAPITable.Advise} says. */
  async Advise(ulEventMask: number, lpAdviseSink: IMAPIAdviseSink): Promise<number> {
    if (!this.#source.watch) throw new ComError(MAPI_E_NO_SUPPORT, 'this table does not change');
    const connection = this.#sinks.add(ulEventMask, lpAdviseSink);
    try {
      // Changes can only be told against what was shown before; what was heard of by now and not yet shown is no news.
      await this.#keeper.show(async (view) => {
        await view.follow();
        this.#sinks.begin(connection);
      });
    } catch (error) {
      if (!(error instanceof ComError) || error.hr !== MAPI_E_BUSY) {
        this.#sinks.remove(connection);
        throw error;
      }
      // While an operation goes on, the view that it opens will do.
      this.#sinks.begin(connection);
    }
    return connection;
  }

  /** As {@link IMAPITable.Unadvise} says. */
  Unadvise(ulConnection: number): void {
    this.#sinks.remove(ulConnection);
  }

  /** As {@link IMAPITable.GetStatus} says. */
  GetStatus(): TableStatus {
    return Object.freeze({ lpulTableStatus: this.#keeper.status, lpulTableType: this.#source.tableType });
  }

  /** As {@link IMAPITable.SetColumns} says. */
  SetColumns(lpPropTagArray: readonly PropTag[], ulFlags = 0): Promise<void> {
    checkFlags(ulFlags, TBL_BATCH | TBL_ASYNC);
    checkColumns(lpPropTagArray);
    const columns = Object.freeze([...lpPropTagArray]);
    const instances = instanceTags(columns);
    const next = { slots: slots(columns), instances };
    // Only a column of single instances changes the rows, and then bookmarks end.
    return this.#keeper.change(
      'columns',
      (settings) => ({
        ...settings,
        ...next,
        version: isSameSet(settings.instances, instances) ? settings.version : {},
      }),
      ulFlags,
    );
  }

  /** As {@link IMAPITable.QueryColumns} says. */
  QueryColumns(ulFlags = 0): Promise<readonly PropTag[]> {
    checkFlags(ulFlags, TBL_ALL_COLUMNS);
    return this.#keeper.run(() =>
      (ulFlags & TBL_ALL_COLUMNS) !== 0 ? this.#source.columns().all : this.#keeper.settings.slots.columns,
    );
  }

  /** As {@link IMAPITable.GetRowCount} says. */
  GetRowCount(ulFlags = 0): Promise<number> {
    checkFlags(ulFlags, TBL_NOWAIT);
    return this.#keeper.show((view) => view.count());
  }

  /** As {@link IMAPITable.SeekRow} says. */
  SeekRow(bkOrigin: number, lRowCount: number): Promise<number | Warning<number>> {
    checkInteger(lRowCount, 'lRowCount');
    return this.#keeper.show(async (view) => {
      const { gap, changed } = await this.#bookmarks.resolve(bkOrigin, view);
      const skipped = await view.skip(gap, lRowCount);
      this.#bookmarks.cursor = await settled(skipped.gap, view);
      // A source that counts backwards over nothing answers -0.
      const moved = skipped.moved + 0;
      return changed ? warn(MAPI_W_POSITION_CHANGED, moved) : moved;
    });
  }

  /** As {@link IMAPITable.SeekRowApprox} says. */
  SeekRowApprox(ulNumerator: number, ulDenominator: number): Promise<void> {
    checkCount(ulNumerator, 'ulNumerator');
    checkCount(ulDenominator, 'ulDenominator');
    if (ulDenominator === 0) throw invalid('ulDenominator is 0');
    return this.#keeper.show(async (view) => {
      const count = await view.count();
      const row = ulNumerator >= ulDenominator ? count : Math.floor((count * ulNumerator) / ulDenominator);
      this.#bookmarks.cursor = await settled((await view.skip('first', row)).gap, view);
    });
  }

  /** As {@link IMAPITable.QueryPosition} says. */
  QueryPosition(): Promise<TablePosition> {
    return this.#keeper.show(async (view) => {
      const lpulRow = await view.index(this.#bookmarks.cursor);
      const count = await view.count();
      return Object.freeze({ lpulRow, lpulNumerator: lpulRow, lpulDenominator: Math.max(count, 1) });
    });
  }

  /** As {@link IMAPITable.FindRow} says. */
  FindRow(lpRestriction: Restriction, bkOrigin: number, ulFlags = 0): Promise<void | Warning<void>> {
    checkFlags(ulFlags, DIR_BACKWARD);
    validateRestriction(lpRestriction);
    return this.#keeper.show(async (view) => {
      const { gap, changed } = await this.#bookmarks.resolve(bkOrigin, view);
      const row = await findRow(this.#source, view, lpRestriction, gap, (ulFlags & DIR_BACKWARD) !== 0);
      if (!row) throw new ComError(MAPI_E_NOT_FOUND, 'no row matches in this direction');
      this.#bookmarks.cursor = { place: row.place, side: 'before' };
      return changed ? warn(MAPI_W_POSITION_CHANGED) : undefined;
    });
  }

  /** As {@link IMAPITable.Restrict} says. */
  Restrict(lpRestriction: Restriction | null, ulFlags = 0): Promise<void> {
    checkFlags(ulFlags, TBL_BATCH | TBL_ASYNC);
    return this.#keeper.change(
      'restrict',
      (settings) => ({ ...settings, restriction: lpRestriction, version: {} }),
      ulFlags,
    );
  }

  /** As {@link IMAPITable.CreateBookmark} says. */
  CreateBookmark(): Promise<number> {
    if (!this.#source.bookmarks) throw new ComError(MAPI_E_NO_SUPPORT, 'attachment tables have no bookmarks');
    return this.#keeper.show(async (view) => {
      const [row] = await view.read(this.#bookmarks.cursor, 1, []);
      return this.#bookmarks.add(row ?? null, this.#bookmarks.cursor);
    });
  }

  /** As {@link IMAPITable.FreeBookmark} says. */
  FreeBookmark(bkPosition: number): Promise<void> {
    return this.#keeper.run(() => this.#bookmarks.free(bkPosition));
  }

  /** As {@link IMAPITable.SortTable} says. */
  SortTable(lpSortCriteria: SSortOrderSet, ulFlags = 0): Promise<void> {
    checkFlags(ulFlags, TBL_BATCH | TBL_ASYNC);
    if (!Array.isArray(lpSortCriteria?.aSort)) throw invalid('lpSortCriteria is no sort order');
    const { aSort, cCategories } = lpSortCriteria;
    // Without columns the order is the default one again: that of a folder's SaveContentsSort, for instance.
    const order = aSort.length === 0 && cCategories === 0 ? this.#order : lpSortCriteria;
    return this.#keeper.change('sort', (settings) => ({ ...settings, order, version: {} }), ulFlags);
  }

  /** As {@link IMAPITable.QuerySortOrder} says. */
  QuerySortOrder(): Promise<SSortOrderSet> {
    return this.#keeper.run(() => this.#keeper.settings.order);
  }

  /** As {@link IMAPITable.QueryRows} says. */
  QueryRows<T extends readonly PropTag[] = readonly PropTag[]>(
    lRowCount: number,
    ulFlags = 0,
  ): Promise<readonly PropRow<T>[]> {
    checkFlags(ulFlags, TBL_NOADVANCE);
    checkInteger(lRowCount, 'lRowCount');
    if (lRowCount === 0) throw invalid('lRowCount is 0');
    const count = Math.max(-maxRowsPerCall, Math.min(maxRowsPerCall, lRowCount));
    return this.#keeper.show(async (view) => {
      const columns = this.#keeper.settings.slots;
      const found = await view.read(this.#bookmarks.cursor, count, columns.asked);
      const first = found[0];
      const last = found.at(-1);
      if (first && last)
        this.#bookmarks.cursor =
          (ulFlags & TBL_NOADVANCE) !== 0
            ? { place: first.place, side: 'before' }
            : { place: last.place, side: 'behind' };
      return Object.freeze(found.map(({ row }) => columns.fill(row) as unknown as PropRow<T>));
    });
  }

  /** As {@link IMAPITable.Abort} says. */
  Abort(): void {
    this.#keeper.abort();
  }

  /** As {@link IMAPITable.ExpandRow} says. */
  ExpandRow(pbInstanceKey: Uint8Array, ulRowCount: number, ulFlags = 0): Promise<ExpandedRows> {
    checkFlags(ulFlags, 0);
    checkKey(pbInstanceKey);
    checkCount(ulRowCount, 'ulRowCount');
    return this.#keeper.show((view) =>
      expandRow(view, this.#bookmarks, this.#keeper.settings.slots, pbInstanceKey, ulRowCount),
    );
  }

  /** As {@link IMAPITable.CollapseRow} says. */
  CollapseRow(pbInstanceKey: Uint8Array, ulFlags = 0): Promise<number> {
    checkFlags(ulFlags, 0);
    checkKey(pbInstanceKey);
    return this.#keeper.show((view) => collapseRow(view, pbInstanceKey));
  }

  /** As {@link IMAPITable.WaitForCompletion} says. */
  async WaitForCompletion(ulFlags: number, ulTimeout: number): Promise<number> {
    checkFlags(ulFlags, 0);
    checkCount(ulTimeout, 'ulTimeout');
    const ended = ulTimeout === 0 ? !this.#keeper.busy : await endsWithin(this.#keeper.completion(), ulTimeout);
    if (!ended) throw new ComError(MAPI_E_TIMEOUT, `the operation still goes on after ${ulTimeout} ms`);
    return this.#keeper.status;
  }

  /** As {@link IMAPITable.GetCollapseState} says. */
  GetCollapseState(ulFlags: number, lpbInstanceKey: Uint8Array): Promise<Uint8Array> {
    checkFlags(ulFlags, 0);
    checkKey(lpbInstanceKey);
    return this.#keeper.show((view) => saveCollapse(view, this.#keeper.settings, lpbInstanceKey));
  }

  /** As {@link IMAPITable.SetCollapseState} says. */
  SetCollapseState(ulFlags: number, pbCollapseState: Uint8Array): Promise<number> {
    checkFlags(ulFlags, 0);
    if (!(pbCollapseState instanceof Uint8Array)) throw invalid('pbCollapseState is no array of bytes');
    return this.#keeper.show((view) => restoreCollapse(view, this.#bookmarks, this.#keeper.settings, pbCollapseState));
  }

  /** Ends the listening and the connections, and tells whoever made the table. */
  finalRelease(): void {
    this.#keeper.close();
    this.#sinks.clear();
    this.#released();
  }
}

// Behind the last row there is: rows that are added later can then be read on.
async function settled(gap: Gap, view: View): Promise<Gap> {
  if (gap !== 'last') return gap;
  const [last] = await view.read('last', -1, []);
  return last ? { place: last.place, side: 'behind' } : 'first';
}

async function endsWithin(ended: Promise<void>, milliseconds: number): Promise<boolean> {
  const forever = milliseconds === 0xffffffff;
  let timer: NodeJS.Timeout | undefined;
  const timeUp = new Promise<boolean>((resolve) => {
    // A timer holds 31 bits; what is longer than that is more than three weeks.
    if (!forever) timer = setTimeout(() => resolve(false), Math.min(milliseconds, 0x7fffffff));
  });
  try {
    return await Promise.race([ended.then(() => true), timeUp]);
  } finally {
    clearTimeout(timer);
  }
}

const isSameSet = (a: readonly PropTag[], b: readonly PropTag[]): boolean =>
  a.length === b.length && a.every((tag) => b.includes(tag));
