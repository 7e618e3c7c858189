import { Writable } from 'node:stream';
import { STG_E_MEDIUMFULL } from '../codes.js';
import { ComError } from '../error.js';
import { acquire } from '../object.js';
import { ok } from '../ok.js';
import { ISequentialStream, IStream } from './istream.js';
import { chunkBytes } from './limits.js';

/** How {@link writableFromStream} writes. */
export interface WritableFromStreamOptions {
  /** Whether the end of the data commits the stream; true when left out. Streams without `IStream` have no commit. */
  readonly commit?: boolean;
}

/**
 * Lets Node write to a COM stream, from its seek pointer on. It holds a reference until it has finished, failed or was
 * destroyed, and gives it back once. `finish` comes after `Commit`: a file's bytes are on the disk then.
 *
 * @param stream the stream; `Write` is all it needs
 * @param options whether to commit at the end
 * @returns a Writable; it fails with the `ComError` that `Write` or `Commit` answered, `STG_E_MEDIUMFULL` when
 *   the stream takes nothing more
 * @throws {ComError} `E_INVALIDARG` when `stream` is no interface pointer, `CO_E_RELEASED` when it has ended,
 *   `E_NOINTERFACE` when it cannot be written to
 */
export function writableFromStream(stream: ISequentialStream, options: WritableFromStreamOptions = {}): Writable {
  const target = acquire(stream, ISequentialStream, 'stream');
  // The stream must outlive a call that is under way; nobody who destroys has to wait for that.
  let working = false;
  let destroyed = false;

  const during = async (work: () => Promise<void>): Promise<void> => {
    working = true;
    try {
      await work();
    } finally {
      working = false;
      if (destroyed) target.Release();
    }
  };

  return new Writable({
    highWaterMark: chunkBytes,
    write(chunk: Buffer, _encoding, callback) {
      during(() => writeAll(target, chunk)).then(() => callback(), callback);
    },
    final(callback) {
      during(() => (options.commit === false ? Promise.resolve() : commit(target))).then(() => callback(), callback);
    },
    destroy(error, callback) {
      destroyed = true;
      if (!working) target.Release();
      callback(error);
    },
  });
}

async function writeAll(target: ISequentialStream, chunk: Uint8Array): Promise<void> {
  for (let done = 0; done < chunk.length; ) {
    const written = await ok(target.Write(done === 0 ? chunk : chunk.subarray(done)));
    if (written <= 0) throw new ComError(STG_E_MEDIUMFULL, 'the stream takes nothing more');
    done += written;
  }
}

async function commit(target: ISequentialStream): Promise<void> {
  const [, whole] = target.QueryInterface(IStream);
  if (!whole) return;
  using stream = whole;
  await ok(stream.Commit());
}
