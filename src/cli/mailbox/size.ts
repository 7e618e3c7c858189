/**
 * A number of bytes as people read it.
 *
 * @param bytes how many
 * @returns `812 B`, `12 KB`, `3.4 MB`
 */
export function sizeText(bytes: number): string {
  let value = bytes;
  for (const unit of ['B', 'KB', 'MB', 'GB']) {
    if (value < 999.5) return `${value < 9.95 && unit !== 'B' ? value.toFixed(1) : Math.round(value)} ${unit}`;
    value /= 1024;
  }
  return `${value.toFixed(1)} TB`;
}
