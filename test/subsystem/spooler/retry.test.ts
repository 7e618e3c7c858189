import { afterEach, describe, expect, test, vi } from 'vitest';
import { ok, S_OK } from '../../../src/com/index.js';
import {
  type EntryId,
  IMessage,
  type IMsgStore,
  MAPI_E_BUSY,
  MAPI_E_CALL_FAILED,
  MAPI_E_NETWORK_ERROR,
  MAPI_E_WAIT,
  MAPI_MODIFY,
  PR_CLIENT_SUBMIT_TIME,
  PR_DEFERRED_DELIVERY_TIME,
  PR_DEFERRED_SEND_NUMBER,
  PR_DEFERRED_SEND_TIME,
  PR_DEFERRED_SEND_UNITS,
  PR_IPM_OUTBOX_ENTRYID,
  PR_IPM_SENTMAIL_ENTRYID,
  PR_SUBJECT_W,
  type PropTag,
  prop,
} from '../../../src/mapi/index.js';
import { type SpoolerEvent, watchSpooler } from '../../../src/subsystem/index.js';
import { busyMs, giveUpMs, longestPauseMs } from '../../../src/subsystem/spooler/limits.js';
import { fileTimeOf, isOver, msOf, pauseAfter } from '../../../src/subsystem/spooler/retry.js';
import { PR_SPOOL_ATTEMPTS, PR_SPOOL_NEXT_ATTEMPT } from '../../../src/subsystem/spooler/tags.js';
import { useLedger } from '../../support/ledger.js';
import { provokes } from '../../support/log.js';
import { type Behaviour, column, flush, folderOf, PostOffice, refusal, submit, testTransport } from './post-office.js';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

describe('The pause before the next attempt', () => {
  test('is a minute, then twice as long each time, up to some hours', () => {
    expect([1, 2, 3, 4].map((attempts) => pauseAfter(attempts))).toEqual([1, 2, 4, 8].map((count) => count * minute));
    expect(pauseAfter(9)).toBe(longestPauseMs);
    expect(pauseAfter(1000)).toBe(longestPauseMs);
  });

  test('is what the transport asks for, within the same bound', () => {
    expect(pauseAfter(5, 90)).toBe(90_000);
    expect(pauseAfter(1, 10 * 24 * 3600)).toBe(longestPauseMs);
    // Nothing asked for is no wish to be called at once.
    expect(pauseAfter(1, 0)).toBe(minute);
  });

  test('comes until days have passed since the first attempt', () => {
    expect(isOver(0, giveUpMs - 1)).toBe(false);
    expect(isOver(0, giveUpMs)).toBe(true);
  });
});

describe('A message that waits', () => {
  useLedger();
  let office: PostOffice;
  afterEach(() => {
    vi.useRealTimers();
    office.close();
  });

  test.each([
    { hr: MAPI_E_NETWORK_ERROR, why: 'ONE does not reach its server: MAPI_E_NETWORK_ERROR: as the test says' },
    { hr: MAPI_E_BUSY, why: 'ONE is busy: MAPI_E_BUSY: as the test says' },
  ])('because the transport rests after another one says what that one was told: $why', async ({ hr, why }) => {
    await open({
      seconds: 60,
      submit: () => {
        throw refusal(hr);
      },
    });
    await office.session(async (session, store) => {
      await submit(store, 'first', ['a@x.org']);
      await flush(session);
      const whys: string[] = [];
      const waits = new Promise<void>((resolve) => {
        const stop = watchSpooler((event) => {
          if (event.what !== 'waiting' || event.message.subject !== 'second') return;
          whys.push(event.why);
          stop();
          resolve();
        });
      });
      await submit(store, 'second', ['a@x.org']);
      await waits;
      expect(whys).toEqual([why]);
    });
  });

  test('is tried again after pauses that grow, and says when', async () => {
    provokes(/ONE failed on a message with E_FAIL/);
    await open({
      submit: () => {
        throw refusal(MAPI_E_CALL_FAILED);
      },
    });
    at(Date.now());
    await office.session(async (session, store) => {
      const entryId = await submit(store, 'again', ['a@x.org']);
      let before = 0;
      for (let round = 0; round < 4; round++) {
        await flush(session);
        const attempts = (await propOf(store, entryId, PR_SPOOL_ATTEMPTS)) ?? 0;
        expect(attempts).toBeGreaterThan(before);
        before = attempts;
        const pause = minute * 2 ** (attempts - 1);
        expect(await propOf(store, entryId, PR_SPOOL_NEXT_ATTEMPT)).toBe(fileTimeOf(Date.now() + pause));
      }
    });
  });

  test.each([
    { name: 'MAPI_E_WAIT', hr: MAPI_E_WAIT, seconds: 90, waits: 90_000, rests: 0 },
    { name: 'MAPI_E_WAIT without a time', hr: MAPI_E_WAIT, seconds: 0, waits: minute, rests: 0 },
    { name: 'MAPI_E_NETWORK_ERROR', hr: MAPI_E_NETWORK_ERROR, seconds: 90, waits: 90_000, rests: minute },
    { name: 'MAPI_E_BUSY', hr: MAPI_E_BUSY, seconds: 0, waits: busyMs, rests: busyMs },
  ])(
    'after $name waits as long as the transport wants, and whether others do depends on what it says',
    async (each) => {
      const asked: string[] = [];
      await open({
        submit: (all, subject) => {
          asked.push(subject);
          if (subject === 'first') throw refusal(each.hr);
          return all;
        },
        seconds: each.seconds,
      });
      const now = Date.now();
      at(now);
      await office.session(async (_session, store) => {
        const first = await until('waiting', () => submit(store, 'first', ['a@x.org']));
        expect(first).toMatchObject({ message: { subject: 'first' }, until: now + each.waits });
        expect(await propOf(store, first.message.entryId, PR_SPOOL_NEXT_ATTEMPT)).toBe(fileTimeOf(now + each.waits));
        if (each.rests === 0) {
          const second = await until('finished', () => submit(store, 'second', ['a@x.org']));
          expect(second.message.subject).toBe('second');
          expect(asked).toEqual(['first', 'second']);
        } else {
          const second = await until('waiting', () => submit(store, 'second', ['a@x.org']));
          expect(second).toMatchObject({ message: { subject: 'second' }, until: now + each.rests });
          expect(asked).toEqual(['first']);
        }
      });
    },
  );

  test('is tried in the next session no sooner than it said in the last one, unless somebody asks', async () => {
    const asked: string[] = [];
    await open({
      submit: (all, subject) => {
        asked.push(subject);
        if (asked.length === 1) throw refusal(MAPI_E_NETWORK_ERROR);
        return all;
      },
      seconds: 3600,
    });
    const now = Date.now();
    at(now);
    await until('waiting', (happened) =>
      office.session(async (_session, store) => {
        await submit(store, 'slow', ['a@x.org']);
        await happened;
      }),
    );
    const told = await until('waiting', (happened) => office.session(() => happened));
    expect(told.until).toBe(now + hour);
    expect(asked).toEqual(['slow']);
    at(now + hour);
    await until('finished', (happened) => office.session(() => happened));
    expect(asked).toEqual(['slow', 'slow']);
  });

  test.each([
    ['minutes', 0, minute],
    ['hours', 1, hour],
    ['days', 2, day],
    ['weeks', 3, 7 * day],
  ])(
    'for PR_DEFERRED_SEND_NUMBER %s is sent that long after it was submitted, whatever PR_DEFERRED_SEND_TIME says',
    async (_name, units, unit) => {
      await open({ submit: (all) => all });
      const now = Date.now();
      at(now);
      await office.session(async (session, store) => {
        const entryId = await submit(
          store,
          'later',
          ['a@x.org'],
          [
            prop(PR_DEFERRED_SEND_NUMBER, 2),
            prop(PR_DEFERRED_SEND_UNITS, units),
            prop(PR_DEFERRED_SEND_TIME, fileTimeOf(now - hour)),
          ],
        );
        const submitted = msOf((await propOf(store, entryId, PR_CLIENT_SUBMIT_TIME)) as bigint);
        at(submitted + 2 * unit - 1);
        await flush(session);
        expect(await sentItems(store)).toEqual([]);
        at(submitted + 2 * unit);
        await flush(session);
        expect(await sentItems(store)).toEqual(['later']);
      });
    },
  );

  test('until PR_DEFERRED_SEND_TIME goes by itself when the time has come; a time that is past holds nothing up', async () => {
    await open({ submit: (all) => all });
    const now = Date.now();
    // Time passes when the test says so.
    vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'], now });
    await office.session(async (_session, store) => {
      await until('finished', () => deferred(store, 'past', now - 1));
      const waiting = await until('waiting', () => deferred(store, 'future', now + hour));
      expect(waiting).toMatchObject({ until: now + hour, why: 'its sender has put it off' });
      expect(await column(store, await folderOf(store, PR_IPM_OUTBOX_ENTRYID), PR_SUBJECT_W)).toEqual(['future']);
      await until('finished', async (happened) => {
        let over = false;
        void happened.then(() => {
          over = true;
        });
        vi.advanceTimersByTime(hour);
        // The timer may be set a moment after the message was told of.
        while (!over) {
          await new Promise((resolve) => setImmediate(resolve));
          vi.advanceTimersByTime(1);
        }
      });
      expect(await sentItems(store)).toEqual(['past', 'future']);
    });
  });

  test('waits no longer when its sender takes it back and submits it anew', async () => {
    await open({ submit: (all) => all });
    await office.session(async (_session, store) => {
      const waiting = await until('waiting', () => deferred(store, 'sooner', Date.now() + hour));
      const { entryId } = waiting.message;
      expect(await store.AbortSubmit(entryId, 0)).toBe(S_OK);
      using message = (await ok(store.OpenEntry(entryId, IMessage, MAPI_MODIFY))).lppUnk;
      await ok(message.DeleteProps([PR_DEFERRED_SEND_TIME]));
      await until('finished', async () => await ok(message.SubmitMessage(0)));
      expect(await sentItems(store)).toEqual(['sooner']);
    });
  });

  test('for nobody in MAPI (PR_DEFERRED_DELIVERY_TIME) is given to the transport at once, which sees the wish', async () => {
    const wishes: (bigint | null)[] = [];
    await open({
      submit: async (all, _subject, message) => {
        wishes.push((await ok(message.GetProps([PR_DEFERRED_DELIVERY_TIME], 0))).get(PR_DEFERRED_DELIVERY_TIME));
        return all;
      },
    });
    const wish = fileTimeOf(Date.now() + day);
    await office.session(async (session, store) => {
      await submit(store, 'wish', ['a@x.org'], [prop(PR_DEFERRED_DELIVERY_TIME, wish)]);
      await flush(session);
      expect(wishes).toEqual([wish]);
      expect(await sentItems(store)).toEqual(['wish']);
    });
  });

  async function open(behaviour: Behaviour): Promise<void> {
    office = await PostOffice.open(testTransport('ONE', behaviour));
  }
});

/** Sets the clock; timers stay what they are. */
function at(now: number): void {
  vi.useFakeTimers({ toFake: ['Date'], now });
}

const deferred = (store: IMsgStore, subject: string, time: number): Promise<EntryId> =>
  submit(store, subject, ['a@x.org'], [prop(PR_DEFERRED_SEND_TIME, fileTimeOf(time))]);

/** Does something, and waits for a step of the spooler. */
async function until<W extends SpoolerEvent['what']>(
  what: W,
  action: (happened: Promise<SpoolerEvent>) => Promise<unknown>,
): Promise<Extract<SpoolerEvent, { what: W }>> {
  let stop: () => void = () => undefined;
  const happened = new Promise<SpoolerEvent>((resolve) => {
    stop = watchSpooler((event) => {
      if (event.what === what) resolve(event);
    });
  });
  try {
    await action(happened);
    return (await happened) as Extract<SpoolerEvent, { what: W }>;
  } finally {
    stop();
  }
}

async function propOf<T>(store: IMsgStore, entryId: EntryId, tag: PropTag<T>): Promise<T | null> {
  using message = (await ok(store.OpenEntry(entryId, IMessage, 0))).lppUnk;
  return (await ok(message.GetProps([tag], 0))).get(tag);
}

const sentItems = async (store: IMsgStore): Promise<readonly (string | null)[]> =>
  await column(store, await folderOf(store, PR_IPM_SENTMAIL_ENTRYID), PR_SUBJECT_W);
