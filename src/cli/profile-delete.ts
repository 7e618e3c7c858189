import type { Command } from 'commander';
import { ok } from '../com/index.js';
import { MAPI_UNICODE } from '../mapi/index.js';
import { EXIT, type Io } from './io.js';
import { chosenProfile, profileNames, profileReport, withProfiles } from './mail/profiles.js';
import { answering } from './mailbox/failure.js';
import { painter, shown } from './paint.js';

/**
 * Adds the verb `delete` of profiles.
 *
 * @param profile the command it belongs to
 * @param io where it prints
 * @param ended takes the exit code
 */
export function addProfileDelete(profile: Command, io: Io, ended: (code: number) => void): void {
  profile
    .command('delete')
    .argument('<name>', 'which')
    .description('forget a profile, its accounts and their passwords; the files with messages stay')
    .option('--json', 'print one JSON object')
    .addHelpText('after', EXAMPLES)
    .action(async (name: string, { json = false }: { json?: boolean }) =>
      ended(
        await answering({ json, failed: 'the profile was not deleted', command: 'comail profile delete' }, io, () =>
          remove(name, json, io),
        ),
      ),
    );
}

const EXAMPLES = `
Nothing brings a profile back. Its messages are not lost: \`comail profile create NAME --store FILE\` makes another one that has them.

Examples:
  comail profile delete Work
  comail profile delete "At Home" --json
`;

async function remove(name: string, json: boolean, io: Io): Promise<number> {
  const report = await withProfiles(async (admin) => {
    await chosenProfile(admin, name);
    const isDefault = (await profileNames(admin)).some((one) => one.name === name && one.default);
    const before = await profileReport(admin, name, isDefault);
    await ok(admin.DeleteProfile(name, MAPI_UNICODE));
    return before;
  });
  if (json) io.stdout.write(`${JSON.stringify({ deleted: report })}\n`);
  else {
    const paint = painter(io.stdout, io.env);
    io.stdout.write(`${paint('green', `Deleted the profile ${shown(name)}.`)}\n`);
    for (const store of report.stores) io.stdout.write(`${paint('dim', `Its messages stay in ${shown(store)}.`)}\n`);
  }
  return EXIT.done;
}
