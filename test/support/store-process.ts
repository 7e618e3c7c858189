import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface, type Interface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { type Compiled, compiled, transpiled } from './compiled.js';

const programs = fileURLToPath(new URL('./store-programs', import.meta.url));

/** Starts other processes that use stores through the MAPI objects. */
export class StorePrograms {
  readonly #compiled: Compiled = compiled([
    'base',
    'com',
    'wire',
    'mapi',
    'convert',
    'subsystem',
    'imnxport',
    'bridge',
    'providers/store',
    'providers/smtp',
    'providers/pipeline',
  ]);
  readonly #running = new Set<StoreProcess>();

  constructor() {
    // Other users may run what lies there.
    chmodSync(this.#compiled.folder, 0o755);
    for (const name of readdirSync(programs)) {
      const text = transpiled(readFileSync(join(programs, name), 'utf8')).replaceAll('../../../src/', './');
      writeFileSync(
        join(this.#compiled.folder, name.replace(/\.ts$/, '.mjs')),
        text.replaceAll(/(\.\/[a-z-]+)\.js'/g, "$1.mjs'"),
      );
    }
  }

  /** The folder that stands for `src`, where the programs lie too. */
  get folder(): string {
    return this.#compiled.folder;
  }

  /**
   * Starts a program of test/support/store-programs.
   *
   * @param name its name
   * @param args what it is given
   * @param options the user that it runs as; flags for Node
   */
  start(name: string, args: readonly string[], options: StartOptions = {}): StoreProcess {
    const started = new StoreProcess(join(this.#compiled.folder, `${name}.mjs`), args, options);
    this.#running.add(started);
    void started.ended.then(() => this.#running.delete(started));
    return started;
  }

  /** Ends what still runs and removes what was compiled. */
  async close(): Promise<void> {
    const running = [...this.#running];
    for (const one of running) one.kill();
    await Promise.all(running.map(({ ended }) => ended));
    this.#compiled.remove();
  }
}

/** How a program is started. */
export interface StartOptions {
  readonly user?: number;
  readonly flags?: readonly string[];
}

/** A program that runs: it reads lines and says lines. */
export class StoreProcess {
  /** Its exit code; null when it was killed. */
  readonly ended: Promise<number | null>;
  readonly #child: ChildProcess;
  readonly #lines: AsyncIterableIterator<string>;
  #errors = '';

  constructor(program: string, args: readonly string[], { user, flags = [] }: StartOptions) {
    this.#child = spawn(process.execPath, [...flags, program, ...args], {
      stdio: ['pipe', 'pipe', 'pipe'],
      ...(user === undefined ? {} : { uid: user, gid: user }),
    });
    this.ended = new Promise((resolve) => this.#child.once('close', resolve));
    this.#child.stderr?.on('data', (bytes: Buffer) => {
      this.#errors += bytes.toString();
    });
    // A program that was killed leaves its pipe behind.
    this.#child.stdin?.on('error', () => undefined);
    const reader: Interface = createInterface({ input: this.#child.stdout as NodeJS.ReadableStream });
    this.#lines = reader[Symbol.asyncIterator]() as AsyncIterableIterator<string>;
  }

  /** What it said on standard error. */
  get errors(): string {
    return this.#errors;
  }

  /** The next line that it says; throws when it ends instead. */
  async line(): Promise<string> {
    const { value, done } = await this.#lines.next();
    if (done) throw new Error(`the program ended: ${this.#errors}`);
    return value as string;
  }

  /** Every line that it still says. */
  lines(): AsyncIterableIterator<string> {
    return this.#lines;
  }

  /** Says something to it. */
  say(line: string): void {
    this.#child.stdin?.write(`${line}\n`);
  }

  /** Asks something that is answered by one line of JSON: the answer, or what went wrong. */
  async ask<T>(verb: string, ...args: readonly unknown[]): Promise<T> {
    this.say(JSON.stringify([verb, ...args]));
    const answer = JSON.parse(await this.line()) as { readonly answer?: T; readonly error?: string };
    if (answer.error !== undefined) throw new Error(`${verb}: ${answer.error}`);
    return answer.answer as T;
  }

  /** Lets it end by itself, and answers its exit code. */
  async finish(): Promise<number | null> {
    this.#child.stdin?.end();
    return await this.ended;
  }

  /** Kills it as `kill -9` does. */
  kill(): void {
    this.#child.kill('SIGKILL');
  }
}
