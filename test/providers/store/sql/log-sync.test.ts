import { describe, expect, test } from 'vitest';
import { PR_BODY_W } from '../../../../src/mapi/index.js';
import { chooseDriver } from '../../../../src/providers/store/driver/index.js';
import { LogSync } from '../../../../src/providers/store/sql/log-sync.js';
import { StoreFile } from '../../../../src/providers/store/sql/store-file.js';
import { Submitter } from '../../../../src/providers/store/sql/submitter.js';
import { newStore } from './fixture.js';

describe('A write', () => {
  /** A log that is forced to the disk when the test says so. */
  function heldLog() {
    const waiting: { readonly resolve: () => void; readonly reject: (error: Error) => void }[] = [];
    const log = {
      datasync: () => new Promise<void>((resolve, reject) => waiting.push({ resolve, reject })),
      close: async () => undefined,
    };
    return { waiting, open: async () => log };
  }

  const settledYet = async (work: Promise<unknown>): Promise<boolean> => {
    let settled = false;
    void work.then(
      () => (settled = true),
      () => (settled = true),
    );
    for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setImmediate(resolve));
    return settled;
  };

  test('is answered when it is on the disk, not before', async () => {
    const { store, inbox } = await newStore();
    const { file } = store;
    await store.close();
    const { waiting, open } = heldLog();
    const held = await StoreFile.open(file, 'open', chooseDriver(), open);
    const first = held.write('message.save', { id: null, folder: inbox });
    expect(await settledYet(first)).toBe(false);
    // Committed already: the lock is free, and what comes meanwhile shares the next wait, whether it is committed before or after this one.
    const second = held.write('message.save', { id: null, folder: inbox });
    const third = held.write('message.save', { id: null, folder: inbox });
    while (held.info().messages < 3) await new Promise((resolve) => setImmediate(resolve));
    expect(await settledYet(second)).toBe(false);
    expect(waiting).toHaveLength(1);
    waiting[0]?.resolve();
    await first;
    expect(await settledYet(third)).toBe(false);
    expect(waiting).toHaveLength(2);
    waiting[1]?.resolve();
    await Promise.all([second, third]);
    await held.close();
  });

  test('fails when it could not be forced to the disk, and so does every later one', async () => {
    const { store, inbox } = await newStore();
    const { file } = store;
    await store.close();
    const { waiting, open } = heldLog();
    const held = await StoreFile.open(file, 'open', chooseDriver(), open);
    const first = held.write('message.save', { id: null, folder: inbox });
    expect(await settledYet(first)).toBe(false);
    waiting[0]?.reject(new Error('EIO'));
    await expect(first).rejects.toMatchObject({ code: 'DISK_ERROR' });
    await expect(held.write('message.save', { id: null, folder: inbox })).rejects.toMatchObject({ code: 'DISK_ERROR' });
    expect(waiting).toHaveLength(1);
    await held.close();
  });

  test('of a piece of a large value does not wait for the disk: the save that names it does', async () => {
    const { store, inbox } = await newStore();
    const { file } = store;
    await store.close();
    const { waiting, open } = heldLog();
    const held = await StoreFile.open(file, 'open', chooseDriver(), open);
    const writer = await held.stage();
    await writer.write(Buffer.alloc(600_000, 1));
    await writer.finish();
    // The force has begun, so that less is left for the save to wait for, but nobody has waited.
    expect(waiting).toHaveLength(1);
    const save = held.write('message.save', {
      id: null,
      folder: inbox,
      changes: { big: [{ tag: PR_BODY_W, big: writer.big }] },
    });
    expect(await settledYet(save)).toBe(false);
    waiting[0]?.resolve();
    expect(await settledYet(save)).toBe(false);
    waiting[1]?.resolve();
    await save;
    await held.close();
  });
});

describe('Somebody who writes alone', () => {
  /** A log that tells how it was forced, and a clock that each force moves on. */
  function timedLog(milliseconds: () => number) {
    const forced: string[] = [];
    let time = 0;
    const force = (how: string): void => {
      forced.push(how);
      time += milliseconds();
    };
    const log = {
      datasync: async () => force('beside'),
      datasyncNow: () => force('now'),
      close: async () => undefined,
    };
    return {
      forced,
      sync: new LogSync(
        'the log',
        async () => log,
        () => time,
      ),
    };
  }

  test('is answered without another thread where the disk was quick the last time', async () => {
    let takes = 0.3;
    const { forced, sync } = timedLog(() => takes);
    expect(sync.syncNow()).toBe(false);
    await sync.sync();
    expect(sync.syncNow()).toBe(true);
    takes = 20;
    expect(sync.syncNow()).toBe(true);
    // From now on the event loop does not wait for it.
    expect(sync.syncNow()).toBe(false);
    await sync.sync();
    expect(sync.syncNow()).toBe(false);
    expect(forced).toEqual(['beside', 'now', 'now', 'beside']);
  });

  test('fails when that fails, and so does everybody after him', async () => {
    const log = {
      datasync: async () => undefined,
      datasyncNow: () => {
        throw new Error('EIO');
      },
      close: async () => undefined,
    };
    const sync = new LogSync(
      'the log',
      async () => log,
      () => 0,
    );
    await sync.sync();
    expect(() => sync.syncNow()).toThrow('the log could not be forced');
    await expect(sync.sync()).rejects.toMatchObject({ code: 'DISK_ERROR' });
  });

  test('means nobody who shares a commit, or comes while others wait', async () => {
    const now: number[] = [];
    const waits: (() => void)[] = [];
    const groups: (readonly number[])[] = [];
    const until = async (reached: () => boolean): Promise<void> => {
      while (!reached()) await new Promise((resolve) => setImmediate(resolve));
    };
    const submitter = new Submitter<number, number>(
      (group) => {
        groups.push(group);
        return group.map((value) => ({ value }));
      },
      () => new Promise<void>((resolve) => waits.push(resolve)),
      () => now.push(1) > 0,
    );
    expect(await submitter.submit(1)).toBe(1);
    expect(now).toHaveLength(1);
    const two = Promise.all([submitter.submit(2), submitter.submit(3)]);
    await until(() => waits.length === 1);
    const third = submitter.submit(4);
    await until(() => groups.length === 3);
    waits[0]?.();
    await until(() => waits.length === 2);
    waits[1]?.();
    expect(await two).toEqual([2, 3]);
    expect(await third).toBe(4);
    expect(now).toHaveLength(1);
  });
});
