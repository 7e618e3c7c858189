import type { AnyIid, Parameter } from '../com/index.js';
import type { Interfaces } from './interfaces.js';
import { STATSTG_LAYOUT } from './layout/com.js';
import { type CType, isScalar, type PointerSize, type Scalar } from './layout/ctype.js';
import {
  INETSERVER_LAYOUT,
  IXPRESULT_LAYOUT,
  SMTPMESSAGE_LAYOUT,
  SMTPMESSAGE2_LAYOUT,
  SMTPRESPONSE_LAYOUT,
} from './layout/imnxport.js';
import { mapiStructures } from './layout/mapi.js';
import {
  BOOL,
  BOOLEAN,
  GUID,
  LARGE_INTEGER,
  LONG,
  OPAQUE,
  ULARGE_INTEGER,
  ULONG,
  ULONG_PTR,
  USHORT,
} from './layout/scalars.js';
import { pointer } from './layout/structure.js';
import { LPSTR, LPTSTR, LPWSTR } from './layout/text.js';

/**
 * What an argument is, and what it leads to.
 *
 * - `value`: the argument itself, or a pointer to it, all of which is read at once
 * - `place`: a pointer to memory of the caller, where the callee puts a value, perhaps after reading one there
 * - `made`: a pointer to where the callee puts a pointer to what it allocates
 * - `array`: a pointer to as many elements as another parameter says; `madeArray`: such a one, allocated by the callee
 * - `buffer`: memory of the caller that the callee fills
 * - `interface` and `interfaceOut`: an interface pointer, of a known interface or of the one that another parameter names
 * - `iid`: a pointer to an IID; `iids`: an array of them
 * - `unknown`: a type without a layout; methods that have one cannot cross the border
 */
export type Kind =
  | { readonly kind: 'value'; readonly type: CType }
  | { readonly kind: 'place' | 'made'; readonly type: CType }
  | { readonly kind: 'array' | 'madeArray'; readonly type: CType | 'bytes' }
  | { readonly kind: 'buffer'; readonly text: boolean }
  | { readonly kind: 'interface' | 'interfaceOut'; readonly iid: AnyIid | null }
  | { readonly kind: 'iid' | 'iids' }
  | { readonly kind: 'allocator'; readonly which: Allocator }
  | { readonly kind: 'unknown'; readonly type: string };

/** The three functions that hand out memory to providers. */
export type Allocator = 'MAPIAllocateBuffer' | 'MAPIAllocateMore' | 'MAPIFreeBuffer';

/** Tells what parameters are, by their types alone. */
export class Parameters {
  readonly #interfaces: Interfaces;
  readonly #known = new Map<Parameter, Kind>();

  constructor(interfaces: Interfaces) {
    this.#interfaces = interfaces;
  }

  /** What a parameter is. */
  kindOf(parameter: Parameter): Kind {
    let kind = this.#known.get(parameter);
    if (!kind) {
      kind = this.#find(parameter);
      this.#known.set(parameter, kind);
    }
    return kind;
  }

  #find(p: Parameter): Kind {
    const type = p.type.replace(/^const\s+/, '');
    if (iidTypes.has(type) && p.stars === 0) return { kind: p.sizeIs === null ? 'iid' : 'iids' };
    const allocator = allocators.get(type);
    if (allocator) return { kind: 'allocator', which: allocator };
    if (p.sizeIs !== null) return countedKind(p, type);
    const iid = this.#interfaces.named(type);
    const levels = iid && type === iid.name ? p.stars - 1 : p.stars;
    if (iid && levels === 0) return { kind: 'interface', iid: p.iidIs === null ? iid : null };
    if (iid && levels === 1) return { kind: 'interfaceOut', iid };
    if (p.iidIs !== null) return { kind: p.out ? 'interfaceOut' : 'interface', iid: null };
    return plainKind(p, type);
  }
}

/** How many words a parameter takes. */
export const wordsOf = (kind: Kind, width: PointerSize): 1 | 2 =>
  width === 4 && kind.kind === 'value' && isScalar(kind.type) && kind.type.size(4) === 8 ? 2 : 1;

function countedKind(p: Parameter, type: string): Kind {
  const { base, depth } = pointedTo(type, p.stars);
  if (byteTypes.has(base) && depth === 1 && p.in) return { kind: 'array', type: 'bytes' };
  if (byteTypes.has(base) && depth === 1) return { kind: 'buffer', text: false };
  if (byteTypes.has(base) && depth === 2) return { kind: 'madeArray', type: 'bytes' };
  const text = texts.get(type);
  if (text && p.stars === 0 && p.out) return { kind: 'buffer', text: true };
  if (text && p.stars === 2) return { kind: 'madeArray', type: text };
  const layout = structures.get(base);
  if (!layout) return unknown(p, type);
  // An array of pointers has one star more than an array of structures.
  if (p.out) return { kind: 'madeArray', type: depth === 3 ? pointer(layout) : layout };
  return { kind: 'array', type: depth === 2 ? pointer(layout) : layout };
}

function plainKind(p: Parameter, type: string): Kind {
  const scalar = scalars.get(type);
  if (scalar && p.stars === 0) return { kind: 'value', type: scalar };
  if (scalar && p.stars === 1) return { kind: 'place', type: scalar };
  const text = type === 'WCHAR' && p.stars === 1 ? LPWSTR : texts.get(type);
  if (text && (p.stars === 0 || type === 'WCHAR')) return { kind: 'value', type: text };
  if (type === 'REFCLSID') return { kind: 'value', type: pointer(GUID) };
  if (text && p.stars === 1) return { kind: 'made', type: text };
  const { base, depth } = pointedTo(type, p.stars);
  const layout = structures.get(base) ?? (depth === 1 ? scalars.get(base) : undefined);
  if (layout && depth === 1) return p.out ? { kind: 'place', type: layout } : { kind: 'value', type: pointer(layout) };
  if (layout && depth === 2) return { kind: 'made', type: layout };
  return unknown(p, type);
}

// `LPSPropValue` has a star in its name.
function pointedTo(type: string, stars: number): { readonly base: string; readonly depth: number } {
  const named = /^LPC?(?=[A-Z])/.test(type) && !scalars.has(type) && !texts.has(type);
  const base = type.replace(/^LP/, '');
  return named ? { base, depth: stars + 1 } : { base: type, depth: stars };
}

const unknown = (p: Parameter, type: string): Kind => ({
  kind: 'unknown',
  type: `${type} ${'*'.repeat(p.stars)}${p.name}`,
});

const iidTypes = new Set(['LPCIID', 'REFIID', 'LPIID']);
const byteTypes = new Set(['void', 'BYTE', 'ENTRYID', 'VOID']);
const allocators: ReadonlyMap<string, Allocator> = new Map([
  ['LPALLOCATEBUFFER', 'MAPIAllocateBuffer'],
  ['LPALLOCATEMORE', 'MAPIAllocateMore'],
  ['LPFREEBUFFER', 'MAPIFreeBuffer'],
]);

const texts: ReadonlyMap<string, CType> = new Map([
  ['LPSTR', LPSTR],
  ['LPCSTR', LPSTR],
  ['LPTSTR', LPTSTR],
  ['LPCTSTR', LPTSTR],
  ['LPWSTR', LPWSTR],
  ['LPCWSTR', LPWSTR],
]);

const each = <T>(names: string, type: T): readonly (readonly [string, T])[] =>
  names.split(' ').map((name) => [name, type] as const);

const scalars: ReadonlyMap<string, Scalar> = new Map<string, Scalar>([
  ...each('ULONG DWORD UINT BOOKMARK', ULONG),
  ...each('LONG INT HRESULT SCODE', LONG),
  ...each('WORD USHORT', USHORT),
  ['BOOL', BOOL],
  ...each('boolean bool BOOLEAN', BOOLEAN),
  ['LARGE_INTEGER', LARGE_INTEGER],
  ['ULARGE_INTEGER', ULARGE_INTEGER],
  ...each('ULONG_PTR HWND HANDLE HICON HFRMREG HCHARSET', ULONG_PTR),
  ...each('IXPTYPE IXPSTATUS IXPISSTATE CMDTYPE INETADDRTYPE ACCTTYPE ENCODINGTYPE MIMESAVETYPE CSETAPPLYTYPE', ULONG),
  ...each('MSCAP_SELECTOR', ULONG),
  ...each('LPVOID LPFNDISMISS LPFNBUTTON CALLERRELEASE', OPAQUE),
]);

const structures: ReadonlyMap<string, CType> = new Map<string, CType>([
  ...mapiStructures,
  ...each('GUID MAPIUID CLSID', GUID),
  ['STATSTG', STATSTG_LAYOUT],
  ['INETSERVER', INETSERVER_LAYOUT],
  ['SMTPMESSAGE', SMTPMESSAGE_LAYOUT],
  ['SMTPMESSAGE2', SMTPMESSAGE2_LAYOUT],
  ['IXPRESULT', IXPRESULT_LAYOUT],
  ['SMTPRESPONSE', SMTPRESPONSE_LAYOUT],
]);
