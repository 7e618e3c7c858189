// Written by scripts/generate/mapi-flags.mjs from test/reference/mapi-constants.json; change the facts, not this file.
import { bits, type FlagGroup, values } from './flaggroup.js';

/** Table type (CreateTable, IMAPITable::GetStatus). @spec imapitable-getstatus */
export const TBLTYPE_SNAPSHOT = 0x0;
/** Table type (CreateTable, IMAPITable::GetStatus). @spec imapitable-getstatus */
export const TBLTYPE_KEYSET = 0x1;
/** Table type (CreateTable, IMAPITable::GetStatus). @spec imapitable-getstatus */
export const TBLTYPE_DYNAMIC = 0x2;
/** Each table type, one at a time, with their names. @spec imapitable-getstatus */
export const TableTypes: FlagGroup = /* @__PURE__ */ values('TableTypes', {
  TBLTYPE_SNAPSHOT,
  TBLTYPE_KEYSET,
  TBLTYPE_DYNAMIC,
});

/** Table state (IMAPITable::GetStatus). @spec imapitable-getstatus */
export const TBLSTAT_COMPLETE = 0x0;
/** Table state (IMAPITable::GetStatus). @spec imapitable-getstatus */
export const TBLSTAT_QCHANGED = 0x7;
/** Table state (IMAPITable::GetStatus). @spec imapitable-getstatus */
export const TBLSTAT_SORTING = 0x9;
/** Table state (IMAPITable::GetStatus). @spec imapitable-getstatus */
export const TBLSTAT_SORT_ERROR = 0xa;
/** Table state (IMAPITable::GetStatus). @spec imapitable-getstatus */
export const TBLSTAT_SETTING_COLS = 0xb;
/** Table state (IMAPITable::GetStatus). @spec imapitable-getstatus */
export const TBLSTAT_SETCOL_ERROR = 0xd;
/** Table state (IMAPITable::GetStatus). @spec imapitable-getstatus */
export const TBLSTAT_RESTRICTING = 0xe;
/** Table state (IMAPITable::GetStatus). @spec imapitable-getstatus */
export const TBLSTAT_RESTRICT_ERROR = 0xf;
/** Each table state, one at a time, with their names. @spec imapitable-getstatus */
export const TableStates: FlagGroup = /* @__PURE__ */ values('TableStates', {
  TBLSTAT_COMPLETE,
  TBLSTAT_QCHANGED,
  TBLSTAT_SORTING,
  TBLSTAT_SORT_ERROR,
  TBLSTAT_SETTING_COLS,
  TBLSTAT_SETCOL_ERROR,
  TBLSTAT_RESTRICTING,
  TBLSTAT_RESTRICT_ERROR,
});

/** Flag of a table operation (IMAPITable::Restrict, IMAPITable::SetColumns, IMAPITable::SortTable). @spec imapitable-setcolumns */
export const TBL_ASYNC = 0x1;
/** Flag of a table operation (IMAPITable::Restrict, IMAPITable::SetColumns, IMAPITable::SortTable). @spec imapitable-setcolumns */
export const TBL_BATCH = 0x2;
/** Each flag of a table operation, ORed together, with their names. @spec imapitable-setcolumns */
export const TableFlags: FlagGroup = /* @__PURE__ */ bits('TableFlags', { TBL_ASYNC, TBL_BATCH });

/** Flag of QueryColumns (IMAPITable::QueryColumns). @spec imapitable-querycolumns */
export const TBL_ALL_COLUMNS = 0x1;
/** Each flag of QueryColumns, ORed together, with their names. @spec imapitable-querycolumns */
export const QueryColumnsFlags: FlagGroup = /* @__PURE__ */ bits('QueryColumnsFlags', { TBL_ALL_COLUMNS });

/** Flag of QueryRows (IMAPITable::QueryRows). @spec imapitable-queryrows */
export const TBL_NOADVANCE = 0x1;
/** Each flag of QueryRows, ORed together, with their names. @spec imapitable-queryrows */
export const QueryRowsFlags: FlagGroup = /* @__PURE__ */ bits('QueryRowsFlags', { TBL_NOADVANCE });

/** Flag of GetRowCount. @spec imapitable-getrowcount */
export const TBL_NOWAIT = 0x1;
/** Each flag of GetRowCount, ORed together, with their names. @spec imapitable-getrowcount */
export const RowCountFlags: FlagGroup = /* @__PURE__ */ bits('RowCountFlags', { TBL_NOWAIT });

/** Flag of FindRow (IMAPITable::FindRow). @spec imapitable-findrow */
export const DIR_BACKWARD = 0x1;
/** Each flag of FindRow, ORed together, with their names. @spec imapitable-findrow */
export const FindRowFlags: FlagGroup = /* @__PURE__ */ bits('FindRowFlags', { DIR_BACKWARD });

/** Bookmark (IMAPITable::FindRow, IMAPITable::SeekRow). @spec imapitable-seekrow */
export const BOOKMARK_BEGINNING = 0x0;
/** Bookmark (IMAPITable::FindRow, IMAPITable::SeekRow). @spec imapitable-seekrow */
export const BOOKMARK_CURRENT = 0x1;
/** Bookmark (IMAPITable::FindRow, IMAPITable::SeekRow). @spec imapitable-seekrow */
export const BOOKMARK_END = 0x2;
/** Each bookmark, one at a time, with their names. @spec imapitable-seekrow */
export const Bookmarks: FlagGroup = /* @__PURE__ */ values('Bookmarks', {
  BOOKMARK_BEGINNING,
  BOOKMARK_CURRENT,
  BOOKMARK_END,
});

/** Row type. @spec pidtagrowtype-canonical-property */
export const TBL_LEAF_ROW = 0x1;
/** Row type. @spec pidtagrowtype-canonical-property */
export const TBL_EMPTY_CATEGORY = 0x2;
/** Row type. @spec pidtagrowtype-canonical-property */
export const TBL_EXPANDED_CATEGORY = 0x3;
/** Row type. @spec pidtagrowtype-canonical-property */
export const TBL_COLLAPSED_CATEGORY = 0x4;
/** Each row type, one at a time, with their names. @spec pidtagrowtype-canonical-property */
export const RowTypes: FlagGroup = /* @__PURE__ */ values('RowTypes', {
  TBL_LEAF_ROW,
  TBL_EMPTY_CATEGORY,
  TBL_EXPANDED_CATEGORY,
  TBL_COLLAPSED_CATEGORY,
});

/** Flag of ITableData (ITableData::HrDeleteRows). @spec itabledata-hrdeleterows */
export const TAD_ALL_ROWS = 0x1;
/** Each flag of ITableData, ORed together, with their names. @spec itabledata-hrdeleterows */
export const TableDataFlags: FlagGroup = /* @__PURE__ */ bits('TableDataFlags', { TAD_ALL_ROWS });

/** Flag of ModifyTable (IExchangeModifyTable::ModifyTable). @spec iexchangemodifytable-modifytable */
export const ROWLIST_REPLACE = 0x1;
/** Each flag of ModifyTable, ORed together, with their names. @spec iexchangemodifytable-modifytable */
export const ModifyTableFlags: FlagGroup = /* @__PURE__ */ bits('ModifyTableFlags', { ROWLIST_REPLACE });

/** Change of a row. @spec rowentry */
export const ROW_ADD = 0x1;
/** Change of a row. @spec rowentry */
export const ROW_MODIFY = 0x2;
/** Change of a row. @spec rowentry */
export const ROW_REMOVE = 0x4;
/** Change of a row. @spec rowentry */
export const ROW_EMPTY = 0x5;
/** Each change of a row, one at a time, with their names. @spec rowentry */
export const RowChanges: FlagGroup = /* @__PURE__ */ values('RowChanges', {
  ROW_ADD,
  ROW_MODIFY,
  ROW_REMOVE,
  ROW_EMPTY,
});
