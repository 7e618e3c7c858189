import { type Credentials, optional } from './credentials.js';
import type { SaslMechanism } from './sasl-mechanism.js';
import { singleMessage } from './single-message.js';

/**
 * EXTERNAL: the server already knows the client, by its TLS certificate as a rule. The one message is the identity to
 * act as; empty asks the server to derive it.
 *
 * @param credentials `authorizationId`, or nothing
 * @returns the mechanism
 * @throws {WireError} `bad-argument` when the identity contains NUL, CR or LF
 * @spec RFC 4422 appendix A
 */
export function external(credentials: Credentials): SaslMechanism {
  return singleMessage('EXTERNAL', false, Buffer.from(optional(credentials, 'authorizationId') ?? '', 'utf8'));
}
