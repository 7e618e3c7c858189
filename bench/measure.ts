import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { BenchCase } from './cases.js';
import { type DuelResult, type DuelRules, duel } from './duel.js';
import { type BenchMessage, makeMessages, messageBytes, writeMessage } from './messages.js';
import { MemoryPeak } from './process/memory.js';
import { Worker } from './process/worker.js';
import type { ProxyQuestions } from './proxy.js';
import type { SenderSetup } from './sender/contender.js';
import { PostfixSource, Sender } from './sides.js';
import { type Ground, openReadingSink, openTimedSink, type Sink } from './sink/open.js';
import { findPostfixProgram } from './sink/postfix.js';
import { type Spread, spread } from './statistics.js';

/** A row that could be measured, or the reason why it could not. */
export type Measured = { readonly what: BenchCase } & (
  | { readonly missing: string }
  | { readonly sink: string; readonly duel: DuelResult }
  | { readonly sink: string; readonly ours: Spread; readonly nodemailer: number }
);

/** How often and how long. */
export type Rules = Omit<DuelRules, 'warmUp'>;

/**
 * Measures one row. Every process it starts is gone when it returns or throws.
 *
 * @throws {Error} when a sink received anything else than what was handed over
 */
export async function measure(what: BenchCase, ground: Ground, rules: Rules): Promise<Measured> {
  const source = what.rival === 'smtp-source' ? findPostfixProgram('smtp-source') : null;
  if (what.rival === 'smtp-source' && source === null) return { what, missing: 'smtp-source is not installed' };
  if (what.measure === 'memory' && !MemoryPeak.available) return { what, missing: 'no /proc/PID/clear_refs here' };
  const message = makeMessages(what.kind)[0];
  const file = what.kind === 'large' && message !== undefined ? await messageFile(message, ground) : null;
  const running = new Running();
  try {
    const sink = running.add(await openTimedSink(what, ground));
    if (what.measure === 'memory') {
      const ours = await grow(what, what.ours, file, sink, ground, rules);
      const [nodemailer = Number.NaN] = await grow(what, 'nodemailer', file, sink, ground, { ...rules, rounds: 1 });
      return { what, sink: nameOf(sink), ours: spread(ours), nodemailer };
    }
    const ours = running.add(new Sender(what, what.ours, file, ground));
    const rival = running.add(
      source === null ? new Sender(what, 'nodemailer', file, ground) : await PostfixSource.make(source, what, ground),
    );
    if (!sink.reads) await readOnce(what, [ours, rival], ground);
    const port = what.delay === 0 ? sink.port : await running.add(startProxy()).ask('open', roadTo(sink, what));
    await ours.face(sink, port);
    await rival.face(sink, port);
    return { what, sink: nameOf(sink), duel: await duel(ours, rival, { ...rules, warmUp: what.warmUp }) };
  } finally {
    await running.stop();
  }
}

/** smtp-sink reads nothing, so both sides first send to a sink that reads: the same processes, the same messages. */
async function readOnce(what: BenchCase, sides: readonly (Sender | PostfixSource)[], ground: Ground): Promise<void> {
  const reader = await openReadingSink(what, ground);
  try {
    for (const side of sides) {
      await side.face(reader, reader.port);
      await side.round(what.kind === 'large' ? 1 : 640);
    }
  } finally {
    await reader.stop();
  }
}

/** Growth of the peak memory above idle, in MB, each time of a fresh process. */
async function grow(
  what: BenchCase,
  contender: SenderSetup['contender'],
  file: string | null,
  sink: Sink,
  ground: Ground,
  { rounds, progress }: Rules,
): Promise<number[]> {
  const growths: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const sender = new Sender(what, contender, file, ground);
    try {
      await sender.face(sink, sink.port);
      const peak = new MemoryPeak(sender.pid);
      await sender.round(1);
      growths.push(peak.growth() / 2 ** 20);
      progress();
    } finally {
      await sender.stop();
    }
  }
  return growths;
}

async function messageFile(message: BenchMessage, { folder }: Ground): Promise<string> {
  const path = join(folder, 'large.eml');
  const there = await stat(path).catch(() => null);
  if (there?.size !== messageBytes(message)) await writeMessage(path, message);
  return path;
}

function startProxy(): Worker<ProxyQuestions> {
  return new Worker<ProxyQuestions>('the proxy', new URL('./proxy.js', import.meta.url), null);
}

function roadTo(sink: Sink, what: BenchCase): { port: number; milliseconds: number } {
  return { port: sink.port, milliseconds: what.delay };
}

function nameOf(sink: Sink): string {
  return sink.reads ? 'own sink' : 'smtp-sink';
}

/** What has been started and must be stopped, last first. */
class Running {
  readonly #things: { stop(): Promise<void> }[] = [];

  add<T extends { stop(): Promise<void> }>(thing: T): T {
    this.#things.push(thing);
    return thing;
  }

  async stop(): Promise<void> {
    for (const thing of this.#things.reverse()) await thing.stop();
  }
}
