import { type IStream as ByteStream, IStream, ok } from '../../com/index.js';
import {
  changePropType,
  type IMAPIProp,
  MAPI_E_NOT_ENOUGH_MEMORY,
  MAPI_UNICODE,
  type IMessage as Message,
  PR_ATTACHMENT_HIDDEN,
  PR_BODY_W,
  PR_DISPLAY_NAME_W,
  PR_EMAIL_ADDRESS_W,
  PR_HASATTACH,
  PR_HTML,
  PR_INTERNET_CPID,
  PR_RECIPIENT_TYPE,
  PR_ROWID,
  PR_RTF_COMPRESSED,
  PR_TRANSPORT_MESSAGE_HEADERS_W,
  type PropRow,
  type PropTag,
  PS_INTERNET_HEADERS,
  PT_UNICODE,
  propId,
  propType,
} from '../../mapi/index.js';
import { type AsciiText, textOfBytes } from '../../subsystem/index.js';
import type { Cells } from './people.js';

/** What a message tells beside its short properties. */
export interface Opened {
  readonly recipients: readonly Cells[];
  /** Empty without one. */
  readonly text: string;
  /** The same as bytes, where it has something, is of ASCII alone and lies ready as such. */
  readonly ascii?: AsciiText | null;
  /** Null when the message is plain text. */
  readonly html: string | null;
  /** The header as it came; of what was written here the fields that a program has added; null when there are none. */
  readonly header: string | null;
  /** Whether it has an attachment that is not shown within its text. */
  readonly attached: boolean;
}

/** The parts of {@link Opened} that a field may need. */
export type Part = 'body' | 'recipients' | 'header' | 'attachments';

/** All of them. */
export const allParts: ReadonlySet<Part> = new Set<Part>(['body', 'recipients', 'header', 'attachments']);

/**
 * Reads what only an open message tells.
 *
 * @param message the message
 * @param parts what is wanted; the rest stays empty
 */
export async function opened(message: Message, parts: ReadonlySet<Part> = allParts): Promise<Opened> {
  const body = parts.has('body') ? await bodyOf(message) : { text: '', html: null };
  return {
    ...body,
    recipients: parts.has('recipients') ? await recipientRows(message) : [],
    header: parts.has('header') ? await headerOf(message) : null,
    attached: parts.has('attachments') && (await isAttached(message)),
  };
}

async function bodyOf(message: Message): Promise<Pick<Opened, 'text' | 'html'>> {
  // Forms of the body that could be made from others are not listed: a plain text stays one.
  const list = new Set((await ok(message.GetPropList(MAPI_UNICODE))).map(propId));
  const formatted = list.has(propId(PR_HTML)) || list.has(propId(PR_RTF_COMPRESSED));
  const bytes = formatted ? await readBytes(message, PR_HTML) : null;
  const codePage = bytes && (await ok(message.GetProps([PR_INTERNET_CPID], 0))).get(PR_INTERNET_CPID);
  return {
    text: (await readText(message, PR_BODY_W)) ?? '',
    html: bytes && textOfBytes(bytes, codePage || 65001),
  };
}

async function headerOf(message: Message): Promise<string | null> {
  const came = await readText(message, PR_TRANSPORT_MESSAGE_HEADERS_W);
  if (came !== null) return came;
  const named = (await ok(message.GetPropList(MAPI_UNICODE))).filter(
    (tag) => propId(tag) >= 0x8000 && propType(tag) === PT_UNICODE,
  );
  if (named.length === 0) return null;
  const { lpppPropNames } = await ok(message.GetNamesFromIDs(named, null, 0));
  const lines: string[] = [];
  for (const [index, name] of lpppPropNames.entries()) {
    if (name?.lpguid !== PS_INTERNET_HEADERS || typeof name.Kind !== 'string') continue;
    lines.push(`${name.Kind}: ${await readText(message, named[index] as PropTag<string>)}\r\n`);
  }
  return lines.length === 0 ? null : lines.join('');
}

async function isAttached(message: Message): Promise<boolean> {
  if (!(await ok(message.GetProps([PR_HASATTACH], 0))).get(PR_HASATTACH)) return false;
  using table = await ok(message.GetAttachmentTable(MAPI_UNICODE));
  await ok(table.SetColumns([PR_ATTACHMENT_HIDDEN]));
  return (await ok(table.QueryRows(1_000_000, 0))).some(isShownApart);
}

/** Whether an attachment is not shown within the text: Graph calls the others inline. */
export const isShownApart = (attachment: Cells): boolean => attachment.get(PR_ATTACHMENT_HIDDEN) !== true;

/** The rows of a recipient table. */
export async function recipientRows(message: Message): Promise<readonly PropRow[]> {
  using table = await ok(message.GetRecipientTable(MAPI_UNICODE));
  await ok(table.SetColumns([PR_ROWID, PR_RECIPIENT_TYPE, PR_DISPLAY_NAME_W, PR_EMAIL_ADDRESS_W]));
  return await ok(table.QueryRows(1_000_000, 0));
}

/** A text of any length; null when there is none. */
export async function readText(object: IMAPIProp, tag: PropTag<string>): Promise<string | null> {
  const row = await ok(object.GetProps([tag], 0));
  if (row.error(tag) !== MAPI_E_NOT_ENOUGH_MEMORY) return row.get(tag);
  return textOfBytes(await readStream(object, changePropType(tag, PT_UNICODE)), null);
}

/** Bytes of any length; null when there are none. */
export async function readBytes(object: IMAPIProp, tag: PropTag<Uint8Array>): Promise<Uint8Array | null> {
  const row = await ok(object.GetProps([tag], 0));
  return row.error(tag) === MAPI_E_NOT_ENOUGH_MEMORY ? readStream(object, tag) : row.get(tag);
}

async function readStream(object: IMAPIProp, tag: PropTag): Promise<Buffer> {
  using stream: ByteStream = await ok(object.OpenProperty(tag, IStream, 0, 0));
  const pieces: Buffer[] = [];
  for (;;) {
    // The stream may use its buffer again for the next read.
    const piece = Buffer.from(await ok(stream.Read(256 * 1024)));
    if (piece.length === 0) return Buffer.concat(pieces);
    pieces.push(piece);
  }
}
