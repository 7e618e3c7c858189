import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach } from 'vitest';
import type { PropTag, PropValue } from '../../../../src/mapi/index.js';
import { StoreFile } from '../../../../src/providers/store/sql/index.js';

const folders: string[] = [];
const stores: StoreFile[] = [];

afterEach(async () => {
  for (const store of stores.splice(0)) await store.close();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A path for a store file in a folder of its own, which goes with the test. */
export function storePath(): string {
  const folder = mkdtempSync(join(tmpdir(), 'comail-store-'));
  folders.push(folder);
  return join(folder, 'mail.store');
}

/** An open store with a root, an Inbox and an Archive. */
export async function newStore(file: string = storePath()) {
  const store = await StoreFile.open(file, 'create');
  stores.push(store);
  const root = (await store.write('folder.create', { parent: null, name: 'Root', type: 0 })).id;
  const inbox = (await store.write('folder.create', { parent: root, name: 'Inbox', type: 1 })).id;
  const archive = (await store.write('folder.create', { parent: root, name: 'Archive', type: 1 })).id;
  return { store, root, inbox, archive };
}

/** Another opening of a store, closed with the test. */
export async function openAgain(file: string): Promise<StoreFile> {
  const store = await StoreFile.open(file);
  stores.push(store);
  return store;
}

/** A property without the type of its values. */
export const p = (tag: number, value: unknown): PropValue => [tag as PropTag, value];

export const tags = Object.freeze({
  name: 0x3001001f,
  subject: 0x0037001f,
  normalized: 0x0e1d001f,
  sender: 0x0c1a001f,
  flags: 0x0e070003,
  delivery: 0x0e060040,
  importance: 0x00170003,
  size: 0x0e080003,
  hasAttach: 0x0e1b000b,
  searchKey: 0x300b0102,
  messageClass: 0x001a001f,
  body: 0x1000001f,
  custom: 0x66000003,
  note: 0x6601001f,
  data: 0x37010102,
  fileName: 0x3707001f,
  displayName: 0x3001001f,
});
