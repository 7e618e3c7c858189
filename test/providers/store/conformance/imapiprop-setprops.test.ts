import { describe, expect, test } from 'vitest';
import { check, type HResult, ok, S_OK } from '../../../../src/com/index.js';
import {
  IAttach,
  KEEP_OPEN_READWRITE,
  MAPI_E_COMPUTED,
  MAPI_E_INVALID_PARAMETER,
  MAPI_E_INVALID_TYPE,
  MAPI_E_NO_ACCESS,
  MAPI_E_NOT_ENOUGH_MEMORY,
  MAPI_E_NOT_FOUND,
  MAPI_E_UNEXPECTED_TYPE,
  MAPI_UNICODE,
  PR_ACCESS_LEVEL,
  PR_ATTACH_DATA_BIN,
  PR_ATTACH_NUM,
  PR_ATTACH_SIZE,
  PR_BODY_W,
  PR_CREATION_TIME,
  PR_DISPLAY_TO_W,
  PR_ENTRYID,
  PR_HASATTACH,
  PR_IMPORTANCE,
  PR_MESSAGE_ATTACHMENTS,
  PR_MESSAGE_RECIPIENTS,
  PR_MESSAGE_SIZE,
  PR_NORMALIZED_SUBJECT_W,
  PR_NULL,
  PR_OBJECT_TYPE,
  PR_PARENT_ENTRYID,
  PR_RECORD_KEY,
  PR_STORE_ENTRYID,
  PR_SUBJECT_A,
  PR_SUBJECT_W,
  type PropTag,
  type PropValue,
  PT_BINARY,
  PT_BOOLEAN,
  PT_ERROR,
  PT_LONG,
  PT_MV_LONG,
  PT_OBJECT,
  PT_UNICODE,
  PT_UNSPECIFIED,
  prop,
  propId,
  propTag,
} from '../../../../src/mapi/index.js';
import { useLedger } from '../../../support/ledger.js';
import { newStore, propOf, recipient, rowsOf } from '../mailbox/stores.js';
import { again, attach, newMessage, savedMessage } from './messages.js';

useLedger();

const own = (type: number, n = 1): PropTag => propTag(type, 0x6800 + n);
const codes = (problems: readonly { readonly scode: HResult }[]): HResult[] => problems.map(({ scode }) => scode);

describe('IMAPIProp::SetProps of a message', () => {
  test('S_OK: makes properties, replaces values, and a value of another type takes the place of the old one', async () => {
    using store = await newStore();
    using message = await newMessage(store, prop(own(PT_LONG, 1), 1), prop(own(PT_LONG, 2), 2));
    const [hr, problems] = await check(
      message.SetProps([prop(own(PT_LONG, 1), 10), prop(own(PT_UNICODE, 2), 'two'), prop(PR_SUBJECT_A, 's')]),
    );
    expect([hr, problems]).toEqual([S_OK, []]);
    await ok(message.SaveChanges(KEEP_OPEN_READWRITE));
    using stored = await again(store, message, 0);
    for (const object of [message, stored]) {
      const row = await ok(object.GetProps([own(PT_LONG, 1), own(PT_UNICODE, 2), own(PT_LONG, 2), PR_SUBJECT_W]));
      expect([...row]).toEqual([10, 'two', null, 's']);
    }
  });

  test('PR_NULL and properties of type PT_ERROR are ignored, without a problem', async () => {
    using store = await newStore();
    using message = await savedMessage(store, prop(own(PT_LONG), 1));
    const before = await ok(message.GetPropList());
    const failed = prop(own(PT_ERROR), MAPI_E_NOT_FOUND) as PropValue;
    expect(await ok(message.SetProps([prop(PR_NULL, null), failed]))).toEqual([]);
    expect(await ok(message.GetPropList())).toEqual(before);
    expect(await propOf(message, own(PT_LONG))).toBe(1);
  });

  test('MAPI_E_INVALID_PARAMETER, with nothing set: no values, a PT_OBJECT, many values of which there are none', async () => {
    using store = await newStore();
    using message = await newMessage(store);
    const good = prop(own(PT_LONG), 1);
    const bad = [
      [],
      [good, prop(PR_MESSAGE_RECIPIENTS, 0)],
      [good, prop(own(PT_OBJECT, 2), 0)],
      [good, prop(own(PT_MV_LONG, 2), [])],
    ];
    for (const values of bad) expect((await message.SetProps(values))[0]).toBe(MAPI_E_INVALID_PARAMETER);
    expect(await propOf(message, own(PT_LONG))).toBeNull();
  });

  test('MAPI_E_NO_ACCESS on a read-only message', async () => {
    using store = await newStore();
    using message = await savedMessage(store);
    using reader = await again(store, message, 0);
    expect((await reader.SetProps([prop(PR_SUBJECT_W, 's')]))[0]).toBe(MAPI_E_NO_ACCESS);
  });

  test('MAPI_E_COMPUTED is told of what the store works out itself; the rest is set', async () => {
    using store = await newStore();
    using message = await savedMessage(store);
    const refused: PropValue[] = [
      prop(PR_ENTRYID, Uint8Array.of(1)),
      prop(PR_RECORD_KEY, Uint8Array.of(1)),
      prop(PR_PARENT_ENTRYID, Uint8Array.of(1)),
      prop(PR_STORE_ENTRYID, Uint8Array.of(1)),
      prop(PR_OBJECT_TYPE, 1),
      prop(PR_ACCESS_LEVEL, 1),
      prop(PR_MESSAGE_SIZE, 1),
      prop(PR_HASATTACH, true),
      prop(PR_DISPLAY_TO_W, 'x'),
      prop(PR_NORMALIZED_SUBJECT_W, 'x'),
      prop(PR_CREATION_TIME, 1n),
    ];
    const problems = await ok(message.SetProps([...refused, prop(PR_IMPORTANCE, 2)]));
    expect(problems.map(({ ulIndex, ulPropTag }) => [ulIndex, ulPropTag])).toEqual(
      refused.map(([tag], index) => [index, tag]),
    );
    expect(new Set(codes(problems))).toEqual(new Set([MAPI_E_COMPUTED]));
    expect(await propOf(message, PR_IMPORTANCE)).toBe(2);
  });

  test('an attachment computes its number and size', async () => {
    using store = await newStore();
    using message = await newMessage(store);
    const { lppAttach } = await ok(message.CreateAttach(IAttach));
    using attachment = lppAttach;
    expect(codes(await ok(attachment.SetProps([prop(PR_ATTACH_NUM, 7), prop(PR_ATTACH_SIZE, 7)])))).toEqual([
      MAPI_E_COMPUTED,
      MAPI_E_COMPUTED,
    ]);
  });

  test('MAPI_E_UNEXPECTED_TYPE for a known property with another type, MAPI_E_INVALID_TYPE for no type at all', async () => {
    using store = await newStore();
    using message = await newMessage(store);
    const problems = await ok(
      message.SetProps([
        prop(propTag(PT_BOOLEAN, propId(PR_IMPORTANCE)), true),
        prop(own(0x99), 1),
        prop(own(PT_UNSPECIFIED, 2), 1),
        prop(own(PT_LONG, 3), 3),
      ]),
    );
    expect(codes(problems)).toEqual([MAPI_E_UNEXPECTED_TYPE, MAPI_E_INVALID_TYPE, MAPI_E_INVALID_TYPE]);
    expect(await propOf(message, own(PT_LONG, 3))).toBe(3);
  });

  test('MAPI_E_NOT_ENOUGH_MEMORY for what is too large to be set at once: OpenProperty takes it', async () => {
    using store = await newStore();
    using message = await newMessage(store);
    const problems = await ok(message.SetProps([prop(own(PT_BINARY), new Uint8Array((16 << 20) + 1))]));
    expect(codes(problems)).toEqual([MAPI_E_NOT_ENOUGH_MEMORY]);
    expect((await ok(message.GetProps([own(PT_BINARY)]))).error(0)).toBe(MAPI_E_NOT_FOUND);
  });
});

describe('IMAPIProp::DeleteProps of a message', () => {
  test('S_OK: identifiers count, types do not; what is not there is no problem', async () => {
    using store = await newStore();
    using message = await savedMessage(store, prop(PR_SUBJECT_W, 's'), prop(own(PT_LONG), 1), prop(PR_BODY_W, 'b'));
    const [hr, problems] = await check(message.DeleteProps([PR_SUBJECT_A, own(PT_UNSPECIFIED), own(PT_LONG, 9)]));
    expect([hr, problems]).toEqual([S_OK, []]);
    expect([...(await ok(message.GetProps([PR_SUBJECT_W, own(PT_LONG), PR_BODY_W])))]).toEqual([null, null, 'b']);
    await ok(message.SaveChanges());
    using stored = await again(store, message, 0);
    expect([...(await ok(stored.GetProps([PR_SUBJECT_W, own(PT_LONG), PR_BODY_W])))]).toEqual([null, null, 'b']);
  });

  test('a large value goes, and what was set anew after it stays', async () => {
    using store = await newStore();
    using message = await savedMessage(store, prop(own(PT_UNICODE), 'x'.repeat(40_000)));
    await ok(message.DeleteProps([own(PT_UNICODE)]));
    await ok(message.SetProps([prop(own(PT_UNICODE), 'small')]));
    await ok(message.SaveChanges(KEEP_OPEN_READWRITE));
    expect(await propOf(message, own(PT_UNICODE))).toBe('small');
    await ok(message.DeleteProps([own(PT_UNICODE)]));
    await ok(message.SaveChanges(KEEP_OPEN_READWRITE));
    expect(await ok(message.GetPropList(MAPI_UNICODE))).not.toContain(own(PT_UNICODE));
  });

  test('problems are told of what the store keeps; the rest goes', async () => {
    using store = await newStore();
    using message = await savedMessage(store, prop(own(PT_LONG), 1));
    const problems = await ok(message.DeleteProps([PR_ENTRYID, own(PT_LONG), PR_MESSAGE_SIZE]));
    expect(problems).toEqual([
      { ulIndex: 0, ulPropTag: PR_ENTRYID, scode: MAPI_E_COMPUTED },
      { ulIndex: 2, ulPropTag: PR_MESSAGE_SIZE, scode: MAPI_E_COMPUTED },
    ]);
    expect(await propOf(message, own(PT_LONG))).toBeNull();
  });

  test('PR_MESSAGE_RECIPIENTS and PR_MESSAGE_ATTACHMENTS empty the tables', async () => {
    using store = await newStore();
    using message = await newMessage(store);
    await ok(message.ModifyRecipients(0, [recipient('Ann')]));
    await attach(message, prop(PR_ATTACH_DATA_BIN, Uint8Array.of(1)));
    await ok(message.SaveChanges(KEEP_OPEN_READWRITE));
    expect(await ok(message.DeleteProps([PR_MESSAGE_RECIPIENTS, PR_MESSAGE_ATTACHMENTS]))).toEqual([]);
    await ok(message.SaveChanges(KEEP_OPEN_READWRITE));
    using stored = await again(store, message, 0);
    using recipients = await ok(stored.GetRecipientTable());
    using attachments = await ok(stored.GetAttachmentTable());
    expect([await rowsOf(recipients, [PR_SUBJECT_W]), await rowsOf(attachments, [PR_ATTACH_NUM])]).toEqual([[], []]);
  });

  test('MAPI_E_NO_ACCESS on a read-only message, MAPI_E_INVALID_PARAMETER without tags', async () => {
    using store = await newStore();
    using message = await savedMessage(store, prop(PR_SUBJECT_W, 's'));
    using reader = await again(store, message, 0);
    expect((await reader.DeleteProps([PR_SUBJECT_W]))[0]).toBe(MAPI_E_NO_ACCESS);
    expect((await message.DeleteProps([]))[0]).toBe(MAPI_E_INVALID_PARAMETER);
    expect((await message.DeleteProps(null as never))[0]).toBe(MAPI_E_INVALID_PARAMETER);
  });
});

describe('IMAPIProp::GetLastError of a message', () => {
  test('S_OK: tells of the failure whose code it is asked for, by name of the method', async () => {
    using store = await newStore();
    using message = await savedMessage(store);
    using reader = await again(store, message, 0);
    const [hr] = await reader.SetProps([prop(PR_SUBJECT_W, 's')]);
    const error = await ok(reader.GetLastError(hr, MAPI_UNICODE));
    expect(error.ulVersion).toBe(0);
    expect(error.lpszError).toContain('read-only');
    expect(error.lpszComponent).toContain('SetProps');
  });

  test('has nothing to say of another code, of another object, or before anything failed', async () => {
    using store = await newStore();
    using message = await savedMessage(store);
    using reader = await again(store, message, 0);
    expect((await ok(message.GetLastError(MAPI_E_NO_ACCESS))).lpszError).toBe('');
    await reader.SetProps([prop(PR_SUBJECT_W, 's')]);
    expect((await ok(reader.GetLastError(MAPI_E_NOT_FOUND))).lpszError).toBe('');
    expect((await ok(message.GetLastError(MAPI_E_NO_ACCESS))).lpszError).toBe('');
    expect((await ok(reader.GetLastError(MAPI_E_NO_ACCESS))).lpszError).not.toBe('');
  });
});
