import { implementationOf } from '../../com/index.js';
import type { IMAPITable, IMessage, IMsgStore } from '../../mapi/index.js';
import type { Ending } from './ending.js';

/**
 * A store that keeps in its queue that the sending of a message begins, and saves what is unsaved in the message in the transaction
 * in which it ends its sending. Each attempt then takes two transactions, and not four, and writes the message once.
 */
export interface SendingAtHand {
  /** SetLockState with `MSG_LOCKED` saves and locks, or does neither; what {@link beginSending} has said is said no longer then. */
  readonly savesWithLock: true;
  /**
   * Does what SetLockState with `MSG_LOCKED` does, and makes it durable that the sending of the message begins. Nothing of it is
   * saved.
   *
   * @throws {ComError} as SetLockState, and `MAPI_E_OBJECT_CHANGED` when somebody else had it since it was opened
   */
  beginSending(message: IMessage): Promise<void>;
  /** Whether {@link beginSending} has said that the sending of a message begins, and nothing has said since how far it came. */
  wasCutOff(message: IMessage): boolean;
  /**
   * Does what SaveChanges and `IMsgStore::FinishedMsg` do, all of it or nothing.
   *
   * @param message the message; when the answer is true, the reference on it was taken over
   * @returns what became of it; null when the two have to be called after all
   */
  finishSaving(message: IMessage): Promise<Ending | null>;
  /**
   * The table of the outgoing queue, which tells nobody of its changes: for that it would have to look at each. Whatever is submitted comes
   * at its end, under a PR_ROWID that no submission had before.
   */
  quietQueue(): IMAPITable;
  /**
   * Says when the queue may have changed; whoever hears it looks for itself.
   *
   * @param changed called after what has changed is written
   * @returns what ends it
   */
  watchQueue(changed: () => void): () => void;
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
