import { type FileHandle, open } from 'node:fs/promises';
import type { MailSource } from '../../convert/index.js';

/** A file with a message, read piece by piece as often as need be. */
export class MailFile implements MailSource, AsyncDisposable {
  /** How many bytes it has. */
  readonly size: number;
  readonly #file: FileHandle;

  private constructor(file: FileHandle, size: number) {
    this.#file = file;
    this.size = size;
  }

  /**
   * Opens it.
   *
   * @param path where it lies
   */
  static async open(path: string): Promise<MailFile> {
    const file = await open(path);
    try {
      return new MailFile(file, (await file.stat()).size);
    } catch (error) {
      await file.close();
      throw error;
    }
  }

  /** Some of its bytes, in pieces of which each is overwritten by the next one. */
  async *chunks(from: number, to: number): AsyncGenerator<Uint8Array, void, undefined> {
    const buffer = Buffer.allocUnsafe(Math.min(PIECE, Math.max(0, to - from)));
    for (let at = from; at < to; ) {
      const { bytesRead } = await this.#file.read(buffer, 0, Math.min(buffer.length, to - at), at);
      // Somebody cuts it off while it is read.
      if (bytesRead === 0) throw new Error('the file is shorter than it was');
      yield buffer.subarray(0, bytesRead);
      at += bytesRead;
    }
  }

  /** Closes it. */
  async [Symbol.asyncDispose](): Promise<void> {
    await this.#file.close();
  }
}

const PIECE = 256 * 1024;
