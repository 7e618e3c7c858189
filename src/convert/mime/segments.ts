import { type IStream as ByteStream, ComError, ok, STG_E_READFAULT } from '../../com/index.js';
import { type IAttach, IMessage, type IMessage as Message, PR_ATTACH_DATA_OBJ } from '../../mapi/index.js';
import type { ByteSource } from '../../wire/index.js';
import { dataOf } from './attachments.js';
import { CHUNK_BYTES } from './limits.js';

/** A piece of a rendered message: bytes, an attachment's data to be written as base64, or an embedded message. */
export type Segment =
  | Uint8Array
  | { readonly attachment: number; readonly size: number }
  | { readonly embedded: number; readonly segments: readonly Segment[] };

/**
 * The bytes of a rendered message. They can be had again and again; attachments are read when their turn comes, and read on
 * only when somebody wants more.
 *
 * @param message the message, which must stay open while the bytes are read
 * @param segments its pieces in order
 */
export function segmentSource(message: Message, segments: readonly Segment[]): ByteSource {
  const size = sizeOf(segments);
  const [only] = segments;
  if (segments.length === 1 && only instanceof Uint8Array) {
    return {
      size,
      bytes: only,
      async *chunks() {
        yield only;
      },
    };
  }
  return { size, chunks: () => written(message, segments) };
}

/**
 * How many bytes base64 makes, in lines of 76 characters without an end after the last.
 *
 * @param size how many bytes it is made of
 * @spec RFC 2045 section 6.8
 */
export function base64Size(size: number): number {
  const characters = Math.ceil(size / 3) * 4;
  return characters === 0 ? 0 : characters + 2 * (Math.ceil(characters / LINE) - 1);
}

/**
 * Bytes as lines of base64.
 *
 * @param bytes the bytes; a multiple of 57 of them fills all lines
 * @returns the lines, without an end after the last
 * @spec RFC 2045 section 6.8
 */
export function base64Lines(bytes: Buffer): Buffer {
  const text = Buffer.from(bytes.toString('base64'), 'latin1');
  const lines = Buffer.allocUnsafe(base64Size(bytes.length));
  let at = 0;
  for (let from = 0; from < text.length; from += LINE) {
    if (from > 0) at += lines.write('\r\n', at, 'latin1');
    at += text.copy(lines, at, from, from + LINE);
  }
  return lines;
}

const LINE = 76;
const LINE_END = Buffer.from('\r\n');

function sizeOf(segments: readonly Segment[]): number {
  let size = 0;
  for (const segment of segments) {
    if (segment instanceof Uint8Array) size += segment.length;
    else size += 'attachment' in segment ? base64Size(segment.size) : sizeOf(segment.segments);
  }
  return size;
}

async function* written(message: Message, segments: readonly Segment[]): AsyncGenerator<Uint8Array> {
  for (const segment of segments) {
    if (segment instanceof Uint8Array) yield segment;
    else if ('attachment' in segment) {
      using attach: IAttach = await ok(message.OpenAttach(segment.attachment, null, 0));
      using stream = await dataOf(attach);
      yield* encoded(stream, segment.size);
    } else {
      using attach: IAttach = await ok(message.OpenAttach(segment.embedded, null, 0));
      using inner: Message = await ok(attach.OpenProperty(PR_ATTACH_DATA_OBJ, IMessage, 0, 0));
      yield* written(inner, segment.segments);
    }
  }
}

async function* encoded(stream: ByteStream, size: number): AsyncGenerator<Uint8Array> {
  let rest = Buffer.alloc(0);
  let read = 0;
  let begun = false;
  for (;;) {
    const chunk = await ok(stream.Read(CHUNK_BYTES));
    read += chunk.length;
    const bytes =
      rest.length === 0 ? Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length) : Buffer.concat([rest, chunk]);
    const whole = chunk.length === 0 ? bytes.length : bytes.length - (bytes.length % 57);
    if (whole > 0) {
      if (begun) yield LINE_END;
      begun = true;
      yield base64Lines(bytes.subarray(0, whole));
    }
    if (chunk.length === 0) break;
    // The stream may use its buffer again for the next read.
    rest = Buffer.from(bytes.subarray(whole));
  }
  // The size was told to the server; a message that others change while it is sent is not sent.
  if (read !== size) throw new ComError(STG_E_READFAULT, `an attachment had ${size} bytes, and now ${read}`);
}
