import { existsSync, statSync } from 'node:fs';
import { newGuid } from '../../../../com/index.js';
import type { SqlDriver } from '../../driver/index.js';
import { StoreError } from '../../error.js';
import { Database } from '../database.js';
import { applicationId, migrations, schemaVersion } from './migrations.js';

/** How a store file is opened. `create` refuses a file that exists, `open` one that does not. */
export type OpenMode = 'open' | 'create' | 'open-or-create' | 'read-only';

/**
 * Opens a store file, and brings its schema up to date unless it may only be read.
 *
 * @param driver the SQLite driver
 * @param file path of the file
 * @param mode whether the file must, may or must not exist
 * @returns the open database, in WAL mode; a commit is on the disk once the log was forced there
 * @throws {StoreError} `NOT_FOUND`, `COLLISION` (`create`, and the file exists), `CORRUPT_STORE` (no store, or damaged:
 *   nothing is written to it), `VERSION` (made by a newer comail, or an older one read-only), `NO_ACCESS`,
 *   `NOT_ENOUGH_DISK`, `BUSY`
 */
export function openDatabase(driver: SqlDriver, file: string, mode: OpenMode): Database {
  const fresh = isFresh(file, mode);
  let db: Database;
  try {
    db = new Database(driver.open(file, { readOnly: mode === 'read-only' && unfinished(file) }));
  } catch (cause) {
    throw new StoreError('NO_ACCESS', `cannot open ${file}: ${(cause as Error).message}`, cause);
  }
  try {
    // Opening may wait for another process that creates or migrates; later writers ask without holding up the loop.
    db.exec('PRAGMA busy_timeout = 5000');
    if (!fresh) recognize(db, file, mode);
    if (mode === 'read-only') db.exec('PRAGMA query_only = ON');
    else prepare(db, file);
    db.exec('PRAGMA busy_timeout = 0; PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON');
    db.exec(`PRAGMA cache_size = -${cacheBytes / 1024}`);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/**
 * Whether somebody is at work on the file, or was cut off. Then a reader has to leave all as it is. Otherwise its connection may
 * be one that could write and does not: only such a one takes the log and its index away again when it closes.
 */
const unfinished = (file: string): boolean =>
  ['-wal', '-journal'].some((end) => (statSync(`${file}${end}`, { throwIfNoEntry: false })?.size ?? 0) > 0);

/** Whether there is nothing yet; a creation that was killed leaves a file without a byte. */
function isFresh(file: string, mode: OpenMode): boolean {
  const there = existsSync(file);
  const mayCreate = mode === 'create' || mode === 'open-or-create';
  if (!there && !mayCreate) throw new StoreError('NOT_FOUND', `there is no store file ${file}`);
  const empty = there && statSync(file).size === 0;
  if (there && !empty && mode === 'create') throw new StoreError('COLLISION', `${file} exists already`);
  if (empty && !mayCreate) throw new StoreError('CORRUPT_STORE', `${file} is empty: it is no store`);
  return !there || empty;
}

/** Reads who made the file before anything is written to it. */
function recognize(db: Database, file: string, mode: OpenMode): void {
  const application = pragma(db, 'application_id');
  const version = pragma(db, 'user_version');
  if (application === 0 && version === 0 && tables(db) === 0 && mode === 'open-or-create') return;
  if (application !== applicationId)
    throw new StoreError('CORRUPT_STORE', `${file} is a database of another program, not a comail store`);
  if (version > schemaVersion)
    throw new StoreError('VERSION', `${file} has schema ${version}, this comail knows ${schemaVersion}: update comail`);
  if (version < schemaVersion && mode === 'read-only')
    throw new StoreError('VERSION', `${file} has schema ${version}: open it once for writing to bring it up to date`);
}

/** Bytes of a page of a new store: a large value is written in half the time it takes with SQLite's 4096 (decision 0012). */
const pageBytes = 16_384;
/**
 * Bytes in the log that are copied into the file at a time. Each time the disk is waited for twice, so that less costs every write; more
 * would hold up the event loop longer.
 */
const checkpointBytes = 8_388_608;
/**
 * Bytes of pages that a connection holds, SQLite's own default: better-sqlite3's is eight times that, which wins nothing over the
 * system's cache here, costs its memory, and falls out of the processor's cache while a large value passes through.
 */
const cacheBytes = 2_048_000;

function prepare(db: Database, file: string): void {
  // The size of pages is a new file's only; one that was made with others keeps them.
  db.exec(`PRAGMA page_size = ${pageBytes}`);
  // Making the store waits for the disk within each commit.
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL');
  create(db, file);
  db.exec(`PRAGMA wal_autocheckpoint = ${Math.ceil(checkpointBytes / pragma(db, 'page_size'))}`);
  // From here on whoever writes waits for the disk outside of the commit (log-sync.ts), and answers after that.
  db.exec('PRAGMA synchronous = NORMAL');
}

function create(db: Database, file: string): void {
  if (pragma(db, 'user_version') === schemaVersion) return;
  db.exec('BEGIN IMMEDIATE');
  try {
    // Asked again under the lock: another process may have done it meanwhile.
    const version = pragma(db, 'user_version');
    if (version > schemaVersion) throw new StoreError('VERSION', `${file} was brought to schema ${version} meanwhile`);
    for (const migration of migrations.slice(version)) db.exec(migration);
    if (version === 0) db.run('INSERT INTO meta (name, value) VALUES (?, ?)', 'uid', newGuid());
    db.exec(`PRAGMA application_id = ${applicationId}; PRAGMA user_version = ${schemaVersion}; COMMIT`);
  } catch (error) {
    if (db.inTransaction()) db.exec('ROLLBACK');
    throw error;
  }
}

const pragma = (db: Database, name: string): number => db.get(`PRAGMA ${name}`)?.[name] as number;
const tables = (db: Database): number => db.get('SELECT count(*) AS n FROM sqlite_master')?.['n'] as number;
