import { copyFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type DuelRules, duel, type Round, type Score, type Side } from '../duel.js';
import { MemoryPeak } from '../process/memory.js';
import { Worker } from '../process/worker.js';
import { type Spread, spread } from '../statistics.js';
import type { StoreCase } from './cases.js';
import { type StoreSetup, streamBytes } from './contender.js';
import type { StoreQuestions } from './program.js';

/** Where the rows about the store are measured. */
export interface StoreGround {
  /** The core that contenders share, null for any. */
  readonly core: number | null;
  /** A folder for their files, on a disk. */
  readonly folder: string;
}

/** A row that could be measured, or the reason why it could not. */
export type StoreMeasured = { readonly what: StoreCase } & (
  | { readonly missing: string }
  | { readonly value: Spread; readonly first: Score; readonly second: Score }
  | { readonly value: Spread; readonly rival: number }
);

/**
 * Measures one row. Every process it starts is gone when it returns or throws.
 *
 * @throws {Error} when something did not come back as it was written, or the two sides saw different things
 */
export async function measureStore(
  what: StoreCase,
  ground: StoreGround,
  rules: Omit<DuelRules, 'warmUp'>,
): Promise<StoreMeasured> {
  if (what.measure === 'memory') return await measureMemory(what, ground, rules);
  const [first, second] = [await open(what, 0, ground), await open(what, 1, ground)];
  try {
    // The two sides of one task look at the same things; two tasks of ours look each at their own.
    const same = what.sides[0].task === what.sides[1].task;
    const seen: string[] = [];
    const fought = await duel(
      watched(first, (text) => {
        seen[0] = text;
      }),
      watched(second, (text) => {
        if (same && text !== seen[0]) throw new Error(`${what.key}: comail saw\n${seen[0]}\nand the driver\n${text}`);
      }),
      { ...rules, warmUp: what.warmUp },
    );
    const value = what.measure === 'time' ? inverse(fought.ratio) : fought.ratio;
    return { what, value, first: fought.ours, second: fought.rival };
  } finally {
    await first.stop();
    await second.stop();
  }
}

/** Growth of the peak memory above idle, in MB, each time of a fresh process with a store of its own. */
async function measureMemory(
  what: StoreCase,
  ground: StoreGround,
  { rounds, progress }: Omit<DuelRules, 'warmUp'>,
): Promise<StoreMeasured> {
  if (!MemoryPeak.available) return { what, missing: 'no /proc/PID/clear_refs here' };
  const grow = async (side: 0 | 1): Promise<number> => {
    const worker = await open(what, side, ground);
    try {
      const peak = new MemoryPeak(worker.pid);
      await worker.ask('round', 1);
      const grown = peak.growth() / 2 ** 20;
      await worker.ask('check', null);
      progress();
      return grown;
    } finally {
      await worker.stop();
    }
  };
  const growths: number[] = [];
  for (let round = 0; round < rounds; round++) growths.push(await grow(0));
  return { what, value: spread(growths), rival: await grow(1) };
}

/** Starts a side; tasks that write get a store of their own. */
async function open(what: StoreCase, index: 0 | 1, ground: StoreGround): Promise<Worker<StoreQuestions>> {
  const { by, task } = what.sides[index];
  const { folder, core } = ground;
  const worker = new Worker<StoreQuestions>(by, new URL('./program.js', import.meta.url), core);
  try {
    const file = join(folder, `${task}-${by}.store`);
    const writes = task === 'create' || task === 'stream';
    if (writes) {
      for (const end of ['', '-wal', '-shm']) await rm(`${file}${end}`, { force: true });
      await copyFile(await made('empty', ground), file);
    }
    const source = task === 'stream' ? await sourceFile(folder) : '';
    const setup: StoreSetup = { by, task, file: writes ? file : await made('fixture', ground), source, folder };
    await worker.ask('open', setup);
    return worker;
  } catch (error) {
    await worker.stop();
    throw error;
  }
}

const ready = new Set<string>();

/** Makes a store in a process of its own: a contender that had written 100,000 messages would not be warm for reading them. */
async function made(kind: 'fixture' | 'empty', { folder, core }: StoreGround): Promise<string> {
  const file = join(folder, `${kind}.store`);
  if (ready.has(file)) return file;
  const worker = new Worker<StoreQuestions>('fixture', new URL('./program.js', import.meta.url), core);
  try {
    await worker.ask(kind, file);
  } finally {
    await worker.stop();
  }
  ready.add(file);
  return file;
}

async function sourceFile(folder: string): Promise<string> {
  const file = join(folder, 'source.bin');
  if (ready.has(file)) return file;
  const bytes = Buffer.alloc(streamBytes);
  // Nothing repeats, so that neither a wrong piece nor a piece at a wrong place goes unseen.
  for (let at = 0, state = 1; at + 4 <= streamBytes; at += 4) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    bytes.writeUInt32LE(state, at);
  }
  await writeFile(file, bytes, { flush: true });
  ready.add(file);
  return file;
}

function watched(worker: Worker<StoreQuestions>, saw: (text: string) => void): Side {
  return {
    async round(count): Promise<Round> {
      const effort = await worker.ask('round', count);
      saw(await worker.ask('check', null));
      return effort;
    },
  };
}

const inverse = ({ median, low, high }: Spread): Spread => ({ median: 1 / median, low: 1 / high, high: 1 / low });
