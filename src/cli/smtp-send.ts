import { type Command, Option } from 'commander';
import {
  ADDR_DSN_DELAY,
  ADDR_DSN_FAILURE,
  ADDR_DSN_NEVER,
  ADDR_DSN_SUCCESS,
  ADDR_FROM,
  ADDR_TO,
  DSNRET_DEFAULT,
  DSNRET_FULL,
  DSNRET_HDRS,
  INETSERVER,
  ISF_QUERYDSNSUPPORT,
  ISF_SSLONSAMEPORT,
  IXP_E_INVALID_CERT_CN,
  IXP_E_INVALID_CERT_DATE,
  IXP_E_SECURE_CONNECT_FAILED,
  setTransportSettings,
} from '../imnxport/index.js';
import { bareAddresses, senderAddress } from './addresses.js';
import { deliver, type Order } from './delivery.js';
import { EXIT, type Io, UsageError } from './io.js';
import { makeLetter, readOptionFile } from './letter.js';
import { painter } from './paint.js';
import { readPassword } from './password.js';
import { progressBar } from './progress.js';
import { printReport, reportOf, reportOfUsage, type SendReport } from './report.js';
import { readServerOption, type ServerOption } from './server-option.js';
import { tracePrinter } from './trace.js';
import type { Watcher } from './watcher.js';

interface SendOptions {
  readonly server: string;
  readonly from: string;
  readonly to?: readonly string[];
  readonly cc?: readonly string[];
  readonly bcc?: readonly string[];
  readonly subject?: string;
  readonly text?: string;
  readonly html?: string;
  readonly eml?: string;
  readonly attach?: readonly string[];
  readonly user?: string;
  readonly password?: string;
  readonly passwordStdin?: boolean;
  readonly auth?: string;
  readonly tls?: string;
  readonly ca?: string;
  readonly insecure?: boolean;
  readonly helo?: string;
  readonly dsn?: string;
  readonly ret?: string;
  readonly envid?: string;
  readonly timeout?: string;
  readonly log?: string;
  readonly trace?: boolean;
  readonly json?: boolean;
}

const several = (value: string, before: readonly string[] = []): readonly string[] => [...before, value];

/**
 * Adds the verb `send`.
 *
 * @param smtp the command it belongs to
 * @param io where it reads and prints
 * @param ended takes the exit code
 */
export function addSmtpSend(smtp: Command, io: Io, ended: (code: number) => void): void {
  smtp
    .command('send')
    .description('send one message through ISMTPTransport')
    .requiredOption('-s, --server <host[:port]>', 'the mail server; port 25, or 465 with --tls implicit')
    .requiredOption('-f, --from <address>', 'who sends it; <> is the null sender of reports')
    .option('-t, --to <addresses>', 'whom it is for: several with commas, or given again', several)
    .option('--cc <addresses>', 'who gets a copy', several)
    .option('--bcc <addresses>', 'who gets a copy that the others do not see', several)
    .optionsGroup('The message:')
    .option('--subject <text>', 'its subject')
    .option('--text <text>', 'its text; - reads the standard input')
    .option('--html <text>', 'its text as HTML; - reads the standard input')
    .option('-a, --attach <file>', 'a file that goes with it; may be given again', several)
    .option('--eml <file>', 'a whole message, sent byte for byte; - reads the standard input')
    .optionsGroup('Logging on:')
    .option('-u, --user <name>', 'the user name; the password comes from COMAIL_PASSWORD or is asked for')
    .option('--password-stdin', 'read the password from the first line of the standard input')
    .addOption(new Option('--password <text>', 'the password; others can see it, so rather use one of the above'))
    .option('--auth <mechanism>', 'only this mechanism: PLAIN, LOGIN, CRAM-MD5, SCRAM-SHA-256, NTLM, XOAUTH2 ...')
    .optionsGroup('Encryption:')
    .option('--tls <when>', 'off, starttls (where offered), required, or implicit (from the first byte; port 465)')
    .option('--ca <file>', 'trust the authorities of this PEM file')
    .option('--insecure', 'go on with a certificate that cannot be trusted')
    .optionsGroup('Delivery reports:')
    .option('--dsn <when>', 'success, failure, delay (with commas), or never')
    .option('--ret <part>', 'what a report brings back: full or hdrs')
    .option('--envid <text>', 'a name for this message in reports')
    .optionsGroup('Watching:')
    .option('--trace', 'show every callback of the transport as it comes')
    .option('--log <file>', 'append the lines of the dialog to a file, secrets masked')
    .option('--json', 'print the result as one JSON object')
    .option('--timeout <seconds>', 'give up after so much silence')
    .option('--helo <name>', 'who we say we are')
    .addHelpText('after', EXAMPLES)
    .action(async (options: SendOptions) => ended(await smtpSend(options, io)));
}

const EXAMPLES = `
Examples:
  Look at everything that happens:
    comail smtp send -s localhost -f ann@example.org -t bob@example.org --text Hello --trace

  Log on at a provider, with an attachment; the password is in COMAIL_PASSWORD:
    comail smtp send -s mail.example.org:587 --tls required -u ann -f ann@example.org \\
      -t "Bob <bob@example.org>, carol@example.org" --subject Figures --text "Attached." -a figures.csv

  Send a message that is ready, and ask for a report:
    comail smtp send -s localhost -f ann@example.org -t bob@example.org --eml letter.eml --dsn success,failure

Exit codes: 0 sent, 1 not sent (the last line says what to do next), 2 the command was not understood.
`;

/**
 * `comail smtp send`.
 *
 * @param options what was typed
 * @param io where it reads and prints
 * @returns the exit code
 * @throws {UsageError} for options that do not go together, unless the result is wanted as JSON
 */
async function smtpSend(options: SendOptions, io: Io): Promise<number> {
  const json = (report: SendReport): void => void io.stdout.write(`${JSON.stringify(report)}\n`);
  try {
    const { report, recipients } = await send(options, io);
    if (options.json === true) json(report);
    else printReport(report, recipients, io);
    return report.sent ? EXIT.done : EXIT.failed;
  } catch (error) {
    if (!(error instanceof UsageError) || options.json !== true) throw error;
    json(reportOfUsage(error.message));
    return EXIT.usage;
  }
}

async function send(options: SendOptions, io: Io): Promise<{ report: SendReport; recipients: number }> {
  const where = readServerOption(options.server, options.tls);
  const addresses = addressesOf(options);
  const reports = readReports(options);
  const timeout = readSeconds(options.timeout);
  oneReaderOfInput(options);
  const user = options.user ?? '';
  const ca = options.ca === undefined ? null : await readOptionFile(options.ca, '--ca');
  const password = user === '' ? '' : await readPassword(options, user, io);
  const letter = await makeLetter(options, io);
  const before = setTransportSettings({ ...(ca ? { tls: { ca } } : {}), heloName: options.helo ?? null });
  try {
    const order: Order = {
      server: serverData(where, user, password, timeout),
      mechanism: user !== '' && options.auth !== undefined ? options.auth.toUpperCase() : null,
      stream: letter.stream,
      size: letter.size,
      addresses,
      reports,
      logFile: options.log ?? null,
      logon: () => false,
      goOn: (hr) => options.insecure === true && certificateProblems.includes(hr),
    };
    const outcome = await deliver(order, watchersFor(options, letter.expected, io));
    return {
      report: reportOf(outcome, { host: where.host, port: where.port, user, timeout }, letter.messageId),
      recipients: addresses.length - 1,
    };
  } finally {
    setTransportSettings(before);
    letter.stream.Release();
  }
}

const certificateProblems = [IXP_E_INVALID_CERT_CN, IXP_E_INVALID_CERT_DATE, IXP_E_SECURE_CONNECT_FAILED];

function serverData({ host, port, tls }: ServerOption, user: string, password: string, timeout: number): INETSERVER {
  return INETSERVER({
    szServerName: host,
    dwPort: port,
    szUserName: user,
    szPassword: password,
    fSSL: tls === 'implicit' || tls === 'required',
    dwTimeout: timeout,
    dwFlags: ISF_QUERYDSNSUPPORT | (tls === 'starttls' || tls === 'required' ? ISF_SSLONSAMEPORT : 0),
  });
}

function addressesOf(options: SendOptions): Order['addresses'] {
  const to = [
    ...bareAddresses(options.to ?? [], '--to'),
    ...bareAddresses(options.cc ?? [], '--cc'),
    ...bareAddresses(options.bcc ?? [], '--bcc'),
  ];
  if (to.length === 0) throw new UsageError('nobody would get this message: name somebody with --to.');
  const addrtype = ADDR_TO | notifyBits(options.dsn);
  return [
    { addrtype: ADDR_FROM, szEmail: senderAddress(options.from) },
    ...[...new Set(to)].map((szEmail) => ({ addrtype, szEmail })),
  ];
}

const notifyWords: Readonly<Record<string, number>> = Object.freeze({
  never: ADDR_DSN_NEVER,
  success: ADDR_DSN_SUCCESS,
  failure: ADDR_DSN_FAILURE,
  delay: ADDR_DSN_DELAY,
});

function notifyBits(typed: string | undefined): number {
  if (typed === undefined) return 0;
  const words = typed.toLowerCase().split(/[\s,]+/);
  if (words.includes('never') && words.length > 1) throw new UsageError('--dsn never stands alone.');
  return words.reduce((bits, word) => {
    const bit = notifyWords[word];
    if (bit === undefined) throw new UsageError(`--dsn ${word} is not known: success, failure, delay or never.`);
    return bits | bit;
  }, 0);
}

function readReports({ ret, envid }: SendOptions): Order['reports'] {
  if (ret === undefined && envid === undefined) return null;
  if (ret !== undefined && ret !== 'full' && ret !== 'hdrs')
    throw new UsageError(`--ret ${ret} is not known: full or hdrs.`);
  return {
    envelopeId: envid ?? null,
    ret: ret === 'full' ? DSNRET_FULL : ret === 'hdrs' ? DSNRET_HDRS : DSNRET_DEFAULT,
  };
}

function readSeconds(typed: string | undefined): number {
  if (typed === undefined) return 0;
  const seconds = Number(typed);
  if (!Number.isInteger(seconds) || seconds < 1 || seconds > 86_400)
    throw new UsageError(`--timeout ${typed}: write whole seconds, from 1 to 86400.`);
  return seconds;
}

function oneReaderOfInput({ text, html, eml, passwordStdin }: SendOptions): void {
  const readers = [text === '-', html === '-', eml === '-', passwordStdin === true].filter(Boolean);
  if (readers.length > 1) throw new UsageError('the standard input can be read for one thing only.');
}

function watchersFor({ trace, json }: SendOptions, expected: number, io: Io): readonly Watcher[] {
  if (trace === true) return [tracePrinter(io.stderr, painter(io.stderr, io.env))];
  const bar = json === true ? null : progressBar(io.stderr, expected);
  return bar ? [bar] : [];
}
