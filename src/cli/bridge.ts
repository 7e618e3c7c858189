import type { Command } from 'commander';
import { BridgeServer } from '../bridge/index.js';
import { interruption } from './interruption.js';
import { EXIT, type Io } from './io.js';
import { answering } from './mailbox/failure.js';
import { painter, shown } from './paint.js';

interface BridgeCommandOptions {
  readonly json?: boolean;
}

/**
 * Adds the verb `bridge`.
 *
 * @param program the program
 * @param io where it prints
 * @param ended takes the exit code
 */
export function addBridge(program: Command, io: Io, ended: (code: number) => void): void {
  program
    .command('bridge')
    .description('let native programs of this user in, and send what they left while nobody did, until Ctrl-C')
    .option('--json', 'print one JSON object as soon as programs may come')
    .addHelpText('after', EXAMPLES)
    .action(async (options: BridgeCommandOptions) => {
      const verb = { json: options.json === true, failed: 'the bridge was not opened', command: 'comail bridge' };
      ended(await answering(verb, io, () => bridge(options, io)));
    });
}

const EXAMPLES = `
Programs find it by a file that only this user can read; nothing is open to the network. ${'`'}comail serve${'`'} does the same beside
Graph's mail API. Sending through ISMTPTransport needs no profile; MAPISendMail sends from the default one.

Examples:
  comail bridge
`;

async function bridge({ json }: BridgeCommandOptions, io: Io): Promise<number> {
  const interrupted = interruption(io);
  try {
    const server = await BridgeServer.open();
    try {
      const paint = painter(io.stdout, io.env);
      const { file, port } = server;
      const text = `Native programs may come: ${paint('bold', shown(file))} tells them where. Press Ctrl-C to end.`;
      io.stdout.write(`${json === true ? JSON.stringify({ file, port }) : text}\n`);
      await interrupted.promise;
    } finally {
      await server.close();
    }
    return EXIT.done;
  } finally {
    interrupted.stop();
  }
}
