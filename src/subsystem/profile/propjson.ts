import {
  isMultiValued,
  isValueFor,
  type PropValue,
  PT_BINARY,
  propTag,
  propType,
  singleType,
} from '../../mapi/index.js';

/** A property as the profile file holds it: the tag in hex, then the value. */
export type PropJson = readonly [tag: string, value: unknown];

/**
 * Writes a property as JSON: 64-bit numbers as `{ "i64": "..." }`, bytes as `{ "base64": "..." }`, all else as it is.
 *
 * @param entry the property
 */
export function propToJson([tag, value]: PropValue): PropJson {
  const hex = `0x${tag.toString(16).padStart(8, '0')}`;
  return [hex, isMultiValued(tag) ? (value as readonly unknown[]).map(toJson) : toJson(value)];
}

/**
 * Reads what {@link propToJson} wrote.
 *
 * @param json the pair
 * @returns the property, null when it is none: a file that somebody edited loses what can't be read, not the rest
 */
export function propFromJson(json: unknown): PropValue | null {
  if (!Array.isArray(json) || json.length !== 2 || typeof json[0] !== 'string') return null;
  const number = /^0x[0-9a-f]{8}$/i.test(json[0]) ? Number.parseInt(json[0], 16) : Number.NaN;
  if (Number.isNaN(number)) return null;
  const tag = propTag(propType(number), number >>> 16);
  const value = isMultiValued(tag) ? manyFromJson(json[1], tag) : fromJson(json[1], singleType(tag));
  return isValueFor(tag, value) ? Object.freeze([tag, value] as const) : null;
}

function toJson(value: unknown): unknown {
  if (typeof value === 'bigint') return { i64: String(value) };
  if (value instanceof Uint8Array) return { base64: Buffer.from(value).toString('base64') };
  return value;
}

function fromJson(json: unknown, type: number): unknown {
  if (typeof json !== 'object' || json === null) return json;
  const { i64, base64 } = json as { readonly i64?: unknown; readonly base64?: unknown };
  if (typeof i64 === 'string' && /^-?\d{1,19}$/.test(i64)) return BigInt(i64);
  if (typeof base64 === 'string' && type === PT_BINARY) return new Uint8Array(Buffer.from(base64, 'base64'));
  return undefined;
}

const manyFromJson = (json: unknown, tag: number): unknown =>
  Array.isArray(json) ? Object.freeze(json.map((each) => fromJson(each, singleType(tag)))) : undefined;
