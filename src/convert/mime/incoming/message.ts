import { ComError } from '../../../com/index.js';
import {
  type FileTime,
  MAPI_E_CORRUPT_DATA,
  MAPI_E_TOO_BIG,
  MSGFLAG_READ,
  MSGFLAG_UNSENT,
  PR_INTERNET_CONTENT,
  PR_MESSAGE_CLASS_W,
  PR_MESSAGE_FLAGS,
  PR_TRANSPORT_MESSAGE_HEADERS_W,
  type PropValue,
  prop,
} from '../../../mapi/index.js';
import type { AttachmentPlan, MessagePlan } from '../../plan/plan.js';
import { READ_HEADER_BYTES, READ_MESSAGE_BYTES } from '../limits.js';
import { type Budget, newBudget } from '../parse/budget.js';
import { readDate } from '../parse/dates.js';
import { fieldOf, headerText, type RawField } from '../parse/header.js';
import { bytesOfPart, type MimePart, readParts } from '../parse/part.js';
import { bounceOf } from '../report/bounce.js';
import type { ReadReport } from '../report/plan.js';
import { isReportPart, originalProps, reportOf } from '../report/read.js';
import { fileAttachment, messageAttachment } from './attached.js';
import { fieldValues, namedValues } from './fields.js';
import { type AttachedPart, nameOfPart, type Sorted, sortParts } from './parts.js';
import { originProps, recipientRows } from './people.js';
import { sealedOf } from './sealed.js';
import { plainOf, textProps } from './texts.js';
import { threadProps } from './thread.js';
import { uuTextOf } from './uufiles.js';
import { winmailOf, withTnef } from './winmail.js';

/** How a message is read. */
export interface ReadOptions {
  /** When it came in: PR_MESSAGE_DELIVERY_TIME. Left out, its newest Received field says so, or its Date. */
  readonly now?: FileTime;
  /** Whether Bcc is taken over; it is unless this says false. */
  readonly includeBcc?: boolean;
  /** Whether X-Unsent says if it was sent: MSGFLAG_UNSENT; it does not unless this says so. */
  readonly readUnsent?: boolean;
  /**
   * Whether the bytes are kept in PR_INTERNET_CONTENT, so that rendering gives them as they came while the message says
   * what they say. They are not unless this says so: it takes the room of the message once more.
   */
  readonly keepSource?: boolean;
}

/**
 * Reads an Internet message: what it becomes as a message of MAPI. Mail that is broken gives what can be had of it.
 *
 * @param bytes the message, with CR LF or LF at the ends of its lines
 * @param options its surroundings
 * @returns its properties, recipients and attachments
 * @throws {ComError} `MAPI_E_CORRUPT_DATA` for bytes that have no field of a message; `MAPI_E_TOO_BIG` beyond the limit
 *   `mime.readMessageBytes`
 * @spec RFC 5322 section 2.1 @spec RFC 2045 section 2 @spec MS-OXCMAIL
 */
export function readMime(bytes: Uint8Array, options: ReadOptions = {}): MessagePlan {
  if (bytes.length > READ_MESSAGE_BYTES) throw new ComError(MAPI_E_TOO_BIG, `the message has ${bytes.length} bytes`);
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const plan = planOf(buffer, options, newBudget());
  if (plan === null) throw new ComError(MAPI_E_CORRUPT_DATA, 'it has no header of a message');
  return options.keepSource === true ? { ...plan, props: [...plan.props, prop(PR_INTERNET_CONTENT, buffer)] } : plan;
}

function planOf(bytes: Buffer, options: ReadOptions, budget: Budget): MessagePlan | null {
  const root = readParts(bytes, budget);
  const { fields } = root;
  if (!fields.some(({ key }) => KNOWN.has(key))) return null;
  const sealed = sealedOf(bytes, root);
  const { sorted, tnef } = withoutTnef(bytes, sealed === null ? sortParts(root) : readable(sealed.readable));
  const texts = textProps(bytes, sorted.texts);
  const { props: textual, files } = uuTextOf(root, texts.props, budget.parts);
  const props: PropValue[] = [
    prop(PR_MESSAGE_CLASS_W, sealed?.messageClass ?? 'IPM.Note'),
    ...fieldValues(fields, options.now ?? null),
    ...threadProps(fields),
    ...originProps(fields),
    ...textual,
    prop(PR_TRANSPORT_MESSAGE_HEADERS_W, keptHeader(bytes, root)),
    ...(options.readUnsent === true ? [prop(PR_MESSAGE_FLAGS, unsentFlags(fields))] : []),
  ];
  const report = sealed === null ? (reportOf(bytes, root) ?? bounced(bytes, root, sorted)) : null;
  const attachments =
    sealed === null
      ? [
          ...sorted.attached
            .filter(({ part }) => report === null || !isReportPart(part))
            .map((attached) => attachmentOf(bytes, attached, texts.html, options, budget)),
          ...files,
        ]
      : [sealed.attachment];
  const plan: MessagePlan = {
    props: report === null ? props : [...report.props, ...props.filter(([tag]) => tag !== PR_MESSAGE_CLASS_W)],
    named: namedValues(fields),
    recipients: report?.recipients ?? recipientRows(fields, options.includeBcc !== false),
    attachments,
  };
  return tnef === null ? plan : withTnef(plan, tnef);
}

const unsentFlags = (fields: readonly RawField[]): number =>
  fieldOf(fields, 'x-unsent') === '1' ? MSGFLAG_UNSENT | MSGFLAG_READ : MSGFLAG_READ;

/** The parts without the first that holds TNEF which can be read, and what it holds. */
function withoutTnef(bytes: Buffer, sorted: Sorted): { readonly sorted: Sorted; readonly tnef: MessagePlan | null } {
  for (const one of sorted.attached) {
    const tnef = winmailOf(bytes, one.part);
    if (tnef !== null)
      return { sorted: { ...sorted, attached: sorted.attached.filter((other) => other !== one) }, tnef };
  }
  return { sorted, tnef: null };
}

function bounced(bytes: Buffer, root: MimePart, { texts }: Sorted): ReadReport | null {
  const plain = texts[0]?.plain ?? null;
  if (plain === null) return null;
  const report = bounceOf(root.fields, () => plainOf(bytes, plain), readDate(fieldOf(root.fields, 'date')));
  return report && { ...report, props: [...report.props, ...originalProps(bytes, root)] };
}

// What is signed in the clear can be read by anybody; its attachments are within the one attachment.
const readable = (part: MimePart | null): Sorted =>
  part === null ? { texts: [], attached: [] } : { texts: sortParts(part).texts, attached: [] };

function attachmentOf(
  bytes: Buffer,
  attached: AttachedPart,
  html: string | null,
  options: ReadOptions,
  budget: Budget,
): AttachmentPlan {
  const { part } = attached;
  if (MESSAGES.has(part.type.value) && budget.embedded > 0 && budget.parts > 0) {
    budget.embedded -= 1;
    // Nobody knows when a message within another came in, but itself.
    const { now: _, ...rest } = options;
    const inner = planOf(bytesOfPart(bytes, part), rest, budget);
    budget.embedded += 1;
    if (inner !== null) return messageAttachment(inner, nameOfPart(part));
  }
  return fileAttachment(bytes, attached, html);
}

const MESSAGES: ReadonlySet<string> = new Set([
  'message/rfc822',
  'message/global',
  // What a report gives back of a message is a message, too.
  'text/rfc822-headers',
  'message/global-headers',
]);

/** The header as it came, up to the empty line. */
function keptHeader(bytes: Buffer, { start, body, end }: MimePart): string {
  const block = bytes.subarray(start, Math.min(body, start + READ_HEADER_BYTES));
  const text = headerText(block, bytes.subarray(start, end)).replaceAll('\0', '');
  return withOneLineEnd(text.replaceAll(/\r?\n/g, '\r\n'));
}

function withOneLineEnd(text: string): string {
  let end = text.length;
  while (end >= 2 && text.startsWith('\r\n', end - 2)) end -= 2;
  return `${text.slice(0, end)}\r\n`;
}

/** Whether any of the fields is one that only a message has. */
const KNOWN: ReadonlySet<string> = new Set<RawField['key']>(
  'date from sender reply-to to cc bcc message-id in-reply-to references subject received return-path mime-version content-type'.split(
    ' ',
  ),
);
