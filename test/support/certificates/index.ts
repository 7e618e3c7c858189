import { readFileSync } from 'node:fs';

/** A certificate and its key in PEM, as `node:tls` takes them. */
export interface TestIdentity {
  readonly cert: string;
  readonly key: string;
}

/** The identities that make.sh has made: what each is for stands there. */
export type IdentityName = 'server' | 'expired' | 'other' | 'stranger' | 'client';

/** The authority that signed them, in PEM, for the option `ca`. */
export const testAuthority: string = read('ca.crt');

/**
 * Reads a committed identity.
 *
 * @param name which
 */
export function testIdentity(name: IdentityName): TestIdentity {
  return { cert: read(`${name}.crt`), key: read(`${name}.key`) };
}

function read(file: string): string {
  return readFileSync(new URL(file, import.meta.url), 'utf8');
}
