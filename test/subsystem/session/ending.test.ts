import { afterEach, describe, expect, test } from 'vitest';
import { com, ok, S_OK } from '../../../src/com/index.js';
import {
  type EntryId,
  FLUSH_UPLOAD,
  fnevCriticalError,
  IABContainer,
  IMAPIAdviseSink,
  IMAPIStatus,
  IMsgStore,
  MAPI_E_INVALID_OBJECT,
  MAPI_EXTENDED,
  MAPI_NEW_SESSION,
  MAPI_UNICODE,
  MDB_WRITE,
  PR_DISPLAY_NAME_W,
  PR_ENTRYID,
  prop,
} from '../../../src/mapi/index.js';
import { MAPILogonEx } from '../../../src/subsystem/index.js';
import { useLedger } from '../../support/ledger.js';
import { PostOffice, testTransport } from '../spooler/post-office.js';

describe('Ending a MAPI session', () => {
  useLedger();
  let office: PostOffice;
  afterEach(() => office.close());

  test('objects that remain open after Logoff accept no calls: MAPI_E_INVALID_OBJECT', async () => {
    office = await PostOffice.open(testTransport('XP1', { submit: (asked) => asked }));
    using session = await ok(MAPILogonEx(0, 'Work', null, MAPI_EXTENDED | MAPI_NEW_SESSION));
    using book = await ok(session.OpenAddressBook(0, null, 0));
    using root = (await ok(book.OpenEntry(null, IABContainer, 0))).lppUnk;
    using stores = await ok(session.GetMsgStoresTable(0));
    using resources = await ok(session.GetStatusTable(MAPI_UNICODE));
    const [storeRow] = await ok(stores.QueryRows(1, 0));
    const spooler = (await ok(resources.QueryRows(9, 0))).find((row) => row.get(PR_DISPLAY_NAME_W) === 'MAPI Spooler');
    const storeId = storeRow?.get(PR_ENTRYID) as EntryId;
    using store = await ok(session.OpenMsgStore(0, storeId, IMsgStore, MDB_WRITE));
    using status = (await ok(session.OpenEntry(spooler?.get(PR_ENTRYID) as EntryId, IMAPIStatus, 0))).lppUnk;
    using sink = com({ OnNotify: () => 0 }, IMAPIAdviseSink);
    const oneOff = await ok(book.CreateOneOff('Ann', 'SMTP', 'ann@example.com', MAPI_UNICODE));
    const row = [prop(PR_DISPLAY_NAME_W, 'ann@example.com')];

    expect(await session.Logoff(0, 0, 0)).toBe(S_OK);
    const codes = [
      (await session.OpenMsgStore(0, storeId, null, 0))[0],
      (await store.GetProps(null, 0))[0],
      (await root.GetHierarchyTable(0))[0],
      (await root.OpenEntry(oneOff, null, 0))[0],
      (await book.OpenEntry(oneOff, null, 0))[0],
      (await book.CompareEntryIDs(oneOff, oneOff, 0))[0],
      (await book.Advise(null, fnevCriticalError, sink))[0],
      (await book.ResolveName(0, 0, null, [row]))[0],
      await book.PrepareRecips(0, null, [row]),
      (await book.QueryDefaultRecipOpt('SMTP', 0))[0],
      (await book.GetPAB())[0],
      await book.SetPAB(oneOff),
      (await book.GetDefaultDir())[0],
      (await book.GetSearchPath(0))[0],
      await status.ValidateState(0, 0),
      await status.FlushQueues(0, null, FLUSH_UPLOAD),
    ];
    expect(codes).toEqual(codes.map(() => MAPI_E_INVALID_OBJECT));
  });
});
