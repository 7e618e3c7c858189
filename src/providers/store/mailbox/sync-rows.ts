import { type PropTag, type PropValue, PT_NULL, propId, propType } from '../../../mapi/index.js';
import type { MemoryRows } from '../../../subsystem/index.js';

/**
 * Brings a table in memory in line with rows read anew: what went, came and changed is told row by row.
 *
 * @param rows the table
 * @param index its index column
 * @param wanted the rows as they shall be, in order
 */
export function syncRows(rows: MemoryRows, index: PropTag, wanted: readonly (readonly PropValue[])[]): void {
  const keyOf = (row: readonly PropValue[]): string => text(row.find(([tag]) => tag === index)?.[1]);
  const have = new Map([...rows].map((row) => [text(row.get(index)), row.toProps()] as const));
  const keys = new Set(wanted.map(keyOf));
  const gone = [...have].filter(([key]) => !keys.has(key)).map(([, row]) => row.filter(([tag]) => tag === index));
  if (gone.length > 0) rows.remove(gone);
  const changed: (readonly PropValue[])[] = [];
  for (const [position, row] of wanted.entries()) {
    const before = have.get(keyOf(row));
    if (!before) rows.insert(Math.min(position, rows.size), row);
    else if (content(before) !== content(row)) changed.push(row);
  }
  if (changed.length > 0) rows.put(changed);
}

const instanceKey = 0x0ff6;

// The key that the table itself gave a row is no change.
const content = (row: readonly PropValue[]): string =>
  row
    .filter(([tag]) => propId(tag) !== instanceKey && propType(tag) !== PT_NULL)
    .map(([tag, value]) => `${tag}=${text(value)}`)
    .sort()
    .join('\n');

const text = (value: unknown): string =>
  value instanceof Uint8Array
    ? Buffer.from(value).toString('hex')
    : Array.isArray(value)
      ? value.map(text).join()
      : String(value);
