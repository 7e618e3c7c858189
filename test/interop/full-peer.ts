import { describe } from 'vitest';
import type { EximServer, PostfixServer } from '../support/servers/index.js';
import { describeAccounts } from './accounts.js';
import { describeBulk } from './bulk.js';
import { describeDelivery } from './delivery.js';
import { describeExtensions } from './extensions.js';
import { describeImnxport } from './imnxport.js';
import { describeReports } from './reports.js';
import { describeSecurity } from './security.js';

/** A server that offers PIPELINING, CHUNKING, SMTPUTF8, DSN, 8BITMIME, STARTTLS and AUTH. */
export type FullPeer = PostfixServer | EximServer;

/**
 * What the engine and a server that offers everything must do together, whichever server it is.
 * @param name - The server's name for the titles.
 * @param server - The server, or null to skip.
 */
export function describeFullPeer(name: string, server: FullPeer | null): void {
  describe.skipIf(!server)(name, () => {
    if (!server) return;
    describe('delivery', () => describeDelivery(server));
    describe('pipelining, chunking and UTF-8', () => describeExtensions(server));
    describe('delivery reports', () => describeReports(server));
    describe('TLS', () => describeSecurity(server));
    describe('logon', () => describeAccounts(server));
    describe('size and number', () => describeBulk(server));
    describe('ISMTPTransport', () => describeImnxport(server));
  });
}
