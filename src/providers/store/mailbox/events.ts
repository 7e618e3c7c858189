import { ComError } from '../../../com/index.js';
import {
  type EntryId,
  fnevCriticalError,
  fnevNewMail,
  fnevObjectCopied,
  fnevObjectCreated,
  fnevObjectDeleted,
  fnevObjectModified,
  fnevObjectMoved,
  fnevSearchComplete,
  MAPI_E_CALL_FAILED,
  MAPI_E_UNABLE_TO_COMPLETE,
  MAPI_FOLDER,
  MAPI_MESSAGE,
  MAPI_STORE,
  MAPI_UNICODE,
  type NOTIFICATION,
  PR_MESSAGE_CLASS_W,
  PR_MESSAGE_FLAGS,
  type PropTag,
} from '../../../mapi/index.js';
import { type LoggedChange, message } from '../sql/index.js';
import type { FeedBatch } from './change-feed.js';
import { comErrorOf, reading } from './failures.js';
import { FolderCounts } from './folder-counts.js';
import type { Mailbox } from './mailbox.js';

const types = {
  created: fnevObjectCreated,
  modified: fnevObjectModified,
  deleted: fnevObjectDeleted,
  moved: fnevObjectMoved,
  copied: fnevObjectCopied,
  searched: fnevSearchComplete,
} as const;

/**
 * Turns what the change log says into the events that `Advise` is about. What happened to messages and folders is told in its
 * order; that the counts of folders changed with it follows, once for each folder.
 * @spec handling-message-store-notification
 */
export class EventTeller {
  readonly #mailbox: Mailbox;
  readonly #counts: FolderCounts;
  #end: (() => void) | null = null;

  /** @param mailbox whose sinks are told */
  constructor(mailbox: Mailbox) {
    this.#mailbox = mailbox;
    this.#counts = new FolderCounts(mailbox);
  }

  /**
   * Begins to tell, when the first sink comes. Those that were there already are told of what happened before.
   *
   * @throws {ComError} when the store cannot be read
   */
  begin(): void {
    if (this.#end) {
      reading(() => this.#mailbox.shared.feed.pump());
      return;
    }
    this.#counts.note();
    this.#end = reading(() =>
      this.#mailbox.shared.feed.listen(
        (batch) => this.#tell(batch),
        (error) => this.#critical(error),
      ),
    );
  }

  /** Ends. */
  end(): void {
    this.#end?.();
    this.#end = null;
  }

  #tell(batch: FeedBatch): void {
    if (batch === null) {
      this.#counts.note();
      this.#critical(
        new ComError(MAPI_E_UNABLE_TO_COMPLETE, 'more happened than could be followed: read the store anew'),
      );
      return;
    }
    for (const change of batch) {
      const event = this.#event(change);
      if (event) this.#mailbox.sinks.notify(event);
    }
    const { ids, folders } = this.#mailbox;
    for (const { id, parent, tags } of this.#counts.changed(batch)) {
      if (id === folders.store) continue;
      const name = ids.folder(id);
      this.#mailbox.sinks.notify(modified(name, this.#folderName(parent ?? id), tags), [name]);
    }
  }

  // Embedded messages are part of their message; what a search folder shows is told by its tables and its counts.
  #event(change: LoggedChange): NOTIFICATION | null {
    const { ids, folders, storeEntryId } = this.#mailbox;
    const { event, object, id, parent, oldId, oldParent } = change;
    if (event === 'search' || (object === 'message' && parent === null)) return null;
    if (event === 'new') return this.#newMail(id);
    const isStore = object === 'folder' && id === folders.store;
    const name = (of: number) => (object === 'message' ? ids.message(of) : ids.folder(of));
    const info = Object.freeze({
      lpEntryID: isStore ? storeEntryId : name(id),
      ulObjType: isStore ? MAPI_STORE : object === 'message' ? MAPI_MESSAGE : MAPI_FOLDER,
      lpParentID: isStore || parent === null ? null : this.#folderName(parent),
      lpOldID: oldId === null ? null : name(oldId),
      lpOldParentID: oldParent === null ? null : this.#folderName(oldParent),
      lpPropTagArray: null,
    });
    return Object.freeze({ ulEventType: types[event], info });
  }

  /** The message may have gone again before anybody could be told. */
  #newMail(id: number): NOTIFICATION | null {
    const row = this.#mailbox.read((db) => message(db, id));
    if (!row || row.folder === null) return null;
    const { ids } = this.#mailbox;
    return Object.freeze({
      ulEventType: fnevNewMail,
      info: Object.freeze({
        lpEntryID: ids.message(id),
        lpParentID: ids.folder(row.folder),
        ulFlags: MAPI_UNICODE,
        lpszMessageClass: row.value(PR_MESSAGE_CLASS_W) ?? '',
        ulMessageFlags: row.value(PR_MESSAGE_FLAGS) ?? 0,
      }),
    });
  }

  // The root lies in a folder that nobody sees: its parent is itself.
  #folderName(id: number): EntryId {
    const { ids, folders } = this.#mailbox;
    return ids.folder(id === folders.store ? folders.root : id);
  }

  #critical(error: unknown): void {
    const failure = comErrorOf(error);
    const scode = failure instanceof ComError ? failure.hr : MAPI_E_CALL_FAILED;
    const lpMAPIError = Object.freeze({
      ulVersion: 0,
      lpszError: failure instanceof Error ? failure.message : String(failure),
      lpszComponent: 'comail',
      ulLowLevelError: 0,
      ulContext: 0,
    });
    const info = Object.freeze({ lpEntryID: this.#mailbox.storeEntryId, scode, ulFlags: MAPI_UNICODE, lpMAPIError });
    this.#mailbox.sinks.notify(Object.freeze({ ulEventType: fnevCriticalError, info }));
  }
}

const modified = (lpEntryID: EntryId, lpParentID: EntryId, tags: readonly PropTag[]): NOTIFICATION =>
  Object.freeze({
    ulEventType: fnevObjectModified,
    info: Object.freeze({
      lpEntryID,
      ulObjType: MAPI_FOLDER,
      lpParentID,
      lpOldID: null,
      lpOldParentID: null,
      lpPropTagArray: tags,
    }),
  });
