import { limit } from '../../base/index.js';

export const BODY_BYTES: number = limit(
  'graph.bodyBytes',
  40 * 1024 * 1024,
  'bytes',
  'a message of 25 MB in base64 within JSON, and a little more; Graph itself takes 4 MB and sends the rest by upload sessions',
);
export const JSON_DEPTH: number = limit(
  'graph.jsonDepth',
  32,
  'levels',
  'a message with a message attached needs eight',
);
export const PAGE_ROWS: number = limit('graph.pageRows', 1000, 'rows', "the most that Graph's $top takes for messages");
export const SKIP_ROWS: number = limit(
  'graph.skipRows',
  1_000_000,
  'rows',
  'more than a mailbox has that is read page by page; a merged list reads as many rows as it skips',
);
export const CALLS_AT_ONCE: number = limit(
  'graph.callsAtOnce',
  64,
  'calls',
  'what one mailbox works on at a time; a caller beyond that waits a second and comes again (429)',
);
export const BATCH_REQUESTS: number = limit(
  'graph.batchRequests',
  20,
  'requests',
  'as many as Graph takes in one batch',
);
export const REQUEST_SECONDS: number = limit(
  'graph.requestSeconds',
  300,
  'seconds',
  'within which a request must have come whole: the largest body over a line of a megabit; a peer that trickles holds a connection and what it has sent',
);
