// The service in a process of its own, and beside it the echo that it is measured against; the host is in the bench's process.
import { createServer } from 'node:net';
import { join } from 'node:path';
import { BridgeServer } from '../../src/bridge/index.js';
import { serve } from '../process/worker.js';

/** Where both are. */
export interface Opened {
  /** The file that tells where the service is. */
  readonly file: string;
  /** The port of the echo. */
  readonly echo: number;
}

/** What may be asked. */
export type BridgeQuestions = {
  /** Opens both. */
  open(question: { readonly folder: string; readonly call: number; readonly answer: number }): Promise<Opened>;
};

const answers: BridgeQuestions = {
  async open({ folder, call, answer }) {
    const bridge = await BridgeServer.open({ file: join(folder, 'bridge') });
    const bytes = Buffer.alloc(answer);
    const server = createServer({ noDelay: true }, (socket) => {
      let have = 0;
      socket.on('data', (chunk) => {
        have += chunk.length;
        for (; have >= call; have -= call) socket.write(bytes);
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    return { file: bridge.file, echo: typeof address === 'object' && address ? address.port : 0 };
  },
};

serve(answers);
