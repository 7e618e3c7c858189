import { existsSync } from 'node:fs';
import type { Command } from 'commander';
import { ok } from '../com/index.js';
import { storeInfo } from '../index.js';
import { type IProfAdmin, MAPI_E_HAS_MESSAGES, MAPI_E_NOT_FOUND, MAPI_UNICODE } from '../mapi/index.js';
import { EXIT, type Io } from './io.js';
import { profileNames, profileReport, withProfiles } from './mail/profiles.js';
import { withSystem } from './mail/system.js';
import { answering, Failure } from './mailbox/failure.js';
import { painter, shown } from './paint.js';

interface RemoveOptions {
  readonly force?: boolean;
  readonly system?: string;
  readonly json?: boolean;
}

/**
 * Adds the verb `remove` of mailboxes.
 *
 * @param mailbox the command it belongs to
 * @param io where it prints
 * @param ended takes the exit code
 */
export function addMailboxRemove(mailbox: Command, io: Io, ended: (code: number) => void): void {
  mailbox
    .command('remove')
    .alias('rm')
    .argument('<address>', 'the mailbox')
    .description(
      'take a mailbox and its profile away: mail for it comes back from now on; the file of its messages stays',
    )
    .option('--force', 'although it has messages, or mail waits for it')
    .option('--system <folder>', 'the folder of the mail system; `system` beside the profiles when it is left out')
    .option('--json', 'print one JSON object')
    .addHelpText('after', EXAMPLES)
    .action(async (address: string, options: RemoveOptions) => {
      const json = options.json === true;
      const verb = { json, failed: 'the mailbox was not removed', command: 'comail mailbox remove' };
      ended(await answering(verb, io, () => remove(address, options, io)));
    });
}

const EXAMPLES = `
What waits for it goes back to its senders. End \`comail serve\` first: whoever is logged on keeps the mailbox open until then.

Examples:
  comail mailbox remove bob@example.org
  comail mailbox remove bob@example.org --force
`;

async function remove(address: string, { force, system, json }: RemoveOptions, io: Io): Promise<number> {
  const { known, waiting } = withSystem(system, (one) => ({
    known: one.mailboxes().find((each) => each.address === address.toLowerCase()),
    waiting: one.waitingFor(address),
  }));
  if (!known)
    throw new Failure(
      MAPI_E_NOT_FOUND,
      `there is no mailbox ${address}`,
      '`comail mailbox list` tells which there are.',
    );
  const { profile } = known;
  const stores = profile === null ? [] : await storesOf(profile);
  const messages = await countOf(stores);
  if (force !== true && messages + waiting > 0)
    throw new Failure(
      MAPI_E_HAS_MESSAGES,
      `the mailbox ${address} is not empty: messages ${messages}, on their way to it ${waiting}`,
      'With --force it is removed all the same: the file of its messages stays, what waits goes back to its senders.',
    );
  withSystem(system, (one) => one.removeMailbox(address));
  if (profile !== null) await withProfiles(async (admin) => await forget(admin, profile));
  if (json === true) {
    const removed = { address: known.address, profile, stores, messages, returned: waiting };
    io.stdout.write(`${JSON.stringify({ removed })}\n`);
    return EXIT.done;
  }
  const paint = painter(io.stdout, io.env);
  io.stdout.write(`${paint('green', `Removed the mailbox ${shown(known.address)}.`)}\n`);
  for (const store of stores) io.stdout.write(`${paint('dim', `Its messages stay in ${shown(store)}.`)}\n`);
  return EXIT.done;
}

/** The files of a profile that are there. */
const storesOf = (profile: string): Promise<readonly string[]> =>
  withProfiles(async (admin) => {
    const isThere = (await profileNames(admin)).some(({ name }) => name === profile);
    return isThere ? (await profileReport(admin, profile, false)).stores.filter((store) => existsSync(store)) : [];
  });

async function countOf(stores: readonly string[]): Promise<number> {
  let count = 0;
  for (const store of stores) count += (await storeInfo(store)).messages;
  return count;
}

async function forget(admin: IProfAdmin, profile: string): Promise<void> {
  const isThere = (await profileNames(admin)).some(({ name }) => name === profile);
  if (isThere) await ok(admin.DeleteProfile(profile, MAPI_UNICODE));
}
