import { readFileSync } from 'node:fs';
import { ComError, ok } from '../../com/index.js';
import {
  type IMAPIProp,
  isPropError,
  MAPI_E_UNCONFIGURED,
  PropRow,
  type PropTag,
  type PropValue,
} from '../../mapi/index.js';
import {
  type AccountSecurity,
  accountOptions,
  checkAddress,
  isServerName,
  type PoolOptions,
  WireError,
} from '../../wire/index.js';
import {
  PR_SMTP_AUTH_KIND,
  PR_SMTP_AUTH_MECHANISM,
  PR_SMTP_CERTIFICATES,
  PR_SMTP_CONNECTIONS,
  PR_SMTP_PORT,
  PR_SMTP_SECRET,
  PR_SMTP_SECURITY,
  PR_SMTP_SENDER_ADDRESS,
  PR_SMTP_SENDER_NAME,
  PR_SMTP_SERVER,
  PR_SMTP_USER,
  SMTP_AUTH_PASSWORD,
  SMTP_AUTH_TOKEN,
  SMTP_SECURITY_AUTO,
  SMTP_SECURITY_NONE,
  SMTP_SECURITY_STARTTLS,
  SMTP_SECURITY_TLS,
  smtpAccountTags,
} from './tags.js';

/** What the section of the provider says, checked. */
export interface Settings {
  readonly server: string;
  readonly port: number;
  readonly security: number;
  readonly user: string | null;
  readonly authKind: number;
  readonly mechanism: string | null;
  readonly secret: string | null;
  readonly sender: { readonly name: string; readonly address: string };
  readonly connections: number;
  readonly certificates: string | null;
}

/**
 * Reads and checks a section.
 *
 * @param section the provider's section
 * @param changes values that are about to be written to it, which count already
 * @returns the settings
 * @throws {ComError} `MAPI_E_UNCONFIGURED`, in words that name the property, when something is missing or wrong
 */
export async function readSettings(section: IMAPIProp, changes: readonly PropValue[] = []): Promise<Settings> {
  const stored = await ok(section.GetProps(smtpAccountTags, 0));
  const row = PropRow.fromProps([...changes, ...stored.toProps().filter((entry) => !isPropError(entry))]);
  const text = (tag: PropTag<string>): string | null => row.get(tag)?.trim() || null;
  const security = oneOf(row.get(PR_SMTP_SECURITY), 'PR_SMTP_SECURITY', [
    SMTP_SECURITY_AUTO,
    SMTP_SECURITY_STARTTLS,
    SMTP_SECURITY_TLS,
    SMTP_SECURITY_NONE,
  ]);
  const user = text(PR_SMTP_USER);
  const secret = row.get(PR_SMTP_SECRET);
  if (user !== null && secret === null)
    throw unconfigured(
      `PR_SMTP_USER is ${user}, but there is no PR_SMTP_SECRET; give the account its password or token`,
    );
  return Object.freeze({
    server: serverOf(text(PR_SMTP_SERVER)),
    port: within(row.get(PR_SMTP_PORT) ?? (security === SMTP_SECURITY_TLS ? 465 : 587), 'PR_SMTP_PORT', 65_535),
    security,
    user,
    authKind: oneOf(row.get(PR_SMTP_AUTH_KIND), 'PR_SMTP_AUTH_KIND', [SMTP_AUTH_PASSWORD, SMTP_AUTH_TOKEN]),
    mechanism: text(PR_SMTP_AUTH_MECHANISM),
    secret,
    sender: { name: text(PR_SMTP_SENDER_NAME) ?? '', address: addressOf(text(PR_SMTP_SENDER_ADDRESS)) },
    connections: within(row.get(PR_SMTP_CONNECTIONS) ?? 5, 'PR_SMTP_CONNECTIONS', 100),
    certificates: text(PR_SMTP_CERTIFICATES),
  });
}

/**
 * What a pool of connections needs to know of the settings.
 *
 * @param settings the settings
 * @throws {ComError} `MAPI_E_UNCONFIGURED` when the file of certificates can't be read
 */
export function poolOptions(settings: Settings): PoolOptions {
  const { server, port, security, user, secret, authKind, mechanism, connections, certificates } = settings;
  return {
    ...accountOptions({
      server,
      port,
      security: SECURITIES.get(security) ?? 'auto',
      user,
      secret,
      secretKind: authKind === SMTP_AUTH_TOKEN ? 'token' : 'password',
      mechanism,
      connections,
      certificates: certificates === null ? null : trusted(certificates),
    }),
    // The spooler tries again, and says so to the user; a short quarrel with the network is settled here.
    connectRetries: 1,
  };
}

const SECURITIES: ReadonlyMap<number, AccountSecurity> = new Map([
  [SMTP_SECURITY_AUTO, 'auto'],
  [SMTP_SECURITY_STARTTLS, 'starttls'],
  [SMTP_SECURITY_TLS, 'tls'],
  [SMTP_SECURITY_NONE, 'none'],
]);

function trusted(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new ComError(MAPI_E_UNCONFIGURED, `PR_SMTP_CERTIFICATES can't be read: ${path}`, { cause: error });
  }
}

function serverOf(server: string | null): string {
  if (server === null) throw unconfigured('PR_SMTP_SERVER is missing; it names the mail server');
  if (!isServerName(server)) throw unconfigured(`PR_SMTP_SERVER is no host: ${JSON.stringify(server)}`);
  return server;
}

function addressOf(address: string | null): string {
  if (address === null) throw unconfigured('PR_SMTP_SENDER_ADDRESS is missing; mail comes from this address');
  try {
    checkAddress(address);
    return address;
  } catch (error) {
    if (!(error instanceof WireError)) throw error;
    throw new ComError(MAPI_E_UNCONFIGURED, `PR_SMTP_SENDER_ADDRESS is no address: ${error.message}`, { cause: error });
  }
}

function within(value: number, name: string, most: number): number {
  if (Number.isInteger(value) && value >= 1 && value <= most) return value;
  throw unconfigured(`${name} is ${value}; it is a number from 1 to ${most}`);
}

function oneOf(value: number | null, name: string, known: readonly number[]): number {
  const chosen = value ?? 0;
  if (known.includes(chosen)) return chosen;
  throw unconfigured(`${name} is ${chosen}, which means nothing`);
}

const unconfigured = (words: string): ComError => new ComError(MAPI_E_UNCONFIGURED, words);
