import { buffer } from 'node:stream/consumers';
import { guidToBytes, IStream, ok } from '../../../src/com/index.js';
import type { RenderedMime } from '../../../src/convert/index.js';
import {
  ATTACH_BY_VALUE,
  ATTACH_EMBEDDED_MSG,
  type IMAPIFolder as Folder,
  IMessage,
  MAPI_CREATE,
  MAPI_MODIFY,
  MAPI_ONE_OFF_UID,
  type IMessage as Message,
  PR_ADDRTYPE_W,
  PR_ATTACH_DATA_BIN,
  PR_ATTACH_DATA_OBJ,
  PR_ATTACH_LONG_FILENAME_W,
  PR_ATTACH_METHOD,
  PR_CLIENT_SUBMIT_TIME,
  PR_CONVERSATION_INDEX,
  PR_DISPLAY_NAME_W,
  PR_EMAIL_ADDRESS_W,
  PR_INTERNET_MESSAGE_ID_W,
  PR_RECIPIENT_TYPE,
  PR_SENDER_ADDRTYPE_W,
  PR_SENDER_EMAIL_ADDRESS_W,
  PR_SENDER_NAME_W,
  PR_SUBJECT_W,
  type PropValue,
  prop,
} from '../../../src/mapi/index.js';

/** 2026-03-04 05:06:07 UTC as FILETIME. */
export const SENT = 116_444_736_000_000_000n + BigInt(Date.UTC(2026, 2, 4, 5, 6, 7)) * 10_000n;

/** A recipient with an SMTP address. */
export const to = (name: string, address: string, type = 1, ...more: readonly PropValue[]): readonly PropValue[] => [
  prop(PR_DISPLAY_NAME_W, name),
  prop(PR_RECIPIENT_TYPE, type),
  prop(PR_ADDRTYPE_W, 'SMTP'),
  prop(PR_EMAIL_ADDRESS_W, address),
  ...more,
];

/** What every letter of these tests has: a sender, a date, identifiers that do not change. */
export const basics: readonly PropValue[] = [
  prop(PR_SENDER_NAME_W, 'Ann Author'),
  prop(PR_SENDER_ADDRTYPE_W, 'SMTP'),
  prop(PR_SENDER_EMAIL_ADDRESS_W, 'ann@example.org'),
  prop(PR_CLIENT_SUBMIT_TIME, SENT),
  prop(PR_INTERNET_MESSAGE_ID_W, '<one@example.org>'),
  prop(
    PR_CONVERSATION_INDEX,
    Uint8Array.from({ length: 22 }, (_, index) => index),
  ),
];

/** An unsaved message with the basics, these properties and recipients. */
export async function letter(
  folder: Folder,
  props: readonly PropValue[] = [],
  recipients: readonly (readonly PropValue[])[] = [to('Bob', 'bob@example.org')],
): Promise<Message> {
  const message = await ok(folder.CreateMessage(IMessage));
  await ok(message.SetProps([...basics, prop(PR_SUBJECT_W, 'A letter'), ...props]));
  await ok(message.ModifyRecipients(0, recipients));
  return message;
}

/** Attaches bytes under a name. */
export async function attach(
  message: Message,
  name: string,
  bytes: Uint8Array,
  ...props: readonly PropValue[]
): Promise<void> {
  const { lppAttach } = await ok(message.CreateAttach(null));
  using attachment = lppAttach;
  await ok(
    attachment.SetProps([prop(PR_ATTACH_METHOD, ATTACH_BY_VALUE), prop(PR_ATTACH_LONG_FILENAME_W, name), ...props]),
  );
  {
    using stream = await ok(attachment.OpenProperty(PR_ATTACH_DATA_BIN, IStream, 2, MAPI_CREATE | MAPI_MODIFY));
    await ok(stream.Write(bytes));
    await ok(stream.Commit(0));
  }
  await ok(attachment.SaveChanges(0));
}

/** Embeds a message that `fill` writes. */
export async function embed(message: Message, fill: (inner: Message) => Promise<void>): Promise<void> {
  const { lppAttach } = await ok(message.CreateAttach(null));
  using attachment = lppAttach;
  await ok(attachment.SetProps([prop(PR_ATTACH_METHOD, ATTACH_EMBEDDED_MSG)]));
  {
    using inner: Message = await ok(
      attachment.OpenProperty(PR_ATTACH_DATA_OBJ, IMessage, 0, MAPI_CREATE | MAPI_MODIFY),
    );
    await fill(inner);
    await ok(inner.SaveChanges(0));
  }
  await ok(attachment.SaveChanges(0));
}

/** All bytes of a rendered message. */
export const bytesOf = (rendered: RenderedMime): Promise<Buffer> => buffer(rendered.source.chunks());

/** The whole mail as text. */
export const textOf = async (rendered: RenderedMime): Promise<string> => (await bytesOf(rendered)).toString('utf8');

/** A one-off entry identifier in Unicode, or in 8-bit text. */
export function oneOff(name: string, type: string, address: string, wide = true): Uint8Array {
  const head = Buffer.alloc(24);
  head.set(guidToBytes(MAPI_ONE_OFF_UID), 4);
  if (wide) head.writeUInt16LE(0x8000, 22);
  const encoding = wide ? 'utf16le' : 'latin1';
  return Buffer.concat([head, ...[name, type, address].map((text) => Buffer.from(`${text}\0`, encoding))]);
}
