import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { keptDays, keptSubmissions } from '../limits.js';
import { policyFilesIn } from '../policy/files.js';
import { type PolicyRule, rulesIn } from '../policy/rules.js';
import type { Keeping } from '../queue/cleaning.js';
import { ConfigError, numberAt, objectAt } from './checks.js';
import { type ExchangerRule, exchangerRuleIn, usualRule } from './exchange.js';
import { type NextHop, nextHopIn } from './hop.js';

/** What `pipeline.json` says, checked. */
export interface PipelineConfig {
  /** How this system calls itself. */
  readonly hostName: string;
  /** Where mail for a domain goes: `local`, `reject`, `exchangers`, or one of {@link PipelineConfig.hops}. */
  readonly domains: ReadonlyMap<string, string>;
  /** Where all other mail goes, one of {@link PipelineConfig.hops}; null for what the DNS says. */
  readonly smartHost: string | null;
  /** How mail exchangers are spoken to, where a domain has no rule of its own. */
  readonly exchangers: ExchangerRule;
  /** The rules of domains that have one. */
  readonly exchangersOf: ReadonlyMap<string, ExchangerRule>;
  /** The servers that are named, by what the queue calls them. */
  readonly hops: ReadonlyMap<string, NextHop>;
  /** Modules whose default export is a policy, or several: absolute paths. */
  readonly policies: readonly string[];
  /** What is done with messages on their way. */
  readonly rules: readonly PolicyRule[];
  /** How long is remembered what happened. */
  readonly keep: Keeping;
}

/**
 * Reads the `pipeline.json` of a folder; a folder without one is configured by what is usual.
 *
 * @param folder the folder of the mail system
 * @returns the configuration
 * @throws {ConfigError} with the file, what is wrong where in it, and what it should be
 */
export function readConfig(folder: string): PipelineConfig {
  const path = join(folder, 'pipeline.json');
  const text = textOf(path);
  try {
    return configIn(text === null ? {} : JSON.parse(text), folder);
  } catch (error) {
    if (error instanceof SyntaxError)
      throw new ConfigError(`${path} is no JSON: ${error.message}; mend it, or remove it to go by what is usual`);
    if (!(error instanceof ConfigError)) throw error;
    throw new ConfigError(`${path}: ${error.message}`);
  }
}

function textOf(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw new ConfigError(`${path} can't be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function configIn(value: unknown, folder: string): PipelineConfig {
  const known = ['hostName', 'domains', 'smartHost', 'exchangers', 'policies', 'rules', 'keep'];
  const { hostName, domains, smartHost, exchangers, policies, rules, keep } = objectAt(value, '', known);
  const hops = new Map<string, NextHop>();
  const hopAt = (at: string, one: unknown): string => {
    const found = nextHopIn(one, at, folder);
    const other = hops.get(found.key);
    if (other && JSON.stringify(other.account) !== JSON.stringify(found.account))
      throw new ConfigError(`${at} is ${found.key} again, with other options; write the same ones in both places`);
    hops.set(found.key, found);
    return found.key;
  };
  const exchangersOf = new Map<string, ExchangerRule>();
  const table = Object.entries(domains === undefined ? {} : objectAt(domains, 'domains')).map(
    ([name, route]): [string, string] => {
      const [domain, at] = [name.toLowerCase(), `domains["${name}"]`];
      if (route === 'local' || route === 'reject') return [domain, route];
      if (route !== 'exchangers' && !isExchangerRule(route)) return [domain, hopAt(at, route)];
      if (route !== 'exchangers') exchangersOf.set(domain, exchangerRuleIn(route, at, folder));
      return [domain, 'exchangers'];
    },
  );
  return Object.freeze({
    hostName: hostName === undefined ? ownName() : nameIn(hostName),
    domains: new Map(table),
    smartHost: smartHost === undefined || smartHost === null ? null : hopAt('smartHost', smartHost),
    exchangers: exchangers === undefined ? usualRule : exchangerRuleIn(exchangers, 'exchangers', folder),
    exchangersOf,
    hops,
    policies: policies === undefined ? [] : policyFilesIn(policies, folder),
    rules: rules === undefined ? [] : rulesIn(rules),
    keep: keepIn(keep ?? {}),
  });
}

/** An object that names no server, and says something of exchangers. */
const isExchangerRule = (route: unknown): boolean =>
  typeof route === 'object' &&
  route !== null &&
  !('server' in route) &&
  ['tls', 'exchangers'].some((key) => key in route);

function keepIn(value: unknown): Keeping {
  const { days = keptDays, submissions = keptSubmissions } = objectAt(value, 'keep', ['days', 'submissions']);
  return {
    milliseconds: numberAt(days, 'keep.days', 0, 36_500) * 86_400_000,
    submissions: numberAt(submissions, 'keep.submissions', 0, 1e9),
  };
}

function nameIn(value: unknown): string {
  if (typeof value === 'string' && /^[A-Za-z0-9.-]{1,253}$/.test(value)) return value;
  throw new ConfigError(`hostName is ${JSON.stringify(value)}; write the name of this host, as "mail.example.org"`);
}

const ownName = (): string => (/^[A-Za-z0-9.-]+$/.test(hostname()) ? hostname() : 'localhost');
