import { ok } from '../../com/index.js';
import {
  MAPI_UNICODE,
  type IMessage as Message,
  PR_ATTACH_NUM,
  PR_RECORD_KEY,
  type PropRow,
} from '../../mapi/index.js';
import { itemNotFound } from '../http/error.js';
import { idOf } from '../mailbox/ids.js';

/**
 * The identifier of an attachment. A number is given again after its attachment was deleted; the record key is not.
 *
 * @param row its properties, PR_RECORD_KEY and PR_ATTACH_NUM among them
 */
export const attachmentId = (row: PropRow): string =>
  idOf(row.get(PR_RECORD_KEY) ?? Uint8Array.of(row.get(PR_ATTACH_NUM) ?? 0));

/**
 * The identifier of an attachment that was just made; it has its record key since its message was saved.
 *
 * @param message the message, saved
 * @param number PR_ATTACH_NUM
 */
export async function idOfNumber(message: Message, number: number): Promise<string> {
  using table = await ok(message.GetAttachmentTable(MAPI_UNICODE));
  await ok(table.SetColumns([PR_RECORD_KEY, PR_ATTACH_NUM]));
  const row = (await ok(table.QueryRows(1_000_000, 0))).find((one) => one.get(PR_ATTACH_NUM) === number);
  if (!row) throw itemNotFound();
  return attachmentId(row);
}
