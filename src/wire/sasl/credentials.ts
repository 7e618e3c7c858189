import { authError } from './auth-error.js';

/** Who logs on, and by what secret. Each mechanism takes the parts it needs. */
export interface Credentials {
  /** The user whose secret it is; `DOMAIN\user` is split for NTLM. */
  readonly user?: string;
  /** The password, for all mechanisms but the token ones. */
  readonly password?: string;
  /** An OAuth 2.0 access token, for XOAUTH2 and OAUTHBEARER. */
  readonly accessToken?: string;
  /** The identity to act as, when it is not the user's own (authzid). */
  readonly authorizationId?: string;
  /** The Windows domain, for NTLM; wins over one written into `user`. */
  readonly domain?: string;
  /** The name of this machine, for NTLM. */
  readonly workstation?: string;
}

/**
 * Answers one part of the credentials after checking that it is there and can travel.
 *
 * @param credentials what the caller gave
 * @param part which part the mechanism cannot do without
 * @param name the mechanism that asks
 * @returns the part as given
 * @throws {WireError} `bad-argument` when it is missing, when a user or token is empty, or as {@link optional}
 */
export function required(credentials: Credentials, part: keyof Credentials, name: string): string {
  const value = optional(credentials, part);
  if (value === undefined || (value === '' && part !== 'password')) {
    throw authError('bad-argument', `${name} needs ${words[part]}, and none was given.`);
  }
  return value;
}

/**
 * Answers one part of the credentials when it was given. CR, LF and NUL are refused for every mechanism: servers hand
 * credentials on in lines and NUL-ended strings, and RFC 4616 section 2 already forbids what its encoding can't carry.
 *
 * @param credentials what the caller gave
 * @param part which part
 * @returns the part, or undefined when it was not given
 * @throws {WireError} `bad-argument` when it holds CR, LF, NUL or half of a surrogate pair
 */
export function optional(credentials: Credentials, part: keyof Credentials): string | undefined {
  const value = credentials[part];
  if (value === undefined) return undefined;
  if (/[\0\r\n]/.test(value))
    throw authError('bad-argument', `${capital(words[part])} was given that contains CR, LF or NUL.`);
  if (/\p{Surrogate}/u.test(value))
    throw authError('bad-argument', `${capital(words[part])} was given that is not valid Unicode.`);
  return value;
}

const words: Readonly<Record<keyof Credentials, string>> = {
  user: 'a user name',
  password: 'a password',
  accessToken: 'an access token',
  authorizationId: 'an authorization identity',
  domain: 'a domain',
  workstation: 'a workstation name',
};

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
