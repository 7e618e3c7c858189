import { lookup, resolveMx } from 'node:dns/promises';
import { mayBe } from './exchange.js';

/** What the routing asks of the DNS; Node's own unless told. */
export interface MailResolver {
  /** The mail exchangers of a domain; an empty name says that it takes no mail. Fails as Node does. */
  resolveMx(domain: string): Promise<readonly { readonly exchange: string; readonly priority: number }[]>;
  /** Looks whether a host is there; fails as Node does. */
  lookup(host: string): Promise<unknown>;
}

/** Node's resolver. */
export const nodeResolver: MailResolver = { resolveMx, lookup };

/** The mail exchangers of a domain in the order in which they are tried; none of them when the DNS does not answer now. */
export type Exchangers =
  | { readonly kind: 'hosts'; readonly hosts: readonly string[] }
  | { readonly kind: 'none'; readonly status: string; readonly why: string };

/**
 * Asks for the mail exchangers of a domain. Those of one preference come in any order. Where this system is one of them, only
 * those are left that are preferred to it.
 *
 * @param domain the domain
 * @param ownName how this system calls itself
 * @param resolver the DNS
 * @param only the names that they may have; null for any
 * @spec RFC 5321 section 5.1 @spec RFC 7505 section 3
 */
export async function exchangers(
  domain: string,
  ownName: string,
  resolver: MailResolver,
  only: readonly string[] | null = null,
): Promise<Exchangers> {
  try {
    const found = (await resolver.resolveMx(domain)).map(({ exchange, priority }) => ({
      exchange: exchange.replace(/\.$/, '').toLowerCase(),
      priority,
      lot: Math.random(),
    }));
    if (found.length > 0) return chosen(domain, found, ownName, only);
  } catch (error) {
    if (!isAbsent(error)) return { kind: 'hosts', hosts: [] };
  }
  try {
    // Without a mail exchanger the domain is its own.
    await resolver.lookup(domain);
  } catch (error) {
    return isAbsent(error) ? none('5.1.2', `there is no domain ${domain}`) : { kind: 'hosts', hosts: [] };
  }
  if (domain === ownName.toLowerCase()) return own(domain);
  return { kind: 'hosts', hosts: mayBe(domain, only) ? [domain] : [] };
}

function chosen(
  domain: string,
  found: readonly { readonly exchange: string; readonly priority: number; readonly lot: number }[],
  ownName: string,
  only: readonly string[] | null,
): Exchangers {
  const real = found.filter(({ exchange }) => exchange !== '');
  if (real.length === 0) return none('5.1.10', `${domain} takes no mail`);
  const self = real.filter(({ exchange }) => exchange === ownName.toLowerCase()).map(({ priority }) => priority);
  const before = real.filter(({ priority }) => priority < Math.min(...self, Number.POSITIVE_INFINITY));
  if (before.length === 0) return own(domain);
  // Whoever can write into the DNS must not lead mail elsewhere: it waits until the right names stand there.
  const sorted = before
    .filter(({ exchange }) => mayBe(exchange, only))
    .sort((one, other) => one.priority - other.priority || one.lot - other.lot);
  return { kind: 'hosts', hosts: [...new Set(sorted.map(({ exchange }) => exchange))] };
}

/** Whoever sent it here took this system for the one that knows the domain. */
const own = (domain: string): Exchangers =>
  none('5.4.6', `mail for ${domain} comes back to this system, which has no mailboxes of that domain`);

const isAbsent = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'ENOTFOUND' || error.code === 'ENODATA');

const none = (status: string, why: string): Exchangers => ({ kind: 'none', status, why });
