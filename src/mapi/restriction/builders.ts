import {
  BMR_EQZ,
  BMR_NEZ,
  FL_FULLSTRING,
  FL_IGNORECASE,
  FL_IGNORENONSPACE,
  FL_LOOSE,
  FL_PREFIX,
  FL_SUBSTRING,
  RELOP_EQ,
  RELOP_GE,
  RELOP_GT,
  RELOP_LE,
  RELOP_LT,
  RELOP_NE,
  RELOP_RE,
} from '../flags/restrictions.js';
import { changePropType, type PropTag, singleType } from '../types/proptag.js';
import { type PropValue, prop } from '../types/propvalue.js';
import type {
  Relop,
  Restriction,
  SAndRestriction,
  SAnnotationRestriction,
  SBitMaskRestriction,
  SCommentRestriction,
  SComparePropsRestriction,
  SContentRestriction,
  SCountRestriction,
  SExistRestriction,
  SNotRestriction,
  SOrRestriction,
  SPropertyRestriction,
  SSizeRestriction,
  SSubRestriction,
} from '../types/restriction.js';

/** What a property of this type may be compared to: for many values also a single one, which any of them may match. */
export type Constant<T> = T extends readonly (infer E)[] ? E | T : T;

/** How {@link contains} compares. */
export interface ContainsOptions {
  /** `full`: the whole value; `substring` (as usual): anywhere; `prefix`: at the start. */
  readonly level?: 'full' | 'substring' | 'prefix';
  /** Without case; true unless said otherwise. Bytes are always compared as they are. */
  readonly ignoreCase?: boolean;
  /** Without accents and other non-spacing marks. */
  readonly ignoreNonSpace?: boolean;
  /** As loosely as possible. */
  readonly loose?: boolean;
}

/**
 * All of them hold.
 *
 * @param lpRes the parts; of none, that is true
 * @spec sandrestriction
 */
export const and = (...lpRes: readonly Restriction[]): SAndRestriction =>
  Object.freeze({ rt: 'and', lpRes: Object.freeze([...lpRes]) });

/**
 * One of them holds.
 *
 * @param lpRes the parts; of none, that is false
 * @spec sorrestriction
 */
export const or = (...lpRes: readonly Restriction[]): SOrRestriction =>
  Object.freeze({ rt: 'or', lpRes: Object.freeze([...lpRes]) });

/**
 * It does not hold. That includes objects that lack the property it speaks of: join it with {@link exists} where they
 * should not match.
 *
 * @param lpRes what must not hold
 * @spec snotrestriction
 */
export const not = (lpRes: Restriction): SNotRestriction => Object.freeze({ rt: 'not', lpRes });

/**
 * A string or binary property contains a value; of many values, one of them does.
 *
 * @param tag the property
 * @param text what it must contain
 * @param options where, and how exactly
 * @example
 * ```ts
 * await table.Restrict(contains(PR_SUBJECT_W, 'minutes'));
 * ```
 * @spec scontentrestriction
 */
export function contains<T extends string | Uint8Array | readonly string[] | readonly Uint8Array[]>(
  tag: PropTag<T>,
  text: T extends readonly (infer E)[] ? E : NoInfer<T>,
  options: ContainsOptions = {},
): SContentRestriction {
  const { level = 'substring', ignoreCase = true, ignoreNonSpace = false, loose = false } = options;
  const ulFuzzyLevel =
    levels[level] |
    (ignoreCase ? FL_IGNORECASE : 0) |
    (ignoreNonSpace ? FL_IGNORENONSPACE : 0) |
    (loose ? FL_LOOSE : 0);
  return Object.freeze({ rt: 'content', ulFuzzyLevel, ulPropTag: tag, lpProp: constant(tag, text) });
}

const levels = { full: FL_FULLSTRING, substring: FL_SUBSTRING, prefix: FL_PREFIX } as const;

/**
 * A property compares to a constant, the way `relop` says.
 *
 * @param relop RELOP_LT and so on
 * @param tag the property
 * @param value the constant
 * @spec spropertyrestriction
 */
export const compareTo = <T>(relop: Relop, tag: PropTag<T>, value: Constant<NoInfer<T>>): SPropertyRestriction =>
  Object.freeze({ rt: 'property', relop, ulPropTag: tag, lpProp: constant(tag, value) });

/**
 * A property is equal to a constant (strings: but for case); of many values, one is.
 *
 * @param tag the property
 * @param value the constant
 * @spec spropertyrestriction
 */
export const eq = <T>(tag: PropTag<T>, value: Constant<NoInfer<T>>): SPropertyRestriction =>
  compareTo<T>(RELOP_EQ, tag, value);

/**
 * A property is there and differs from a constant; of many values, one does.
 *
 * @param tag the property
 * @param value the constant
 * @spec spropertyrestriction
 */
export const ne = <T>(tag: PropTag<T>, value: Constant<NoInfer<T>>): SPropertyRestriction =>
  compareTo<T>(RELOP_NE, tag, value);

/**
 * A property is less than a constant; of many values, one is.
 *
 * @param tag the property
 * @param value the constant
 * @spec spropertyrestriction
 */
export const lt = <T>(tag: PropTag<T>, value: Constant<NoInfer<T>>): SPropertyRestriction =>
  compareTo<T>(RELOP_LT, tag, value);

/**
 * A property is less than a constant or equal to it; of many values, one is.
 *
 * @param tag the property
 * @param value the constant
 * @spec spropertyrestriction
 */
export const le = <T>(tag: PropTag<T>, value: Constant<NoInfer<T>>): SPropertyRestriction =>
  compareTo<T>(RELOP_LE, tag, value);

/**
 * A property is greater than a constant; of many values, one is.
 *
 * @param tag the property
 * @param value the constant
 * @spec spropertyrestriction
 */
export const gt = <T>(tag: PropTag<T>, value: Constant<NoInfer<T>>): SPropertyRestriction =>
  compareTo<T>(RELOP_GT, tag, value);

/**
 * A property is greater than a constant or equal to it; of many values, one is.
 *
 * @param tag the property
 * @param value the constant
 * @spec spropertyrestriction
 */
export const ge = <T>(tag: PropTag<T>, value: Constant<NoInfer<T>>): SPropertyRestriction =>
  compareTo<T>(RELOP_GE, tag, value);

/**
 * A string property matches a pattern; of many values, one does. `compilePattern` says what patterns are.
 *
 * @param tag the property
 * @param pattern the pattern
 * @spec spropertyrestriction
 */
export const re = <T extends string | readonly string[]>(tag: PropTag<T>, pattern: string): SPropertyRestriction =>
  Object.freeze({ rt: 'property', relop: RELOP_RE, ulPropTag: tag, lpProp: constant(tag, pattern) });

/**
 * Two properties of the object compare.
 *
 * @param ulPropTag1 the first property
 * @param relop how: RELOP_LT and so on, but for RELOP_RE
 * @param ulPropTag2 the second property, of the same type
 * @spec scomparepropsrestriction
 */
export const compareProps = <T>(
  ulPropTag1: PropTag<T>,
  relop: Relop,
  ulPropTag2: PropTag<NoInfer<T>>,
): SComparePropsRestriction => Object.freeze({ rt: 'compare', relop, ulPropTag1, ulPropTag2 });

/**
 * Bits of a property are all zero, or not.
 *
 * @param ulPropTag a PT_LONG property
 * @param ulMask the bits, 32
 * @param test `eqz` when none of them may be set, `nez` when one must be
 * @spec sbitmaskrestriction
 */
export const bits = (ulPropTag: PropTag<number>, ulMask: number, test: 'eqz' | 'nez'): SBitMaskRestriction =>
  Object.freeze({ rt: 'bitmask', relBMR: test === 'eqz' ? BMR_EQZ : BMR_NEZ, ulPropTag, ulMask });

/**
 * The size of a property's value compares to a number of bytes. `sizeOfValue` says how sizes count.
 *
 * @param ulPropTag the property
 * @param relop how: RELOP_LT and so on, but for RELOP_RE
 * @param cb bytes
 * @spec ssizerestriction
 */
export const size = (ulPropTag: PropTag, relop: Relop, cb: number): SSizeRestriction =>
  Object.freeze({ rt: 'size', relop, ulPropTag, cb });

/**
 * A property is there.
 *
 * @param ulPropTag the property
 * @spec sexistrestriction
 */
export const exists = (ulPropTag: PropTag): SExistRestriction => Object.freeze({ rt: 'exist', ulPropTag });

/**
 * Something holds for one of a message's recipients or attachments.
 *
 * @param ulSubObject PR_MESSAGE_RECIPIENTS or PR_MESSAGE_ATTACHMENTS
 * @param lpRes what must hold for one row
 * @spec ssubrestriction
 */
export const sub = (ulSubObject: PropTag, lpRes: Restriction): SSubRestriction =>
  Object.freeze({ rt: 'sub', ulSubObject, lpRes });

/**
 * A restriction with remarks.
 *
 * @param lpProp the remarks
 * @param lpRes what must hold; null for remarks alone, which always hold
 * @spec scommentrestriction
 */
export const comment = (lpProp: readonly PropValue[], lpRes: Restriction | null): SCommentRestriction =>
  Object.freeze({ rt: 'comment', lpRes, lpProp: Object.freeze([...lpProp]) });

/**
 * A restriction with hints for the one who evaluates it.
 *
 * @param lpProp the hints
 * @param lpRes what must hold; null for hints alone, which always hold
 * @spec srestriction
 */
export const annotation = (lpProp: readonly PropValue[], lpRes: Restriction | null): SAnnotationRestriction =>
  Object.freeze({ rt: 'annotation', lpRes, lpProp: Object.freeze([...lpProp]) });

/**
 * A restriction of which only the first matches count, in the order of the table.
 *
 * @param ulCount how many
 * @param lpRes what must hold
 * @example
 * ```ts
 * await table.SortTable(sortBy(descend(PR_MESSAGE_DELIVERY_TIME)));
 * await table.Restrict(count(10, bits(PR_MESSAGE_FLAGS, MSGFLAG_READ, 'eqz')));
 * ```
 * @spec scountrestriction
 */
export const count = (ulCount: number, lpRes: Restriction): SCountRestriction =>
  Object.freeze({ rt: 'count', ulCount, lpRes });

// The constant has the type of the property, without MV_FLAG where it is a single value.
const constant = (tag: PropTag, value: unknown): PropValue =>
  prop<unknown>(Array.isArray(value) ? tag : changePropType(tag, singleType(tag)), value);
