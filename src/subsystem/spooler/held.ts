import { ComError, type HResult } from '../../com/index.js';
import { type EntryId, IMessage, type IMsgStore, MAPI_BEST_ACCESS, MAPI_MODIFY } from '../../mapi/index.js';

/** A message of the queue as the spooler has it open. It can be opened anew, which drops what was not saved. */
export class HeldMessage {
  /** The message. */
  message: IMessage;
  readonly #store: IMsgStore;
  readonly #entryId: EntryId;

  private constructor(store: IMsgStore, entryId: EntryId, message: IMessage) {
    this.#store = store;
    this.#entryId = entryId;
    this.message = message;
  }

  /**
   * Opens a message.
   *
   * @param store its store, as the spooler has it
   * @param entryId which
   * @returns why not, or the message
   */
  static async open(store: IMsgStore, entryId: EntryId): Promise<readonly [HResult, HeldMessage | null]> {
    const [hr, opened] = await openIn(store, entryId);
    return [hr, opened && new HeldMessage(store, entryId, opened.lppUnk)];
  }

  /** Drops what was not saved. @spec ixplogon-submitmessage */
  async again(): Promise<void> {
    const [hr, opened] = await openIn(this.#store, this.#entryId);
    if (!opened) throw new ComError(hr, 'a message that is being sent could not be opened again');
    this.message.Release();
    this.message = opened.lppUnk;
  }

  [Symbol.dispose](): void {
    this.message.Release();
  }
}

const openIn = (store: IMsgStore, entryId: EntryId) =>
  store.OpenEntry(entryId, IMessage, MAPI_MODIFY | MAPI_BEST_ACCESS);
