import type { Channel } from './channel.js';
import { COPY_BYTES, WRITE_SLAB_BYTES } from './limits.js';

/**
 * Gathers what is to be sent into as few writes as can be: commands as text, small bodies by copying, large pieces as
 * they are.
 */
export class Outbox {
  readonly #channel: Channel;
  #slab: Buffer = Buffer.alloc(0);
  #start = 0;
  #end = 0;
  #text = '';
  #wide = false;
  #lent = false;

  /** @param channel where the bytes go */
  constructor(channel: Channel) {
    this.#channel = channel;
  }

  /** Whether a caller's own bytes are on their way: they must not change before the channel is flushed. */
  get lent(): boolean {
    return this.#lent && !this.#channel.idle;
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
    this.#wide = true;
    this.#text = text;
    this.#settle();
    this.#wide = false;
  }

  /**
   * Adds bytes.
   *
   * @param bytes copied when small; otherwise lent to the channel until it is flushed
   */
  bytes(bytes: Uint8Array): void {
    this.#settle();
    if (bytes.length > COPY_BYTES) {
      this.flush();
      this.#lent = true;
      this.#channel.write(bytes);
      return;
    }
    this.#room(bytes.length);
    this.#slab.set(bytes, this.#end);
    this.#end += bytes.length;
  }

  /** Hands everything gathered to the channel, in one write. */
  flush(): void {
    this.#settle();
    if (this.#end === this.#start) return;
    const ready = this.#slab.subarray(this.#start, this.#end);
    this.#start = this.#end;
    if (this.#channel.idle) this.#lent = false;
    this.#channel.write(ready);
  }

  #settle(): void {
    const text = this.#text;
    if (text === '') return;
    this.#text = '';
    this.#room(this.#wide ? text.length * 3 : text.length);
    this.#end += this.#wide ? this.#slab.write(text, this.#end, 'utf8') : this.#slab.write(text, this.#end, 'latin1');
  }

  // A slab is never written twice: what was flushed may still be on its way, so a full slab is left to the collector.
  #room(bytes: number): void {
    if (this.#end + bytes <= this.#slab.length) return;
    if (this.#end > this.#start) {
      const ready = this.#slab.subarray(this.#start, this.#end);
      this.#start = this.#end;
      this.#channel.write(ready);
    }
    this.#slab = Buffer.allocUnsafeSlow(Math.max(WRITE_SLAB_BYTES, bytes));
    this.#start = 0;
    this.#end = 0;
  }
}
