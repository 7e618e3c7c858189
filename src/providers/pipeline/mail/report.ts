import { createHash } from 'node:crypto';
import { reportBytes } from '../limits.js';
import type { NewSubmission, QueuedSubmission } from '../queue/types.js';
import { headerOf, mailDate } from './header.js';

/** What a report says of one recipient. */
export interface ReportLine {
  readonly address: string;
  readonly original: string;
  readonly action: 'failed' | 'delivered' | 'relayed';
  /** The code of three numbers. */
  readonly status: string;
  /** What the next hop said, or why. */
  readonly words: string;
}

/**
 * Writes the report about a submission as a message of its own, for the mailbox that it was sent from.
 *
 * @param about the submission
 * @param lines what became of its recipients
 * @param host how this system calls itself
 * @param now the time in milliseconds
 * @spec RFC 3464 section 2 @spec RFC 6522 section 3 @spec RFC 3834 section 2
 */
export function reportMail(
  about: QueuedSubmission,
  lines: readonly ReportLine[],
  host: string,
  now: number,
): NewSubmission {
  const failed = lines.some(({ action }) => action === 'failed');
  const key = createHash('sha256')
    .update(JSON.stringify([about.id, lines, now]))
    .digest('hex');
  const boundary = `--=_comail-report-${key.slice(0, 24)}`;
  const messageId = `<${key.slice(0, 32)}@${host}>`;
  const whole = about.bytes.length <= reportBytes;
  const wide = about.utf8 ? 'global' : 'rfc822';
  const head = [
    `From: Mail Delivery System <postmaster@${host}>`,
    `To: <${ascii(about.mailbox)}>`,
    `Subject: ${failed ? 'Undeliverable' : 'Delivered'}: ${encoded(about.subject)}`,
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
    base64(
      `${failed ? SAD : GLAD}\r\n\r\n${lines.map(({ original, words }) => `${original}\r\n    ${words}`).join('\r\n\r\n')}\r\n`,
    ),
    `--${boundary}`,
    'Content-Type: message/delivery-status',
    '',
    `Reporting-MTA: dns; ${host}`,
    '',
    ...lines.flatMap((line) => [...block(line), '']),
    `--${boundary}`,
    `Content-Type: ${whole ? `message/${wide}` : 'text/rfc822-headers'}`,
    ...(about.eightBit || about.utf8 ? ['Content-Transfer-Encoding: 8bit'] : []),
    '',
    '',
  ].join('\r\n');
  const original = whole ? Buffer.from(about.bytes) : Buffer.from(`${headerOf(about.bytes)}\r\n`, 'latin1');
  return {
    id: key.slice(0, 32),
    entry: '',
    mailbox: about.mailbox,
    sender: '',
    author: `postmaster@${host}`,
    messageId,
    subject: `${failed ? 'Undeliverable' : 'Delivered'}: ${about.subject}`,
    bytes: Buffer.concat([Buffer.from(head, 'latin1'), original, Buffer.from(`\r\n--${boundary}--\r\n`, 'latin1')]),
    utf8: about.utf8,
    eightBit: about.eightBit,
    submittedAt: now,
    notifiedAt: now,
    recipients: [],
  };
}

const SAD = 'Your message did not reach some or all of its recipients.';
const GLAD = 'Your message was delivered to:';

function block({ address, original, action, status, words }: ReportLine): string[] {
  return [
    ...(original === address ? [] : [`Original-Recipient: rfc822; ${ascii(original)}`]),
    `Final-Recipient: rfc822; ${ascii(address)}`,
    `Action: ${action}`,
    `Status: ${status}`,
    ...(action === 'failed' ? [`Diagnostic-Code: smtp; ${ascii(words).slice(0, 900)}`] : []),
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
