import { existsSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Command } from 'commander';
import { EXIT, type Io, UsageError } from '../io.js';
import { answering } from '../mailbox/failure.js';
import { registrationFreeManifest } from './manifest.js';
import { CLIENT, ownKeys, registration, registryFile } from './registration.js';
import { MailRegistry, type RegExe, regExe } from './registry.js';

interface Options {
  readonly folder?: string;
  readonly user?: boolean;
  readonly print?: boolean;
}

/**
 * Adds the verbs that make comail what Windows programs send mail with.
 *
 * @param program the program
 * @param io where they print
 * @param ended takes the exit code
 * @param reg how the registry is reached; null where there is none
 */
export function addWindows(
  program: Command,
  io: Io,
  ended: (code: number) => void,
  reg: RegExe | null = process.platform === 'win32' ? regExe : null,
): void {
  const windows = program
    .command('windows')
    .description('let Windows programs send mail through comail: Simple MAPI, ISMTPTransport');
  const verb = (name: string): { json: false; failed: string; command: string } => ({
    json: false,
    failed: 'the registry is not as it was asked for',
    command: `comail windows ${name}`,
  });
  windows
    .command('register')
    .description('make comail the mail client, for programs of both bitnesses')
    .requiredOption('--folder <path>', 'where the DLLs lie, in x86 and x64')
    .option('--user', 'for this user alone, without an administrator')
    .option('--print', 'print what would be written, as files for regedit; change nothing')
    .action(async (options: Options) =>
      ended(await answering(verb('register'), io, async () => register(options, io, reg))),
    );
  windows
    .command('unregister')
    .description('take comail out again; the client before it is the default one again')
    .option('--user', 'what was registered for this user alone')
    .option('--print', 'print what would go; change nothing')
    .action(async (options: Options) =>
      ended(await answering(verb('unregister'), io, async () => unregister(options, io, reg))),
    );
  windows
    .command('status')
    .description('say which mail client programs of either bitness find')
    .action(async () => ended(await answering(verb('status'), io, async () => status(io, reg))));
  windows
    .command('manifest')
    .description('let one program alone find ISMTPTransport, without the registry')
    .argument('<program>', 'the program, an .exe beside which the DLL lies')
    .action(async (path: string) => ended(await answering(verb('manifest'), io, async () => manifest(path, io))));
}

function register(options: Options, io: Io, reg: RegExe | null): number {
  const { folder = '', user = false } = options;
  const values = registration({ folder, user });
  if (options.print) {
    for (const view of [64, 32] as const)
      io.stdout.write(`; for ${view}-bit programs: reg import FILE /reg:${view}\n${registryFile(values, view)}\n`);
    return EXIT.done;
  }
  const registry = new MailRegistry(windowsAlone(reg), user);
  for (const dll of ['x86', 'x64'].map((bits) => join(folder, bits, 'comail-mapi.dll')))
    if (!existsSync(dll)) throw new UsageError(`There is no ${dll}: --folder is the one with x86 and x64.`);
  registry.register(values);
  for (const { key, name, data, view } of values)
    io.stdout.write(`${view}-bit  ${key}  ${name || '(default)'} = ${data}\n`);
  io.stdout.write('Programs that start from now on send through comail. Let `comail serve` run.\n');
  return EXIT.done;
}

function unregister({ user = false, print }: Options, io: Io, reg: RegExe | null): number {
  if (!print) new MailRegistry(windowsAlone(reg), user).unregister();
  for (const key of ownKeys(user)) io.stdout.write(`${print ? 'would remove' : 'removed'} ${key}\n`);
  return EXIT.done;
}

function status(io: Io, reg: RegExe | null): number {
  const exe = windowsAlone(reg);
  for (const view of [64, 32] as const) {
    // A user's choice comes before that of the machine.
    const found = [true, false].map((user) => ({ user, client: new MailRegistry(exe, user).defaultClient(view) }));
    const { client = null, user } = found.find((each) => each.client !== null) ?? {};
    const path = [true, false]
      .map((each) => `${each ? 'HKCU' : 'HKLM'}\\Software\\Clients\\Mail\\${client}`)
      .map((key) => new MailRegistry(exe, false).read(key, 'DLLPath', view))
      .find((each) => each !== null);
    const whose = user ? 'of this user' : 'of this machine';
    const lies = path && existsSync(path) ? '' : ', which is not there';
    const words =
      client === null ? 'no mail client' : `${client} ${whose}, ${path ? `${path}${lies}` : 'without a DLL'}`;
    io.stdout.write(`${view}-bit programs: ${words}\n`);
  }
  return EXIT.done;
}

function manifest(path: string, io: Io): number {
  if (!/\.exe$/i.test(path)) throw new UsageError(`"${path}" is no program: it ends in .exe.`);
  const file = `${path}.manifest`;
  if (existsSync(file)) throw new UsageError(`${file} is there already: put the element <file> of ${CLIENT} into it.`);
  writeFileSync(file, registrationFreeManifest('comail-imnxport.dll'));
  const beside = existsSync(join(dirname(path), 'comail-imnxport.dll'));
  io.stdout.write(`${basename(path)} finds ISMTPTransport by ${file}.\n`);
  if (!beside) io.stdout.write('Put the comail-imnxport.dll of its bitness beside it.\n');
  return EXIT.done;
}

function windowsAlone(reg: RegExe | null): RegExe {
  if (!reg) throw new UsageError('This machine has no registry: run it on Windows, or look with --print.');
  return reg;
}
