import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** A message as the server got it. */
export interface Caught {
  readonly from: string;
  readonly to: readonly string[];
  readonly body: string;
}

/** An independent SMTP server on the loopback address that keeps every message whose end it saw. */
export interface Catcher {
  readonly port: number;
  readonly caught: Caught[];
  close(): Promise<void>;
}

/** Starts the server. It refuses senders that begin with `bad` and recipients that begin with `gone`. */
export async function catcher(): Promise<Catcher> {
  const caught: Caught[] = [];
  const server = new SMTPServer({
    authOptional: true,
    hideSTARTTLS: true,
    logger: false,
    closeTimeout: 100,
    onMailFrom: ({ address }, _session, done) => done(address.startsWith('bad') ? refusal(550, 'bad sender') : null),
    onRcptTo: ({ address }, _session, done) => done(address.startsWith('gone') ? refusal(550, 'no such user') : null),
    onData(stream, { envelope }, done) {
      const chunks: Buffer[] = [];
      const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address;
      const to = envelope.rcptTo.map(({ address }) => address);
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        caught.push({ from, to, body: Buffer.concat(chunks).toString('latin1') });
        done(null);
      });
    },
  });
  // A connection that a test cuts is no failure of the server.
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve());
  });
  const close = (): Promise<void> => new Promise((resolve) => server.close(() => resolve()));
  return { port: (server.server.address() as AddressInfo).port, caught, close };
}

function refusal(responseCode: number, words: string): Error {
  return Object.assign(new Error(words), { responseCode });
}
