import { ok } from '../../com/index.js';
import { type IMessage as Message, PR_PARENT_ENTRYID } from '../../mapi/index.js';
import { itemNotFound } from '../http/error.js';
import { type Call, paramOf } from '../http/route.js';

/**
 * Opens the message of the path. Under a folder it must lie there.
 *
 * @param call the request
 * @param write whether it is changed
 * @throws {GraphError} `ErrorItemNotFound`, `ErrorInvalidIdMalformed`
 */
export async function openNamed(call: Call, write = false): Promise<Message> {
  const message = await call.box.openMessage(paramOf(call, 'message'), write);
  try {
    const folder = call.params['folder'];
    if (folder === undefined) return message;
    const wanted = call.box.folderEntryId(folder);
    const parent = (await ok(message.GetProps([PR_PARENT_ENTRYID], 0))).get(PR_PARENT_ENTRYID);
    if (parent !== null && Buffer.compare(parent, wanted) === 0) return message;
    throw itemNotFound();
  } catch (error) {
    message.Release();
    throw error;
  }
}
