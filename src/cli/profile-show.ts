import type { Command } from 'commander';
import { EXIT, type Io } from './io.js';
import { accountText, chosenProfile, profileNames, profileReport, withProfiles } from './mail/profiles.js';
import { answering } from './mailbox/failure.js';
import { painter, shown } from './paint.js';

/**
 * Adds the verb `show` of profiles.
 *
 * @param profile the command it belongs to
 * @param io where it prints
 * @param ended takes the exit code
 */
export function addProfileShow(profile: Command, io: Io, ended: (code: number) => void): void {
  profile
    .command('show')
    .argument('[name]', 'which; the default one when it is left out')
    .description('print what a profile is made of; passwords are never printed')
    .option('--json', 'print one JSON object')
    .addHelpText('after', EXAMPLES)
    .action(async (name: string | undefined, { json = false }: { json?: boolean }) =>
      ended(
        await answering({ json, failed: 'the profile was not shown', command: 'comail profile show' }, io, () =>
          show(name, json, io),
        ),
      ),
    );
}

const EXAMPLES = `
Examples:
  comail profile show            the default one
  comail profile show Work
  comail profile show Work --json
`;

async function show(typed: string | undefined, json: boolean, io: Io): Promise<number> {
  const profile = await withProfiles(async (admin) => {
    const name = await chosenProfile(admin, typed);
    const isDefault = (await profileNames(admin)).some((one) => one.name === name && one.default);
    return await profileReport(admin, name, isDefault);
  });
  if (json) {
    io.stdout.write(`${JSON.stringify({ profile })}\n`);
    return EXIT.done;
  }
  const paint = painter(io.stdout, io.env);
  const line = (label: string, text: string): void =>
    void io.stdout.write(`  ${paint('dim', label.padEnd(7))}  ${shown(text)}\n`);
  io.stdout.write(`${paint('bold', shown(profile.name))}${profile.default ? ' (the default one)' : ''}\n`);
  for (const store of profile.stores) line('store', store);
  for (const account of profile.accounts) line('account', accountText(account));
  for (const { address, name, system } of profile.mailboxes)
    line('mailbox', `${name ? `${name} <${address}>` : address} of the mail system in ${system}`);
  for (const other of profile.others) line('service', other);
  if (profile.accounts.length === 0 && profile.mailboxes.length === 0)
    line('next', 'It sends nothing yet: `comail account add smtp --help`.');
  return EXIT.done;
}
