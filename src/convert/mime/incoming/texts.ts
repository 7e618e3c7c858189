import { isAscii, isUtf8 } from 'node:buffer';
import {
  PR_BODY_W,
  PR_HTML,
  PR_INTERNET_CPID,
  PR_MESSAGE_CODEPAGE,
  type PropValue,
  prop,
} from '../../../mapi/index.js';
import { crlf } from '../charset.js';
import { decodeBytes, normal } from '../parse/charset.js';
import { unflowed } from '../parse/flowed.js';
import { bytesOfPart, type MimePart } from '../parse/part.js';
import { codePageOf, windowsPageOf } from './codepages.js';
import type { TextParts } from './parts.js';

/**
 * The texts of a message as its properties: PR_BODY, PR_HTML in the code page in which it came, and the code pages. Where
 * there are several texts they follow each other.
 *
 * @param bytes the message
 * @param texts its texts
 * @returns the properties, and the HTML in which attachments are looked for; null without any
 * @spec pidtagbody-canonical-property @spec pidtaghtml-canonical-property @spec pidtaginternetcodepage-canonical-property
 */
export function textProps(
  bytes: Buffer,
  texts: readonly TextParts[],
): { readonly props: PropValue[]; readonly html: string | null } {
  const [only] = texts;
  const html = texts.some((one) => one.html !== null) ? htmlOf(bytes, texts) : null;
  // Text that is there as HTML alone is the store's to make plain.
  const plain = texts.every((one) => one.plain !== null || one.said === true)
    ? texts.filter((one) => one.said !== true).map((one) => plainOf(bytes, one.plain))
    : null;
  const page = html?.page ?? codePageOf(charsetOf(only?.plain ?? null)) ?? UTF8;
  const props: PropValue[] = [];
  if (plain !== null && plain.length > 0) props.push(prop(PR_BODY_W, plain.join('\r\n')));
  if (html !== null) props.push(prop(PR_HTML, html.bytes));
  props.push(prop(PR_INTERNET_CPID, page), prop(PR_MESSAGE_CODEPAGE, windowsPageOf(page)));
  return { props, html: html === null ? null : html.bytes.toString('latin1') };
}

/**
 * The text of a plain text part.
 *
 * @param bytes the message
 * @param part the part; null for none
 * @returns its text in lines that end as mail's do; paragraphs of RFC 3676 are on one line each
 */
export function plainOf(bytes: Buffer, part: MimePart | null): string {
  if (part === null) return '';
  const text = crlf(decodeBytes(bytesOfPart(bytes, part), charsetOf(part))).replaceAll('\0', '');
  if (part.type.params.get('format')?.toLowerCase() !== 'flowed') return text;
  return unflowed(text, part.type.params.get('delsp')?.toLowerCase() === 'yes');
}

interface Html {
  readonly bytes: Buffer;
  readonly page: number;
}

const UTF8 = 65_001;

const charsetOf = (part: MimePart | null): string => part?.type.params.get('charset') ?? '';

function htmlOf(bytes: Buffer, texts: readonly TextParts[]): Html {
  const [only] = texts;
  if (texts.length === 1 && only?.html) return kept(bytesOfPart(bytes, only.html), charsetOf(only.html));
  const pieces = texts.map(({ html, plain }) =>
    html === null ? asHtml(plainOf(bytes, plain)) : decoded(bytesOfPart(bytes, html), charsetOf(html)),
  );
  return { bytes: Buffer.from(pieces.join('\r\n'), 'utf8'), page: UTF8 };
}

// The bytes stay as they are where they are what they say, in a charset that everybody knows.
function kept(html: Buffer, charset: string): Html {
  const name = normal(charset || metaCharset(html));
  const page = name === '' || name === 'utf-8' ? UTF8 : codePageOf(name);
  const sound = page === UTF8 ? isUtf8(html) : page === ASCII ? isAscii(html) : page !== null;
  if (sound && page !== null) return { bytes: html, page };
  return { bytes: Buffer.from(decodeBytes(html, name), 'utf8'), page: UTF8 };
}

const ASCII = 20_127;

const decoded = (html: Buffer, charset: string): string => decodeBytes(html, charset || metaCharset(html));

// HTML that came without a charset may name one itself.
function metaCharset(html: Buffer): string {
  if (isUtf8(html)) return '';
  const head = html.toString('latin1', 0, 2048);
  return /<meta\b[^>]{0,200}?\bcharset\s{0,9}=\s{0,9}["']?([\w:.-]{2,40})/i.exec(head)?.[1] ?? '';
}

const asHtml = (text: string): string =>
  `<div style="white-space: pre-wrap">${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')}</div>`;
