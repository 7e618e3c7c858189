import { ComError, type HResult, S_OK } from '../../com/index.js';
import {
  MAPI_E_INVALID_PARAMETER,
  MAPI_E_NOT_INITIALIZED,
  MAPI_E_UNKNOWN_FLAGS,
  MAPI_E_VERSION,
  MAPI_MULTITHREAD_NOTIFICATIONS,
  MAPI_NO_COINIT,
  MAPI_NT_SERVICE,
} from '../../mapi/index.js';

/** How MAPI is to be initialized. @spec mapiinit_0 */
export interface MAPIINIT {
  /** The version of the structure: 0. */
  readonly ulVersion: number;
  /** `MAPI_MULTITHREAD_NOTIFICATIONS`, `MAPI_NO_COINIT`, `MAPI_NT_SERVICE`; none of them changes anything in Node. */
  readonly ulFlags: number;
}

let count = 0;

/**
 * Makes MAPI ready. Calls are counted: each needs its `MAPIUninitialize`.
 *
 * @param lpMapiInit how; null as usual
 * @returns `S_OK`; `MAPI_E_VERSION` for another version of the structure; `MAPI_E_UNKNOWN_FLAGS`; `MAPI_E_INVALID_PARAMETER`
 * @example
 * ```ts
 * MAPIInitialize(null);
 * const [hr, session] = await MAPILogonEx(0, 'Work', null, MAPI_EXTENDED | MAPI_NEW_SESSION);
 * ```
 * @spec mapiinitialize
 */
export function MAPIInitialize(lpMapiInit: MAPIINIT | null): HResult {
  if (lpMapiInit !== null) {
    const { ulVersion, ulFlags } = lpMapiInit ?? {};
    if (!Number.isInteger(ulVersion) || !Number.isInteger(ulFlags)) return MAPI_E_INVALID_PARAMETER;
    if (ulVersion !== 0) return MAPI_E_VERSION;
    const known = MAPI_MULTITHREAD_NOTIFICATIONS | MAPI_NO_COINIT | MAPI_NT_SERVICE;
    if ((ulFlags & ~known) !== 0) return MAPI_E_UNKNOWN_FLAGS;
  }
  count++;
  return S_OK;
}

/**
 * Takes one `MAPIInitialize` back. Whatever a program still holds stays usable: sessions end by `Logoff` and Release.
 *
 * @spec mapiuninitialize
 */
export function MAPIUninitialize(): void {
  if (count > 0) count--;
}

/** @throws {ComError} `MAPI_E_NOT_INITIALIZED` before the first `MAPIInitialize` and after the last `MAPIUninitialize` */
export function requireInitialized(): void {
  if (count === 0) throw new ComError(MAPI_E_NOT_INITIALIZED, 'call MAPIInitialize first');
}
