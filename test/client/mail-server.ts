import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { testIdentity } from '../support/certificates/index.js';

/** A message as the server got it. */
export interface Got {
  readonly from: string;
  readonly to: readonly string[];
  readonly text: string;
  readonly secure: boolean;
  readonly user: string | undefined;
  readonly reports: unknown;
}

/** The refusals that a server of these tests has, by local part; each with its number. */
const refusals: Readonly<Record<string, number>> = { nobody: 550, later: 450, spammer: 553 };

/** An independent SMTP server with a user `ann` whose password is `right`; it refuses `nobody`, `later`, `spammer`. */
export class MailServer implements AsyncDisposable {
  readonly port: number;
  readonly got: readonly Got[];
  readonly #server: SMTPServer;

  private constructor(server: SMTPServer, port: number, got: readonly Got[]) {
    this.#server = server;
    this.port = port;
    this.got = got;
  }

  static async start(options: SMTPServerOptions = {}): Promise<MailServer> {
    const got: Got[] = [];
    const server = new SMTPServer({
      ...testIdentity('server'),
      authOptional: true,
      allowInsecureAuth: true,
      disableReverseLookup: true,
      hideSTARTTLS: true,
      logger: false,
      onAuth: (auth, _session, done) => {
        const right = auth.method === 'CRAM-MD5' ? auth.validatePassword('right') : auth.password === 'right';
        if (auth.username === 'ann' && right) done(null, { user: 'ann' });
        else done(Object.assign(new Error('wrong name or password'), { responseCode: 535 }));
      },
      onMailFrom: (address, _session, done) => done(refusalOf(address.address)),
      onRcptTo: (address, _session, done) => done(refusalOf(address.address)),
      onData(stream, session, done) {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          const text = Buffer.concat(chunks).toString('latin1');
          if (/^Subject: poison\r$/m.test(text)) {
            done(Object.assign(new Error('looks like poison'), { responseCode: 554 }));
            return;
          }
          const { mailFrom, rcptTo } = session.envelope;
          got.push({
            from: mailFrom ? mailFrom.address : '',
            to: rcptTo.map(({ address }) => address),
            text,
            secure: session.secure,
            user: session.user === undefined ? undefined : String(session.user),
            reports: JSON.parse(
              JSON.stringify({ mail: mailFrom ? mailFrom.args : null, rcpt: rcptTo.map((each) => each.args) }),
            ),
          });
          done(null, 'taken');
        });
      },
      ...options,
    });
    // A client that hangs up or fails its handshake is what some of these tests are about.
    server.on('error', () => undefined);
    const port = await new Promise<number>((resolve) => {
      const listener = server.listen(0, '127.0.0.1', () => resolve((listener.address() as AddressInfo).port));
    });
    return new MailServer(server, port, got);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await new Promise<void>((resolve) => this.#server.close(resolve));
  }
}

/** A port on which nobody listens: it was free a moment ago. */
export async function closedPort(): Promise<number> {
  await using server = await MailServer.start();
  return server.port;
}

function refusalOf(address: string): Error | null {
  const responseCode = refusals[address.split('@')[0] ?? ''];
  return responseCode === undefined ? null : Object.assign(new Error(`${address} is not welcome`), { responseCode });
}
