import {
  MAPI_DIAG_CONTENT_TYPE_UNSUPPORTED,
  MAPI_DIAG_LENGTH_CONSTRAINT_VIOLATD,
  MAPI_DIAG_MAIL_ADDRESS_INCORRECT,
  MAPI_DIAG_MAIL_RECIPIENT_UNKNOWN,
  MAPI_DIAG_MAIL_REFUSED,
  MAPI_DIAG_NO_DIAGNOSTIC,
  MAPI_DIAG_SUBMISSION_PROHIBITED,
} from '../../mapi/index.js';
import { type ErrorReply, meansTooMany, type WireError } from '../../wire/index.js';
import { RETRY_ACCOUNT, RETRY_NETWORK, RETRY_REFUSED } from './limits.js';

/** What became of a recipient in one attempt. */
export type Verdict = { readonly kind: 'delivered'; readonly text: string } | Failed | Later;

/** A recipient who may get the message another time. */
export interface Later {
  readonly kind: 'later';
  /** Why. */
  readonly text: string;
  /** Whether the network, or something at the server, stands in the way. */
  readonly network: boolean;
  /** Seconds until it may be tried again. */
  readonly seconds: number;
  /** Whether the message may have arrived all the same. */
  readonly inDoubt: boolean;
}

/** A recipient who will not get the message. */
export interface Failed {
  readonly kind: 'failed';
  /** Why, for the sender. */
  readonly text: string;
  /** A MAPI_DIAG_ constant. */
  readonly diagnostic: number;
  /** The server's reply code; null where no server said no. */
  readonly code: number | null;
}

/**
 * What a reply says about a recipient who was refused.
 *
 * @param reply the server's reply
 * @param others whether others were accepted, so that the next attempt is for fewer
 * @spec RFC 5321 section 4.2.1
 */
export function refusedBy(reply: ErrorReply, others = false): Verdict {
  const text = words(reply);
  if (others && meansTooMany(reply)) return later(text, false, RETRY_REFUSED);
  // "Authentication required": the account lacks a secret, and the message is as good as before (RFC 4954 section 6).
  if (reply.code === 530) return later(text, false, RETRY_ACCOUNT);
  if (reply.code >= 500) return { kind: 'failed', text, diagnostic: diagnosticOf(reply), code: reply.code };
  return later(text, false, RETRY_REFUSED);
}

/**
 * What the failure of a whole attempt says about recipients whom it does not name.
 *
 * @param error how sending ended
 */
export function failedBy(error: WireError): Verdict {
  const text = error.reply === undefined ? error.message : `${error.message} ${words(error.reply)}`;
  switch (error.code) {
    case 'rejected-sender':
    case 'rejected-recipients':
    case 'rejected-data':
    case 'rejected-message':
      return error.reply === undefined ? later(text, false, RETRY_REFUSED) : refusedBy(error.reply);
    case 'too-large':
      return { kind: 'failed', text, diagnostic: MAPI_DIAG_LENGTH_CONSTRAINT_VIOLATD, code: null };
    case 'unsupported':
      return { kind: 'failed', text, diagnostic: MAPI_DIAG_CONTENT_TYPE_UNSUPPORTED, code: null };
    case 'bad-argument':
      return { kind: 'failed', text, diagnostic: MAPI_DIAG_MAIL_ADDRESS_INCORRECT, code: null };
    case 'in-doubt':
      return { kind: 'later', text, network: true, seconds: RETRY_NETWORK, inDoubt: true };
    case 'source-failed':
      return later(text, false, RETRY_REFUSED);
    default:
      return ACCOUNT.has(error.code) ? later(text, false, RETRY_ACCOUNT) : later(text, true, RETRY_NETWORK);
  }
}

/** Whether the account is to blame: its settings, its secret, the server's certificate. The message is not. */
export const isAccountTrouble = (error: WireError): boolean => ACCOUNT.has(error.code);

/**
 * A failure that no server told.
 *
 * @param text why
 * @param diagnostic a MAPI_DIAG_ constant
 */
export const failedHere = (text: string, diagnostic: number = MAPI_DIAG_NO_DIAGNOSTIC): Failed => ({
  kind: 'failed',
  text,
  diagnostic,
  code: null,
});

const later = (text: string, network: boolean, seconds: number): Later => ({
  kind: 'later',
  text,
  network,
  seconds,
  inDoubt: false,
});

const ACCOUNT: ReadonlySet<string> = new Set([
  'certificate-name',
  'certificate-date',
  'certificate-untrusted',
  'starttls-unavailable',
  'plaintext-refused',
  'no-mechanism',
  'auth-failed',
  'auth-cancelled',
]);

const words = (reply: ErrorReply): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a server's words are shown to people.
  `${reply.code} ${reply.lines.join(' ').replace(/[\0-\x1f\x7f-\x9f]/g, '?')}`.trimEnd();

// The enhanced status code says more than the reply code does (RFC 3463).
function diagnosticOf(reply: ErrorReply): number {
  const [, subject = '', detail = ''] = /^5\.(\d{1,3})\.(\d{1,3})\b/.exec(reply.lines[0] ?? '') ?? [];
  if (subject === '7') return MAPI_DIAG_SUBMISSION_PROHIBITED;
  if (subject === '3' && detail === '4') return MAPI_DIAG_LENGTH_CONSTRAINT_VIOLATD;
  if (subject === '1' && (detail === '3' || detail === '7')) return MAPI_DIAG_MAIL_ADDRESS_INCORRECT;
  if (subject === '1') return MAPI_DIAG_MAIL_RECIPIENT_UNKNOWN;
  if (reply.code === 552) return MAPI_DIAG_LENGTH_CONSTRAINT_VIOLATD;
  if (subject === '' && (reply.code === 550 || reply.code === 551)) return MAPI_DIAG_MAIL_RECIPIENT_UNKNOWN;
  if (reply.code === 501 || reply.code === 553) return MAPI_DIAG_MAIL_ADDRESS_INCORRECT;
  return MAPI_DIAG_MAIL_REFUSED;
}
