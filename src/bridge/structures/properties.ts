import { marshal } from '../../com/index.js';
import { type MAPINAMEID, MNID_ID, MNID_STRING } from '../../mapi/index.js';
import { propRow, propValues, tagArray } from './propvalue.js';

const { arrayOf, bytes, guidValue, i32, MalformedError, structure, text, u32, u64 } = marshal;

const SSortOrderSet = structure({
  aSort: arrayOf(structure({ ulPropTag: u32, ulOrder: u32 })),
  cCategories: u32,
  cExpanded: u32,
});

/** What `GetLastError` tells. */
export const MAPIERROR: marshal.WireType<Record<string, unknown>> = structure({
  ulVersion: u32,
  lpszError: text,
  lpszComponent: text,
  ulLowLevelError: u32,
  ulContext: u32,
});

const nameId: marshal.WireType<MAPINAMEID> = {
  write(writer, { lpguid, ulKind, Kind }, references) {
    guidValue.write(writer, lpguid, references);
    writer.u32(ulKind);
    if (ulKind === MNID_ID) writer.u32(Kind);
    else writer.text(Kind);
  },
  read(reader, references) {
    const lpguid = guidValue.read(reader, references);
    const ulKind = reader.u32();
    if (ulKind === MNID_ID) return { lpguid, ulKind, Kind: reader.i32() };
    const Kind = reader.text();
    if (ulKind !== MNID_STRING || Kind === null) throw new MalformedError('the name of a property is none');
    return { lpguid, ulKind, Kind };
  },
};

const STATSTG = structure({
  pwcsName: text,
  type: u32,
  cbSize: u64,
  mtime: u64,
  ctime: u64,
  atime: u64,
  grfMode: u32,
  grfLocksSupported: u32,
  clsid: guidValue,
  grfStateBits: u32,
});

const none: marshal.WireType = { write() {}, read: () => 0 };

/** Structures that are passed by pointer. */
export const propertyStructures: marshal.WireTypes['structures'] = {
  SSortOrderSet,
  MAPIERROR,
  MAPINAMEID: nameId,
  STATSTG: withReserved(STATSTG),
} as marshal.WireTypes['structures'];

/** Structures that are lists themselves. */
export const propertyLists: marshal.WireTypes['lists'] = {
  SPropTagArray: tagArray,
  SRow: { given: propValues, answered: propRow },
  SRowSet: { given: arrayOf(propValues), answered: arrayOf(propRow) },
  ADRENTRY: propValues,
  ADRLIST: arrayOf(propValues),
  FlagList: arrayOf(u32),
  ENTRYLIST: arrayOf(bytes),
  NOTIFKEY: bytes,
  SPropProblemArray: arrayOf(structure({ ulIndex: u32, ulPropTag: u32, scode: i32 })),
} as marshal.WireTypes['lists'];

// The last member of STATSTG is reserved: it is zero, and not sent.
function withReserved(type: marshal.WireType<Record<string, unknown>>): marshal.WireType<Record<string, unknown>> {
  return {
    write: (writer, value, references) => type.write(writer, value, references),
    read: (reader, references) => ({ ...type.read(reader, references), reserved: none.read(reader, references) }),
  };
}
