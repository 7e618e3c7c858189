import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { accessSync, closeSync, constants, openSync, readFileSync, statSync, unlinkSync } from 'node:fs';
import { type AddressInfo, connect, createServer } from 'node:net';
import { delimiter, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pinned } from '../process/cores.js';

/**
 * Finds a test program of Postfix.
 *
 * @param name `smtp-sink` or `smtp-source`
 * @returns its path, null when it is not installed
 */
export function findPostfixProgram(name: string): string | null {
  const { PATH = '' } = process.env;
  const folders = [...PATH.split(delimiter), '/usr/sbin', '/usr/libexec/postfix'];
  for (const folder of folders) {
    const path = join(folder, name);
    try {
      accessSync(path, constants.X_OK);
      return path;
    } catch {
      // Not in this folder.
    }
  }
  return null;
}

/** Debian's smtp-sink: written in C, counts messages and throws them away. */
export class PostfixSink {
  readonly port: number;
  readonly #child: ChildProcess;
  readonly #counters: string;
  #counted = 0;

  private constructor(child: ChildProcess, port: number, counters: string) {
    this.#child = child;
    this.port = port;
    this.#counters = counters;
  }

  /**
   * Starts it.
   *
   * @param program its path
   * @param core where it runs
   * @param counters a file for its running counters; a pipe would cost both sides a wake-up per message
   */
  static async start(program: string, core: number | null, counters: string): Promise<PostfixSink> {
    const port = await freePort();
    // It refuses to stay root, and nobody else may name a user.
    const user = process.getuid?.() === 0 ? ['-u', 'nobody'] : [];
    const [command, args] = pinned(core, program, ['-c', ...user, `127.0.0.1:${port}`, '511']);
    const output = openSync(counters, 'w');
    const child = spawn(command, args, { stdio: ['ignore', output, 2] });
    closeSync(output);
    await reachable(port, child);
    return new PostfixSink(child, port, counters);
  }

  /**
   * Messages taken since the last call.
   *
   * @param atLeast how many there must be: the counter is written a moment after the reply has left
   */
  async count(atLeast: number): Promise<number> {
    for (let tries = 0; tries < 100 && this.#total() < this.#counted + atLeast; tries++) await sleep(10);
    const total = this.#total();
    const count = total - this.#counted;
    this.#counted = total;
    return count;
  }

  /** Ends it. */
  async stop(): Promise<void> {
    const gone = once(this.#child, 'exit');
    this.#child.kill('SIGKILL');
    await gone;
    unlinkSync(this.#counters);
  }

  #total(): number {
    if (statSync(this.#counters).size === 0) return 0;
    const counts = readFileSync(this.#counters, 'latin1')
      .slice(-200)
      .match(/mesg=(\d+)(?=\s)/g);
    return Number(counts?.at(-1)?.slice('mesg='.length) ?? 0);
  }
}

/** A port that nobody listens on: asked for and given back, as smtp-sink cannot choose one itself. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

async function reachable(port: number, child: ChildProcess): Promise<void> {
  for (let tries = 0; child.exitCode === null && tries < 200; tries++) {
    const open = await new Promise<boolean>((resolve) => {
      const socket = connect(port, '127.0.0.1');
      socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
      socket.once('connect', () => socket.end('QUIT\r\n'));
    });
    if (open) return;
    await sleep(25);
  }
  throw new Error('smtp-sink did not start');
}
