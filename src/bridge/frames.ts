import { marshal } from '../com/index.js';
import { frameBytes } from './limits.js';

/** The kinds of frames. docs/protocol.md */
export const CALL = 1;
export const RELEASE = 2;
export const REPLY = 3;
export const WELCOME = 65;
export const ANSWER = 66;
export const EVENT = 67;
export const LETGO = 68;
export const FAULT = 69;

/** Why a connection ends. */
export const FAULT_MALFORMED = 1;
export const FAULT_TOO_LARGE = 2;
export const FAULT_OUT_OF_STEP = 3;
export const FAULT_NO_OBJECT = 4;
export const FAULT_LIMIT = 5;
export const FAULT_ENDING = 6;
export const FAULT_FAILED = 7;

/** What a peer did that ends its connection. */
export class Fault extends Error {
  /** `Fault`. */
  override readonly name = 'Fault';
  /** A FAULT_ number. */
  readonly reason: number;

  /**
   * @param reason a FAULT_ number
   * @param message what it did
   */
  constructor(reason: number, message: string) {
    super(message);
    this.reason = reason;
  }
}

const HEADER = 12;

/**
 * Begins a frame; what is written next is its body.
 *
 * @param kind its kind
 * @param number its number
 */
export function begun(kind: number, number: number): marshal.ByteWriter {
  const writer = new marshal.ByteWriter();
  writer.u32(0);
  writer.u32(kind);
  writer.u32(number);
  return writer;
}

/**
 * Ends a frame.
 *
 * @param writer what {@link begun} made
 * @returns its bytes; null when it is too long to be sent
 */
export function ended(writer: marshal.ByteWriter): Buffer | null {
  const length = writer.length - HEADER;
  if (length > frameBytes) return null;
  writer.u32At(0, length);
  return writer.bytes;
}

/** Cuts what comes from a socket into frames. */
export class FrameParser {
  readonly #onFrame: (kind: number, number: number, body: Buffer) => void;
  readonly #limit: number;
  #chunks: Buffer[] = [];
  #length = 0;
  /** How many bytes are needed before there is anything to do. */
  #needed = HEADER;

  /**
   * @param onFrame takes each frame in turn; the body is memory that nobody writes to any more
   * @param limit how long a body may be
   */
  constructor(onFrame: (kind: number, number: number, body: Buffer) => void, limit: number = frameBytes) {
    this.#onFrame = onFrame;
    this.#limit = limit;
  }

  /**
   * Takes what has come.
   *
   * @throws {Fault} when a frame is too long or its header is none
   */
  push(chunk: Buffer): void {
    this.#chunks.push(chunk);
    this.#length += chunk.length;
    if (this.#length < this.#needed) return;
    const bytes = this.#chunks.length === 1 ? chunk : Buffer.concat(this.#chunks);
    let at = 0;
    this.#needed = HEADER;
    while (bytes.length - at >= HEADER) {
      const length = bytes.readUInt32LE(at);
      if (length > this.#limit) throw new Fault(FAULT_TOO_LARGE, `a frame of ${length} bytes`);
      const kind = bytes.readUInt32LE(at + 4);
      if (kind > 0xff) throw new Fault(FAULT_MALFORMED, 'the header of a frame is none');
      if (bytes.length - at < HEADER + length) {
        this.#needed = HEADER + length;
        break;
      }
      const body = bytes.subarray(at + HEADER, at + HEADER + length);
      const number = bytes.readUInt32LE(at + 8);
      at += HEADER + length;
      this.#onFrame(kind, number, body);
    }
    const rest = bytes.subarray(at);
    this.#chunks = rest.length > 0 ? [rest] : [];
    this.#length = rest.length;
  }
}

/** The number behind another one. */
export const following = (number: number): number => (number >= 0xffffffff ? 1 : number + 1);
