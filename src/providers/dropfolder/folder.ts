import { type FSWatcher, watch } from 'node:fs';
import { mkdir, readdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { log } from '../../base/index.js';

/** A folder of the file system into which others put `.eml` files, whole: written under another name, then renamed. */
export class DropFolder {
  /** Where it lies. */
  readonly path: string;
  #watcher: FSWatcher | null = null;

  /** @param path where it lies */
  constructor(path: string) {
    this.path = path;
  }

  /** The names of the files that wait, in the order in which they are taken. */
  async names(): Promise<readonly string[]> {
    const entries = await readdir(this.path, { withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile() && /^[^.].*\.eml$/i.test(entry.name))
      .map(({ name }) => name)
      .sort();
  }

  /**
   * Puts a file that is no message where it stops nobody: into the folder `broken`, under its own name where that is free.
   *
   * @param path where the file lies
   * @param name its name
   */
  async putAside(path: string, name: string): Promise<void> {
    const broken = join(this.path, 'broken');
    await mkdir(broken, { recursive: true });
    const taken = new Set(await readdir(broken));
    let target = name;
    for (let i = 2; taken.has(target); i++) target = name.replace(/(\.eml)$/i, `-${i}$1`);
    await unlessGone(rename(path, join(broken, target)));
  }

  /**
   * Watches for new files.
   *
   * @param changed told of every change, also of some that bring nothing
   */
  watch(changed: () => void): void {
    if (this.#watcher) return;
    try {
      this.#watcher = watch(this.path, { persistent: false }, changed);
      // It is polled as well, so a folder that can't be watched any more only costs time.
      this.#watcher.on('error', (error) => log.warn(`${this.path} can't be watched any more: ${error.message}`));
    } catch (error) {
      log.warn(`${this.path} can't be watched: ${error instanceof Error ? error.message : String(error)}`);
    }
  }

  /** Ends watching. */
  unwatch(): void {
    this.#watcher?.close();
    this.#watcher = null;
  }
}

/** Does something with a file; null when there is no such file any more. */
export async function unlessGone<T>(work: Promise<T>): Promise<T | null> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}
