// Group commit on a synchronous SQLite driver: is it correct, how fast, and how long does it hold up the event loop?
//
//     node bench/experiments/group-commit/main.mjs [--driver-path FOLDER] [--dir FOLDER] [--seconds 1] [--rounds 5]
//         [--crashes 10] [--only correctness|rates|rude|crashes] [--json]
//
// Needs nothing on a Node with node:sqlite. On Node 20 install better-sqlite3 12 somewhere and name its folder:
//
//     (mkdir -p /tmp/driver && cd /tmp/driver && npm init -y && npm install better-sqlite3@12.11.1)
//     node bench/experiments/group-commit/main.mjs --driver-path /tmp/driver/node_modules/better-sqlite3
//
// The numbers belong to the disk under --dir, which is the system's temporary folder unless told otherwise.
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { checkCorrectness } from './correctness.mjs';
import { checkCrashes } from './crash.mjs';
import { syncTimes } from './disk.mjs';
import { openDatabase } from './driver.mjs';
import { forms, openRoad } from './forms.mjs';
import { drive, median } from './measure.mjs';
import { callWitness, dismiss, launch } from './process.mjs';
import { schema } from './submission.mjs';

const { values: args } = parseArgs({
  options: {
    'driver-path': { type: 'string' },
    dir: { type: 'string', default: tmpdir() },
    seconds: { type: 'string', default: '1' },
    rounds: { type: 'string', default: '5' },
    crashes: { type: 'string', default: '10' },
    only: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
});
const driverPath = args['driver-path'] && resolve(args['driver-path']);
const folder = mkdtempSync(join(args.dir, 'group-commit-'));
const ms = Number(args.seconds) * 1000;
const rounds = Number(args.rounds);
const good = forms.filter((form) => form !== 'blocking');
const wants = (part) => !args.only || args.only === part;
const heading =
  'form          neighbour  single/s  group/s  ratio  stall  worst  >20  idle  >20  burst  commit   p99  in group  taken  neighbour/s';
let files = 0;
const result = { node: process.version, processors: cpus().length, driver: '', disk: {}, rows: [] };

const witness = await callWitness();
try {
  await run();
} finally {
  witness.dismiss();
  rmSync(folder, { recursive: true, force: true });
}

async function run() {
  const db = await openDatabase(join(folder, 'name.db'), { driverPath });
  result.driver = db.name;
  db.close();
  say(`Node ${process.version}, ${db.name}, ${cpus()[0]?.model} x ${cpus().length}`);
  result.disk = syncTimes(folder);
  say(
    `fdatasync of 4 KB, ms: ${Object.entries(result.disk)
      .map(([q, t]) => `${q} ${t.toFixed(2)}`)
      .join(', ')}`,
  );
  if (wants('correctness')) {
    for (const form of good) {
      say(`\nCorrect? ${form}`);
      for (const line of await checkCorrectness(form, await fresh(), driverPath)) say(`  yes: ${line}`);
    }
  }
  if (wants('rates')) await rates();
  if (wants('rude')) await rude();
  if (wants('crashes')) {
    say(`\nkill -9 while a second process writes, ${args.crashes} rounds`);
    for (const form of good) {
      const sums = await checkCrashes(form, await fresh(), driverPath, Number(args.crashes));
      say(`  ${form}: ${sums.acknowledged} acknowledged, all there; ${sums.refused} refused, none there;`);
      say(`  ${' '.repeat(form.length)}  ${sums.unacknowledged} there whose answer was cut off; nothing by half`);
    }
  }
  if (args.json) console.log(JSON.stringify(result));
}

/** Single against grouped, alternating, alone and with a second process that writes all the time. */
async function rates() {
  say('\n64 clients, medians of the rounds, `worst`, `idle`, `burst` and `commit` of all rounds; times in ms');
  say(heading);
  for (const form of good) {
    for (const manner of ['none', 'steady']) {
      const file = await fresh();
      const neighbour = manner === 'none' ? undefined : await launch('neighbour.mjs', [file, manner, driverPath]);
      const since = performance.now();
      const single = await openRoad(form, file, driverPath, 1);
      const grouped = await openRoad(form, file, driverPath);
      await drive(single.submitter, 64, ms / 2);
      await drive(grouped.submitter, 64, ms / 2);
      const ones = [];
      const groups = [];
      for (let round = 0; round < rounds; round++) {
        ones.push(await drive(single.submitter, 64, ms));
        groups.push(await drive(grouped.submitter, 64, ms, witness.ask));
      }
      await single.close();
      await grouped.close();
      const seconds = (performance.now() - since) / 1000;
      const others = neighbour ? (await dismiss(neighbour)) / seconds : 0;
      row(form, manner, ones, groups, others);
    }
  }
}

/** A second process that sits on the lock: nobody commits meanwhile, but the event loop must go on. */
async function rude() {
  say('\nThe second process holds the write lock for 50 ms, ten times a second');
  say(heading);
  for (const form of forms) {
    const file = await fresh();
    const neighbour = await launch('neighbour.mjs', [file, 'rude', driverPath]);
    const since = performance.now();
    const grouped = await openRoad(form, file, driverPath);
    const runs = [];
    for (let round = 0; round < 3; round++) runs.push(await drive(grouped.submitter, 64, ms, witness.ask));
    await grouped.close();
    const seconds = (performance.now() - since) / 1000;
    row(form, 'rude', [], runs, (await dismiss(neighbour)) / seconds);
  }
}

function row(form, manner, ones, groups, others) {
  const single = median(ones.map((run) => run.rate));
  const rate = median(groups.map((run) => run.rate));
  const worst = (key) => Math.max(...groups.map((run) => run[key]));
  const sum = (key) => groups.reduce((total, run) => total + run[key], 0);
  const summary = {
    form,
    neighbour: manner,
    single,
    rate,
    ratio: single && rate / single,
    stall: median(groups.map((run) => run.stall)),
    worst: worst('stall'),
    over: sum('over'),
    elsewhere: worst('elsewhere'),
    overElsewhere: sum('overElsewhere'),
    burst: worst('burst'),
    commit: worst('commit'),
    p99: median(groups.map((run) => run.p99)),
    perGroup: median(groups.map((run) => run.perGroup)),
    busy: sum('busy'),
    others,
  };
  result.rows.push(summary);
  const cell = (value, width, digits = 0) => (value ? value.toFixed(digits) : '-').padStart(width);
  const cells = [
    cell(single, 9),
    cell(rate, 8),
    cell(summary.ratio, 6, 1),
    cell(summary.stall, 6, 1),
    cell(summary.worst, 6, 1),
    cell(summary.over, 4),
    cell(summary.elsewhere, 5, 1),
    cell(summary.overElsewhere, 4),
    cell(summary.burst, 6, 1),
    cell(summary.commit, 7, 1),
    cell(summary.p99, 5, 1),
    cell(summary.perGroup, 9, 1),
    cell(summary.busy, 6),
    cell(others, 12),
  ];
  say(`${form.padEnd(13)} ${manner.padEnd(9)} ${cells.join(' ')}`);
}

/** A new database with the schema in it. */
async function fresh() {
  const file = join(folder, `${files++}.db`);
  const db = await openDatabase(file, { driverPath });
  db.exec(schema);
  db.close();
  return file;
}

/** Prints a line of the table, to standard error when standard output carries the JSON. */
function say(line) {
  if (args.json) console.error(line);
  else console.log(line);
}
