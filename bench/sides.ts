import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BenchCase } from './cases.js';
import type { Side } from './duel.js';
import { makeMessages } from './messages.js';
import { pinned } from './process/cores.js';
import { Worker } from './process/worker.js';
import type { SenderSetup } from './sender/contender.js';
import type { SenderQuestions } from './sender/program.js';
import type { Ground, Sink } from './sink/open.js';

/** A sender of its own process, and where it sends to at the moment. */
export class Sender implements Side {
  readonly #worker: Worker<SenderQuestions>;
  readonly #what: BenchCase;
  readonly #contender: SenderSetup['contender'];
  readonly #file: string | null;
  readonly #variants: number;
  #sink: Sink | null = null;
  #octetsEach: number | null = null;

  /**
   * @param what the case, for sizes and numbers
   * @param contender who sends
   * @param file holds the large message, null in all other cases
   * @param ground where it runs
   */
  constructor(what: BenchCase, contender: SenderSetup['contender'], file: string | null, ground: Ground) {
    this.#worker = new Worker(contender, new URL('./sender/program.js', import.meta.url), ground.core);
    this.#what = what;
    this.#contender = contender;
    this.#file = file;
    this.#variants = makeMessages(what.kind).length;
  }

  get pid(): number {
    return this.#worker.pid;
  }

  /**
   * Turns to a sink.
   *
   * @param sink what receives and counts
   * @param port where it is reached: its own port or that of a proxy in front of it
   */
  async face(sink: Sink, port: number): Promise<void> {
    if (this.#sink !== null) await this.#worker.ask('close', null);
    this.#sink = sink;
    const { kind, connections, recipients, tls } = this.#what;
    const outstanding = kind === 'large' || this.#contender === 'imnxport' ? 1 : 64;
    const setup = {
      contender: this.#contender,
      port,
      tls,
      connections,
      outstanding,
      kind,
      recipients,
      file: this.#file,
    };
    await this.#worker.ask('open', setup);
  }

  async round(count: number): Promise<{ seconds: number; cpuSeconds: number }> {
    const effort = await this.#worker.ask('send', count);
    const perVariant = Array.from({ length: this.#variants }, (_, n) => Math.ceil((count - n) / this.#variants));
    this.#octetsEach = await checked(
      this.#sink,
      perVariant.map((due) => Math.max(0, due)),
      this.#octetsEach,
    );
    return effort;
  }

  async stop(): Promise<void> {
    await this.#worker.stop();
  }
}

/** Postfix's smtp-source: written in C, one process per round, all of its messages alike. */
export class PostfixSource implements Side {
  readonly #program: string;
  readonly #what: BenchCase;
  readonly #ground: Ground;
  readonly #file: string;
  #sink: Sink | null = null;
  #octetsEach: number | null = null;
  #port = 0;

  private constructor(program: string, what: BenchCase, ground: Ground) {
    this.#program = program;
    this.#what = what;
    this.#ground = ground;
    this.#file = join(ground.folder, 'smtp-source.eml');
  }

  /** Prepares it to send the first of the case's messages. */
  static async make(program: string, what: BenchCase, ground: Ground): Promise<PostfixSource> {
    const source = new PostfixSource(program, what, ground);
    const text = makeMessages(what.kind)[0]?.block.toString('latin1') ?? '';
    // It wants lines without CR and puts an empty line of its own before the dot.
    await writeFile(source.#file, text.slice(0, -2).replaceAll('\r\n', '\n'), 'latin1');
    return source;
  }

  async face(sink: Sink, port: number): Promise<void> {
    this.#sink = sink;
    this.#port = port;
  }

  async round(count: number): Promise<{ seconds: number; cpuSeconds: null }> {
    const sessions = ['-s', String(this.#what.connections), '-m', String(count), '-d'];
    const envelope = ['-f', 'bench@example.com', '-t', 'sink@example.com', '-F', this.#file];
    const args = [...sessions, ...envelope, `127.0.0.1:${this.#port}`];
    const begin = performance.now();
    const [command, all] = pinned(this.#ground.core, this.#program, args);
    const [code] = (await once(spawn(command, all, { stdio: ['ignore', 'ignore', 2] }), 'exit')) as [number | null];
    const seconds = (performance.now() - begin) / 1000;
    if (code !== 0) throw new Error(`smtp-source ended with ${code}`);
    this.#octetsEach = await checked(this.#sink, [count], this.#octetsEach);
    return { seconds, cpuSeconds: null };
  }

  async stop(): Promise<void> {}
}

/**
 * Has a sink check a round. A sink that reads also tells what a message takes on the wire, which is the same for all
 * messages of a case; a sink that only counts octets is checked with that.
 */
async function checked(sink: Sink | null, perVariant: number[], octetsEach: number | null): Promise<number | null> {
  if (sink === null) throw new Error('nobody is there to check what was sent');
  const octets = await sink.check(perVariant, octetsEach);
  return sink.reads ? Math.floor(octets / perVariant.reduce((total, count) => total + count, 0)) : octetsEach;
}
