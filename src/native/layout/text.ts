import type { CType, PointerSize } from './ctype.js';

const width = (pointer: PointerSize): number => pointer;

/** Text behind a pointer: 8 bits in the code page of the border, 16 bits, or as MAPI_UNICODE says. */
const text = (name: string, wide: boolean | 'by flag'): CType<string | null> =>
  Object.freeze({
    name,
    size: width,
    align: width,
    read(from, bytes, at) {
      const address = from.address(bytes, at);
      if (address === 0n) return null;
      return (wide === 'by flag' ? from.unicode : wide) ? from.text16(address) : from.text8(address);
    },
    write(to, at, value) {
      if (value === null || value === undefined) return;
      to.pointer(at, (wide === 'by flag' ? to.unicode : wide) ? to.text16(value) : to.text8(value));
    },
  } satisfies CType<string | null>);

export const LPSTR: CType<string | null> = text('LPSTR', false);
export const LPWSTR: CType<string | null> = text('LPWSTR', true);
export const LPTSTR: CType<string | null> = text('LPTSTR', 'by flag');

/** An array of characters inside a structure; what does not fit before its NUL is cut off. */
export const characters = (length: number): CType<string> =>
  Object.freeze({
    name: `CHAR[${length}]`,
    size: () => length,
    align: () => 1,
    read(from, bytes, at) {
      const field = bytes.subarray(at, at + length);
      const end = field.indexOf(0);
      return from.decode8(end < 0 ? field : field.subarray(0, end));
    },
    write: (to, at, value) => to.characters(at, length, value),
  } satisfies CType<string>);
