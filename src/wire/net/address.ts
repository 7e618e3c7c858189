import { lookup } from 'node:dns';
import { isIP } from 'node:net';
import { WireError } from '../error.js';
import { errnoName } from './errno.js';

/** One address of a host, as connecting needs it. */
export interface HostAddress {
  /** The numeric address, without brackets. */
  readonly address: string;
  /** 4 or 6. */
  readonly family: 4 | 6;
}

/** Finds the addresses of a host, in the order to try them. */
export type Resolver = (host: string, family: 0 | 4 | 6) => Promise<readonly HostAddress[]>;

/**
 * Asks the operating system for every address of a host, in its order of preference. A numeric address, with or
 * without the brackets of RFC 5321 section 4.1.3, is answered at once and asks nobody.
 *
 * @param host a host name or a numeric address
 * @param family 4 or 6 to take only such addresses, 0 for both
 * @returns at least one address
 * @throws {WireError} `bad-argument` when the host is empty or holds blanks or control characters; `host-not-found`
 *   with the resolver's error name when it has no address of that family
 */
export async function resolveHost(host: string, family: 0 | 4 | 6 = 0): Promise<readonly HostAddress[]> {
  const bare = /^\[(?:IPv6:)?(.+)\]$/i.exec(host)?.[1] ?? host;
  const numeric = isIP(bare);
  if (numeric === 4 || numeric === 6) {
    if (family === 0 || family === numeric) return [{ address: bare, family: numeric }];
    throw new WireError('host-not-found', `${host} is not an IPv${family} address.`, { phase: 'resolve' });
  }
  if (host === '' || /[\0-\x20\x7f]/.test(host)) {
    throw new WireError('bad-argument', 'The server name is empty or holds blanks or control characters.', {
      phase: 'resolve',
    });
  }
  return new Promise((resolve, reject) => {
    lookup(host, { all: true, family }, (error, found) => {
      const addresses = (found ?? []).map(
        (each) => ({ address: each.address, family: each.family === 6 ? 6 : 4 }) as const,
      );
      if (error === null && addresses.length > 0) return resolve(addresses);
      const socketError = errnoName(error) ?? 'ENOTFOUND';
      const words = `The server ${host} was not found (${socketError}). Check its name and the network.`;
      reject(new WireError('host-not-found', words, { phase: 'resolve', socketError, cause: error ?? undefined }));
    });
  });
}
