import { fileTimeOf } from '../../base/index.js';
import { type Guid, guid, ok } from '../../com/index.js';
import {
  changePropType,
  type IMAPIProp,
  isErrorTag,
  isMultiValued,
  MAPI_CREATE,
  type MAPINAMEID,
  MV_FLAG,
  namedProp,
  PR_INTERNET_CONTENT,
  type PropTag,
  type PropValue,
  PT_APPTIME,
  PT_BINARY,
  PT_BOOLEAN,
  PT_CLSID,
  PT_CURRENCY,
  PT_DOUBLE,
  PT_FLOAT,
  PT_I8,
  PT_LONG,
  PT_SHORT,
  PT_SYSTIME,
  PT_UNICODE,
  prop,
  propId,
  propTag,
  singleType,
} from '../../mapi/index.js';
import { badRequest, GraphError } from '../http/error.js';
import { bytesOf, listOf, objectOf, textOf, timeOf } from '../http/json.js';
import type { Box } from '../mailbox/box.js';
import type { ExtendedLists } from '../resources.js';
import { readBytes, readText } from './opened.js';
import { isoOf } from './time.js';

/** A property of MAPI by the identifier that Graph gives it: `String {00020329-...} Name Colour`, `Integer 0x0E07`. */
export interface ExtendedId {
  /** As it was written. */
  readonly id: string;
  /** The property type, with MV_FLAG for many values. */
  readonly type: number;
  /** Its name; null for one that has a number in every store. */
  readonly name: MAPINAMEID | null;
  /** That number; 0 for a named one. */
  readonly number: number;
}

const types: ReadonlyMap<string, number> = new Map([
  ['applicationtime', PT_APPTIME],
  ['binary', PT_BINARY],
  ['boolean', PT_BOOLEAN],
  ['clsid', PT_CLSID],
  ['currency', PT_CURRENCY],
  ['double', PT_DOUBLE],
  ['float', PT_FLOAT],
  ['integer', PT_LONG],
  ['long', PT_I8],
  ['short', PT_SHORT],
  ['string', PT_UNICODE],
  ['systemtime', PT_SYSTIME],
]);

/**
 * Reads the identifier of an extended property.
 *
 * @param id what a caller wrote
 * @throws {GraphError} `BadRequest` for what is no such identifier
 */
export function readExtendedId(id: string): ExtendedId {
  const [, word = '', array, tag, set, kind, name] =
    /^([a-z]+?)(array)?\s+(?:(0x[0-9a-f]{1,4})|\{?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\}?\s+(name|id)\s+(.{1,255}))$/i.exec(
      id.trim(),
    ) ?? [];
  const type = types.get(word.toLowerCase());
  if (type === undefined) throw badRequest(`'${id}' is no identifier of an extended property.`);
  const full = array === undefined ? type : type | MV_FLAG;
  if (tag !== undefined) {
    const number = Number(tag);
    if (number === 0 || number >= 0x8000) throw badRequest(`'${id}' has a number that names are given alone.`);
    return { id, type: full, name: null, number };
  }
  const numbered = kind?.toLowerCase() === 'id';
  if (numbered && !/^(?:0x[0-9a-f]{1,8}|\d{1,9})$/i.test(name ?? ''))
    throw badRequest(`'${id}' has no number behind Id.`);
  const lpguid: Guid = guid(set as string);
  return { id, type: full, name: namedProp(lpguid, numbered ? Number(name) | 0 : (name as string)), number: 0 };
}

/**
 * The tags that extended properties have in a store.
 *
 * @param box whose store
 * @param ids the properties
 * @param create whether names that are new to the store get a number
 * @returns for each its tag; null for a name that no message of the store has
 */
export async function extendedTags(
  box: Box,
  ids: readonly ExtendedId[],
  create: boolean,
): Promise<readonly (PropTag | null)[]> {
  const named = ids.flatMap(({ name }) => (name === null ? [] : [name]));
  const tags: readonly number[] =
    named.length === 0 ? [] : await ok(box.store.GetIDsFromNames(named, create ? MAPI_CREATE : 0));
  let at = 0;
  return ids.map(({ name, type, number }) => {
    if (name === null) return propTag(type, number);
    const tag = tags[at++] as number;
    return isErrorTag(tag) ? null : changePropType(tag, type);
  });
}

/**
 * What a value of an extended property is in MAPI.
 *
 * @param type its type, of one value
 * @param value what a caller wrote
 * @throws {GraphError} `RequestBodyRead` for a value of another type
 */
export function readValue(type: number, value: unknown): unknown {
  const text = textOf(value, 'value');
  const wrong = (): GraphError => new GraphError(400, 'RequestBodyRead', `'${text}' is no value of that type.`);
  const whole = (bits: number): bigint => {
    const number = /^[+-]?\d{1,19}$/.test(text) ? BigInt(text) : null;
    if (number === null || BigInt.asIntN(bits, number) !== number) throw wrong();
    return number;
  };
  switch (type) {
    case PT_UNICODE:
      return text;
    case PT_BINARY:
      return new Uint8Array(bytesOf(text, 'value'));
    case PT_BOOLEAN:
      if (!/^(?:true|false)$/i.test(text)) throw wrong();
      return text.toLowerCase() === 'true';
    case PT_SHORT:
      return Number(whole(16));
    case PT_LONG:
      return Number(whole(32));
    case PT_I8:
      return whole(64);
    case PT_SYSTIME:
      return fileTimeOf(timeOf(text, 'value'));
    case PT_CLSID:
      if (!/^\{?[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\}?$/i.test(text)) throw wrong();
      return guid(text);
    case PT_CURRENCY: {
      const [, sign, units, part = ''] = /^(-?)(\d{1,14})(?:\.(\d{1,4}))?$/.exec(text) ?? [];
      if (units === undefined) throw wrong();
      return BigInt(`${sign}${units}${part.padEnd(4, '0')}`);
    }
    default: {
      const number = Number(text);
      if (text.trim() === '' || !Number.isFinite(number)) throw wrong();
      return type === PT_FLOAT ? Math.fround(number) : number;
    }
  }
}

/** A value as Graph writes it: always a text. */
function valueText(type: number, value: unknown): string {
  if (value instanceof Uint8Array) return Buffer.from(value).toString('base64');
  if (type === PT_SYSTIME) return isoOf(value as bigint) as string;
  if (type === PT_CLSID) return String(value).replaceAll(/[{}]/g, '').toLowerCase();
  if (type !== PT_CURRENCY) return String(value);
  const digits = String(value).replace('-', '').padStart(5, '0');
  return `${(value as bigint) < 0n ? '-' : ''}${digits.slice(0, -4)}.${digits.slice(-4)}`;
}

/** An extended property that is to be shown, and its tag; null for a name that the store does not know. */
export type ExtendedWish = readonly [ExtendedId, PropTag | null];

/**
 * Reads extended properties of an object.
 *
 * @param object the object
 * @param wishes the properties; what has none, or is not there, is left out, and so is a list with nothing in it
 */
export async function extendedLists(object: IMAPIProp, wishes: readonly ExtendedWish[]): Promise<ExtendedLists> {
  const single: { readonly id: string; readonly value: string }[] = [];
  const multi: { readonly id: string; readonly value: string[] }[] = [];
  for (const [{ id }, tag] of wishes) {
    if (tag === null) continue;
    const type = singleType(tag);
    const value = await storedValue(object, tag);
    if (value === null) continue;
    if (Array.isArray(value)) multi.push({ id, value: value.map((each) => valueText(type, each)) });
    else single.push({ id, value: valueText(type, value) });
  }
  return {
    ...(single.length > 0 ? { singleValueExtendedProperties: single } : {}),
    ...(multi.length > 0 ? { multiValueExtendedProperties: multi } : {}),
  };
}

/** The value of a property, however large it is. */
async function storedValue(object: IMAPIProp, tag: PropTag): Promise<unknown> {
  if (!isMultiValued(tag)) {
    if (singleType(tag) === PT_UNICODE) return await readText(object, tag as PropTag<string>);
    if (singleType(tag) === PT_BINARY) return await readBytes(object, tag as PropTag<Uint8Array>);
  }
  return (await ok(object.GetProps([tag], 0))).get(tag);
}

/**
 * The extended properties that a caller writes.
 *
 * @param box whose store
 * @param single `singleValueExtendedProperties` of the body
 * @param multi `multiValueExtendedProperties` of the body
 * @returns what is set, and what is removed because its value is null
 * @throws {GraphError} `RequestBodyRead`, `BadRequest`; `ErrorInvalidPropertySet` for what is not written like this
 */
export async function extendedChange(
  box: Box,
  single: unknown,
  multi: unknown,
): Promise<{ readonly set: readonly PropValue[]; readonly remove: readonly PropTag[] }> {
  const pairs = [
    ...pairsIn(single, 'singleValueExtendedProperties'),
    ...pairsIn(multi, 'multiValueExtendedProperties'),
  ];
  const set: PropValue[] = [];
  const remove: PropTag[] = [];
  const tags = await extendedTags(
    box,
    pairs.map(({ id }) => id),
    true,
  );
  for (const [index, { id, value, many }] of pairs.entries()) {
    const tag = tags[index] as PropTag;
    if (isMultiValued(tag) !== many) throw badRequest(`'${id.id}' does not belong into this list.`);
    // The bytes that go out as they are would say whom they are from without being asked.
    if (propId(tag) === propId(PR_INTERNET_CONTENT))
      throw new GraphError(400, 'ErrorInvalidPropertySet', 'The bytes of a message are given as MIME.');
    const type = singleType(tag);
    if (value === null) remove.push(tag);
    else
      set.push(prop(tag, many ? listOf(value, 'value').map((each) => readValue(type, each)) : readValue(type, value)));
  }
  return { set, remove };
}

const pairsIn = (list: unknown, name: string): { readonly id: ExtendedId; readonly value: unknown; many: boolean }[] =>
  (list === undefined || list === null ? [] : listOf(list, name)).map((each) => {
    const { id, value } = objectOf(each, name);
    return { id: readExtendedId(textOf(id, `${name}.id`)), value: value ?? null, many: name.startsWith('multi') };
  });
