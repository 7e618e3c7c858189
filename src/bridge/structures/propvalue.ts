import { marshal } from '../../com/index.js';
import {
  MVI_FLAG,
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
  PT_MV_BINARY,
  PT_NULL,
  PT_OBJECT,
  PT_SHORT,
  PT_STRING8,
  PT_SYSTIME,
  PT_UNICODE,
  PT_UNSPECIFIED,
} from '../../mapi/index.js';

const { arrayOf, bool, guidValue, i32, i64, MalformedError, text, u32, u64 } = marshal;

type Wire = marshal.WireType;

/** A property with its value. */
export const propValue: marshal.WireType<PropValue> = {
  write(writer, value, references) {
    if (!Array.isArray(value)) throw new TypeError('this is no property value');
    const [tag, of] = value as PropValue;
    writer.u32(tag);
    valueType(tag).write(writer, of, references);
  },
  read(reader, references) {
    const tag = reader.u32() as PropTag;
    return Object.freeze([tag, valueType(tag).read(reader, references)] as const);
  },
};

/** Property values, as a list of pairs. */
export const propValues: marshal.WireType<readonly PropValue[] | null> = {
  write: (writer, value, references) => list.write(writer, isRow(value) ? value.toProps() : value, references),
  read: (reader, references) => list.read(reader, references),
};

/** Property values, as a row. */
export const propRow: marshal.WireType<readonly PropValue[] | PropRow | null> = {
  write: (writer, value, references) => propValues.write(writer, value as readonly PropValue[], references),
  read(reader, references) {
    const values = list.read(reader, references);
    return values && PropRow.fromProps(values);
  },
};

/** Tags of properties. */
export const tagArray: marshal.WireType<readonly number[] | null> = arrayOf(u32);

const list = arrayOf(propValue);
const isRow = (value: unknown): value is PropRow => value instanceof (PropRow as unknown as new () => object);

const float: Wire = {
  write: (writer, value) => writer.f32(value as number),
  read: (reader) => reader.f32(),
};
const double: Wire = {
  write: (writer, value) => writer.f64(value as number),
  read: (reader) => reader.f64(),
};
const short: Wire = {
  write: (writer, value) => writer.u32(value as number),
  read(reader) {
    const value = reader.i32();
    if (value !== (value << 16) >> 16) throw new MalformedError(`${value} is no short`);
    return value;
  },
};
const none: Wire = { write() {}, read: () => null };

/** Neither a text nor bytes of a property can be NULL. */
const present = (type: Wire): Wire => ({
  write(writer, value, references) {
    if (value === null || value === undefined) throw new TypeError('a property has no value');
    type.write(writer, value, references);
  },
  read(reader, references) {
    const value = type.read(reader, references);
    if (value === null) throw new MalformedError('the value of a property is NULL');
    return value;
  },
});

const singles: Readonly<Record<number, Wire>> = {
  [PT_SHORT]: short,
  [PT_LONG]: i32 as Wire,
  [PT_FLOAT]: float,
  [PT_DOUBLE]: double,
  [PT_CURRENCY]: i64 as Wire,
  [PT_APPTIME]: double,
  [PT_I8]: i64 as Wire,
  [PT_STRING8]: present(text as Wire),
  [PT_UNICODE]: present(text as Wire),
  [PT_SYSTIME]: u64 as Wire,
  [PT_CLSID]: guidValue as Wire,
  [PT_BINARY]: present(marshal.bytes as Wire),
};

const types: ReadonlyMap<number, Wire> = new Map<number, Wire>([
  [PT_UNSPECIFIED, none],
  [PT_NULL, none],
  [PT_ERROR, i32 as Wire],
  [PT_BOOLEAN, bool as Wire],
  [PT_OBJECT, i32 as Wire],
  ...Object.entries(singles).flatMap(([type, wire]): [number, Wire][] => [
    [Number(type), wire],
    [Number(type) | (PT_MV_BINARY & ~PT_BINARY), present(arrayOf(wire) as Wire)],
    [Number(type) | MVI_FLAG, wire],
  ]),
]);

function valueType(tag: number): Wire {
  const type = types.get(tag & 0xffff);
  if (!type) throw new MalformedError(`a property of type 0x${(tag & 0xffff).toString(16)}`);
  return type;
}
