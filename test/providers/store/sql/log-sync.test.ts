import { describe, expect, test } from 'vitest';
import { PR_BODY_W } from '../../../../src/mapi/index.js';
import { chooseDriver } from '../../../../src/providers/store/driver/index.js';
import { StoreFile } from '../../../../src/providers/store/sql/store-file.js';
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
    // Committed already: the lock is free, and what comes meanwhile shares the next wait.
    const second = held.write('message.save', { id: null, folder: inbox });
    const third = held.write('message.save', { id: null, folder: inbox });
    expect(await settledYet(second)).toBe(false);
    expect(held.info().messages).toBe(3);
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
