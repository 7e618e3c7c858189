import type { HResult } from '../../com/index.js';
import { changePropType, isErrorTag, type PropTag } from './proptag.js';
import { PT_ERROR } from './proptype.js';

/**
 * One property: the tag and the value that its type says. A tag of type PT_ERROR keeps the identifier of the property
 * that could not be had, and its value is the reason, an HRESULT. @spec spropvalue
 */
export type PropValue<T = unknown> = readonly [tag: PropTag<T>, value: T];

/**
 * Makes a property value; the compiler refuses a value of another type than the tag's.
 *
 * @param tag the tag
 * @param value its value
 * @returns the pair, frozen
 * @example
 * ```ts
 * await ok(message.SetProps([prop(PR_SUBJECT_W, 'Hello'), prop(PR_IMPORTANCE, 2)]));
 * ```
 * @spec spropvalue
 */
export const prop = <T>(tag: PropTag<T>, value: NoInfer<T>): PropValue<T> => Object.freeze([tag, value] as const);

/**
 * Makes the entry of a property that could not be had.
 *
 * @param tag the tag that was asked for; its identifier is kept
 * @param error why, such as MAPI_E_NOT_FOUND
 * @returns the pair, of type PT_ERROR
 */
export const propError = (tag: PropTag, error: HResult): PropValue<HResult> =>
  prop(changePropType(tag, PT_ERROR), error);

/**
 * Whether an entry stands for a property that could not be had.
 *
 * @param entry the entry
 */
export const isPropError = (entry: PropValue): entry is PropValue<HResult> => isErrorTag(entry[0]);
