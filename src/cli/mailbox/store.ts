import { existsSync, statSync } from 'node:fs';
import { ok } from '../../com/index.js';
import { openStore } from '../../index.js';
import {
  type IMsgStore,
  MAPI_E_NOT_FOUND,
  PR_IPM_DRAFTS_ENTRYID,
  PR_IPM_OUTBOX_ENTRYID,
  PR_IPM_SENTMAIL_ENTRYID,
  PR_IPM_SUBTREE_ENTRYID,
  PR_IPM_WASTEBASKET_ENTRYID,
  PR_STORE_RECORD_KEY,
  type PropTag,
} from '../../mapi/index.js';
import { UsageError } from '../io.js';
import { Failure } from './failure.js';

/** A store that is open, with what verbs ask of it most. */
export interface OpenedStore {
  /** The store. */
  readonly store: IMsgStore;
  /** What the numbers of its messages count in. */
  readonly key: Uint8Array;
  /** The folder above those that people see. */
  readonly subtree: Uint8Array;
  /** The folder that `message rm` moves to. */
  readonly deleted: Uint8Array;
  /** What the folders that every store has are for, by entry identifier in hexadecimal. */
  readonly roles: ReadonlyMap<string, FolderRole>;
}

/** What a folder that every store has is for. */
export type FolderRole = 'top' | 'inbox' | 'outbox' | 'sent' | 'deleted' | 'drafts';

/**
 * Opens a store for one step of work.
 *
 * @param file its path
 * @param mode whether it may be changed
 * @param step the work
 * @returns what the step answers
 * @throws {ComError} as `openStore`
 */
export async function withStore<T>(
  file: string,
  mode: 'read-only' | 'open',
  step: (opened: OpenedStore) => Promise<T>,
): Promise<T> {
  requireFile(file);
  using store = await openStore(file, { mode });
  const wanted = [PR_STORE_RECORD_KEY, ...placed.map(([tag]) => tag)];
  const row = await ok(store.GetProps(wanted));
  const roles = new Map<string, FolderRole>();
  for (const [tag, role] of placed) roles.set(hexOfBytes(row.get(tag) as Uint8Array), role);
  roles.set(hexOfBytes((await ok(store.GetReceiveFolder('IPM'))).lppEntryID), 'inbox');
  return await step({
    store,
    key: row.get(PR_STORE_RECORD_KEY) as Uint8Array,
    subtree: row.get(PR_IPM_SUBTREE_ENTRYID) as Uint8Array,
    deleted: row.get(PR_IPM_WASTEBASKET_ENTRYID) as Uint8Array,
    roles,
  });
}

const placed: readonly (readonly [PropTag<Uint8Array>, FolderRole])[] = [
  [PR_IPM_SUBTREE_ENTRYID, 'top'],
  [PR_IPM_OUTBOX_ENTRYID, 'outbox'],
  [PR_IPM_SENTMAIL_ENTRYID, 'sent'],
  [PR_IPM_WASTEBASKET_ENTRYID, 'deleted'],
  [PR_IPM_DRAFTS_ENTRYID, 'drafts'],
];

/**
 * Refuses a path that can be no store before the store's own words would be less clear.
 *
 * @param file what was typed
 * @throws {UsageError} for nothing, and for a directory
 * @throws {Failure} `MAPI_E_NOT_FOUND` for a file that is not there
 */
export function requireFile(file: string): void {
  if (file.trim() === '') throw new UsageError('FILE is empty: write the path of a store file.');
  if (!existsSync(file))
    throw new Failure(
      MAPI_E_NOT_FOUND,
      `there is no file ${file}`,
      `Check the path, or make a store with \`comail store create ${file}\`.`,
    );
  if (statSync(file).isDirectory()) throw new UsageError(`${file} is a directory: write the path of a store file.`);
}

/** Bytes in hexadecimal, as entry identifiers are printed and typed. */
export const hexOfBytes = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex').toUpperCase();
