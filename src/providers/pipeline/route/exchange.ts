import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { ConfigError, objectAt, oneAt, shown } from './checks.js';

/**
 * What is asked of mail exchangers: TLS where they offer it, whoever they prove to be; TLS or the mail waits; TLS with a certificate
 * that names them and that somebody trusted has issued, or the mail waits.
 */
export type ExchangerTls = 'offered' | 'required' | 'verified';

/** How the mail exchangers of a domain are spoken to. */
export interface ExchangerRule {
  readonly tls: ExchangerTls;
  /** What their names have to be, as `mx.example.org` or `*.example.org`; null for what the DNS says. */
  readonly only: readonly string[] | null;
  /** Certificates in PEM form that are trusted beside those of Node. */
  readonly certificates: string | null;
}

/** What is usual: to most exchangers the alternative is no TLS at all. */
export const usualRule: ExchangerRule = Object.freeze({ tls: 'offered', only: null, certificates: null });

/**
 * Reads how mail exchangers are spoken to: `{ "tls": "verified", "exchangers": ["*.example.org"], "certificates": "file" }`.
 *
 * @param value what stands there
 * @param at where
 * @param folder the folder of the file: paths are relative to it
 * @throws {ConfigError}
 */
export function exchangerRuleIn(value: unknown, at: string, folder: string): ExchangerRule {
  const { tls, exchangers, certificates } = objectAt(value, at, ['tls', 'exchangers', 'certificates']);
  const rule = {
    tls: oneAt(tls ?? 'offered', `${at}.tls`, ['offered', 'required', 'verified']),
    only: exchangers === undefined ? null : namesIn(exchangers, `${at}.exchangers`),
    certificates: certificates === undefined ? null : certificatesIn(certificates, `${at}.certificates`, folder),
  };
  if (rule.certificates !== null && rule.tls !== 'verified')
    throw new ConfigError(`${at}.certificates is of use with "tls": "verified" alone`);
  return Object.freeze(rule);
}

/**
 * Reads a file of certificates that are trusted.
 *
 * @param value its path
 * @param at where it stands
 * @param folder what the path is relative to
 * @throws {ConfigError}
 */
export function certificatesIn(value: unknown, at: string, folder: string): string {
  if (typeof value !== 'string' || value === '')
    throw new ConfigError(`${at} is ${shown(value)}; write the name of a PEM file`);
  return readAt(resolve(folder, value), at);
}

/**
 * Reads a file that the configuration names.
 *
 * @param path the file
 * @param at where it is named
 * @throws {ConfigError}
 */
export function readAt(path: string, at: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new ConfigError(`${at} can't be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/**
 * Whether a host has one of the names that a rule allows.
 *
 * @param host its name
 * @param only the names; null for any
 */
export const mayBe = (host: string, only: readonly string[] | null): boolean =>
  only === null ||
  only.some((name) => (name.startsWith('*.') ? isWithin(host, name.slice(1)) : host.toLowerCase() === name));

/** A star stands for one label, as in certificates. */
const isWithin = (host: string, tail: string): boolean =>
  host.toLowerCase().endsWith(tail) && host.length > tail.length && !host.slice(0, -tail.length).includes('.');

function namesIn(value: unknown, at: string): readonly string[] {
  const fits = (one: unknown): one is string => typeof one === 'string' && /^(?:\*\.)?[a-z0-9._-]{1,253}$/i.test(one);
  if (Array.isArray(value) && value.length > 0 && value.every(fits)) return value.map((one) => one.toLowerCase());
  throw new ConfigError(`${at} is ${shown(value)}; write the names of hosts: ["mx.example.org", "*.example.org"]`);
}
