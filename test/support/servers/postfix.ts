import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { type Certificates, makeCertificates } from './certificates.js';
import { startDovecotAuth } from './dovecot-auth.js';
import { watchMaildir } from './maildir.js';
import { type Overlay, openOverlay, type Skip } from './overlay.js';
import { freePorts, listening, silent } from './ports.js';
import type { MailServer, OAuthCredentials } from './server.js';

/** A running Postfix. */
export interface PostfixServer extends MailServer {
  readonly ports: {
    /** Everything Postfix offers: PIPELINING, CHUNKING, SIZE, DSN, 8BITMIME, SMTPUTF8, STARTTLS, AUTH. */
    readonly smtp: number;
    /** The same with TLS from the first byte. */
    readonly smtps: number;
    /** CHUNKING is not offered. */
    readonly noChunking: number;
    /** PIPELINING is not offered. */
    readonly noPipelining: number;
    /** AUTH is offered in the old spelling only: `AUTH=PLAIN LOGIN`. */
    readonly oldAuth: number;
    /** Only those who have authenticated may send. */
    readonly authRequired: number;
    /** Hangs up on a client that says nothing for three seconds, with 421. */
    readonly impatient: number;
    /** Takes ten recipients of a message and refuses the others with 452. */
    readonly tenRecipients: number;
  };
  readonly credentials: OAuthCredentials;
  /** Stops listening, as for a repair; what was delivered stays. */
  halt(): Promise<void>;
  /** Listens again on the same ports. */
  resume(): Promise<void>;
  /** Changes which addresses are refused, `refused@` in the beginning; ends all connections. */
  refuse(...addresses: readonly string[]): Promise<void>;
}

/** Starts Postfix with Dovecot's authentication, in an overlay of its own. */
export async function startPostfix(): Promise<PostfixServer | Skip> {
  const overlay = await openOverlay('postfix', ['postfix', 'dovecot-core', 'openssl']);
  if ('skip' in overlay) return overlay;
  try {
    return await start(overlay);
  } catch (error) {
    await overlay.stop();
    throw error;
  }
}

async function start(overlay: Overlay): Promise<PostfixServer> {
  const [auth = 0, smtp = 0, smtps = 0, noChunking = 0, noPipelining = 0, ...others] = await freePorts(9);
  const [oldAuth = 0, authRequired = 0, impatient = 0, tenRecipients = 0] = others;
  const ports = Object.freeze({
    smtp,
    smtps,
    noChunking,
    noPipelining,
    oldAuth,
    authRequired,
    impatient,
    tenRecipients,
  });
  const [certificates, credentials] = await Promise.all([makeCertificates(overlay), startDovecotAuth(overlay, auth)]);
  await overlay.write('/etc/postfix/main.cf', mainCf(auth, certificates));
  await overlay.write('/etc/postfix/master.cf', masterCf(ports));
  const refuse = (...addresses: readonly string[]): Promise<void> =>
    overlay.write('/etc/postfix/refused', addresses.map((each) => `${each} REJECT this address is refused\n`).join(''));
  await refuse('refused@example.test');
  await overlay.write('/etc/postfix/transport', 'bounced@example.test nowhere:\n');
  await overlay.run('sh', '-c', 'mkdir -p /var/mail/box && chown mail:mail /var/mail/box');
  // Postfix says nothing on standard error without a terminal: its log is all there is. A log that is not there yet is empty.
  const log = async (): Promise<string> => {
    const texts = ['/var/log/postfix.log', '/var/log/dovecot.log']
      .map((name) => overlay.path(name))
      .filter((file) => existsSync(file))
      .map((file) => readFile(file, 'utf8'));
    return (await Promise.all(texts)).join('');
  };
  const resume = async (): Promise<void> => {
    await overlay.launch('postfix', 'start');
    await Promise.all([auth, ...Object.values(ports)].map(listening));
  };
  const halt = async (): Promise<void> => {
    await overlay.run('postfix', 'stop');
    // Its children were told to end; each still holds the sockets on which it listens until it has.
    await Promise.all(Object.values(ports).map(silent));
  };
  await resume();
  return Object.freeze({
    name: `Postfix ${(await overlay.run('postconf', '-h', 'mail_version')).trim()}`,
    host: '127.0.0.1',
    ca: certificates.ca,
    domain: 'example.test',
    ports,
    credentials,
    delivered: watchMaildir(
      overlay.path('/var/mail/box'),
      new Map([
        ['return-path', 1],
        ['x-original-to', 1],
        ['delivered-to', 1],
        ['received', 1],
      ]),
    ),
    log,
    halt,
    resume,
    async refuse(...addresses: readonly string[]) {
      // A process that has read the old list would go on with it after a reload, for as long as it serves somebody.
      await halt();
      await refuse(...addresses);
      await resume();
    },
    stop: overlay.stop,
  });
}

function mainCf(authPort: number, certificates: Certificates): string {
  return `
compatibility_level = 3.6
myhostname = postfix.example.test
mydestination =
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
maillog_file = /var/log/postfix.log
smtputf8_enable = yes
alias_maps =
alias_database =

# One mailbox for everybody: the tests tell messages apart by their recipients.
virtual_mailbox_domains = example.test
virtual_mailbox_base = /var/mail
virtual_mailbox_maps = static:box/
virtual_mailbox_limit = 0
virtual_minimum_uid = 1
virtual_uid_maps = static:8
virtual_gid_maps = static:8
transport_maps = texthash:/etc/postfix/transport
recipient_delimiter = +
propagate_unmatched_extensions =
message_size_limit = 104857600

# What the sender wrote stays as it is, even from 127.0.0.1.
local_header_rewrite_clients =

# Many recipients, many connections, and no pause for those who err on purpose.
smtpd_recipient_limit = 2000
smtpd_client_connection_count_limit = 0
smtpd_error_sleep_time = 0
smtpd_soft_error_limit = 1000
smtpd_hard_error_limit = 1000
in_flow_delay = 0
initial_destination_concurrency = 20
smtpd_recipient_restrictions = check_recipient_access texthash:/etc/postfix/refused, permit_mynetworks, reject

smtpd_sasl_auth_enable = yes
smtpd_sasl_type = dovecot
smtpd_sasl_path = inet:127.0.0.1:${authPort}
smtpd_sasl_security_options = noanonymous
smtpd_tls_security_level = may
smtpd_tls_cert_file = ${certificates.certificate}
smtpd_tls_key_file = ${certificates.key}
smtpd_tls_session_cache_database =
`;
}

function masterCf(ports: PostfixServer['ports']): string {
  const smtpd = (port: number, ...options: readonly string[]): string =>
    `127.0.0.1:${port} inet n - n - - smtpd${options.map((option) => ` -o ${option}`).join('')}\n`;
  return [
    smtpd(ports.smtp),
    smtpd(ports.smtps, 'smtpd_tls_wrappermode=yes'),
    smtpd(ports.noChunking, 'smtpd_discard_ehlo_keywords=chunking,silent-discard'),
    smtpd(ports.noPipelining, 'smtpd_discard_ehlo_keywords=pipelining,silent-discard'),
    smtpd(ports.oldAuth, 'broken_sasl_auth_clients=yes'),
    smtpd(ports.authRequired, 'smtpd_client_restrictions=permit_sasl_authenticated,reject'),
    smtpd(ports.impatient, 'smtpd_timeout=3s'),
    smtpd(ports.tenRecipients, 'smtpd_recipient_limit=10'),
    'pickup unix n - n 60 1 pickup\n',
    'cleanup unix n - n - 0 cleanup\n',
    'qmgr unix n - n 300 1 qmgr\n',
    'tlsmgr unix - - n 1000? 1 tlsmgr\n',
    'rewrite unix - - n - - trivial-rewrite\n',
    'bounce unix - - n - 0 bounce\n',
    'defer unix - - n - 0 bounce\n',
    'trace unix - - n - 0 bounce\n',
    'verify unix - - n - 1 verify\n',
    'proxymap unix - - n - - proxymap\n',
    'error unix - - n - - error\n',
    'retry unix - - n - - error\n',
    'virtual unix - n n - - virtual\n',
    'nowhere unix - n n - - virtual -o virtual_mailbox_maps=inline:{nobody=box/}\n',
    'anvil unix - - n - 1 anvil\n',
    'postlog unix-dgram n - n - 1 postlogd\n',
  ].join('');
}
