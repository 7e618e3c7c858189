import type { Command } from 'commander';
import { ok } from '../com/index.js';
import { openStore, PR_PROHIBIT_RECEIVE_QUOTA, PR_PROHIBIT_SEND_QUOTA } from '../index.js';
import { MAPI_E_NOT_FOUND, type PropTag, prop } from '../mapi/index.js';
import { EXIT, type Io, UsageError } from './io.js';
import { chosenProfile, profileReport, withProfiles } from './mail/profiles.js';
import { withSystem } from './mail/system.js';
import { answering, Failure } from './mailbox/failure.js';
import { shown } from './paint.js';

interface QuotaOptions {
  readonly send?: string;
  readonly receive?: string;
  readonly system?: string;
  readonly json?: boolean;
}

/**
 * Adds the verb `quota` of mailboxes.
 *
 * @param mailbox the command it belongs to
 * @param io where it prints
 * @param ended takes the exit code
 */
export function addMailboxQuota(mailbox: Command, io: Io, ended: (code: number) => void): void {
  mailbox
    .command('quota')
    .argument('<address>', 'the mailbox')
    .description('say how large a mailbox may become; without options, print it')
    .option('--send <size>', 'from this size on it sends nothing: 500MB, 2GB, or none for no bound')
    .option(
      '--receive <size>',
      'from this size on it receives nothing, mail for it comes back, and nothing new is saved in it',
    )
    .option('--system <folder>', 'the folder of the mail system; `system` beside the profiles when it is left out')
    .option('--json', 'print one JSON object, in kilobytes')
    .addHelpText('after', EXAMPLES)
    .action(async (address: string, options: QuotaOptions) => {
      const json = options.json === true;
      const verb = { json, failed: 'the bounds were not changed', command: 'comail mailbox quota' };
      ended(await answering(verb, io, () => quota(address, options, io)));
    });
}

const EXAMPLES = `
Examples:
  comail mailbox quota ann@example.org --send 900MB --receive 1GB
  comail mailbox quota ann@example.org --send none --receive none
`;

async function quota(address: string, options: QuotaOptions, io: Io): Promise<number> {
  const changes: readonly (readonly [PropTag<number>, number | null | undefined])[] = [
    [PR_PROHIBIT_SEND_QUOTA, kilobytes(options.send, '--send')],
    [PR_PROHIBIT_RECEIVE_QUOTA, kilobytes(options.receive, '--receive')],
  ];
  using store = await openStore(await storeOf(address, options.system));
  for (const [tag, value] of changes)
    if (value === null) await ok(store.DeleteProps([tag]));
    else if (value !== undefined) await ok(store.SetProps([prop(tag, value)]));
  const row = await ok(store.GetProps([PR_PROHIBIT_SEND_QUOTA, PR_PROHIBIT_RECEIVE_QUOTA], 0));
  const [send, receive] = [row.get(PR_PROHIBIT_SEND_QUOTA), row.get(PR_PROHIBIT_RECEIVE_QUOTA)];
  if (options.json)
    io.stdout.write(`${JSON.stringify({ mailbox: { address: address.toLowerCase(), send, receive } })}\n`);
  else io.stdout.write(`${shown(address)} sends ${until(send)} and receives ${until(receive)}.\n`);
  return EXIT.done;
}

const until = (size: number | null): string => (size === null ? 'without a bound' : `until it has ${size} KB`);

/** @returns null for no bound, undefined when nothing was typed */
function kilobytes(typed: string | undefined, option: string): number | null | undefined {
  if (typed === undefined) return undefined;
  if (typed === 'none') return null;
  const [, count, unit = ''] = /^([1-9]\d{0,5})(KB|MB|GB)$/i.exec(typed) ?? [];
  if (count === undefined) throw new UsageError(`${option} ${typed} is no size: write 500MB, 2GB, or none.`);
  return Math.min(Number(count) * (UNITS[unit.toUpperCase()] ?? 1), 0x7fffffff);
}

const UNITS: Readonly<Record<string, number>> = { KB: 1, MB: 1024, GB: 1024 * 1024 };

async function storeOf(address: string, system: string | undefined): Promise<string> {
  const found = withSystem(system, (one) => one.mailboxes()).find((one) => one.address === address.toLowerCase());
  if (!found?.profile)
    throw new Failure(
      MAPI_E_NOT_FOUND,
      found ? `no profile opens the mailbox ${address}` : `there is no mailbox ${address}`,
      '`comail mailbox list` tells which there are, and their profiles.',
    );
  const { profile } = found;
  const [store] = await withProfiles(
    async (admin) => (await profileReport(admin, await chosenProfile(admin, profile), false)).stores,
  );
  if (store !== undefined) return store;
  throw new Failure(
    MAPI_E_NOT_FOUND,
    `the profile ${profile} has no store`,
    `Look with \`comail profile show ${profile}\`.`,
  );
}
