// The service in a process of its own, as `comail serve` has it: the bridge, and a profile that MAPISendMail sends from.
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { BridgeServer } from '../../src/bridge/index.js';
import { serve } from '../process/worker.js';
import { makeProfile, storePath } from '../spool/house.js';
import { openRaw } from '../store/raw-driver.js';

/** What may be asked. */
export type WindowsQuestions = {
  /** Opens the bridge; answers the file that tells where it is. */
  open(question: {
    readonly folder: string;
    /** Whether there is a profile. */
    readonly mail: boolean;
  }): Promise<string>;
  /** Answers how many messages wait. */
  waiting(folder: string): number;
};

const answers: WindowsQuestions = {
  async open({ folder, mail }) {
    if (mail) await makeProfile({ task: 'submit', folder, port: await slowServer() });
    const bridge = await BridgeServer.open({ file: join(folder, 'bridge') });
    return bridge.file;
  },

  waiting(folder) {
    const db = openRaw(storePath(folder), '');
    const { n } = db.prepare('SELECT count(*) AS n FROM outgoing').get() as { n: number };
    db.close();
    return n;
  },
};

serve(answers);

/** A server as slow as one can be: it lets connect and does not greet. The spooler has begun with all that it may, and waits. */
async function slowServer(): Promise<number> {
  const server = createServer(() => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}
