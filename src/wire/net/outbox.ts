import type { Channel } from './channel.js';
import { COPY_BYTES, WRITE_SLAB_BYTES } from './limits.js';

/**
 * Gathers what is to be sent into as few writes as can be: commands as text, small bodies by copying, large pieces as
 * they are.
 */
export class Outbox {
  readonly #channel: Channel;
  #parts: Uint8Array[] = [];
  #slab: Buffer = Buffer.alloc(0);
  #start = 0;
  #end = 0;
  #text = '';
  #lent = false;

  /** @param channel where the bytes go */
  constructor(channel: Channel) {
    this.#channel = channel;
  }

  /** Whether a caller's own bytes are on their way: they must not change before the channel is flushed. */
  get lent(): boolean {
    return this.#lent && (this.#parts.length > 0 || !this.#channel.idle);
  }

  /**
   * Adds text, one byte per character.
   *
   * @param text ASCII or latin1
   */
  text(text: string): void {
    this.#text += text;
  }

  /**
   * Adds text in UTF-8.
   *
   * @param text any text
   */
  utf8(text: string): void {
    this.#settle();
    this.#room(text.length * 3);
    this.#end += this.#slab.write(text, this.#end, 'utf8');
  }

  /**
   * Adds bytes.
   *
   * @param bytes copied when small; otherwise lent to the channel until it is flushed
   */
  bytes(bytes: Uint8Array): void {
    this.#settle();
    if (bytes.length > COPY_BYTES) {
      this.#cut();
      this.#lent = true;
      this.#parts.push(bytes);
      return;
    }
    this.#room(bytes.length);
    this.#slab.set(bytes, this.#end);
    this.#end += bytes.length;
  }

  /** Hands everything gathered to the channel, in one write. */
  flush(): void {
    this.#settle();
    const idle = this.#channel.idle;
    const parts = this.#parts;
    if (parts.length === 0) {
      if (this.#end === this.#start) return;
      const ready = this.#slab.subarray(this.#start, this.#end);
      this.#start = this.#end;
      if (idle) this.#lent = false;
      this.#channel.write(ready);
      return;
    }
    this.#cut();
    this.#parts = [];
    this.#channel.writeAll(parts);
  }

  #settle(): void {
    const text = this.#text;
    if (text === '') return;
    this.#text = '';
    this.#room(text.length);
    this.#end += this.#slab.write(text, this.#end, 'latin1');
  }

  // What was flushed may still be on its way, and must not change: a full slab is used again when everything written
  // was taken, else it is left to the collector.
  #room(bytes: number): void {
    if (this.#end + bytes <= this.#slab.length) return;
    if (this.#end === this.#start && this.#parts.length === 0 && this.#channel.idle && bytes <= this.#slab.length) {
      this.#start = 0;
      this.#end = 0;
      return;
    }
    this.#cut();
    this.#slab = Buffer.allocUnsafeSlow(Math.max(WRITE_SLAB_BYTES, bytes));
    this.#start = 0;
    this.#end = 0;
  }

  /** What was gathered in the slab becomes a part of its own. */
  #cut(): void {
    if (this.#end === this.#start) return;
    this.#parts.push(this.#slab.subarray(this.#start, this.#end));
    this.#start = this.#end;
  }
}
