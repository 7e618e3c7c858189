import { limit } from '../../../../base/index.js';
import { type PropTag, propId, propType } from '../../../../mapi/index.js';
import { StoreError } from '../../error.js';
import type { Database } from '../database.js';

/** Bytes in one row of a large value. */
export const chunkBytes: number = limit(
  'store.chunkBytes',
  262_144,
  'bytes',
  'What one read or write of a stream holds in memory and one commit adds to the log; larger gains little',
);

/** What a large value belongs to. */
export interface BigOwner {
  /** 1: folder, 2: message, 3: attachment. */
  readonly kind: 1 | 2 | 3;
  /** Its id. */
  readonly id: number;
}

/** A large value of an object. */
export interface BigValue {
  /** The property, with its real type. */
  readonly tag: PropTag;
  /** The id under which its chunks are read. */
  readonly big: number;
  /** Bytes. */
  readonly size: number;
}

/**
 * The large values of an object.
 *
 * @param db the connection
 * @param owner whose
 */
export function bigValues(db: Database, owner: BigOwner): readonly BigValue[] {
  const rows = db.all(
    'SELECT prop, type, big, size FROM big_use JOIN big ON big.id = big_use.big WHERE kind = ? AND owner = ? ORDER BY prop',
    owner.kind,
    owner.id,
  );
  return rows.map((row) => ({
    tag: ((((row['prop'] as number) << 16) | (row['type'] as number)) >>> 0) as PropTag,
    big: row['big'] as number,
    size: row['size'] as number,
  }));
}

/** Makes an empty staged value: chunks are added to it, then a save gives it to a property. */
export function stageBig(db: Database): number {
  return db.run('INSERT INTO big (size, staged) VALUES (0, ?)', Date.now()).lastId;
}

/**
 * Adds a chunk to a staged value.
 *
 * @param big its id
 * @param seq the number of the chunk, from 0 without gaps; each but the last has {@link chunkBytes} bytes
 * @throws {StoreError} `NOT_FOUND` when it is not staged (any more)
 */
export function appendBig(db: Database, big: number, seq: number, bytes: Uint8Array): void {
  const { changes } = db.run('UPDATE big SET size = size + ? WHERE id = ? AND staged IS NOT NULL', bytes.length, big);
  if (changes === 0) throw new StoreError('NOT_FOUND', `there is no staged value ${big}`);
  db.run('INSERT INTO big_chunk (big, seq, bytes) VALUES (?, ?, ?)', big, seq, bytes);
}

/** Writes a whole value at once, as a staged one. */
export function writeBig(db: Database, bytes: Uint8Array): number {
  const big = stageBig(db);
  for (let seq = 0; seq * chunkBytes < bytes.length; seq++)
    appendBig(db, big, seq, bytes.subarray(seq * chunkBytes, (seq + 1) * chunkBytes));
  return big;
}

/** Drops a staged value that no save took. */
export function dropBig(db: Database, big: number): void {
  db.run('DELETE FROM big WHERE id = ? AND staged IS NOT NULL', big);
}

/**
 * Gives a value to a property; what the property had goes. Values never change, so several objects may share one.
 *
 * @throws {StoreError} `NOT_FOUND` when there is no such value
 */
export function putBig(db: Database, owner: BigOwner, tag: number, big: number): void {
  removeBig(db, owner, tag);
  if (db.run('UPDATE big SET staged = NULL WHERE id = ?', big).changes === 0)
    throw new StoreError('NOT_FOUND', `there is no staged value ${big}`);
  const { kind, id } = owner;
  db.run(
    'INSERT INTO big_use (kind, owner, prop, type, big) VALUES (?, ?, ?, ?, ?)',
    kind,
    id,
    propId(tag),
    propType(tag),
    big,
  );
}

/** Takes a property's large value away; a value that nothing uses any more goes with it. */
export function removeBig(db: Database, owner: BigOwner, tag: number): void {
  const where = 'kind = ? AND owner = ? AND prop = ?';
  const row = db.get(`SELECT big FROM big_use WHERE ${where}`, owner.kind, owner.id, propId(tag));
  if (!row) return;
  db.run(`DELETE FROM big_use WHERE ${where}`, owner.kind, owner.id, propId(tag));
  sweep(db, row['big'] as number);
}

/** Takes all large values of an object away. */
export function removeAllBig(db: Database, owner: BigOwner): void {
  for (const { tag } of bigValues(db, owner)) removeBig(db, owner, tag);
}

/** Lets a copy of an object share its large values. */
export function shareBig(db: Database, from: BigOwner, to: BigOwner): void {
  db.run(
    'INSERT INTO big_use (kind, owner, prop, type, big) SELECT ?, ?, prop, type, big FROM big_use WHERE kind = ? AND owner = ?',
    to.kind,
    to.id,
    from.kind,
    from.id,
  );
}

function sweep(db: Database, big: number): void {
  db.run('DELETE FROM big WHERE id = ? AND NOT EXISTS (SELECT 1 FROM big_use WHERE big_use.big = big.id)', big);
}
