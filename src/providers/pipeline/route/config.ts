import { readFileSync, statSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { type PolicyRule, rulesIn } from '../policy/rules.js';

/** A server that takes mail. */
export interface NextHop {
  readonly host: string;
  readonly port: number;
}

/** What `pipeline.json` says, checked. */
export interface PipelineConfig {
  /** How this system calls itself. */
  readonly hostName: string;
  /** Where mail for a domain goes: `local`, `reject`, or `smtp://host:port`. */
  readonly domains: ReadonlyMap<string, string>;
  /** Where all other mail goes; null for what the DNS says. */
  readonly smartHost: string | null;
  /** What is done with messages on their way. */
  readonly rules: readonly PolicyRule[];
}

/** What is wrong with a configuration. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/**
 * Reads the `pipeline.json` of a folder; a folder without one is configured by what is usual.
 *
 * @param folder the folder of the mail system
 * @returns the configuration
 * @throws {ConfigError} with the name of what is wrong
 */
export function readConfig(folder: string): PipelineConfig {
  const path = join(folder, 'pipeline.json');
  const usual = { hostName: ownName(), domains: new Map<string, string>(), smartHost: null, rules: [] };
  if (!statSync(path, { throwIfNoEntry: false })) return usual;
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new ConfigError(`${path} can't be read: ${error instanceof Error ? error.message : String(error)}`);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new ConfigError(`${path} is no object`);
  const strange = Object.keys(value).find((key) => !['hostName', 'domains', 'smartHost', 'rules'].includes(key));
  if (strange !== undefined) throw new ConfigError(`${path} has an unknown key: ${strange}`);
  const { hostName, domains, smartHost, rules } = value as Record<string, unknown>;
  return Object.freeze({
    hostName: hostName === undefined ? usual.hostName : nameIn(hostName),
    domains: domains === undefined ? usual.domains : domainsIn(domains),
    smartHost: smartHost === undefined || smartHost === null ? null : hopIn(smartHost, 'smartHost'),
    rules: rules === undefined ? [] : checked(rules),
  });
}

/**
 * The server that a route names.
 *
 * @param route `smtp://host:port`
 */
export function nextHop(route: string): NextHop {
  const [, host = '', port] = /^smtp:\/\/(\[[0-9a-f:.]+\]|[a-z0-9.-]+)(?::(\d{1,5}))?$/i.exec(route) ?? [];
  return { host: host.replace(/^\[|\]$/g, ''), port: port === undefined ? 25 : Number(port) };
}

function checked(rules: unknown): readonly PolicyRule[] {
  try {
    return rulesIn(rules);
  } catch (error) {
    throw new ConfigError(error instanceof Error ? error.message : String(error));
  }
}

function domainsIn(value: unknown): ReadonlyMap<string, string> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new ConfigError('domains is no object');
  const found = new Map<string, string>();
  for (const [domain, route] of Object.entries(value))
    found.set(
      domain.toLowerCase(),
      route === 'local' || route === 'reject' ? route : hopIn(route, `domains.${domain}`),
    );
  return found;
}

function hopIn(value: unknown, key: string): string {
  const { host, port } = nextHop(typeof value === 'string' ? value : '');
  if (host === '' || port < 1 || port > 65_535)
    throw new ConfigError(`${key} is ${JSON.stringify(value)}; it is smtp://host:port`);
  return value as string;
}

function nameIn(value: unknown): string {
  if (typeof value === 'string' && /^[A-Za-z0-9.-]{1,253}$/.test(value)) return value;
  throw new ConfigError('hostName is no name of a host');
}

const ownName = (): string => (/^[A-Za-z0-9.-]+$/.test(hostname()) ? hostname() : 'localhost');
