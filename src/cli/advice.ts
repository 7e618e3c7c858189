import { E_INVALIDARG, E_OUTOFMEMORY, type HResult, STG_E_READFAULT } from '../com/index.js';
import * as ixp from '../imnxport/index.js';
import type { Outcome } from './delivery.js';

/** What the advice may refer to. */
export interface Circumstances {
  /** The server's name as it was typed. */
  readonly host: string;
  /** The port that was tried. */
  readonly port: number;
  /** The user name, empty for no logon. */
  readonly user: string;
  /** Seconds of silence that were borne, 0 for the times of RFC 5321. */
  readonly timeout: number;
}

type Advice = string | ((here: Circumstances) => string);

const LATER = 'The server calls this temporary: send the message again in some minutes.';
const CERTIFICATE =
  'Use the name that is in the certificate, pass the certificate of a private authority with --ca FILE, or, on a network you trust, add --insecure.';
const TLS =
  'Check that the port speaks TLS as you asked (465: --tls implicit; 587 and 25: --tls starttls), and pass the certificate of a private authority with --ca FILE, or, on a network you trust, add --insecure.';
const BUG_OR_PEER = 'Run it again with --trace: the last lines show what the server said out of turn.';
const OTHER_ADDRESS = 'Check the spelling of the address, and ask the recipient for the one in use.';

/** What to do about each code. The one table: a code that is missing here gets the advice to look at the trace. */
const table: ReadonlyMap<HResult, Advice> = new Map<HResult, Advice>([
  [
    ixp.IXP_E_CANT_FIND_HOST,
    ({ host }) => `Check the spelling of ${host}, and that this machine has a network and a name server.`,
  ],
  [
    ixp.IXP_E_FAILED_TO_CONNECT,
    ({ host, port }) =>
      `Check that a mail server listens on port ${port} of ${host} and that no firewall stands between; many networks close port 25, so try --server ${host}:587 or ${host}:465.`,
  ],
  [
    ixp.IXP_E_CONNECTION_DROPPED,
    'Run it again with --trace to see after which line the server hung up. When that was after the final dot, look whether the message has arrived before you send it again.',
  ],
  [
    ixp.IXP_E_TIMEOUT,
    ({ timeout }) =>
      `Try again later, or wait longer${timeout > 0 ? ` than ${timeout} s` : ''} with --timeout SECONDS.`,
  ],
  [ixp.IXP_E_SECURE_CONNECT_FAILED, TLS],
  [ixp.IXP_E_INVALID_CERT_CN, CERTIFICATE],
  [ixp.IXP_E_INVALID_CERT_DATE, `The certificate is out of date: tell whoever runs the server. ${CERTIFICATE}`],
  [
    ixp.IXP_E_SMTP_NO_STARTTLS_SUPPORT,
    'The server offers no encryption here: try its port for TLS with --tls implicit, or do without with --tls off.',
  ],
  [ixp.IXP_E_SMTP_454_STARTTLS_FAILED, `${LATER} Or try its port for TLS with --tls implicit.`],
  [ixp.IXP_E_SMTP_530_STARTTLS_REQUIRED, 'The server wants encryption: add --tls required.'],
  [ixp.IXP_E_SICILY_LOGON_FAILED, 'Check the user name (DOMAIN\\user) and the password.'],
  [
    ixp.IXP_E_USER_CANCEL,
    'The password would have travelled readably: add --tls required, or choose a mechanism that hides it with --auth CRAM-MD5.',
  ],
  [
    ixp.IXP_E_SMTP_REJECTED_SENDER,
    'Use a --from address that this server sends for, and --user when it wants a logon.',
  ],
  [
    ixp.IXP_E_SMTP_REJECTED_RECIPIENTS,
    ({ user }) =>
      `${OTHER_ADDRESS} Nothing was sent to anybody; leave the refused recipient out to reach the others.${user === '' ? ' When the server says that it does not relay, it wants a logon: add --user.' : ''}`,
  ],
  [ixp.IXP_E_INVALID_ADDRESS, 'Write addresses as name@example.org.'],
  [ixp.IXP_E_INVALID_ADDRESS_LIST, 'Write addresses as name@example.org, at most 255 characters each.'],
  [ixp.IXP_E_SMTP_NO_SENDER, 'Say who sends it with --from.'],
  [ixp.IXP_E_SMTP_NO_RECIPIENTS, 'Say whom it is for with --to.'],
  [
    ixp.IXP_E_SMTP_NO_DSN_SUPPORT,
    'This server cannot report deliveries with --ret or --envid: leave these out, and the message goes.',
  ],
  [ixp.IXP_E_SMTP_421_NOT_AVAILABLE, LATER],
  [ixp.IXP_E_SMTP_450_MAILBOX_BUSY, LATER],
  [ixp.IXP_E_SMTP_451_ERROR_PROCESSING, LATER],
  [ixp.IXP_E_SMTP_452_NO_SYSTEM_STORAGE, LATER],
  [ixp.IXP_E_SMTP_500_SYNTAX_ERROR, BUG_OR_PEER],
  [ixp.IXP_E_SMTP_501_PARAM_SYNTAX, BUG_OR_PEER],
  [ixp.IXP_E_SMTP_502_COMMAND_NOTIMPL, BUG_OR_PEER],
  [ixp.IXP_E_SMTP_503_COMMAND_SEQ, BUG_OR_PEER],
  [
    ixp.IXP_E_SMTP_504_COMMAND_PARAM_NOTIMPL,
    'The server offers no way to log on that fits: choose one that it lists after EHLO (--trace shows it) with --auth, or add --tls required, behind which most offer more.',
  ],
  [ixp.IXP_E_SMTP_550_MAILBOX_NOT_FOUND, OTHER_ADDRESS],
  [ixp.IXP_E_SMTP_551_USER_NOT_LOCAL, OTHER_ADDRESS],
  [
    ixp.IXP_E_SMTP_552_STORAGE_OVERFLOW,
    'The message is too large for the server: make it smaller or send it in parts.',
  ],
  [ixp.IXP_E_SMTP_553_MAILBOX_NAME_SYNTAX, OTHER_ADDRESS],
  [
    ixp.IXP_E_SMTP_554_TRANSACT_FAILED,
    'The server refuses this message or this sender for good: its words above say why. Ask whoever runs it.',
  ],
  [
    ixp.IXP_E_SMTP_RESPONSE_ERROR,
    'What answers there is no mail server, or a broken one: check the port, look at --trace.',
  ],
  [
    ixp.IXP_E_SMTP_UNKNOWN_RESPONSE_CODE,
    ({ user }) =>
      user === ''
        ? 'When the words above ask for a logon, add --user. Otherwise run it again with --trace.'
        : 'Run it again with --trace to see what the server answered, and to which line.',
  ],
  [E_OUTOFMEMORY, 'The message or the list of recipients is larger than `comail limits` allows: send it in parts.'],
  [E_INVALIDARG, 'An argument cannot be used: the words above say which.'],
  [STG_E_READFAULT, 'Check that the file or the pipe can be read to its end.'],
]);

/**
 * The sentence that says what to do next.
 *
 * @param outcome a failure
 * @param here what the sentence may refer to
 */
export function adviceOn(outcome: Outcome, here: Circumstances): string {
  const { hr, result, stopper } = outcome;
  const code = result.uiServerError;
  // A refused logon is told as the user's cancelling, because nobody was there to give another password.
  if (stopper === 'logon') return loggingOn(here, code);
  if ((code === 530 || code === 550 || code === 554) && /auth|log ?(?:on|in)\b/i.test(result.pszResponse ?? ''))
    return loggingOn(here, code);
  if (code >= 400 && code < 500 && !code.toString().startsWith('454')) return LATER;
  const advice = table.get(hr) ?? table.get(result.hrServerError);
  if (advice === undefined) return 'Run it again with --trace to see how far it came.';
  return typeof advice === 'string' ? advice : advice(here);
}

/** The codes that the table has advice for. */
export const advisedCodes: readonly HResult[] = [...table.keys()];

function loggingOn({ user }: Circumstances, code: number): string {
  if (user === '') return 'The server wants a logon: add --user NAME, with the password in COMAIL_PASSWORD.';
  if (code >= 400 && code < 500) return LATER;
  return `Check the user name ${user} and the password (COMAIL_PASSWORD or --password-stdin); some providers want a password made for programs, or another mechanism with --auth.`;
}
