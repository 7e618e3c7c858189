import { resolve } from 'node:path';
import { type Command, Option } from 'commander';
import { guidFromBytes, ok } from '../com/index.js';
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
  SMTP_AUTH_TOKEN,
  SMTP_SECURITY_AUTO,
  SMTP_SECURITY_NONE,
  SMTP_SECURITY_STARTTLS,
  SMTP_SECURITY_TLS,
} from '../index.js';
import { type IProfAdmin, MAPI_UNICODE, PR_SERVICE_UID, type PropValue, prop } from '../mapi/index.js';
import { bareAddresses } from './addresses.js';
import { EXIT, type Io, UsageError } from './io.js';
import { readOptionFile } from './letter.js';
import { advised, chosenProfile, profileReport, type Security, serviceRows, withProfiles } from './mail/profiles.js';
import { answering } from './mailbox/failure.js';
import { painter, shown } from './paint.js';
import { readPassword } from './password.js';
import { splitServer } from './server-option.js';

interface AddOptions {
  readonly profile?: string;
  readonly server: string;
  readonly port?: string;
  readonly security: Security;
  readonly user?: string;
  readonly passwordStdin?: boolean;
  readonly token?: boolean;
  readonly auth?: string;
  readonly from: string;
  readonly name?: string;
  readonly ca?: string;
  readonly connections?: string;
  readonly json?: boolean;
}

/**
 * Adds the verb `add smtp` of accounts.
 *
 * @param account the command it belongs to
 * @param io where it reads and prints
 * @param ended takes the exit code
 */
export function addAccountAddSmtp(account: Command, io: Io, ended: (code: number) => void): void {
  account
    .command('add')
    .description('add an account to a profile')
    .command('smtp')
    .description('let a profile send by SMTP')
    .requiredOption('-s, --server <host[:port]>', 'the mail server')
    .requiredOption('-f, --from <address>', 'the address that mail comes from')
    .option('--name <text>', 'the name that mail comes from')
    .option('-p, --profile <name>', 'the profile; the default one when it is left out')
    .option('--port <number>', 'the port; 465 with --security tls, else 587')
    .addOption(
      new Option(
        '--security <kind>',
        'auto (TLS where the server offers it), starttls, tls (from the first byte), none',
      )
        .choices(Object.keys(securities))
        .default('auto'),
    )
    .optionsGroup('Logging on:')
    .option('-u, --user <name>', 'the user name; the password comes from COMAIL_PASSWORD or is asked for')
    .option('--password-stdin', 'read the password from the first line of the standard input')
    .option('--token', 'what is given as the password is an OAuth 2.0 access token')
    .option('--auth <mechanism>', 'only this mechanism: PLAIN, LOGIN, CRAM-MD5, SCRAM-SHA-256, XOAUTH2 ...')
    .optionsGroup('More:')
    .option('--ca <file>', 'trust the authorities of this PEM file, too')
    .option('--connections <number>', 'most connections at once; 5 when nothing is said')
    .option('--json', 'print the account as one JSON object')
    .addHelpText('after', EXAMPLES)
    .action(async (options: AddOptions) => {
      const json = options.json === true;
      const verb = { json, failed: 'the account was not added', command: 'comail account add smtp' };
      ended(await answering(verb, io, () => add(options, io)));
    });
}

const EXAMPLES = `
A password is never given on the command line, where other users of the machine could see it. It is kept beside the profiles in a
file that only you can read.

Examples:
  comail account add smtp --server mail.example.org --user ann --from ann@example.org --name "Ann Archer"
  printf %s "$SECRET" | comail account add smtp -s mail.example.org:465 --security tls -u ann --password-stdin -f ann@example.org
  comail account add smtp --server localhost:1025 --security none --from ann@example.org
`;

const securities: Readonly<Record<Security, number>> = {
  auto: SMTP_SECURITY_AUTO,
  starttls: SMTP_SECURITY_STARTTLS,
  tls: SMTP_SECURITY_TLS,
  none: SMTP_SECURITY_NONE,
};

async function add(options: AddOptions, io: Io): Promise<number> {
  const props = await readProps(options, io);
  const { profile, account } = await withProfiles(async (admin) => {
    const name = await chosenProfile(admin, options.profile);
    await addService(admin, name, props);
    const { accounts } = await profileReport(admin, name, false);
    return { profile: name, account: accounts.at(-1) };
  });
  if (options.json) io.stdout.write(`${JSON.stringify({ profile, account })}\n`);
  else {
    const paint = painter(io.stdout, io.env);
    const done = `The profile ${shown(profile)} sends as ${shown(account?.address ?? '')}`;
    io.stdout.write(`${paint('green', done)} through ${shown(account?.server ?? '')}.\n`);
    const next = `comail send --to ${account?.address} --subject Hello --text "It works."`;
    io.stdout.write(`${paint('dim', `Try it: \`${shown(next)}\``)}\n`);
  }
  return EXIT.done;
}

async function readProps(options: AddOptions, io: Io): Promise<readonly PropValue[]> {
  const { host, port } = splitServer(options.server);
  if (port !== null && options.port !== undefined)
    throw new UsageError('--server names a port, and --port another: give one of them.');
  const [address = '', ...others] = bareAddresses([options.from], '--from');
  if (others.length > 0) throw new UsageError('--from takes one address.');
  if (options.ca !== undefined) await readOptionFile(options.ca, '--ca');
  const { user } = options;
  if (user === undefined && (options.passwordStdin === true || options.token === true || options.auth !== undefined))
    throw new UsageError('--password-stdin, --token and --auth are for logging on: say who with --user.');
  const secret =
    user === undefined
      ? null
      : await readPassword({ ...(options.passwordStdin === true ? { passwordStdin: true } : {}) }, user, io);
  const given = <T>(value: T | null | undefined, make: (value: T) => PropValue): PropValue[] =>
    value === null || value === undefined ? [] : [make(value)];
  return [
    prop(PR_SMTP_SERVER, host),
    ...given(port ?? numberOf(options.port, '--port', 65_535), (value) => prop(PR_SMTP_PORT, value)),
    prop(PR_SMTP_SECURITY, securities[options.security]),
    ...given(user, (value) => prop(PR_SMTP_USER, value)),
    ...given(secret, (value) => prop(PR_SMTP_SECRET, value)),
    ...(options.token === true ? [prop(PR_SMTP_AUTH_KIND, SMTP_AUTH_TOKEN)] : []),
    ...given(options.auth, (value) => prop(PR_SMTP_AUTH_MECHANISM, value.toUpperCase())),
    prop(PR_SMTP_SENDER_ADDRESS, address),
    ...given(options.name, (value) => prop(PR_SMTP_SENDER_NAME, value)),
    ...given(options.ca, (value) => prop(PR_SMTP_CERTIFICATES, resolve(value))),
    ...given(numberOf(options.connections, '--connections', 100), (value) => prop(PR_SMTP_CONNECTIONS, value)),
  ];
}

function numberOf(typed: string | undefined, option: string, most: number): number | null {
  if (typed === undefined) return null;
  const number = Number(typed);
  if (!Number.isInteger(number) || number < 1 || number > most)
    throw new UsageError(`${option} ${typed}: write a whole number from 1 to ${most}.`);
  return number;
}

async function addService(admin: IProfAdmin, profile: string, props: readonly PropValue[]): Promise<void> {
  using services = await ok(admin.AdminServices(profile, null, 0, MAPI_UNICODE));
  await ok(services.CreateMsgService('SMTP', null, 0, MAPI_UNICODE));
  const row = (await serviceRows(services)).at(-1);
  const uid = guidFromBytes(row?.get(PR_SERVICE_UID) as Uint8Array);
  try {
    await ok(services.ConfigureMsgService(uid, 0, MAPI_UNICODE, props));
  } catch (error) {
    await services.DeleteMsgService(uid);
    throw advised(error, 'See `comail account add smtp --help` for what an account needs.');
  }
}
