import { ComError } from '../com/index.js';
import { type AuthOptions, auth, type Credentials, WireError } from '../wire/index.js';
import type { Client } from './client.js';
import { IXP_E_SICILY_LOGON_FAILED } from './codes.js';
import { LOGON_ATTEMPTS } from './limits.js';
import type { SmtpSession } from './smtpsession.js';
import { type INETSERVER, ISF_ALWAYSPROMPTFORPASSWORD } from './types/inetserver.js';
import { IXP_AUTHORIZING, IXP_AUTHRETRY } from './types/ixpstatus.js';

/**
 * Logs on as part of connecting, when the server offers it: asks for a missing password, tries, and asks again after
 * a refusal until it is accepted or the client gives up. The client writes into the session's server data.
 *
 * @param session a greeted session
 * @param client asked
 * @throws {WireError} `auth-cancelled` with the refusal when the client gives up, or what ended the connection
 */
export async function logOn(session: SmtpSession, client: Client): Promise<void> {
  const { server, settings, connection } = session;
  if (connection.capabilities.auth.length === 0) return;
  const mustAsk = (server.dwFlags & ISF_ALWAYSPROMPTFORPASSWORD) !== 0 || server.szPassword === '';
  if (mustAsk && !(await client.askLogon(server, settings.questionSeconds))) throw cancelled(null);
  for (let attempt = 1; ; attempt++) {
    if (connection.lost) throw connection.lost;
    session.tellStatus(IXP_AUTHORIZING);
    try {
      return await authenticate(session, mechanismFor(server, connection.capabilities.auth));
    } catch (error) {
      if (!(error instanceof WireError) || error.code !== 'auth-failed' || !connection.usable) throw error;
      const refusal = server.fTrySicily ? refusedBySpa(error) : error;
      if (attempt >= LOGON_ATTEMPTS) throw cancelled(refusal);
      session.tellStatus(IXP_AUTHRETRY);
      if (!(await client.askLogon(server, settings.questionSeconds))) throw cancelled(refusal);
    }
  }
}

/**
 * Tries one logon. A password goes readably over an open connection only to this machine, where the settings allow
 * it, or when the user says so.
 *
 * @param session a greeted session
 * @param mechanism the only mechanism to try, or undefined for the best one
 * @throws {WireError} `auth-failed` with the reply; `plaintext-refused`; what ended the connection
 */
export async function authenticate(session: SmtpSession, mechanism: string | undefined): Promise<void> {
  const { connection, server, settings } = session;
  const options: AuthOptions = {
    ...(mechanism === undefined ? {} : { mechanism }),
    allowCleartext:
      settings.allowCleartextAuth === true ||
      (settings.allowCleartextAuth === 'loopback' && isLoopback(connection.remoteAddress)),
  };
  const credentials = credentialsOf(server, mechanism);
  try {
    await auth(connection, credentials, options);
  } catch (error) {
    if (!(error instanceof WireError) || error.code !== 'plaintext-refused') throw error;
    const question = `${server.szServerName} takes your password only in readable form, and the connection is not encrypted. Send it anyway?`;
    if (!(await session.confirm(error, question))) throw error;
    await auth(connection, credentials, { ...options, allowCleartext: true });
  }
}

function mechanismFor(server: INETSERVER, offered: readonly string[]): string | undefined {
  // "Try SPA" means: where the server has it. Where it has not, the usual mechanisms serve.
  return server.fTrySicily && offered.some((name) => name.toUpperCase() === 'NTLM') ? 'NTLM' : undefined;
}

function credentialsOf(server: INETSERVER, mechanism: string | undefined): Credentials {
  const token = mechanism !== undefined && /^(?:XOAUTH2|OAUTHBEARER)$/i.test(mechanism);
  const { szUserName: user, szPassword } = server;
  return token ? { user, accessToken: szPassword } : { user, password: szPassword };
}

/**
 * Whether an address is this machine's own: bytes to it pass no wire that anybody could listen on.
 *
 * @param address a numeric address
 */
export function isLoopback(address: string | null): boolean {
  return address !== null && /^(?:::ffff:)?127\.|^::1$/i.test(address);
}

// Secure Password Authentication has a code of its own for its refusal; it travels as the cause.
function refusedBySpa(error: WireError): WireError {
  const cause = new ComError(IXP_E_SICILY_LOGON_FAILED, error.message, { cause: error });
  return new WireError('auth-failed', error.message, {
    phase: 'auth',
    cause,
    ...(error.reply ? { reply: error.reply } : {}),
  });
}

function cancelled(refusal: WireError | null): WireError {
  const words = refusal ? `the logon was given up: ${refusal.message}` : 'the logon was given up';
  return new WireError('auth-cancelled', words, {
    phase: 'auth',
    ...(refusal
      ? {
          cause: refusal.cause instanceof ComError ? refusal.cause : refusal,
          ...(refusal.reply ? { reply: refusal.reply } : {}),
        }
      : {}),
  });
}
