import { type Credentials, optional, required } from './credentials.js';
import type { SaslMechanism } from './sasl-mechanism.js';
import { singleMessage } from './single-message.js';

/**
 * PLAIN: `authzid NUL authcid NUL password` in UTF-8, in one message. The strings go out as given; it is the server
 * that prepares them for comparison.
 *
 * @param credentials `user` and `password`; `authorizationId` when it differs
 * @returns the mechanism
 * @throws {WireError} `bad-argument` when a part is missing or contains NUL, CR or LF
 * @spec RFC 4616 section 2
 */
export function plain(credentials: Credentials): SaslMechanism {
  const parts = [
    optional(credentials, 'authorizationId') ?? '',
    required(credentials, 'user', 'PLAIN'),
    required(credentials, 'password', 'PLAIN'),
  ];
  return singleMessage('PLAIN', true, Buffer.from(parts.join('\0'), 'utf8'));
}
