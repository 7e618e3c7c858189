import { type AnyIid, ComError, E_INVALIDARG, type IUnknown, type Parameter, type Slot } from '../com/index.js';
import { MAPI_E_INTERFACE_NOT_SUPPORTED, MAPI_E_NO_SUPPORT, MAPI_UNICODE } from '../mapi/index.js';
import { type CType, isScalar } from './layout/ctype.js';
import { GUID } from './layout/scalars.js';
import { Reading } from './memory.js';
import type { Native } from './native.js';
import { type Kind, wordsOf } from './parameters.js';

/** The arguments of one native call on a TypeScript object. */
export interface Given {
  /** What the TypeScript method gets. */
  readonly args: readonly unknown[];
  /** The value of an input by its parameter's name. */
  readonly values: ReadonlyMap<string, unknown>;
  /** The raw argument of a parameter: an address in most cases. */
  word(name: string | null): bigint;
  /** What a parameter counts: its value, or what it points to. */
  count(name: string | null): number;
  /** Whether `LPTSTR` is UTF-16 in this call. */
  readonly unicode: boolean;
  /** Blocks of the caller that a method with an argument in both directions may replace. */
  readonly replaceable: readonly bigint[];
  /** Gives back the references that were taken for the call. */
  giveBack(): void;
}

/**
 * Reads every argument before the method runs: afterwards the caller's memory is touched by the answer alone.
 *
 * @returns null when a pointer that must not be NULL is
 */
export function readArguments(native: Native, called: Slot, words: BigUint64Array, home: number): Given | null {
  const { parameters, inputs, outputs } = called.signature;
  const kinds = new Map(parameters.map((p) => [p.name, native.parameters.kindOf(p)]));
  for (const kind of kinds.values())
    if (kind.kind === 'unknown')
      throw new ComError(
        MAPI_E_NO_SUPPORT,
        `${called.name} cannot be called by native code: no layout for ${kind.type}`,
      );
  const raw = rawWords(native, parameters, kinds, words);
  const word = (name: string | null): bigint => (name === null ? 0n : (raw.get(name) ?? 0n));
  if (outputs.some((p) => word(p.name) === 0n && !p.unique)) return null;

  const count = (name: string | null): number => {
    const kind = name === null ? undefined : kinds.get(name);
    if (kind?.kind !== 'place') return Number(BigInt.asUintN(32, word(name)));
    const address = word(name);
    return address === 0n ? 0 : native.peek(address, 4).readUInt32LE(0);
  };
  const unicode = isUnicode(parameters, (name) => Number(BigInt.asUintN(32, word(name))));
  const release: Disposable[] = [];
  const replaceable: bigint[] = [];
  const values = new Map<string, unknown>();
  // IIDs come first, for an interface pointer may stand before the parameter that names its interface.
  const inOrder = [...inputs].sort((a, b) => Number(isIid(kinds.get(b.name))) - Number(isIid(kinds.get(a.name))));
  for (const p of inOrder) {
    const reading = new Reading(native, unicode, home, release, p.out ? replaceable : null);
    values.set(p.name, read(native, reading, p, kinds.get(p.name) as Kind, word(p.name), count(p.sizeIs), values));
  }
  return {
    args: inputs.map((p) => values.get(p.name)),
    values,
    word,
    count,
    unicode,
    replaceable,
    giveBack: () => {
      for (const held of release.splice(0)) held[Symbol.dispose]();
    },
  };
}

/** Whether a call's `LPTSTR` is UTF-16: its flags say MAPI_UNICODE. */
export function isUnicode(parameters: readonly Parameter[], numberOf: (name: string) => number): boolean {
  const flags = parameters.find((p) => p.name === 'ulFlags' && p.stars === 0);
  return flags !== undefined && (numberOf(flags.name) & MAPI_UNICODE) !== 0;
}

const isIid = (kind: Kind | undefined): boolean => kind?.kind === 'iid';

function rawWords(
  native: Native,
  parameters: readonly Parameter[],
  kinds: ReadonlyMap<string, Kind>,
  words: BigUint64Array,
): ReadonlyMap<string, bigint> {
  const raw = new Map<string, bigint>();
  let at = 0;
  for (const p of parameters) {
    const wide = wordsOf(kinds.get(p.name) as Kind, native.pointerSize) === 2;
    raw.set(p.name, wide ? (words[at] ?? 0n) | ((words[at + 1] ?? 0n) << 32n) : (words[at] ?? 0n));
    at += wide ? 2 : 1;
  }
  return raw;
}

function read(
  native: Native,
  from: Reading,
  p: Parameter,
  kind: Kind,
  word: bigint,
  count: number,
  values: ReadonlyMap<string, unknown>,
): unknown {
  switch (kind.kind) {
    case 'value':
      return isScalar(kind.type) ? kind.type.fromBits(word) : kind.type.read(from, wordBytes(word), 0);
    case 'place':
      if (word === 0n) return null;
      return from.at(word, kind.type);
    case 'made':
      return word === 0n ? null : behind(from, word, (address) => from.at(address, kind.type));
    case 'array':
      return word === 0n ? null : elements(from, word, count, kind.type);
    case 'madeArray':
      return word === 0n ? null : behind(from, word, (address) => elements(from, address, count, kind.type));
    case 'iid':
      return word === 0n ? null : knownIid(native, word);
    case 'iids':
      return word === 0n ? null : iidsAt(native, from, word, count);
    case 'interface': {
      const iid = kind.iid ?? (values.get(p.iidIs ?? '') as AnyIid | null | undefined);
      if (!iid) throw new ComError(E_INVALIDARG, `${p.name} is a pointer to an interface that is not named`);
      return held(from, native.import<IUnknown>(word, iid, from.home));
    }
    default:
      throw new ComError(MAPI_E_NO_SUPPORT, `${p.name} cannot come in`);
  }
}

function held(from: Reading, pointer: IUnknown | null): IUnknown | null {
  if (pointer) from.release.push(pointer);
  return pointer;
}

// Both what stands there and what will be put there in its place.
function behind(from: Reading, word: bigint, read: (address: bigint) => unknown): unknown {
  const address = from.address(from.bytes(word, from.pointerSize), 0);
  if (address === 0n) return null;
  from.blocks?.push(address);
  return read(address);
}

const elements = (from: Reading, address: bigint, count: number, type: CType | 'bytes'): unknown =>
  type === 'bytes' ? Uint8Array.from(from.bytes(address, count)) : from.array(address, count, type);

function knownIid(native: Native, address: bigint): AnyIid {
  const iid = native.iidAt(address);
  if (!iid)
    throw new ComError(MAPI_E_INTERFACE_NOT_SUPPORTED, 'native code asks for an interface that is not declared here');
  return iid;
}

// An interface that nobody here knows excludes nothing that is here.
const iidsAt = (native: Native, from: Reading, address: bigint, count: number): AnyIid[] =>
  from.array(address, count, GUID).flatMap((guid) => native.interfaces.of(guid) ?? []);

function wordBytes(word: bigint): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(word);
  return bytes;
}
