import type { PropSource, PropTag } from '../../../src/mapi/index.js';
import {
  MAPI_E_NOT_FOUND,
  PropRow,
  PT_BINARY,
  PT_BOOLEAN,
  PT_CLSID,
  PT_DOUBLE,
  PT_I8,
  PT_LONG,
  PT_MV_LONG,
  PT_MV_UNICODE,
  PT_OBJECT,
  PT_SHORT,
  PT_STRING8,
  PT_SYSTIME,
  PT_UNICODE,
  PT_UNSPECIFIED,
  propError,
  propTag,
} from '../../../src/mapi/index.js';

/** One property of each type that restrictions and sort orders treat differently. */
export const text = propTag(PT_UNICODE, 0x6001);
export const other = propTag(PT_UNICODE, 0x6002);
export const text8 = propTag(PT_STRING8, 0x6003);
export const long = propTag(PT_LONG, 0x6004);
export const long2 = propTag(PT_LONG, 0x6005);
export const short = propTag(PT_SHORT, 0x6006);
export const double = propTag(PT_DOUBLE, 0x6007);
export const i8 = propTag(PT_I8, 0x6008);
export const time = propTag(PT_SYSTIME, 0x6009);
export const flag = propTag(PT_BOOLEAN, 0x600a);
export const bytes = propTag(PT_BINARY, 0x600b);
export const clsid = propTag(PT_CLSID, 0x600c);
export const texts = propTag(PT_MV_UNICODE, 0x600d);
export const longs = propTag(PT_MV_LONG, 0x600e);
export const object = propTag(PT_OBJECT, 0x600f);
export const untyped = propTag(PT_UNSPECIFIED, 0x6001);

/**
 * A row of the given properties.
 *
 * @param entries tags with their values; undefined is a property that the object lacks
 */
export const row = (...entries: readonly (readonly [PropTag, unknown])[]): PropRow =>
  PropRow.fromProps(
    entries.map(([tag, value]) => (value === undefined ? propError(tag, MAPI_E_NOT_FOUND) : ([tag, value] as const))),
  );

/**
 * A message with rows below.
 *
 * @param below the rows of each sub-object
 * @param entries the message's own properties
 */
export const message = (
  below: ReadonlyMap<PropTag, readonly PropSource[]>,
  ...entries: readonly (readonly [PropTag, unknown])[]
): PropSource => {
  const own = row(...entries);
  return { get: (tag) => own.get(tag), rows: (subObject) => below.get(subObject) ?? [] };
};
