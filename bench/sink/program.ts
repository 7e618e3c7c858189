// A sink in a process of its own: takes mail over SMTP, checks each octet, counts.
import { readFileSync } from 'node:fs';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import { type MessageKind, makeMessages } from '../messages.js';
import { serve } from '../process/worker.js';
import { Judge, type Referee, type Tally } from './judge.js';
import { LetterJudge } from './letter-judge.js';
import { SinkSession } from './session.js';

/** What a sink is to expect. */
export interface SinkSetup {
  /** What messages there are; `letter`: those that are composed of text and HTML. */
  readonly kind: MessageKind | 'letter';
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
  /** What came in since the last time, with the octets of all connections together. */
  tally: (nothing: null) => Tally & { readonly octets: number };
};

let judge: Referee | undefined;
let octets = 0;

const answers: SinkQuestions = {
  async open(setup) {
    const { kind, recipients } = setup;
    const referee = kind === 'letter' ? new LetterJudge() : new Judge(makeMessages(kind), recipients);
    judge = referee;
    const take = (socket: Socket) => receive(socket, new SinkSession(referee, setup.chunking));
    const server = setup.tls
      ? createTlsServer({ cert: readFileSync(setup.certificate), key: readFileSync(setup.key) }, take)
      : createServer(take);
    return await listen(server);
  },
  tally() {
    if (judge === undefined) throw new Error('the sink is not open');
    const tally = { ...judge.tally(), octets };
    octets = 0;
    return tally;
  },
};

serve(answers);

function receive(socket: Socket, session: SinkSession): void {
  socket.setNoDelay(true);
  socket.write(session.greeting());
  socket.on('data', (bytes: Buffer) => {
    octets += bytes.length;
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
