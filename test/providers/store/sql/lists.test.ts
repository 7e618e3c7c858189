import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { guid } from '../../../../src/com/index.js';
import { namedProp } from '../../../../src/mapi/index.js';
import {
  bigSize,
  bigValues,
  ContentsQuery,
  changesSince,
  chunkBytes,
  folder,
  lastChange,
  namedIds,
  namedProps,
  outgoing,
  readBig,
  receiveFolder,
  receiveFolders,
  searches,
  searchLinks,
} from '../../../../src/providers/store/sql/index.js';
import { newStore, p } from './fixture.js';

const code = (name: string) => ({ name: 'StoreError', code: name });
const later = Date.now() + 1e9;

describe('The outgoing queue', () => {
  test('is in the order of submission, and one message is in it once', async () => {
    const { store, inbox } = await newStore();
    const first = await store.write('message.save', { id: null, folder: inbox });
    const second = await store.write('message.save', { id: null, folder: inbox, queue: { flags: 0 } });
    const position = await store.write('outgoing.add', { message: first.id });
    expect(await store.write('outgoing.add', { message: first.id })).toBe(position);
    expect(outgoing(store.db).map(({ message }) => message)).toEqual([second.id, first.id]);
    const gone = { message: second.id, owner: null };
    await store.write('outgoing.remove', gone);
    await expect(store.write('outgoing.remove', gone)).rejects.toMatchObject(code('NOT_FOUND'));
    await store.write('message.delete', { id: first.id });
    expect(outgoing(store.db)).toEqual([]);
    await expect(store.write('outgoing.add', { message: 999 })).rejects.toMatchObject(code('NOT_FOUND'));
  });

  test('lets one owner at a time work on a message, until its lock runs out', async () => {
    const { store, inbox } = await newStore();
    const { id: message } = await store.write('message.save', { id: null, folder: inbox, queue: { flags: 0 } });
    await store.write('outgoing.lock', { message, owner: 'a', until: later });
    await store.write('outgoing.lock', { message, owner: 'a', until: later });
    const other = { message, owner: 'b', until: later };
    await expect(store.write('outgoing.lock', other)).rejects.toMatchObject(code('NO_ACCESS'));
    expect(await store.write('outgoing.unlock', { message, owner: 'b' })).toBe(false);
    expect(await store.write('outgoing.unlock', { message, owner: 'a' })).toBe(true);
    await store.write('outgoing.lock', { message, owner: 'a', until: 1 });
    await store.write('outgoing.lock', other);
    expect(outgoing(store.db)).toMatchObject([{ lockedBy: 'b', lockedUntil: later }]);
    await expect(store.write('outgoing.lock', { ...other, message: 99 })).rejects.toMatchObject(code('NOT_FOUND'));
    for (const owner of ['a', null])
      await expect(store.write('outgoing.remove', { message, owner })).rejects.toMatchObject(code('NO_ACCESS'));
    await store.write('outgoing.remove', { message, owner: 'b' });
  });
});

describe('Receive folders', () => {
  test('are found by the longest class that begins the message’s, dot by dot', async () => {
    const { store, inbox, archive, root } = await newStore();
    expect(receiveFolder(store.db, 'IPM.Note')).toBeNull();
    await store.write('receive.set', { messageClass: '', folder: inbox });
    await store.write('receive.set', { messageClass: 'IPM.Note', folder: archive });
    await store.write('receive.set', { messageClass: 'Report', folder: root });
    const found = (messageClass: string) => receiveFolder(store.db, messageClass)?.messageClass;
    expect(['ipm.note.Special.X', 'IPM.Notes', 'IPM', 'REPORT', ''].map(found)).toEqual([
      'IPM.Note',
      '',
      '',
      'Report',
      '',
    ]);
    await store.write('receive.set', { messageClass: 'ipm.NOTE', folder: inbox });
    await store.write('receive.set', { messageClass: 'report', folder: null });
    expect(receiveFolders(store.db).map((row) => [row.messageClass, row.folder])).toEqual([
      ['', inbox],
      ['ipm.NOTE', inbox],
    ]);
    await expect(store.write('receive.set', { messageClass: 'x', folder: 99 })).rejects.toMatchObject(
      code('NOT_FOUND'),
    );
  });
});

describe('Search folders', () => {
  test('show what matches while they run, and count it', async () => {
    const { store, root, inbox, archive } = await newStore();
    const search = (await store.write('folder.create', { parent: root, name: 'Found', type: 2 })).id;
    const made = await Promise.all([0, 1, 2].map(() => store.write('message.save', { id: null, folder: inbox })));
    const [a, b, c] = made.map(({ id }) => id) as [number, number, number];
    const criteria = { folder: search, restriction: '{"rt":"and","lpRes":[]}', folders: [inbox], flags: 2, state: 4 };
    await store.write('search.set', criteria);
    await store.write('search.set', { ...criteria, state: 1 });
    expect(searches(store.db)).toEqual([{ ...criteria, state: 1 }]);
    expect(searches(store.db, inbox)).toEqual([]);
    await expect(store.write('search.set', { ...criteria, folder: inbox })).rejects.toMatchObject(
      code('INVALID_PARAMETER'),
    );
    expect(await store.write('search.look', { folder: search, ids: [a, b, c, 999, a] })).toBe(3);
    expect(folder(store.db, search)).toMatchObject({ contentCount: 3, unread: 3 });
    await store.write('message.bits', { id: a, column: 'flags', mask: 1, bits: 1 });
    expect(folder(store.db, search)).toMatchObject({ contentCount: 3, unread: 2 });
    const query = ContentsQuery.of({ scope: { search }, columns: [], restriction: null, sort: [] });
    expect(query?.page(store.db, 10).map(({ id }) => id)).toEqual([a, b, c]);
    await store.write('message.move', { id: b, folder: archive });
    await store.write('message.delete', { id: c });
    expect(searchLinks(store.db, search)).toEqual([a]);
    expect(folder(store.db, search)).toMatchObject({ contentCount: 1, unread: 0 });
    await store.write('message.move', { id: b, folder: inbox });
    expect(searchLinks(store.db, search)).toEqual([a, b]);
  });

  test('that do not run stay as they are, but for what is deleted', async () => {
    const { store, root, inbox, archive } = await newStore();
    const search = (await store.write('folder.create', { parent: root, name: 'Found', type: 2 })).id;
    const made = await Promise.all([0, 1, 2].map(() => store.write('message.save', { id: null, folder: inbox })));
    const [a, b, c] = made.map(({ id }) => id) as [number, number, number];
    const criteria = { folder: search, restriction: '{"rt":"and","lpRes":[]}', folders: [inbox], flags: 2, state: 0 };
    await store.write('search.set', criteria);
    await store.write('search.look', { folder: search, ids: [a, b, c] });
    await store.write('message.move', { id: b, folder: archive });
    await store.write('message.delete', { id: c });
    await store.write('message.save', { id: null, folder: inbox });
    expect(searchLinks(store.db, search)).toEqual([a, b]);
    expect(folder(store.db, search)).toMatchObject({ contentCount: 2, unread: 2 });
  });

  test('of which a failed write changes nothing', async () => {
    const { store, root, inbox } = await newStore();
    const search = (await store.write('folder.create', { parent: root, name: 'Found', type: 2 })).id;
    const criteria = { folder: search, restriction: '{"rt":"and","lpRes":[]}', folders: [inbox], flags: 2, state: 1 };
    await store.write('search.set', criteria);
    const batch = [
      { name: 'message.save', args: { id: null, folder: inbox } },
      { name: 'message.delete', args: { id: 999 } },
    ] as const;
    await expect(store.writeAll(batch)).rejects.toMatchObject(code('NOT_FOUND'));
    await store.write('message.save', { id: null, folder: inbox });
    expect(searchLinks(store.db, search)).toHaveLength(1);
    expect(folder(store.db, search)).toMatchObject({ contentCount: 1 });
  });
});

describe('Named properties', () => {
  test('get identifiers from 0x8000 on, each name its own and for good', async () => {
    const { store } = await newStore();
    const set = guid('00020329-0000-0000-C000-000000000046');
    const names = [namedProp(set, 'x-one'), namedProp(set, 1), namedProp(set, 'X-One'), namedProp(set, '1')];
    expect(namedIds(store.db, names)).toEqual([null, null, null, null]);
    expect(await store.write('named.create', { names })).toEqual([0x8000, 0x8001, 0x8002, 0x8003]);
    expect(await store.write('named.create', { names: names.toReversed() })).toEqual([0x8003, 0x8002, 0x8001, 0x8000]);
    expect(namedIds(store.db, names.slice(1, 2))).toEqual([0x8001]);
    expect(namedProps(store.db)).toEqual(names.map((name, index) => ({ id: 0x8000 + index, name })));
  });

  test('end with the last identifier', async () => {
    const { store } = await newStore();
    const set = guid('00020329-0000-0000-C000-000000000046');
    store.db.run("INSERT INTO named_prop (id, guid, kind, name) VALUES (65534, 'g', 1, 'n')");
    await expect(store.write('named.create', { names: [namedProp(set, 5)] })).rejects.toMatchObject(code('TOO_BIG'));
  });
});

describe('Large values', () => {
  test('are streamed in and read back from anywhere', async () => {
    const { store, inbox } = await newStore();
    const size = 3 * chunkBytes + 12_345;
    const bytes = Buffer.from(Array.from({ length: size }, (_, n) => (n * 31 + (n >> 9)) & 0xff));
    const writer = await store.stage();
    for (let at = 0; at < size; at += 100_000) await writer.write(bytes.subarray(at, at + 100_000));
    expect(writer.size).toBe(size);
    const big = await writer.finish();
    await expect(writer.write(bytes)).rejects.toMatchObject(code('INVALID_PARAMETER'));
    const { id } = await store.write('message.save', {
      id: null,
      folder: inbox,
      changes: { big: [{ tag: 0x66020102 as never, big }] },
    });
    expect(bigValues(store.db, { kind: 2, id })).toEqual([{ tag: 0x66020102, big, size }]);
    expect(bigSize(store.db, big)).toBe(size);
    fc.assert(
      fc.property(fc.nat(size + 10), fc.nat(2 * chunkBytes), (from, count) => {
        expect(Buffer.compare(readBig(store.db, big, from, count), bytes.subarray(from, from + count))).toBe(0);
      }),
      { numRuns: 50 },
    );
    await store.write('message.save', { id, changes: { set: [p(0x66020102, new Uint8Array(1))] } });
    expect(() => readBig(store.db, big, 0, 1)).toThrow('OBJECT_DELETED');
    expect(store.info().bigValues).toBe(0);
  });

  test('that are abandoned are gone, and cannot be saved', async () => {
    const { store, inbox } = await newStore();
    const writer = await store.stage();
    await writer.write(new Uint8Array(chunkBytes));
    await writer.abandon();
    const changes = { big: [{ tag: 0x66020102 as never, big: writer.big }] };
    await expect(store.write('message.save', { id: null, folder: inbox, changes })).rejects.toMatchObject(
      code('NOT_FOUND'),
    );
    await expect(writer.write(new Uint8Array(chunkBytes))).rejects.toMatchObject(code('NOT_FOUND'));
    expect(store.info()).toMatchObject({ bigValues: 0, messages: 0 });
  });
});

describe('The change log', () => {
  test('tells what happened, in order, with the numbers that objects got', async () => {
    const { store, inbox, archive } = await newStore();
    const since = lastChange(store.db);
    const { id, change } = await store.write('message.save', { id: null, folder: inbox, delivered: true });
    const moved = await store.write('message.move', { id, folder: archive });
    const copy = await store.write('message.copy', { id, folder: inbox });
    await store.write('message.delete', { id });
    const fields = changesSince(store.db, since, 100)?.map((each) => [
      each.event,
      each.id,
      each.parent,
      each.oldId,
      each.oldParent,
    ]);
    expect(fields).toEqual([
      ['created', id, inbox, null, null],
      ['new', id, inbox, null, null],
      ['moved', id, archive, id, inbox],
      ['copied', copy.id, inbox, id, archive],
      ['deleted', id, archive, null, null],
    ]);
    expect(changesSince(store.db, since, 3)?.map(({ seq }) => seq)).toEqual([change, change + 1, moved.change]);
    expect(changesSince(store.db, lastChange(store.db), 10)).toEqual([]);
  });

  test('says when it does not reach back far enough', async () => {
    const { store } = await newStore();
    store.db.run('DELETE FROM change_log WHERE seq < 3');
    expect(changesSince(store.db, 1, 10)).toBeNull();
    expect(changesSince(store.db, 2, 10)).toHaveLength(1);
  });
});
