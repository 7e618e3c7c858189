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
  'A next hop that hangs holds up some of them; each holds one piece of a message in memory',
);

/** Transactions that are under way to the same next hop. */
export const perHopAtOnce: number = limit(
  'pipeline.perHopAtOnce',
  5,
  'transactions',
  'The others must not wait for one that hangs; servers refuse more connections of one client',
);

/** Submissions for which the policies and the DNS are asked at the same time. */
export const routedAtOnce: number = limit(
  'pipeline.routedAtOnce',
  20,
  'submissions',
  'The answer for one that hangs holds up as many; they share one transaction',
);

/** How long a policy may take for one message. */
export const policyMs: number = limit(
  'pipeline.policyMs',
  60_000,
  'milliseconds',
  'One that hangs must not hold up the mail of all; its message waits, and is shown to it again',
);

/** Servers to which connections are kept, or were lately. */
export const serversKept: number = limit(
  'pipeline.serversKept',
  200,
  'servers',
  'Mail exchangers of every domain of the world come by in the course of time',
);

/** Bytes of a message that are held at once. */
export const pieceBytes: number = limit(
  'pipeline.pieceBytes',
  1024 * 1024,
  'bytes',
  'Larger messages go into the queue and out of it in pieces; most are smaller, and are one',
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

/** When the sender hears that a message is late. */
export const warnAfterMs: number = limit(
  'pipeline.warnAfterMs',
  4 * 3600 * 1000,
  'milliseconds',
  'RFC 5321 section 4.5.4.1: a pause of the queue is no news; half a day without a word is',
);

/** How long is remembered what happened to a submission, where `pipeline.json` says nothing. */
export const keptDays: number = limit(
  'pipeline.keptDays',
  30,
  'days',
  'People ask within weeks what became of a message; the events of one need about a kilobyte',
);

/** How many submissions are remembered that are done with, where `pipeline.json` says nothing. */
export const keptSubmissions: number = limit(
  'pipeline.keptSubmissions',
  100_000,
  'submissions',
  'About a hundred megabytes of events',
);

/** How much longer a submission is kept whose spooler has not said that it is finished. */
export const unfinishedFactor: number = limit(
  'pipeline.unfinishedFactor',
  10,
  'times',
  'A profile that nobody opens for weeks may offer a message again that was sent: the queue has to know it then',
);

/** Submissions that are forgotten in one transaction. */
export const cleanedAtOnce: number = limit(
  'pipeline.cleanedAtOnce',
  500,
  'submissions',
  'A few milliseconds, during which nobody else writes',
);

/** How many of the newest submissions are told of to whoever names none. */
export const recentShown: number = limit(
  'pipeline.recentShown',
  50,
  'submissions',
  'What a person looks through; each comes with all of its events',
);

/** How often old submissions are looked for. */
export const cleanEveryMs: number = limit(
  'pipeline.cleanEveryMs',
  600_000,
  'milliseconds',
  'What is an hour too old harms nobody',
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
