import type { IMAPIProgress } from '../../../../mapi/index.js';
import { type FolderRow, folder, subfolders } from '../../sql/index.js';
import type { Mailbox } from '../mailbox.js';
import { ItemProgress } from '../progress.js';

/** A folder with what lay in it when somebody began to work on it. */
export interface TreeFolder {
  readonly id: number;
  /** The folder itself. */
  readonly row: FolderRow | null;
  /** Its messages, associated ones after the others. */
  readonly messages: readonly number[];
  /** The folders directly within it. */
  readonly children: readonly TreeFolder[];
}

/** A folder with all folders below it and their messages, and how far the work on them is. */
export class FolderTree {
  /** The folder at the top. */
  readonly root: TreeFolder;
  /** How many messages there are in all folders. */
  readonly messages: number;
  /** How many folders there are below the top. */
  readonly folders: number;
  #work = 0;
  #finished = 0;
  #stride = 100;

  /**
   * @param mailbox whose store
   * @param top the folder
   * @param associated whether associated messages of the top count; those of folders below always do
   * @param deep whether folders below count
   */
  constructor(mailbox: Mailbox, top: number, associated = true, deep = true) {
    this.root = treeOf(mailbox, top, associated, deep);
    const all = flat(this.root);
    this.messages = all.reduce((sum, one) => sum + one.messages.length, 0);
    this.folders = all.length - 1;
  }

  /** Messages and folders done. */
  get work(): number {
    return this.#work;
  }

  /** Folders done, as the caller is told. */
  get finished(): number {
    return Math.min(this.#finished, Math.max(this.folders, 1));
  }

  /** Begins to tell an indicator: of the folders below, or of one item where there are none. */
  progress(indicator: IMAPIProgress | null): ItemProgress {
    const progress = new ItemProgress(indicator, this.messages + this.folders + 1, Math.max(this.folders, 1));
    this.#stride = progress.stride;
    return progress;
  }

  /** The messages of a folder, some at a time. */
  *parts({ messages }: TreeFolder): Generator<readonly number[]> {
    for (let at = 0; at < messages.length; at += this.#stride) yield messages.slice(at, at + this.#stride);
  }

  /** Messages are done. */
  pass(messages: number): void {
    this.#work += messages;
  }

  /** A folder is done. */
  finish(): void {
    this.#work++;
    this.#finished++;
  }
}

function treeOf(mailbox: Mailbox, id: number, associated: boolean, deep: boolean): TreeFolder {
  const which = associated ? '' : ' AND associated = 0';
  const sql = `SELECT id FROM message WHERE folder = ?${which} ORDER BY associated, id`;
  return {
    id,
    row: mailbox.read((db) => folder(db, id)),
    messages: mailbox.read((db) => db.all(sql, id)).map((row) => row['id'] as number),
    children: deep
      ? mailbox.read((db) => subfolders(db, id)).map((child) => treeOf(mailbox, child.id, true, deep))
      : [],
  };
}

const flat = (folder: TreeFolder): readonly TreeFolder[] => [folder, ...folder.children.flatMap(flat)];
