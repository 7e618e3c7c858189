import { mkdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Command } from 'commander';
import { ComError, guidFromBytes, ok } from '../com/index.js';
import { PR_COMAIL_STORE_PATH_W } from '../index.js';
import {
  type IProfAdmin,
  MAPI_E_INVALID_PARAMETER,
  MAPI_E_NO_ACCESS,
  MAPI_UNICODE,
  PR_SERVICE_UID,
  prop,
} from '../mapi/index.js';
import { configFolder } from '../subsystem/index.js';
import { EXIT, type Io } from './io.js';
import { profileNames, profileReport, serviceRows, withProfiles, wordsOf } from './mail/profiles.js';
import { answering, Failure } from './mailbox/failure.js';
import { painter, shown } from './paint.js';

interface CreateOptions {
  readonly store?: string;
  readonly default?: boolean;
  readonly json?: boolean;
}

/**
 * Adds the verb `create` of profiles.
 *
 * @param profile the command it belongs to
 * @param io where it prints
 * @param ended takes the exit code
 */
export function addProfileCreate(profile: Command, io: Io, ended: (code: number) => void): void {
  profile
    .command('create')
    .argument('<name>', 'its name: up to 64 letters, digits, underscores and blanks')
    .description('make a profile with a message store; the first one becomes the default')
    .option('--store <file>', 'the file of its messages, made when it is not there; NAME.store beside the profiles')
    .option('--default', 'use it where no profile is named')
    .option('--json', 'print the profile as one JSON object')
    .addHelpText('after', EXAMPLES)
    .action(async (name: string, options: CreateOptions) => {
      const json = options.json === true;
      const verb = { json, failed: 'the profile was not made', command: 'comail profile create' };
      ended(await answering(verb, io, () => create(name, options, io)));
    });
}

const EXAMPLES = `
A profile says where mail is kept and what it is sent through. Profiles lie in ${'`'}~/.config/comail${'`'} (on Windows in %APPDATA%\\comail), or
where COMAIL_HOME says; passwords apart from them, readable to you alone.

Examples:
  comail profile create Work
  comail account add smtp --server mail.example.org --user ann --from ann@example.org
  comail send --to bob@example.org --subject Hello --text "How are you?"
`;

async function create(name: string, options: CreateOptions, io: Io): Promise<number> {
  const path = resolve(options.store ?? join(configFolder(), `${name}.store`));
  const report = await withProfiles(async (admin) => {
    const first = (await profileNames(admin)).length === 0;
    await made(admin, name);
    try {
      await addStore(admin, name, path);
      const isDefault = first || options.default === true;
      if (isDefault) await ok(admin.SetDefaultProfile(name, MAPI_UNICODE));
      return await profileReport(admin, name, isDefault);
    } catch (error) {
      await admin.DeleteProfile(name, MAPI_UNICODE);
      throw error;
    }
  });
  if (options.json) io.stdout.write(`${JSON.stringify({ profile: report })}\n`);
  else {
    const paint = painter(io.stdout, io.env);
    const what = report.default ? ', the default one' : '';
    io.stdout.write(
      `${paint('green', `Made the profile ${shown(name)}`)}${what}. Its messages lie in ${shown(path)}.\n`,
    );
    const next = `comail account add smtp --profile ${JSON.stringify(name)} --server mail.example.org --from you@example.org`;
    io.stdout.write(`${paint('dim', `Next, say how it sends: \`${next}\``)}\n`);
  }
  return EXIT.done;
}

async function made(admin: IProfAdmin, name: string): Promise<void> {
  try {
    await ok(admin.CreateProfile(name, null, 0, MAPI_UNICODE));
  } catch (error) {
    if (!(error instanceof ComError)) throw error;
    if (error.hr === MAPI_E_NO_ACCESS)
      throw new Failure(
        error.hr,
        wordsOf(error),
        `Choose another name, or look at it with \`comail profile show ${JSON.stringify(name)}\`.`,
      );
    if (error.hr === MAPI_E_INVALID_PARAMETER)
      throw new Failure(error.hr, wordsOf(error), 'Choose another name, such as Work.');
    throw error;
  }
}

async function addStore(admin: IProfAdmin, name: string, path: string): Promise<void> {
  mkdirSync(dirname(path), { recursive: true });
  using services = await ok(admin.AdminServices(name, null, 0, MAPI_UNICODE));
  await ok(services.CreateMsgService('COMAIL', null, 0, MAPI_UNICODE));
  const [row] = await serviceRows(services);
  const uid = guidFromBytes(row?.get(PR_SERVICE_UID) as Uint8Array);
  await ok(services.ConfigureMsgService(uid, 0, MAPI_UNICODE, [prop(PR_COMAIL_STORE_PATH_W, path)]));
}
