import { fileTimeOf } from '../../base/index.js';
import { type IStream as ByteStream, IStream, ok, STGM_WRITE } from '../../com/index.js';
import {
  ATTACH_BY_VALUE,
  ATTACH_EMBEDDED_MSG,
  IMessage,
  MAPI_CREATE,
  MAPI_MODIFY,
  type IMessage as Message,
  PR_ATTACH_CONTENT_ID_W,
  PR_ATTACH_CONTENT_LOCATION_W,
  PR_ATTACH_DATA_BIN,
  PR_ATTACH_DATA_OBJ,
  PR_ATTACH_LONG_FILENAME_W,
  PR_ATTACH_METHOD,
  PR_ATTACH_MIME_TAG_W,
  PR_ATTACHMENT_HIDDEN,
  PR_DISPLAY_NAME_W,
  PR_LAST_MODIFICATION_TIME,
  PR_RENDERING_POSITION,
  prop,
} from '../../mapi/index.js';
import { GraphError } from '../http/error.js';
import { booleanOf, bytesOf, type JsonObject, objectOf, textOf } from '../http/json.js';

/** Fills the message within an attachment from the JSON of a `message`. */
export type ItemWriter = (item: Message, json: JsonObject) => Promise<void>;

/**
 * Attaches a file whose bytes are in JSON, or a message; it counts when the message is saved.
 *
 * @param message the message, open for writing
 * @param json a `fileAttachment` or an `itemAttachment`
 * @param writeItem fills a message that is attached
 * @returns PR_ATTACH_NUM
 * @throws {GraphError} `ErrorInvalidArgument` for another kind of attachment
 */
export async function addAttachment(message: Message, json: JsonObject, writeItem: ItemWriter): Promise<number> {
  const type = textOf(json['@odata.type'] ?? '#microsoft.graph.fileAttachment', '@odata.type');
  if (/^#?microsoft\.graph\.itemAttachment$/i.test(type)) return await attachItem(message, json, writeItem);
  if (!/^#?microsoft\.graph\.fileAttachment$/i.test(type))
    throw new GraphError(400, 'ErrorInvalidArgument', `Attachments of the type ${type} can not be added here.`);
  return await attach(message, json, [bytesOf(json['contentBytes'] ?? '', 'contentBytes')]);
}

/**
 * Attaches a file; it counts when the message is saved.
 *
 * @param message the message, open for writing
 * @param json name, type and the like
 * @param content its bytes
 * @returns PR_ATTACH_NUM
 */
export async function attach(
  message: Message,
  json: JsonObject,
  content: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
): Promise<number> {
  const name = textOf(json['name'], 'name');
  const optional = (key: string): string | null =>
    json[key] === undefined || json[key] === null ? null : textOf(json[key], key);
  const contentType = optional('contentType');
  const contentId = optional('contentId');
  const contentLocation = optional('contentLocation');
  const inline = booleanOf(json['isInline'] ?? false, 'isInline');
  const { lpulAttachmentNum, lppAttach } = await ok(message.CreateAttach(null, 0));
  using attachment = lppAttach;
  await ok(
    attachment.SetProps([
      prop(PR_ATTACH_METHOD, ATTACH_BY_VALUE),
      prop(PR_ATTACH_LONG_FILENAME_W, name),
      prop(PR_DISPLAY_NAME_W, name),
      prop(PR_RENDERING_POSITION, -1),
      prop(PR_LAST_MODIFICATION_TIME, fileTimeOf(new Date())),
      ...(contentType === null ? [] : [prop(PR_ATTACH_MIME_TAG_W, contentType)]),
      ...(contentId === null ? [] : [prop(PR_ATTACH_CONTENT_ID_W, contentId)]),
      ...(contentLocation === null ? [] : [prop(PR_ATTACH_CONTENT_LOCATION_W, contentLocation)]),
      ...(inline ? [prop(PR_ATTACHMENT_HIDDEN, true)] : []),
    ]),
  );
  {
    using data: ByteStream = await ok(
      attachment.OpenProperty(PR_ATTACH_DATA_BIN, IStream, STGM_WRITE, MAPI_CREATE | MAPI_MODIFY),
    );
    for await (const piece of content) await ok(data.Write(piece));
    await ok(data.Commit(0));
  }
  await ok(attachment.SaveChanges(0));
  return lpulAttachmentNum;
}

async function attachItem(message: Message, json: JsonObject, writeItem: ItemWriter): Promise<number> {
  const item = objectOf(json['item'], 'item');
  const type = textOf(item['@odata.type'] ?? '#microsoft.graph.message', 'item.@odata.type');
  if (!/^#?microsoft\.graph\.message$/i.test(type))
    throw new GraphError(400, 'ErrorInvalidArgument', `Items of the type ${type} can not be attached; messages can.`);
  const name = textOf(json['name'] ?? item['subject'] ?? '', 'name');
  const { lpulAttachmentNum, lppAttach } = await ok(message.CreateAttach(null, 0));
  using attachment = lppAttach;
  await ok(
    attachment.SetProps([
      prop(PR_ATTACH_METHOD, ATTACH_EMBEDDED_MSG),
      prop(PR_DISPLAY_NAME_W, name),
      prop(PR_RENDERING_POSITION, -1),
      prop(PR_LAST_MODIFICATION_TIME, fileTimeOf(new Date())),
      ...(booleanOf(json['isInline'] ?? false, 'isInline') ? [prop(PR_ATTACHMENT_HIDDEN, true)] : []),
    ]),
  );
  {
    using inner = await ok(attachment.OpenProperty(PR_ATTACH_DATA_OBJ, IMessage, 0, MAPI_CREATE | MAPI_MODIFY));
    await writeItem(inner, item);
    await ok(inner.SaveChanges(0));
  }
  await ok(attachment.SaveChanges(0));
  return lpulAttachmentNum;
}
