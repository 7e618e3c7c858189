import type { FileTime } from '../../../mapi/index.js';
import { READ_ADDRESSES } from '../limits.js';
import { readAddresses } from '../parse/addresses.js';
import { fieldOf, type RawField } from '../parse/header.js';
import { decodeWords } from '../parse/words.js';
import { deliveryReport, type ReadReport } from './plan.js';
import { type RecipientStatus, statusIn } from './status.js';
import { FAILURE, ORIGINAL, RECIPIENTS, TRAITS, type Trait } from './traits.js';

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
  const whole = words.replaceAll('\r\n', '\n');
  const said = TRAITS.find(({ sentence }) => sentence.test(whole));
  const failed = fieldOf(fields, 'x-failed-recipients');
  if (said === undefined && failed === null && !FAILURE.test(decodeWords(fieldOf(fields, 'subject') ?? '')))
    return null;
  const body = whole.slice(0, originalAt(whole));
  const found = failed === null ? recipientsOf(body, fields, said) : namedIn(failed, body);
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

const namedIn = (failed: string, body: string): Map<string, string> =>
  new Map(readAddresses(failed).map(({ address }) => [address, reasonOf(body, address)]));

function recipientsOf(body: string, fields: readonly RawField[], said: Trait | undefined): Map<string, string> {
  if (said !== undefined) {
    const from = Math.max(0, body.search(said.sentence));
    const found = recipientsBy(said.recipient, body.slice(from), () => false);
    if (found.size > 0) return found;
  }
  // Letters of a form that nobody has described name those who get them, too.
  const people = new Set(readAddresses(fieldOf(fields, 'to')).map(({ address }) => address.toLowerCase()));
  const other = (address: string): boolean => people.has(address.toLowerCase()) || SERVER.test(address);
  for (const pattern of RECIPIENTS) {
    const found = recipientsBy(pattern, body, other);
    if (found.size > 0) return found;
  }
  return new Map();
}

function recipientsBy(pattern: RegExp, body: string, but: (address: string) => boolean): Map<string, string> {
  const found = new Map<string, string>();
  for (const { groups } of body.matchAll(pattern)) {
    const { address = '', reason = '' } = groups ?? {};
    if (found.size < READ_ADDRESSES && !found.has(address) && !but(address))
      found.set(address, reason.trim().replace(/^<<<[ \t]*/, ''));
  }
  return found;
}

function originalAt(body: string): number {
  const at = body.search(ORIGINAL);
  return at < 0 ? body.length : at;
}

// A reply to a command of SMTP on a line of its own.
const replyIn = (body: string): string | null =>
  /^(?:<<<[ \t]*|[ \t]*)((?:[^\n]{0,200}: )?[45]\d\d[ -](?:[45]\.\d{1,3}\.\d{1,3}[ \t])?[^\n]{3,500})$/m
    .exec(body)?.[1]
    ?.trim() ?? null;

const MOST = 32_000;

// Servers sign as such; only they write that nobody is to answer them.
function fromServer(fields: readonly RawField[]): boolean {
  if (/^\s*<\s*(?:>|mailer-daemon[@>])/i.test(fieldOf(fields, 'return-path') ?? '')) return true;
  const written = fieldOf(fields, 'from') ?? '';
  const [from] = readAddresses(written);
  return SERVER.test(from?.address || from?.name || '') || /<\s*>\s*$/.test(written);
}

const SERVER = /^(?:mailer-daemon|post-?_?master|mail-daemon|mailerdaemon)(?:@|$)/i;

function reasonOf(body: string, address: string): string {
  const at = body.toLowerCase().indexOf(address.toLowerCase());
  if (at < 0) return '';
  const after = body.slice(at + address.length, at + address.length + 2000);
  return (/^[>:]*\s*((?:[ \t]*[^\s\n][^\n]*(?:\n|$)){1,8})/.exec(after)?.[1] ?? '').trim();
}
