import type { Skip } from './overlay.js';
import type { MailServer } from './server.js';

/**
 * Starts a server for a file of tests, or says on standard error why this machine cannot have it.
 * @param name - What the printed line calls the server.
 * @param start - Starts it.
 * @returns The server, or null: then skip the tests.
 */
export async function have<S extends MailServer>(name: string, start: () => Promise<S | Skip>): Promise<S | null> {
  const server = await start();
  if (!('skip' in server)) return server;
  console.warn(`skipped: ${name}: ${server.skip}`);
  return null;
}
