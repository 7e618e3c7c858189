import type { Delivered } from './maildir.js';
import type { MailServer } from './server.js';

/** How long a delivery may take, in milliseconds. It ends a wait that is lost; nothing is concluded from it. */
const PATIENCE = 150_000;

/**
 * Waits until a server has delivered so many copies to these recipients.
 * @param server - The server.
 * @param to - The envelope recipient, or a pattern of several.
 * @param count - How many copies are waited for.
 * @returns The copies; more than `count` when there are more.
 * @throws Error with the end of the server's log when they do not come.
 */
export async function arrivals(server: MailServer, to: string | RegExp, count: number): Promise<readonly Delivered[]> {
  const wanted = (copy: Delivered): boolean =>
    typeof to === 'string' ? copy.envelopeTo === to : to.test(copy.envelopeTo);
  const deadline = Date.now() + PATIENCE;
  for (;;) {
    const copies = (await server.delivered()).filter(wanted);
    if (copies.length >= count) return copies;
    if (Date.now() > deadline) {
      const tail = (await server.log()).slice(-4000);
      throw new Error(
        `${server.name} delivered ${copies.length} of ${count} copies to ${to}. Its log ends with:\n${tail}`,
      );
    }
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

/** Waits for the one copy of a message. */
export async function arrival(server: MailServer, to: string): Promise<Delivered> {
  const [copy] = await arrivals(server, to, 1);
  if (!copy) throw new Error(`nothing was delivered to ${to}`);
  return copy;
}
