import type { Command } from 'commander';
import { ok } from '../com/index.js';
import { MAPI_UNICODE } from '../mapi/index.js';
import { EXIT, type Io } from './io.js';
import { accountFrom, chosenProfile, withProfiles } from './mail/profiles.js';
import { answering } from './mailbox/failure.js';
import { painter, shown } from './paint.js';

interface RemoveOptions {
  readonly profile?: string;
  readonly json?: boolean;
}

/**
 * Adds the verb `remove` of accounts.
 *
 * @param account the command it belongs to
 * @param io where it prints
 * @param ended takes the exit code
 */
export function addAccountRemove(account: Command, io: Io, ended: (code: number) => void): void {
  account
    .command('remove')
    .alias('rm')
    .argument('<address>', 'the address that its mail comes from')
    .description('forget an account and its password; messages stay, also those that wait to be sent')
    .option('-p, --profile <name>', 'the profile; the default one when it is left out')
    .option('--json', 'print what was removed as one JSON object')
    .addHelpText('after', EXAMPLES)
    .action(async (address: string, options: RemoveOptions) => {
      const json = options.json === true;
      const verb = { json, failed: 'the account was not removed', command: 'comail account remove' };
      ended(await answering(verb, io, () => remove(address, options, io)));
    });
}

const EXAMPLES = `
Examples:
  comail account list                            which accounts there are
  comail account remove ann@example.org
  comail account remove ann@example.org --profile "At Home" --json
`;

async function remove(address: string, options: RemoveOptions, io: Io): Promise<number> {
  const { profile, removed } = await withProfiles(async (admin) => {
    const name = await chosenProfile(admin, options.profile);
    using services = await ok(admin.AdminServices(name, null, 0, MAPI_UNICODE));
    const { uid, report } = await accountFrom(services, address);
    await ok(services.DeleteMsgService(uid));
    return { profile: name, removed: report };
  });
  if (options.json) io.stdout.write(`${JSON.stringify({ profile, removed })}\n`);
  else {
    const paint = painter(io.stdout, io.env);
    const done = `The profile ${shown(profile)} does not send as ${shown(removed.address)} any more.`;
    io.stdout.write(`${paint('green', done)}\n`);
  }
  return EXIT.done;
}
