// The driver port: the least that group commit needs of a synchronous SQLite driver, over two back ends.
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/**
 * @typedef {object} Database
 * @property {string} name the driver and the version of SQLite in it
 * @property {(sql: string) => void} exec runs statements without parameters
 * @property {(sql: string) => { run(...args: unknown[]): unknown, get(...args: unknown[]): any, all(...args: unknown[]): any[] }} prepare
 * @property {() => boolean} inTransaction whether a transaction is open; an error may have ended it
 * @property {() => void} close
 */

/**
 * Opens a database with the driver named, else with node:sqlite, else with a better-sqlite3 that can be resolved.
 *
 * @param {string} file path of the database file
 * @param {{ driverPath?: string | undefined, busyTimeout?: number, autocheckpoint?: number }} [options]
 *   driverPath: folder of an installed better-sqlite3; busyTimeout in ms; autocheckpoint in pages, 0 for never
 * @returns {Promise<Database>}
 */
export async function openDatabase(file, options = {}) {
  const db = options.driverPath ? betterSqlite3(file, options.driverPath) : await nodeSqlite(file);
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
    return resolved(file, cause);
  }
  const raw = new sqlite.DatabaseSync(file);
  // isTransaction came with Node 22.16; before that a harmless BEGIN tells the same.
  const inTransaction = 'isTransaction' in raw ? () => raw.isTransaction : () => probe(raw);
  return port(raw, 'node:sqlite', inTransaction);
}

/** Node 20: the package stands in node_modules or on NODE_PATH, or there is no way on. */
function resolved(file, cause) {
  try {
    return betterSqlite3(file, 'better-sqlite3');
  } catch (error) {
    if (error.code !== 'MODULE_NOT_FOUND') throw error;
    const ways = 'run a Node with node:sqlite (22 or newer), or give --driver-path <folder of better-sqlite3 12>';
    throw new Error(`No SQLite driver: ${ways}`, { cause });
  }
}

function betterSqlite3(file, path) {
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
