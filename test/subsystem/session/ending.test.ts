import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { check, com, guidFromBytes, newGuid, ok, S_OK } from '../../../src/com/index.js';
import {
  type EntryId,
  FLUSH_UPLOAD,
  fnevCriticalError,
  fnevTableModified,
  IABContainer,
  type IAddrBook,
  IMAPIAdviseSink,
  IMAPIFolder,
  IMAPIStatus,
  IMAPITable,
  IMsgStore,
  MAPI_AB_PROVIDER,
  MAPI_ALLOW_OTHERS,
  MAPI_E_INVALID_OBJECT,
  MAPI_EXTENDED,
  MAPI_MODIFY,
  MAPI_NEW_SESSION,
  MAPI_TRANSPORT_PROVIDER,
  MAPI_UNICODE,
  MDB_WRITE,
  PR_DEF_CREATE_MAILUSER,
  PR_DISPLAY_NAME_W,
  PR_ENTRYID,
  PR_PAB_PATH_W,
  PR_RESOURCE_TYPE,
  PR_SERVICE_NAME_W,
  PR_SERVICE_UID,
  type PropValue,
  prop,
} from '../../../src/mapi/index.js';
import { addressBookMessageService } from '../../../src/providers/addressbook/index.js';
import { dropFolderMessageService, PR_DROPFOLDER_PATH } from '../../../src/providers/dropfolder/index.js';
import { MAPIAdminProfiles, MAPILogonEx } from '../../../src/subsystem/index.js';
import { useLedger } from '../../support/ledger.js';
import { defaultStore } from '../../support/store-programs/client.js';
import { inboxOf, PostOffice, testTransport } from '../spooler/post-office.js';

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

  test('and so do its tables, administrations, sections and what else it has made; those who had them release them', async () => {
    office = await PostOffice.open(testTransport('XP1', { submit: (asked) => asked }));
    using session = await ok(MAPILogonEx(0, 'Work', null, MAPI_EXTENDED | MAPI_NEW_SESSION));
    using stores = await ok(session.GetMsgStoresTable(0));
    using resources = await ok(session.GetStatusTable(MAPI_UNICODE));
    const rows = await ok(resources.QueryRows(9, 0));
    const spooler = rows.find((row) => row.get(PR_DISPLAY_NAME_W) === 'MAPI Spooler')?.get(PR_ENTRYID) as EntryId;
    using status = (await ok(session.OpenEntry(spooler, IMAPIStatus, 0))).lppUnk;
    using book = await ok(session.OpenAddressBook(0, null, 0));
    using containers = await hierarchy(book);
    const oneOff = await ok(book.CreateOneOff('Ann', 'SMTP', 'ann@example.com', MAPI_UNICODE));
    using user = (await ok(session.OpenEntry(oneOff, null, 0))).lppUnk;
    using admin = await ok(session.AdminServices(0));
    using services = await ok(admin.GetMsgServiceTable(0));
    const [service] = await ok(services.QueryRows(1, 0));
    using providers = await ok(admin.AdminProviders(service?.get(PR_SERVICE_UID) as never, 0));
    using ofProfile = await ok(admin.GetProviderTable(0));
    using ofService = await ok(providers.GetProviderTable(0));
    const [one, two] = [newGuid(), newGuid()];
    using section = await ok(session.OpenProfileSection(one, null, MAPI_MODIFY));
    using other = await ok(admin.OpenProfileSection(two, null, MAPI_MODIFY));
    using told = com({ OnNotify: () => 0 }, IMAPIAdviseSink);
    const connection = await ok(stores.Advise(fnevTableModified, told));
    using profiles = await ok(MAPIAdminProfiles(0));
    using apart = await ok(profiles.AdminServices('Work', null, 0, 0));

    expect(await session.Logoff(0, 0, 0)).toBe(S_OK);
    const tables = [stores, resources, containers, services, ofProfile, ofService];
    const codes: number[] = [];
    for (const table of tables)
      codes.push((await table.GetRowCount(0))[0], (await table.QueryRows(1, 0))[0], (await table.QueryColumns(0))[0]);
    for (const object of [status, book, user, section, other]) codes.push((await object.GetPropList(0))[0]);
    codes.push(
      await stores.Unadvise(connection),
      (await admin.GetMsgServiceTable(0))[0],
      (await admin.GetLastError(MAPI_E_INVALID_OBJECT, 0))[0],
      (await providers.GetProviderTable(0))[0],
      stores.QueryInterface(IMAPITable)[0],
    );
    expect(codes).toEqual(codes.map(() => MAPI_E_INVALID_OBJECT));
    expect([stores.AddRef(), stores.Release()]).toEqual([2, 1]);
    // Nobody is in the way of a section that was open for writing, and who administers without a session goes on.
    for (const uid of [one, two]) (await ok(apart.OpenProfileSection(uid, null, MAPI_MODIFY))).Release();
  });

  test('and so does what providers have opened: of stores, of address books, of transports', async () => {
    office = await PostOffice.open(addressBookMessageService, dropFolderMessageService);
    using profiles = await ok(MAPIAdminProfiles(0));
    using admin = await ok(profiles.AdminServices('Work', null, 0, 0));
    using installed = await ok(admin.GetMsgServiceTable(0));
    for (const row of await ok(installed.QueryRows(9, 0))) {
      const configure = async (one: PropValue) =>
        await check(admin.ConfigureMsgService(guidFromBytes(row.get(PR_SERVICE_UID) as Uint8Array), 0, 0, [one]));
      const name = row.get(PR_SERVICE_NAME_W);
      if (name === 'COMAILPAB') await configure(prop(PR_PAB_PATH_W, join(office.folder, 'pab.json')));
      if (name === 'DROPFOLDER') await configure(prop(PR_DROPFOLDER_PATH, office.folder));
    }
    using session = await ok(MAPILogonEx(0, 'Work', null, MAPI_EXTENDED | MAPI_NEW_SESSION));
    using store = await defaultStore(session);
    using folder = (await ok(store.OpenEntry(await inboxOf(store), IMAPIFolder, MAPI_MODIFY))).lppUnk;
    using message = await ok(folder.CreateMessage(null, 0));
    using book = await ok(session.OpenAddressBook(0, null, 0));
    using pab = (await ok(book.OpenEntry(await ok(book.GetPAB()), IABContainer, MAPI_MODIFY))).lppUnk;
    using entry = await ok(pab.CreateEntry(await templateOf(pab), 0));
    using resources = await ok(session.GetStatusTable(MAPI_UNICODE));
    const rows = await ok(resources.QueryRows(9, 0));
    const statusOf = async (type: number): Promise<IMAPIStatus> => {
      const row = rows.find((one) => one.get(PR_RESOURCE_TYPE) === type);
      return (await ok(session.OpenEntry(row?.get(PR_ENTRYID) as EntryId, IMAPIStatus, 0))).lppUnk;
    };
    using ofBook = await statusOf(MAPI_AB_PROVIDER);
    using ofTransport = await statusOf(MAPI_TRANSPORT_PROVIDER);
    using contents = await ok(folder.GetContentsTable(0));
    using recipients = await ok(message.GetRecipientTable(0));
    using attachments = await ok(message.GetAttachmentTable(0));
    using people = await ok(pab.GetContentsTable(0));
    expect(await session.Logoff(0, 0, 0)).toBe(S_OK);
    const codes: number[] = [];
    for (const table of [contents, recipients, attachments, people]) codes.push((await table.GetRowCount(0))[0]);
    for (const object of [store, folder, message, pab, entry, ofBook, ofTransport])
      codes.push((await object.GetProps(null, 0))[0]);
    codes.push(await ofBook.ValidateState(0, 0), await ofTransport.ValidateState(0, 0), await entry.SaveChanges(0));
    expect(codes).toEqual(codes.map(() => MAPI_E_INVALID_OBJECT));
  });

  test('of a shared session they work on until the last client has logged off', async () => {
    office = await PostOffice.open();
    const shared = MAPI_EXTENDED | MAPI_ALLOW_OTHERS;
    using one = await ok(MAPILogonEx(0, 'Work', null, shared));
    using two = await ok(MAPILogonEx(0, null, null, MAPI_EXTENDED));
    using table = await ok(one.GetMsgStoresTable(0));
    await check(one.Logoff(0, 0, 0));
    expect(await ok(table.GetRowCount(0))).toBe(1);
    await check(two.Logoff(0, 0, 0));
    expect((await table.GetRowCount(0))[0]).toBe(MAPI_E_INVALID_OBJECT);
  });

  const hierarchy = async (book: IAddrBook): Promise<IMAPITable> => {
    using root = (await ok(book.OpenEntry(null, IABContainer, 0))).lppUnk;
    return await ok(root.GetHierarchyTable(0));
  };

  const templateOf = async (pab: IABContainer): Promise<EntryId> =>
    (await ok(pab.GetProps([PR_DEF_CREATE_MAILUSER], 0))).get(PR_DEF_CREATE_MAILUSER) as EntryId;
});
