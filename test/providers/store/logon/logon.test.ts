import { describe, expect, test } from 'vitest';
import { com, E_FAIL, ok, S_OK } from '../../../../src/com/index.js';
import {
  CONFIG_CHANGED,
  FLUSH_UPLOAD,
  fnevObjectCreated,
  IMAPIAdviseSink,
  IMAPIFolder,
  IMAPIProp,
  IMAPIStatus,
  IMAPITable,
  IMessage,
  LOGOFF_ABORT,
  LOGOFF_ORDERLY,
  LOGOFF_PURGE,
  MAPI_E_INTERFACE_NOT_SUPPORTED,
  MAPI_E_INVALID_OBJECT,
  MAPI_E_INVALID_PARAMETER,
  MAPI_E_NO_ACCESS,
  MAPI_E_NO_SUPPORT,
  MAPI_E_UNKNOWN_ENTRYID,
  MAPI_E_UNKNOWN_FLAGS,
  MAPI_FOLDER,
  MAPI_MODIFY,
  MAPI_STATUS,
  MAPI_STORE_PROVIDER,
  MAPI_UNICODE,
  type NOTIFICATION,
  NOTIFY_CONFIG_CHANGE,
  PR_DISPLAY_NAME_W,
  PR_ENTRYID,
  PR_OBJECT_TYPE,
  PR_RESOURCE_METHODS,
  PR_RESOURCE_TYPE,
  PR_STATUS_CODE,
  PR_SUBJECT_W,
  prop,
  REFRESH_XP_HEADER_CACHE,
  STATUS_AVAILABLE,
  STATUS_VALIDATE_STATE,
  STATUSROW_UPDATE,
  SUPPRESS_UI,
} from '../../../../src/mapi/index.js';
import { useLedger } from '../../../support/ledger.js';
import { inboxOf, post, propOf } from '../mailbox/stores.js';
import { type Logon, session } from './logons.js';

useLedger();

const logonOf = ({ logon }: Logon): NonNullable<Logon['logon']> => {
  if (!logon) throw new Error('the store was open already');
  return logon;
};

describe('IMSLogon', () => {
  test('OpenEntry opens folders and messages of the store, and the root folder for no entry identifier', async () => {
    await using mapi = await session();
    const client = await mapi.client();
    const logon = logonOf(client);
    using inbox = await inboxOf(client.store);
    const entryId = await post(inbox, 'hello');
    const opened = await ok(logon.OpenEntry(entryId, IMessage, MAPI_MODIFY));
    using message = opened.lppUnk;
    expect(await propOf(message, PR_SUBJECT_W)).toBe('hello');
    const root = await ok(logon.OpenEntry(null, IMAPIFolder));
    root.lppUnk.Release();
    expect(root.lpulObjType).toBe(MAPI_FOLDER);
    expect((await logon.OpenEntry(entryId, IMAPITable))[0]).toBe(MAPI_E_INTERFACE_NOT_SUPPORTED);
    expect((await logon.OpenEntry(entryId, IMessage, 0x4000_0000))[0]).toBe(MAPI_E_UNKNOWN_FLAGS);
  });

  test('CompareEntryIDs knows objects by any of their identifiers: long term, short term, and the store by its own', async () => {
    await using mapi = await session();
    const client = await mapi.client();
    const logon = logonOf(client);
    using inbox = await inboxOf(client.store);
    const message = await post(inbox, 'one');
    const folder = (await propOf(inbox, PR_ENTRYID)) as Uint8Array;
    const store = (await propOf(client.store, PR_ENTRYID)) as Uint8Array;
    const short = Uint8Array.of(0xff, ...message.slice(1));
    const names = { message, short, folder, store };
    const same = async (a: keyof typeof names, b: keyof typeof names) =>
      await ok(logon.CompareEntryIDs(names[a], names[b]));
    const keys = Object.keys(names) as (keyof typeof names)[];
    for (const a of keys)
      for (const b of keys) {
        const alike = a === b || (a !== 'folder' && a !== 'store' && b !== 'folder' && b !== 'store');
        expect([a, b, await same(a, b)]).toEqual([a, b, alike ? 1 : 0]);
        expect(await ok(client.store.CompareEntryIDs(names[a], names[b]))).toBe(alike ? 1 : 0);
      }
    const foreign = Uint8Array.of(...message.slice(0, 4), ...new Uint8Array(16), ...message.slice(20));
    expect((await logon.CompareEntryIDs(message, foreign))[0]).toBe(MAPI_E_UNKNOWN_ENTRYID);
    const { lppUnk } = await ok(logon.OpenEntry(short, IMessage));
    lppUnk.Release();
  });

  test('Advise and Unadvise tell of the store as the store object does', async () => {
    await using mapi = await session();
    const client = await mapi.client();
    const logon = logonOf(client);
    using inbox = await inboxOf(client.store);
    const heard: NOTIFICATION[] = [];
    const OnNotify = (events: readonly NOTIFICATION[]) => {
      heard.push(...events);
      return S_OK;
    };
    using sink = com({ OnNotify }, IMAPIAdviseSink);
    const connection = await ok(logon.Advise(null, fnevObjectCreated, sink));
    await post(inbox, 'one');
    for (let turn = 0; turn < 5; turn++) await new Promise((resolve) => setImmediate(resolve));
    expect(heard.map(({ ulEventType }) => ulEventType)).toEqual([fnevObjectCreated]);
    await ok(logon.Unadvise(connection));
    expect(await logon.Unadvise(connection)).toBe(MAPI_E_INVALID_PARAMETER);
  });

  test('GetLastError explains what failed on it, or on its store object', async () => {
    await using mapi = await session();
    const client = await mapi.client();
    const logon = logonOf(client);
    const [own] = await logon.OpenEntry(new Uint8Array(3), null);
    expect((await ok(logon.GetLastError(own, MAPI_UNICODE))).lpszError).toContain('20 bytes');
    const hr = await client.store.StoreLogoff(LOGOFF_ABORT | LOGOFF_PURGE);
    expect((await ok(logon.GetLastError(hr[0], MAPI_UNICODE))).lpszError).toContain('LOGOFF');
    expect((await ok(logon.GetLastError(E_FAIL, 0))).lpszError).toBe('');
  });
});

describe('The status object', () => {
  test('is one, read-only, with what the status row tells', async () => {
    await using mapi = await session();
    const client = await mapi.client();
    const logon = logonOf(client);
    const opened = await ok(logon.OpenStatusEntry(IMAPIStatus, MAPI_MODIFY));
    using status = opened.lppEntry;
    expect(opened.lpulObjType).toBe(MAPI_STATUS);
    const again = (await ok(logon.OpenStatusEntry(null))).lppEntry;
    again.Release();
    expect(again).toBe(status);
    for (const [tag, value] of client.support.status.values()) expect(await propOf(status, tag)).toEqual(value);
    expect(await propOf(status, PR_OBJECT_TYPE)).toBe(MAPI_STATUS);
    expect(await propOf(status, PR_RESOURCE_TYPE)).toBe(MAPI_STORE_PROVIDER);
    expect((await status.SetProps([prop(PR_DISPLAY_NAME_W, 'x')]))[0]).toBe(MAPI_E_NO_ACCESS);
    expect((await logon.OpenStatusEntry(IMAPIFolder))[0]).toBe(MAPI_E_INTERFACE_NOT_SUPPORTED);
    expect((await logon.OpenStatusEntry(null, 0x4000))[0]).toBe(MAPI_E_UNKNOWN_FLAGS);
  });

  test('has ValidateState, which brings the status row in line and passes a new configuration on', async () => {
    await using mapi = await session();
    const client = await mapi.client();
    using status = (await ok(logonOf(client).OpenStatusEntry(null))).lppEntry;
    await ok(status.ValidateState(0, SUPPRESS_UI));
    expect(client.support.of('ModifyStatusRow').at(-1)).toEqual(['ModifyStatusRow', STATUSROW_UPDATE]);
    expect(client.support.status.get(PR_STATUS_CODE)).toEqual(prop(PR_STATUS_CODE, STATUS_AVAILABLE));
    await ok(status.ValidateState(0, CONFIG_CHANGED));
    expect(client.support.of('SpoolerNotify')).toEqual([['SpoolerNotify', NOTIFY_CONFIG_CHANGE, null]]);
    expect(await status.ValidateState(0, REFRESH_XP_HEADER_CACHE)).toBe(MAPI_E_NO_SUPPORT);
    expect(await status.ValidateState(0, 0x8)).toBe(MAPI_E_UNKNOWN_FLAGS);
  });

  test('has no other method, as its PR_RESOURCE_METHODS says', async () => {
    await using mapi = await session();
    using status = (await ok(logonOf(await mapi.client()).OpenStatusEntry(null))).lppEntry;
    expect(await propOf(status, PR_RESOURCE_METHODS)).toBe(STATUS_VALIDATE_STATE);
    expect(await status.SettingsDialog(0)).toBe(MAPI_E_NO_SUPPORT);
    expect(await status.ChangePassword('old', 'new')).toBe(MAPI_E_NO_SUPPORT);
    expect(await status.FlushQueues(0, null, FLUSH_UPLOAD)).toBe(MAPI_E_NO_SUPPORT);
  });
});

describe('Logging off', () => {
  test('by releasing the store tells MAPI LOGOFF_ABORT and releases the support object last', async () => {
    const mapi = await session();
    const { support } = await mapi.client();
    await mapi.end();
    expect(support.calls.at(-1)).toEqual(['StoreLogoffTransports', LOGOFF_ABORT]);
    expect(support.released).toBe(true);
  });

  test('passes on what the last StoreLogoff asked for, when the last object is released and not before', async () => {
    const mapi = await session();
    const { support, store } = await mapi.client();
    await ok(store.StoreLogoff(LOGOFF_PURGE));
    await ok(store.StoreLogoff(LOGOFF_ORDERLY));
    expect(await store.StoreLogoff(LOGOFF_ORDERLY | LOGOFF_ABORT)).toEqual([MAPI_E_INVALID_PARAMETER, null]);
    expect(support.of('StoreLogoffTransports')).toEqual([]);
    await mapi.end();
    expect(support.of('StoreLogoffTransports')).toEqual([['StoreLogoffTransports', LOGOFF_ORDERLY]]);
  });

  test('of the spooler does not log the transports off', async () => {
    const mapi = await session();
    const { support } = await mapi.spooler((await mapi.client()).security);
    await mapi.end();
    expect([support.released, support.of('StoreLogoffTransports')]).toEqual([true, []]);
  });

  test('a folder that is still held keeps the store, which can be opened again meanwhile', async () => {
    const mapi = await session();
    const first = await mapi.client();
    const entryId = await propOf(first.store, PR_ENTRYID);
    const inbox = await inboxOf(first.store);
    mapi.release(first);
    const again = await mapi.client();
    expect([again.logon, await propOf(again.store, PR_ENTRYID)]).toEqual([null, entryId]);
    inbox.Release();
    expect(first.support.released).toBe(false);
    await mapi.end();
    expect(first.support.released).toBe(true);
  });

  test('by IMSLogon::Logoff makes every object that is still held invalid, and loses what was not saved', async () => {
    const mapi = await session();
    const { store, support, logon } = await mapi.client();
    const inbox = await inboxOf(store);
    const table = await ok(inbox.GetContentsTable());
    const message = await ok(inbox.CreateMessage(IMessage));
    const status = (await ok(logonOf({ logon } as Logon).OpenStatusEntry(null))).lppEntry;
    await ok(message.SetProps([prop(PR_SUBJECT_W, 'unsaved')]));
    logon?.AddRef();
    expect(await logon?.Logoff(1)).toBe(MAPI_E_UNKNOWN_FLAGS);
    await ok(logonOf({ logon } as Logon).Logoff(0));
    expect(support.of('MakeInvalid')).toHaveLength(5);
    expect((await store.OpenEntry(null, null))[0]).toBe(MAPI_E_INVALID_OBJECT);
    expect(await message.SaveChanges()).toBe(MAPI_E_INVALID_OBJECT);
    expect((await table.GetRowCount())[0]).toBe(MAPI_E_INVALID_OBJECT);
    expect(await status.ValidateState(0)).toBe(MAPI_E_INVALID_OBJECT);
    expect(inbox.QueryInterface(IMAPIProp)).toEqual([MAPI_E_INVALID_OBJECT, null]);
    expect((await logon?.OpenEntry(null, null))?.[0]).toBe(MAPI_E_INVALID_OBJECT);
    for (const held of [inbox, table, message, status]) expect(held.Release()).toBe(0);
    await mapi.end();
    logon?.Release();
  });
});
