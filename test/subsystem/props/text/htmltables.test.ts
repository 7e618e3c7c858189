import fc from 'fast-check';
import { compile } from 'html-to-text';
import { describe, expect, test } from 'vitest';
import { textOfHtml } from '../../../../src/subsystem/props/text/bodyforms.js';
import { tableText } from '../../../../src/subsystem/props/text/htmltables.js';

/** The table formatter that html-to-text has by itself. */
const theirs = compile({ wordwrap: false, selectors: [{ selector: 'table', format: 'dataTable' }] });

describe('Tables of HTML as text', () => {
  test('are what html-to-text makes of them, while they are of this world', () => {
    const text = fc.constantFrom(
      '',
      'a',
      'two words',
      'one<br>two',
      '<p>x</p><p>y</p>',
      '<table><tr><td>in<td>ner</table>',
    );
    // Of cells that lie over each other theirs loses some, of rows without cells it makes one or several empty lines, as it comes.
    const tableOf = (spans: readonly string[]) => {
      const cell = fc
        .tuple(fc.constantFrom('td', 'th'), fc.constantFrom(...spans), text)
        .map(([name, span, inner]) => `<${name}${span}>${inner}</${name}>`);
      const row = fc.array(cell, { minLength: 1, maxLength: 4 }).map((cells) => `<tr>${cells.join('')}</tr>`);
      return fc
        .tuple(fc.array(row, { maxLength: 4 }), fc.boolean())
        .map(([rows, body]) => `<table>${body ? `<tbody>${rows.join('')}</tbody>` : rows.join('')}</table>`);
    };
    const table = fc.oneof(tableOf(['', ' colspan=2', ' colspan="3"']), tableOf(['', ' rowspan=2', " rowspan='3'"]));
    fc.assert(
      fc.property(table, (html) => {
        expect(textOfHtml(`before${html}after`)).toBe(theirs(`before${html}after`).replaceAll('\n', '\r\n'));
      }),
      { numRuns: 300 },
    );
  });

  test.each([
    ['Infinity', 'Infinity'],
    ['1e9', '1e9'],
    ['999999999999', '999999999999'],
    ['&#49;00000000', '-5'],
    ['1.5', '0'],
    ['NaN', '%'],
  ])('have as many columns and rows as they need, whatever their attributes say: %s, %s', (colspan, rowspan) => {
    const html = `<table><tr><td title="a>b" colspan="${colspan}" rowspan="${rowspan}">one</td><td>two</td></tr><tr><td>three</td></tr></table>`;
    expect(textOfHtml(html).split(/\s+/).filter(Boolean).sort()).toEqual(['one', 'three', 'two']);
  });

  test('lose nothing of cells that lie over each other', () => {
    const html =
      '<table><tr><td>a</td><td colspan=3 rowspan=2>b</td></tr><tr><td colspan=3 rowspan=2>c</td><td>d</td></tr><tr><td>e</td></tr><tr><td>f</td><td>g</td></tr></table>';
    expect(textOfHtml(html).split(/\s+/).filter(Boolean).sort().join('')).toBe('abcdefg');
  });

  test('lose nothing of rows that are wider than they may be', () => {
    const cells = Array.from({ length: 1000 }, (_, at) => `c${at}`);
    const html = `<table><tr>${cells.map((each) => `<td>${each}</td>`).join('')}</tr></table>`;
    expect(textOfHtml(html).split(/\s+/).filter(Boolean)).toEqual(cells);
  });

  test('take work that grows as they do: each cell is looked at as often as in a small table', () => {
    let looks = 0;
    const counted = (rows: number, columns: number): number => {
      looks = 0;
      const cell = {
        colspan: 1,
        rowspan: 1,
        get text() {
          looks += 1;
          return 'x';
        },
      };
      const text = tableText(
        Array.from({ length: rows }, () => Array.from({ length: columns }, () => cell)),
        0,
        3,
      );
      expect(text.length).toBeLessThan(rows * columns * 5);
      return looks / (rows * columns);
    };
    expect(counted(20_000, 2)).toBe(counted(2, 2));
    expect(counted(2, 256)).toBe(counted(2, 2));
  });

  test('are not padded with more than they say', () => {
    const wide = { colspan: 1, rowspan: 1, text: 'w'.repeat(100_000) };
    const small = { colspan: 1, rowspan: 1, text: 'x' };
    const rows = [[wide, small], ...Array.from({ length: 20_000 }, () => [small, small])];
    const text = tableText(rows, 0, 3);
    expect(text.length).toBeLessThan(2_000_000);
    expect(text.split('\n')).toHaveLength(20_001);
    expect(text.endsWith('x   x')).toBe(true);
    const empty = Array.from({ length: 50_000 }, () => []);
    expect(tableText([...empty, [small]], 0, 3).trim()).toBe('x');
  });
});
