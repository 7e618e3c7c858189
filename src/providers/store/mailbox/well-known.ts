import { type PropTag, PT_LONG, prop, propTag } from '../../../mapi/index.js';
import { StoreError } from '../error.js';
import {
  type FolderRow,
  folder,
  folderByName,
  folderType,
  receiveFolders,
  rootFolder,
  type StoreFile,
} from '../sql/index.js';

/** Where the folders are that every store has: ids of their rows. */
export interface Placement {
  /** The row that holds the properties of the store itself; the root of all folders that nobody sees. */
  readonly store: number;
  /** The root folder. */
  readonly root: number;
  /** PR_IPM_SUBTREE_ENTRYID. */
  readonly subtree: number;
  /** The receive folder of a new store. */
  readonly inbox: number;
  /** PR_IPM_OUTBOX_ENTRYID. */
  readonly outbox: number;
  /** PR_IPM_SENTMAIL_ENTRYID. */
  readonly sent: number;
  /** PR_IPM_WASTEBASKET_ENTRYID. */
  readonly deleted: number;
  /** PR_IPM_DRAFTS_ENTRYID. */
  readonly drafts: number;
  /** PR_FINDER_ENTRYID. */
  readonly finder: number;
  /** PR_VIEWS_ENTRYID. */
  readonly views: number;
  /** PR_COMMON_VIEWS_ENTRYID. */
  readonly commonViews: number;
}

type Place = Exclude<keyof Placement, 'store'>;

// Parents come before what lies in them.
const plan: readonly (readonly [place: Place, parent: keyof Placement, name: string])[] = [
  ['root', 'store', 'Root'],
  ['subtree', 'root', 'Top of Personal Folders'],
  ['finder', 'root', 'Finder'],
  ['views', 'root', 'Views'],
  ['commonViews', 'root', 'Common Views'],
  ['inbox', 'subtree', 'Inbox'],
  ['outbox', 'subtree', 'Outbox'],
  ['sent', 'subtree', 'Sent Items'],
  ['deleted', 'subtree', 'Deleted Items'],
  ['drafts', 'subtree', 'Drafts'],
];

/** Where the ids are kept on the store's row: private to the store, in the range that MAPI reserves for providers. */
const tagOf = (index: number): PropTag<number> => propTag(PT_LONG, 0x67f0 + index);

/** The identifiers of the properties that nobody but the store sees. */
export const privateIds: readonly number[] = plan.map((_, index) => 0x67f0 + index);

/**
 * Finds the known folders, and makes those that a new store lacks. An opening that was interrupted is finished by the next
 * one; two processes that create a store at once agree.
 *
 * @param file the store file
 * @param mayWrite false leaves an unfinished store alone
 * @throws {StoreError} `CORRUPT_STORE` when it has no such folders and may not be written; what writing throws
 */
export async function placeFolders(file: StoreFile, mayWrite: boolean): Promise<Placement> {
  const known = readPlaces(file);
  if (known) return known;
  if (!mayWrite) throw new StoreError('CORRUPT_STORE', 'the store was never finished: open it once for writing');
  const places: Partial<Record<keyof Placement, number>> = { store: await made(file, null, 'Store', folderType.root) };
  for (const [place, parent, name] of plan)
    places[place] = await made(file, places[parent] as number, name, folderType.generic);
  const done = places as Placement;
  const classes = new Set(receiveFolders(file.db).map(({ messageClass }) => messageClass));
  const receivers = [
    ['', done.inbox],
    ['IPM', done.inbox],
    ['REPORT.IPM', done.inbox],
    ['IPC', done.root],
  ] as const;
  for (const [messageClass, target] of receivers)
    if (!classes.has(messageClass)) await file.write('receive.set', { messageClass, folder: target });
  const set = plan.map(([place], index) => prop(tagOf(index), done[place]));
  await file.write('folder.update', { id: done.store, changes: { set } });
  return done;
}

function readPlaces(file: StoreFile): Placement | null {
  const store = rootFolder(file.db);
  if (!store) return null;
  const places: Partial<Record<keyof Placement, number>> = { store: store.id };
  for (const [index, [place]] of plan.entries()) {
    const id = store.value(tagOf(index));
    if (id === null || !folder(file.db, id)) return null;
    places[place] = id;
  }
  return places as Placement;
}

async function made(file: StoreFile, parent: number | null, name: string, type: number): Promise<number> {
  const find = () => (parent === null ? rootFolder(file.db) : folderByName(file.db, parent, name));
  const present = find();
  if (present) return present.id;
  try {
    return (await file.write('folder.create', { parent, name, type })).id;
  } catch (error) {
    const other = error instanceof StoreError && error.code === 'COLLISION' ? find() : null;
    if (other) return other.id;
    throw error;
  }
}

/** The row of a folder that is known to be there. */
export function existingRow(file: StoreFile, id: number): FolderRow {
  const row = folder(file.db, id);
  if (row) return row;
  throw new StoreError('CORRUPT_STORE', `folder ${id}, which every store has, is missing`);
}
