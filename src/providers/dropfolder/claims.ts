import { randomUUID } from 'node:crypto';
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { limit, log, stateOf, thisProcess } from '../../base/index.js';
import { unlessGone } from './folder.js';

const strangerMs = limit(
  'dropfolder.strangerMs',
  3600 * 1000,
  'milliseconds',
  'A process of another machine has long taken over its file by then; this one can not see whether it still runs',
);

/** A file that somebody has taken out of a drop folder to make a message of it. */
export interface Claim {
  /** The file, which lies in a folder of its own. */
  readonly path: string;
  /** Its name. */
  readonly name: string;
  /** What the message bears that is made of it (PR_MESSAGE_DELIVERY_ID), so that one can see whether it was made. */
  readonly token: Uint8Array;
  /** Whether somebody else began to make the message, and may have saved it. */
  readonly inherited: boolean;
}

/**
 * The files of a drop folder that are taken over: each lies in a folder that says which process works at it. One that dies leaves
 * it to the next, who looks first whether the message was saved.
 */
export class Claims {
  readonly #folder: string;

  /** @param folder the drop folder */
  constructor(folder: string) {
    this.#folder = join(folder, 'taking');
  }

  /** Takes a file. @returns null when somebody else has it */
  async take(name: string): Promise<Claim | null> {
    const id = randomUUID();
    const own = this.#place(id);
    await mkdir(own, { recursive: true });
    working.add(own);
    if ((await unlessGone(rename(join(this.#folder, '..', name), join(own, name)).then(() => true))) !== null)
      return { path: join(own, name), name, token: tokenOf(id), inherited: false };
    await this.#close(own);
    return null;
  }

  /** Takes over what was left by those that died, or failed. One after the other, null at the end. */
  async inherit(): Promise<Claim | null> {
    for (const left of await this.#left()) {
      const id = left.slice(left.indexOf('~') + 1);
      const own = this.#place(id);
      working.add(own);
      // Of two who find it one gets it.
      const mine =
        join(this.#folder, left) === own || (await unlessGone(rename(join(this.#folder, left), own).then(() => true)));
      const [name] = mine === null ? [] : await readdir(own);
      if (name !== undefined) return { path: join(own, name), name, token: tokenOf(id), inherited: true };
      if (mine === null) working.delete(own);
      else await this.#close(own);
    }
    return null;
  }

  /** Whether something was left. */
  async any(): Promise<boolean> {
    return (await this.#left()).length > 0;
  }

  /** The message is saved: the file goes. */
  async done({ path }: Claim): Promise<void> {
    await this.#close(join(path, '..'));
  }

  /** It did not work out; somebody tries again. */
  release({ path }: Claim): void {
    working.delete(join(path, '..'));
  }

  async #close(own: string): Promise<void> {
    try {
      await rm(own, { recursive: true, force: true });
      working.delete(own);
    } catch (error) {
      // As if it were still worked at: while this process runs, nobody makes its message again.
      log.error(`${own} could not be removed; its message is saved`, error);
    }
  }

  async #left(): Promise<readonly string[]> {
    const all = (await unlessGone(readdir(this.#folder))) ?? [];
    const left: string[] = [];
    for (const each of all.sort()) {
      if (working.has(join(this.#folder, each)) || !/^[0-9a-z-]+~[0-9a-f-]{36}$/.test(each)) continue;
      const process = each.slice(0, each.indexOf('~'));
      const state = stateOf(process);
      if (process === thisProcess || state === 'gone') left.push(each);
      else if (state === 'perhaps') {
        const found = await unlessGone(stat(join(this.#folder, each)));
        if (found && Date.now() - found.mtimeMs > strangerMs) left.push(each);
      }
    }
    return left;
  }

  #place(id: string): string {
    return join(this.#folder, `${thisProcess}~${id}`);
  }
}

/** What sessions of this process work at. */
const working = new Set<string>();

const tokenOf = (id: string): Uint8Array => new Uint8Array(Buffer.from(id.replaceAll('-', ''), 'hex'));
