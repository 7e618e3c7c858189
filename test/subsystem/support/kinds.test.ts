import { describe, expect, test } from 'vitest';
import { type HResult, ok, S_OK } from '../../../src/com/index.js';
import {
  type IMAPISession,
  IMAPISupport,
  type IMessage,
  MAPI_E_INVALID_PARAMETER,
  MAPI_E_NO_SUPPORT,
  MAPI_UNICODE,
  MSG_SERVICE_CREATE,
} from '../../../src/mapi/index.js';
import { useLedger } from '../../support/ledger.js';
import { testBook } from '../addressbook/testbook.js';
import { type StoreBehaviour, testStore } from '../session/test-store.js';
import { PostOffice, testTransport } from '../spooler/post-office.js';

const service = [
  'DoConfigPropsheet',
  'GetLastError',
  'GetMemAllocRoutines',
  'GetSvcConfigSupportObj',
  'MakeInvalid',
  'NewUID',
  'OpenProfileSection',
];
const provider = [
  ...service,
  'CompareEntryIDs',
  'CreateOneOff',
  'IStorageFromStream',
  'ModifyStatusRow',
  'Notify',
  'OpenAddressBook',
  'OpenEntry',
  'Subscribe',
  'Unsubscribe',
  'WrapStoreEntryID',
];
const addressBook = [
  ...provider,
  'Address',
  'Details',
  'DoProgressDialog',
  'GetOneOffTable',
  'NewEntry',
  'OpenTemplateID',
  'SetProviderUID',
];
const transport = [...provider, 'RegisterPreprocessor', 'SpoolerNotify', 'SpoolerYield', 'StatusRecips'];
const store = [
  ...provider,
  'CompleteMsg',
  'CopyFolder',
  'CopyMessages',
  'DoCopyProps',
  'DoCopyTo',
  'DoProgressDialog',
  'DoSentMail',
  'ExpandRecips',
  'ModifyProfile',
  'PrepareSubmit',
  'ReadReceipt',
  'SetProviderUID',
  'SpoolerNotify',
  'StoreLogoffTransports',
];

describe('IMAPISupport', () => {
  useLedger();

  /** Which methods say that they are not for this kind; called with nothing, the others fail in another way or succeed. */
  async function absent(support: IMAPISupport): Promise<readonly string[]> {
    const missing: string[] = [];
    for (const name of IMAPISupport.methods.keys()) {
      const method = (support as unknown as Record<string, (...args: unknown[]) => unknown>)[name];
      const answer = await method?.call(support);
      const hr = Array.isArray(answer) ? answer[0] : answer;
      const words = (await ok(support.GetLastError(hr as never, MAPI_UNICODE))).lpszError;
      if (hr === MAPI_E_NO_SUPPORT && words.includes('is not for this kind of provider')) missing.push(name);
      for (const made of Array.isArray(answer) ? answer : [])
        if (typeof made === 'object' && made !== null && 'Release' in made) (made as IMAPISupport).Release();
    }
    return missing;
  }
  const rest = (own: readonly string[]): readonly string[] =>
    [...IMAPISupport.methods.keys()].filter((name) => !own.includes(name)).sort();

  test('each kind of provider has the methods that the page lists for it, and no others', async () => {
    const found: Record<string, readonly string[]> = {};
    const entry: StoreBehaviour['entry'] = async (support, _ui, _flags, context) => {
      if (context === MSG_SERVICE_CREATE) found['service'] = await absent(support);
      return [S_OK, { lppMAPIError: null }];
    };
    const office = await PostOffice.open(
      testStore('STORE', {
        entry,
        logon: async (support) => {
          found['store'] ??= await absent(support);
          return S_OK;
        },
      }),
      testBook('BOOK', [], {
        logon: async (support) => {
          found['address book'] ??= await absent(support);
        },
      }),
      testTransport('XP', {
        submit: () => [],
        loggedOn: async (support) => {
          found['transport'] ??= await absent(support);
        },
      }),
    );
    try {
      await office.session(async (session: IMAPISession) => {
        using stores = await ok(session.GetMsgStoresTable(0));
        expect(await ok(stores.GetRowCount(0))).toBe(2);
        using book = await ok(session.OpenAddressBook(0, null, 0));
        expect(book).not.toBeNull();
        using status = await ok(session.GetStatusTable(0));
        expect(await ok(status.GetRowCount(0))).toBeGreaterThan(3);
      });
    } finally {
      office.close();
    }
    // Preprocess stands in the header and on no page; stores have it, as it belongs to CompleteMsg.
    const named = (kind: string) => [...(found[kind] ?? [])].sort();
    expect(named('service')).toEqual(rest(service));
    expect(named('transport')).toEqual(rest(transport));
    expect(named('address book')).toEqual(rest(addressBook));
    expect(named('store')).toEqual(rest([...store, 'Preprocess']));
  });

  test('what works on a message refuses to work on none', async () => {
    const codes: HResult[] = [];
    const office = await PostOffice.open(
      testStore('STORE', {
        logon: async (support) => {
          const none = null as unknown as IMessage;
          codes.push(
            (await support.PrepareSubmit(none, 0))[0],
            (await support.ExpandRecips(none))[0],
            (await support.ReadReceipt(0, none, null))[0],
            await support.DoSentMail(0, none),
          );
          return S_OK;
        },
      }),
    );
    try {
      await office.session(async (session: IMAPISession) => {
        using stores = await ok(session.GetMsgStoresTable(0));
        expect(await ok(stores.GetRowCount(0))).toBe(2);
      });
    } finally {
      office.close();
    }
    expect(codes.slice(0, 4)).toEqual(new Array(4).fill(MAPI_E_INVALID_PARAMETER));
  });
});
