import type { WireError } from '../error.js';
import type { SmtpConnection } from './connection.js';
import type { MessagePipeline } from './pipeline.js';

/** A connection of the pool. */
export interface Member {
  readonly connection: SmtpConnection;
  readonly pipeline: MessagePipeline;
  /** Connections count from 1 in the order in which they stood. */
  readonly number: number;
  given: number;
  delivered: number;
  /** The server takes no more messages on it. */
  full: boolean;
  idleSince: number;
}

/**
 * Whether a server may mean the connection rather than the message: it puts MAIL off, or takes its leave.
 *
 * @param error how a message on the connection ended
 */
export function hasItsFill(error: WireError): boolean {
  const code = error.reply?.code ?? 0;
  return code === 421 || (error.code === 'rejected-sender' && code >= 400 && code < 500);
}

/** Looks after unused connections: one timer for all of them. */
export class IdleWatch {
  readonly #seconds: number;
  readonly #members: readonly Member[];
  readonly #retire: (member: Member) => void;
  #timer: NodeJS.Timeout | null = null;
  #stopped = false;

  /**
   * @param seconds how long a connection may be unused; 0 for ever
   * @param members the pool's connections
   * @param retire called with each that was unused too long
   */
  constructor(seconds: number, members: readonly Member[], retire: (member: Member) => void) {
    this.#seconds = seconds;
    this.#members = members;
    this.#retire = retire;
  }

  /**
   * Notes that a connection is unused from now on.
   *
   * @param member the connection
   */
  rest(member: Member): void {
    member.idleSince = performance.now();
    this.#arm();
  }

  /** Ends the watch for good. */
  stop(): void {
    this.#stopped = true;
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }

  #arm(): void {
    if (this.#seconds <= 0 || this.#timer !== null || this.#stopped) return;
    this.#timer = setTimeout(() => {
      this.#timer = null;
      const before = performance.now() - this.#seconds * 1000;
      for (const each of [...this.#members]) {
        if (each.pipeline.load > 0) continue;
        if (each.idleSince <= before + 1) this.#retire(each);
        else this.#arm();
      }
    }, this.#seconds * 1000);
    this.#timer.unref();
  }
}
