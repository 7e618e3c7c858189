import { type Command, Option } from 'commander';
import { guidFromBytes, ok } from '../com/index.js';
import { PR_SMTP_SENDER_ADDRESS } from '../index.js';
import { type IProfAdmin, MAPI_UNICODE, PR_SERVICE_UID, type PropValue } from '../mapi/index.js';
import { EXIT, type Io } from './io.js';
import { type AccountOptions, accountProps, securities } from './mail/account.js';
import {
  advised,
  chosenProfile,
  profileReport,
  requireUnused,
  serverText,
  serviceRows,
  withProfiles,
} from './mail/profiles.js';
import { answering } from './mailbox/failure.js';
import { painter, shown } from './paint.js';

interface AddOptions extends AccountOptions {
  readonly profile?: string;
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

async function add(options: AddOptions, io: Io): Promise<number> {
  const props = await accountProps(options, io);
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
    io.stdout.write(`${paint('green', done)} through ${shown(account ? serverText(account) : '')}.\n`);
    const next = `comail send --to ${account?.address} --subject Hello --text "It works."`;
    io.stdout.write(`${paint('dim', `Try it: \`${shown(next)}\``)}\n`);
  }
  return EXIT.done;
}

async function addService(admin: IProfAdmin, profile: string, props: readonly PropValue[]): Promise<void> {
  using services = await ok(admin.AdminServices(profile, null, 0, MAPI_UNICODE));
  const address = props.find(([tag]) => tag === PR_SMTP_SENDER_ADDRESS)?.[1];
  await requireUnused(services, String(address));
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
