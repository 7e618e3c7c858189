import { authError } from './auth-error.js';
import { bearerToken, tokenDialog } from './bearer-token.js';
import { type Credentials, required } from './credentials.js';
import type { SaslMechanism } from './sasl-mechanism.js';

/**
 * XOAUTH2, the form of OAuth 2.0 that Google and Microsoft had before OAUTHBEARER:
 * `user=<user>^Aauth=Bearer <token>^A^A`. An error challenge is answered by an empty response, after which the server
 * refuses with its own reply.
 *
 * @param credentials `user` and `accessToken`
 * @returns the mechanism
 * @throws {WireError} `bad-argument` when a part is missing or holds a control character
 */
export function xoauth2(credentials: Credentials): SaslMechanism {
  const user = required(credentials, 'user', 'XOAUTH2');
  // U+0001 ends a field here, so a name with one could smuggle in another field.
  if (user.includes('\x01')) throw authError('bad-argument', 'XOAUTH2 cannot carry U+0001 in a user name.');
  const token = bearerToken(credentials, 'XOAUTH2');
  const message = Buffer.from(`user=${user}\x01auth=Bearer ${token}\x01\x01`, 'utf8');
  return tokenDialog('XOAUTH2', message, new Uint8Array(0));
}
