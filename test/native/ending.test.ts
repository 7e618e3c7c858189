import { spawnSync } from 'node:child_process';
import { Worker } from 'node:worker_threads';
import { describe, expect, test } from 'vitest';
import { eventually } from '../support/native/eventually.js';
import { addonPath, loadTrials } from '../support/native/trials.js';

const loaded = loadTrials();
if (!loaded.addon) console.log(`skipped: the native addon is missing (${loaded.missing})`);

// A native thread calls an object whose answer never comes; `waits` runs when the call has begun. The thread holds the
// only reference to the object, so the object's end shows the thread's.
const callWithoutAnswer = (waits: string): string => `
  const addon = require(${JSON.stringify(addonPath())});
  const none = new Uint32Array(0);
  addon.connect((id, slot, words, token) => {
    if (token !== 0) { ${waits} }
    return 0;
  });
  addon.setDeadline(60_000);
  const object = addon.expose(1, Uint8Array.from([2, 0, 0, 0]));
  addon.invokeLater(0, object, 3, new BigUint64Array(0), 0, new Uint8Array(0), none, false);
  addon.invoke(object, 2, new BigUint64Array(0), 0, new Uint8Array(0), none);
`;

describe.skipIf(!loaded.addon)('an environment that ends while a native thread waits for it', () => {
  const addon = loaded.addon as NonNullable<typeof loaded.addon>;

  test('a worker: the thread is told that the other side is gone, long before its deadline', async () => {
    const worker = new Worker(callWithoutAnswer("require('node:worker_threads').parentPort.postMessage('waits');"), {
      eval: true,
    });
    await new Promise((resolve) => worker.once('message', resolve));
    expect(addon.counts().exposed).toBe(1);
    await worker.terminate();
    await eventually(() => addon.counts().exposed === 0);
  });

  test('a process: it ends with its own exit code', () => {
    const { status, signal, stderr } = spawnSync(process.execPath, ['-e', callWithoutAnswer('process.exit(7);')], {
      encoding: 'utf8',
      timeout: 20_000,
    });
    expect({ status, signal, stderr }).toEqual({ status: 7, signal: null, stderr: '' });
  });
});
