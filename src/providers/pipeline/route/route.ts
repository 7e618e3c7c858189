import { lookup, resolveMx } from 'node:dns/promises';
import type { NextHop, PipelineConfig } from './config.js';
import { nextHop } from './config.js';

/** What the routing asks of the DNS; Node's own unless told. */
export interface MailResolver {
  /** The mail exchangers of a domain; an empty name says that it takes no mail. */
  resolveMx(domain: string): Promise<readonly { readonly exchange: string; readonly priority: number }[]>;
  /** Looks whether a host is there; fails as Node does. */
  lookup(host: string): Promise<unknown>;
}

/** Where a recipient's copy goes, or why nowhere. */
export type Route =
  | { readonly kind: 'hop'; readonly hop: string }
  | { readonly kind: 'none'; readonly status: string; readonly why: string };

/** What routing needs to know. */
export interface Routing {
  readonly config: PipelineConfig;
  readonly resolver: MailResolver;
  /** Whether a mailbox is of this system. */
  isMailbox(address: string): boolean;
  /** Whether a domain has mailboxes of this system. */
  isOwnDomain(domain: string): boolean;
}

/**
 * Chooses the next hop of a recipient: a mailbox of this system, the domain table, the smart host, the mail exchangers.
 *
 * @param address the recipient
 * @param routing what is known
 * @returns `local:mailbox`, `smtp://host:port` or `mx:domain`; or why there is none
 * @spec RFC 5321 section 5.1 @spec RFC 7505 section 3
 */
export async function routeOf(address: string, routing: Routing): Promise<Route> {
  const lower = address.toLowerCase();
  if (routing.isMailbox(lower)) return hop(`local:${lower}`);
  const domain = lower.slice(lower.lastIndexOf('@') + 1);
  const named = routing.config.domains.get(domain);
  if (named === 'reject') return none('5.7.1', `mail for ${domain} is not sent from here`);
  if (named !== undefined && named !== 'local') return hop(named);
  if (named === 'local' || routing.isOwnDomain(domain)) return none('5.1.1', `there is no mailbox ${lower}`);
  if (routing.config.smartHost !== null) return hop(routing.config.smartHost);
  const found = await exchangers(domain, routing.resolver);
  return found.kind === 'none' ? found : hop(`mx:${domain}`);
}

/**
 * The servers of a next hop in the order in which they are tried.
 *
 * @param way `smtp://host:port` or `mx:domain`
 * @param resolver the DNS
 * @returns the servers; or why there are none
 */
export async function serversOf(
  way: string,
  resolver: MailResolver,
): Promise<{ readonly kind: 'servers'; readonly servers: readonly NextHop[] } | Exclude<Route, { kind: 'hop' }>> {
  if (!way.startsWith('mx:')) return { kind: 'servers', servers: [nextHop(way)] };
  const found = await exchangers(way.slice(3), resolver);
  if (found.kind === 'none') return found;
  if (found.hosts.length === 0) throw new Error(`the mail exchangers of ${way.slice(3)} can't be had now`);
  return { kind: 'servers', servers: found.hosts.map((host) => ({ host, port: 25 })) };
}

/** Node's resolver. */
export const nodeResolver: MailResolver = { resolveMx, lookup };

/** The hosts in order; none when the DNS does not answer now. */
async function exchangers(
  domain: string,
  resolver: MailResolver,
): Promise<{ readonly kind: 'hosts'; readonly hosts: readonly string[] } | Exclude<Route, { kind: 'hop' }>> {
  try {
    const found = [...(await resolver.resolveMx(domain))].sort((one, other) => one.priority - other.priority);
    if (found.length > 0) {
      const hosts = found.map(({ exchange }) => exchange).filter((exchange) => exchange !== '' && exchange !== '.');
      return hosts.length > 0 ? { kind: 'hosts', hosts } : none('5.1.10', `${domain} takes no mail`);
    }
  } catch (error) {
    if (!isAbsent(error)) return { kind: 'hosts', hosts: [] };
  }
  try {
    // Without a mail exchanger the domain is its own (RFC 5321 section 5.1).
    await resolver.lookup(domain);
    return { kind: 'hosts', hosts: [domain] };
  } catch (error) {
    return isAbsent(error) ? none('5.1.2', `there is no domain ${domain}`) : { kind: 'hosts', hosts: [] };
  }
}

const isAbsent = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'ENOTFOUND' || error.code === 'ENODATA');

const hop = (way: string): Route => ({ kind: 'hop', hop: way });
const none = (status: string, why: string): Exclude<Route, { kind: 'hop' }> => ({ kind: 'none', status, why });
