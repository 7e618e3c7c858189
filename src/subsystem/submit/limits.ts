import { limit } from '../../base/index.js';

/** Rows read of a recipient table in one call. */
export const maxRows: number = limit(
  'submit.maxRows',
  1_000_000,
  'rows',
  'A message with more recipients than any server takes in a day is a mistake',
);

/** Levels of lists within lists. */
export const listDepth: number = limit(
  'submit.listDepth',
  16,
  'levels',
  'Lists nested deeper contain themselves in some way that comparing them does not show',
);
