import { describe, expect, test } from 'vitest';
import { ok, S_OK } from '../../../../src/com/index.js';
import {
  DELETE_HARD_DELETE,
  IMessage,
  KEEP_OPEN_READONLY,
  MAPI_BEST_ACCESS,
  MAPI_E_INVALID_ENTRYID,
  MAPI_E_INVALID_OBJECT,
  MAPI_E_INVALID_PARAMETER,
  MAPI_E_NO_ACCESS,
  MAPI_E_NOT_FOUND,
  MAPI_E_UNKNOWN_ENTRYID,
  MAPI_E_UNKNOWN_FLAGS,
  MAPI_E_USER_CANCEL,
  MAPI_W_PARTIAL_COMPLETION,
  MESSAGE_DIALOG,
  MESSAGE_MOVE,
  PR_CONTENT_COUNT,
  PR_CONTENT_UNREAD,
  PR_IPM_OUTBOX_ENTRYID,
  PR_SUBJECT_W,
  prop,
} from '../../../../src/mapi/index.js';
import { useLedger } from '../../../support/ledger.js';
import { folderOf, inboxOf, messageOf, newPath, newStore, post, propOf } from '../mailbox/stores.js';
import { hide, idOf, made, Recorder, readOnly, shown, subjectsOf, submitted } from './folders.js';

useLedger();

describe('IMAPIFolder::DeleteMessages', () => {
  test('S_OK: the messages are gone', async () => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    const [one, two, three] = [await post(inbox, 'one'), await post(inbox, 'two'), await post(inbox, 'three')];
    expect(await inbox.DeleteMessages([one, three], 0, null)).toBe(S_OK);
    expect(await subjectsOf(inbox)).toEqual(['two']);
    expect((await store.OpenEntry(one, IMessage))[0]).toBe(MAPI_E_NOT_FOUND);
    expect([await propOf(inbox, PR_CONTENT_COUNT), await propOf(inbox, PR_CONTENT_UNREAD)]).toEqual([1, 1]);
    expect(await inbox.DeleteMessages([two], 0, null, DELETE_HARD_DELETE)).toBe(S_OK);
    expect(await inbox.DeleteMessages([await hide(inbox, 'hidden')], 0, null)).toBe(S_OK);
  });

  test('MAPI_W_PARTIAL_COMPLETION: messages that do not exist', async () => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    const [one, two] = [await post(inbox, 'one'), await post(inbox, 'two')];
    await ok(inbox.DeleteMessages([one], 0, null));
    expect(await inbox.DeleteMessages([one, two], 0, null)).toBe(MAPI_W_PARTIAL_COMPLETION);
    expect(await subjectsOf(inbox)).toEqual([]);
  });

  test('MAPI_W_PARTIAL_COMPLETION: messages that have been moved elsewhere', async () => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    using sub = await made(inbox, 'sub');
    const [one, two] = [await post(inbox, 'one'), await post(inbox, 'two')];
    await ok(inbox.CopyMessages([one], null, sub, 0, null, MESSAGE_MOVE));
    expect(await inbox.DeleteMessages([one, two], 0, null)).toBe(MAPI_W_PARTIAL_COMPLETION);
    expect([await subjectsOf(inbox), await subjectsOf(sub)]).toEqual([[], ['one']]);
  });

  test('MAPI_W_PARTIAL_COMPLETION: messages that are open with read/write permission, by whichever session', async () => {
    const path = newPath();
    using store = await newStore(path);
    using other = await newStore(path);
    using inbox = await inboxOf(store);
    const [one, two] = [await post(inbox, 'one'), await post(inbox, 'two')];
    {
      using open = await messageOf(other, one);
      expect(await inbox.DeleteMessages([one, two], 0, null)).toBe(MAPI_W_PARTIAL_COMPLETION);
      expect(await subjectsOf(inbox)).toEqual(['one']);
      await ok(open.SetProps([prop(PR_SUBJECT_W, 'still there')]));
      expect(await open.SaveChanges()).toBe(S_OK);
      // Saved without a word about the future, it is open for reading alone.
      expect(await inbox.DeleteMessages([one], 0, null)).toBe(S_OK);
    }
  });

  test('messages that are open with read-only permission are deleted', async () => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    const [one, two] = [await post(inbox, 'one'), await post(inbox, 'two')];
    using _reader = await messageOf(store, one, 0);
    expect(await inbox.DeleteMessages([one], 0, null)).toBe(S_OK);
    using writer = await messageOf(store, two, MAPI_BEST_ACCESS);
    await ok(writer.SaveChanges(KEEP_OPEN_READONLY));
    expect(await inbox.DeleteMessages([two], 0, null)).toBe(S_OK);
  });

  test('MAPI_W_PARTIAL_COMPLETION: messages that are submitted', async () => {
    using store = await newStore();
    using outbox = await folderOf(store, await propOf(store, PR_IPM_OUTBOX_ENTRYID));
    const [waiting, other] = [await submitted(outbox), await post(outbox, 'draft')];
    expect(await outbox.DeleteMessages([waiting, other], 0, null)).toBe(MAPI_W_PARTIAL_COMPLETION);
    expect(await propOf(outbox, PR_CONTENT_COUNT)).toBe(1);
    await ok(store.AbortSubmit(waiting));
    expect(await outbox.DeleteMessages([waiting], 0, null)).toBe(S_OK);
  });

  test('a list with something else than messages of the store is refused before anything is done', async () => {
    using store = await newStore();
    using other = await newStore(newPath());
    using inbox = await inboxOf(store);
    using strange = await inboxOf(other);
    const one = await post(inbox, 'one');
    const remove = (list: unknown) => inbox.DeleteMessages(list as Uint8Array[], 0, null);
    expect(await remove(undefined)).toBe(MAPI_E_INVALID_PARAMETER);
    expect(await remove([one, null])).toBe(MAPI_E_INVALID_PARAMETER);
    expect(await remove([one, Uint8Array.of(1, 2, 3)])).toBe(MAPI_E_INVALID_ENTRYID);
    expect(await remove([one, await idOf(inbox)])).toBe(MAPI_E_INVALID_OBJECT);
    expect(await remove([one, await post(strange, 'strange')])).toBe(MAPI_E_UNKNOWN_ENTRYID);
    expect(await inbox.DeleteMessages([one], 0, null, 0x8000)).toBe(MAPI_E_UNKNOWN_FLAGS);
    expect(await subjectsOf(inbox)).toEqual(['one']);
  });

  test('MAPI_E_NO_ACCESS: a folder that is open for reading alone', async () => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    using reader = await readOnly(store, inbox);
    expect(await reader.DeleteMessages([await post(inbox, 'one')], 0, null)).toBe(MAPI_E_NO_ACCESS);
  });

  test('MESSAGE_DIALOG: an indicator moves, and MAPI_E_USER_CANCEL ends the call', async () => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    const ids = [await post(inbox, 'a'), await post(inbox, 'b')];
    const recorder = new Recorder((calls) => (calls === 2 ? MAPI_E_USER_CANCEL : S_OK));
    using progress = shown(recorder);
    expect(await inbox.DeleteMessages(ids, 0, progress, MESSAGE_DIALOG)).toBe(MAPI_E_USER_CANCEL);
    expect(recorder.told).toEqual([
      [1, 0, 2],
      [500, 1, 2],
    ]);
    expect(await subjectsOf(inbox)).toEqual(['b']);
  });
});
