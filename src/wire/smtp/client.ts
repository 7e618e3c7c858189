import { quit } from './commands/quit.js';
import type { SmtpConnection } from './connection.js';
import { type Message, prepareMessage } from './message.js';
import { MessagePipeline } from './pipeline.js';
import { openSession, type SessionOptions } from './session.js';
import type { SendResult } from './transaction.js';

/**
 * One connection that sends messages. Several may be given at once: they are pipelined where the server allows it.
 */
export class SmtpClient {
  /** The connection itself, for single commands and for what it knows. */
  readonly connection: SmtpConnection;
  readonly #pipeline: MessagePipeline;

  /**
   * @param connection greeted, and logged on where that is needed
   * @param inFlight the most messages whose final replies are open, where the server takes BDAT
   */
  constructor(connection: SmtpConnection, inFlight?: number) {
    this.connection = connection;
    this.#pipeline = new MessagePipeline(connection, inFlight);
  }

  /**
   * Connects, secures and logs on.
   *
   * @param options where to, and how
   * @throws {WireError} what {@link openSession} throws
   */
  static async connect(options: SessionOptions & { readonly inFlight?: number }): Promise<SmtpClient> {
    return new SmtpClient(await openSession(options), options.inFlight);
  }

  /**
   * Sends a message after those that were given before it.
   *
   * @param message envelope and body
   * @returns what the server said, and which recipients it took
   * @throws {WireError} `bad-argument`, `too-many`, `unsupported` or `too-large` before a byte is sent;
   *   `rejected-sender`, `rejected-recipients`, `rejected-data` or `rejected-message` with the server's reply;
   *   `source-failed` when the body can't be read; `in-doubt` when the connection ended after the whole message was
   *   sent and the server had not said 421 before, its `cause` the reason; otherwise why the connection ended, and the
   *   message was certainly not delivered
   */
  send(message: Message): Promise<SendResult> {
    return new Promise((resolve, reject) => {
      this.#pipeline.send(prepareMessage(message), (error, result) => {
        if (result !== null) resolve(result);
        else if (error !== null) reject(error);
      });
    });
  }

  /** Lets everything that was given be answered, says QUIT and closes. */
  async quit(): Promise<void> {
    await this.#pipeline.idle();
    await quit(this.connection);
  }

  /** Closes at once; messages that are not settled fail with `closed`, or `in-doubt`. */
  close(): void {
    this.connection.destroy();
  }
}
