import type { Score } from '../duel.js';
import { between, line } from '../table.js';
import type { StoreCase } from './cases.js';
import { streamBytes } from './contender.js';
import type { StoreMeasured } from './measure.js';

/** One row of the table about the store, once it has been measured. */
export function storeRow(measured: StoreMeasured): string {
  const { what } = measured;
  if ('missing' in measured) return line([what.key, `left out: ${measured.missing}`]);
  const more = what.measure === 'rate';
  const value = storeValue(measured);
  const good = more ? value >= what.bound : value <= what.bound;
  const cells = [
    what.key,
    value.toFixed(2),
    between(measured.value),
    `${more ? '>=' : '<='} ${what.bound}`,
    good ? 'ok' : 'MISSED',
  ];
  if ('rival' in measured) return line([...cells, '', `${measured.rival.toFixed(1)} (1 run)`]);
  const { first, second } = measured;
  const cpu = [first, second].map(({ cpuMicroseconds }) => cpuMicroseconds?.toFixed(1) ?? '?').join(' / ');
  return line([...cells, speed(what, first), speed(what, second), cpu]);
}

/** The number that goes into the JSON object. */
export const storeValue = ({ value }: Exclude<StoreMeasured, { missing: string }>): number =>
  Math.round(value.median * 100) / 100;

function speed(what: StoreCase, { rate: { median } }: Score): string {
  if (what.sides[0].task === 'stream') return `${((median * streamBytes) / 1e6).toFixed(0)} MB/s`;
  return `${median >= 1000 ? median.toFixed(0) : median.toFixed(1)} /s`;
}
