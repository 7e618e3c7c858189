import type { PropRow, PropTag } from '../../mapi/index.js';
import type { Awaitable } from '../props/awaitable.js';
import type { RowChange, Selection, SourceRow } from './rowsource.js';

/** What happened to one row of a view. */
export interface ViewEvent {
  /** Whether the view gained the row, lost it, or shows it anew and perhaps elsewhere. */
  readonly kind: 'added' | 'modified' | 'deleted';
  /** `PR_INSTANCE_KEY` of the row. */
  readonly key: Uint8Array;
  /** That of the row before it, null for the first row and for one that is gone. */
  readonly prior: Uint8Array | null;
  /** The row; null for one that is gone. */
  readonly row: PropRow | null;
}

/**
 * What a table shows at one time: the rows of its source under one restriction and one order. Deleted rows come first in the
 * events of a change and the others in the order of the view, so that whoever repeats them one by one ends up with the view.
 */
export interface View extends Selection {
  /** Its headings; null when the order has no categories. */
  readonly headings: Headings | null;
  /** The columns that its rows were expanded by. */
  readonly instances: readonly PropTag[];
  /**
   * The key of a row in the source, which several instances share.
   *
   * @param row a row of this view
   */
  sourceKey(row: SourceRow): Uint8Array;
  /**
   * Takes a change of the source in.
   *
   * @param changes the rows
   * @param columns what rows in events show; null when nobody listens
   * @returns what happened to the view; `changed` when that can't be told row by row
   */
  apply(changes: readonly RowChange[], columns: readonly PropTag[] | null): Awaitable<readonly ViewEvent[] | 'changed'>;
  /** Prepares for telling row by row what changes, before somebody listens. */
  follow(): Awaitable<void>;
  /** Reads everything anew, after a change that the source could not tell row by row. */
  renew(): Awaitable<void>;
}

/** The categories of a view. */
export interface Headings {
  /**
   * Opens or closes a heading.
   *
   * @param key its `PR_INSTANCE_KEY`
   * @param open whether its rows shall be seen
   * @returns its place and by how many rows the view has grown or shrunk; null when the view shows no such heading
   */
  turn(key: Uint8Array, open: boolean): { readonly place: unknown; readonly rows: number } | null;
  /** The headings that are not as the sort order lets them start: their keys, and whether they are open. */
  turned(): readonly (readonly [key: Uint8Array, open: boolean])[];
  /**
   * Opens and closes headings so that {@link turned} answers the same again.
   *
   * @param turned the headings that are not as they start
   */
  restore(turned: readonly (readonly [key: Uint8Array, open: boolean])[]): void;
  /**
   * The place of a row, also of one below a closed heading.
   *
   * @param key its `PR_INSTANCE_KEY`
   * @returns null when there is no such row
   */
  placeOf(key: Uint8Array): unknown;
}
