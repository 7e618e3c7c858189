import { describe, expect, test } from 'vitest';
import {
  and,
  annotation,
  ascend,
  bits,
  categorized,
  comment,
  compareProps,
  contains,
  count,
  descend,
  eq,
  exists,
  formatRestriction,
  formatSortOrder,
  gt,
  not,
  or,
  PR_MESSAGE_FLAGS,
  PR_MESSAGE_RECIPIENTS,
  PR_MESSAGE_SIZE,
  PR_SUBJECT_W,
  PR_TRANSPORT_MESSAGE_HEADERS_W,
  partsOf,
  prop,
  propertiesOf,
  RELOP_GE,
  RELOP_LT,
  type Restriction,
  type RestrictionVisitor,
  re,
  size,
  sortBy,
  sub,
  visitRestriction,
} from '../../../src/mapi/index.js';
import { bytes, long, long2, other, text, texts } from './rows.js';

const every: readonly Restriction[] = [
  and(exists(text)),
  or(exists(text)),
  not(exists(text)),
  contains(text, 'a'),
  eq(text, 'a'),
  compareProps(long, RELOP_LT, long2),
  bits(long, 1, 'nez'),
  size(text, RELOP_GE, 1),
  exists(text),
  sub(PR_MESSAGE_RECIPIENTS, eq(other, 'a')),
  comment([], exists(text)),
  annotation([], exists(text)),
  count(1, exists(text)),
];

describe('visitRestriction', () => {
  test('calls the method of the kind', () => {
    const name = ({ rt }: Restriction): string => rt;
    const visitor: RestrictionVisitor<string> = {
      and: name,
      or: name,
      not: name,
      content: name,
      property: name,
      compare: name,
      bitmask: name,
      size: name,
      exist: name,
      sub: name,
      comment: name,
      annotation: name,
      count: name,
    };
    expect(every.map((each) => visitRestriction(each, visitor))).toEqual(every.map(({ rt }) => rt));
    expect(new Set(every.map(({ rt }) => rt))).toEqual(new Set(Object.keys(visitor)));
  });

  test('partsOf gives what composite kinds are made of', () => {
    expect(every.filter((each) => partsOf(each).length > 0).map(({ rt }) => rt)).toEqual([
      'and',
      'or',
      'not',
      'sub',
      'comment',
      'annotation',
      'count',
    ]);
    expect(partsOf(comment([], null))).toEqual([]);
  });
});

describe('propertiesOf', () => {
  test('names each property of the object once, and the sub-object in place of its columns', () => {
    expect(propertiesOf(and(...every))).toEqual([text, long, long2, PR_MESSAGE_RECIPIENTS]);
  });
});

describe('restrictions in logs', () => {
  test.each<[Restriction | null, string]>([
    [null, 'all'],
    [and(), 'true'],
    [or(), 'false'],
    [
      and(contains(PR_SUBJECT_W, 'minutes'), not(or(exists(PR_MESSAGE_SIZE), gt(PR_MESSAGE_SIZE, 10)))),
      '(PR_SUBJECT contains "minutes" (nocase) and not (exists PR_MESSAGE_SIZE or PR_MESSAGE_SIZE > 10))',
    ],
    [contains(PR_SUBJECT_W, 'a', { level: 'prefix', ignoreCase: false }), 'PR_SUBJECT begins with "a"'],
    [
      contains(PR_SUBJECT_W, 'a', { level: 'full', ignoreNonSpace: true, loose: true }),
      'PR_SUBJECT is "a" (nocase, nononspace, loose)',
    ],
    [re(PR_SUBJECT_W, '^a'), 'PR_SUBJECT ~ "^a"'],
    [bits(PR_MESSAGE_FLAGS, 1, 'eqz'), 'PR_MESSAGE_FLAGS & 0x1 == 0'],
    [bits(PR_MESSAGE_FLAGS, 0x80000000, 'nez'), 'PR_MESSAGE_FLAGS & 0x80000000 != 0'],
    [size(PR_SUBJECT_W, RELOP_GE, 12), 'size of PR_SUBJECT >= 12'],
    [compareProps(PR_MESSAGE_SIZE, RELOP_LT, PR_MESSAGE_FLAGS), 'PR_MESSAGE_SIZE < PR_MESSAGE_FLAGS'],
    [sub(PR_MESSAGE_RECIPIENTS, exists(PR_SUBJECT_W)), 'one of PR_MESSAGE_RECIPIENTS: exists PR_SUBJECT'],
    [comment([prop(PR_SUBJECT_W, 'a')], exists(PR_SUBJECT_W)), 'exists PR_SUBJECT'],
    [comment([], null), 'true'],
  ])('%#: %j', (restriction, words) => {
    expect(formatRestriction(restriction)).toBe(words);
  });

  test('keep to one line, whatever the values', () => {
    const long = eq(PR_TRANSPORT_MESSAGE_HEADERS_W, `a\n${'b'.repeat(1000)}`);
    const words = formatRestriction(and(long, eq(bytes, new Uint8Array(1000)), eq(texts, new Array(100).fill('c'))));
    expect(words).not.toContain('\n');
    expect(words.length).toBeLessThan(400);
  });

  test('can call properties otherwise', () => {
    expect(formatRestriction(exists(text), () => 'it')).toBe('exists it');
  });
});

describe('sort orders in logs', () => {
  test('name columns, directions and headings', () => {
    expect(formatSortOrder(sortBy())).toBe('unsorted');
    expect(formatSortOrder(categorized(1, 0, ascend(PR_SUBJECT_W), descend(PR_MESSAGE_SIZE)))).toBe(
      'PR_SUBJECT ascending, PR_MESSAGE_SIZE descending [headings: 1, open: 0]',
    );
  });
});
