import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { check, ok, S_OK } from '../../../src/com/index.js';
import {
  MAPI_CREATE,
  MAPI_E_INVALID_PARAMETER,
  MAPI_E_NO_SUPPORT,
  MAPI_E_TOO_BIG,
  MAPI_E_UNKNOWN_FLAGS,
  MAPI_NO_IDS,
  MAPI_NO_STRINGS,
  MAPI_W_ERRORS_RETURNED,
  namedProp,
  PR_MAPPING_SIGNATURE,
  PS_MAPI,
  PS_PUBLIC_STRINGS,
  PSETID_Task,
  PT_ERROR,
  PT_LONG,
  PT_UNSPECIFIED,
  propTag,
} from '../../../src/mapi/index.js';
import { names, open } from './objects.js';

const keyword = namedProp(PS_PUBLIC_STRINGS, 'Keywords');
const due = namedProp(PSETID_Task, 0x8105);
const unknown = namedProp(PSETID_Task, 1);

describe('IMAPIProp::GetIDsFromNames', () => {
  test('MAPI_CREATE makes identifiers from 0x8000 on, of PT_UNSPECIFIED, in the order of the names', async () => {
    using object = open(undefined, { names: names() });
    expect(await check(object.GetIDsFromNames([keyword, due], MAPI_CREATE))).toEqual([S_OK, [0x80000000, 0x80010000]]);
    expect(await ok(object.GetIDsFromNames([due, keyword], MAPI_CREATE))).toEqual([0x80010000, 0x80000000]);
    expect(await ok(object.GetIDsFromNames([due]))).toEqual([0x80010000]);
  });

  test('without it unknown names come as identifier 0 with PT_ERROR under MAPI_W_ERRORS_RETURNED', async () => {
    using object = open(undefined, { names: names() });
    await ok(object.GetIDsFromNames([keyword], MAPI_CREATE));
    const answer = await check(object.GetIDsFromNames([unknown, keyword]));
    expect(answer).toEqual([MAPI_W_ERRORS_RETURNED, [propTag(PT_ERROR, 0), 0x80000000]]);
  });

  test('null stands for all names, and not together with MAPI_CREATE', async () => {
    using object = open(undefined, { names: names() });
    expect(await ok(object.GetIDsFromNames(null))).toEqual([]);
    await ok(object.GetIDsFromNames([keyword, due], MAPI_CREATE));
    expect(await ok(object.GetIDsFromNames(null))).toEqual([0x80000000, 0x80010000]);
    expect((await object.GetIDsFromNames(null, MAPI_CREATE))[0]).toBe(MAPI_E_INVALID_PARAMETER);
  });

  test('a number and a text, two sets, upper and lower case are different names', async () => {
    using object = open(undefined, { names: names() });
    const all = [
      namedProp(PSETID_Task, 7),
      namedProp(PSETID_Task, '7'),
      namedProp(PS_PUBLIC_STRINGS, 7),
      namedProp(PSETID_Task, 'a'),
      namedProp(PSETID_Task, 'A'),
    ];
    const ids = await ok(object.GetIDsFromNames(all, MAPI_CREATE));
    expect(new Set(ids).size).toBe(all.length);
  });

  test('PS_MAPI names the identifiers below 0x8000 and makes no new names', async () => {
    using object = open(undefined, { names: names() });
    const [hr, tags] = await check(
      object.GetIDsFromNames([namedProp(PS_MAPI, 0x37), namedProp(PS_MAPI, 'x')], MAPI_CREATE),
    );
    expect([hr, tags]).toEqual([MAPI_W_ERRORS_RETURNED, [propTag(PT_UNSPECIFIED, 0x37), propTag(PT_ERROR, 0)]]);
  });

  test('MAPI_E_NO_SUPPORT where there are no names, MAPI_E_TOO_BIG for more than can be, and what is no name', async () => {
    using bare = open();
    expect((await bare.GetIDsFromNames([keyword]))[0]).toBe(MAPI_E_NO_SUPPORT);
    using object = open(undefined, { names: names() });
    const many = new Array(0x8000).fill(keyword) as (typeof keyword)[];
    expect((await object.GetIDsFromNames(many))[0]).toBe(MAPI_E_TOO_BIG);
    for (const bad of [[], [null], [{ lpguid: PS_MAPI, ulKind: 0, Kind: 'x' }], [{ ulKind: 1, Kind: 'x' }]])
      expect((await object.GetIDsFromNames(bad as never))[0]).toBe(MAPI_E_INVALID_PARAMETER);
    expect((await object.GetIDsFromNames([keyword], 1))[0]).toBe(MAPI_E_UNKNOWN_FLAGS);
  });

  test('the last identifier is 0xFFFE; then names have none', async () => {
    const map = names();
    const all = Array.from({ length: 0x7fff }, (_, n) => namedProp(PSETID_Task, n));
    expect(map.idsOf(all, true).at(-1)).toBe(0xfffe);
    using object = open(undefined, { names: map });
    expect((await object.GetIDsFromNames([keyword], MAPI_CREATE))[0]).toBe(MAPI_W_ERRORS_RETURNED);
  });
});

describe('IMAPIProp::GetNamesFromIDs', () => {
  const made = async () => {
    const object = open(undefined, { names: names() });
    await ok(object.GetIDsFromNames([keyword, due], MAPI_CREATE));
    return object;
  };

  test('tells the names in the order of the tags, whatever their types and the property set', async () => {
    using object = await made();
    const tags = [propTag(PT_LONG, 0x8001), propTag(PT_UNSPECIFIED, 0x8000)];
    for (const set of [null, PSETID_Task])
      expect(await check(object.GetNamesFromIDs(tags, set))).toEqual([
        S_OK,
        { lppPropTags: tags, lpppPropNames: [due, keyword] },
      ]);
  });

  test('what has no name is null, its tag PT_ERROR, under MAPI_W_ERRORS_RETURNED', async () => {
    using object = await made();
    const [hr, answer] = await check(
      object.GetNamesFromIDs([propTag(PT_LONG, 0x8009), propTag(PT_LONG, 0x8000)], null),
    );
    expect(hr).toBe(MAPI_W_ERRORS_RETURNED);
    expect(answer.lpppPropNames).toEqual([null, keyword]);
    expect(answer.lppPropTags).toEqual([propTag(PT_ERROR, 0x8009), propTag(PT_LONG, 0x8000)]);
  });

  test('identifiers below 0x8000 are numbers in PS_MAPI', async () => {
    using object = await made();
    const { lpppPropNames } = await ok(object.GetNamesFromIDs([propTag(PT_LONG, 0x37)], null));
    expect(lpppPropNames).toEqual([namedProp(PS_MAPI, 0x37)]);
  });

  test('null stands for all names, or those of a set, or of a kind; none is S_OK', async () => {
    using object = await made();
    const all = async (set: typeof PS_MAPI | null, flags = 0) =>
      (await ok(object.GetNamesFromIDs(null, set, flags))).lpppPropNames;
    expect(await all(null)).toEqual([keyword, due]);
    expect(await all(PSETID_Task)).toEqual([due]);
    expect(await all(null, MAPI_NO_STRINGS)).toEqual([due]);
    expect(await all(null, MAPI_NO_IDS)).toEqual([keyword]);
    expect(await check(object.GetNamesFromIDs(null, null, MAPI_NO_IDS | MAPI_NO_STRINGS))).toEqual([
      S_OK,
      { lppPropTags: [], lpppPropNames: [] },
    ]);
    const strings = await check(object.GetNamesFromIDs([propTag(PT_LONG, 0x8000)], null, MAPI_NO_STRINGS));
    expect(strings).toEqual([S_OK, { lppPropTags: [], lpppPropNames: [] }]);
  });

  test('MAPI_E_INVALID_PARAMETER for an empty array, MAPI_E_NO_SUPPORT without names', async () => {
    using object = await made();
    expect((await object.GetNamesFromIDs([], null))[0]).toBe(MAPI_E_INVALID_PARAMETER);
    expect((await object.GetNamesFromIDs(null, null, 4))[0]).toBe(MAPI_E_UNKNOWN_FLAGS);
    using bare = open();
    expect((await bare.GetNamesFromIDs(null, null))[0]).toBe(MAPI_E_NO_SUPPORT);
  });
});

describe('Names', () => {
  test('PR_MAPPING_SIGNATURE tells which objects share them', async () => {
    using object = open(undefined, { names: names(3) });
    expect((await ok(object.GetProps([PR_MAPPING_SIGNATURE])))[0]).toEqual(new Uint8Array(16).fill(3));
  });

  const name = fc.oneof(
    fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }).map((n) => namedProp(PSETID_Task, n)),
    fc.string().map((text) => namedProp(PS_PUBLIC_STRINGS, text)),
  );

  test('come back from their identifiers', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(name, { minLength: 1, maxLength: 50 }), async (wanted) => {
        using object = open(undefined, { names: names() });
        const ids = await ok(object.GetIDsFromNames(wanted, MAPI_CREATE));
        const { lpppPropNames } = await ok(object.GetNamesFromIDs(ids, null));
        expect(lpppPropNames).toEqual(wanted);
      }),
      { numRuns: 50 },
    );
  });
});
