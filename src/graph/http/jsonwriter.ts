/**
 * Writes JSON into bytes. A page of mail is a thousand short values: each of them is written once, where it belongs, and no text is
 * made of them that would be joined, flattened and encoded afterwards.
 */
export class JsonWriter {
  #bytes = Buffer.allocUnsafe(64 * 1024);
  #at = 0;

  /** Begins anew. */
  clear(): void {
    this.#at = 0;
    // One large page must not hold its memory for ever.
    if (this.#bytes.length > KEPT) this.#bytes = Buffer.allocUnsafe(64 * 1024);
  }

  /** A copy of what was written. */
  taken(): Buffer {
    return Buffer.from(this.#bytes.subarray(0, this.#at));
  }

  /** Text of ASCII that is JSON already: names, punctuation. */
  ascii(text: string): void {
    const bytes = this.#room(text.length);
    let at = this.#at;
    for (let index = 0; index < text.length; index++) bytes[at++] = text.charCodeAt(index);
    this.#at = at;
  }

  /** JSON that was written elsewhere. */
  json(text: string): void {
    this.#at += this.#room(text.length * 3).write(text, this.#at, 'utf8');
  }

  /** A text, in quotes. */
  text(text: string): void {
    if (text.length > SHORT || !this.#plain(text)) this.json(JSON.stringify(text));
  }

  /**
   * A text of ASCII as bytes, in quotes.
   *
   * @param bytes where it lies
   * @param from its first byte
   * @param end behind its last byte
   * @returns false, and nothing is written, when a byte is none of ASCII
   */
  asciiBytes(bytes: Uint8Array, from = 0, end: number = bytes.length): boolean {
    const out = this.#room((end - from) * 6 + 2);
    let at = this.#at;
    out[at++] = QUOTE;
    for (let index = from; index < end; index++) {
      const code = bytes[index] as number;
      if (code > 0x7f) return false;
      if (code >= 0x20 && code !== QUOTE && code !== BACKSLASH) out[at++] = code;
      else at = escaped(out, at, code);
    }
    out[at++] = QUOTE;
    this.#at = at;
    return true;
  }

  /**
   * The beginning of a text of ASCII in one line, in quotes: blanks and line ends become one blank each.
   *
   * @param bytes where it lies
   * @param from its first byte
   * @param end behind its last byte
   * @param most how many characters at most
   * @returns false, and nothing is written, when a byte is none of ASCII
   */
  beginning(bytes: Uint8Array, from: number, end: number, most: number): boolean {
    const out = this.#room(most * 6 + 2);
    let at = this.#at;
    out[at++] = QUOTE;
    let count = 0;
    let blank = false;
    for (let index = from; index < end && count < most; index++) {
      const code = bytes[index] as number;
      if (code > 0x7f) return false;
      if (code === 0x20 || (code >= 0x09 && code <= 0x0d)) {
        blank = count > 0;
        continue;
      }
      if (blank) {
        blank = false;
        out[at++] = 0x20;
        if (++count === most) break;
      }
      count++;
      if (code >= 0x20 && code !== QUOTE && code !== BACKSLASH) out[at++] = code;
      else at = escaped(out, at, code);
    }
    out[at++] = QUOTE;
    this.#at = at;
    return true;
  }

  /** A number of so many digits. */
  digits(number: number, count: number): void {
    const bytes = this.#room(count);
    let rest = number;
    for (let at = this.#at + count - 1; at >= this.#at; at--) {
      const next = (rest / 10) | 0;
      bytes[at] = 0x30 + rest - next * 10;
      rest = next;
    }
    this.#at += count;
  }

  /** A text in base64, in quotes. */
  base64(value: Uint8Array, alphabet: 'base64' | 'base64url' = 'base64', end: number = value.length): void {
    this.ascii('"');
    this.bareBase64(value, alphabet, end);
    this.ascii('"');
  }

  /** The same without quotes, within a text. */
  bareBase64(value: Uint8Array, alphabet: 'base64' | 'base64url' = 'base64', end: number = value.length): void {
    const digits = alphabet === 'base64' ? DIGITS : URL_DIGITS;
    const bytes = this.#room(Math.ceil(end / 3) * 4);
    const whole = end - (end % 3);
    let at = this.#at;
    for (let index = 0; index < whole; index += 3) {
      const three =
        ((value[index] as number) << 16) | ((value[index + 1] as number) << 8) | (value[index + 2] as number);
      bytes[at++] = digits[three >>> 18] as number;
      bytes[at++] = digits[(three >>> 12) & 63] as number;
      bytes[at++] = digits[(three >>> 6) & 63] as number;
      bytes[at++] = digits[three & 63] as number;
    }
    const rest = end - whole;
    if (rest > 0) {
      const last = ((value[whole] as number) << 16) | (rest === 2 ? (value[whole + 1] as number) << 8 : 0);
      bytes[at++] = digits[last >>> 18] as number;
      bytes[at++] = digits[(last >>> 12) & 63] as number;
      if (rest === 2) bytes[at++] = digits[(last >>> 6) & 63] as number;
      for (let pad = rest; pad < 3 && alphabet === 'base64'; pad++) bytes[at++] = EQUALS;
    }
    this.#at = at;
  }

  /** Any value. */
  value(value: unknown): void {
    if (typeof value === 'string') this.text(value);
    else if (typeof value === 'boolean') this.ascii(value ? 'true' : 'false');
    else if (value === null) this.ascii('null');
    else if (Array.isArray(value) && value.length === 0) this.ascii('[]');
    else this.json(JSON.stringify(value));
  }

  /** Writes a short text of ASCII without anything to escape; of any other nothing. */
  #plain(text: string): boolean {
    const bytes = this.#room(text.length + 2);
    let at = this.#at;
    bytes[at++] = QUOTE;
    for (let index = 0; index < text.length; index++) {
      const code = text.charCodeAt(index);
      if (code < 0x20 || code > 0x7e || code === QUOTE || code === BACKSLASH) return false;
      bytes[at++] = code;
    }
    bytes[at++] = QUOTE;
    this.#at = at;
    return true;
  }

  #room(more: number): Buffer {
    if (this.#at + more > this.#bytes.length) {
      const larger = Buffer.allocUnsafe(Math.max(this.#bytes.length * 2, this.#at + more));
      this.#bytes.copy(larger, 0, 0, this.#at);
      this.#bytes = larger;
    }
    return this.#bytes;
  }
}

/** As JSON.stringify escapes. */
function escaped(out: Uint8Array, start: number, code: number): number {
  let at = start;
  out[at++] = BACKSLASH;
  const short = ESCAPES[code];
  if (short !== undefined) {
    out[at++] = short;
    return at;
  }
  for (const digit of `u${code.toString(16).padStart(4, '0')}`) out[at++] = digit.charCodeAt(0);
  return at;
}

const ESCAPES: Readonly<Record<number, number>> = {
  8: 0x62,
  9: 0x74,
  10: 0x6e,
  12: 0x66,
  13: 0x72,
  34: 0x22,
  92: 0x5c,
};

/** Bytes that a writer keeps for the next page. */
const KEPT = 1024 * 1024;
/** Longer texts are written faster by the engine. */
const SHORT = 96;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const EQUALS = 0x3d;
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const DIGITS: Uint8Array = Buffer.from(`${LETTERS}+/`);
const URL_DIGITS: Uint8Array = Buffer.from(`${LETTERS}-_`);
