import { afterEach, describe, expect, test, vi } from 'vitest';
import { ok } from '../../../src/com/index.js';
import {
  type EntryId,
  type IMAPISession,
  type IMAPISupport,
  type IMsgStore,
  LOGOFF_COMPLETE,
  LOGOFF_NO_WAIT,
  LOGOFF_ORDERLY,
  LOGOFF_PURGE,
  MAPI_E_CANCEL,
  MAPI_E_WAIT,
  MAPI_NO_MAIL,
  MAPI_UNICODE,
  MDB_WRITE,
  NOTIFY_BEGIN_INBOUND,
  NOTIFY_CANCEL_MESSAGE,
  PR_DISPLAY_NAME_W,
  PR_ENTRYID,
  PR_IPM_OUTBOX_ENTRYID,
  PR_IPM_SENTMAIL_ENTRYID,
  PR_SUBJECT_W,
  type PropTag,
} from '../../../src/mapi/index.js';
import type { MessageService } from '../../../src/subsystem/index.js';
import { callMs, closingMs, lastWordMs, logonMs } from '../../../src/subsystem/spooler/limits.js';
import { useLedger } from '../../support/ledger.js';
import { provokes } from '../../support/log.js';
import { pairService } from '../../support/pair/provider.js';
import { PairServer, savedOf } from '../../support/pair/server.js';
import { Passing } from './passing.js';
import { column, flush, folderOf, PostOffice, putOff, refusal, submit, testTransport } from './post-office.js';

const lies = async (store: IMsgStore, tag: PropTag<Uint8Array>) =>
  [...(await column(store, await folderOf(store, tag), PR_SUBJECT_W))].sort();
const sentIn = (store: IMsgStore) => lies(store, PR_IPM_SENTMAIL_ENTRYID);
const waitingIn = (store: IMsgStore) => lies(store, PR_IPM_OUTBOX_ENTRYID);

/** A call of the spooler that returns when the test says so. */
class Call {
  readonly #over: Promise<void>;
  readonly made: Promise<void>;
  begin: () => void = () => undefined;
  end: () => void = () => undefined;

  constructor() {
    this.#over = new Promise((resolve) => (this.end = resolve));
    this.made = new Promise((resolve) => (this.begin = resolve));
  }

  async hang(): Promise<void> {
    this.begin();
    await this.#over;
  }
}

const wishes: readonly [string, number][] = [
  ['LOGOFF_NO_WAIT', LOGOFF_NO_WAIT],
  ['LOGOFF_ORDERLY', LOGOFF_ORDERLY],
  ['LOGOFF_PURGE', LOGOFF_PURGE],
];

describe('The session ends after a client has said what is to become of its mail, and a transport does not return', () => {
  const ledger = useLedger();
  let office: PostOffice;
  let passing: Passing;
  const sent: string[] = [];
  afterEach(() => {
    passing.stop();
    office.close();
    sent.length = 0;
  });

  const open = async (...services: readonly MessageService[]): Promise<void> => {
    passing = new Passing();
    office = await PostOffice.open(...services);
  };
  /** Time enough for the end of a session, and not for a call as long as a session goes on. */
  const step = 500;
  const taken = (all: readonly string[], subject: string): readonly string[] => {
    sent.push(subject);
    return all;
  };

  test.each(wishes)(
    '%s: who does not return from SubmitMessage is told to give the message up, and the next session sends it',
    async (_name, wish) => {
      provokes(/FAXES does not return from SubmitMessage; it is told/);
      const call = new Call();
      let hangs = true;
      await open(
        testTransport('FAXES', {
          types: ['FAX'],
          submit: async (all, subject) => {
            if (!hangs) return taken(all, subject);
            await call.hang();
            throw refusal(MAPI_E_CANCEL);
          },
          notified: (flags) => {
            if ((flags & NOTIFY_CANCEL_MESSAGE) !== 0) call.end();
          },
        }),
      );
      await office.session(async (_session, store) => {
        await submit(store, 'fax', ['FAX:1']);
        await call.made;
        await ok(store.StoreLogoff(wish));
        passing.begin(step);
      });
      const passed = passing.stop();
      expect(passed).toBeGreaterThanOrEqual(closingMs);
      expect(passed).toBeLessThan(callMs / 2);
      hangs = false;
      await office.session(async (session, store) => {
        expect([await waitingIn(store), sent]).toEqual([['fax'], []]);
        await flush(session);
        expect([await waitingIn(store), await sentIn(store), sent]).toEqual([[], ['fax'], ['fax']]);
      });
    },
  );

  test('LOGOFF_PURGE: what is for others goes out meanwhile', async () => {
    provokes(/FAXES does not return from SubmitMessage; it is told/);
    const call = new Call();
    await open(hangingIn(call, 'SubmitMessage'), stubborn('LETTERS'));
    await office.session(async (_session, store) => {
      await putOff(() => submit(store, 'letter', ['ann@example.org']));
      await submit(store, 'fax', ['FAX:1']);
      await call.made;
      await ok(store.StoreLogoff(LOGOFF_PURGE));
      passing.begin(step);
    });
    passing.stop();
    expect(sent).toEqual(['letter']);
    await office.session(
      async (_session, store) => expect([await waitingIn(store), await sentIn(store)]).toEqual([['fax'], ['letter']]),
      MAPI_NO_MAIL,
    );
  });

  test('LOGOFF_PURGE: once one is given up nothing new is begun, and what waits is sent by the next session', async () => {
    provokes(/FAXES does not return from FlushQueues; it gets nothing more to do/);
    const call = new Call();
    const calls: string[] = [];
    await open(hangingIn(call, 'FlushQueues'), stubborn('LETTERS', calls));
    await office.session(async (_session, store) => {
      await putOff(() => submit(store, 'letter', ['ann@example.org']));
      await ok(store.StoreLogoff(LOGOFF_PURGE));
      passing.begin(step);
    });
    const passed = passing.stop();
    expect(passed).toBeGreaterThanOrEqual(closingMs);
    expect(passed).toBeLessThan(callMs / 2);
    expect(calls).not.toContain('FlushQueues');
    expect(sent).toEqual([]);
    call.end();
    await office.session(async (session, store) => {
      expect(await waitingIn(store)).toEqual(['letter']);
      await flush(session);
      expect([await waitingIn(store), sent]).toEqual([[], ['letter']]);
    });
  });

  test('LOGOFF_PURGE: one that was given up before keeps the others from nothing', async () => {
    provokes(
      /FAXES does not return from SubmitMessage; it is told/,
      /FAXES does not return from SubmitMessage; it gets nothing/,
      /FAXES failed on a message/,
      /the last attempt at a message was cut off/,
      /FAXES does not return from FlushQueues; it gets nothing more to do/,
    );
    const [submitting, flushing] = [new Call(), new Call()];
    await open(
      testTransport('FAXES', {
        types: ['FAX'],
        submit: async (all) => {
          await submitting.hang();
          return all;
        },
        flushed: () => flushing.hang(),
        notified: (flags) => {
          if ((flags & NOTIFY_CANCEL_MESSAGE) !== 0) setImmediate(() => vi.advanceTimersByTime(lastWordMs));
        },
      }),
      stubborn('LETTERS'),
    );
    await office.session(async (_session, store) => {
      await putOff(() => submit(store, 'letter', ['ann@example.org']));
      vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
      await putOff(async () => {
        await submit(store, 'fax', ['FAX:1']);
        await submitting.made;
        vi.advanceTimersByTime(callMs);
      });
      vi.useRealTimers();
      await ok(store.StoreLogoff(LOGOFF_PURGE));
      passing.begin(step);
    });
    passing.stop();
    expect(sent).toEqual(['letter']);
    submitting.end();
    flushing.end();
    await settle();
  });

  test('LOGOFF_PURGE: one that is being logged on is waited for, as it answers in time', async () => {
    const call = new Call();
    await open(testTransport('FAXES', { types: ['FAX'], submit: taken, loggedOn: () => call.hang() }));
    await leaveFax();
    await office.session(async (_session, store) => {
      await call.made;
      await ok(store.StoreLogoff(LOGOFF_PURGE));
      passing.begin(step);
      setTimeout(() => call.end(), closingMs / 2);
    });
    passing.stop();
    expect(sent).toEqual(['fax']);
  });

  test('LOGOFF_PURGE: one that does not return from its logon is not waited for', async () => {
    provokes(/FAXES does not return from its logon/);
    const call = new Call();
    await open(testTransport('FAXES', { types: ['FAX'], submit: taken, loggedOn: () => call.hang() }));
    await leaveFax();
    await office.session(async (_session, store) => {
      await call.made;
      await ok(store.StoreLogoff(LOGOFF_PURGE));
      passing.begin(step);
    });
    const passed = passing.stop();
    expect(passed).toBeGreaterThanOrEqual(closingMs);
    expect(passed).toBeLessThan(logonMs);
    // What the transport holds is never let go of.
    ledger.forgive();
    await office.session(
      async (_session, store) => expect([await waitingIn(store), sent]).toEqual([['fax'], []]),
      MAPI_NO_MAIL,
    );
  });

  test.each([
    ['before the session ends', false],
    ['after its logon has returned, when the session ends already', true],
  ])('does not return from TransportNotify, called %s', async (_when, late) => {
    provokes(/FAXES does not return from TransportNotify; it gets nothing more to do/);
    const [logon, notify] = [new Call(), new Call()];
    if (!late) logon.end();
    await open(
      testTransport('FAXES', {
        types: ['FAX'],
        submit: taken,
        loggedOn: () => logon.hang(),
        notified: (flags) => ((flags & NOTIFY_BEGIN_INBOUND) !== 0 ? notify.hang() : undefined),
      }),
    );
    await leaveFax();
    await office.session(async (_session, store) => {
      await (late ? logon : notify).made;
      await ok(store.StoreLogoff(LOGOFF_PURGE));
      passing.begin(step);
      setTimeout(() => logon.end(), closingMs / 2);
    });
    const passed = passing.stop();
    expect(passed).toBeGreaterThanOrEqual(closingMs);
    expect(passed).toBeLessThan(callMs / 2);
    notify.end();
    await settle();
    expect(sent).toEqual([]);
  });

  test.each(wishes)('StoreLogoffTransports(%s) is answered, and lets go of the store once', async (_name, wish) => {
    provokes(
      /MAILS does not return from SubmitMessage; it is told/,
      /MAILS does not return from SubmitMessage; it gets/,
      /MAILS failed on/,
    );
    const call = new Call();
    const server = new PairServer();
    let support: IMAPISupport | undefined;
    server.loggedOn = (given) => {
      support = given;
    };
    await open(
      pairService(server, []),
      testTransport('MAILS', {
        submit: async (all) => {
          await call.hang();
          return all;
        },
      }),
    );
    let ending: Promise<unknown> | undefined;
    await office.session(async (session) => {
      using store = await pairStore(session);
      await submit(store, 'one', ['a@x.org']);
      await call.made;
      ending = ok((support as IMAPISupport).StoreLogoffTransports(wish));
      passing.begin(step);
    });
    expect(await ending).toBe(LOGOFF_COMPLETE);
    expect(passing.stop()).toBeLessThan(callMs / 2);
    expect(server.letGo).toBe(1);
    expect(server.in('Outbox').map((one) => savedOf(one, PR_SUBJECT_W))).toEqual(['one']);
    call.end();
    await settle();
  });

  /** Leaves a message for the next session that has a spooler. */
  const leaveFax = () =>
    office.session(async (_session, store) => void (await submit(store, 'fax', ['FAX:1'])), MAPI_NO_MAIL);

  /** A transport for faxes that does not return from one of its methods. */
  function hangingIn(call: Call, method: 'SubmitMessage' | 'FlushQueues'): MessageService {
    return testTransport('FAXES', {
      types: ['FAX'],
      submit: async (all, subject) => {
        if (method !== 'SubmitMessage') return taken(all, subject);
        await call.hang();
        throw refusal(MAPI_E_CANCEL);
      },
      flushed: async () => {
        if (method === 'FlushQueues') await call.hang();
      },
      notified: (flags) => {
        if ((flags & NOTIFY_CANCEL_MESSAGE) !== 0) call.end();
      },
    });
  }

  /** A transport that wants its first message again much later. */
  function stubborn(name: string, calls: string[] = []): MessageService {
    let attempts = 0;
    const submit = (all: readonly string[], subject: string) => {
      if (++attempts === 1) throw refusal(MAPI_E_WAIT);
      return taken(all, subject);
    };
    return testTransport(name, { submit, seconds: 3600 }, calls);
  }
});

/** Runs what has to run until nothing does any more that needs no timer. */
async function settle(): Promise<void> {
  for (let turns = 0; turns < 50; turns++) await new Promise((resolve) => setImmediate(resolve));
}

async function pairStore(session: IMAPISession): Promise<IMsgStore> {
  using table = await ok(session.GetMsgStoresTable(MAPI_UNICODE));
  const rows = await ok(table.QueryRows(10, 0));
  const entryId = rows.find((one) => one.get(PR_DISPLAY_NAME_W) === 'Pair')?.get(PR_ENTRYID) as EntryId;
  return await ok(session.OpenMsgStore(0, entryId, null, MDB_WRITE));
}
