import { type Message, MessagePipeline, prepareMessage, type SmtpConnection, type WireError } from '../wire/index.js';
import { resultOfFailure } from './failures.js';
import { codeOfReply } from './smtpreply.js';
import { IXPRESULT } from './types/ixpresult.js';

/** A message that goes to all of its recipients or to none. */
export type MessageToAll = Pick<Message, 'from' | 'to' | 'body' | 'envelopeId' | 'ret'>;

/** Whom the end of a message is told. */
export interface MessageRunHost {
  /** Whether the connection is gone. */
  readonly lost: boolean;
  /** Ends the job of sending. */
  finish(result: IXPRESULT): void;
}

/** The messages of a session on the wire, one after the other. */
export class MessageRun {
  readonly #pipeline: MessagePipeline;
  readonly #host: MessageRunHost;
  #sending = false;
  #afterwards: (() => void) | null = null;
  #failure: WireError | null = null;

  /**
   * @param connection the session's
   * @param host the session
   */
  constructor(connection: SmtpConnection, host: MessageRunHost) {
    this.#pipeline = new MessagePipeline(connection);
    this.#host = host;
  }

  /** Why the last message was refused; null where nothing was known of that before the connection went. */
  get failure(): WireError | null {
    return this.#failure;
  }

  /**
   * Sends a message; the end of its job is told when everything about it was.
   *
   * @param message the message
   * @param options whether commands may be sent before those before them are answered
   * @param settled called once, when the body is no longer needed
   */
  send(message: MessageToAll, { pipelining }: { readonly pipelining: boolean }, settled: () => void): void {
    this.#failure = null;
    const { from, to, body, envelopeId, ret } = message;
    const plain = { from, to, body, accept: 'all', chunking: false, pipelining } as const;
    // A spread object that is added to has a hidden class of its own, which slows down every message down the road.
    const reports = envelopeId !== undefined || ret !== undefined;
    const prepared = prepareMessage(reports ? { ...message, ...plain } : plain);
    this.#sending = true;
    this.#pipeline.send(prepared, (error, result) => {
      this.#sending = false;
      settled();
      if (result) {
        const code = result.reply.code;
        const pszResponse = `${code} ${result.reply.lines.at(-1) ?? ''}`.trimEnd();
        return this.#host.finish(IXPRESULT({ pszResponse, uiServerError: code, hrServerError: codeOfReply(code) }));
      }
      this.#failure = error;
      if (error && !this.#host.lost) void this.#abandon(error);
      else this.#afterwards?.();
    });
  }

  /** Calls when nothing is on its way: the pipeline knows better how its message fared, and tells it whatever happens. */
  whenDone(conclude: () => void): void {
    if (this.#sending) this.#afterwards = conclude;
    else conclude();
  }

  // The message was refused: what was begun at the server is cleared before the client hears of the end, so that the
  // next message finds a clean transaction.
  async #abandon(error: WireError): Promise<void> {
    try {
      await this.#pipeline.reset();
    } catch {
      // The connection ended meanwhile; its end reports the job.
      return;
    }
    this.#host.finish(resultOfFailure(error));
  }
}
