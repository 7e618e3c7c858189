import { ComError } from '../../com/index.js';
import { MAPI_E_INVALID_PARAMETER, MAPI_E_UNKNOWN_FLAGS } from '../../mapi/index.js';

/**
 * An argument in the words of an error: callers pass what they like, and not all of it can be made a text.
 *
 * @param argument what the caller gave
 */
export const shown = (argument: unknown): string =>
  typeof argument === 'string' ? argument : `(${argument === null ? 'null' : typeof argument})`;

/**
 * Checks flags.
 *
 * @param flags what the caller gave
 * @param known all bits that mean something
 * @returns the flags, unsigned
 * @throws {ComError} `MAPI_E_UNKNOWN_FLAGS` for a bit that means nothing, `MAPI_E_INVALID_PARAMETER` for no number
 */
export function requireFlags(flags: number, known: number): number {
  // What is more than a ULONG would lose its upper bits, and pass.
  if (!Number.isInteger(flags) || (flags >>> 0 !== flags && (flags | 0) !== flags))
    throw new ComError(MAPI_E_INVALID_PARAMETER, 'ulFlags is no 32-bit number');
  const unknown = (flags & ~known) >>> 0;
  if (unknown !== 0) throw new ComError(MAPI_E_UNKNOWN_FLAGS, `ulFlags has unknown bits: 0x${unknown.toString(16)}`);
  return flags >>> 0;
}

/**
 * Checks an array that must not be empty.
 *
 * @param array what the caller gave
 * @param name the parameter's documented name
 * @throws {ComError} `MAPI_E_INVALID_PARAMETER` when it is no array or empty
 */
export function requireSome<T>(array: readonly T[], name: string): readonly T[] {
  if (Array.isArray(array) && array.length > 0) return array;
  throw new ComError(MAPI_E_INVALID_PARAMETER, `${name} must be an array with at least one element`);
}

/**
 * Checks property tags.
 *
 * @param tags what the caller gave
 * @param name the parameter's documented name
 * @throws {ComError} `MAPI_E_INVALID_PARAMETER` when it is empty or not all are tags
 */
export function requireTags<T extends number>(tags: readonly T[], name: string): readonly T[] {
  requireSome(tags, name);
  // Called with every GetProps: an iterator would make an object for each tag.
  for (let at = 0; at < tags.length; at++) requireTag(tags[at] as T, name);
  return tags;
}

/**
 * Checks one property tag.
 *
 * @param tag what the caller gave
 * @param name the parameter's documented name
 * @throws {ComError} `MAPI_E_INVALID_PARAMETER` when it is none
 */
export function requireTag<T extends number>(tag: T, name: string): T {
  if (Number.isInteger(tag) && tag >= 0 && tag <= 0xffffffff) return tag;
  throw new ComError(MAPI_E_INVALID_PARAMETER, `${name} holds something that is no property tag`);
}
