import { readFile } from 'node:fs/promises';
import { type Certificates, makeCertificates } from './certificates.js';
import { watchMaildir } from './maildir.js';
import { type Overlay, openOverlay, type Skip } from './overlay.js';
import { freePorts, listening } from './ports.js';
import type { MailServer, ServerCredentials } from './server.js';

/** A running Exim. */
export interface EximServer extends MailServer {
  readonly ports: {
    /** Everything Exim offers: PIPELINING, CHUNKING, SIZE, DSN, 8BITMIME, SMTPUTF8, STARTTLS, AUTH. */
    readonly smtp: number;
    /** The same with TLS from the first byte. */
    readonly smtps: number;
    /** CHUNKING is not offered. */
    readonly noChunking: number;
    /** PIPELINING is not offered. */
    readonly noPipelining: number;
    /** Only those who have authenticated may send. */
    readonly authRequired: number;
  };
  /** Good for PLAIN and LOGIN (offered over TLS only), CRAM-MD5 and NTLM. */
  readonly credentials: ServerCredentials;
}

const user = 'user';
const password = 'correct-horse-staple';

/** Starts Exim (the heavy build, which knows NTLM) in an overlay of its own. */
export async function startExim(): Promise<EximServer | Skip> {
  const overlay = await openOverlay('exim', ['exim4-daemon-heavy', 'openssl']);
  if ('skip' in overlay) return overlay;
  try {
    return await start(overlay);
  } catch (error) {
    await overlay.stop();
    throw error;
  }
}

async function start(overlay: Overlay): Promise<EximServer> {
  const [smtp = 0, smtps = 0, noChunking = 0, noPipelining = 0, authRequired = 0] = await freePorts(5);
  const ports = Object.freeze({ smtp, smtps, noChunking, noPipelining, authRequired });
  const certificates = await makeCertificates(overlay);
  // Debian's Exim prefers this file to its generated one, and runs with full rights from it.
  await overlay.write('/etc/exim4/exim4.conf', configuration(ports, certificates));
  await overlay.run('sh', '-c', 'mkdir -p /var/mail/box && chown mail:mail /var/mail/box');
  await overlay.launch('exim4', '-bd', '-q1s');
  await Promise.all(Object.values(ports).map(listening));
  return Object.freeze({
    name: `Exim ${/version (\S+)/.exec(await overlay.run('exim4', '-bV'))?.[1]}`,
    host: '127.0.0.1',
    ca: certificates.ca,
    domain: 'example.test',
    ports,
    credentials: Object.freeze({ user, password }),
    delivered: watchMaildir(
      overlay.path('/var/mail/box'),
      new Map([
        ['return-path', 1],
        ['envelope-to', 1],
        ['received', 1],
      ]),
    ),
    log: () => readFile(overlay.path('/var/log/exim4/mainlog'), 'utf8'),
    stop: overlay.stop,
  });
}

function configuration(ports: EximServer['ports'], certificates: Certificates): string {
  const allBut = (port: number): string => `\${if eq{$received_port}{${port}}{}{*}}`;
  return `
primary_hostname = exim.example.test
local_interfaces = 127.0.0.1
daemon_smtp_ports = ${Object.values(ports).join(' : ')}
tls_on_connect_ports = ${ports.smtps}
tls_advertise_hosts = *
tls_certificate = ${certificates.certificate}
tls_privatekey = ${certificates.key}

chunking_advertise_hosts = ${allBut(ports.noChunking)}
pipelining_advertise_hosts = ${allBut(ports.noPipelining)}
dsn_advertise_hosts = *
smtputf8_advertise_hosts = *

# Many connections with many messages each. A process for every delivery is what costs time here: only the first
# messages of a connection are delivered at once, the rest by the queue runner that starts every second.
smtp_accept_max = 100
smtp_accept_max_per_connection = 0
smtp_accept_queue_per_connection = 2
queue_run_max = 1
smtp_connect_backlog = 100
message_size_limit = 100M
rfc1413_query_timeout = 0s
host_lookup =
keep_environment =
never_users =
acl_smtp_mail = accept_sender
acl_smtp_rcpt = accept_recipient
acl_smtp_data = accept_message

begin acl
accept_sender:
  deny
    condition = \${if eq{$received_port}{${ports.authRequired}}}
    !authenticated = *
    message = authenticate first
  accept
accept_recipient:
  deny
    local_parts = refused
    message = this address is refused
  deny
    domains = ! example.test
    message = not a domain of this server
  accept
accept_message:
  accept

begin routers
bounced:
  driver = redirect
  local_parts = bounced
  local_part_suffix = +*
  local_part_suffix_optional
  data = :fail: this box does not exist
  allow_fail
box:
  driver = accept
  domains = example.test
  transport = box

begin transports
# One mailbox for everybody: the tests tell messages apart by their recipients.
box:
  driver = appendfile
  directory = /var/mail/box
  maildir_format
  user = mail
  group = mail
  batch_max = 2000
  envelope_to_add
  return_path_add

begin retry
* * F,1h,1m

begin authenticators
plain:
  driver = plaintext
  public_name = PLAIN
  server_advertise_condition = \${if def:tls_in_cipher}
  server_prompts = :
  server_condition = \${if and {{eq{$auth2}{${user}}}{eq{$auth3}{${password}}}}}
  server_set_id = $auth2
login:
  driver = plaintext
  public_name = LOGIN
  server_advertise_condition = \${if def:tls_in_cipher}
  server_prompts = Username:: : Password::
  server_condition = \${if and {{eq{$auth1}{${user}}}{eq{$auth2}{${password}}}}}
  server_set_id = $auth1
cram:
  driver = cram_md5
  public_name = CRAM-MD5
  server_secret = \${if eq{$auth1}{${user}}{${password}}fail}
  server_set_id = $auth1
ntlm:
  driver = spa
  public_name = NTLM
  server_password = \${if eq{$auth1}{${user}}{${password}}fail}
  server_set_id = $auth1
`;
}
