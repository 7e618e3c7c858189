import type { WireError } from '../error.js';
import type { Reply } from './reply.js';
import type { TimedPhase } from './timeouts.js';

/** One command that waits for its reply. Either method is called, once. */
export interface Exchange {
  /** Which command: `EHLO`, `AUTH`, `DOT` ... */
  readonly verb: string;
  /** Which timeout holds while it is the next to be answered. */
  readonly phase: TimedPhase;
  /** The sender or recipient it is about. */
  readonly address: string | null;
  /** The reply has come, good or bad. */
  reply(reply: Reply): void;
  /** The connection ended before the reply. */
  fail(error: WireError): void;
}
