import { describe, expect, test } from 'vitest';
import { com, type HResult, ledgerTotals, describe as nameOf, ok, S_OK } from '../../../../src/com/index.js';
import {
  eq,
  fnevExtended,
  fnevNewMail,
  fnevObjectCreated,
  fnevObjectModified,
  fnevTableModified,
  IMAPIAdviseSink,
  IMAPIFolder,
  IMAPITable,
  IMessage,
  LOGOFF_ABORT,
  LOGOFF_NO_WAIT,
  LOGOFF_ORDERLY,
  LOGOFF_OUTBOUND,
  LOGOFF_OUTBOUND_QUEUE,
  LOGOFF_PURGE,
  LOGOFF_QUIET,
  MAPI_BEST_ACCESS,
  MAPI_DEFERRED_ERRORS,
  MAPI_E_INTERFACE_NOT_SUPPORTED,
  MAPI_E_INVALID_ENTRYID,
  MAPI_E_INVALID_OBJECT,
  MAPI_E_INVALID_PARAMETER,
  MAPI_E_NO_ACCESS,
  MAPI_E_NO_SUPPORT,
  MAPI_E_NOT_FOUND,
  MAPI_E_NOT_IN_QUEUE,
  MAPI_E_SUBMITTED,
  MAPI_E_UNABLE_TO_ABORT,
  MAPI_E_UNKNOWN_ENTRYID,
  MAPI_E_UNKNOWN_FLAGS,
  MAPI_FOLDER,
  MAPI_MESSAGE,
  MAPI_MODIFY,
  MAPI_NO_CACHE,
  MAPI_UNICODE,
  MSG_LOCKED,
  MSG_UNLOCKED,
  type NOTIFICATION,
  PR_ACCESS_LEVEL,
  PR_CLIENT_SUBMIT_TIME,
  PR_DELETE_AFTER_SUBMIT,
  PR_DISPLAY_BCC_W,
  PR_DISPLAY_CC_W,
  PR_DISPLAY_NAME_W,
  PR_DISPLAY_TO_W,
  PR_ENTRYID,
  PR_IPM_OUTBOX_ENTRYID,
  PR_IPM_SENTMAIL_ENTRYID,
  PR_MESSAGE_CLASS_W,
  PR_MESSAGE_FLAGS,
  PR_MESSAGE_SIZE,
  PR_PARENT_ENTRYID,
  PR_PRIORITY,
  PR_RECORD_KEY,
  PR_SENDER_NAME_W,
  PR_SENTMAIL_ENTRYID,
  PR_SUBJECT_W,
  PR_SUBMIT_FLAGS,
  type PropValue,
  prop,
  type IMsgStore as Store,
  SUBMITFLAG_LOCKED,
  type TABLE_NOTIFICATION,
  TABLE_ROW_ADDED,
  TABLE_ROW_DELETED,
} from '../../../../src/mapi/index.js';
import { openStore } from '../../../../src/providers/store/index.js';
import { useLedger } from '../../../support/ledger.js';
import { folderOf, inboxOf, messageOf, newPath, newStore, post, propOf, recipient, rowsOf } from '../mailbox/stores.js';
import { Ear, turns } from './sinks.js';

useLedger();

const S = (hr: HResult) => nameOf(hr);
const idOf = async (object: Parameters<typeof propOf>[0]) => (await propOf(object, PR_ENTRYID)) as Uint8Array;

async function submitted(store: Store, subject: string, ...props: readonly PropValue[]): Promise<Uint8Array> {
  using outbox = await folderOf(store, await propOf(store, PR_IPM_OUTBOX_ENTRYID));
  const entryId = await post(outbox, subject, ...props);
  using message = await messageOf(store, entryId);
  await ok(message.ModifyRecipients(0, [recipient('Ann'), recipient('Bob', 2), recipient('Carl', 3)]));
  await ok(message.SubmitMessage());
  return entryId;
}

describe('IMsgStore::Advise', () => {
  test('answers a number that is not 0, another one each time', async () => {
    using store = await newStore();
    const ear = new Ear();
    const connections = [await ear.on(store, null, fnevNewMail), await ear.on(store, null, fnevNewMail)];
    expect(connections.every((each) => each > 0)).toBe(true);
    expect(new Set(connections).size).toBe(2);
    for (const connection of connections) await ok(store.Unadvise(connection));
  });

  test('keeps a reference of its own, so that the caller may release the sink', async () => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    const before = ledgerTotals().objects;
    const ear = new Ear();
    const connection = await ear.on(store, null, fnevObjectCreated);
    expect(ledgerTotals().objects).toBe(before + 1);
    await post(inbox, 'one');
    await turns();
    expect(ear.events).toHaveLength(1);
    await ok(store.Unadvise(connection));
    expect(ledgerTotals().objects).toBe(before);
  });

  test('tells only of the events of the mask', async () => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    const [created, modified] = [new Ear(), new Ear()];
    const connections = [
      await created.on(store, null, fnevObjectCreated),
      await modified.on(store, null, fnevObjectModified),
    ];
    await post(inbox, 'one');
    await turns();
    expect(created.events.map(({ ulEventType }) => ulEventType)).toEqual([fnevObjectCreated]);
    expect(modified.events.map(({ ulEventType }) => ulEventType)).toEqual([fnevObjectModified]);
    for (const connection of connections) await ok(store.Unadvise(connection));
  });

  test('takes an identifier that names the object in another form', async () => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    const shortTerm = Uint8Array.from(await idOf(inbox));
    shortTerm[0] = 0x80;
    const ear = new Ear();
    const connection = await ear.on(store, shortTerm, fnevObjectCreated);
    await post(inbox, 'one');
    await turns();
    expect(ear.events).toHaveLength(1);
    await ok(store.Unadvise(connection));
  });

  test('MAPI_E_NO_SUPPORT for events that stores never tell of; provider-defined ones may be waited for', async () => {
    using store = await newStore();
    using sink = com({ OnNotify: () => 0 }, IMAPIAdviseSink);
    expect((await store.Advise(null, fnevTableModified, sink))[0]).toBe(MAPI_E_NO_SUPPORT);
    await ok(store.Unadvise(await ok(store.Advise(null, fnevExtended | fnevTableModified, sink))));
  });

  test('refuses an empty mask, no sink, an identifier that is none, one of another store', async () => {
    using store = await newStore();
    using other = await newStore(newPath());
    using sink = com({ OnNotify: () => 0 }, IMAPIAdviseSink);
    using inbox = await inboxOf(other);
    expect((await store.Advise(null, 0, sink))[0]).toBe(MAPI_E_INVALID_PARAMETER);
    expect((await store.Advise(null, fnevNewMail, null as never))[0]).toBe(MAPI_E_INVALID_PARAMETER);
    expect((await store.Advise(new Uint8Array(5), fnevNewMail, sink))[0]).toBe(MAPI_E_INVALID_ENTRYID);
    expect((await store.Advise(await idOf(inbox), fnevNewMail, sink))[0]).toBe(MAPI_E_UNKNOWN_ENTRYID);
  });
});

describe('IMsgStore::Unadvise', () => {
  test('ends it: nothing comes any more, not even what was waiting', async () => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    const ear = new Ear();
    const connection = await ear.on(store, null, fnevObjectCreated);
    await post(inbox, 'waiting');
    await ok(store.Unadvise(connection));
    await post(inbox, 'later');
    await turns();
    expect(ear.events).toEqual([]);
    expect(await store.Unadvise(connection)).toBe(MAPI_E_INVALID_PARAMETER);
  });

  test('during OnNotify releases the sink when OnNotify has returned', async () => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    const before = ledgerTotals().objects;
    const ear = new Ear();
    let connection = 0;
    const inside: number[] = [];
    ear.meanwhile = async () => {
      await ok(store.Unadvise(connection));
      inside.push(ledgerTotals().objects - before);
    };
    connection = await ear.on(store, null, fnevObjectCreated);
    await post(inbox, 'one');
    await turns();
    expect(inside).toEqual([1]);
    await turns();
    expect(ledgerTotals().objects).toBe(before);
  });

  test('is done for all sinks when the last object of the logon is released', async () => {
    const before = ledgerTotals().objects;
    {
      using store = await newStore();
      await new Ear().on(store, null, fnevObjectCreated);
      await new Ear().on(store, null, fnevNewMail);
    }
    await turns();
    expect(ledgerTotals().objects).toBe(before);
  });
});

describe('IMAPIAdviseSink::OnNotify', () => {
  test('gets structures that nobody can change', async () => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    const ear = new Ear();
    const connection = await ear.on(store, null, fnevObjectCreated);
    await post(inbox, 'one');
    await turns();
    const [event] = ear.events as [NOTIFICATION];
    expect([ear.calls[0]?.events, event, event.info].every(Object.isFrozen)).toBe(true);
    await ok(store.Unadvise(connection));
  });

  test('that fails changes nothing for others, and is called again', async () => {
    const { setLog } = await import('../../../../src/base/index.js');
    setLog({ error: () => undefined, warn: () => undefined });
    using store = await newStore();
    using inbox = await inboxOf(store);
    const [bad, good] = [new Ear(), new Ear()];
    bad.meanwhile = () => {
      throw new Error('a sink failed');
    };
    const connections = [await bad.on(store, null, fnevObjectCreated), await good.on(store, null, fnevObjectCreated)];
    for (const subject of ['one', 'two']) {
      await post(inbox, subject);
      await turns();
    }
    setLog(null);
    expect([bad.events.length, good.events.length]).toEqual([2, 2]);
    for (const connection of connections) await ok(store.Unadvise(connection));
  });

  test('may use the store, and what it does is told as everything else', async () => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    const ear = new Ear();
    let answered = false;
    ear.meanwhile = async () => {
      if (answered) return;
      answered = true;
      await post(inbox, 'answer');
    };
    const connection = await ear.on(store, null, fnevObjectCreated);
    await post(inbox, 'question');
    await ear.until((events) => events.length === 2);
    expect(ear.calls.map(({ running }) => running)).toEqual([0, 0]);
    await ok(store.Unadvise(connection));
  });
});

describe('IMsgStore::CompareEntryIDs', () => {
  test('is TRUE for two identifiers of one object, in whichever form, and FALSE for two objects', async () => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    const folder = await idOf(inbox);
    const [one, two] = [await post(inbox, 'one'), await post(inbox, 'two')];
    const other = Uint8Array.from(one);
    other[0] = 0x80;
    expect(await ok(store.CompareEntryIDs(one, one))).toBe(1);
    expect(await ok(store.CompareEntryIDs(one, other))).toBe(1);
    expect(await ok(store.CompareEntryIDs(one, two))).toBe(0);
    expect(await ok(store.CompareEntryIDs(one, folder))).toBe(0);
  });

  test('MAPI_E_UNKNOWN_ENTRYID for what names no object of the store; flags are reserved', async () => {
    using store = await newStore();
    using other = await newStore(newPath());
    using inbox = await inboxOf(store);
    using foreign = await inboxOf(other);
    const id = await idOf(inbox);
    expect((await store.CompareEntryIDs(id, await idOf(foreign)))[0]).toBe(MAPI_E_UNKNOWN_ENTRYID);
    expect((await store.CompareEntryIDs(new Uint8Array(3), id))[0]).toBe(MAPI_E_UNKNOWN_ENTRYID);
    expect((await store.CompareEntryIDs(id, id, 1))[0]).toBe(MAPI_E_UNKNOWN_FLAGS);
  });
});

describe('IMsgStore::OpenEntry', () => {
  test('opens folders and messages, and the root folder without an identifier; it says what it opened', async () => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    const message = await ok(store.OpenEntry(await post(inbox, 'one'), null));
    const folder = await ok(store.OpenEntry(await idOf(inbox), null));
    const root = await ok(store.OpenEntry(null, null));
    expect([message, folder, root].map(({ lpulObjType }) => lpulObjType)).toEqual([
      MAPI_MESSAGE,
      MAPI_FOLDER,
      MAPI_FOLDER,
    ]);
    expect(message.lppUnk.QueryInterface(IMessage)[1]?.Release()).toBeDefined();
    expect(folder.lppUnk.QueryInterface(IMAPIFolder)[1]?.Release()).toBeDefined();
    for (const { lppUnk } of [message, folder, root]) lppUnk.Release();
  });

  test('opens for reading unless MAPI_MODIFY or MAPI_BEST_ACCESS asks for more: PR_ACCESS_LEVEL tells', async () => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    for (const entryId of [await post(inbox, 'one'), await idOf(inbox)])
      for (const [flags, level] of [
        [0, 0],
        [MAPI_MODIFY, 1],
        [MAPI_BEST_ACCESS, 1],
        [MAPI_BEST_ACCESS | MAPI_DEFERRED_ERRORS | MAPI_NO_CACHE, 1],
      ] as const) {
        const { lppUnk } = await ok(store.OpenEntry(entryId, null, flags));
        using object = lppUnk as IMessage;
        expect(await propOf(object, PR_ACCESS_LEVEL)).toBe(level);
      }
  });

  test('MAPI_E_NO_ACCESS to modify in a store opened for reading; MAPI_BEST_ACCESS gives what there is', async () => {
    const path = newPath();
    let entryId: Uint8Array;
    {
      using store = await newStore(path);
      using inbox = await inboxOf(store);
      entryId = await post(inbox, 'one');
    }
    using reader = await openStore(path, { mode: 'read-only' });
    expect((await reader.OpenEntry(entryId, IMessage, MAPI_MODIFY))[0]).toBe(MAPI_E_NO_ACCESS);
    using message = await messageOf(reader, entryId, MAPI_BEST_ACCESS);
    expect(await propOf(message, PR_ACCESS_LEVEL)).toBe(0);
    expect((await message.SetProps([prop(PR_SUBJECT_W, 'two')]))[0]).toBe(MAPI_E_NO_ACCESS);
  });

  test('refuses unknown flags, other interfaces, identifiers of other stores and what is gone', async () => {
    using store = await newStore();
    using other = await newStore(newPath());
    using inbox = await inboxOf(store);
    const entryId = await post(inbox, 'one');
    expect((await store.OpenEntry(entryId, null, 0x4000))[0]).toBe(MAPI_E_UNKNOWN_FLAGS);
    expect((await store.OpenEntry(entryId, IMAPITable))[0]).toBe(MAPI_E_INTERFACE_NOT_SUPPORTED);
    expect((await other.OpenEntry(entryId, null))[0]).toBe(MAPI_E_UNKNOWN_ENTRYID);
    expect((await store.OpenEntry(Uint8Array.of(1, 2, 3), null))[0]).toBe(MAPI_E_INVALID_ENTRYID);
    await ok(inbox.DeleteMessages([entryId], 0, null));
    expect((await store.OpenEntry(entryId, null))[0]).toBe(MAPI_E_NOT_FOUND);
  });
});

describe('IMsgStore::SetReceiveFolder and GetReceiveFolder', () => {
  test('a folder receives a class and what derives from it, which is told', async () => {
    using store = await newStore();
    const sent = (await propOf(store, PR_IPM_SENTMAIL_ENTRYID)) as Uint8Array;
    await ok(store.SetReceiveFolder('IPM.Note', 0, sent));
    for (const messageClass of ['IPM.Note', 'IPM.Note.Phone', 'ipm.note.phone.cell'])
      expect(await ok(store.GetReceiveFolder(messageClass))).toEqual({
        lppEntryID: sent,
        lppszExplicitClass: 'IPM.Note',
      });
    expect((await ok(store.GetReceiveFolder('IPM.Notebook'))).lppszExplicitClass).toBe('IPM');
  });

  test('without a class they are about the default, which always exists', async () => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    for (const none of [null, ''])
      expect(await ok(store.GetReceiveFolder(none))).toEqual({ lppEntryID: await idOf(inbox), lppszExplicitClass: '' });
    const outbox = (await propOf(store, PR_IPM_OUTBOX_ENTRYID)) as Uint8Array;
    await ok(store.SetReceiveFolder(null, 0, outbox));
    expect((await ok(store.GetReceiveFolder('Unheard.Of'))).lppEntryID).toEqual(outbox);
    await ok(store.SetReceiveFolder(null, 0, null));
    expect((await ok(store.GetReceiveFolder(''))).lppEntryID).toEqual(await idOf(inbox));
  });

  test('without a folder the class goes back to its base, also when it had none: S_OK', async () => {
    using store = await newStore();
    const sent = (await propOf(store, PR_IPM_SENTMAIL_ENTRYID)) as Uint8Array;
    await ok(store.SetReceiveFolder('IPM.Fax', MAPI_UNICODE, sent));
    expect(await store.SetReceiveFolder('IPM.Fax', 0, null)).toBe(S_OK);
    expect((await ok(store.GetReceiveFolder('IPM.Fax'))).lppszExplicitClass).toBe('IPM');
    expect(await store.SetReceiveFolder('Never.Set', 0, null)).toBe(S_OK);
  });

  test('a call that fails leaves the setting as it was', async () => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    const sent = (await propOf(store, PR_IPM_SENTMAIL_ENTRYID)) as Uint8Array;
    await ok(store.SetReceiveFolder('IPM.Fax', 0, sent));
    expect(await store.SetReceiveFolder('IPM.Fax', 0, await post(inbox, 'no folder'))).toBe(MAPI_E_INVALID_OBJECT);
    expect(await store.SetReceiveFolder('IPM.Fax', 7, null)).toBe(MAPI_E_UNKNOWN_FLAGS);
    expect(await store.SetReceiveFolder('IPM..Fax', 0, null)).toBe(MAPI_E_INVALID_PARAMETER);
    expect(await store.SetReceiveFolder('é', 0, null)).toBe(MAPI_E_INVALID_PARAMETER);
    expect((await ok(store.GetReceiveFolder('IPM.Fax'))).lppEntryID).toEqual(sent);
    expect((await store.GetReceiveFolder('IPM', 7))[0]).toBe(MAPI_E_UNKNOWN_FLAGS);
  });
});

describe('IMsgStore::GetReceiveFolderTable', () => {
  test('has the required columns, can be restricted by PR_RECORD_KEY, and follows', async () => {
    using store = await newStore();
    using table = await ok(store.GetReceiveFolderTable(MAPI_UNICODE | MAPI_DEFERRED_ERRORS));
    const columns = await ok(table.QueryColumns());
    for (const tag of [PR_ENTRYID, PR_MESSAGE_CLASS_W, PR_RECORD_KEY]) expect(columns).toContain(tag);
    const outbox = (await propOf(store, PR_IPM_OUTBOX_ENTRYID)) as Uint8Array;
    await ok(store.SetReceiveFolder('IPM.Fax', 0, outbox));
    using folder = await folderOf(store, outbox);
    await ok(table.Restrict(eq(PR_RECORD_KEY, (await propOf(folder, PR_RECORD_KEY)) as Uint8Array)));
    expect(await rowsOf(table, [PR_MESSAGE_CLASS_W, PR_ENTRYID])).toEqual([['IPM.Fax', outbox]]);
    expect((await store.GetReceiveFolderTable(0x4000))[0]).toBe(MAPI_E_UNKNOWN_FLAGS);
  });
});

describe('IMsgStore::StoreLogoff', () => {
  test('takes one wish, and tells of what still waits to be sent', async () => {
    using store = await newStore();
    for (const wish of [LOGOFF_ABORT, LOGOFF_NO_WAIT, LOGOFF_ORDERLY, LOGOFF_PURGE, LOGOFF_QUIET])
      expect(await ok(store.StoreLogoff(wish))).toBe(0);
    expect((await store.StoreLogoff(LOGOFF_ABORT | LOGOFF_QUIET))[0]).toBe(MAPI_E_INVALID_PARAMETER);
    expect((await store.StoreLogoff(0x4000_0000))[0]).toBe(MAPI_E_UNKNOWN_FLAGS);
    const entryId = await submitted(store, 'one');
    expect(await ok(store.StoreLogoff(LOGOFF_NO_WAIT))).toBe(LOGOFF_OUTBOUND_QUEUE);
    using message = await messageOf(store, entryId, 0);
    await ok(store.SetLockState(message, MSG_LOCKED));
    expect(await ok(store.StoreLogoff(LOGOFF_NO_WAIT))).toBe(LOGOFF_OUTBOUND_QUEUE | LOGOFF_OUTBOUND);
    await ok(store.SetLockState(message, MSG_UNLOCKED));
  });
});

describe('IMsgStore::GetOutgoingQueue', () => {
  test('has the required columns, in the order of submission', async () => {
    using store = await newStore();
    using queue = await ok(store.GetOutgoingQueue());
    for (const subject of ['first', 'second', 'third']) await submitted(store, subject);
    const required = [
      PR_CLIENT_SUBMIT_TIME,
      PR_DISPLAY_BCC_W,
      PR_DISPLAY_CC_W,
      PR_DISPLAY_TO_W,
      PR_ENTRYID,
      PR_MESSAGE_FLAGS,
    ];
    const more = [PR_MESSAGE_SIZE, PR_PRIORITY, PR_SENDER_NAME_W, PR_SUBJECT_W, PR_SUBMIT_FLAGS];
    const columns = await ok(queue.QueryColumns());
    for (const tag of [...required, ...more]) expect(columns).toContain(tag);
    const rows = await rowsOf(queue, [
      PR_SUBJECT_W,
      PR_DISPLAY_TO_W,
      PR_DISPLAY_CC_W,
      PR_DISPLAY_BCC_W,
      PR_SUBMIT_FLAGS,
    ]);
    expect(rows).toEqual(['first', 'second', 'third'].map((subject) => [subject, 'Ann', 'Bob', 'Carl', 0]));
    await ok(queue.SeekRow(0, 0));
    const times = (await rowsOf(queue, [PR_CLIENT_SUBMIT_TIME])).map(([time]) => time as bigint);
    expect([...times].sort((a, b) => Number(a - b))).toEqual(times);
    expect((await store.GetOutgoingQueue(1))[0]).toBe(MAPI_E_UNKNOWN_FLAGS);
  });

  test('tells when messages come, are locked and go', async () => {
    using store = await newStore();
    using queue = await ok(store.GetOutgoingQueue());
    await ok(queue.SetColumns([PR_SUBJECT_W, PR_SUBMIT_FLAGS]));
    const ear = new Ear();
    const connection = await ear.onTable(queue);
    const entryId = await submitted(store, 'one');
    {
      using message = await messageOf(store, entryId, 0);
      await ok(store.SetLockState(message, MSG_LOCKED));
    }
    await ok(queue.SeekRow(0, 0));
    expect((await rowsOf(queue, [PR_SUBMIT_FLAGS])).map(([flags]) => flags)).toEqual([SUBMITFLAG_LOCKED]);
    await ok(store.FinishedMsg(0, entryId));
    await turns();
    const told = ear.events.map(({ info }) => (info as TABLE_NOTIFICATION).ulTableEvent);
    expect([told[0], told.at(-1)]).toEqual([TABLE_ROW_ADDED, TABLE_ROW_DELETED]);
    await ok(queue.Unadvise(connection));
  });
});

describe('IMsgStore::SetLockState', () => {
  test('locks a queued message against AbortSubmit, and unlocks it', async () => {
    using store = await newStore();
    const entryId = await submitted(store, 'one');
    using message = await messageOf(store, entryId, 0);
    expect(await store.SetLockState(message, MSG_LOCKED)).toBe(S_OK);
    expect(await store.AbortSubmit(entryId)).toBe(MAPI_E_UNABLE_TO_ABORT);
    expect(await store.SetLockState(message, MSG_UNLOCKED)).toBe(S_OK);
    expect(await store.AbortSubmit(entryId)).toBe(S_OK);
  });

  test('refuses another state, another object, a message that is not queued or of another store', async () => {
    using store = await newStore();
    using other = await newStore(newPath());
    using inbox = await inboxOf(store);
    using message = await messageOf(store, await post(inbox, 'one'));
    expect(await store.SetLockState(message, 2)).toBe(MAPI_E_INVALID_PARAMETER);
    expect(await store.SetLockState(message, MSG_LOCKED)).toBe(MAPI_E_NOT_IN_QUEUE);
    expect(await store.SetLockState(inbox as never, MSG_LOCKED)).toBe(MAPI_E_INVALID_OBJECT);
    expect(await other.SetLockState(message, MSG_LOCKED)).toBe(MAPI_E_INVALID_OBJECT);
  });
});

describe('IMsgStore::AbortSubmit', () => {
  test('takes the message out of the queue, and it can be changed and sent again', async () => {
    using store = await newStore();
    const entryId = await submitted(store, 'one');
    expect((await store.OpenEntry(entryId, IMessage, MAPI_MODIFY))[0]).toBe(MAPI_E_SUBMITTED);
    expect(await store.AbortSubmit(entryId)).toBe(S_OK);
    using message = await messageOf(store, entryId);
    await ok(message.SetProps([prop(PR_SUBJECT_W, 'two')]));
    await ok(message.SubmitMessage());
    using queue = await ok(store.GetOutgoingQueue());
    expect(await rowsOf(queue, [PR_SUBJECT_W])).toEqual([['two']]);
  });

  test('MAPI_E_NOT_IN_QUEUE for what was never submitted, was sent already, or is a folder; flags are reserved', async () => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    const entryId = await submitted(store, 'one');
    expect(await store.AbortSubmit(entryId, 1)).toBe(MAPI_E_UNKNOWN_FLAGS);
    await ok(store.FinishedMsg(0, entryId));
    for (const id of [entryId, await post(inbox, 'never'), await idOf(inbox)])
      expect(S(await store.AbortSubmit(id))).toBe(S(MAPI_E_NOT_IN_QUEUE));
    expect(await store.AbortSubmit(new Uint8Array(2))).toBe(MAPI_E_INVALID_ENTRYID);
  });
});

describe('IMsgStore::FinishedMsg', () => {
  const placeOf = async (store: Store, entryId: Uint8Array) => {
    const [hr, entry] = await store.OpenEntry(entryId, IMessage);
    if (!entry) return S(hr);
    using message = entry.lppUnk;
    using folder = await folderOf(store, await propOf(message, PR_PARENT_ENTRYID));
    return await propOf(folder, PR_DISPLAY_NAME_W);
  };

  test.each<[string, boolean, boolean, string]>([
    ['neither property leaves it where it is', false, false, 'Outbox'],
    ['PR_SENTMAIL_ENTRYID moves it there', true, false, 'Sent Items'],
    ['PR_DELETE_AFTER_SUBMIT deletes it', false, true, S(MAPI_E_NOT_FOUND)],
    ['both delete it', true, true, S(MAPI_E_NOT_FOUND)],
  ])('%s, and it leaves the queue', async (_what, moves, deletes, place) => {
    using store = await newStore();
    const sent = (await propOf(store, PR_IPM_SENTMAIL_ENTRYID)) as Uint8Array;
    const props = [
      ...(moves ? [prop(PR_SENTMAIL_ENTRYID, sent)] : []),
      ...(deletes ? [prop(PR_DELETE_AFTER_SUBMIT, true)] : []),
    ];
    const entryId = await submitted(store, 'one', ...props);
    {
      using message = await messageOf(store, entryId, 0);
      await ok(store.SetLockState(message, MSG_LOCKED));
    }
    expect(await store.FinishedMsg(0, entryId)).toBe(S_OK);
    expect(await placeOf(store, entryId)).toBe(place);
    using queue = await ok(store.GetOutgoingQueue());
    expect(await ok(queue.GetRowCount())).toBe(0);
  });

  test('refuses flags, which are reserved, and what is not in the queue', async () => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    const entryId = await post(inbox, 'never');
    expect(await store.FinishedMsg(1, entryId)).toBe(MAPI_E_UNKNOWN_FLAGS);
    expect(await store.FinishedMsg(0, entryId)).toBe(MAPI_E_NOT_IN_QUEUE);
  });
});

describe('IMsgStore::NotifyNewMail', () => {
  test('refuses what tells of no new mail, of no message, of one that is gone', async () => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    const gone = await post(inbox, 'gone');
    await ok(inbox.DeleteMessages([gone], 0, null));
    const mail = (lpEntryID: Uint8Array): NOTIFICATION => ({
      ulEventType: fnevNewMail,
      info: { lpEntryID, lpParentID: lpEntryID, ulFlags: 0, lpszMessageClass: '', ulMessageFlags: 0 },
    });
    expect(await store.NotifyNewMail({ ...mail(gone), ulEventType: fnevObjectCreated } as never)).toBe(
      MAPI_E_INVALID_PARAMETER,
    );
    expect(await store.NotifyNewMail(null as never)).toBe(MAPI_E_INVALID_PARAMETER);
    expect(await store.NotifyNewMail(mail(await idOf(inbox)))).toBe(MAPI_E_INVALID_ENTRYID);
    expect(await store.NotifyNewMail(mail(gone))).toBe(MAPI_E_NOT_FOUND);
  });
});
