import { MAPI_UNICODE, type MAPIERROR, type NOTIFICATION } from '../../mapi/index.js';
import { Reading, type Writing } from '../memory.js';
import type { CType, PointerSize } from './ctype.js';
import { SPROPTAGARRAY, SPROPVALUE, SROW } from './properties.js';
import { LONG, ULONG } from './scalars.js';
import { counted, pointer, structure } from './structure.js';
import { LPTSTR } from './text.js';

/** @spec mapierror */
export const MAPIERROR_LAYOUT: CType<MAPIERROR> = structure<MAPIERROR>(
  'MAPIERROR',
  { ulVersion: ULONG, lpszError: LPTSTR, lpszComponent: LPTSTR, ulLowLevelError: ULONG, ulContext: ULONG },
  (read) => ({ ...read, lpszError: read['lpszError'] ?? '', lpszComponent: read['lpszComponent'] ?? '' }) as MAPIERROR,
);

const error = structure('ERROR_NOTIFICATION', {
  cbEntryID: ULONG,
  lpEntryID: counted('cbEntryID', 'bytes'),
  scode: LONG,
  ulFlags: ULONG,
  lpMAPIError: pointer(MAPIERROR_LAYOUT),
});
const newMail = saidByItself(
  structure('NEWMAIL_NOTIFICATION', {
    cbEntryID: ULONG,
    lpEntryID: counted('cbEntryID', 'bytes'),
    cbParentID: ULONG,
    lpParentID: counted('cbParentID', 'bytes'),
    ulFlags: ULONG,
    lpszMessageClass: LPTSTR,
    ulMessageFlags: ULONG,
  }),
);
const object = structure('OBJECT_NOTIFICATION', {
  cbEntryID: ULONG,
  lpEntryID: counted('cbEntryID', 'bytes'),
  ulObjType: ULONG,
  cbParentID: ULONG,
  lpParentID: counted('cbParentID', 'bytes'),
  cbOldID: ULONG,
  lpOldID: counted('cbOldID', 'bytes'),
  cbOldParentID: ULONG,
  lpOldParentID: counted('cbOldParentID', 'bytes'),
  lpPropTagArray: pointer(SPROPTAGARRAY),
});
// A row without properties is none at all: only TABLE_ROW_ADDED and TABLE_ROW_MODIFIED have one.
const rowOrNone: CType = {
  ...SROW,
  read: (from, bytes, at) => (bytes.readUInt32LE(at + 4) === 0 ? null : SROW.read(from, bytes, at)),
  write: (to, at, value) => void (value !== null && SROW.write(to, at, value)),
};
const table = structure('TABLE_NOTIFICATION', {
  ulTableEvent: ULONG,
  hResult: LONG,
  propIndex: SPROPVALUE,
  propPrior: SPROPVALUE,
  row: rowOrNone,
  ulPad: { ...ULONG, write: () => undefined },
});
const extended = structure('EXTENDED_NOTIFICATION', {
  ulEvent: ULONG,
  cb: ULONG,
  pbEventParameters: counted('cb', 'bytes'),
});
const status = structure('STATUS_OBJECT_NOTIFICATION', {
  cbEntryID: ULONG,
  lpEntryID: counted('cbEntryID', 'bytes'),
  cValues: ULONG,
  lpPropVals: counted('cValues', SPROPVALUE),
});

// Whether its text is Unicode stands in its own flags, since OnNotify has none.
function saidByItself(type: CType): CType {
  const wide = (flags: number): boolean => (flags & MAPI_UNICODE) !== 0;
  return {
    ...type,
    read(from, bytes, at) {
      const narrow = type.read(from, bytes, at);
      if (!wide(narrow.ulFlags) || from.unicode) return narrow;
      return type.read(new Reading(from.border, true, from.home, from.release, from.blocks), bytes, at);
    },
    write: (to, at, value) => to.wide(wide(value.ulFlags), () => type.write(to, at, value)),
  };
}

const arms = [error, newMail, object, table, extended, status];
const INFO = 8; // ulEventType and ulAlignPad come before the union

function armOf(event: number): CType {
  switch (event >>> 0) {
    case 0x1:
      return error;
    case 0x2:
      return newMail;
    case 0x100:
      return table;
    case 0x200:
      return status;
    case 0x8000_0000:
      return extended;
    default:
      return object;
  }
}

/** @spec notification */
export const NOTIFICATION_LAYOUT: CType<NOTIFICATION> = Object.freeze({
  name: 'NOTIFICATION',
  size: (width: PointerSize) => Math.ceil((INFO + Math.max(...arms.map((arm) => arm.size(width)))) / 8) * 8,
  align: () => 8,
  read(from: Reading, bytes: Buffer, at: number): NOTIFICATION {
    const ulEventType = bytes.readUInt32LE(at);
    const { ulPad: _, ...info } = armOf(ulEventType).read(from, bytes, at + INFO);
    return { ulEventType, info } as NOTIFICATION;
  },
  write(to: Writing, at: number, { ulEventType, info }: NOTIFICATION): void {
    to.memory.writeUInt32LE(ulEventType >>> 0, at);
    armOf(ulEventType).write(to, at + INFO, info);
  },
} satisfies CType<NOTIFICATION>);
