import { Readable } from 'node:stream';
import { E_INVALIDARG, STG_E_READFAULT } from '../codes.js';
import { ComError } from '../error.js';
import { acquire } from '../object.js';
import { ok } from '../ok.js';
import { ISequentialStream } from './istream.js';
import { chunkBytes } from './limits.js';
import { requireCount } from './quantities.js';

/** How {@link readableFromStream} reads. */
export interface ReadableFromStreamOptions {
  /** How many bytes each `Read` asks for; 64 KB when left out. */
  readonly chunkSize?: number;
}

/**
 * Lets Node read from a COM stream, from its seek pointer to its end. It reads ahead by one chunk at most and only while
 * somebody takes the data. It holds a reference until it ends, fails or is destroyed, and gives it back once.
 *
 * @param stream the stream; `Read` is all it needs
 * @param options the chunk size
 * @returns a Readable of Buffers; it fails with the `ComError` that `Read` answered
 * @throws {ComError} `E_INVALIDARG` when `stream` is no interface pointer or `chunkSize` no count, `CO_E_RELEASED` when it has ended,
 *   `E_NOINTERFACE` when it cannot be read
 */
export function readableFromStream(stream: ISequentialStream, options: ReadableFromStreamOptions = {}): Readable {
  const chunkSize = requireCount(options.chunkSize ?? chunkBytes, 'chunkSize');
  if (chunkSize === 0) throw new ComError(E_INVALIDARG, 'chunkSize is 0, which would never reach the end');
  const source = acquire(stream, ISequentialStream, 'stream');
  // The stream must outlive a Read that is under way; nobody who destroys has to wait for that.
  let reading = false;
  let destroyed = false;

  const readOne = async (): Promise<Buffer | null> => {
    reading = true;
    try {
      const bytes = await ok(source.Read(chunkSize));
      if (bytes.length > chunkSize) throw new ComError(STG_E_READFAULT, 'Read answered more than it was asked for');
      // The view costs nothing; consumers of Node streams expect Buffers.
      return bytes.length > 0 ? Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length) : null;
    } finally {
      reading = false;
      if (destroyed) source.Release();
    }
  };

  return new Readable({
    highWaterMark: chunkSize,
    read() {
      readOne().then(
        (chunk) => this.push(chunk),
        (error: Error) => this.destroy(error),
      );
    },
    destroy(error, callback) {
      destroyed = true;
      if (!reading) source.Release();
      callback(error);
    },
  });
}
