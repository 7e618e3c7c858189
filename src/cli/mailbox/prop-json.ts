import {
  describeMapiCode,
  describeNamedProp,
  type FileTime,
  isMultiValued,
  type MAPINAMEID,
  nameOfPropType,
  nameOfTag,
  type PropTag,
  PT_APPTIME,
  PT_CURRENCY,
  PT_DOUBLE,
  PT_FLOAT,
  PT_I8,
  PT_OBJECT,
  PT_SYSTIME,
  propType,
  singleType,
} from '../../mapi/index.js';
import { meaningOf } from './prop-text.js';
import type { ReadProp } from './props.js';

/** The name of a property from 0x8000 on, in JSON. */
export interface NamedReport {
  /** The property set. */
  readonly guid: string;
  /** A number or a text within it. */
  readonly kind: number | string;
}

/**
 * One property in JSON. `docs/guide/command-line.md` says how each type writes its values; nothing of one is lost.
 */
export interface PropReport {
  /** The tag: `0x0037001F`. */
  readonly tag: string;
  /** Its name: `PR_SUBJECT_W`, or `PidLidTaskDueDate`; null when nobody gave it one. */
  readonly name: string | null;
  /** The type of the value: `PT_UNICODE`. */
  readonly type: string;
  /** What the store calls the property, from 0x8000 on. */
  readonly named?: NamedReport;
  /** The value; absent where it is `size` that is told, and for objects. */
  readonly value?: unknown;
  /** What it means: flags by name, times. */
  readonly meaning?: string;
  /** Bytes of a value that is too large to be listed. */
  readonly size?: number;
  /** The code that says why the value could not be had. */
  readonly error?: string;
}

/**
 * A property in JSON.
 *
 * @param prop the property as it was read
 */
export function propReport({ tag, value, named, size, error }: ReadProp): PropReport {
  const head = headOf(tag, named);
  if (error !== null) return { ...head, error: describeMapiCode(error) };
  if (size !== null) return { ...head, size };
  if (propType(tag) === PT_OBJECT) return head;
  if (isMultiValued(tag)) return { ...head, value: (value as readonly unknown[]).map((each) => jsonOf(tag, each)) };
  const meaning = meaningOf(tag, value);
  return { ...head, value: jsonOf(tag, value), ...(meaning === null ? {} : { meaning }) };
}

function headOf(tag: PropTag, named: MAPINAMEID | null): PropReport {
  return {
    tag: `0x${tag.toString(16).toUpperCase().padStart(8, '0')}`,
    name: named ? describeNamedProp(named) : nameOfTag(tag),
    type: nameOfPropType(tag),
    ...(named ? { named: { guid: named.lpguid, kind: named.Kind } } : {}),
  };
}

function jsonOf(tag: PropTag, value: unknown): unknown {
  switch (propType(singleType(tag))) {
    case PT_I8:
    case PT_CURRENCY:
      return String(value);
    case PT_SYSTIME:
      // The count itself: ISO 8601 cannot write all of them.
      return String(value as FileTime);
    case PT_FLOAT:
    case PT_DOUBLE:
    case PT_APPTIME:
      // JSON has no other way for NaN, the infinities and the negative zero.
      return Number.isFinite(value) && !Object.is(value, -0) ? value : Object.is(value, -0) ? '-0' : String(value);
    default:
      return value instanceof Uint8Array ? Buffer.from(value).toString('base64') : value;
  }
}
