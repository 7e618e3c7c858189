import type { PipelineConfig } from './config.js';
import { exchangers, type MailResolver } from './exchangers.js';

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
 * @returns `local:mailbox`, `mx:domain`, or what the configuration calls a server; or why there is none
 * @spec RFC 5321 section 5.1 @spec RFC 7505 section 3
 */
export async function routeOf(address: string, routing: Routing): Promise<Route> {
  const lower = address.toLowerCase();
  if (routing.isMailbox(lower)) return hop(`local:${lower}`);
  const domain = lower.slice(lower.lastIndexOf('@') + 1);
  const named = routing.config.domains.get(domain);
  if (named === 'reject') return none('5.7.1', `mail for ${domain} is not sent from here`);
  const direct = named === 'exchangers';
  if (named !== undefined && named !== 'local' && !direct) return hop(named);
  if (named === 'local' || (!direct && routing.isOwnDomain(domain)))
    return none('5.1.1', `there is no mailbox ${lower}`);
  if (!direct && routing.config.smartHost !== null) return hop(routing.config.smartHost);
  const found = await exchangers(domain, routing.config.hostName, routing.resolver);
  return found.kind === 'none' ? found : hop(`mx:${domain}`);
}

const hop = (way: string): Route => ({ kind: 'hop', hop: way });
const none = (status: string, why: string): Route => ({ kind: 'none', status, why });
