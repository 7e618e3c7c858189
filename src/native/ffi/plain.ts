import { hresult } from '../../com/index.js';
import type { NativeType } from './declaration.js';

/** What the packages that call functions take and answer for one value. */
export type Plain = number | bigint | string | null | undefined;

/**
 * A value as TypeScript has it.
 *
 * @param type its C type
 * @param value what the package answered; 64 bits may be a number, a bigint or a text
 */
export function fromPlain(type: NativeType | undefined, value: Plain): unknown {
  switch (type) {
    case 'pointer':
    case 'LARGE_INTEGER':
      return BigInt(value ?? 0);
    case 'BOOL':
      return value !== 0;
    case 'HRESULT':
      return hresult(value as number);
    case 'void':
      return undefined;
    default:
      return value ?? null;
  }
}
