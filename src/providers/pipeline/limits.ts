import { limit } from '../../base/index.js';

/** Most recipients of one transaction. */
export const recipientsAtOnce: number = limit(
  'pipeline.recipientsAtOnce',
  100,
  'recipients',
  'RFC 5321 section 4.5.3.1.8: every server takes that many; more go in further transactions',
);

/** Transactions that are under way at the same time. */
export const sendingAtOnce: number = limit(
  'pipeline.sendingAtOnce',
  20,
  'transactions',
  'A next hop that hangs holds up one of them; each holds one message in memory',
);

/** The first pause between two attempts; it doubles each time. */
export const firstPauseMs: number = limit(
  'pipeline.firstPauseMs',
  60_000,
  'milliseconds',
  'A connection that is lost now is often there again soon',
);

/** The longest pause between two attempts. */
export const longestPauseMs: number = limit(
  'pipeline.longestPauseMs',
  4 * 3600 * 1000,
  'milliseconds',
  'RFC 5321 section 4.5.4.1: several hours after the first attempts have failed',
);

/** How long a message is tried. */
export const giveUpMs: number = limit(
  'pipeline.giveUpMs',
  4 * 24 * 3600 * 1000,
  'milliseconds',
  'RFC 5321 section 4.5.4.1: four or five days at least',
);

/** Received fields beyond which a message goes in circles. */
export const mostHops: number = limit(
  'pipeline.mostHops',
  100,
  'fields',
  'RFC 5321 section 6.3: a large threshold, normally at least 100',
);

/** How often a message may have been here before. */
export const mostVisits: number = limit(
  'pipeline.mostVisits',
  5,
  'visits',
  'A message that is sent on as it came is here twice or three times; one in a circle comes again and again',
);

/** Bytes of the message that a report brings back whole; of a larger one only its header. */
export const reportBytes: number = limit(
  'pipeline.reportBytes',
  1024 * 1024,
  'bytes',
  'The sender has the message in Sent Items; a report must fit into a mailbox that is nearly full',
);

/** How long what is under way may take when the last session ends. */
export const lastWordMs: number = limit(
  'pipeline.lastWordMs',
  10_000,
  'milliseconds',
  'Nobody waits longer for a program to end; what is cut off is sent again by the next',
);
