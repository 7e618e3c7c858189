import { fileURLToPath } from 'node:url';
import { type DuelResult, type DuelRules, duel, type Side } from '../duel.js';
import { Worker } from '../process/worker.js';
import { line } from '../table.js';
import type { NativeCase } from './cases.js';
import type { NativeQuestions } from './program.js';

/** A row that was measured, or why it was left out. */
export type NativeMeasured =
  | { readonly what: NativeCase; readonly duel: DuelResult }
  | { readonly what: NativeCase; readonly missing: string };

/**
 * Measures one row.
 *
 * @param what the row
 * @param ground the core that both share, null for any
 * @param rules how long
 */
export async function measureNative(
  what: NativeCase,
  { core }: { readonly core: number | null },
  rules: Omit<DuelRules, 'warmUp'>,
): Promise<NativeMeasured> {
  const addon = fileURLToPath(new URL('../../../../../build/Release/comail.node', import.meta.url));
  const workers: Worker<NativeQuestions>[] = [];
  try {
    for (const by of ['comail', 'plain'] as const) {
      const worker = new Worker<NativeQuestions>(by, new URL('./program.js', import.meta.url), core);
      workers.push(worker);
      const missing = await worker.ask('open', { by, addon });
      if (missing !== null) return { what, missing };
    }
    const [ours, plain] = workers.map((worker): Side => ({ round: (count) => worker.ask('round', count) })) as [
      Side,
      Side,
    ];
    return { what, duel: await duel(ours, plain, { ...rules, warmUp: what.warmUp }) };
  } finally {
    for (const worker of workers) await worker.stop();
  }
}

/** One row of the table: how many times as long a call takes. */
export function nativeRow(measured: NativeMeasured): string {
  const { what } = measured;
  if ('missing' in measured) return line([what.key, 'skipped', measured.missing, '', '', '', '', '']);
  const { ours, rival, ratio } = measured.duel;
  const value = nativeValue(ratio.median);
  const rates = [ours, rival].map(({ rate }) => `${(1e9 / rate.median).toFixed(0)} ns`);
  const between = `${nativeValue(ratio.high)}..${nativeValue(ratio.low)}`;
  return line([
    what.key,
    value.toFixed(2),
    between,
    `<= ${what.bound}`,
    value <= what.bound ? 'ok' : 'MISSED',
    ...rates,
    '',
  ]);
}

/** A ratio of rates as one of times, as it goes into the JSON object. */
export const nativeValue = (ratio: number): number => Math.round(100 / ratio) / 100;
