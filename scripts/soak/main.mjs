// Mixed load on a running `comail serve`: mailboxes of one mail system submit, list, read and get mail and reports, ten connections
// at once. In the end nothing may be lost or doubled, every submission accounted for by its trace, the heap no larger than it was.
//   npm run soak                       ten minutes
//   npm run soak -- --minutes 1        as every commit does
//   npm run soak -- --seed 7           other luck
import { parseArgs } from 'node:util';
import { account } from './account.mjs';
import { Heap } from './heap.mjs';
import { load } from './load.mjs';
import { Outside } from './outside.mjs';
import { Served } from './served.mjs';

const { values } = parseArgs({
  options: { minutes: { type: 'string', default: '10' }, seed: { type: 'string', default: '1' } },
});
const minutes = Number(values.minutes);
const seed = Number(values.seed);
if (!(minutes > 0) || !Number.isInteger(seed)) {
  process.stderr.write('npm run soak -- [--minutes NUMBER] [--seed INTEGER]\n');
  process.exit(2);
}

/** What is wrong, in words. */
const wrong = [];
const outside = await Outside.open();
const served = await Served.open(outside.port, ['ann', 'bob', 'carl']);
const heap = new Heap(served);
const begin = performance.now();
const end = begin + minutes * 60_000;
const counts = { submissions: 0, lists: 0, reads: 0, throttled: 0 };
const progress = setInterval(() => {
  const at = ((performance.now() - begin) / 1000).toFixed(0).padStart(4);
  process.stdout.write(
    `${at} s  ${counts.submissions} submitted, ${counts.lists} lists, ${counts.reads} reads, ${outside.count} went outside, heap ${heap.last} MB\n`,
  );
}, 10_000);
try {
  await heap.begin(minutes);
  const submissions = await load({ served, seed, end, counts, connections: 10, wrong });
  heap.end();
  clearInterval(progress);
  process.stdout.write(`the load has ended after ${((performance.now() - begin) / 1000).toFixed(0)} s; accounting\n`);
  wrong.push(...(await account({ served, outside, submissions })), ...heap.verdict());
} catch (error) {
  wrong.push(error instanceof Error ? (error.stack ?? error.message) : String(error));
} finally {
  clearInterval(progress);
  heap.end();
  wrong.push(...(await served.close()));
  await outside.close();
}

for (const words of wrong.slice(0, 50)) process.stdout.write(`WRONG: ${words}\n`);
if (wrong.length > 50) process.stdout.write(`and ${wrong.length - 50} more\n`);
const done = `${counts.submissions} submissions, ${counts.lists} lists and ${counts.reads} reads in ${minutes} min over 10 connections`;
process.stdout.write(
  wrong.length === 0
    ? `GOOD: ${done}; nothing lost or doubled, each accounted for by its trace, ${heap.words}\n`
    : `BAD: ${done}; ${wrong.length} things are wrong\n`,
);
process.exitCode = wrong.length === 0 ? 0 : 1;
