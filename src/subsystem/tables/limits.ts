import { limit } from '../../base/index.js';

/** How many rows a table holds that it has to restrict or sort itself. */
export const maxGatheredRows: number = limit(
  'tables.gatheredRows',
  1_000_000,
  'rows',
  'a row takes some hundred bytes; a source with more has to restrict and sort by itself',
);
/** How many rows are taken from a source at a time. */
export const rowsAtATime: number = limit(
  'tables.rowsAtATime',
  500,
  'rows',
  'others get a turn between two helpings, and Abort is heard',
);
/** How many rows one call returns. */
export const maxRowsPerCall: number = limit(
  'tables.rowsPerCall',
  50_000,
  'rows',
  'the count that IMAPITable::QueryRows gets is a request; whoever asks for everything reads on',
);
/** How many bookmarks a table has. */
export const maxBookmarks: number = limit(
  'tables.bookmarks',
  1000,
  'bookmarks',
  'IMAPITable::CreateBookmark asks for a bound, because each costs memory',
);
/** How many columns a table shows. */
export const maxColumns: number = limit(
  'tables.columns',
  1000,
  'columns',
  'a row has a slot for each; no object of a store has as many properties',
);
/** How many events one operation causes before they become one. */
export const maxRowEvents: number = limit(
  'tables.rowEvents',
  8,
  'events',
  'ITableData::HrModifyRows tells of up to eight rows and beyond that of a changed table',
);
