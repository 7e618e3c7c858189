import { AFTER_CR, firstFault, LINE_START, type LineState, stateAfter, WITHIN_LINE } from './line-scan.js';

/** Bytes that are rewritten around the first fault of a chunk, and at most when fault follows on fault. */
const FIRST_REWRITE = 64;
const LARGEST_REWRITE = 8192;

const LF = 10;
const CR = 13;
const DOT = 46;
const ANOTHER_DOT: Uint8Array = Buffer.of(DOT);

/**
 * Makes the chunks of a body fit for the wire: every line ends with CRLF (a bare CR or LF becomes one), and for DATA a
 * dot that begins a line is doubled. Chunks may be cut anywhere. A chunk that needs no change is passed on as it is.
 *
 * @spec RFC 5321 section 4.5.2
 */
export class LineNormaliser {
  readonly #dots: boolean;
  readonly #trusting: boolean;
  #state: LineState = LINE_START;

  /**
   * @param dots whether leading dots are doubled: yes for DATA, no for BDAT
   * @param trusting whether the caller promises canonical text (CRLF only, no line begins with a dot), so that nothing
   *   is looked at but the last byte
   */
  constructor(dots: boolean, trusting = false) {
    this.#dots = dots;
    this.#trusting = trusting;
  }

  /**
   * Takes a chunk.
   *
   * @param chunk not kept after the call, but perhaps passed on
   * @param out takes what is to be sent, in order, in one or more pieces
   */
  feed(chunk: Uint8Array, out: (piece: Uint8Array) => void): void {
    let rest = chunk;
    // Scanning is many times faster than rewriting, so a lone fault costs the rewriting of a few bytes around it. Where
    // faults follow each other, as in a body with bare LFs, the pieces grow so that they don't get many.
    for (let window = FIRST_REWRITE; rest.length > 0; ) {
      const clean = this.#trusting ? rest.length : firstFault(rest, this.#state, this.#dots);
      if (clean > 0) {
        const head = clean === rest.length ? rest : rest.subarray(0, clean);
        this.#state = stateAfter(head, this.#state);
        out(head);
      }
      if (clean === rest.length) return;
      if (clean > FIRST_REWRITE && this.#state === LINE_START && rest[clean] === DOT) {
        // By far the most frequent fault, a lone dot, needs nothing but another one.
        out(ANOTHER_DOT);
        this.#state = WITHIN_LINE;
        rest = rest.subarray(clean);
        window = FIRST_REWRITE;
        continue;
      }
      window = clean > window ? FIRST_REWRITE : Math.min(window * 2, LARGEST_REWRITE);
      const end = Math.min(clean + window, rest.length);
      out(this.#rewrite(rest, clean, end));
      rest = rest.subarray(end);
    }
  }

  /**
   * Ends the body: what is missing of the last line's CRLF. An empty body needs none.
   *
   * @returns '', LF or CRLF
   */
  finish(): '' | '\n' | '\r\n' {
    const end = this.#state === LINE_START ? '' : this.#state === AFTER_CR ? '\n' : '\r\n';
    this.#state = LINE_START;
    return end;
  }

  #rewrite(chunk: Uint8Array, from: number, end: number): Buffer {
    const text = Buffer.allocUnsafe((end - from) * 2 + 1);
    let state = this.#state;
    let to = 0;
    for (let at = from; at < end; at++) {
      const byte = chunk[at] as number;
      if (state === AFTER_CR) {
        text[to++] = LF;
        state = LINE_START;
        if (byte === LF) continue;
      }
      if (byte === LF) {
        text[to++] = CR;
        text[to++] = LF;
        state = LINE_START;
      } else if (byte === CR) {
        text[to++] = CR;
        state = AFTER_CR;
      } else {
        if (byte === DOT && state === LINE_START && this.#dots) text[to++] = DOT;
        text[to++] = byte;
        state = WITHIN_LINE;
      }
    }
    this.#state = state;
    return text.subarray(0, to);
  }
}
