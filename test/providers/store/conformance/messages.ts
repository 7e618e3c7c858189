import { type HResult, IStream, ok, STGM_WRITE } from '../../../../src/com/index.js';
import {
  type IMAPIFolder as Folder,
  IAttach,
  IMessage,
  KEEP_OPEN_READWRITE,
  MAPI_CREATE,
  MAPI_MODIFY,
  type IMessage as Message,
  PR_ENTRYID,
  type IMAPIProp as Props,
  type PropTag,
  type PropValue,
  type IMsgStore as Store,
} from '../../../../src/mapi/index.js';
import { inboxOf, messageOf, propOf } from '../mailbox/stores.js';

/** A message that has never been saved, in the Inbox. */
export async function newMessage(store: Store, ...props: readonly PropValue[]): Promise<Message> {
  using inbox = await inboxOf(store);
  return await messageIn(inbox, ...props);
}

/** A message that has never been saved. */
export async function messageIn(folder: Folder, ...props: readonly PropValue[]): Promise<Message> {
  const message = await ok(folder.CreateMessage(IMessage));
  if (props.length > 0) await ok(message.SetProps(props));
  return message;
}

/** A message that was saved and stays open for writing. */
export async function savedMessage(store: Store, ...props: readonly PropValue[]): Promise<Message> {
  const message = await newMessage(store, ...props);
  await ok(message.SaveChanges(KEEP_OPEN_READWRITE));
  return message;
}

/** The entry identifier of a message that was saved. */
export const entryIdOf = async (message: Message): Promise<Uint8Array> =>
  (await propOf(message, PR_ENTRYID)) as Uint8Array;

/** The same message opened once more. */
export const again = async (store: Store, message: Message, flags: number = MAPI_MODIFY): Promise<Message> =>
  messageOf(store, await entryIdOf(message), flags);

/** Adds an attachment and saves it into its message. */
export async function attach(message: Message, ...props: readonly PropValue[]): Promise<number> {
  const { lpulAttachmentNum, lppAttach } = await ok(message.CreateAttach(IAttach));
  using attachment = lppAttach;
  if (props.length > 0) await ok(attachment.SetProps(props));
  await ok(attachment.SaveChanges());
  return lpulAttachmentNum;
}

/** Writes a property through a stream. */
export async function pour(object: Props, tag: PropTag, bytes: Uint8Array): Promise<void> {
  using stream = await ok(object.OpenProperty(tag, IStream, STGM_WRITE, MAPI_CREATE | MAPI_MODIFY));
  await ok(stream.Write(bytes));
  await ok(stream.Commit(0));
}

/** Reads a property through a stream, all of it. */
export async function drain(object: Props, tag: PropTag): Promise<Uint8Array> {
  using stream = await ok(object.OpenProperty(tag, IStream, 0));
  const { cbSize } = await ok(stream.Stat());
  return await ok(stream.Read(Number(cbSize)));
}

/** The code of a call, whatever else it answers. */
export const codeOf = async (call: unknown): Promise<HResult> => {
  const answer = (await call) as HResult | readonly [HResult, unknown];
  return typeof answer === 'number' ? answer : answer[0];
};
