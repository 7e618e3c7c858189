import { closeSync, type FSWatcher, fsyncSync, openSync, renameSync, watch } from 'node:fs';
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { log } from '../../base/index.js';
import { marshal } from '../../com/index.js';
import {
  MAPI_E_FAILURE,
  MAPI_E_INSUFFICIENT_MEMORY,
  MAPI_E_LOGIN_FAILURE,
  SimpleCodes,
  SUCCESS_SUCCESS,
} from '../../mapi/index.js';
import { sendOnce } from '../../subsystem/index.js';
import { dropPartMs, dropPollMs, dropTries } from '../limits.js';
import { withDropFile } from './dropfile.js';

/** What is done with one file: it is over, or has to wait with all behind it. */
type Outcome = 'over' | 'wait';

/**
 * Takes what hosts left in the drop folder while no service was there: each message once, in the order of their names.
 *
 * The name of a file says how far its message is: `.mail` until it lies in the Outbox, `.placed` from then until it is submitted. So
 * whoever is interrupted finds out what is left to do.
 */
export class DropPickup {
  readonly #folder: string;
  readonly #timer: NodeJS.Timeout;
  #watcher: FSWatcher | null = null;
  #running: Promise<void> | null = null;
  #again = false;
  #closed = false;
  readonly #tries = new Map<string, number>();

  private constructor(folder: string) {
    this.#folder = folder;
    this.#timer = setInterval(() => this.#look(), dropPollMs);
    this.#timer.unref();
  }

  /**
   * Begins to look.
   *
   * @param folder the drop folder, which is made when it is not there
   */
  static async begin(folder: string): Promise<DropPickup> {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const pickup = new DropPickup(folder);
    await pickup.#sweep();
    try {
      pickup.#watcher = watch(folder, { persistent: false }, () => pickup.#look());
      pickup.#watcher.on('error', (error) => log.warn(`${folder} can't be watched any more: ${error.message}`));
    } catch (error) {
      // It is looked at from time to time as well.
      log.warn(`${folder} can't be watched: ${error instanceof Error ? error.message : String(error)}`);
    }
    pickup.#look();
    return pickup;
  }

  /** Fulfilled when all that was there has been taken, or has to wait. */
  async idle(): Promise<void> {
    while (this.#running) await this.#running;
  }

  /** Ends: what is being taken is finished first. */
  async close(): Promise<void> {
    this.#closed = true;
    clearInterval(this.#timer);
    this.#watcher?.close();
    await this.idle();
  }

  #look(): void {
    if (this.#closed) return;
    if (this.#running) {
      this.#again = true;
      return;
    }
    this.#again = false;
    this.#running = this.#takeAll()
      .catch((error: unknown) => log.error(`the messages in ${this.#folder} can't be taken`, error))
      .finally(() => {
        this.#running = null;
        if (this.#again) this.#look();
      });
  }

  async #takeAll(): Promise<void> {
    for (const name of await this.#names()) {
      if (this.#closed) return;
      if ((await this.#take(name)) === 'wait') return;
    }
  }

  async #names(): Promise<readonly string[]> {
    return (await readdir(this.#folder)).filter((name) => form.test(name)).sort();
  }

  async #take(name: string): Promise<Outcome> {
    const waiting = join(this.#folder, name.replace(/\.placed$/, '.mail'));
    const placed = waiting.replace(/\.mail$/, '.placed');
    const wasPlaced = name.endsWith('.placed');
    let path = wasPlaced ? placed : waiting;
    let code: number;
    try {
      code = await withDropFile(path, (call) =>
        sendOnce({
          ...call,
          wasPlaced,
          onPlaced: () => {
            renameSync(waiting, placed);
            path = placed;
            syncFolder(this.#folder);
          },
        }),
      );
    } catch (error) {
      if (!(error instanceof marshal.MalformedError)) throw error;
      return await this.#refuse(path, name, error.message);
    }
    if (code === MAPI_E_LOGIN_FAILURE || this.#mayPass(name, code)) return 'wait';
    this.#tries.delete(name);
    if (code !== SUCCESS_SUCCESS) return await this.#refuse(path, name, SimpleCodes.name(code));
    await rm(path, { force: true });
    return 'over';
  }

  /** Whether it is not the message that is at fault, and time may help. */
  #mayPass(name: string, code: number): boolean {
    if (code !== MAPI_E_FAILURE && code !== MAPI_E_INSUFFICIENT_MEMORY) return false;
    const tries = (this.#tries.get(name) ?? 0) + 1;
    this.#tries.set(name, tries);
    return tries < dropTries;
  }

  /** Puts a file where it stops nobody, and where somebody may look at it. */
  async #refuse(path: string, name: string, why: string): Promise<Outcome> {
    const refused = join(this.#folder, 'refused');
    await mkdir(refused, { recursive: true, mode: 0o700 });
    await rename(path, join(refused, name));
    log.error(`${name} could not be sent (${why}); it is in ${refused} now`);
    return 'over';
  }

  /** Removes what hosts left that died while they wrote. */
  async #sweep(): Promise<void> {
    for (const name of await readdir(this.#folder)) {
      if (!name.endsWith('.part')) continue;
      const path = join(this.#folder, name);
      const { mtimeMs } = await stat(path);
      if (Date.now() - mtimeMs > dropPartMs) await rm(path, { force: true });
    }
  }
}

const form = /^[0-9A-F]{16}-[0-9A-F]{32}\.(?:mail|placed)$/;

/** What was renamed is renamed for good when the folder is written, too. Windows has no such thing. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
