import { isIPv6 } from 'node:net';
import { DEFAULT_SMTP_PORT, DEFAULT_SMTP_SSL_PORT } from '../imnxport/index.js';
import { UsageError } from './io.js';

/** Whether and how a connection is encrypted. */
export type Tls = 'off' | 'starttls' | 'required' | 'implicit';

/** Where to connect, and how. */
export interface ServerOption {
  readonly host: string;
  readonly port: number;
  readonly tls: Tls;
}

/**
 * Reads `--server` and `--tls`. Port 465 means TLS from the first byte, elsewhere STARTTLS where it is offered, unless
 * something else was asked for.
 *
 * @param server `host`, `host:port`, `[::1]:port` or a bare IPv6 address
 * @param tls what was asked for, if anything
 * @throws {UsageError} for a server that has no such form
 * @spec RFC 8314 section 7.3
 */
export function readServerOption(server: string, tls: string | undefined): ServerOption {
  const { host, port } = splitServer(server);
  if (tls !== undefined && !isTls(tls))
    throw new UsageError(`--tls ${tls} is not known: off, starttls, required or implicit.`);
  const chosen = tls ?? (port === DEFAULT_SMTP_SSL_PORT ? 'implicit' : 'starttls');
  return { host, tls: chosen, port: port ?? (chosen === 'implicit' ? DEFAULT_SMTP_SSL_PORT : DEFAULT_SMTP_PORT) };
}

const isTls = (text: string): text is Tls => ['off', 'starttls', 'required', 'implicit'].includes(text);

/**
 * Reads a server with its port.
 *
 * @param server `host`, `host:port`, `[::1]:port` or a bare IPv6 address
 * @returns the port is null where none is named
 * @throws {UsageError} for a server that has no such form
 */
export function splitServer(server: string): { readonly host: string; readonly port: number | null } {
  if (isIPv6(server)) return { host: server, port: null };
  const [, literal, name, digits] = /^(?:\[([0-9A-Fa-f:.]+)\]|([^\s:[\]]+))(?::(\d+))?$/.exec(server) ?? [];
  const host = literal ?? name;
  if (host === undefined) throw new UsageError(`--server ${server} is no server: write host or host:port.`);
  if (digits === undefined) return { host, port: null };
  const port = Number(digits);
  if (port < 1 || port > 65_535) throw new UsageError(`--server ${server}: ports go from 1 to 65535.`);
  return { host, port };
}
