import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type DuelResult, type DuelRules, duel, type Round, type Side } from '../duel.js';
import { Worker } from '../process/worker.js';
import { profile } from '../spool/house.js';
import { reader } from '../spool/letters.js';
import type { SpoolQuestions } from '../spool/program.js';
import { between, line } from '../table.js';
import { type WindowsCase, windowsCases } from './cases.js';
import type { WindowsQuestions } from './program.js';
import { type Asked, type Bits, lacking, Wine } from './wine.js';

/** A row that was measured for programs of both bitnesses, or why it was left out. */
export type WindowsMeasured =
  | { readonly what: WindowsCase; readonly duels: readonly (readonly [bits: Bits, duel: DuelResult])[] }
  | { readonly what: WindowsCase; readonly missing: string };

const bitnesses: readonly Bits[] = ['x64', 'x86'];

/**
 * Measures one row. Every process it starts is gone when it returns or throws.
 *
 * @param what the row
 * @param ground a folder for its files
 * @param rules how long
 */
export async function measureWindows(
  what: WindowsCase,
  { folder: parent }: { readonly folder: string },
  rules: Omit<DuelRules, 'warmUp'>,
): Promise<WindowsMeasured> {
  const missing = lacking();
  if (missing !== null) return { what, missing };
  const folder = mkdtempSync(join(parent, 'windows-'));
  const wine = await Wine.open(folder);
  try {
    const duels: [Bits, DuelResult][] = [];
    for (const bits of bitnesses) {
      const [call] = windowsCases;
      const fight = what === call ? calls : messages;
      duels.push([
        bits,
        await fight(bits, wine, mkdtempSync(join(folder, `${bits}-`)), { ...rules, warmUp: what.warmUp }),
      ]);
    }
    return { what, duels };
  } finally {
    await wine.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Calls to the service and calls to a process of Wine's, by one program. */
async function calls(bits: Bits, wine: Wine, folder: string, rules: DuelRules): Promise<DuelResult> {
  const service = new Worker<WindowsQuestions>('the service', new URL('./program.js', import.meta.url), null);
  let program: Asked | null = null;
  try {
    const asked = wine.start(bits, 'bridge-latency', await service.ask('open', { folder, mail: false }), []);
    program = asked;
    const side = (who: string): Side => ({ round: async (count) => timed(await asked.ask(`${who} ${count}`)) });
    return await duel(side('ours'), side('theirs'), rules);
  } finally {
    await program?.stop();
    await service.stop();
  }
}

/** Messages that one program sends, and the rows of as many. */
async function messages(bits: Bits, wine: Wine, folder: string, rules: DuelRules): Promise<DuelResult> {
  const service = new Worker<WindowsQuestions>('the service', new URL('./program.js', import.meta.url), null);
  const driver = new Worker<SpoolQuestions>('the driver', new URL('../spool/program.js', import.meta.url), null);
  const rows = mkdtempSync(join(folder, 'raw-'));
  let program: Asked | null = null;
  try {
    await driver.ask('open', { task: 'raw-submit', folder: rows, port: 0 });
    const file = await service.ask('open', { folder, mail: true });
    const asked = wine.start(bits, 'simple-rate', file, [profile, 'Ada', reader.address]);
    program = asked;
    let sent = 0;
    const ours: Side = {
      async round(count) {
        const round = timed(await asked.ask(String(count)));
        sent += count;
        const waiting = await service.ask('waiting', folder);
        if (waiting !== sent) throw new Error(`${waiting} messages wait instead of ${sent}`);
        return round;
      },
    };
    const raw: Side = {
      async round(count) {
        const round = await driver.ask('round', count);
        await driver.ask('check', null);
        return round;
      },
    };
    return await duel(ours, raw, rules);
  } finally {
    await program?.stop();
    await driver.stop();
    await service.stop();
  }
}

const timed = (microseconds: number): Round => ({ seconds: microseconds / 1e6, cpuSeconds: null });

/** The row of the table: a line for each bitness. */
export function windowsRow(measured: WindowsMeasured): string {
  const { what } = measured;
  if ('missing' in measured) return `${what.key} left out: ${measured.missing}`;
  const { kind, value: bound } = what.bound;
  return measured.duels
    .map(([bits, { ours, rival, ratio }]) => {
      const value = rounded(what, ratio.median);
      const range =
        kind === 'rate' ? ratio : { median: 0, low: rounded(what, ratio.high), high: rounded(what, ratio.low) };
      const good = kind === 'rate' ? value >= bound : value <= bound;
      const shown = [ours, rival].map(({ rate: { median } }) =>
        kind === 'rate' ? `${median.toFixed(0)} /s` : `${(1e6 / median).toFixed(0)} us`,
      );
      const limit = `${kind === 'rate' ? '>=' : '<='} ${bound}`;
      return line([`${what.key} ${bits}`, value.toFixed(2), between(range), limit, good ? 'ok' : 'MISSED', ...shown]);
    })
    .join('\n');
}

/** The number of the worse bitness, for the JSON object; null where the row was left out. */
export function windowsValue(measured: WindowsMeasured): number | null {
  if ('missing' in measured) return null;
  const values = measured.duels.map(([, { ratio }]) => rounded(measured.what, ratio.median));
  return measured.what.bound.kind === 'rate' ? Math.min(...values) : Math.max(...values);
}

/** A ratio of rates is that of times the other way round. */
const rounded = ({ bound }: WindowsCase, ratio: number): number =>
  Math.round((bound.kind === 'rate' ? ratio : 1 / ratio) * 100) / 100;
