import { afterEach, describe, expect, test, vi } from 'vitest';
import { ok } from '../../../../src/com/index.js';
import {
  KEEP_OPEN_READWRITE,
  MAPI_E_NO_ACCESS,
  MAPI_E_NOT_IN_QUEUE,
  MAPI_E_OBJECT_CHANGED,
  MSG_LOCKED,
  MSG_UNLOCKED,
  PR_COMMENT_W,
  PR_SUBMIT_FLAGS,
  prop,
  type IMsgStore as Store,
  SUBMITFLAG_LOCKED,
} from '../../../../src/mapi/index.js';
import type { Mailbox } from '../../../../src/providers/store/mailbox/mailbox.js';
import { SendLocks } from '../../../../src/providers/store/mailbox/send-locks.js';
import { outgoing, StoreFile } from '../../../../src/providers/store/sql/index.js';
import { type SendingAtHand, sendingAtHand } from '../../../../src/subsystem/spooler/at-hand.js';
import { useLedger } from '../../../support/ledger.js';
import { inboxOf, messageOf, newPath, newStore, rowsOf, submitted } from './stores.js';

useLedger();

afterEach(() => {
  vi.useRealTimers();
});

describe('The lock of a message that is being sent (SetLockState)', () => {
  test('is renewed while a transport takes its time, so that other machines see it held', async () => {
    vi.useFakeTimers({ toFake: ['Date', 'setInterval', 'clearInterval'] });
    const path = newPath();
    using store = await newStore(path);
    const entryId = await submitted(store);
    using message = await messageOf(store, entryId, 0);
    await ok(store.SetLockState(message, MSG_LOCKED));
    using inbox = await inboxOf(store);
    const other = await StoreFile.open(path, 'read-only');
    try {
      for (let minute = 0; minute < 45; minute++) {
        vi.advanceTimersByTime(60_000);
        // Writes are in order: when this one is done, those of the heartbeat are.
        await ok(inbox.SetProps([prop(PR_COMMENT_W, `${minute}`)]));
        await ok(inbox.SaveChanges(KEEP_OPEN_READWRITE));
        const [entry] = outgoing(other.db);
        expect(entry?.lockedUntil).toBeGreaterThan(Date.now());
      }
      await ok(store.SetLockState(message, MSG_UNLOCKED));
      expect(vi.getTimerCount()).toBe(0);
      expect(outgoing(other.db)).toMatchObject([{ lockedBy: null }]);
    } finally {
      await other.close();
    }
  });

  test('ends with its logon', async () => {
    const path = newPath();
    const store = await newStore(path);
    using other = await newStore(path);
    const entryId = await submitted(store);
    {
      using message = await messageOf(store, entryId, 0);
      await ok(store.SetLockState(message, MSG_LOCKED));
    }
    using message = await messageOf(other, entryId, 0);
    expect(await other.SetLockState(message, MSG_LOCKED)).toBe(MAPI_E_NO_ACCESS);
    using queue = await ok(other.GetOutgoingQueue());
    expect(await rowsOf(queue, [PR_SUBMIT_FLAGS])).toEqual([[SUBMITFLAG_LOCKED]]);
    store.Release();
    await vi.waitFor(async () => expect(await other.SetLockState(message, MSG_LOCKED)).toBe(0));
    await ok(other.SetLockState(message, MSG_UNLOCKED));
  });
});

describe('The beginning of an attempt, as the queue keeps it', () => {
  const atHand = (store: Store): SendingAtHand => sendingAtHand(store) as SendingAtHand;

  test('locks the message; it ends when it is settled with the lock, and no sooner', async () => {
    const path = newPath();
    using store = await newStore(path);
    const entryId = await submitted(store);
    using message = await messageOf(store, entryId, 0);
    expect(atHand(store).wasCutOff(message)).toBe(false);
    await atHand(store).beginSending(message);
    expect(atHand(store).wasCutOff(message)).toBe(true);
    using queue = await ok(store.GetOutgoingQueue());
    expect(await rowsOf(queue, [PR_SUBMIT_FLAGS])).toEqual([[SUBMITFLAG_LOCKED]]);
    await ok(store.SetLockState(message, MSG_LOCKED));
    expect(atHand(store).wasCutOff(message)).toBe(true);
    await ok(store.SetLockState(message, MSG_UNLOCKED));
    const file = await StoreFile.open(path);
    try {
      const lock = { message: outgoing(file.db)[0]?.message ?? 0, owner: file.process, until: 0, settled: true };
      await file.write('outgoing.lock', lock);
      expect(outgoing(file.db)).toMatchObject([{ flags: 0, begun: false }]);
    } finally {
      await file.close();
    }
    expect(atHand(store).wasCutOff(message)).toBe(false);
  });

  test('outlasts the lock, and is no beginning for whoever has not seen it', async () => {
    const path = newPath();
    using store = await newStore(path);
    using other = await newStore(path);
    const entryId = await submitted(store);
    using message = await messageOf(store, entryId, 0);
    using theirs = await messageOf(other, entryId, 0);
    await atHand(store).beginSending(message);
    await expect(atHand(other).beginSending(theirs)).rejects.toMatchObject({ hr: MAPI_E_NO_ACCESS });
    await ok(store.SetLockState(message, MSG_UNLOCKED));
    expect(atHand(other).wasCutOff(theirs)).toBe(true);
    await expect(atHand(other).beginSending(theirs)).rejects.toMatchObject({ hr: MAPI_E_OBJECT_CHANGED });
    await ok(store.AbortSubmit(entryId));
    await expect(atHand(other).beginSending(theirs)).rejects.toMatchObject({ hr: MAPI_E_NOT_IN_QUEUE });
    expect(atHand(other).wasCutOff(theirs)).toBe(false);
  });

  test('is refused of a message that somebody has saved since it was opened', async () => {
    const path = newPath();
    using store = await newStore(path);
    const entryId = await submitted(store);
    using message = await messageOf(store, entryId, 0);
    const file = await StoreFile.open(path);
    try {
      const id = outgoing(file.db)[0]?.message ?? 0;
      await file.write('message.bits', { id, column: 'flags', mask: 1, bits: 1 });
    } finally {
      await file.close();
    }
    await expect(atHand(store).beginSending(message)).rejects.toMatchObject({ hr: MAPI_E_OBJECT_CHANGED });
  });
});

describe('Messages that were sent', () => {
  const leaving = (locks: SendLocks, left: number[], message: number): Promise<void> =>
    locks.together(async () => {
      left.push(message);
      locks.ended(message);
    });

  test('wait for the others that are on their way', async () => {
    const locks = new SendLocks({} as Mailbox);
    const left: number[] = [];
    for (const message of [1, 2, 3]) locks.taken(message);
    const first = leaving(locks, left, 1);
    const second = leaving(locks, left, 2);
    await Promise.resolve();
    expect(left).toEqual([]);
    // The third one is put off.
    locks.ended(3);
    await Promise.all([first, second]);
    expect(left).toEqual([1, 2]);
    locks.taken(4);
    await leaving(locks, left, 4);
    expect(left).toEqual([1, 2, 4]);
  });

  test('do not wait long for one whose server takes its time', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const locks = new SendLocks({} as Mailbox);
    const left: number[] = [];
    locks.taken(1);
    locks.taken(2);
    const first = leaving(locks, left, 1);
    vi.advanceTimersByTime(19);
    await Promise.resolve();
    expect(left).toEqual([]);
    vi.advanceTimersByTime(1);
    await first;
    expect(left).toEqual([1]);
    locks.ended(2);
    expect(vi.getTimerCount()).toBe(0);
  });

  test('take along those whose sending begins, where many are on their way', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { locks, left, begun } = desk();
    for (let message = 1; message <= 60; message++) locks.taken(message);
    const work = Array.from({ length: 39 }, (_, n) => leaving(locks, left, n + 1));
    const beginning = locks.begin(61, 0);
    await Promise.resolve();
    expect([left, begun]).toEqual([[], []]);
    work.push(leaving(locks, left, 40));
    await Promise.all([...work, beginning]);
    expect(left).toHaveLength(40);
    expect(begun).toEqual([61]);
    expect(vi.getTimerCount()).toBe(0);
  });

  test('keep nobody waiting where few are on their way, and nobody for long', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { locks, begun } = desk();
    for (let message = 1; message <= 19; message++) locks.taken(message);
    await locks.begin(20, 0);
    expect(begun).toEqual([20]);
    const late = locks.begin(21, 0);
    await Promise.resolve();
    expect(begun).toEqual([20]);
    vi.advanceTimersByTime(20);
    await late;
    expect(begun).toEqual([20, 21]);
    for (let message = 1; message <= 21; message++) locks.ended(message);
  });
});

/** The locks of a logon whose mailbox keeps what begins. */
function desk(): { locks: SendLocks; left: number[]; begun: number[] } {
  const begun: number[] = [];
  const write = (_: string, { message }: { message: number }): Promise<void> => {
    begun.push(message);
    return Promise.resolve();
  };
  return { locks: new SendLocks({ write } as unknown as Mailbox), left: [], begun };
}
