import { log } from '../../base/index.js';
import { ComError, E_FAIL, failedAnswer, type HResult, type Out, S_OK, Warning } from '../../com/index.js';

/**
 * Runs a function of MAPI that is no method of an interface, so that callers see codes as from all others.
 *
 * @param of the function, of which `lastErrorOf` tells why it failed
 * @param work answers the value, or throws a `ComError`
 * @returns `S_OK` or a warning with the value; the code of what was thrown, null beside it
 */
export async function answering<T>(
  of: { readonly name: string },
  work: () => T | Warning<T> | Promise<T | Warning<T>>,
): Out<T> {
  try {
    const result = await work();
    return result instanceof Warning ? [result.hr, result.value] : [S_OK, result];
  } catch (error) {
    if (error instanceof ComError) return failedAnswer(of, of.name, error);
    return [codeOf(error), null];
  }
}

/** The code of what was thrown. What is no `ComError` is a bug: its stack goes to the log. */
export function codeOf(error: unknown): HResult {
  if (error instanceof ComError) return error.hr;
  log.error('a function of MAPI failed', error);
  return E_FAIL;
}
