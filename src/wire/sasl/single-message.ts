import { unexpectedChallenge } from './auth-error.js';
import type { SaslMechanism } from './sasl-mechanism.js';

/**
 * Makes a mechanism that consists of one message from the client.
 *
 * @param name the registered name
 * @param cleartext whether the message holds a reusable secret
 * @param message the message
 * @returns the mechanism; any challenge is a `protocol` error
 * @spec RFC 4422 section 3.3
 */
export function singleMessage(name: string, cleartext: boolean, message: Uint8Array): SaslMechanism {
  return {
    name,
    cleartext,
    initialResponse: message,
    step: () => {
      throw unexpectedChallenge(name);
    },
    done: () => {},
  };
}
