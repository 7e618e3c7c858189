import { expect } from 'vitest';
import { ok, S_OK } from '../../src/com/index.js';
import {
  categorized,
  compileRestriction,
  DIR_BACKWARD,
  type IMAPITable,
  MAPI_E_NOT_FOUND,
  MAPI_W_POSITION_CHANGED,
  PropRow,
  type PropValue,
  prop,
  type Restriction,
  rowOrder,
  type SSortOrderSet,
  selectRows,
  TBL_NOADVANCE,
} from '../../src/mapi/index.js';
import { ID } from './table-values.js';

/** One object as it is at one time. Objects are told apart by their serial, which also is the order of equal ones. */
interface Line {
  readonly serial: number;
  readonly row: PropRow;
}

type Gap = 'first' | { readonly line: Line; readonly side: 'before' | 'behind' };

interface Mark {
  readonly bookmark: number;
  serial: number | null;
  gap: Gap;
}

/** A table as an array with a cursor and bookmarks, worked out anew for each question, whatever becomes of its rows. */
export class CursorModel {
  readonly #objects = new Map<number, Line>();
  readonly #marks: Mark[] = [];
  #order: SSortOrderSet = categorized(0, 0);
  #restriction: Restriction | null = null;
  #cursor: Gap = 'first';
  #serial = 0;

  /** The identifiers of all objects. */
  get ids(): readonly number[] {
    return [...this.#objects.keys()];
  }

  put(id: number, props: readonly PropValue[]): void {
    const serial = this.#objects.get(id)?.serial ?? this.#serial++;
    this.#objects.set(id, { serial, row: PropRow.fromProps([prop(ID, id), ...props]) });
  }

  remove(id: number): void {
    this.#objects.delete(id);
  }

  /** Compares position, count and rows with those of the table. */
  async check(table: IMAPITable): Promise<void> {
    const lines = this.#lines();
    expect((await ok(table.QueryPosition())).lpulRow).toBe(this.#index(this.#cursor, lines));
    expect(await ok(table.GetRowCount())).toBe(lines.length);
  }

  async sort(table: IMAPITable, order: SSortOrderSet): Promise<void> {
    expect(await table.SortTable(order)).toBe(S_OK);
    this.#order = order;
    this.#reset();
  }

  async restrict(table: IMAPITable, restriction: Restriction | null): Promise<void> {
    expect(await table.Restrict(restriction)).toBe(S_OK);
    this.#restriction = restriction;
    this.#reset();
  }

  async query(table: IMAPITable, count: number, stay: boolean): Promise<void> {
    const rows = await ok(table.QueryRows(count, stay ? TBL_NOADVANCE : 0));
    const lines = this.#lines();
    const at = this.#index(this.#cursor, lines);
    const expected = count > 0 ? lines.slice(at, at + count) : lines.slice(Math.max(0, at + count), at);
    expect(rows.map((row) => row.get(ID))).toEqual(expected.map(({ row }) => row.get(ID)));
    const [first, last] = [expected[0], expected.at(-1)];
    if (first && last) this.#cursor = stay ? { line: first, side: 'before' } : { line: last, side: 'behind' };
  }

  async seek(table: IMAPITable, origin: number, count: number): Promise<void> {
    const { bookmark, gap, changed } = this.#resolve(origin);
    const lines = this.#lines();
    const start = gap === 'last' ? lines.length : this.#index(gap, lines);
    const end = Math.max(0, Math.min(lines.length, start + count));
    expect(await table.SeekRow(bookmark, count)).toEqual([changed ? MAPI_W_POSITION_CHANGED : S_OK, end - start]);
    this.#cursor = this.#moved(gap, start, end, lines);
  }

  async find(table: IMAPITable, restriction: Restriction, origin: number, backward: boolean): Promise<void> {
    const { bookmark, gap, changed } = this.#resolve(origin);
    const lines = this.#lines();
    const at = gap === 'last' ? lines.length : this.#index(gap, lines);
    const test = compileRestriction(restriction);
    const side = backward ? lines.slice(0, at).reverse() : lines.slice(at);
    const found = side.find(({ row }) => test(row));
    const code = found ? (changed ? MAPI_W_POSITION_CHANGED : S_OK) : MAPI_E_NOT_FOUND;
    expect(await table.FindRow(restriction, bookmark, backward ? DIR_BACKWARD : 0)).toBe(code);
    if (found) this.#cursor = { line: found, side: 'before' };
  }

  async mark(table: IMAPITable): Promise<void> {
    const bookmark = await ok(table.CreateBookmark());
    const lines = this.#lines();
    const line = lines[this.#index(this.#cursor, lines)];
    const gap: Gap = line ? { line, side: 'before' } : this.#cursor;
    this.#marks.push({ bookmark, serial: line?.serial ?? null, gap });
  }

  #lines(): readonly Line[] {
    const lines = [...this.#objects.values()].sort((a, b) => a.serial - b.serial);
    const seen = new Set(
      selectRows(
        lines.map(({ row }) => row),
        this.#restriction,
        this.#order,
      ),
    );
    return lines.filter(({ row }) => seen.has(row)).sort((a, b) => this.#compare(a, b));
  }

  #compare(a: Line, b: Line): number {
    return rowOrder(this.#order)(a.row, b.row) || a.serial - b.serial;
  }

  #index(gap: Gap, lines: readonly Line[]): number {
    if (gap === 'first') return 0;
    return lines.filter((line) => this.#compare(line, gap.line) < (gap.side === 'behind' ? 1 : 0)).length;
  }

  #moved(gap: Gap | 'last', start: number, end: number, lines: readonly Line[]): Gap {
    if (end > start) return { line: lines[end - 1] as Line, side: 'behind' };
    if (end < start) return { line: lines[end] as Line, side: 'before' };
    if (gap !== 'last') return gap;
    const last = lines.at(-1);
    return last ? { line: last, side: 'behind' } : 'first';
  }

  // 0, 1 and 2 are the fixed bookmarks; what is above them are those that were made, counted from 3.
  #resolve(origin: number): { readonly bookmark: number; readonly gap: Gap | 'last'; readonly changed: boolean } {
    const mark = this.#marks.length > 0 ? this.#marks[(origin - 3) % this.#marks.length] : undefined;
    if (origin < 3 || !mark) {
      const bookmark = origin % 3;
      const gap = (['first', this.#cursor, 'last'] as const)[bookmark] as Gap | 'last';
      return { bookmark, gap, changed: false };
    }
    const { bookmark } = mark;
    if (mark.serial === null) return { bookmark, gap: mark.gap, changed: false };
    const lines = this.#lines();
    const own = lines.find(({ serial }) => serial === mark.serial);
    const line = own ?? lines[this.#index(mark.gap, lines)];
    mark.serial = line?.serial ?? null;
    if (line) mark.gap = { line, side: 'before' };
    return { bookmark, gap: mark.gap, changed: !own };
  }

  #reset(): void {
    this.#marks.length = 0;
    this.#cursor = 'first';
  }
}
