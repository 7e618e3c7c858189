/** Rows of values as a text, to be compared. */
export const shown = (rows: readonly (readonly unknown[])[]): string =>
  rows.map((cells) => cells.map(cell).join('|')).join('\n');

function cell(value: unknown): string {
  if (value instanceof Uint8Array) return Buffer.from(value).toString('hex');
  return typeof value === 'boolean' ? String(Number(value)) : String(value);
}
