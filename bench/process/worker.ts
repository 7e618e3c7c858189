import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { pinned } from './cores.js';

type Answer = { readonly answer: unknown } | { readonly failure: string };

/**
 * A Node process of the bench, asked one question at a time. It stays alive, and warm, between questions.
 *
 * @typeParam Questions what may be asked: name to a function from question to answer
 */
export class Worker<Questions extends Record<string, (question: never) => unknown>> {
  readonly #child: ChildProcess;
  readonly #name: string;

  /**
   * @param name how failures name it
   * @param script the module to run, which calls {@link serve}
   * @param core where it runs, null for anywhere
   */
  constructor(name: string, script: URL, core: number | null) {
    this.#name = name;
    const [program, args] = pinned(core, process.execPath, [fileURLToPath(script)]);
    this.#child = spawn(program, args, { stdio: ['ignore', 2, 2, 'ipc'] });
  }

  /** Process id, which `taskset` hands on to the program it starts. */
  get pid(): number {
    if (this.#child.pid === undefined) throw new Error(`${this.#name} could not be started`);
    return this.#child.pid;
  }

  /**
   * Asks and waits for the answer.
   *
   * @throws {Error} when the worker fails or ends before it has answered
   */
  async ask<Name extends keyof Questions & string>(
    name: Name,
    question: Parameters<Questions[Name]>[0],
  ): Promise<Awaited<ReturnType<Questions[Name]>>> {
    const answer = await new Promise<Answer>((resolve, reject) => {
      const ended = (code: unknown) => reject(new Error(`${this.#name} ended (${code}) before it answered ${name}`));
      this.#child.once('exit', ended);
      this.#child.once('error', reject);
      this.#child.once('message', (message) => {
        this.#child.off('exit', ended);
        this.#child.off('error', reject);
        resolve(message as Answer);
      });
      this.#child.send({ name, question });
    });
    if ('failure' in answer) throw new Error(`${this.#name}, ${name}: ${answer.failure}`);
    return answer.answer as Awaited<ReturnType<Questions[Name]>>;
  }

  /** Ends the process and waits until it is gone. */
  async stop(): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    const gone = once(this.#child, 'exit');
    this.#child.kill('SIGKILL');
    await gone;
  }
}

/** The other end of a {@link Worker}: answers questions until the asker is gone. */
export function serve(answers: Record<string, (question: never) => unknown>): void {
  process.on('message', (message: { name: string; question: never }) => {
    const reply = (answer: Answer) => process.send?.(answer);
    Promise.resolve(message.question)
      .then(answers[message.name])
      .then(
        (answer) => reply({ answer }),
        (error: unknown) => reply({ failure: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
      );
  });
  process.on('disconnect', () => process.exit(0));
}
