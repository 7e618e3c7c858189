import { describe, expect, test } from 'vitest';
import { check, IStream, ok, S_OK } from '../../../../src/com/index.js';
import {
  IAttach,
  IMessage,
  KEEP_OPEN_READWRITE,
  MAPI_E_BAD_CHARWIDTH,
  MAPI_E_INTERFACE_NOT_SUPPORTED,
  MAPI_E_INVALID_PARAMETER,
  MAPI_E_NOT_ENOUGH_MEMORY,
  MAPI_E_NOT_FOUND,
  MAPI_E_UNKNOWN_FLAGS,
  MAPI_UNICODE,
  MAPI_W_ERRORS_RETURNED,
  PR_ATTACH_DATA_BIN,
  PR_ATTACH_FILENAME_A,
  PR_ATTACH_FILENAME_W,
  PR_BODY_A,
  PR_BODY_W,
  PR_IMPORTANCE,
  PR_INTERNET_CPID,
  PR_MESSAGE_ATTACHMENTS,
  PR_MESSAGE_CODEPAGE,
  PR_MESSAGE_RECIPIENTS,
  PR_SUBJECT_A,
  PR_SUBJECT_W,
  type PropTag,
  PT_MV_BINARY,
  PT_MV_LONG,
  PT_MV_UNICODE,
  PT_OBJECT,
  PT_UNICODE,
  PT_UNSPECIFIED,
  prop,
  propId,
  propTag,
} from '../../../../src/mapi/index.js';
import { useLedger } from '../../../support/ledger.js';
import { newStore } from '../mailbox/stores.js';
import { again, attach, newMessage, savedMessage } from './messages.js';

useLedger();

const any = (tag: PropTag): PropTag => propTag(PT_UNSPECIFIED, propId(tag));
const keyword: PropTag<string> = propTag(PT_UNICODE, 0x6801);

describe('IMAPIProp::GetProps of a message', () => {
  test('S_OK: values come in the order of the tags', async () => {
    using store = await newStore();
    using message = await savedMessage(store, prop(PR_SUBJECT_W, 's'), prop(PR_IMPORTANCE, 2));
    using opened = await again(store, message, 0);
    for (const object of [message, opened]) {
      const [hr, row] = await check(object.GetProps([PR_IMPORTANCE, PR_SUBJECT_W]));
      expect([hr, ...row]).toEqual([S_OK, 2, 's']);
    }
  });

  test('MAPI_W_ERRORS_RETURNED: what is not there is PT_ERROR with MAPI_E_NOT_FOUND, the rest is whole', async () => {
    using store = await newStore();
    using message = await savedMessage(store, prop(PR_SUBJECT_W, 's'));
    const [hr, row] = await check(message.GetProps([keyword, PR_SUBJECT_W]));
    expect(hr).toBe(MAPI_W_ERRORS_RETURNED);
    expect(row.error(0)).toBe(MAPI_E_NOT_FOUND);
    expect(row[1]).toBe('s');
  });

  test('MAPI_E_INVALID_PARAMETER for an array without tags, MAPI_E_UNKNOWN_FLAGS for an unknown flag', async () => {
    using store = await newStore();
    using message = await newMessage(store);
    expect((await message.GetProps([]))[0]).toBe(MAPI_E_INVALID_PARAMETER);
    expect((await message.GetProps(null, 2))[0]).toBe(MAPI_E_UNKNOWN_FLAGS);
  });

  test('the type asked for is the type that comes, or an error', async () => {
    using store = await newStore();
    using message = await savedMessage(store, prop(PR_SUBJECT_W, 's'), prop(PR_IMPORTANCE, 2));
    const row = await ok(message.GetProps([PR_SUBJECT_A, PR_SUBJECT_W, propTag(PT_MV_LONG, propId(PR_IMPORTANCE))]));
    expect(row.tags.slice(0, 2)).toEqual([PR_SUBJECT_A, PR_SUBJECT_W]);
    expect(row.error(2)).toBe(MAPI_E_NOT_FOUND);
  });

  test('PT_UNSPECIFIED takes the real type; MAPI_UNICODE then tells the width of text', async () => {
    using store = await newStore();
    using message = await savedMessage(store, prop(PR_SUBJECT_W, 's'), prop(PR_IMPORTANCE, 2), prop(keyword, 'k'));
    const tagsOf = async (flags: number) =>
      (await ok(message.GetProps([PR_SUBJECT_W, PR_IMPORTANCE, keyword].map(any), flags))).tags;
    expect(await tagsOf(MAPI_UNICODE)).toEqual([PR_SUBJECT_W, PR_IMPORTANCE, keyword]);
    expect(await tagsOf(0)).toEqual([PR_SUBJECT_A, PR_IMPORTANCE, propTag(0x1e, 0x6801)]);
  });

  test('all properties: those of GetPropList, text as MAPI_UNICODE tells', async () => {
    using store = await newStore();
    using message = await savedMessage(store, prop(PR_SUBJECT_W, 's'), prop(keyword, 'k'));
    for (const flags of [0, MAPI_UNICODE]) {
      const [hr, row] = await check(message.GetProps(null, flags));
      expect(hr).toBe(S_OK);
      expect(new Set(row.tags)).toEqual(new Set(await ok(message.GetPropList(flags))));
    }
  });

  test('PT_OBJECT stands among all properties without a usable value', async () => {
    using store = await newStore();
    using message = await savedMessage(store);
    const row = await ok(message.GetProps(null));
    expect(row.get(PR_MESSAGE_RECIPIENTS)).toBe(0);
    const named = await ok(message.GetProps([PR_MESSAGE_ATTACHMENTS, any(PR_MESSAGE_ATTACHMENTS)]));
    expect(named.tags).toEqual([PR_MESSAGE_ATTACHMENTS, PR_MESSAGE_ATTACHMENTS]);
    expect((await ok(message.GetProps([propTag(PT_OBJECT, 0x6803)]))).error(0)).toBe(MAPI_E_NOT_FOUND);
  });

  test('MAPI_E_NOT_ENOUGH_MEMORY for a value that is too large, stored or not', async () => {
    using store = await newStore();
    using message = await newMessage(store, prop(PR_BODY_W, 'b'.repeat(40_000)));
    expect((await ok(message.GetProps([PR_BODY_W, PR_BODY_A]))).error(0)).toBe(MAPI_E_NOT_ENOUGH_MEMORY);
    await ok(message.SaveChanges(KEEP_OPEN_READWRITE));
    const [hr, row] = await check(message.GetProps([PR_BODY_W, any(PR_BODY_W)]));
    expect(hr).toBe(MAPI_W_ERRORS_RETURNED);
    expect([row.error(0), row.error(1)]).toEqual([MAPI_E_NOT_ENOUGH_MEMORY, MAPI_E_NOT_ENOUGH_MEMORY]);
  });

  test('the 8-bit form follows PR_MESSAGE_CODEPAGE, then PR_INTERNET_CPID, then Western European', async () => {
    using store = await newStore();
    using message = await newMessage(store, prop(PR_SUBJECT_W, 'Łódź'), prop(PR_BODY_W, 'Łódź'));
    const narrow = async () => [...(await ok(message.GetProps([PR_SUBJECT_A, PR_BODY_A])))];
    expect(await narrow()).toEqual(['?ód?', '?ód?']);
    await ok(message.SetProps([prop(PR_INTERNET_CPID, 28592)]));
    expect(await narrow()).toEqual(['Łódź', 'Łódź']);
    await ok(message.SetProps([prop(PR_MESSAGE_CODEPAGE, 1251)]));
    expect(await narrow()).toEqual(['??d?', '??d?']);
    await ok(message.SetProps([prop(PR_MESSAGE_CODEPAGE, 0)]));
    expect(await narrow()).toEqual(['Łódź', 'Łódź']);
    await ok(message.SaveChanges());
    using opened = await again(store, message, 0);
    expect([...(await ok(opened.GetProps([PR_SUBJECT_A])))]).toEqual(['Łódź']);
  });

  test('MAPI_E_BAD_CHARWIDTH for the 8-bit form in a code page that nobody knows; the other form comes', async () => {
    using store = await newStore();
    using message = await newMessage(store, prop(PR_SUBJECT_W, 's'), prop(PR_MESSAGE_CODEPAGE, 4711));
    const row = await ok(message.GetProps([PR_SUBJECT_A, PR_SUBJECT_W]));
    expect(row.error(0)).toBe(MAPI_E_BAD_CHARWIDTH);
    expect(row[1]).toBe('s');
  });

  test('many values come as they are, however large: no stream could be opened on them', async () => {
    using store = await newStore();
    const texts: readonly string[] = Array.from({ length: 2000 }, (_, at) => `keyword number ${at}`);
    const many = prop(propTag(PT_MV_UNICODE, 0x6802), texts);
    const blocks = prop(propTag(PT_MV_BINARY, 0x6803), [new Uint8Array(40_000).fill(7)]);
    using message = await newMessage(store, many, blocks);
    const values = async (object: IMessage) => {
      const [hr, row] = await check(object.GetProps([many[0], blocks[0]]));
      expect([hr, ...row]).toEqual([S_OK, texts, blocks[1]]);
    };
    await values(message);
    await ok(message.SaveChanges(KEEP_OPEN_READWRITE));
    using opened = await again(store, message, 0);
    await values(opened);
    expect((await opened.OpenProperty(many[0], IStream, 0))[0]).toBe(MAPI_E_INTERFACE_NOT_SUPPORTED);
    using copy = await newMessage(store);
    expect(await ok(opened.CopyTo(null, null, 0, null, IMessage, copy))).toEqual([]);
    await values(copy);
  });

  test('an attachment speaks the code page of its message', async () => {
    using store = await newStore();
    using message = await newMessage(store, prop(PR_MESSAGE_CODEPAGE, 1250));
    const num = await attach(message, prop(PR_ATTACH_FILENAME_W, 'Łódź'), prop(PR_ATTACH_DATA_BIN, Uint8Array.of(1)));
    using attachment = await ok(message.OpenAttach(num, IAttach));
    expect((await ok(attachment.GetProps([PR_ATTACH_FILENAME_A])))[0]).toBe('Łódź');
  });
});

describe('IMAPIProp::GetPropList of a message', () => {
  test('S_OK: every property, text in the width that MAPI_UNICODE tells, and what stands for its tables', async () => {
    using store = await newStore();
    using message = await savedMessage(store, prop(PR_SUBJECT_W, 's'), prop(keyword, 'k'));
    using opened = await again(store, message, 0);
    for (const object of [message, opened]) {
      const wide = await ok(object.GetPropList(MAPI_UNICODE));
      expect(wide).toEqual(expect.arrayContaining([PR_SUBJECT_W, keyword]));
      expect(wide).toEqual(expect.arrayContaining([PR_MESSAGE_RECIPIENTS, PR_MESSAGE_ATTACHMENTS]));
      expect(await ok(object.GetPropList())).toEqual(expect.arrayContaining([PR_SUBJECT_A]));
    }
  });

  test('what was set is listed and what was deleted is not, before anything is saved', async () => {
    using store = await newStore();
    using message = await savedMessage(store, prop(keyword, 'k'));
    await ok(message.DeleteProps([keyword]));
    await ok(message.SetProps([prop(PR_IMPORTANCE, 1)]));
    const tags = await ok(message.GetPropList(MAPI_UNICODE));
    expect(tags).not.toContain(keyword);
    expect(tags).toContain(PR_IMPORTANCE);
  });

  test('no property twice', async () => {
    using store = await newStore();
    using message = await savedMessage(store, prop(PR_SUBJECT_W, 's'), prop(PR_BODY_W, 'b'));
    const ids = (await ok(message.GetPropList())).map(propId);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('MAPI_E_UNKNOWN_FLAGS for an unknown flag', async () => {
    using store = await newStore();
    using message = await newMessage(store);
    expect((await message.GetPropList(1))[0]).toBe(MAPI_E_UNKNOWN_FLAGS);
  });
});
