import { WireError, type WireErrorCode } from '../error.js';

/**
 * Makes the error of a failing authentication dialog.
 *
 * @param code what to act on
 * @param message what to read; never contains a secret
 * @param cause the error underneath, if any
 * @returns the error, its phase `auth`
 */
export function authError(code: WireErrorCode, message: string, cause?: unknown): WireError {
  return new WireError(code, message, cause === undefined ? { phase: 'auth' } : { phase: 'auth', cause });
}

/**
 * Makes the error for a server that challenges once more than its mechanism has steps.
 *
 * @param name the mechanism
 * @returns a `protocol` error
 */
export function unexpectedChallenge(name: string): WireError {
  return authError('protocol', `The server sent a challenge where ${name} has none.`);
}
