import { type Guid, guidFromBytes, guidToBytes } from '../../com/index.js';
import type { CType, PointerSize, Scalar } from './ctype.js';

const integer = (name: string, size: 1 | 2 | 4 | 8, signed: boolean): Scalar<number> => {
  const bits = size * 8;
  const wrap = (value: bigint): number => Number(signed ? BigInt.asIntN(bits, value) : BigInt.asUintN(bits, value));
  return fixed(name, size, {
    fromBits: wrap,
    toBits: (value) => BigInt.asUintN(bits, BigInt(value ?? 0)),
  });
};

const large = (name: string, signed: boolean): Scalar<bigint> =>
  fixed(name, 8, {
    fromBits: (bits) => (signed ? BigInt.asIntN(64, bits) : BigInt.asUintN(64, bits)),
    toBits: (value) => BigInt.asUintN(64, BigInt(value ?? 0)),
  });

const truth = (name: string, size: 1 | 2 | 4): Scalar<boolean> =>
  fixed(name, size, {
    fromBits: (bits) => BigInt.asUintN(size * 8, bits) !== 0n,
    toBits: (value) => (value ? 1n : 0n),
  });

function fixed<T>(
  name: string,
  size: 1 | 2 | 4 | 8,
  { fromBits, toBits }: Pick<Scalar<T>, 'fromBits' | 'toBits'>,
): Scalar<T> {
  return Object.freeze({
    name,
    size: () => size,
    align: () => size,
    read: (_from: unknown, bytes: Buffer, at: number) => fromBits(loadBits(bytes, at, size)),
    write: (to: { readonly memory: Buffer }, at: number, value: T) => storeBits(to.memory, at, size, toBits(value)),
    fromBits,
    toBits,
  });
}

function loadBits(bytes: Buffer, at: number, size: number): bigint {
  return size === 8 ? bytes.readBigUInt64LE(at) : BigInt(bytes.readUIntLE(at, size));
}

function storeBits(bytes: Buffer, at: number, size: number, bits: bigint): void {
  if (size === 8) bytes.writeBigUInt64LE(bits, at);
  else bytes.writeUIntLE(Number(bits), at, size);
}

export const ULONG: Scalar<number> = integer('ULONG', 4, false);
export const LONG: Scalar<number> = integer('LONG', 4, true);
export const USHORT: Scalar<number> = integer('USHORT', 2, false);
export const SHORT: Scalar<number> = integer('SHORT', 2, true);
export const BYTE: Scalar<number> = integer('BYTE', 1, false);
export const BOOL: Scalar<boolean> = truth('BOOL', 4);
export const BOOLEAN: Scalar<boolean> = truth('BOOLEAN', 1);
/** VARIANT_BOOL of a property value: 16 bits. */
export const SHORT_BOOL: Scalar<boolean> = truth('SHORT_BOOL', 2);
export const LARGE_INTEGER: Scalar<bigint> = large('LARGE_INTEGER', true);
export const ULARGE_INTEGER: Scalar<bigint> = large('ULARGE_INTEGER', false);
/** Two DWORDs, so that it stands on a boundary of four. */
export const FILETIME: Scalar<bigint> = Object.freeze({ ...ULARGE_INTEGER, name: 'FILETIME', align: () => 4 });

/** A number as wide as a pointer: ULONG_PTR, handles of windows, tokens. Addresses fit a number of JavaScript. */
export const ULONG_PTR: Scalar<number> = Object.freeze({
  name: 'ULONG_PTR',
  size: (pointer: PointerSize) => pointer,
  align: (pointer: PointerSize) => pointer,
  read: (from, bytes, at) => Number(from.address(bytes, at)),
  write: (to, at, value) => to.address(at, BigInt.asUintN(to.pointerSize * 8, BigInt(value ?? 0))),
  fromBits: (bits) => Number(bits),
  toBits: (value) => BigInt(value ?? 0),
} satisfies Scalar<number>);

/** What only native code understands (a context, the address of a function): null for NULL, else the address itself. */
export const OPAQUE: Scalar<bigint | null> = Object.freeze({
  name: 'LPVOID',
  size: (pointer: PointerSize) => pointer,
  align: (pointer: PointerSize) => pointer,
  read: (from, bytes, at) => OPAQUE.fromBits(from.address(bytes, at)),
  write: (to, at, value) => to.address(at, OPAQUE.toBits(value)),
  fromBits: (bits) => (bits === 0n ? null : bits),
  toBits: (value) => (typeof value === 'bigint' ? value : 0n),
} satisfies Scalar<bigint | null>);

const floating = (name: string, size: 4 | 8): CType<number> =>
  Object.freeze({
    name,
    size: () => size,
    align: () => size,
    read: (_from: unknown, bytes: Buffer, at: number) => (size === 4 ? bytes.readFloatLE(at) : bytes.readDoubleLE(at)),
    write: (to: { readonly memory: Buffer }, at: number, value: number) =>
      void (size === 4 ? to.memory.writeFloatLE(value, at) : to.memory.writeDoubleLE(value, at)),
  });
export const FLOAT: CType<number> = floating('float', 4);
export const DOUBLE: CType<number> = floating('double', 8);

/** Sixteen bytes: GUID, CLSID, MAPIUID. */
export const GUID: CType<Guid> = Object.freeze({
  name: 'GUID',
  size: () => 16,
  align: () => 4,
  read: (_from: unknown, bytes: Buffer, at: number) => guidFromBytes(bytes.subarray(at, at + 16)),
  write: (to: { readonly memory: Buffer }, at: number, value: Guid) => to.memory.set(guidToBytes(value), at),
});
