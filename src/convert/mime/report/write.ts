import { createHash } from 'node:crypto';
import { encode as encodeQuoted, wrap as wrapQuoted } from 'nodemailer/lib/qp';
import { ComError, ok } from '../../../com/index.js';
import {
  type IMessage,
  MAPI_E_TOO_BIG,
  PR_DELIVER_TIME,
  PR_DISPLAY_NAME_W,
  PR_DSN_REMOTE_MTA,
  PR_EMAIL_ADDRESS_W,
  PR_IN_REPLY_TO_ID_W,
  PR_NDR_STATUS_CODE,
  PR_ORIGINALLY_INTENDED_RECIP_EMAIL_ADDRESS_W,
  PR_REPORT_DISPOSITION_MODE_W,
  PR_REPORT_DISPOSITION_W,
  PR_REPORT_TEXT_W,
  PR_SMTP_ADDRESS_W,
  type PropRow,
  type PropTag,
} from '../../../mapi/index.js';
import type { Mailbox } from '../../address/mailbox.js';
import { oneLine } from '../../address/mailbox.js';
import { crlf } from '../charset.js';
import type { Written } from '../compose.js';
import { type HeaderField, headerLines, messageIds, textField } from '../headertext.js';
import { REPORT_RECIPIENTS } from '../limits.js';
import type { PropValues } from '../read.js';
import type { Segment } from '../segments.js';
import { PR_REPORT_FIELDS_W } from '../tags.js';
import { keptField, writtenFields } from './morefields.js';
import { modifierList, NOTIFICATION_FIELDS, RECIPIENT_FIELDS } from './read.js';
import { ACTIONS, actionIn, statusBehind } from './status.js';

/** The properties of the message that a report is written from. */
export const reportProps: readonly PropTag[] = [
  PR_REPORT_TEXT_W,
  PR_REPORT_DISPOSITION_W,
  PR_REPORT_DISPOSITION_MODE_W,
  PR_IN_REPLY_TO_ID_W,
  PR_REPORT_FIELDS_W,
];

/** Which report a message is. */
export type ReportClass = 'NDR' | 'DR' | 'DELAYED' | 'IPNRN' | 'IPNNRN';

/**
 * Which report a message is.
 *
 * @param messageClass PR_MESSAGE_CLASS
 * @returns the last part of the class; null for a message that is no report
 * @spec mapi-report-messages
 */
export function reportClassOf(messageClass: string | null): ReportClass | null {
  const kind = /^REPORT\..*\.(NDR|DR|DELAYED|IPNRN|IPNNRN)$/i.exec(messageClass ?? '')?.[1];
  return kind === undefined ? null : (kind.toUpperCase() as ReportClass);
}

/** A report, ready to be written. */
export interface Report {
  readonly kind: ReportClass;
  /** The header. */
  readonly fields: readonly HeaderField[];
  /** Who reports. */
  readonly from: Mailbox | null;
  /** What it says to people; empty for PR_REPORT_TEXT. */
  readonly text: string;
  /** The message it is about, and the number of the attachment that it is; null where it is not there. */
  readonly original: { readonly number: number; readonly written: Written } | null;
}

/**
 * Writes a report: words for people, fields for machines, and the message it is about.
 *
 * @param message the report
 * @param values its properties, {@link reportProps} among them
 * @param report what is known of it already
 * @spec RFC 6522 section 3 @spec RFC 3464 section 2 @spec RFC 8098 section 3
 */
export async function composeReport(message: IMessage, values: PropValues, report: Report): Promise<Written> {
  const { kind, fields, from, original } = report;
  const reads = kind === 'IPNRN' || kind === 'IPNNRN';
  const type = reads ? 'disposition-notification' : 'delivery-status';
  const machine = reads
    ? disposition(values, report, await intendedOf(message))
    : await statuses(message, values, kind, from);
  const text = wrapQuoted(encodeQuoted(crlf(report.text || (values.get(PR_REPORT_TEXT_W) ?? ''))));
  const digest = createHash('sha256').update(JSON.stringify([fields, machine, text, original?.number]));
  const boundary = `--=_comail-report-${digest.digest('hex').slice(0, 24)}`;
  const others = fields.filter(({ name }) => name.toLowerCase() !== 'auto-submitted');
  const head =
    `${headerLines([...others, { name: 'Auto-Submitted', value: 'auto-replied' }])}MIME-Version: 1.0\r\n` +
    `Content-Type: multipart/report; report-type=${type};\r\n boundary="${boundary}"\r\n\r\n` +
    `--${boundary}\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n` +
    `${text}\r\n--${boundary}\r\nContent-Type: message/${type}\r\n\r\n${machine}`;
  const segments: Segment[] = [];
  let open = head;
  const charset = original?.written.charset ?? 'ascii';
  if (original !== null) {
    const what = charset === 'utf8' ? 'message/global' : 'message/rfc822';
    const encoding = charset === 'ascii' ? '' : 'Content-Transfer-Encoding: 8bit\r\n';
    segments.push(Buffer.from(`${open}\r\n--${boundary}\r\nContent-Type: ${what}\r\n${encoding}\r\n`, 'utf8'));
    segments.push({ embedded: original.number, segments: original.written.segments });
    open = '';
  }
  segments.push(Buffer.from(`${open}\r\n--${boundary}--\r\n`, 'utf8'));
  // biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII.
  const wide = /[^\x00-\x7f]/.test(head);
  return { segments, charset: wide ? 'utf8' : charset };
}

const recipientColumns = [
  PR_EMAIL_ADDRESS_W,
  PR_SMTP_ADDRESS_W,
  PR_DISPLAY_NAME_W,
  PR_DELIVER_TIME,
  PR_NDR_STATUS_CODE,
  PR_REPORT_TEXT_W,
  PR_DSN_REMOTE_MTA,
  PR_ORIGINALLY_INTENDED_RECIP_EMAIL_ADDRESS_W,
  PR_REPORT_FIELDS_W,
];

async function statuses(
  message: IMessage,
  values: PropValues,
  kind: ReportClass,
  from: Mailbox | null,
): Promise<string> {
  using table = await ok(message.GetRecipientTable(0));
  await ok(table.SetColumns(recipientColumns));
  const blocks: string[] = [];
  for (;;) {
    const rows = await ok(table.QueryRows(500, 0));
    if (rows.length === 0) break;
    for (const row of rows) blocks.push(block(row, kind));
    if (blocks.length > REPORT_RECIPIENTS)
      throw new ComError(MAPI_E_TOO_BIG, `a report is about more than ${REPORT_RECIPIENTS} recipients`);
  }
  const domain = from?.address?.split('@').pop();
  const more = writtenFields(values.get(PR_REPORT_FIELDS_W), RECIPIENT_FIELDS);
  const reporter = more.some(({ name }) => name.toLowerCase() === 'reporting-mta')
    ? []
    : [{ name: 'Reporting-MTA', value: `dns; ${ascii(domain ?? '') || 'localhost'}` }];
  return `${headerLines([...reporter, ...more])}${blocks.map((text) => `\r\n${text}`).join('')}`;
}

function block(row: PropRow, kind: ReportClass): string {
  const address = row.get(PR_SMTP_ADDRESS_W) ?? row.get(PR_EMAIL_ADDRESS_W) ?? row.get(PR_DISPLAY_NAME_W) ?? '';
  const original = row.get(PR_ORIGINALLY_INTENDED_RECIP_EMAIL_ADDRESS_W);
  const words = row.get(PR_REPORT_TEXT_W) ?? '';
  const kept = row.get(PR_REPORT_FIELDS_W);
  const named = keptField(kept, 'Action');
  const action = ACTIONS.find((one) => one === named) ?? actionIn(kind, row.get(PR_DELIVER_TIME) !== null);
  const stated = /^[245]\.\d{1,3}\.\d{1,3}$/.exec(keptField(kept, 'Status') ?? '')?.[0];
  const status = stated ?? statusBehind(words, row.get(PR_NDR_STATUS_CODE) ?? 0, action);
  const done = action !== 'failed' && action !== 'delayed';
  return headerLines([
    ...(original === null ? [] : recipientField('Original-Recipient', original)),
    ...recipientField('Final-Recipient', address),
    { name: 'Action', value: action },
    { name: 'Status', value: status },
    ...textField('Remote-MTA', prefixed('dns', row.get(PR_DSN_REMOTE_MTA))),
    ...textField('Diagnostic-Code', done ? null : prefixed('smtp', words.slice(0, 900))),
    ...writtenFields(kept, RECIPIENT_FIELDS),
  ]);
}

const prefixed = (kind: string, text: string | null): string | null =>
  text === null || text === '' ? null : `${kind}; ${text}`;

// An address beyond ASCII is written in the way of RFC 6533, in ASCII.
function recipientField(name: string, address: string): HeaderField[] {
  const clean = oneLine(address).slice(0, 900);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII.
  const wide = /[^\x00-\x7f]/.test(clean);
  return [{ name, value: wide ? `utf-8; ${ascii(clean)}` : `rfc822; ${clean}` }];
}

const ascii = (text: string): string =>
  oneLine(text).replaceAll(/[^ -~]/gu, (letter) => `\\x{${letter.codePointAt(0)?.toString(16).toUpperCase()}}`);

// To whom the author wrote, where somebody else answers.
async function intendedOf(message: IMessage): Promise<string | null> {
  using table = await ok(message.GetRecipientTable(0));
  await ok(table.SetColumns([PR_ORIGINALLY_INTENDED_RECIP_EMAIL_ADDRESS_W]));
  const [row] = await ok(table.QueryRows(1, 0));
  return row?.get(PR_ORIGINALLY_INTENDED_RECIP_EMAIL_ADDRESS_W) ?? null;
}

function disposition(values: PropValues, { kind, from }: Report, intended: string | null): string {
  const stated = /^[a-z]+$/.exec(values.get(PR_REPORT_DISPOSITION_W) ?? '')?.[0];
  const mode = /^[\w-]+\/[\w-]+$/.exec(values.get(PR_REPORT_DISPOSITION_MODE_W) ?? '')?.[0];
  const [original] = messageIds(values.get(PR_IN_REPLY_TO_ID_W));
  const type = stated ?? (kind === 'IPNRN' ? 'displayed' : 'deleted');
  // Modifiers are those of this disposition alone.
  const [, modified = '', modifiers = ''] =
    /;\s*([a-z]+)\/(.*)$/.exec(keptField(values.get(PR_REPORT_FIELDS_W), 'Disposition') ?? '') ?? [];
  const known = modified === type ? modifierList(modifiers) : [];
  return headerLines([
    ...(intended === null ? [] : recipientField('Original-Recipient', intended)),
    ...recipientField('Final-Recipient', from?.address ?? from?.name ?? ''),
    ...(original === undefined ? [] : [{ name: 'Original-Message-ID', value: original }]),
    {
      name: 'Disposition',
      value: `${mode ?? 'manual-action/MDN-sent-automatically'}; ${type}${known.length === 0 ? '' : `/${known.join(',')}`}`,
    },
    ...writtenFields(values.get(PR_REPORT_FIELDS_W), NOTIFICATION_FIELDS),
  ]);
}
