import { ComError } from '../../../com/index.js';
import { StoreError } from '../error.js';

/**
 * A failure of the layer below as callers of MAPI know it: the code of the same name, the words kept, the cause too.
 *
 * @param error whatever was thrown
 * @returns a `ComError` for a `StoreError`; anything else as it is
 */
export function comErrorOf(error: unknown): unknown {
  if (!(error instanceof StoreError)) return error;
  return new ComError(error.hr, error.words, { cause: error });
}

/**
 * Runs a step that reads the store.
 *
 * @param step the step
 * @throws {ComError} in place of a `StoreError`
 */
export function reading<T>(step: () => T): T {
  try {
    return step();
  } catch (error) {
    throw comErrorOf(error);
  }
}
