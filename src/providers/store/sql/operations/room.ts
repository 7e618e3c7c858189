import type { PropTag } from '../../../../mapi/index.js';
import { StoreError } from '../../error.js';
import { kilobytesUsed } from '../reading/size.js';
import type { Transaction } from './transaction.js';

/**
 * Refuses what makes a store larger that is full.
 *
 * @param tx the transaction
 * @param bound the property of the store that says from how many kilobytes on it is; no bound where it is not set
 * @throws {StoreError} `STORE_FULL`
 */
export function requireRoom(tx: Transaction, bound: PropTag<number>): void {
  const most = tx.storeNumber(bound);
  if (most === null) return;
  const used = kilobytesUsed(tx.db);
  if (used < most) return;
  throw new StoreError('STORE_FULL', `the mailbox is full: it has ${used} KB, and may have ${most}; delete something`);
}
