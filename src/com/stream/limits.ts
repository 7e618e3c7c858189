import { limit } from '../../base/index.js';

/** The highest position a seek pointer can have. */
export const highestPosition: number = limit(
  'com.stream.position',
  Number.MAX_SAFE_INTEGER,
  'bytes',
  "Node's file functions count positions in doubles, which are exact up to here.",
);

/** The largest stream in memory. */
export const memoryBytes: number = limit(
  'com.stream.memoryBytes',
  1 << 30,
  'bytes',
  'Growing copies, so twice this must fit for a moment; larger bodies belong in a file.',
);

/** How much is copied or handed on at a time. */
export const chunkBytes: number = limit(
  'com.stream.chunkBytes',
  64 << 10,
  'bytes',
  'Large enough that calls cost little per byte, small enough that many streams at once stay cheap.',
);
