import { ComError } from '../../com/index.js';
import { MAPI_E_INVALID_PARAMETER, MAPI_E_UNKNOWN_FLAGS } from '../../mapi/index.js';

/**
 * Checks flags.
 *
 * @param flags what the caller gave
 * @param known all bits that mean something
 * @returns the flags
 * @throws {ComError} `MAPI_E_UNKNOWN_FLAGS` for a bit that means nothing, `MAPI_E_INVALID_PARAMETER` for no number
 */
export function requireFlags(flags: number, known: number): number {
  if (!Number.isInteger(flags)) throw new ComError(MAPI_E_INVALID_PARAMETER, `ulFlags is ${String(flags)}`);
  if ((flags & ~known) !== 0) throw new ComError(MAPI_E_UNKNOWN_FLAGS, `ulFlags is 0x${(flags >>> 0).toString(16)}`);
  return flags;
}
