import type { Command } from 'commander';
import { E_INVALIDARG } from '../com/index.js';
import { MAPI_E_NOT_FOUND } from '../mapi/index.js';
import { EXIT, type Io, UsageError } from './io.js';
import { withSystem } from './mail/system.js';
import { answering, Failure } from './mailbox/failure.js';
import { shown } from './paint.js';

interface SystemOptions {
  readonly system?: string;
  readonly json?: boolean;
  readonly fullAccess?: boolean;
  readonly onBehalf?: boolean;
  readonly revoke?: boolean;
}

const where = [
  '--system <folder>',
  'the folder of the mail system; `system` beside the profiles when it is left out',
] as const;

/**
 * Adds the verb `list` of mailboxes.
 *
 * @param mailbox the command it belongs to
 * @param io where it prints
 * @param ended takes the exit code
 */
export function addMailboxList(mailbox: Command, io: Io, ended: (code: number) => void): void {
  mailbox
    .command('list')
    .alias('ls')
    .description('print the mailboxes of the mail system, and their profiles')
    .option(...where)
    .option('--json', 'print one JSON object')
    .action(async ({ system, json = false }: SystemOptions) => {
      const verb = { json, failed: 'the mailboxes were not listed', command: 'comail mailbox list' };
      ended(
        await answering(verb, io, async () => {
          const mailboxes = withSystem(system, (one) => one.mailboxes());
          if (json) io.stdout.write(`${JSON.stringify({ mailboxes })}\n`);
          else if (mailboxes.length === 0)
            io.stdout.write('There are no mailboxes. Make one with `comail mailbox create ADDRESS`.\n');
          else
            for (const { address, name, profile } of mailboxes)
              io.stdout.write(`${shown(address)}  ${shown(name || '-')}  ${shown(profile ?? '-')}\n`);
          return EXIT.done;
        }),
      );
    });
}

/**
 * Adds the verb `grant` of mailboxes.
 *
 * @param mailbox the command it belongs to
 * @param io where it prints
 * @param ended takes the exit code
 */
export function addMailboxGrant(mailbox: Command, io: Io, ended: (code: number) => void): void {
  mailbox
    .command('grant')
    .argument('<address>', 'the mailbox')
    .argument('<grantee>', 'the mailbox that gets the right')
    .description('let another mailbox send as this one, on behalf of it, or open it')
    .option('--on-behalf', 'only on behalf of it: its mail names both')
    .option('--full-access', 'open it, read and change what is in it; to send for it is another right')
    .option('--revoke', 'take the right back')
    .option(...where)
    .action(async (address: string, grantee: string, { system, fullAccess, onBehalf, revoke }: SystemOptions) => {
      const verb = { json: false, failed: 'the right was not changed', command: 'comail mailbox grant' };
      ended(
        await answering(verb, io, async () => {
          if (fullAccess === true && onBehalf === true)
            throw new UsageError('--full-access and --on-behalf are two rights: grant one after the other.');
          const right = fullAccess === true ? 'full-access' : onBehalf === true ? 'send-on-behalf' : 'send-as';
          withSystem(system, (one) => {
            const known = one.mailboxes().some((each) => each.address === address.toLowerCase());
            if (!known) throw new Failure(MAPI_E_NOT_FOUND, `there is no mailbox ${address}`, LOOK);
            if (grantee.toLowerCase() === address.toLowerCase())
              throw new Failure(E_INVALIDARG, 'everybody may do everything with his own mailbox', LOOK);
            if (revoke === true) one.revoke(address, grantee, right);
            else one.grant(address, grantee, right);
          });
          const words = { 'full-access': 'open', 'send-as': 'send as', 'send-on-behalf': 'send on behalf of' };
          io.stdout.write(
            `${shown(grantee)} may ${revoke === true ? 'no longer' : 'now'} ${words[right]} ${shown(address)}.\n`,
          );
          return EXIT.done;
        }),
      );
    });
}

const LOOK = '`comail mailbox list` tells which there are.';
