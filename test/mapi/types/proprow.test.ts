import { describe, expect, test } from 'vitest';
import {
  changePropType,
  MAPI_E_NO_ACCESS,
  MAPI_E_NOT_ENOUGH_MEMORY,
  MAPI_E_NOT_FOUND,
  PR_BODY_W,
  PR_HASATTACH,
  PR_MESSAGE_FLAGS,
  PR_SUBJECT_A,
  PR_SUBJECT_W,
  PropRow,
  type PropTag,
  PT_ERROR,
  PT_UNSPECIFIED,
  prop,
  propError,
} from '../../../src/mapi/index.js';

type Columns = readonly [typeof PR_SUBJECT_W, typeof PR_BODY_W, typeof PR_MESSAGE_FLAGS];

const row = PropRow.fromProps<Columns>([
  prop(PR_SUBJECT_W, 'Minutes'),
  propError(PR_BODY_W, MAPI_E_NOT_ENOUGH_MEMORY),
  propError(PR_MESSAGE_FLAGS, MAPI_E_NOT_FOUND),
]);

describe('a row of properties', () => {
  test('has one value for each tag, in the order asked for, null where it failed', () => {
    expect([...row]).toEqual(['Minutes', null, null]);
    expect(row).toHaveLength(3);
    const [subject, body, flags] = row;
    expect([subject, body, flags]).toEqual(['Minutes', null, null]);
  });

  test('a failed property keeps its identifier, with PT_ERROR as its type', () => {
    expect(row.tags).toEqual([PR_SUBJECT_W, changePropType(PR_BODY_W, PT_ERROR), 0x0e07000a]);
  });

  test('says why a value is null, by index and by tag', () => {
    expect([row.error(0), row.error(1), row.error(2)]).toEqual([null, MAPI_E_NOT_ENOUGH_MEMORY, MAPI_E_NOT_FOUND]);
    expect(row.error(PR_BODY_W)).toBe(MAPI_E_NOT_ENOUGH_MEMORY);
    expect(row.error(PR_SUBJECT_W)).toBeNull();
    expect(row.error(PR_HASATTACH)).toBeNull();
    expect(row.error(17)).toBeNull();
  });

  test('finds a value by its identifier; strings answer to both widths, other types only to their own', () => {
    expect(row.get(PR_SUBJECT_W)).toBe('Minutes');
    expect(row.get(PR_SUBJECT_A)).toBe('Minutes');
    expect(row.get(changePropType(PR_SUBJECT_W, PT_UNSPECIFIED))).toBe('Minutes');
    expect(row.get(changePropType(PR_SUBJECT_W, 0x0003))).toBeNull();
    expect(row.get(changePropType(PR_SUBJECT_W, 0x101f))).toBeNull();
    expect(row.get(PR_BODY_W)).toBeNull();
    expect(row.get(PR_HASATTACH)).toBeNull();
  });

  test('a value that is only too large is there all the same', () => {
    expect([row.has(PR_SUBJECT_W), row.has(PR_BODY_W), row.has(PR_MESSAGE_FLAGS)]).toEqual([true, true, false]);
    expect(PropRow.fromProps([propError(PR_BODY_W, MAPI_E_NO_ACCESS)]).has(PR_BODY_W)).toBe(false);
  });

  test('turns back into property values', () => {
    expect(row.toProps()).toEqual([
      [PR_SUBJECT_W, 'Minutes'],
      [changePropType(PR_BODY_W, PT_ERROR), MAPI_E_NOT_ENOUGH_MEMORY],
      [changePropType(PR_MESSAGE_FLAGS, PT_ERROR), MAPI_E_NOT_FOUND],
    ]);
    expect([...PropRow.fromProps(row.toProps())]).toEqual([...row]);
  });

  test('cannot be changed', () => {
    const open = row as unknown as unknown[];
    expect(() => open.push(1)).toThrow(TypeError);
    expect(() => {
      open[0] = 'other';
    }).toThrow(TypeError);
    expect(row[0]).toBe('Minutes');
  });

  test('is an array whose map and filter give plain arrays, and tells itself from them', () => {
    expect(Array.isArray(row)).toBe(true);
    expect(row instanceof PropRow).toBe(true);
    expect(row.map(() => 0) instanceof PropRow).toBe(false);
    expect([] instanceof PropRow).toBe(false);
  });

  test('shares the tags that it is given', () => {
    const tags: readonly PropTag[] = Object.freeze([PR_SUBJECT_W]);
    const first = new PropRow(tags, ['a']);
    const second = new PropRow(tags, ['b']);
    expect(first.tags).toBe(second.tags);
    expect(second.error(0)).toBeNull();
  });

  test('without columns is empty', () => {
    expect(new PropRow([], [])).toHaveLength(0);
  });

  test('refuses values that do not go with the tags', () => {
    expect(() => new PropRow([PR_SUBJECT_W], [])).toThrow(RangeError);
  });
});
