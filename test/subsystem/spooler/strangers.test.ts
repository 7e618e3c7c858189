import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { com, IUnknown, nameOf } from '../../../src/com/index.js';
import { MAPI_E_INVALID_OBJECT } from '../../../src/mapi/index.js';
import { closingMs, lastWordMs } from '../../../src/subsystem/spooler/limits.js';
import { Strangers } from '../../../src/subsystem/spooler/strangers.js';
import { useLedger } from '../../support/ledger.js';
import { provokes } from '../../support/log.js';

const never = () => new Promise<never>(() => undefined);
const nothing = { own: [], shared: [] };

describe('Who is called on a message', () => {
  useLedger();
  beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
  afterEach(() => void vi.useRealTimers());

  test('and returns in time, or throws: the answer counts, and nothing is taken back', async () => {
    const one = new Strangers().meet('ONE', 1000);
    using own = com({}, IUnknown);
    const lent = { own: [own], shared: [] };
    expect(await one.call('Look', lent, async () => 5)).toBe(5);
    const broken = () => {
      throw new RangeError('as the test says');
    };
    await expect(one.call('Look', lent, broken)).rejects.toThrow(RangeError);
    expect(one.hung).toBe(false);
    const [, same] = own.QueryInterface(IUnknown);
    same?.Release();
    expect(same).toBe(own);
    expect(vi.getTimerCount()).toBe(0);
  });

  test('and does not return: what was its own is invalid, what is shared is not, and both are its until it returns', async () => {
    provokes(
      /ONE does not return from Look; it is waited for no longer/,
      /ONE failed in the end: Error: gone/,
      /ONE has returned from Look, too late/,
    );
    const one = new Strangers().meet('ONE', 1000);
    let ended = 0;
    const own = com({ finalRelease: () => void ended++ }, IUnknown);
    const shared = com({}, IUnknown);
    let fail: (error: Error) => void = () => undefined;
    const hanging = new Promise<never>((_resolve, reject) => {
      fail = reject;
    });
    const answer = one.call('Look', { own: [own], shared: [shared] }, () => hanging);
    await vi.advanceTimersByTimeAsync(1000);
    expect(await answer).toBe('late');
    expect([one.hung, ended]).toEqual([true, 1]);
    expect(nameOf(own.QueryInterface(IUnknown)[0])).toBe(nameOf(MAPI_E_INVALID_OBJECT));
    expect([own.Release(), shared.AddRef(), shared.Release(), shared.Release()]).toEqual([1, 3, 2, 1]);
    fail(new Error('gone'));
    await vi.advanceTimersByTimeAsync(0);
    expect([one.hung, ended]).toEqual([false, 1]);
  });

  test('when the session ends: all together have a minute, and who comes after one that did not return a second', async () => {
    provokes(/ONE does not return/, /TWO does not return/, /THREE does not return/);
    const strangers = new Strangers();
    const [one, two, three] = ['ONE', 'TWO', 'THREE'].map((name) => strangers.meet(name, 10 * closingMs));
    const first = one?.call('Look', nothing, never);
    strangers.hasten();
    const second = two?.call('Look', nothing, never);
    await vi.advanceTimersByTimeAsync(closingMs);
    expect([await first, await second]).toEqual(['late', 'late']);
    const third = three?.call('Look', nothing, never);
    await vi.advanceTimersByTimeAsync(lastWordMs);
    expect(await third).toBe('late');
    expect(vi.getTimerCount()).toBe(0);
  });
});
