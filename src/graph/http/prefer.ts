import type { Answer, Call } from './route.js';

/** What a caller prefers, in one text. @spec RFC 7240 section 2 */
export const preferences = ({ headers }: Pick<Call, 'headers'>): string => [headers['prefer'] ?? []].flat().join(',');

/**
 * The answer to a change, for a caller that may not want to see what came of it.
 *
 * @param call the request
 * @param answer what is answered to everybody else
 * @returns with `Prefer: return=minimal` 204 without a body; what was made is then known by its address
 * @spec RFC 7240 section 4.2
 */
export function asPreferred(call: Pick<Call, 'headers'>, answer: Answer): Answer {
  const [, wished] = /(?:^|[\s,;])return\s*=\s*"?(minimal|representation)\b/i.exec(preferences(call)) ?? [];
  if (wished === undefined) return answer;
  const { 'preference-applied': others, ...headers } = answer.headers ?? {};
  const word = wished.toLowerCase();
  const all = {
    ...headers,
    'preference-applied': [...(others === undefined ? [] : [others]), `return=${word}`].join(),
  };
  if (word === 'representation') return { ...answer, headers: all };
  // The form of a body that nobody sees was not chosen.
  const { location } = answer.headers ?? {};
  const minimal = { ...headers, 'preference-applied': 'return=minimal' };
  return { status: 204, headers: location === undefined ? minimal : { ...minimal, 'odata-entityid': location } };
}
