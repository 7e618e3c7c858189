import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareRanks, type Rank, rankBetween } from '../../../src/subsystem/tables/rank.js';

describe('ranks', () => {
  test('keep the order of rows wherever the next one is inserted', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { maxLength: 200 }), (positions) => {
        const ranks: Rank[] = [];
        for (const wanted of positions) {
          const at = wanted % (ranks.length + 1);
          ranks.splice(at, 0, rankBetween(ranks[at - 1] ?? null, ranks[at] ?? null, ranks.length));
        }
        for (let index = 1; index < ranks.length; index++)
          expect(compareRanks(ranks[index - 1] as Rank, ranks[index] as Rank)).toBeLessThan(0);
      }),
    );
  });

  test('never run out between two neighbours, from either side', () => {
    for (const side of ['low', 'high'] as const) {
      let low: Rank = rankBetween(null, null, 0);
      let high: Rank = rankBetween(low, null, 0);
      for (let round = 0; round < 500; round++) {
        const middle = rankBetween(low, high, 0);
        expect(compareRanks(low, middle)).toBeLessThan(0);
        expect(compareRanks(middle, high)).toBeLessThan(0);
        if (side === 'low') low = middle;
        else high = middle;
      }
    }
  });

  test('tell a row from a deleted one in whose place it stands, and put it behind', () => {
    const [low, high] = [rankBetween(null, null, 0), { whole: 1, fraction: '', serial: 1 }];
    const gone = rankBetween(low, high, 2);
    const put = rankBetween(low, high, 3);
    expect(compareRanks(gone, put)).toBeLessThan(0);
    expect(compareRanks(put, high)).toBeLessThan(0);
  });

  test('stay short at the ends', () => {
    let last = rankBetween(null, null, 0);
    for (let round = 0; round < 10_000; round++) last = rankBetween(last, null, 0);
    expect(last).toEqual({ whole: 10_000, fraction: '', serial: 0 });
  });
});
