import { limits } from '../base/index.js';
// Every room states its limits when it is loaded.
import '../index.js';
import { EXIT, type Io } from './io.js';
import { painter } from './paint.js';
import { grouped } from './trace.js';

/**
 * `comail limits`: every bound that the product holds, and why it is that number.
 *
 * @param json print one JSON array instead of a table
 * @param io where to print
 */
export function printLimits(json: boolean, io: Io): number {
  const rows = limits();
  if (json) {
    io.stdout.write(`${JSON.stringify(rows)}\n`);
    return EXIT.done;
  }
  const paint = painter(io.stdout, io.env);
  const width = Math.max(...rows.map(({ name }) => name.length));
  const values = rows.map(({ value, unit }) => `${Number.isFinite(value) ? grouped(value) : 'none'} ${unit}`);
  const valueWidth = Math.max(...values.map((value) => value.length));
  rows.forEach(({ name, reason }, i) => {
    const value = (values[i] ?? '').padStart(valueWidth);
    io.stdout.write(`${paint('bold', name.padEnd(width))}  ${value}  ${paint('dim', reason)}\n`);
  });
  return EXIT.done;
}
