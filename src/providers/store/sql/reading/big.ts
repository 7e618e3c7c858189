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
  const first = Math.floor(from / chunkBytes);
  if (from === first * chunkBytes && end - from > chunkBytes / 2 && end - from <= chunkBytes) {
    // Most of one chunk: what the driver answered is handed on as it is.
    const { buffer, byteOffset } = chunkOf(db, big, first);
    return new Uint8Array(buffer, byteOffset, end - from);
  }
  const out = new Uint8Array(end - from);
  for (let seq = first; seq * chunkBytes < end; seq++) {
    const chunk = chunkOf(db, big, seq);
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

function chunkOf(db: Database, big: number, seq: number): Uint8Array<ArrayBuffer> {
  const chunk = db.get('SELECT bytes FROM big_chunk WHERE big = ? AND seq = ?', big, seq)?.['bytes'];
  if (!(chunk instanceof Uint8Array))
    throw new StoreError('CORRUPT_STORE', `part ${seq} of the large value ${big} is missing`);
  return chunk as Uint8Array<ArrayBuffer>;
}
