import type { Command } from 'commander';
import { EXIT, type Io } from './io.js';
import { accountText, chosenProfile, profileReport, withProfiles } from './mail/profiles.js';
import { answering } from './mailbox/failure.js';
import { shown } from './paint.js';

interface ListOptions {
  readonly profile?: string;
  readonly json?: boolean;
}

/**
 * Adds the verb `list` of accounts.
 *
 * @param account the command it belongs to
 * @param io where it prints
 * @param ended takes the exit code
 */
export function addAccountList(account: Command, io: Io, ended: (code: number) => void): void {
  account
    .command('list')
    .alias('ls')
    .description('print what a profile sends through; passwords are never printed')
    .option('-p, --profile <name>', 'the profile; the default one when it is left out')
    .option('--json', 'print one JSON object')
    .addHelpText('after', EXAMPLES)
    .action(async (options: ListOptions) => {
      const json = options.json === true;
      const verb = { json, failed: 'the accounts were not listed', command: 'comail account list' };
      ended(await answering(verb, io, () => list(options, io)));
    });
}

const EXAMPLES = `
The first account that takes a recipient's address sends to it, in the order of this list.

Examples:
  comail account list
  comail account ls --profile "At Home" --json
`;

async function list(options: ListOptions, io: Io): Promise<number> {
  const { name, accounts } = await withProfiles(
    async (admin) => await profileReport(admin, await chosenProfile(admin, options.profile), false),
  );
  if (options.json) io.stdout.write(`${JSON.stringify({ profile: name, accounts })}\n`);
  else if (accounts.length === 0)
    io.stdout.write(`The profile ${shown(name)} has no account: see \`comail account add smtp --help\`.\n`);
  else for (const one of accounts) io.stdout.write(`${shown(accountText(one))}\n`);
  return EXIT.done;
}
