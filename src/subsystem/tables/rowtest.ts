import { ComError } from '../../com/index.js';
import {
  changePropType,
  compileRestriction,
  isInstance,
  isString,
  MAPI_E_NOT_ENOUGH_MEMORY,
  MAPI_E_TOO_COMPLEX,
  MV_FLAG,
  MV_INSTANCE,
  type PropRow,
  type PropSource,
  type PropTag,
  PT_UNICODE,
  partsOf,
  propertiesOf,
  propType,
  type Restriction,
} from '../../mapi/index.js';
import { type Awaitable, andThen } from '../props/awaitable.js';
import type { RowSource } from './rowsource.js';

/** A restriction that the table evaluates itself. */
export interface RowTest {
  /** The columns that it has to be shown. */
  readonly columns: readonly PropTag[];
  /**
   * Whether a row matches.
   *
   * @param key the row's key in the source
   * @param row the row with at least {@link columns}
   * @param instance what the row shows of single-instance columns, where it was expanded
   */
  matches(key: Uint8Array, row: PropRow, instance?: PropSource): Awaitable<boolean>;
}

/**
 * Prepares a restriction for rows of a source.
 *
 * @param source where the rows come from
 * @param restriction a valid restriction; null matches everything
 * @returns the test
 * @throws {ComError} `MAPI_E_TOO_COMPLEX` for a sub-object restriction over a source that shows no sub-objects
 */
export function rowTest(source: RowSource, restriction: Restriction | null): RowTest {
  const test = compileRestriction(restriction);
  const needsObject = restriction !== null && hasSubObject(restriction);
  if (needsObject && !source.properties)
    throw new ComError(MAPI_E_TOO_COMPLEX, 'the rows of this table have no recipients or attachments to look at');
  const columns = restriction ? [...new Set(propertiesOf(restriction).map(readTag))] : [];
  return {
    columns,
    matches(key, row, instance) {
      const look = instance ?? shown(row);
      if (!source.properties || !(needsObject || columns.some((tag) => isTooLarge(row, tag)))) return test(look);
      return andThen(
        source.properties(key),
        (object) => object !== null && test(instance ? over(look, object) : object),
      );
    },
  };
}

/**
 * A row as restrictions and orders look at it: all characters of a string whatever width they ask for, and where a column of
 * single instances was not expanded, all its values.
 *
 * @param row the row, with the columns {@link readTag} of those that are looked at
 */
export const shown = (row: PropRow): PropSource => ({ get: (tag) => row.get(tag) ?? row.get(readTag(tag)) });

/**
 * Gives a row the object behind it where values are too large for the row.
 *
 * @param source where the row comes from
 * @param key the row's key in the source
 * @param row the row
 * @param columns what will be looked at
 * @returns what to look at instead of the row; null when the row suffices or is gone
 */
export const whole = (
  source: RowSource,
  key: Uint8Array,
  row: PropRow,
  columns: readonly PropTag[],
): Awaitable<PropSource | null> =>
  source.properties && columns.some((tag) => isTooLarge(row, tag)) ? source.properties(key) : null;

/**
 * The column to read for one that is looked at: the multi-valued property for its single instances, and the Unicode form of a
 * string, because 8-bit strings have lost what is not in their code page.
 *
 * @param tag any tag
 */
export const readTag = (tag: PropTag): PropTag => {
  const all = wholeTag(tag);
  return isString(all) ? changePropType(all, PT_UNICODE | (propType(all) & MV_FLAG)) : all;
};

/**
 * The multi-valued property that a column of single instances shows.
 *
 * @param tag any tag; others stay as they are
 */
export const wholeTag = (tag: PropTag): PropTag => (isInstance(tag) ? (((tag & ~MV_INSTANCE) >>> 0) as PropTag) : tag);

/**
 * Whether a restriction looks at recipients or attachments.
 *
 * @param restriction a valid restriction
 */
export const hasSubObject = (restriction: Restriction): boolean =>
  restriction.rt === 'sub' || partsOf(restriction).some(hasSubObject);

const isTooLarge = (row: PropRow, tag: PropTag): boolean => row.error(tag) === MAPI_E_NOT_ENOUGH_MEMORY;

// Single instances are the row's own affair; everything else is the object's.
const over = (row: PropSource, object: PropSource): PropSource => ({
  get: (tag) => (isInstance(tag) ? row.get(tag) : object.get(tag)),
  ...(object.rows ? { rows: (subObject: PropTag) => object.rows?.(subObject) ?? [] } : {}),
});
