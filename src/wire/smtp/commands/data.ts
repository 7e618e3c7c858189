import type { SmtpConnection } from '../connection.js';
import { DataWriter } from '../data-writer.js';
import type { Reply } from '../reply.js';
import type { ByteSource } from '../source/byte-source.js';

/**
 * Asks the server to take the body.
 *
 * @param connection after at least one RCPT that was accepted
 * @returns the reply; 354 lets a {@link DataBody} follow
 * @throws {WireError} why the connection ended
 * @spec RFC 5321 section 4.1.1.4
 */
export function data(connection: SmtpConnection): Promise<Reply> {
  return connection.command('DATA', { phase: 'data' });
}

/** The body after a 354, in as many parts as the caller likes, and the dot that ends it. */
export class DataBody {
  readonly #connection: SmtpConnection;
  readonly #writer: DataWriter;

  /**
   * @param connection after its 354
   * @param canonical the caller's promise that the parts have only CRLF line ends and no line that begins with a dot
   */
  constructor(connection: SmtpConnection, canonical = false) {
    this.#connection = connection;
    this.#writer = new DataWriter(connection, canonical);
  }

  /**
   * Sends a part, dot-stuffed and with CRLF line ends; parts may be cut anywhere.
   *
   * @param source the part
   * @param total the size of the whole body for observers, or null
   * @returns the body bytes sent so far, once the operating system has them
   * @throws {WireError} `source-failed`: only dropping the connection keeps half a message from being delivered then;
   *   why the connection ended, when it did
   */
  async send(source: ByteSource, total: number | null = source.size ?? null): Promise<number> {
    this.#connection.bodyBegun();
    try {
      const sent = await this.#writer.write(source, total);
      await this.#connection.flushed();
      return sent;
    } finally {
      this.#connection.bodyEnded();
    }
  }

  /**
   * Ends the body: completes its last line, where it lacks its end, and sends the dot.
   *
   * @returns the reply, good or bad
   * @throws {WireError} `in-doubt` is not told apart here: why the connection ended
   * @spec RFC 5321 section 4.5.2
   */
  end(): Promise<Reply> {
    return new Promise((resolve, reject) => {
      const connection = this.#connection;
      connection.tellCommand('.', 'DOT');
      connection.sendText(this.#writer.finish());
      connection.expect({ verb: 'DOT', phase: 'dot', address: null, reply: resolve, fail: reject });
      connection.flush();
    });
  }
}
