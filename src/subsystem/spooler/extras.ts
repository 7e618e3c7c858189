import { log } from '../../base/index.js';
import { ComError, failed, implementationOf, nameOf, ok } from '../../com/index.js';
import {
  type EntryId,
  IMAPIFolder,
  IMessage,
  type IMsgStore,
  KEEP_OPEN_READWRITE,
  MAPI_BEST_ACCESS,
  MAPI_MODIFY,
  type OpenedEntry,
  PR_ENTRYID,
  PR_PARENT_ENTRYID,
  type PropValue,
  prop,
} from '../../mapi/index.js';
import { maxRows } from '../submit/limits.js';
import { PR_SPOOL_EXTRA_OF, PR_SPOOL_EXTRAS } from './tags.js';
import { passing } from './trial.js';

/** Opens what a store does not have. */
type OpenElsewhere = (entryId: EntryId) => Promise<OpenedEntry<IMessage>>;

/**
 * The further messages that preprocessors make. Each is sent once, whenever the process dies: it is saved before the message that it
 * was made for is submitted again, in the transaction in which that says that there are such; and submitted after that. One of which
 * no message says so is of a run that was cut off, and goes: its like is made anew.
 */
export class Extras {
  readonly #submitting = new WeakSet<object>();

  /**
   * Saves them.
   *
   * @param message whose they are
   * @param made them; released here
   * @returns what the message is to say of them, saved as it is submitted again
   */
  async save(message: IMessage, made: readonly IMessage[]): Promise<readonly PropValue[]> {
    const [origin] = await ok(message.GetProps([PR_ENTRYID], 0));
    const entryIds: Uint8Array[] = [];
    for (const each of made) {
      using extra = each;
      await ok(extra.SetProps([prop(PR_SPOOL_EXTRA_OF, origin as EntryId)]));
      await ok(extra.SaveChanges(KEEP_OPEN_READWRITE));
      const [entryId] = await ok(extra.GetProps([PR_ENTRYID], 0));
      entryIds.push(entryId as EntryId);
    }
    return entryIds.length === 0 ? [] : [prop(PR_SPOOL_EXTRAS, entryIds)];
  }

  /**
   * Submits those of a message that are not submitted yet; then it has none any more.
   *
   * @param store the store, as the spooler has it
   * @param message whose they are, with {@link PR_SPOOL_EXTRAS}
   * @param elsewhere opens those that do not lie in the store
   */
  async submit(store: IMsgStore, message: IMessage, elsewhere: OpenElsewhere): Promise<void> {
    const [entryIds] = await ok(message.GetProps([PR_SPOOL_EXTRAS], 0));
    for (const entryId of entryIds ?? []) {
      try {
        await this.#submitOne(await opened(store, entryId, elsewhere));
      } catch (error) {
        if (!(error instanceof ComError)) throw error;
        log.warn(`a message that a preprocessor has made could not be submitted: ${error.message}`);
      }
    }
    await ok(message.DeleteProps([PR_SPOOL_EXTRAS]));
    await ok(message.SaveChanges(KEEP_OPEN_READWRITE));
  }

  /** Deletes what a run has left that was cut off: what it made lies where the message does. */
  async forget(store: IMsgStore, message: IMessage): Promise<void> {
    const [origin, parent] = await ok(message.GetProps([PR_ENTRYID, PR_PARENT_ENTRYID], 0));
    using folder = (await ok(store.OpenEntry(parent, IMAPIFolder, MAPI_MODIFY))).lppUnk;
    using table = await ok(folder.GetContentsTable(0));
    await ok(table.SetColumns([PR_ENTRYID, PR_SPOOL_EXTRA_OF], 0));
    const left = (await ok(table.QueryRows(maxRows, 0))).filter((row) => {
      const of = row.get(PR_SPOOL_EXTRA_OF);
      return of !== null && Buffer.compare(of, origin as EntryId) === 0;
    });
    if (left.length === 0) return;
    const hr = await folder.DeleteMessages(
      left.map((row) => row.get(PR_ENTRYID) as EntryId),
      0,
      null,
      0,
    );
    if (failed(hr)) log.warn(`what a preprocessor has made before it was cut off stays in the folder: ${nameOf(hr)}`);
  }

  /** Whether a message is one of these, which preprocessors do not see: what they made is as they want it. */
  has(message: IMessage): boolean {
    const object = implementationOf(message);
    return object !== null && this.#submitting.has(object);
  }

  async #submitOne(message: IMessage): Promise<void> {
    using extra = message;
    const [of] = await ok(extra.GetProps([PR_SPOOL_EXTRA_OF], 0));
    // The mark leaves it in the transaction in which it is submitted.
    if (of === null) return;
    const object = implementationOf(extra);
    if (object) this.#submitting.add(object);
    const hr = await extra.SubmitMessage(0);
    if (failed(hr)) throw new ComError(hr, nameOf(hr) ?? 'an unknown failure');
    passing('extra submitted');
  }
}

async function opened(store: IMsgStore, entryId: EntryId, elsewhere: OpenElsewhere): Promise<IMessage> {
  const [, here] = await store.OpenEntry(entryId, IMessage, MAPI_MODIFY | MAPI_BEST_ACCESS);
  return (here ?? (await elsewhere(entryId))).lppUnk;
}
