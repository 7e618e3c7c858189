import { afterEach, expect, test, vi } from 'vitest';
import { com, ok } from '../../../../src/com/index.js';
import {
  fnevTableModified,
  IMAPIAdviseSink,
  MAPI_E_NO_SUPPORT,
  MSG_LOCKED,
  PR_ENTRYID,
  type IMsgStore as Store,
} from '../../../../src/mapi/index.js';
import { StoreFile } from '../../../../src/providers/store/sql/index.js';
import { type SendingAtHand, sendingAtHand } from '../../../../src/subsystem/spooler/at-hand.js';
import { useLedger } from '../../../support/ledger.js';
import { inboxOf, messageOf, newPath, newStore, post, propOf, rowOf, submitted } from './stores.js';

useLedger();

afterEach(() => {
  vi.useRealTimers();
});

const atHand = (store: Store): SendingAtHand => sendingAtHand(store) as SendingAtHand;

test('who watches the queue hears of what this process submits, locks and sends, and of no new message that is not sent', async () => {
  using store = await newStore();
  const changed = vi.fn();
  const end = atHand(store).watchQueue(changed);
  const told = (): number => changed.mock.calls.splice(0).length;
  using inbox = await inboxOf(store);
  await post(inbox, 'a draft');
  expect(told()).toBe(0);
  const entryId = await submitted(store);
  expect(told()).toBe(1);
  using message = await messageOf(store, entryId, 0);
  await ok(store.SetLockState(message, MSG_LOCKED));
  expect(told()).toBe(1);
  await ok(store.FinishedMsg(0, entryId));
  expect(told()).toBe(1);
  end();
  await submitted(store);
  expect(told()).toBe(0);
});

test('of what others write it hears what concerns the queue, and after its own changes whatever comes first', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  const path = newPath();
  using store = await newStore(path);
  using inbox = await inboxOf(store);
  const folder = rowOf((await propOf(inbox, PR_ENTRYID)) as Uint8Array);
  const message = rowOf(await submitted(store));
  const other = await StoreFile.open(path);
  try {
    const changed = vi.fn();
    const end = atHand(store).watchQueue(changed);
    const told = (): number => {
      vi.advanceTimersByTime(250);
      return changed.mock.calls.splice(0).length;
    };
    await other.write('message.save', { id: null, folder });
    expect(told()).toBe(1);
    await other.write('message.save', { id: null, folder });
    expect(told()).toBe(0);
    await other.write('outgoing.lock', { message, owner: `${other.process}/1`, until: Date.now() + 60_000 });
    expect(told()).toBe(1);
    await other.writeAll([
      { name: 'outgoing.remove', args: { message, owner: `${other.process}/1` } },
      { name: 'message.bits', args: { id: message, column: 'flags', mask: 4, bits: 0 } },
    ]);
    expect(told()).toBe(1);
    end();
  } finally {
    await other.close();
  }
});

test('the quiet table shows the queue as it is, and nobody can listen to it', async () => {
  using store = await newStore();
  using queue = atHand(store).quietQueue();
  expect(await queue.GetRowCount(0)).toEqual([0, 0]);
  await submitted(store);
  expect(await queue.GetRowCount(0)).toEqual([0, 1]);
  using sink = com({ OnNotify: () => 0 }, IMAPIAdviseSink);
  expect(await queue.Advise(fnevTableModified, sink)).toEqual([MAPI_E_NO_SUPPORT, null]);
});
