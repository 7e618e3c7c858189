import { type AnyIid, ComError } from '../../com/index.js';
import { MAPI_E_INTERFACE_NOT_SUPPORTED, MAPI_E_INVALID_PARAMETER } from '../../mapi/index.js';

/**
 * Checks which interface an object is wanted by.
 *
 * @param iid what the caller gave; null for the usual one
 * @param known those that it has
 * @throws {ComError} `MAPI_E_INTERFACE_NOT_SUPPORTED`
 */
export function requireInterface(iid: AnyIid | null, ...known: readonly AnyIid[]): void {
  if (iid !== null && !known.some(({ guid }) => guid === iid.guid))
    throw new ComError(MAPI_E_INTERFACE_NOT_SUPPORTED, `the object is no ${iid.name}`);
}

/**
 * Checks a list of entry IDs.
 *
 * @param entries what the caller gave
 * @throws {ComError} `MAPI_E_INVALID_PARAMETER` when it is none
 */
export function requireEntries(entries: readonly Uint8Array[]): void {
  if (!Array.isArray(entries) || entries.some((one) => !(one instanceof Uint8Array)))
    throw new ComError(MAPI_E_INVALID_PARAMETER, 'lpEntries is no list of entry IDs');
}
