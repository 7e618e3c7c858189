import { type Hr, type Iid, IUnknown, iid, type Out } from '../../com/index.js';
import type { PropRow } from '../types/proprow.js';
import type { PropValue } from '../types/propvalue.js';
import type { SSortOrderSet } from '../types/sortorder.js';
import type { IMAPITable } from './imapitable.js';

/** A row as it is handed in: its values, in any order, the index column among them. @spec srow */
export type SRow = readonly PropValue[];

/**
 * Called when a view is released for the last time, for instance to release the table behind it.
 *
 * @param ulCallerData what HrGetView was given
 * @param lpTblData the table
 * @param lpVue the view
 * @spec callerrelease
 */
export type CallerRelease = (ulCallerData: number, lpTblData: ITableData, lpVue: IMAPITable) => void;

/** What {@link ITableData.HrQueryRow} answers. */
export interface QueriedRow {
  /** The row. */
  readonly lppSRow: PropRow;
  /** Its place in the table, counted from 0. */
  readonly lpuliRow: number;
}

/**
 * A table held in memory, of which views are made. `CreateTable` names the index column whose value identifies a row.
 * Every change is shown by all views and told to those who asked them.
 * @spec itabledataiunknown
 */
export interface ITableData extends IUnknown {
  /**
   * Makes a read-only view with the cursor at its first row. Restrict it or set its columns before handing it on.
   *
   * @param lpSSortOrderSet the order; null for none
   * @param lpfCallerRelease called when the view is released; null for nobody
   * @param ulCallerData what `lpfCallerRelease` gets
   * @returns `S_OK` with the view
   * @spec itabledata-hrgetview
   */
  HrGetView(
    lpSSortOrderSet: SSortOrderSet | null,
    lpfCallerRelease: CallerRelease | null,
    ulCallerData: number,
  ): Out<IMAPITable>;
  /**
   * Replaces the row with the same value in the index column, or adds the row at the end. Columns that are new become
   * available to views, and part of what later views begin with.
   *
   * @param lpSRow the row
   * @returns `S_OK`; `MAPI_E_INVALID_PARAMETER` when it has no index column
   * @spec itabledata-hrmodifyrow
   */
  HrModifyRow(lpSRow: SRow): Hr;
  /**
   * Deletes a row. The columns stay, even those that no other row has.
   *
   * @param lpSPropValue its index column
   * @returns `S_OK`; `MAPI_E_NOT_FOUND` when there is no such row
   * @spec itabledata-hrdeleterow
   */
  HrDeleteRow(lpSPropValue: PropValue): Hr;
  /**
   * Finds a row.
   *
   * @param lpsPropValue its index column
   * @returns `S_OK` with the row and its place; `MAPI_E_INVALID_PARAMETER` when the value is not of the index column
   * @spec itabledata-hrqueryrow
   */
  HrQueryRow(lpsPropValue: PropValue): Out<QueriedRow>;
  /**
   * Reads a row by the order in which rows were inserted.
   *
   * @param ulRowNumber its number, from 0
   * @returns `S_OK` with the row, or with an empty one when there is none of that number
   * @spec itabledata-hrenumrow
   */
  HrEnumRow(ulRowNumber: number): Out<PropRow>;
  /**
   * Tells everybody who asked that a row was modified, whether it was or not.
   *
   * @param ulFlags reserved, 0
   * @param lpSPropValue columns that identify the row
   * @returns `S_OK`
   * @spec itabledata-hrnotify
   */
  HrNotify(ulFlags: number, lpSPropValue: readonly PropValue[]): Hr;
  /**
   * Inserts a row at a place.
   *
   * @param uliRow behind how many rows, 0 to the number of all
   * @param lpSRow the row
   * @returns `S_OK`; `MAPI_E_INVALID_PARAMETER` when there is a row with the same value in the index column
   * @spec itabledata-hrinsertrow
   */
  HrInsertRow(uliRow: number, lpSRow: SRow): Hr;
  /**
   * Does to several rows what HrModifyRow does to one. Those who asked are told of each row or, when there are more
   * than eight, once of a changed table.
   *
   * @param ulFlags reserved, 0
   * @param lpSRowSet the rows
   * @returns `S_OK`; `MAPI_E_INVALID_PARAMETER`, with nothing changed, when one has no index column
   * @spec itabledata-hrmodifyrows
   */
  HrModifyRows(ulFlags: number, lpSRowSet: readonly SRow[]): Hr;
  /**
   * Deletes rows. One that is not there is no error.
   *
   * @param ulFlags `TAD_ALL_ROWS` to delete all of them, told once as `TABLE_RELOAD`
   * @param lprowsetToDelete the rows, each with its index column; null under `TAD_ALL_ROWS`
   * @returns `S_OK` with the number of rows deleted
   * @spec itabledata-hrdeleterows
   */
  HrDeleteRows(ulFlags: number, lprowsetToDelete: readonly SRow[] | null): Out<number>;
}

/** The IID of {@link ITableData:interface}. */
export const ITableData: Iid<ITableData> = iid<ITableData, IUnknown>(
  'ITableData',
  '00020316-0000-0000-C000-000000000046',
  IUnknown,
  {
    HrGetView:
      '([unique] LPSSortOrderSet lpSSortOrderSet, [unique] CALLERRELEASE *lpfCallerRelease, ULONG_PTR ulCallerData, [out] LPMAPITABLE *lppMAPITable)',
    HrModifyRow: '(LPSRow lpSRow)',
    HrDeleteRow: '(LPSPropValue lpSPropValue)',
    HrQueryRow: '(LPSPropValue lpsPropValue, [out] LPSRow *lppSRow, [out, unique] ULONG *lpuliRow)',
    HrEnumRow: '(ULONG ulRowNumber, [out] LPSRow *lppSRow)',
    HrNotify: '(ULONG ulFlags, ULONG cValues, [size_is(cValues)] LPSPropValue lpSPropValue)',
    HrInsertRow: '(ULONG uliRow, LPSRow lpSRow)',
    HrModifyRows: '(ULONG ulFlags, LPSRowSet lpSRowSet)',
    HrDeleteRows: '(ULONG ulFlags, [unique] LPSRowSet lprowsetToDelete, [out] ULONG *cRowsDeleted)',
  },
  'later',
);
