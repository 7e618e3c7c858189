import { compileRestriction, type PropTag, type Restriction } from '../../mapi/index.js';
import { keyText } from './keytext.js';
import { maxGatheredRows, maxRowEvents } from './limits.js';
import type { Gap, RowChange, Selection, SourceRow } from './rowsource.js';
import { hasSubObject } from './rowtest.js';
import type { View, ViewEvent } from './view.js';

/**
 * A view that the source makes alone: it holds nothing, so that a table of any size costs what is read of it.
 *
 * @param selection what the view shows
 * @param restriction what the selection was restricted by
 */
export function directView(selection: Selection, restriction: Restriction | null): View {
  const test = compileRestriction(restriction);
  const looksInside = restriction !== null && hasSubObject(restriction);

  const members = new Members(selection);

  // Whether the view contained the row before the change; null when that can't be told.
  const contained = ({ kind, key, was }: RowChange): boolean | null => {
    const known = members.has(key);
    if (known !== null || selection.keys) return known;
    if (kind === 'added') return false;
    if (restriction === null) return true;
    if (!was || (looksInside && !was.rows)) return null;
    return test(was);
  };

  const apply = async (
    changes: readonly RowChange[],
    columns: readonly PropTag[] | null,
  ): Promise<readonly ViewEvent[] | 'changed'> => {
    if (!columns) {
      members.forget();
      return [];
    }
    const found = await selection.fetch(
      changes.map(({ key }) => key),
      columns,
    );
    const gone: ViewEvent[] = [];
    const here: { readonly kind: 'added' | 'modified'; readonly now: SourceRow }[] = [];
    let told = true;
    for (const [index, change] of changes.entries()) {
      const before = contained(change);
      const now = found[index] ?? null;
      members.note(change.key, now !== null);
      if (before === null) told = false;
      else if (now) here.push({ kind: before ? 'modified' : 'added', now });
      else if (before) gone.push({ kind: 'deleted', key: change.key, prior: null, row: null });
    }
    if (!told) {
      await members.gather();
      return 'changed';
    }
    // More than the sinks are told of one by one: where each of them stands need not be read.
    if (gone.length + here.length > maxRowEvents) return 'changed';
    here.sort((a, b) => selection.compare(a.now.place, b.now.place));
    const events = gone;
    for (const { kind, now } of here) {
      const [prior] = await selection.read({ place: now.place, side: 'before' }, -1, []);
      events.push({ kind, key: now.key, prior: prior?.key ?? null, row: now.row });
    }
    return events;
  };

  return {
    headings: null,
    instances: [],
    sourceKey: ({ key }) => key,
    count: () => selection.count(),
    read: (from: Gap, count, columns) => selection.read(from, count, columns),
    skip: (from: Gap, count) => selection.skip(from, count),
    index: (of: Gap) => selection.index(of),
    fetch: (keys, columns) => selection.fetch(keys, columns),
    compare: (a, b) => selection.compare(a, b),
    ...(selection.find
      ? {
          find: (wanted: Restriction, from: Gap, backward: boolean) => selection.find?.(wanted, from, backward) ?? null,
        }
      : {}),
    apply,
    follow: () => members.gather(),
    renew: () => members.renew(),
  };
}

/**
 * Which rows a view has shown, for as long as somebody listens: all of them where the selection can name them, else those
 * that changes have told of. The source may be ahead of its changes, so that these alone don't say what was shown.
 */
class Members {
  readonly #selection: Selection;
  readonly #shown = new Map<string, boolean>();
  #complete = false;

  constructor(selection: Selection) {
    this.#selection = selection;
  }

  /** Whether the row was shown; null when that is not known. */
  has(key: Uint8Array): boolean | null {
    return this.#shown.get(keyText(key)) ?? (this.#complete ? false : null);
  }

  note(key: Uint8Array, shown: boolean): void {
    if (this.#complete && !shown) this.#shown.delete(keyText(key));
    else this.#shown.set(keyText(key), shown);
    if (this.#shown.size > maxGatheredRows) this.forget();
  }

  async gather(): Promise<void> {
    if (this.#complete || !this.#selection.keys) return;
    const keys = await this.#selection.keys();
    this.forget();
    if (keys.length > maxGatheredRows) return;
    for (const key of keys) this.#shown.set(keyText(key), true);
    this.#complete = true;
  }

  async renew(): Promise<void> {
    const complete = this.#complete;
    this.forget();
    if (complete) await this.gather();
  }

  forget(): void {
    this.#shown.clear();
    this.#complete = false;
  }
}
