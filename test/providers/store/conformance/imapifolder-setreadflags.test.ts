import { describe, expect, test } from 'vitest';
import { ok, S_OK } from '../../../../src/com/index.js';
import {
  CLEAR_READ_FLAG,
  GENERATE_RECEIPT_ONLY,
  MAPI_DEFERRED_ERRORS,
  MAPI_E_INVALID_ENTRYID,
  MAPI_E_INVALID_OBJECT,
  MAPI_E_INVALID_PARAMETER,
  MAPI_E_NO_ACCESS,
  MAPI_E_UNKNOWN_ENTRYID,
  MAPI_E_UNKNOWN_FLAGS,
  MAPI_E_USER_CANCEL,
  MAPI_W_PARTIAL_COMPLETION,
  MESSAGE_DIALOG,
  MESSAGE_MOVE,
  MSGFLAG_READ,
  PR_CONTENT_UNREAD,
  PR_IPM_OUTBOX_ENTRYID,
  PR_MESSAGE_FLAGS,
  PR_SUBJECT_W,
  prop,
  SUPPRESS_RECEIPT,
} from '../../../../src/mapi/index.js';
import { useLedger } from '../../../support/ledger.js';
import { folderOf, inboxOf, messageOf, newPath, newStore, post, propOf } from '../mailbox/stores.js';
import { contentsOf, hide, idOf, made, Recorder, readOnly, shown, submitted } from './folders.js';

useLedger();

/** Whether each message of a folder is read, by subject. */
const readIn = async (folder: Awaited<ReturnType<typeof inboxOf>>): Promise<Record<string, boolean>> =>
  Object.fromEntries(
    (await contentsOf(folder, [PR_SUBJECT_W, PR_MESSAGE_FLAGS])).map(([subject, flags]) => [
      subject as string,
      ((flags as number) & MSGFLAG_READ) !== 0,
    ]),
  );

describe('IMAPIFolder::SetReadFlags', () => {
  test('no flags: messages that are not read are, the others stay so; the folder counts', async () => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    const [one, two] = [await post(inbox, 'one'), await post(inbox, 'two', prop(PR_MESSAGE_FLAGS, MSGFLAG_READ))];
    await post(inbox, 'three');
    expect(await propOf(inbox, PR_CONTENT_UNREAD)).toBe(2);
    expect(await inbox.SetReadFlags([one, two], 0, null)).toBe(S_OK);
    expect(await readIn(inbox)).toEqual({ one: true, two: true, three: false });
    expect(await propOf(inbox, PR_CONTENT_UNREAD)).toBe(1);
  });

  test('NULL as list: all messages of the folder, and S_OK where there is none', async () => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    expect(await inbox.SetReadFlags(null, 0, null)).toBe(S_OK);
    for (const subject of ['one', 'two']) await post(inbox, subject);
    await hide(inbox, 'hidden');
    expect(await inbox.SetReadFlags(null, 0, null, MAPI_DEFERRED_ERRORS)).toBe(S_OK);
    expect(await readIn(inbox)).toEqual({ one: true, two: true });
    expect(await inbox.SetReadFlags(null, 0, null, CLEAR_READ_FLAG)).toBe(S_OK);
    expect(await readIn(inbox)).toEqual({ one: false, two: false });
    expect(await propOf(inbox, PR_CONTENT_UNREAD)).toBe(2);
  });

  test('SUPPRESS_RECEIPT: messages are read; GENERATE_RECEIPT_ONLY, also with it: they stay as they are', async () => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    const one = await post(inbox, 'one');
    expect(await inbox.SetReadFlags([one], 0, null, GENERATE_RECEIPT_ONLY)).toBe(S_OK);
    expect(await inbox.SetReadFlags([one], 0, null, GENERATE_RECEIPT_ONLY | SUPPRESS_RECEIPT)).toBe(S_OK);
    expect(await readIn(inbox)).toEqual({ one: false });
    expect(await inbox.SetReadFlags([one], 0, null, SUPPRESS_RECEIPT)).toBe(S_OK);
    expect(await readIn(inbox)).toEqual({ one: true });
  });

  test.each([
    SUPPRESS_RECEIPT | CLEAR_READ_FLAG,
    SUPPRESS_RECEIPT | CLEAR_READ_FLAG | GENERATE_RECEIPT_ONLY,
    CLEAR_READ_FLAG | GENERATE_RECEIPT_ONLY,
  ])('MAPI_E_INVALID_PARAMETER: the flags 0x%x exclude each other', async (flags) => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    const one = await post(inbox, 'one', prop(PR_MESSAGE_FLAGS, MSGFLAG_READ));
    expect(await inbox.SetReadFlags([one], 0, null, flags)).toBe(MAPI_E_INVALID_PARAMETER);
    expect(await readIn(inbox)).toEqual({ one: true });
  });

  test('MAPI_W_PARTIAL_COMPLETION: messages that do not exist or have been moved elsewhere', async () => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    using sub = await made(inbox, 'sub');
    const [gone, moved, one] = [await post(inbox, 'gone'), await post(inbox, 'moved'), await post(inbox, 'one')];
    await ok(inbox.DeleteMessages([gone], 0, null));
    await ok(inbox.CopyMessages([moved], null, sub, 0, null, MESSAGE_MOVE));
    expect(await inbox.SetReadFlags([gone, moved, one], 0, null)).toBe(MAPI_W_PARTIAL_COMPLETION);
    expect([await readIn(inbox), await readIn(sub)]).toEqual([{ one: true }, { moved: false }]);
  });

  test('MAPI_W_PARTIAL_COMPLETION: messages that are open with read/write permission; a reader does not matter', async () => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    const [one, two] = [await post(inbox, 'one'), await post(inbox, 'two')];
    using _reader = await messageOf(store, two, 0);
    {
      using _writer = await messageOf(store, one);
      expect(await inbox.SetReadFlags([one, two], 0, null)).toBe(MAPI_W_PARTIAL_COMPLETION);
    }
    expect(await readIn(inbox)).toEqual({ one: false, two: true });
    expect(await inbox.SetReadFlags([one], 0, null)).toBe(S_OK);
  });

  test('MAPI_W_PARTIAL_COMPLETION: messages that are submitted', async () => {
    using store = await newStore();
    using outbox = await folderOf(store, await propOf(store, PR_IPM_OUTBOX_ENTRYID));
    const [waiting, one] = [await submitted(outbox), await post(outbox, 'one')];
    expect(await outbox.SetReadFlags([waiting, one], 0, null)).toBe(MAPI_W_PARTIAL_COMPLETION);
    expect(await readIn(outbox)).toMatchObject({ one: true });
  });

  test('a list with something else than messages of the store is refused before anything is done', async () => {
    using store = await newStore();
    using other = await newStore(newPath());
    using inbox = await inboxOf(store);
    using strange = await inboxOf(other);
    const one = await post(inbox, 'one');
    const mark = (list: unknown) => inbox.SetReadFlags(list as Uint8Array[], 0, null);
    expect(await mark('one')).toBe(MAPI_E_INVALID_PARAMETER);
    expect(await mark([one, new Uint8Array(0)])).toBe(MAPI_E_INVALID_PARAMETER);
    expect(await mark([one, one.subarray(4)])).toBe(MAPI_E_UNKNOWN_ENTRYID);
    expect(await mark([one, one.subarray(0, 16)])).toBe(MAPI_E_INVALID_ENTRYID);
    expect(await mark([one, await post(strange, 'strange')])).toBe(MAPI_E_UNKNOWN_ENTRYID);
    expect(await mark([one, await idOf(inbox)])).toBe(MAPI_E_INVALID_OBJECT);
    expect(await inbox.SetReadFlags([one], 0, null, 0x1000)).toBe(MAPI_E_UNKNOWN_FLAGS);
    expect(await readIn(inbox)).toEqual({ one: false });
  });

  test('MAPI_E_NO_ACCESS: a folder that is open for reading alone', async () => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    using reader = await readOnly(store, inbox);
    expect(await reader.SetReadFlags([await post(inbox, 'one')], 0, null)).toBe(MAPI_E_NO_ACCESS);
  });

  test('MESSAGE_DIALOG: an indicator moves, and MAPI_E_USER_CANCEL ends the call', async () => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    for (const subject of ['one', 'two']) await post(inbox, subject);
    const recorder = new Recorder((calls) => (calls === 2 ? MAPI_E_USER_CANCEL : S_OK));
    using progress = shown(recorder);
    expect(await inbox.SetReadFlags(null, 0, progress, MESSAGE_DIALOG)).toBe(MAPI_E_USER_CANCEL);
    expect(recorder.told.at(-1)).toEqual([500, 1, 2]);
    expect(await readIn(inbox)).toEqual({ one: true, two: false });
  });
});
