import { implementationOf } from '../../com/index.js';
import type { IMessage, IMsgStore } from '../../mapi/index.js';

/**
 * A store that saves what is unsaved in a message in the transaction in which it locks it, and in the one in which it ends its
 * sending. Each attempt then takes two transactions, and not four.
 */
export interface SendingAtHand {
  /** SetLockState with `MSG_LOCKED` saves and locks, or does neither. */
  readonly savesWithLock: true;
  /**
   * Does what SaveChanges and `IMsgStore::FinishedMsg` do, all of it or nothing.
   *
   * @param message the message; when the answer is true, the reference on it was taken over
   * @returns false when the two have to be called after all
   */
  finishSaving(message: IMessage): Promise<boolean>;
}

/**
 * What a store can do at once.
 *
 * @param store the store, as the spooler has it
 * @returns null when it can do no more than IMsgStore says
 */
export function sendingAtHand(store: IMsgStore): SendingAtHand | null {
  const object = implementationOf(store);
  return object !== null && 'finishSaving' in object ? (object as SendingAtHand) : null;
}
