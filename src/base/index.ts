export { AssertionError, assert } from './assert.js';
export { chanceBytes } from './chance.js';
export { fileTimeNow, fileTimeOf, msOf } from './file-time.js';
export { type Limit, limit, limits } from './limits.js';
export { type Log, log, setLog } from './log.js';
export { type Running, stateOf, thisProcess } from './running.js';
export {
  chooseSqlite,
  type DriverSources,
  NoSqlite,
  type SqlConnection,
  type SqlDriver,
  type SqlRow,
  type SqlStatement,
  type SqlValue,
} from './sqlite/index.js';
export { version } from './version.js';
