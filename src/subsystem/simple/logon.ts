import {
  MAPI_E_FAILURE,
  MAPI_E_LOGIN_FAILURE,
  MAPI_LOGON_UI,
  MAPI_NEW_SESSION,
  MAPI_PASSWORD_UI,
} from '../../mapi/index.js';
import { answered, SimpleError, type SimpleRet } from './answer.js';
import { close, register, requireRoom, SimpleSession } from './sessions.js';

const nameLength = 256;

/**
 * Begins a session.
 *
 * Without `MAPI_NEW_SESSION` the shared session of the process is joined where there is one. There are no dialogs: `MAPI_LOGON_UI`
 * takes the default profile where none is named.
 *
 * @param _ulUIParam the window that owns dialogs; 0
 * @param lpszProfileName the profile; null or empty for none. Without any, and without `MAPI_LOGON_UI` and `MAPI_NEW_SESSION`,
 *   the call only asks for the shared session
 * @param lpszPassword null
 * @param flFlags `MAPI_NEW_SESSION`, `MAPI_LOGON_UI` or `MAPI_PASSWORD_UI`, `MAPI_FORCE_DOWNLOAD` to fetch new mail first
 * @param _ulReserved 0
 * @returns `SUCCESS_SUCCESS` with the session; `MAPI_E_LOGIN_FAILURE` for a profile that is not there, a password, a name of more than 256
 *   characters, or no shared session; `MAPI_E_TOO_MANY_SESSIONS`; `MAPI_E_FAILURE` for both of the flags of dialogs
 * @example
 * ```ts
 * const [code, session] = await MAPILogon(0, 'Work', null, MAPI_NEW_SESSION);
 * if (session === null) return code;
 * ```
 * @spec MicrosoftDocs/sdk-api:sdk-api-src/content/mapi/nc-mapi-mapilogon.md
 */
export function MAPILogon(
  _ulUIParam: number,
  lpszProfileName: string | null,
  lpszPassword: string | null,
  flFlags: number,
  _ulReserved = 0,
): Promise<SimpleRet<number>> {
  return answered('MAPILogon', async () => {
    const dialogs = MAPI_LOGON_UI | MAPI_PASSWORD_UI;
    if ((flFlags & dialogs) === dialogs)
      throw new SimpleError(MAPI_E_FAILURE, 'MAPI_LOGON_UI and MAPI_PASSWORD_UI exclude each other');
    if ((lpszProfileName?.length ?? 0) > nameLength || (lpszPassword?.length ?? 0) > nameLength)
      throw new SimpleError(MAPI_E_LOGIN_FAILURE, `names and passwords have at most ${nameLength} characters`);
    requireRoom();
    const asks = !lpszPassword && (flFlags & (MAPI_LOGON_UI | MAPI_NEW_SESSION)) === 0;
    const chosen = lpszProfileName ? { profile: lpszProfileName } : asks ? 'shared' : 'default';
    return register(await SimpleSession.open(chosen, lpszPassword, flFlags));
  });
}

/**
 * Ends a session. What was submitted in it is still sent while the caller goes on.
 *
 * @param lhSession the session
 * @param _ulUIParam the window that owns dialogs; 0
 * @param flFlags 0
 * @param _ulReserved 0
 * @returns `SUCCESS_SUCCESS`; `MAPI_E_INVALID_SESSION`; `MAPI_E_FAILURE` for any flag
 * @spec MicrosoftDocs/sdk-api:sdk-api-src/content/mapi/nc-mapi-mapilogoff.md
 */
export async function MAPILogoff(lhSession: number, _ulUIParam = 0, flFlags = 0, _ulReserved = 0): Promise<number> {
  const [code] = await answered('MAPILogoff', async () => {
    if (flFlags !== 0) throw new SimpleError(MAPI_E_FAILURE, 'MAPILogoff has no flags');
    await close(lhSession);
  });
  return code;
}
