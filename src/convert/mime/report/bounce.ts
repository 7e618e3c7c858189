import type { FileTime } from '../../../mapi/index.js';
import { READ_ADDRESSES } from '../limits.js';
import { readAddresses } from '../parse/addresses.js';
import { fieldOf, type RawField } from '../parse/header.js';
import { deliveryReport, type ReadReport } from './plan.js';
import { type RecipientStatus, statusIn } from './status.js';

/**
 * Recognises a message that was not delivered although it came back as a letter: by who wrote it and by the sentence with
 * which that server begins.
 *
 * @param fields the header of the letter
 * @param text gives its plain text, which is only read where a server may have written it
 * @param time when it was written
 * @returns what it reports; null for mail of people
 * @spec RFC 3834 section 2
 */
export function bounceOf(fields: readonly RawField[], text: () => string, time: FileTime | null): ReadReport | null {
  if (!fromServer(fields)) return null;
  const words = text().slice(0, MOST);
  const body = words.replaceAll('\r\n', '\n');
  const said = SENTENCES.find(({ sentence }) => sentence.test(body));
  const failed = fieldOf(fields, 'x-failed-recipients');
  if (said === undefined && failed === null) return null;
  const named = failed === null ? [] : readAddresses(failed).map(({ address }) => address);
  const found = new Map<string, string>();
  for (const address of named) found.set(address, reasonOf(body, address));
  if (found.size === 0 && said !== undefined)
    for (const [, address = '', reason = ''] of body.slice(body.search(said.sentence)).matchAll(said.recipient))
      if (found.size < READ_ADDRESSES && !found.has(address)) found.set(address, reason.trim());
  const statuses = [...found].map(([address, reason]): RecipientStatus => {
    const own = reason.replaceAll(/\s+/g, ' ').trim().slice(0, 1000);
    // What the other server said may stand further down; whom it is about is plain where there is only one.
    const diagnostic = found.size === 1 && statusIn(own) === '' ? (replyIn(body) ?? own) : own;
    return {
      address,
      original: '',
      action: said?.action ?? 'failed',
      status: statusIn(diagnostic),
      diagnostic,
      remote: '',
    };
  });
  return statuses.length === 0 ? null : deliveryReport(statuses, words, time);
}

// A reply to a command of SMTP on a line of its own.
const replyIn = (body: string): string | null =>
  /^(?:<<<[ \t]*|[ \t]*)((?:[^\n]{0,200}: )?[45]\d\d[ -](?:[45]\.\d{1,3}\.\d{1,3}[ \t])?[^\n]{3,500})$/m
    .exec(body)?.[1]
    ?.trim() ?? null;

const MOST = 32_000;

interface Sentence {
  readonly sentence: RegExp;
  /** An address, and the reason that follows it. */
  readonly recipient: RegExp;
  readonly action?: 'delayed';
}

// <bob@example.org>: and the reason, as qmail, Postfix and Yahoo write it.
const ANGLED = /^[ \t]*<([^<>\s]+@[^<>\s]+)>:?[ \t]*\n?((?:[ \t]*[^\s\n][^\n]*(?:\n|$)){1,12})/gm;
// An address on a line of its own or before a reason, as Exim, Courier, Gmail and old sendmail write it. A line with another
// address ends the reason.
const INDENTED =
  /^[ \t]*<?([\w.+=~!#$%&'*/?^`{|}-]+@[\w.-]+\w)>?(?:[ \t]*$|[ \t]+|:[ \t]*)\n?((?:(?![ \t]*<?[\w.+=-]{1,80}@)[ \t]*[^\s\n][^\n]*(?:\n|$)){0,8})/gm;

const SENTENCES: readonly Sentence[] = [
  { sentence: /This is the qmail-send program at/i, recipient: ANGLED },
  { sentence: /This is the (?:Postfix|mail system) (?:program )?at host/i, recipient: ANGLED },
  { sentence: /Sorry, we were unable to deliver your message to the following address/i, recipient: ANGLED },
  {
    sentence: /could not be delivered for more than|has not (?:yet )?been delivered|Delivery .{0,40}delayed/i,
    recipient: INDENTED,
    action: 'delayed',
  },
  { sentence: /A message that you sent could not be delivered to (?:one or more|all)/i, recipient: INDENTED },
  { sentence: /----- The following addresses had (?:permanent|transient)/i, recipient: INDENTED },
  { sentence: /Delivery to the following recipients? (?:has )?failed/i, recipient: INDENTED },
  { sentence: /did not reach the following recipient/i, recipient: INDENTED },
  { sentence: /was not delivered to:/i, recipient: INDENTED },
  {
    sentence:
      /(?:message|mail) (?:could not|cannot|was not able to|wasn't) be delivered|undeliverable|delivery (?:has )?failed/i,
    recipient: INDENTED,
  },
];

// Servers sign as such; only they write that nobody is to answer them.
function fromServer(fields: readonly RawField[]): boolean {
  if (/^\s*<\s*>\s*$/.test(fieldOf(fields, 'return-path') ?? '')) return true;
  const [from] = readAddresses(fieldOf(fields, 'from'));
  return /^(?:mailer-daemon|postmaster|mail-daemon|mailerdaemon)(?:@|$)/i.test(from?.address || from?.name || '');
}

function reasonOf(body: string, address: string): string {
  const at = body.toLowerCase().indexOf(address.toLowerCase());
  if (at < 0) return '';
  const after = body.slice(at + address.length, at + address.length + 2000);
  return (/^[>:]*\s*((?:[ \t]*[^\s\n][^\n]*(?:\n|$)){1,8})/.exec(after)?.[1] ?? '').trim();
}
