import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { com, ok, S_OK } from '../../../src/com/index.js';
import {
  type EntryId,
  HOOK_DELETE,
  HOOK_INBOUND,
  HOOK_OUTBOUND,
  IMAPIFolder,
  type IMAPISession,
  type IMAPISupport,
  type IMessage,
  type IMsgStore,
  ISpoolerHook,
  MAPI_E_NO_SUPPORT,
  MAPI_HOOK_PROVIDER,
  MAPI_MODIFY,
  MAPI_NO_MAIL,
  MAPI_TO,
  MAPI_UNICODE,
  MDB_WRITE,
  MODRECIP_ADD,
  PR_DELETE_AFTER_SUBMIT,
  PR_DISPLAY_NAME_W,
  PR_ENTRYID,
  PR_IPM_SENTMAIL_ENTRYID,
  PR_OWN_STORE_ENTRYID,
  PR_PREPROCESS,
  PR_SENTMAIL_ENTRYID,
  PR_SUBJECT_W,
  type PropValue,
  prop,
} from '../../../src/mapi/index.js';
import { type MessageService, registerSpoolerLibrary, watchSpooler } from '../../../src/subsystem/index.js';
import { useLedger } from '../../support/ledger.js';
import { provokes } from '../../support/log.js';
import { arrive, pairService } from '../../support/pair/provider.js';
import { type FolderName, PairServer, pairEntryId, pairStoreEntryId, savedOf } from '../../support/pair/server.js';
import { recipient, submitted } from '../../support/store-programs/client.js';
import { column, flush, folderOf, inboxOf, PostOffice, submit, testTransport } from './post-office.js';

describe('Who sends a message: its store, the spooler, or both', () => {
  useLedger();
  let office: PostOffice;
  let server: PairServer;
  let steps: string[];
  let stop: () => void;
  beforeEach(() => {
    server = new PairServer();
    steps = [];
    stop = watchSpooler(({ what }) => steps.push(what));
  });
  afterEach(() => {
    stop();
    office.close();
  });

  // The store decides by what the message is, not by where it lies.
  describe.each<FolderName>(['Outbox', 'Inbox'])('submitted from the %s', (folder) => {
    test('a store that is not coupled with a transport calls the spooler', async () => {
      const log = await open({ coupled: false });
      await office.session(async (session) => {
        using store = await pairStore(session);
        await send(store, folder, 'loose', ['SMTP:a@x.org']);
        await flush(session);
      });
      expect(server.delivered).toEqual([]);
      expect(log).toEqual(['MAILS a@x.org']);
      expect(server.spooler).toEqual(['lock loose', 'FinishedMsg loose']);
      expect(names('Sent')).toEqual(['loose']);
    });

    test('a pair that reaches everybody sends by itself, and the spooler hears nothing of it', async () => {
      const log = await open();
      const queued: unknown[] = [];
      const unwatch = server.queue.watch((event) => queued.push(event));
      await office.session(async (session) => {
        using store = await pairStore(session);
        await send(store, folder, 'direct', ['PAIR:ann', 'PAIR:ben']);
        // It was sent when SubmitMessage returned.
        expect(server.delivered).toEqual(['direct: ann, ben']);
        expect(names('Sent')).toEqual(['direct']);
        await flush(session);
      });
      unwatch();
      expect(queued).toEqual([]);
      expect([server.support, server.spooler, steps, log]).toEqual([[], [], [], []]);
      expect(server.delivered).toEqual(['direct: ann, ben']);
    });

    test('a pair that does not reach everybody sends to whom it reaches, the spooler to the others', async () => {
      const log = await open();
      await office.session(async (session) => {
        using store = await pairStore(session);
        await send(store, folder, 'both', ['PAIR:ann', 'SMTP:a@x.org']);
        expect(server.delivered).toEqual(['both: ann']);
        await flush(session);
      });
      expect(server.delivered).toEqual(['both: ann']);
      expect(log).toEqual(['MAILS a@x.org']);
      expect(server.spooler).toEqual(['lock both', 'FinishedMsg both']);
      expect(names('Sent')).toEqual(['both']);
    });

    test('a message that needs preprocessing goes through the spooler, though its pair sends it to everybody', async () => {
      const seen: string[] = [];
      const undo = preprocessing(seen);
      try {
        const log = await open({ preprocessed: true });
        await office.session(async (session) => {
          using store = await pairStore(session);
          await send(store, folder, 'plain', ['PAIR:ann']);
          await flush(session);
        });
        // SubmitMessage comes again, from the spooler; the store sends then, and has the spooler complete it.
        expect(server.delivered).toEqual(['sealed: ann']);
        expect(server.support).toEqual(['CompleteMsg sealed']);
        expect(server.spooler).toEqual(['lock plain', 'FinishedMsg sealed']);
        expect(seen).toEqual(['preprocessed', 'cleaned']);
        expect(log).toEqual([]);
        expect(names('Sent')).toEqual(['sealed']);
      } finally {
        undo();
      }
    });
  });

  test('CompleteMsg has what the pair has sent shown to the hooks and finished, before it answers', async () => {
    server.wantsCompletion = true;
    const seen: string[] = [];
    const log = await open({ hook: noting(seen) });
    await office.session(async (session) => {
      using store = await pairStore(session);
      await send(store, 'Outbox', 'shown', ['PAIR:ann']);
      expect(server.spooler).toEqual(['lock shown', 'FinishedMsg shown']);
      expect(seen).toEqual(['out shown']);
      expect(names('Sent')).toEqual(['shown']);
      await send(store, 'Outbox', 'gone', ['PAIR:ann'], [prop(PR_DELETE_AFTER_SUBMIT, true)]);
      expect(names('Sent')).toEqual(['shown']);
      expect(names('Outbox')).toEqual([]);
      await flush(session);
    });
    expect(server.delivered).toEqual(['shown: ann', 'gone: ann']);
    expect(seen).toEqual(['out shown', 'out gone']);
    expect(log).toEqual([]);
  });

  test('CompleteMsg and Preprocess fail for what the store does not have, and where there is no spooler', async () => {
    await open();
    await office.session(async (session) => {
      using store = await pairStore(session);
      await send(store, 'Outbox', 'one', ['PAIR:ann']);
      const missing = await (support as unknown as IMAPISupport).CompleteMsg(0, pairEntryId('nothing'));
      expect(missing).toBeLessThan(0);
    });
    await office.session(async (session) => {
      using store = await pairStore(session);
      expect(await (support as unknown as IMAPISupport).CompleteMsg(0, pairEntryId('x'))).toBe(MAPI_E_NO_SUPPORT);
      expect(await (support as unknown as IMAPISupport).Preprocess(0, pairEntryId('x'))).toBe(MAPI_E_NO_SUPPORT);
      expect(await column(store, pairEntryId('Sent'), PR_SUBJECT_W)).toEqual(['one']);
    }, MAPI_NO_MAIL);
  });

  test('its mail for the pair, sent from another store, goes through the spooler and the transport of the pair', async () => {
    const log = await open();
    await office.session(async (session, store) => {
      await submit(store, 'across', ['PAIR:ann']);
      await flush(session);
      expect(log).toEqual(['PAIRXP ann']);
      expect(server.delivered).toEqual([]);
    });
  });

  test('reports about what the pair could not send come into the default store', async () => {
    provokes(/2 properties of a message are missing in the report/);
    await open();
    await office.session(async (session, defaultStore) => {
      using store = await pairStore(session);
      await send(store, 'Outbox', 'lost', ['PAIR:ann', 'X500:nobody']);
      await flush(session);
      expect(names('Sent')).toEqual(['lost']);
      expect(await column(defaultStore, await inboxOf(defaultStore), PR_SUBJECT_W)).toEqual(['Undeliverable: lost']);
    });
  });

  test('NOTIFY_NEWMAIL_RECEIVED: what the pair gets is shown to the hooks, then told of by its store', async () => {
    const seen: string[] = [];
    await open({ hook: noting(seen) });
    await office.session(async (session) => {
      using store = await pairStore(session);
      await arrive(server, support as unknown as IMAPISupport, 'hello');
      await arrive(server, support as unknown as IMAPISupport, 'unwanted');
      expect(await column(store, pairEntryId('Inbox'), PR_DISPLAY_NAME_W)).toHaveLength(2);
    });
    // The session ends after what was under way.
    expect(seen).toEqual(['in hello', 'in unwanted']);
    expect(server.spooler).toEqual(['NotifyNewMail hello']);
    expect(names('Inbox')).toEqual(['hello']);
  });

  test('NOTIFY_NEWMAIL_RECEIVED is ignored in a session without mail', async () => {
    const seen: string[] = [];
    await open({ hook: noting(seen) });
    await office.session(async (session) => {
      using _store = await pairStore(session);
      await arrive(server, support as unknown as IMAPISupport, 'hello');
    }, MAPI_NO_MAIL);
    expect([seen, server.spooler, names('Inbox')]).toEqual([[], [], ['hello']]);
  });

  let support: IMAPISupport | null = null;

  /** A profile with comail's store as the default one, the pair, and a transport for mail. @returns what transports were asked for */
  async function open({
    coupled = true,
    preprocessed = false,
    hook = null,
  }: {
    readonly coupled?: boolean;
    readonly preprocessed?: boolean;
    readonly hook?: MessageService | null;
  } = {}): Promise<string[]> {
    const log: string[] = [];
    const taking = (name: string) => (all: readonly string[]) => {
      log.push(`${name} ${all.join()}`);
      return all;
    };
    const own = testTransport('PAIRXP', {
      types: ['PAIR'],
      status: coupled ? [prop(PR_OWN_STORE_ENTRYID, pairStoreEntryId)] : [],
      submit: taking('PAIRXP'),
      loggedOn: async (given) => {
        if (preprocessed) await ok(given.RegisterPreprocessor(null, 'PAIR', 'SEALING', 'Seal', 'Unseal', 0));
      },
    });
    const mails = testTransport('MAILS', { submit: taking('MAILS') });
    server.loggedOn = (given) => {
      support = given;
    };
    office = await PostOffice.open(pairService(server, own.providers), mails, ...(hook ? [hook] : []));
    return log;
  }

  const names = (folder: FolderName): readonly (string | null)[] =>
    server.in(folder).map((one) => savedOf(one, PR_SUBJECT_W));
});

async function pairStore(session: IMAPISession): Promise<IMsgStore> {
  using table = await ok(session.GetMsgStoresTable(MAPI_UNICODE));
  const rows = await ok(table.QueryRows(10, 0));
  const row = rows.find((one) => one.get(PR_DISPLAY_NAME_W) === 'Pair');
  return await ok(session.OpenMsgStore(0, row?.get(PR_ENTRYID) as EntryId, null, MDB_WRITE));
}

/** Writes a message in a folder and submits it. */
async function send(
  store: IMsgStore,
  folder: FolderName,
  subject: string,
  to: readonly string[],
  more: readonly PropValue[] = [],
): Promise<void> {
  using held = (await ok(store.OpenEntry(pairEntryId(folder), IMAPIFolder, MAPI_MODIFY))).lppUnk;
  using message = await ok(held.CreateMessage(null, 0));
  const sent = prop(PR_SENTMAIL_ENTRYID, await folderOf(store, PR_IPM_SENTMAIL_ENTRYID));
  await ok(message.SetProps([prop(PR_SUBJECT_W, subject), sent, ...more]));
  const rows = to.map((one) => recipient(one, MAPI_TO));
  await ok(message.ModifyRecipients(MODRECIP_ADD, rows));
  await submitted(message);
}

/** Hooks that note what they see, and want one message deleted that comes in. */
const noting = (seen: string[]): MessageService => ({
  name: 'HOOK',
  displayName: 'Hook',
  dllName: 'test',
  providers: [
    {
      resourceType: MAPI_HOOK_PROVIDER,
      resourceFlags: HOOK_INBOUND | HOOK_OUTBOUND,
      name: 'HP',
      displayName: 'Hook',
      providerDisplay: 'Hook',
      init: async () => {
        const noted = async (way: string, message: IMessage) => {
          const subject = (await ok(message.GetProps([PR_SUBJECT_W], 0))).get(PR_SUBJECT_W);
          seen.push(`${way} ${subject}`);
          return { lpulFlags: subject === 'unwanted' ? HOOK_DELETE : 0, lppEntryID: new Uint8Array(0) };
        };
        const hook = {
          InboundMsgHook: (message: IMessage) => noted('in', message),
          OutboundMsgHook: (message: IMessage) => noted('out', message),
        };
        return [S_OK, com(hook, ISpoolerHook)] as const;
      },
    },
  ],
});

/** A preprocessor that gives messages another subject, and cleans up behind itself. */
const preprocessing = (seen: string[]): (() => void) =>
  registerSpoolerLibrary('SEALING', {
    Seal: async (_session: unknown, message: IMessage) => {
      await ok(message.SetProps([prop(PR_SUBJECT_W, 'sealed')]));
      seen.push('preprocessed');
      return [S_OK, { lpppMessage: [], lppRecipList: null }] as never;
    },
    Unseal: (async (message: IMessage) => {
      if ((await ok(message.GetProps([PR_PREPROCESS], 0))).get(PR_PREPROCESS) === true) seen.push('cleaned');
      return S_OK;
    }) as never,
  });
