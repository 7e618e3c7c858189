import { join } from 'node:path';
import type { Command } from 'commander';
import { TokenFile, type TokenRecord } from '../graph/index.js';
import { MAPI_E_NOT_FOUND } from '../mapi/index.js';
import { configFolder } from '../subsystem/index.js';
import { EXIT, type Io, UsageError } from './io.js';
import { chosenProfile, profileReport, withProfiles } from './mail/profiles.js';
import { answering, Failure } from './mailbox/failure.js';
import { painter, shown } from './paint.js';

/** The local tokens of the user. */
export const tokenFile = (): TokenFile => new TokenFile(join(configFolder(), 'tokens.json'));

interface CreateOptions {
  readonly profile?: string;
  readonly all?: boolean;
  readonly scope: string;
  readonly expires: string;
  readonly json?: boolean;
}

const mail = ['Mail.ReadBasic', 'Mail.Read', 'Mail.ReadWrite', 'Mail.Send'];
const known = [...mail, ...mail.map((scope) => `${scope}.Shared`), 'User.Read'];

/** Adds the verb `create` of tokens. */
export function addTokenCreate(token: Command, io: Io, ended: (code: number) => void): void {
  token
    .command('create')
    .description('make a token; it is printed this once, and kept as a hash alone')
    .option('-p, --profile <name>', 'the profile whose mailbox it opens; the default one when it is left out')
    .option('--all', 'every mailbox that the server shows, for programs that act for themselves')
    .option('--scope <list>', `what it allows, with commas: ${known.join(', ')}`, 'Mail.ReadWrite,Mail.Send')
    .option('--expires <time>', 'how long it counts: 90d, 12h, 30m', '30d')
    .option('--json', 'print it as one JSON object')
    .action(async (options: CreateOptions) => {
      const verb = {
        json: options.json === true,
        failed: 'the token was not made',
        command: 'comail token create',
      };
      ended(await answering(verb, io, () => create(options, io)));
    });
}

async function create(options: CreateOptions, io: Io): Promise<number> {
  const scopes = options.scope.split(',').map((scope) => scope.trim());
  const unknown = scopes.find((scope) => !known.includes(scope));
  if (unknown !== undefined) throw new UsageError(`"${unknown}" is no permission: write ${known.join(', ')}.`);
  const expires = new Date(Date.now() + lifetime(options.expires));
  const user = options.all === true ? null : await addressOf(options.profile);
  const { token, record } = tokenFile().create({ user, scopes, expires });
  if (options.json) io.stdout.write(`${JSON.stringify({ token, ...shownRecord(record) })}\n`);
  else {
    io.stdout.write(`${token}\n`);
    const whose = user === null ? 'every mailbox' : shown(user);
    io.stderr.write(
      `${painter(io.stderr, io.env)('dim', `For ${whose}, until ${record.expires}. It is not shown again.`)}\n`,
    );
  }
  return EXIT.done;
}

function lifetime(text: string): number {
  const [, count, unit = 'd'] = /^([1-9]\d{0,4})([dhm])$/.exec(text) ?? [];
  if (count === undefined) throw new UsageError(`"${text}" is no time: write 90d, 12h or 30m.`);
  return Number(count) * { d: 86_400_000, h: 3_600_000, m: 60_000 }[unit as 'd'];
}

/** The address that a profile sends from: that of its account, or of its mailbox. */
export async function addressOf(profile: string | undefined): Promise<string> {
  return await withProfiles(async (admin) => {
    const name = await chosenProfile(admin, profile);
    const { accounts, mailboxes } = await profileReport(admin, name, false);
    const own = accounts[0]?.address || mailboxes[0]?.address;
    if (own) return own;
    throw new Failure(
      MAPI_E_NOT_FOUND,
      `the profile ${name} has no account, and so no address`,
      `Add one: \`comail account add smtp --profile ${JSON.stringify(name)} --server mail.example.org --from you@example.org\`.`,
    );
  });
}

/** Adds the verb `ls` of tokens. */
export function addTokenList(token: Command, io: Io, ended: (code: number) => void): void {
  token
    .command('ls')
    .description('list the tokens: whose, what they allow, until when')
    .option('--json', 'print one JSON array')
    .action(async (options: { readonly json?: boolean }) => {
      const verb = { json: options.json === true, failed: 'the tokens were not listed', command: 'comail token ls' };
      ended(
        await answering(verb, io, async () => {
          const records = tokenFile().list();
          if (options.json) io.stdout.write(`${JSON.stringify(records.map(shownRecord))}\n`);
          else
            for (const { id, user, scopes, expires } of records)
              io.stdout.write(`${id}  ${shown(user ?? '(every mailbox)')}  ${scopes.join(',')}  until ${expires}\n`);
          return EXIT.done;
        }),
      );
    });
}

const shownRecord = ({ id, user, scopes, created, expires }: TokenRecord): Omit<TokenRecord, 'hash'> => ({
  id,
  user,
  scopes,
  created,
  expires,
});

/** Adds the verb `revoke` of tokens. */
export function addTokenRevoke(token: Command, io: Io, ended: (code: number) => void): void {
  token
    .command('revoke')
    .argument('<id>', 'what `comail token ls` calls it')
    .description('end a token at once, also in a server that runs')
    .action(async (id: string) => {
      ended(
        await answering(
          { json: false, failed: 'the token still counts', command: 'comail token revoke' },
          io,
          async () => {
            if (!tokenFile().revoke(id))
              throw new Failure(
                MAPI_E_NOT_FOUND,
                `there is no token ${id}`,
                '`comail token ls` tells which there are.',
              );
            return EXIT.done;
          },
        ),
      );
    });
}
