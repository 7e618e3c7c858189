import { limit } from '../../base/index.js';

/** Longest reply line, with its line end. */
export const REPLY_LINE_BYTES: number = limit(
  'smtp.replyLineBytes',
  12_288,
  'bytes',
  'RFC 5321 section 4.5.3.1.5 asks for 512; RFC 4954 section 4 lets a challenge have 12,288.',
);

/** Most lines of one reply. */
export const REPLY_LINES: number = limit(
  'smtp.replyLines',
  1000,
  'lines',
  'No limit in RFC 5321; a thousand lines is far beyond any greeting or EHLO answer seen.',
);

/** Most bytes of one reply. */
export const REPLY_BYTES: number = limit(
  'smtp.replyBytes',
  256 * 1024,
  'bytes',
  'Holds a thousand lines of ordinary length; a server that goes on longer is broken or hostile.',
);

/** Longest command line that is sent, with its line end and the parameters of every extension. */
export const COMMAND_LINE_BYTES: number = limit(
  'smtp.commandLineBytes',
  2048,
  'bytes',
  'RFC 5321 section 4.5.3.1.4 gives 512 and each extension adds its own; all of them together stay below this.',
);

/** Longest line of an authentication dialog, with its line end. */
export const AUTH_LINE_BYTES: number = limit('smtp.authLineBytes', 12_288, 'bytes', 'RFC 4954 section 4.');

/** Longest AUTH command that still carries its initial response. */
export const AUTH_COMMAND_BYTES: number = limit(
  'smtp.authCommandBytes',
  512,
  'bytes',
  'RFC 4954 section 4: a longer initial response waits for the empty challenge, since it may not fit a command line.',
);

/** Longest part of an address before the @. */
export const LOCAL_PART_BYTES: number = limit(
  'smtp.localPartBytes',
  64,
  'bytes',
  'RFC 5321 section 4.5.3.1.1; the length is only held for servers that say so, but longer ones never arrive.',
);

/** Longest domain of an address. */
export const DOMAIN_BYTES: number = limit('smtp.domainBytes', 255, 'bytes', 'RFC 5321 section 4.5.3.1.2.');

/** Longest path, with its angle brackets. */
export const PATH_BYTES: number = limit('smtp.pathBytes', 256, 'bytes', 'RFC 5321 section 4.5.3.1.3.');

/** Longest envelope identifier after it is encoded. */
export const ENVELOPE_ID_BYTES: number = limit(
  'smtp.envelopeIdBytes',
  100,
  'bytes',
  'RFC 3461 section 4.4: at most 100 characters.',
);

/** Longest ORCPT parameter after it is encoded. */
export const ORIGINAL_RECIPIENT_BYTES: number = limit(
  'smtp.originalRecipientBytes',
  500,
  'bytes',
  'RFC 3461 section 4.2.',
);

/** Most recipients of one message. */
export const RECIPIENTS: number = limit(
  'smtp.recipients',
  100_000,
  'recipients',
  'A list that long is split by its owner; the bound keeps one call from holding a connection for hours.',
);

/** Commands of one message sent ahead of their replies. */
export const PIPELINED_COMMANDS: number = limit(
  'smtp.pipelinedCommands',
  1000,
  'commands',
  'RFC 2920 section 3.1 bounds it by the TCP window; a thousand recipients are about 64 KB.',
);

/** Messages sent ahead of their final replies where the server takes BDAT. */
export const MESSAGES_IN_FLIGHT: number = limit(
  'smtp.messagesInFlight',
  16,
  'messages',
  'Fills a path of 50 ms with small mail; each of them is in doubt when the connection is lost.',
);

/** Body bytes sent ahead of their replies where the server takes BDAT. */
export const BDAT_WINDOW_BYTES: number = limit(
  'smtp.bdatWindowBytes',
  1024 * 1024,
  'bytes',
  'RFC 3030 section 4.2 lets chunks be pipelined; the window keeps a refusal from costing more than this.',
);

/** Bytes of a body chunk that comes from a file. */
export const CHUNK_BYTES: number = limit(
  'smtp.chunkBytes',
  256 * 1024,
  'bytes',
  'A file of 500 MB costs a third less processor time than in chunks of 64 KB; a connection holds at most three.',
);

/** Most messages that wait in a pool. */
export const POOL_QUEUE: number = limit(
  'smtp.poolQueue',
  1_000_000,
  'messages',
  'A waiting message costs about 1 KB without its body; beyond this the caller is told to slow down.',
);

/** How often a pool tries to connect again while no connection stands. */
export const CONNECT_RETRIES: number = limit(
  'smtp.connectRetries',
  4,
  'attempts',
  'With the delays between them 15 seconds: a mail server is restarted in less, and whoever waits hears soon enough.',
);

/** Seconds before a pool tries to connect again for the first time. */
export const CONNECT_DELAY_FIRST: number = limit(
  'smtp.connectDelayFirst',
  1,
  'seconds',
  'A server that is being restarted is back in about this time; each further delay is twice as long.',
);

/** Most seconds between two attempts of a pool to connect. */
export const CONNECT_DELAY_MOST: number = limit(
  'smtp.connectDelayMost',
  60,
  'seconds',
  'A connection a minute burdens nobody; longer waits are for a spool that survives the process (RFC 5321 section 4.5.4.1).',
);
