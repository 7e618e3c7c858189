import {
  ascend,
  counted,
  descend,
  type PropTag,
  propertiesOf,
  type Restriction,
  type SortLevels,
  type SSortOrder,
  type SSortOrderSet,
  sortLevels,
  validateRestriction,
} from '../../mapi/index.js';
import { directView } from './directview.js';
import { GatheredView } from './gatheredview.js';
import { instanceTags } from './leaf.js';
import type { RowSource } from './rowsource.js';
import { rowTest } from './rowtest.js';
import type { View } from './view.js';

/** What decides which rows a table shows and in which order. */
export interface ViewSettings {
  /** What rows must match, valid; null for all of them. */
  readonly restriction: Restriction | null;
  /** The order; without columns that of the source. */
  readonly order: SSortOrderSet;
  /** The columns that rows are expanded by. */
  readonly instances: readonly PropTag[];
}

/**
 * Refuses settings that no view can be opened for, as far as that can be told before.
 *
 * @param source where the rows come from
 * @param settings what to show
 * @throws {ComError} `MAPI_E_TOO_COMPLEX`, or `MAPI_E_INVALID_PARAMETER` for what is no restriction or order at all
 */
export function checkSettings(source: RowSource, { restriction, order, instances }: ViewSettings): void {
  if (restriction) validateRestriction(restriction);
  const expanded = instanceTags([...instances, ...sortedTags(sortLevels(order))]);
  rowTest(source, split(source, counted(restriction).restriction, expanded)[1]);
}

/**
 * Opens the view that does as much as possible in the source.
 *
 * @param source where the rows come from
 * @param settings what to show
 * @param signal ends it early with `MAPI_E_CANCEL`
 * @throws {ComError} `MAPI_E_TOO_COMPLEX` when the order or the restriction can't be had, `MAPI_E_TABLE_TOO_BIG` when too many
 *   rows would have to be put in order
 */
export async function openView(source: RowSource, settings: ViewSettings, signal?: AbortSignal): Promise<View> {
  const sort = sortLevels(settings.order);
  const instances = instanceTags([...settings.instances, ...sortedTags(sort)]);
  const { restriction, most } = counted(settings.restriction);
  const [pushed, rest] = split(source, restriction, instances);
  const test = rowTest(source, rest);
  const order = settings.order.aSort;
  const plain = sort.levels.length === 0 && instances.length === 0;
  if (plain && !rest && most === Infinity && (order.length === 0 || source.orders(order)))
    return directView(source.select({ restriction: pushed, order }), pushed);
  const sorted = most === Infinity ? [] : flat(sort);
  const ordered = sorted.length === 0 || (instances.length === 0 && source.orders(sorted));
  const view = new GatheredView({
    source,
    selection: source.select({ restriction: pushed, narrow: rest, order: ordered ? sorted : [] }),
    test,
    sort,
    instances,
    most,
    ordered,
  });
  await view.renew(signal);
  return view;
}

function split(
  source: RowSource,
  restriction: Restriction | null,
  expanded: readonly PropTag[],
): [pushed: Restriction | null, rest: Restriction | null] {
  // Where rows are expanded, a column of single instances means one instance, which only the table knows.
  const isFor = (part: Restriction): boolean =>
    source.restricts(part) && !propertiesOf(part).some((tag) => expanded.includes(tag));
  if (!restriction || isFor(restriction)) return [restriction, null];
  if (restriction.rt === 'comment') return split(source, restriction.lpRes, expanded);
  if (restriction.rt !== 'and') return [null, restriction];
  return [joined(restriction.lpRes.filter(isFor)), joined(restriction.lpRes.filter((part) => !isFor(part)))];
}

const joined = (parts: readonly Restriction[]): Restriction | null =>
  parts.length > 1 ? { rt: 'and', lpRes: parts } : (parts[0] ?? null);

// The order in which a count takes rows, whichever columns make headings.
const flat = ({ levels, rest }: SortLevels): readonly SSortOrder[] =>
  [...levels.flatMap(({ columns }) => columns), ...rest].map(({ tag, descending }) =>
    descending ? descend(tag) : ascend(tag),
  );

const sortedTags = ({ levels, rest }: SortLevels): readonly PropTag[] =>
  [...levels.flatMap(({ columns }) => columns), ...rest].map(({ tag }) => tag);
