import { ComError } from '../../com/index.js';
import {
  BOOKMARK_BEGINNING,
  BOOKMARK_CURRENT,
  BOOKMARK_END,
  MAPI_E_INVALID_BOOKMARK,
  MAPI_E_UNABLE_TO_COMPLETE,
} from '../../mapi/index.js';
import { maxBookmarks } from './limits.js';
import type { Gap, SourceRow } from './rowsource.js';
import type { View } from './view.js';

/** Where a bookmark leads. */
export interface Origin {
  /** The position. */
  readonly gap: Gap;
  /** Whether its row is gone or hidden and the next one was taken. */
  readonly changed: boolean;
}

/** The row that a bookmark stands at. */
export type MarkedRow = Pick<SourceRow, 'key' | 'place'>;

interface Mark {
  /** The row; null for the end of the table. */
  readonly key: Uint8Array | null;
  /** Where it stood when it was last seen. */
  readonly gap: Gap;
}

/** The cursor of a table and its bookmarks, which follow their rows wherever these go. */
export class Bookmarks {
  /** The cursor: the row behind it is read next. */
  cursor: Gap = 'first';
  readonly #marks = new Map<number, Mark>();
  #last: number = BOOKMARK_END;

  /** Forgets all bookmarks and goes back to the first row. */
  reset(): void {
    this.#marks.clear();
    this.cursor = 'first';
  }

  /**
   * Marks a row.
   *
   * @param row the row; null for the end
   * @param gap where it stands
   * @throws {ComError} `MAPI_E_UNABLE_TO_COMPLETE` when there are too many
   */
  add(row: MarkedRow | null, gap: Gap): number {
    if (this.#marks.size >= maxBookmarks)
      throw new ComError(MAPI_E_UNABLE_TO_COMPLETE, `more than ${maxBookmarks} bookmarks; FreeBookmark gives one back`);
    this.#marks.set(++this.#last, markAt(row, gap));
    return this.#last;
  }

  /**
   * Gives a bookmark back; the three fixed ones stay.
   *
   * @param bookmark the bookmark
   * @throws {ComError} `MAPI_E_INVALID_BOOKMARK` when there is none such
   */
  free(bookmark: number): void {
    if (isFixed(bookmark)) return;
    if (!this.#marks.delete(bookmark)) throw unknown(bookmark);
  }

  /**
   * Finds where a bookmark leads. One whose row is gone or hidden moves to the next row, for good.
   *
   * @param bookmark the bookmark
   * @param view what the table shows
   * @throws {ComError} `MAPI_E_INVALID_BOOKMARK` when there is none such, or not any more
   */
  async resolve(bookmark: number, view: View): Promise<Origin> {
    if (bookmark === BOOKMARK_BEGINNING) return { gap: 'first', changed: false };
    if (bookmark === BOOKMARK_END) return { gap: 'last', changed: false };
    if (bookmark === BOOKMARK_CURRENT) return { gap: this.cursor, changed: false };
    const mark = this.#marks.get(bookmark);
    if (!mark) throw unknown(bookmark);
    if (mark.key === null) return { gap: mark.gap, changed: false };
    const [row] = await view.fetch([mark.key], []);
    const found = row ?? (await view.read(mark.gap, 1, []))[0] ?? null;
    const next = markAt(found, mark.gap);
    this.#marks.set(bookmark, next);
    return { gap: next.gap, changed: !row };
  }
}

const markAt = (row: MarkedRow | null, gap: Gap): Mark =>
  row ? { key: row.key, gap: { place: row.place, side: 'before' } } : { key: null, gap };

const isFixed = (bookmark: number): boolean => bookmark >= BOOKMARK_BEGINNING && bookmark <= BOOKMARK_END;

const unknown = (bookmark: number): ComError =>
  new ComError(
    MAPI_E_INVALID_BOOKMARK,
    `no bookmark ${bookmark}, or it ended when the table was sorted or restricted anew`,
  );
