// The other thread: the very same Submitter over the very same driver, where nobody minds that it waits for the disk;
// or, for the form `checkpointer`, only the moving of the write-ahead log into the database.
import { statSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { openDatabase } from './driver.mjs';
import { groupCommitter } from './group.mjs';
import { applier } from './submission.mjs';
import { Submitter } from './submitter.mjs';

const { file, driverPath, duty, limit } = workerData;
if (duty === 'commit') await commits();
else await checkpoints();
parentPort.postMessage('ready');

/** Takes batches of `[serial, submission]`, answers batches of `[serial, outcome]`. */
async function commits() {
  const db = await openDatabase(file, { driverPath });
  const submitter = new Submitter(groupCommitter(db, applier(db)), limit);
  let answers = [];

  parentPort.on('message', (batch) => {
    if (batch === 'close') return close(db);
    for (const [serial, submission] of batch) {
      submitter.submit(submission).then(
        (value) => answer(serial, { value }),
        // The thread boundary keeps an error's message but not its code.
        (error) => answer(serial, { message: error.message, code: error.code }),
      );
    }
  });

  function answer(serial, outcome) {
    answers.push([serial, outcome]);
    // A tick that is queued among promises runs when the last of the group has been answered, before the next commit.
    if (answers.length === 1) process.nextTick(flush);
  }

  function flush() {
    parentPort.postMessage({ answers, counts: submitter.counts });
    answers = [];
  }
}

/** Looks at the length of the log and keeps it between 4 and 32 MB. */
async function checkpoints() {
  const db = await openDatabase(file, { driverPath, busyTimeout: 1_000, autocheckpoint: 0 });
  const passive = db.prepare('PRAGMA wal_checkpoint(PASSIVE)');
  const restart = db.prepare('PRAGMA wal_checkpoint(RESTART)');
  const timer = setInterval(() => {
    const size = statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0;
    if (size > 4_000_000) passive.all();
    // Writers that never pause would let the log grow for ever: now and then one of them has to wait for its start.
    if (size > 32_000_000) restart.all();
  }, 20);
  parentPort.on('message', () => {
    clearInterval(timer);
    close(db);
  });
}

function close(db) {
  db.close();
  parentPort.close();
}
