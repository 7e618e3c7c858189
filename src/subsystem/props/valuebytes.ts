import {
  changePropType,
  type PropTag,
  type PropValue,
  PT_BINARY,
  PT_STRING8,
  PT_UNICODE,
  propType,
} from '../../mapi/index.js';
import { bytesOfText, defaultCodePage, textOfBytes } from './codepage.js';

/** The types whose values are streamed. */
export const isStreamed = (tag: number): boolean => {
  const type = propType(tag);
  return type === PT_BINARY || type === PT_UNICODE || type === PT_STRING8;
};

/**
 * The bytes of a text or binary value, as a stream on it shows them.
 *
 * @param type how it shows text: PT_UNICODE as UTF-16LE, PT_STRING8 in the code page
 * @param value a string or bytes
 * @param codePage the code page of 8-bit text
 */
export const bytesOfValue = (type: number, value: unknown, codePage: number = defaultCodePage): Uint8Array =>
  typeof value === 'string' ? bytesOfText(value, type === PT_STRING8 ? codePage : null) : (value as Uint8Array);

/**
 * The value that streamed bytes stand for; 8-bit text becomes Unicode.
 *
 * @param tag the property with the type of the bytes
 * @param bytes the bytes
 * @param codePage the code page of 8-bit text
 */
export function valueOfBytes(tag: PropTag, bytes: Uint8Array, codePage: number = defaultCodePage): PropValue {
  if (propType(tag) === PT_BINARY) return Object.freeze([tag, bytes] as const);
  const text = textOfBytes(bytes, propType(tag) === PT_STRING8 ? codePage : null);
  return Object.freeze([changePropType(tag, PT_UNICODE), text] as const) as PropValue;
}
