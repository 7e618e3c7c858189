import { WireError } from '../error.js';
import { DataWriter } from './data-writer.js';
import type { PreparedMessage } from './message.js';
import type { Reply } from './reply.js';
import { DATA, FINAL, type SendDone, Step, Transaction, type TransactionHost } from './transaction.js';

/**
 * A message whose body goes by DATA. Where the server pipelines, DATA leaves with the envelope, and the final dot with
 * the next message's envelope, so that each message costs one round trip.
 *
 * @spec RFC 5321 section 4.1.1.4
 * @spec RFC 2920 section 3.1
 */
export class DataTransaction extends Transaction {
  #final: Step | null = null;
  #bytes = 0;
  /** What is told whatever comes: the envelope had failed and a lone dot went out, or the body could not be ended. */
  #instead: WireError | null = null;

  /**
   * @param host the pipeline it runs in
   * @param prepared the checked message
   * @param done told the outcome
   */
  constructor(host: TransactionHost, prepared: PreparedMessage, done: SendDone) {
    super(host, prepared, false, done);
  }

  protected override go(): void {
    this.host.connection.submit(new Step(this, DATA, 'DATA', 'data'), 'DATA');
  }

  protected override answered(step: Step, reply: Reply): void {
    if (step.kind === DATA) this.#begin(reply);
    else this.#finished(reply);
  }

  protected override outcomeOnLoss(error: WireError): WireError {
    return this.#instead ?? error;
  }

  #begin(reply: Reply): void {
    const { host } = this;
    if (reply.ok) {
      const words = `The server answered DATA as if the message were there already: ${reply.toString()}`;
      host.connection.destroy(new WireError('protocol', words, { phase: 'data', reply }));
      // The command's own reply has come, so nobody else tells this message.
      this.fail(host.connection.lost ?? new WireError('protocol', words, { phase: 'data', reply }));
      return;
    }
    if (reply.code < 300 || reply.code > 399) {
      host.dirty = this.mailReply?.ok === true;
      host.released(this);
      this.settle(this.deliverable ? this.#refused('rejected-data', reply) : this.refusal());
      return;
    }
    this.#final = new Step(this, FINAL, 'DOT', 'block');
    if (this.deliverable) {
      this.#sendBody(this.#final);
      return;
    }
    // Nobody accepted, yet the server waits for a body: nothing but the dot can end this (RFC 2920 section 3.1).
    this.#instead = this.refusal();
    host.connection.expect(this.#final);
    this.#sendDot(this.#final, '.\r\n');
  }

  #sendBody(final: Step): void {
    const { connection } = this.host;
    const { message, source, size } = this.prepared;
    const writer = new DataWriter(connection, message.canonical === true);
    // The reply to the dot may come early: a server that has seen enough says so before the end.
    connection.expect(final);
    this.bodyTaken = true;
    let sent: number | Promise<number>;
    try {
      sent = writer.write(source, size);
    } catch (error) {
      this.#bodyFailed(error);
      return;
    }
    if (typeof sent === 'number') {
      this.#bytes = sent;
      this.finalSent = true;
      this.#sendDot(final, writer.finish());
      return;
    }
    connection.bodyBegun();
    sent.then(
      (bytes) => {
        connection.bodyEnded();
        if (this.over) return;
        this.#bytes = bytes;
        this.finalSent = true;
        this.#sendDot(final, writer.finish());
        connection.flush();
      },
      (error: unknown) => {
        connection.bodyEnded();
        this.#bodyFailed(error);
      },
    );
  }

  #sendDot(final: Step, text: string): void {
    const { connection } = this.host;
    connection.tellCommand('.', 'DOT');
    connection.sendText(text);
    final.phase = 'dot';
    this.host.released(this);
  }

  // A dot would deliver half a message, so the only way out is to end the connection.
  #bodyFailed(error: unknown): void {
    if (this.over) return;
    const reason = error instanceof WireError ? error : new WireError('source-failed', String(error), { cause: error });
    // The connection is gone when the outcome is told, so that nobody thinks it could still be used.
    this.#instead = reason;
    const words = 'The connection was closed because a message on it could not be sent to its end.';
    this.host.connection.destroy(new WireError('closed', words, { phase: 'block', cause: reason }));
  }

  #finished(reply: Reply): void {
    if (this.#final?.phase === 'block') {
      // The answer came before the end of the body. What is left of the body can't be taken back.
      const early = reply.ok
        ? new WireError('protocol', `The server accepted the message before its end: ${reply.toString()}`, {
            phase: 'block',
            reply,
          })
        : this.#refused('rejected-message', reply);
      this.#instead = early;
      const words = `The connection was closed because the server answered before the end of a body: ${reply.toString()}`;
      this.host.connection.destroy(new WireError('closed', words, { phase: 'block', reply, cause: early }));
      return;
    }
    if (this.#instead !== null) this.settle(this.#instead);
    else if (reply.ok) this.deliver(reply, this.#bytes);
    else this.settle(this.#refused('rejected-message', reply));
  }

  #refused(code: 'rejected-data' | 'rejected-message', reply: Reply): WireError {
    const words = `The server refused the message: ${reply.toString()}`;
    return new WireError(code, words, {
      phase: code === 'rejected-data' ? 'data' : 'dot',
      reply,
      ...(this.refusals.length === 0 ? {} : { refusals: this.refusals }),
    });
  }
}
