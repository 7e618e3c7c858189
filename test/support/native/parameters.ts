import { type Iid, ISequentialStream, IStream, IUnknown, type Parameter } from '../../../src/com/index.js';
import { IInternetTransport, ISMTPCallback, ISMTPTransport, ISMTPTransport2 } from '../../../src/imnxport/index.js';
import { type Structure, structures } from './structures.js';

/** A value that fits one register, or two words of the stack where pointers have 32 bits. */
export interface Scalar {
  readonly size: 4 | 8;
  readonly read: (bits: bigint) => unknown;
  readonly write: (value: unknown) => bigint;
}

/** What a parameter is in memory; prototypes say it by their types alone. */
export type Kind =
  | { readonly kind: 'scalar'; readonly scalar: Scalar }
  | { readonly kind: 'place'; readonly scalar: Scalar }
  | { readonly kind: 'text' }
  | { readonly kind: 'bytes' }
  | { readonly kind: 'structure'; readonly structure: Structure }
  | { readonly kind: 'pointer'; readonly iid: Iid<IUnknown> }
  | { readonly kind: 'pointerOut'; readonly iid: Iid<IUnknown> };

const unsigned: Scalar = {
  size: 4,
  read: (bits) => Number(BigInt.asUintN(32, bits)),
  write: (value) => BigInt.asUintN(32, BigInt(value as number)),
};
const signed: Scalar = { ...unsigned, read: (bits) => Number(BigInt.asIntN(32, bits)) };
const byte: Scalar = {
  size: 4,
  read: (bits) => (bits & 0xffn) !== 0n,
  write: (value) => (value ? 1n : 0n),
};
const large: Scalar = {
  size: 8,
  read: (bits) => BigInt.asIntN(64, bits),
  write: (value) => BigInt.asUintN(64, BigInt(value as bigint | number)),
};
const largeUnsigned: Scalar = { ...large, read: (bits) => BigInt.asUintN(64, bits) };

const scalars: ReadonlyMap<string, Scalar> = new Map([
  ['ULONG', unsigned],
  ['DWORD', unsigned],
  ['UINT', unsigned],
  ['INT', signed],
  ['HRESULT', signed],
  ['boolean', byte],
  ['LARGE_INTEGER', large],
  ['ULARGE_INTEGER', largeUnsigned],
  ...['IXPTYPE', 'IXPSTATUS', 'IXPISSTATE', 'CMDTYPE', 'INETADDRTYPE'].map((name) => [name, unsigned] as const),
]);

/** The interfaces that this marshalling knows, by IID and by name. */
// biome-ignore lint/suspicious/noExplicitAny: interfaces of every kind.
export const interfaces: readonly Iid<any>[] = [
  IUnknown,
  ISequentialStream,
  IStream,
  IInternetTransport,
  ISMTPTransport,
  ISMTPTransport2,
  ISMTPCallback,
];

/** What a parameter is, or a TypeError for a type that this marshalling does not know. */
export function kindOf(parameter: Parameter): Kind {
  const type = parameter.type.replace(/^const\s+/, '');
  const { stars } = parameter;
  if (parameter.sizeIs !== null && type === 'void') return { kind: 'bytes' };
  if (stars === 0 && (type === 'LPSTR' || type === 'LPCSTR')) return { kind: 'text' };
  const structure = structures.get(stars === 0 ? type.replace(/^LP/, '') : stars === 1 ? type : '');
  if (structure) return { kind: 'structure', structure };
  const iid = interfaces.find((known) => known.name === type);
  if (iid && stars === 1) return { kind: 'pointer', iid };
  if (iid && stars === 2) return { kind: 'pointerOut', iid };
  const scalar = scalars.get(type);
  if (scalar && stars === 0) return { kind: 'scalar', scalar };
  if (scalar && stars === 1) return { kind: 'place', scalar };
  throw new TypeError(`no marshalling for ${type}${'*'.repeat(stars)} ${parameter.name}`);
}

/** How many words a parameter takes. */
export function wordsOf(parameter: Parameter, pointerSize: number): number {
  const wide = /^U?LARGE_INTEGER$/.test(parameter.type) && parameter.stars === 0;
  return wide && pointerSize === 4 ? 2 : 1;
}
