import { copyFileSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { describe, expect, test } from 'vitest';
import { chooseDriver } from '../../../../src/providers/store/driver/index.js';
import { folder, rootFolder, StoreFile } from '../../../../src/providers/store/sql/index.js';
import { newStore, openAgain, storePath } from './fixture.js';

const refused = (file: string, mode: Parameters<typeof StoreFile.open>[1], code: string) =>
  expect(StoreFile.open(file, mode)).rejects.toMatchObject({ name: 'StoreError', code });

/** A database that is made by hand. */
function database(file: string, sql: string) {
  const db = chooseDriver().open(file, { readOnly: false });
  db.exec(sql);
  db.close();
}

describe('Opening a store', () => {
  test('makes a new file only when asked to, and never over another', async () => {
    const file = storePath();
    await refused(file, 'open', 'NOT_FOUND');
    await refused(file, 'read-only', 'NOT_FOUND');
    expect(existsSync(file)).toBe(false);
    const { store } = await newStore(file);
    await refused(file, 'create', 'COLLISION');
    const again = await StoreFile.open(file, 'open-or-create');
    expect([again.uid, rootFolder(again.db)?.name]).toEqual([store.uid, 'Root']);
    await again.close();
  });

  test.skipIf(process.platform === 'win32')('makes files that nobody but their user reads', async () => {
    const file = storePath();
    await newStore(file);
    expect([file, `${file}-wal`, `${file}-shm`].map((path) => statSync(path).mode & 0o777)).toEqual([
      0o600, 0o600, 0o600,
    ]);
  });

  test('finishes a creation that was killed before its first byte', async () => {
    const file = storePath();
    writeFileSync(file, '');
    await refused(file, 'open', 'CORRUPT_STORE');
    await (await StoreFile.open(file, 'create')).close();
    expect((await openAgain(file)).uid).toMatch(/^\{/);
  });

  test.each([
    ['text', (file: string) => writeFileSync(file, 'Dear Sir or Madam, '.repeat(1000))],
    ['a database of another program', (file: string) => database(file, 'CREATE TABLE t (v); PRAGMA user_version = 7')],
    ['a damaged store', damaged],
  ])('refuses %s and writes nothing', async (_what, make) => {
    const file = storePath();
    await Promise.resolve(make(file));
    const before = readFileSync(file);
    for (const mode of ['open', 'open-or-create', 'read-only'] as const) await refused(file, mode, 'CORRUPT_STORE');
    await refused(file, 'create', 'COLLISION');
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  test('refuses a store of a newer schema, and says so', async () => {
    const { store } = await newStore();
    store.db.exec('PRAGMA user_version = 99');
    await store.close();
    await expect(StoreFile.open(store.file)).rejects.toThrow('VERSION: ');
    await refused(store.file, 'read-only', 'VERSION');
  });

  test('for reading alone refuses to write', async () => {
    const { store, root } = await newStore();
    const reader = await StoreFile.open(store.file, 'read-only');
    expect(rootFolder(reader.db)?.id).toBe(root);
    const attempt = reader.write('folder.create', { parent: root, name: 'x', type: 1 });
    await expect(attempt).rejects.toMatchObject({ code: 'NO_ACCESS' });
    await reader.close();
  });

  test('for reading alone leaves nothing behind, and not a byte changed', async () => {
    const { store, root } = await newStore();
    await store.close();
    const before = readFileSync(store.file);
    const reader = await StoreFile.open(store.file, 'read-only');
    expect(rootFolder(reader.db)?.id).toBe(root);
    expect(() => reader.db.exec('DELETE FROM folder')).toThrow();
    await reader.close();
    expect(readdirSync(dirname(store.file))).toEqual(['mail.store']);
    expect(readFileSync(store.file).equals(before)).toBe(true);
  });

  test('for reading alone reads the log of a process that was killed, and leaves it to the next writer', async () => {
    const { store, root } = await newStore();
    const late = await store.write('folder.create', { parent: root, name: 'Late', type: 1 });
    const file = storePath();
    const parts = ['', '-wal'];
    for (const part of parts) copyFileSync(`${store.file}${part}`, `${file}${part}`);
    const reader = await StoreFile.open(file, 'read-only');
    expect(folder(reader.db, late.id)?.name).toBe('Late');
    await reader.close();
    for (const part of parts)
      expect(readFileSync(`${file}${part}`).equals(readFileSync(`${store.file}${part}`)), part).toBe(true);
    await (await StoreFile.open(file)).close();
    expect(readdirSync(dirname(file))).toEqual(['mail.store']);
  });

  test('ends with the file alone: its log goes when the last one closes', async () => {
    const { store, root } = await newStore();
    const late = store.write('folder.create', { parent: root, name: 'Late', type: 1 });
    await store.close();
    await store.close();
    expect((await late).id).toBeGreaterThan(0);
    expect(readdirSync(dirname(store.file))).toEqual(['mail.store']);
    const attempt = store.write('folder.create', { parent: root, name: 'x', type: 1 });
    await expect(attempt).rejects.toMatchObject({ code: 'NO_ACCESS' });
  });

  test('drops what was staged long ago and never saved', async () => {
    const { store } = await newStore();
    await store.stage();
    const fresh = await store.stage();
    store.db.run('UPDATE big SET staged = staged - 100000000 WHERE id <> ?', fresh.big);
    const again = await openAgain(store.file);
    expect(again.info().bigValues).toBe(1);
  });

  test('lets what a closed store had staged be dropped without a word, and drops it at a later opening', async () => {
    const { store } = await newStore();
    const writer = await store.stage();
    await writer.write(Buffer.alloc(300_000, 1));
    await store.close();
    await writer.abandon();
    await expect(writer.write(Buffer.alloc(300_000, 1))).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const again = await openAgain(store.file);
    expect(again.info().bigValues).toBe(1);
    again.db.run('UPDATE big SET staged = staged - 100000000');
    expect((await openAgain(store.file)).info().bigValues).toBe(0);
  });
});

describe('A full disk', () => {
  test('fails the write that needs it, loses nothing, and lets smaller ones through later', async () => {
    const { store, inbox } = await newStore();
    const pages = store.db.get('PRAGMA page_count')?.['page_count'] as number;
    store.db.exec(`PRAGMA max_page_count = ${pages + 20}`);
    const set = [[0x66020102, new Uint8Array(400_000)]] as never;
    const writes = [
      store.write('message.save', { id: null, folder: inbox }),
      store.write('message.save', { id: null, folder: inbox, changes: { set } }),
      store.write('message.save', { id: null, folder: inbox }),
    ];
    const outcomes = await Promise.allSettled(writes);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(outcomes[1]).toMatchObject({ reason: { code: 'NOT_ENOUGH_DISK' } });
    expect(store.info().messages).toBe(2);
  });
});

async function damaged(file: string): Promise<void> {
  const { store } = await newStore(file);
  await store.close();
  const bytes = readFileSync(file);
  bytes.fill(0xa5, 100, 16_384);
  writeFileSync(file, bytes);
}
