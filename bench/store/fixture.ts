import { existsSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { ok } from '../../src/com/index.js';
import {
  FOLDER_GENERIC,
  IMAPIFolder,
  IMessage,
  type IMsgStore,
  MAPI_MODIFY,
  PR_DISPLAY_NAME_W,
  PR_ENTRYID,
  PR_IPM_SUBTREE_ENTRYID,
} from '../../src/mapi/index.js';
import { openStore } from '../../src/providers/store/index.js';
import { fewLetters, inFlight, manyLetters } from './contender.js';
import { letter } from './letters.js';

/** The names of the two folders. */
export type FixtureFolder = 'Large' | 'Small';

/** Makes a store with 100,000 letters in one folder and the first 1,000 of them in another. */
export const makeFixture = (file: string): Promise<null> => make(file, manyLetters);

/** Makes a store whose large folder is empty; the letters of the small one are the patterns of what is inserted. */
export const makeEmpty = (file: string): Promise<null> => make(file, 0);

/** Opens one of the folders. */
export async function openFolder(store: IMsgStore, name: FixtureFolder): Promise<IMAPIFolder> {
  using top = await topOf(store);
  using table = await ok(top.GetHierarchyTable());
  await ok(table.SetColumns([PR_DISPLAY_NAME_W, PR_ENTRYID]));
  const row = (await ok(table.QueryRows(100))).find((each) => each[0] === name);
  if (!row) throw new Error(`the store has no folder ${name}`);
  return (await ok(store.OpenEntry(row[1] as Uint8Array, IMAPIFolder, MAPI_MODIFY))).lppUnk;
}

async function make(file: string, letters: number): Promise<null> {
  {
    using store = await openStore(file, { mode: 'create' });
    await fill(store, 'Large', letters);
    await fill(store, 'Small', fewLetters);
  }
  // The log goes into the file when the store is closed, which happens some moments after the last Release.
  while (existsSync(`${file}-wal`)) await setTimeout(10);
  return null;
}

async function topOf(store: IMsgStore): Promise<IMAPIFolder> {
  const [top] = await ok(store.GetProps([PR_IPM_SUBTREE_ENTRYID]));
  return (await ok(store.OpenEntry(top as Uint8Array, IMAPIFolder, MAPI_MODIFY))).lppUnk;
}

async function fill(store: IMsgStore, name: FixtureFolder, count: number): Promise<void> {
  using top = await topOf(store);
  using folder = await ok(top.CreateFolder(FOLDER_GENERIC, name, null, null));
  await saveLetters(folder, 0, count);
}

/**
 * Creates letters in a folder as a program does that has many of them: each is a message of its own, created, filled and
 * saved, and 64 saves are under way at a time.
 *
 * @param folder the folder
 * @param from the number of the first
 * @param count how many
 */
export async function saveLetters(folder: IMAPIFolder, from: number, count: number): Promise<void> {
  let next = from;
  const line = async (): Promise<void> => {
    while (next < from + count) {
      const props = letter(next++);
      using message = await ok(folder.CreateMessage(IMessage));
      await ok(message.SetProps(props));
      await ok(message.SaveChanges());
    }
  };
  await Promise.all(Array.from({ length: Math.min(inFlight, count) }, line));
}
