import { ok } from '../../com/index.js';
import {
  ATTACH_EMBEDDED_MSG,
  IMessage,
  MAPI_UNICODE,
  type IMessage as Message,
  PR_ATTACH_CONTENT_ID_W,
  PR_ATTACH_DATA_BIN,
  PR_ATTACH_DATA_OBJ,
  PR_ATTACH_LONG_FILENAME_W,
  PR_ATTACH_METHOD,
  PR_ATTACH_MIME_TAG_W,
  PR_ATTACH_NUM,
  PR_ATTACH_SIZE,
  PR_ATTACHMENT_HIDDEN,
  PR_DISPLAY_NAME_W,
  PR_LAST_MODIFICATION_TIME,
  PR_RECORD_KEY,
  type PropRow,
} from '../../mapi/index.js';
import type { JsonObject } from '../http/json.js';
import type { Call } from '../http/route.js';
import { readBytes } from '../message/opened.js';
import { shapeOf, shown } from '../message/resource.js';
import { isoOf } from '../message/time.js';
import { attachmentId } from './id.js';

const columns = [
  PR_ATTACH_NUM,
  PR_RECORD_KEY,
  PR_ATTACH_METHOD,
  PR_ATTACH_SIZE,
  PR_ATTACH_LONG_FILENAME_W,
  PR_DISPLAY_NAME_W,
  PR_ATTACH_MIME_TAG_W,
  PR_ATTACH_CONTENT_ID_W,
  PR_ATTACHMENT_HIDDEN,
  PR_LAST_MODIFICATION_TIME,
] as const;

/** The attachments of a message, as rows. */
export async function attachmentRows(message: Message): Promise<readonly PropRow[]> {
  using table = await ok(message.GetAttachmentTable(MAPI_UNICODE));
  await ok(table.SetColumns(columns));
  return await ok(table.QueryRows(1_000_000, 0));
}

/** An attachment without what is in it. */
function labels(row: PropRow): JsonObject {
  const item = row.get(PR_ATTACH_METHOD) === ATTACH_EMBEDDED_MSG;
  const json = {
    '@odata.type': item ? '#microsoft.graph.itemAttachment' : '#microsoft.graph.fileAttachment',
    id: attachmentId(row),
    lastModifiedDateTime: isoOf(row.get(PR_LAST_MODIFICATION_TIME)),
    name: row.get(PR_ATTACH_LONG_FILENAME_W) ?? row.get(PR_DISPLAY_NAME_W) ?? '',
    contentType: row.get(PR_ATTACH_MIME_TAG_W) ?? (item ? null : 'application/octet-stream'),
    size: row.get(PR_ATTACH_SIZE) ?? 0,
    isInline: row.get(PR_ATTACHMENT_HIDDEN) ?? false,
  };
  return item ? json : { ...json, contentId: row.get(PR_ATTACH_CONTENT_ID_W), contentLocation: null };
}

/**
 * An attachment with what is in it.
 *
 * @param call the request
 * @param message the message that has it
 * @param row its row, of {@link attachmentRows}
 */
export async function attachmentJson(call: Call, message: Message, row: PropRow): Promise<JsonObject> {
  const json = labels(row);
  using attachment = await ok(message.OpenAttach(row.get(PR_ATTACH_NUM) as number, null, 0));
  if (row.get(PR_ATTACH_METHOD) !== ATTACH_EMBEDDED_MSG) {
    const content = await readBytes(attachment, PR_ATTACH_DATA_BIN);
    return { ...json, contentBytes: Buffer.from(content ?? []).toString('base64') };
  }
  using inner = await ok(attachment.OpenProperty(PR_ATTACH_DATA_OBJ, IMessage, 0, 0));
  const item = await shown(call.box, inner, shapeOf(call, null));
  return { ...json, item: { '@odata.type': '#microsoft.graph.message', ...item } };
}

/**
 * The attachments of a message.
 *
 * @param call the request
 * @param message the message
 * @param select the properties; null for all
 */
export async function attachmentList(
  call: Call,
  message: Message,
  select: readonly string[] | null,
): Promise<readonly JsonObject[]> {
  const value: JsonObject[] = [];
  for (const row of await attachmentRows(message)) {
    if (select === null) value.push(await attachmentJson(call, message, row));
    else {
      // Who chooses properties without the bytes is not made to carry them.
      const json = select.some((name) => /^(?:contentBytes|item)$|\//.test(name))
        ? await attachmentJson(call, message, row)
        : labels(row);
      const wanted = Object.entries(json).filter(
        ([name]) => name === 'id' || name.startsWith('@') || select.includes(name),
      );
      value.push(Object.fromEntries(wanted));
    }
  }
  return value;
}
