import { limit } from '../../../base/index.js';

/** How deep elements of HTML may lie in each other before those within are taken for their contents alone. */
const HTML_DEPTH: number = limit(
  'body.htmlDepth',
  128,
  'elements',
  'no program writes more by itself; a parser takes time that grows with the square of the depth, and its readers a call for each',
);

/** The same for lists, tables and quotations. */
const HTML_LISTS: number = limit(
  'body.htmlLists',
  32,
  'elements',
  'each sets its lines further in than the one around it, so that every line is written anew for each',
);

/**
 * HTML whose elements do not lie deeper in each other than they should: of those that do only their contents are left, each
 * block on a line of its own.
 *
 * @param html the HTML
 * @returns the same where it is not deep, as almost always
 */
export function shallow(html: string): string {
  // Without so many tags there can't be such a depth.
  let tags = 0;
  for (let at = html.indexOf('<'); at >= 0 && tags <= HTML_LISTS; at = html.indexOf('<', at + 1)) tags += 1;
  if (tags <= HTML_LISTS) return html;
  const open: { readonly kept: boolean; readonly list: boolean }[] = [];
  let [kept, lists] = [0, 0];
  return html.replaceAll(TAG, (tag, slash: string, written: string) => {
    const name = written.toLowerCase();
    if (FLAT.has(name)) return tag;
    if (slash !== '') {
      const ended = open.pop();
      if (ended === undefined || !ended.kept) return ended === undefined ? tag : '';
      kept -= 1;
      if (ended.list) lists -= 1;
      return tag;
    }
    const list = LISTS.has(name);
    const keep = kept < HTML_DEPTH && !(list && lists >= HTML_LISTS);
    open.push({ kept: keep, list });
    if (!keep) return INLINE.has(name) ? '' : '<br>';
    kept += 1;
    if (list) lists += 1;
    return tag;
  });
}

const TAG = /<(\/?)([a-z][^\s<>/]*)[^<>]*>?/gi;

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

// Elements without contents, and those that end where the next of them begins.
const FLAT = words(
  'area base br col embed hr img input link meta param source track wbr p li dt dd tr td th option tbody thead tfoot',
);
const LISTS = words('ul ol dl table blockquote menu dir');
const INLINE = words(
  'a b big code em font i s small span strike strong sub sup tt u abbr cite del ins kbd mark q samp var',
);
