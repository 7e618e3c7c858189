import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Silence } from '../../../src/wire/net/silence.js';

describe('silence', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  function watched(ask?: ConstructorParameters<typeof Silence>[0]) {
    const expired: string[] = [];
    return { silence: new Silence(ask, (phase, seconds) => expired.push(`${phase} ${seconds}`)), expired };
  }

  test('ends the wait after its seconds, once', () => {
    const { silence, expired } = watched();
    silence.watch('mail', 5);
    vi.advanceTimersByTime(4999);
    expect(expired).toEqual([]);
    vi.advanceTimersByTime(10_000);
    expect(expired).toEqual(['mail 5']);
  });

  test('is broken by movement, and by waiting for something else', () => {
    const { silence, expired } = watched();
    silence.watch('mail', 5);
    vi.advanceTimersByTime(4000);
    silence.touch('mail');
    silence.touch('block');
    vi.advanceTimersByTime(4000);
    silence.watch('rcpt', 3);
    vi.advanceTimersByTime(2900);
    expect(expired).toEqual([]);
    vi.advanceTimersByTime(200);
    expect(expired).toEqual(['rcpt 3']);
  });

  test('is not broken by movement elsewhere', () => {
    const { silence, expired } = watched();
    silence.watch('dot', 5);
    vi.advanceTimersByTime(4000);
    silence.touch('block');
    vi.advanceTimersByTime(1001);
    expect(expired).toEqual(['dot 5']);
  });

  test('is nobody\u2019s when nothing is waited for', () => {
    const { silence, expired } = watched();
    silence.watch('mail', 5);
    silence.rest();
    vi.advanceTimersByTime(60_000);
    expect(expired).toEqual([]);
    expect(vi.getTimerCount()).toBe(0);
  });

  test('zero and Infinity wait for ever, and need no timer', () => {
    const { silence } = watched();
    silence.watch('mail', 0);
    silence.watch('mail', Number.POSITIVE_INFINITY);
    expect(vi.getTimerCount()).toBe(0);
  });

  test('costs one timer however often something is awaited', () => {
    const { silence } = watched();
    for (let n = 0; n < 1000; n++) silence.watch('rcpt', 300);
    expect(vi.getTimerCount()).toBe(1);
    silence.stop();
    expect(vi.getTimerCount()).toBe(0);
  });

  test('may be answered: new seconds go on, null gives up', async () => {
    const answers: (number | null)[] = [7, null];
    const asked: string[] = [];
    const { silence, expired } = watched(async (phase, seconds) => {
      asked.push(`${phase} ${seconds}`);
      return answers.shift() ?? null;
    });
    silence.watch('dot', 5);
    await vi.advanceTimersByTimeAsync(5001);
    expect(asked).toEqual(['dot 5']);
    await vi.advanceTimersByTimeAsync(6900);
    expect(expired).toEqual([]);
    await vi.advanceTimersByTimeAsync(200);
    expect(asked).toEqual(['dot 5', 'dot 7']);
    expect(expired).toEqual(['dot 7']);
  });

  test('an answer that comes after what was awaited changes nothing', async () => {
    let answer: (value: number | null) => void = () => undefined;
    const { silence, expired } = watched(
      () =>
        new Promise((resolve) => {
          answer = resolve;
        }),
    );
    silence.watch('mail', 5);
    await vi.advanceTimersByTimeAsync(5001);
    silence.watch('rcpt', 5);
    answer(null);
    await vi.advanceTimersByTimeAsync(1000);
    expect(expired).toEqual([]);
    silence.rest();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(expired).toEqual([]);
  });

  test('a question that fails has not said to go on', async () => {
    const { silence, expired } = watched(() => {
      throw new Error('nobody there');
    });
    silence.watch('mail', 5);
    await vi.advanceTimersByTimeAsync(5001);
    expect(expired).toEqual(['mail 5']);
  });
});
