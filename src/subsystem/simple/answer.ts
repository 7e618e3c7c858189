import { log } from '../../base/index.js';
import { ComError, E_OUTOFMEMORY, nameOf } from '../../com/index.js';
import {
  MAPI_E_FAILURE,
  MAPI_E_INSUFFICIENT_MEMORY,
  MAPI_E_NOT_ENOUGH_MEMORY,
  SUCCESS_SUCCESS,
} from '../../mapi/index.js';
import { tell } from './settings.js';

/** What a function of Simple MAPI with an out value answers: the code, and the value when it is `SUCCESS_SUCCESS`. */
export type SimpleRet<T> = readonly [code: 0, value: T] | readonly [code: number, value: null];

/** Why a call is refused, on its way to the code that the function answers. */
export class SimpleError extends Error {
  override readonly name = 'SimpleError';
  /** The code, such as `MAPI_E_UNKNOWN_RECIPIENT`. */
  readonly code: number;

  /**
   * @param code the code
   * @param message what was tried and why it can't be
   * @param cause what was behind it
   */
  constructor(code: number, message: string, cause?: unknown) {
    super(message, cause === undefined ? {} : { cause });
    this.code = code;
  }
}

/**
 * Runs the work of a function of Simple MAPI, and turns what it throws into the code.
 *
 * @param name the function
 * @param work what it does
 */
export async function answered<T>(name: string, work: () => Promise<T>): Promise<SimpleRet<T>> {
  try {
    return [SUCCESS_SUCCESS, await work()];
  } catch (error) {
    const { code, message } = asSimple(name, error);
    tell({ function: name, what: 'refused', code, words: message });
    return [code, null];
  }
}

function asSimple(name: string, error: unknown): SimpleError {
  if (error instanceof SimpleError) return error;
  if (error instanceof ComError) {
    const memory = error.hr === E_OUTOFMEMORY || error.hr === MAPI_E_NOT_ENOUGH_MEMORY;
    const refused = new SimpleError(
      memory ? MAPI_E_INSUFFICIENT_MEMORY : MAPI_E_FAILURE,
      `${nameOf(error.hr)}: ${error.message}`,
      error,
    );
    // No code of the page names the reason, so the words have to be somewhere.
    log.warn(`${name} failed: ${refused.message}`);
    return refused;
  }
  log.error(`${name} threw an error of its own`, error);
  return new SimpleError(MAPI_E_FAILURE, 'comail itself failed; the log says where', error);
}
