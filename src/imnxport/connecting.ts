import { setImmediate } from 'node:timers/promises';
import { starttls, WireError } from '../wire/index.js';
import type { Client } from './client.js';
import { asWireError } from './failures.js';
import { connectJob } from './job.js';
import { logOn } from './logon.js';
import type { SessionOptions } from './sessionterms.js';
import type { SmtpSession } from './smtpsession.js';
import { ISF_SSLONSAMEPORT } from './types/inetserver.js';
import { IXPRESULT } from './types/ixpresult.js';
import { IXP_AUTHORIZED, IXP_CONNECTED } from './types/ixpstatus.js';

/**
 * Does what Connect starts: host, TCP, TLS, greeting, EHLO or HELO, STARTTLS, logon. What happens is told by the
 * session; a failure ends the connection, and its end is told as well.
 *
 * @param session a new session
 * @param client the callbacks
 * @param options what Connect was given
 */
export async function connect(session: SmtpSession, client: Client, options: SessionOptions): Promise<void> {
  try {
    await session.connection.open();
    if (!options.authenticate && (await clientTakesOver(session, client))) return;
    await session.greet();
    await secure(session);
    if (options.authenticate) await logOn(session, client);
    if (session.lost) return;
    // AUTHORIZED is passed through even where nobody had to log on: clients wait for it.
    session.tellStatus(IXP_AUTHORIZED);
    session.tellStatus(IXP_CONNECTED);
    session.finish(IXPRESULT());
  } catch (error) {
    session.connection.destroy(asWireError(error));
  }
}

/**
 * Connect without logon leaves the dialog to clients that want it: when a command was issued in answer to the
 * greeting, the client goes on by itself; otherwise the transport does, as clients without such wishes expect.
 */
async function clientTakesOver(session: SmtpSession, client: Client): Promise<boolean> {
  await client.queue.turn();
  // A client that waits for the greeting with a promise has its say before the next round of the event loop.
  await setImmediate();
  if (session.started > 0 || session.lost) return true;
  session.resume(connectJob());
  return false;
}

// `ISF_SSLONSAMEPORT` alone means STARTTLS where it is offered; together with fSSL the connection must be secure.
async function secure(session: SmtpSession): Promise<void> {
  const { connection, server } = session;
  if ((server.dwFlags & ISF_SSLONSAMEPORT) === 0 || connection.secure) return;
  if (!connection.capabilities.startTls) {
    if (!server.fSSL) return;
    throw new WireError('starttls-unavailable', `${server.szServerName} does not offer STARTTLS, which fSSL asks for`);
  }
  await starttls(connection);
  session.tellStatus(IXP_CONNECTED);
  await session.greet();
}
