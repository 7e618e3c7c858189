import { afterEach, describe, expect, test, vi } from 'vitest';
import { ok } from '../../../../src/com/index.js';
import {
  IMessage,
  KEEP_OPEN_READWRITE,
  MAPI_E_NO_ACCESS,
  MSG_LOCKED,
  MSG_UNLOCKED,
  PR_COMMENT_W,
  PR_ENTRYID,
  PR_SUBMIT_FLAGS,
  prop,
  type IMsgStore as Store,
  SUBMITFLAG_LOCKED,
} from '../../../../src/mapi/index.js';
import { outgoing, StoreFile } from '../../../../src/providers/store/sql/index.js';
import { useLedger } from '../../../support/ledger.js';
import { inboxOf, messageOf, newPath, newStore, propOf, recipient, rowsOf } from './stores.js';

useLedger();

afterEach(() => {
  vi.useRealTimers();
});

async function submitted(store: Store): Promise<Uint8Array> {
  using inbox = await inboxOf(store);
  using message = await ok(inbox.CreateMessage(IMessage));
  await ok(message.ModifyRecipients(0, [recipient('Ann')]));
  await ok(message.SaveChanges(KEEP_OPEN_READWRITE));
  const entryId = (await propOf(message, PR_ENTRYID)) as Uint8Array;
  await ok(message.SubmitMessage());
  return entryId;
}

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
