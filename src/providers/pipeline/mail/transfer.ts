import {
  type ByteSource,
  type ErrorReply,
  meansTooMany,
  type Notify,
  type Reply,
  type SmtpPool,
  WireError,
} from '../../../wire/index.js';
import type { QueuedCopy, QueuedSubmission } from '../queue/types.js';

/** What became of one copy in one attempt. */
export interface Verdict {
  readonly kind: 'relayed' | 'failed' | 'later' | 'in-doubt';
  /** What the next hop said, or why. */
  readonly words: string;
  /** The code of three numbers. */
  readonly status: string;
  /** Whether the next hop itself reports the delivery. */
  readonly reported: boolean;
  /** Whether nobody was there to be told of the message: it says nothing of this one alone. */
  readonly unheard?: boolean;
  /** Not before when it is tried again; left out, each copy has its own pauses. */
  readonly until?: number;
  /** Whether it was not tried at all, as the next hop is known not to be there. */
  readonly untried?: boolean;
}

/**
 * Sends the copies of one message to their next hop, in one transaction.
 *
 * @param pool the connections to it
 * @param submission what they are copies of
 * @param body the message
 * @param copies whom it goes to
 * @returns what became of each, in their order
 * @spec RFC 5321 section 3.3 @spec RFC 3461 section 4.1
 */
export async function transfer(
  pool: SmtpPool,
  submission: QueuedSubmission,
  body: ByteSource,
  copies: readonly QueuedCopy[],
  notify: boolean = submission.sender !== '',
): Promise<readonly Verdict[]> {
  const wanted = copies.map(wantedOf);
  const asks = notify && wanted.some((each) => each !== null);
  try {
    const { accepted, refused, reply } = await pool.send({
      from: submission.sender,
      to: copies.map(({ address }, at) => {
        const each = wanted[at] ?? null;
        return asks && each !== null ? { address, notify: each } : address;
      }),
      body,
      smtpUtf8: submission.utf8,
      ...(submission.eightBit ? { bodyType: '8bitmime' as const, eightBit: 'send' as const } : {}),
    });
    const refusals = new Map(refused.map(({ address, reply: no }) => [address, no]));
    return copies.map(({ address }): Verdict => {
      const no = refusals.get(address);
      if (no !== undefined) return refusedBy(no, accepted.length > 0);
      return accepted.includes(address)
        ? { kind: 'relayed', words: wordsOf(reply), status: '2.0.0', reported: asks }
        : { kind: 'later', words: 'the next hop said nothing of this recipient', status: '4.0.0', reported: false };
    });
  } catch (error) {
    if (!(error instanceof WireError)) throw error;
    if (asks && error.code === 'unsupported') return transfer(pool, submission, body, copies, false);
    const refusals = new Map((error.refusals ?? []).map(({ address, reply: no }) => [address, no]));
    return copies.map(({ address }) => {
      const no = refusals.get(address);
      return no === undefined ? failedBy(error) : refusedBy(no);
    });
  }
}

/** What the next hop is told of reports; null for what is usual, a report of failure. */
function wantedOf({ reportSuccess, reportFailure }: QueuedCopy): readonly Notify[] | null {
  if (reportSuccess) return reportFailure ? ['success', 'failure'] : ['success'];
  return reportFailure ? null : ['never'];
}

/** @spec RFC 5321 section 4.2.1 @spec RFC 3463 section 2 */
function refusedBy(reply: ErrorReply, others = false): Verdict {
  if (others && meansTooMany(reply)) return { kind: 'later', words: wordsOf(reply), status: '4.5.3', reported: false };
  const [, stated] = /^([245]\.\d{1,3}\.\d{1,3})\b/.exec(reply.lines[0] ?? '') ?? [];
  const lasting = reply.code >= 500 && reply.code !== 530;
  const status = stated ?? (lasting ? (reply.code === 550 ? '5.1.1' : '5.0.0') : '4.0.0');
  return { kind: lasting ? 'failed' : 'later', words: wordsOf(reply), status, reported: false };
}

function failedBy(error: WireError): Verdict {
  if (error.reply !== undefined && error.code.startsWith('rejected-') && error.code !== 'rejected-greeting')
    return refusedBy(error.reply);
  const words = error.reply === undefined ? error.message : `${error.message} ${wordsOf(error.reply)}`;
  const never = LASTING.get(error.code);
  if (never !== undefined) return { kind: 'failed', words, status: never, reported: false };
  if (error.code === 'in-doubt') return { kind: 'in-doubt', words, status: '4.4.1', reported: false };
  const status = SECURITY.get(error.code) ?? '4.4.1';
  return { kind: 'later', words, status, reported: false, unheard: BEFORE_MAIL.has(error.phase ?? '') };
}

/** Where a dialog stands before anything is said of a message. */
const BEFORE_MAIL: ReadonlySet<string> = new Set(['resolve', 'connect', 'tls', 'greeting', 'hello', 'auth', 'idle']);

/** What is wrong with TLS: encryption is needed, or it fails. @spec RFC 3463 section 3 */
const SECURITY: ReadonlyMap<string, string> = new Map([
  ['starttls-unavailable', '4.7.10'],
  ['starttls-refused', '4.7.10'],
  ['starttls-injection', '4.7.5'],
  ['tls-failed', '4.7.5'],
  ['certificate-name', '4.7.5'],
  ['certificate-date', '4.7.5'],
  ['certificate-untrusted', '4.7.5'],
]);

const LASTING: ReadonlyMap<string, string> = new Map([
  ['too-large', '5.3.4'],
  ['unsupported', '5.6.3'],
  ['bad-argument', '5.1.3'],
]);

const wordsOf = (reply: ErrorReply | Reply): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a server's words are shown to people.
  `${reply.code} ${reply.lines.join(' ')}`.replace(/[\0-\x1f\x7f-\x9f]/g, '?').trimEnd();
