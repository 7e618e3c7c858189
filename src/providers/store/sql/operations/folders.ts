import type { SqlRow, SqlValue } from '../../driver/index.js';
import { StoreError } from '../../error.js';
import { Bag } from '../bag/bag.js';
import { folderColumns } from '../columns.js';
import { textKey } from '../text-key.js';
import { removeAllBig, shareBig } from './big.js';
import { copyMessageTo, deleteMessageRows } from './message-rows.js';
import { applyBig, type PropChanges, split } from './properties.js';
import { insert, update } from './rows.js';
import type { Change, Transaction } from './transaction.js';

/** Folder types, as PR_FOLDER_TYPE holds them. */
export const folderType: { readonly root: 0; readonly generic: 1; readonly search: 2 } = Object.freeze({
  root: 0,
  generic: 1,
  search: 2,
});

/** A new folder. */
export interface FolderCreate {
  /** The folder it will lie in; null makes the root, of which a store has one. */
  readonly parent: number | null;
  /** Its name; unique among its siblings, whatever the case. */
  readonly name: string;
  /** 0 root, 1 generic, 2 search folder. */
  readonly type: number;
  /** Its other properties. */
  readonly changes?: PropChanges;
}

/** What a save answered. */
export interface Saved {
  /** The object. */
  readonly id: number;
  /** Its change number now. */
  readonly change: number;
}

/**
 * Creates a folder.
 *
 * @throws {StoreError} `COLLISION` when a sibling has the name or there is a root already, `NOT_FOUND` without such a
 *   parent, and what {@link split} throws
 */
export function createFolder(tx: Transaction, folder: FolderCreate): Saved {
  return addFolder(tx, folder, { event: 'created' });
}

/** What the change log says of a new folder. */
type Origin = Pick<Change, 'event'> & Partial<Change>;

function addFolder(tx: Transaction, { parent, name, type, changes = {} }: FolderCreate, origin: Origin): Saved {
  refuseUnnamed(name);
  if ((parent === null) !== (type === folderType.root))
    throw new StoreError('INVALID_PARAMETER', 'the root alone has no parent');
  if (parent === null && tx.db.get('SELECT id FROM folder WHERE parent IS NULL'))
    throw new StoreError('COLLISION', 'the store has a root folder already');
  if (parent !== null) {
    folderRow(tx, parent);
    refuseName(tx, parent, name, null);
  }
  const now = tx.now();
  const { columns, bag, large } = split(folderColumns, changes, Bag.empty);
  const row = new Map<string, SqlValue>([
    ['parent', parent],
    ['type', type],
    ['change', 0],
    ['created', now],
    ['modified', now],
    ...columns,
    ['name', name],
    ['name_key', textKey(name)],
    ['bag', bag.bytes],
  ]);
  const id = insert(tx, 'folder', row);
  const { count } = applyBig(tx, { kind: 1, id }, changes, large);
  const change = tx.log({ ...origin, object: 'folder', id, parent });
  tx.db.run('UPDATE folder SET change = ?, big = ? WHERE id = ?', change, count, id);
  if (parent !== null) countSubfolder(tx, parent, 1);
  return { id, change };
}

/** Changes to a folder. */
export interface FolderUpdate {
  readonly id: number;
  /** What to change; the name is a property like others. */
  readonly changes: PropChanges;
}

/**
 * Sets and removes properties of a folder, its name among them.
 *
 * @throws {StoreError} `NOT_FOUND`; `COLLISION` when a sibling has the name; what {@link split} throws
 */
export function updateFolder(tx: Transaction, { id, changes }: FolderUpdate): Saved {
  const before = folderRow(tx, id);
  const parent = before['parent'] as number | null;
  const { columns, bag, large } = split(folderColumns, changes, new Bag(before['bag'] as Uint8Array));
  const name = columns.get('name');
  if (typeof name === 'string') refuseUnnamed(name);
  if (typeof name === 'string' && parent !== null) refuseName(tx, parent, name, id);
  const { count } = applyBig(tx, { kind: 1, id }, changes, large);
  const change = tx.log({ event: 'modified', object: 'folder', id, parent });
  update(
    tx,
    'folder',
    id,
    new Map<string, SqlValue>([
      ['modified', tx.now()],
      ...columns,
      ['bag', bag.bytes],
      ['big', count],
      ['change', change],
    ]),
  );
  return { id, change };
}

/** Where a folder goes. */
export interface FolderMove {
  readonly id: number;
  /** The folder it will lie in. */
  readonly parent: number;
  /** Its name there; the present one when left out. */
  readonly name?: string;
}

/**
 * Moves a folder with all that is in it.
 *
 * @throws {StoreError} `FOLDER_CYCLE` when the target lies within the folder or is it; `COLLISION`, `NOT_FOUND`;
 *   `INVALID_PARAMETER` for the root
 */
export function moveFolder(tx: Transaction, { id, parent, name }: FolderMove): Saved {
  const before = folderRow(tx, id);
  const oldParent = before['parent'] as number | null;
  if (oldParent === null) throw new StoreError('INVALID_PARAMETER', 'the root folder stays where it is');
  refuseCycle(tx, id, parent);
  const newName = name ?? (before['name'] as string);
  refuseUnnamed(newName);
  refuseName(tx, parent, newName, id);
  const change = tx.log({ event: 'moved', object: 'folder', id, parent, oldId: id, oldParent });
  update(
    tx,
    'folder',
    id,
    new Map<string, SqlValue>([
      ['parent', parent],
      ['name', newName],
      ['name_key', textKey(newName)],
      ['change', change],
      ['modified', tx.now()],
    ]),
  );
  countSubfolder(tx, oldParent, -1);
  countSubfolder(tx, parent, 1);
  return { id, change };
}

/** What is copied where. */
export interface FolderCopy extends FolderMove {
  /** Folders within it are copied too. */
  readonly subfolders: boolean;
  /** Its messages are copied too, which is meant when nothing is said. */
  readonly messages?: boolean;
}

/**
 * Copies a folder and, as asked for, its messages and the folders within it. Large values are shared, not copied.
 *
 * @returns the copy
 * @throws {StoreError} `FOLDER_CYCLE` when the target lies within the folder or is it; `COLLISION`,
 *   `NOT_FOUND`
 */
export function copyFolder(tx: Transaction, { id, parent, name, subfolders, messages = true }: FolderCopy): Saved {
  const before = folderRow(tx, id);
  refuseCycle(tx, id, parent);
  const type = Math.max(before['type'] as number, folderType.generic);
  const oldParent = before['parent'] as number | null;
  const copy = { parent, name: name ?? (before['name'] as string), type };
  const saved = addFolder(tx, copy, { event: 'copied', oldId: id, oldParent });
  update(
    tx,
    'folder',
    saved.id,
    new Map<string, SqlValue>([
      ['comment', before['comment'] ?? null],
      ['class', before['class'] ?? null],
      ['bag', before['bag'] ?? null],
      ['big', before['big'] ?? 0],
    ]),
  );
  shareBig(tx.db, { kind: 1, id }, { kind: 1, id: saved.id });
  tx.searchMade();
  tx.db.run(
    'INSERT INTO search (folder, restriction, folders, flags, state) SELECT ?, restriction, folders, flags, state FROM search WHERE folder = ?',
    saved.id,
    id,
  );
  const inside = messages ? tx.db.all('SELECT id FROM message WHERE folder = ? ORDER BY id', id) : [];
  for (const row of inside) copyMessageTo(tx, row['id'] as number, { folder: saved.id });
  if (subfolders)
    for (const child of tx.db.all('SELECT id FROM folder WHERE parent = ? AND id <> ? ORDER BY id', id, saved.id))
      copyFolder(tx, { id: child['id'] as number, parent: saved.id, subfolders, messages });
  return saved;
}

/** What is deleted. */
export interface FolderDelete {
  readonly id: number;
  /** Delete the messages in it too. */
  readonly messages: boolean;
  /** Delete the folders in it too, with what is in them. */
  readonly folders: boolean;
}

/**
 * Deletes a folder.
 *
 * @throws {StoreError} `HAS_MESSAGES`, `HAS_FOLDERS` when it is not empty and that was not asked for; `NOT_FOUND`;
 *   `INVALID_PARAMETER` for the root
 */
export function deleteFolder(tx: Transaction, { id, messages, folders }: FolderDelete): void {
  const before = folderRow(tx, id);
  const parent = before['parent'] as number | null;
  if (parent === null) throw new StoreError('INVALID_PARAMETER', 'the root folder cannot be deleted');
  const children = tx.db.all('SELECT id FROM folder WHERE parent = ? ORDER BY id', id);
  if (children.length > 0 && !folders) throw new StoreError('HAS_FOLDERS', 'there are folders in the folder');
  // The messages that a search folder shows lie elsewhere and stay.
  const inside = tx.db.all('SELECT id FROM message WHERE folder = ? ORDER BY id', id);
  if (inside.length > 0 && !messages) throw new StoreError('HAS_MESSAGES', 'there are messages in the folder');
  for (const child of children) deleteFolder(tx, { id: child['id'] as number, messages: true, folders: true });
  for (const row of inside) deleteMessageRows(tx, row['id'] as number);
  removeAllBig(tx.db, { kind: 1, id });
  tx.db.run('DELETE FROM receive_folder WHERE folder = ?', id);
  tx.db.run('DELETE FROM search_link WHERE folder = ?', id);
  tx.db.run('DELETE FROM folder WHERE id = ?', id);
  tx.folderGone(id);
  countSubfolder(tx, parent, -1);
  tx.log({ event: 'deleted', object: 'folder', id, parent });
}

/** Messages to remove from a folder without deleting it. */
export interface FolderEmpty {
  readonly id: number;
  /** Associated messages too. */
  readonly associated: boolean;
}

/**
 * Deletes all messages and folders within a folder.
 *
 * @throws {StoreError} `NOT_FOUND`
 */
export function emptyFolder(tx: Transaction, { id, associated }: FolderEmpty): void {
  folderRow(tx, id);
  for (const child of tx.db.all('SELECT id FROM folder WHERE parent = ? ORDER BY id', id))
    deleteFolder(tx, { id: child['id'] as number, messages: true, folders: true });
  const which = associated ? '' : ' AND associated = 0';
  for (const row of tx.db.all(`SELECT id FROM message WHERE folder = ?${which} ORDER BY id`, id))
    deleteMessageRows(tx, row['id'] as number);
}

function folderRow(tx: Transaction, id: number): SqlRow {
  const row = tx.db.getWide('SELECT * FROM folder WHERE id = ?', id);
  if (!row) throw new StoreError('NOT_FOUND', `there is no folder ${id}`);
  const parent = row['parent'];
  return { ...row, parent: parent === null ? null : Number(parent), type: Number(row['type']) };
}

function refuseUnnamed(name: string): void {
  if (name === '' || name.includes('\0'))
    throw new StoreError('INVALID_PARAMETER', 'a folder needs a name without zeroes');
}

function refuseName(tx: Transaction, parent: number, name: string, except: number | null): void {
  const taken = tx.db.get('SELECT id FROM folder WHERE parent = ? AND name_key = ?', parent, textKey(name));
  if (taken && taken['id'] !== except)
    throw new StoreError('COLLISION', `there is a folder of the name ${JSON.stringify(name)}`);
}

function refuseCycle(tx: Transaction, id: number, target: number): void {
  for (let at: number | null = target; at !== null; at = folderRow(tx, at)['parent'] as number | null)
    if (at === id) throw new StoreError('FOLDER_CYCLE', 'a folder cannot come to lie within itself');
}

function countSubfolder(tx: Transaction, parent: number, by: number): void {
  tx.db.run('UPDATE folder SET subfolders = subfolders + ? WHERE id = ?', by, parent);
}
