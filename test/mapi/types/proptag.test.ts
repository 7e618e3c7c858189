import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  changePropType,
  instanceOf,
  isErrorTag,
  isInstance,
  isMultiValued,
  isString,
  MV_FLAG,
  MV_INSTANCE,
  MVI_FLAG,
  PT_ERROR,
  PT_LONG,
  PT_MV_UNICODE,
  PT_STRING8,
  PT_UNICODE,
  propId,
  propTag,
  propType,
  singleType,
} from '../../../src/mapi/index.js';

const word = fc.integer({ min: 0, max: 0xffff });

describe('PROP_TAG, PROP_ID, PROP_TYPE and CHANGE_PROP_TYPE', () => {
  test('take apart what was put together, unsigned', () => {
    fc.assert(
      fc.property(word, word, (id, type) => {
        const tag = propTag(type, id);
        expect(tag).toBeGreaterThanOrEqual(0);
        expect(tag).toBe(id * 0x10000 + type);
        expect([propId(tag), propType(tag)]).toEqual([id, type]);
      }),
    );
  });

  test('another type leaves the identifier alone', () => {
    fc.assert(
      fc.property(word, word, word, (id, type, other) => {
        const changed = changePropType(propTag(type, id), other);
        expect([propId(changed), propType(changed)]).toEqual([id, other]);
        expect(changePropType(changed, type)).toBe(propTag(type, id));
      }),
    );
  });

  test('identifiers from 0x8000 on stay positive', () => {
    expect(propTag(PT_UNICODE, 0x8012)).toBe(0x8012001f);
  });
});

describe('multi-valued types', () => {
  const many = propTag(PT_MV_UNICODE, 0x8012);

  test('MVI_FLAG is MV_FLAG with MV_INSTANCE', () => {
    expect(MVI_FLAG).toBe(MV_FLAG | MV_INSTANCE);
  });

  test('a column of single instances is not multi-valued, its rows have one value each', () => {
    const column = instanceOf(many);
    expect(column).toBe(0x8012301f);
    expect([isMultiValued(many), isInstance(many)]).toEqual([true, false]);
    expect([isMultiValued(column), isInstance(column)]).toEqual([false, true]);
    expect([singleType(many), singleType(column)]).toEqual([PT_UNICODE, PT_UNICODE]);
  });

  test('strings are those of either width, single or many', () => {
    expect([PT_UNICODE, PT_STRING8, many].map(isString)).toEqual([true, true, true]);
    expect(isString(PT_LONG)).toBe(false);
  });

  test('PT_ERROR marks a value that could not be had', () => {
    expect(isErrorTag(changePropType(many, PT_ERROR))).toBe(true);
    expect(isErrorTag(many)).toBe(false);
  });
});
