import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fileTimeNow, fileTimeOf, msOf } from '../../src/base/index.js';

test('1601 is 0, and 1970 the number that everybody knows', () => {
  expect(fileTimeOf(Date.UTC(1601, 0, 1))).toBe(0n);
  expect(fileTimeOf(0)).toBe(116_444_736_000_000_000n);
  expect(msOf(0n)).toBe(Date.UTC(1601, 0, 1));
  expect(msOf(116_444_736_000_000_000n)).toBe(0);
});

test('a time within a millisecond is of the one that has begun, before 1970 too', () => {
  expect(msOf(fileTimeOf(5) + 9_999n)).toBe(5);
  expect(msOf(fileTimeOf(-5) + 9_999n)).toBe(-5);
  expect(msOf(fileTimeOf(-5) - 1n)).toBe(-6);
  expect(fileTimeOf(-5.5)).toBe(fileTimeOf(-6));
});

test('every time of JavaScript comes back, and every FILETIME is that of the division', () => {
  fc.assert(
    fc.property(fc.integer({ min: -900_000_000_000_000, max: 900_000_000_000_000 }), (ms) => {
      expect(msOf(fileTimeOf(ms))).toBe(ms);
    }),
  );
  fc.assert(
    fc.property(fc.bigInt({ min: -(1n << 63n), max: (1n << 63n) - 1n }), (time) => {
      const ticks = time - 116_444_736_000_000_000n;
      const floor = ticks / 10_000n - (ticks % 10_000n < 0n ? 1n : 0n);
      expect(msOf(time)).toBe(Number(floor));
    }),
  );
});

test('now is now', () => {
  const before = Date.now();
  const time = fileTimeNow();
  expect(msOf(time)).toBeGreaterThanOrEqual(before);
  expect(msOf(time)).toBeLessThanOrEqual(Date.now());
});
