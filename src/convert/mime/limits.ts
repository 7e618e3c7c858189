import { limit } from '../../base/index.js';

/** Most bytes of one body that is rendered. */
export const BODY_BYTES: number = limit(
  'mime.bodyBytes',
  64 * 1024 * 1024,
  'bytes',
  'a body is encoded in memory, as whether quoted-printable or base64 is shorter depends on all of it; attachments are not',
);

/** Most attachments of one message. */
export const ATTACHMENTS: number = limit(
  'mime.attachments',
  10_000,
  'attachments',
  'each has a header of its own in memory; far above what any mailbox takes',
);

/** How deep messages may be embedded in each other. */
export const DEPTH: number = limit(
  'mime.depth',
  32,
  'levels',
  'each level is rendered within the other; forwarded conversations stay below ten',
);

/** Most recipients of one message. */
export const RECIPIENT_ROWS: number = limit(
  'mime.recipients',
  100_000,
  'recipients',
  'the header names each of them, in memory; servers take a tenth of that at most',
);

/** Most identifiers of References. */
export const REFERENCES: number = limit(
  'mime.references',
  100,
  'identifiers',
  'RFC 5322 section 3.6.4 lets References grow with every reply; the first and the last ones find the thread',
);

/** Longest single value of a header field. */
export const HEADER_VALUE: number = limit(
  'mime.headerValue',
  64 * 1024,
  'characters',
  'servers refuse header sections beyond 100 KB or so; a value that is longer is no header any more',
);

/** Bytes of an attachment in memory at once. A multiple of 57, of which base64 makes a line each. */
export const CHUNK_BYTES: number = limit(
  'mime.chunkBytes',
  57 * 1024,
  'bytes',
  'one read of an attachment: large enough that the calls do not count, small enough for many messages at once',
);

/** Most bytes of a message that is read. */
export const READ_MESSAGE_BYTES: number = limit(
  'mime.readMessageBytes',
  256 * 1024 * 1024,
  'bytes',
  'without what goes from base64 into attachments piece by piece; parts of other encodings and TNEF are decoded in memory, of one such message at a time',
);

/** Most bytes of the header of a message that is read, those of its parts with it. */
export const READ_HEADER_BYTES: number = limit(
  'mime.readHeaderBytes',
  2 * 1024 * 1024,
  'bytes',
  'servers refuse header sections far smaller; what is larger was made to harm',
);

/** How deep the parts of a message that is read may lie within each other. */
export const READ_DEPTH: number = limit(
  'mime.readDepth',
  32,
  'levels',
  'mailing lists and forwarding make a handful; what is deeper was made to harm, and is kept as one attachment',
);

/** How deep messages within a message are read. */
export const READ_EMBEDDED: number = limit(
  'mime.readEmbedded',
  16,
  'levels',
  'forwarded conversations stay below ten; each level holds its bytes once more, and what is deeper is kept as a file',
);

/** How many parts of a message are told apart, those of embedded messages with it. */
export const READ_PARTS: number = limit(
  'mime.readParts',
  10_000,
  'parts',
  'as many attachments as a message may have; what follows stays together in the last one',
);

/** Most addresses that are read of one field. */
export const READ_ADDRESSES: number = limit(
  'mime.readAddresses',
  20_000,
  'addresses',
  'servers take a tenth of that; the names of the rest stay in the header',
);

/** Most letters of the name or the address of somebody in a header. */
export const READ_NAME: number = limit(
  'mime.readName',
  2_000,
  'letters',
  'a line of mail has half of that; a longer name is cut, a longer address is none that any server takes',
);

/** Most recipients that are read. */
export const READ_RECIPIENTS: number = limit(
  'mime.readRecipients',
  50_000,
  'recipients',
  'each is a row of the recipient table; servers take a tenth of that at most',
);

/** Most recipients of whom a report is read. */
export const REPORT_RECIPIENTS: number = limit(
  'mime.reportRecipients',
  10_000,
  'recipients',
  'servers write one report for at most as many recipients as one transaction has',
);

/** Bytes of a message from which on it is read piece by piece, where it lies somewhere else. */
export const STREAMED_BYTES: number = limit(
  'mime.streamedBytes',
  1024 * 1024,
  'bytes',
  'most messages are smaller, and reading them at once is quicker',
);

/** Most bytes of such a message that are held while others are read, too. */
export const HELD_BYTES: number = limit(
  'mime.heldBytes',
  16 * 1024 * 1024,
  'bytes',
  'texts and structure have far less; of messages with more, in large parts that are no base64, one is read at a time',
);

/** Bytes of base64 from which on a part of such a message is not held. */
export const GAP_BYTES: number = limit(
  'mime.gapBytes',
  64 * 1024,
  'bytes',
  'texts and structure are smaller; what is larger is attached, and goes from where it lies into the store',
);
