import { type CatalogueRow, catalogue } from './catalogue.js';
import type { Credentials } from './credentials.js';

/** Under which circumstances a mechanism is chosen. */
export interface ChoiceOptions {
  /** The connection is encrypted and the server's certificate was accepted. */
  readonly secure: boolean;
  /** Mechanisms that send the secret itself may be used without encryption. */
  readonly allowCleartext: boolean;
  /** The mechanism to take when it can be had; any case. NTLM and EXTERNAL are taken in no other way. */
  readonly prefer?: string;
}

/**
 * Chooses the mechanism for a logon: the preferred one when it is offered and the credentials suffice for it, else the
 * first of OAUTHBEARER, XOAUTH2 (with an access token), SCRAM-SHA-256, SCRAM-SHA-1, CRAM-MD5, PLAIN, LOGIN. Those that
 * send the secret itself are passed over unless the connection is secure or the caller allows them.
 *
 * @param offered the names the server listed, any case
 * @param credentials what the caller has
 * @param options the state of the connection and the caller's wishes
 * @returns the registered name, or null when nothing on offer will do
 * @spec RFC 4422 section 6.1
 */
export function chooseMechanism(
  offered: readonly string[],
  credentials: Credentials,
  options: ChoiceOptions,
): string | null {
  const names = new Set(offered.map((name) => name.toUpperCase()));
  const preferred = options.prefer?.toUpperCase();
  const usable = catalogue.filter(
    (row) =>
      names.has(row.name) &&
      (!row.cleartext || options.secure || options.allowCleartext) &&
      row.needs.every((part) => given(credentials, part)),
  );
  const choice: CatalogueRow | undefined =
    usable.find((row) => row.name === preferred) ?? usable.find((row) => !row.onRequest);
  return choice?.name ?? null;
}

function given(credentials: Credentials, part: keyof Credentials): boolean {
  const value = credentials[part];
  return value !== undefined && (value !== '' || part === 'password');
}
