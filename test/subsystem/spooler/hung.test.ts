import { afterEach, describe, expect, test, vi } from 'vitest';
import { com, nameOf, ok, S_OK } from '../../../src/com/index.js';
import {
  HOOK_DELETE,
  HOOK_INBOUND,
  HOOK_OUTBOUND,
  type HookVerdict,
  type IMessage,
  type IMsgStore,
  ISpoolerHook,
  KEEP_OPEN_READWRITE,
  LOGOFF_ABORT,
  LOGOFF_PURGE,
  MAPI_E_INVALID_OBJECT,
  MAPI_HOOK_PROVIDER,
  MAPI_NO_MAIL,
  MODRECIP_ADD,
  PR_BODY_W,
  PR_IPM_OUTBOX_ENTRYID,
  PR_IPM_SENTMAIL_ENTRYID,
  PR_PREPROCESS,
  PR_SUBJECT_W,
  type PREPROCESSMESSAGE,
  type PropTag,
  prop,
  type REMOVEPREPROCESSINFO,
} from '../../../src/mapi/index.js';
import {
  type MessageService,
  registerSpoolerLibrary,
  type SpoolerEvent,
  watchSpooler,
} from '../../../src/subsystem/index.js';
import { closingMs, giveUpMs, hookMs, logonMs, preprocessMs } from '../../../src/subsystem/spooler/limits.js';
import { useLedger } from '../../support/ledger.js';
import { provokes } from '../../support/log.js';
import { contents, recipient } from '../../support/store-programs/client.js';
import { Passing } from './passing.js';
import {
  bringing,
  column,
  download,
  flush,
  folderOf,
  inboxOf,
  PostOffice,
  submit,
  testTransport,
} from './post-office.js';

const nothing: HookVerdict = { lpulFlags: 0, lppEntryID: new Uint8Array(0) };

/** A call that returns when the test says so. */
class Call<T> {
  readonly answer: Promise<T>;
  /** When it has been made. */
  readonly made: Promise<void>;
  end: (value: T) => void = () => undefined;
  begin: () => void = () => undefined;

  constructor() {
    this.answer = new Promise((resolve) => {
      this.end = resolve;
    });
    this.made = new Promise((resolve) => {
      this.begin = resolve;
    });
  }

  /** Makes it. */
  hang(): Promise<T> {
    this.begin();
    return this.answer;
  }
}

const lies = async (store: IMsgStore, tag: PropTag<Uint8Array>) =>
  [...(await column(store, await folderOf(store, tag), PR_SUBJECT_W))].sort();
const sentIn = (store: IMsgStore) => lies(store, PR_IPM_SENTMAIL_ENTRYID);
const waitingIn = (store: IMsgStore) => lies(store, PR_IPM_OUTBOX_ENTRYID);

/** Runs what has to run until nothing does any more that needs no timer. */
const settle = async (): Promise<void> => {
  for (let turns = 0; turns < 50; turns++) await new Promise((resolve) => setImmediate(resolve));
};

describe('What does not return from a message', () => {
  useLedger();
  let office: PostOffice;
  const undo: (() => void)[] = [];
  const clock = () => {
    const passing = new Passing();
    undo.push(() => passing.stop());
    return passing;
  };
  /** Lets so much time pass for timers, once a call has been made that does not return. */
  const lapse = async (call: { readonly made: Promise<void> }, ms: number): Promise<void> => {
    await call.made;
    vi.advanceTimersByTime(ms);
  };
  const stopTime = (): void => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  /** What the spooler tells its watchers. */
  const watched = (): SpoolerEvent[] => {
    const events: SpoolerEvent[] = [];
    undo.push(watchSpooler((event) => events.push(event)));
    return events;
  };
  afterEach(() => {
    for (const each of undo.splice(0)) each();
    vi.useRealTimers();
    office.close();
  });

  describe('a message hook', () => {
    /** A hook whose methods do what the test says. */
    function hook(
      name: string,
      show: (message: IMessage, way: 'in' | 'out') => Promise<HookVerdict>,
      init?: () => Promise<readonly [typeof S_OK, ISpoolerHook]>,
    ): MessageService {
      const methods = {
        InboundMsgHook: (message: IMessage) => show(message, 'in'),
        OutboundMsgHook: (message: IMessage) => show(message, 'out'),
      };
      return {
        name,
        displayName: name,
        dllName: 'test',
        providers: [
          {
            resourceType: MAPI_HOOK_PROVIDER,
            resourceFlags: HOOK_INBOUND | HOOK_OUTBOUND,
            name: 'HP',
            displayName: name,
            providerDisplay: name,
            init: init ?? (async () => [S_OK, com(methods, ISpoolerHook)] as const),
          },
        ],
      };
    }
    const subjectOf = async (message: IMessage) => (await ok(message.GetProps([PR_SUBJECT_W], 0))).get(PR_SUBJECT_W);

    /** A profile with a transport that sends everything and brings in some messages, and with hooks. */
    async function open(arriving: string[], ...hooks: readonly MessageService[]): Promise<void> {
      office = await PostOffice.open(
        testTransport('XP1', {
          submit: (all) => all,
          incoming: bringing(arriving),
        }),
        ...hooks,
      );
    }

    test('is passed over: the message was sent, other mail goes on without it, and a late answer counts for nothing', async () => {
      provokes(
        /the message hook ONE does not return from OutboundMsgHook/,
        /ONE has returned from OutboundMsgHook, too late/,
      );
      const call = new Call<HookVerdict>();
      const seen: string[] = [];
      const late: string[] = [];
      await open(
        [],
        hook('ONE', async (message) => {
          seen.push(`ONE ${await subjectOf(message)}`);
          if (seen.length > 1) return nothing;
          call.begin();
          const verdict = await call.answer;
          // As one that takes its time, and holds what it was given until it returns.
          late.push(nameOf((await message.SetProps([prop(PR_BODY_W, 'late')]))[0]) ?? '');
          late.push(nameOf(await message.SaveChanges(KEEP_OPEN_READWRITE)) ?? '');
          return verdict;
        }),
        hook('TWO', async (message) => {
          seen.push(`TWO ${await subjectOf(message)}`);
          return nothing;
        }),
      );
      const events = watched();
      stopTime();
      await office.session(async (session, store) => {
        await submit(store, 'first', ['a@x.org']);
        await Promise.all([flush(session), lapse(call, hookMs)]);
        await submit(store, 'second', ['a@x.org']);
        await flush(session);
        expect(seen.splice(1)).toEqual(['TWO first', 'TWO second']);
        expect(await sentIn(store)).toEqual(['first', 'second']);
        call.end({ ...nothing, lpulFlags: HOOK_DELETE });
        await settle();
        expect(late).toEqual([MAPI_E_INVALID_OBJECT, MAPI_E_INVALID_OBJECT].map(nameOf));
        // It works again, and is shown what comes.
        await submit(store, 'third', ['a@x.org']);
        await flush(session);
        expect(seen.splice(1)).toEqual(['ONE third', 'TWO third']);
        expect(await sentIn(store)).toEqual(['first', 'second', 'third']);
      });
      const over = events
        .filter(({ what }) => what === 'passed over')
        .map(({ what: _what, message, ...more }) => ({ ...more, subject: message.subject }));
      expect(over).toEqual(
        ['first', 'second'].map((subject) => ({ who: 'the message hook ONE', call: 'OutboundMsgHook', subject })),
      );
    });

    test('holds up no mail that comes in', async () => {
      provokes(
        /the message hook ONE does not return from InboundMsgHook/,
        /ONE has returned from InboundMsgHook, too late/,
      );
      const call = new Call<HookVerdict>();
      await open(
        ['news', 'more'],
        hook('ONE', () => call.hang()),
      );
      stopTime();
      await office.session(async (session, store) => {
        await Promise.all([download(session), lapse(call, hookMs)]);
        expect([...(await column(store, await inboxOf(store), PR_SUBJECT_W))].sort()).toEqual(['more', 'news']);
        call.end({ ...nothing, lpulFlags: HOOK_DELETE });
        await settle();
        expect([...(await column(store, await inboxOf(store), PR_SUBJECT_W))].sort()).toEqual(['more', 'news']);
      });
    });

    test('loses what it has changed and not saved, and not what a hook before it has changed', async () => {
      provokes(
        /the message hook TWO does not return from InboundMsgHook/,
        /TWO has returned from InboundMsgHook, too late/,
      );
      const call = new Call<HookVerdict>();
      await open(
        ['news'],
        hook('ONE', async (message) => {
          await ok(message.SetProps([prop(PR_BODY_W, 'of ONE')]));
          return nothing;
        }),
        hook('TWO', async (message) => {
          await ok(message.SetProps([prop(PR_SUBJECT_W, 'half done')]));
          return await call.hang();
        }),
      );
      stopTime();
      await office.session(async (session, store) => {
        await Promise.all([download(session), lapse(call, hookMs)]);
        expect(await contents(store, await inboxOf(store), [PR_SUBJECT_W, PR_BODY_W])).toEqual([['news', 'of ONE']]);
        call.end(nothing);
        await settle();
      });
    });

    test.each([
      ['nothing more', LOGOFF_ABORT],
      ['that all be sent', LOGOFF_PURGE],
    ])(
      'does not keep the session from its end, however many there are, and if a client asks for %s',
      async (_what, wish) => {
        provokes(/the message hook ONE does not return/, /the message hook TWO does not return/);
        const call = new Call<HookVerdict>();
        await open(
          [],
          hook('ONE', () => call.hang()),
          hook('TWO', () => call.hang()),
        );
        const passing = clock();
        await office.session(async (_session, store) => {
          await submit(store, 'first', ['a@x.org']);
          await call.made;
          await ok(store.StoreLogoff(wish));
          passing.begin(50);
        });
        expect(passing.stop()).toBeLessThan(hookMs);
        await office.session(async (_session, store) => expect(await sentIn(store)).toEqual(['first']), MAPI_NO_MAIL);
        // What they hold is given back when they return, though the session is long over.
        provokes(/ONE has returned/, /TWO has returned/);
        call.end(nothing);
        await settle();
      },
    );

    test('that does not return from HPProviderInit is left out; one that comes too late is released', async () => {
      provokes(
        /the message hook ONE does not return from HPProviderInit/,
        /ONE has returned from HPProviderInit, too late/,
      );
      const call = new Call<readonly [typeof S_OK, ISpoolerHook]>();
      const seen: string[] = [];
      const note = (name: string) => async () => {
        seen.push(name);
        return nothing;
      };
      const methods = { InboundMsgHook: note('ONE'), OutboundMsgHook: note('ONE') };
      await open(
        [],
        hook('ONE', note('ONE'), () => call.hang()),
        hook('TWO', note('TWO')),
      );
      stopTime();
      await office.session(async (session, store) => {
        await submit(store, 'first', ['a@x.org']);
        await Promise.all([flush(session), lapse(call, logonMs)]);
        call.end([S_OK, com(methods, ISpoolerHook)]);
        await settle();
        expect(seen).toEqual(['TWO']);
        expect(await sentIn(store)).toEqual(['first']);
      });
    });
  });

  describe('a preprocessor', () => {
    type Answer = Awaited<ReturnType<PREPROCESSMESSAGE>>;
    const done: Answer = [S_OK, { lpppMessage: [], lppRecipList: null }];
    let sent: string[] = [];

    /** A profile with one transport for faxes, which are preprocessed, and one for letters, which are not. */
    async function open(preprocess: PREPROCESSMESSAGE, remove?: REMOVEPREPROCESSINFO): Promise<void> {
      sent = [];
      undo.push(registerSpoolerLibrary('RENDER', { Render: preprocess, ...(remove ? { Clean: remove } : {}) }));
      const behaviour = {
        submit: (asked: readonly string[], subject: string) => {
          sent.push(subject);
          return asked;
        },
      };
      const clean = remove ? 'Clean' : null;
      office = await PostOffice.open(
        testTransport('FAXES', {
          ...behaviour,
          types: ['FAX'],
          loggedOn: (support) => ok(support.RegisterPreprocessor(null, 'FAX', 'RENDER', 'Render', clean, 0)),
        }),
        testTransport('LETTERS', behaviour),
      );
    }

    test('keeps its message in the queue, and no other one: it is tried again when it has returned, and sent once', async () => {
      provokes(
        /Render of RENDER does not return from PreprocessMessage/,
        /RENDER has returned from PreprocessMessage, too late/,
      );
      const call = new Call<void>();
      const seen: (string | null)[] = [];
      const late: string[] = [];
      await open(async (_session, message, _book, folder) => {
        const row = await ok(message.GetProps([PR_SUBJECT_W], 0));
        seen.push(row.get(PR_SUBJECT_W));
        if (seen.length > 1) return done;
        const further = await ok(folder.CreateMessage(null, 0));
        await ok(further.SetProps([prop(PR_SUBJECT_W, 'cover')]));
        await ok(further.ModifyRecipients(MODRECIP_ADD, [recipient('ann@example.org')]));
        await ok(message.SetProps([prop(PR_SUBJECT_W, 'half done')]));
        await call.hang();
        late.push(nameOf(await message.SaveChanges(KEEP_OPEN_READWRITE)) ?? '');
        late.push(nameOf(await message.SubmitMessage(0)) ?? '');
        late.push(nameOf((await folder.CreateMessage(null, 0))[0]) ?? '');
        return [S_OK, { lpppMessage: [further], lppRecipList: null }];
      });
      const events = watched();
      stopTime();
      await office.session(async (session, store) => {
        await submit(store, 'fax', ['FAX:1']);
        await Promise.all([flush(session), lapse(call, preprocessMs)]);
        await submit(store, 'letter', ['ann@example.org']);
        // Another one of its kind: it may be the first alone that it does not come to an end with.
        await submit(store, 'second fax', ['FAX:2']);
        await flush(session);
        expect(seen).toEqual(['fax', 'second fax']);
        expect(sent.splice(0).sort()).toEqual(['letter', 'second fax']);
        expect(await waitingIn(store)).toEqual(['fax']);
        call.end();
        await settle();
        await flush(session);
        expect(late).toEqual([MAPI_E_INVALID_OBJECT, MAPI_E_INVALID_OBJECT, MAPI_E_INVALID_OBJECT].map(nameOf));
        expect(seen).toEqual(['fax', 'second fax', 'fax']);
        expect(sent).toEqual(['fax']);
        expect(await sentIn(store)).toEqual(['fax', 'letter', 'second fax']);
        expect(await waitingIn(store)).toEqual([]);
      });
      const whys = events.flatMap((event) =>
        event.what === 'waiting' ? [`${event.message.subject}: ${event.why}`] : [],
      );
      expect([...new Set(whys)]).toEqual(['fax: Render of RENDER does not return']);
    });

    test('that returns from nothing is tried with one other message at a time', async () => {
      provokes(/Render of RENDER does not return from PreprocessMessage/);
      const call = new Call<Answer>();
      let calls = 0;
      await open(() => {
        calls++;
        return call.hang();
      });
      const passing = clock();
      stopTime();
      await office.session(async (session, store) => {
        await submit(store, 'fax', ['FAX:1']);
        await Promise.all([flush(session), lapse(call, preprocessMs)]);
        expect(calls).toBe(1);
        const putOff = new Promise<void>((resolve) => {
          let left = 2;
          undo.push(watchSpooler(({ what }) => void (what === 'waiting' && --left === 0 && resolve())));
        });
        for (const each of ['2', '3', '4']) await submit(store, `fax ${each}`, [`FAX:${each}`]);
        await putOff;
        expect(calls).toBe(2);
        expect(sent).toEqual([]);
        passing.begin();
      });
      provokes(/RENDER has returned/);
      call.end(done);
      await settle();
    });

    test('does not keep the session from its end, and the next one sends the message', async () => {
      provokes(/Render of RENDER does not return from PreprocessMessage/);
      const call = new Call<Answer>();
      let hangs = true;
      await open(async () => (hangs ? await call.hang() : done));
      const passing = clock();
      await office.session(async (_session, store) => {
        await submit(store, 'fax', ['FAX:1']);
        await call.made;
        passing.begin();
      });
      const passed = passing.stop();
      expect(passed).toBeGreaterThanOrEqual(closingMs);
      expect(passed).toBeLessThan(preprocessMs / 2);
      hangs = false;
      await office.session(async (session, store) => {
        expect(await waitingIn(store)).toEqual(['fax']);
        await flush(session);
        expect(await sentIn(store)).toEqual(['fax']);
      });
      provokes(/RENDER has returned/);
      call.end(done);
      await settle();
      expect(sent).toEqual(['fax']);
    });

    test('for days: the sender is told that the message could not be prepared, and it leaves the queue', async () => {
      provokes(/Render of RENDER does not return from PreprocessMessage/);
      const call = new Call<Answer>();
      await open(() => call.hang());
      stopTime();
      const now = Date.now();
      await office.session(async (session, store) => {
        await submit(store, 'fax', ['FAX:1']);
        await Promise.all([flush(session), lapse(call, preprocessMs)]);
        vi.useRealTimers();
        vi.useFakeTimers({ toFake: ['Date'], now: now + giveUpMs - 60_000 });
        await flush(session);
        expect(await waitingIn(store)).toEqual(['fax']);
        vi.setSystemTime(now + giveUpMs + 60_000);
        await flush(session);
        expect(await waitingIn(store)).toEqual([]);
        const reports = await contents(store, await inboxOf(store), [PR_SUBJECT_W, PR_BODY_W]);
        expect(reports.map(([subject]) => subject)).toEqual(['Undeliverable: fax']);
        expect(reports[0]?.[1]).toMatch(/could not be prepared for sending: Render of RENDER does not return/);
        expect(sent).toEqual([]);
        vi.useRealTimers();
      });
      provokes(/RENDER has returned/);
      call.end(done);
      await settle();
    });

    test('that does not return from RemovePreprocessInfo is passed over: the message was sent, and is done with', async () => {
      provokes(/Clean of RENDER does not return from RemovePreprocessInfo/, /Clean of RENDER has returned/);
      const call = new Call<typeof S_OK>();
      let cleaned = 0;
      await open(
        async () => done,
        () => {
          cleaned++;
          return call.hang();
        },
      );
      const events = watched();
      stopTime();
      await office.session(async (session, store) => {
        await submit(store, 'fax', ['FAX:1']);
        await Promise.all([flush(session), lapse(call, preprocessMs)]);
        await submit(store, 'second fax', ['FAX:2']);
        await flush(session);
        expect(await sentIn(store)).toEqual(['fax', 'second fax']);
        expect(cleaned).toBe(1);
        call.end(S_OK);
        await settle();
        expect(sent).toEqual(['fax', 'second fax']);
      });
      expect(events.flatMap((event) => (event.what === 'passed over' ? [event.who] : []))).toEqual([
        'Clean of RENDER',
        'Clean of RENDER',
      ]);
    });

    test('takes out what it has put in, and that stays out', async () => {
      await open(
        async (_session, message) => {
          await ok(message.SetProps([prop(PR_BODY_W, 'rendered')]));
          return done;
        },
        async (message) => {
          await ok(message.SetProps([prop(PR_BODY_W, 'as it was')]));
          return S_OK;
        },
      );
      await office.session(async (session, store) => {
        await submit(store, 'fax', ['FAX:1']);
        await flush(session);
        const folder = await folderOf(store, PR_IPM_SENTMAIL_ENTRYID);
        expect(await contents(store, folder, [PR_SUBJECT_W, PR_BODY_W, PR_PREPROCESS])).toEqual([
          ['fax', 'as it was', null],
        ]);
      });
    });
  });
});
