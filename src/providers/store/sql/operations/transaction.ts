import { limit } from '../../../../base/index.js';
import type { Database } from '../database.js';
import { fileTimeOf } from '../file-time.js';

/** How many changes the log keeps. */
export const logRows: number = limit(
  'store.changeLogRows',
  100_000,
  'changes',
  'A process that looks at the log less often than this many changes reads everything anew instead',
);
const trimEvery = 1000;

/** What happened to an object. `new` follows `created`: the message is new mail. */
export type ChangeEvent = 'created' | 'modified' | 'deleted' | 'moved' | 'copied' | 'new' | 'search' | 'searched';

/** One row of the change log. */
export interface Change {
  /** What happened; `search`: the contents of a search folder changed; `searched`: a search has found all there is. */
  readonly event: ChangeEvent;
  /** What it happened to. */
  readonly object: 'folder' | 'message' | 'store';
  /** Its id. */
  readonly id: number;
  /** The folder it lies in now, or lay in when it was deleted; null for the root. */
  readonly parent: number | null;
  /** Moved, copied: the id of the original; what is moved keeps its id. `search`: the message that came or went; null when many did. */
  readonly oldId: number | null;
  /** Moved, copied: the folder that it, or its original, lay in. */
  readonly oldParent: number | null;
  /** The message is associated with its folder: tables of associated contents show it, and no others. */
  readonly associated: boolean;
}

/** The transaction that an operation writes in. */
export class Transaction {
  /** The connection, within a transaction. */
  readonly db: Database;
  /** What its operations changed that searches have to look at. */
  readonly touched: { readonly messages: Set<number>; readonly folders: Set<number> } = {
    messages: new Set(),
    folders: new Set(),
  };
  readonly #process: string;

  /**
   * @param db the connection
   * @param process who writes, for the change log
   */
  constructor(db: Database, process: string) {
    this.db = db;
    this.#process = process;
  }

  /** The present time as FILETIME. */
  now(): bigint {
    return fileTimeOf(Date.now());
  }

  /**
   * Writes down a change. Its place in the log is the change number of the object.
   *
   * @param change what happened; what is left out is null
   * @returns the change number, larger than all before
   */
  log(change: Pick<Change, 'event' | 'object' | 'id'> & Partial<Change>): number {
    const { event, object, id, parent = null, oldId = null, oldParent = null, associated = false } = change;
    const { lastId: seq } = this.db.run(
      'INSERT INTO change_log (event, object, id, parent, old_id, old_parent, associated, process) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
      event,
      object,
      id,
      parent,
      oldId,
      oldParent,
      Number(associated),
      this.#process,
    );
    if (object === 'message' && parent !== null && !associated) this.#touch(id, event === 'deleted');
    else if (object === 'folder' && event === 'moved') this.touched.folders.add(id);
    if (seq % trimEvery === 0) this.db.run('DELETE FROM change_log WHERE seq <= ?', seq - logRows);
    return seq;
  }
  /** Forgets what was changed before. */
  begin(): void {
    this.touched.messages.clear();
    this.touched.folders.clear();
  }

  #touch(id: number, gone: boolean): void {
    if (gone) this.touched.messages.delete(id);
    else this.touched.messages.add(id);
  }
}
