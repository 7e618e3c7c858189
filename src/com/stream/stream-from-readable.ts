import type { Readable } from 'node:stream';
import { log } from '../../base/index.js';
import { S_FALSE, STG_E_ACCESSDENIED, STG_E_INVALIDFUNCTION, STG_E_READFAULT } from '../codes.js';
import { ComError, type Warning, warn } from '../error.js';
import type { FinalRelease, Impl } from '../implementation.js';
import { com } from '../object.js';
import { STGM_READ, STREAM_SEEK_CUR, STREAM_SEEK_SET } from './constants.js';
import { copy, copyTarget } from './copy.js';
import { type Copied, type ISequentialStream, IStream } from './istream.js';
import { chunkBytes } from './limits.js';
import { OneWayStream, oneWayFacts } from './one-way-stream.js';
import { requireCount, requireInteger, requireUnsigned } from './quantities.js';
import type { STATSTG } from './statstg.js';
import { Turns } from './turns.js';

/** What is known about the source of {@link streamFromReadable}. */
export interface StreamFromReadableOptions {
  /** How many bytes will come, for `Stat`; a source without a size has no `Stat`. */
  readonly size?: number | bigint;
}

/**
 * Lets COM callers read what a Node Readable brings. `Read` pulls only what it was asked for, so the source feels the
 * reader's pace, and waits until all of it is there or the end has come. The seek pointer moves forward only: `Seek`
 * to where it stands or ahead of it (by reading over what lies between) works; back, from the end, `Clone` and locks
 * are `STG_E_INVALIDFUNCTION`; `Write` and `SetSize` are `STG_E_ACCESSDENIED`; `Stat` without a known size is
 * `STG_E_INVALIDFUNCTION`. A source that fails or is destroyed early makes every call that waits for its bytes answer
 * `STG_E_READFAULT`, with the source's error as cause.
 *
 * @param readable the source, whose sole reader this becomes: the last Release destroys it if it has not ended
 * @param options its size, if that is known
 * @returns the pointer with one reference
 */
export function streamFromReadable(readable: Readable, options: StreamFromReadableOptions = {}): IStream {
  return com(new ReadableStream(readable, options.size), IStream);
}

class ReadableStream extends OneWayStream implements Impl<IStream>, FinalRelease {
  readonly #source: Readable;
  readonly #size: bigint | null;
  readonly #turns = new Turns();
  #chunks: AsyncIterator<unknown> | null = null;
  #rest: Uint8Array = new Uint8Array(0);
  #position = 0n;
  #failure: Error | null = null;
  #told = false;
  #over = false;

  constructor(source: Readable, size: number | bigint | undefined) {
    super();
    this.#source = source;
    this.#size = size === undefined ? null : requireUnsigned(size, 'size');
    // A source may fail before anybody reads; the failure waits here for the Read that meets it.
    source.on('error', (error) => {
      this.#failure ??= error;
    });
  }

  Read(cb: number): Promise<Uint8Array | Warning<Uint8Array>> {
    const wanted = requireCount(cb, 'cb');
    return Promise.resolve(
      this.#turns.run(async () => {
        const bytes = await this.#take(wanted);
        return bytes.length < wanted ? warn(S_FALSE, bytes) : bytes;
      }),
    );
  }

  Write(_pv: Uint8Array): number {
    throw new ComError(STG_E_ACCESSDENIED, 'the stream can only be read');
  }

  async Seek(dlibMove: bigint | number, dwOrigin: number): Promise<bigint> {
    const move = requireInteger(dlibMove, 'dlibMove');
    if (dwOrigin !== STREAM_SEEK_SET && dwOrigin !== STREAM_SEEK_CUR)
      throw new ComError(
        STG_E_INVALIDFUNCTION,
        `dwOrigin is ${dwOrigin}; this stream moves from its start or its pointer`,
      );
    return this.#turns.run(async () => {
      const target = dwOrigin === STREAM_SEEK_SET ? move : this.#position + move;
      if (target < this.#position) throw new ComError(STG_E_INVALIDFUNCTION, 'bytes that have passed do not come back');
      while (this.#position < target) {
        const ahead = target - this.#position;
        const passed = await this.#take(ahead < BigInt(chunkBytes) ? Number(ahead) : chunkBytes);
        // Past the end is no error; there is nothing to read from there on.
        if (passed.length === 0) this.#position = target;
      }
      return this.#position;
    });
  }

  async CopyTo(pstm: ISequentialStream, cb: bigint | number): Promise<Copied> {
    const most = requireUnsigned(cb, 'cb');
    using target = copyTarget(pstm);
    return await this.#turns.run(() => copy({ take: (n) => this.#take(n) }, target, most));
  }

  Commit(_grfCommitFlags?: number): void {
    // Nothing was written, so nothing is left to make lasting.
  }

  Stat(grfStatFlag?: number): STATSTG {
    const facts = oneWayFacts(this.#size ?? 0n, STGM_READ, grfStatFlag);
    if (this.#size !== null) return facts;
    throw new ComError(STG_E_INVALIDFUNCTION, 'nobody knows yet how many bytes will come; read to the end');
  }

  finalRelease(): void {
    this.#over = true;
    this.#source.destroy();
    if (this.#failure !== null && !this.#told) log.warn(`a stream failed after its last Read: ${this.#failure}`);
  }

  // One chunk is taken as it is, without a copy; the usual case when reader and source agree on sizes.
  async #take(wanted: number): Promise<Uint8Array> {
    const parts: Uint8Array[] = [];
    let length = 0;
    while (length < wanted) {
      if (this.#rest.length === 0 && !(await this.#more())) break;
      const part = this.#rest.subarray(0, wanted - length);
      this.#rest = this.#rest.subarray(part.length);
      parts.push(part);
      length += part.length;
    }
    this.#position += BigInt(length);
    const [only] = parts;
    return parts.length === 1 && only
      ? new Uint8Array(only.buffer, only.byteOffset, only.length)
      : joined(parts, length);
  }

  async #more(): Promise<boolean> {
    try {
      if (this.#failure !== null) throw this.#failure;
      this.#chunks ??= this.#source[Symbol.asyncIterator]();
      const { done, value } = await this.#chunks.next();
      if (done) return this.#ended();
      this.#rest = bytesOf(value, this.#source.readableEncoding);
      return true;
    } catch (error) {
      this.#told = true;
      this.#failure ??= error instanceof Error ? error : new Error(String(error));
      throw new ComError(STG_E_READFAULT, `the source failed: ${this.#failure.message}`, { cause: this.#failure });
    }
  }

  // An iterator over a source that was destroyed without an error may look as if all had come.
  #ended(): boolean {
    if (this.#source.readableEnded) return false;
    throw (
      this.#failure ?? new Error(this.#over ? 'the stream was released' : 'the source was destroyed before its end')
    );
  }
}

function bytesOf(chunk: unknown, encoding: BufferEncoding | null): Uint8Array {
  if (chunk instanceof Uint8Array) return chunk;
  if (typeof chunk === 'string') return Buffer.from(chunk, encoding ?? 'utf8');
  throw new TypeError('the source brings objects, not bytes');
}

function joined(parts: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
