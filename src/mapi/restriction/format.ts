import type { Guid } from '../../com/index.js';
import { FL_FULLSTRING, FL_IGNORECASE, FL_IGNORENONSPACE, FL_LOOSE, FL_PREFIX } from '../flags/restrictions.js';
import { describeTag } from '../names.js';
import type { PropTag } from '../types/proptag.js';
import type { Restriction } from '../types/restriction.js';
import type { SSortOrderSet, TableSort } from '../types/sortorder.js';
import { type RestrictionVisitor, visitRestriction } from './visit.js';

/** How logs call a property. */
export type TagName = (tag: PropTag) => string;

/**
 * A restriction as people read it in a log: `(PR_SUBJECT contains "minutes" (nocase) and not exists PR_SENSITIVITY)`.
 * Long values are cut, so that a log line stays one.
 *
 * @param restriction the restriction; null is `all`
 * @param nameOfTag how properties are called; as `describeTag` does unless said otherwise
 * @returns one line
 */
export function formatRestriction(restriction: Restriction | null, nameOfTag: TagName = named): string {
  return restriction === null ? 'all' : visitRestriction(restriction, formatter(nameOfTag));
}

/**
 * A sort order as people read it in a log: `PR_CONVERSATION_TOPIC ascending, PR_SUBJECT ascending [headings: 1, open: 0]`.
 *
 * @param set the sort order
 * @param nameOfTag how properties are called; as `describeTag` does unless said otherwise
 * @returns one line; `unsorted` without columns
 */
export function formatSortOrder(set: SSortOrderSet, nameOfTag: TagName = named): string {
  if (set.aSort.length === 0) return 'unsorted';
  const columns = set.aSort.map(({ ulPropTag, ulOrder }) => `${nameOfTag(ulPropTag)} ${orders[ulOrder] ?? ulOrder}`);
  const headings = set.cCategories > 0 ? ` [headings: ${set.cCategories}, open: ${set.cExpanded}]` : '';
  return columns.join(', ') + headings;
}

const orders: Readonly<Record<TableSort, string>> = {
  0: 'ascending',
  1: 'descending',
  2: 'combined',
  4: 'by the largest of each heading',
  8: 'by the smallest of each heading',
};

const named: TagName = (tag) => describeTag(tag);

const operators: Readonly<Record<number, string>> = { 0: '<', 1: '<=', 2: '>', 3: '>=', 4: '==', 5: '!=', 6: '~' };

function formatter(nameOfTag: TagName): RestrictionVisitor<string> {
  const format = (restriction: Restriction): string => visitRestriction(restriction, visitor);
  const joined = (parts: readonly Restriction[], word: string, empty: string): string =>
    parts.length === 0 ? empty : `(${parts.map(format).join(` ${word} `)})`;
  const visitor: RestrictionVisitor<string> = {
    and: ({ lpRes }) => joined(lpRes, 'and', 'true'),
    or: ({ lpRes }) => joined(lpRes, 'or', 'false'),
    not: ({ lpRes }) => `not ${format(lpRes)}`,
    content: ({ ulFuzzyLevel, ulPropTag, lpProp }) =>
      `${nameOfTag(ulPropTag)} ${level(ulFuzzyLevel)} ${formatValue(lpProp[1])}${looseness(ulFuzzyLevel)}`,
    property: ({ relop, ulPropTag, lpProp }) =>
      `${nameOfTag(ulPropTag)} ${operators[relop] ?? relop} ${formatValue(lpProp[1])}`,
    compare: ({ relop, ulPropTag1, ulPropTag2 }) =>
      `${nameOfTag(ulPropTag1)} ${operators[relop] ?? relop} ${nameOfTag(ulPropTag2)}`,
    bitmask: ({ relBMR, ulPropTag, ulMask }) =>
      `${nameOfTag(ulPropTag)} & 0x${(ulMask >>> 0).toString(16)} ${relBMR === 0 ? '==' : '!='} 0`,
    size: ({ relop, ulPropTag, cb }) => `size of ${nameOfTag(ulPropTag)} ${operators[relop] ?? relop} ${cb}`,
    exist: ({ ulPropTag }) => `exists ${nameOfTag(ulPropTag)}`,
    sub: ({ ulSubObject, lpRes }) => `one of ${nameOfTag(ulSubObject)}: ${format(lpRes)}`,
    comment: ({ lpRes }) => (lpRes ? format(lpRes) : 'true'),
    annotation: ({ lpRes }) => (lpRes ? format(lpRes) : 'true'),
    count: ({ ulCount, lpRes }) => `the first ${ulCount} of: ${format(lpRes)}`,
  };
  return visitor;
}

function level(ulFuzzyLevel: number): string {
  const low = ulFuzzyLevel & 0xffff;
  if (low === FL_FULLSTRING) return 'is';
  return low === FL_PREFIX ? 'begins with' : 'contains';
}

function looseness(ulFuzzyLevel: number): string {
  const words = [
    ulFuzzyLevel & FL_IGNORECASE ? 'nocase' : '',
    ulFuzzyLevel & FL_IGNORENONSPACE ? 'nononspace' : '',
    ulFuzzyLevel & FL_LOOSE ? 'loose' : '',
  ].filter((word) => word !== '');
  return words.length > 0 ? ` (${words.join(', ')})` : '';
}

const longestText = 64;
const longestBytes = 16;

function formatValue(value: unknown): string {
  if (typeof value === 'string') return isGuid(value) ? value : JSON.stringify(cut(value));
  if (value instanceof Uint8Array) {
    const hex = Buffer.from(value.subarray(0, longestBytes)).toString('hex');
    return `x'${hex}${value.length > longestBytes ? '...' : ''}'`;
  }
  if (Array.isArray(value)) {
    const items = value.slice(0, longestBytes).map(formatValue);
    return `[${items.join(', ')}${value.length > longestBytes ? ', ...' : ''}]`;
  }
  return String(value);
}

const cut = (text: string): string => (text.length > longestText ? `${text.slice(0, longestText)}...` : text);
const isGuid = (value: string): value is Guid => /^\{[0-9A-F-]{36}\}$/.test(value);
