import {
  type FileTime,
  MAPI_TO,
  PR_MESSAGE_CLASS_W,
  PR_ORIGINAL_DISPLAY_TO_W,
  PR_ORIGINAL_SUBJECT_W,
  PR_ORIGINAL_SUBMIT_TIME,
  PR_REPORT_DISPOSITION_MODE_W,
  PR_REPORT_DISPOSITION_W,
  PR_REPORT_TEXT_W,
  PR_REPORT_TIME,
  type PropValue,
  prop,
} from '../../../mapi/index.js';
import { given } from '../incoming/attached.js';
import { recipientRow } from '../incoming/people.js';
import { plainOf } from '../incoming/texts.js';
import { REPORT_RECIPIENTS } from '../limits.js';
import { readDate } from '../parse/dates.js';
import { fieldOf, type RawField, readHeader } from '../parse/header.js';
import { bytesOfPart, type MimePart } from '../parse/part.js';
import { decodeWords } from '../parse/words.js';
import { PR_REPORT_FIELDS_W } from '../tags.js';
import { moreFields } from './morefields.js';
import { deliveryReport, intended, type ReadReport } from './plan.js';
import { ACTIONS, type Action, type RecipientStatus, statusIn } from './status.js';

/**
 * Reads a report: that mail was delivered, delayed or not delivered, or that it was read or not.
 *
 * @param bytes the message
 * @param root its parts
 * @returns what it reports; null for a message that is no report of these kinds
 * @spec RFC 6522 section 3 @spec RFC 3464 section 2 @spec RFC 8098 section 3
 */
export function reportOf(bytes: Buffer, root: MimePart): ReadReport | null {
  if (root.type.value !== 'multipart/report') return null;
  const status = root.parts.find(({ type }) => DELIVERY.has(type.value));
  const disposition = root.parts.find(({ type }) => DISPOSITION.has(type.value));
  const time = readDate(fieldOf(root.fields, 'date'));
  const report =
    status !== undefined
      ? delivery(bytes, root, status, time)
      : disposition !== undefined
        ? notification(bytes, root, disposition, time)
        : null;
  return report && { ...report, props: [...report.props, ...originalProps(bytes, root)] };
}

/**
 * What a report says of the message it is about, where it holds that message or its header.
 *
 * @param bytes the report
 * @param root its parts
 */
export function originalProps(bytes: Buffer, root: MimePart): PropValue[] {
  const original = root.parts.find(({ type }) => ORIGINAL.has(type.value));
  if (original === undefined) return [];
  const whole = bytesOfPart(bytes, original);
  const { fields } = readHeader(whole, 0, whole.length, 256 * 1024);
  const sent = readDate(fieldOf(fields, 'date'));
  const to = decodeWords(fieldOf(fields, 'to') ?? '');
  return [
    ...given(PR_ORIGINAL_SUBJECT_W, decodeWords(fieldOf(fields, 'subject') ?? '')),
    ...given(PR_ORIGINAL_DISPLAY_TO_W, to.slice(0, 4096)),
    ...(sent === null ? [] : [prop(PR_ORIGINAL_SUBMIT_TIME, sent)]),
  ];
}

/**
 * Whether a part is what machines read of a report, all of which its properties say.
 *
 * @param part the part
 */
export const isReportPart = ({ type }: MimePart): boolean => DELIVERY.has(type.value) || DISPOSITION.has(type.value);

const DELIVERY: ReadonlySet<string> = new Set(['message/delivery-status', 'message/global-delivery-status']);
const DISPOSITION: ReadonlySet<string> = new Set([
  'message/disposition-notification',
  'message/global-disposition-notification',
]);
const ORIGINAL: ReadonlySet<string> = new Set([
  'message/rfc822',
  'message/global',
  'text/rfc822-headers',
  'message/global-headers',
]);

function delivery(bytes: Buffer, root: MimePart, part: MimePart, time: FileTime | null): ReadReport | null {
  // The first group is of the message and names no recipient; some servers leave it, or the empty line behind it, out.
  const blocks = blocksOf(bytesOfPart(bytes, part));
  const statuses = blocks.map(statusOf).filter((one) => one !== null);
  if (statuses.length === 0) return null;
  const [first = []] = blocks;
  const more = statusOf(first) === null ? moreFields(first, RECIPIENT_FIELDS) : [];
  return deliveryReport(statuses, words(bytes, root), time, more);
}

/** The groups of fields, which empty lines tell apart. */
function blocksOf(bytes: Buffer): (readonly RawField[])[] {
  const blocks: (readonly RawField[])[] = [];
  let at = 0;
  while (at < bytes.length && blocks.length <= REPORT_RECIPIENTS) {
    const { fields, end } = readHeader(bytes, at, bytes.length, 64 * 1024);
    if (fields.length > 0) blocks.push(fields);
    at = end;
  }
  return blocks;
}

function statusOf(fields: readonly RawField[]): RecipientStatus | null {
  const address = typed(fieldOf(fields, 'final-recipient'));
  const original = typed(fieldOf(fields, 'original-recipient'));
  const diagnostic = typed(fieldOf(fields, 'diagnostic-code'));
  const stated = /\d\.\d{1,3}\.\d{1,3}/.exec(fieldOf(fields, 'status') ?? '')?.[0];
  const named = /^[a-z]+/.exec((fieldOf(fields, 'action') ?? '').trim().toLowerCase())?.[0];
  // Action is required; where it is missing all the same, the class of the status code says as much. SendGrid calls it
  // expired when it gives up.
  const action = named === 'expired' ? 'failed' : (named ?? CLASSES.get(stated?.[0] ?? '') ?? '');
  const known = ACTIONS.find((one) => one === action);
  if ((address === '' && original === '') || known === undefined) return null;
  return {
    address: address || original,
    original,
    action: known,
    status: stated ?? statusIn(diagnostic.slice(0, 4096)),
    diagnostic: diagnostic.slice(0, 4096),
    remote: typed(fieldOf(fields, 'remote-mta')),
    more: moreFields(fields, RECIPIENT_FIELDS),
  };
}

/** What the properties of a recipient say. */
export const RECIPIENT_FIELDS: ReadonlySet<string> = new Set(
  'final-recipient original-recipient action status diagnostic-code remote-mta'.split(' '),
);

/** What the properties of a notification say. */
export const NOTIFICATION_FIELDS: ReadonlySet<string> = new Set(
  'final-recipient original-recipient original-message-id disposition'.split(' '),
);

const CLASSES: ReadonlyMap<string, Action> = new Map([
  ['2', 'delivered'],
  ['4', 'delayed'],
  ['5', 'failed'],
]);

// `rfc822; bob@example.org`: what kind it is, and what it is.
function typed(value: string | null): string {
  const text = decodeWords(value ?? '').trim();
  const kind = /^[\w.-]{1,40}[ \t]*;/.exec(text)?.[0] ?? '';
  const what = text
    .slice(kind.length)
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replace(/^<(.*)>$/s, '$1');
  return /^utf-8/i.test(kind) ? what.replaceAll(/\\x\{([0-9a-f]{1,6})\}/gi, lettered) : what;
}

// An address beyond ASCII in ASCII (RFC 6533 section 3).
function lettered(whole: string, digits: string): string {
  const code = Number.parseInt(digits, 16);
  return code > 0x1f && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
}

function notification(bytes: Buffer, root: MimePart, part: MimePart, time: FileTime | null): ReadReport | null {
  const [fields = []] = blocksOf(bytesOfPart(bytes, part));
  const [, mode = '', kind = '', modifiers = ''] =
    /^([^;]*);\s*([a-z]+)(?:\s*\/([^;]{0,500}))?/i.exec(fieldOf(fields, 'disposition') ?? '') ?? [];
  if (kind === '') return null;
  const unread = /^(?:deleted|denied|failed)$/i.test(kind);
  const original = typed(fieldOf(fields, 'original-recipient'));
  const address = typed(fieldOf(fields, 'final-recipient')) || original;
  return {
    props: [
      prop(PR_MESSAGE_CLASS_W, `REPORT.IPM.Note.${unread ? 'IPNNRN' : 'IPNRN'}`),
      prop(PR_REPORT_DISPOSITION_W, kind.toLowerCase()),
      prop(PR_REPORT_DISPOSITION_MODE_W, mode.trim()),
      ...given(PR_REPORT_TEXT_W, words(bytes, root)),
      ...(time === null ? [] : [prop(PR_REPORT_TIME, time)]),
      ...given(
        PR_REPORT_FIELDS_W,
        [...modified(mode, kind, modifiers), ...moreFields(fields, NOTIFICATION_FIELDS)].join('\r\n'),
      ),
    ],
    recipients:
      address === ''
        ? []
        : [
            [
              ...recipientRow({ name: '', address }, MAPI_TO),
              ...(time === null ? [] : [prop(PR_REPORT_TIME, time)]),
              ...intended(original, address),
            ],
          ],
  };
}

// What the properties of MAPI leave out of it: the field stands as it is among those that they don't know.
function modified(mode: string, kind: string, modifiers: string): string[] {
  const known = modifierList(modifiers);
  return known.length === 0 ? [] : [`Disposition: ${mode.trim()}; ${kind.toLowerCase()}/${known.join(',')}`];
}

/**
 * The modifiers of a disposition: `error`, `warning`, and others.
 *
 * @param text what stands behind the slash
 * @spec RFC 8098 section 3.2.6
 */
export const modifierList = (text: string): readonly string[] =>
  text
    .split(',')
    .map((one) => one.trim())
    .filter((one) => /^[\w-]{1,76}$/.test(one))
    .slice(0, 8);

// What it says to people is its first part.
function words(bytes: Buffer, root: MimePart): string {
  const [first] = root.parts;
  if (first === undefined) return '';
  if (first.type.value === 'text/plain') return plainOf(bytes, first).slice(0, MOST_WORDS);
  const plain = first.parts.find(({ type }) => type.value === 'text/plain');
  return plain === undefined ? '' : plainOf(bytes, plain).slice(0, MOST_WORDS);
}

const MOST_WORDS = 32_000;
