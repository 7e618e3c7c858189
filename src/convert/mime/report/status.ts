import {
  MAPI_DIAG_CONTENT_TOO_LONG,
  MAPI_DIAG_LOOP_DETECTED,
  MAPI_DIAG_MAIL_ADDRESS_INCORRECT,
  MAPI_DIAG_MAIL_RECIPIENT_MOVED,
  MAPI_DIAG_MAIL_RECIPIENT_UNKNOWN,
  MAPI_DIAG_MAIL_REFUSED,
  MAPI_DIAG_MAXIMUM_TIME_EXPIRED,
  MAPI_DIAG_MTS_CONGESTED,
  MAPI_DIAG_NO_DIAGNOSTIC,
  MAPI_DIAG_OR_NAME_UNRECOGNIZED,
  MAPI_DIAG_RECIPIENT_UNAVAILABLE,
} from '../../../mapi/index.js';

/** What became of a message for one recipient. */
export type Action = 'failed' | 'delayed' | 'delivered' | 'relayed' | 'expanded';

/** All of them. */
export const ACTIONS: readonly Action[] = ['failed', 'delayed', 'delivered', 'relayed', 'expanded'];

/**
 * What became of a message for one recipient, as far as MAPI says it.
 *
 * @param kind the last part of the class of the report
 * @param reached whether the row of the recipient has PR_DELIVER_TIME
 */
export const actionIn = (kind: string, reached: boolean): Action =>
  reached || kind === 'DR' ? 'delivered' : kind === 'DELAYED' ? 'delayed' : 'failed';

/**
 * The status code of one recipient, as far as MAPI says it.
 *
 * @param words PR_REPORT_TEXT of the row
 * @param number PR_NDR_STATUS_CODE of the row
 * @param action what became of the message
 */
export function statusBehind(words: string, number: number, action: Action): string {
  const stated = /(?:^|[\s#(])([245]\.\d{1,3}\.\d{1,3})(?![\d.])/.exec(words)?.[1];
  if (stated !== undefined) return stated;
  if (number >= 100 && number < 600) return dotted(number);
  return `${action === 'failed' ? '5' : action === 'delayed' ? '4' : '2'}.0.0`;
}

// As it was made: hundreds, tens and ones.
const dotted = (status: number): string =>
  `${Math.floor(status / 100)}.${Math.floor((status % 100) / 10)}.${status % 10}`;

/** What a report says of one recipient. */
export interface RecipientStatus {
  /** The address that the report names. */
  readonly address: string;
  /** The address that the sender wrote, where the report names it; empty elsewhere. */
  readonly original: string;
  /** What became of the message. */
  readonly action: Action;
  /** The status code of three numbers, `5.1.1`; empty where there is none. */
  readonly status: string;
  /** What the other server said, or the words of whoever reports; empty where nobody said anything. */
  readonly diagnostic: string;
  /** The other server; empty where none is named. */
  readonly remote: string;
  /** What else the report says of this recipient, a line of each field; left out where it says nothing. */
  readonly more?: readonly string[];
}

/**
 * The number in which MAPI holds a status code.
 *
 * @param status the code of three numbers
 * @returns PR_NDR_STATUS_CODE; 0 for what is no code
 * @spec RFC 3463 section 2
 */
export function statusNumber(status: string): number {
  const [, kind, subject, detail] = /^([245])\.(\d{1,3})\.(\d{1,3})$/.exec(status) ?? [];
  return kind === undefined ? 0 : Number(kind) * 100 + Number(subject) * 10 + Number(detail);
}

/**
 * What MAPI calls the reason of a status code.
 *
 * @param status the code of three numbers
 * @returns PR_NDR_DIAG_CODE
 * @spec RFC 3463 section 3 @spec pidtagnondeliveryreportdiagcode-canonical-property
 */
export const diagnosticOf = (status: string): number =>
  DIAGNOSTICS.get(status.slice(2)) ?? (status.startsWith('5.7.') ? MAPI_DIAG_MAIL_REFUSED : MAPI_DIAG_NO_DIAGNOSTIC);

/**
 * The status code in a server's words.
 *
 * @param words what it said
 * @returns the code; one that follows from the reply code, or from what is said, where there is none; empty without any
 * @spec RFC 2034 section 4
 */
export function statusIn(words: string): string {
  const enhanced = /(?:^|[\s#(])([245]\.\d{1,3}\.\d{1,3})(?![\d.])/.exec(words)?.[1];
  if (enhanced !== undefined) return enhanced;
  const reply = /(?:^|[\s#(])([45]\d\d)[\s-]/.exec(words)?.[1];
  const said = (): string | undefined => REASONS.find(([reason]) => reason.test(words))?.[1];
  return reply === undefined ? (said() ?? '') : (REPLIES.get(reply) ?? said() ?? `${reply[0]}.0.0`);
}

const DIAGNOSTICS: ReadonlyMap<string, number> = new Map([
  ['1.0', MAPI_DIAG_OR_NAME_UNRECOGNIZED],
  ['1.1', MAPI_DIAG_MAIL_RECIPIENT_UNKNOWN],
  ['1.2', MAPI_DIAG_OR_NAME_UNRECOGNIZED],
  ['1.3', MAPI_DIAG_MAIL_ADDRESS_INCORRECT],
  ['1.6', MAPI_DIAG_MAIL_RECIPIENT_MOVED],
  ['1.10', MAPI_DIAG_MAIL_RECIPIENT_UNKNOWN],
  ['2.1', MAPI_DIAG_RECIPIENT_UNAVAILABLE],
  ['2.2', MAPI_DIAG_RECIPIENT_UNAVAILABLE],
  ['2.3', MAPI_DIAG_CONTENT_TOO_LONG],
  ['3.2', MAPI_DIAG_MTS_CONGESTED],
  ['3.4', MAPI_DIAG_CONTENT_TOO_LONG],
  ['4.4', MAPI_DIAG_OR_NAME_UNRECOGNIZED],
  ['4.5', MAPI_DIAG_MTS_CONGESTED],
  ['4.6', MAPI_DIAG_LOOP_DETECTED],
  ['4.7', MAPI_DIAG_MAXIMUM_TIME_EXPIRED],
]);

const REPLIES: ReadonlyMap<string, string> = new Map([
  ['550', '5.1.1'],
  ['551', '5.1.6'],
  ['552', '5.2.2'],
  ['553', '5.1.3'],
  ['450', '4.2.1'],
  ['452', '4.2.2'],
]);

// What servers say that give no number.
const REASONS: readonly (readonly [RegExp, string])[] = [
  [
    /(?:mailbox|mailfolder|account|quota)\b.{0,40}\b(?:full|exceed|over quota)|over(?: its)? quota|exceeds allowed size/i,
    '5.2.2',
  ],
  [/(?:disabled|discontinued|inactive|suspended)/i, '5.2.1'],
  [/(?:host|domain)\b.{0,60}\b(?:not found|unknown|does not exist)|unknown host/i, '5.1.2'],
  [
    /unknown user|user unknown|no such (?:user|recipient)|doesn't have an? |recipient not found|user +not listed/i,
    '5.1.1',
  ],
  [/timed out|not responding|giving up|envelope expired|unable to connect/i, '4.4.7'],
];
