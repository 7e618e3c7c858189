// The service for native programs, in a process of its own that a test may kill. It says where it is and serves until nobody listens to it
// any more; one that is given a further file writes a line into that, and serves until it is removed.
import { appendFileSync, existsSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { BridgeServer } from '../../../src/bridge/index.js';
import { smtpMessageService } from '../../../src/providers/smtp/index.js';
import { storeMessageService } from '../../../src/providers/store/index.js';
import { endOfSimpleSessions, registerMessageService } from '../../../src/subsystem/index.js';

const [file = '', until] = process.argv.slice(2);
if (until) appendFileSync(until, `${process.pid}\n`);
registerMessageService(storeMessageService);
registerMessageService(smtpMessageService);
const bridge = await BridgeServer.open({ file, greetingMs: 60_000 });
if (until) {
  while (existsSync(until)) await setTimeout(5);
} else {
  process.stdout.write(`${bridge.port}\n`);
  for await (const _ of process.stdin);
}
await bridge.close();
await endOfSimpleSessions();
