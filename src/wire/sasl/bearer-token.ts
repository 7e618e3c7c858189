import { authError, unexpectedChallenge } from './auth-error.js';
import { type Credentials, required } from './credentials.js';
import type { SaslMechanism } from './sasl-mechanism.js';

/**
 * Answers the access token after checking that it can stand in a bearer field.
 *
 * @param credentials `accessToken`
 * @param name the mechanism that asks
 * @returns the token as given
 * @throws {WireError} `bad-argument` when it is missing or holds anything but visible ASCII characters
 * @spec RFC 6750 section 2.1
 */
export function bearerToken(credentials: Credentials, name: string): string {
  const token = required(credentials, 'accessToken', name);
  if (!/^[\x21-\x7e]+$/.test(token)) {
    throw authError('bad-argument', 'The access token holds a character that a bearer token cannot have.');
  }
  return token;
}

/**
 * Makes a token mechanism: one message, and, when the server rejects the token, a challenge that tells why and wants
 * a fixed answer before the final refusal.
 *
 * @param name the registered name
 * @param message the message with the token
 * @param afterError what answers the error challenge
 * @returns the mechanism; `done()` throws `auth-failed` when the server had reported an error
 */
export function tokenDialog(name: string, message: Uint8Array, afterError: Uint8Array): SaslMechanism {
  let refusal: string | null = null;
  return {
    name,
    cleartext: true,
    initialResponse: message,
    step: (challenge) => {
      if (refusal !== null) throw unexpectedChallenge(name);
      refusal = printable(challenge);
      return afterError;
    },
    done: () => {
      if (refusal !== null) throw authError('auth-failed', `The server rejected the access token: ${refusal}`);
    },
  };
}

function printable(challenge: Uint8Array): string {
  return Buffer.from(challenge.subarray(0, 512))
    .toString('utf8')
    .replace(/[^\x20-\x7e]/g, '?');
}
