import { type AnyIid, acquire, E_NOINTERFACE, type Ret, S_OK } from '../../com/index.js';
import { IMAPISession, MAPI_E_INVALID_PARAMETER, MAPI_E_UNKNOWN_FLAGS } from '../../mapi/index.js';
import { SimpleError } from './answer.js';
import { sessionOf } from './sessions.js';

/**
 * Hands out the session of Extended MAPI that a session of Simple MAPI works in. It ends with `MAPILogoff`, whoever still holds it.
 *
 * @param lhSimpleSession a session that MAPILogon answered
 * @param ulFlags 0
 * @param lpInterface `IMAPISession`, or null for the same
 * @returns `S_OK` with the session, which the caller releases; `MAPI_E_INVALID_PARAMETER` when it is no session;
 *   `MAPI_E_UNKNOWN_FLAGS`; `E_NOINTERFACE` for another interface
 * @spec scmapixfromsmapi
 */
export function ScMAPIXFromSMAPI(
  lhSimpleSession: number,
  ulFlags = 0,
  lpInterface: AnyIid | null = null,
): Ret<IMAPISession> {
  if (ulFlags !== 0) return [MAPI_E_UNKNOWN_FLAGS, null];
  if (lpInterface !== null && lpInterface.guid !== IMAPISession.guid) return [E_NOINTERFACE, null];
  try {
    return [S_OK, acquire(sessionOf(lhSimpleSession).raw, IMAPISession, 'lhSimpleSession')];
  } catch (error) {
    if (error instanceof SimpleError) return [MAPI_E_INVALID_PARAMETER, null];
    throw error;
  }
}
