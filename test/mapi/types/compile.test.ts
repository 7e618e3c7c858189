import { describe, expectTypeOf, test } from 'vitest';
import type { HResult } from '../../../src/com/index.js';
import {
  bits,
  compareProps,
  contains,
  eq,
  ge,
  instanceOf,
  type NOTIFICATION,
  PR_BODY_W,
  PR_ENTRYID,
  PR_HASATTACH,
  PR_MESSAGE_DELIVERY_TIME,
  PR_MESSAGE_FLAGS,
  PR_SUBJECT_W,
  PropRow,
  type PropTag,
  type PropValue,
  PT_MV_UNICODE,
  PT_SYSTIME,
  prop,
  propTag,
  re,
  type TABLE_NOTIFICATION,
  type ValueOf,
} from '../../../src/mapi/index.js';

const many = propTag(PT_MV_UNICODE, 0x8012);

// What follows never runs: the compiler is the test, and an expected error that does not come is one itself.
describe('the compiler', () => {
  test('knows the values of a tag', () => {
    expectTypeOf<ValueOf<typeof PR_SUBJECT_W>>().toEqualTypeOf<string>();
    expectTypeOf<ValueOf<typeof PR_MESSAGE_DELIVERY_TIME>>().toEqualTypeOf<bigint>();
    expectTypeOf<ValueOf<typeof PR_ENTRYID>>().toEqualTypeOf<Uint8Array>();
    expectTypeOf(propTag(PT_SYSTIME, 1)).toEqualTypeOf<PropTag<bigint>>();
    expectTypeOf(instanceOf(many)).toEqualTypeOf<PropTag<string>>();
  });

  test('knows the values of a row', () => {
    const row = new PropRow<readonly [typeof PR_SUBJECT_W, typeof PR_MESSAGE_FLAGS]>(
      [PR_SUBJECT_W, PR_MESSAGE_FLAGS],
      ['a', 1],
    );
    const [subject, flags] = row;
    expectTypeOf(subject).toEqualTypeOf<string | null>();
    expectTypeOf(flags).toEqualTypeOf<number | null>();
    expectTypeOf(row.error(0)).toEqualTypeOf<HResult | null>();
    expectTypeOf(row.get(PR_HASATTACH)).toEqualTypeOf<boolean | null>();
    expectTypeOf(row).toExtend<PropRow>();
    expectTypeOf(row.length).toEqualTypeOf<2>();
  });

  test('takes a typed value where any value is taken', () => {
    expectTypeOf(prop(PR_SUBJECT_W, 'a')).toExtend<PropValue>();
  });

  test('knows which structure a notification has', () => {
    const told = (notification: NOTIFICATION): TABLE_NOTIFICATION | null =>
      notification.ulEventType === 0x100 ? notification.info : null;
    expectTypeOf(told).returns.toEqualTypeOf<TABLE_NOTIFICATION | null>();
  });

  test('refuses wrong values', () => {
    const never = (): void => {
      // @ts-expect-error a subject is a string
      prop(PR_SUBJECT_W, 1);
      // @ts-expect-error a time is a bigint
      prop(PR_MESSAGE_DELIVERY_TIME, 1);
      // @ts-expect-error no value is null
      prop(PR_HASATTACH, null);
      // @ts-expect-error a number is no tag
      prop(0x0037001f, 'a');
      // @ts-expect-error flags are a number
      eq(PR_MESSAGE_FLAGS, '1');
      // @ts-expect-error a time is a bigint
      ge(PR_MESSAGE_DELIVERY_TIME, new Date());
      // @ts-expect-error each value is a string
      eq(many, 1);
      // @ts-expect-error only strings and bytes contain something
      contains(PR_MESSAGE_FLAGS, 'a');
      // @ts-expect-error bytes contain bytes
      contains(PR_ENTRYID, 'a');
      // @ts-expect-error only strings match patterns
      re(PR_HASATTACH, 'a');
      // @ts-expect-error bits are those of a number
      bits(PR_SUBJECT_W, 1, 'nez');
      // @ts-expect-error a string and a number
      compareProps(PR_SUBJECT_W, 4, PR_MESSAGE_FLAGS);
    };
    expectTypeOf(never).toBeFunction();
  });

  test('takes one value or many for a property of many', () => {
    eq(many, 'a');
    eq(many, ['a', 'b']);
    contains(many, 'a');
    compareProps(PR_SUBJECT_W, 4, PR_BODY_W);
  });
});
