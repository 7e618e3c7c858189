import { randomBytes } from 'node:crypto';
import { GAP_BYTES } from '../limits.js';

/** Lines of base64 that were left out of a message. */
export interface Gap {
  /** What stands in their place: a line of base64 that nobody else has written. */
  readonly mark: Buffer;
  /** What the mark is when it is decoded. */
  readonly decoded: Buffer;
  /** Where they begin in the message. */
  readonly from: number;
  /** Where they end, behind the end of the last line. */
  readonly to: number;
  /** Whether their lines end in CR LF. */
  readonly crlf: boolean;
}

/** A message without its long stretches of base64. */
export interface Skeleton {
  readonly bytes: Buffer;
  readonly gaps: readonly Gap[];
}

/**
 * Reads a message piece by piece and leaves out what takes the most room: stretches of base64 that begin behind an empty line and
 * whose lines are alike. The rest has the same header, the same parts, and marks where something is missing.
 *
 * @param chunks the message
 * @param most the most bytes that are kept of it
 * @returns null as soon as there are more
 * @spec RFC 2045 section 6.8
 */
export async function skeletonOf(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  most: number,
): Promise<Skeleton | null> {
  const scan = new Scan();
  for await (const chunk of chunks) {
    scan.take(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length));
    if (scan.kept > most) return null;
  }
  return scan.end();
}

class Scan {
  readonly #kept: Buffer[] = [];
  readonly #gaps: Gap[] = [];
  /** Where what is looked at begins in the message. */
  #at = 0;
  /** The beginning of a line whose end has not come yet. */
  #rest: Buffer = Buffer.alloc(0);
  #afterEmpty = true;
  /** Whether the beginning of a long line was given up already. */
  #within = false;
  #run: Run | null = null;
  #size = 0;

  /** How many bytes are kept so far. */
  get kept(): number {
    return this.#size;
  }

  /** Looks at the next piece; it may be overwritten then. */
  take(chunk: Buffer): void {
    const bytes = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk]);
    // What is kept of the piece is copied once for as many lines as follow each other.
    let keptFrom = 0;
    let at = 0;
    for (let lf = bytes.indexOf(LF); lf >= 0; lf = bytes.indexOf(LF, at)) {
      const next = lf + 1;
      const end = lf > at && bytes[lf - 1] === CR ? lf - 1 : lf;
      if (this.#run?.goesOn(bytes, at, end, next) !== true) {
        if (this.#run) {
          this.#close(this.#at + at);
          keptFrom = at;
        }
        if (this.#afterEmpty && isFirst(bytes, at, end)) {
          this.#keep(bytes, keptFrom, at);
          this.#run = new Run(this.#at + at, end - at, next - end === 2);
        }
        this.#afterEmpty = end === at && !this.#within;
        this.#within = false;
      }
      this.#run?.add(bytes, at, next);
      at = next;
    }
    if (this.#run === null) this.#keep(bytes, keptFrom, at);
    this.#rest = Buffer.from(bytes.subarray(at));
    this.#at += at;
    // A line that goes on and on is none of base64.
    if (this.#rest.length <= LONGEST_LINE) return;
    if (this.#run) this.#close(this.#at);
    this.#hold(this.#rest);
    this.#at += this.#rest.length;
    this.#rest = Buffer.alloc(0);
    this.#afterEmpty = false;
    this.#within = true;
  }

  end(): Skeleton {
    if (this.#run) this.#close(this.#at);
    return { bytes: Buffer.concat([...this.#kept, this.#rest]), gaps: this.#gaps };
  }

  #keep(bytes: Buffer, from: number, to: number): void {
    if (to > from) this.#hold(Buffer.from(bytes.subarray(from, to)));
  }

  #hold(...pieces: readonly Buffer[]): void {
    for (const piece of pieces) this.#size += piece.length;
    this.#kept.push(...pieces);
  }

  #close(to: number): void {
    const { from, crlf, held } = this.#run as Run;
    this.#run = null;
    if (held !== null) {
      this.#hold(...held);
      return;
    }
    // 48 bytes are 64 letters without padding.
    const decoded = randomBytes(48);
    const mark = Buffer.from(decoded.toString('base64'), 'latin1');
    this.#gaps.push({ mark, decoded, from, to, crlf });
    this.#hold(mark, Buffer.from(crlf ? '\r\n' : '\n', 'latin1'));
  }
}

/** Lines of base64 that are alike. */
class Run {
  readonly from: number;
  readonly crlf: boolean;
  readonly #width: number;
  #size = 0;
  #held: Buffer[] | null = [];

  constructor(from: number, width: number, crlf: boolean) {
    this.from = from;
    this.crlf = crlf;
    this.#width = width;
  }

  /** The lines as long as they are few; null when they are a gap. */
  get held(): readonly Buffer[] | null {
    return this.#held;
  }

  goesOn(bytes: Buffer, at: number, end: number, next: number): boolean {
    return end - at === this.#width && next - end === (this.crlf ? 2 : 1) && isBase64(bytes, at, end);
  }

  add(bytes: Buffer, at: number, next: number): void {
    this.#size += next - at;
    if (this.#size >= GAP_BYTES) this.#held = null;
    else this.#held?.push(Buffer.from(bytes.subarray(at, next)));
  }
}

/** Lines of whole groups of four letters: what follows them begins with a group of its own. */
const isFirst = (bytes: Buffer, at: number, end: number): boolean =>
  end - at >= 40 && (end - at) % 4 === 0 && end - at <= LONGEST_LINE && isBase64(bytes, at, end);

function isBase64(bytes: Buffer, at: number, end: number): boolean {
  for (let index = at; index < end; index++) if (LETTERS[bytes[index] as number] !== 1) return false;
  return true;
}

const LETTERS = new Uint8Array(256);
for (const letter of Buffer.from('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/', 'latin1'))
  LETTERS[letter] = 1;

const LF = 0x0a;
const CR = 0x0d;
/** RFC 5322 section 2.1.1: no line has more than 998 characters. */
const LONGEST_LINE = 998;
