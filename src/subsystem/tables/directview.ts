import { compileRestriction, type PropTag, type Restriction } from '../../mapi/index.js';
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

  // Whether the view contained the row before the change; null when that can't be told.
  const contained = ({ kind, was }: RowChange): boolean | null => {
    if (kind === 'added') return false;
    if (restriction === null) return true;
    if (!was || (looksInside && !was.rows)) return null;
    return test(was);
  };

  const apply = async (
    changes: readonly RowChange[],
    columns: readonly PropTag[] | null,
  ): Promise<readonly ViewEvent[] | 'changed'> => {
    if (!columns) return [];
    const found = await selection.fetch(
      changes.map(({ key }) => key),
      columns,
    );
    const gone: ViewEvent[] = [];
    const here: { readonly kind: 'added' | 'modified'; readonly now: SourceRow }[] = [];
    for (const [index, change] of changes.entries()) {
      const before = contained(change);
      if (before === null) return 'changed';
      const now = found[index] ?? null;
      if (now) here.push({ kind: before ? 'modified' : 'added', now });
      else if (before) gone.push({ kind: 'deleted', key: change.key, prior: null, row: null });
    }
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
    renew: () => undefined,
  };
}
