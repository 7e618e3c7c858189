import { E_INVALIDARG, STG_E_INVALIDPOINTER } from '../codes.js';
import { ComError } from '../error.js';

/**
 * An integer argument of 64 bits, given as a number or a bigint.
 *
 * @throws {ComError} `E_INVALIDARG` when it is neither or has a fraction
 */
export function requireInteger(value: unknown, name: string): bigint {
  if (typeof value === 'bigint') return value;
  if (typeof value === 'number' && Number.isInteger(value)) return BigInt(value);
  throw new ComError(E_INVALIDARG, `${name} is no integer`);
}

/**
 * An unsigned argument of 64 bits.
 *
 * @throws {ComError} `E_INVALIDARG` when it is none
 */
export function requireUnsigned(value: unknown, name: string): bigint {
  const integer = requireInteger(value, name);
  if (integer < 0n || integer > 0xffff_ffff_ffff_ffffn) throw new ComError(E_INVALIDARG, `${name} is out of range`);
  return integer;
}

/**
 * A count of bytes that fits 32 bits.
 *
 * @throws {ComError} `E_INVALIDARG` when it does not
 */
export function requireCount(value: unknown, name: string): number {
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 0xffff_ffff) return value;
  throw new ComError(E_INVALIDARG, `${name} is no count of bytes`);
}

/**
 * An argument that holds bytes.
 *
 * @throws {ComError} `STG_E_INVALIDPOINTER` when it does not
 */
export function requireBytes(value: unknown, name: string): Uint8Array {
  if (value instanceof Uint8Array) return value;
  throw new ComError(STG_E_INVALIDPOINTER, `${name} is no Uint8Array`);
}
