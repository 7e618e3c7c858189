import type { PropTag } from '../../../../mapi/index.js';
import { StoreError } from '../../error.js';
import { kilobytesUsed } from '../reading/size.js';
import type { Transaction } from './transaction.js';

/**
 * Refuses what makes a store larger that is full. What makes it smaller is never refused, nor what moves within it.
 *
 * @param tx the transaction
 * @param bounds the properties of the store that say from how many kilobytes on it is; no bound where none is set
 * @throws {StoreError} `STORE_FULL`
 */
export function requireRoom(tx: Transaction, bounds: readonly PropTag<number>[]): void {
  let used: number | null = null;
  for (const bound of bounds) {
    const most = tx.storeNumber(bound);
    if (most === null) continue;
    used ??= kilobytesUsed(tx.db);
    if (used < most) continue;
    throw new StoreError(
      'STORE_FULL',
      `the mailbox is full: it has ${used} KB, and may have ${most}; delete something`,
    );
  }
}
