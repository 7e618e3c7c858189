import { describe, expect, test } from 'vitest';
import { type AnyIid, com, type FinalRelease, type Impl, ok, S_OK } from '../../../../src/com/index.js';
import {
  FOLDER_SEARCH,
  IMAPIContainer,
  IMAPIFolder,
  IMAPIProp,
  IMessage,
  MAPI_ASSOCIATED,
  MAPI_DECLINE_OK,
  MAPI_E_INTERFACE_NOT_SUPPORTED,
  MAPI_E_INVALID_ENTRYID,
  MAPI_E_INVALID_OBJECT,
  MAPI_E_INVALID_PARAMETER,
  MAPI_E_INVALID_TYPE,
  MAPI_E_NO_ACCESS,
  MAPI_E_NO_SUPPORT,
  MAPI_E_OBJECT_CHANGED,
  MAPI_E_UNKNOWN_ENTRYID,
  MAPI_E_UNKNOWN_FLAGS,
  MAPI_E_USER_CANCEL,
  MAPI_W_PARTIAL_COMPLETION,
  MESSAGE_DIALOG,
  MESSAGE_MOVE,
  MSGFLAG_READ,
  MSGFLAG_SUBMIT,
  MSGSTATUS_TAGGED,
  PR_BODY_W,
  PR_COMMENT_W,
  PR_CONTENT_COUNT,
  PR_DISPLAY_TO_W,
  PR_ENTRYID,
  PR_HASATTACH,
  PR_IPM_OUTBOX_ENTRYID,
  PR_MESSAGE_CLASS_W,
  PR_MESSAGE_DELIVERY_TIME,
  PR_MESSAGE_FLAGS,
  PR_MSG_STATUS,
  PR_SEARCH_KEY,
  PR_SUBJECT_W,
  type PropTag,
  prop,
} from '../../../../src/mapi/index.js';
import { useLedger } from '../../../support/ledger.js';
import { folderOf, inboxOf, messageOf, newPath, newStore, post, propOf, recipient } from '../mailbox/stores.js';
import { contentsOf, foreign, hide, idOf, made, Recorder, readOnly, shown, subjectsOf, submitted } from './folders.js';
import { attach, drain } from './messages.js';

useLedger();

describe('IMAPIFolder::CopyMessages within a store', () => {
  test('S_OK: the messages are copied, with another entry identifier and all they have', async () => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    using target = await made(inbox, 'target');
    const one = await post(inbox, 'one', prop(PR_BODY_W, 'b'.repeat(60_000)));
    {
      using message = await messageOf(store, one);
      await ok(message.ModifyRecipients(0, [recipient('Ann')]));
      await attach(message);
      await ok(message.SaveChanges());
    }
    expect(await inbox.CopyMessages([one, await post(inbox, 'two')], null, target, 0, null)).toBe(S_OK);
    expect(await subjectsOf(inbox)).toEqual(['one', 'two']);
    const columns: PropTag[] = [PR_SUBJECT_W, PR_DISPLAY_TO_W, PR_HASATTACH];
    expect(await contentsOf(target, columns)).toEqual([
      ['one', 'Ann', true],
      ['two', '', false],
    ]);
    const [[copy]] = (await contentsOf(target, [PR_ENTRYID])) as [[Uint8Array]];
    expect(copy).not.toEqual(one);
    using original = await messageOf(store, one, 0);
    using other = await messageOf(store, copy, 0);
    expect(await propOf(other, PR_SEARCH_KEY)).toEqual(await propOf(original, PR_SEARCH_KEY));
  });

  test('MESSAGE_MOVE: the messages are moved, and keep their entry identifiers', async () => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    using target = await made(inbox, 'target');
    const one = await post(inbox, 'one');
    expect(await inbox.CopyMessages([one], null, target, 0, null, MESSAGE_MOVE)).toBe(S_OK);
    expect(await subjectsOf(inbox)).toEqual([]);
    expect(await contentsOf(target, [PR_ENTRYID])).toEqual([[one]]);
    expect([await propOf(inbox, PR_CONTENT_COUNT), await propOf(target, PR_CONTENT_COUNT)]).toEqual([0, 1]);
  });

  test('a message that is moved to where it is stays as it is', async () => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    const one = await post(inbox, 'one');
    await ok(inbox.SetMessageStatus(one, MSGSTATUS_TAGGED, MSGSTATUS_TAGGED));
    expect(await inbox.CopyMessages([one], null, inbox, 0, null, MESSAGE_MOVE)).toBe(S_OK);
    expect(await contentsOf(inbox, [PR_ENTRYID, PR_MSG_STATUS])).toEqual([[one, MSGSTATUS_TAGGED]]);
    expect(await inbox.CopyMessages([one], null, inbox, 0, null)).toBe(S_OK);
    expect(await subjectsOf(inbox)).toEqual(['one', 'one']);
  });

  test('the status does not come along', async () => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    using target = await made(inbox, 'target');
    const one = await post(inbox, 'one');
    await ok(inbox.SetMessageStatus(one, MSGSTATUS_TAGGED, MSGSTATUS_TAGGED));
    await ok(inbox.CopyMessages([one], null, target, 0, null));
    await ok(inbox.CopyMessages([one], null, target, 0, null, MESSAGE_MOVE));
    expect(await contentsOf(target, [PR_MSG_STATUS])).toEqual([[0], [0]]);
  });

  test('hidden messages stay hidden', async () => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    using target = await made(inbox, 'target');
    expect(await inbox.CopyMessages([await hide(inbox, 'view')], null, target, 0, null)).toBe(S_OK);
    expect(await subjectsOf(target)).toEqual([]);
    expect(await subjectsOf(target, MAPI_ASSOCIATED)).toEqual(['view']);
  });

  test('messages that are open for writing can be moved and copied; whoever has one open learns it when saving', async () => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    using target = await made(inbox, 'target');
    const one = await post(inbox, 'one');
    using open = await messageOf(store, one);
    await ok(open.SetProps([prop(PR_SUBJECT_W, 'changed')]));
    expect(await inbox.CopyMessages([one], null, target, 0, null)).toBe(S_OK);
    expect(await inbox.CopyMessages([one], null, target, 0, null, MESSAGE_MOVE)).toBe(S_OK);
    expect(await subjectsOf(target)).toEqual(['one', 'one']);
    expect(await open.SaveChanges()).toBe(MAPI_E_OBJECT_CHANGED);
  });

  test('MAPI_W_PARTIAL_COMPLETION: messages that are gone or lie elsewhere stay out, the others are copied', async () => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    using target = await made(inbox, 'target');
    const [gone, one] = [await post(inbox, 'gone'), await post(inbox, 'one')];
    await ok(inbox.DeleteMessages([gone], 0, null));
    const elsewhere = await post(target, 'elsewhere');
    expect(await inbox.CopyMessages([gone, elsewhere, one], null, target, 0, null)).toBe(MAPI_W_PARTIAL_COMPLETION);
    expect(await subjectsOf(target)).toEqual(['elsewhere', 'one']);
  });

  test('a message that waits to be sent is copied but not moved, and its copy does not wait', async () => {
    using store = await newStore();
    using outbox = await folderOf(store, await propOf(store, PR_IPM_OUTBOX_ENTRYID));
    using target = await made(outbox, 'target');
    const id = await submitted(outbox);
    expect(await outbox.CopyMessages([id], null, target, 0, null)).toBe(S_OK);
    const [[flags]] = (await contentsOf(target, [PR_MESSAGE_FLAGS])) as [[number]];
    expect(flags & MSGFLAG_SUBMIT).toBe(0);
    expect(await outbox.CopyMessages([id], null, target, 0, null, MESSAGE_MOVE)).toBe(MAPI_W_PARTIAL_COMPLETION);
    expect(await propOf(outbox, PR_CONTENT_COUNT)).toBe(1);
  });

  test('many messages are copied in one call', async () => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    using target = await made(inbox, 'target');
    const ids: Uint8Array[] = [];
    for (let n = 0; n < 130; n++) ids.push(await post(inbox, `${n}`));
    expect(await inbox.CopyMessages(ids, null, target, 0, null)).toBe(S_OK);
    expect(await propOf(target, PR_CONTENT_COUNT)).toBe(130);
  });
});

describe('IMAPIFolder::CopyMessages into another store', () => {
  test.each([
    ['of comail', itself],
    ['of another provider', foreign],
  ])('copies through the interfaces of a folder %s', async (_, as) => {
    using store = await newStore();
    using other = await newStore(newPath());
    using inbox = await inboxOf(store);
    using there = await inboxOf(other);
    using target = as(there);
    const set = [prop(PR_MESSAGE_FLAGS, MSGFLAG_READ), prop(PR_MESSAGE_CLASS_W, 'IPM.Note.x')];
    const time = prop(PR_MESSAGE_DELIVERY_TIME, 132_000_000_000_000_000n);
    const one = await post(inbox, 'one', ...set, time, prop(PR_BODY_W, 'b'.repeat(60_000)));
    {
      using message = await messageOf(store, one);
      await ok(message.ModifyRecipients(0, [recipient('Ann')]));
      await attach(message);
      await ok(message.SaveChanges());
    }
    expect(await inbox.CopyMessages([one], null, target, 0, null)).toBe(S_OK);
    const columns: PropTag[] = [
      PR_SUBJECT_W,
      PR_MESSAGE_CLASS_W,
      PR_DISPLAY_TO_W,
      PR_HASATTACH,
      PR_MESSAGE_DELIVERY_TIME,
      PR_SEARCH_KEY,
    ];
    expect(await contentsOf(there, columns)).toEqual(await contentsOf(inbox, columns));
    const [[id, flags]] = (await contentsOf(there, [PR_ENTRYID, PR_MESSAGE_FLAGS])) as [[Uint8Array, number]];
    expect(flags & MSGFLAG_READ).toBe(MSGFLAG_READ);
    using copy = await messageOf(other, id, 0);
    expect((await drain(copy, PR_BODY_W)).length).toBe(120_000);
    expect(await inbox.CopyMessages([one], null, target, 0, null, MESSAGE_MOVE)).toBe(S_OK);
    expect(await subjectsOf(inbox)).toEqual([]);
    expect(await subjectsOf(there)).toEqual(['one', 'one']);
  });

  test('hidden messages stay hidden there', async () => {
    using store = await newStore();
    using other = await newStore(newPath());
    using inbox = await inboxOf(store);
    using there = await inboxOf(other);
    expect(await inbox.CopyMessages([await hide(inbox, 'view')], null, there, 0, null, MESSAGE_MOVE)).toBe(S_OK);
    expect(await subjectsOf(there, MAPI_ASSOCIATED)).toEqual(['view']);
    expect(await subjectsOf(inbox, MAPI_ASSOCIATED)).toEqual([]);
  });

  test('MAPI_W_PARTIAL_COMPLETION: what is open for writing is copied but cannot leave', async () => {
    using store = await newStore();
    using other = await newStore(newPath());
    using inbox = await inboxOf(store);
    using there = await inboxOf(other);
    const [one, two] = [await post(inbox, 'one'), await post(inbox, 'two')];
    using _open = await messageOf(store, one);
    expect(await inbox.CopyMessages([one, two], null, there, 0, null, MESSAGE_MOVE)).toBe(MAPI_W_PARTIAL_COMPLETION);
    expect(await subjectsOf(there)).toEqual(['one', 'two']);
    expect(await subjectsOf(inbox)).toEqual(['one']);
  });
});

/** A folder of another provider whose messages take no remarks. */
function forgetful(folder: IMAPIFolder): IMAPIFolder {
  const CreateMessage = async () => {
    const inner = await ok(folder.CreateMessage(IMessage));
    const message: Partial<Impl<IMessage>> & FinalRelease = {
      GetPropList: (flags) => ok(inner.GetPropList(flags)),
      GetRecipientTable: (flags) => ok(inner.GetRecipientTable(flags)),
      GetAttachmentTable: (flags) => ok(inner.GetAttachmentTable(flags)),
      ModifyRecipients: async (flags, entries) => void (await ok(inner.ModifyRecipients(flags, entries))),
      SaveChanges: async (flags) => void (await ok(inner.SaveChanges(flags))),
      SetProps: async (props) => {
        await ok(inner.SetProps(props.filter(([tag]) => tag !== PR_COMMENT_W)));
        const at = props.findIndex(([tag]) => tag === PR_COMMENT_W);
        return at < 0 ? [] : [{ ulIndex: at, ulPropTag: PR_COMMENT_W, scode: MAPI_E_INVALID_TYPE }];
      },
      finalRelease: () => void inner.Release(),
    };
    return com(message as Impl<IMessage>, IMessage) as never;
  };
  return com({ CreateMessage } as Partial<Impl<IMAPIFolder>> as Impl<IMAPIFolder>, IMAPIFolder);
}

test('MAPI_W_PARTIAL_COMPLETION: a message of which a target does not take everything does not leave for it', async () => {
  using store = await newStore();
  using inbox = await inboxOf(store);
  using other = await newStore();
  using there = await inboxOf(other);
  using target = forgetful(there);
  const list = [await post(inbox, 'with', prop(PR_COMMENT_W, 'a remark')), await post(inbox, 'without')];
  expect(await inbox.CopyMessages(list, null, target, 0, null, MESSAGE_MOVE)).toBe(MAPI_W_PARTIAL_COMPLETION);
  expect([await subjectsOf(inbox), await subjectsOf(there)]).toEqual([['with'], ['with', 'without']]);
});

describe('IMAPIFolder::CopyMessages is told', () => {
  test('where to by any interface of the target', async () => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    using target = await made(inbox, 'target');
    const one = await post(inbox, 'one');
    for (const iid of [null, IMAPIFolder, IMAPIContainer, IMAPIProp] as (AnyIid | null)[])
      expect(await inbox.CopyMessages([one], iid, target, 0, null)).toBe(S_OK);
    expect(await propOf(target, PR_CONTENT_COUNT)).toBe(4);
    expect(await inbox.CopyMessages([one], IMessage, target as never, 0, null)).toBe(MAPI_E_INTERFACE_NOT_SUPPORTED);
  });

  test('MAPI_DECLINE_OK, which changes nothing here: no support object does the work', async () => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    using target = await made(inbox, 'target');
    expect(await inbox.CopyMessages([await post(inbox, 'a')], null, target, 0, null, MAPI_DECLINE_OK)).toBe(S_OK);
    expect(await inbox.CopyMessages([], null, target, 0, null, 0x4000)).toBe(MAPI_E_UNKNOWN_FLAGS);
  });

  test('MAPI_E_INVALID_PARAMETER and its like: what is no list of messages, before anything is done', async () => {
    using store = await newStore();
    using other = await newStore(newPath());
    using inbox = await inboxOf(store);
    using target = await made(inbox, 'target');
    using strange = await inboxOf(other);
    const one = await post(inbox, 'one');
    const copy = (list: unknown) => inbox.CopyMessages(list as Uint8Array[], null, target, 0, null);
    expect(await copy(null)).toBe(MAPI_E_INVALID_PARAMETER);
    expect(await copy([one, new Uint8Array(0)])).toBe(MAPI_E_INVALID_PARAMETER);
    expect(await copy([one, one.subarray(0, 12)])).toBe(MAPI_E_INVALID_ENTRYID);
    expect(await copy([one, await post(strange, 'strange')])).toBe(MAPI_E_UNKNOWN_ENTRYID);
    expect(await copy([one, await idOf(target)])).toBe(MAPI_E_INVALID_OBJECT);
    expect(await copy([])).toBe(S_OK);
    expect(await subjectsOf(target)).toEqual([]);
  });

  test('MAPI_E_INVALID_PARAMETER, MAPI_E_INVALID_OBJECT, MAPI_E_INTERFACE_NOT_SUPPORTED: what is no folder', async () => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    const one = await post(inbox, 'one');
    using message = await messageOf(store, one, 0);
    const copy = (target: unknown) => inbox.CopyMessages([one], null, target as IMAPIFolder, 0, null);
    expect(await copy(null)).toBe(MAPI_E_INVALID_PARAMETER);
    expect(await copy({})).toBe(MAPI_E_INVALID_PARAMETER);
    expect(await copy(message)).toBe(MAPI_E_INTERFACE_NOT_SUPPORTED);
    const released = await made(inbox, 'released');
    released.Release();
    expect(await copy(released)).toBe(MAPI_E_INVALID_OBJECT);
  });

  test('MAPI_E_NO_ACCESS: a target that is read-only, and a move out of a folder that is', async () => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    using target = await made(inbox, 'target');
    const one = await post(inbox, 'one');
    using source = await readOnly(store, inbox);
    using closed = await readOnly(store, target);
    expect(await inbox.CopyMessages([one], null, closed, 0, null)).toBe(MAPI_E_NO_ACCESS);
    expect(await source.CopyMessages([one], null, target, 0, null, MESSAGE_MOVE)).toBe(MAPI_E_NO_ACCESS);
    expect(await source.CopyMessages([one], null, target, 0, null)).toBe(S_OK);
  });

  test('MAPI_E_NO_SUPPORT: a search folder', async () => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    using search = await ok(inbox.CreateFolder(FOLDER_SEARCH, 'search', null, null));
    expect(await inbox.CopyMessages([await post(inbox, 'a')], null, search, 0, null)).toBe(MAPI_E_NO_SUPPORT);
  });

  test('of an indicator, which it moves from the lower limit to the upper one', async () => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    using target = await made(inbox, 'target');
    const ids = [await post(inbox, 'a'), await post(inbox, 'b'), await post(inbox, 'c')];
    const recorder = new Recorder();
    using progress = shown(recorder);
    await ok(inbox.CopyMessages(ids, null, target, 0, progress));
    expect(recorder.told).toEqual([]);
    await ok(inbox.CopyMessages(ids, null, target, 0, progress, MESSAGE_DIALOG));
    expect(recorder.told).toEqual([
      [1, 0, 3],
      [334, 1, 3],
      [667, 2, 3],
      [1000, 3, 3],
    ]);
  });

  test('of an indicator for a part of something larger, which is not told of counts', async () => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    using target = await made(inbox, 'target');
    const recorder = new Recorder(undefined, 0);
    using progress = shown(recorder);
    await ok(inbox.CopyMessages([await post(inbox, 'a')], null, target, 0, progress, MESSAGE_DIALOG));
    expect(recorder.told).toEqual([
      [1, 0, 0],
      [1000, 0, 0],
    ]);
  });

  test('MAPI_E_USER_CANCEL: by an indicator, and does no more', async () => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    using target = await made(inbox, 'target');
    const ids = [await post(inbox, 'a'), await post(inbox, 'b'), await post(inbox, 'c')];
    using progress = shown(new Recorder((calls) => (calls === 3 ? MAPI_E_USER_CANCEL : S_OK)));
    const move = MESSAGE_DIALOG | MESSAGE_MOVE;
    expect(await inbox.CopyMessages(ids, null, target, 0, progress, move)).toBe(MAPI_E_USER_CANCEL);
    expect(await subjectsOf(target)).toEqual(['a', 'b']);
    expect(await subjectsOf(inbox)).toEqual(['c']);
  });
});

function itself(folder: IMAPIFolder): IMAPIFolder {
  folder.AddRef();
  return folder;
}
