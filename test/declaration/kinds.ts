import { imnxportEnums, imnxportInterfaces, imnxportStructs, mapiInterfaces } from './facts.js';

/** What stands behind a C type, and how many pointers away. */
export interface Kind {
  readonly is:
    | 'number'
    | 'bigint'
    | 'boolean'
    | 'handle'
    | 'string'
    | 'guid'
    | 'bytes'
    | 'struct'
    | 'interface'
    | 'function'
    | 'void';
  /** The struct, interface or function. */
  readonly name: string;
  /** Pointers between the parameter and the thing; for strings, between the parameter and the string. */
  readonly depth: number;
  /** Bytes of one element on x86, where a parameter can be the thing itself. */
  readonly size: number;
}

const scalars: Readonly<Record<string, readonly [Kind['is'], size: number]>> = {
  ULONG: ['number', 4],
  LONG: ['number', 4],
  DWORD: ['number', 4],
  UINT: ['number', 4],
  INT: ['number', 4],
  WORD: ['number', 2],
  HRESULT: ['number', 4],
  BOOKMARK: ['number', 4],
  CSETAPPLYTYPE: ['number', 4],
  ENCODINGTYPE: ['number', 4],
  MIMESAVETYPE: ['number', 4],
  MSCAP_SELECTOR: ['number', 4],
  BOOL: ['boolean', 4],
  bool: ['boolean', 1],
  boolean: ['boolean', 1],
  ULONG_PTR: ['number', 4],
  WPARAM: ['number', 4],
  LPARAM: ['number', 4],
  HWND: ['handle', 4],
  HANDLE: ['handle', 4],
  HICON: ['handle', 4],
  HFRMREG: ['handle', 4],
  HCHARSET: ['handle', 4],
  LARGE_INTEGER: ['bigint', 8],
  FILETIME: ['bigint', 8],
  BYTE: ['bytes', 1],
  byte: ['bytes', 1],
  ENTRYID: ['bytes', 1],
  void: ['void', 0],
  VOID: ['void', 0],
};
const strings = new Set(['STR', 'CSTR', 'TSTR', 'CTSTR', 'WSTR', 'CWSTR', 'WCHAR']);
const guids = new Set(['IID', 'GUID', 'CLSID', 'MAPIUID']);
/** Structures that tell their own extent: of fixed size, or with a count inside. */
const structs = new Set(
  `ACTION ADRENTRY ADRLIST ADRPARM ENTRYLIST FlagList FORMPRINTSETUP MAPIERROR MAPIFORMPROPARRAY MAPINAMEID
   MAPIOFFLINE_ADVISEINFO MAPIOFFLINE_NOTIFY MAPISIB MAPIVERBARRAY NOTIFICATION NOTIFKEY OPTIONDATA READSTATE RECT ROWLIST
   SBinary SMAPIFORMINFOARRAY SMESSAGECLASSARRAY SPropProblemArray SPropTagArray SPropValue SRestriction SRow SRowSet
   SSortOrderSet STnefProblemArray NNTPAUTHINFO NNTPMESSAGE IMAP_RESPONSE`.split(/\s+/),
);
const functions = new Set(['FNDISMISS', 'FNBUTTON', 'CALLERRELEASE', 'ALLOCATEBUFFER', 'ALLOCATEMORE', 'FREEBUFFER']);

const interfaces: ReadonlyMap<string, string> = new Map([
  ...[...mapiInterfaces, ...imnxportInterfaces].map((row) => [row.name, row.name] as const),
  ...mapiInterfaces.flatMap((row) => (row.pointer_type ? [[row.pointer_type.slice(2), row.name] as const] : [])),
  ['UNKNOWN', 'IUnknown'],
  ['STREAM', 'IStream'],
  ['IStream', 'IStream'],
  ['STORAGE', 'IStorage'],
  ['CLASSFACTORY', 'IClassFactory'],
  ['XPLOGON', 'IXPLogon'],
  ['MMESSAGE', 'IMessage'],
  ['EXCHANGECHANGEADVISESINK', 'IExchangeChangeAdviseSink'],
  ['IImnAccount', 'IImnAccount'],
]);

/**
 * Reads a C type: `LPMAPITABLE *` is an `IMAPITable` two pointers away.
 *
 * @param type the type without the stars that follow it
 * @param stars how many follow
 * @returns null when nothing is known about the type
 */
export function kindOf(type: string, stars: number): Kind | null {
  const bare = type.replace(/^const\s+/, '');
  if (/^(LPC?|P|REF)?(CLSID|IID)$/.test(bare) || /^(LP)?(GUID|MAPIUID)$/.test(bare)) {
    return { is: 'guid', name: 'Guid', depth: stars + (guids.has(bare) ? 0 : 1), size: 16 };
  }
  const struct = imnxportStructs.get(bare);
  if (struct) return { is: 'struct', name: struct, depth: stars + 1, size: 0 };
  if (imnxportEnums.has(bare)) return { is: 'number', name: bare, depth: stars, size: 4 };
  for (const [prefix, pointer] of [
    ['', 0],
    ['LP', 1],
    ['LPC', 1],
    ['P', 1],
  ] as const) {
    if (!bare.startsWith(prefix)) continue;
    const found = named(bare.slice(prefix.length), stars + pointer);
    if (found) return found;
  }
  return null;
}

function named(name: string, depth: number): Kind | null {
  if (strings.has(name)) return { is: 'string', name, depth: depth - 1, size: 0 };
  const scalar = scalars[name];
  if (scalar) return { is: scalar[0], name, depth, size: scalar[1] };
  if (structs.has(name)) return { is: 'struct', name, depth, size: 0 };
  if (functions.has(name)) return { is: 'function', name, depth, size: 0 };
  const iface = interfaces.get(name);
  return iface ? { is: 'interface', name: iface, depth, size: 0 } : null;
}
