// A sink in a process of its own: takes mail over SMTP, checks each octet, counts.
import { readFileSync } from 'node:fs';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import { type MessageKind, makeMessages } from '../messages.js';
import { serve } from '../process/worker.js';
import { Judge, type Tally } from './judge.js';
import { SinkSession } from './session.js';

/** What a sink is to expect. */
export interface SinkSetup {
  readonly kind: MessageKind;
  /** Recipients that each message must have. */
  readonly recipients: number;
  /** Talk TLS from the first octet. */
  readonly tls: boolean;
  /** Offer CHUNKING. */
  readonly chunking: boolean;
  /** Certificate and key in PEM, for TLS. */
  readonly certificate: string;
  readonly key: string;
}

/** The questions a sink answers. */
export type SinkQuestions = {
  /** Listens; answers the port. */
  open: (setup: SinkSetup) => Promise<number>;
  /** What came in since the last time. */
  tally: (nothing: null) => Tally;
};

let judge: Judge | undefined;

const answers: SinkQuestions = {
  async open(setup) {
    const referee = new Judge(makeMessages(setup.kind), setup.recipients);
    judge = referee;
    const take = (socket: Socket) => receive(socket, new SinkSession(referee, setup.chunking));
    const server = setup.tls
      ? createTlsServer({ cert: readFileSync(setup.certificate), key: readFileSync(setup.key) }, take)
      : createServer(take);
    return await listen(server);
  },
  tally() {
    if (judge === undefined) throw new Error('the sink is not open');
    return judge.tally();
  },
};

serve(answers);

function receive(socket: Socket, session: SinkSession): void {
  socket.setNoDelay(true);
  socket.write(session.greeting());
  socket.on('data', (bytes: Buffer) => {
    const replies = session.feed(bytes);
    if (replies !== '') socket.write(replies, 'latin1');
    if (session.finished) socket.end();
  });
  // A sender that is ended between two cases resets its connections; what it did send has been counted.
  socket.on('error', () => socket.destroy());
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', 511, () => resolve((server.address() as AddressInfo).port));
  });
}
