import { type PropTag, PT_BINARY, PT_BOOLEAN, PT_LONG, PT_SYSTIME, PT_UNICODE, propId } from '../../../mapi/index.js';
import type { SqlValue } from '../driver/index.js';
import { textKey } from './text-key.js';

/** A property that has a column of its own. */
export interface Column {
  /** The property. */
  readonly tag: PropTag;
  /** The column's name. */
  readonly name: string;
  /** The column with the folded text to sort by, where there is one. */
  readonly key: string | null;
  /** Kept by the store itself: it may be read, restricted and sorted by, not set. */
  readonly kept: boolean;
  /** The column may be null: the object need not have the property. */
  readonly optional: boolean;
  /** The property is in the bag too, where objects are read from; the column is for tables. */
  readonly inBag: boolean;
}

/** The columns of a kind of object, found by the identifier of the property. */
export type Columns = ReadonlyMap<number, Column>;

type Row = readonly [id: number, type: number, name: string, traits?: string, key?: string];

/**
 * The properties of messages that have columns; all that change only with a save are in the bag as well. PR_SEARCH_KEY may be
 * set; a new message without one gets a random one.
 */
export const messageColumns: Columns = columns('message', [
  [0x001a, PT_UNICODE, 'class'],
  [0x0e07, PT_LONG, 'flags', 'always alone'],
  [0x0e17, PT_LONG, 'status', 'always alone'],
  [0x0e06, PT_SYSTIME, 'delivery'],
  [0x0039, PT_SYSTIME, 'submit'],
  [0x3007, PT_SYSTIME, 'created', 'always'],
  [0x3008, PT_SYSTIME, 'modified', 'always'],
  [0x0037, PT_UNICODE, 'subject'],
  [0x003d, PT_UNICODE, 'subject_prefix'],
  [0x0e1d, PT_UNICODE, 'normalized', '', 'normalized_key'],
  [0x0c1a, PT_UNICODE, 'sender', '', 'sender_key'],
  [0x0042, PT_UNICODE, 'representing'],
  [0x0017, PT_LONG, 'importance'],
  [0x0026, PT_LONG, 'priority'],
  [0x0036, PT_LONG, 'sensitivity'],
  [0x0e08, PT_LONG, 'size', 'always kept alone'],
  [0x0e1b, PT_BOOLEAN, 'has_attach', 'always kept alone'],
  [0x0070, PT_UNICODE, 'topic'],
  [0x0071, PT_BINARY, 'conversation'],
  [0x0e04, PT_UNICODE, 'display_to'],
  [0x0e03, PT_UNICODE, 'display_cc'],
  [0x0e02, PT_UNICODE, 'display_bcc'],
  [0x1035, PT_UNICODE, 'internet_id'],
  [0x300b, PT_BINARY, 'search_key', 'always'],
]);

/** The columns of messages whose properties are in no bag. */
export const messageOwnColumns: Columns = new Map([...messageColumns].filter(([, { inBag }]) => !inBag));

/** The properties of folders that have columns. */
export const folderColumns: Columns = columns('folder', [
  [0x3001, PT_UNICODE, 'name', 'always', 'name_key'],
  [0x3004, PT_UNICODE, 'comment'],
  [0x3613, PT_UNICODE, 'class'],
  [0x3601, PT_LONG, 'type', 'always kept'],
  [0x3007, PT_SYSTIME, 'created', 'always'],
  [0x3008, PT_SYSTIME, 'modified', 'always'],
  [0x3602, PT_LONG, 'content_count', 'always kept'],
  [0x3603, PT_LONG, 'unread', 'always kept'],
  [0x3617, PT_LONG, 'assoc_count', 'always kept'],
]);

/** The columns of attachments. */
export const attachmentColumns: Columns = columns('attachment', [
  [0x3705, PT_LONG, 'method', 'always'],
  [0x0e20, PT_LONG, 'size', 'always kept'],
  [0x0e21, PT_LONG, 'num', 'always kept'],
]);

/** The columns of recipients. */
export const recipientColumns: Columns = columns('recipient', [
  [0x0c15, PT_LONG, 'type', 'always'],
  [0x3000, PT_LONG, 'row_id', 'always kept'],
]);

/**
 * A stored value as the property's value.
 *
 * @param column the column it stands in
 * @param value what a query answered, numbers in either form
 * @returns the value, or null where the object has no such property
 */
export function propertyValue(column: Column, value: SqlValue | undefined): unknown {
  if (value === null || value === undefined) return null;
  switch (column.tag & 0xffff) {
    case PT_SYSTIME:
      return typeof value === 'bigint' ? value : BigInt(value as number);
    case PT_BOOLEAN:
      return Number(value) !== 0;
    case PT_LONG:
      return Number(value);
    case PT_BINARY:
      return Uint8Array.from(value as Uint8Array);
    default:
      return value;
  }
}

/**
 * A property's value as it is bound.
 *
 * @param column the column
 * @param value a value of the column's type
 * @returns the value for SQL, or undefined when it is of another type
 */
export function columnValue(column: Column, value: unknown): SqlValue | undefined {
  switch (column.tag & 0xffff) {
    case PT_SYSTIME:
      return typeof value === 'bigint' ? BigInt.asIntN(64, value) : undefined;
    case PT_BOOLEAN:
      return typeof value === 'boolean' ? Number(value) : undefined;
    case PT_LONG:
      return Number.isInteger(value) ? (value as number) | 0 : undefined;
    case PT_BINARY:
      return value instanceof Uint8Array ? value : undefined;
    default:
      // A string of MAPI ends with its first zero; node:sqlite of Node 22 cuts it there when it reads.
      return typeof value === 'string' ? beforeZero(value) : undefined;
  }
}

function beforeZero(text: string): string {
  const zero = text.indexOf('\0');
  return zero < 0 ? text : text.slice(0, zero);
}

/**
 * The value of a column's key.
 *
 * @param value the bound value of the column
 */
export const keyValue = (value: SqlValue): SqlValue => (typeof value === 'string' ? textKey(value) : null);

function columns(kind: string, rows: readonly Row[]): Columns {
  return new Map(
    rows.map(([id, type, name, traits = '', key = null]) => {
      const tag = ((id << 16) | type) as PropTag;
      const inBag = kind === 'message' && !traits.includes('alone');
      const column = { tag, name, key, kept: traits.includes('kept'), optional: !traits.includes('always'), inBag };
      return [propId(tag), Object.freeze(column)] as const;
    }),
  );
}
