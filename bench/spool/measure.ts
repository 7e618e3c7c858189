import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type DuelResult, type DuelRules, duel, type Round, type Side } from '../duel.js';
import { Worker } from '../process/worker.js';
import { type Ground, openReadingSink, openTimedSink, type Reception, type Sink } from '../sink/open.js';
import type { SpoolCase, SpoolTask } from './cases.js';
import type { SpoolQuestions } from './program.js';

/** A row that was measured. */
export interface SpoolMeasured {
  readonly what: SpoolCase;
  readonly duel: DuelResult;
  /** The sink; null where nothing is sent. */
  readonly sink: string | null;
}

const letters: Reception = { kind: 'letter', recipients: 1, tls: false, chunking: false };
/** Letters that each side sends to a sink that reads before it is timed against one that only counts. */
const readLetters = 640;

/**
 * Measures one row. Every process it starts is gone when it returns or throws, and so are its files.
 *
 * @throws {Error} when a sink received anything else than what was sent, or a store holds something else
 */
export async function measureSpool(
  what: SpoolCase,
  ground: Ground,
  rules: Omit<DuelRules, 'warmUp'>,
): Promise<SpoolMeasured> {
  const sends = !what.key.startsWith('store.');
  const sink = sends ? await openTimedSink(letters, ground) : null;
  const sides: SpoolSide[] = [];
  try {
    for (const task of what.sides) {
      const octetsEach = sink && !sink.reads ? await weigh(task, ground) : null;
      sides.push(await SpoolSide.open(task, ground, sink, octetsEach));
    }
    const [first, second] = sides as [SpoolSide, SpoolSide];
    const fought = await duel(first, second, { ...rules, warmUp: what.warmUp });
    return { what, duel: fought, sink: sink && (sink.reads ? 'own sink' : 'smtp-sink') };
  } finally {
    for (const side of sides) await side.stop();
    await sink?.stop();
  }
}

/** smtp-sink reads nothing, so each side first sends to a sink that reads; that one tells what a letter takes on the wire. */
async function weigh(task: SpoolTask, ground: Ground): Promise<number> {
  const reader = await openReadingSink(letters, ground);
  try {
    // A backlog need not wait for this.
    const side = await SpoolSide.open(task === 'nodemailer' ? task : 'spool', ground, reader, null);
    try {
      await side.round(readLetters);
      return side.octetsEach as number;
    } finally {
      await side.stop();
    }
  } finally {
    await reader.stop();
  }
}

class SpoolSide implements Side {
  /** What a letter takes on the wire, once it is known. */
  octetsEach: number | null;
  readonly #worker: Worker<SpoolQuestions>;
  readonly #sink: Sink | null;
  readonly #folder: string;

  private constructor(worker: Worker<SpoolQuestions>, sink: Sink | null, octetsEach: number | null, folder: string) {
    this.#worker = worker;
    this.#sink = sink;
    this.octetsEach = octetsEach;
    this.#folder = folder;
  }

  static async open(
    task: SpoolTask,
    { core, folder: parent }: Ground,
    sink: Sink | null,
    octetsEach: number | null,
  ): Promise<SpoolSide> {
    const folder = mkdtempSync(join(parent, `${task}-`));
    const worker = new Worker<SpoolQuestions>(task, new URL('./program.js', import.meta.url), core);
    const side = new SpoolSide(worker, sink, octetsEach, folder);
    try {
      await worker.ask('open', { task, folder, port: sink?.port ?? 0 });
      return side;
    } catch (error) {
      await side.stop();
      throw error;
    }
  }

  async round(count: number): Promise<Round> {
    const effort = await this.#worker.ask('round', count);
    const sent = await this.#worker.ask('check', null);
    if (this.#sink) {
      const octets = await this.#sink.check([sent], this.octetsEach);
      if (this.#sink.reads) this.octetsEach = octets / sent;
    }
    return effort;
  }

  async stop(): Promise<void> {
    await this.#worker.stop();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
