import { limit } from '../../base/index.js';

export const EXPRESSION_CHARS: number = limit(
  'graph.expressionChars',
  8192,
  'characters',
  'an address has about as many, and nobody writes such a filter by hand',
);
export const EXPRESSION_DEPTH: number = limit(
  'graph.expressionDepth',
  64,
  'levels',
  'parentheses and negations within each other; restrictions have the same bound',
);
