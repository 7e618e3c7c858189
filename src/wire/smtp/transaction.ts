import { type Refusal, WireError } from '../error.js';
import type { SmtpConnection } from './connection.js';
import { mailLine, rcptLine } from './envelope.js';
import type { Exchange } from './exchange.js';
import { PIPELINED_COMMANDS } from './limits.js';
import type { PreparedMessage } from './message.js';
import type { Reply } from './reply.js';
import type { TimedPhase } from './timeouts.js';

/** What came of a message that the server took. */
export interface SendResult {
  /** The server's last reply: it has the message now. */
  readonly reply: Reply;
  /** The recipients it took, in order. */
  readonly accepted: readonly string[];
  /** The recipients it refused, in order; empty with `accept: 'all'`. */
  readonly refused: readonly Refusal[];
  /** The body bytes sent, before dot-stuffing. */
  readonly bytes: number;
}

/** Told once how a message ended: an error or a result. */
export type SendDone = (error: WireError | null, result: SendResult | null) => void;

/** What a transaction needs of the pipeline it runs in. */
export interface TransactionHost {
  readonly connection: SmtpConnection;
  /** Whether a transaction may be open at the server that RSET must end first. */
  dirty: boolean;
  /** Body bytes sent by BDAT whose replies have not come. */
  unacknowledged: number;
  /** Messages whose outcome is open, this one included. */
  active: number;
  /** This transaction has nothing more to send. */
  released(transaction: Transaction): void;
  /** This transaction's outcome is known and about to be told. */
  settled(transaction: Transaction): void;
  /** The outcome was told: whoever heard it may have given more messages. */
  told(): void;
}

/** Which of a transaction's commands a reply belongs to. */
export const RSET = 0;
export const MAIL = 1;
export const RCPT = 2;
export const DATA = 3;
export const FINAL = 4;
export const CHUNK = 5;
export type StepKind = typeof RSET | typeof MAIL | typeof RCPT | typeof DATA | typeof FINAL | typeof CHUNK;

const NONE: readonly never[] = Object.freeze([]);

/** A list with one more. Most have one at most, and an array that is made with its element has no room to spare. */
function joined<T>(list: readonly T[], next: T): readonly T[] {
  if (list.length === 0) return [next];
  (list as T[]).push(next);
  return list;
}

/** One command of a transaction that waits for its reply. */
export class Step implements Exchange {
  readonly verb: string;
  readonly address: string | null;
  phase: TimedPhase;
  readonly kind: StepKind;
  /** Bytes of the chunk, for BDAT. */
  readonly bytes: number;
  readonly #transaction: Transaction;

  constructor(
    transaction: Transaction,
    kind: StepKind,
    verb: string,
    phase: TimedPhase,
    address: string | null = null,
    bytes = 0,
  ) {
    this.#transaction = transaction;
    this.kind = kind;
    this.verb = verb;
    this.phase = phase;
    this.address = address;
    this.bytes = bytes;
  }

  reply(reply: Reply): void {
    this.#transaction.replied(this, reply);
  }

  fail(error: WireError): void {
    this.#transaction.fail(error);
  }
}

/**
 * One message on its way through a connection: MAIL, its RCPTs, and what the two kinds below make of the body. It sends
 * as far ahead of the replies as it may, and tells its outcome exactly once, whatever happens.
 *
 * @spec RFC 5321 section 3.3
 */
export abstract class Transaction {
  readonly prepared: PreparedMessage;
  /** Whether bytes were taken from the body, so that a source which gives them only once is used up. */
  bodyTaken = false;
  /** Whether anything about this message was sent. */
  begun = false;
  protected readonly host: TransactionHost;
  protected readonly pipelined: boolean;
  protected accepted: readonly string[] = NONE;
  protected refusals: readonly Refusal[] = NONE;
  /** Whether the bytes that make the server deliver are out: from here a lost reply leaves doubt. */
  protected finalSent = false;
  protected outstanding = 0;
  protected mailReply: Reply | null = null;
  readonly #done: SendDone;
  readonly #chunking: boolean;
  #mail = '';
  #cleared = false;
  #cursor = 0;
  #gone = false;
  #settled = false;

  /**
   * @param host the pipeline it runs in
   * @param prepared the checked message
   * @param chunking whether the body goes by BDAT
   * @param done told the outcome
   */
  constructor(host: TransactionHost, prepared: PreparedMessage, chunking: boolean, done: SendDone) {
    this.host = host;
    this.prepared = prepared;
    this.#chunking = chunking;
    this.#done = done;
    this.pipelined = host.connection.capabilities.pipelining && prepared.message.pipelining !== false;
  }

  /** Sends what may be sent at once. */
  start(): void {
    const { capabilities, verified } = this.host.connection;
    try {
      this.#mail = mailLine(this.prepared, { capabilities, verified, chunking: this.#chunking });
    } catch (error) {
      this.host.released(this);
      this.settle(error instanceof WireError ? error : new WireError('bad-argument', String(error), { cause: error }));
      return;
    }
    this.begun = true;
    // A BDAT that fails may leave its transaction open at the server (RFC 3030 section 2), and this MAIL would then be
    // refused while its RCPTs joined the wrong sender: behind one whose outcome is open, RSET comes first.
    this.#cleared = !this.host.dirty && (this.host.active === 1 || !capabilities.chunking);
    if (this.prepared.wide) this.host.connection.noteUtf8();
    this.#advance();
  }

  /**
   * Takes the reply to one of its commands.
   *
   * @param step the command
   * @param reply its reply
   */
  replied(step: Step, reply: Reply): void {
    if (step.kind > RCPT) {
      this.answered(step, reply);
      return;
    }
    this.outstanding--;
    if (step.kind === MAIL) this.mailReply = reply;
    else if (step.kind === RCPT) {
      const address = step.address ?? '';
      if (reply.ok) this.accepted = joined(this.accepted, address);
      else this.refusals = joined(this.refusals, { address, reply });
    }
    this.#advance();
  }

  /**
   * The connection has ended.
   *
   * @param error why
   */
  fail(error: WireError): void {
    if (this.#settled) return;
    // A server that has said 421 before this message's turn was no longer listening (RFC 5321 section 3.8).
    if (!this.finalSent || this.hopeless || this.host.connection.farewell !== null) {
      this.settle(this.outcomeOnLoss(error));
      return;
    }
    const words = 'The connection was lost after the whole message was sent: the server may have it or not.';
    this.settle(
      new WireError('in-doubt', `${words} (${error.message})`, {
        phase: 'dot',
        cause: error,
        ...(error.socketError === undefined ? {} : { socketError: error.socketError }),
        ...(error.reply === undefined ? {} : { reply: error.reply }),
      }),
    );
  }

  /** Begins what comes after the envelope: DATA, or the first BDAT. */
  protected abstract go(): void;

  /** Takes the reply to a command behind the envelope. */
  protected abstract answered(step: Step, reply: Reply): void;

  /** What the message's error is when the connection ends before the final bytes were sent. */
  protected outcomeOnLoss(error: WireError): WireError {
    return error;
  }

  /** The envelope has failed and nothing was sent behind it. */
  protected envelopeRefused(): void {
    this.host.dirty = this.mailReply?.ok === true;
    this.host.released(this);
    this.settle(this.refusal());
  }

  /** Whether what was answered so far rules out that the message is delivered. */
  protected get hopeless(): boolean {
    if (this.mailReply !== null && !this.mailReply.ok) return true;
    if (this.refusals.length === 0) return false;
    return this.prepared.message.accept === 'all' || this.refusals.length === this.prepared.recipients.length;
  }

  /** Whether the envelope was answered in full and the message may go. */
  protected get deliverable(): boolean {
    return this.outstanding === 0 && this.mailReply?.ok === true && this.accepted.length > 0 && !this.hopeless;
  }

  /** The error of an envelope that was refused. */
  protected refusal(): WireError {
    const mail = this.mailReply;
    if (mail !== null && !mail.ok) {
      const words = `The server refused the sender <${this.prepared.from}>: ${mail.toString()}`;
      return new WireError('rejected-sender', words, { phase: 'mail', reply: mail, address: this.prepared.from });
    }
    const first = this.refusals[0];
    const many = this.refusals.length > 1 ? ` and ${this.refusals.length - 1} more` : '';
    const said = first === undefined ? '' : `: ${String(first.reply)}`;
    const words = `The server refused the recipient <${first?.address ?? ''}>${many}${said}`;
    return new WireError('rejected-recipients', words, {
      phase: 'rcpt',
      refusals: this.refusals,
      ...(first === undefined ? {} : { reply: first.reply, address: first.address }),
    });
  }

  /** Tells that the server has the message. */
  protected deliver(reply: Reply, bytes: number): void {
    this.settle(null, { reply, accepted: this.accepted, refused: this.refusals, bytes });
  }

  /** Tells the outcome; only the first counts. */
  protected settle(error: WireError | null, result: SendResult | null = null): void {
    if (this.#settled) return;
    this.#settled = true;
    this.host.settled(this);
    this.#done(error, result);
    this.host.told();
  }

  protected get over(): boolean {
    return this.#settled;
  }

  /** Sends as much of the envelope as may be sent now, then what comes after it. */
  #advance(): void {
    if (this.#gone || this.#settled) return;
    const { connection } = this.host;
    const { recipients, message } = this.prepared;
    const window = this.pipelined ? PIPELINED_COMMANDS : 1;
    while (this.outstanding < window && !this.hopeless && connection.lost === null) {
      if (!this.#cleared) {
        this.#cleared = true;
        this.host.dirty = false;
        this.#send(RSET, 'RSET', 'RSET', 'command', null);
      } else if (this.#mail !== '') {
        this.#send(MAIL, this.#mail, 'MAIL', 'mail', this.prepared.from);
        this.#mail = '';
      } else if (this.#cursor < recipients.length) {
        const recipient = recipients[this.#cursor++];
        if (recipient !== undefined) this.#send(RCPT, rcptLine(recipient), 'RCPT', 'rcpt', recipient.address);
      } else {
        // Behind a pipelined DATA the final dot must follow, and it would deliver to those recipients that were
        // accepted: only where that is wanted, or where there is but one, may DATA go out before the answers.
        const blind = this.pipelined && (message.accept !== 'all' || recipients.length === 1);
        if (!blind && !this.deliverable) break;
        this.#gone = true;
        this.go();
        return;
      }
    }
    if (this.outstanding > 0 || this.#settled) return;
    if (this.hopeless || (this.#cursor === recipients.length && !this.deliverable)) {
      this.#gone = true;
      this.envelopeRefused();
    }
  }

  #send(kind: StepKind, line: string, verb: string, phase: TimedPhase, address: string | null): void {
    this.outstanding++;
    this.host.connection.submit(new Step(this, kind, verb, phase, address), line, line, this.prepared.wide);
  }
}
