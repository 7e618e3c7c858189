import { readFile } from 'node:fs/promises';
import { makeCertificates } from './certificates.js';
import { watchMaildir } from './maildir.js';
import { type Overlay, openOverlay, type Skip } from './overlay.js';
import { freePorts, listening } from './ports.js';
import type { MailServer } from './server.js';

/** A running OpenSMTPD: a plain peer that takes one command at a time. */
export interface OpenSmtpdServer extends MailServer {
  readonly ports: {
    /** SIZE, 8BITMIME, DSN and ENHANCEDSTATUSCODES; no PIPELINING, CHUNKING, SMTPUTF8, STARTTLS or AUTH. */
    readonly smtp: number;
  };
}

/** Starts OpenSMTPD in an overlay of its own. Its TLS does not work with Debian 12's OpenSSL, so it offers none. */
export async function startOpenSmtpd(): Promise<OpenSmtpdServer | Skip> {
  const overlay = await openOverlay('opensmtpd', ['opensmtpd', 'openssl']);
  if ('skip' in overlay) return overlay;
  try {
    return await start(overlay);
  } catch (error) {
    await overlay.stop();
    throw error;
  }
}

async function start(overlay: Overlay): Promise<OpenSmtpdServer> {
  const [smtp = 0] = await freePorts(1);
  const certificates = await makeCertificates(overlay);
  await overlay.write('/etc/smtpd.conf', configuration(smtp));
  await overlay.run('sh', '-c', 'useradd --create-home --home-dir /var/mail/boxes box');
  // In the foreground it logs to standard error, which launch keeps in a file of the overlay.
  await overlay.launch('sh', '-c', 'smtpd -n && { smtpd -d -v > /var/log/smtpd.log 2>&1 & }');
  await listening(smtp);
  return Object.freeze({
    name: `OpenSMTPD ${/version: \S+ (\S+)/.exec(await overlay.run('sh', '-c', 'smtpd -h 2>&1 || true'))?.[1]}`,
    host: '127.0.0.1',
    ca: certificates.ca,
    domain: 'example.test',
    ports: Object.freeze({ smtp }),
    delivered: watchMaildir(
      overlay.path('/var/mail/boxes/Maildir'),
      new Map([
        ['return-path', 1],
        ['delivered-to', 1],
        ['received', 1],
      ]),
    ),
    log: () => readFile(overlay.path('/var/log/smtpd.log'), 'utf8'),
    stop: overlay.stop,
  });
}

function configuration(port: number): string {
  return `
smtp max-message-size 100M
table refused { "refused@example.test" }
table everybody { "@" = "box" }
listen on 127.0.0.1 port ${port} hostname opensmtpd.example.test
action "box" maildir virtual <everybody>
match from any for rcpt-to <refused> reject
match from any for domain "example.test" action "box"
`;
}
