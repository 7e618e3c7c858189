import type { FormatCallback } from 'html-to-text';
import { limit } from '../../../base/index.js';

const COLUMNS: number = limit(
  'body.htmlColumns',
  256,
  'columns',
  'of one row of a table in HTML; what follows stands in the last one',
);
const SPAN: number = limit(
  'body.htmlRowspan',
  16,
  'rows',
  'that one cell of a table in HTML goes over; more looks the same as a text',
);

/** A cell of a table, as text. */
export interface TextCell {
  readonly colspan: number;
  readonly rowspan: number;
  readonly text: string;
}

/**
 * Writes a table of HTML as text, its columns below each other: what the formatter `dataTable` of html-to-text does, in a time and a room
 * that grow as the table does. That one takes the square of the number of rows, and as many rows as an attribute says, though they be
 * infinitely many.
 */
export const tableFormatter: FormatCallback = (table, walk, builder, options) => {
  const { rowSpacing = 0, colSpacing = 3, maxColumnWidth, leadingLineBreaks, trailingLineBreaks } = options;
  const cellsOf = (row: Node): void => {
    builder.openTableRow();
    let [columns, open, next] = [0, 0, 1];
    const close = (): void => {
      if (open > 0) builder.closeTableCell({ colspan: open, rowspan: next });
      open = 0;
    };
    for (const cell of row.children ?? []) {
      if (cell.type !== 'tag' || (cell.name !== 'td' && cell.name !== 'th')) continue;
      if (columns < COLUMNS) {
        close();
        open = spanOf(cell.attribs?.['colspan'], COLUMNS - columns);
        next = spanOf(cell.attribs?.['rowspan'], SPAN);
        columns += open;
        builder.openTableCell({ maxColumnWidth });
      } else builder.addInline(' ');
      const heading = cell.name === 'th' && options.uppercaseHeaderCells !== false;
      if (heading) builder.pushWordTransform((text) => text.toUpperCase());
      walk(cell.children ?? [], builder);
      if (heading) builder.popWordTransform();
    }
    close();
    builder.closeTableRow();
  };
  const rowsOf = (parent: Node): void => {
    for (const child of parent.children ?? []) {
      if (child.type !== 'tag') continue;
      if (child.name === 'tr') cellsOf(child);
      else if (GROUPS.has(child.name ?? '')) rowsOf(child);
    }
  };
  builder.openTable();
  rowsOf(table);
  const tableToString = (rows: readonly (readonly TextCell[])[]): string => tableText(rows, rowSpacing, colSpacing);
  builder.closeTable({ tableToString, leadingLineBreaks, trailingLineBreaks });
};

type Node = Parameters<FormatCallback>[0];

const GROUPS: ReadonlySet<string> = new Set(['thead', 'tbody', 'tfoot', 'center']);

/** How many columns or rows a cell goes over. */
function spanOf(written: string | undefined, most: number): number {
  const digits = /^\s*(\d{1,9})/.exec(written ?? '')?.[1] ?? '1';
  return Math.min(Math.max(Number(digits), 1), most);
}

/**
 * A table as text.
 *
 * @param rows its cells
 * @param rowSpacing empty lines between rows
 * @param colSpacing blanks between columns
 */
export function tableText(rows: readonly (readonly TextCell[])[], rowSpacing: number, colSpacing: number): string {
  const down = new Offsets();
  const columns: { readonly cell: TextCell; readonly row: number; readonly lines: readonly string[] }[][] = [];
  /** Up to which row the columns are taken by cells above. */
  const taken: number[] = [];
  let room = PADDING;
  for (const [row, cells] of rows.entries()) {
    let column = 0;
    for (const cell of cells) {
      while ((taken[column] ?? 0) > row) column += 1;
      const lines = cell.text.split('\n');
      let place = columns[column];
      if (place === undefined) {
        while (columns.length <= column) columns.push([]);
        place = columns[column] as (typeof columns)[number];
      }
      place.push({ cell, row, lines });
      for (let at = 0; at < cell.colspan; at++)
        taken[column + at] = Math.max(taken[column + at] ?? 0, row + cell.rowspan);
      column += cell.colspan;
      down.push(row, cell.rowspan, lines.length + rowSpacing);
      room += PADDING_FACTOR * (cell.text.length + 1);
    }
  }
  const written: string[] = [];
  const across = new Offsets();
  for (const [column, cells] of columns.entries())
    for (const { cell, row, lines } of cells) {
      let width = 0;
      const top = down.at(row);
      for (const [at, line] of lines.entries()) {
        const before = written[top + at] ?? '';
        const blanks = Math.max(0, across.at(column) - before.length);
        room -= blanks;
        // Where there is more to pad than to say, columns stand behind each other.
        written[top + at] =
          before + ' '.repeat(room > 0 || before === '' ? Math.min(blanks, Math.max(room, 0)) : colSpacing) + line;
        width = Math.max(width, line.length);
      }
      across.push(column, cell.colspan, width + colSpacing);
    }
  return Array.from(written, (line) => line ?? '').join('\n');
}

/** Blanks that a table may be padded with, and how many more for each letter in it. */
const PADDING = 64 * 1024;
const PADDING_FACTOR = 8;

/** Where rows or columns begin. */
class Offsets {
  readonly #at: number[] = [0];

  at(index: number): number {
    for (let next = this.#at.length; next <= index; next++) this.#at.push(1 + (this.#at[next - 1] as number));
    return this.#at[index] as number;
  }

  /** What lies over some of them needs room. */
  push(index: number, span: number, size: number): void {
    this.#at[index + span] = Math.max(this.at(index + span), this.at(index) + size);
  }
}
