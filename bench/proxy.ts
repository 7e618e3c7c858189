// A TCP proxy that makes a loopback connection as long as an intercontinental one: the kernel has no netem here.
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { DelayLine } from './delay.js';
import { serve } from './process/worker.js';

/** The questions the proxy answers. */
export type ProxyQuestions = {
  /** Listens in front of a port, with so many milliseconds in each direction; answers its own port. */
  open: (road: { port: number; milliseconds: number }) => Promise<number>;
};

const answers: ProxyQuestions = {
  open({ port, milliseconds }) {
    return new Promise((resolve, reject) => {
      const server = createServer({ allowHalfOpen: true }, (client) => {
        const target = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
        carry(client, target, milliseconds);
        carry(target, client, milliseconds);
      });
      server.once('error', reject);
      server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
    });
  },
};

serve(answers);

/** One direction. Null in the line is the end of the stream. */
function carry(from: Socket, to: Socket, milliseconds: number): void {
  const line = new DelayLine<Buffer | null>(milliseconds, (piece) => {
    if (to.destroyed) return;
    if (piece === null) to.end();
    else to.write(piece);
  });
  to.setNoDelay(true);
  from.on('data', (bytes: Buffer) => line.put(bytes));
  from.on('end', () => line.put(null));
  // A reset has no delay worth measuring: both sides are gone.
  from.on('error', () => to.destroy());
}
