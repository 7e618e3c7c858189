import { ok } from '../../com/index.js';
import {
  ATTACH_EMBEDDED_MSG,
  IMessage,
  MAPI_UNICODE,
  type IMessage as Message,
  PR_ATTACH_CONTENT_ID_W,
  PR_ATTACH_CONTENT_LOCATION_W,
  PR_ATTACH_DATA_BIN,
  PR_ATTACH_DATA_OBJ,
  PR_ATTACH_LONG_FILENAME_W,
  PR_ATTACH_METHOD,
  PR_ATTACH_MIME_TAG_W,
  PR_ATTACH_NUM,
  PR_ATTACH_SIZE,
  PR_ATTACHMENT_HIDDEN,
  PR_CREATION_TIME,
  PR_DISPLAY_NAME_W,
  PR_LAST_MODIFICATION_TIME,
  PR_RECORD_KEY,
  PropRow,
  type PropValue,
  prop,
  propId,
} from '../../mapi/index.js';
import { badRequest } from '../http/error.js';
import type { Call } from '../http/route.js';
import { readBytes } from '../message/opened.js';
import { shapeOf, shown } from '../message/resource.js';
import { isoOf } from '../message/time.js';
import type { AttachmentResource, FileAttachmentResource, ItemAttachmentResource } from '../resources.js';
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
  PR_ATTACH_CONTENT_LOCATION_W,
  PR_ATTACHMENT_HIDDEN,
  PR_LAST_MODIFICATION_TIME,
] as const;

/** The attachments of a message, as rows. One without a time of its own is as old as the message that it came with. */
export async function attachmentRows(message: Message): Promise<readonly PropRow[]> {
  using table = await ok(message.GetAttachmentTable(MAPI_UNICODE));
  await ok(table.SetColumns(columns));
  const rows: readonly PropRow[] = await ok(table.QueryRows(1_000_000, 0));
  const isDated = (row: PropRow): boolean => row.get(PR_LAST_MODIFICATION_TIME) !== null;
  if (rows.every(isDated)) return rows;
  const made = (await ok(message.GetProps([PR_CREATION_TIME], 0))).get(PR_CREATION_TIME);
  if (made === null) return rows;
  const others = (row: PropRow): PropValue[] =>
    row.toProps().filter(([tag]) => propId(tag) !== propId(PR_LAST_MODIFICATION_TIME));
  return rows.map((row) =>
    isDated(row) ? row : PropRow.fromProps([...others(row), prop(PR_LAST_MODIFICATION_TIME, made)]),
  );
}

/** An attachment without what is in it. */
export function labels(row: PropRow): AttachmentResource {
  const shared = {
    id: attachmentId(row),
    lastModifiedDateTime: isoOf(row.get(PR_LAST_MODIFICATION_TIME)),
    name: row.get(PR_ATTACH_LONG_FILENAME_W) ?? row.get(PR_DISPLAY_NAME_W) ?? '',
    contentType: row.get(PR_ATTACH_MIME_TAG_W),
    size: row.get(PR_ATTACH_SIZE) ?? 0,
    isInline: row.get(PR_ATTACHMENT_HIDDEN) ?? false,
  };
  if (isItem(row)) return { '@odata.type': '#microsoft.graph.itemAttachment', ...shared };
  return {
    '@odata.type': '#microsoft.graph.fileAttachment',
    ...shared,
    contentType: shared.contentType ?? 'application/octet-stream',
    contentId: row.get(PR_ATTACH_CONTENT_ID_W),
    contentLocation: row.get(PR_ATTACH_CONTENT_LOCATION_W),
  };
}

const isItem = (row: PropRow): boolean => row.get(PR_ATTACH_METHOD) === ATTACH_EMBEDDED_MSG;

/**
 * An attachment as Graph shows it: a file with its bytes, a message without what is in it.
 *
 * @param call the request
 * @param message the message that has it
 * @param row its row, of {@link attachmentRows}
 * @param select the properties; null for all
 * @param item whether a message that is attached is shown with what is in it
 */
export async function attachmentJson(
  call: Call,
  message: Message,
  row: PropRow,
  select: readonly string[] | null,
  item: boolean,
): Promise<AttachmentResource> {
  const json = { ...labels(row), ...(await contentOf(call, message, row, select, item)) };
  if (select === null) return json;
  const known = [...Object.keys(json), 'contentBytes', 'contentId', 'contentLocation', 'item'];
  // What another kind of attachment has may be selected, too, and is nothing here.
  for (const name of select)
    if (!known.includes(name.replace(/^microsoft\.graph\.\w+\//i, '')))
      throw badRequest(`Could not find a property named '${name}' on type 'Microsoft.OutlookServices.Attachment'.`);
  const chosen = new Set(select.map((name) => name.replace(/^microsoft\.graph\.\w+\//i, '')));
  return Object.fromEntries(
    Object.entries(json).filter(
      ([name]) => name === 'id' || name.startsWith('@') || chosen.has(name) || (item && name === 'item'),
    ),
  );
}

/** What is in an attachment. Who chooses properties without the bytes is not made to carry them. */
async function contentOf(
  call: Call,
  message: Message,
  row: PropRow,
  select: readonly string[] | null,
  item: boolean,
): Promise<Pick<FileAttachmentResource, 'contentBytes'> | Pick<ItemAttachmentResource, 'item'>> {
  const wanted = isItem(row) ? item : select === null || select.some((name) => /(?:^|\/)contentBytes$/.test(name));
  if (!wanted) return {};
  using attachment = await ok(message.OpenAttach(row.get(PR_ATTACH_NUM) as number, null, 0));
  if (!isItem(row)) {
    const content = await readBytes(attachment, PR_ATTACH_DATA_BIN);
    return { contentBytes: Buffer.from(content ?? []).toString('base64') };
  }
  using inner = await ok(attachment.OpenProperty(PR_ATTACH_DATA_OBJ, IMessage, 0, 0));
  const shape = shapeOf(call, null);
  // What is attached to it comes with it: it has no address of its own to ask for that by.
  const attachments = (await attachmentRows(inner)).length > 0 ? await attachmentList(call, inner, null) : null;
  return {
    item: {
      '@odata.type': '#microsoft.graph.message',
      ...(await shown(call.box, inner, shape)),
      ...(attachments === null ? {} : { attachments }),
    },
  };
}

/**
 * The attachments of a message, as `$expand` shows them.
 *
 * @param call the request
 * @param message the message
 * @param select the properties; null for all
 */
export async function attachmentList(
  call: Call,
  message: Message,
  select: readonly string[] | null,
): Promise<AttachmentResource[]> {
  const value: AttachmentResource[] = [];
  for (const row of await attachmentRows(message)) value.push(await attachmentJson(call, message, row, select, false));
  return value;
}
