import { normal } from '../parse/charset.js';

/**
 * The code page of a charset, where it can be both read and written.
 *
 * @param charset the charset as mail names it
 * @returns PR_INTERNET_CPID; null where there is none
 * @spec pidtaginternetcodepage-canonical-property
 */
export function codePageOf(charset: string): number | null {
  const name = normal(charset);
  const [, latin, windows] = /^(?:iso-8859-(\d{1,2})|windows-(125\d))$/.exec(name) ?? [];
  if (latin !== undefined) return LATIN.has(latin) ? 28590 + Number(latin) : null;
  return windows === undefined ? (PAGES.get(name) ?? null) : Number(windows);
}

/**
 * The code page in which Windows holds text of another.
 *
 * @param codePage PR_INTERNET_CPID
 * @returns PR_MESSAGE_CODEPAGE
 * @spec pidtagmessagecodepage-canonical-property
 */
export const windowsPageOf = (codePage: number): number => WINDOWS.get(codePage) ?? codePage;

const LATIN: ReadonlySet<string> = new Set('1 2 3 4 5 6 7 8 9 10 13 14 15 16'.split(' '));

const PAGES: ReadonlyMap<string, number> = new Map([
  ['us-ascii', 20127],
  ['utf-8', 65001],
  ['windows-874', 874],
  ['shift_jis', 932],
  ['gb2312', 936],
  ['gbk', 936],
  ['euc-kr', 949],
  ['big5', 950],
  ['gb18030', 54936],
  ['euc-jp', 51932],
  ['koi8-r', 20866],
  ['koi8-u', 21866],
]);

const WINDOWS: ReadonlyMap<number, number> = new Map([
  [20127, 1252],
  [28591, 1252],
  [28605, 1252],
  [28592, 1250],
  [28595, 1251],
  [20866, 1251],
  [21866, 1251],
  [28597, 1253],
  [28599, 1254],
  [28598, 1255],
  [28596, 1256],
  [28594, 1257],
  [51932, 932],
  [54936, 936],
]);
