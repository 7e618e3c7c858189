import { ok } from '../../com/index.js';
import {
  BOOKMARK_BEGINNING,
  eq,
  IMAPIFolder,
  type IMAPISupport,
  type IMessage,
  MAPI_E_NOT_FOUND,
  MAPI_UNICODE,
  PR_MESSAGE_DELIVERY_ID,
  PR_PARENT_ENTRYID,
} from '../../mapi/index.js';

/**
 * Whether mail was taken over already, by a process that died before it could say so: a message lies where messages come in that
 * bears the mark in PR_MESSAGE_DELIVERY_ID, saved with it. Nobody had time to put it elsewhere.
 *
 * @param message the message that the spooler hands over for it now
 * @param token the mark
 * @param support opens the folder
 */
export async function wasTaken(message: IMessage, token: Uint8Array, support: IMAPISupport): Promise<boolean> {
  const parent = (await ok(message.GetProps([PR_PARENT_ENTRYID], 0))).get(PR_PARENT_ENTRYID);
  if (parent === null) return false;
  using folder = (await ok(support.OpenEntry(parent, IMAPIFolder, 0))).lppUnk;
  using table = await ok(folder.GetContentsTable(MAPI_UNICODE));
  const hr = await table.FindRow(eq(PR_MESSAGE_DELIVERY_ID, token), BOOKMARK_BEGINNING, 0);
  if (hr !== MAPI_E_NOT_FOUND) await ok(Promise.resolve(hr));
  return hr !== MAPI_E_NOT_FOUND;
}
