import { StoreError } from '../../error.js';
import { textKey } from '../text-key.js';
import type { Transaction } from './transaction.js';

/** Which folder receives messages of a class. */
export interface ReceiveFolder {
  /** The class; the empty one is for all that have none of their own. */
  readonly messageClass: string;
  /** The folder; null removes the class. */
  readonly folder: number | null;
}

/**
 * Sets, changes or removes a receive folder. Case does not count in classes.
 *
 * @throws {StoreError} `NOT_FOUND` without such a folder
 */
export function setReceiveFolder(tx: Transaction, { messageClass, folder }: ReceiveFolder): void {
  if (folder === null) {
    tx.db.run('DELETE FROM receive_folder WHERE class_key = ?', textKey(messageClass));
    return;
  }
  if (!tx.db.get('SELECT id FROM folder WHERE id = ?', folder))
    throw new StoreError('NOT_FOUND', `there is no folder ${folder}`);
  tx.db.run(
    `INSERT INTO receive_folder (class_key, class, folder, modified) VALUES (?, ?, ?, ?)
     ON CONFLICT (class_key) DO UPDATE SET class = excluded.class, folder = excluded.folder, modified = excluded.modified`,
    textKey(messageClass),
    messageClass,
    folder,
    tx.now(),
  );
}
