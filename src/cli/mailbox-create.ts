import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Command } from 'commander';
import { ComError, guidFromBytes, ok } from '../com/index.js';
import {
  MailSystem,
  PR_COMAIL_STORE_PATH_W,
  PR_PIPELINE_ADDRESS,
  PR_PIPELINE_NAME,
  PR_PIPELINE_PATH,
} from '../index.js';
import { type IProfAdmin, MAPI_UNICODE, PR_SERVICE_NAME_W, PR_SERVICE_UID, prop } from '../mapi/index.js';
import { configFolder } from '../subsystem/index.js';
import { EXIT, type Io, UsageError } from './io.js';
import { advised, profileNames, serviceRows, withProfiles } from './mail/profiles.js';
import { systemFolder } from './mail/system.js';
import { answering } from './mailbox/failure.js';
import { painter, shown } from './paint.js';

interface CreateOptions {
  readonly name?: string;
  readonly profile?: string;
  readonly store?: string;
  readonly system?: string;
  readonly json?: boolean;
}

/**
 * Adds the verb `create` of mailboxes.
 *
 * @param mailbox the command it belongs to
 * @param io where it prints
 * @param ended takes the exit code
 */
export function addMailboxCreate(mailbox: Command, io: Io, ended: (code: number) => void): void {
  mailbox
    .command('create')
    .argument('<address>', 'its address')
    .description('make a mailbox of the mail system: a profile with a store of its own, which shares the queue of all')
    .option('--name <name>', 'the name that its mail comes from')
    .option('--profile <name>', 'the name of its profile; what stands before the @ when it is left out')
    .option('--store <file>', 'the file of its messages; PROFILE.store beside the profiles when it is left out')
    .option('--system <folder>', 'the folder of the mail system; `system` beside the profiles when it is left out')
    .option('--json', 'print one JSON object')
    .addHelpText('after', EXAMPLES)
    .action(async (address: string, options: CreateOptions) => {
      const json = options.json === true;
      const verb = { json, failed: 'the mailbox was not made', command: 'comail mailbox create' };
      ended(await answering(verb, io, () => create(address, options, io)));
    });
}

const EXAMPLES = `
Mail between mailboxes of one system stays in it; where other mail goes says ${'`'}pipeline.json${'`'} in its folder, or else the DNS.

Examples:
  comail mailbox create ann@example.org --name Ann
  comail serve --profile ann --profile bob
`;

async function create(address: string, options: CreateOptions, io: Io): Promise<number> {
  if (!/^[^@\s]+@[^@\s]+$/.test(address)) throw new UsageError(`"${address}" is no address.`);
  const profile = options.profile ?? address.slice(0, address.indexOf('@'));
  const system = systemFolder(options.system);
  const store = resolve(options.store ?? join(configFolder(), `${profile}.store`));
  await withProfiles(async (admin) => {
    const first = (await profileNames(admin)).length === 0;
    try {
      await ok(admin.CreateProfile(profile, null, 0, MAPI_UNICODE));
    } catch (error) {
      throw advised(error, 'Choose another name with --profile.');
    }
    try {
      await furnish(admin, profile, { address, name: options.name ?? '', system, store });
      if (first) await ok(admin.SetDefaultProfile(profile, MAPI_UNICODE));
    } catch (error) {
      await admin.DeleteProfile(profile, MAPI_UNICODE);
      throw error instanceof ComError ? advised(error, 'Look at the address and the paths.') : error;
    }
  });
  const known = new MailSystem(system);
  try {
    known.addMailbox(address, options.name ?? '', profile);
  } finally {
    known.close();
  }
  if (options.json)
    io.stdout.write(`${JSON.stringify({ mailbox: { address: address.toLowerCase(), profile, store, system } })}\n`);
  else {
    const made = painter(io.stdout, io.env)('green', `Made the mailbox ${shown(address)}`);
    io.stdout.write(`${made}. Its profile is ${shown(profile)}, its messages lie in ${shown(store)}.\n`);
  }
  return EXIT.done;
}

interface Furniture {
  readonly address: string;
  readonly name: string;
  readonly system: string;
  readonly store: string;
}

async function furnish(admin: IProfAdmin, profile: string, { address, name, system, store }: Furniture): Promise<void> {
  mkdirSync(resolve(store, '..'), { recursive: true });
  using services = await ok(admin.AdminServices(profile, null, 0, MAPI_UNICODE));
  for (const service of ['COMAIL', 'PIPELINE']) await ok(services.CreateMsgService(service, null, 0, MAPI_UNICODE));
  for (const row of await serviceRows(services)) {
    const uid = guidFromBytes(row.get(PR_SERVICE_UID) as Uint8Array);
    const props =
      row.get(PR_SERVICE_NAME_W) === 'COMAIL'
        ? [prop(PR_COMAIL_STORE_PATH_W, store)]
        : [prop(PR_PIPELINE_PATH, system), prop(PR_PIPELINE_ADDRESS, address), prop(PR_PIPELINE_NAME, name)];
    await ok(services.ConfigureMsgService(uid, 0, MAPI_UNICODE, props));
  }
}
