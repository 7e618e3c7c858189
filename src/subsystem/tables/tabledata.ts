import { acquire, borrow, ComError, com, type Iid, type Impl, type Ret, S_OK } from '../../com/index.js';
import {
  type CallerRelease,
  IMAPITable,
  ITableData,
  MAPI_E_INTERFACE_NOT_SUPPORTED,
  MAPI_E_INVALID_PARAMETER,
  MAPI_E_NOT_FOUND,
  MAPI_E_UNKNOWN_FLAGS,
  PropRow,
  type PropTag,
  type PropValue,
  type QueriedRow,
  type SRow,
  type SSortOrderSet,
  sortBy,
  TAD_ALL_ROWS,
  TableTypes,
} from '../../mapi/index.js';
import { MemoryRows, type MemoryRowsOptions } from './memoryrows.js';
import { checkSettings } from './openview.js';
import { Table } from './table.js';
import { viewOf } from './viewsource.js';

/**
 * Makes a table that is held in memory. The functions that allocate memory have no part here.
 *
 * @param lpInterface `ITableData`, or null for the same
 * @param ulTableType `TBLTYPE_DYNAMIC`; `TBLTYPE_KEYSET` for views that keep the rows they began with and follow their
 *   values; `TBLTYPE_SNAPSHOT` for views that stay as they began
 * @param ulPropTagIndexColumn the column whose value identifies a row, `PR_INSTANCE_KEY` for instance
 * @param lpSPropTagArrayColumns the columns that views begin with
 * @returns `S_OK` with the table; `MAPI_E_INTERFACE_NOT_SUPPORTED` for another interface; `MAPI_E_INVALID_PARAMETER` for
 *   another table type or a column that is no property tag
 * @spec createtable
 */
export function CreateTable(
  lpInterface: Iid<ITableData> | null,
  ulTableType: number,
  ulPropTagIndexColumn: PropTag,
  lpSPropTagArrayColumns: readonly PropTag[],
): Ret<ITableData> {
  if (lpInterface !== null && lpInterface?.guid !== ITableData.guid) return [MAPI_E_INTERFACE_NOT_SUPPORTED, null];
  const isTag = (tag: number): boolean => Number.isInteger(tag) && tag === tag >>> 0;
  if (![ulPropTagIndexColumn, ...lpSPropTagArrayColumns].every(isTag) || !isTableType(ulTableType))
    return [MAPI_E_INVALID_PARAMETER, null];
  const options = { index: ulPropTagIndexColumn, columns: lpSPropTagArrayColumns, tableType: ulTableType };
  return [S_OK, com(new TableData(options), ITableData)];
}

/** `ITableData` over rows in memory. @spec itabledataiunknown */
export class TableData implements Impl<ITableData> {
  /** The rows, for whoever made the table. */
  readonly rows: MemoryRows;
  readonly #options: MemoryRowsOptions;

  /**
   * Makes a table without rows.
   *
   * @param options its index column, its columns and its type
   */
  constructor(options: MemoryRowsOptions) {
    this.#options = options;
    this.rows = new MemoryRows(options);
  }

  /** As {@link ITableData.HrGetView} says. */
  HrGetView(
    lpSSortOrderSet: SSortOrderSet | null,
    lpfCallerRelease: CallerRelease | null,
    ulCallerData: number,
  ): IMAPITable {
    const order = lpSSortOrderSet ?? sortBy();
    checkSettings(this.rows, { restriction: null, order, instances: [] });
    const { source, close } = viewOf(this.rows, this.#options);
    // The view keeps its table alive, so that whoever is told of the end of the view can still be given the table.
    const self = acquire(borrow(this, ITableData), ITableData, 'lpTblData');
    const view: IMAPITable = com(
      new Table(source, {
        order,
        released: () => {
          close();
          try {
            lpfCallerRelease?.(ulCallerData, self, view);
          } finally {
            self.Release();
          }
        },
      }),
      IMAPITable,
    );
    return view;
  }

  /** As {@link ITableData.HrModifyRow} says. */
  HrModifyRow(lpSRow: SRow): void {
    this.rows.put([lpSRow]);
  }

  /** As {@link ITableData.HrDeleteRow} says. */
  HrDeleteRow(lpSPropValue: PropValue): void {
    if (this.rows.remove([[lpSPropValue]]) === 0) throw new ComError(MAPI_E_NOT_FOUND, 'no row has this index');
  }

  /** As {@link ITableData.HrQueryRow} says. */
  HrQueryRow(lpsPropValue: PropValue): QueriedRow {
    const found = this.rows.query(lpsPropValue);
    if (!found) throw new ComError(MAPI_E_NOT_FOUND, 'no row has this index');
    return Object.freeze({ lppSRow: found.row, lpuliRow: found.number });
  }

  /** As {@link ITableData.HrEnumRow} says. */
  HrEnumRow(ulRowNumber: number): PropRow {
    return this.rows.at(ulRowNumber) ?? noRow;
  }

  /** As {@link ITableData.HrNotify} says. */
  HrNotify(ulFlags: number, lpSPropValue: readonly PropValue[]): void {
    checkFlags(ulFlags, 0);
    if (!this.rows.touch(lpSPropValue)) throw new ComError(MAPI_E_NOT_FOUND, 'no row has this index');
  }

  /** As {@link ITableData.HrInsertRow} says. */
  HrInsertRow(uliRow: number, lpSRow: SRow): void {
    this.rows.insert(uliRow, lpSRow);
  }

  /** As {@link ITableData.HrModifyRows} says. */
  HrModifyRows(ulFlags: number, lpSRowSet: readonly SRow[]): void {
    checkFlags(ulFlags, 0);
    if (!Array.isArray(lpSRowSet)) throw invalid('lpSRowSet is no array of rows');
    this.rows.put(lpSRowSet);
  }

  /** As {@link ITableData.HrDeleteRows} says. */
  HrDeleteRows(ulFlags: number, lprowsetToDelete: readonly SRow[] | null): number {
    checkFlags(ulFlags, TAD_ALL_ROWS);
    if ((ulFlags & TAD_ALL_ROWS) !== 0) return this.rows.clear();
    if (!Array.isArray(lprowsetToDelete)) throw invalid('lprowsetToDelete is no array of rows');
    return this.rows.remove(lprowsetToDelete);
  }
}

const noRow: PropRow = new PropRow(Object.freeze([]), []);

const isTableType = (type: number): boolean => Object.values(TableTypes.constants).includes(type);

function checkFlags(flags: number, known: number): void {
  if ((flags & ~known) !== 0) throw new ComError(MAPI_E_UNKNOWN_FLAGS, `ulFlags 0x${(flags >>> 0).toString(16)}`);
}

const invalid = (words: string): ComError => new ComError(MAPI_E_INVALID_PARAMETER, words);
