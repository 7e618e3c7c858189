import { Command, CommanderError } from 'commander';
import { version } from '../base/index.js';
import { addAccountAddSmtp } from './account-add-smtp.js';
import { addAccountChange } from './account-change.js';
import { addAccountList } from './account-list.js';
import { addAccountRemove } from './account-remove.js';
import { addBridge } from './bridge.js';
import { printCodes } from './codes.js';
import { demo } from './demo.js';
import { addFolderExport } from './folder-export.js';
import { addFolderLs } from './folder-ls.js';
import { EXIT, type Io, UsageError } from './io.js';
import { printLimits } from './limits.js';
import type { FailureReport } from './mailbox/failure.js';
import { addMailboxCreate } from './mailbox-create.js';
import { addMailboxGrant, addMailboxList } from './mailbox-list.js';
import { addMailboxQuota } from './mailbox-quota.js';
import { addMailboxRemove } from './mailbox-remove.js';
import { addMessageExport } from './message-export.js';
import { addMessageImport } from './message-import.js';
import { addMessageLs } from './message-ls.js';
import { addMessageRm } from './message-rm.js';
import { addMessageShow } from './message-show.js';
import { addOutboxCancel } from './outbox-cancel.js';
import { addOutboxLs } from './outbox-ls.js';
import { addOutboxRetry } from './outbox-retry.js';
import { painter } from './paint.js';
import { addProfileCreate } from './profile-create.js';
import { addProfileDefault } from './profile-default.js';
import { addProfileDelete } from './profile-delete.js';
import { addProfileList } from './profile-list.js';
import { addProfileShow } from './profile-show.js';
import { addSend } from './send.js';
import { addServe } from './serve.js';
import { addSmtpSend } from './smtp-send.js';
import { addSpool } from './spool.js';
import { addStoreBackup } from './store-backup.js';
import { addStoreCheck } from './store-check.js';
import { addStoreCreate } from './store-create.js';
import { addStoreInfo } from './store-info.js';
import { addTrace } from './submission-trace.js';
import { addTokenCreate, addTokenList, addTokenRevoke } from './token.js';
import { addWindows } from './windows/verbs.js';

/**
 * Runs the program.
 *
 * @param argv what was typed after the program's name
 * @param io its surroundings
 * @returns the exit code: 0 done, 1 failed, 2 not understood
 */
export async function run(argv: readonly string[], io: Io): Promise<number> {
  let code: number = EXIT.done;
  // Asked for before anything else is understood: who reads JSON reads that what was typed is wrong, too.
  const json = argv.includes('--json');
  const program = commands(io, json, (result) => {
    code = result;
  });
  try {
    await program.parseAsync(argv, { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) {
      if (error.exitCode === 0) return EXIT.done;
      if (json) io.stdout.write(`${JSON.stringify({ error: notUnderstood(error, argv) })}\n`);
      return EXIT.usage;
    }
    if (!(error instanceof UsageError)) throw error;
    io.stderr.write(`${painter(io.stderr, io.env)('red', 'comail:')} ${error.message}\n`);
    return EXIT.usage;
  }
}

const notUnderstood = ({ code, message }: CommanderError, argv: readonly string[]): FailureReport => {
  const words = argv.slice(
    0,
    argv.findIndex((word) => word.startsWith('-')),
  );
  // The word that is no command has no help.
  const verb = ['comail', ...(code === 'commander.unknownCommand' ? words.slice(0, -1) : words)].join(' ');
  return {
    code: null,
    hresult: null,
    number: null,
    message: message.replace(/^error: /, ''),
    advice: `See \`${verb} --help\`.`,
  };
};

const EXAMPLES = `
Examples:
  comail demo                                     see messages being sent, callback by callback and through the spooler
  comail profile create Work                      where mail is kept and what it is sent through
  comail account add smtp -s mail.example.org -u ann -f ann@example.org
  comail send -t bob@example.org --text Hello     through the Outbox of the profile
  comail smtp send -s localhost -f ann@example.org -t bob@example.org --text Hello
  comail smtp send --help                         attachments, logging on, encryption, delivery reports
  comail store create mail.store                  a file for folders and messages
  comail message ls mail.store --unread           what is new in its Inbox
  comail codes 0x800CCC79                         what a number in a log means
`;

function commands(io: Io, json: boolean, ended: (code: number) => void): Command {
  const program = new Command('comail')
    .description('Send mail as Outlook Express did, keep it as Extended MAPI did, and look at what happens on the way.')
    .version(version(), '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help, or that of a command')
    .helpCommand('help [command]', 'print the help of a command')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => void io.stdout.write(text),
      writeErr: (text) => {
        if (!json) io.stderr.write(text);
      },
      outputError: (text, write) => write(text.replace(/^error:/, painter(io.stderr, io.env)('red', 'comail:'))),
      getOutHelpWidth: () => io.stdout.columns ?? 100,
      getErrHelpWidth: () => io.stderr.columns ?? 100,
    });
  program
    .command('demo')
    .description(
      'send messages to a mail server of its own, show every callback and every step of the spooler; needs no network',
    )
    .action(async () => ended(await demo(io)));
  const profile = program.command('profile').description('say where mail is kept and what it is sent through');
  for (const add of [addProfileCreate, addProfileList, addProfileShow, addProfileDefault, addProfileDelete])
    add(profile, io, ended);
  const account = program
    .command('account')
    .description('let a profile send, look at what it sends through, change that');
  for (const add of [addAccountAddSmtp, addAccountList, addAccountChange, addAccountRemove]) add(account, io, ended);
  const mailbox = program
    .command('mailbox')
    .description('make the mailboxes of a mail system, say who may open them and send for them');
  for (const add of [addMailboxCreate, addMailboxList, addMailboxGrant, addMailboxQuota, addMailboxRemove])
    add(mailbox, io, ended);
  addSend(program, io, ended);
  const outbox = program.command('outbox').description('look at what waits to be sent, try it again, take it back');
  for (const add of [addOutboxLs, addOutboxRetry, addOutboxCancel]) add(outbox, io, ended);
  addSpool(program, io, ended);
  addTrace(program, io, ended);
  addServe(program, io, ended);
  addBridge(program, io, ended);
  addWindows(program, io, ended);
  const token = program
    .command('token')
    .description('make, list and revoke the tokens with which programs enter `comail serve`');
  for (const add of [addTokenCreate, addTokenList, addTokenRevoke]) add(token, io, ended);
  addSmtpSend(program.command('smtp').description('send mail by SMTP'), io, ended);
  const store = program.command('store').description('make, look after and copy the files that mail is stored in');
  for (const add of [addStoreCreate, addStoreInfo, addStoreCheck, addStoreBackup]) add(store, io, ended);
  const folder = program.command('folder').description('look at the folders of a store, write them out as mail');
  for (const add of [addFolderLs, addFolderExport]) add(folder, io, ended);
  const message = program
    .command('message')
    .description('look at the messages of a store, remove, export and import them');
  for (const add of [addMessageLs, addMessageShow, addMessageRm, addMessageExport, addMessageImport])
    add(message, io, ended);
  program
    .command('limits')
    .description('print every limit that comail holds, and why it is that number')
    .option('--json', 'print one JSON array')
    .action((options: { json?: boolean }) => ended(printLimits(options.json === true, io)));
  program
    .command('codes')
    .argument('[code]', 'a name such as IXP_E_TIMEOUT, or a number such as 0x800CCC19')
    .description('tell the number of a code, or the name of a number')
    .option('--json', 'print JSON')
    .action((code: string | undefined, options: { json?: boolean }) =>
      ended(printCodes(code, options.json === true, io)),
    );
  program.addHelpText('after', EXAMPLES);
  return program;
}
