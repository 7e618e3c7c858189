import type { BenchMessage, MessageKind } from '../messages.js';

/** How a contender is to send. */
export interface SenderSetup {
  readonly contender: 'comail' | 'imnxport' | 'nodemailer';
  readonly port: number;
  /** TLS from the first octet; the sink's certificate is not verified by either contender. */
  readonly tls: boolean;
  readonly connections: number;
  /** Messages handed over and not yet answered, at any moment. */
  readonly outstanding: number;
  readonly kind: MessageKind;
  /** Recipients of each message. */
  readonly recipients: number;
  /** The file that holds the large message. */
  readonly file: string | null;
}

/** What is needed to send one message. */
export interface Order {
  readonly from: string;
  readonly to: readonly string[];
  readonly message: BenchMessage;
}

/** One way of sending mail, open and ready. */
export interface Contender {
  /** Sends a message and waits for the server's final reply to it. */
  send(order: Order): Promise<unknown>;
  /** Sends a message that lies in a file. */
  sendFile(order: Order, path: string): Promise<unknown>;
  /** Lets go of the connections. */
  close(): Promise<void>;
}
