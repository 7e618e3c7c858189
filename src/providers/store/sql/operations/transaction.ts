import { fileTimeOf, limit } from '../../../../base/index.js';
import type { PropTag } from '../../../../mapi/index.js';
import { Bag } from '../bag/bag.js';
import type { Database } from '../database.js';

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

/** One change in the change log. */
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

/** A change as a row of the log holds it, as JSON. */
export type PackedChange = readonly [
  event: ChangeEvent,
  object: Change['object'],
  id: number,
  parent: number | null,
  oldId: number | null,
  oldParent: number | null,
  associated: number,
];

/** The changes of one transaction: those of a row of the log. */
export interface ChangeGroup {
  /** The number of the first. */
  readonly first: number;
  /** Who made them. */
  readonly process: string;
  readonly changes: readonly PackedChange[];
}

/** By how much the counts of a folder change. */
export interface CountDelta {
  readonly content: number;
  readonly unread: number;
  readonly associated: number;
}

/**
 * The transaction that operations write in. Changes and counts of folders gather here and are written once for the whole
 * transaction by {@link Transaction.flush} and {@link Transaction.finish}: one update of each folder and one row of the log, however many
 * messages there are.
 */
export class Transaction {
  /** The connection, within a transaction. */
  readonly db: Database;
  /** What its operations changed that searches have to look at. */
  readonly touched: { readonly messages: Set<number>; readonly folders: Set<number> } = {
    messages: new Set(),
    folders: new Set(),
  };
  readonly #process: string;
  #changes: PackedChange[] = [];
  #first: number | null = null;
  #counts = new Map<number, CountDelta>();
  #searching = false;
  // What is known beyond a transaction: as long as nobody else has changed anything, nor this one a folder, it need not be read again.
  #seen: number | null = null;
  #kept = false;
  #folders = new Set<number>();
  #own: Bag | null = null;

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

  /** The number that the next change will get: larger than all before. */
  get nextChange(): number {
    return this.#begin() + this.#changes.length;
  }

  /**
   * Writes down a change. Its place in the log is the change number of the object.
   *
   * @param change what happened; what is left out is null
   * @returns the change number
   */
  log(change: Pick<Change, 'event' | 'object' | 'id'> & Partial<Change>): number {
    const { event, object, id, parent = null, oldId = null, oldParent = null, associated = false } = change;
    const seq = this.nextChange;
    this.#changes.push([event, object, id, parent, oldId, oldParent, Number(associated)]);
    if (object !== 'message') this.#own = null;
    if (object === 'message' && parent !== null && !associated) this.#touch(id, event === 'deleted');
    else if (object === 'folder' && event === 'moved') this.touched.folders.add(id);
    return seq;
  }

  /** Changes the counts of a folder; one that is gone by the end is passed over. */
  count(folder: number, { content, unread, associated }: CountDelta): void {
    const before = this.#counts.get(folder);
    this.#counts.set(folder, {
      content: content + (before?.content ?? 0),
      unread: unread + (before?.unread ?? 0),
      associated: associated + (before?.associated ?? 0),
    });
  }

  /** Whether there is a folder; as long as no other process changes anything each is looked for once. */
  hasFolder(id: number): boolean {
    this.#begin();
    if (this.#folders.has(id)) return true;
    if (!this.db.get('SELECT id FROM folder WHERE id = ?', id)) return false;
    this.#folders.add(id);
    return true;
  }

  /** Forgets that there is a folder, which was deleted. */
  folderGone(id: number): void {
    this.#folders.delete(id);
  }

  /**
   * A number among the properties of the store itself.
   *
   * @returns null when there is none
   */
  storeNumber(tag: PropTag<number>): number | null {
    this.#begin();
    this.#own ??= new Bag(
      (this.db.get('SELECT bag FROM folder WHERE parent IS NULL')?.['bag'] as Uint8Array | undefined) ??
        Bag.empty.bytes,
    );
    return this.#own.typed(tag);
  }

  /** Whether there may be searches, which have to look at what changes. */
  get searching(): boolean {
    this.#begin();
    return this.#searching;
  }

  /** There is a search now. */
  searchMade(): void {
    this.#searching = true;
  }

  /** Begins anew: after `BEGIN`, and after a rollback of everything. */
  begin(): void {
    this.#first = null;
    if (!this.#kept) this.#forget();
    this.#kept = false;
    this.#changes = [];
    this.#clear();
  }

  /** All of it was committed. */
  committed(): void {
    this.#kept = true;
    if (this.#first !== null) this.#seen = this.#first + this.#changes.length - 1;
  }

  /** Writes the counts of folders; searches have looked at what was touched. */
  flush(): void {
    for (const [folder, { content, unread, associated }] of this.#counts) {
      if (content === 0 && unread === 0 && associated === 0) continue;
      this.db.run(
        'UPDATE folder SET content_count = content_count + ?, unread = unread + ?, assoc_count = assoc_count + ? WHERE id = ?',
        content,
        unread,
        associated,
        folder,
      );
    }
    this.#clear();
  }

  /** How many changes there are, for {@link rewind}. */
  get mark(): number {
    return this.#changes.length;
  }

  /** Forgets what an operation left that was rolled back; the counts of those before it have been flushed. */
  rewind(mark: number): void {
    // Not shortened: whoever was told of the last transaction's has them still.
    this.#changes = this.#changes.slice(0, mark);
    this.#clear();
    this.#forget();
  }

  /** Writes what has gathered; right before `COMMIT`. */
  finish(): void {
    if (this.#changes.length === 0) return;
    const first = this.#first as number;
    const seq = first + this.#changes.length - 1;
    this.db.run(
      'INSERT INTO change_log (seq, first, process, changes) VALUES (?, ?, ?, ?)',
      seq,
      first,
      this.#process,
      JSON.stringify(this.#changes),
    );
    if (Math.floor(seq / trimEvery) > Math.floor((first - 1) / trimEvery))
      this.db.run('DELETE FROM change_log WHERE seq <= ?', seq - logRows);
  }

  /** What {@link Transaction.finish} wrote into the log; null when nothing had changed. */
  logged(): ChangeGroup | null {
    if (this.#changes.length === 0) return null;
    return { first: this.#first as number, process: this.#process, changes: this.#changes };
  }

  /** The number of the first change. One look tells that, whether others have changed anything, and whether there are searches. */
  #begin(): number {
    if (this.#first !== null) return this.#first;
    const row = this.db.get(
      'SELECT seq, EXISTS (SELECT 1 FROM search) AS searching FROM change_log ORDER BY seq DESC LIMIT 1',
    );
    const last = (row?.['seq'] as number | undefined) ?? 0;
    if (last !== this.#seen) this.#forget();
    this.#searching = row?.['searching'] !== 0;
    this.#first = last + 1;
    return this.#first;
  }

  #clear(): void {
    // What is empty is left alone: the engine would make it anew.
    if (this.#counts.size > 0) this.#counts.clear();
    if (this.touched.messages.size > 0) this.touched.messages.clear();
    if (this.touched.folders.size > 0) this.touched.folders.clear();
  }

  #forget(): void {
    this.#folders.clear();
    this.#own = null;
  }

  #touch(id: number, gone: boolean): void {
    if (gone) this.touched.messages.delete(id);
    else this.touched.messages.add(id);
  }
}
