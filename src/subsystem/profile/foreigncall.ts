import { log } from '../../base/index.js';
import { ComError, hresult, type RetWithFailure } from '../../com/index.js';
import { MAPI_E_CALL_FAILED } from '../../mapi/index.js';

/**
 * Calls a function of a provider that is no method of an interface, such as its entry point. Nothing stands between such a function and
 * us: one that throws, or answers what is no answer, has failed, and the log says how.
 *
 * @param name what is called, for the log
 * @param call the call
 * @returns its code and its value; `MAPI_E_CALL_FAILED` and null for one that threw anything but a `ComError`
 * @throws {ComError} what it threw
 */
export async function foreignCall<T, F = never>(
  name: string,
  call: () => Promise<RetWithFailure<T, F>>,
): Promise<RetWithFailure<T, F>> {
  try {
    const answer: unknown = await call();
    if (Array.isArray(answer) && Number.isInteger(answer[0]))
      return [hresult(answer[0] as number), (answer[1] as T | undefined) ?? null] as RetWithFailure<T, F>;
    log.error(`${name} answered nothing that is an answer`);
  } catch (error) {
    if (error instanceof ComError) throw error;
    log.error(`${name} threw`, error);
  }
  return [MAPI_E_CALL_FAILED, null];
}
