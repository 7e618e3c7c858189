export { chooseSqlite, type DriverSources, NoSqlite } from './choose.js';
export type { SqlConnection, SqlDriver, SqlRow, SqlStatement, SqlValue } from './port.js';
