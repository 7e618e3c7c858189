import { afterEach, describe, expect, test } from 'vitest';
import { com, ok, S_OK } from '../../../src/com/index.js';
import {
  END_RESEND_NOW,
  HOOK_OUTBOUND,
  type IMessage,
  ISpoolerHook,
  MAPI_E_BUSY,
  MAPI_E_NETWORK_ERROR,
  MAPI_E_NOT_IN_QUEUE,
  MAPI_E_NOT_ME,
  MAPI_HOOK_PROVIDER,
  MAPI_NO_MAIL,
  PR_DEFERRED_SEND_TIME,
  PR_DELETE_AFTER_SUBMIT,
  PR_IPM_OUTBOX_ENTRYID,
  PR_IPM_SENTMAIL_ENTRYID,
  PR_MESSAGE_CLASS_W,
  PR_SUBJECT_W,
  prop,
} from '../../../src/mapi/index.js';
import { registerSpoolerLibrary } from '../../../src/subsystem/index.js';
import { useLedger } from '../../support/ledger.js';
import { provokes } from '../../support/log.js';
import {
  bringing,
  column,
  download,
  flush,
  folderOf,
  inboxOf,
  PostOffice,
  refusal,
  submit,
  testTransport,
} from './post-office.js';

describe('The spooler', () => {
  useLedger();
  let office: PostOffice;
  afterEach(() => office.close());

  const sentItems = async (store: Parameters<typeof column>[0]) =>
    await column(store, await folderOf(store, PR_IPM_SENTMAIL_ENTRYID), PR_SUBJECT_W);
  const outbox = async (store: Parameters<typeof column>[0]) =>
    await column(store, await folderOf(store, PR_IPM_OUTBOX_ENTRYID), PR_SUBJECT_W);

  test('logs transports on in the order of the profile, and off at the end', async () => {
    const log: string[] = [];
    office = await PostOffice.open(testTransport('ONE', { submit: (asked) => asked }, log));
    await office.session(async (session, store) => {
      await submit(store, 'first', ['a@x.org']);
      await flush(session);
    });
    // The message may be on its way before the queues are flushed.
    const steps = log.filter((line) => !line.startsWith('TransportNotify') && line !== 'FlushQueues');
    expect(steps).toEqual([
      'TransportLogon',
      'AddressTypes',
      'SubmitMessage 0 first',
      'EndMessage 7',
      'TransportLogoff',
      'Shutdown',
    ]);
  });

  test('gives a recipient that one transport declines to the next, and reports one that nobody takes', async () => {
    const asked: (readonly string[])[] = [];
    office = await PostOffice.open(
      testTransport('ONE', { submit: (all) => noted(asked, all, all).filter((one) => one.startsWith('a')) }),
      testTransport('TWO', { submit: (all) => noted(asked, all, all).filter((one) => one.startsWith('b')) }),
    );
    await office.session(async (session, store) => {
      await submit(store, 'to three', ['a@x.org', 'b@x.org', 'c@x.org']);
      await flush(session);
      expect(asked).toEqual([
        ['a@x.org', 'b@x.org', 'c@x.org'],
        ['b@x.org', 'c@x.org'],
      ]);
      expect(await sentItems(store)).toEqual(['to three']);
      expect(await column(store, await inboxOf(store), PR_MESSAGE_CLASS_W)).toEqual(['REPORT.IPM.Note.NDR']);
    });
  });

  test('chooses by address type, exactly', async () => {
    const taken: string[] = [];
    const transport = (name: string, types: readonly string[]) =>
      testTransport(name, { types, submit: (all) => noted(taken, `${name} ${all.join()}`, all) });
    office = await PostOffice.open(transport('FAXES', ['FAX']), transport('MAILS', ['SMTP']));
    await office.session(async (session, store) => {
      await submit(store, 'both', ['FAX:123', 'a@x.org', 'X500:nobody']);
      await flush(session);
      expect(taken.sort()).toEqual(['FAXES 123', 'MAILS a@x.org']);
      expect(await column(store, await inboxOf(store), PR_SUBJECT_W)).toEqual(['Undeliverable: both']);
    });
  });

  test.each([
    ['MAPI_E_NOT_ME', MAPI_E_NOT_ME],
    ['MAPI_E_BUSY', MAPI_E_BUSY],
    ['MAPI_E_NETWORK_ERROR', MAPI_E_NETWORK_ERROR],
  ])('calls no EndMessage after %s', async (_name, hr) => {
    const log: string[] = [];
    const behaviour = {
      submit: () => {
        throw refusal(hr);
      },
      seconds: 60,
    };
    office = await PostOffice.open(testTransport('ONE', behaviour, log));
    await office.session(async (session, store) => {
      await submit(store, 'again', ['a@x.org']);
      await flush(session);
      expect(log.some((line) => line.startsWith('EndMessage'))).toBe(false);
      const waits = hr !== MAPI_E_NOT_ME;
      expect(await outbox(store)).toEqual(waits ? ['again'] : []);
      expect(await column(store, await inboxOf(store), PR_SUBJECT_W)).toEqual(waits ? [] : ['Undeliverable: again']);
    });
  });

  test('keeps what nobody takes while a transport of the profile could not be logged on', async () => {
    provokes(/the transport ONE could not be logged on/);
    let broken = true;
    const behaviour = {
      submit: (all: readonly string[]) => all,
      loggedOn: async () => {
        if (broken) throw refusal(MAPI_E_NETWORK_ERROR);
      },
    };
    office = await PostOffice.open(testTransport('ONE', behaviour));
    await office.session(async (session, store) => {
      await submit(store, 'patient', ['a@x.org']);
      await flush(session);
      expect(await outbox(store)).toEqual(['patient']);
      expect(await column(store, await inboxOf(store), PR_SUBJECT_W)).toEqual([]);
    });
    broken = false;
    await office.session(async (session, store) => {
      await flush(session);
      expect(await sentItems(store)).toEqual(['patient']);
    });
  });

  test('sends again at once on END_RESEND_NOW', async () => {
    const log: string[] = [];
    let ends = 0;
    office = await PostOffice.open(
      testTransport('ONE', { submit: (all) => all, end: () => (++ends === 1 ? END_RESEND_NOW : 0) }, log),
    );
    await office.session(async (session, store) => {
      await submit(store, 'twice', ['a@x.org']);
      await flush(session);
      expect(log.filter((line) => line.startsWith('SubmitMessage'))).toHaveLength(2);
      expect(await sentItems(store)).toEqual(['twice']);
    });
  });

  test('keeps what is deferred, and what MAPI_NO_MAIL leaves, until its time', async () => {
    const taken: string[] = [];
    const service = testTransport('ONE', { submit: (all, subject) => noted(taken, subject, all) });
    office = await PostOffice.open(service);
    const later = BigInt(Date.now() + 3_600_000) * 10_000n + 116_444_736_000_000_000n;
    await office.session(async (_session, store) => {
      await submit(store, 'now', ['a@x.org']);
    }, MAPI_NO_MAIL);
    expect(taken).toEqual([]);
    await office.session(async (session, store) => {
      const entryId = await submit(store, 'later', ['a@x.org'], [prop(PR_DEFERRED_SEND_TIME, later)]);
      await submit(store, 'gone', ['a@x.org'], [prop(PR_DELETE_AFTER_SUBMIT, true)]);
      await flush(session);
      expect(taken.sort()).toEqual(['gone', 'now']);
      expect(await sentItems(store)).toEqual(['now']);
      expect(await outbox(store)).toEqual(['later']);
      expect(await store.AbortSubmit(entryId, 0)).toBe(S_OK);
      expect(await store.AbortSubmit(entryId, 0)).toBe(MAPI_E_NOT_IN_QUEUE);
    });
  });

  test('runs a preprocessor for the transport that takes the message, before it is sent', async () => {
    const seen: string[] = [];
    const undo = registerSpoolerLibrary('TESTPP', {
      Preprocess: async (_session: unknown, message: IMessage) => {
        await ok(message.SetProps([prop(PR_SUBJECT_W, 'preprocessed')]));
        return [S_OK, { lpppMessage: [], lppRecipList: null }] as never;
      },
      Remove: (async () => {
        seen.push('removed');
        return S_OK;
      }) as never,
    });
    try {
      office = await PostOffice.open(
        testTransport('ONE', {
          submit: (all, subject) => noted(seen, subject, all),
          loggedOn: (support) => ok(support.RegisterPreprocessor(null, 'SMTP', 'TESTPP', 'Preprocess', 'Remove', 0)),
        }),
      );
      await office.session(async (session, store) => {
        await submit(store, 'plain', ['a@x.org']);
        await flush(session);
        expect(seen).toEqual(['preprocessed', 'removed']);
        expect(await sentItems(store)).toEqual(['preprocessed']);
      });
    } finally {
      undo();
    }
  });

  test('shows sent messages to outbound hooks, and takes mail over into the receive folder of its class', async () => {
    const seen: string[] = [];
    const hook = {
      name: 'HOOK',
      displayName: 'Hook',
      dllName: 'test',
      providers: [
        {
          resourceType: MAPI_HOOK_PROVIDER,
          resourceFlags: HOOK_OUTBOUND,
          name: 'HP',
          displayName: 'Hook',
          providerDisplay: 'Hook',
          init: async () =>
            [
              S_OK,
              com(
                {
                  InboundMsgHook: () => ({ lpulFlags: 0, lppEntryID: new Uint8Array(0) }),
                  OutboundMsgHook: async (message: IMessage) => {
                    seen.push((await ok(message.GetProps([PR_SUBJECT_W], 0))).get(PR_SUBJECT_W) ?? '');
                    return { lpulFlags: 0, lppEntryID: new Uint8Array(0) };
                  },
                },
                ISpoolerHook,
              ),
            ] as const,
        },
      ],
    } as const;
    const arriving = ['one', 'two'];
    office = await PostOffice.open(
      testTransport('ONE', {
        submit: (all) => all,
        incoming: bringing(arriving),
      }),
      hook,
    );
    await office.session(async (session, store) => {
      await submit(store, 'hooked', ['a@x.org']);
      await flush(session);
      expect(seen).toEqual(['hooked']);
      await download(session);
      expect(await column(store, await inboxOf(store, 'IPM.Note'), PR_SUBJECT_W)).toEqual(['one', 'two']);
    });
  });
});

/** Notes something, and passes something on. */
function noted<N, T>(notes: N[], note: N, value: T): T {
  notes.push(note);
  return value;
}
