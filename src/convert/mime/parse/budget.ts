import { READ_DEPTH, READ_EMBEDDED, READ_HEADER_BYTES, READ_PARTS } from '../limits.js';

/** What may still be spent on a message, with all that is embedded in it. */
export interface Budget {
  /** Bytes of headers that are looked at. */
  headerBytes: number;
  /** Parts that are taken apart. */
  parts: number;
  /** How deep parts may lie within each other. */
  readonly depth: number;
  /** How deep messages may be embedded in each other. */
  embedded: number;
}

/** What is spent on one message. */
export const newBudget = (): Budget => ({
  headerBytes: READ_HEADER_BYTES,
  parts: READ_PARTS,
  depth: READ_DEPTH,
  embedded: READ_EMBEDDED,
});
