import { GraphError } from '../http/error.js';
import { EXPRESSION_CHARS } from './limits.js';

/** A word, a literal or a sign of an OData expression. */
export type Token =
  | { readonly kind: 'name'; readonly text: string; readonly at: number }
  | { readonly kind: 'string'; readonly text: string; readonly at: number }
  | { readonly kind: 'number'; readonly text: string; readonly at: number }
  | { readonly kind: 'time'; readonly text: string; readonly at: number }
  | { readonly kind: 'sign'; readonly text: '(' | ')' | ',' | '/' | ':'; readonly at: number }
  | { readonly kind: 'end'; readonly text: ''; readonly at: number };

/** An expression that is none, or says what is not supported here. */
export const badFilter = (message: string): GraphError => new GraphError(400, 'ErrorInvalidUrlQueryFilter', message);

const patterns: readonly (readonly [Exclude<Token['kind'], 'end'>, RegExp])[] = [
  ['string', /'(?:[^']|'')*'/y],
  ['time', /\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,12})?)?(?:Z|[+-]\d\d:?\d\d)?)?/iy],
  ['number', /-?\d+(?:\.\d+)?(?:e[+-]?\d+)?/iy],
  ['name', /[A-Za-z_@$][\w.$@]*/y],
  ['sign', /[(),/:]/y],
];

/**
 * Takes an expression apart.
 *
 * @param text the expression
 * @throws {GraphError} `ErrorInvalidUrlQueryFilter`
 */
export function tokensOf(text: string): readonly Token[] {
  if (text.length > EXPRESSION_CHARS) throw badFilter(`The expression has more than ${EXPRESSION_CHARS} characters.`);
  const tokens: Token[] = [];
  for (let at = 0; ; ) {
    while (/\s/.test(text[at] ?? '')) at++;
    if (at >= text.length) {
      tokens.push({ kind: 'end', text: '', at });
      return tokens;
    }
    const found = next(text, at);
    tokens.push(found.token);
    at = found.end;
  }
}

function next(text: string, at: number): { readonly token: Token; readonly end: number } {
  for (const [kind, pattern] of patterns) {
    pattern.lastIndex = at;
    const [match] = pattern.exec(text) ?? [];
    if (match === undefined) continue;
    const value = kind === 'string' ? match.slice(1, -1).replaceAll("''", "'") : match;
    return { token: { kind, text: value, at } as Token, end: at + match.length };
  }
  throw badFilter(`Syntax error at position ${at} in '${text}'.`);
}
