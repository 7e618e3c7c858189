import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { OrderedList } from '../../../src/subsystem/tables/orderedlist.js';

interface Item {
  readonly rank: number;
  weight: number;
}

const byRank = (a: Item, b: Item): number => a.rank - b.rank;

/** What the list should be: an array put in order. */
class Plain {
  readonly items = new Map<number, Item>();

  get sorted(): Item[] {
    return [...this.items.values()].sort(byRank);
  }

  before(rank: number, including: boolean): number {
    const before = this.sorted.filter((item) => item.rank < rank || (including && item.rank === rank));
    return before.reduce((sum, { weight }) => sum + weight, 0);
  }

  visited(start: number, end: number): [rank: number, at: number][] {
    let at = 0;
    return this.sorted.flatMap(({ rank, weight }) => {
      const from = at;
      at += weight;
      return at > start && from < end ? [[rank, from] as [number, number]] : [];
    });
  }
}

function check(list: OrderedList<Item>, plain: Plain, rank: number, from: number): void {
  const total = plain.before(Number.POSITIVE_INFINITY, false);
  expect(list.weight).toBe(total);
  expect(list.first?.rank).toBe(plain.sorted[0]?.rank);
  for (const including of [false, true])
    expect(list.weightBefore({ rank, weight: 1 }, including)).toBe(plain.before(rank, including));
  const seen: [number, number][] = [];
  list.visit(from, from + 40, (item, at) => seen.push([item.rank, at]));
  expect(seen).toEqual(plain.visited(from, from + 40));
}

// Ranks from so few numbers that many come and go, and enough of them that the list has to part what stands together.
const rank = fc.nat(3000);

describe('an ordered list', () => {
  test('is an array put in order, whatever comes and goes', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(rank, { minLength: 0, maxLength: 1500, size: 'max' }),
        fc.array(fc.tuple(rank, fc.integer({ min: 1, max: 5 })), { maxLength: 900, size: 'max' }),
        rank,
        (start, changes, probe) => {
          const list = new OrderedList<Item>(byRank, ({ weight }) => weight);
          const plain = new Plain();
          for (const each of start) plain.items.set(each, { rank: each, weight: 1 + (each % 3) });
          list.replaceAll([...plain.items.values()]);
          check(list, plain, probe, probe);
          for (const [each, weight] of changes) {
            const present = plain.items.get(each);
            if (!present) {
              const item = { rank: each, weight };
              plain.items.set(each, item);
              list.add(item);
            } else if (weight === 5) {
              present.weight = 1 + (present.weight % 5);
              list.reweigh(present);
            } else {
              plain.items.delete(each);
              expect(list.remove({ rank: each, weight: 1 })).toBe(true);
              expect(list.remove({ rank: each, weight: 1 })).toBe(false);
            }
          }
          check(list, plain, probe, probe);
        },
      ),
      { numRuns: 40 },
    );
  });

  test('parts what grows too long, and forgets what is empty', () => {
    const list = new OrderedList<number>((a, b) => a - b);
    for (let item = 0; item < 5000; item++) list.add((item * 7919) % 5003);
    expect(list.weight).toBe(5000);
    const seen: number[] = [];
    list.visit(0, 5000, (item) => seen.push(item));
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
    for (const item of seen) expect(list.remove(item)).toBe(true);
    expect([list.weight, list.first]).toEqual([0, undefined]);
    list.add(3);
    expect(list.first).toBe(3);
  });

  test('compares few items when one of many comes or goes', () => {
    let comparisons = 0;
    const list = new OrderedList<number>((a, b) => {
      comparisons++;
      return a - b;
    });
    list.replaceAll(Array.from({ length: 100_000 }, (_, item) => item * 2));
    comparisons = 0;
    list.add(77_777);
    list.weightBefore(77_777, false);
    list.remove(77_777);
    expect(comparisons).toBeLessThan(100);
  });
});
