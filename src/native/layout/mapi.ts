import type {
  ADRPARM,
  EntryId,
  FORMPRINTSETUP,
  MAPINAMEID,
  NotifKey,
  OPTIONDATA,
  RECT,
  ROWENTRY,
  SMAPIVerb,
  STnefProblem,
} from '../../mapi/index.js';
import { MNID_STRING } from '../../mapi/index.js';
import type { CType, PointerSize } from './ctype.js';
import { MAPIERROR_LAYOUT, NOTIFICATION_LAYOUT } from './notifications.js';
import {
  ADRENTRY_LAYOUT,
  ADRLIST,
  problems,
  SBINARY,
  SPROPPROBLEMARRAY,
  SPROPTAGARRAY,
  SPROPVALUE,
  SROW,
  SROWSET,
  wrapped,
} from './properties.js';
import { SRESTRICTION, SSORTORDERSET } from './restrictions.js';
import { BYTE, GUID, LONG, OPAQUE, ULONG, ULONG_PTR } from './scalars.js';
import { counted, flexible, pointer, structure } from './structure.js';
import { LPSTR, LPTSTR, LPWSTR } from './text.js';

const guidPointer = pointer(GUID);

/** A property's name: its set, and a number or a text. @spec mapinameid */
const MAPINAMEID_LAYOUT: CType<MAPINAMEID> = Object.freeze({
  name: 'MAPINAMEID',
  size: (width: PointerSize) => (width === 8 ? 24 : 12),
  align: (width: PointerSize) => width,
  read(from, bytes, at) {
    const lpguid = guidPointer.read(from, bytes, at);
    const ulKind = bytes.readUInt32LE(at + from.pointerSize);
    const kind = at + 2 * from.pointerSize;
    return {
      lpguid,
      ulKind,
      Kind: ulKind === MNID_STRING ? LPWSTR.read(from, bytes, kind) : bytes.readInt32LE(kind),
    } as MAPINAMEID;
  },
  write(to, at, { lpguid, ulKind, Kind }) {
    guidPointer.write(to, at, lpguid);
    to.memory.writeUInt32LE(ulKind, at + to.pointerSize);
    const kind = at + 2 * to.pointerSize;
    if (typeof Kind === 'string') LPWSTR.write(to, kind, Kind);
    else to.memory.writeInt32LE(Kind | 0, kind);
  },
} satisfies CType<MAPINAMEID>);

const ENTRYLIST: CType<readonly EntryId[]> = wrapped(
  structure<{ lpbin: Uint8Array[] | null }>('ENTRYLIST', { cValues: ULONG, lpbin: counted('cValues', SBINARY) }),
  ({ lpbin }) => lpbin ?? [],
  (lpbin) => ({ lpbin: [...lpbin] }),
);

const NOTIFKEY: CType<NotifKey> = flexible<number, NotifKey>('NOTIFKEY', BYTE, {
  words: 0,
  wrap: (elements) => Uint8Array.from(elements),
  unwrap: (key) => ({ elements: [...key], words: [] }),
});

const OPTIONDATA_LAYOUT: CType<OPTIONDATA> = structure<OPTIONDATA>('OPTIONDATA', {
  ulFlags: ULONG,
  lpRecipGUID: guidPointer,
  lpszAdrType: LPTSTR,
  lpszDLLName: LPTSTR,
  ulOrdinal: ULONG,
  cbOptionsData: ULONG,
  lpbOptionsData: counted('cbOptionsData', 'bytes'),
  cOptionsProps: ULONG,
  lpOptionsProps: counted('cOptionsProps', SPROPVALUE),
});

const ROWLIST: CType<readonly ROWENTRY[]> = flexible(
  'ROWLIST',
  structure<ROWENTRY>('ROWENTRY', { ulRowFlags: ULONG, cValues: ULONG, rgPropVals: counted('cValues', SPROPVALUE) }),
);

const TNEF_PROBLEMS: CType<readonly STnefProblem[]> = problems(
  flexible(
    'STnefProblemArray',
    structure<STnefProblem>('STnefProblem', { ulComponent: ULONG, ulAttribute: ULONG, ulPropTag: ULONG, scode: LONG }),
  ),
);

// Functions in it are native ones: they pass as addresses, which only native code can call.
const ADRPARM_LAYOUT: CType<ADRPARM> = structure<ADRPARM>('ADRPARM', {
  cbABContEntryID: ULONG,
  lpABContEntryID: counted('cbABContEntryID', 'bytes'),
  ulFlags: ULONG,
  lpReserved: OPAQUE,
  ulHelpContext: ULONG,
  lpszHelpFileName: LPTSTR,
  lpfnABSDI: OPAQUE,
  lpfnDismiss: OPAQUE,
  lpvDismissContext: OPAQUE,
  lpszCaption: LPTSTR,
  lpszNewEntryTitle: LPTSTR,
  lpszDestWellsTitle: LPTSTR,
  cDestFields: ULONG,
  nDestFieldFocus: ULONG,
  lppszDestTitles: OPAQUE,
  lpulDestComps: OPAQUE,
  lpContRestriction: pointer(SRESTRICTION),
  lpHierRestriction: pointer(SRESTRICTION),
});

const RECT_LAYOUT: CType<RECT> = structure<RECT>('RECT', { left: LONG, top: LONG, right: LONG, bottom: LONG });

const FORMPRINTSETUP_LAYOUT: CType<FORMPRINTSETUP> = structure<FORMPRINTSETUP>('FORMPRINTSETUP', {
  ulFlags: ULONG,
  hDevMode: ULONG_PTR,
  hDevNames: ULONG_PTR,
  ulFirstPageNumber: ULONG,
  fPrintAttachments: ULONG,
});

const VERBS: CType<readonly SMAPIVerb[]> = flexible(
  'SMAPIVerbArray',
  structure<SMAPIVerb>('SMAPIVerb', {
    lVerb: LONG,
    szVerbname: LPTSTR,
    fuFlags: ULONG,
    grfAttribs: ULONG,
    ulFlags: ULONG,
  }),
);

/** The structures of MAPI's headers by the names that prototypes use, without the LP. */
export const mapiStructures: readonly (readonly [string, CType])[] = [
  ['SPropTagArray', SPROPTAGARRAY],
  ['SPropValue', SPROPVALUE],
  ['SPropProblemArray', SPROPPROBLEMARRAY],
  ['SRow', SROW],
  ['SRowSet', SROWSET],
  ['SRestriction', SRESTRICTION],
  ['SSortOrderSet', SSORTORDERSET],
  ['ADRENTRY', ADRENTRY_LAYOUT],
  ['ADRLIST', ADRLIST],
  ['ADRPARM', ADRPARM_LAYOUT],
  ['ENTRYLIST', ENTRYLIST],
  [
    'FlagList',
    wrapped<readonly number[], number[]>(
      flexible('FlagList', ULONG),
      (list) => [...list],
      (list) => list,
    ),
  ],
  ['FORMPRINTSETUP', FORMPRINTSETUP_LAYOUT],
  ['MAPIERROR', MAPIERROR_LAYOUT],
  ['MAPINAMEID', MAPINAMEID_LAYOUT],
  ['MAPIVERBARRAY', VERBS],
  ['NOTIFICATION', NOTIFICATION_LAYOUT],
  ['NOTIFKEY', NOTIFKEY],
  ['OPTIONDATA', OPTIONDATA_LAYOUT],
  ['ROWLIST', ROWLIST],
  ['STnefProblemArray', TNEF_PROBLEMS],
  ['SMESSAGECLASSARRAY', flexible('SMessageClassArray', LPSTR)],
  ['CRECT', RECT_LAYOUT],
];
