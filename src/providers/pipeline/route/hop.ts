import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import {
  DEFAULT_TIMEOUTS,
  isServerName,
  type SmtpAccount,
  type TimedPhase,
  type Timeouts,
} from '../../../wire/index.js';
import { perHopAtOnce, sendingAtOnce } from '../limits.js';
import { ConfigError, numberAt, objectAt, oneAt, shown, textAt } from './checks.js';
import { certificatesIn, readAt } from './exchange.js';

/** A server that takes mail, named by the configuration. */
export interface NextHop {
  /** What the queue and the trace call it: `smtp://host:port`, or `smtp://user@host:port` where somebody logs on. */
  readonly key: string;
  /** How it is spoken to. */
  readonly account: SmtpAccount;
  /** Seconds of silence for each phase, where they differ from the usual ones. */
  readonly timeouts: Partial<Timeouts>;
}

/**
 * Reads a server: `smtp://host:port`, or an object with the options of an SMTP account.
 *
 * @param value what stands there
 * @param at where
 * @param folder the folder of the file: paths are relative to it
 * @throws {ConfigError}
 */
export function nextHopIn(value: unknown, at: string, folder: string): NextHop {
  if (typeof value === 'string') {
    const { host, port } = hostIn(value, at);
    return hop({ ...plain, server: host, port }, {});
  }
  if (typeof value !== 'object' || value === null)
    throw new ConfigError(`${at} is ${shown(value)}; write "smtp://host:port", or an object with "server"`);
  const options = objectAt(value, at, KEYS);
  const { server, port, user, auth, connections, timeouts, certificates } = options;
  const name = textAt(server, `${at}.server`);
  if (!isServerName(name)) throw new ConfigError(`${at}.server is ${shown(server)}; write the name of a host`);
  const security = oneAt(options['security'] ?? 'auto', `${at}.security`, ['auto', 'starttls', 'tls', 'none']);
  const usual = security === 'tls' ? 465 : user === undefined ? 25 : 587;
  const account: SmtpAccount = {
    server: name,
    port: numberAt(port ?? usual, `${at}.port`, 1, 65_535),
    security,
    user: user === undefined ? null : textAt(user, `${at}.user`),
    secret: secretIn(options, at, folder),
    secretKind: oneAt(options['secretKind'] ?? 'password', `${at}.secretKind`, ['password', 'token']),
    mechanism: auth === undefined ? null : textAt(auth, `${at}.auth`).toUpperCase(),
    connections: numberAt(connections ?? perHopAtOnce, `${at}.connections`, 1, sendingAtOnce),
    certificates: certificates === undefined ? null : certificatesIn(certificates, `${at}.certificates`, folder),
  };
  return hop(account, timeouts === undefined ? {} : timeoutsIn(timeouts, `${at}.timeouts`));
}

const KEYS = ['server', 'port', 'security', 'user', 'secretFile', 'secretKind', 'auth', 'connections'].concat([
  'certificates',
  'timeouts',
]);

const plain: Omit<SmtpAccount, 'server' | 'port'> = {
  security: 'auto',
  user: null,
  secret: null,
  secretKind: 'password',
  mechanism: null,
  connections: perHopAtOnce,
  certificates: null,
};

function hop(account: SmtpAccount, timeouts: Partial<Timeouts>): NextHop {
  const { server, port, user } = account;
  const host = server.includes(':') ? `[${server}]` : server.toLowerCase();
  const key = `smtp://${user === null ? '' : `${encodeURIComponent(user)}@`}${host}:${port}`;
  return Object.freeze({ key, account: Object.freeze(account), timeouts });
}

function hostIn(value: string, at: string): { readonly host: string; readonly port: number } {
  const [, literal, name, digits] =
    /^smtp:\/\/(?:\[([0-9a-f:.]+)\]|([a-z0-9._-]+))(?::(\d{1,5}))?\/?$/i.exec(value) ?? [];
  const host = literal ?? name;
  const port = Number(digits ?? 25);
  if (host !== undefined && port >= 1 && port <= 65_535) return { host, port };
  throw new ConfigError(`${at} is ${shown(value)}; write "smtp://host:port", or an object with "server"`);
}

/** The secret lies in a file of its own, which nobody else may read; the configuration may be shown to anybody. */
function secretIn({ user, secretFile }: Record<string, unknown>, at: string, folder: string): string | null {
  if ((user === undefined) !== (secretFile === undefined))
    throw new ConfigError(
      user === undefined
        ? `${at}.secretFile is of use with ${at}.user alone; say who logs on`
        : `${at}.user is ${shown(user)}, but there is no ${at}.secretFile; name the file that holds the password`,
    );
  if (secretFile === undefined) return null;
  const path = resolve(folder, textAt(secretFile, `${at}.secretFile`));
  // On Windows files inherit who may read them from their folder.
  if (process.platform !== 'win32' && (statOf(path, at).mode & 0o077) !== 0)
    throw new ConfigError(`${at}.secretFile is ${path}, which others may read; do \`chmod 600\` to it`);
  const [secret = ''] = readAt(path, `${at}.secretFile`).split(/\r?\n/);
  if (secret === '')
    throw new ConfigError(`${at}.secretFile is ${path}, whose first line is empty; write the secret there`);
  return secret;
}

function statOf(path: string, at: string): { readonly mode: number } {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) throw new ConfigError(`${at}.secretFile is ${path}, which is not there; make it, readable for you alone`);
  return found;
}

function timeoutsIn(value: unknown, at: string): Partial<Timeouts> {
  const phases = Object.keys(DEFAULT_TIMEOUTS) as TimedPhase[];
  const given = Object.entries(objectAt(value, at, phases));
  return Object.fromEntries(given.map(([phase, seconds]) => [phase, numberAt(seconds, `${at}.${phase}`, 1, 3600)]));
}
