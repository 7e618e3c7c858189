export type { DriverSources, SqlConnection, SqlDriver, SqlRow, SqlStatement, SqlValue } from '../../../base/index.js';
export { chooseDriver } from './choose.js';
export { isBusy, storeErrorOf } from './failures.js';
