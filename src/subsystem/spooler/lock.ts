import { ComError, failed, type HResult, nameOf } from '../../com/index.js';
import { type IMessage, type IMsgStore, MSG_LOCKED } from '../../mapi/index.js';
import type { SendingAtHand } from './at-hand.js';
import { passing } from './trial.js';

/** The lock of one message for one attempt. */
export class Lock {
  /** Whether it is held. */
  taken = false;
  readonly #store: IMsgStore;

  /** @param store its store, as the spooler has it */
  constructor(store: IMsgStore) {
    this.#store = store;
  }

  /**
   * Takes it.
   *
   * @throws {NotLocked} why not
   */
  async take(message: IMessage): Promise<void> {
    const hr = await this.#store.SetLockState(message, MSG_LOCKED);
    if (failed(hr)) throw new NotLocked(hr);
    this.#is();
  }

  /**
   * Takes it and says that sending begins.
   *
   * @throws {NotLocked} why not
   */
  async begin(message: IMessage, store: SendingAtHand): Promise<void> {
    try {
      await store.beginSending(message);
    } catch (error) {
      throw error instanceof ComError ? new NotLocked(error.hr) : error;
    }
    this.#is();
  }

  #is(): void {
    if (this.taken) return;
    this.taken = true;
    passing('locked');
  }
}

/** Why a message was not locked. */
export class NotLocked extends Error {
  override readonly name = 'NotLocked';
  /** What SetLockState answered. */
  readonly hr: HResult;

  /** @param hr what SetLockState answered */
  constructor(hr: HResult) {
    super(nameOf(hr) ?? undefined);
    this.hr = hr;
  }
}
