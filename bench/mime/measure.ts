import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type DuelResult, type DuelRules, duel, type Side } from '../duel.js';
import { Worker } from '../process/worker.js';
import { between, line } from '../table.js';
import type { MimeCase } from './cases.js';
import type { MimeQuestions } from './program.js';

/** A row that was measured. */
export interface MimeMeasured {
  readonly what: MimeCase;
  readonly duel: DuelResult;
}

/**
 * Measures one row. Both sides must have seen the same in every message before anything is timed.
 *
 * @param what the row
 * @param ground the core that both share, null for any; a folder for their files
 * @param rules how long
 * @throws {Error} when they saw different things
 */
export async function measureMime(
  what: MimeCase,
  { core, folder: parent }: { readonly core: number | null; readonly folder: string },
  rules: Omit<DuelRules, 'warmUp'>,
): Promise<MimeMeasured> {
  const folder = mkdtempSync(join(parent, 'mime-'));
  const workers: Worker<MimeQuestions>[] = [];
  try {
    const seen: string[] = [];
    for (const by of ['comail', 'library'] as const) {
      const worker = new Worker<MimeQuestions>(by, new URL('./program.js', import.meta.url), core);
      workers.push(worker);
      await worker.ask('open', { by, task: what.task, folder });
      seen.push(await worker.ask('check', null));
    }
    if (seen[0] !== seen[1]) throw new Error(`comail saw\n${seen[0]}\nand the library\n${seen[1]}`);
    const [ours, library] = workers.map((worker): Side => ({ round: (count) => worker.ask('round', count) })) as [
      Side,
      Side,
    ];
    return { what, duel: await duel(ours, library, { ...rules, warmUp: what.warmUp }) };
  } finally {
    for (const worker of workers) await worker.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** One row of the table, once it has been measured. */
export function mimeRow({ what, duel: { ours, rival, ratio } }: MimeMeasured): string {
  const cpu = [ours, rival].map(({ cpuMicroseconds }) => cpuMicroseconds?.toFixed(1) ?? '?').join(' / ');
  const value = mimeValue(ratio.median);
  const rates = [ours, rival].map(({ rate }) => `${rate.median.toFixed(rate.median < 100 ? 1 : 0)} /s`);
  const good = value >= what.bound ? 'ok' : 'MISSED';
  return line([what.key, value.toFixed(2), between(ratio), `>= ${what.bound}`, good, ...rates, cpu]);
}

/** A ratio as it goes into the JSON object. */
export const mimeValue = (ratio: number): number => Math.round(ratio * 100) / 100;
