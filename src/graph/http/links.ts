import type { Call } from './route.js';

/**
 * The address of the next page.
 *
 * @param call the request
 * @param skip how many are passed over
 */
export function nextLink(call: Pick<Call, 'query' | 'url'>, skip: number): string {
  const options = new URLSearchParams(call.query);
  for (const name of [...options.keys()]) if (/^\$?skip$/i.test(name)) options.delete(name);
  options.set('$skip', String(skip));
  return `${call.url}?${options.toString().replaceAll('%24', '$')}`;
}
