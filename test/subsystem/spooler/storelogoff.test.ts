import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ok } from '../../../src/com/index.js';
import {
  type EntryId,
  type IMAPISession,
  type IMAPISupport,
  type IMsgStore,
  LOGOFF_ABORT,
  LOGOFF_COMPLETE,
  LOGOFF_INBOUND,
  LOGOFF_NO_WAIT,
  LOGOFF_ORDERLY,
  LOGOFF_OUTBOUND,
  LOGOFF_OUTBOUND_QUEUE,
  LOGOFF_PURGE,
  LOGOFF_QUIET,
  MAPI_DEFAULT_STORE,
  MAPI_E_WAIT,
  MAPI_EXTENDED,
  MAPI_NEW_SESSION,
  MAPI_UNICODE,
  MDB_WRITE,
  PR_DEFERRED_SEND_TIME,
  PR_DISPLAY_NAME_W,
  PR_ENTRYID,
  PR_SUBJECT_W,
  prop,
} from '../../../src/mapi/index.js';
import { MAPILogonEx } from '../../../src/subsystem/index.js';
import { useLedger } from '../../support/ledger.js';
import { pairService } from '../../support/pair/provider.js';
import { PairServer, savedOf } from '../../support/pair/server.js';
import { defaultStore } from '../../support/store-programs/client.js';
import {
  type Behaviour,
  bringing,
  download,
  flush,
  PostOffice,
  putOff,
  refusal,
  submit,
  testTransport,
} from './post-office.js';

/** Something that a test holds up until it lets it go. */
class Gate {
  readonly #reached: Promise<void>;
  readonly #open: Promise<void>;
  reach!: () => void;
  open!: () => void;

  constructor() {
    this.#reached = new Promise((resolve) => (this.reach = resolve));
    this.#open = new Promise((resolve) => (this.open = resolve));
  }

  /** Waits until somebody stands before it. */
  reached(): Promise<void> {
    return this.#reached;
  }

  async pass(): Promise<void> {
    this.reach();
    await this.#open;
  }
}

const farAway = 142_000_000_000_000_000n;

describe('IMAPISupport::StoreLogoffTransports: a client lets go of a store', () => {
  useLedger();
  let office: PostOffice;
  let server: PairServer;
  let support: IMAPISupport;
  let sent: string[];
  let calls: string[];
  beforeEach(() => {
    server = new PairServer();
    sent = [];
    calls = [];
  });
  afterEach(() => office.close());

  describe.each([
    ['LOGOFF_ABORT', LOGOFF_ABORT],
    ['LOGOFF_QUIET', LOGOFF_QUIET],
  ])('%s', (_name, wish) => {
    test('does nothing while a message is being sent, and says what goes on', async () => {
      const gate = new Gate();
      await open({ submit: (all, subject) => gate.pass().then(() => taken(all, subject)) });
      await office.session(async (session) => {
        using store = await pairStore(session);
        await submit(store, 'one', ['a@x.org']);
        await gate.reached();
        expect(await ok(support.StoreLogoffTransports(wish))).toBe(LOGOFF_OUTBOUND | LOGOFF_OUTBOUND_QUEUE);
        gate.open();
        // The spooler behaves as before: it goes on with this message, and with others.
        await submit(store, 'two', ['a@x.org']);
        await flush(session);
      });
      expect([sent, waiting()]).toEqual([['one', 'two'], []]);
    });

    test('does nothing while messages wait in the queue', async () => {
      await open({ submit: taken });
      await office.session(async (session) => {
        using store = await pairStore(session);
        await submit(store, 'later', ['a@x.org'], [prop(PR_DEFERRED_SEND_TIME, farAway)]);
        expect((await ok(support.StoreLogoffTransports(wish))) & LOGOFF_OUTBOUND_QUEUE).toBe(LOGOFF_OUTBOUND_QUEUE);
        expect(server.letGo).toBe(0);
      });
    });

    test('does nothing while a message comes into the store', async () => {
      const gate = new Gate();
      await open({ submit: taken, incoming: () => gate.pass().then(() => false) });
      await office.session(async (session) => {
        await makeDefault(session);
        using _ = await pairStore(session);
        const fetching = download(session);
        await gate.reached();
        expect(await ok(support.StoreLogoffTransports(wish))).toBe(LOGOFF_INBOUND);
        gate.open();
        await fetching;
      });
    });

    test('has the spooler let go of a store in which nothing goes on, until a client opens it again', async () => {
      await open({ submit: taken });
      await office.session(async (session) => {
        {
          using _ = await pairStore(session);
          expect(await ok(support.StoreLogoffTransports(wish))).toBe(LOGOFF_COMPLETE);
          expect(server.letGo).toBe(1);
        }
        using store = await pairStore(session);
        await submit(store, 'again', ['a@x.org']);
        expect(await ok(support.StoreLogoffTransports(LOGOFF_NO_WAIT))).toBe(LOGOFF_COMPLETE);
        expect(sent).toEqual(['again']);
      });
    });

    test('leaves the default store to the spooler, for mail that comes in', async () => {
      const mail = ['hello'];
      await open({ submit: taken, incoming: bringing(mail) });
      await office.session(async (session) => {
        await makeDefault(session);
        using _ = await pairStore(session);
        expect(await ok(support.StoreLogoffTransports(wish))).toBe(LOGOFF_COMPLETE);
        await download(session);
        expect([mail, server.letGo]).toEqual([[], 0]);
      });
    });
  });

  test('LOGOFF_ORDERLY finishes the message under way and begins with no other', async () => {
    const gate = new Gate();
    await open({ submit: (all, subject) => gate.pass().then(() => taken(all, subject)) });
    await office.session(async (session) => {
      {
        using store = await pairStore(session);
        await submit(store, 'one', ['a@x.org']);
        await gate.reached();
        const ending = support.StoreLogoffTransports(LOGOFF_ORDERLY);
        await submit(store, 'two', ['a@x.org']);
        gate.open();
        expect(await ok(ending)).toBe(LOGOFF_COMPLETE);
        expect([sent, waiting(), server.letGo]).toEqual([['one'], ['two'], 1]);
      }
      // It lies in the queue for whoever opens the store next.
      using _ = await pairStore(session);
      await ok(support.StoreLogoffTransports(LOGOFF_NO_WAIT));
      expect([sent, waiting()]).toEqual([['one', 'two'], []]);
    });
  });

  test('LOGOFF_NO_WAIT sends what is ready, and leaves what was put off', async () => {
    await open({ submit: taken });
    await office.session(async (session) => {
      using store = await pairStore(session);
      await submit(store, 'ready', ['a@x.org']);
      await submit(store, 'put off', ['a@x.org'], [prop(PR_DEFERRED_SEND_TIME, farAway)]);
      expect(await ok(support.StoreLogoffTransports(LOGOFF_NO_WAIT))).toBe(LOGOFF_COMPLETE);
      expect([sent, waiting(), server.letGo]).toEqual([['ready'], ['put off'], 1]);
      expect(calls).not.toContain('FlushQueues');
    });
  });

  test('LOGOFF_PURGE flushes the transports, too: what waits for another attempt gets it now', async () => {
    let attempts = 0;
    await open({
      submit: (all, subject) => {
        if (++attempts === 1) throw refusal(MAPI_E_WAIT);
        return taken(all, subject);
      },
      seconds: 3600,
    });
    await office.session(async (session) => {
      using store = await pairStore(session);
      await putOff(() => submit(store, 'stubborn', ['a@x.org']));
      expect(await ok(support.StoreLogoffTransports(LOGOFF_PURGE))).toBe(LOGOFF_COMPLETE);
      expect([attempts, sent, waiting(), server.letGo]).toEqual([2, ['stubborn'], [], 1]);
      expect(calls).toContain('FlushQueues');
    });
  });

  test.each([
    ['LOGOFF_NO_WAIT', LOGOFF_NO_WAIT],
    ['LOGOFF_ORDERLY', LOGOFF_ORDERLY],
    ['LOGOFF_PURGE', LOGOFF_PURGE],
  ])('%s receives the message that comes in at the moment, and nothing more', async (_name, wish) => {
    const gate = new Gate();
    const mail = ['first', 'second'];
    const fill = bringing(mail);
    await open({ submit: taken, incoming: (message) => gate.pass().then(() => fill(message)) });
    await office.session(async (session) => {
      await makeDefault(session);
      {
        using _ = await pairStore(session);
        const fetching = download(session);
        await gate.reached();
        const ending = support.StoreLogoffTransports(wish);
        gate.open();
        expect(await ok(ending)).toBe(LOGOFF_COMPLETE);
        await fetching;
        await download(session);
        expect([inbox(), mail]).toEqual([['first'], ['second']]);
      }
      // Whoever opens it again receives again.
      using _ = await pairStore(session);
      await download(session);
      expect([inbox(), mail]).toEqual([['first', 'second'], []]);
    });
  });

  test('is not heeded while a session of another process uses the profile', async () => {
    await open({ submit: taken });
    await office.session(async (session) => {
      using _ = await pairStore(session);
      const path = join(office.folder, 'profiles.json');
      // The process that runs the tests lives, and is another one.
      writeFileSync(path, readFileSync(path, 'utf8').replace(/("users":\s*\[)/, `$1 ${process.ppid},`));
      expect(await ok(support.StoreLogoffTransports(LOGOFF_ORDERLY))).toBe(LOGOFF_COMPLETE);
      expect(server.letGo).toBe(0);
    });
  });

  test('is honoured although the session ends at once: StoreLogoff, Release, Logoff', async () => {
    let attempts = 0;
    await open({
      submit: (all, subject) => {
        if (++attempts === 1) throw refusal(MAPI_E_WAIT);
        return taken(all, subject);
      },
      seconds: 3600,
    });
    using session = await ok(MAPILogonEx(0, 'Work', null, MAPI_EXTENDED | MAPI_NEW_SESSION));
    {
      using store = await defaultStore(session);
      await putOff(() => submit(store, 'last words', ['a@x.org']));
      await ok(store.StoreLogoff(LOGOFF_PURGE));
    }
    await ok(session.Logoff(0, 0, 0));
    expect([attempts, sent]).toEqual([2, ['last words']]);
  });

  function taken(all: readonly string[], subject: string): readonly string[] {
    sent.push(subject);
    return all;
  }

  async function open(behaviour: Behaviour): Promise<void> {
    server.loggedOn = (given) => {
      support = given;
    };
    office = await PostOffice.open(pairService(server, []), testTransport('MAILS', behaviour, calls));
  }

  const waiting = () => server.in('Outbox').map((one) => savedOf(one, PR_SUBJECT_W));
  const inbox = () => server.in('Inbox').map((one) => savedOf(one, PR_SUBJECT_W));
});

async function pairEntry(session: IMAPISession): Promise<EntryId> {
  using table = await ok(session.GetMsgStoresTable(MAPI_UNICODE));
  const rows = await ok(table.QueryRows(10, 0));
  return rows.find((one) => one.get(PR_DISPLAY_NAME_W) === 'Pair')?.get(PR_ENTRYID) as EntryId;
}

/** Makes the pair's store the one that mail comes into. */
const makeDefault = async (session: IMAPISession): Promise<void> =>
  await ok(session.SetDefaultStore(MAPI_DEFAULT_STORE, await pairEntry(session)));

const pairStore = async (session: IMAPISession): Promise<IMsgStore> =>
  await ok(session.OpenMsgStore(0, await pairEntry(session), null, MDB_WRITE));
