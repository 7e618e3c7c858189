/**
 * Where the bytes of a body come from. A source may be asked for its chunks again, unless it says {@link once}.
 */
export interface ByteSource {
  /** How many bytes there are, where that is known before. */
  readonly size?: number;
  /** Everything, where it is in memory already: spares the iteration. */
  readonly bytes?: Uint8Array;
  /** Whether the bytes can be had only once, so that a failed message can't be tried again. */
  readonly once?: boolean;
  /**
   * The bytes in order. A chunk stays as it is until the next one is asked for; then it may be overwritten.
   *
   * @throws {Error} whatever reading throws; the message then fails with `source-failed`
   */
  chunks(): AsyncIterable<Uint8Array>;
}

/**
 * A source over bytes in memory. They are not copied: do not change them before the message is settled.
 *
 * @param bytes the whole body
 */
export function fromBuffer(bytes: Uint8Array): ByteSource {
  return new MemorySource(bytes);
}

/**
 * A source over text.
 *
 * @param text the whole body; sent as UTF-8
 */
export function fromString(text: string): ByteSource {
  return new MemorySource(Buffer.from(text, 'utf8'));
}

/**
 * A source over a stream or any other iterable of chunks, which it takes once. A stream is destroyed when sending stops
 * before its end.
 *
 * @param readable a `Readable`, a web stream, an async generator ...; text chunks are taken as UTF-8
 * @param size how many bytes there are, if known
 */
export function fromReadable(readable: AsyncIterable<Uint8Array | string>, size?: number): ByteSource {
  const chunks = (): AsyncIterable<Uint8Array> => asBytes(readable);
  return size === undefined ? { once: true, chunks } : { once: true, size, chunks };
}

async function* asBytes(readable: AsyncIterable<Uint8Array | string>): AsyncGenerator<Uint8Array> {
  for await (const chunk of readable) yield typeof chunk === 'string' ? Buffer.from(chunk, 'utf8') : chunk;
}

class MemorySource implements ByteSource {
  readonly bytes: Uint8Array;
  readonly size: number;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
    this.size = bytes.length;
  }

  async *chunks(): AsyncGenerator<Uint8Array> {
    yield this.bytes;
  }
}
