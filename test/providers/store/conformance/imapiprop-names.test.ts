import { describe, expect, test } from 'vitest';
import { check, guid, ok, S_OK } from '../../../../src/com/index.js';
import {
  IAttach,
  KEEP_OPEN_READWRITE,
  MAPI_CREATE,
  MAPI_E_INVALID_PARAMETER,
  MAPI_E_TOO_BIG,
  MAPI_E_UNKNOWN_FLAGS,
  MAPI_NO_IDS,
  MAPI_NO_STRINGS,
  MAPI_UNICODE,
  MAPI_W_ERRORS_RETURNED,
  namedProp,
  PR_MAPPING_SIGNATURE,
  PR_SUBJECT_W,
  type PropTag,
  PS_MAPI,
  PS_PUBLIC_STRINGS,
  PT_ERROR,
  PT_LONG,
  PT_UNICODE,
  PT_UNSPECIFIED,
  prop,
  propId,
  propTag,
  propType,
} from '../../../../src/mapi/index.js';
import { useLedger } from '../../../support/ledger.js';
import { inboxOf, newPath, newStore, propOf } from '../mailbox/stores.js';
import { again, newMessage, savedMessage } from './messages.js';

useLedger();

const own = guid('11112222-3333-4444-5555-666677778888');
const colour = namedProp(PS_PUBLIC_STRINGS, 'Colour');
const number = namedProp(own, 0x8001);

describe('IMAPIProp::GetIDsFromNames', () => {
  test('MAPI_CREATE assigns identifiers from 0x8000 to 0xFFFE, of type PT_UNSPECIFIED, in the order of the names', async () => {
    using store = await newStore();
    using message = await newMessage(store);
    const [hr, tags] = await check(message.GetIDsFromNames([colour, number], MAPI_CREATE));
    expect(hr).toBe(S_OK);
    for (const tag of tags) {
      expect(propType(tag)).toBe(PT_UNSPECIFIED);
      expect(propId(tag)).toBeGreaterThanOrEqual(0x8000);
      expect(propId(tag)).toBeLessThanOrEqual(0xfffe);
    }
    expect(await ok(message.GetIDsFromNames([number, colour]))).toEqual([...tags].reverse());
  });

  test('MAPI_W_ERRORS_RETURNED: a name without identifier is PT_ERROR with identifier zero', async () => {
    using store = await newStore();
    using message = await newMessage(store);
    const [known] = await ok(message.GetIDsFromNames([colour], MAPI_CREATE));
    const [hr, tags] = await check(message.GetIDsFromNames([number, colour]));
    expect([hr, tags]).toEqual([MAPI_W_ERRORS_RETURNED, [propTag(PT_ERROR, 0), known]]);
  });

  test('one mapping for all objects of a store and for all sessions; it survives the store being closed', async () => {
    const path = newPath();
    let tags: readonly PropTag[];
    {
      using store = await newStore(path);
      using inbox = await inboxOf(store);
      using message = await newMessage(store);
      const { lppAttach } = await ok(message.CreateAttach(IAttach));
      using attachment = lppAttach;
      using other = await newStore(path);
      tags = await ok(attachment.GetIDsFromNames([colour, number], MAPI_CREATE));
      for (const object of [store, inbox, message, other]) {
        expect(await ok(object.GetIDsFromNames([colour, number]))).toEqual(tags);
        expect(await propOf(object, PR_MAPPING_SIGNATURE)).toEqual(await propOf(attachment, PR_MAPPING_SIGNATURE));
      }
    }
    using store = await newStore(path);
    expect(await ok(store.GetIDsFromNames([colour, number], MAPI_CREATE))).toEqual(tags);
  });

  test('null asks for the identifiers of all names; with MAPI_CREATE it is MAPI_E_INVALID_PARAMETER', async () => {
    using store = await newStore();
    using message = await newMessage(store);
    const tags = await ok(message.GetIDsFromNames([colour, number], MAPI_CREATE));
    expect(await ok(message.GetIDsFromNames(null))).toEqual(expect.arrayContaining([...tags]));
    expect((await message.GetIDsFromNames(null, MAPI_CREATE))[0]).toBe(MAPI_E_INVALID_PARAMETER);
  });

  test('PS_MAPI names the identifiers below 0x8000 and makes no new ones', async () => {
    using store = await newStore();
    using message = await newMessage(store);
    const names = [namedProp(PS_MAPI, propId(PR_SUBJECT_W)), namedProp(PS_MAPI, 'Subject')];
    const [hr, tags] = await check(message.GetIDsFromNames(names, MAPI_CREATE));
    expect(hr).toBe(MAPI_W_ERRORS_RETURNED);
    expect(tags).toEqual([propTag(PT_UNSPECIFIED, propId(PR_SUBJECT_W)), propTag(PT_ERROR, 0)]);
  });

  test('MAPI_E_TOO_BIG for more names than there can be identifiers', async () => {
    using store = await newStore();
    const many = Array.from({ length: 0x8000 }, (_, n) => namedProp(own, n));
    expect((await store.GetIDsFromNames(many))[0]).toBe(MAPI_E_TOO_BIG);
  });

  test('MAPI_E_INVALID_PARAMETER without names or for what is no name, MAPI_E_UNKNOWN_FLAGS', async () => {
    using store = await newStore();
    using message = await newMessage(store);
    expect((await message.GetIDsFromNames([]))[0]).toBe(MAPI_E_INVALID_PARAMETER);
    expect((await message.GetIDsFromNames([null as never]))[0]).toBe(MAPI_E_INVALID_PARAMETER);
    expect((await message.GetIDsFromNames([colour], 1))[0]).toBe(MAPI_E_UNKNOWN_FLAGS);
  });
});

describe('IMAPIProp::GetNamesFromIDs', () => {
  test('S_OK: the names of identifiers, whatever property set and types are given', async () => {
    using store = await newStore();
    using message = await newMessage(store);
    const tags = await ok(message.GetIDsFromNames([colour, number], MAPI_CREATE));
    const typed = tags.map((tag) => propTag(PT_UNICODE, propId(tag)));
    for (const set of [null, own, PS_MAPI]) {
      const [hr, { lppPropTags, lpppPropNames }] = await check(message.GetNamesFromIDs(typed, set));
      expect([hr, lppPropTags, lpppPropNames]).toEqual([S_OK, typed, [colour, number]]);
    }
  });

  test('MAPI_W_ERRORS_RETURNED: an identifier without name is null, and PT_ERROR among the tags', async () => {
    using store = await newStore();
    using message = await newMessage(store);
    const [tag] = (await ok(message.GetIDsFromNames([colour], MAPI_CREATE))) as [PropTag];
    const unknown = propTag(PT_LONG, 0xfff0);
    const [hr, { lppPropTags, lpppPropNames }] = await check(message.GetNamesFromIDs([unknown, tag], null));
    expect(hr).toBe(MAPI_W_ERRORS_RETURNED);
    expect(lppPropTags).toEqual([propTag(PT_ERROR, 0xfff0), tag]);
    expect(lpppPropNames).toEqual([null, colour]);
  });

  test('null and null: all names of the mapping', async () => {
    using store = await newStore();
    using message = await newMessage(store);
    const tags = await ok(message.GetIDsFromNames([colour, number], MAPI_CREATE));
    const { lppPropTags, lpppPropNames } = await ok(message.GetNamesFromIDs(null, null));
    expect(lppPropTags).toEqual(expect.arrayContaining([...tags]));
    expect(lpppPropNames).toEqual(expect.arrayContaining([colour, number]));
  });

  test('a property set without tags: the names of that set', async () => {
    using store = await newStore();
    using message = await newMessage(store);
    await ok(message.GetIDsFromNames([colour, number], MAPI_CREATE));
    expect((await ok(message.GetNamesFromIDs(null, own))).lpppPropNames).toEqual([number]);
  });

  test('MAPI_NO_IDS leaves numbers out, MAPI_NO_STRINGS texts; with both, or in an empty set, S_OK and no names', async () => {
    using store = await newStore();
    using message = await newMessage(store);
    await ok(message.GetIDsFromNames([colour, number], MAPI_CREATE));
    const all = async (flags: number) => (await ok(message.GetNamesFromIDs(null, null, flags))).lpppPropNames;
    expect(await all(MAPI_NO_IDS)).toEqual([colour]);
    expect(await all(MAPI_NO_STRINGS)).toEqual([number]);
    expect(await all(MAPI_NO_STRINGS | MAPI_NO_IDS)).toEqual([]);
    const empty = guid('99998888-7777-6666-5555-444433332222');
    const [hr, names] = await check(message.GetNamesFromIDs(null, empty));
    expect([hr, names.lppPropTags, names.lpppPropNames]).toEqual([S_OK, [], []]);
  });

  test('MAPI_E_INVALID_PARAMETER for an empty array, MAPI_E_UNKNOWN_FLAGS', async () => {
    using store = await newStore();
    using message = await newMessage(store);
    expect((await message.GetNamesFromIDs([], null))[0]).toBe(MAPI_E_INVALID_PARAMETER);
    expect((await message.GetNamesFromIDs(null, null, 4))[0]).toBe(MAPI_E_UNKNOWN_FLAGS);
  });
});

describe('A named property', () => {
  test('is set, listed, read, streamed and deleted as any other', async () => {
    using store = await newStore();
    using message = await savedMessage(store);
    const [tag] = (await ok(message.GetIDsFromNames([colour], MAPI_CREATE))) as [PropTag];
    const text = propTag(PT_UNICODE, propId(tag));
    await ok(message.SetProps([prop(text, 'green')]));
    await ok(message.SaveChanges(KEEP_OPEN_READWRITE));
    using stored = await again(store, message, 0);
    expect(await propOf(stored, text)).toBe('green');
    expect(await ok(stored.GetPropList(MAPI_UNICODE))).toContain(text);
    await ok(message.DeleteProps([tag]));
    await ok(message.SaveChanges());
    expect(await propOf(message, text)).toBeNull();
  });
});
