import { acquire } from '../object.js';
import { check, ok } from '../ok.js';
import {
  STATFLAG_NONAME,
  STGC_DEFAULT,
  STREAM_SEEK_CUR,
  STREAM_SEEK_END,
  STREAM_SEEK_SET,
} from '../stream/constants.js';
import { IStream } from '../stream/istream.js';
import { chunkBytes } from '../stream/limits.js';
import { ILockBytes } from './ilockbytes.js';

/** Where a compound file lies. */
export interface Backing {
  /** How many bytes are there. */
  size(): Promise<number>;
  /** Reads so many from the start. */
  read(size: number): Promise<Uint8Array>;
  /** Puts these bytes in the place of what is there, and makes them lasting. */
  write(bytes: Uint8Array): Promise<void>;
  /** Lets go of it. */
  release(): void;
}

/**
 * A stream as the place of a compound file.
 *
 * @param stream the stream; held until it is let go of
 * @param atCurrent whether the file begins at its seek pointer
 * @throws {ComError} when it is no stream
 */
export async function streamBacking(stream: IStream, atCurrent: boolean): Promise<Backing> {
  const file = acquire(stream, IStream, 'stream');
  let start = 0n;
  try {
    if (atCurrent) start = await ok(file.Seek(0, STREAM_SEEK_CUR));
  } catch (error) {
    file.Release();
    throw error;
  }
  return {
    size: async () => Number((await ok(file.Seek(0, STREAM_SEEK_END))) - start),
    read: async (size) => {
      await ok(file.Seek(start, STREAM_SEEK_SET));
      const [, bytes] = await check(file.Read(size));
      return bytes;
    },
    write: async (bytes) => {
      await ok(file.Seek(start, STREAM_SEEK_SET));
      for (const piece of pieces(bytes)) await ok(file.Write(piece));
      await check(file.SetSize(start + BigInt(bytes.length)));
      await check(file.Commit(STGC_DEFAULT));
    },
    release: () => void file.Release(),
  };
}

/**
 * Bytes without a seek pointer as the place of a compound file.
 *
 * @param bytes the bytes; held until they are let go of
 * @throws {ComError} when it is no `ILockBytes`
 */
export function lockBytesBacking(bytes: ILockBytes): Backing {
  const file = acquire(bytes, ILockBytes, 'bytes');
  return {
    size: async () => Number((await ok(file.Stat(STATFLAG_NONAME))).cbSize),
    read: async (size) => {
      const [, all] = await check(file.ReadAt(0n, size));
      return all;
    },
    write: async (all) => {
      let at = 0;
      for (const piece of pieces(all)) {
        await ok(file.WriteAt(BigInt(at), piece));
        at += piece.length;
      }
      await check(file.SetSize(BigInt(all.length)));
      await check(file.Flush());
    },
    release: () => void file.Release(),
  };
}

function* pieces(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += chunkBytes) yield bytes.subarray(at, at + chunkBytes);
}
