import { type Guid, type HResult, hresult } from '../../com/index.js';
import {
  type AdrEntry,
  isInstance,
  isMultiValued,
  PropRow,
  type PropTag,
  type PropValue,
  PT_APPTIME,
  PT_BINARY,
  PT_BOOLEAN,
  PT_CLSID,
  PT_CURRENCY,
  PT_DOUBLE,
  PT_ERROR,
  PT_FLOAT,
  PT_I8,
  PT_LONG,
  PT_NULL,
  PT_OBJECT,
  PT_SHORT,
  PT_STRING8,
  PT_SYSTIME,
  PT_UNICODE,
  type SPropProblem,
  singleType,
} from '../../mapi/index.js';
import type { Reading, Writing } from '../memory.js';
import type { CType, PointerSize } from './ctype.js';
import { DOUBLE, FILETIME, FLOAT, GUID, LARGE_INTEGER, LONG, SHORT, SHORT_BOOL, ULONG, ULONG_PTR } from './scalars.js';
import { counted, flexible, pointer, structure } from './structure.js';
import { LPSTR, LPWSTR } from './text.js';

/** A run of bytes with its length: SBinary. In a value, NULL is a run of none. */
export const SBINARY: CType<Uint8Array> = wrapped(
  structure<{ lpb: Uint8Array | null }>('SBinary', { cb: ULONG, lpb: counted('cb', 'bytes') }),
  ({ lpb }) => lpb ?? new Uint8Array(0),
  (lpb) => ({ lpb }),
);

const orEmpty = (type: CType<string | null>): CType<string> =>
  wrapped(
    type,
    (value) => value ?? '',
    (value) => value,
  );

/** The members of the union by property type; many values are an array of the same. */
const members: ReadonlyMap<number, CType> = new Map<number, CType>([
  [PT_SHORT, SHORT],
  [PT_LONG, LONG],
  [PT_FLOAT, FLOAT],
  [PT_DOUBLE, DOUBLE],
  [PT_APPTIME, DOUBLE],
  [PT_CURRENCY, LARGE_INTEGER],
  [PT_I8, LARGE_INTEGER],
  [PT_ERROR, LONG],
  [PT_BOOLEAN, SHORT_BOOL],
  [PT_OBJECT, ULONG_PTR],
  [PT_STRING8, orEmpty(LPSTR)],
  [PT_UNICODE, orEmpty(LPWSTR)],
  [PT_SYSTIME, FILETIME],
  [PT_CLSID, pointer<Guid>(GUID)],
  [PT_BINARY, SBINARY],
]);

const VALUE = 8; // ulPropTag and dwAlignPad come before it

/** One property: its tag, padding, and the union that the tag tells how to read. @spec spropvalue */
export const SPROPVALUE: CType<PropValue> = Object.freeze({
  name: 'SPropValue',
  size: (width: PointerSize) => (width === 8 ? 24 : 16),
  align: () => 8,
  read(from, bytes, at) {
    const tag = bytes.readUInt32LE(at) as PropTag;
    return Object.freeze([tag, readValue(from, bytes, at + VALUE, tag)] as const);
  },
  write(to, at, [tag, value]) {
    to.memory.writeUInt32LE(tag, at);
    const type = singleType(tag);
    const member = members.get(type);
    if (!member || value === null) return;
    if (!isMultiValued(tag) || isInstance(tag)) return member.write(to, at + VALUE, value);
    const list = value as readonly unknown[];
    const target = to.array(elementOf(type, member), list);
    to.memory.writeUInt32LE(list.length, at + VALUE);
    to.pointer(at + VALUE + to.pointerSize, target);
  },
} satisfies CType<PropValue>);

function readValue(from: Reading, bytes: Buffer, at: number, tag: PropTag): unknown {
  const type = singleType(tag);
  const member = members.get(type);
  // PT_NULL has no value, PT_UNSPECIFIED and unknown types have none that could be read.
  if (!member || type === PT_NULL) return null;
  if (!isMultiValued(tag) || isInstance(tag))
    return type === PT_ERROR ? errorAt(bytes, at) : member.read(from, bytes, at);
  const address = from.address(bytes, at + from.pointerSize);
  return address === 0n ? [] : from.array(address, bytes.readUInt32LE(at), elementOf(type, member));
}

// GUIDs stand in their array themselves; as a single value there is a pointer to one.
const elementOf = (type: number, member: CType): CType => (type === PT_CLSID ? GUID : member);

const errorAt = (bytes: Buffer, at: number): HResult => hresult(bytes.readInt32LE(at));

/** @spec sproptagarray */
export const SPROPTAGARRAY: CType<readonly PropTag[]> = flexible<number, readonly PropTag[]>('SPropTagArray', ULONG, {
  words: 0,
  wrap: (elements) => elements as readonly number[] as readonly PropTag[],
  unwrap: (tags) => ({ elements: tags, words: [] }),
});

/** @spec spropproblemarray */
export const SPROPPROBLEMARRAY: CType<readonly SPropProblem[]> = problems(
  flexible(
    'SPropProblemArray',
    structure<SPropProblem>('SPropProblem', { ulIndex: ULONG, ulPropTag: ULONG, scode: LONG }),
  ),
);

/**
 * A row of a table or an entry of an address list: padding, a count, and properties in a block of their own, which FreeProws and
 * FreePadrlist free one by one.
 */
const propertiesApart = <T>(name: string, make: (props: PropValue[]) => T, take: (value: T) => readonly PropValue[]) =>
  Object.freeze({
    name,
    size: (width: PointerSize) => 8 + width,
    align: (width: PointerSize) => width,
    read(from: Reading, bytes: Buffer, at: number): T {
      const address = from.address(bytes, at + 8);
      const props = address === 0n ? [] : from.array(address, bytes.readUInt32LE(at + 4), SPROPVALUE);
      if (address !== 0n) from.blocks?.push(address);
      return make(props);
    },
    write(to: Writing, at: number, value: T): void {
      const props = take(value);
      to.memory.writeUInt32LE(props.length, at + 4);
      if (props.length > 0) to.separate(at + 8, (into) => void into.array(SPROPVALUE, props));
    },
  } satisfies CType<T>);

/** @spec srow */
export const SROW: CType<PropRow> = propertiesApart('SRow', PropRow.fromProps, (row) => row.toProps());
/** @spec srowset */
export const SROWSET: CType<readonly PropRow[]> = flexible('SRowSet', SROW);
const ADRENTRY: CType<AdrEntry> = propertiesApart<AdrEntry>(
  'ADRENTRY',
  (props) => props,
  (entry) => entry,
);
/** @spec adrlist */
export const ADRLIST: CType<AdrEntry[]> = flexible<AdrEntry, AdrEntry[]>('ADRLIST', ADRENTRY, {
  words: 0,
  wrap: (elements) => elements,
  unwrap: (list) => ({ elements: list, words: [] }),
});
/** One entry by itself. @spec adrentry */
export const ADRENTRY_LAYOUT: CType<AdrEntry> = ADRENTRY;

/** A list that is NULL when it is empty, as lists of problems are. */
export function problems<E>(type: CType<readonly E[]>): CType<readonly E[]> {
  return Object.freeze({ ...type, ofNull: [], isNull: (list: readonly E[]) => list.length === 0 });
}

/** A type whose TypeScript value is made of that of another. */
export function wrapped<C, T>(type: CType<C>, wrap: (value: C) => T, unwrap: (value: T) => C): CType<T> {
  return Object.freeze({
    name: type.name,
    size: type.size,
    align: type.align,
    read: (from, bytes, at) => wrap(type.read(from, bytes, at)),
    write: (to, at, value) => type.write(to, at, unwrap(value)),
  } satisfies CType<T>);
}
