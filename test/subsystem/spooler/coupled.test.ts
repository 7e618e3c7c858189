import { afterEach, describe, expect, test } from 'vitest';
import { com, type Impl, ok, S_OK } from '../../../src/com/index.js';
import {
  CURRENT_SPI_VERSION,
  type EntryId,
  IMAPIFolder,
  type IMAPISupport,
  IMSProvider,
  type IMsgStore,
  MAPI_MODIFY,
  MAPI_NO_MAIL,
  MAPI_STORE_PROVIDER,
  MODRECIP_ADD,
  NEEDS_PREPROCESSING,
  NEEDS_SPOOLER,
  NOTIFY_READYTOSEND,
  PR_ADDRTYPE_W,
  PR_DISPLAY_NAME_W,
  PR_EMAIL_ADDRESS_W,
  PR_IPM_OUTBOX_ENTRYID,
  PR_OWN_STORE_ENTRYID,
  PR_RECIPIENT_TYPE,
  PR_RESPONSIBILITY,
  PR_STORE_ENTRYID,
  prop,
  STATUSROW_UPDATE,
} from '../../../src/mapi/index.js';
import { storeMessageService } from '../../../src/providers/store/index.js';
import type { MessageService } from '../../../src/subsystem/index.js';
import { useLedger } from '../../support/ledger.js';
import { PostOffice, testTransport } from './post-office.js';

describe('A store that is tightly coupled with a transport (PR_OWN_STORE_ENTRYID) learns from ExpandRecips', () => {
  useLedger();
  let office: PostOffice;
  afterEach(() => office.close());

  test('that it may send by itself what its transport can deliver to everybody', async () => {
    await open(['SMTP', 'PAIR']);
    await office.session(async (_session, store) => {
      await couple(store);
      expect(
        await needs(store, [
          ['PAIR', '1'],
          ['PAIR', '2'],
        ]),
      ).toBe(0);
    });
  });

  test('that the spooler must, when somebody is left whom it does not reach', async () => {
    await open(['SMTP', 'PAIR']);
    await office.session(async (_session, store) => {
      await couple(store);
      expect(
        await needs(store, [
          ['PAIR', '1'],
          ['X500', '2'],
        ]),
      ).toBe(NEEDS_SPOOLER);
      expect(
        await needs(store, [
          ['PAIR', '1'],
          ['SMTP', 'a@x.org'],
        ]),
      ).toBe(NEEDS_SPOOLER);
    });
  });

  test('that it may, when those have been sent to already', async () => {
    await open(['PAIR']);
    await office.session(async (_session, store) => {
      await couple(store);
      expect(
        await needs(store, [
          ['PAIR', '1'],
          ['X500', '2', true],
        ]),
      ).toBe(0);
    });
  });

  test('that the spooler must, when a transport before its own takes them: the user is on the road', async () => {
    await open(['PAIR', 'PAIR']);
    await office.session(async (_session, store) => {
      await couple(store);
      expect(await needs(store, [['PAIR', '1']])).toBe(NEEDS_SPOOLER);
    });
  });

  test('that a message needs preprocessing, whoever sends it', async () => {
    await open(['PAIR'], 'PAIR');
    await office.session(async (_session, store) => {
      await couple(store);
      expect(await needs(store, [['PAIR', '1']])).toBe(NEEDS_PREPROCESSING);
      expect(await needs(store, [['X500', '1']])).toBe(NEEDS_SPOOLER);
    });
  });

  test('that the spooler must, when no transport names it or there is no mail in the session', async () => {
    await open(['PAIR']);
    await office.session(async (_session, store) => {
      expect(await needs(store, [['PAIR', '1']])).toBe(NEEDS_SPOOLER);
    });
    await office.session(async (_session, store) => {
      expect(await needs(store, [['PAIR', '1']])).toBe(NEEDS_SPOOLER);
    }, MAPI_NO_MAIL);
  });

  let transportSupport: IMAPISupport | null = null;

  /** A profile with transports of these address types, the last of which is the store's own, and perhaps a preprocessor of its. */
  async function open(types: readonly string[], preprocessed: string | null = null): Promise<void> {
    const transports = types.map((type, at) =>
      testTransport(`XP${at}`, {
        types: [type],
        submit: (all) => all,
        loggedOn: async (support) => {
          transportSupport = support;
          if (preprocessed) await ok(support.RegisterPreprocessor(null, preprocessed, 'NONE', 'Preprocess', null, 0));
        },
      }),
    );
    office = await PostOffice.open(listening, ...transports);
  }

  async function couple(store: IMsgStore): Promise<void> {
    await ok(storeSupport().SpoolerNotify(NOTIFY_READYTOSEND, null));
    const own = (await ok(store.GetProps([PR_STORE_ENTRYID], 0))).get(PR_STORE_ENTRYID) as EntryId;
    await ok((transportSupport as IMAPISupport).ModifyStatusRow([prop(PR_OWN_STORE_ENTRYID, own)], STATUSROW_UPDATE));
  }
});

let heard: IMAPISupport | null = null;

/** What MAPI has given the store. */
function storeSupport(): IMAPISupport {
  if (!heard) throw new Error('the store was not logged on');
  return heard;
}

/** The store of comail with somebody who listens to what MAPI gives it. */
const listening: MessageService = {
  ...storeMessageService,
  name: 'COMAIL-LISTENING',
  providers: storeMessageService.providers.map((provider) =>
    provider.resourceType !== MAPI_STORE_PROVIDER
      ? provider
      : {
          ...provider,
          init: async () => {
            const [hr, made] = await provider.init(0, CURRENT_SPI_VERSION);
            if (!made) return [hr, null];
            const lppMSProvider = com(new Listener(made.lppMSProvider) as unknown as Impl<IMSProvider>, IMSProvider);
            return [S_OK, { lpulProviderVer: CURRENT_SPI_VERSION, lppMSProvider }];
          },
        },
  ),
};

class Listener {
  readonly #inner: IMSProvider;

  constructor(inner: IMSProvider) {
    this.#inner = inner;
  }

  async Logon(...args: Parameters<IMSProvider['Logon']>) {
    if (!heard) {
      [heard] = args;
      heard.AddRef();
    }
    return await ok(this.#inner.Logon(...args));
  }

  async SpoolerLogon(...args: Parameters<IMSProvider['SpoolerLogon']>) {
    return await ok(this.#inner.SpoolerLogon(...args));
  }

  async CompareStoreIDs(...args: Parameters<IMSProvider['CompareStoreIDs']>) {
    return await ok(this.#inner.CompareStoreIDs(...args));
  }

  async Shutdown(): Promise<void> {
    heard?.Release();
    heard = null;
    await ok(this.#inner.Shutdown(0));
  }

  finalRelease(): void {
    this.#inner.Release();
  }
}

/** What ExpandRecips answers for a message to somebody: of what address type, where, and whether he has it already. */
async function needs(store: IMsgStore, to: readonly (readonly [string, string, boolean?])[]): Promise<number> {
  const outbox = (await ok(store.GetProps([PR_IPM_OUTBOX_ENTRYID], 0))).get(PR_IPM_OUTBOX_ENTRYID);
  using folder = (await ok(store.OpenEntry(outbox, IMAPIFolder, MAPI_MODIFY))).lppUnk;
  using message = await ok(folder.CreateMessage(null, 0));
  const rows = to.map(([type, address, done = false]) => [
    prop(PR_RECIPIENT_TYPE, 1),
    prop(PR_DISPLAY_NAME_W, address),
    prop(PR_ADDRTYPE_W, type),
    prop(PR_EMAIL_ADDRESS_W, address),
    prop(PR_RESPONSIBILITY, done),
  ]);
  await ok(message.ModifyRecipients(MODRECIP_ADD, rows));
  return await ok(storeSupport().ExpandRecips(message));
}
