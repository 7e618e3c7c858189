import { type IStream, ok, STREAM_SEEK_SET, type SyncStream, syncStreamOf } from '../com/index.js';
import type { ByteSource } from '../wire/index.js';

const CHUNK_BYTES = 64 * 1024;

/**
 * Reads a message stream as the body of a wire message: from its start when it can be rewound, else from where it is,
 * to its end.
 *
 * @param stream the stream; the caller keeps a reference until the message is settled
 * @param size the size its owner told, 0 for unknown; it only guides progress and SIZE
 */
export function streamSource(stream: IStream, size: number): ByteSource {
  const core = syncStreamOf(stream);
  // Bytes in memory or in a file are read without a promise each; a small message is handed over in one piece.
  if (core) {
    const total = core.sizeSync();
    if (total <= CHUNK_BYTES) return new WholeStream(core, total);
    return {
      size: total,
      async *chunks() {
        core.seekSync(0, STREAM_SEEK_SET);
        const buffer = Buffer.allocUnsafeSlow(CHUNK_BYTES);
        for (let read = core.readSync(buffer); read > 0; read = core.readSync(buffer)) yield buffer.subarray(0, read);
      },
    };
  }
  return {
    ...(size > 0 ? { size } : {}),
    async *chunks() {
      // A stream that can't seek (a pipe) is read from where it is, so it does not matter what Seek answers.
      await stream.Seek(0n, STREAM_SEEK_SET);
      for (let chunk = await ok(stream.Read(CHUNK_BYTES)); chunk.length > 0; chunk = await ok(stream.Read(CHUNK_BYTES)))
        yield chunk;
    },
  };
}

/**
 * A small stream, read when its bytes are asked for. A class and not a literal: a literal with a getter has a hidden
 * class of its own, which lives until the next full collection and makes every later access slow.
 */
class WholeStream implements ByteSource {
  readonly size: number;
  readonly #core: SyncStream;

  constructor(core: SyncStream, size: number) {
    this.size = size;
    this.#core = core;
  }

  get bytes(): Uint8Array {
    this.#core.seekSync(0, STREAM_SEEK_SET);
    const bytes = Buffer.allocUnsafe(this.size);
    return bytes.subarray(0, this.#core.readSync(bytes));
  }

  async *chunks(): AsyncGenerator<Uint8Array> {
    yield this.bytes;
  }
}
