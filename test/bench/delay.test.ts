import { describe, expect, test } from 'vitest';
import { DelayLine } from '../../bench/delay.js';

/** Time that moves only when told to. */
class Clock {
  time = 0;
  #alarms: { at: number; wake: () => void }[] = [];

  now(): number {
    return this.time;
  }

  after(milliseconds: number, wake: () => void): void {
    this.#alarms.push({ at: this.time + milliseconds, wake });
  }

  pass(milliseconds: number): void {
    const end = this.time + milliseconds;
    for (;;) {
      const next = this.#alarms.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
      if (next === undefined) break;
      this.#alarms.splice(this.#alarms.indexOf(next), 1);
      this.time = next.at;
      next.wake();
    }
    this.time = end;
  }
}

describe('a line of 25 ms', () => {
  test('delivers a piece after 25 ms and not before', () => {
    const clock = new Clock();
    const got: string[] = [];
    const line = new DelayLine<string>(25, (piece) => got.push(piece), clock);
    line.put('a');
    clock.pass(24);
    expect(got).toEqual([]);
    clock.pass(1);
    expect(got).toEqual(['a']);
  });

  test('holds many pieces at once: ten of them 1 ms apart need 34 ms, not 250', () => {
    const clock = new Clock();
    const got: [number, number][] = [];
    const line = new DelayLine<number>(25, (piece) => got.push([piece, clock.time]), clock);
    for (let piece = 0; piece < 10; piece++) {
      line.put(piece);
      clock.pass(1);
    }
    clock.pass(100);
    expect(got).toEqual(Array.from({ length: 10 }, (_, piece) => [piece, 25 + piece]));
  });

  test('never delivers early when a timer wakes early', () => {
    const clock = new Clock();
    const early = { now: () => clock.now(), after: (ms: number, wake: () => void) => clock.after(ms * 0.9, wake) };
    const got: number[] = [];
    const line = new DelayLine<string>(25, () => got.push(clock.time), early);
    line.put('a');
    clock.pass(100);
    expect(got).toHaveLength(1);
    expect(got[0]).toBeGreaterThanOrEqual(25);
  });
});
