import { type HResult, type Hr, type Iid, IUnknown, iid, type Out } from '../../com/index.js';
import type { MAPIERROR } from '../types/mapierror.js';
import type { PropRow } from '../types/proprow.js';
import type { PropTag } from '../types/proptag.js';
import type { Restriction } from '../types/restriction.js';
import type { SSortOrderSet } from '../types/sortorder.js';
import type { IMAPIAdviseSink } from './imapiadvisesink.js';

/** What {@link IMAPITable.GetStatus} answers. */
export interface TableStatus {
  /**
   * `TBLSTAT_COMPLETE`; `TBLSTAT_QCHANGED` when rows have changed; `TBLSTAT_SORTING`, `TBLSTAT_RESTRICTING` and
   * `TBLSTAT_SETTING_COLS` while one goes on; `TBLSTAT_SORT_ERROR`, `TBLSTAT_RESTRICT_ERROR` and `TBLSTAT_SETCOL_ERROR`
   * when it failed.
   */
  readonly lpulTableStatus: number;
  /** `TBLTYPE_DYNAMIC` (follows all changes), `TBLTYPE_KEYSET` (rows stay, values follow) or `TBLTYPE_SNAPSHOT`. */
  readonly lpulTableType: number;
}

/** What {@link IMAPITable.QueryPosition} answers. */
export interface TablePosition {
  /** The row to be read next, counted from 0; 0xFFFFFFFF when it can't be told. */
  readonly lpulRow: number;
  /** The position as a fraction of the table: its upper part. */
  readonly lpulNumerator: number;
  /** Its lower part, which may be an estimate but is never 0. */
  readonly lpulDenominator: number;
}

/** What {@link IMAPITable.ExpandRow} answers. */
export interface ExpandedRows {
  /** The first of the new rows. */
  readonly lppRows: readonly PropRow<readonly PropTag[]>[];
  /** How many rows the view has gained. */
  readonly lpulMoreRows: number;
}

/**
 * A view of rows and columns with a cursor: contents, hierarchies, recipients, attachments, queues, stores, services.
 *
 * A bookmark is a number: `BOOKMARK_BEGINNING`, `BOOKMARK_CURRENT` (the cursor), `BOOKMARK_END`, or one that
 * CreateBookmark made, which follows its row rather than its position. `MAPI_E_BUSY` means that an asynchronous
 * operation has to end first: see WaitForCompletion and Abort. Besides the codes listed at each method, every one may
 * answer `MAPI_E_UNKNOWN_FLAGS` for a flag it does not know and `MAPI_E_INVALID_PARAMETER` for an argument of the wrong
 * shape.
 * @spec imapitableiunknown
 */
export interface IMAPITable extends IUnknown {
  /**
   * Explains the failure of an earlier call on this table.
   *
   * @param hResult the code that the call answered
   * @param ulFlags `MAPI_UNICODE` for Unicode texts
   * @returns `S_OK` with the explanation, whose texts are empty when there is nothing to add; `MAPI_E_BAD_CHARWIDTH`
   *   when the texts can't be had in the width asked for
   * @spec imapitable-getlasterror
   */
  GetLastError(hResult: HResult, ulFlags?: number): Out<MAPIERROR>;
  /**
   * Asks to be told of changes. Afterwards release your own reference to the sink: the table holds one. Rows that a
   * restriction hides, and rows that come and go by expanding and collapsing, cause no events; rows in events have the
   * columns that were set when the event was raised.
   *
   * @param ulEventMask `fnevTableModified`
   * @param lpAdviseSink who is told
   * @returns `S_OK` with the number of the connection, never 0; `MAPI_E_NO_SUPPORT` when the table does not change or
   *   tells nobody
   * @spec imapitable-advise
   */
  Advise(ulEventMask: number, lpAdviseSink: IMAPIAdviseSink): Out<number>;
  /**
   * Ends a connection and releases its sink, after an OnNotify that is running.
   *
   * @param ulConnection what Advise answered
   * @returns `S_OK`
   * @spec imapitable-unadvise
   */
  Unadvise(ulConnection: number): Hr;
  /**
   * Tells what the table is doing and of which kind it is.
   *
   * @returns `S_OK` with both
   * @spec imapitable-getstatus
   */
  GetStatus(): Out<TableStatus>;
  /**
   * Says which columns rows have, in which order. A property that the table does not know is no error here; rows show
   * it.
   *
   * @param lpPropTagArray the columns, at least one; `PR_NULL` keeps an empty place
   * @param ulFlags `TBL_BATCH` to allow that it is done when rows are read; `TBL_ASYNC` to allow that it goes on after
   *   the call
   * @returns `S_OK`; `MAPI_E_BUSY`
   * @spec imapitable-setcolumns
   */
  SetColumns(lpPropTagArray: readonly PropTag[], ulFlags?: number): Hr;
  /**
   * Tells the columns: those set, or those a table of this kind begins with.
   *
   * @param ulFlags `TBL_ALL_COLUMNS` for all that could be set
   * @returns `S_OK` with their tags; `MAPI_E_BUSY`
   * @spec imapitable-querycolumns
   */
  QueryColumns(ulFlags?: number): Out<readonly PropTag[]>;
  /**
   * Counts the rows of the view.
   *
   * @param ulFlags reserved, 0
   * @returns `S_OK` with the number; `MAPI_W_APPROX_COUNT` with an estimate; `MAPI_E_BUSY`; `MAPI_E_NO_SUPPORT` when
   *   the table can't count: QueryPosition may help
   * @spec imapitable-getrowcount
   */
  GetRowCount(ulFlags?: number): Out<number>;
  /**
   * Moves the cursor by rows. It stops at the first row and behind the last.
   *
   * @param bkOrigin the bookmark from which to count
   * @param lRowCount how many rows; negative for backwards
   * @returns `S_OK` with the number of rows really moved, negative for backwards; `MAPI_W_POSITION_CHANGED` with it
   *   when the row of the bookmark is gone or hidden and the next visible one was taken; `MAPI_E_BUSY`;
   *   `MAPI_E_INVALID_BOOKMARK` when the bookmark was freed, or its row is gone and no other can stand for it
   * @spec imapitable-seekrow
   */
  SeekRow(bkOrigin: number, lRowCount: number): Out<number>;
  /**
   * Moves the cursor to a fraction of the table, as a scroll bar does; perhaps not exactly.
   *
   * @param ulNumerator the upper part of the fraction: 0 for the first row; as much as the lower part, or more, for the
   *   end
   * @param ulDenominator its lower part, not 0
   * @returns `S_OK`; `MAPI_E_BUSY`; `MAPI_E_INVALID_PARAMETER` when the lower part is 0
   * @spec imapitable-seekrowapprox
   */
  SeekRowApprox(ulNumerator: number, ulDenominator: number): Hr;
  /**
   * Tells where the cursor is.
   *
   * @returns `S_OK` with the row to be read next and the position as a fraction
   * @spec imapitable-queryposition
   */
  QueryPosition(): Out<TablePosition>;
  /**
   * Moves the cursor to the first row that matches. Every table can look for a `PR_INSTANCE_KEY`; `RELOP_GE` on the
   * sort key finds a prefix.
   *
   * @param lpRestriction what to look for
   * @param bkOrigin the bookmark at which to begin; backwards, at the row before it
   * @param ulFlags `DIR_BACKWARD` to search backwards
   * @returns `S_OK`; `MAPI_W_POSITION_CHANGED` when a row was found but that of the bookmark was gone or hidden and the
   *   next visible one was taken; `MAPI_E_INVALID_BOOKMARK` when the bookmark was freed, or its row is gone and no
   *   other can stand for it, which can't happen to the three fixed ones; `MAPI_E_NOT_FOUND` when no row matches
   * @spec imapitable-findrow
   */
  FindRow(lpRestriction: Restriction, bkOrigin: number, ulFlags?: number): Hr;
  /**
   * Limits the view to rows that match, in place of an earlier restriction. Bookmarks end and the cursor goes to the
   * first row.
   *
   * @param lpRestriction what rows must match; null for all rows
   * @param ulFlags `TBL_BATCH` to allow that it is done when rows are read; `TBL_ASYNC` to allow that it goes on after
   *   the call
   * @returns `S_OK`; `MAPI_E_BUSY`; `MAPI_E_TOO_COMPLEX` when the table can't do it
   * @spec imapitable-restrict
   */
  Restrict(lpRestriction: Restriction | null, ulFlags?: number): Hr;
  /**
   * Marks the row at the cursor, so that one can come back to it.
   *
   * @returns `S_OK` with the bookmark; `MAPI_E_UNABLE_TO_COMPLETE` when there are too many; `MAPI_E_NO_SUPPORT` from an
   *   attachment table
   * @spec imapitable-createbookmark
   */
  CreateBookmark(): Out<number>;
  /**
   * Gives a bookmark back. The table gives back all of them in the end.
   *
   * @param bkPosition the bookmark
   * @returns `S_OK`, also for the three fixed ones, which stay; `MAPI_E_INVALID_BOOKMARK` when there is none such
   * @spec imapitable-freebookmark
   */
  FreeBookmark(bkPosition: number): Hr;
  /**
   * Sorts the view, by categories if asked to. Bookmarks end and the cursor goes to the first row; after a failure the
   * old order stays.
   *
   * @param lpSortCriteria the order; without columns, whichever the table likes
   * @param ulFlags `TBL_BATCH` to allow that it is done when rows are read; `TBL_ASYNC` to allow that it goes on after
   *   the call
   * @returns `S_OK`; `MAPI_E_BUSY`; `MAPI_E_NO_SUPPORT` when the table does not sort so; `MAPI_E_TOO_COMPLEX` when it
   *   has too many columns, the same one twice, one that the table can't sort by, or a kind of order it does not know
   * @spec imapitable-sorttable
   */
  SortTable(lpSortCriteria: SSortOrderSet, ulFlags?: number): Hr;
  /**
   * Tells the order of the view.
   *
   * @returns `S_OK` with the order, without columns when there is none or it can't be told; `MAPI_E_BUSY`
   * @spec imapitable-querysortorder
   */
  QuerySortOrder(): Out<SSortOrderSet>;
  /**
   * Reads rows, and moves the cursor behind them. All have the same columns; a value that is missing is null, and the
   * row tells why, `MAPI_E_NOT_FOUND` for instance.
   *
   * @typeParam T the columns set by SetColumns, where the caller wants the values typed; the compiler believes it
   * @param lRowCount how many at most, from the cursor on; negative to go back as many first and then read forwards;
   *   not 0
   * @param ulFlags `TBL_NOADVANCE` to leave the cursor at the first of them
   * @returns `S_OK` with the rows, of which there may be fewer than asked for; none at all means that the end in that
   *   direction was reached; `MAPI_E_BUSY`; `MAPI_E_INVALID_PARAMETER` for 0
   * @spec imapitable-queryrows
   */
  QueryRows<T extends readonly PropTag[] = readonly PropTag[]>(
    lRowCount: number,
    ulFlags?: number,
  ): Out<readonly PropRow<T>[]>;
  /**
   * Stops asynchronous operations.
   *
   * @returns `S_OK` when one was stopped; `MAPI_E_UNABLE_TO_ABORT` when it can't be, or is already complete
   * @spec imapitable-abort
   */
  Abort(): Hr;
  /**
   * Opens a category. The cursor goes behind the last row returned or, when there is none, behind the heading.
   *
   * @param pbInstanceKey `PR_INSTANCE_KEY` of the heading
   * @param ulRowCount how many of the new rows to return at most
   * @param ulFlags reserved, 0
   * @returns `S_OK` with these rows and the number of all new ones; `MAPI_E_NOT_FOUND` when there is no such row
   * @spec imapitable-expandrow
   */
  ExpandRow(pbInstanceKey: Uint8Array, ulRowCount: number, ulFlags?: number): Out<ExpandedRows>;
  /**
   * Closes a category. Bookmarks of rows that go move to the next visible row.
   *
   * @param pbInstanceKey `PR_INSTANCE_KEY` of the heading
   * @param ulFlags reserved, 0
   * @returns `S_OK` with the number of rows that went; `MAPI_E_NOT_FOUND`, or `MAPI_E_INVALID_ENTRYID` from other
   *   providers, when there is no such row
   * @spec imapitable-collapserow
   */
  CollapseRow(pbInstanceKey: Uint8Array, ulFlags?: number): Out<number>;
  /**
   * Waits for asynchronous operations.
   *
   * @param ulFlags reserved, 0
   * @param ulTimeout how long at most, in milliseconds; 0xFFFFFFFF for as long as it takes
   * @returns `S_OK` with the status, a `TBLSTAT_*` value; `MAPI_E_NO_SUPPORT` when the table can't wait;
   *   `MAPI_E_TIMEOUT` when the time was up first
   * @spec imapitable-waitforcompletion
   */
  WaitForCompletion(ulFlags: number, ulTimeout: number): Out<number>;
  /**
   * Saves which categories are open, for SetCollapseState under the same order and restriction.
   *
   * @param ulFlags reserved, 0
   * @param lpbInstanceKey `PR_INSTANCE_KEY` of the row to come back to
   * @returns `S_OK` with the state, bytes that only the table understands; `MAPI_E_BUSY`; `MAPI_E_NO_SUPPORT` when the
   *   table has no categories
   * @spec imapitable-getcollapsestate
   */
  GetCollapseState(ulFlags: number, lpbInstanceKey: Uint8Array): Out<Uint8Array>;
  /**
   * Opens and closes categories as they were when GetCollapseState saved them.
   *
   * @param ulFlags reserved, 0
   * @param pbCollapseState what GetCollapseState answered
   * @returns `S_OK` with a bookmark of the row given to GetCollapseState; `MAPI_E_BUSY`; `MAPI_E_UNABLE_TO_COMPLETE`
   *   when it could not be done
   * @spec imapitable-setcollapsestate
   */
  SetCollapseState(ulFlags: number, pbCollapseState: Uint8Array): Out<number>;
}

/** The IID of {@link IMAPITable:interface}. */
export const IMAPITable: Iid<IMAPITable> = iid<IMAPITable, IUnknown>(
  'IMAPITable',
  '00020301-0000-0000-C000-000000000046',
  IUnknown,
  {
    GetLastError: '(HRESULT hResult, ULONG ulFlags, [out] LPMAPIERROR *lppMAPIError)',
    Advise: '(ULONG ulEventMask, LPMAPIADVISESINK lpAdviseSink, [out] ULONG_PTR *lpulConnection)',
    Unadvise: '(ULONG_PTR ulConnection)',
    GetStatus: '([out] ULONG *lpulTableStatus, [out] ULONG *lpulTableType)',
    SetColumns: '(LPSPropTagArray lpPropTagArray, ULONG ulFlags)',
    QueryColumns: '(ULONG ulFlags, [out] LPSPropTagArray *lpPropTagArray)',
    GetRowCount: '(ULONG ulFlags, [out] ULONG *lpulCount)',
    SeekRow: '(BOOKMARK bkOrigin, LONG lRowCount, [out, unique] LONG *lplRowsSought)',
    SeekRowApprox: '(ULONG ulNumerator, ULONG ulDenominator)',
    QueryPosition: '([out] ULONG *lpulRow, [out] ULONG *lpulNumerator, [out] ULONG *lpulDenominator)',
    FindRow: '(LPSRestriction lpRestriction, BOOKMARK bkOrigin, ULONG ulFlags)',
    Restrict: '([unique] LPSRestriction lpRestriction, ULONG ulFlags)',
    CreateBookmark: '([out] BOOKMARK *lpbkPosition)',
    FreeBookmark: '(BOOKMARK bkPosition)',
    SortTable: '(LPSSortOrderSet lpSortCriteria, ULONG ulFlags)',
    QuerySortOrder: '([out] LPSSortOrderSet *lppSortCriteria)',
    QueryRows: '(LONG lRowCount, ULONG ulFlags, [out] LPSRowSet *lppRows)',
    Abort: '()',
    ExpandRow:
      '(ULONG cbInstanceKey, [size_is(cbInstanceKey)] LPBYTE pbInstanceKey, ULONG ulRowCount, ULONG ulFlags, [out, unique] LPSRowSet *lppRows, [out] ULONG *lpulMoreRows)',
    CollapseRow:
      '(ULONG cbInstanceKey, [size_is(cbInstanceKey)] LPBYTE pbInstanceKey, ULONG ulFlags, [out] ULONG *lpulRowCount)',
    WaitForCompletion: '(ULONG ulFlags, ULONG ulTimeout, [out, unique] ULONG *lpulTableStatus)',
    GetCollapseState:
      '(ULONG ulFlags, ULONG cbInstanceKey, [size_is(cbInstanceKey)] LPBYTE lpbInstanceKey, [out] ULONG *lpcbCollapseState, [out, size_is(lpcbCollapseState)] LPBYTE *lppbCollapseState)',
    SetCollapseState:
      '(ULONG ulFlags, ULONG cbCollapseState, [size_is(cbCollapseState)] LPBYTE pbCollapseState, [out] BOOKMARK *lpbkLocation)',
  },
  'later',
);
