import type { BenchCase } from './cases.js';
import type { Score } from './duel.js';
import type { Measured } from './measure.js';
import { makeMessages, messageBytes } from './messages.js';
import type { Spread } from './statistics.js';

/** The first lines of the table. */
export function head(): string {
  const cells = ['key', 'value', 'range', 'bound', '', 'ours', 'rival', 'CPU us/message', 'sink'];
  return `${line(cells)}\n${line(cells.map((cell) => '-'.repeat(cell.length)))}`;
}

/** One row, once it has been measured. */
export function row(measured: Measured): string {
  const { what } = measured;
  if ('missing' in measured) return `${what.key.padEnd(widths[0] ?? 0)} left out: ${measured.missing}`;
  const value = jsonValue(measured);
  const range = 'duel' in measured ? measured.duel.ratio : measured.ours;
  const bound = what.measure === 'ratio' ? `>= ${what.bound}` : `<= ${what.bound}`;
  const good = what.measure === 'ratio' ? value >= what.bound : value <= what.bound;
  const cells = [what.key, value.toFixed(2), between(range), bound, good ? 'ok' : 'MISSED'];
  if ('duel' in measured) {
    const { ours, rival } = measured.duel;
    const cpu = [ours, rival].map(({ cpuMicroseconds }) => cpuMicroseconds?.toFixed(1) ?? '?').join(' / ');
    return line([...cells, rate(what, ours), rate(what, rival), cpu, measured.sink]);
  }
  return line([...cells, '', `${measured.nodemailer.toFixed(1)} (1 run)`, '', measured.sink]);
}

/** The number that goes into the JSON object. */
export function jsonValue(measured: Exclude<Measured, { missing: string }>): number {
  const value = 'duel' in measured ? measured.duel.ratio.median : measured.ours.median;
  return Math.round(value * 100) / 100;
}

const widths = [28, 6, 13, 7, 6, 14, 14, 17, 9];

/** Cells as one line of the table. */
export function line(cells: readonly string[]): string {
  return cells
    .map((cell, column) => cell.padEnd(widths[column] ?? 0))
    .join(' ')
    .trimEnd();
}

/** The range of a number. */
export function between({ low, high }: Spread): string {
  return `${low.toFixed(2)}..${high.toFixed(2)}`;
}

function rate(what: BenchCase, { rate: { median } }: Score): string {
  const message = makeMessages(what.kind)[0];
  if (what.kind === 'large' && message !== undefined)
    return `${((median * messageBytes(message)) / 1e6).toFixed(0)} MB/s`;
  return `${median >= 1000 ? median.toFixed(0) : median.toFixed(1)} /s`;
}
