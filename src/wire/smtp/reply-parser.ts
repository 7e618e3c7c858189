import { isUtf8 } from 'node:buffer';
import { WireError } from '../error.js';
import { REPLY_BYTES, REPLY_LINE_BYTES, REPLY_LINES } from './limits.js';
import { Reply, type ReplyLine } from './reply.js';

/** Who a parser tells what it found. */
export interface ReplySink {
  /** A line has arrived. Only called while {@link ReplyParser.tellLines} is set. */
  replyLine(line: ReplyLine): void;
  /** A reply is complete. */
  reply(reply: Reply): void;
}

const LF = 10;
const CR = 13;
const SPACE = 32;
const HYPHEN = 45;

/**
 * Cuts the bytes of a server into replies.
 *
 * A line ends with LF; one CR before it belongs to the end. RFC 5321 section 2.3.8 knows CRLF only, but a reply is read
 * here and passed on to nobody, so a bare LF can smuggle nothing, and servers that send it exist. A bare CR is text.
 * Text is read as latin1, which loses no byte; as UTF-8 where {@link ReplyParser.utf8} allows and the bytes are valid.
 *
 * @spec RFC 5321 section 4.2.1
 */
export class ReplyParser {
  readonly #sink: ReplySink;
  #carry: Buffer = Buffer.alloc(0);
  #carried = 0;
  #code = 0;
  #lines: string[] = [];
  #bytes = 0;
  #halted = false;
  /** Whether replies start with enhanced status codes (the server has said so). */
  enhanced = false;
  /** Whether text outside of ASCII may be UTF-8 (a command with SMTPUTF8 is out). RFC 6531 section 3.7.4.2. */
  utf8 = false;
  /** Whether each line is told as it arrives. */
  tellLines = false;

  /** @param sink hears of lines and replies */
  constructor(sink: ReplySink) {
    this.#sink = sink;
  }

  /** Bytes held that are not yet part of a complete reply. */
  get pending(): number {
    return this.#carried + this.#bytes;
  }

  /** Reads nothing more after the reply that is being told: what follows belongs to somebody else. */
  halt(): void {
    this.#halted = true;
  }

  /** Reads again after {@link halt}. */
  resume(): void {
    this.#halted = false;
  }

  /**
   * Takes bytes and tells every line and reply that they complete.
   *
   * @param bytes not kept after the call
   * @param length how many of them count
   * @returns how many bytes were read: fewer than `length` only after {@link halt}
   * @throws {WireError} `line-too-long`, `reply-too-long`, or `protocol` when a line is not a reply line
   */
  feed(bytes: Uint8Array, length: number = bytes.length): number {
    const buffer = Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    let from = 0;
    while (from < length && !this.#halted) {
      let at = from;
      while (at < length && buffer[at] !== LF) at++;
      if (at === length) {
        this.#keep(buffer, from, length);
        return length;
      }
      if (this.#carried > 0) {
        this.#keep(buffer, from, at + 1);
        const end = this.#carried;
        this.#carried = 0;
        this.#line(this.#carry, 0, end - 1);
      } else {
        if (at + 1 - from > REPLY_LINE_BYTES) throw lineTooLong();
        this.#line(buffer, from, at);
      }
      from = at + 1;
    }
    return from;
  }

  #keep(bytes: Buffer, from: number, to: number): void {
    const need = this.#carried + to - from;
    if (need > REPLY_LINE_BYTES) throw lineTooLong();
    if (need > this.#carry.length) {
      const larger = Buffer.allocUnsafeSlow(Math.min(REPLY_LINE_BYTES, Math.max(512, need * 2)));
      this.#carry.copy(larger, 0, 0, this.#carried);
      this.#carry = larger;
    }
    bytes.copy(this.#carry, this.#carried, from, to);
    this.#carried = need;
  }

  #line(bytes: Buffer, from: number, lf: number): void {
    const end = lf > from && bytes[lf - 1] === CR ? lf - 1 : lf;
    const code = codeAt(bytes, from, end);
    const mark = end - from === 3 ? SPACE : bytes[from + 3];
    if (code === 0 || (mark !== SPACE && mark !== HYPHEN)) throw notAReply(bytes, from, end);
    if (this.#lines.length > 0 && code !== this.#code) {
      throw protocol(`The server mixed the codes ${this.#code} and ${code} in one reply.`);
    }
    this.#code = code;
    this.#bytes += lf + 1 - from;
    if (this.#lines.length >= REPLY_LINES || this.#bytes > REPLY_BYTES) {
      throw new WireError('reply-too-long', 'The server sent a reply that does not end.', { phase: 'reply' });
    }
    const text = this.#decode(bytes, from + 4, end);
    const last = mark === SPACE;
    // Nearly all replies have one line, and an array that begins empty makes room for seventeen when it is added to.
    const lines = this.#lines.length === 0 && last ? [text] : this.#lines;
    if (lines === this.#lines) lines.push(text);
    if (this.tellLines) this.#sink.replyLine({ code, text, last });
    if (!last) return;
    if (lines === this.#lines) this.#lines = [];
    this.#bytes = 0;
    this.#sink.reply(new Reply(code, lines, this.enhanced));
  }

  #decode(bytes: Buffer, from: number, to: number): string {
    if (to <= from) return '';
    if (this.utf8) {
      const text = bytes.subarray(from, to);
      if (isUtf8(text)) return text.toString('utf8');
    }
    return bytes.toString('latin1', from, to);
  }
}

function codeAt(bytes: Buffer, from: number, end: number): number {
  if (end - from < 3) return 0;
  const a = (bytes[from] ?? 0) - 48;
  const b = (bytes[from + 1] ?? 0) - 48;
  const c = (bytes[from + 2] ?? 0) - 48;
  // RFC 5321 section 4.2.1 has first digits 2 to 5; a preliminary 1yz was never defined for SMTP.
  return a >= 2 && a <= 5 && b >= 0 && b <= 9 && c >= 0 && c <= 9 ? a * 100 + b * 10 + c : 0;
}

function lineTooLong(): WireError {
  return new WireError('line-too-long', `The server sent a line of more than ${REPLY_LINE_BYTES} bytes.`, {
    phase: 'reply',
  });
}

function notAReply(bytes: Buffer, from: number, end: number): WireError {
  const start = bytes.toString('latin1', from, Math.min(end, from + 60)).replace(/[^ -~]/g, '?');
  return protocol(`The server sent something that is not an SMTP reply: "${start}".`);
}

function protocol(words: string): WireError {
  return new WireError('protocol', words, { phase: 'reply' });
}
