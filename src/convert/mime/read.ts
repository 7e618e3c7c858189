import { type IStream as ByteStream, ComError, IStream, ok } from '../../com/index.js';
import {
  changePropType,
  type IMAPIProp,
  isErrorTag,
  MAPI_E_NOT_ENOUGH_MEMORY,
  MAPI_E_TOO_BIG,
  type PropTag,
  PT_BINARY,
  PT_UNICODE,
} from '../../mapi/index.js';

/** The properties of an object by tag, as GetProps gave them; what it has too much of can be read as a stream. */
export interface PropValues {
  /**
   * A value.
   *
   * @param tag a tag of those that were asked for
   * @returns the value, null when the object has none or it is too large for GetProps
   */
  get<T>(tag: PropTag<T>): T | null;
  /**
   * Whether the value is there, but too large for GetProps.
   *
   * @param tag a tag of those that were asked for
   */
  isLarge(tag: PropTag): boolean;
}

/**
 * Asks an object for properties.
 *
 * @param object the object
 * @param tags the properties
 * @returns their values
 * @throws {ComError} what GetProps fails with
 */
export async function readProps(object: IMAPIProp, tags: readonly PropTag[]): Promise<PropValues> {
  const row = await ok(object.GetProps(tags, 0));
  const places = placesOf(tags);
  const placeOf = (tag: PropTag): number => {
    const place = places.get(tag);
    if (place === undefined) throw new RangeError(`property 0x${tag.toString(16)} was not asked for`);
    return place;
  };
  return {
    // A row has what was asked for in the order in which it was: it need not be searched.
    get: <T>(tag: PropTag<T>): T | null => {
      const place = placeOf(tag);
      const real = row.tags[place] as PropTag;
      return real === tag ? (row[place] as T | null) : isErrorTag(real) ? null : row.get(tag);
    },
    isLarge: (tag) => row.error(placeOf(tag)) === MAPI_E_NOT_ENOUGH_MEMORY,
  };
}

const known = new WeakMap<readonly PropTag[], ReadonlyMap<PropTag, number>>();

// Whoever asks for many asks every object for the same.
function placesOf(tags: readonly PropTag[]): ReadonlyMap<PropTag, number> {
  let places = known.get(tags);
  if (places === undefined) {
    places = new Map(tags.map((tag, place) => [tag, place]));
    known.set(tags, places);
  }
  return places;
}

/**
 * A text of any length.
 *
 * @param object the object
 * @param values what GetProps said
 * @param tag a text property of those
 * @param most the most bytes it may have
 * @returns the text, null when there is none
 * @throws {ComError} `MAPI_E_TOO_BIG` beyond `most`, or what reading fails with
 */
export async function readText(
  object: IMAPIProp,
  values: PropValues,
  tag: PropTag<string>,
  most: number,
): Promise<string | null> {
  if (!values.isLarge(tag)) return values.get(tag);
  const bytes = await readStream(object, changePropType(tag, PT_UNICODE), most * 2);
  return bytes.toString('utf16le', 0, bytes.length & ~1);
}

/**
 * Bytes of any length.
 *
 * @param object the object
 * @param values what GetProps said
 * @param tag a binary property of those
 * @param most the most bytes it may have
 * @returns the bytes, null when there are none
 * @throws {ComError} `MAPI_E_TOO_BIG` beyond `most`, or what reading fails with
 */
export async function readBytes(
  object: IMAPIProp,
  values: PropValues,
  tag: PropTag<Uint8Array>,
  most: number,
): Promise<Uint8Array | null> {
  return values.isLarge(tag) ? readStream(object, changePropType(tag, PT_BINARY), most) : values.get(tag);
}

async function readStream(object: IMAPIProp, tag: PropTag, most: number): Promise<Buffer> {
  using stream: ByteStream = await ok(object.OpenProperty(tag, IStream, 0, 0));
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const chunk = await ok(stream.Read(READ_BYTES));
    if (chunk.length === 0) return Buffer.concat(chunks, length);
    length += chunk.length;
    if (length > most) throw new ComError(MAPI_E_TOO_BIG, `a body has more than ${most} bytes`);
    // The stream may use its buffer again for the next read.
    chunks.push(Uint8Array.from(chunk));
  }
}

const READ_BYTES = 256 * 1024;
