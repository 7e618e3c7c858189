import { createRequire } from 'node:module';
import { type BetterSqlite3, betterSqlite3Driver } from './better-sqlite3.js';
import { type NodeSqlite, nodeSqliteDriver } from './node-sqlite.js';
import type { SqlDriver } from './port.js';

/** What a process has to offer; a test offers something else. */
export interface DriverSources {
  /** The major version of Node. */
  readonly major: number;
  /** The module `node:sqlite`, or undefined where Node has none. */
  nodeSqlite(): NodeSqlite | undefined;
  /** Loads better-sqlite3; throws when it is not installed or was built for another Node. */
  betterSqlite3(): BetterSqlite3;
}

/**
 * Chooses the SQLite driver: `node:sqlite` where Node has it, on Node 20 better-sqlite3. The latter is never loaded on
 * Node 22 and newer, where loading it may abort the process.
 *
 * @param sources what there is to choose from; this process unless told
 * @returns the driver
 * @throws {NoSqlite} when there is none, with both ways out
 */
export function chooseSqlite(sources: DriverSources = thisProcess): SqlDriver {
  const builtIn = sources.nodeSqlite();
  if (builtIn) return nodeSqliteDriver(builtIn);
  const ways =
    'run Node 22.13 or newer, which brings SQLite along, or on Node 20 install the driver with `npm install better-sqlite3@12.11.1`';
  if (sources.major >= 22) throw new NoSqlite(`this Node has no node:sqlite: ${ways}`);
  try {
    return betterSqlite3Driver(sources.betterSqlite3());
  } catch (cause) {
    throw new NoSqlite(`this Node has no SQLite and better-sqlite3 does not load: ${ways}`, { cause });
  }
}

/** There is no SQLite in this process; the words tell both ways out. */
export class NoSqlite extends Error {
  override readonly name = 'NoSqlite';
}

const thisProcess: DriverSources = {
  major: Number.parseInt(process.versions.node, 10),
  nodeSqlite: () => withoutItsWarning(() => process.getBuiltinModule('node:sqlite') as NodeSqlite | undefined),
  betterSqlite3: () => createRequire(import.meta.url)('better-sqlite3') as BetterSqlite3,
};

/**
 * Loads the module without the warning that it is experimental, which some Nodes write to standard error: it would stand in the
 * output of every command, and tells users of comail nothing that they could act on. All other warnings pass.
 */
function withoutItsWarning<T>(load: () => T): T {
  const emit = process.emitWarning;
  const quiet = (warning: string | Error, ...rest: unknown[]): void => {
    if (String(warning).startsWith('SQLite is an experimental feature')) return;
    Reflect.apply(emit, process, [warning, ...rest]);
  };
  process.emitWarning = quiet as typeof emit;
  try {
    return load();
  } finally {
    process.emitWarning = emit;
  }
}
