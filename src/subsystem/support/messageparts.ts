import { type AnyIid, ComError, type Iid, IStream, type IUnknown, ok, STGM_WRITE } from '../../com/index.js';
import {
  ATTACH_EMBEDDED_MSG,
  ATTACH_OLE,
  IAttach,
  type IMAPITable,
  IMessage,
  isPropError,
  MAPI_CREATE,
  MAPI_E_INTERFACE_NOT_SUPPORTED,
  MAPI_MODIFY,
  MODRECIP_REMOVE,
  PR_ATTACH_DATA_OBJ,
  PR_ATTACH_METHOD,
  PR_ATTACH_NUM,
  PR_MESSAGE_ATTACHMENTS,
  PR_MESSAGE_RECIPIENTS,
  PR_ROWID,
  type PropTag,
  prop,
  type SPropProblem,
} from '../../mapi/index.js';
import { copyTo } from '../props/copy.js';
import type { CopyManner, SubObject } from '../props/rules.js';
import { recipientsOf, valueIn } from '../submit/recipients.js';
import { InterfaceSource } from './interfacesource.js';

/** The recipients and the attachments of a message of whichever provider. */
export const messageParts = (message: IMessage): readonly SubObject[] => [
  {
    tag: PR_MESSAGE_RECIPIENTS,
    iid: IMessage,
    copyTo: (target, manner) => copyRecipients(message, target, manner),
    clear: () => removeRecipients(message),
  },
  {
    tag: PR_MESSAGE_ATTACHMENTS,
    iid: IMessage,
    copyTo: (target, manner) => copyAttachments(message, target, manner),
    clear: () => removeAttachments(message),
  },
];

/**
 * The message or the OLE object within an attachment of whichever provider. Other attachments have their data in a property
 * of the same identifier, which is copied as properties are.
 */
export async function attachmentParts(attachment: IAttach): Promise<readonly SubObject[]> {
  const method = (await ok(attachment.GetProps([PR_ATTACH_METHOD], 0))).get(PR_ATTACH_METHOD);
  if (method !== ATTACH_EMBEDDED_MSG && method !== ATTACH_OLE) return [];
  const copyTo = (target: IUnknown) =>
    method === ATTACH_OLE ? copyOleObject(attachment, target) : copyInnerMessage(attachment, target);
  const clear = async () => void (await ok(attachment.DeleteProps([PR_ATTACH_DATA_OBJ])));
  return [{ tag: PR_ATTACH_DATA_OBJ, iid: IAttach, copyTo, clear }];
}

/**
 * Copies a message with all that is in it, by interfaces alone.
 *
 * @param source the message
 * @param target another one, not saved here
 * @returns what the target did not take
 */
export async function copyMessage(source: IMessage, target: IMessage): Promise<readonly SPropProblem[]> {
  const from = await InterfaceSource.of(source, messageParts(source));
  return await copyTo(from, null, null, {
    iid: IMessage as AnyIid as Iid<IUnknown>,
    object: target,
    progress: null,
    flags: 0,
  });
}

async function copyAttachment(source: IAttach, target: IAttach): Promise<void> {
  const from = await InterfaceSource.of(source, await attachmentParts(source));
  const into = { iid: IAttach as AnyIid as Iid<IUnknown>, object: target, progress: null, flags: 0 };
  await copyTo(from, null, [PR_ATTACH_NUM], into);
}

async function copyRecipients(source: IMessage, target: IUnknown, { move, replace }: CopyManner): Promise<void> {
  using message = messageOf(target);
  const taken = await recipientsOf(message);
  if (!replace && taken.length > 0) return;
  const entries = (await recipientsOf(source)).map((entry) => entry.filter(([tag]) => tag !== PR_ROWID));
  await ok(message.ModifyRecipients(0, entries));
  if (move) await removeRecipients(source);
}

async function removeRecipients(message: IMessage): Promise<void> {
  const rows = (await recipientsOf(message)).map((entry) => [prop(PR_ROWID, valueIn(entry, PR_ROWID) ?? 0)]);
  if (rows.length > 0) await ok(message.ModifyRecipients(MODRECIP_REMOVE, rows));
}

async function copyAttachments(source: IMessage, target: IUnknown, { move, replace }: CopyManner): Promise<void> {
  using message = messageOf(target);
  const taken = await numbersOf(message);
  if (!replace && taken.length > 0) return;
  for (const num of taken) await ok(message.DeleteAttach(num, 0, null));
  for (const num of await numbersOf(source)) {
    using attachment = await ok(source.OpenAttach(num, IAttach, 0));
    const { lppAttach } = await ok(message.CreateAttach(IAttach));
    using copy = lppAttach;
    await copyAttachment(attachment, copy);
    await ok(copy.SaveChanges(0));
  }
  if (move) await removeAttachments(source);
}

async function removeAttachments(message: IMessage): Promise<void> {
  for (const num of await numbersOf(message)) await ok(message.DeleteAttach(num, 0, null));
}

async function numbersOf(message: IMessage): Promise<readonly number[]> {
  using table = await ok(message.GetAttachmentTable(0));
  return await columnOf(table, PR_ATTACH_NUM);
}

/** One column of all rows of a table; rows without it are left out. */
export async function columnOf<T>(table: IMAPITable, tag: PropTag<T>): Promise<readonly T[]> {
  await ok(table.SetColumns([tag], 0));
  const values: T[] = [];
  for (;;) {
    const rows = await ok(table.QueryRows(1000, 0));
    if (rows.length === 0) return values;
    for (const row of rows)
      for (const entry of row.toProps()) if (!isPropError(entry)) values.push(entry[1] as unknown as T);
  }
}

async function copyInnerMessage(source: IAttach, target: IUnknown): Promise<void> {
  using attachment = attachmentOf(target);
  using inner = await ok(source.OpenProperty(PR_ATTACH_DATA_OBJ, IMessage, 0, 0));
  using copy = await ok(attachment.OpenProperty(PR_ATTACH_DATA_OBJ, IMessage, 0, MAPI_CREATE | MAPI_MODIFY));
  await copyMessage(inner, copy);
  await ok(copy.SaveChanges(0));
}

async function copyOleObject(source: IAttach, target: IUnknown): Promise<void> {
  using attachment = attachmentOf(target);
  using input = await ok(source.OpenProperty(PR_ATTACH_DATA_OBJ, IStream, 0, 0));
  using output = await ok(attachment.OpenProperty(PR_ATTACH_DATA_OBJ, IStream, STGM_WRITE, MAPI_CREATE | MAPI_MODIFY));
  await ok(input.CopyTo(output, 0xffff_ffff_ffff_ffffn));
  await ok(output.Commit(0));
}

function attachmentOf(target: IUnknown): IAttach {
  const [, attachment] = target.QueryInterface(IAttach);
  if (attachment) return attachment;
  throw new ComError(MAPI_E_INTERFACE_NOT_SUPPORTED, 'the target is no attachment');
}

function messageOf(target: IUnknown): IMessage {
  const [, message] = target.QueryInterface(IMessage);
  if (message) return message;
  throw new ComError(MAPI_E_INTERFACE_NOT_SUPPORTED, 'the target is no message');
}
