import { describe, expect, test } from 'vitest';
import { ok, S_OK } from '../../../../src/com/index.js';
import {
  FOLDER_SEARCH,
  MAPI_E_INVALID_ENTRYID,
  MAPI_E_INVALID_OBJECT,
  MAPI_E_INVALID_PARAMETER,
  MAPI_E_NO_ACCESS,
  MAPI_E_NOT_FOUND,
  MAPI_E_UNKNOWN_ENTRYID,
  MAPI_E_UNKNOWN_FLAGS,
  MESSAGE_MOVE,
  MSGSTATUS_DELMARKED,
  MSGSTATUS_HIDDEN,
  MSGSTATUS_HIGHLIGHTED,
  MSGSTATUS_REMOTE_DELETE,
  MSGSTATUS_REMOTE_DOWNLOAD,
  MSGSTATUS_TAGGED,
  PR_MSG_STATUS,
  PR_SUBJECT_W,
  prop,
} from '../../../../src/mapi/index.js';
import { useLedger } from '../../../support/ledger.js';
import { inboxOf, messageOf, newPath, newStore, post } from '../mailbox/stores.js';
import { contentsOf, idOf, made, readOnly } from './folders.js';

useLedger();

describe('IMAPIFolder::SetMessageStatus and GetMessageStatus', () => {
  test('S_OK: the bits in the mask are set to those of the new status; the old status comes back', async () => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    const one = await post(inbox, 'one');
    expect(await ok(inbox.GetMessageStatus(one))).toBe(0);
    const first = MSGSTATUS_TAGGED | MSGSTATUS_HIGHLIGHTED;
    expect(await inbox.SetMessageStatus(one, first | MSGSTATUS_HIDDEN, first)).toEqual([S_OK, 0]);
    expect(await inbox.GetMessageStatus(one)).toEqual([S_OK, first]);
    expect(await ok(inbox.SetMessageStatus(one, MSGSTATUS_DELMARKED, MSGSTATUS_DELMARKED | MSGSTATUS_TAGGED))).toBe(
      first,
    );
    expect(await ok(inbox.GetMessageStatus(one))).toBe(MSGSTATUS_HIGHLIGHTED | MSGSTATUS_DELMARKED);
  });

  test.each([
    MSGSTATUS_HIGHLIGHTED,
    MSGSTATUS_TAGGED,
    MSGSTATUS_HIDDEN,
    MSGSTATUS_DELMARKED,
    MSGSTATUS_REMOTE_DOWNLOAD,
    MSGSTATUS_REMOTE_DELETE,
    0x0001_0000,
    0x8000_0000,
  ])('bit 0x%x is kept, and shows in PR_MSG_STATUS of the contents table', async (bit) => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    const one = await post(inbox, 'one');
    await ok(inbox.SetMessageStatus(one, bit, bit));
    expect(await ok(inbox.GetMessageStatus(one))).toBe(bit);
    const [[shown]] = (await contentsOf(inbox, [PR_MSG_STATUS])) as [[number]];
    expect(shown >>> 0).toBe(bit);
  });

  test('a bit serves as a lock: of two callers one sees it unset, and whoever has it can save the message', async () => {
    const path = newPath();
    using store = await newStore(path);
    using other = await newStore(path);
    using inbox = await inboxOf(store);
    using same = await inboxOf(other);
    const one = await post(inbox, 'one');
    using message = await messageOf(store, one);
    const lock = 0x0002_0000;
    const seen = await Promise.all([inbox, same].map((folder) => ok(folder.SetMessageStatus(one, lock, lock))));
    expect(seen.filter((status) => (status & lock) === 0)).toHaveLength(1);
    await ok(message.SetProps([prop(PR_SUBJECT_W, 'changed')]));
    expect(await message.SaveChanges()).toBe(S_OK);
    expect(await ok(inbox.GetMessageStatus(one))).toBe(lock);
  });

  test('a search folder shows the status, too, and sets it', async () => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    const one = await post(inbox, 'one');
    using search = await ok(inbox.CreateFolder(FOLDER_SEARCH, 'all', null, null));
    await ok(search.SetSearchCriteria({ rt: 'and', lpRes: [] }, [await idOf(inbox)]));
    expect(await ok(search.SetMessageStatus(one, MSGSTATUS_TAGGED, MSGSTATUS_TAGGED))).toBe(0);
    expect(await ok(search.GetMessageStatus(one))).toBe(MSGSTATUS_TAGGED);
  });

  test('MAPI_E_NOT_FOUND: the message is gone, or lies in another folder', async () => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    using sub = await made(inbox, 'sub');
    const [gone, moved] = [await post(inbox, 'gone'), await post(inbox, 'moved')];
    await ok(inbox.DeleteMessages([gone], 0, null));
    await ok(inbox.CopyMessages([moved], null, sub, 0, null, MESSAGE_MOVE));
    for (const id of [gone, moved]) {
      expect(await inbox.GetMessageStatus(id)).toEqual([MAPI_E_NOT_FOUND, null]);
      expect(await inbox.SetMessageStatus(id, 1, 1)).toEqual([MAPI_E_NOT_FOUND, null]);
    }
    expect(await ok(sub.GetMessageStatus(moved))).toBe(0);
  });

  test('refuse identifiers of what is no message, flags and what is no number', async () => {
    using store = await newStore();
    using other = await newStore(newPath());
    using inbox = await inboxOf(store);
    using strange = await inboxOf(other);
    const one = await post(inbox, 'one');
    const get = async (id: unknown, flags = 0) => (await inbox.GetMessageStatus(id as Uint8Array, flags))[0];
    const set = async (id: unknown, status = 1, mask = 1) =>
      (await inbox.SetMessageStatus(id as Uint8Array, status, mask))[0];
    for (const call of [get, set]) {
      expect(await call(null)).toBe(MAPI_E_INVALID_PARAMETER);
      expect(await call(new Uint8Array(5))).toBe(MAPI_E_INVALID_ENTRYID);
      expect(await call(await idOf(inbox))).toBe(MAPI_E_INVALID_OBJECT);
      expect(await call(await post(strange, 'strange'))).toBe(MAPI_E_UNKNOWN_ENTRYID);
    }
    expect(await get(one, 1)).toBe(MAPI_E_UNKNOWN_FLAGS);
    expect(await set(one, 1.5)).toBe(MAPI_E_INVALID_PARAMETER);
    expect(await set(one, 1, Number.NaN)).toBe(MAPI_E_INVALID_PARAMETER);
  });

  test('MAPI_E_NO_ACCESS: a read-only folder tells a status and sets none', async () => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    using reader = await readOnly(store, inbox);
    const one = await post(inbox, 'one');
    expect((await reader.SetMessageStatus(one, 1, 1))[0]).toBe(MAPI_E_NO_ACCESS);
    expect(await ok(reader.GetMessageStatus(one))).toBe(0);
  });
});
