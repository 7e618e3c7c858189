import { describe, expect, test } from 'vitest';
import { eq, PR_SUBJECT_W, type PropTag } from '../../../../src/mapi/index.js';
import { folder, searchLinks, textOfRestriction } from '../../../../src/providers/store/sql/index.js';
import { newStore, openAgain, p, tags } from './fixture.js';

const bound = 0x6602_0003 as PropTag<number>;
const saved = (id: number, subject = 'a') => ({ id: null, folder: id, changes: { set: [p(tags.subject, subject)] } });
const code = (name: string) => ({ name: 'StoreError', code: name });

describe('What another opening of the store changes is known to the very next write', () => {
  test('a folder that it deleted takes no messages any more', async () => {
    const { store, archive, inbox } = await newStore();
    await store.write('message.save', saved(archive));
    const other = await openAgain(store.file);
    await other.write('folder.delete', { id: archive, messages: true, folders: true });
    await expect(store.write('message.save', saved(archive))).rejects.toMatchObject(code('NOT_FOUND'));
    await store.write('message.save', saved(inbox));
    expect(folder(store.db, inbox)?.contentCount).toBe(1);
  });

  test('a bound that it set on the store holds, and ends when it takes it away', async () => {
    const { store, root, inbox } = await newStore();
    const save = { ...saved(inbox), bounds: [bound] };
    await store.write('message.save', save);
    const other = await openAgain(store.file);
    await other.write('folder.update', { id: root, changes: { set: [p(bound, 1)] } });
    await expect(store.write('message.save', save)).rejects.toMatchObject(code('STORE_FULL'));
    await store.write('message.save', saved(inbox));
    await other.write('folder.update', { id: root, changes: { remove: [bound] } });
    await store.write('message.save', save);
    expect(folder(store.db, inbox)?.contentCount).toBe(3);
  });

  test('a search that it made finds what is saved here', async () => {
    const { store, root, inbox } = await newStore();
    const search = (await store.write('folder.create', { parent: root, name: 'Found', type: 2 })).id;
    await store.write('message.save', saved(inbox, 'wanted'));
    const other = await openAgain(store.file);
    await other.write('search.set', {
      folder: search,
      restriction: textOfRestriction(eq(PR_SUBJECT_W, 'wanted')),
      folders: [inbox],
      flags: 0,
      state: 1,
    });
    const { id } = await store.write('message.save', saved(inbox, 'wanted'));
    expect(searchLinks(store.db, search)).toEqual([id]);
  });
});

describe('What is known of the store', () => {
  test('is forgotten when the transaction that found it out is rolled back', async () => {
    const { store, root } = await newStore();
    const next = (await store.write('folder.create', { parent: root, name: 'Probe', type: 1 })).id + 1;
    const failing = store.writeAll([
      { name: 'folder.create', args: { parent: root, name: 'Fleeting', type: 1 } },
      { name: 'message.save', args: saved(next) },
      { name: 'folder.update', args: { id: root, changes: { set: [p(bound, 1)] } } },
      { name: 'message.save', args: { ...saved(next), bounds: [bound] } },
    ]);
    await expect(failing).rejects.toMatchObject(code('STORE_FULL'));
    await expect(store.write('message.save', saved(next))).rejects.toMatchObject(code('NOT_FOUND'));
    const probe = (await store.write('folder.create', { parent: root, name: 'Probe 2', type: 1 })).id;
    await store.write('message.save', { ...saved(probe), bounds: [bound] });
  });
});
