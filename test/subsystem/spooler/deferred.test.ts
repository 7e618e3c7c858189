import { copyFileSync, existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { thisProcess } from '../../../src/base/index.js';
import { ok, S_OK } from '../../../src/com/index.js';
import {
  BEGIN_DEFERRED,
  END_DONT_RESEND,
  type IMAPISupport,
  IMessage,
  type IMsgStore,
  MAPI_E_NOT_IN_QUEUE,
  MAPI_E_SUBMITTED,
  MAPI_MODIFY,
  NOTIFY_ABORT_DEFERRED,
  NOTIFY_CANCEL_MESSAGE,
  NOTIFY_SENTDEFERRED,
  PR_IPM_OUTBOX_ENTRYID,
  PR_IPM_SENTMAIL_ENTRYID,
  PR_SUBJECT_W,
  PropRow,
  prop,
} from '../../../src/mapi/index.js';
import { watchSpooler } from '../../../src/subsystem/index.js';
import { DeferredMessages } from '../../../src/subsystem/spooler/deferred.js';
import { deferralMs } from '../../../src/subsystem/spooler/limits.js';
import { fileTimeOf } from '../../../src/subsystem/spooler/retry.js';
import {
  PR_SPOOL_DEFERRED_BY,
  PR_SPOOL_DEFERRED_IN_W,
  PR_SPOOL_DEFERRED_UNTIL,
} from '../../../src/subsystem/spooler/tags.js';
import { useLedger } from '../../support/ledger.js';
import { provokes } from '../../support/log.js';
import { type Behaviour, column, flush, folderOf, PostOffice, submit, testTransport } from './post-office.js';

describe('A message that a transport has deferred (END_DONT_RESEND)', () => {
  useLedger();
  let office: PostOffice;
  afterEach(() => {
    vi.useRealTimers();
    office.close();
  });

  test('lies in the queue unlocked: its sender may take it back, and the transport hears of it', async () => {
    const told: (readonly [number, unknown])[] = [];
    await open(deferring(1), told);
    await office.session(async (session, store) => {
      const entryId = await submit(store, 'held', ['a@x.org']);
      await flush(session);
      expect((await store.OpenEntry(entryId, IMessage, MAPI_MODIFY))[0]).toBe(MAPI_E_SUBMITTED);
      expect(await store.AbortSubmit(entryId, 0)).toBe(S_OK);
      expect(await store.AbortSubmit(entryId, 0)).toBe(MAPI_E_NOT_IN_QUEUE);
      await flush(session);
      expect(told).toEqual([[(NOTIFY_ABORT_DEFERRED | NOTIFY_CANCEL_MESSAGE) >>> 0, entryId]]);
      // It can be changed, and sent as if it had never been deferred.
      using message = (await ok(store.OpenEntry(entryId, IMessage, MAPI_MODIFY))).lppUnk;
      await ok(message.SubmitMessage(0));
      await flush(session);
      expect(asked).toEqual(['0 held', '0 held']);
      expect(await sentItems(store)).toEqual(['held']);
    });
    expect(told).toHaveLength(1);
  });

  test('is told of at the end of the session (NOTIFY_ABORT_DEFERRED alone), and sent anew in the next', async () => {
    const told: (readonly [number, unknown])[] = [];
    await open(deferring(1), told);
    const entryId = await office.session(async (session, store) => {
      const held = await submit(store, 'held', ['a@x.org']);
      await flush(session);
      expect(told).toEqual([]);
      return held;
    });
    expect(told).toEqual([[NOTIFY_ABORT_DEFERRED, entryId]]);
    await office.session(async (session, store) => {
      await flush(session);
      expect(asked).toEqual(['0 held', '0 held']);
      expect(await sentItems(store)).toEqual(['held']);
    });
    expect(told).toHaveLength(1);
  });

  test('is sent anew when its spooler was killed, after the transport was told that nobody waits for it', async () => {
    const told: (readonly [number, unknown])[] = [];
    await open(deferring(1), told);
    const entryId = await office.session(async (session, store) => {
      const held = await submit(store, 'held', ['a@x.org']);
      await flush(session);
      keepFiles();
      return held;
    });
    restoreFiles();
    told.length = 0;
    await office.session(async (session, store) => {
      await flush(session);
      expect(told).toEqual([[NOTIFY_ABORT_DEFERRED, entryId]]);
      expect(asked).toEqual(['0 held', '0 held']);
      expect(await sentItems(store)).toEqual(['held']);
    });
  });

  test('is nothing for the spooler of another session, until the first one ends', async () => {
    await open(deferring(1));
    const steps: string[] = [];
    const stop = watchSpooler(({ what }) => steps.push(what));
    try {
      await office.session(async (session, store) => {
        await submit(store, 'held', ['a@x.org']);
        await flush(session);
        expect(steps.at(-1)).toBe('deferred');
        await office.session(async (other) => {
          await flush(other);
          expect(steps.at(-1)).toBe('elsewhere');
          expect(asked).toEqual(['0 held']);
        });
      });
      await office.session(async (session, store) => {
        await flush(session);
        expect(await sentItems(store)).toEqual(['held']);
      });
    } finally {
      stop();
    }
  });

  test('is offered with BEGIN_DEFERRED to the transport that asks for it (NOTIFY_SENTDEFERRED), and to no other', async () => {
    provokes(/FAXES asks for a message that it was not to send/);
    const supports: IMAPISupport[] = [];
    const loggedOn = async (support: IMAPISupport) => void supports.push(support);
    office = await PostOffice.open(
      testTransport('FAXES', { types: ['FAX'], submit: (all) => all, loggedOn }),
      testTransport('MAILS', { ...deferring(1), loggedOn }),
    );
    await office.session(async (session, store) => {
      const entryId = await submit(store, 'held', ['a@x.org']);
      await flush(session);
      const [faxes, mails] = supports as [IMAPISupport, IMAPISupport];
      await ok(faxes.SpoolerNotify(NOTIFY_SENTDEFERRED, entryId));
      await flush(session);
      expect(asked).toEqual(['0 held']);
      await ok(mails.SpoolerNotify(NOTIFY_SENTDEFERRED, entryId));
      await flush(session);
      expect(asked).toEqual(['0 held', `${BEGIN_DEFERRED} held`]);
      expect(await sentItems(store)).toEqual(['held']);
      expect(await column(store, await folderOf(store, PR_IPM_OUTBOX_ENTRYID), PR_SUBJECT_W)).toEqual([]);
    });
  });

  test('is marked anew while it is deferred, so that other machines see that somebody has it', async () => {
    vi.useFakeTimers({ toFake: ['Date', 'setInterval', 'clearInterval'] });
    const supports: IMAPISupport[] = [];
    office = await PostOffice.open(
      testTransport('MAILS', { ...deferring(1), loggedOn: async (support) => void supports.push(support) }),
    );
    await office.session(async (session, store) => {
      const entryId = await submit(store, 'held', ['a@x.org']);
      await flush(session);
      const until = async (): Promise<bigint | null> => {
        using message = (await ok(store.OpenEntry(entryId, IMessage, 0))).lppUnk;
        return (await ok(message.GetProps([PR_SPOOL_DEFERRED_UNTIL], 0))).get(PR_SPOOL_DEFERRED_UNTIL);
      };
      const before = await until();
      vi.advanceTimersByTime(deferralMs / 4);
      while ((await until()) === before) await new Promise((resolve) => setImmediate(resolve));
      expect(await until()).toBe(fileTimeOf(Date.now() + deferralMs));
      // Its transport may ask for it in this very moment.
      vi.advanceTimersByTime(deferralMs / 4);
      await ok((supports[0] as IMAPISupport).SpoolerNotify(NOTIFY_SENTDEFERRED, entryId));
      await flush(session);
      expect(await sentItems(store)).toEqual(['held']);
    });
  });

  let asked: string[] = [];

  /** Defers so many messages, and sends the others. */
  function deferring(count: number): Behaviour {
    asked = [];
    let left = count;
    let defers = false;
    return {
      submit: (all, subject, _message, flags) => {
        asked.push(`${flags} ${subject}`);
        defers = left-- > 0;
        return defers ? [] : all;
      },
      end: () => (defers ? END_DONT_RESEND : 0),
    };
  }

  async function open(behaviour: Behaviour, told: (readonly [number, unknown])[] = []): Promise<void> {
    const aborted = (flags: number, data: unknown) => {
      if ((flags & NOTIFY_ABORT_DEFERRED) !== 0) told.push([flags >>> 0, data]);
    };
    office = await PostOffice.open(testTransport('ONE', { ...behaviour, notified: aborted }));
  }

  const files = ['mail.store', 'mail.store-wal'];

  /** Keeps what a process that is killed now would leave. */
  function keepFiles(): void {
    for (const name of files.map((one) => join(office.folder, one)))
      if (existsSync(name)) copyFileSync(name, `${name}.kept`);
  }

  function restoreFiles(): void {
    rmSync(join(office.folder, 'mail.store-shm'), { force: true });
    for (const name of files.map((one) => join(office.folder, one)))
      if (existsSync(`${name}.kept`)) copyFileSync(`${name}.kept`, name);
      else rmSync(name, { force: true });
  }
});

describe('What a message says of its deferral', () => {
  const here = thisProcess.split('-').at(-1) as string;
  const soon = fileTimeOf(Date.now() + 3_600_000);
  test.each([
    ['a process of this machine that runs has it, whatever the time', `${process.ppid}`, here, 0n, true],
    ['one that is gone has nothing', '999999999', here, soon, false],
    ['one of another machine has it until its mark is over', '1', '0123456789ab', soon, true],
    ['and not longer', '1', '0123456789ab', 1n, false],
  ])('says who has it: %s', (_name, number, place, until, elsewhere) => {
    const started = place === here && number !== '999999999' ? startOf(number) : '1';
    const row = PropRow.fromProps([
      prop(PR_SPOOL_DEFERRED_BY, new Uint8Array(16)),
      prop(PR_SPOOL_DEFERRED_IN_W, `${number}-${started}-${place}/1`),
      prop(PR_SPOOL_DEFERRED_UNTIL, until),
    ]);
    expect(new DeferredMessages({} as IMsgStore).told(row)?.elsewhere).toBe(elsewhere);
  });
});

const sentItems = async (store: IMsgStore): Promise<readonly (string | null)[]> =>
  await column(store, await folderOf(store, PR_IPM_SENTMAIL_ENTRYID), PR_SUBJECT_W);

/** When a process started, as its name says it. */
function startOf(number: string): string {
  const text = readFileSync(`/proc/${number}/stat`, 'latin1');
  return text.slice(text.lastIndexOf(')') + 2).split(' ')[19] as string;
}
