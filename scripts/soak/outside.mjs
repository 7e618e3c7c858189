import { SMTPServer } from 'smtp-server';

/** The world outside: a server for far.example that takes mail, but not for nobody@. */
export class Outside {
  #server;
  port = 0;
  /** How often each recipient got each subject: `subject address` to a count. */
  got = new Map();

  static async open() {
    const outside = new Outside();
    outside.#server = new SMTPServer({
      disabledCommands: ['AUTH', 'STARTTLS'],
      onRcptTo: ({ address }, _session, done) =>
        done(
          address.startsWith('nobody@')
            ? Object.assign(new Error('5.1.1 nobody of that name'), { responseCode: 550 })
            : null,
        ),
      onData: (stream, session, done) => {
        const pieces = [];
        stream.on('data', (piece) => pieces.push(piece));
        stream.on('end', () => {
          const [, subject = '?'] = /^Subject: (.*?)\r?$/m.exec(Buffer.concat(pieces).toString('latin1')) ?? [];
          for (const { address } of session.envelope.rcptTo) {
            const key = `${subject} ${address}`;
            outside.got.set(key, (outside.got.get(key) ?? 0) + 1);
          }
          done();
        });
      },
    });
    await new Promise((resolve, reject) => {
      outside.#server.on('error', reject);
      outside.#server.listen(0, '127.0.0.1', resolve);
    });
    outside.#server.removeAllListeners('error').on('error', () => undefined);
    outside.port = outside.#server.server.address().port;
    return outside;
  }

  /** How many copies came. */
  get count() {
    return this.got.size;
  }

  close() {
    return new Promise((resolve) => this.#server.close(resolve));
  }
}
