export { chooseDriver, type DriverSources } from './choose.js';
export { isBusy, storeErrorOf } from './failures.js';
export type { SqlChange, SqlConnection, SqlDriver, SqlOpenOptions, SqlRow, SqlStatement, SqlValue } from './port.js';
