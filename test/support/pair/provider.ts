import { ComError, com, type Impl, ok, S_OK } from '../../../src/com/index.js';
import {
  CURRENT_SPI_VERSION,
  type EntryId,
  type IMAPISupport,
  IMSLogon,
  IMSProvider,
  MAPI_E_NO_SUPPORT,
  MAPI_STORE_PROVIDER,
  type NEWMAIL_NOTIFICATION,
  NOTIFY_NEWMAIL_RECEIVED,
  NOTIFY_READYTOSEND,
  PR_SUBJECT_W,
  prop,
} from '../../../src/mapi/index.js';
import type { MessageService } from '../../../src/subsystem/index.js';
import { type PairServer, pairEntryId, pairUid } from './server.js';
import { PairStore } from './store.js';

/**
 * A message service with the store of a tightly coupled pair. Its transport is the caller's: it says in its status row whose it is
 * (PR_OWN_STORE_ENTRYID).
 *
 * @param server what stands behind the store
 * @param transport the providers of the transport
 */
export function pairService(server: PairServer, transport: MessageService['providers']): MessageService {
  return {
    name: 'PAIR',
    displayName: 'Pair',
    dllName: 'pair',
    providers: [
      ...transport,
      {
        resourceType: MAPI_STORE_PROVIDER,
        name: 'MS',
        displayName: 'Pair',
        providerDisplay: 'Pair',
        resourceFlags: 0,
        init: async () => {
          const provider = new PairProvider(server) as unknown as Impl<IMSProvider>;
          return [S_OK, { lpulProviderVer: CURRENT_SPI_VERSION, lppMSProvider: com(provider, IMSProvider) }];
        },
      },
    ],
  };
}

/** Mail comes in: the server puts it into the store by itself, and the store tells the spooler. */
export async function arrive(server: PairServer, support: IMAPISupport, subject: string): Promise<void> {
  const kept = server.begin('Inbox');
  server.set(kept, [prop(PR_SUBJECT_W, subject)]);
  server.keep(kept);
  const news: NEWMAIL_NOTIFICATION = {
    lpEntryID: kept.entryId,
    lpParentID: pairEntryId('Inbox'),
    ulFlags: 0,
    lpszMessageClass: 'IPM.Note',
    ulMessageFlags: 0,
  };
  await ok(support.SpoolerNotify(NOTIFY_NEWMAIL_RECEIVED, news));
}

class PairProvider {
  readonly #server: PairServer;

  constructor(server: PairServer) {
    this.#server = server;
  }

  async Logon(support: IMAPISupport) {
    await ok(support.SetProviderUID(pairUid, 0));
    this.#server.loggedOn(support);
    let asked: Promise<void> | undefined;
    const ready = () => (asked ??= ok(support.SpoolerNotify(NOTIFY_READYTOSEND, null)));
    return {
      lppMAPIError: null,
      lppbSpoolSecurity: new Uint8Array(),
      lppMDB: new PairStore(this.#server, { role: 'client', support, ready }).publish(),
      lppMSLogon: com(new PairLogon(support) as unknown as Impl<IMSLogon>, IMSLogon),
    };
  }

  SpoolerLogon(support: IMAPISupport) {
    const ready = async () => undefined;
    return {
      lppMAPIError: null,
      lppMDB: new PairStore(this.#server, { role: 'spooler', support, ready }).publish(),
      lppMSLogon: null,
    };
  }

  CompareStoreIDs(one: EntryId, other: EntryId): number {
    return Buffer.compare(one, other) === 0 ? 1 : 0;
  }

  Shutdown(): void {}
}

class PairLogon {
  readonly #support: IMAPISupport;

  constructor(support: IMAPISupport) {
    this.#support = support;
    support.AddRef();
  }

  Logoff(): void {}

  OpenEntry(): never {
    throw new ComError(MAPI_E_NO_SUPPORT, 'open it through its store');
  }

  CompareEntryIDs(one: EntryId, other: EntryId): number {
    return Buffer.compare(one, other) === 0 ? 1 : 0;
  }

  finalRelease(): void {
    this.#support.Release();
  }
}
