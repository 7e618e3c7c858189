import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ComError } from '../../../src/com/index.js';
import { MAPI_E_BAD_CHARWIDTH, MAPI_E_INVALID_ENTRYID, MAPI_E_INVALID_PARAMETER } from '../../../src/mapi/index.js';
import {
  createOneOffEntryId,
  isOneOffEntryId,
  type OneOff,
  parseOneOffEntryId,
  recipientSearchKey,
} from '../../../src/subsystem/index.js';

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

const failure = (call: () => unknown): number | null => {
  try {
    call();
    return null;
  } catch (error) {
    if (error instanceof ComError) return error.hr;
    throw error;
  }
};

const ann: OneOff = { name: 'Ann', addressType: 'SMTP', address: 'ann@x.test', richInfo: false };

/** MAPI_ONE_OFF_UID in the order of its bytes. */
const uid = '812b1fa4bea310199d6e00dd010f5402';

describe('a one-off entry identifier', () => {
  test('is flags, MAPI_ONE_OFF_UID, version, flags, three texts with their zeroes, and nothing after them', () => {
    const narrow = hex(Buffer.from('Ann\0SMTP\0ann@x.test\0'));
    expect(hex(createOneOffEntryId(ann, { unicode: false }))).toBe(`00000000${uid}00000100${narrow}`);
    const wide = hex(Buffer.from('Ann\0SMTP\0ann@x.test\0', 'utf16le'));
    expect(hex(createOneOffEntryId({ ...ann, richInfo: true }))).toBe(`00000000${uid}00000080${wide}`);
  });

  test('need not have a name, and must have a type and an address without zeroes', () => {
    expect(parseOneOffEntryId(createOneOffEntryId({ ...ann, name: '' }))).toEqual({ ...ann, name: '' });
    for (const wrong of [{ addressType: '' }, { address: '' }, { name: 'a\0b' }, { address: 'x\0' }])
      expect(failure(() => createOneOffEntryId({ ...ann, ...wrong }))).toBe(MAPI_E_INVALID_PARAMETER);
  });

  test('in 8 bits is read in the code page that it was made in, which it does not tell', () => {
    const greek = { ...ann, name: 'Άννα' };
    const entryId = createOneOffEntryId(greek, { unicode: false, codePage: 1253 });
    expect(parseOneOffEntryId(entryId, 1253)).toEqual(greek);
    expect(parseOneOffEntryId(entryId, 1252).name).not.toBe('Άννα');
    expect(failure(() => parseOneOffEntryId(entryId, 12345))).toBe(MAPI_E_BAD_CHARWIDTH);
  });

  test('of any texts is read as it was made, in both forms', () => {
    const text = (unit: fc.Arbitrary<string>, minLength: number) => fc.string({ unit, minLength, maxLength: 40 });
    const wide = fc.string({ unit: 'grapheme', maxLength: 1 }).filter((one) => !one.includes('\0'));
    const narrow = fc.integer({ min: 0x20, max: 0x7e }).map((code) => String.fromCharCode(code));
    const oneOff = (unit: fc.Arbitrary<string>) =>
      fc.record({
        name: text(unit, 0),
        addressType: text(narrow, 1),
        address: text(unit, 1).filter((address) => address !== ''),
        richInfo: fc.boolean(),
      });
    fc.assert(
      fc.property(oneOff(wide), (one) => {
        expect(parseOneOffEntryId(createOneOffEntryId(one))).toEqual(one);
      }),
    );
    fc.assert(
      fc.property(oneOff(narrow), fc.constantFrom(1252, 932, 65001), (one, codePage) => {
        const entryId = createOneOffEntryId(one, { unicode: false, codePage });
        expect(isOneOffEntryId(entryId)).toBe(true);
        expect(parseOneOffEntryId(entryId, codePage)).toEqual(one);
      }),
    );
  });

  test('is refused when it is cut off, goes on, has another version or is none; no bytes make it throw anything else', () => {
    const whole = createOneOffEntryId(ann);
    for (let length = 0; length < whole.length; length++)
      expect(failure(() => parseOneOffEntryId(whole.subarray(0, length)))).toBe(MAPI_E_INVALID_ENTRYID);
    expect(failure(() => parseOneOffEntryId(Buffer.concat([whole, Buffer.alloc(1)])))).toBe(MAPI_E_INVALID_ENTRYID);
    const newer = Uint8Array.from(whole);
    newer[20] = 1;
    expect(failure(() => parseOneOffEntryId(newer))).toBe(MAPI_E_INVALID_ENTRYID);
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), fc.boolean(), (bytes, led) => {
        const entryId = led ? Buffer.concat([whole.subarray(0, 20), bytes]) : bytes;
        expect([null, MAPI_E_INVALID_ENTRYID]).toContain(failure(() => parseOneOffEntryId(entryId)));
      }),
    );
  });
});

test('The search key of a recipient is type and address in capitals, a colon between, a zero behind', () => {
  expect(Buffer.from(recipientSearchKey('smtp', 'Ann@x.Test')).toString()).toBe('SMTP:ANN@X.TEST\0');
});
