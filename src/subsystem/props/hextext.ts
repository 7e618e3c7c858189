/**
 * Reads bytes that are written as hexadecimal digits.
 *
 * @param sz the digits, two for each byte, in either case
 * @returns the bytes; null for what is no such text, where the original answers FALSE
 * @spec fbinfromhex
 */
export const FBinFromHex = (sz: string): Uint8Array | null =>
  /^(?:[0-9a-f]{2})*$/i.test(sz) ? Uint8Array.from(Buffer.from(sz, 'hex')) : null;

/**
 * Writes bytes as hexadecimal digits.
 *
 * @param pb the bytes; the count of the original folds into them
 * @returns two digits for each byte, in capitals
 * @spec hexfrombin
 */
export const HexFromBin = (pb: Uint8Array): string => Buffer.from(pb).toString('hex').toUpperCase();
