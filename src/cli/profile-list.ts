import type { Command } from 'commander';
import { EXIT, type Io } from './io.js';
import { type ProfileReport, profileNames, profileReport, serverText, withProfiles } from './mail/profiles.js';
import { answering } from './mailbox/failure.js';
import { painter, shown } from './paint.js';

/**
 * Adds the verb `list` of profiles.
 *
 * @param profile the command it belongs to
 * @param io where it prints
 * @param ended takes the exit code
 */
export function addProfileList(profile: Command, io: Io, ended: (code: number) => void): void {
  profile
    .command('list')
    .alias('ls')
    .description('print the profiles: which is the default one, what they send through')
    .option('--json', 'print one JSON object')
    .addHelpText('after', EXAMPLES)
    .action(async ({ json = false }: { json?: boolean }) =>
      ended(
        await answering({ json, failed: 'the profiles were not listed', command: 'comail profile list' }, io, () =>
          list(json, io),
        ),
      ),
    );
}

const EXAMPLES = `
The default profile is marked with a star: every verb uses it when no --profile is named.

Examples:
  comail profile list
  comail profile ls --json
`;

async function list(json: boolean, io: Io): Promise<number> {
  const profiles = await withProfiles(async (admin) => {
    const all: ProfileReport[] = [];
    for (const one of await profileNames(admin)) all.push(await profileReport(admin, one.name, one.default));
    return all;
  });
  if (json) io.stdout.write(`${JSON.stringify({ profiles })}\n`);
  else if (profiles.length === 0)
    io.stdout.write('There are no profiles. Make one with `comail profile create NAME`.\n');
  else {
    const paint = painter(io.stdout, io.env);
    const width = Math.max(...profiles.map(({ name }) => name.length));
    for (const { name, default: isDefault, accounts, mailboxes } of profiles) {
      const mark = isDefault ? paint('green', '*') : ' ';
      const sends = [
        ...accounts.map((account) => `${account.address} through ${serverText(account)}`),
        ...mailboxes.map(({ address }) => `${address}, a mailbox of the mail system`),
      ].join(', ');
      io.stdout.write(`${mark} ${shown(name.padEnd(width))}  ${paint('dim', shown(sends || 'sends nothing yet'))}\n`);
    }
  }
  return EXIT.done;
}
