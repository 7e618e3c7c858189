import { lastWordMs } from './limits.js';
import type { MailResolver } from './route/exchangers.js';

/** The moments between which a process can die with a difference to what it leaves. */
export type PipelinePoint =
  /** The MIME copy is made, and nothing of it is in the queue. */
  | 'rendered'
  /** Step 3: the copy is durable; the spooler does not know yet. */
  | 'accepted'
  /** Policies and routing have decided, and nothing of it is recorded. */
  | 'decided'
  /** Step 5 is recorded. */
  | 'routed'
  /** Copies are taken for an attempt. */
  | 'taken'
  /** The next hop has answered, and nothing of it is recorded. */
  | 'answered'
  /** Step 6 is recorded, with the reports that follow from it. */
  | 'recorded'
  /** A copy is filled into a message of its mailbox, which is not saved. */
  | 'filled'
  /** It is saved; the queue does not know yet. */
  | 'saved'
  /** The queue knows of the delivery. */
  | 'delivered';

/** What a test sets; a program leaves it as it is. */
export const trial: {
  /** Told of the moments. */
  passing: ((point: PipelinePoint) => void) | null;
  /** How long what is under way may take when the last session ends. */
  lastWordMs: number;
  /** The DNS; null for Node's. */
  resolver: MailResolver | null;
  /** Where a mail exchanger listens. */
  exchanger: (host: string) => { readonly host: string; readonly port: number };
} = { passing: null, lastWordMs, resolver: null, exchanger: (host) => ({ host, port: 25 }) };

/** Somebody comes to one of the moments. */
export const passing = (point: PipelinePoint): void => trial.passing?.(point);
