import { WireError } from '../error.js';
import { PENDING_BYTES } from '../net/limits.js';
import type { SmtpConnection } from './connection.js';
import { LineNormaliser } from './dot-stuffing.js';
import { CHUNK_BYTES } from './limits.js';
import type { ByteSource } from './source/byte-source.js';

/** Sends the body that follows DATA: stuffed, with CRLF line ends, no faster than the connection takes it. */
export class DataWriter {
  readonly #connection: SmtpConnection;
  readonly #lines: LineNormaliser;
  readonly #out = (piece: Uint8Array): void => this.#connection.sendBytes(piece);
  #sent = 0;

  /**
   * @param connection after its 354
   * @param trusting whether the body is canonical by the caller's promise
   */
  constructor(connection: SmtpConnection, trusting: boolean) {
    this.#connection = connection;
    this.#lines = new LineNormaliser(true, trusting);
  }

  /**
   * Sends everything a source has. Bytes in memory go out at once while they are few.
   *
   * @param source the body, or a part of it
   * @param total the size of the whole body for observers, or null
   * @returns the body bytes sent so far; a promise when the source or the connection makes us wait
   * @throws {WireError} `source-failed`; why the connection ended, when it did
   */
  write(source: ByteSource, total: number | null = source.size ?? null): number | Promise<number> {
    const bytes = source.bytes;
    if (bytes === undefined) return this.#pump(source.chunks(), total);
    if (bytes.length > PENDING_BYTES) return this.#pump(slices(bytes), total);
    this.#take(bytes, total);
    return this.#sent;
  }

  /** What ends the body: the rest of its last line, and the dot. */
  finish(): string {
    return `${this.#lines.finish()}.\r\n`;
  }

  async #pump(chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>, total: number | null): Promise<number> {
    const connection = this.#connection;
    try {
      for await (const chunk of chunks) {
        if (connection.lost !== null) throw connection.lost;
        this.#take(chunk, total);
        if (connection.congested) await connection.flushed();
        else connection.flushSoon();
      }
      // The last chunk may be a buffer that its source is about to use for something else.
      if (connection.congested) await connection.flushed();
    } catch (error) {
      throw connection.lost ?? sourceFailed(error);
    }
    return this.#sent;
  }

  #take(chunk: Uint8Array, total: number | null): void {
    this.#lines.feed(chunk, this.#out);
    this.#sent += chunk.length;
    if (this.#connection.watchesProgress && chunk.length > 0) {
      this.#connection.tellProgress({ increment: chunk.length, current: this.#sent, total });
    }
  }
}

/**
 * Cuts bytes in memory into chunks.
 *
 * @param bytes the whole
 */
export function* slices(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += CHUNK_BYTES) yield bytes.subarray(at, at + CHUNK_BYTES);
}

/**
 * The error of a body that could not be read to its end.
 *
 * @param cause what its source threw
 */
export function sourceFailed(cause: unknown): WireError {
  const words = cause instanceof Error ? cause.message : String(cause);
  return new WireError('source-failed', `The message's body could not be read: ${words}`, { phase: 'block', cause });
}
