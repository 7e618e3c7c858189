// The driver port: the least that group commit needs of a synchronous SQLite driver, over two back ends.
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

/**
 * @typedef {object} Database
 * @property {string} name the driver and the version of SQLite in it
 * @property {(sql: string) => void} exec runs statements without parameters
 * @property {(sql: string) => { run(...args: unknown[]): unknown, get(...args: unknown[]): any, all(...args: unknown[]): any[] }} prepare
 * @property {() => boolean} inTransaction whether a transaction is open; an error may have ended it
 * @property {() => void} close
 */

/**
 * Opens a database with the first driver that this Node has: node:sqlite, else better-sqlite3.
 *
 * @param {string} file path of the database file
 * @param {{ driverPath?: string | undefined, busyTimeout?: number, autocheckpoint?: number }} [options]
 *   driverPath: folder of an installed better-sqlite3; busyTimeout in ms; autocheckpoint in pages, 0 for never
 * @returns {Promise<Database>}
 */
export async function openDatabase(file, options = {}) {
  const db = options.driverPath ? await betterSqlite3(file, options.driverPath) : await nodeSqlite(file);
  // FULL makes every COMMIT wait for the disk: an answer that was given survives a power failure.
  db.exec(`PRAGMA busy_timeout = ${options.busyTimeout ?? 0}`);
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON');
  db.exec(`PRAGMA wal_autocheckpoint = ${options.autocheckpoint ?? 1000}`);
  return db;
}

/** Whether the error says that another connection holds the lock. */
export function isBusy(error) {
  return String(error?.code).startsWith('SQLITE_BUSY') || (error?.errcode & 0xff) === 5;
}

async function nodeSqlite(file) {
  let sqlite;
  try {
    sqlite = await import('node:sqlite');
  } catch (cause) {
    throw new Error('This Node has no node:sqlite: give --driver-path <folder of better-sqlite3>', { cause });
  }
  const raw = new sqlite.DatabaseSync(file);
  // isTransaction came with Node 22.16; before that a harmless BEGIN tells the same.
  const inTransaction = 'isTransaction' in raw ? () => raw.isTransaction : () => probe(raw);
  return port(raw, 'node:sqlite', inTransaction);
}

async function betterSqlite3(file, path) {
  const require = createRequire(pathToFileURL(`${path}/package.json`));
  const raw = new (require(path))(file);
  return port(raw, 'better-sqlite3', () => raw.inTransaction);
}

function port(raw, name, inTransaction) {
  const { version } = raw.prepare('SELECT sqlite_version() AS version').get();
  return {
    name: `${name} (SQLite ${version})`,
    exec: (sql) => raw.exec(sql),
    prepare: (sql) => raw.prepare(sql),
    inTransaction,
    close: () => raw.close(),
  };
}

function probe(raw) {
  try {
    raw.exec('BEGIN DEFERRED');
  } catch {
    return true;
  }
  raw.exec('ROLLBACK');
  return false;
}
