import { X509Certificate } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Command } from 'commander';
import { pino } from 'pino';
import { type Log, setLog } from '../base/index.js';
import { BridgeServer } from '../bridge/index.js';
import { ComError, E_INVALIDARG } from '../com/index.js';
import {
  type Authenticator,
  GraphServer,
  jwtAuthenticator,
  localhostIdentity,
  type ServerIdentity,
} from '../graph/index.js';
import { logon, type MailSession, MailSystem } from '../index.js';
import { configFolder, replaceFile, type SpoolerEvent, watchSpooler } from '../subsystem/index.js';
import { interruption } from './interruption.js';
import { EXIT, type Io, UsageError } from './io.js';
import { chosenProfile, profileReport, withProfiles, wordsOf } from './mail/profiles.js';
import { systemFolder, withSystem } from './mail/system.js';
import { answering, Failure } from './mailbox/failure.js';
import { addressOf, tokenFile } from './token.js';

interface ServeOptions {
  readonly profile?: readonly string[];
  readonly system?: string;
  readonly host: string;
  readonly port: string;
  readonly http?: boolean;
  readonly cert?: string;
  readonly key?: string;
  readonly publicUrl?: string;
  readonly jwtIssuer?: string;
  readonly jwtAudience?: string;
  readonly jwks?: string;
  readonly strictQueries?: boolean;
  readonly webhookHost?: readonly string[];
  readonly requestSeconds: string;
  readonly bridge: boolean;
  readonly logLevel: string;
}

/**
 * Adds the verb `serve`.
 *
 * @param program the program
 * @param io where it logs
 * @param ended takes the exit code
 */
export function addServe(program: Command, io: Io, ended: (code: number) => void): void {
  program
    .command('serve')
    .description(
      "show mailboxes through Microsoft Graph's mail API, let native programs in, and send what is put into them, until Ctrl-C",
    )
    .option(
      '-p, --profile <name...>',
      'the profiles; without it all mailboxes of the mail system, or else the default one',
    )
    .option('--system <folder>', 'the folder of the mail system; `system` beside the profiles when it is left out')
    .option('--host <name>', 'the interface to listen on', '127.0.0.1')
    .option('--port <number>', 'the port; 0 for any that is free', '8443')
    .option('--http', 'without TLS, on loopback alone')
    .option('--cert <file>', 'the certificate, in PEM; one for localhost is made when it is left out')
    .option('--key <file>', 'its key, in PEM')
    .option('--public-url <url>', 'the address that callers know the server by')
    .option('--jwt-issuer <url>', 'believe JWTs of this issuer, too')
    .option('--jwt-audience <name>', 'how the issuer calls this server')
    .option('--jwks <url>', "the issuer's keys")
    .option('--webhook-host <name...>', 'where webhooks of subscriptions may be, beside this machine')
    .option('--strict-queries', 'refuse $orderby beside $filter where Graph does (InefficientFilter)')
    .option('--request-seconds <number>', 'how long a request may take to come, from its first byte to its last', '300')
    .option('--no-bridge', 'without the door for native programs of this user')
    .option('--log-level <level>', 'trace, debug, info, warn, error or silent', 'info')
    .addHelpText('after', EXAMPLES)
    .action(async (options: ServeOptions) => {
      const verb = { json: false, failed: 'the server did not run', command: 'comail serve' };
      ended(await answering(verb, io, () => serve(options, io)));
    });
}

const EXAMPLES = `
Mailboxes made by ${'`'}comail mailbox create${'`'} write to each other and to the world through the queue of their mail system;
${'`'}comail trace${'`'} tells what happened to a message. Programs come in with a token of ${'`'}comail token create${'`'}. The log is JSON, a line for each event. What is on its way when
you press Ctrl-C is finished first; what waits is sent by the next one.

Examples:
  comail serve
  comail serve --http --port 8080
  curl --cacert ~/.config/comail/localhost.pem -H "Authorization: Bearer $TOKEN" https://localhost:8443/v1.0/me/messages
`;

async function serve(options: ServeOptions, io: Io): Promise<number> {
  const port = /^\d{1,5}$/.test(options.port) ? Number(options.port) : -1;
  if (port < 0 || port > 65535) throw new UsageError(`"${options.port}" is no port.`);
  const requestSeconds = secondsOf(options.requestSeconds);
  const levels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'];
  if (!levels.includes(options.logLevel))
    throw new UsageError(`"${options.logLevel}" is no level: ${levels.join(', ')}.`);
  const authenticators = [tokenFile().authenticator(), ...jwtOf(options)];
  const tls = tlsOf(options);
  const logger = pino({ level: options.logLevel, base: null }, io.stdout);
  const before = setLog(logOf(logger));
  const stop = watchSpooler((event) => logger.info(spooled(event), `message ${event.what}`));
  const interrupted = interruption(io);
  const sessions: MailSession[] = [];
  const systems = new Map<string, MailSystem>();
  let server: GraphServer | null = null;
  let bridge: BridgeServer | null = null;
  try {
    const mailboxes = [];
    for (const profile of options.profile ?? profilesOf(options.system)) {
      const name = await withProfiles((admin) => chosenProfile(admin, profile));
      const userPrincipalName = await addressOf(name);
      const system = await systemOf(name, systems);
      const session = await opened(name);
      sessions.push(session);
      const displayName = (await session.identity())?.name ?? userPrincipalName;
      mailboxes.push({ userPrincipalName, displayName, store: session.store, ...(system ? { system } : {}) });
    }
    server = await GraphServer.create({
      mailboxes,
      authenticators,
      logger,
      requestSeconds,
      ...(tls ? { tls } : {}),
      ...(options.strictQueries === true ? { strictQueries: true } : {}),
      ...(options.webhookHost ? { webhookHosts: options.webhookHost } : {}),
      ...(options.publicUrl === undefined ? {} : { publicUrl: options.publicUrl }),
    });
    const url = await listening(server, options.host, port);
    logger.info({ url, mailboxes: mailboxes.map(({ userPrincipalName }) => userPrincipalName) }, 'listening');
    if (options.bridge) bridge = await bridgeOf(logger);
    await interrupted.promise;
    logger.info('ending');
    return EXIT.done;
  } finally {
    interrupted.stop();
    // First nobody comes in any more, then the spooler finishes what it has begun.
    await bridge?.close();
    await server?.close();
    for (const session of sessions) await session.close();
    for (const system of systems.values()) system.close();
    stop();
    setLog(before);
    logger.info('ended');
  }
}

function secondsOf(typed: string): number {
  const seconds = Number(typed);
  if (!/^\d{1,5}(?:\.\d{1,3})?$/.test(typed) || seconds <= 0)
    throw new UsageError(`"${typed}" is no number of seconds above 0, such as 300 or 0.5.`);
  return seconds;
}

/** Those of the mailboxes of the mail system; the default one where there is no such system. */
function profilesOf(typed: string | undefined): readonly (string | undefined)[] {
  if (typed === undefined && !existsSync(systemFolder(undefined))) return [undefined];
  const mailboxes = withSystem(typed, (system) => system.mailboxes());
  const profiles = mailboxes.flatMap(({ profile }) => profile ?? []);
  return profiles.length > 0 ? profiles : [undefined];
}

/** The mail system of a profile, opened once for all mailboxes of it; null when it has none. */
async function systemOf(profile: string, opened: Map<string, MailSystem>): Promise<MailSystem | null> {
  const [mailbox] = (await withProfiles((admin) => profileReport(admin, profile, false))).mailboxes;
  if (!mailbox) return null;
  const system = opened.get(mailbox.system) ?? new MailSystem(mailbox.system);
  opened.set(mailbox.system, system);
  return system;
}

/** Another service may have opened it; this one does the rest. */
async function bridgeOf(logger: pino.Logger): Promise<BridgeServer | null> {
  try {
    const bridge = await BridgeServer.open();
    logger.info({ file: bridge.file, port: bridge.port }, 'native programs may come');
    return bridge;
  } catch (error) {
    if (!(error instanceof ComError)) throw error;
    logger.warn(error.message);
    return null;
  }
}

async function listening(server: GraphServer, host: string, port: number): Promise<string> {
  try {
    return await server.listen({ host, port });
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const advice = 'Choose another --port or --host; beyond this machine --cert and --key are needed.';
    throw new Failure(E_INVALIDARG, error.message, advice);
  }
}

async function opened(profile: string): Promise<MailSession> {
  try {
    return await logon({ profile });
  } catch (error) {
    if (!(error instanceof ComError)) throw error;
    throw new Failure(error.hr, wordsOf(error), `Look with \`comail profile show ${JSON.stringify(profile)}\`.`);
  }
}

function jwtOf({ jwtIssuer, jwtAudience, jwks }: ServeOptions): Authenticator[] {
  const given = [jwtIssuer, jwtAudience, jwks].filter((one) => one !== undefined).length;
  if (given === 0) return [];
  if (jwtIssuer === undefined || jwtAudience === undefined || jwks === undefined)
    throw new UsageError('--jwt-issuer, --jwt-audience and --jwks belong together.');
  if (!URL.canParse(jwks)) throw new UsageError(`"${jwks}" is no address.`);
  return [jwtAuthenticator({ issuer: jwtIssuer, audience: jwtAudience, key: new URL(jwks) })];
}

function tlsOf({ http, cert, key }: ServeOptions): ServerIdentity | null {
  if (http === true) {
    if (cert !== undefined || key !== undefined) throw new UsageError('--http has no certificate.');
    return null;
  }
  if (cert === undefined && key === undefined) return keptIdentity(join(configFolder(), 'localhost.pem'));
  if (cert === undefined || key === undefined) throw new UsageError('--cert and --key belong together.');
  try {
    return { cert: readFileSync(cert, 'utf8'), key: readFileSync(key, 'utf8') };
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error);
    throw new Failure(E_INVALIDARG, words, 'Check the paths of --cert and --key.');
  }
}

/** The certificate for localhost, made anew a week before it ends: clients trust it by its file. */
function keptIdentity(path: string): ServerIdentity {
  if (existsSync(path)) {
    const text = readFileSync(path, 'utf8');
    const [, cert, key] = /^(-----BEGIN CERT[\s\S]+?-----END CERTIFICATE-----\n)([\s\S]+)$/.exec(text) ?? [];
    if (cert !== undefined && key !== undefined && Date.parse(new X509Certificate(cert).validTo) > Date.now() + WEEK)
      return { cert, key };
  }
  const made = localhostIdentity();
  mkdirSync(dirname(path), { recursive: true });
  replaceFile(path, made.cert + made.key, 0o600);
  return made;
}

const WEEK = 7 * 86_400_000;

const logOf = (logger: pino.Logger): Log => ({
  error: (message, error) => logger.error(error === undefined ? {} : { err: error }, message),
  warn: (message) => logger.warn(message),
});

function spooled({ message, ...step }: SpoolerEvent): Record<string, unknown> {
  return { ...step, entryId: Buffer.from(message.entryId).toString('base64url') };
}
