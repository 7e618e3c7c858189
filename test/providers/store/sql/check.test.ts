import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { check, message, StoreFile } from '../../../../src/providers/store/sql/index.js';
import { newStore, openAgain, p, storePath, tags } from './fixture.js';

const everything = '{"rt":"and","lpRes":[]}';

/** A store with something of everything. */
async function furnished(file = storePath()) {
  const made = await newStore(file);
  const { store, root, inbox } = made;
  const search = (await store.write('folder.create', { parent: root, name: 'Unread', type: 2 })).id;
  const { id } = await store.write('message.save', {
    id: null,
    folder: inbox,
    queue: { flags: 0 },
    changes: { set: [p(tags.normalized, 'Hello'), p(tags.body, 'x'.repeat(300_000)), p(tags.custom, 1)] },
    recipients: { put: [{ rowId: 0, props: [p(tags.displayName, 'Ann')] }] },
    attachments: {
      put: [{ num: 0, fresh: true, embedded: { id: null, changes: { set: [p(tags.data, Buffer.alloc(40_000))] } } }],
    },
  });
  await store.write('search.set', { folder: search, restriction: everything, folders: [inbox], flags: 0, state: 1 });
  await store.write('search.look', { folder: search, ids: [id] });
  await store.write('receive.set', { messageClass: '', folder: inbox });
  return { ...made, id, search, file };
}

describe('A check', () => {
  test('finds nothing in a sound store, and says how far it is', async () => {
    const { store } = await furnished();
    const steps: number[] = [];
    expect(await check(store.db, (done) => steps.push(done))).toEqual([]);
    expect(steps).toEqual(steps.map((_, index) => index));
  });

  const damage: readonly (readonly [holds: string, sql: string])[] = [
    ['There is at most one root folder', 'UPDATE folder SET parent = NULL WHERE id = 2'],
    [
      'Every folder hangs below the root',
      'UPDATE folder SET parent = 3 WHERE id = 2; UPDATE folder SET parent = 2 WHERE id = 3',
    ],
    ['A message lies in a folder that exists', 'UPDATE message SET folder = 999 WHERE folder IS NOT NULL'],
    ['A folder knows how many folders lie in it', 'UPDATE folder SET subfolders = 9 WHERE id = 1'],
    ["A folder's content_count is", 'UPDATE folder SET content_count = 9 WHERE id = 4'],
    ["A folder's unread is", 'UPDATE folder SET unread = 0 WHERE id = 2'],
    ["A folder's assoc_count is", 'UPDATE folder SET assoc_count = 1 WHERE id = 2'],
    ['A message says whether it has attachments', 'UPDATE message SET has_attach = 0'],
    ['A message knows how many large values', 'UPDATE message SET big = 5'],
    ['A large value is used by something or staged', 'DELETE FROM big_use'],
    ['What uses a large value exists', 'UPDATE big_use SET owner = 99'],
    ['The parts of a large value make up its size', 'UPDATE big SET size = 1'],
    ['The parts of a large value are numbered', 'UPDATE big_chunk SET seq = 7 WHERE seq = 1'],
    [
      'Only messages in folders are in the outgoing queue',
      'UPDATE outgoing SET message = (SELECT id FROM message WHERE folder IS NULL)',
    ],
    ['Search criteria and links belong to search folders', 'UPDATE folder SET type = 1'],
    ['A change number comes from the change log', 'UPDATE message SET change = 10000'],
    ['A bag can be read', "UPDATE message SET bag = x'0105'"],
    ['A property is in one place', "UPDATE message SET bag = x'0101000300070e0400000000000000'"],
    ['A column says what the bag says', "UPDATE message SET subject = 'another'"],
    ['The change log is numbered without a gap', 'DELETE FROM change_log WHERE seq = 2'],
    ['A key belongs to its text', "UPDATE message SET normalized_key = 'hello'"],
    ['What a row names exists', 'PRAGMA foreign_keys = OFF; DELETE FROM folder WHERE id = 2'],
  ];

  test.each(damage)('finds when it does not hold: %s', async (holds, sql) => {
    const { store } = await furnished();
    store.db.exec(sql);
    const findings = await check(store.db);
    expect(findings.map((each) => each.holds.slice(0, holds.length))).toContain(holds);
    for (const each of findings)
      expect(each).toEqual({ holds: expect.any(String), object: expect.any(String), detail: expect.any(String) });
  });

  test('finds a damaged page', async () => {
    const { store, file } = await furnished();
    const size = store.db.get('PRAGMA page_size')?.['page_size'] as number;
    const root = store.db.get("SELECT rootpage FROM sqlite_master WHERE name = 'recipient'")?.['rootpage'] as number;
    await store.close();
    const bytes = readFileSync(file);
    bytes.fill(0xa5, size * (root - 1), size * root);
    writeFileSync(file, bytes);
    const again = await openAgain(file);
    expect(await check(again.db)).not.toEqual([]);
  });
});

describe('A backup', () => {
  test('is the store as it was, complete under its name, and never over another file', async () => {
    const { store, id } = await furnished();
    const target = storePath();
    const heard: number[] = [];
    await store.backup(target, (done, total) => heard.push(done / total));
    if (process.platform !== 'win32') expect(statSync(target).mode & 0o777).toBe(0o600);
    const copy = await openAgain(target);
    expect(copy.uid).toBe(store.uid);
    expect(message(copy.db, id)?.props()).toEqual(message(store.db, id)?.props());
    expect(await check(copy.db)).toEqual([]);
    expect(existsSync(`${target}.partial`)).toBe(false);
    await expect(store.backup(target)).rejects.toMatchObject({ code: 'COLLISION' });
    expect(heard.every((part) => part <= 1)).toBe(true);
  });

  test('goes on while the store is written to', async () => {
    const { store, inbox } = await furnished();
    const target = storePath();
    const backup = store.backup(target);
    const saves = Array.from({ length: 100 }, () => store.write('message.save', { id: null, folder: inbox }));
    await Promise.all([backup, ...saves]);
    const copy = await openAgain(target);
    expect(await check(copy.db)).toEqual([]);
    expect(copy.info().messages).toBeGreaterThanOrEqual(1);
  });
});

describe('The information about a store', () => {
  test('counts what is in it', async () => {
    const { store, file } = await furnished();
    expect(store.info()).toMatchObject({
      uid: store.uid,
      schema: 1,
      folders: 3,
      messages: 1,
      attachments: 1,
      bigValues: 2,
      bigBytes: 640_000,
      outgoing: 1,
    });
    expect(store.info().bytes).toBe(statSync(file).size);
    expect(
      await StoreFile.open(file, 'read-only').then(async (other) => [other.info().uid, await other.close()]),
    ).toEqual([store.uid, undefined]);
  });
});
