import { authError } from './auth-error.js';
import { bearerToken, tokenDialog } from './bearer-token.js';
import { type Credentials, optional } from './credentials.js';
import { gs2Name } from './gs2-name.js';
import type { SaslContext, SaslMechanism } from './sasl-mechanism.js';

/**
 * OAUTHBEARER: a GS2 header with the identity, then host, port and the token as key/value pairs. An error challenge is
 * answered by a single U+0001, after which the server refuses with its own reply.
 *
 * @param credentials `accessToken`; `authorizationId` or, without one, `user` names the mailbox
 * @param context host and port, which the server may check the token against
 * @returns the mechanism
 * @throws {WireError} `bad-argument` when the token is missing or a part holds what cannot travel
 * @spec RFC 7628 section 3.1
 */
export function oauthbearer(credentials: Credentials, context: SaslContext): SaslMechanism {
  const identity = optional(credentials, 'authorizationId') ?? optional(credentials, 'user') ?? '';
  if (identity.includes('\x01')) throw authError('bad-argument', 'OAUTHBEARER cannot carry U+0001 in an identity.');
  const header = `n,${identity === '' ? '' : `a=${gs2Name(identity)}`},`;
  const token = bearerToken(credentials, 'OAUTHBEARER');
  const pairs = [`host=${hostOf(context)}`, `port=${context.port}`, `auth=Bearer ${token}`];
  const message = Buffer.from(`${header}\x01${pairs.join('\x01')}\x01\x01`, 'utf8');
  return tokenDialog('OAUTHBEARER', message, Uint8Array.of(1));
}

function hostOf(context: SaslContext): string {
  if (!/^[\x21-\x7e]+$/.test(context.host)) {
    throw authError('bad-argument', 'The host name holds a character that OAUTHBEARER cannot carry.');
  }
  return context.host;
}
