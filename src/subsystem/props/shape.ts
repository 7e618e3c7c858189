import type { HResult } from '../../com/index.js';
import {
  changePropType,
  isMultiValued,
  isString,
  MAPI_E_NOT_FOUND,
  MV_FLAG,
  type PropTag,
  type PropValue,
  PT_STRING8,
  PT_UNICODE,
  PT_UNSPECIFIED,
  propError,
  propType,
} from '../../mapi/index.js';
import { narrowed } from './codepage.js';

/**
 * A stored value in the type that was asked for.
 *
 * @param entry the value
 * @param asked the tag asked for; PT_UNSPECIFIED for whichever type there is
 * @param unicode the width of text where the tag does not tell it
 * @param text the code page of 8-bit text, asked for only where there is such
 * @returns the value, or a PT_ERROR entry with `MAPI_E_NOT_FOUND` when there is none of that type
 * @throws {ComError} `MAPI_E_BAD_CHARWIDTH` when the code page is not known
 */
export function shaped(
  entry: PropValue,
  asked: PropTag,
  unicode: boolean,
  text: { readonly codePage: number },
): PropValue {
  const tag = entry[0];
  const value: unknown = entry[1];
  const type = propType(asked);
  if (!isString(tag)) return type === PT_UNSPECIFIED || type === propType(tag) ? entry : notFound(asked);
  if (type !== PT_UNSPECIFIED && (!isString(asked) || isMultiValued(asked) !== isMultiValued(tag)))
    return notFound(asked);
  const wide = type === PT_UNSPECIFIED ? unicode : (type & ~MV_FLAG) === PT_UNICODE;
  if (wide && (propType(tag) & ~MV_FLAG) === PT_UNICODE) return entry;
  const named = widthOf(tag, wide);
  if (wide) return Object.freeze([named, value] as const);
  const { codePage } = text;
  const texts = isMultiValued(tag)
    ? Object.freeze((value as readonly string[]).map((one) => narrowed(one, codePage)))
    : narrowed(value as string, codePage);
  return Object.freeze([named, texts] as const);
}

/** The tag of a text in one width, of anything else as it is. */
export const widthOf = (tag: PropTag, wide: boolean): PropTag =>
  isString(tag) ? changePropType(tag, (wide ? PT_UNICODE : PT_STRING8) | (propType(tag) & MV_FLAG)) : tag;

/** The entry of a value that could not be had. */
export const failedAs = (asked: PropTag, error: HResult): PropValue => propError(asked, error) as PropValue;

const notFound = (asked: PropTag): PropValue => failedAs(asked, MAPI_E_NOT_FOUND);
