import type { Guid, HResult } from '../../com/index.js';

/** A point in time: 100-nanosecond steps since 1601-01-01 00:00 UTC, as PT_SYSTIME carries it. @spec filetime */
export type FileTime = bigint;

/** No type: in a request, "whatever type the property has". */
export const PT_UNSPECIFIED = 0x0000;
/** No value; PR_NULL alone has it. */
export const PT_NULL = 0x0001;
/** A signed 16-bit integer. */
export const PT_SHORT = 0x0002;
/** Another name of {@link PT_SHORT}. */
export const PT_I2 = 0x0002;
/** A signed 32-bit integer. */
export const PT_LONG = 0x0003;
/** Another name of {@link PT_LONG}. */
export const PT_I4 = 0x0003;
/** A 32-bit floating point number. */
export const PT_FLOAT = 0x0004;
/** Another name of {@link PT_FLOAT}. */
export const PT_R4 = 0x0004;
/** A 64-bit floating point number. */
export const PT_DOUBLE = 0x0005;
/** Another name of {@link PT_DOUBLE}. */
export const PT_R8 = 0x0005;
/** A signed 64-bit integer that counts ten-thousandths of a unit. */
export const PT_CURRENCY = 0x0006;
/** A 64-bit floating point number: days since 1899-12-30. */
export const PT_APPTIME = 0x0007;
/** An HRESULT in place of a value that could not be had. */
export const PT_ERROR = 0x000a;
/** True or false; 16 bits on the binary interface. */
export const PT_BOOLEAN = 0x000b;
/** An object that `OpenProperty` opens; the value itself says nothing. */
export const PT_OBJECT = 0x000d;
/** A signed 64-bit integer. */
export const PT_I8 = 0x0014;
/** Another name of {@link PT_I8}. */
export const PT_LONGLONG = 0x0014;
/** A string in the code page of its object. */
export const PT_STRING8 = 0x001e;
/** A string in UTF-16. */
export const PT_UNICODE = 0x001f;
/** PT_UNICODE: comail is compiled as a Unicode program. */
export const PT_TSTRING = 0x001f;
/** A {@link FileTime}. */
export const PT_SYSTIME = 0x0040;
/** A GUID. */
export const PT_CLSID = 0x0048;
/** Counted bytes. */
export const PT_BINARY = 0x0102;

/** The bit of a property type that says: many values. */
export const MV_FLAG = 0x1000;
/** The bit of a column's type that says: one row for each of the many values. */
export const MV_INSTANCE = 0x2000;
/** Both bits, as a column of single instances carries them. */
export const MVI_FLAG = 0x3000;

/** Many {@link PT_SHORT}. */
export const PT_MV_SHORT = 0x1002;
/** Another name of {@link PT_MV_SHORT}. */
export const PT_MV_I2 = 0x1002;
/** Many {@link PT_LONG}. */
export const PT_MV_LONG = 0x1003;
/** Another name of {@link PT_MV_LONG}. */
export const PT_MV_I4 = 0x1003;
/** Many {@link PT_FLOAT}. */
export const PT_MV_FLOAT = 0x1004;
/** Another name of {@link PT_MV_FLOAT}. */
export const PT_MV_R4 = 0x1004;
/** Many {@link PT_DOUBLE}. */
export const PT_MV_DOUBLE = 0x1005;
/** Another name of {@link PT_MV_DOUBLE}. */
export const PT_MV_R8 = 0x1005;
/** Many {@link PT_CURRENCY}. */
export const PT_MV_CURRENCY = 0x1006;
/** Many {@link PT_APPTIME}. */
export const PT_MV_APPTIME = 0x1007;
/** Many {@link PT_I8}. */
export const PT_MV_I8 = 0x1014;
/** Another name of {@link PT_MV_I8}. */
export const PT_MV_LONGLONG = 0x1014;
/** Many {@link PT_STRING8}. */
export const PT_MV_STRING8 = 0x101e;
/** Many {@link PT_UNICODE}. */
export const PT_MV_UNICODE = 0x101f;
/** PT_MV_UNICODE: comail is compiled as a Unicode program. */
export const PT_MV_TSTRING = 0x101f;
/** Many {@link PT_SYSTIME}. */
export const PT_MV_SYSTIME = 0x1040;
/** Many {@link PT_CLSID}. */
export const PT_MV_CLSID = 0x1048;
/** Many {@link PT_BINARY}. */
export const PT_MV_BINARY = 0x1102;

/** What TypeScript type the value of each property type has. @spec spropvalue */
export interface PropTypes {
  readonly [PT_UNSPECIFIED]: unknown;
  readonly [PT_NULL]: null;
  readonly [PT_SHORT]: number;
  readonly [PT_LONG]: number;
  readonly [PT_FLOAT]: number;
  readonly [PT_DOUBLE]: number;
  readonly [PT_CURRENCY]: bigint;
  readonly [PT_APPTIME]: number;
  readonly [PT_ERROR]: HResult;
  readonly [PT_BOOLEAN]: boolean;
  readonly [PT_OBJECT]: number;
  readonly [PT_I8]: bigint;
  readonly [PT_STRING8]: string;
  readonly [PT_UNICODE]: string;
  readonly [PT_SYSTIME]: FileTime;
  readonly [PT_CLSID]: Guid;
  readonly [PT_BINARY]: Uint8Array;
  readonly [PT_MV_SHORT]: readonly number[];
  readonly [PT_MV_LONG]: readonly number[];
  readonly [PT_MV_FLOAT]: readonly number[];
  readonly [PT_MV_DOUBLE]: readonly number[];
  readonly [PT_MV_CURRENCY]: readonly bigint[];
  readonly [PT_MV_APPTIME]: readonly number[];
  readonly [PT_MV_I8]: readonly bigint[];
  readonly [PT_MV_STRING8]: readonly string[];
  readonly [PT_MV_UNICODE]: readonly string[];
  readonly [PT_MV_SYSTIME]: readonly FileTime[];
  readonly [PT_MV_CLSID]: readonly Guid[];
  readonly [PT_MV_BINARY]: readonly Uint8Array[];
}

/** A property type that values can have. */
export type PropType = keyof PropTypes;
