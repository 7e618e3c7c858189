import {
  type IMessage,
  PR_BODY_HTML_W,
  PR_BODY_W,
  PR_HTML,
  PR_INTERNET_CPID,
  PR_RTF_COMPRESSED,
  type PropTag,
  propId,
} from '../../mapi/index.js';
import { crlf, type TextPart, textPart } from './charset.js';
import type { BodyEncoding } from './form.js';
import { BODY_BYTES } from './limits.js';
import { type PropValues, readBytes, readProps, readText } from './read.js';

/** The texts of a message, the plainest first. */
export interface Bodies {
  /** The plain text; null where there is none. */
  readonly text: string | null;
  /** The HTML; null where there is none. */
  readonly html: TextPart | null;
  /** The charset that the plain text is to have; UTF-8 where nothing is said. */
  readonly textCharset?: string;
  /** How the texts are to be encoded; where nothing is said, or it can't be, in the shorter way. */
  readonly encoding?: BodyEncoding;
}

/**
 * Reads compressed RTF.
 *
 * @param compressed PR_RTF_COMPRESSED
 * @returns what it holds: the HTML it was made from, or its text
 */
export type RtfReader = (compressed: Uint8Array) => { readonly mode: 'html' | 'text'; readonly text: string };

/** The properties that {@link bodiesOf} looks at first. */
export const bodyProps: readonly PropTag[] = [PR_BODY_W, PR_INTERNET_CPID];

/**
 * Reads the texts of a message: its plain text and, where it was written as HTML, that. RTF gives the HTML it was made
 * from or its text.
 *
 * @param message the message
 * @param values its properties, {@link bodyProps} among them
 * @param list what it lists as its properties: the forms that it really has, not those that it could make
 * @param readRtf reads RTF; without it the message itself is asked for the other forms
 * @throws {ComError} `MAPI_E_TOO_BIG` beyond the limit `mime.bodyBytes`; what reading fails with
 * @spec RFC 2046 section 5.1.4 @spec pidtagbody-canonical-property @spec pidtaghtml-canonical-property
 */
export async function bodiesOf(
  message: IMessage,
  values: PropValues,
  list: readonly PropTag[],
  readRtf: RtfReader | null,
): Promise<Bodies> {
  const has = (tag: PropTag): boolean => list.some((listed) => propId(listed) === propId(tag));
  const codePage = values.get(PR_INTERNET_CPID);
  if (!has(PR_HTML) && has(PR_RTF_COMPRESSED) && readRtf !== null) {
    const compressed = await readBytes(
      message,
      await readProps(message, [PR_RTF_COMPRESSED]),
      PR_RTF_COMPRESSED,
      BODY_BYTES,
    );
    const held = readRtf(compressed ?? new Uint8Array(0));
    const html = held.mode === 'html' ? { content: crlf(held.text), charset: 'utf-8' } : null;
    const text = held.mode === 'text' ? held.text : await readText(message, values, PR_BODY_W, BODY_BYTES);
    return { text: text === null ? null : crlf(text), html };
  }
  const text = await readText(message, values, PR_BODY_W, BODY_BYTES);
  const html = has(PR_HTML) || has(PR_RTF_COMPRESSED) ? await htmlOf(message, codePage) : null;
  return { text: text === null ? null : crlf(text), html };
}

const htmlProps: readonly PropTag[] = [PR_HTML, PR_BODY_HTML_W];

// PR_BODY_HTML is the same property as text: then no code page has a say.
async function htmlOf(message: IMessage, codePage: number | null): Promise<TextPart | null> {
  const values = await readProps(message, htmlProps);
  const bytes = await readBytes(message, values, PR_HTML, BODY_BYTES);
  if (bytes !== null) return textPart(bytes, codePage);
  const text = await readText(message, values, PR_BODY_HTML_W, BODY_BYTES);
  return text === null ? null : { content: crlf(text), charset: 'utf-8' };
}
