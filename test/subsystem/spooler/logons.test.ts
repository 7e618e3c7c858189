import { afterEach, describe, expect, test } from 'vitest';
import { type HResult, ok, S_OK } from '../../../src/com/index.js';
import {
  LOGON_NO_DIALOG,
  LOGON_NO_INBOUND,
  LOGON_NO_OUTBOUND,
  MAPI_E_FAILONEPROVIDER,
  MAPI_E_LOGON_FAILED,
  MAPI_E_UNCONFIGURED,
  MAPI_E_USER_CANCEL,
  MAPI_TRANSPORT_PROVIDER,
  MAPI_UNICODE,
  MSG_SERVICE_CONFIGURE,
  type MSGSERVICEENTRY,
  NOTIFY_BEGIN_INBOUND,
  NOTIFY_BEGIN_OUTBOUND,
  PR_DISPLAY_NAME_W,
  PR_RESOURCE_TYPE,
  PR_SUBJECT_W,
} from '../../../src/mapi/index.js';
import type { MessageService } from '../../../src/subsystem/index.js';
import { useLedger } from '../../support/ledger.js';
import { provokes } from '../../support/log.js';
import { column, flush, inboxOf, PostOffice, refusal, submit, testTransport } from './post-office.js';

describe('IXPProvider::TransportLogon', () => {
  useLedger();

  test('is told that nothing comes in or goes out yet, shows no dialogs, and hears of both later', async () => {
    const log: string[] = [];
    const office = await PostOffice.open(
      testTransport(
        'XP1',
        { submit: (asked) => asked, loggedOn: async (_, flags) => void log.push(`flags ${flags}`) },
        log,
      ),
    );
    try {
      await office.session((session) => flush(session));
    } finally {
      office.close();
    }
    const flags = LOGON_NO_DIALOG | LOGON_NO_INBOUND | LOGON_NO_OUTBOUND | (MAPI_UNICODE >>> 0);
    expect(log.slice(0, 5)).toEqual([
      'TransportLogon',
      `flags ${flags}`,
      'AddressTypes',
      `TransportNotify ${NOTIFY_BEGIN_INBOUND}`,
      `TransportNotify ${NOTIFY_BEGIN_OUTBOUND}`,
    ]);
  });
});

describe('IXPProvider::TransportLogon that fails', () => {
  useLedger();
  let office: PostOffice;
  afterEach(() => office.close());

  let sent: string[] = [];
  /** A service with transports that log on or fail with a code. */
  function service(
    name: string,
    logons: Readonly<Record<string, () => HResult>>,
    entry?: MSGSERVICEENTRY,
  ): MessageService {
    const providers = Object.entries(logons).flatMap(([transport, code]) =>
      testTransport(transport, {
        types: [transport],
        submit: (asked, subject) => {
          sent.push(`${transport}: ${subject}`);
          return asked;
        },
        loggedOn: async () => {
          if (code() !== S_OK) throw refusal(code());
        },
      }).providers.map((one) => ({ ...one, name: transport })),
    );
    return {
      name,
      displayName: name,
      dllName: 'test',
      providers,
      ...(entry ? { entry: { name: 'Entry', call: entry } } : {}),
    };
  }
  /** Which transports have a row in the status table. */
  async function loggedOn(): Promise<readonly (string | null)[]> {
    let names: readonly (string | null)[] = [];
    await office.session(async (session) => {
      using table = await ok(session.GetStatusTable(MAPI_UNICODE));
      const rows = await ok(table.QueryRows(20, 0));
      names = rows
        .filter((row) => row.get(PR_RESOURCE_TYPE) === MAPI_TRANSPORT_PROVIDER)
        .map((row) => row.get(PR_DISPLAY_NAME_W));
    });
    return names;
  }

  test.each([
    { name: 'MAPI_E_FAILONEPROVIDER', hr: MAPI_E_FAILONEPROVIDER, others: ['B', 'C'] },
    { name: 'MAPI_E_USER_CANCEL', hr: MAPI_E_USER_CANCEL, others: ['B', 'C'] },
    { name: 'MAPI_E_LOGON_FAILED', hr: MAPI_E_LOGON_FAILED, others: ['C'] },
  ])('$name: whether the others of its service are called; those of other services are', async ({ hr, others }) => {
    const disables = !others.includes('B');
    provokes(/the transport A could not be logged on/, ...(disables ? [/the message service is disabled/] : []));
    office = await PostOffice.open(service('ONE', { A: () => hr, B: () => S_OK }), service('TWO', { C: () => S_OK }));
    expect(await loggedOn()).toEqual(others);
  });

  test('MAPI_E_UNCONFIGURED has the service configure itself, once, and the logon tried again', async () => {
    const contexts: number[] = [];
    let configured = false;
    const entry: MSGSERVICEENTRY = async (_support, _ui, _flags, context) => {
      contexts.push(context);
      if (context === MSG_SERVICE_CONFIGURE) configured = true;
      return [S_OK, { lppMAPIError: null }];
    };
    office = await PostOffice.open(service('ONE', { A: () => (configured ? S_OK : MAPI_E_UNCONFIGURED) }, entry));
    contexts.length = 0;
    expect(await loggedOn()).toEqual(['A']);
    expect(contexts).toEqual([MSG_SERVICE_CONFIGURE]);
  });

  test('messages to others go on; those for the one that is missing wait, and nobody is told that they are lost', async () => {
    provokes(/the transport A could not be logged on/);
    sent = [];
    let code: HResult = MAPI_E_FAILONEPROVIDER;
    office = await PostOffice.open(service('ONE', { A: () => code }), service('TWO', { C: () => S_OK }));
    await office.session(async (session, store) => {
      await submit(store, 'waits', ['A:1']);
      await submit(store, 'goes', ['C:1']);
      await flush(session);
      expect(sent).toEqual(['C: goes']);
      expect(await column(store, await inboxOf(store), PR_SUBJECT_W)).toEqual([]);
    });
    code = S_OK;
    await office.session(async (session) => {
      await flush(session);
    });
    expect(sent).toEqual(['C: goes', 'A: waits']);
  });
});
