import { randomUUID } from 'node:crypto';
import { E_INVALIDARG } from './codes.js';
import { ComError } from './error.js';

declare const brand: unique symbol;

/** A GUID in its registry form: braces, capitals, `{0DF2C7E2-3435-11D0-81D0-00C04FD85AB4}`. Equal GUIDs are `===`. */
export type Guid = string & { readonly [brand]: 'GUID' };

const form = /^(\{)?([0-9a-f]{8})-([0-9a-f]{4})-([0-9a-f]{4})-([0-9a-f]{4})-([0-9a-f]{12})(\})?$/i;

/**
 * Reads a GUID in text form, with or without braces, in either case.
 *
 * @param text the text
 * @returns the normal form
 * @throws {ComError} `E_INVALIDARG` when the text is no GUID
 */
export function guid(text: string): Guid {
  const parts = typeof text === 'string' ? form.exec(text) : null;
  if (!parts || (parts[1] === undefined) !== (parts[7] === undefined))
    throw new ComError(
      E_INVALIDARG,
      `not a GUID: ${typeof text === 'string' ? JSON.stringify(text.slice(0, 64)) : typeof text}`,
    );
  return `{${parts.slice(2, 7).join('-').toUpperCase()}}` as Guid;
}

/** The GUID of nothing: all zeroes. */
export const GUID_NULL: Guid = guid('00000000-0000-0000-0000-000000000000');

/**
 * A new random GUID (version 4).
 *
 * @returns another one on each call
 */
export const newGuid = (): Guid => `{${randomUUID().toUpperCase()}}` as Guid;

/**
 * The sixteen bytes of a GUID as Windows lays them out: the first three fields little-endian, the rest as printed.
 *
 * @param value the GUID
 * @returns sixteen bytes
 */
export function guidToBytes(value: Guid): Uint8Array {
  const hex = Buffer.from(value.replace(/[{}-]/g, ''), 'hex');
  return swapFields(hex);
}

/**
 * Reads sixteen bytes in Windows' layout.
 *
 * @param bytes at least sixteen bytes; more are ignored
 * @returns the normal form
 * @throws {ComError} `E_INVALIDARG` when there are fewer
 */
export function guidFromBytes(bytes: Uint8Array): Guid {
  if (bytes.length < 16) throw new ComError(E_INVALIDARG, `a GUID has 16 bytes, not ${bytes.length}`);
  const hex = Buffer.from(swapFields(bytes)).toString('hex').toUpperCase();
  const parts = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)];
  return `{${parts.join('-')}}` as Guid;
}

// Reversing each of the first three fields is its own inverse, so one function serves both directions.
function swapFields(bytes: Uint8Array): Uint8Array {
  const swapped = new Uint8Array(16);
  for (let at = 0; at < 16; at++) swapped[at] = bytes[order[at] as number] ?? 0;
  return swapped;
}

const order = [3, 2, 1, 0, 5, 4, 7, 6, 8, 9, 10, 11, 12, 13, 14, 15];
