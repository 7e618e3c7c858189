import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { accessSync, constants, readFileSync } from 'node:fs';
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

/**
 * Debian's smtp-sink: written in C, takes messages and throws them away. How many octets it has read is asked of the
 * kernel: its own counter (-c) prints a line for each message, which costs a twentieth of what is measured.
 */
export class PostfixSink {
  readonly port: number;
  readonly #child: ChildProcess;
  #counted: number;

  private constructor(child: ChildProcess, port: number) {
    this.#child = child;
    this.port = port;
    this.#counted = this.#total();
  }

  /**
   * Starts it.
   *
   * @param program its path
   * @param core where it runs
   * @returns null where the kernel does not tell what it reads
   */
  static async start(program: string, core: number | null): Promise<PostfixSink | null> {
    const port = await freePort();
    // It refuses to stay root, and nobody else may name a user.
    const user = process.getuid?.() === 0 ? ['-u', 'nobody'] : [];
    const [command, args] = pinned(core, program, [...user, `127.0.0.1:${port}`, '511']);
    const child = spawn(command, args, { stdio: ['ignore', 'ignore', 2] });
    try {
      await reachable(port, child);
      return new PostfixSink(child, port);
    } catch (error) {
      await end(child);
      if ((error as NodeJS.ErrnoException).code === undefined) throw error;
      return null;
    }
  }

  /** Octets read since the last call. */
  octets(): number {
    const total = this.#total();
    const count = total - this.#counted;
    this.#counted = total;
    return count;
  }

  /** Ends it. */
  async stop(): Promise<void> {
    await end(this.#child);
  }

  #total(): number {
    const told = readFileSync(`/proc/${this.#child.pid}/io`, 'latin1');
    return Number(/^rchar: (\d+)$/m.exec(told)?.[1]);
  }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
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
      socket.once('error', () => resolve(false)).once('connect', () => socket.write('QUIT\r\n'));
      // It listens before it has loaded all that it needs, which the kernel counts as read, too; when it answers it has.
      socket.resume().once('end', () => resolve(true));
      socket.once('close', () => resolve(false));
    });
    if (open) return;
    await sleep(25);
  }
  throw new Error('smtp-sink did not start');
}
