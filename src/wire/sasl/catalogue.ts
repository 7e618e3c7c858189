import { cramMd5 } from './cram-md5.js';
import type { Credentials } from './credentials.js';
import { external } from './external.js';
import { login } from './login.js';
import { ntlm } from './ntlm.js';
import { oauthbearer } from './oauthbearer.js';
import { plain } from './plain.js';
import type { SaslContext, SaslMechanism } from './sasl-mechanism.js';
import { scram } from './scram.js';
import { xoauth2 } from './xoauth2.js';

/** One mechanism that the client knows. */
export interface CatalogueRow {
  /** The registered name, in upper case. */
  readonly name: string;
  /** Whether it sends a reusable secret in the clear. */
  readonly cleartext: boolean;
  /** Whether it is chosen only when the caller prefers it by name. */
  readonly onRequest: boolean;
  /** The parts of the credentials it cannot do without. */
  readonly needs: readonly (keyof Credentials)[];
  /** Starts a dialog. */
  readonly make: (credentials: Credentials, context: SaslContext) => SaslMechanism;
}

const password = ['user', 'password'] as const;

/** Every mechanism, in the order in which a client should choose: token, proof, clear text. */
export const catalogue: readonly CatalogueRow[] = Object.freeze([
  { name: 'OAUTHBEARER', cleartext: true, onRequest: false, needs: ['accessToken'], make: oauthbearer },
  { name: 'XOAUTH2', cleartext: true, onRequest: false, needs: ['user', 'accessToken'], make: xoauth2 },
  {
    name: 'SCRAM-SHA-256',
    cleartext: false,
    onRequest: false,
    needs: password,
    make: (credentials, context) => scram('sha256', credentials, context),
  },
  {
    name: 'SCRAM-SHA-1',
    cleartext: false,
    onRequest: false,
    needs: password,
    make: (credentials, context) => scram('sha1', credentials, context),
  },
  { name: 'CRAM-MD5', cleartext: false, onRequest: false, needs: password, make: cramMd5 },
  { name: 'NTLM', cleartext: false, onRequest: true, needs: password, make: ntlm },
  { name: 'PLAIN', cleartext: true, onRequest: false, needs: password, make: plain },
  { name: 'LOGIN', cleartext: true, onRequest: false, needs: password, make: login },
  { name: 'EXTERNAL', cleartext: false, onRequest: true, needs: [], make: external },
] satisfies readonly CatalogueRow[]);
