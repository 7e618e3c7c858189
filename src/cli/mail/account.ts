import { resolve } from 'node:path';
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
} from '../../index.js';
import { type PropTag, type PropValue, prop } from '../../mapi/index.js';
import { bareAddresses } from '../addresses.js';
import { type Io, UsageError } from '../io.js';
import { readOptionFile } from '../letter.js';
import { readPassword } from '../password.js';
import { splitServer } from '../server-option.js';
import type { Security } from './profiles.js';

/** What can be said of an account on the command line; false for what it shall not have, as `--no-name` says. */
export interface AccountOptions {
  readonly server?: string;
  readonly port?: string | false;
  readonly security?: Security;
  readonly user?: string | false;
  readonly passwordStdin?: boolean;
  readonly token?: boolean;
  readonly auth?: string | false;
  readonly from?: string;
  readonly name?: string | false;
  readonly ca?: string | false;
  readonly connections?: string | false;
}

/** The kinds of security by the words for them. */
export const securities: Readonly<Record<Security, number>> = {
  auto: SMTP_SECURITY_AUTO,
  starttls: SMTP_SECURITY_STARTTLS,
  tls: SMTP_SECURITY_TLS,
  none: SMTP_SECURITY_NONE,
};

/**
 * Makes the properties of an account of what was typed, and asks for the password of a user.
 *
 * @param typed what was typed; what is missing is not among the properties
 * @param io where a password comes from
 * @throws {UsageError} what contradicts itself or is not understood
 */
export async function accountProps(typed: AccountOptions, io: Io): Promise<readonly PropValue[]> {
  const options = withoutNegations(typed);
  const { host, port } = options.server === undefined ? { host: null, port: null } : splitServer(options.server);
  if (port !== null && options.port !== undefined)
    throw new UsageError('--server names a port, and --port another: give one of them.');
  const [address, ...others] = options.from === undefined ? [] : bareAddresses([options.from], '--from');
  if (others.length > 0) throw new UsageError('--from takes one address.');
  if (options.ca !== undefined) await readOptionFile(options.ca, '--ca');
  const { user } = options;
  if (typed.user === false && (options.passwordStdin === true || options.token === true || options.auth !== undefined))
    throw new UsageError(
      '--password-stdin, --token and --auth are for logging on, and --no-user says that nobody does.',
    );
  if (user === undefined && (options.passwordStdin === true || options.token === true || options.auth !== undefined))
    throw new UsageError('--password-stdin, --token and --auth are for logging on: say who with --user.');
  const secret =
    user === undefined
      ? null
      : await readPassword({ ...(options.passwordStdin === true ? { passwordStdin: true } : {}) }, user, io);
  const given = <T>(value: T | null | undefined, make: (value: T) => PropValue): PropValue[] =>
    value === null || value === undefined ? [] : [make(value)];
  return [
    ...given(host, (value) => prop(PR_SMTP_SERVER, value)),
    ...given(port ?? numberOf(options.port, '--port', 65_535), (value) => prop(PR_SMTP_PORT, value)),
    ...given(options.security, (value) => prop(PR_SMTP_SECURITY, securities[value])),
    ...given(user, (value) => prop(PR_SMTP_USER, value)),
    ...given(secret, (value) => prop(PR_SMTP_SECRET, value)),
    // Who names a user says anew what the secret is.
    ...given(user, () => prop(PR_SMTP_AUTH_KIND, options.token === true ? SMTP_AUTH_TOKEN : SMTP_AUTH_PASSWORD)),
    ...given(options.auth, (value) => prop(PR_SMTP_AUTH_MECHANISM, value.toUpperCase())),
    ...given(address, (value) => prop(PR_SMTP_SENDER_ADDRESS, value)),
    ...given(options.name, (value) => prop(PR_SMTP_SENDER_NAME, value)),
    ...given(options.ca, (value) => prop(PR_SMTP_CERTIFICATES, resolve(value))),
    ...given(numberOf(options.connections, '--connections', 100), (value) => prop(PR_SMTP_CONNECTIONS, value)),
  ];
}

/** The settings that an account shall not have any more: those that were named with `--no-`. */
export function clearedTags({ port, user, auth, name, ca, connections }: AccountOptions): readonly PropTag[] {
  const none = (value: unknown, ...tags: readonly PropTag[]): readonly PropTag[] => (value === false ? tags : []);
  return [
    ...none(port, PR_SMTP_PORT),
    ...none(user, PR_SMTP_USER, PR_SMTP_SECRET, PR_SMTP_AUTH_KIND, PR_SMTP_AUTH_MECHANISM),
    ...none(auth, PR_SMTP_AUTH_MECHANISM),
    ...none(name, PR_SMTP_SENDER_NAME),
    ...none(ca, PR_SMTP_CERTIFICATES),
    ...none(connections, PR_SMTP_CONNECTIONS),
  ];
}

type Positive<T> = { readonly [K in keyof T]: Exclude<T[K], false> };

function withoutNegations(options: AccountOptions): Positive<AccountOptions> {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== false)) as Positive<AccountOptions>;
}

function numberOf(typed: string | undefined, option: string, most: number): number | null {
  if (typed === undefined) return null;
  const number = Number(typed);
  if (!Number.isInteger(number) || number < 1 || number > most)
    throw new UsageError(`${option} ${typed}: write a whole number from 1 to ${most}.`);
  return number;
}
