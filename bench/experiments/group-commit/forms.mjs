// The forms that are compared: who commits, and who moves the write-ahead log into the database.
import { Worker } from 'node:worker_threads';
import { openDatabase } from './driver.mjs';
import { groupCommitter } from './group.mjs';
import { RemoteSubmitter } from './remote-submitter.mjs';
import { applier } from './submission.mjs';
import { groupLimit, Submitter } from './submitter.mjs';

/**
 * `plain`: everything on this thread. `checkpointer`: commits here, checkpoints in a worker. `worker`: both in a worker.
 * `blocking`: as plain, but the driver itself waits for locks; here to show why it must not.
 */
export const forms = ['plain', 'checkpointer', 'worker', 'blocking'];

/**
 * Opens a road to the store.
 *
 * @param {string} form one of `forms`
 * @param {string} file
 * @param {string | undefined} driverPath
 * @param {number} [limit] submissions in one transaction; 1 for the comparison
 * @returns {Promise<{ submitter: Submitter | RemoteSubmitter, close: () => Promise<void> }>}
 */
export async function openRoad(form, file, driverPath, limit = groupLimit) {
  if (form === 'worker') {
    const worker = await start({ file, driverPath, duty: 'commit', limit });
    return { submitter: new RemoteSubmitter(worker), close: () => stop(worker) };
  }
  const options = { driverPath, busyTimeout: form === 'blocking' ? 5_000 : 0 };
  const db = await openDatabase(file, { ...options, autocheckpoint: form === 'checkpointer' ? 0 : 1000 });
  const helper = form === 'checkpointer' ? await start({ file, driverPath, duty: 'checkpoint' }) : undefined;
  const close = async () => {
    if (helper) await stop(helper);
    db.close();
  };
  return { submitter: new Submitter(groupCommitter(db, applier(db)), limit), close };
}

function start(workerData) {
  const worker = new Worker(new URL('./commit-worker.mjs', import.meta.url), { workerData });
  return new Promise((resolve, reject) => {
    worker.once('error', reject);
    worker.once('message', () => {
      worker.off('error', reject);
      resolve(worker);
    });
  });
}

function stop(worker) {
  const ended = new Promise((resolve) => worker.once('exit', () => resolve(undefined)));
  worker.postMessage('close');
  return ended;
}
