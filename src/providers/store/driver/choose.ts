import { chooseSqlite, type DriverSources, NoSqlite, type SqlDriver } from '../../../base/index.js';
import { StoreError } from '../error.js';

/**
 * Chooses the SQLite driver of the store.
 *
 * @param sources what there is to choose from; this process unless told
 * @returns the driver
 * @throws {StoreError} `NO_DRIVER` when there is none, with both ways out
 */
export function chooseDriver(sources?: DriverSources): SqlDriver {
  try {
    return chooseSqlite(sources);
  } catch (error) {
    if (!(error instanceof NoSqlite)) throw error;
    throw new StoreError('NO_DRIVER', error.message, error.cause);
  }
}
