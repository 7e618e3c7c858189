import { realpathSync } from 'node:fs';
import type { EntryId, IMsgStore } from '../../../mapi/index.js';
import type { OpenMode } from '../sql/index.js';
import { Caller } from './caller.js';
import { comErrorOf } from './failures.js';
import { FolderBag } from './folder-bag.js';
import { Mailbox } from './mailbox.js';
import { SharedStore } from './shared-store.js';
import { StoreObject } from './store.js';
import { storeEntryId } from './store-entryid.js';
import { existingRow, placeFolders } from './well-known.js';

/** How {@link openStore} opens a store. */
export interface OpenStoreOptions {
  /**
   * `open`, which is meant when nothing is said, for a store that exists; `create` for one that does not yet;
   * `open-or-create`; `read-only`.
   */
  readonly mode?: OpenMode;
}

/**
 * Opens a store file without a profile and a session, for programs that want a mailbox and no more. All openings of a file in
 * a process share one connection; other processes may have it open, too. The file is closed some moments after the last
 * object of it was released.
 *
 * @param path path of the file
 * @param options whether the file is created, and whether it may be written
 * @returns the store; the caller releases it
 * @throws {ComError} `MAPI_E_NOT_FOUND` when there is no such file; `MAPI_E_COLLISION` when one that is to be created exists;
 *   `MAPI_E_CORRUPT_STORE` for a damaged file, or one that is no store, to which nothing is written; `MAPI_E_VERSION` for one of a
 *   newer comail; `MAPI_E_NO_ACCESS`, `MAPI_E_NOT_ENOUGH_DISK`, `MAPI_E_DISK_ERROR`; `MAPI_E_BUSY` when another process keeps
 *   it locked; `MAPI_E_NO_SUPPORT` when this Node has no SQLite
 * @example
 * ```ts
 * using store = await openStore('mail.store', { mode: 'open-or-create' });
 * const { lppUnk } = await ok(store.OpenEntry(null, IMAPIFolder));
 * ```
 * @spec imsgstoreimapiprop
 */
export async function openStore(path: string, { mode = 'open' }: OpenStoreOptions = {}): Promise<IMsgStore> {
  const alone = async (entryId: EntryId) => ({ entryId, caller: new Caller('alone', null) });
  return storeOf(await openMailbox(path, mode, alone)).publish();
}

/**
 * The object of a store that is open.
 *
 * @param mailbox the logon
 */
export const storeOf = (mailbox: Mailbox): StoreObject =>
  new StoreObject(new FolderBag(mailbox, existingRow(mailbox.shared.file, mailbox.folders.store)));

/** Who opens a store, and the entry identifier under which clients know it. */
export interface Opener {
  readonly entryId: EntryId;
  readonly caller: Caller;
}

/**
 * Opens a store file for somebody.
 *
 * @param path path of the file
 * @param mode as `openStore` takes it
 * @param opener tells for whom, and how the store's own entry identifier looks to clients; when it fails the store is closed
 * @throws {ComError} as {@link openStore}, and what the opener throws
 */
export async function openMailbox(
  path: string,
  mode: OpenMode,
  opener: (entryId: EntryId) => Promise<Opener>,
): Promise<Mailbox> {
  try {
    const shared = await SharedStore.join(path, mode);
    try {
      const folders = await placeFolders(shared.file, !shared.readOnly);
      const { entryId, caller } = await opener(storeEntryId(shared.file.uid, realpathSync(path)));
      return new Mailbox(shared, folders, entryId, caller);
    } catch (error) {
      await shared.leave();
      throw error;
    }
  } catch (error) {
    throw comErrorOf(error);
  }
}
