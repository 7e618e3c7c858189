import { type Command, Option } from 'commander';
import { ok } from '../com/index.js';
import { MAPI_UNICODE } from '../mapi/index.js';
import { EXIT, type Io, UsageError } from './io.js';
import { type AccountOptions, accountProps, clearedTags, securities } from './mail/account.js';
import {
  type AccountReport,
  accountFrom,
  advised,
  chosenProfile,
  clearSettings,
  requireUnused,
  serverText,
  withProfiles,
} from './mail/profiles.js';
import { answering } from './mailbox/failure.js';
import { painter, shown } from './paint.js';

interface ChangeOptions extends AccountOptions {
  readonly profile?: string;
  readonly json?: boolean;
}

/**
 * Adds the verb `change` of accounts.
 *
 * @param account the command it belongs to
 * @param io where it reads and prints
 * @param ended takes the exit code
 */
export function addAccountChange(account: Command, io: Io, ended: (code: number) => void): void {
  account
    .command('change')
    .argument('<address>', 'the address that its mail comes from')
    .description('change an account; what is not named stays as it is')
    .option('-p, --profile <name>', 'the profile; the default one when it is left out')
    .option('-s, --server <host[:port]>', 'the mail server')
    .option('--port <number>', 'the port')
    .addOption(new Option('--security <kind>', 'auto, starttls, tls, none').choices(Object.keys(securities)))
    .option('-f, --from <address>', 'the address that mail comes from')
    .option('--name <text>', 'the name that mail comes from')
    .option('-u, --user <name>', 'the user name; the password comes from COMAIL_PASSWORD or is asked for')
    .option('--password-stdin', 'read the password from the first line of the standard input')
    .option('--token', 'what is given as the password is an OAuth 2.0 access token')
    .option('--auth <mechanism>', 'only this mechanism: PLAIN, LOGIN, CRAM-MD5, SCRAM-SHA-256, XOAUTH2 ...')
    .option('--ca <file>', 'trust the authorities of this PEM file, too')
    .option('--connections <number>', 'most connections at once')
    .optionsGroup('Taking back:')
    .option('--no-name', 'mail comes from the address alone')
    .option('--no-user', 'nobody logs on any more; the password is forgotten')
    .option('--no-auth', 'any mechanism again: the strongest that is offered')
    .option('--no-port', 'the usual port again: 465 with --security tls, else 587')
    .option('--no-ca', 'no other authorities than those of Node')
    .option('--no-connections', 'the usual number again')
    .optionsGroup('Options:')
    .option('--json', 'print the account as one JSON object')
    .addHelpText('after', EXAMPLES)
    .action(async (address: string, options: ChangeOptions) => {
      const json = options.json === true;
      const verb = { json, failed: 'the account was not changed', command: 'comail account change' };
      ended(await answering(verb, io, () => change(address, options, io)));
    });
}

const EXAMPLES = `
Who names a user is asked for the password anew. Sessions that run go on with the account as it was when they began.

Examples:
  comail account change ann@example.org --server mail.example.org:465 --security tls
  comail account change ann@example.org --user ann          a new password
  comail account change ann@example.org --name "Ann Archer" --json
  comail account change ann@example.org --no-user           nobody logs on, no password is kept
`;

async function change(address: string, options: ChangeOptions, io: Io): Promise<number> {
  const props = await accountProps(options, io);
  const cleared = clearedTags(options);
  if (props.length === 0 && cleared.length === 0)
    throw new UsageError('Say what to change: see `comail account change --help`.');
  const { profile, account } = await withProfiles(async (admin) => {
    const name = await chosenProfile(admin, options.profile);
    using services = await ok(admin.AdminServices(name, null, 0, MAPI_UNICODE));
    const { uid } = await accountFrom(services, address);
    if (options.from !== undefined && options.from.toLowerCase() !== address.toLowerCase())
      await requireUnused(services, options.from);
    try {
      await ok(services.ConfigureMsgService(uid, 0, MAPI_UNICODE, props));
      if (cleared.length > 0) await clearSettings(services, uid, cleared);
    } catch (error) {
      throw advised(error, 'See `comail account change --help` for what an account needs.');
    }
    const changed: AccountReport = (await accountFrom(services, options.from ?? address)).report;
    return { profile: name, account: changed };
  });
  if (options.json) io.stdout.write(`${JSON.stringify({ profile, account })}\n`);
  else {
    const paint = painter(io.stdout, io.env);
    const done = `The profile ${shown(profile)} sends as ${shown(account.address)}`;
    io.stdout.write(`${paint('green', done)} through ${shown(serverText(account))} now.\n`);
  }
  return EXIT.done;
}
