import { limit } from '../../base/index.js';

/** Messages of one store that are on their way at the same time. */
export const inFlight: number = limit(
  'spooler.inFlight',
  80,
  'messages',
  'Ten connections have work while others begin, and others leave together (decision 0051); each holds its message open',
);

/** How long a transport may take for one call before it counts as hung. */
export const callMs: number = limit(
  'spooler.callMs',
  30 * 60 * 1000,
  'milliseconds',
  'RFC 5321 section 4.5.3.2 allows 10 minutes for the final reply alone; a large body takes its time before',
);

/** How long a transport may take to start and to log on before it counts as hung. */
export const logonMs: number = limit(
  'spooler.logonMs',
  5 * 60 * 1000,
  'milliseconds',
  'RFC 5321 section 4.5.3.2.1: a server may take that long to greet; the transports after it wait meanwhile',
);

/** How long a message hook may take over one message before it counts as hung. */
export const hookMs: number = limit(
  'spooler.hookMs',
  5 * 60 * 1000,
  'milliseconds',
  'Mail that has come in waits behind it, and nobody hears of it before; a hook sorts, files and answers, which takes seconds',
);

/** How long a preprocessor may take over one message before it counts as hung. */
export const preprocessMs: number = limit(
  'spooler.preprocessMs',
  30 * 60 * 1000,
  'milliseconds',
  'As long as a transport may take over a call: a large document is rendered page by page, and perhaps copied from a remote store',
);

/** How long a message that is on its way may take when the session ends. */
export const closingMs: number = limit(
  'spooler.closingMs',
  60_000,
  'milliseconds',
  'Whoever ends a session waits; most servers answer by then, and a message that is given up is sent again by the next session',
);

/** How long a transport may take to be logged off. */
export const logoffMs: number = limit(
  'spooler.logoffMs',
  30_000,
  'milliseconds',
  'A mail system takes up to twenty seconds to record what it has to cut off; others only say goodbye to their server',
);

/** How long a transport that counts as hung may take to be logged off. */
export const lastWordMs: number = limit(
  'spooler.lastWordMs',
  1000,
  'milliseconds',
  'It has shown that it does not answer; the end of the session must not wait for it a second time',
);

/** How long a message is tried. */
export const giveUpMs: number = limit(
  'spooler.giveUpMs',
  4 * 24 * 3600 * 1000,
  'milliseconds',
  'RFC 5321 section 4.5.4.1: four or five days at least',
);

/** The longest pause between two attempts. */
export const longestPauseMs: number = limit(
  'spooler.longestPauseMs',
  4 * 3600 * 1000,
  'milliseconds',
  'RFC 5321 section 4.5.4.1: several hours after the first attempts have failed',
);

/** How long a deferral holds for processes that can't see whether its spooler runs; it is renewed four times as often. */
export const deferralMs: number = limit(
  'spooler.deferralMs',
  10 * 60_000,
  'milliseconds',
  'A spooler of another machine that died holds up its mail no longer; a clock may be wrong by a few minutes',
);

/** The pause when a transport is busy. */
export const busyMs: number = limit(
  'spooler.busyMs',
  5000,
  'milliseconds',
  'MAPI_E_BUSY means that something else is under way, which takes seconds',
);

/** How often transports are asked for new mail that do not tell of it themselves. */
export const pollMs: number = limit(
  'spooler.pollMs',
  60_000,
  'milliseconds',
  'People expect mail within a minute; servers are asked no more often than clients usually do',
);

/** Rows of the queue that are looked at together. */
export const queuePage: number = limit(
  'spooler.queuePage',
  256,
  'rows',
  'Enough to find work for all that may be on their way; the rest of a long queue waits in the store',
);

/** How often a queue is looked through from its beginning while messages leave it. */
export const anewMs: number = limit(
  'spooler.anewMs',
  1000,
  'milliseconds',
  'A message that was taken back and submitted again may be passed over while its first submission ends; a second later it is seen',
);

/** Messages that a transport may hand over in one go. */
export const inboundBatch: number = limit(
  'spooler.inboundBatch',
  10_000,
  'messages',
  'A transport that never stops handing over would keep everything else waiting',
);

/** How often a message that came in is completed anew when somebody changes it meanwhile. */
export const inboundTries: number = limit(
  'spooler.inboundTries',
  10,
  'tries',
  'Each time somebody must have changed it within milliseconds; a program that never stops would hold up all mail behind it',
);

/** How long a transport that could not be logged on is left alone. */
export const logonPauseMs: number = limit(
  'spooler.logonPauseMs',
  60_000,
  'milliseconds',
  'A broken account or a server that is away is not mended within seconds',
);
