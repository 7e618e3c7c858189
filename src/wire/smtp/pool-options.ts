import type { ConnectDelay } from './outage.js';
import type { SessionOptions } from './session.js';

/** How a pool uses its connections. */
export interface PoolOptions extends SessionOptions {
  /** Most connections at once; 5 by default. */
  readonly maxConnections?: number;
  /** Messages after which a connection is closed politely; no bound by default. */
  readonly maxMessages?: number;
  /** Seconds after which an unused connection is closed politely; 30 by default, 0 keeps it. */
  readonly idleSeconds?: number;
  /** Most messages whose final replies are open on one connection, where the server takes BDAT. */
  readonly inFlight?: number;
  /** Most messages that wait; beyond it `send` fails with `too-many`. */
  readonly queueLimit?: number;
  /** How often a message that was certainly not delivered is tried on another connection; 2 by default. */
  readonly retries?: number;
  /** How often connecting is tried again while no connection stands, before what waits fails; 4 by default. */
  readonly connectRetries?: number;
  /** How long to wait before each of these attempts; 1, 2, 4 ... 60 seconds by default, and never longer. */
  readonly connectDelay?: ConnectDelay;
}
