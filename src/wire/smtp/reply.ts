import type { ErrorReply } from '../error.js';

/** One line of a reply, as it arrives. */
export interface ReplyLine {
  /** Three-digit reply code. */
  readonly code: number;
  /** The text after the code, without the line end. */
  readonly text: string;
  /** Whether the reply is complete with this line. */
  readonly last: boolean;
}

/**
 * A server's reply: one code, one or more lines.
 *
 * @spec RFC 5321 section 4.2
 */
export class Reply {
  /** Three-digit reply code. */
  readonly code: number;
  /** The text of each line, without codes and line ends. */
  readonly lines: readonly string[];
  readonly #enhanced: boolean;

  /**
   * @param code the reply code
   * @param lines the text of each line
   * @param enhanced whether the server has advertised enhanced status codes
   */
  constructor(code: number, lines: readonly string[], enhanced = false) {
    this.code = code;
    this.lines = lines;
    this.#enhanced = enhanced;
  }

  /** Whether the server agreed: a code of 200 to 299. */
  get ok(): boolean {
    return this.code >= 200 && this.code < 300;
  }

  /** The lines joined by line feeds. */
  get text(): string {
    return this.lines.join('\n');
  }

  /**
   * The enhanced status code, such as `5.1.1`; null when the server never said that it sends them, when there is none,
   * or when its class contradicts the reply code. It stays in the text as well.
   *
   * @spec RFC 2034 section 4
   */
  get enhanced(): string | null {
    if (!this.#enhanced) return null;
    const found = /^([245])\.(\d{1,3})\.(\d{1,3})(?: |$)/.exec(this.lines[0] ?? '');
    if (found === null || Number(found[1]) !== Math.floor(this.code / 100)) return null;
    return `${found[1]}.${found[2]}.${found[3]}`;
  }

  /** Code and text on one line, for messages to people. Control characters are shown as question marks. */
  toString(): string {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is replaced here.
    return `${this.code} ${this.lines.join(' ').replace(/[\0-\x1f\x7f-\x9f]/g, '?')}`.trimEnd();
  }
}

/**
 * Whether a refusal of one recipient beside others who were accepted means that there are too many at a time, so that this one is
 * asked for again in another message. RFC 821 had 552 for that, which is not lasting then; where an enhanced code says that the
 * mailbox is full, it is.
 *
 * @param reply the reply to RCPT
 * @spec RFC 5321 section 4.5.3.1.10
 */
export function meansTooMany(reply: ErrorReply): boolean {
  const [, stated] = /^(5\.\d{1,3}\.\d{1,3})\b/.exec(reply.lines[0] ?? '') ?? [];
  return reply.code === 552 && (stated === undefined || stated === '5.5.3');
}
