import type { Delivered } from './maildir.js';

/** What every server of these tests offers, whatever its make. */
export interface MailServer {
  /** Name and version, as the package says. */
  readonly name: string;
  /** Always 127.0.0.1; the certificates are good for it and for `localhost`. */
  readonly host: string;
  /** The PEM certificate of the authority to trust. */
  readonly ca: string;
  /**
   * Every address of this domain is accepted and delivered, but for `refused@`, which is refused for good at RCPT, and,
   * at Postfix and Exim, `bounced@` and `bounced+anything@`, which are accepted and then cannot be delivered.
   */
  readonly domain: string;
  /** Everything delivered up to now, one entry for each recipient. */
  delivered(): Promise<readonly Delivered[]>;
  /** The server's own log, for the moment when a test has failed. */
  log(): Promise<string>;
  /** Ends the server, its namespaces and all it wrote. May be called twice. */
  stop(): Promise<void>;
}

/** What a server accepts as a proof of identity. */
export interface ServerCredentials {
  readonly user: string;
  readonly password: string;
}

/** Credentials of a server that accepts OAuth tokens too. */
export interface OAuthCredentials extends ServerCredentials {
  /** A signed bearer token for `user`, valid for an hour. */
  readonly accessToken: string;
}
