import { type FSWatcher, watch } from 'node:fs';
import { basename, dirname } from 'node:path';
import { log } from '../../../base/index.js';

/**
 * Says soon after somebody wrote to a store file or its log, where the system can tell; it may say so too often, and where it
 * cannot tell it says nothing: whoever asks looks from time to time too.
 *
 * @param file path of the store file
 * @param written called in a later turn of the event loop, once for all that came meanwhile
 * @returns what ends it
 */
export function watchFile(file: string, written: () => void): () => void {
  const name = basename(file);
  let watcher: FSWatcher | null = null;
  let waiting: NodeJS.Immediate | null = null;
  const end = (): void => {
    watcher?.close();
    watcher = null;
    if (waiting) clearImmediate(waiting);
    waiting = null;
  };
  const given = (why: unknown): void => {
    end();
    log.warn(`${file} cannot be watched (${String(why)}): changes by other processes are seen a little later`);
  };
  try {
    // The folder, since the log of a store comes and goes with its users.
    watcher = watch(dirname(file), { persistent: false }, (_event, of) => {
      if (of !== null && !of.startsWith(name)) return;
      waiting ??= setImmediate(() => {
        waiting = null;
        written();
      });
    });
    watcher.on('error', given);
  } catch (error) {
    given(error);
  }
  return end;
}
