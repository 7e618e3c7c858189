import { ok } from '../../com/index.js';
import {
  type EntryId,
  IMAPIFolder,
  type IMsgStore,
  MAPI_BEST_ACCESS,
  MAPI_E_FAILURE,
  PR_IPM_OUTBOX_ENTRYID,
  type PropTag,
} from '../../mapi/index.js';
import { SimpleError } from './answer.js';

/** The folders that a session needs for each message: which they are is asked once. */
export class Places {
  readonly #store: () => Promise<IMsgStore>;
  readonly #entryIds = new Map<PropTag, EntryId>();
  #outbox: Promise<IMAPIFolder> | null = null;

  /** @param store opens the default store */
  constructor(store: () => Promise<IMsgStore>) {
    this.#store = store;
  }

  /**
   * The folder of the default store that a property of it names.
   *
   * @param tag the property
   * @throws {SimpleError} `MAPI_E_FAILURE` when the store has none
   */
  async of(tag: PropTag<Uint8Array>): Promise<EntryId> {
    const known = this.#entryIds.get(tag);
    if (known) return known;
    const store = await this.#store();
    const entryId = (await ok(store.GetProps([tag], 0))).get(tag);
    if (!entryId) throw new SimpleError(MAPI_E_FAILURE, 'the default store has no folder for that');
    this.#entryIds.set(tag, entryId);
    return entryId;
  }

  /** The Outbox; it stays open until the end, and is nobody's to release. */
  outbox(): Promise<IMAPIFolder> {
    this.#outbox ??= this.#open().catch((error: unknown) => {
      this.#outbox = null;
      throw error;
    });
    return this.#outbox;
  }

  /** Closes what is open. */
  async end(): Promise<void> {
    // One that could not be opened has told so to whoever wanted it.
    const outbox = await this.#outbox?.catch(() => null);
    outbox?.Release();
  }

  async #open(): Promise<IMAPIFolder> {
    const store = await this.#store();
    return (await ok(store.OpenEntry(await this.of(PR_IPM_OUTBOX_ENTRYID), IMAPIFolder, MAPI_BEST_ACCESS))).lppUnk;
  }
}
