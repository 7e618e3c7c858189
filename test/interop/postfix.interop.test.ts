import { afterAll } from 'vitest';
import { have, startPostfix } from '../support/servers/index.js';
import { describeFullPeer } from './full-peer.js';

const server = await have('Postfix', startPostfix);
afterAll(() => server?.stop());

describeFullPeer('Postfix', server);
