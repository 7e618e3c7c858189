import { basename } from 'node:path';
import { ComError, ok } from '../../../com/index.js';
import {
  type EntryId,
  type IMAPISupport,
  MAPI_E_NO_ACCESS,
  MAPI_E_NOT_FOUND,
  MAPI_MODIFY,
  PR_DISPLAY_NAME_W,
  PR_ENTRYID,
  PR_MDB_PROVIDER,
  PR_PROVIDER_DISPLAY_W,
  PR_RECORD_KEY,
  type PropTag,
  type PropValue,
  PT_UNICODE,
  prop,
  propTag,
} from '../../../mapi/index.js';
import { providerUid } from '../mailbox/store-entryid.js';

/**
 * Where a store lies: the path of its file, in the profile section of the provider. Its identifier, 0x6600, is one of those
 * that a profile keeps from clients.
 */
export const PR_COMAIL_STORE_PATH_W: PropTag<string> = propTag(PT_UNICODE, 0x6600);

/** PR_PROVIDER_DISPLAY. */
export const providerDisplay = 'comail message store';

/**
 * Reads the path of the store from the profile.
 *
 * @param support MAPI's side
 * @returns the path; null when the profile has none
 * @throws {ComError} what opening the section answers, but that it does not exist
 */
export function pathInProfile(support: IMAPISupport): Promise<string | null> {
  return inTurn(() => readPath(support));
}

async function readPath(support: IMAPISupport): Promise<string | null> {
  const [hr, found] = await support.OpenProfileSection(null, 0);
  if (hr === MAPI_E_NOT_FOUND) return null;
  if (!found) throw new ComError(hr, 'the profile section of the store cannot be opened');
  using section = found;
  const path = (await ok(section.GetProps([PR_COMAIL_STORE_PATH_W])))[0];
  return typeof path === 'string' && path !== '' ? path : null;
}

/**
 * Does something with the profile's section when nobody else of this provider does. A section is open to many who read or to
 * one who writes, and two sessions of one profile may begin at the same moment: without turns one of them would be refused
 * its own store.
 *
 * @param step opens the section, and closes it before its end
 * @returns what the step answers
 */
export function inTurn<T>(step: () => Promise<T>): Promise<T> {
  const mine = turn.then(step, step);
  turn = mine.catch(() => undefined);
  return mine;
}

let turn: Promise<unknown> = Promise.resolve();

/**
 * Writes what the profile and the table of stores shall show of a store. What is there already is left alone, so that a profile
 * that nothing changes in need not be written.
 *
 * @param support MAPI's side
 * @param path where the store lies
 * @param entryId its entry identifier, wrapped
 * @param uid its MAPIUID
 * @throws {ComError} what the section answers
 */
export function writeProfile(support: IMAPISupport, path: string, entryId: EntryId, uid: Uint8Array): Promise<void> {
  return inTurn(() => write(support, path, entryId, uid));
}

async function write(support: IMAPISupport, path: string, entryId: EntryId, uid: Uint8Array): Promise<void> {
  const wanted: readonly PropValue[] = [
    prop(PR_COMAIL_STORE_PATH_W, path),
    prop(PR_ENTRYID, entryId),
    prop(PR_RECORD_KEY, uid),
    prop(PR_MDB_PROVIDER, providerUid),
    prop(PR_PROVIDER_DISPLAY_W, providerDisplay),
    prop(PR_DISPLAY_NAME_W, displayName(path)),
  ];
  const [hr, found] = await support.OpenProfileSection(null, MAPI_MODIFY);
  if (!found) throw new ComError(hr === MAPI_E_NOT_FOUND ? MAPI_E_NO_ACCESS : hr, 'the profile cannot be written');
  using section = found;
  const present = await ok(section.GetProps(wanted.map(([tag]) => tag)));
  const missing = wanted.filter(([tag, value], index) => {
    const has: unknown = present[index];
    // The name is the user's.
    if (tag === PR_DISPLAY_NAME_W) return typeof has !== 'string' || has === '';
    return has instanceof Uint8Array ? Buffer.compare(has, value as Uint8Array) !== 0 : has !== value;
  });
  if (missing.length > 0) await ok(section.SetProps(missing));
}

/**
 * The name of a store that was given none: that of its file.
 *
 * @param path path of the file
 */
export const displayName = (path: string): string => basename(path).replace(/\.[^.]+$/, '') || path;
