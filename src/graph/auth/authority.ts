import { GraphError } from '../http/error.js';
import type { Scope } from '../http/route.js';
import type { Authenticator, Principal } from './principal.js';

/** No token, or none that counts. */
export const invalidToken = (message: string): GraphError =>
  new GraphError(401, 'InvalidAuthenticationToken', message, { headers: { 'www-authenticate': 'Bearer' } });

/**
 * Finds out who asks, by the header Authorization: without a promise where whoever knows the token needs none.
 *
 * @param header the header
 * @param authenticators those who know tokens, in the order in which they are asked
 * @throws {GraphError} `InvalidAuthenticationToken`
 * @spec RFC 6750 section 2.1
 */
export function principalOf(
  header: string | undefined,
  authenticators: readonly Authenticator[],
): Principal | Promise<Principal> {
  const [, token] = /^Bearer +([A-Za-z0-9._~+/-]+=*)$/i.exec(header ?? '') ?? [];
  if (token === undefined) throw invalidToken('Access token is empty.');
  return known(token, authenticators);
}

function known(token: string, authenticators: readonly Authenticator[], from = 0): Principal | Promise<Principal> {
  for (let at = from; at < authenticators.length; at++) {
    const found = authenticators[at]?.(token);
    if (found instanceof Promise) return found.then((principal) => principal ?? known(token, authenticators, at + 1));
    if (found) return found;
  }
  throw invalidToken('Access token validation failure.');
}

/**
 * Refuses who has none of the permissions. `Mail.Read.Shared` and its like are for the caller's own mailbox and those of others; without
 * `.Shared` they are for the caller's own, unless a program acts for itself.
 *
 * @param principal who asks
 * @param scopes any of these will do
 * @param shared whether the mailbox is that of somebody else
 * @throws {GraphError} `ErrorAccessDenied`
 */
export function demand(principal: Principal, scopes: readonly Scope[], shared = false): void {
  if (scopes.length === 0) return;
  const others = shared && !principal.everyone;
  for (const scope of scopes) {
    if (!others && principal.scopes.has(scope)) return;
    if (principal.scopes.has(`${scope}.Shared`)) return;
  }
  const needed = others ? scopes.map((scope) => `${scope}.Shared`) : scopes;
  throw new GraphError(
    403,
    'ErrorAccessDenied',
    `Access is denied. The token lacks the permission ${needed.join(' or ')}.`,
  );
}
