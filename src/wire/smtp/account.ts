import { isIP } from 'node:net';
import { rootCertificates } from 'node:tls';
import type { PoolOptions } from './pool-options.js';

/**
 * How the connection to a server is protected: TLS where the server offers it; STARTTLS or nothing is sent; TLS from the first
 * byte; no TLS at all, when a password goes readably to this machine alone.
 */
export type AccountSecurity = 'auto' | 'starttls' | 'tls' | 'none';

/** A server that somebody sends through, as people configure it. */
export interface SmtpAccount {
  /** A host name or a numeric address. */
  readonly server: string;
  readonly port: number;
  readonly security: AccountSecurity;
  /** Who logs on; null for nobody. */
  readonly user: string | null;
  /** The password, or the OAuth 2.0 access token. */
  readonly secret: string | null;
  /** What the secret is. */
  readonly secretKind: 'password' | 'token';
  /** The only SASL mechanism to use; null for the strongest that is offered. */
  readonly mechanism: string | null;
  /** Most connections at once. */
  readonly connections: number;
  /** Certificates in PEM form that are trusted beside those of Node. */
  readonly certificates: string | null;
}

/**
 * What a pool of connections needs to know of an account.
 *
 * @param account the account
 */
export function accountOptions(account: SmtpAccount): PoolOptions {
  const { server, port, security, user, secret, secretKind, mechanism, connections, certificates } = account;
  return {
    host: server,
    port,
    implicitTls: security === 'tls',
    starttls: STARTTLS[security],
    maxConnections: connections,
    ...(certificates === null ? {} : { tls: { ca: [...rootCertificates, certificates] } }),
    ...(user === null || secret === null
      ? {}
      : { credentials: secretKind === 'token' ? { user, accessToken: secret } : { user, password: secret } }),
    auth: {
      ...(mechanism === null ? {} : { mechanism }),
      // On this machine nobody listens.
      allowCleartext: isHere(server),
    },
  };
}

/**
 * Whether a text can name a server.
 *
 * @param server a host name or a numeric address
 */
export const isServerName = (server: string): boolean => /^[A-Za-z0-9._:-]{1,253}$/.test(server);

const STARTTLS: Readonly<Record<AccountSecurity, 'off' | 'when-offered' | 'required'>> = {
  auto: 'when-offered',
  starttls: 'required',
  tls: 'off',
  none: 'off',
};

const isHere = (server: string): boolean =>
  server === 'localhost' || server === '::1' || (isIP(server) === 4 && server.startsWith('127.'));
