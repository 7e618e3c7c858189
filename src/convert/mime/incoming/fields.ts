import {
  AUTO_RESPONSE_SUPPRESS_NRN,
  AUTO_RESPONSE_SUPPRESS_RN,
  type FileTime,
  namedProp,
  PR_AUTO_RESPONSE_SUPPRESS,
  PR_CLIENT_SUBMIT_TIME,
  PR_EXPIRY_TIME,
  PR_IMPORTANCE,
  PR_IN_REPLY_TO_ID_W,
  PR_INTERNET_MESSAGE_ID_W,
  PR_INTERNET_ORGANIZATION_W,
  PR_INTERNET_REFERENCES_W,
  PR_INTERNET_RETURN_PATH_W,
  PR_LIST_HELP_W,
  PR_LIST_SUBSCRIBE_W,
  PR_LIST_UNSUBSCRIBE_W,
  PR_MESSAGE_DELIVERY_TIME,
  PR_NON_RECEIPT_NOTIFICATION_REQUESTED,
  PR_ORIGINATOR_DELIVERY_REPORT_REQUESTED,
  PR_PRIORITY,
  PR_READ_RECEIPT_REQUESTED,
  PR_REPLY_TIME,
  PR_SENSITIVITY,
  PR_SUBJECT_W,
  type PropTag,
  type PropValue,
  PS_INTERNET_HEADERS,
  PS_PUBLIC_STRINGS,
  PT_MV_UNICODE,
  PT_UNICODE,
  prop,
} from '../../../mapi/index.js';
import type { NamedValue } from '../../plan/plan.js';
import { HEADER_VALUE } from '../limits.js';
import { readAddresses } from '../parse/addresses.js';
import { readDate } from '../parse/dates.js';
import { fieldOf, type RawField } from '../parse/header.js';
import { decodeWords } from '../parse/words.js';
import { receiptProps } from './people.js';

/**
 * What a header says besides whom a message comes from and goes to.
 *
 * @param fields the header
 * @param arrived when it came in: PR_MESSAGE_DELIVERY_TIME; null for the newest Received, and for none where there is none
 * @spec RFC 5322 section 3.6 @spec RFC 4021 section 2.1 @spec MS-OXCMAIL
 */
export function fieldValues(fields: readonly RawField[], arrived: FileTime | null): PropValue[] {
  const first = firsts(fields);
  const text = (key: string): string | null => {
    const value = first.get(key);
    return value === undefined ? null : decodeWords(value.slice(0, HEADER_VALUE)).trim();
  };
  const date = readDate(first.get('date') ?? null);
  const delivered = arrived ?? readDate(first.get('received')?.split(';').pop() ?? null) ?? date;
  const props: PropValue[] = [prop(PR_SUBJECT_W, text('subject') ?? '')];
  const add = <T>(tag: PropTag<T>, value: T | null | undefined): void => {
    if (value !== null && value !== undefined && value !== '') props.push([tag, value]);
  };
  add(PR_MESSAGE_DELIVERY_TIME, delivered);
  add(PR_CLIENT_SUBMIT_TIME, date ?? delivered);
  add(PR_INTERNET_MESSAGE_ID_W, text('message-id'));
  add(PR_IN_REPLY_TO_ID_W, text('in-reply-to'));
  add(PR_INTERNET_REFERENCES_W, text('references'));
  add(PR_INTERNET_RETURN_PATH_W, returnPath(first.get('return-path')));
  add(PR_INTERNET_ORGANIZATION_W, text('organization'));
  add(PR_LIST_HELP_W, text('list-help'));
  add(PR_LIST_SUBSCRIBE_W, text('list-subscribe'));
  add(PR_LIST_UNSUBSCRIBE_W, text('list-unsubscribe'));
  add(PR_EXPIRY_TIME, readDate(first.get('expires') ?? first.get('expiry-date') ?? null));
  add(PR_REPLY_TIME, readDate(first.get('reply-by') ?? null));
  add(PR_IMPORTANCE, importanceOf(first));
  add(PR_PRIORITY, PRIORITY.get(first.get('priority')?.toLowerCase() ?? ''));
  add(PR_SENSITIVITY, SENSITIVITY.get(first.get('sensitivity')?.toLowerCase() ?? ''));
  const unwanted = suppressed(first.get('x-auto-response-suppress'));
  const [receipt] = readAddresses(first.get('disposition-notification-to') ?? null);
  const both = AUTO_RESPONSE_SUPPRESS_RN | AUTO_RESPONSE_SUPPRESS_NRN;
  add(PR_AUTO_RESPONSE_SUPPRESS, receipt !== undefined && isAutomatic(first) ? (unwanted ?? 0) | both : unwanted);
  if (receipt !== undefined) {
    const unreadAlone = ((unwanted ?? 0) & both) === AUTO_RESPONSE_SUPPRESS_RN;
    if (!unreadAlone) props.push(prop(PR_READ_RECEIPT_REQUESTED, true));
    props.push(prop(PR_NON_RECEIPT_NOTIFICATION_REQUESTED, true), ...receiptProps(receipt));
  }
  if (first.has('return-receipt-to')) props.push(prop(PR_ORIGINATOR_DELIVERY_REPORT_REQUESTED, true));
  return props;
}

/**
 * Whether nobody wrote it, so that nothing is answered by itself: it says so, it is a report, or it went to many.
 *
 * @spec RFC 3834 section 2 @spec RFC 8098 section 2.1
 */
function isAutomatic(first: ReadonlyMap<string, string>): boolean {
  const submitted = /^[\w-]+/.exec(first.get('auto-submitted') ?? '')?.[0].toLowerCase() ?? 'no';
  return (
    submitted !== 'no' ||
    first.get('return-path')?.trim() === '<>' ||
    /^multipart\/report\b/i.test(first.get('content-type') ?? '') ||
    /^(?:bulk|junk|list)\b/i.test(first.get('precedence') ?? '')
  );
}

// The null path of reports keeps its brackets, so that it can be told from one that is not there.
function returnPath(value: string | undefined): string | null {
  if (value === undefined) return null;
  const path = value.trim();
  return path === '<>' ? path : path.replace(/^<(.*)>$/s, '$1').slice(0, 1000);
}

/**
 * What a header says that properties with names hold: its keywords are the categories of Outlook, and who sent it again
 * stands in fields of the Internet, of which those of the last time count.
 *
 * @param fields the header
 * @spec RFC 5322 section 3.6.5 @spec RFC 5322 section 3.6.6
 */
export const namedValues = (fields: readonly RawField[]): NamedValue[] => [...categories(fields), ...resent(fields)];

function resent(fields: readonly RawField[]): NamedValue[] {
  return RESENT.flatMap((field): NamedValue[] => {
    const value = fieldOf(fields, field.toLowerCase());
    if (value === null || value === '') return [];
    const name = namedProp(PS_INTERNET_HEADERS, field);
    return [{ name, type: PT_UNICODE, value: value.slice(0, HEADER_VALUE) }];
  });
}

// Hidden recipients stay hidden. What is in these fields may be encoded: they are written as they were read.
const RESENT = ['Resent-Date', 'Resent-From', 'Resent-Sender', 'Resent-To', 'Resent-Cc', 'Resent-Message-ID'];

function categories(fields: readonly RawField[]): NamedValue[] {
  const value = fieldOf(fields, 'keywords');
  if (value === null) return [];
  const words = decodeWords(value.slice(0, HEADER_VALUE))
    .split(/[,;]/)
    .map((word) => word.trim())
    .filter(Boolean);
  return words.length === 0 ? [] : [{ name: CATEGORIES, type: PT_MV_UNICODE, value: [...new Set(words)] }];
}

const CATEGORIES = namedProp(PS_PUBLIC_STRINGS, 'Keywords');

function firsts(fields: readonly RawField[]): ReadonlyMap<string, string> {
  const first = new Map<string, string>();
  for (const { key, value } of fields) if (!first.has(key)) first.set(key, value);
  return first;
}

const PRIORITY: ReadonlyMap<string, number> = new Map([
  ['urgent', 1],
  ['normal', 0],
  ['non-urgent', -1],
]);

const SENSITIVITY: ReadonlyMap<string, number> = new Map([
  ['personal', 1],
  ['private', 2],
  ['company-confidential', 3],
]);

const IMPORTANCE: ReadonlyMap<string, number> = new Map([
  ['low', 0],
  ['normal', 1],
  ['high', 2],
]);

function importanceOf(first: ReadonlyMap<string, string>): number | null {
  const said = (first.get('importance') ?? first.get('x-msmail-priority') ?? '').trim().toLowerCase();
  const known = IMPORTANCE.get(said);
  if (known !== undefined) return known;
  const number = /^[1-5]/.exec(first.get('x-priority') ?? '')?.[0];
  return number === undefined ? null : number < '3' ? 2 : number === '3' ? 1 : 0;
}

const SUPPRESS: ReadonlyMap<string, number> = new Map([
  ['all', -1],
  ['none', 0],
  ['dr', 0x1],
  ['ndr', 0x2],
  ['rn', 0x4],
  ['nrn', 0x8],
  ['oof', 0x10],
  ['autoreply', 0x20],
]);

function suppressed(value: string | undefined): number | null {
  if (value === undefined) return null;
  let bits = 0;
  for (const word of value.toLowerCase().split(',')) bits |= SUPPRESS.get(word.trim()) ?? 0;
  return bits;
}
