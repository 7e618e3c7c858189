export { HrAddColumns, HrAddColumnsEx, HrQueryAllRows } from './allrows.js';
export { maxRowEvents } from './limits.js';
export { MemoryRows, type MemoryRowsOptions, type NumberedRow } from './memoryrows.js';
export type { Rank } from './rank.js';
export type {
  Gap,
  RowChange,
  RowQuery,
  RowSource,
  Selection,
  Skipped,
  SourceColumns,
  SourceEvent,
  SourceRow,
} from './rowsource.js';
export { Table, type TableOptions } from './table.js';
export { CreateTable, TableData } from './tabledata.js';
