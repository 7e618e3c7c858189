import { rmSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { E_FAIL, type HResult, type Iid, IUnknown, ok, S_OK } from '../../../../src/com/index.js';
import {
  CURRENT_SPI_VERSION,
  type EntryId,
  IMAPIFolder,
  IMAPIProp,
  type IMAPISupport,
  IMAPITable,
  type IMSProvider,
  MAPI_E_CORRUPT_STORE,
  MAPI_E_FAILONEPROVIDER,
  MAPI_E_INTERFACE_NOT_SUPPORTED,
  MAPI_E_INVALID_ENTRYID,
  MAPI_E_INVALID_OBJECT,
  MAPI_E_INVALID_PARAMETER,
  MAPI_E_LOGON_FAILED,
  MAPI_E_NO_ACCESS,
  MAPI_E_NOT_FOUND,
  MAPI_E_UNCONFIGURED,
  MAPI_E_UNKNOWN_FLAGS,
  MAPI_E_VERSION,
  MAPI_MODIFY,
  MAPI_NT_SERVICE,
  MAPI_W_ERRORS_RETURNED,
  type MAPIERROR,
  MDB_TEMPORARY,
  PR_DISPLAY_NAME_W,
  PR_ENTRYID,
  PR_MDB_PROVIDER,
  PR_PROVIDER_DISPLAY_W,
  PR_RECORD_KEY,
  PR_RESOURCE_METHODS,
  PR_STATUS_CODE,
  PR_STORE_ENTRYID,
  PR_STORE_RECORD_KEY,
  prop,
  STATUS_AVAILABLE,
  STATUS_VALIDATE_STATE,
} from '../../../../src/mapi/index.js';
import { backupStore, MSProviderInit, PR_COMAIL_STORE_PATH_W } from '../../../../src/providers/store/index.js';
import { useLedger } from '../../../support/ledger.js';
import { inboxOf, newPath, propOf } from '../mailbox/stores.js';
import { newFile, newProvider, session, usual } from './logons.js';
import { RecordingSupport, TestProfile, unwrapped, wrapped } from './support.js';

useLedger();

/** A logon that fails: its code and its explanation. */
async function refused(
  provider: IMSProvider,
  support: RecordingSupport,
  entryId: EntryId | null = null,
  flags = usual,
): Promise<readonly [HResult, MAPIERROR | null]> {
  using side = support.publish();
  const [hr, answer] = await provider.Logon(side, 0, null, entryId, flags, null);
  if (answer && 'lppMDB' in answer) throw new Error('the logon succeeded');
  return [hr, answer?.lppMAPIError ?? null];
}

const at = (path: string): RecordingSupport =>
  new RecordingSupport(new TestProfile([prop(PR_COMAIL_STORE_PATH_W, path)]));

describe('MSProviderInit', () => {
  test('makes another provider at each call, and says which version it follows', async () => {
    const one = await ok(MSProviderInit(0, CURRENT_SPI_VERSION));
    const other = await ok(MSProviderInit(MAPI_NT_SERVICE, CURRENT_SPI_VERSION + 1));
    using a = one.lppMSProvider;
    using b = other.lppMSProvider;
    expect(one.lpulProviderVer).toBe(CURRENT_SPI_VERSION);
    expect(a).not.toBe(b);
  });

  test('MAPI_E_VERSION when MAPI is older than the provider', async () => {
    expect(await MSProviderInit(0, 0x0000ffff)).toEqual([MAPI_E_VERSION, null]);
    expect(await MSProviderInit(0, 0)).toEqual([MAPI_E_VERSION, null]);
    expect(await MSProviderInit(1, CURRENT_SPI_VERSION)).toEqual([MAPI_E_UNKNOWN_FLAGS, null]);
  });
});

describe('IMSProvider::Logon', () => {
  test('opens the store of the profile, makes it known to MAPI, and hands out store, logon and what the spooler needs', async () => {
    await using mapi = await session();
    const support = new RecordingSupport(mapi.profile);
    const { hr, store, logon, security } = await mapi.client(usual, support);
    expect([hr, logon !== null, security.length > 0]).toEqual([S_OK, true, true]);
    const uid = (await propOf(store, PR_RECORD_KEY)) as Uint8Array;
    expect(support.of('SetProviderUID')).toHaveLength(1);
    expect(support.of('ModifyProfile')).toEqual([['ModifyProfile', 0]]);
    const row = [...support.status.values()];
    expect(row).toContainEqual(prop(PR_STATUS_CODE, STATUS_AVAILABLE));
    expect(row).toContainEqual(prop(PR_RESOURCE_METHODS, STATUS_VALIDATE_STATE));
    expect(row).toContainEqual(prop(PR_STORE_RECORD_KEY, uid));
    expect(row).toContainEqual(prop(PR_DISPLAY_NAME_W, 'mail'));
  });

  test('names the store to clients as MAPI wraps it', async () => {
    await using mapi = await session();
    const { store } = await mapi.client();
    using inbox = await inboxOf(store);
    const entryId = (await propOf(store, PR_ENTRYID)) as Uint8Array;
    expect(entryId).toEqual(wrapped(unwrapped(entryId)));
    expect(await propOf(store, PR_STORE_ENTRYID)).toEqual(entryId);
    expect(await propOf(inbox, PR_STORE_ENTRYID)).toEqual(entryId);
  });

  test('writes what the table of stores shows into the profile, and leaves the name that the user gave', async () => {
    await using mapi = await session();
    const profile = new TestProfile([prop(PR_COMAIL_STORE_PATH_W, mapi.path), prop(PR_DISPLAY_NAME_W, 'My mail')]);
    const support = new RecordingSupport(profile);
    const { store } = await mapi.client(usual, support);
    const tags = profile.props.map(([tag]) => tag);
    for (const tag of [PR_ENTRYID, PR_RECORD_KEY, PR_MDB_PROVIDER, PR_PROVIDER_DISPLAY_W]) expect(tags).toContain(tag);
    expect(profile.props).toContainEqual(prop(PR_DISPLAY_NAME_W, 'My mail'));
    expect(profile.props).toContainEqual(prop(PR_ENTRYID, (await propOf(store, PR_ENTRYID)) as Uint8Array));
    expect(support.status.get(PR_DISPLAY_NAME_W)).toEqual(prop(PR_DISPLAY_NAME_W, 'My mail'));
  });

  test('MDB_TEMPORARY leaves the profile alone', async () => {
    await using mapi = await session();
    const profile = mapi.profile;
    const support = new RecordingSupport(profile);
    await mapi.client(usual | MDB_TEMPORARY, support);
    expect(profile.props).toEqual([prop(PR_COMAIL_STORE_PATH_W, mapi.path)]);
    expect(support.of('ModifyProfile')).toEqual([]);
  });

  test('opens the store of an entry identifier whatever the profile says', async () => {
    await using mapi = await session();
    const first = await mapi.client();
    const entryId = unwrapped((await propOf(first.store, PR_ENTRYID)) as Uint8Array);
    await using other = await session(mapi.path);
    const second = await other.client(usual, new RecordingSupport(new TestProfile()), entryId);
    expect(await propOf(second.store, PR_RECORD_KEY)).toEqual(await propOf(first.store, PR_RECORD_KEY));
  });

  test('an entry identifier whose file was moved leads to where the profile says that it is now', async () => {
    await using mapi = await session();
    const { store } = await mapi.client();
    const entryId = unwrapped((await propOf(store, PR_ENTRYID)) as Uint8Array);
    const copy = newPath();
    await backupStore(mapi.path, copy);
    const elsewhere = Uint8Array.from(entryId);
    elsewhere.set(Buffer.from('gone'), entryId.length - 4);
    using provider = await newProvider();
    expect((await refused(provider, at('/nowhere/mail.store'), elsewhere))[0]).toBe(MAPI_E_LOGON_FAILED);
    // Not to another store, though.
    expect((await refused(provider, at(await newFile()), elsewhere))[0]).toBe(MAPI_E_LOGON_FAILED);
    await mapi.client(usual, at(copy), elsewhere);
  });

  test('a store that is open already is handed out again: no logon, no row, no reference on the support object', async () => {
    await using mapi = await session();
    const { store } = await mapi.client();
    const again = await mapi.client();
    expect(again.store).toBe(store);
    expect([again.logon, again.security.length]).toEqual([null, 0]);
    expect(again.support.of('SetProviderUID', 'ModifyStatusRow', 'ModifyProfile')).toEqual([]);
    expect(again.support.released).toBe(true);
  });

  test('hands the store out through the interface asked for', async () => {
    await using mapi = await session();
    const { support } = await mapi.client();
    using side = new RecordingSupport(mapi.profile).publish();
    for (const iid of [IUnknown, IMAPIProp] as Iid<IUnknown>[]) {
      const [hr, answer] = await mapi.provider.Logon(side, 0, null, null, usual, iid);
      if (!answer || !('lppMDB' in answer)) throw new Error(`the logon failed with ${hr}`);
      using pointer = answer.lppMDB;
      expect(pointer.QueryInterface(IMAPIProp)[0]).toBe(S_OK);
      pointer.Release();
    }
    expect((await mapi.provider.Logon(side, 0, null, null, usual, IMAPITable))[0]).toBe(MAPI_E_INTERFACE_NOT_SUPPORTED);
    expect(support.released).toBe(false);
  });

  test('without MDB_WRITE nothing can be written', async () => {
    await using mapi = await session();
    const { store } = await mapi.client(usual & ~4);
    expect((await store.OpenEntry(null, IMAPIFolder, MAPI_MODIFY))[0]).toBe(MAPI_E_NO_ACCESS);
    expect((await store.SetProps([prop(PR_DISPLAY_NAME_W, 'x')]))[0]).toBe(MAPI_E_NO_ACCESS);
  });

  test('MAPI_E_UNCONFIGURED when the profile does not say where the store lies', async () => {
    using provider = await newProvider();
    for (const profile of [new TestProfile([]), new TestProfile(null)]) {
      const [hr, why] = await refused(provider, new RecordingSupport(profile));
      expect(hr).toBe(MAPI_E_UNCONFIGURED);
      expect(why?.lpszError).toContain('PR_COMAIL_STORE_PATH_W');
    }
  });

  test('MAPI_E_LOGON_FAILED with the reason in words when the store cannot be opened', async () => {
    using provider = await newProvider();
    const [hr, why] = await refused(provider, at('/nowhere/mail.store'));
    expect(hr).toBe(MAPI_E_LOGON_FAILED);
    expect(why).toMatchObject({ lpszComponent: 'comail message store', ulLowLevelError: MAPI_E_NOT_FOUND >>> 0 });
    const path = newPath();
    writeFileSync(path, 'This is no store, and it will not be overwritten.');
    const [, damaged] = await refused(provider, at(path));
    expect(damaged?.ulLowLevelError).toBe(MAPI_E_CORRUPT_STORE >>> 0);
    rmSync(path);
  });

  test('MAPI_E_FAILONEPROVIDER when somebody else has the profile section', async () => {
    using provider = await newProvider();
    const support = at('/nowhere/mail.store');
    support.failing.set('OpenProfileSection', MAPI_E_NO_ACCESS);
    expect((await refused(provider, support))[0]).toBe(MAPI_E_FAILONEPROVIDER);
  });

  test('MAPI_W_ERRORS_RETURNED when the store is open and MAPI would not take all that it was told', async () => {
    await using mapi = await session();
    const support = new RecordingSupport(mapi.profile);
    support.failing.set('ModifyStatusRow', E_FAIL);
    const { hr, store } = await mapi.client(usual, support);
    expect(hr).toBe(MAPI_W_ERRORS_RETURNED);
    expect(await propOf(store, PR_RECORD_KEY)).toBeInstanceOf(Uint8Array);
  });

  test('a failure of what a store cannot do without closes it again', async () => {
    using provider = await newProvider();
    const path = await newFile();
    for (const method of ['SetProviderUID', 'WrapStoreEntryID']) {
      const support = at(path);
      support.failing.set(method, E_FAIL);
      expect((await refused(provider, support))[0]).toBe(MAPI_E_LOGON_FAILED);
      await support.loggedOff();
    }
  });

  test('refuses unknown flags, and a support object that is none', async () => {
    using provider = await newProvider();
    const support = at('/nowhere');
    expect((await refused(provider, support, null, usual | 0x400000))[0]).toBe(MAPI_E_UNKNOWN_FLAGS);
    const [hr] = await provider.Logon(null as unknown as IMAPISupport, 0, null, null, usual, null);
    expect(hr).toBe(MAPI_E_INVALID_PARAMETER);
    expect((await refused(provider, support, new Uint8Array(40)))[0]).toBe(MAPI_E_INVALID_ENTRYID);
  });
});

describe('IMSProvider::SpoolerLogon', () => {
  test('opens the same store with what Logon handed out, in a profile that knows nothing', async () => {
    await using mapi = await session();
    const client = await mapi.client();
    const spooler = await mapi.spooler(client.security);
    expect(spooler.store).not.toBe(client.store);
    expect(await propOf(spooler.store, PR_RECORD_KEY)).toEqual(await propOf(client.store, PR_RECORD_KEY));
    expect(spooler.support.of('ModifyStatusRow', 'ModifyProfile')).toEqual([]);
  });

  test('opens the store of the profile without it, and refuses what Logon did not hand out', async () => {
    await using mapi = await session();
    await mapi.spooler(null, new RecordingSupport(mapi.profile));
    using side = new RecordingSupport(mapi.profile).publish();
    for (const wrong of [Uint8Array.of(9), new Uint8Array(40)])
      expect((await mapi.provider.SpoolerLogon(side, 0, null, null, usual, null, wrong))[0]).toBe(MAPI_E_LOGON_FAILED);
  });
});

test('IMSProvider::CompareStoreIDs tells stores apart, wherever their files are, while none is open', async () => {
  const entryIds: Uint8Array[] = [];
  for (const path of [await newFile(), await newFile()]) {
    await using mapi = await session(path);
    const { store } = await mapi.client();
    entryIds.push(unwrapped((await propOf(store, PR_ENTRYID)) as Uint8Array));
  }
  const [a, b] = entryIds as [Uint8Array, Uint8Array];
  const moved = Uint8Array.of(...a.slice(0, 37), ...Buffer.from('/elsewhere'));
  using provider = await newProvider();
  expect(await ok(provider.CompareStoreIDs(a, a))).toBe(1);
  expect(await ok(provider.CompareStoreIDs(a, moved))).toBe(1);
  expect(await ok(provider.CompareStoreIDs(a, b))).toBe(0);
  expect((await provider.CompareStoreIDs(a, a.slice(0, 10)))[0]).toBe(MAPI_E_INVALID_ENTRYID);
  expect((await provider.CompareStoreIDs(a, b, 1))[0]).toBe(MAPI_E_UNKNOWN_FLAGS);
});

test('After IMSProvider::Shutdown nobody is logged on any more', async () => {
  using provider = await newProvider();
  expect(await provider.Shutdown(1)).toBe(MAPI_E_UNKNOWN_FLAGS);
  await ok(provider.Shutdown(0));
  expect((await refused(provider, at(await newFile())))[0]).toBe(MAPI_E_INVALID_OBJECT);
});
