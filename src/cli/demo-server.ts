import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';

/** What the demo's server got. */
export interface CaughtMessage {
  /** The sender of the envelope. */
  readonly from: string;
  /** The recipients of the envelope. */
  readonly to: readonly string[];
  /** Who had logged on. */
  readonly user: string;
  /** The message, byte for byte. */
  readonly bytes: Buffer;
}

/** A mail server that takes everything and keeps it in memory, reachable from this machine alone. */
export interface CatchAll {
  /** The port it got on 127.0.0.1. */
  readonly port: number;
  /** What has arrived so far. */
  readonly caught: readonly CaughtMessage[];
  /** Stops it. */
  close(): Promise<void>;
}

/**
 * Starts a catch-all server on a free port of the loopback address.
 *
 * @param user the only user who may log on
 * @param password that user's password
 * @throws {Error} the operating system's error when it gives no port
 */
export async function startCatchAll(user: string, password: string): Promise<CatchAll> {
  const caught: CaughtMessage[] = [];
  const server = new SMTPServer({
    name: 'localhost',
    banner: 'catch-all of comail',
    authMethods: ['CRAM-MD5', 'PLAIN', 'LOGIN'],
    allowInsecureAuth: true,
    hideSTARTTLS: true,
    // Who connects is known, and without a network nobody could say.
    disableReverseLookup: true,
    logger: false,
    onAuth(auth, _session, done) {
      const known = auth.username === user;
      const right = auth.method === 'CRAM-MD5' ? auth.validatePassword(password) : auth.password === password;
      if (known && right) done(null, { user });
      else done(new Error('Invalid user name or password'));
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('error', done);
      stream.on('end', () => {
        caught.push({ ...envelopeOf(session), bytes: Buffer.concat(chunks) });
        done(null);
      });
    },
  });
  const listener = await new Promise<ReturnType<SMTPServer['listen']>>((resolve, reject) => {
    server.once('error', reject);
    const opened = server.listen(0, '127.0.0.1', () => resolve(opened));
  });
  return {
    port: (listener.address() as AddressInfo).port,
    caught,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function envelopeOf(session: SMTPServerSession): Omit<CaughtMessage, 'bytes'> {
  const { mailFrom, rcptTo } = session.envelope;
  return {
    from: mailFrom ? mailFrom.address : '',
    to: rcptTo.map(({ address }) => address),
    user: String(session.user ?? ''),
  };
}
