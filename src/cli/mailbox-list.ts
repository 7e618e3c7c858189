import type { Command } from 'commander';
import { E_INVALIDARG } from '../com/index.js';
import { MAPI_E_NOT_FOUND } from '../mapi/index.js';
import { EXIT, type Io } from './io.js';
import { withSystem } from './mail/system.js';
import { answering, Failure } from './mailbox/failure.js';
import { shown } from './paint.js';

interface SystemOptions {
  readonly system?: string;
  readonly json?: boolean;
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
    .argument('<grantee>', 'the mailbox that may send for it')
    .description('let another mailbox send as this one, or on behalf of it')
    .option('--on-behalf', 'only on behalf of it: its mail names both')
    .option('--revoke', 'take the right back')
    .option(...where)
    .action(async (address: string, grantee: string, { system, onBehalf, revoke }: SystemOptions) => {
      const verb = { json: false, failed: 'the right was not changed', command: 'comail mailbox grant' };
      ended(
        await answering(verb, io, async () => {
          const right = onBehalf === true ? 'send-on-behalf' : 'send-as';
          withSystem(system, (one) => {
            const known = one.mailboxes().some((each) => each.address === address.toLowerCase());
            if (!known) throw new Failure(MAPI_E_NOT_FOUND, `there is no mailbox ${address}`, LOOK);
            if (grantee.toLowerCase() === address.toLowerCase())
              throw new Failure(E_INVALIDARG, 'everybody may send from his own mailbox', LOOK);
            if (revoke === true) one.revoke(address, grantee, right);
            else one.grant(address, grantee, right);
          });
          const word = right === 'send-as' ? 'as' : 'on behalf of';
          io.stdout.write(
            `${shown(grantee)} may ${revoke === true ? 'no longer' : 'now'} send ${word} ${shown(address)}.\n`,
          );
          return EXIT.done;
        }),
      );
    });
}

const LOOK = '`comail mailbox list` tells which there are.';
