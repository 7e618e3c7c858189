import { describe, expect, test } from 'vitest';
import { type HResult, S_OK } from '../../../src/com/index.js';
import {
  and,
  bits,
  comment,
  compareProps,
  contains,
  exists,
  FL_PREFIX,
  instanceOf,
  isValueFor,
  MAPI_E_INVALID_PARAMETER,
  MAPI_E_TOO_COMPLEX,
  not,
  PR_MESSAGE_ATTACHMENTS,
  PR_MESSAGE_RECIPIENTS,
  type PropTag,
  type PropValue,
  PT_ERROR,
  PT_MV_LONG,
  PT_NULL,
  PT_OBJECT,
  PT_SYSTIME,
  PT_UNSPECIFIED,
  prop,
  propTag,
  RELOP_EQ,
  RELOP_MEMBER_OF_DL,
  RELOP_RE,
  type Relop,
  type Restriction,
  re,
  size,
  sub,
  validateRestriction,
} from '../../../src/mapi/index.js';
import { bytes, clsid, flag, i8, long, long2, longs, object, short, text, text8, texts } from './rows.js';

const answer = (restriction: unknown): HResult => {
  try {
    validateRestriction(restriction as Restriction);
    return S_OK;
  } catch (error) {
    return (error as { hr: HResult }).hr;
  }
};

const property = (ulPropTag: PropTag, lpProp: PropValue, relop: number = RELOP_EQ): Restriction => ({
  rt: 'property',
  relop: relop as Relop,
  ulPropTag,
  lpProp,
});

describe('the types of a property and its constant', () => {
  test('must be the same', () => {
    expect(answer(property(long, prop(long, 1)))).toBe(S_OK);
    expect(answer(property(long, prop(text, 'a')))).toBe(MAPI_E_TOO_COMPLEX);
    expect(answer(property(text, prop(text8, 'a')))).toBe(MAPI_E_TOO_COMPLEX);
  });

  test('the identifier of the constant does not matter', () => {
    expect(answer(property(long, prop(long2, 1)))).toBe(S_OK);
  });

  test('a multi-valued property takes a single-valued constant, as the page asks, or a whole tuple', () => {
    expect(answer(property(texts, prop(text, 'a')))).toBe(S_OK);
    expect(answer(property(texts, prop(texts, ['a'])))).toBe(S_OK);
    expect(answer(property(texts, prop(long, 1)))).toBe(MAPI_E_TOO_COMPLEX);
    expect(answer(property(text, prop(texts, ['a'])))).toBe(MAPI_E_TOO_COMPLEX);
  });

  test('a tag with MVI_FLAG takes the single-valued tag that its rows have', () => {
    expect(answer(property(instanceOf(texts), prop(text, 'a')))).toBe(S_OK);
    expect(answer(property(instanceOf(texts), prop(texts, ['a'])))).toBe(MAPI_E_TOO_COMPLEX);
  });

  test('must have an order', () => {
    expect(answer(property(object, prop(object, 0)))).toBe(MAPI_E_TOO_COMPLEX);
    expect(answer(property(propTag(PT_NULL, 1), prop(propTag(PT_NULL, 1), null)))).toBe(MAPI_E_TOO_COMPLEX);
    expect(answer(property(propTag(PT_ERROR, 1), prop(propTag(PT_ERROR, 1), S_OK)))).toBe(MAPI_E_TOO_COMPLEX);
  });

  test('a value that is not of its own tag is no value', () => {
    expect(answer(property(long, prop<unknown>(long, 'a')))).toBe(MAPI_E_INVALID_PARAMETER);
    expect(answer({ ...property(long, prop(long, 1)), lpProp: null })).toBe(MAPI_E_INVALID_PARAMETER);
  });
});

describe('operators', () => {
  test('beyond RELOP_RE are not supported', () => {
    expect(answer(property(long, prop(long, 1), RELOP_MEMBER_OF_DL))).toBe(MAPI_E_TOO_COMPLEX);
    expect(answer(property(long, prop(long, 1), -1))).toBe(MAPI_E_INVALID_PARAMETER);
  });

  test('RELOP_RE is for strings and constants alone', () => {
    expect(answer(re(text, 'a*'))).toBe(S_OK);
    expect(answer(property(long, prop(long, 1), RELOP_RE))).toBe(MAPI_E_TOO_COMPLEX);
    expect(answer(re(text, '*'))).toBe(MAPI_E_TOO_COMPLEX);
    expect(answer(size(text, RELOP_RE, 1))).toBe(MAPI_E_TOO_COMPLEX);
    expect(answer(compareProps(text, RELOP_RE, text))).toBe(MAPI_E_TOO_COMPLEX);
  });
});

describe('RES_CONTENT', () => {
  test('takes one of the three levels, which exclude each other', () => {
    expect([0, 1, FL_PREFIX].map((ulFuzzyLevel) => answer({ ...contains(text, 'a'), ulFuzzyLevel }))).toEqual([
      S_OK,
      S_OK,
      S_OK,
    ]);
    expect([3, 0x10, 0x20].map((ulFuzzyLevel) => answer({ ...contains(text, 'a'), ulFuzzyLevel }))).toEqual([
      MAPI_E_TOO_COMPLEX,
      MAPI_E_TOO_COMPLEX,
      MAPI_E_TOO_COMPLEX,
    ]);
  });

  test('is for strings and bytes of the same type', () => {
    expect(answer(contains(bytes, Uint8Array.of(1)))).toBe(S_OK);
    expect(answer({ ...contains(text, 'a'), ulPropTag: long, lpProp: prop(long, 1) })).toBe(MAPI_E_TOO_COMPLEX);
    expect(answer({ ...contains(text, 'a'), lpProp: prop(text8, 'a') })).toBe(MAPI_E_TOO_COMPLEX);
    expect(answer({ ...contains(texts, 'a'), lpProp: prop(texts, ['a']) })).toBe(MAPI_E_TOO_COMPLEX);
  });
});

describe('the other kinds', () => {
  test('RES_COMPAREPROPS needs two properties of one type', () => {
    expect(answer(compareProps(long, RELOP_EQ, long2))).toBe(S_OK);
    expect(answer({ ...compareProps(long, RELOP_EQ, long2), ulPropTag2: text })).toBe(MAPI_E_TOO_COMPLEX);
    expect(answer({ ...compareProps(long, RELOP_EQ, long2), ulPropTag2: longs })).toBe(MAPI_E_TOO_COMPLEX);
  });

  test('RES_BITMASK is for PT_LONG', () => {
    expect(answer(bits(long, 1, 'nez'))).toBe(S_OK);
    expect(answer(bits(short, 1, 'nez'))).toBe(MAPI_E_TOO_COMPLEX);
    expect(answer(bits(long, 2 ** 32, 'nez'))).toBe(MAPI_E_INVALID_PARAMETER);
    expect(answer({ ...bits(long, 1, 'nez'), relBMR: 2 })).toBe(MAPI_E_INVALID_PARAMETER);
  });

  test('RES_SIZE is for values that have a size', () => {
    expect(answer(size(text, RELOP_EQ, 0))).toBe(S_OK);
    expect(answer(size(object, RELOP_EQ, 0))).toBe(MAPI_E_TOO_COMPLEX);
    expect(answer(size(text, RELOP_EQ, -1))).toBe(MAPI_E_INVALID_PARAMETER);
  });

  test('RES_EXIST is not for PT_OBJECT', () => {
    expect(answer(exists(propTag(PT_UNSPECIFIED, 1)))).toBe(S_OK);
    expect(answer(exists(propTag(PT_OBJECT, 1)))).toBe(MAPI_E_TOO_COMPLEX);
    expect(answer(exists(-1 as PropTag))).toBe(MAPI_E_INVALID_PARAMETER);
  });

  test('RES_SUBRESTRICTION is for recipients and attachments, which have none themselves', () => {
    expect(answer(sub(PR_MESSAGE_RECIPIENTS, exists(text)))).toBe(S_OK);
    expect(answer(sub(PR_MESSAGE_ATTACHMENTS, exists(text)))).toBe(S_OK);
    expect(answer(sub(object, exists(text)))).toBe(MAPI_E_TOO_COMPLEX);
    expect(answer(sub(PR_MESSAGE_RECIPIENTS, not(sub(PR_MESSAGE_RECIPIENTS, and()))))).toBe(MAPI_E_TOO_COMPLEX);
  });

  test('RES_COMMENT may be empty', () => {
    expect(answer(comment([], null))).toBe(S_OK);
    expect(answer({ rt: 'comment', lpRes: null, lpProp: 1 })).toBe(MAPI_E_INVALID_PARAMETER);
    expect(answer({ rt: 'annotation', lpRes: null, lpProp: [] })).toBe(S_OK);
    expect(answer({ rt: 'annotation', lpRes: null, lpProp: 1 })).toBe(MAPI_E_INVALID_PARAMETER);
  });

  test('RES_COUNT stands around everything else and has a number', () => {
    const counted = (ulCount: unknown, lpRes: unknown): Restriction => ({ rt: 'count', ulCount, lpRes }) as Restriction;
    expect(answer(comment([], counted(5, counted(3, exists(text)))))).toBe(S_OK);
    expect(answer(not(counted(5, exists(text))))).toBe(MAPI_E_TOO_COMPLEX);
    expect(answer(sub(PR_MESSAGE_RECIPIENTS, counted(5, exists(text))))).toBe(MAPI_E_TOO_COMPLEX);
    expect(answer(counted(-1, exists(text)))).toBe(MAPI_E_INVALID_PARAMETER);
    expect(answer(counted(1, null))).toBe(MAPI_E_INVALID_PARAMETER);
  });
});

describe('what is no restriction', () => {
  test.each([undefined, null, 1, 'and', {}, { rt: 'toString' }, { rt: 'and' }, { rt: 'not' }, and(null as never)])(
    '%o',
    (nothing) => {
      expect(answer(nothing)).toBe(MAPI_E_INVALID_PARAMETER);
    },
  );
});

describe('limits', () => {
  const nested = (levels: number): Restriction => {
    let restriction: Restriction = exists(text);
    for (let level = 1; level < levels; level++) restriction = not(restriction);
    return restriction;
  };

  test('a hundred levels and no more', () => {
    expect(answer(nested(100))).toBe(S_OK);
    expect(answer(nested(101))).toBe(MAPI_E_TOO_COMPLEX);
  });

  test('ten thousand parts and no more', () => {
    const many = (parts: number): Restriction => and(...new Array<Restriction>(parts - 1).fill(exists(text)));
    expect(answer(many(10_000))).toBe(S_OK);
    expect(answer(many(10_001))).toBe(MAPI_E_TOO_COMPLEX);
  });

  test('a restriction that contains itself is found out', () => {
    const circle: { rt: 'not'; lpRes: Restriction } = { rt: 'not', lpRes: and() };
    circle.lpRes = circle;
    expect(answer(circle)).toBe(MAPI_E_TOO_COMPLEX);
  });
});

describe('isValueFor', () => {
  test.each([
    [long, 0xffffffff, true],
    [long, -0x80000000, true],
    [long, 2 ** 32, false],
    [long, 1.5, false],
    [short, 0x8000, true],
    [short, 0x10000, false],
    [i8, 2n ** 63n, false],
    [i8, -(2n ** 63n), true],
    [i8, 1, false],
    [propTag(PT_SYSTIME, 1), -1n, false],
    [flag, 1, false],
    [flag, true, true],
    [text, null, false],
    [clsid, '{00000002-0000-0000-0000-000000000000}', true],
    [clsid, '00000002-0000-0000-0000-000000000000', false],
    [bytes, [1], false],
    [propTag(PT_MV_LONG, 1), [], false],
    [propTag(PT_MV_LONG, 1), [1, 'a'], false],
    [propTag(PT_MV_LONG, 1), [1, 2], true],
    [instanceOf(texts), 'a', true],
    [propTag(PT_UNSPECIFIED, 1), 1, false],
    [propTag(PT_NULL, 1), null, true],
    [propTag(PT_ERROR, 1), 0x8004010f, false],
    [propTag(PT_ERROR, 1), 0x8004010f | 0, true],
  ])('%i, %o: %s', (tag, value, expected) => {
    expect(isValueFor(tag, value)).toBe(expected);
  });
});
