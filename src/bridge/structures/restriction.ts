import { marshal } from '../../com/index.js';
import {
  type PropTag,
  type PropValue,
  RES_AND,
  RES_ANNOTATION,
  RES_BITMASK,
  RES_COMMENT,
  RES_COMPAREPROPS,
  RES_CONTENT,
  RES_COUNT,
  RES_EXIST,
  RES_NOT,
  RES_OR,
  RES_PROPERTY,
  RES_SIZE,
  RES_SUBRESTRICTION,
  type Restriction,
} from '../../mapi/index.js';
import { restrictionDepth } from '../limits.js';
import { propValue, propValues } from './propvalue.js';

const { arrayOf, MalformedError, pointerTo } = marshal;

const numbers: Readonly<Record<Restriction['rt'], number>> = {
  and: RES_AND,
  or: RES_OR,
  not: RES_NOT,
  content: RES_CONTENT,
  property: RES_PROPERTY,
  compare: RES_COMPAREPROPS,
  bitmask: RES_BITMASK,
  size: RES_SIZE,
  exist: RES_EXIST,
  sub: RES_SUBRESTRICTION,
  comment: RES_COMMENT,
  annotation: RES_ANNOTATION,
  count: RES_COUNT,
};

/** A condition, with those inside of it. */
export const restriction: marshal.WireType<Restriction> = {
  write(writer, value, references) {
    const number = numbers[value.rt];
    if (number === undefined) throw new TypeError('this is no restriction');
    writer.u32(number);
    switch (value.rt) {
      case 'and':
      case 'or':
        return many.write(writer, value.lpRes, references);
      case 'not':
        return restriction.write(writer, value.lpRes, references);
      case 'content':
        writer.u32(value.ulFuzzyLevel);
        writer.u32(value.ulPropTag);
        return propValue.write(writer, value.lpProp, references);
      case 'property':
        writer.u32(value.relop);
        writer.u32(value.ulPropTag);
        return propValue.write(writer, value.lpProp, references);
      case 'compare':
        writer.u32(value.relop);
        writer.u32(value.ulPropTag1);
        return writer.u32(value.ulPropTag2);
      case 'bitmask':
        writer.u32(value.relBMR);
        writer.u32(value.ulPropTag);
        return writer.u32(value.ulMask);
      case 'size':
        writer.u32(value.relop);
        writer.u32(value.ulPropTag);
        return writer.u32(value.cb);
      case 'exist':
        return writer.u32(value.ulPropTag);
      case 'sub':
        writer.u32(value.ulSubObject);
        return restriction.write(writer, value.lpRes, references);
      case 'comment':
      case 'annotation':
        maybe.write(writer, value.lpRes, references);
        return propValues.write(writer, value.lpProp, references);
      case 'count':
        writer.u32(value.ulCount);
        return restriction.write(writer, value.lpRes, references);
    }
  },
  read: (reader, references) => reader.nested(restrictionDepth, () => read(reader, references)),
};

const many = arrayOf(restriction);
const maybe = pointerTo(restriction);

function read(reader: marshal.ByteReader, references: marshal.References): Restriction {
  const inner = (): Restriction => restriction.read(reader, references);
  const tag = (): PropTag => reader.u32() as PropTag;
  const value = (): PropValue => propValue.read(reader, references);
  const rt = reader.u32();
  switch (rt) {
    case RES_AND:
      return { rt: 'and', lpRes: needed(many.read(reader, references)) };
    case RES_OR:
      return { rt: 'or', lpRes: needed(many.read(reader, references)) };
    case RES_NOT:
      return { rt: 'not', lpRes: inner() };
    case RES_CONTENT:
      return { rt: 'content', ulFuzzyLevel: reader.u32(), ulPropTag: tag(), lpProp: value() };
    case RES_PROPERTY:
      return { rt: 'property', relop: reader.u32() as 0, ulPropTag: tag(), lpProp: value() };
    case RES_COMPAREPROPS:
      return { rt: 'compare', relop: reader.u32() as 0, ulPropTag1: tag(), ulPropTag2: tag() };
    case RES_BITMASK:
      return { rt: 'bitmask', relBMR: reader.u32() as 0, ulPropTag: tag(), ulMask: reader.u32() };
    case RES_SIZE:
      return { rt: 'size', relop: reader.u32() as 0, ulPropTag: tag(), cb: reader.u32() };
    case RES_EXIST:
      return { rt: 'exist', ulPropTag: tag() };
    case RES_SUBRESTRICTION:
      return { rt: 'sub', ulSubObject: tag(), lpRes: inner() };
    case RES_COMMENT:
    case RES_ANNOTATION: {
      const lpRes = maybe.read(reader, references);
      const lpProp = needed(propValues.read(reader, references));
      return { rt: rt === RES_COMMENT ? 'comment' : 'annotation', lpRes, lpProp };
    }
    case RES_COUNT:
      return { rt: 'count', ulCount: reader.u32(), lpRes: inner() };
    default:
      throw new MalformedError(`${rt} is no kind of restriction`);
  }
}

function needed<T>(list: readonly T[] | null): readonly T[] {
  if (list === null) throw new MalformedError('a list within a restriction is NULL');
  return list;
}
