import { ComError, type HResult } from '../../com/index.js';
import {
  changePropType,
  isMultiValued,
  isString,
  isValueFor,
  MAPI_E_INVALID_PARAMETER,
  MAPI_E_INVALID_TYPE,
  MAPI_E_NOT_ENOUGH_MEMORY,
  MAPI_E_UNEXPECTED_TYPE,
  MV_FLAG,
  MV_INSTANCE,
  type PropTag,
  type PropValue,
  PT_ERROR,
  PT_NULL,
  PT_OBJECT,
  PT_UNICODE,
  propId,
  propType,
  sizeOfValue,
} from '../../mapi/index.js';
import { requireSome, requireTag } from './arguments.js';
import { setBytes } from './limits.js';
import type { PropRules } from './rules.js';

/**
 * Checks the argument of SetProps as a whole.
 *
 * @throws {ComError} `MAPI_E_INVALID_PARAMETER` for an empty array, an element that is no property value, a PT_OBJECT, many
 *   values of which there are none, or a value that is not of the type that its tag names
 */
export function requireProps(props: readonly PropValue[]): void {
  for (const entry of requireSome(props, 'lpPropArray')) {
    if (!Array.isArray(entry) || entry.length !== 2) throw invalid('an element of lpPropArray is no property value');
    const tag = entry[0] as PropTag;
    const value: unknown = entry[1];
    requireTag(tag, 'lpPropArray');
    if (propType(tag) === PT_OBJECT) throw invalid(`${hex(tag)} is an object: open it with OpenProperty`);
    if (isMultiValued(tag) && Array.isArray(value) && value.length === 0) throw invalid(`${hex(tag)} has no values`);
    if (!ignored(tag) && isKnownType(tag) && !isValueFor(tag, value))
      throw invalid(`the value for ${hex(tag)} is not of its type`);
  }
}

/**
 * Checks a list of recipients, or of other rows of properties: what a caller gave, whose values are not looked at.
 *
 * @param list what the caller gave
 * @param name the parameter's documented name
 * @throws {ComError} `MAPI_E_INVALID_PARAMETER` when it is no list of lists of properties
 */
export function requireEntries(list: readonly (readonly PropValue[])[], name: string): void {
  if (!Array.isArray(list)) throw invalid(`${name} is no list`);
  for (const entry of list)
    if (!Array.isArray(entry) || !entry.every((one) => Array.isArray(one) && one.length === 2 && isTag(one[0])))
      throw invalid(`${name} holds something that is no list of properties`);
}

const isTag = (tag: unknown): boolean => Number.isInteger(tag) && (tag as number) >= 0 && (tag as number) <= 0xffffffff;

/** Whether SetProps passes an entry over: PR_NULL and failures. */
export const ignored = (tag: number): boolean =>
  propType(tag) === PT_ERROR || (propId(tag) === 0 && propType(tag) === PT_NULL);

/**
 * Why one property can't be set.
 *
 * @param entry the property, already checked by {@link requireProps}
 * @param rules the object's rules
 * @returns the code of the problem, null when there is none
 */
export function problemOf(entry: PropValue, rules: PropRules): HResult | null {
  const tag = entry[0];
  const value = entry[1];
  if (propId(tag) === 0 || propType(tag) === PT_NULL || !isKnownType(tag)) return MAPI_E_INVALID_TYPE;
  const rule = rules.get(propId(tag));
  if (rule?.refuse !== undefined) return rule.refuse;
  if (rule?.fixedType && propType(rule.tag) !== propType(unicodeTag(tag))) return MAPI_E_UNEXPECTED_TYPE;
  return sizeOfValue(tag, value) > setBytes ? MAPI_E_NOT_ENOUGH_MEMORY : null;
}

/**
 * A value as it is kept: text as Unicode, nothing of it shared with the caller.
 *
 * @param entry the value
 */
export function kept(entry: PropValue): PropValue {
  const tag = entry[0];
  const value: unknown = entry[1];
  const own = Array.isArray(value) ? Object.freeze(value.map(copied)) : copied(value);
  return Object.freeze([unicodeTag(tag), own] as const);
}

const copied = (value: unknown): unknown =>
  value instanceof Uint8Array ? Uint8Array.prototype.slice.call(value) : value;

const unicodeTag = (tag: PropTag): PropTag =>
  isString(tag) ? changePropType(tag, PT_UNICODE | (propType(tag) & MV_FLAG)) : tag;

// PT_SHORT 2 to PT_BINARY 0x102, as a single or a multi-valued type, never as a single instance of one.
const isKnownType = (tag: number): boolean => {
  const type = propType(tag);
  if ((type & MV_INSTANCE) !== 0) return false;
  const single = type & ~MV_FLAG;
  if (single === PT_NULL) return type === PT_NULL;
  return knownTypes.has(single) && !(type !== single && single === 0x000b);
};

const knownTypes: ReadonlySet<number> = new Set([2, 3, 4, 5, 6, 7, 0x0b, 0x14, 0x1e, 0x1f, 0x40, 0x48, 0x102]);

const hex = (tag: number): string => `property 0x${tag.toString(16).padStart(8, '0')}`;

const invalid = (message: string): ComError => new ComError(MAPI_E_INVALID_PARAMETER, message);
