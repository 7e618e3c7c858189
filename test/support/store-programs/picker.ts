// Takes what lies in a drop folder, and ends. Killed by the test wherever it stands.
import { DropPickup } from '../../../src/bridge/drop/pickup.js';
import { smtpMessageService } from '../../../src/providers/smtp/index.js';
import { storeMessageService } from '../../../src/providers/store/index.js';
import { endOfSimpleSessions, registerMessageService } from '../../../src/subsystem/index.js';

const [folder = ''] = process.argv.slice(2);
registerMessageService(storeMessageService);
registerMessageService(smtpMessageService);
const pickup = await DropPickup.begin(folder);
await pickup.idle();
await pickup.close();
await endOfSimpleSessions();
process.stdout.write('done\n');
