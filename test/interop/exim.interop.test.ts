import { afterAll } from 'vitest';
import { have, startExim } from '../support/servers/index.js';
import { describeFullPeer } from './full-peer.js';

const server = await have('Exim', startExim);
afterAll(() => server?.stop());

describeFullPeer('Exim', server);
