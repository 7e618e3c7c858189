import type { Score } from '../duel.js';
import { between, line } from '../table.js';
import type { SpoolMeasured } from './measure.js';

/** One row of the table about sending through MAPI, once it has been measured. */
export function spoolRow({ what, duel, sink }: SpoolMeasured): string {
  const value = spoolValue(duel.ratio.median);
  const cpu = [duel.ours, duel.rival].map(({ cpuMicroseconds }) => cpuMicroseconds?.toFixed(1) ?? '?').join(' / ');
  const good = value >= what.bound ? 'ok' : 'MISSED';
  const cells = [what.key, value.toFixed(2), between(duel.ratio), `>= ${what.bound}`, good];
  return line([...cells, rate(duel.ours), rate(duel.rival), cpu, sink ?? '']);
}

/** A ratio as it goes into the JSON object. */
export const spoolValue = (ratio: number): number => Math.round(ratio * 100) / 100;

const rate = ({ rate: { median } }: Score): string => `${median.toFixed(0)} /s`;
