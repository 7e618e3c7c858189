import {
  expandInstances,
  groupRows,
  isInstance,
  PR_CONTENT_COUNT,
  PR_DEPTH,
  PR_ROW_TYPE,
  type PropRow,
  type PropSource,
  type PropTag,
  type Restriction,
  type RowGroup,
  type SSortOrderSet,
  selectRows,
  TBL_LEAF_ROW,
} from '../../src/mapi/index.js';
import { ID } from './table-values.js';

/**
 * What a table shows, worked out by the vocabulary alone: the meaning of restrictions, orders, categories and single
 * instances. One line for each row or heading.
 *
 * @param rows the objects, in the order in which equal ones stand
 * @param restriction what they must match
 * @param order the order
 */
export function linesOf(
  rows: readonly PropSource[],
  restriction: Restriction | null,
  order: SSortOrderSet,
): readonly string[] {
  const instances = instancesOf(order);
  const seen = selectRows(
    rows.flatMap((row) => expandInstances(row, instances)),
    restriction,
    order,
  );
  const lines: string[] = [];
  const leaf = (row: PropSource): number => lines.push(leafLine(row, instances));
  const walk = (group: RowGroup<PropSource>): void => {
    lines.push(headingLine(group.depth, group.values, group.count));
    if (group.depth >= order.cExpanded) return;
    group.groups.forEach(walk);
    group.rows.forEach(leaf);
  };
  const top = groupRows<PropSource>(seen, order);
  top.groups.forEach(walk);
  top.rows.forEach(leaf);
  return lines;
}

/**
 * The columns from which {@link linesShown} makes the same lines.
 *
 * @param order the order
 */
export const lineColumns = (order: SSortOrderSet): readonly PropTag[] => [
  ID,
  PR_ROW_TYPE,
  PR_DEPTH,
  PR_CONTENT_COUNT,
  ...new Set(order.aSort.map(({ ulPropTag }) => ulPropTag)),
];

/**
 * The lines of rows that a table gave.
 *
 * @param rows the rows, with {@link lineColumns}
 * @param order the order
 */
export function linesShown(rows: readonly PropRow[], order: SSortOrderSet): readonly string[] {
  const instances = instancesOf(order);
  const levels: PropTag[][] = [];
  for (const { ulPropTag, ulOrder } of order.aSort.slice(0, order.cCategories)) {
    if (ulOrder === 2) levels.at(-1)?.push(ulPropTag);
    else levels.push([ulPropTag]);
  }
  return rows.map((row) => {
    if (order.cCategories === 0 || row.get(PR_ROW_TYPE) === TBL_LEAF_ROW) return leafLine(row, instances);
    const depth = row.get(PR_DEPTH) as number;
    const values = levels[depth]?.map((tag) => row.get(tag)) ?? [];
    return headingLine(depth, values, row.get(PR_CONTENT_COUNT) as number);
  });
}

const instancesOf = (order: SSortOrderSet): readonly PropTag[] => [
  ...new Set(order.aSort.map(({ ulPropTag }) => ulPropTag).filter(isInstance)),
];

const leafLine = (row: PropSource, instances: readonly PropTag[]): string =>
  [row.get(ID), ...instances.map((tag) => text(row.get(tag)))].join(' ');

const headingLine = (depth: number, values: readonly unknown[], count: number): string =>
  `${'>'.repeat(depth + 1)} ${values.map(text).join(' & ')} (${count})`;

const text = (value: unknown): string => {
  if (value === null || value === undefined) return '-';
  if (value instanceof Uint8Array) return `x${Buffer.from(value).toString('hex')}`;
  return Array.isArray(value)
    ? `[${value.map(text).join()}]`
    : JSON.stringify(value, (_, each: unknown) => (typeof each === 'bigint' ? `${each}n` : each));
};
