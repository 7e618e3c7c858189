import { limit } from '../../base/index.js';

/** How deep restrictions nest. */
export const maxDepth: number = limit(
  'mapi.restrictionDepth',
  100,
  'levels',
  'every visitor recurses; what people and programs build by hand stays far below',
);
/** How many parts a restriction has. */
export const maxNodes: number = limit(
  'mapi.restrictionNodes',
  10_000,
  'parts',
  'room for a list of some thousand keys, little enough to compile for one call',
);
/** How long a pattern is. */
export const maxPatternElements: number = limit(
  'mapi.patternElements',
  128,
  'elements',
  'a pattern costs its length times that of the text',
);
/** How much of a text a pattern sees. */
export const maxPatternText: number = limit(
  'mapi.patternText',
  65_536,
  'characters',
  'with the longest pattern that is some eight million steps for each value',
);
/** How many columns a sort order has. */
export const maxSortColumns: number = limit(
  'mapi.sortColumns',
  32,
  'columns',
  'IMAPITable::SortTable lets a table refuse more columns than it can handle; no view shows as many',
);
/** How many rows one row becomes. */
export const maxInstances: number = limit(
  'mapi.instancesPerRow',
  10_000,
  'rows',
  'columns of single instances multiply: three of a hundred values would make a million rows of one',
);
