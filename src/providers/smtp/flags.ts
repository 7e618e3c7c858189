import { ComError } from '../../com/index.js';
import { MAPI_E_INVALID_PARAMETER, MAPI_E_UNKNOWN_FLAGS } from '../../mapi/index.js';

/**
 * Checks flags.
 *
 * @param flags what the caller gave
 * @param known all bits that mean something
 * @returns the flags, unsigned
 * @throws {ComError} `MAPI_E_UNKNOWN_FLAGS` for a bit that means nothing, `MAPI_E_INVALID_PARAMETER` for no number
 */
export function requireFlags(flags: number, known: number): number {
  if (!Number.isInteger(flags)) throw new ComError(MAPI_E_INVALID_PARAMETER, `ulFlags is ${String(flags)}`);
  const unknown = (flags & ~known) >>> 0;
  if (unknown !== 0) throw new ComError(MAPI_E_UNKNOWN_FLAGS, `ulFlags has unknown bits: 0x${unknown.toString(16)}`);
  return flags >>> 0;
}
