import { log } from '../../base/index.js';
import { failed, nameOf } from '../../com/index.js';
import {
  type EntryId,
  GENERATE_RECEIPT_ONLY,
  type IMAPIFolder,
  type IMAPIProp,
  MAPI_E_NO_ACCESS,
  MAPI_E_NO_SUPPORT,
  PR_STORE_RECORD_KEY,
} from '../../mapi/index.js';

/**
 * Has a store send the read reports that messages wait for before they are copied into another one, which sends none for them. A report
 * that cannot be sent keeps no message from being copied.
 *
 * @param source the folder that the messages are in
 * @param list the messages
 * @param target the folder that they come into
 * @spec imapifolder-copymessages
 */
export async function reportBefore(source: IMAPIFolder, list: readonly EntryId[], target: IMAPIFolder): Promise<void> {
  if (list.length === 0 || (await inOneStore(source, target))) return;
  const hr = await source.SetReadFlags(list, 0, null, GENERATE_RECEIPT_ONLY);
  // A store without read reports, or one that is not to be changed, owes none.
  if (failed(hr) && hr !== MAPI_E_NO_SUPPORT && hr !== MAPI_E_NO_ACCESS)
    log.warn(`read reports could not be sent before messages were copied into another store: ${nameOf(hr)}`);
}

/** Whether two folders say that they are in the same store. */
async function inOneStore(one: IMAPIProp, other: IMAPIProp): Promise<boolean> {
  const [own, theirs] = [await storeOf(one), await storeOf(other)];
  return own !== null && theirs !== null && Buffer.compare(own, theirs) === 0;
}

async function storeOf(folder: IMAPIProp): Promise<Uint8Array | null> {
  const [, row] = await folder.GetProps([PR_STORE_RECORD_KEY], 0);
  return row?.get(PR_STORE_RECORD_KEY) ?? null;
}
