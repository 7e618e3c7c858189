import {
  PR_ASSOC_CONTENT_COUNT,
  PR_CONTENT_COUNT,
  PR_CONTENT_UNREAD,
  PR_SUBFOLDERS,
  type PropTag,
} from '../../../mapi/index.js';
import { type FolderTally, folderTallies, type LoggedChange } from '../sql/index.js';
import type { Mailbox } from './mailbox.js';

/** A folder whose computed properties changed. */
export interface ChangedCounts {
  readonly id: number;
  /** The folder it lies in. */
  readonly parent: number | null;
  /** The properties that changed. */
  readonly tags: readonly PropTag[];
}

const counted: readonly (readonly [PropTag, (tally: FolderTally) => number | boolean])[] = [
  [PR_CONTENT_COUNT, ({ contentCount }) => contentCount],
  [PR_CONTENT_UNREAD, ({ unread }) => unread],
  [PR_ASSOC_CONTENT_COUNT, ({ assocCount }) => assocCount],
  [PR_SUBFOLDERS, ({ subfolders }) => subfolders > 0],
];

const none = { contentCount: 0, unread: 0, assocCount: 0, subfolders: 0 };

/** Remembers the counts of folders, to find those that changed: the change log tells of what was counted, not of the counts. */
export class FolderCounts {
  readonly #mailbox: Mailbox;
  #known = new Map<number, FolderTally>();

  /** @param mailbox whose folders */
  constructor(mailbox: Mailbox) {
    this.#mailbox = mailbox;
  }

  /** Takes note of how all folders are now. */
  note(): void {
    this.#known = new Map(this.#mailbox.read((db) => folderTallies(db, null)).map((tally) => [tally.id, tally]));
  }

  /**
   * Finds the folders whose counts changed since they were noted, and notes them anew.
   *
   * @param batch what happened meanwhile
   */
  changed(batch: readonly LoggedChange[]): readonly ChangedCounts[] {
    if (batch.length === 0) return [];
    const touched = new Set<number>();
    for (const { event, object, id, parent, oldParent } of batch) {
      if (parent !== null) touched.add(parent);
      if (oldParent !== null && event === 'moved') touched.add(oldParent);
      if (object === 'folder') touched.add(id);
      if (object === 'folder' && event === 'deleted') this.#known.delete(id);
    }
    const found: ChangedCounts[] = [];
    for (const now of this.#mailbox.read((db) => folderTallies(db, touched))) {
      const before = this.#known.get(now.id) ?? { ...now, ...none };
      this.#known.set(now.id, now);
      const tags = counted.filter(([, value]) => value(now) !== value(before)).map(([tag]) => tag);
      if (tags.length > 0) found.push({ id: now.id, parent: now.parent, tags: Object.freeze(tags) });
    }
    return found;
  }
}
