import { StoreError } from '../../error.js';
import type { Database } from '../database.js';
import { chunkBytes } from '../operations/big.js';

/**
 * Reads part of a large value, touching only the rows that hold it.
 *
 * @param big its id
 * @param from the first byte
 * @param count how many bytes at most
 * @returns the bytes; fewer at the end, none behind it
 * @throws {StoreError} `OBJECT_DELETED` when the value is gone
 */
export function readBig(db: Database, big: number, from: number, count: number): Uint8Array {
  const size = bigSize(db, big);
  const end = Math.min(from + count, size);
  if (from >= end) return new Uint8Array(0);
  const out = new Uint8Array(end - from);
  for (let seq = Math.floor(from / chunkBytes); seq * chunkBytes < end; seq++) {
    const chunk = db.get('SELECT bytes FROM big_chunk WHERE big = ? AND seq = ?', big, seq)?.['bytes'] as
      | Uint8Array
      | undefined;
    if (!chunk) throw new StoreError('CORRUPT_STORE', `part ${seq} of the large value ${big} is missing`);
    const start = seq * chunkBytes;
    const part = chunk.subarray(Math.max(from - start, 0), end - start);
    out.set(part, Math.max(start - from, 0));
  }
  return out;
}

/**
 * The size of a large value, staged or not.
 *
 * @throws {StoreError} `OBJECT_DELETED` when it is gone
 */
export function bigSize(db: Database, big: number): number {
  const row = db.get('SELECT size FROM big WHERE id = ?', big);
  if (!row) throw new StoreError('OBJECT_DELETED', `the large value ${big} was deleted`);
  return row['size'] as number;
}
