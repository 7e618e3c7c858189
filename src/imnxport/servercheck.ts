import { ComError, E_INVALIDARG } from '../com/index.js';
import { serverFromAccount } from './account.js';
import type { ISMTPCallback } from './interfaces/ismtpcallback.js';
import { ITransportCallbackService } from './interfaces/itransportcallbackservice.js';
import { PASSWORD_CHARACTERS } from './limits.js';
import { CCHMAX_SERVER_FIELD, INETSERVER } from './types/inetserver.js';

/**
 * Copies the server data given to Connect, with zero for what is left out. A callback that has
 * `ITransportCallbackService` may leave the server to the account it answers.
 *
 * @param given what Connect was given
 * @param callback asked for an account when no server is named
 * @throws {ComError} `E_INVALIDARG` for a missing server, a text beyond its field, or a port that is none
 * @spec oe-inetserver
 */
export function readServer(given: Partial<INETSERVER>, callback: ISMTPCallback | null): INETSERVER {
  const server = given.szServerName ? INETSERVER(given) : { ...serverOfAccount(callback), dwFlags: given.dwFlags ?? 0 };
  for (const [field, value] of Object.entries(server)) {
    if (typeof value !== 'string') continue;
    const most = field === 'szPassword' ? PASSWORD_CHARACTERS : CCHMAX_SERVER_FIELD - 1;
    if (value.length > most)
      throw new ComError(E_INVALIDARG, `${field} has ${value.length} characters, at most ${most} are taken`);
    if (/[\0\r\n]/.test(value)) throw new ComError(E_INVALIDARG, `${field} holds a line end or NUL`);
  }
  if (!Number.isInteger(server.dwPort) || server.dwPort < 0 || server.dwPort > 65_535)
    throw new ComError(E_INVALIDARG, `${server.dwPort} is no port`);
  return server;
}

function serverOfAccount(callback: ISMTPCallback | null): INETSERVER {
  const service = callback?.QueryInterface(ITransportCallbackService)[1];
  if (!service) throw new ComError(E_INVALIDARG, 'szServerName is empty');
  using held = service;
  const [hr, account] = held.GetAccount();
  if (!account) throw new ComError(hr, 'szServerName is empty, and the callback answers no account');
  using owned = account.ppAccount;
  return serverFromAccount(owned, INETSERVER());
}
