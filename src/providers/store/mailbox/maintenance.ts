import { check, type Finding, StoreFile, type StoreInfo } from '../sql/index.js';
import { comErrorOf } from './failures.js';

/**
 * Looks whether everything in a store file is as it must be. Nothing is written to it, and it may be in use.
 *
 * @param path path of the file
 * @param progress hears steps done and steps in all
 * @returns what is wrong; nothing in a sound store
 * @throws {ComError} as `openStore`
 */
export const checkStore = (
  path: string,
  progress: (done: number, total: number) => void = () => undefined,
): Promise<readonly Finding[]> => withFile(path, async (file) => check(file.db, progress));

/**
 * Copies a store file while it is in use. The copy appears under its name when it is complete.
 *
 * @param path path of the file
 * @param target path of the copy, which must not exist
 * @param progress hears pages done and pages in all
 * @throws {ComError} as `openStore`; `MAPI_E_COLLISION` when the target exists
 */
export const backupStore = (
  path: string,
  target: string,
  progress: (done: number, total: number) => void = () => undefined,
): Promise<void> => withFile(path, (file) => file.backup(target, progress));

/**
 * Tells what a store file holds.
 *
 * @param path path of the file
 * @throws {ComError} as `openStore`
 */
export const storeInfo = (path: string): Promise<StoreInfo> => withFile(path, async (file) => file.info());

async function withFile<T>(path: string, step: (file: StoreFile) => Promise<T>): Promise<T> {
  try {
    const file = await StoreFile.open(path, 'read-only');
    try {
      return await step(file);
    } finally {
      await file.close();
    }
  } catch (error) {
    throw comErrorOf(error);
  }
}
