import type { webcrypto } from 'node:crypto';
import { createRemoteJWKSet, errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose';
import { invalidToken } from './authority.js';
import type { Authenticator, Principal } from './principal.js';

/** Whose JWTs are believed. */
export interface JwtOptions {
  /** The claim `iss`. */
  readonly issuer: string;
  /** The claim `aud`: how the issuer calls this server. */
  readonly audience: string;
  /** The issuer's keys: the address of a JWK set, a public key, or a secret for HS256. */
  readonly key: URL | webcrypto.CryptoKey | Uint8Array;
  /** How far clocks may differ, in seconds; 60 when nothing is said. */
  readonly clockTolerance?: number;
}

/**
 * Knows the JWTs of one issuer: `scp` of those that act for a user, `roles` of programs that act for themselves and may enter every
 * mailbox.
 *
 * @param options whose
 * @spec RFC 7519 section 4.1
 */
export function jwtAuthenticator(options: JwtOptions): Authenticator {
  const { issuer, audience, key, clockTolerance = 60 } = options;
  const checks = { issuer, audience, clockTolerance, requiredClaims: ['exp'] };
  const keys: JWTVerifyGetKey | null = key instanceof URL ? createRemoteJWKSet(key) : null;
  return async (token) => {
    // Three parts in base64url: anything else is a token of another kind.
    if (!/^[\w-]+\.[\w-]+\.[\w-]*$/.test(token)) return null;
    try {
      const { payload } = keys
        ? await jwtVerify(token, keys, checks)
        : await jwtVerify(token, key as webcrypto.CryptoKey | Uint8Array, checks);
      return principal(payload);
    } catch (error) {
      if (error instanceof errors.JWTExpired) throw invalidToken('Lifetime validation failed, the token is expired.');
      if (error instanceof errors.JWTClaimValidationFailed)
        throw invalidToken(`Access token validation failure. Invalid ${error.claim}.`);
      if (error instanceof errors.JOSEError) throw invalidToken('Access token validation failure.');
      throw error;
    }
  };
}

function principal(payload: JWTPayload): Principal {
  const words = (value: unknown): readonly string[] =>
    typeof value === 'string' ? value.split(' ') : Array.isArray(value) ? value.map(String) : [];
  const roles = words(payload['roles']);
  const user = ['upn', 'preferred_username', 'email', 'oid', 'sub']
    .map((claim) => payload[claim])
    .find((one) => typeof one === 'string');
  if (payload['scp'] === undefined && roles.length > 0) return { user: null, scopes: new Set(roles), everyone: true };
  if (user === undefined) throw invalidToken('Access token validation failure. It names no user.');
  return { user: user as string, scopes: new Set(words(payload['scp'])), everyone: false };
}
