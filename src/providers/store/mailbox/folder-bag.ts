import { ComError } from '../../../com/index.js';
import { MAPI_E_OBJECT_DELETED } from '../../../mapi/index.js';
import type { PropChanges } from '../../../subsystem/index.js';
import { type FolderRow, folder, folderColumns } from '../sql/index.js';
import type { Mailbox } from './mailbox.js';
import { StagedProps } from './staged.js';
import { baseOf, StoredBag } from './stored-bag.js';

/** The properties of a folder, or of the store itself: always as they are now, permanent at once. */
export class FolderBag extends StoredBag {
  #row: FolderRow;

  /**
   * @param mailbox whose folder it is
   * @param row the folder
   */
  constructor(mailbox: Mailbox, row: FolderRow) {
    super(mailbox, baseOf(mailbox, 1, row));
    this.#row = row;
  }

  /** Tells two open folders that are the same one apart from others. */
  get key(): string {
    return `folder:${this.mailbox.shared.file.uid}:${this.#row.id}`;
  }

  /** The folder as it was last read. */
  get row(): FolderRow {
    return this.#row;
  }

  /** Reads the folder anew. */
  refresh(): void {
    const row = this.mailbox.read((db) => folder(db, this.#row.id));
    if (!row) throw new ComError(MAPI_E_OBJECT_DELETED, 'the folder was deleted');
    this.#row = row;
    this.base = baseOf(this.mailbox, 1, row);
  }

  protected hasColumn(id: number): boolean {
    return folderColumns.has(id);
  }

  async commit(changes: PropChanges): Promise<void> {
    await this.finished(changes, async (set, remove) => {
      const staged = StagedProps.none.with(set, remove);
      await this.mailbox.write('folder.update', { id: this.#row.id, changes: staged.changes(this.stores) });
      this.refresh();
    });
  }
}
