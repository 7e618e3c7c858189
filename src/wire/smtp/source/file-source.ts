import { type FileHandle, open } from 'node:fs/promises';
import { CHUNK_BYTES } from '../limits.js';
import type { ByteSource } from './byte-source.js';

/**
 * A source over a file: its size is known, it is read ahead by one chunk into buffers that are used again, and it is
 * closed on every path.
 *
 * @param path the file
 * @returns a source that opens the file anew each time it is asked
 * @throws {Error} the file system's error when the file can't be looked at
 */
export async function fromFile(path: string): Promise<ByteSource> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    return { size, chunks: () => read(path) };
  } finally {
    await file.close();
  }
}

async function* read(path: string): AsyncGenerator<Uint8Array> {
  const file = await open(path, 'r');
  const buffers: [Buffer, Buffer] = [take(), take()];
  let ahead: Promise<number> | null = null;
  try {
    ahead = fill(file, buffers[0]);
    for (;;) {
      const length = await ahead;
      ahead = null;
      if (length === 0) return;
      const full = buffers[0];
      buffers.reverse();
      // While this chunk is on its way, the next one is read into the other buffer.
      ahead = fill(file, buffers[0]);
      // It may fail while this chunk is still on its way: whoever asks for the next chunk is told then.
      ahead.catch(() => 0);
      yield full.subarray(0, length);
    }
  } finally {
    // A read that is under way must end before its buffer is given to somebody else. Its error, if any, comes after
    // the reason why nobody wants its bytes any more.
    await ahead?.catch(() => 0);
    spare.push(...buffers.slice(0, Math.max(0, SPARE - spare.length)));
    await file.close();
  }
}

async function fill(file: FileHandle, buffer: Buffer): Promise<number> {
  let length = 0;
  while (length < buffer.length) {
    const { bytesRead } = await file.read(buffer, length, buffer.length - length, null);
    if (bytesRead === 0) break;
    length += bytesRead;
  }
  return length;
}

const SPARE = 16;
const spare: Buffer[] = [];

function take(): Buffer {
  return spare.pop() ?? Buffer.allocUnsafeSlow(CHUNK_BYTES);
}
