import { type AnyIid, ComError, lineage } from '../../../com/index.js';
import { MAPI_E_INTERFACE_NOT_SUPPORTED, MAPI_E_INVALID_PARAMETER, MAPI_E_UNKNOWN_FLAGS } from '../../../mapi/index.js';

/**
 * Checks flags.
 *
 * @param flags what the caller gave
 * @param known all bits that mean something
 * @returns the flags, unsigned
 * @throws {ComError} `MAPI_E_UNKNOWN_FLAGS` for another bit, `MAPI_E_INVALID_PARAMETER` for no number
 */
export function requireFlags(flags: number, known: number): number {
  if (!Number.isInteger(flags)) throw new ComError(MAPI_E_INVALID_PARAMETER, 'ulFlags is no number');
  const unknown = (flags & ~known) >>> 0;
  if (unknown !== 0) throw new ComError(MAPI_E_UNKNOWN_FLAGS, `ulFlags has unknown bits: 0x${unknown.toString(16)}`);
  return flags >>> 0;
}

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
