import { limit } from '../../base/index.js';

/** Most properties of one object in a TNEF stream. */
export const TNEF_PROPS: number = limit(
  'tnef.properties',
  4096,
  'properties',
  'Outlook writes a few hundred; each is an object in memory',
);

/** Most values of one property, and most rows of a recipient table, in a TNEF stream. */
export const TNEF_VALUES: number = limit(
  'tnef.values',
  20_000,
  'values',
  'a count is four bytes long, and what it counts needs at least as many: more is no count',
);

/** How deep messages may be embedded in a TNEF stream. */
export const TNEF_DEPTH: number = limit(
  'tnef.depth',
  8,
  'levels',
  'each level is a stream within the other; forwarded mail stays below that',
);
