import { expect } from 'vitest';
import { failed, type HResult, IStream, ok } from '../../../src/com/index.js';
import {
  type IAttach as Attach,
  IAttach,
  IMessage,
  MAPI_E_NOT_ENOUGH_MEMORY,
  MAPI_E_NOT_FOUND,
  MAPI_E_OBJECT_DELETED,
  type IMessage as Message,
  PR_ATTACH_DATA_OBJ,
  PR_ATTACH_NUM,
  PR_COMMENT_W,
  PR_DISPLAY_NAME_W,
  PR_ROWID,
  PR_SUBJECT_W,
  type IMAPIProp as PropObject,
  type PropTag,
  PT_BINARY,
  PT_LONG,
  propTag,
  propType,
} from '../../../src/mapi/index.js';
import type { Contents, Props } from './mail.js';

/** The properties that the model knows. */
export const tags: readonly PropTag[] = [
  PR_COMMENT_W,
  propTag(PT_LONG, 0x6801),
  propTag(PT_BINARY, 0x6802),
  propTag(PT_BINARY, 0x6803),
];

/**
 * Compares an open message with what the model says that its opener sees.
 *
 * @param message the message
 * @param contents the model's word
 * @param stale whether others saved or deleted it meanwhile: large values may be gone then, but are never wrong
 */
export async function compare(message: Message, contents: Contents, stale: boolean): Promise<void> {
  await compareProps(message, contents.props, stale);
  using recipients = await ok(message.GetRecipientTable());
  await ok(recipients.SetColumns([PR_ROWID, PR_DISPLAY_NAME_W]));
  expect((await ok(recipients.QueryRows(100))).map((row) => [...row])).toEqual(
    contents.recipients.map(({ id, name }) => [id, name]),
  );
  for (const [num, part] of contents.parts) {
    using attachment = await ok(message.OpenAttach<Attach>(num, IAttach));
    // What others saved or deleted meanwhile may show in parts that are looked at only now.
    if (stale) continue;
    await compareProps(attachment, part.props, false);
    expect(await innerSubject(attachment)).toBe(part.inner);
  }
  for (let num = 0; num < 12; num++)
    if (!contents.parts.has(num)) expect((await message.OpenAttach(num, null))[0]).toBe(MAPI_E_NOT_FOUND);
}

/** The numbers in the attachment table. */
export async function tableOf(message: Message): Promise<readonly number[]> {
  using table = await ok(message.GetAttachmentTable());
  await ok(table.SetColumns([PR_ATTACH_NUM]));
  return (await ok(table.QueryRows(100))).map((row) => row[0] as number);
}

async function innerSubject(attachment: Attach): Promise<string | null> {
  const [hr, inner] = await attachment.OpenProperty(PR_ATTACH_DATA_OBJ, IMessage, 0);
  if (!inner) {
    expect(hr).toBe(MAPI_E_NOT_FOUND);
    return null;
  }
  using message = inner;
  return (await ok(message.GetProps([PR_SUBJECT_W])))[0];
}

async function compareProps(object: PropObject, props: Props, stale: boolean): Promise<void> {
  const row = await ok(object.GetProps(tags));
  for (const [index, tag] of tags.entries()) {
    const value = props.get(tag) ?? null;
    const failure = row.error(index);
    if (stale && failure === MAPI_E_OBJECT_DELETED) continue;
    if (failure === MAPI_E_NOT_ENOUGH_MEMORY) await compareLarge(object, tag, value, stale);
    else expect([tag, row[index]]).toEqual([tag, value]);
  }
}

async function compareLarge(object: PropObject, tag: PropTag, value: unknown, stale: boolean): Promise<void> {
  using stream = await ok(object.OpenProperty(tag, IStream, 0));
  const wanted = bytesOf(tag, value);
  const [hr, bytes] = (await stream.Read(wanted.length + 1)) as readonly [HResult, Uint8Array | null];
  if (stale && failed(hr)) return expect(hr).toBe(MAPI_E_OBJECT_DELETED);
  expect(Buffer.compare(bytes as Uint8Array, wanted)).toBe(0);
}

/** A value as a stream shows it. */
export const bytesOf = (tag: PropTag, value: unknown): Uint8Array =>
  propType(tag) === PT_BINARY ? (value as Uint8Array) : Buffer.from(value as string, 'utf16le');
