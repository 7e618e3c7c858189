import { createHash } from 'node:crypto';
import type { NewSubmission, QueuedSubmission } from '../queue/types.js';
import { mailDate } from './header.js';

/** What a report says of one recipient. */
export interface ReportLine {
  readonly address: string;
  readonly original: string;
  readonly action: 'failed' | 'delayed' | 'delivered' | 'relayed';
  /** The code of three numbers. */
  readonly status: string;
  /** What the next hop said, or why. */
  readonly words: string;
  /** How long a message that is late is tried, in milliseconds since 1970. */
  readonly until?: number;
}

/**
 * Writes the report about a submission as a message of its own, for the mailbox that it was sent from.
 *
 * @param about the submission
 * @param original what the report brings back
 * @param lines what became of its recipients, all of one action
 * @param host how this system calls itself
 * @param now the time in milliseconds
 * @spec RFC 3464 section 2 @spec RFC 6522 section 3 @spec RFC 3834 section 2
 */
export function reportMail(
  about: QueuedSubmission,
  original: Original,
  lines: readonly ReportLine[],
  host: string,
  now: number,
): Report {
  const { subject: title, text } = kindOf(lines);
  const key = createHash('sha256')
    .update(JSON.stringify([about.id, lines, now]))
    .digest('hex');
  const boundary = `--=_comail-report-${key.slice(0, 24)}`;
  const messageId = `<${key.slice(0, 32)}@${host}>`;
  const wide = about.utf8 ? 'global' : 'rfc822';
  const head = [
    `From: Mail Delivery System <postmaster@${host}>`,
    `To: <${ascii(about.mailbox)}>`,
    `Subject: ${title}: ${encoded(about.subject)}`,
    `Date: ${mailDate(now)}`,
    `Message-ID: ${messageId}`,
    ...(about.messageId === '' ? [] : [`In-Reply-To: ${about.messageId}`, `References: ${about.messageId}`]),
    'Auto-Submitted: auto-replied',
    'MIME-Version: 1.0',
    `Content-Type: multipart/report; report-type=delivery-status;\r\n boundary="${boundary}"`,
    '',
    `--${boundary}`,
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    '',
    base64(`${text}\r\n\r\n${lines.map(({ original, words }) => `${original}\r\n    ${words}`).join('\r\n\r\n')}\r\n`),
    `--${boundary}`,
    'Content-Type: message/delivery-status',
    '',
    `Reporting-MTA: dns; ${host}`,
    '',
    ...lines.flatMap((line) => [...block(line), '']),
    `--${boundary}`,
    `Content-Type: ${original.whole ? `message/${wide}` : 'text/rfc822-headers'}`,
    ...(about.eightBit || about.utf8 ? ['Content-Transfer-Encoding: 8bit'] : []),
    '',
    '',
  ].join('\r\n');
  const subject = `${title}: ${about.subject}`;
  const end = Buffer.from(`\r\n--${boundary}--\r\n`, 'latin1');
  return {
    bytes: Buffer.concat([Buffer.from(head, 'latin1'), original.bytes, end]),
    submission: {
      id: key.slice(0, 32),
      entry: '',
      mailbox: about.mailbox,
      sender: '',
      author: `postmaster@${host}`,
      messageId,
      subject,
      utf8: about.utf8,
      eightBit: about.eightBit,
      submittedAt: now,
      notifiedAt: now,
      recipients: [],
    },
  };
}

/** What a report is about, as far as it brings it back. */
export interface Original {
  /** False when it is the header alone. */
  readonly whole: boolean;
  readonly bytes: Uint8Array;
}

/** A report, and its bytes. */
export interface Report {
  readonly submission: NewSubmission;
  readonly bytes: Uint8Array;
}

function kindOf([first]: readonly ReportLine[]): { readonly subject: string; readonly text: string } {
  if (first?.action === 'failed')
    return { subject: 'Undeliverable', text: 'Your message did not reach some or all of its recipients.' };
  if (first?.action === 'delayed')
    return {
      subject: 'Delayed',
      text: 'Your message has not reached some or all of its recipients yet. It is still being tried; there is nothing to do.',
    };
  return { subject: 'Delivered', text: 'Your message was delivered to:' };
}

function block({ address, original, action, status, words, until }: ReportLine): string[] {
  return [
    ...(original === address ? [] : [`Original-Recipient: rfc822; ${ascii(original)}`]),
    `Final-Recipient: rfc822; ${ascii(address)}`,
    `Action: ${action}`,
    `Status: ${status}`,
    ...(until === undefined ? [] : [`Will-Retry-Until: ${mailDate(until)}`]),
    ...(action === 'failed' || action === 'delayed' ? [`Diagnostic-Code: smtp; ${ascii(words).slice(0, 900)}`] : []),
  ];
}

const ascii = (text: string): string => text.replaceAll(/[^ -~]/gu, '?');

const encoded = (text: string): string =>
  /^[ -~]{0,800}$/.test(text)
    ? text
    : [...text.matchAll(/.{1,15}/gsu)]
        .map(([part]) => `=?utf-8?B?${Buffer.from(part).toString('base64')}?=`)
        .join('\r\n ');

const base64 = (text: string): string =>
  Buffer.from(text)
    .toString('base64')
    .replaceAll(/(.{76})(?=.)/g, '$1\r\n');
