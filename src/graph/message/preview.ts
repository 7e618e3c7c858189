import { textOfHtml } from '../../subsystem/index.js';

/** Characters of a preview. */
export const PREVIEW = 255;
/** Those of a text that are looked at for it. */
export const PREVIEWED = 1024;

/**
 * The beginning of a text in one line.
 *
 * @param text the text
 */
export function previewOfText(text: string): string {
  const line = text
    .slice(0, PREVIEWED)
    .replaceAll(/\s{2,}|[^\S ]/g, ' ')
    .trim();
  const beginning = line.slice(0, PREVIEW);
  // Characters are counted, of which some are two units of the text.
  return /[\ud800-\udfff]/.test(beginning) ? [...line].slice(0, PREVIEW).join('') : beginning;
}

/**
 * The beginning of what HTML says, in one line.
 *
 * @param html the HTML
 */
export const previewOfHtml = (html: string): string => previewOfText(textOfHtml(beginningOf(html)));

/**
 * As much of HTML as says what a preview shows: it begins behind the head, and ends where enough is said, or where nothing is said for
 * so long that nobody waits for it.
 *
 * @param html the HTML
 */
export function beginningOf(html: string): string {
  const from = bodyIn(html);
  let said = 0;
  let at = from;
  const most = Math.min(html.length, from + MARKUP);
  while (at < most && said < PREVIEWED) {
    const open = html.indexOf('<', at);
    const end = open < 0 ? most : Math.min(open, most);
    // Blanks and entities say less than they take.
    if (end > at) said += html.slice(at, end).replaceAll(/\s+|&[#\w]{1,8};/g, '').length;
    at = open < 0 ? most : behindTag(html, open);
  }
  return html.slice(from, Math.min(at, html.length));
}

/** Where the head has ended; 0 without one. */
function bodyIn(html: string): number {
  BODY.lastIndex = 0;
  return BODY.exec(html)?.index ?? 0;
}

/** Where a tag ends, with what stands in it where that is no text. */
function behindTag(html: string, open: number): number {
  HIDDEN.lastIndex = open;
  const [, comment, name] = HIDDEN.exec(html) ?? [];
  const ending = comment === undefined ? (name === undefined ? '>' : `</${name}`) : '-->';
  const end = name === undefined ? html.indexOf(ending, open + 1) : indexOfAnyCase(html, ending, open + 1);
  return end < 0 ? html.length : end + ending.length;
}

function indexOfAnyCase(html: string, ending: string, from: number): number {
  const pattern = new RegExp(ending, 'gi');
  pattern.lastIndex = from;
  return pattern.exec(html)?.index ?? -1;
}

const BODY = /<body\b/gi;
const HIDDEN = /<(?:(!--)|(style|script|title)\b)/iy;
/** Characters of HTML that are looked at for a preview, without the head. */
const MARKUP = 128 * 1024;
