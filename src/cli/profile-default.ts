import type { Command } from 'commander';
import { ok } from '../com/index.js';
import { MAPI_UNICODE } from '../mapi/index.js';
import { EXIT, type Io, UsageError } from './io.js';
import { chosenProfile, profileNames, profileReport, withProfiles } from './mail/profiles.js';
import { answering } from './mailbox/failure.js';
import { painter, shown } from './paint.js';

interface DefaultOptions {
  /** Whether no profile is to be the default one. */
  readonly none?: boolean;
  readonly json?: boolean;
}

/**
 * Adds the verb `default` of profiles.
 *
 * @param profile the command it belongs to
 * @param io where it prints
 * @param ended takes the exit code
 */
export function addProfileDefault(profile: Command, io: Io, ended: (code: number) => void): void {
  profile
    .command('default')
    .argument('[name]', 'the profile to become it; left out, the default one is only told')
    .description('make a profile the default one, or tell which it is')
    .option('--none', 'have no default profile any more')
    .option('--json', 'print the profile as one JSON object')
    .addHelpText('after', EXAMPLES)
    .action(async (name: string | undefined, options: DefaultOptions) => {
      if (name !== undefined && options.none === true)
        throw new UsageError('name a profile, or say --none; see `comail profile default --help`');
      const verb = {
        json: options.json === true,
        failed: 'there is no other default profile than before',
        command: 'comail profile default',
      };
      ended(await answering(verb, io, () => defaultProfile(name, options, io)));
    });
}

const EXAMPLES = `
Every verb uses the default profile when no --profile is named, and so do programs that log on without naming one.

Examples:
  comail profile default                tells which it is
  comail profile default "At Home"
  comail profile default --none
`;

async function defaultProfile(name: string | undefined, { none, json }: DefaultOptions, io: Io): Promise<number> {
  const report = await withProfiles(async (admin) => {
    if (none === true) {
      await ok(admin.SetDefaultProfile(null, MAPI_UNICODE));
      return null;
    }
    const chosen = await chosenProfile(admin, name);
    if (name !== undefined) await ok(admin.SetDefaultProfile(chosen, MAPI_UNICODE));
    const isDefault = (await profileNames(admin)).some((one) => one.name === chosen && one.default);
    return await profileReport(admin, chosen, isDefault);
  });
  if (json) io.stdout.write(`${JSON.stringify({ profile: report })}\n`);
  else if (report === null) io.stdout.write('No profile is the default one any more.\n');
  else if (name === undefined) io.stdout.write(`${shown(report.name)}\n`);
  else io.stdout.write(`${painter(io.stdout, io.env)('green', `${shown(report.name)} is the default profile now.`)}\n`);
  return EXIT.done;
}
