export { chooseDriver, type DriverSources } from './choose.js';
export { isBusy, storeErrorOf } from './failures.js';
export type { SqlConnection, SqlDriver, SqlRow, SqlStatement, SqlValue } from './port.js';
