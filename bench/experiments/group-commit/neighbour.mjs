// The second process: writes to the same database all the time, through the same Submitter, until its standard input ends.
//
//     node neighbour.mjs <file> <steady|rude> [driver path]
//
// `steady` commits one group after the other. `rude` sits on the write lock for 50 ms, ten times a second.
import { openDatabase } from './driver.mjs';
import { groupCommitter } from './group.mjs';
import { applier, submission } from './submission.mjs';
import { Submitter } from './submitter.mjs';

const [file, manner, driverPath] = process.argv.slice(2);
const db = await openDatabase(file, { driverPath, busyTimeout: manner === 'rude' ? 5_000 : 0 });
let going = true;
let written = 0;
process.stdin.on('end', () => {
  going = false;
});
process.stdin.resume();
process.stdout.write('ready\n');

if (manner === 'rude') {
  const apply = applier(db);
  while (going) {
    db.exec('BEGIN IMMEDIATE');
    apply(submission(`rude-${process.pid}-${written++}`, 2));
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 50);
    db.exec('COMMIT');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
} else {
  const submitter = new Submitter(groupCommitter(db, applier(db)));
  const client = async () => {
    while (going) await submitter.submit(submission(`steady-${process.pid}-${written++}`, 2));
  };
  await Promise.all(Array.from({ length: 4 }, client));
}
db.close();
process.stdout.write(`${written}\n`);
