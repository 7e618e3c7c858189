import { describe, expect, test } from 'vitest';
import { guid } from '../../../src/com/index.js';
import {
  and,
  annotation,
  ascend,
  bits,
  comment,
  compareProps,
  contains,
  count,
  descend,
  eq,
  exists,
  FL_IGNORECASE,
  FL_SUBSTRING,
  ge,
  gt,
  instanceOf,
  le,
  lt,
  MAPI_E_NOT_ENOUGH_MEMORY,
  MAPI_E_TOO_COMPLEX,
  matches,
  ne,
  not,
  or,
  PR_BODY_W,
  PR_MESSAGE_ATTACHMENTS,
  PR_MESSAGE_RECIPIENTS,
  PropRow,
  prop,
  propError,
  RELOP_EQ,
  RELOP_GE,
  RELOP_GT,
  RELOP_LE,
  RELOP_LT,
  RELOP_NE,
  type Relop,
  type Restriction,
  re,
  selectRows,
  size,
  sortBy,
  sub,
} from '../../../src/mapi/index.js';
import {
  bytes,
  clsid,
  double,
  flag,
  i8,
  long,
  long2,
  longs,
  message,
  object,
  other,
  row,
  short,
  text,
  text8,
  texts,
  time,
  untyped,
} from './rows.js';

const yes = and();
const no = or();
const empty = row();
const bin = (...values: number[]): Uint8Array => Uint8Array.from(values);

describe('RES_AND, RES_OR, RES_NOT', () => {
  test('AND is true when all children are, and of none', () => {
    expect([and(yes, yes), and(yes, no), and(no, yes), and()].map((res) => matches(res, empty))).toEqual([
      true,
      false,
      false,
      true,
    ]);
  });

  test('OR is true when one child is, and not of none', () => {
    expect([or(no, yes), or(yes, no), or(no, no), or()].map((res) => matches(res, empty))).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });

  test('NOT turns it around', () => {
    expect(matches(not(yes), empty)).toBe(false);
    expect(matches(not(no), empty)).toBe(true);
  });

  test('no restriction at all matches everything', () => {
    expect(matches(null, empty)).toBe(true);
  });
});

describe('a missing property', () => {
  const looking: readonly Restriction[] = [
    eq(long, 0),
    ne(long, 0),
    lt(long, 0),
    contains(text, ''),
    bits(long, 1, 'eqz'),
    size(text, RELOP_GE, 0),
    exists(text),
    compareProps(long, RELOP_EQ, long2),
    compareProps(long, RELOP_NE, long2),
  ];

  test.each(looking)('does not match: $rt', (restriction) => {
    expect(matches(restriction, row([text, undefined], [long, undefined], [long2, 1]))).toBe(false);
    expect(matches(restriction, empty)).toBe(false);
  });

  test.each(looking)('and NOT matches what its part does not: $rt', (restriction) => {
    expect(matches(not(restriction), empty)).toBe(true);
  });

  test('joined with RES_EXIST it is well defined either way', () => {
    const defined = and(exists(long), not(eq(long, 1)));
    expect([row([long, 1]), row([long, 2]), empty].map((each) => matches(defined, each))).toEqual([false, true, false]);
  });
});

describe('RES_EXIST', () => {
  test('holds when the property is there', () => {
    expect(matches(exists(text), row([text, '']))).toBe(true);
    expect(matches(exists(text), row([other, '']))).toBe(false);
  });

  test('of PT_UNSPECIFIED asks for any type', () => {
    expect(matches(exists(untyped), row([text, 'a']))).toBe(true);
    expect(matches(exists(untyped), row([other, 'a']))).toBe(false);
  });

  test('holds for a value that is only too large for the row', () => {
    const large = PropRow.fromProps([propError(PR_BODY_W, MAPI_E_NOT_ENOUGH_MEMORY)]);
    expect(matches(exists(PR_BODY_W), large)).toBe(true);
  });
});

describe('RES_CONTENT', () => {
  const exact = { ignoreCase: false } as const;
  const found = (value: string, wanted: string, options: Parameters<typeof contains>[2]): boolean =>
    matches(contains(text, wanted, options), row([text, value]));

  test('FL_FULLSTRING means the whole value', () => {
    expect(found('minutes', 'minutes', { ...exact, level: 'full' })).toBe(true);
    expect(found('the minutes', 'minutes', { ...exact, level: 'full' })).toBe(false);
  });

  test('FL_SUBSTRING means anywhere', () => {
    expect(found('the minutes of', 'minutes', exact)).toBe(true);
    expect(found('the minute', 'minutes', exact)).toBe(false);
  });

  test('FL_PREFIX means at the start, up to the length of the constant', () => {
    expect(found('minutes of', 'minutes', { ...exact, level: 'prefix' })).toBe(true);
    expect(found('the minutes', 'minutes', { ...exact, level: 'prefix' })).toBe(false);
  });

  test('compares exactly without further flags', () => {
    expect(found('Minutes', 'minutes', exact)).toBe(false);
    expect(found('caf\u00e9', 'cafe', exact)).toBe(false);
  });

  test('FL_IGNORECASE ignores case, in all alphabets', () => {
    expect(found('MINUTES', 'minutes', {})).toBe(true);
    expect(found('\u039f\u0394\u039f\u03a3', '\u03bf\u03b4\u03cc\u03c2'.normalize('NFC'), {})).toBe(false);
    expect(found('\u039f\u0394\u038c\u03a3', '\u03bf\u03b4\u03cc\u03c2', {})).toBe(true);
    expect(found('STRASSE', 'stra\u00dfe', {})).toBe(true);
    expect(found('caf\u00e9', 'cafe', {})).toBe(false);
  });

  test('FL_IGNORENONSPACE ignores accents, composed or not, but not case', () => {
    const options = { ...exact, ignoreNonSpace: true };
    expect(found('caf\u00e9', 'cafe', options)).toBe(true);
    expect(found('cafe\u0301', 'caf\u00e9', options)).toBe(true);
    expect(found('CAF\u00c9', 'cafe', options)).toBe(false);
  });

  test('FL_LOOSE ignores case, accents and forms', () => {
    const options = { ...exact, loose: true };
    expect(found('CAF\u00c9', 'cafe', options)).toBe(true);
    expect(found('\uff23\uff41\uff46\uff45', 'cafe', options)).toBe(true);
    expect(found('cave', 'cafe', options)).toBe(false);
  });

  test('unknown bits of the upper half are ignored', () => {
    const ulFuzzyLevel = 0x00800000 | FL_SUBSTRING | FL_IGNORECASE;
    expect(matches({ ...contains(text, 'a'), ulFuzzyLevel }, row([text, 'xAx']))).toBe(true);
  });

  test('of bytes compares bytes, and the upper half does not matter', () => {
    const value = row([bytes, bin(1, 0x41, 3)]);
    expect(matches(contains(bytes, bin(0x41, 3)), value)).toBe(true);
    expect(matches(contains(bytes, bin(0x61, 3)), value)).toBe(false);
    expect(matches(contains(bytes, bin(1, 0x41), { level: 'prefix' }), value)).toBe(true);
    expect(matches(contains(bytes, bin(0x41), { level: 'prefix' }), value)).toBe(false);
    expect(matches(contains(bytes, bin(1, 0x41, 3), { level: 'full' }), value)).toBe(true);
    expect(matches(contains(bytes, bin(1, 0x41), { level: 'full' }), value)).toBe(false);
  });

  test('of many values means one of them', () => {
    const value = row([texts, ['red', 'green']]);
    expect(matches(contains(texts, 'ree'), value)).toBe(true);
    expect(matches(contains(texts, 'blue'), value)).toBe(false);
  });

  test('of an 8-bit string means the same', () => {
    expect(matches(contains(text8, 'IN'), row([text8, 'minutes']))).toBe(true);
  });
});

describe('RES_PROPERTY', () => {
  const all: readonly (readonly [Relop, (order: number) => boolean])[] = [
    [RELOP_LT, (order) => order < 0],
    [RELOP_LE, (order) => order <= 0],
    [RELOP_GT, (order) => order > 0],
    [RELOP_GE, (order) => order >= 0],
    [RELOP_EQ, (order) => order === 0],
    [RELOP_NE, (order) => order !== 0],
  ];

  test.each(all)('relop %i compares property to constant, in this order', (relop, expected) => {
    for (const value of [1, 2, 3]) {
      const restriction: Restriction = { rt: 'property', relop, ulPropTag: long, lpProp: prop(long, 2) };
      expect(matches(restriction, row([long, value]))).toBe(expected(value - 2));
    }
  });

  test('integers compare signed', () => {
    expect(matches(lt(long, 0), row([long, -1]))).toBe(true);
    expect(matches(lt(long, 0), row([long, 0xffffffff]))).toBe(true);
    expect(matches(lt(short, 0), row([short, 0xffff]))).toBe(true);
    expect(matches(gt(long, 0), row([long, 0x7fffffff]))).toBe(true);
  });

  test('PT_I8 and PT_SYSTIME compare as 64-bit integers, beyond what a double can tell apart', () => {
    expect(matches(gt(i8, 2n ** 53n), row([i8, 2n ** 53n + 1n]))).toBe(true);
    expect(matches(eq(time, 2n ** 53n), row([time, 2n ** 53n + 1n]))).toBe(false);
  });

  test('floating point numbers compare as numbers; NaN equals itself and is behind all', () => {
    expect(matches(eq(double, 0), row([double, -0]))).toBe(true);
    expect(matches(eq(double, Number.NaN), row([double, Number.NaN]))).toBe(true);
    expect(matches(gt(double, Number.POSITIVE_INFINITY), row([double, Number.NaN]))).toBe(true);
  });

  test('false is before true', () => {
    expect(matches(lt(flag, true), row([flag, false]))).toBe(true);
    expect(matches(eq(flag, true), row([flag, false]))).toBe(false);
  });

  test('strings compare without case, but with accents, however these are written', () => {
    expect(matches(eq(text, 'SMTP'), row([text, 'smtp']))).toBe(true);
    expect(matches(eq(text, 'caf\u00e9'), row([text, 'CAFE\u0301']))).toBe(true);
    expect(matches(eq(text, 'cafe'), row([text, 'caf\u00e9']))).toBe(false);
    expect(matches(lt(text, 'f'), row([text, '\u00c9mile']))).toBe(true);
    expect(matches(lt(text, 'b'), row([text, 'A']))).toBe(true);
  });

  test('strings compare by code point, beyond U+FFFF, too', () => {
    expect(matches(gt(text, '\uffee'), row([text, '\u{1f600}']))).toBe(true);
  });

  test('bytes compare one by one and then by length', () => {
    expect(matches(lt(bytes, bin(1, 2)), row([bytes, bin(1)]))).toBe(true);
    expect(matches(gt(bytes, bin(1, 2)), row([bytes, bin(2)]))).toBe(true);
    expect(matches(gt(bytes, bin(0x7f)), row([bytes, bin(0x80)]))).toBe(true);
    expect(matches(eq(bytes, bin(1, 2)), row([bytes, bin(1, 2)]))).toBe(true);
  });

  test('GUIDs are equal or compare by their bytes', () => {
    const low = guid('01000000-0000-0000-0000-000000000000');
    const high = guid('00000002-0000-0000-0000-000000000000');
    expect(matches(eq(clsid, low), row([clsid, low]))).toBe(true);
    expect(matches(ne(clsid, low), row([clsid, high]))).toBe(true);
    expect(matches(lt(clsid, high), row([clsid, low]))).toBe(true);
  });

  test('one constant for many values means one of them', () => {
    const value = row([texts, ['red', 'green']]);
    expect(matches(eq(texts, 'GREEN'), value)).toBe(true);
    expect(matches(eq(texts, 'blue'), value)).toBe(false);
    expect(matches(ne(texts, 'red'), value)).toBe(true);
    expect(matches(not(eq(texts, 'red')), value)).toBe(false);
  });

  test('many constants compare as an ordered tuple, at the first difference', () => {
    const value = row([longs, [1, 2, 3]]);
    expect(matches(eq(longs, [1, 2, 3]), value)).toBe(true);
    expect(matches(eq(longs, [3, 2, 1]), value)).toBe(false);
    expect(matches(lt(longs, [1, 3]), value)).toBe(true);
  });

  test('the missing value of the shorter tuple is null, and behind the other', () => {
    expect(matches(lt(longs, [1, 2]), row([longs, [1, 2, 3]]))).toBe(true);
    expect(matches(gt(longs, [1, 2, 3]), row([longs, [1, 2]]))).toBe(true);
    expect(matches(eq(longs, [1, 2, 3]), row([longs, [1, 2]]))).toBe(false);
  });

  test('a tag with MVI_FLAG looks at each value where rows are not expanded', () => {
    const value = { get: () => ['red', 'green'] };
    expect(matches(eq(instanceOf(texts), 'green'), value)).toBe(true);
    expect(matches(eq(instanceOf(texts), 'green'), { get: () => 'green' })).toBe(true);
    expect(matches(eq(instanceOf(texts), 'green'), { get: () => 'red' })).toBe(false);
  });

  test('RELOP_RE matches a pattern', () => {
    expect(matches(re(text, '^min.*s$'), row([text, 'Minutes']))).toBe(true);
    expect(matches(re(text, '^utes'), row([text, 'Minutes']))).toBe(false);
    expect(matches(re(texts, 'gr[ae]y'), row([texts, ['red', 'grey']]))).toBe(true);
  });
});

describe('RES_COMPAREPROPS', () => {
  test('compares the first property to the second', () => {
    expect(matches(compareProps(long, RELOP_LT, long2), row([long, 1], [long2, 2]))).toBe(true);
    expect(matches(compareProps(long, RELOP_GE, long2), row([long, 1], [long2, 2]))).toBe(false);
    expect(matches(compareProps(text, RELOP_EQ, other), row([text, 'a'], [other, 'A']))).toBe(true);
  });

  test('of many values compares tuples', () => {
    const again = { ...compareProps(longs, RELOP_EQ, longs) };
    expect(matches(again, row([longs, [1, 2]]))).toBe(true);
  });
});

describe('RES_BITMASK', () => {
  test('BMR_EQZ holds when no bit of the mask is set, BMR_NEZ when one is', () => {
    expect(matches(bits(long, 6, 'nez'), row([long, 2]))).toBe(true);
    expect(matches(bits(long, 6, 'nez'), row([long, 9]))).toBe(false);
    expect(matches(bits(long, 6, 'eqz'), row([long, 9]))).toBe(true);
    expect(matches(bits(long, 6, 'eqz'), row([long, 2]))).toBe(false);
  });

  test('works on all 32 bits, signed or not', () => {
    expect(matches(bits(long, 0x80000000, 'nez'), row([long, -1]))).toBe(true);
    expect(matches(bits(long, 0x80000000, 'nez'), row([long, 0x80000000]))).toBe(true);
  });
});

describe('RES_SIZE', () => {
  const sizes = [
    ['PT_SHORT', short, 1, 2],
    ['PT_BOOLEAN', flag, true, 2],
    ['PT_LONG', long, 1, 4],
    ['PT_DOUBLE', double, 1, 8],
    ['PT_I8', i8, 1n, 8],
    ['PT_SYSTIME', time, 1n, 8],
    ['PT_CLSID', clsid, guid('00000002-0000-0000-0000-000000000000'), 16],
    ['PT_STRING8 with its terminator', text8, 'abc', 4],
    ['PT_UNICODE in UTF-16 with its terminator', text, 'a\u{1f600}', 8],
    ['PT_BINARY', bytes, bin(1, 2, 3), 3],
    ['PT_MV_LONG added up', longs, [1, 2, 3], 12],
    ['PT_MV_UNICODE added up', texts, ['a', 'bc'], 10],
  ] as const;

  test.each(sizes)('counts %s', (_, tag, value, bytesOfIt) => {
    expect(matches(size(tag, RELOP_EQ, bytesOfIt), row([tag, value]))).toBe(true);
    expect(matches(size(tag, RELOP_GT, bytesOfIt), row([tag, value]))).toBe(false);
    expect(matches(size(tag, RELOP_LT, bytesOfIt + 1), row([tag, value]))).toBe(true);
  });

  test('asks a source that knows the size without the value', () => {
    const source = { get: () => expect.unreachable('the value is not needed'), size: () => 100 };
    expect(matches(size(text, RELOP_LE, 100), source)).toBe(true);
    expect(matches(size(text, RELOP_LE, 99), { ...source, size: () => null })).toBe(false);
  });
});

describe('RES_SUBRESTRICTION', () => {
  const below = new Map([
    [PR_MESSAGE_RECIPIENTS, [row([text, 'ann'], [long, 1]), row([text, 'bob'], [long, 2])]],
    [PR_MESSAGE_ATTACHMENTS, []],
  ]);

  test('holds when one row of the sub-object matches', () => {
    expect(matches(sub(PR_MESSAGE_RECIPIENTS, eq(text, 'bob')), message(below))).toBe(true);
    expect(matches(sub(PR_MESSAGE_RECIPIENTS, eq(text, 'cat')), message(below))).toBe(false);
    expect(matches(sub(PR_MESSAGE_ATTACHMENTS, and()), message(below))).toBe(false);
  });

  test('one and the same row has to match all of it', () => {
    expect(matches(sub(PR_MESSAGE_RECIPIENTS, and(eq(text, 'ann'), eq(long, 2))), message(below))).toBe(false);
    expect(matches(sub(PR_MESSAGE_RECIPIENTS, and(eq(text, 'ann'), eq(long, 1))), message(below))).toBe(true);
  });

  test('is too complex where rows have no sub-objects', () => {
    expect(() => matches(sub(PR_MESSAGE_RECIPIENTS, and()), empty)).toThrow(
      expect.objectContaining({ hr: MAPI_E_TOO_COMPLEX }),
    );
  });
});

describe('RES_COMMENT', () => {
  test('means what is inside it, whatever it says', () => {
    const remark = [prop(other, 'by the view')];
    expect(matches(comment(remark, eq(long, 1)), row([long, 1]))).toBe(true);
    expect(matches(comment(remark, eq(long, 1)), row([long, 2], [other, 'by the view']))).toBe(false);
  });

  test('alone has no effect', () => {
    expect(matches(comment([], null), empty)).toBe(true);
  });
});

describe('RES_ANNOTATION', () => {
  test('means what is inside it, as a comment does; alone it has no effect', () => {
    const hints = [prop(other, '1033')];
    expect(matches(annotation(hints, eq(long, 1)), row([long, 1]))).toBe(true);
    expect(matches(annotation(hints, eq(long, 1)), row([long, 2], [other, '1033']))).toBe(false);
    expect(matches(annotation(hints, null), empty)).toBe(true);
  });
});

describe('RES_COUNT', () => {
  const rows = [3, 1, 2, 9].map((value) => row([long, value]));
  const selected = (restriction: Restriction, order = sortBy()): unknown[] =>
    selectRows(rows, restriction, order).map((each) => each.get(long));

  test('at most so many rows match, the first in the order of the table; they stay as they are given', () => {
    expect(selected(count(2, lt(long, 9)))).toEqual([3, 1]);
    expect(selected(count(2, lt(long, 9)), sortBy(ascend(long)))).toEqual([1, 2]);
    expect(selected(count(2, lt(long, 9)), sortBy(descend(long)))).toEqual([3, 2]);
    expect(selected(count(9, lt(long, 9)))).toEqual([3, 1, 2]);
    expect(selected(count(0, lt(long, 9)))).toEqual([]);
  });

  test('of one object: it is the first match, if any may count', () => {
    expect(matches(count(1, eq(long, 1)), row([long, 1]))).toBe(true);
    expect(matches(count(1, eq(long, 1)), row([long, 2]))).toBe(false);
    expect(matches(count(0, eq(long, 1)), row([long, 1]))).toBe(false);
  });

  test('of several counts around each other the smallest counts, remarks or not', () => {
    expect(selected(comment([], count(3, annotation([], count(1, exists(long))))))).toEqual([3]);
  });
});

test('le and ge include equality, also for what has no other kind of test here', () => {
  expect(matches(le(time, 5n), row([time, 5n]))).toBe(true);
  expect(matches(ge(time, 5n), row([time, 5n]))).toBe(true);
  expect(() => matches(exists(object), row([object, 0]))).toThrow(expect.objectContaining({ hr: MAPI_E_TOO_COMPLEX }));
});
