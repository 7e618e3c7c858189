import { ComError, type Guid, guidFromBytes, ok } from '../../com/index.js';
import {
  PR_COMAIL_STORE_PATH_W,
  PR_PIPELINE_ADDRESS,
  PR_PIPELINE_NAME,
  PR_PIPELINE_PATH,
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
  SMTP_AUTH_TOKEN,
  SMTP_SECURITY_NONE,
  SMTP_SECURITY_STARTTLS,
  SMTP_SECURITY_TLS,
  smtpAccountTags,
} from '../../index.js';
import {
  type IMsgServiceAdmin,
  type IProfAdmin,
  type IProviderAdmin,
  MAPI_E_AMBIGUOUS_RECIP,
  MAPI_E_COLLISION,
  MAPI_E_LOGON_FAILED,
  MAPI_E_NOT_FOUND,
  MAPI_FORCE_ACCESS,
  MAPI_MODIFY,
  MAPI_UNICODE,
  PR_DEFAULT_PROFILE,
  PR_DISPLAY_NAME_W,
  PR_PROVIDER_UID,
  PR_SERVICE_NAME_W,
  PR_SERVICE_UID,
  type PropRow,
  type PropTag,
} from '../../mapi/index.js';
import { MAPIAdminProfiles, MAPIInitialize, MAPIUninitialize } from '../../subsystem/index.js';
import { Failure, machineAdvice } from '../mailbox/failure.js';
import { readRows } from '../mailbox/rows.js';

/** How the connection to an account's server is protected. */
export type Security = 'auto' | 'starttls' | 'tls' | 'none';

/** An account that sends by SMTP. */
export interface AccountReport {
  readonly kind: 'smtp';
  readonly server: string;
  /** Null for the usual one: 465 with `tls`, else 587. */
  readonly port: number | null;
  readonly security: Security;
  /** Who logs on; null for nobody. */
  readonly user: string | null;
  /** What the secret is that is kept for it; the secret itself is printed nowhere. */
  readonly secret: 'password' | 'token' | null;
  /** The address that mail comes from. */
  readonly address: string;
  /** The name that mail comes from. */
  readonly name: string | null;
  /** The only SASL mechanism that is used; null for the strongest that is offered. */
  readonly mechanism: string | null;
  /** Most connections at once; null for the usual number. */
  readonly connections: number | null;
  /** A file of authorities that are trusted, too. */
  readonly certificates: string | null;
}

/** A mailbox of a mail system. */
export interface MailboxReport {
  readonly address: string;
  /** The name that mail comes from. */
  readonly name: string | null;
  /** The folder of the mail system. */
  readonly system: string;
}

/** A profile. */
export interface ProfileReport {
  readonly name: string;
  /** Whether it is used where none is named. */
  readonly default: boolean;
  /** The files of its message stores. */
  readonly stores: readonly string[];
  /** What it sends through. */
  readonly accounts: readonly AccountReport[];
  /** The mailboxes that it opens: none or one. */
  readonly mailboxes: readonly MailboxReport[];
  /** The names of its other message services. */
  readonly others: readonly string[];
}

/**
 * Works with the profiles of the user.
 *
 * @param step the work
 */
export async function withProfiles<T>(step: (admin: IProfAdmin) => Promise<T>): Promise<T> {
  ok(MAPIInitialize(null));
  try {
    using admin = await ok(MAPIAdminProfiles(MAPI_UNICODE));
    return await step(admin);
  } finally {
    MAPIUninitialize();
  }
}

/** The names of the profiles, and which is the default one. */
export async function profileNames(
  admin: IProfAdmin,
): Promise<readonly { readonly name: string; readonly default: boolean }[]> {
  using table = await ok(admin.GetProfileTable(MAPI_UNICODE));
  const rows = await readRows(table, [PR_DISPLAY_NAME_W, PR_DEFAULT_PROFILE]);
  return rows.map((row) => ({
    name: row.get(PR_DISPLAY_NAME_W) ?? '',
    default: row.get(PR_DEFAULT_PROFILE) ?? false,
  }));
}

/**
 * Finds out which profile is meant.
 *
 * @param admin the profiles
 * @param typed what was typed; undefined for the default one
 * @throws {Failure} `MAPI_E_NOT_FOUND` when there is none of this name, `MAPI_E_LOGON_FAILED` when none is the default one
 */
export async function chosenProfile(admin: IProfAdmin, typed: string | undefined): Promise<string> {
  const all = await profileNames(admin);
  const found = all.find((one) => (typed === undefined ? one.default : one.name === typed));
  if (found) return found.name;
  throw typed === undefined ? noDefault(all.length) : noProfile(typed);
}

/** There is no such profile. */
export const noProfile = (name: string): Failure =>
  new Failure(
    MAPI_E_NOT_FOUND,
    `there is no profile ${name}`,
    `\`comail profile list\` tells which there are; \`comail profile create ${JSON.stringify(name)}\` makes this one.`,
  );

/** No profile is named, and none is the default one. */
export const noDefault = (count: number): Failure =>
  new Failure(
    MAPI_E_LOGON_FAILED,
    'no profile is named, and there is no default one',
    count === 0
      ? 'Make one with `comail profile create NAME`, then add an account with `comail account add smtp`.'
      : 'Name one with --profile, or make one the default with `comail profile default NAME`; `comail profile list` tells which there are.',
  );

/** What a profile holds. */
export async function profileReport(admin: IProfAdmin, name: string, isDefault: boolean): Promise<ProfileReport> {
  using services = await ok(admin.AdminServices(name, null, 0, MAPI_UNICODE));
  const stores: string[] = [];
  const accounts: AccountReport[] = [];
  const mailboxes: MailboxReport[] = [];
  const others: string[] = [];
  for (const row of await serviceRows(services)) {
    const service = row.get(PR_SERVICE_NAME_W) ?? '';
    const section = await sectionOf(services, row);
    if (service === 'COMAIL') stores.push(section?.get(PR_COMAIL_STORE_PATH_W) ?? '(not configured)');
    else if (service === 'SMTP' && section) accounts.push(accountOf(section));
    else if (service === 'PIPELINE' && section?.get(PR_PIPELINE_ADDRESS)) mailboxes.push(mailboxOf(section));
    else others.push(service);
  }
  return { name, default: isDefault, stores, accounts, mailboxes, others };
}

/** An account of a profile, and the service that it is. */
export interface AccountService {
  readonly uid: Guid;
  readonly report: AccountReport;
}

/**
 * Finds the account that is meant.
 *
 * @param services the services of the profile
 * @param address the address that its mail comes from
 * @throws {Failure} `MAPI_E_NOT_FOUND` when there is none, `MAPI_E_AMBIGUOUS_RECIP` for more than one
 */
export async function accountFrom(services: IMsgServiceAdmin, address: string): Promise<AccountService> {
  const found = await accountsFrom(services, address);
  const [account, ...others] = found;
  if (account && others.length === 0) return account;
  if (account)
    throw new Failure(
      MAPI_E_AMBIGUOUS_RECIP,
      `${found.length} accounts send as ${address}`,
      'Delete the profile and make it anew with one of them.',
    );
  throw new Failure(
    MAPI_E_NOT_FOUND,
    `no account sends as ${address}`,
    '`comail account list` tells which accounts there are.',
  );
}

/** @throws {Failure} `MAPI_E_COLLISION` when an account sends as an address already: nobody could tell which of two is meant */
export async function requireUnused(services: IMsgServiceAdmin, address: string): Promise<void> {
  if ((await accountsFrom(services, address)).length > 0)
    throw new Failure(
      MAPI_E_COLLISION,
      `an account sends as ${address} already`,
      `\`comail account change ${address}\` changes it, \`comail account list\` shows it.`,
    );
}

async function accountsFrom(services: IMsgServiceAdmin, address: string): Promise<readonly AccountService[]> {
  const found: AccountService[] = [];
  for (const row of await serviceRows(services)) {
    const section = row.get(PR_SERVICE_NAME_W) === 'SMTP' ? await sectionOf(services, row) : null;
    if (section?.get(PR_SMTP_SENDER_ADDRESS)?.toLowerCase() !== address.toLowerCase() || section === null) continue;
    found.push({ uid: guidFromBytes(row.get(PR_SERVICE_UID) as Uint8Array), report: accountOf(section) });
  }
  return found;
}

/**
 * Deletes settings of an account, so that it has none of them.
 *
 * @param services the services of the profile
 * @param uid the account
 * @param tags which settings
 */
export async function clearSettings(services: IMsgServiceAdmin, uid: Guid, tags: readonly PropTag[]): Promise<void> {
  using providers: IProviderAdmin = await ok(services.AdminProviders(uid, MAPI_UNICODE));
  using table = await ok(providers.GetProviderTable(MAPI_UNICODE));
  const [provider] = await readRows(table, [PR_PROVIDER_UID], 1);
  const own = guidFromBytes(provider?.get(PR_PROVIDER_UID) as Uint8Array);
  using section = await ok(providers.OpenProfileSection(own, null, MAPI_FORCE_ACCESS | MAPI_MODIFY));
  await ok(section.DeleteProps(tags));
}

/** The services of a profile. */
export async function serviceRows(services: IMsgServiceAdmin): Promise<readonly PropRow[]> {
  using table = await ok(services.GetMsgServiceTable(MAPI_UNICODE));
  return await readRows(table, [PR_SERVICE_UID, PR_SERVICE_NAME_W]);
}

async function sectionOf(services: IMsgServiceAdmin, service: PropRow): Promise<PropRow | null> {
  const uid = guidFromBytes(service.get(PR_SERVICE_UID) as Uint8Array);
  using providers: IProviderAdmin = await ok(services.AdminProviders(uid, MAPI_UNICODE));
  using table = await ok(providers.GetProviderTable(MAPI_UNICODE));
  const [provider] = await readRows(table, [PR_PROVIDER_UID], 1);
  if (!provider) return null;
  const own = guidFromBytes(provider.get(PR_PROVIDER_UID) as Uint8Array);
  using section = await ok(providers.OpenProfileSection(own, null, MAPI_FORCE_ACCESS));
  return await ok(section.GetProps(shown, MAPI_UNICODE));
}

const shown: readonly PropTag[] = [
  PR_COMAIL_STORE_PATH_W,
  ...smtpAccountTags,
  PR_PIPELINE_ADDRESS,
  PR_PIPELINE_NAME,
  PR_PIPELINE_PATH,
];

const mailboxOf = (section: PropRow): MailboxReport => ({
  address: section.get(PR_PIPELINE_ADDRESS) ?? '',
  name: section.get(PR_PIPELINE_NAME) || null,
  system: section.get(PR_PIPELINE_PATH) ?? '',
});

function accountOf(section: PropRow): AccountReport {
  const kind = section.get(PR_SMTP_AUTH_KIND) === SMTP_AUTH_TOKEN ? 'token' : 'password';
  return {
    kind: 'smtp',
    server: section.get(PR_SMTP_SERVER) ?? '(not configured)',
    port: section.get(PR_SMTP_PORT),
    security: securities.get(section.get(PR_SMTP_SECURITY) ?? 0) ?? 'auto',
    user: section.get(PR_SMTP_USER),
    secret: section.get(PR_SMTP_SECRET) === null ? null : kind,
    address: section.get(PR_SMTP_SENDER_ADDRESS) ?? '',
    name: section.get(PR_SMTP_SENDER_NAME),
    mechanism: section.get(PR_SMTP_AUTH_MECHANISM),
    connections: section.get(PR_SMTP_CONNECTIONS),
    certificates: section.get(PR_SMTP_CERTIFICATES),
  };
}

const securities: ReadonlyMap<number, Security> = new Map([
  [SMTP_SECURITY_STARTTLS, 'starttls'],
  [SMTP_SECURITY_TLS, 'tls'],
  [SMTP_SECURITY_NONE, 'none'],
]);

/** Says of a failure of MAPI what to do about it. */
export function advised(error: unknown, advice: string): unknown {
  if (!(error instanceof ComError)) return error;
  // Where MAPI has one code for all that a service may say, the one of the service says more.
  const first = error.cause instanceof ComError ? error.cause : error;
  const machine = machineAdvice(first.hr);
  return machine === undefined
    ? new Failure(error.hr, wordsOf(error), advice)
    : new Failure(first.hr, wordsOf(first), machine);
}

/** The words of an error without its code. */
export const wordsOf = (error: ComError): string => error.message.replace(/^[A-Za-z_0-9]+(?: \(success\))?: /, '');

/** The server of an account, with its port where that is not the usual one. */
export const serverText = ({ server, port }: AccountReport): string => (port === null ? server : `${server}:${port}`);

/** An account on one line, for people. */
export function accountText(account: AccountReport): string {
  const { security, user, secret, address, name, mechanism, connections, certificates } = account;
  const from = name ? `${name} <${address}>` : address;
  const by = mechanism === null ? '' : ` by ${mechanism}`;
  const who = user === null ? 'without logging on' : `as ${user}${secret === null ? '' : `, with a ${secret}`}${by}`;
  const more = [
    ...(connections === null ? [] : [`at most ${connections} connections`]),
    ...(certificates === null ? [] : [`trusting ${certificates}`]),
  ];
  return [`${from} through ${serverText(account)} (security ${security}) ${who}`, ...more].join(', ');
}
