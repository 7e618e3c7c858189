import { randomUUID } from 'node:crypto';
import { type FileHandle, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LargeDraft } from '../../../subsystem/index.js';
import { type BigWriter, chunkBytes, readBig } from '../sql/index.js';
import { comErrorOf } from './failures.js';
import type { Mailbox } from './mailbox.js';

/**
 * A large value while it is written. What is appended goes straight into the store, a chunk at a time; a write elsewhere
 * moves the value to a temporary file, which the next save reads. Either way one chunk is held in memory.
 */
export class StagedDraft implements LargeDraft {
  readonly #mailbox: Mailbox;
  #tail: Buffer = Buffer.allocUnsafeSlow(chunkBytes);
  #flushed = 0;
  #filled = 0;
  #writer: BigWriter | null = null;
  #scratch: FileHandle | null = null;
  #scratchSize = 0;

  /** @param mailbox whose store it is for */
  constructor(mailbox: Mailbox) {
    this.#mailbox = mailbox;
  }

  get size(): number {
    return this.#scratch ? this.#scratchSize : this.#flushed + this.#filled;
  }

  async read(position: number, length: number): Promise<Uint8Array> {
    const count = Math.max(0, Math.min(length, this.size - position));
    if (this.#scratch) {
      const out = Buffer.alloc(count);
      await readFully(this.#scratch, out, position);
      return new Uint8Array(out.buffer, out.byteOffset, count);
    }
    const out = new Uint8Array(count);
    const stored = Math.min(count, Math.max(0, this.#flushed - position));
    if (stored > 0) {
      try {
        await this.#writer?.settled();
      } catch (error) {
        throw comErrorOf(error);
      }
      out.set(this.#stored(position, stored));
    }
    const from = position + stored - this.#flushed;
    if (count > stored) out.set(this.#tail.subarray(from, from + count - stored), stored);
    return out;
  }

  async write(position: number, bytes: Uint8Array): Promise<void> {
    const inTail = !this.#scratch && position >= this.#flushed && position <= this.size;
    if (inTail && position + bytes.length <= this.#flushed + this.#tail.length) {
      this.#tail.set(bytes, position - this.#flushed);
      this.#filled = Math.max(this.#filled, position + bytes.length - this.#flushed);
      return;
    }
    if (!this.#scratch && position === this.size && bytes.length <= this.#tail.length) return await this.#append(bytes);
    // The caller may use its buffer again as soon as this method has returned its promise.
    const own = Uint8Array.prototype.slice.call(bytes);
    if (this.#scratch) return await this.#writeScratch(position, own);
    if (position === this.size) {
      for (let at = 0; at < own.length; at += this.#tail.length)
        await this.#append(own.subarray(at, at + this.#tail.length));
      return;
    }
    await this.#toScratch();
    await this.#writeScratch(position, own);
  }

  async resize(size: number): Promise<void> {
    if (!this.#scratch && size >= this.#flushed && size <= this.#flushed + this.#tail.length) {
      const filled = size - this.#flushed;
      if (filled > this.#filled) this.#tail.fill(0, this.#filled, filled);
      this.#filled = filled;
      return;
    }
    await this.#toScratch();
    await this.#scratch?.truncate(size);
    this.#scratchSize = size;
  }

  /**
   * Puts the value into the store, complete and staged.
   *
   * @returns its id, for a save; a later write makes another one
   */
  async finish(): Promise<{ readonly big: number; readonly size: number }> {
    const size = this.size;
    if (!this.#scratch) {
      // What was appended belongs to the save from here on; a writer that goes on after a failed save works on a copy.
      const writer = await this.#writing();
      if (this.#filled > 0) await writer.write(this.#tail.subarray(0, this.#filled));
      const big = await writer.finish();
      return { big, size };
    }
    const writer = await this.#mailbox.stage();
    for (let at = 0; at < size; at += chunkBytes) await writer.write(await this.read(at, chunkBytes));
    return { big: await writer.finish(), size };
  }

  /** Lets another save finish the value again, after one that failed: the staged value of that one is given up. */
  async reopen(big: number): Promise<void> {
    if (this.#writer?.big === big) {
      await this.#toScratch();
    } else await this.#mailbox.write('big.drop', { big });
  }

  async discard(): Promise<void> {
    const writer = this.#writer;
    const scratch = this.#scratch;
    this.#writer = null;
    this.#scratch = null;
    this.#flushed = 0;
    this.#filled = 0;
    this.#scratchSize = 0;
    await scratch?.close();
    if (writer) await writer.abandon();
  }

  /** Lets go of the temporary file once a save took the value. */
  async taken(): Promise<void> {
    await this.#scratch?.close();
    this.#scratch = null;
    this.#writer = null;
  }

  /** Adds a chunk or less at the end. All of it is taken before anything is waited for. */
  async #append(bytes: Uint8Array): Promise<void> {
    const room = this.#tail.length - this.#filled;
    this.#tail.set(bytes.subarray(0, room), this.#filled);
    if (bytes.length < room) {
      this.#filled += bytes.length;
      return;
    }
    const whole = this.#tail;
    this.#tail = this.#writer?.room() ?? Buffer.allocUnsafeSlow(chunkBytes);
    this.#tail.set(bytes.subarray(room));
    this.#filled = bytes.length - room;
    this.#flushed += whole.length;
    try {
      await (await this.#writing()).append(whole);
    } catch (error) {
      throw comErrorOf(error);
    }
  }

  async #writing(): Promise<BigWriter> {
    this.#writer ??= await this.#mailbox.stage();
    return this.#writer;
  }

  #stored(position: number, count: number): Uint8Array {
    return this.#mailbox.read((db) => readBig(db, this.#writer?.big ?? 0, position, count));
  }

  async #toScratch(): Promise<void> {
    if (this.#scratch) return;
    const size = this.size;
    const scratch = await openScratch();
    for (let at = 0; at < size; at += chunkBytes)
      await scratch.write(await this.read(at, chunkBytes), 0, undefined, at);
    const writer = this.#writer;
    this.#writer = null;
    this.#scratch = scratch;
    this.#scratchSize = size;
    if (writer) await writer.abandon();
  }

  async #writeScratch(position: number, bytes: Uint8Array): Promise<void> {
    await this.#scratch?.write(bytes, 0, bytes.length, position);
    this.#scratchSize = Math.max(this.#scratchSize, position + bytes.length);
  }
}

async function readFully(file: FileHandle, into: Buffer, position: number): Promise<void> {
  for (let at = 0; at < into.length; ) {
    const { bytesRead } = await file.read(into, at, into.length - at, position + at);
    if (bytesRead === 0) return;
    at += bytesRead;
  }
}

// Without a name on disk nothing is left behind, however the process ends; Windows deletes it when the handle is closed.
async function openScratch(): Promise<FileHandle> {
  const path = join(tmpdir(), `comail-${randomUUID()}`);
  const handle = await open(path, 'wx+', 0o600);
  await rm(path, { force: true }).catch(() => undefined);
  return handle;
}
