import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Patience } from '../../../src/subsystem/spooler/deadline.js';

const never = new Promise<string>(() => undefined);

describe('How long an answer is waited for', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
  afterEach(() => void vi.useRealTimers());

  test('is as long as it may take, or until it comes', async () => {
    const patience = new Patience();
    expect(await patience.within(Promise.resolve('here'), 1000)).toBe('here');
    const waiting = patience.within(never, 1000);
    await vi.advanceTimersByTimeAsync(1000);
    expect(await waiting).toBe('late');
    expect(vi.getTimerCount()).toBe(0);
  });

  test('becomes shorter for what is being waited for, and for what comes', async () => {
    const patience = new Patience();
    const before = patience.within(never, 1000);
    patience.shorten(10);
    const after = patience.within(never, 1000);
    const short = patience.within(never, 5);
    await vi.advanceTimersByTimeAsync(10);
    expect(await Promise.all([before, after, short])).toEqual(['late', 'late', 'late']);
    expect(vi.getTimerCount()).toBe(0);
  });

  test('becomes shorter still, but never longer', async () => {
    const patience = new Patience();
    patience.shorten(10);
    patience.shorten(5);
    patience.shorten(1000);
    const waiting = patience.within(never, 1000);
    await vi.advanceTimersByTimeAsync(5);
    expect(await waiting).toBe('late');
  });
});
