import { isString, propId, type SSortOrder, TABLE_SORT_ASCEND, TABLE_SORT_DESCEND } from '../../../../mapi/index.js';
import type { SqlValue } from '../../driver/index.js';
import type { Columns } from '../columns.js';

/** A column to sort by; nulls come last in either direction. */
export interface SortKey {
  /** The SQL of the key. */
  readonly sql: string;
  /** Largest first. */
  readonly descending: boolean;
  /** It may be null. */
  readonly optional: boolean;
}

/**
 * Compiles a sort order.
 *
 * @param sort the columns, most significant first
 * @param columns the columns of the rows
 * @param alias the name of the rows' table in the query
 * @returns the keys; null when SQL cannot sort like this: a property without a column or of another type, a text without a
 *   key, or headings
 */
export function sortKeys(sort: readonly SSortOrder[], columns: Columns, alias: string): readonly SortKey[] | null {
  const keys: SortKey[] = [];
  for (const { ulPropTag, ulOrder } of sort) {
    const column = columns.get(propId(ulPropTag));
    if (!column || (ulOrder !== TABLE_SORT_ASCEND && ulOrder !== TABLE_SORT_DESCEND)) return null;
    const text = isString(column.tag);
    const name = text ? column.key : column.name;
    if (name === null || (text ? !isString(ulPropTag) : ulPropTag !== column.tag)) return null;
    keys.push({ sql: `${alias}.${name}`, descending: ulOrder === TABLE_SORT_DESCEND, optional: column.optional });
  }
  return keys;
}

/** A stretch of rows that an index gives in one go: rows of different stretches follow each other. */
export interface Stretch {
  readonly where: string;
  readonly values: readonly SqlValue[];
  readonly order: string;
}

/**
 * Cuts the rows behind a row into stretches. One condition for all of them would be an OR, for which SQLite reads from the
 * beginning; each of these is a range of an index that sorts by the keys, so that deep pages cost what the first does.
 *
 * @param keys what to sort by; rows with equal keys sort by id
 * @param id the SQL of the id
 * @param after the keys and the id of the row; null for all rows
 * @param backwards the rows before it instead, nearest first
 */
export function stretches(
  keys: readonly SortKey[],
  id: string,
  after: { readonly keys: readonly SqlValue[]; readonly id: number } | null,
  backwards: boolean,
): readonly Stretch[] {
  if (after === null) return forward(keys, id, [], [], backwards);
  const found: Stretch[] = [];
  // The rows that are equal in all keys come next, then those equal in all but the last, and so on.
  found.push({
    where: [
      ...keys.map((key, index) => equal(key, after.keys[index] ?? null)),
      `${id} ${backwards ? '<' : '>'} ?`,
    ].join(' AND '),
    values: [...bound(after.keys), after.id],
    order: `${id} ${backwards ? 'DESC' : 'ASC'}`,
  });
  for (let at = keys.length - 1; at >= 0; at--) {
    const key = keys[at] as SortKey;
    const value = after.keys[at] ?? null;
    const prefix = keys.slice(0, at).map((each, index) => equal(each, after.keys[index] ?? null));
    const values = bound(after.keys.slice(0, at));
    const rest = keys.slice(at + 1);
    if (value !== null) {
      const beyond = `${key.sql} ${key.descending === backwards ? '>' : '<'} ?`;
      const range = forward(
        [{ ...key, optional: false }, ...rest],
        id,
        [...prefix, beyond],
        [...values, value],
        backwards,
      );
      const nulls =
        key.optional && !backwards ? forward(rest, id, [...prefix, `${key.sql} IS NULL`], values, backwards) : [];
      found.push(...range, ...nulls);
    } else if (backwards) {
      found.push(
        ...forward([{ ...key, optional: false }, ...rest], id, [...prefix, `${key.sql} IS NOT NULL`], values, true),
      );
    }
  }
  return found;
}

/** All rows of a prefix; those without a first key in a stretch of their own, because nulls come last. */
function forward(
  keys: readonly SortKey[],
  id: string,
  where: readonly string[],
  values: readonly SqlValue[],
  backwards: boolean,
): Stretch[] {
  const [first, ...rest] = keys;
  if (first?.optional) {
    const some = forward(
      [{ ...first, optional: false }, ...rest],
      id,
      [...where, `${first.sql} IS NOT NULL`],
      values,
      backwards,
    );
    const none = forward(rest, id, [...where, `${first.sql} IS NULL`], values, backwards);
    return backwards ? [...none, ...some] : [...some, ...none];
  }
  const direction = (descending: boolean) => (descending === backwards ? 'ASC' : 'DESC');
  const order = keys.flatMap(({ sql, descending, optional }) => {
    const term = `${sql} ${direction(descending)}`;
    return optional ? [`(${sql} IS NULL) ${direction(false)}`, term] : [term];
  });
  const all = [...order, `${id} ${direction(false)}`].join(', ');
  return [{ where: where.length > 0 ? where.join(' AND ') : '1 = 1', values, order: all }];
}

const equal = (key: SortKey, value: SqlValue) => (value === null ? `${key.sql} IS NULL` : `${key.sql} = ?`);
const bound = (values: readonly SqlValue[]) => values.filter((value) => value !== null);
