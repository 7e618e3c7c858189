import { type AnyIid, ComError, lineage } from '../../../com/index.js';
import { MAPI_E_INTERFACE_NOT_SUPPORTED } from '../../../mapi/index.js';

/**
 * Checks the interface that a caller wants.
 *
 * @param wanted the interface; null for the usual one
 * @param usual what the object offers, with all that it derives from
 * @throws {ComError} `MAPI_E_INTERFACE_NOT_SUPPORTED`
 */
export function requireInterface(wanted: AnyIid | null, usual: AnyIid): void {
  if (wanted === null || wanted === undefined) return;
  if (!lineage(usual).some(({ guid }) => guid === wanted.guid))
    throw new ComError(MAPI_E_INTERFACE_NOT_SUPPORTED, `the object is no ${wanted.name}`);
}
