import {
  type IMessage,
  PR_ATTACH_LONG_FILENAME_W,
  PR_BODY_W,
  PR_EMAIL_ADDRESS_W,
  PR_HTML,
  PR_IMPORTANCE,
  PR_IN_REPLY_TO_ID_W,
  PR_INTERNET_CONTENT,
  PR_INTERNET_REFERENCES_W,
  PR_NON_RECEIPT_NOTIFICATION_REQUESTED,
  PR_ORIGINATOR_DELIVERY_REPORT_REQUESTED,
  PR_PRIORITY,
  PR_READ_RECEIPT_REQUESTED,
  PR_RECIPIENT_TYPE,
  PR_REPLY_RECIPIENT_NAMES_W,
  PR_SENSITIVITY,
  PR_SENT_REPRESENTING_EMAIL_ADDRESS_W,
  PR_SUBJECT_W,
  type PropTag,
  propId,
} from '../../mapi/index.js';
import { type MessagePlan, planned } from '../plan/plan.js';
import { attachmentsOf } from './attachments.js';
import { type HeaderField, headerLines } from './headertext.js';
import { readMime } from './incoming/message.js';
import { BODY_BYTES, READ_MESSAGE_BYTES } from './limits.js';
import { readHeader } from './parse/header.js';
import { crlfBytes } from './parse/transfer.js';
import { readBytes, readProps, readText } from './read.js';
import { recipientsOf } from './recipients.js';

/**
 * The bytes that a message was made from, where it still says what they say.
 *
 * @param message the message
 * @param list what it lists as its properties
 * @returns the bytes; null when it was not made from bytes, or was changed since
 * @throws {ComError} what reading fails with
 */
export async function unchangedSource(message: IMessage, list: readonly PropTag[]): Promise<Buffer | null> {
  const has = (tag: PropTag): boolean => list.some((one) => propId(one) === propId(tag));
  if (!has(PR_INTERNET_CONTENT)) return null;
  const kept = await readProps(message, [PR_INTERNET_CONTENT]);
  const bytes = await readBytes(message, kept, PR_INTERNET_CONTENT, READ_MESSAGE_BYTES);
  if (bytes === null) return null;
  const plan = readMime(bytes);
  const same =
    (await sameProps(message, plan, has)) && (await sameRecipients(message, plan)) && (await sameFiles(message, plan));
  return same ? Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length) : null;
}

/**
 * Bytes as they are sent: all of them, but for the fields that tell of hidden recipients, behind the fields that they
 * lack.
 *
 * @param bytes the bytes as they came
 * @param fields the fields that a message needs, of which those that are there already are left out
 * @param withHidden whether hidden recipients stay named
 * @spec RFC 6409 section 8 @spec RFC 5322 section 3.6.3
 */
export function sentSource(bytes: Buffer, fields: readonly HeaderField[], withHidden: boolean): Buffer {
  const whole = crlfBytes(bytes);
  const header = readHeader(whole, 0, whole.length, whole.length);
  const has = new Set(header.fields.map(({ key }) => key));
  const missing = fields.filter(({ name }) => NEEDED.has(name.toLowerCase()) && !has.has(name.toLowerCase()));
  const hidden = !withHidden && (has.has('bcc') || has.has('resent-bcc'));
  if (missing.length === 0 && !hidden) return whole;
  const text = whole.toString('latin1', 0, header.end);
  const kept = hidden ? text.replaceAll(/^(?:resent-)?bcc[ \t]*:.*\r\n(?:[ \t].*\r\n)*/gim, '') : text;
  return Buffer.concat([
    Buffer.from(headerLines(missing), 'utf8'),
    Buffer.from(kept, 'latin1'),
    whole.subarray(header.end),
  ]);
}

const NEEDED: ReadonlySet<string> = new Set(['from', 'date', 'message-id', 'to']);

const COMPARED: readonly PropTag[] = [
  PR_SUBJECT_W,
  PR_IMPORTANCE,
  PR_PRIORITY,
  PR_SENSITIVITY,
  PR_IN_REPLY_TO_ID_W,
  PR_INTERNET_REFERENCES_W,
  PR_READ_RECEIPT_REQUESTED,
  PR_NON_RECEIPT_NOTIFICATION_REQUESTED,
  PR_ORIGINATOR_DELIVERY_REPORT_REQUESTED,
  PR_SENT_REPRESENTING_EMAIL_ADDRESS_W,
  PR_REPLY_RECIPIENT_NAMES_W,
];

async function sameProps(message: IMessage, plan: MessagePlan, has: (tag: PropTag) => boolean): Promise<boolean> {
  const values = await readProps(message, [...COMPARED, PR_BODY_W, PR_HTML]);
  for (const tag of COMPARED) {
    const [said, now] = [planned(plan.props, tag), values.get(tag)];
    // What the bytes leave open, submitting fills in; a flag that is not set is one that is false.
    if (said === null ? now !== null && !USUAL.has(now) && tag !== PR_SENT_REPRESENTING_EMAIL_ADDRESS_W : said !== now)
      return false;
  }
  const [text, html] = [planned(plan.props, PR_BODY_W), planned(plan.props, PR_HTML)];
  if (text === null && html === null) return !has(PR_BODY_W) && !has(PR_HTML);
  if (html !== null) {
    const now = await readBytes(message, values, PR_HTML, BODY_BYTES);
    return now !== null && Buffer.compare(now, html) === 0;
  }
  return !has(PR_HTML) && (await readText(message, values, PR_BODY_W, BODY_BYTES)) === text;
}

const USUAL: ReadonlySet<unknown> = new Set([false, 0, 1, '']);

async function sameRecipients(message: IMessage, plan: MessagePlan): Promise<boolean> {
  const list = (rows: readonly (readonly [string, string | null])[]): string =>
    rows
      .map(([kind, address]) => `${kind} ${address?.toLowerCase()}`)
      .sort()
      .join('\n');
  const now = (await recipientsOf(message)).filter(({ kind }) => kind === 'to' || kind === 'cc');
  const said = plan.recipients.flatMap((row) => {
    const type = planned(row, PR_RECIPIENT_TYPE);
    return type === 1 || type === 2 ? [[type === 1 ? 'to' : 'cc', planned(row, PR_EMAIL_ADDRESS_W)] as const] : [];
  });
  return list(now.map(({ kind, address }) => [kind, address] as const)) === list(said);
}

async function sameFiles(message: IMessage, plan: MessagePlan): Promise<boolean> {
  const now = await attachmentsOf(message, null);
  if (now.length !== plan.attachments.length) return false;
  return plan.attachments.every(({ props, content }, index) => {
    const held = now[index]?.holds;
    if (!(content instanceof Uint8Array)) return held === 'message';
    if (typeof held !== 'object' || held.size !== content.length) return false;
    if (held.bytes !== null && Buffer.compare(held.bytes, content) !== 0) return false;
    return (
      (planned(props, PR_ATTACH_LONG_FILENAME_W) ?? '') === '' ||
      now[index]?.name === planned(props, PR_ATTACH_LONG_FILENAME_W)
    );
  });
}
