import { WireError } from '../error.js';
import { type HostAddress, type Resolver, resolveHost } from './address.js';
import type { Channel } from './channel.js';
import { errnoName } from './errno.js';

/** Whom to call. */
export interface DialTarget {
  readonly host: string;
  readonly port: number;
  readonly family: 0 | 4 | 6;
  readonly resolver?: Resolver | undefined;
  readonly localAddress?: string | undefined;
  readonly localPort?: number | undefined;
}

/** Hears of each step before it is taken, and times it. */
export interface DialWatch {
  /** The host's addresses are looked for. */
  resolving(host: string): void;
  /** An address is tried. */
  connecting(address: string): void;
}

/**
 * Finds a host and connects to the first of its addresses that answers.
 *
 * @param channel a channel that is not connected
 * @param target whom to call
 * @param watch hears of each step
 * @throws {WireError} `host-not-found` or `bad-argument` from the look-up; `connect-failed`, its message naming every
 *   address that was tried with what it said, its `socketError` the last one's
 */
export async function dial(channel: Channel, target: DialTarget, watch: DialWatch): Promise<void> {
  watch.resolving(target.host);
  const addresses = await (target.resolver ?? resolveHost)(target.host, target.family);
  const failures: string[] = [];
  let last: unknown;
  for (const each of addresses) {
    watch.connecting(each.address);
    try {
      return await channel.connect(destination(each, target));
    } catch (error) {
      last = error;
      failures.push(`${each.address}: ${errnoName(error) ?? (error instanceof Error ? error.message : String(error))}`);
      if (channel.gone) break;
    }
  }
  const tried = failures.length === 0 ? 'it has no address' : failures.join(', ');
  const socketError = errnoName(last);
  throw new WireError('connect-failed', `No connection to ${target.host} on port ${target.port}: ${tried}.`, {
    phase: 'connect',
    cause: last,
    ...(socketError === undefined ? {} : { socketError }),
  });
}

function destination(each: HostAddress, target: DialTarget): Parameters<Channel['connect']>[0] {
  return {
    address: each.address,
    family: each.family,
    port: target.port,
    ...(target.localAddress === undefined ? {} : { localAddress: target.localAddress }),
    ...(target.localPort === undefined ? {} : { localPort: target.localPort }),
  };
}
