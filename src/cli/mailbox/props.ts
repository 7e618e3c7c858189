import { failed, type HResult, IStream, ok, STATFLAG_NONAME } from '../../com/index.js';
import {
  type IMAPIProp,
  MAPI_E_NOT_FOUND,
  MAPI_UNICODE,
  type MAPINAMEID,
  type PropTag,
  PT_OBJECT,
  propId,
  propType,
} from '../../mapi/index.js';

/** A property of an object as it was read. */
export interface ReadProp {
  /** The tag with the type of the value. */
  readonly tag: PropTag;
  /** The value; undefined when it is large, and for objects. */
  readonly value: unknown;
  /** What the store calls it, from 0x8000 on. */
  readonly named: MAPINAMEID | null;
  /** Bytes of a large value, which {@link openLarge} reads; null for any other. */
  readonly size: number | null;
  /** Why the value could not be had; null when it could. */
  readonly error: HResult | null;
}

/**
 * Reads every property of an object, by tag.
 *
 * @param object a message or an attachment
 */
export async function readProps(object: IMAPIProp): Promise<readonly ReadProp[]> {
  const tags = [...(await ok(object.GetPropList(MAPI_UNICODE)))].sort((a, b) => a - b);
  if (tags.length === 0) return [];
  const row = await ok(object.GetProps(tags, MAPI_UNICODE));
  const names = await namesOf(object, tags);
  const props: ReadProp[] = [];
  for (const [index, tag] of tags.entries()) {
    const named = names.get(propId(tag)) ?? null;
    const error = row.error(index);
    const nothing = { tag, value: undefined, named, size: null, error: null };
    if (propType(tag) === PT_OBJECT) props.push(nothing);
    else if (error === null) props.push({ ...nothing, tag: row.tags[index] ?? tag, value: row[index] });
    // What another session deleted since the list was made is not there any more.
    else if (error !== MAPI_E_NOT_FOUND) props.push({ ...nothing, ...(await largeOrError(object, tag, error)) });
  }
  return props;
}

/** A value that GetProps does not hand out is read as a stream, if it is of a type that can be. */
async function largeOrError(
  object: IMAPIProp,
  tag: PropTag,
  error: HResult,
): Promise<{ size: number | null; error: HResult | null }> {
  const [hr, opened] = await object.OpenProperty(tag, IStream, 0);
  if (failed(hr) || !opened) return { size: null, error };
  using stream = opened;
  return { size: Number((await ok(stream.Stat(STATFLAG_NONAME))).cbSize), error: null };
}

/**
 * Opens a large value.
 *
 * @param object whose it is
 * @param tag the property
 * @returns the bytes, UTF-16 for text; the caller releases the stream
 */
export const openLarge = (object: IMAPIProp, tag: PropTag): Promise<IStream> =>
  ok(object.OpenProperty(tag, IStream, 0));

/**
 * What the store calls properties.
 *
 * @param object an object of the store
 * @param tags properties, of which those below 0x8000 are passed over
 * @returns the names by identifier
 */
export async function namesOf(object: IMAPIProp, tags: readonly PropTag[]): Promise<ReadonlyMap<number, MAPINAMEID>> {
  const numbered = tags.filter((tag) => propId(tag) >= 0x8000);
  if (numbered.length === 0) return new Map();
  const { lpppPropNames } = await ok(object.GetNamesFromIDs(numbered, null));
  return new Map(
    numbered.flatMap((tag, index) => {
      const name = lpppPropNames[index];
      return name ? [[propId(tag), name] as const] : [];
    }),
  );
}
