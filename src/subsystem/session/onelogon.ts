import { ComError } from '../../com/index.js';
import { MAPI_E_TIMEOUT } from '../../mapi/index.js';

let last: Promise<unknown> = Promise.resolve();

/**
 * Lets one logon after the other happen: two that allow others would else both begin a session.
 *
 * @param patience how long to wait for those before, in milliseconds; null for as long as it takes
 * @param logon the logon
 * @returns what the logon answers
 * @throws {ComError} `MAPI_E_TIMEOUT` when those before take longer, and what the logon throws
 * @spec mapilogonex
 */
export async function oneLogon<T>(patience: number | null, logon: () => Promise<T>): Promise<T> {
  const before = last;
  let givenUp = false;
  const mine = before.then(async () => (givenUp ? null : await logon()));
  last = mine.catch(() => null);
  if (patience === null) return (await mine) as T;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'late'>((resolve) => {
    timer = setTimeout(() => resolve('late'), patience);
  });
  const first = await Promise.race([before, late]);
  clearTimeout(timer);
  if (first === 'late') {
    givenUp = true;
    throw new ComError(MAPI_E_TIMEOUT, 'somebody else is logging on for too long');
  }
  return (await mine) as T;
}
