import type { BodyResource } from '../resources.js';

/** A body as Graph shows it. */
export type Body = BodyResource;

/** Text with what means something in HTML escaped. */
export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/**
 * A plain text as a page of HTML, for who wants no other form.
 *
 * @param text the text
 */
export function htmlOf(text: string): string {
  const lines = escaped(text).replaceAll(/\r\n|\r|\n/g, '<br>\r\n');
  return `<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"></head><body><div class="PlainText">${lines}</div></body></html>`;
}

/**
 * What a message says itself, without the messages that it quotes below.
 *
 * @param body the body; where no quotation is recognized, it is all its own
 */
export function uniqueIn({ contentType, content }: Body): Body {
  const marks = contentType === 'text' ? textMarks : htmlMarks;
  const at = Math.min(...marks.map((mark) => mark.exec(content)?.index ?? content.length));
  if (at === content.length) return { contentType, content };
  const own = content.slice(0, at).trimEnd();
  if (contentType === 'text') return { contentType, content: own };
  return { contentType, content: /<body\b/i.test(own) ? `${own}</body></html>` : own };
}

/** Where the usual programs begin to quote. */
const textMarks = [
  /^_{20,}[ \t]*\r?\n(?=\w[\w ]{0,20}: )/m,
  /^-{2,} ?(?:Original Message|Forwarded message) ?-{2,}/im,
  /^On [^\n]{1,200} wrote:[ \t]*\r?\n(?:[ \t]*\r?\n)?>/m,
  /^>/m,
];
const htmlMarks = [
  /<hr\b[^>]{0,100}>\s{0,20}<div\b[^>]{0,200}>\s{0,20}<b>From:/i,
  /<div\b[^>]{0,200}\bid="?(?:x_)?(?:divRplyFwdMsg|appendonsend)\b/i,
  /<div\b[^>]{0,200}\bclass="?gmail_quote\b/i,
  /<blockquote\b/i,
];
