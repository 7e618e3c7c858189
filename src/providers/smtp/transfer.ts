import { ComError } from '../../com/index.js';
import type { RenderedMime } from '../../convert/index.js';
import { MAPI_E_CANCEL } from '../../mapi/index.js';
import { type ByteSource, type Message, type Notify, type SendResult, WireError } from '../../wire/index.js';
import { failedBy, refusedBy, type Verdict } from './verdict.js';

/** Sends a message, as a pool does. */
export type Delivery = (message: Message) => Promise<SendResult>;

/** A recipient and whether its sender wants to hear of the delivery. */
export interface Addressee {
  readonly address: string;
  readonly report: boolean;
}

/** The way of one rendered message to its server, in as many transactions as its recipients need. */
export class Transfer {
  /** Whether the server was asked to report deliveries, and has taken that on. */
  serverReports = true;
  readonly #deliver: Delivery;
  readonly #rendered: RenderedMime;
  readonly #from: string;
  readonly #cancelled: () => boolean;

  /**
   * @param deliver sends
   * @param rendered the message
   * @param from the sender's address
   * @param cancelled whether it is to be given up, asked while its bytes are read
   */
  constructor(deliver: Delivery, rendered: RenderedMime, from: string, cancelled: () => boolean) {
    this.#deliver = deliver;
    this.#rendered = rendered;
    this.#from = from;
    this.#cancelled = cancelled;
  }

  /**
   * Sends to some recipients.
   *
   * @param recipients who
   * @returns what became of each, by address
   * @throws {ComError} `MAPI_E_CANCEL` when the message was given up before the server had it
   * @throws {WireError} `too-many` when more wait than the pool holds
   * @spec RFC 5321 section 3.3 @spec RFC 3461 section 4.1
   */
  async send(recipients: readonly Addressee[]): Promise<ReadonlyMap<string, Verdict>> {
    const reporting = this.serverReports && recipients.some(({ report }) => report);
    try {
      return verdictsOf(await this.#deliver(this.#message(recipients, reporting)));
    } catch (error) {
      if (!(error instanceof WireError) || error.code === 'too-many') throw error;
      if (error.cause instanceof Cancelled)
        throw new ComError(MAPI_E_CANCEL, 'the message was given up', { cause: error });
      if (reporting && error.code === 'unsupported') {
        // A server without delivery status notifications: the message goes, and the transport reports what it sees.
        this.serverReports = false;
        return this.send(recipients);
      }
      return failures(error, recipients);
    }
  }

  #message(recipients: readonly Addressee[], reporting: boolean): Message {
    const { source, utf8, eightBit } = this.#rendered;
    const notify: readonly Notify[] = ['success', 'failure', 'delay'];
    return {
      from: this.#from,
      to: recipients.map(({ address, report }) => (reporting && report ? { address, notify } : address)),
      body: interruptible(source, this.#cancelled),
      smtpUtf8: utf8,
      // Signed bytes can't be encoded anew; nearly every server takes them, whatever it offers.
      ...(eightBit ? { bodyType: '8bitmime' as const, eightBit: 'send' as const } : {}),
    };
  }
}

/** What a body throws whose message was given up. */
class Cancelled extends Error {
  override readonly name = 'Cancelled';
}

// Bytes in memory go all at once; they can't be stopped any more.
function interruptible(source: ByteSource, cancelled: () => boolean): ByteSource {
  if (source.bytes !== undefined) return source;
  return {
    ...(source.size === undefined ? {} : { size: source.size }),
    async *chunks() {
      for await (const chunk of source.chunks()) {
        if (cancelled()) throw new Cancelled('the message was given up');
        yield chunk;
      }
    },
  };
}

function verdictsOf({ accepted, refused, reply }: SendResult): ReadonlyMap<string, Verdict> {
  const verdicts = new Map<string, Verdict>();
  for (const address of accepted) verdicts.set(address, { kind: 'delivered', text: reply.toString() });
  for (const refusal of refused) verdicts.set(refusal.address, refusedBy(refusal.reply, accepted.length > 0));
  return verdicts;
}

// Who was refused by name has a verdict of his own; the others share that of the attempt.
function failures(error: WireError, recipients: readonly Addressee[]): ReadonlyMap<string, Verdict> {
  const verdict = failedBy(error);
  const verdicts = new Map<string, Verdict>(recipients.map(({ address }) => [address, verdict]));
  for (const refusal of error.refusals ?? []) verdicts.set(refusal.address, refusedBy(refusal.reply));
  return verdicts;
}
