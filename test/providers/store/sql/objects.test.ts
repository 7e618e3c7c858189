import { describe, expect, test } from 'vitest';
import type { PropTag } from '../../../../src/mapi/index.js';
import {
  attachments,
  bigValues,
  folder,
  folderByName,
  message,
  readBig,
  recipients,
  rootFolder,
  type Stored,
  subfolders,
} from '../../../../src/providers/store/sql/index.js';
import { newStore, p, tags } from './fixture.js';

const code = (name: string) => ({ name: 'StoreError', code: name });
const value = (row: Stored | null, tag: number) => row?.value(tag as PropTag);

describe('Folders', () => {
  test('are created, found by name whatever the case, and counted by their parent', async () => {
    const { store, root, inbox } = await newStore();
    expect(rootFolder(store.db)).toMatchObject({ id: root, parent: null, subfolders: 2, name: 'Root' });
    expect(folderByName(store.db, root, 'iNBOX')).toMatchObject({ id: inbox, parent: root, type: 1 });
    expect(subfolders(store.db, root).map(({ name }) => name)).toEqual(['Archive', 'Inbox']);
    await expect(store.write('folder.create', { parent: root, name: 'INBOX', type: 1 })).rejects.toMatchObject(
      code('COLLISION'),
    );
    await expect(store.write('folder.create', { parent: 999, name: 'x', type: 1 })).rejects.toMatchObject(
      code('NOT_FOUND'),
    );
    await expect(store.write('folder.create', { parent: null, name: 'x', type: 0 })).rejects.toMatchObject(
      code('COLLISION'),
    );
    for (const name of ['', 'in\0box'])
      await expect(store.write('folder.create', { parent: root, name, type: 1 })).rejects.toMatchObject(
        code('INVALID_PARAMETER'),
      );
    expect(folder(store.db, 999)).toBeNull();
  });

  test('are renamed and keep other properties; each change has a larger number', async () => {
    const { store, inbox, archive } = await newStore();
    const first = await store.write('folder.update', { id: inbox, changes: { set: [p(tags.custom, 7)] } });
    const second = await store.write('folder.update', { id: inbox, changes: { set: [p(tags.name, 'Eingang')] } });
    const row = folder(store.db, inbox);
    expect(row).toMatchObject({ name: 'Eingang', change: second.change });
    expect(row?.value(p(tags.custom, 0)[0])).toBe(7);
    expect(second.change).toBeGreaterThan(first.change);
    await expect(
      store.write('folder.update', { id: archive, changes: { set: [p(tags.name, 'eingang')] } }),
    ).rejects.toMatchObject(code('COLLISION'));
  });

  test('move with what is in them, but never into themselves', async () => {
    const { store, root, inbox, archive } = await newStore();
    const inner = (await store.write('folder.create', { parent: inbox, name: 'Inner', type: 1 })).id;
    for (const target of [inbox, inner])
      await expect(store.write('folder.move', { id: inbox, parent: target })).rejects.toMatchObject(
        code('FOLDER_CYCLE'),
      );
    await expect(store.write('folder.move', { id: root, parent: inbox })).rejects.toMatchObject(
      code('INVALID_PARAMETER'),
    );
    await store.write('folder.move', { id: inbox, parent: archive, name: 'Old' });
    expect(folder(store.db, inbox)).toMatchObject({ parent: archive, name: 'Old', subfolders: 1 });
    expect(folder(store.db, root)).toMatchObject({ subfolders: 1 });
    expect(folder(store.db, archive)).toMatchObject({ subfolders: 1 });
  });

  test('are copied with messages, and with subfolders when that is asked for', async () => {
    const { store, root, inbox, archive } = await newStore();
    const inner = (await store.write('folder.create', { parent: inbox, name: 'Inner', type: 1 })).id;
    await store.write('message.save', { id: null, folder: inbox, changes: { set: [p(tags.subject, 'one')] } });
    await store.write('message.save', { id: null, folder: inner, changes: { set: [p(tags.flags, 1)] } });
    const copy = await store.write('folder.copy', { id: inbox, parent: archive, subfolders: true });
    expect(folder(store.db, copy.id)).toMatchObject({ contentCount: 1, unread: 1, subfolders: 1, name: 'Inbox' });
    expect(subfolders(store.db, copy.id)).toMatchObject([{ name: 'Inner', contentCount: 1, unread: 0 }]);
    const flat = await store.write('folder.copy', { id: inbox, parent: root, name: 'Flat', subfolders: false });
    expect(folder(store.db, flat.id)).toMatchObject({ contentCount: 1, subfolders: 0 });
    await expect(store.write('folder.copy', { id: inbox, parent: inner, subfolders: true })).rejects.toMatchObject(
      code('FOLDER_CYCLE'),
    );
  });

  test('are deleted only when empty, unless more is asked for', async () => {
    const { store, root, inbox } = await newStore();
    await store.write('folder.create', { parent: inbox, name: 'Inner', type: 1 });
    const remove = (messages: boolean, folders: boolean) =>
      store.write('folder.delete', { id: inbox, messages, folders });
    await expect(remove(true, false)).rejects.toMatchObject(code('HAS_FOLDERS'));
    const { id } = await store.write('message.save', { id: null, folder: inbox });
    await expect(remove(false, true)).rejects.toMatchObject(code('HAS_MESSAGES'));
    await remove(true, true);
    expect([folder(store.db, inbox), message(store.db, id)]).toEqual([null, null]);
    expect(folder(store.db, root)).toMatchObject({ subfolders: 1 });
    await expect(store.write('folder.delete', { id: root, messages: true, folders: true })).rejects.toMatchObject(
      code('INVALID_PARAMETER'),
    );
  });

  test('are emptied without what is associated, unless that is asked for', async () => {
    const { store, inbox } = await newStore();
    await store.write('folder.create', { parent: inbox, name: 'Inner', type: 1 });
    await store.write('message.save', { id: null, folder: inbox });
    await store.write('message.save', { id: null, folder: inbox, associated: true });
    expect(folder(store.db, inbox)).toMatchObject({ contentCount: 1, assocCount: 1, unread: 1, subfolders: 1 });
    await store.write('folder.empty', { id: inbox, associated: false });
    expect(folder(store.db, inbox)).toMatchObject({ contentCount: 0, assocCount: 1, unread: 0, subfolders: 0 });
    await store.write('folder.empty', { id: inbox, associated: true });
    expect(folder(store.db, inbox)).toMatchObject({ assocCount: 0 });
  });
});

describe('Messages', () => {
  test.each([
    ['flags', 0],
    ['flags', 0xffff],
    ['flags', 0x1_0000],
    ['flags', -1],
    ['status', 1],
    ['status', -2],
    ['size', 0],
    ['size', 0x7fff_ffff],
    ['size', 0x8000_0000],
    ['change', 34_359_738_367],
    ['change', 34_359_738_368],
    ['has_attach', 1],
    ['associated', 1],
    ['big', 3],
  ])('are read with the numbers that they have: %s is %d', async (column, number) => {
    const { store, inbox } = await newStore();
    const { id } = await store.write('message.save', { id: null, folder: inbox, changes: { set: [p(tags.flags, 9)] } });
    store.db.run(`UPDATE message SET ${column} = ? WHERE id = ?`, number, id);
    const names = 'id, folder, attachment, associated, change, flags, status, size, has_attach, big';
    const stored = store.db.get(`SELECT ${names} FROM message WHERE id = ?`, id);
    const row = message(store.db, id);
    expect({
      id: row?.id,
      folder: row?.folder,
      attachment: row?.attachment,
      associated: Number(row?.associated),
      change: row?.change,
      flags: value(row, tags.flags),
      status: value(row, 0x0e170003),
      size: value(row, tags.size),
      has_attach: Number(value(row, tags.hasAttach)),
      big: row?.big,
    }).toEqual(stored);
  });

  test('give back columns and bag, and get times, a search key and a size', async () => {
    const { store, inbox } = await newStore();
    const delivery = 133_500_000_123_456_789n;
    const set = [p(tags.subject, 'Hello'), p(tags.delivery, delivery), p(tags.custom, -5), p(tags.note, 'näh')];
    const saved = await store.write('message.save', { id: null, folder: inbox, changes: { set } });
    const row = message(store.db, saved.id);
    expect(row).toMatchObject({ folder: inbox, attachment: null, associated: false, change: saved.change });
    expect([value(row, tags.subject), value(row, tags.delivery), value(row, tags.importance)]).toEqual([
      'Hello',
      delivery,
      null,
    ]);
    for (const [tag, given] of set) expect(row?.value(tag)).toBe(given);
    expect(row?.value(p(0x66090003, 0)[0])).toBeNull();
    expect(value(row, tags.searchKey)).toHaveLength(16);
    expect(value(row, tags.size)).toBe(saved.size);
    expect(saved.size).toBeGreaterThan(10);
  });

  test('are refused when somebody else saved them since, unless forced', async () => {
    const { store, inbox } = await newStore();
    const { id, change } = await store.write('message.save', { id: null, folder: inbox });
    const save = (subject: string, expected: number | null) =>
      store.write('message.save', { id, expected, changes: { set: [p(tags.subject, subject)] } });
    const next = await save('first', change);
    await expect(save('second', change)).rejects.toMatchObject(code('OBJECT_CHANGED'));
    expect(value(message(store.db, id), tags.subject)).toBe('first');
    await save('third', next.change);
    await save('forced', null);
    expect(value(message(store.db, id), tags.subject)).toBe('forced');
    await store.write('message.delete', { id });
    await expect(save('late', null)).rejects.toMatchObject(code('OBJECT_DELETED'));
  });

  test('take a property of a column in its own type only, and none that the store computes', async () => {
    const { store, inbox } = await newStore();
    const save = (tag: number, given: unknown) =>
      store.write('message.save', { id: null, folder: inbox, changes: { set: [p(tag, given)] } });
    await expect(save(0x00370003, 1)).rejects.toMatchObject(code('UNEXPECTED_TYPE'));
    await expect(save(tags.size, 1)).rejects.toMatchObject(code('INVALID_PARAMETER'));
    await expect(save(tags.custom, 'x')).rejects.toMatchObject(code('INVALID_PARAMETER'));
    const { id } = await save(tags.subject, 'gone soon');
    await store.write('message.save', { id, changes: { remove: [tags.subject] } });
    expect(value(message(store.db, id), tags.subject)).toBeNull();
    await expect(store.write('message.save', { id, changes: { remove: [tags.flags] } })).rejects.toMatchObject(
      code('INVALID_PARAMETER'),
    );
    expect(folder(store.db, inbox)).toMatchObject({ contentCount: 1 });
  });

  test('keep a text up to its first zero, as a string of MAPI ends there', async () => {
    const { store, inbox } = await newStore();
    const set = [p(tags.normalized, 'Hello\0there')];
    const { id } = await store.write('message.save', { id: null, folder: inbox, changes: { set } });
    expect(value(message(store.db, id), tags.normalized)).toBe('Hello');
  });

  test('count as unread until MSGFLAG_READ is set, by a save or by bits alone', async () => {
    const { store, inbox, archive } = await newStore();
    const { id, change } = await store.write('message.save', { id: null, folder: inbox });
    const unread = () => [folder(store.db, inbox)?.unread, folder(store.db, archive)?.unread];
    expect(unread()).toEqual([1, 0]);
    expect(await store.write('message.bits', { id, column: 'flags', mask: 1, bits: 1 })).toBe(0);
    expect(message(store.db, id)?.change).toBeGreaterThan(change);
    expect(unread()).toEqual([0, 0]);
    await store.write('message.move', { id, folder: archive });
    await store.write('message.save', { id, changes: { set: [p(tags.flags, 0)] } });
    expect(unread()).toEqual([0, 1]);
    expect(folder(store.db, archive)).toMatchObject({ contentCount: 1 });
    expect(folder(store.db, inbox)).toMatchObject({ contentCount: 0 });
  });

  test('have recipients that are added, changed, removed and replaced by row id', async () => {
    const { store, inbox } = await newStore();
    const to = (rowId: number, name: string) => ({ rowId, props: [p(0x0c150003, 1), p(tags.displayName, name)] });
    const { id } = await store.write('message.save', {
      id: null,
      folder: inbox,
      recipients: { put: [to(0, 'A'), to(1, 'B')] },
    });
    const names = () => recipients(store.db, id).map((row) => [row.rowId, value(row, tags.displayName)]);
    expect(names()).toEqual([
      [0, 'A'],
      [1, 'B'],
    ]);
    await store.write('message.save', { id, recipients: { remove: [0], put: [to(1, 'BB'), to(2, 'C')] } });
    expect(names()).toEqual([
      [1, 'BB'],
      [2, 'C'],
    ]);
    await store.write('message.save', { id, recipients: { replace: true, put: [to(5, 'D')] } });
    expect(names()).toEqual([[5, 'D']]);
  });

  test('are copied with recipients, attachments, embedded messages and large values, and deleted with them', async () => {
    const { store, inbox, archive } = await newStore();
    const body = 'long text '.repeat(20_000);
    const bytes = Buffer.alloc(700_000, 'abc');
    const { id } = await store.write('message.save', {
      id: null,
      folder: inbox,
      changes: { set: [p(tags.body, body)] },
      recipients: { put: [{ rowId: 0, props: [] }] },
      attachments: {
        put: [
          { num: 0, fresh: true, changes: { set: [p(0x37050003, 1), p(tags.data, bytes)] } },
          { num: 1, fresh: true, embedded: { id: null, changes: { set: [p(tags.subject, 'inner')] } } },
        ],
      },
    });
    expect(value(message(store.db, id), tags.hasAttach)).toBe(true);
    const copy = (await store.write('message.copy', { id, folder: archive })).id;
    expect(value(message(store.db, copy), tags.searchKey)).toEqual(value(message(store.db, id), tags.searchKey));
    await store.write('message.delete', { id });
    const [large] = bigValues(store.db, { kind: 2, id: copy });
    expect(large).toMatchObject({ tag: tags.body, size: body.length * 2 });
    expect(Buffer.from(readBig(store.db, large?.big ?? 0, 0, 1e9)).toString('utf16le')).toBe(body);
    const [first, second] = attachments(store.db, copy);
    const [data] = bigValues(store.db, { kind: 3, id: first?.id ?? 0 });
    expect(Buffer.compare(readBig(store.db, data?.big ?? 0, 0, 1e9), bytes)).toBe(0);
    expect(value(message(store.db, second?.embedded ?? 0), tags.subject)).toBe('inner');
    expect(recipients(store.db, copy)).toHaveLength(1);
    await store.write('message.delete', { id: copy });
    expect(store.info()).toMatchObject({ messages: 0, attachments: 0, bigValues: 0, bigBytes: 0 });
    expect(message(store.db, second?.embedded ?? 0)).toBeNull();
  });

  test('do not get an attachment back that was changed after it was deleted', async () => {
    const { store, inbox } = await newStore();
    const { id } = await store.write('message.save', { id: null, folder: inbox, attachments: { put: [{ num: 3 }] } });
    expect(attachments(store.db, id)).toEqual([]);
    expect(value(message(store.db, id), tags.hasAttach)).toBe(false);
  });

  test('lose an attachment with its number', async () => {
    const { store, inbox } = await newStore();
    const { id } = await store.write('message.save', {
      id: null,
      folder: inbox,
      attachments: { put: [{ num: 3, fresh: true }] },
    });
    expect(attachments(store.db, id)).toHaveLength(1);
    await store.write('message.save', { id, attachments: { remove: [3, 4] } });
    expect(attachments(store.db, id)).toEqual([]);
    expect(value(message(store.db, id), tags.hasAttach)).toBe(false);
  });

  test('are written in one piece: when one of several operations fails nothing is there', async () => {
    const { store, inbox } = await newStore();
    const attempt = store.writeAll([
      { name: 'message.save', args: { id: null, folder: inbox } },
      { name: 'message.save', args: { id: null, folder: 999 } },
    ]);
    await expect(attempt).rejects.toMatchObject(code('NOT_FOUND'));
    expect(folder(store.db, inbox)).toMatchObject({ contentCount: 0 });
  });
});
