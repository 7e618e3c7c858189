// How long the disk takes to promise: no form can commit faster than this, and none can stall less on the thread it is on.
import { closeSync, fdatasyncSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { quantile } from './measure.mjs';

/** Times 2,000 appends of 4 KB with fdatasync in a folder; the quantiles in ms. */
export function syncTimes(folder) {
  const path = join(folder, 'disk');
  const fd = openSync(path, 'w');
  const page = Buffer.alloc(4096, 1);
  const times = [];
  for (let i = 0; i < 2000; i++) {
    writeSync(fd, page);
    const started = performance.now();
    fdatasyncSync(fd);
    times.push(performance.now() - started);
  }
  closeSync(fd);
  rmSync(path);
  times.sort((a, b) => a - b);
  return { p50: quantile(times, 0.5), p99: quantile(times, 0.99), 'p99.9': quantile(times, 0.999), max: times.at(-1) };
}
