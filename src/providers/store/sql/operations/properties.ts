import { limit } from '../../../../base/index.js';
import { type PropTag, type PropValue, propId, propType } from '../../../../mapi/index.js';
import type { SqlValue } from '../../driver/index.js';
import { StoreError } from '../../error.js';
import type { Bag } from '../bag/bag.js';
import { encodeValue } from '../bag/value.js';
import { type Column, type Columns, columnValue, keyValue, propertyValue } from '../columns.js';
import { type BigOwner, putBig, removeBig, writeBig } from './big.js';
import type { Transaction } from './transaction.js';

/** A value larger than this gets rows of its own and is streamed. */
export const bagValueBytes: number = limit(
  'store.bagValueBytes',
  32_768,
  'bytes',
  'A value this large would make every read of its neighbours slow; GetProps gives no larger ones anyway',
);

/** Changes to the properties of one object. */
export interface PropChanges {
  /** What is set; large strings and binaries go into rows of their own by themselves. PT_STRING8 is stored as UTF-8. */
  readonly set?: readonly PropValue[];
  /** Properties that go; their identifiers count. */
  readonly remove?: readonly number[];
  /** Values that were streamed in before: the property and the id of its staged value. */
  readonly big?: readonly { readonly tag: PropTag; readonly big: number }[];
}

/** Column values and the new bag. */
export interface Split {
  /** Column names with what to bind. */
  readonly columns: ReadonlyMap<string, SqlValue>;
  /** The new bag. */
  readonly bag: Bag;
  /** Values for rows of their own. */
  readonly large: readonly PropValue[];
}

/**
 * Divides changes among columns, bag and rows of their own.
 *
 * @param known the columns of the kind of object
 * @param changes the changes
 * @param bag the bag before
 * @throws {StoreError} `UNEXPECTED_TYPE` when a property with a column has another type, `INVALID_PARAMETER` when the store
 *   keeps it itself, when it cannot be removed, or when a value is not of its type
 */
export function split(known: Columns, changes: PropChanges, bag: Bag): Split {
  const columns = new Map<string, SqlValue>();
  const small: PropValue[] = [];
  const large: PropValue[] = [];
  const gone: number[] = (changes.big ?? []).map(({ tag }) => tag);
  for (const tag of changes.remove ?? []) {
    const column = known.get(propId(tag));
    if (!column) gone.push(tag);
    else if (column.kept || !column.optional)
      throw new StoreError('INVALID_PARAMETER', `${hex(tag)} cannot be removed`);
    else {
      bind(columns, column, null);
      if (column.inBag) gone.push(tag);
    }
  }
  for (const { tag } of changes.big ?? []) {
    if (known.has(propId(tag))) throw new StoreError('UNEXPECTED_TYPE', `${hex(tag)} has a column and is not streamed`);
  }
  for (const entry of changes.set ?? []) {
    const tag = entry[0];
    const value: unknown = entry[1];
    const column = known.get(propId(tag));
    if (column) {
      const bound = propType(tag) === propType(column.tag) ? columnValue(column, value) : undefined;
      if (bound === undefined) throw new StoreError('UNEXPECTED_TYPE', `${hex(tag)} must be ${hex(column.tag)}`);
      if (column.kept) throw new StoreError('INVALID_PARAMETER', `${hex(tag)} is computed by the store`);
      // What follows from other properties is set with each save and mostly says what it said before: an index would move for it.
      if (column.inBag && bound === value && bag.typed(column.tag) === value) continue;
      bind(columns, column, bound);
      // What the column could not hold (what follows a zero) is not in the bag either.
      if (column.inBag) small.push(bound === value ? entry : [column.tag, propertyValue(column, bound)]);
    } else if (isLarge(value)) {
      large.push(entry);
      gone.push(tag);
    } else small.push(entry);
  }
  return { columns, bag: bag.with(small, gone), large };
}

/**
 * Brings the rows of large values in line with changes.
 *
 * @param tx the transaction
 * @param owner whose they are
 * @param changes the changes
 * @param large what {@link split} found to be large
 * @param had whether the object may have large values already: most have none, and a look for each property costs more than all else
 * @returns how many large values the object has now, and their bytes
 * @throws {StoreError} `NOT_FOUND` when a staged value is not there
 */
export function applyBig(
  tx: Transaction,
  owner: BigOwner,
  changes: PropChanges,
  large: readonly PropValue[],
  had = true,
): { readonly count: number; readonly bytes: number } {
  if (had) {
    for (const tag of changes.remove ?? []) removeBig(tx.db, owner, tag);
    for (const [tag] of changes.set ?? []) removeBig(tx.db, owner, tag);
  } else if (large.length === 0 && !changes.big?.length) return { count: 0, bytes: 0 };
  for (const [tag, value] of large) {
    const bytes =
      typeof value === 'string' && propType(tag) === 0x001f ? Buffer.from(value, 'utf16le') : encodeValue(tag, value);
    putBig(tx.db, owner, tag, writeBig(tx.db, bytes));
  }
  for (const { tag, big } of changes.big ?? []) putBig(tx.db, owner, tag, big);
  const row = tx.db.get(
    'SELECT count(*) AS n, coalesce(sum(big.size), 0) AS bytes FROM big_use JOIN big ON big.id = big_use.big WHERE kind = ? AND owner = ?',
    owner.kind,
    owner.id,
  );
  return { count: row?.['n'] as number, bytes: row?.['bytes'] as number };
}

function bind(columns: Map<string, SqlValue>, column: Column, value: SqlValue): void {
  columns.set(column.name, value);
  if (column.key) columns.set(column.key, keyValue(value));
}

function isLarge(value: unknown): boolean {
  if (typeof value === 'string') return value.length > bagValueBytes / 4 && Buffer.byteLength(value) > bagValueBytes;
  return value instanceof Uint8Array && value.length > bagValueBytes;
}

const hex = (tag: number) => `property 0x${tag.toString(16).padStart(8, '0')}`;
