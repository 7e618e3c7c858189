import { type IStream as ByteStream, IStream, ok } from '../../com/index.js';
import {
  changePropType,
  type IMAPIProp,
  MAPI_E_NOT_ENOUGH_MEMORY,
  type PropTag,
  PT_UNICODE,
} from '../../mapi/index.js';
import { textOfBytes } from '../../subsystem/index.js';

/**
 * Reads a text of any length.
 *
 * @param object whose property it is
 * @param tag the property
 * @returns the text; null when there is none
 */
export async function readText(object: IMAPIProp, tag: PropTag<string>): Promise<string | null> {
  const row = await ok(object.GetProps([tag], 0));
  if (row.error(tag) !== MAPI_E_NOT_ENOUGH_MEMORY) return row.get(tag);
  return textOfBytes(await readStream(object, changePropType(tag, PT_UNICODE)), null);
}

/**
 * Reads bytes of any length.
 *
 * @param object whose property it is
 * @param tag the property
 * @returns the bytes; null when there are none
 */
export async function readBytes(object: IMAPIProp, tag: PropTag<Uint8Array>): Promise<Uint8Array | null> {
  const row = await ok(object.GetProps([tag], 0));
  return row.error(tag) === MAPI_E_NOT_ENOUGH_MEMORY ? await readStream(object, tag) : row.get(tag);
}

async function readStream(object: IMAPIProp, tag: PropTag): Promise<Uint8Array> {
  using stream = await ok(object.OpenProperty(tag, IStream, 0, 0));
  const pieces: Uint8Array[] = [];
  for await (const piece of piecesOf(stream)) pieces.push(piece);
  return new Uint8Array(Buffer.concat(pieces));
}

/** The bytes of a stream, piece by piece; each piece is the reader's own. */
export async function* piecesOf(stream: ByteStream): AsyncGenerator<Uint8Array, void, undefined> {
  for (;;) {
    const piece = await ok(stream.Read(256 * 1024));
    if (piece.length === 0) return;
    yield Uint8Array.from(piece);
  }
}
