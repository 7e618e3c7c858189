import { ComError } from '../../com/index.js';
import {
  compileRestriction,
  isInstance,
  MAPI_E_NOT_ENOUGH_MEMORY,
  MAPI_E_TOO_COMPLEX,
  MV_INSTANCE,
  type PropRow,
  type PropSource,
  type PropTag,
  partsOf,
  propertiesOf,
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
  const columns = restriction ? [...new Set(propertiesOf(restriction).map(wholeTag))] : [];
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
 * A row as restrictions and orders look at it: where a column of single instances was not expanded, all its values.
 *
 * @param row the row
 */
export const shown = (row: PropRow): PropSource => ({
  get: (tag) => row.get(tag) ?? (isInstance(tag) ? row.get(wholeTag(tag)) : null),
});

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
