import { describe, expect, test } from 'vitest';
import { cases } from '../../bench/cases.js';
import { duel, type Side } from '../../bench/duel.js';
import { readOptions } from '../../bench/options.js';
import { spread } from '../../bench/statistics.js';
import { jsonValue, row } from '../../bench/table.js';

const what = cases[0];
if (what === undefined) throw new Error('no cases');

/** A side that always needs the same time for a message, and notes its turns. */
function steady(name: string, secondsPerMessage: number, turns: [string, number][]): Side {
  return {
    async round(count) {
      turns.push([name, count]);
      return { seconds: count * secondsPerMessage, cpuSeconds: null };
    },
  };
}

describe('a duel', () => {
  const rules = { rounds: 5, seconds: 1, warmUp: 10, progress: () => {} };

  test('takes turns, each round as long as asked for', async () => {
    const turns: [string, number][] = [];
    const result = await duel(steady('a', 0.001, turns), steady('b', 0.004, turns), rules);
    const fought = turns.slice(-10);
    expect(fought.map(([name]) => name).join('')).toBe('ababababab');
    for (const [name, count] of fought) expect(count * (name === 'a' ? 0.001 : 0.004)).toBeGreaterThanOrEqual(1);
    expect(result.ratio.median).toBeCloseTo(4);
    expect(result.ours.rate.median).toBeCloseTo(1000);
  });

  test('warms both sides up before anything counts', async () => {
    const turns: [string, number][] = [];
    await duel(steady('a', 1, turns), steady('b', 1, turns), rules);
    expect(turns[0]).toEqual(['a', 10]);
    expect(turns.findIndex(([name]) => name === 'b')).toBeLessThan(turns.length - 10);
  });

  test('fails when a side fails', async () => {
    const broken: Side = { round: () => Promise.reject(new Error('3 messages instead of 4')) };
    await expect(duel(steady('a', 1, []), broken, rules)).rejects.toThrow('3 messages instead of 4');
  });
});

describe('the numbers', () => {
  test('a median is the middle one, or the mean of two', () => {
    expect(spread([3, 1, 2])).toEqual({ median: 2, low: 1, high: 3 });
    expect(spread([4, 1, 2, 3]).median).toBe(2.5);
    expect(() => spread([])).toThrow('no median');
  });

  test('a row says whether its bound is held', () => {
    const score = { rate: { median: 5, low: 4, high: 6 }, cpuMicroseconds: 9.44, count: 7 };
    const measured = (ratio: number) => ({
      what,
      sink: 'own sink',
      duel: { ours: score, rival: score, ratio: { median: ratio, low: ratio, high: ratio } },
    });
    expect(row(measured(what.bound))).toMatch(/ ok /);
    expect(row(measured(what.bound - 0.01))).toMatch(/ MISSED /);
    expect(jsonValue(measured(6.6666))).toBe(6.67);
  });

  test('a row that cannot be measured says why', () => {
    expect(row({ what, missing: 'smtp-source is not installed' })).toMatch(/left out: smtp-source is not installed/);
  });

  test('keys are told once each', () => {
    expect(new Set(cases.map(({ key }) => key)).size).toBe(cases.length);
  });
});

describe('the command line', () => {
  test('has five rounds of a second by default', () => {
    expect(readOptions([])).toEqual({ json: false, only: '', rounds: 5, seconds: 1, ownSink: false });
  });

  test('takes a prefix and JSON', () => {
    expect(readOptions(['--json', '--only', 'smtp.latency'])).toMatchObject({ json: true, only: 'smtp.latency' });
  });

  test.each([[['--rounds', 'many']], [['--rounds', '0']], [['--seconds', '-1']], [['--sometimes']]])(
    'refuses %j',
    (args) => {
      expect(() => readOptions(args)).toThrow();
    },
  );

  test('answers null to a call for help', () => {
    expect(readOptions(['--help'])).toBeNull();
  });
});
