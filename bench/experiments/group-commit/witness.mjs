// An idle process that keeps the same watch over its own event loop at the same time: what it sees, the machine did.
//
// Each line on standard input ends a watch, is answered with what was seen as JSON, and begins the next one.
import { createInterface } from 'node:readline';
import { watchTicks } from './ticks.mjs';

let watch = watchTicks();
process.stdout.write('ready\n');
for await (const _ of createInterface({ input: process.stdin })) {
  process.stdout.write(`${JSON.stringify(watch.stop())}\n`);
  watch = watchTicks();
}
watch.stop();
