import {
  fnevObjectCopied,
  fnevObjectCreated,
  fnevObjectDeleted,
  fnevObjectModified,
  fnevObjectMoved,
  MAPI_FOLDER,
  MAPI_MESSAGE,
  MAPI_STORE,
  type NOTIFICATION,
} from '../../../mapi/index.js';
import type { LoggedChange } from '../sql/index.js';
import type { Mailbox } from './mailbox.js';

const types = {
  created: fnevObjectCreated,
  new: fnevObjectCreated,
  modified: fnevObjectModified,
  deleted: fnevObjectDeleted,
  moved: fnevObjectMoved,
  copied: fnevObjectCopied,
} as const;

/** Turns what the change log says into the events that `Advise` is about. */
export class EventTeller {
  readonly #mailbox: Mailbox;
  #end: (() => void) | null = null;

  /** @param mailbox whose sinks are told */
  constructor(mailbox: Mailbox) {
    this.#mailbox = mailbox;
  }

  /** Begins to tell, when the first sink comes. */
  begin(): void {
    this.#end ??= this.#mailbox.shared.feed.listen((batch) => {
      for (const change of batch ?? []) {
        const event = this.#event(change);
        if (event) this.#mailbox.sinks.notify(event);
      }
    });
  }

  /** Ends. */
  end(): void {
    this.#end?.();
    this.#end = null;
  }

  // Embedded messages are part of their message; what a search folder shows is told by its tables.
  #event(change: LoggedChange): NOTIFICATION | null {
    const { ids, folders, storeEntryId } = this.#mailbox;
    const { event, object, id, parent, oldId, oldParent } = change;
    if (event === 'search' || (object === 'message' && parent === null)) return null;
    const isStore = object === 'folder' && id === folders.store;
    const name = (of: number) => (object === 'message' ? ids.message(of) : ids.folder(of));
    const info = Object.freeze({
      lpEntryID: isStore ? storeEntryId : name(id),
      ulObjType: isStore ? MAPI_STORE : object === 'message' ? MAPI_MESSAGE : MAPI_FOLDER,
      lpParentID:
        isStore || parent === null ? null : ids.folder(id === folders.root && object === 'folder' ? id : parent),
      lpOldID: oldId === null ? null : name(oldId),
      lpOldParentID: oldParent === null ? null : ids.folder(oldParent),
      lpPropTagArray: null,
    });
    return Object.freeze({ ulEventType: types[event], info });
  }
}
