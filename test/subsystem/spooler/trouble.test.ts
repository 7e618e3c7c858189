import { afterEach, describe, expect, test, vi } from 'vitest';
import { type HResult, ok, S_OK } from '../../../src/com/index.js';
import {
  BEGIN_DEFERRED,
  END_DONT_RESEND,
  END_RESEND_LATER,
  type EntryId,
  type IMAPISupport,
  IMessage,
  type IMsgStore,
  KEEP_OPEN_READWRITE,
  MAPI_E_CALL_FAILED,
  MAPI_E_CANCEL,
  MAPI_E_NETWORK_ERROR,
  MAPI_E_WAIT,
  MAPI_W_CANCEL_MESSAGE,
  NOTIFY_CANCEL_MESSAGE,
  NOTIFY_CRITICAL_ERROR,
  NOTIFY_READYTOSEND,
  NOTIFY_SENTDEFERRED,
  PR_BODY_W,
  PR_EMAIL_ADDRESS_W,
  PR_IPM_OUTBOX_ENTRYID,
  PR_IPM_SENTMAIL_ENTRYID,
  PR_RESPONSIBILITY,
  PR_SUBJECT_W,
  type PropTag,
  prop,
} from '../../../src/mapi/index.js';
import { callMs, lastWordMs } from '../../../src/subsystem/spooler/limits.js';
import { PR_SPOOL_DOUBTS, PR_SPOOL_LAST_ERROR_W, PR_SPOOL_NEXT_ATTEMPT } from '../../../src/subsystem/spooler/tags.js';
import { recipientsOf, valueIn, withProps, writeRecipients } from '../../../src/subsystem/submit/recipients.js';
import { useLedger } from '../../support/ledger.js';
import { provokes } from '../../support/log.js';
import {
  type Behaviour,
  column,
  flush,
  folderOf,
  inboxOf,
  PostOffice,
  refusal,
  submit,
  testTransport,
} from './post-office.js';

const hour = 3_600_000;

describe('A transport in trouble', () => {
  const ledger = useLedger();
  let office: PostOffice;
  afterEach(() => {
    vi.useRealTimers();
    office.close();
  });

  test('that wants a message again later (END_RESEND_LATER) gets it again with the same recipients, when its time has come', async () => {
    const asked: string[] = [];
    let ends = 0;
    await open({ submit: (all) => noted(asked, all.join(), all), end: () => (++ends === 1 ? END_RESEND_LATER : 0) });
    await office.session(async (session, store) => {
      const entryId = await submit(store, 'later', ['a@x.org', 'b@x.org']);
      await flush(session);
      expect(asked).toEqual(['a@x.org,b@x.org']);
      expect(await outbox(store)).toEqual(['later']);
      const next = (await propOf(store, entryId, PR_SPOOL_NEXT_ATTEMPT)) as bigint;
      expect(Number((next - 116_444_736_000_000_000n) / 10_000n)).toBeGreaterThan(Date.now());
      await flush(session);
      expect(asked).toEqual(['a@x.org,b@x.org', 'a@x.org,b@x.org']);
      expect(await sentItems(store)).toEqual(['later']);
    });
  });

  test('that keeps a message back (END_DONT_RESEND) is not asked again until it says so (NOTIFY_SENTDEFERRED)', async () => {
    let support: IMAPISupport | null = null;
    const asked: string[] = [];
    const log: string[] = [];
    let ends = 0;
    await open(
      {
        submit: (all, subject) => noted(asked, subject, ends === 0 ? [] : all),
        end: (subject) => (subject === 'held' && ++ends === 1 ? END_DONT_RESEND : 0),
        loggedOn: async (given) => {
          support = given;
        },
      },
      log,
    );
    await office.session(async (session, store) => {
      const entryId = await submit(store, 'held', ['a@x.org']);
      await flush(session);
      await flush(session);
      expect(asked).toEqual(['held']);
      expect(await outbox(store)).toEqual(['held']);
      // Others do not wait for it.
      await submit(store, 'other', ['b@x.org']);
      await flush(session);
      expect(await sentItems(store)).toEqual(['other']);
      await ok((support as unknown as IMAPISupport).SpoolerNotify(NOTIFY_SENTDEFERRED, entryId));
      await flush(session);
      expect(log.filter((line) => line.startsWith('SubmitMessage'))).toEqual([
        'SubmitMessage 0 held',
        'SubmitMessage 0 other',
        `SubmitMessage ${BEGIN_DEFERRED} held`,
      ]);
      expect([...(await sentItems(store))].sort()).toEqual(['held', 'other']);
    });
  });

  test('that asks for a deferred message and then cancels it (MAPI_E_CANCEL) ends it', async () => {
    let support: IMAPISupport | null = null;
    let asked = 0;
    await open({
      submit: () => {
        if (++asked === 2) throw refusal(MAPI_E_CANCEL);
        return [];
      },
      end: () => END_DONT_RESEND,
      loggedOn: async (given) => {
        support = given;
      },
    });
    await office.session(async (session, store) => {
      const entryId = await submit(store, 'held', ['a@x.org']);
      await flush(session);
      await ok((support as unknown as IMAPISupport).SpoolerNotify(NOTIFY_SENTDEFERRED, entryId));
      await flush(session);
      expect(asked).toBe(2);
      expect(await outbox(store)).toEqual([]);
      expect(await column(store, await inboxOf(store), PR_SUBJECT_W)).toEqual([]);
    });
  });

  test('that never reaches its server is given up after days, with a report that says why', async () => {
    let attempts = 0;
    await open({
      submit: () => {
        attempts++;
        throw refusal(MAPI_E_NETWORK_ERROR);
      },
      seconds: 60,
    });
    await office.session(async (session, store) => {
      await submit(store, 'never', ['a@x.org']);
      await flush(session);
      expect(await outbox(store)).toEqual(['never']);
      passTime(95 * hour);
      await flush(session);
      expect(await outbox(store)).toEqual(['never']);
      passTime(2 * hour);
      await flush(session);
      expect(await outbox(store)).toEqual([]);
      expect(attempts).toBeGreaterThanOrEqual(3);
      expect(await column(store, await inboxOf(store), PR_SUBJECT_W)).toEqual(['Undeliverable: never']);
      const [body] = await column(store, await inboxOf(store), PR_BODY_W);
      expect(body).toContain('a@x.org');
      expect(body).toContain(`It was tried ${attempts} times.`);
      expect(body).toContain('ONE does not reach its server');
    });
  });

  test('that throws is asked again later, and the other messages go on', async () => {
    provokes(/IXPLogon::SubmitMessage threw/, /ONE failed on a message/);
    await open({
      submit: (all, subject) => {
        if (subject === 'bad') throw new TypeError('a mistake in the transport');
        return all;
      },
    });
    await office.session(async (session, store) => {
      const entryId = await submit(store, 'bad', ['a@x.org']);
      await submit(store, 'good', ['a@x.org']);
      await flush(session);
      expect(await outbox(store)).toEqual(['bad']);
      expect(await sentItems(store)).toEqual(['good']);
      expect(await propOf(store, entryId, PR_SPOOL_LAST_ERROR_W)).toContain('ONE failed with');
    });
  });

  test('that hangs gets nothing more to do: its messages wait, and those of others go on', async () => {
    provokes(
      /does not return from SubmitMessage; it is told/,
      /it gets nothing more to do/,
      /HANGS failed on a message/,
      /whether it was sent is in doubt/,
    );
    // Time passes when the test says so.
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const submitted: string[] = [];
    office = await PostOffice.open(
      testTransport('HANGS', {
        types: ['FAX'],
        submit: (_all, subject) => {
          submitted.push(subject);
          vi.advanceTimersByTime(callMs);
          return new Promise(() => undefined);
        },
        notified: (flags) => {
          // Its last chance begins when it has been told.
          if ((flags & NOTIFY_CANCEL_MESSAGE) !== 0) setImmediate(() => vi.advanceTimersByTime(lastWordMs));
        },
      }),
      testTransport('WORKS', { submit: (all) => all }),
    );
    await office.session(async (session, store) => {
      const entryId = await submit(store, 'first fax', ['FAX:1']);
      await flush(session);
      await submit(store, 'second fax', ['FAX:2']);
      await submit(store, 'mail', ['a@x.org']);
      await flush(session);
      expect(submitted).toEqual(['first fax']);
      expect(await sentItems(store)).toEqual(['mail']);
      expect([...(await outbox(store))].sort()).toEqual(['first fax', 'second fax']);
      // It may have sent it: that is counted once, however often the message waits.
      await flush(session);
      expect(await propOf(store, entryId, PR_SPOOL_DOUBTS)).toBe(1);
    });
    // What the transport holds is never let go of.
    ledger.forgive();
  });

  test('that is told to give a hanging message up (NOTIFY_CANCEL_MESSAGE) and does, is asked again later', async () => {
    provokes(/it is told to give the message up/);
    // Time passes when the test says so.
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const told: unknown[] = [];
    let giveUp: ((error: unknown) => void) | null = null;
    let attempts = 0;
    await open({
      submit: (all) => {
        if (++attempts > 1) return all;
        return new Promise((_, reject) => {
          giveUp = reject;
          vi.advanceTimersByTime(callMs);
        });
      },
      notified: (flags, data) => {
        if ((flags & NOTIFY_CANCEL_MESSAGE) === 0) return;
        told.push(data);
        giveUp?.(refusal(MAPI_E_CANCEL));
      },
    });
    await office.session(async (session, store) => {
      await submit(store, 'slow', ['a@x.org']);
      await flush(session);
      // Its number is not known before SubmitMessage answers.
      expect(told).toEqual([0]);
      expect(await outbox(store)).toEqual(['slow']);
      await flush(session);
      expect(attempts).toBe(2);
      expect(await sentItems(store)).toEqual(['slow']);
    });
  });

  test('that gives a message up because the session ends (MAPI_W_CANCEL_MESSAGE) has not sent it', async () => {
    let support: IMAPISupport | null = null;
    let arrived: () => void = () => undefined;
    const there = new Promise<void>((resolve) => {
      arrived = resolve;
    });
    let attempts = 0;
    await open({
      submit: async (all) => {
        if (++attempts > 1) return all;
        arrived();
        let yielded = S_OK as HResult;
        while (yielded !== MAPI_W_CANCEL_MESSAGE) yielded = await (support as unknown as IMAPISupport).SpoolerYield(0);
        throw refusal(MAPI_E_CANCEL);
      },
      loggedOn: async (given) => {
        support = given;
      },
    });
    await office.session(async (_session, store) => {
      await submit(store, 'cut off', ['a@x.org']);
      await there;
    });
    await office.session(async (session, store) => {
      expect(await sentItems(store)).toEqual([]);
      await flush(session);
      expect(await sentItems(store)).toEqual(['cut off']);
      expect(attempts).toBe(2);
    });
  });

  test('that is ready again (NOTIFY_READYTOSEND) gets at once what had to wait for it', async () => {
    let support: IMAPISupport | null = null;
    let attempts = 0;
    let sent: () => void = () => undefined;
    const done = new Promise<void>((resolve) => {
      sent = resolve;
    });
    await open({
      submit: (all) => {
        if (++attempts === 1) throw refusal(MAPI_E_NETWORK_ERROR);
        sent();
        return all;
      },
      seconds: 3600,
      loggedOn: async (given) => {
        support = given;
        // Also while it is being logged on, when nothing waits for it yet.
        await ok(given.SpoolerNotify(NOTIFY_READYTOSEND, null));
      },
    });
    await office.session(async (session, store) => {
      await submit(store, 'patient', ['a@x.org']);
      await flush(session);
      expect(attempts).toBe(1);
      await ok((support as unknown as IMAPISupport).SpoolerNotify(NOTIFY_READYTOSEND, null));
      await done;
      expect(attempts).toBe(2);
    });
  });

  test('that tells of a critical error (NOTIFY_CRITICAL_ERROR) gets nothing more to do', async () => {
    provokes(/tells of a critical error/);
    let support: IMAPISupport | null = null;
    const log: string[] = [];
    await open(
      {
        submit: (all) => all,
        loggedOn: async (given) => {
          support = given;
        },
      },
      log,
    );
    await office.session(async (session, store) => {
      await submit(store, 'before', ['a@x.org']);
      await flush(session);
      await ok((support as unknown as IMAPISupport).SpoolerNotify(NOTIFY_CRITICAL_ERROR, null));
      const entryId = await submit(store, 'after', ['a@x.org']);
      await flush(session);
      expect(log.filter((line) => line.startsWith('SubmitMessage'))).toEqual(['SubmitMessage 0 before']);
      expect(await outbox(store)).toEqual(['after']);
      expect(await propOf(store, entryId, PR_SPOOL_LAST_ERROR_W)).toContain('ONE does not answer any more');
    });
  });

  test('that fails takes nothing with it of what it has not saved (releases the message without saving changes)', async () => {
    let attempts = 0;
    const bodies: (string | null)[] = [];
    await open({
      submit: async (all, _subject, message) => {
        bodies.push((await ok(message.GetProps([PR_BODY_W], 0))).get(PR_BODY_W));
        if (++attempts > 1) return all;
        await ok(message.SetProps([prop(PR_BODY_W, 'scribbled')]));
        await takeOn(message, 'a@x.org');
        throw refusal(MAPI_E_WAIT);
      },
    });
    await office.session(async (session, store) => {
      await submit(store, 'clean', ['a@x.org']);
      await flush(session);
      await flush(session);
      expect(bodies).toEqual(['Hello.\r\n', 'Hello.\r\n']);
      expect(await sentItems(store)).toEqual(['clean']);
    });
  });

  test('that could do some recipients, saves that, and wants the others later, gets only the others again', async () => {
    const asked: (readonly string[])[] = [];
    await open({
      submit: async (all, _subject, message) => {
        asked.push(all);
        if (asked.length > 1) return all;
        await takeOn(message, 'a@x.org');
        await ok(message.SaveChanges(KEEP_OPEN_READWRITE));
        throw refusal(MAPI_E_WAIT);
      },
    });
    await office.session(async (session, store) => {
      await submit(store, 'half', ['a@x.org', 'b@x.org']);
      await flush(session);
      await flush(session);
      expect(asked).toEqual([['a@x.org', 'b@x.org'], ['b@x.org']]);
      expect(await sentItems(store)).toEqual(['half']);
    });
  });

  test('that claims recipients it was not asked for takes them from nobody', async () => {
    const asked: string[] = [];
    office = await PostOffice.open(
      testTransport('LIES', {
        types: ['FAX'],
        submit: async (all, _subject, message) => {
          for (const address of ['a@x.org', '1']) await takeOn(message, address);
          return all;
        },
      }),
      testTransport('MAILS', { submit: (all) => noted(asked, all.join(), all) }),
    );
    await office.session(async (session, store) => {
      await submit(store, 'both', ['FAX:1', 'a@x.org']);
      await flush(session);
      expect(asked).toEqual(['a@x.org']);
      expect(await sentItems(store)).toEqual(['both']);
    });
  });

  test('that gives back recipients somebody else has sent to makes nobody send again', async () => {
    const asked: string[] = [];
    office = await PostOffice.open(
      testTransport('MAILS', { submit: (all) => noted(asked, all.join(), all) }),
      testTransport('LIES', {
        types: ['FAX'],
        submit: async (all, _subject, message) => {
          await takeOn(message, 'a@x.org', false);
          return all;
        },
      }),
    );
    await office.session(async (session, store) => {
      await submit(store, 'both', ['a@x.org', 'FAX:1']);
      await flush(session);
      expect(asked).toEqual(['a@x.org']);
      expect(await sentItems(store)).toEqual(['both']);
    });
  });

  test('that removes recipients from the message is tried again, and nobody is lost', async () => {
    provokes(/ONE failed on a message/);
    let attempts = 0;
    await open({
      submit: async (all, _subject, message) => {
        if (++attempts > 1) return all;
        const rows = await recipientsOf(message);
        await ok(message.ModifyRecipients(8, rows));
        throw refusal(MAPI_E_CALL_FAILED);
      },
    });
    await office.session(async (session, store) => {
      await submit(store, 'kept', ['a@x.org']);
      await flush(session);
      await flush(session);
      expect(attempts).toBe(2);
      expect(await sentItems(store)).toEqual(['kept']);
    });
  });

  async function open(behaviour: Behaviour, log: string[] = []): Promise<void> {
    office = await PostOffice.open(testTransport('ONE', behaviour, log));
  }
});

/** Lets time pass for whoever looks at the clock; timers stay what they are. */
function passTime(ms: number): void {
  const now = Date.now();
  vi.useFakeTimers({ toFake: ['Date'], now: now + ms });
}

/** Marks a recipient as a transport does that has sent to it. */
async function takeOn(message: IMessage, address: string, responsible = true): Promise<void> {
  const rows = (await recipientsOf(message)).filter((row) => valueIn(row, PR_EMAIL_ADDRESS_W) === address);
  await writeRecipients(
    message,
    rows.map((row) => withProps(row, [prop(PR_RESPONSIBILITY, responsible)])),
  );
}

async function propOf<T>(store: IMsgStore, entryId: EntryId, tag: PropTag<T>): Promise<T | null> {
  using message = (await ok(store.OpenEntry(entryId, IMessage, 0))).lppUnk;
  return (await ok(message.GetProps([tag], 0))).get(tag);
}

const sentItems = async (store: IMsgStore) =>
  await column(store, await folderOf(store, PR_IPM_SENTMAIL_ENTRYID), PR_SUBJECT_W);

const outbox = async (store: IMsgStore) =>
  await column(store, await folderOf(store, PR_IPM_OUTBOX_ENTRYID), PR_SUBJECT_W);

/** Notes something, and passes something on. */
function noted<N, T>(notes: N[], note: N, value: T): T {
  notes.push(note);
  return value;
}
