import {
  changePropType,
  MAPI_E_NOT_FOUND,
  MAPI_MESSAGE,
  PR_BODY_W,
  PR_CLIENT_SUBMIT_TIME,
  PR_DELETE_AFTER_SUBMIT,
  PR_DISPLAY_BCC_W,
  PR_DISPLAY_CC_W,
  PR_DISPLAY_TO_W,
  PR_ENTRYID,
  PR_HTML,
  PR_INSTANCE_KEY,
  PR_MESSAGE_FLAGS,
  PR_MESSAGE_SIZE,
  PR_PARENT_ENTRYID,
  PR_PRIORITY,
  PR_RECORD_KEY,
  PR_ROWID,
  PR_RTF_COMPRESSED,
  PR_SENDER_NAME_W,
  PR_SENTMAIL_ENTRYID,
  PR_STORE_ENTRYID,
  PR_SUBJECT_W,
  PR_SUBMIT_FLAGS,
  PR_TRANSPORT_MESSAGE_HEADERS_W,
  PropRow,
  type PropTag,
  PT_ERROR,
  propId,
  SUBMITFLAG_LOCKED,
} from '../../../mapi/index.js';
import type { SourceRow } from '../../../subsystem/index.js';
import { isLocked, type MessageRow, message, type Outgoing } from '../sql/index.js';
import { keyOf, shape } from './contents-rows.js';
import type { Mailbox } from './mailbox.js';

/** The columns that the table of the outgoing queue begins with. */
export const queueColumns: readonly PropTag[] = Object.freeze([
  PR_ENTRYID,
  PR_INSTANCE_KEY,
  PR_SUBMIT_FLAGS,
  PR_CLIENT_SUBMIT_TIME,
  PR_SUBJECT_W,
  PR_SENDER_NAME_W,
  PR_DISPLAY_TO_W,
  PR_DISPLAY_CC_W,
  PR_DISPLAY_BCC_W,
  PR_MESSAGE_FLAGS,
  PR_MESSAGE_SIZE,
  PR_PRIORITY,
  PR_SENTMAIL_ENTRYID,
  PR_DELETE_AFTER_SUBMIT,
  PR_PARENT_ENTRYID,
  PR_RECORD_KEY,
  PR_STORE_ENTRYID,
]);

/** What no table shows of a message: the texts of a long queue would fill the memory. */
const texts: ReadonlySet<number> = new Set(
  [PR_BODY_W, PR_HTML, PR_RTF_COMPRESSED, PR_TRANSPORT_MESSAGE_HEADERS_W].map((tag: PropTag) => propId(tag)),
);

/** Makes rows of the outgoing queue. What only the queue knows is told without a look at the message. */
export class QueueRows {
  readonly #mailbox: Mailbox;
  readonly #columns: readonly PropTag[];
  readonly #looks: boolean;

  /**
   * @param mailbox whose queue
   * @param columns the columns
   */
  constructor(mailbox: Mailbox, columns: readonly PropTag[]) {
    this.#mailbox = mailbox;
    this.#columns = columns;
    this.#looks = columns.some((tag) => !own.has(propId(tag)));
  }

  /** The row of a place in the queue. */
  row(entry: Outgoing): SourceRow<number> {
    const columns = this.#columns;
    const stored = this.#looks ? this.#mailbox.read((db) => message(db, entry.message)) : null;
    const tags = new Array<PropTag>(columns.length);
    const values = new Array<unknown>(columns.length);
    for (let at = 0; at < columns.length; at++) {
      const column = columns[at] as PropTag;
      const found = this.#value(column, entry, stored);
      tags[at] = found ? found[0] : changePropType(column, PT_ERROR);
      values[at] = found ? found[1] : MAPI_E_NOT_FOUND;
    }
    return new Row(entry, new PropRow(tags, values));
  }

  #value(column: PropTag, entry: Outgoing, stored: MessageRow | null): readonly [PropTag, unknown] | null {
    const { ids, storeEntryId } = this.#mailbox;
    const id = propId(column);
    switch (id) {
      case propId(PR_ENTRYID):
        return [PR_ENTRYID, ids.message(entry.message)];
      case propId(PR_INSTANCE_KEY):
        return [PR_INSTANCE_KEY, keyOf(entry.message)];
      case propId(PR_RECORD_KEY):
        return [PR_RECORD_KEY, ids.recordKey(MAPI_MESSAGE, entry.message)];
      case propId(PR_STORE_ENTRYID):
        return [PR_STORE_ENTRYID, storeEntryId];
      case propId(PR_SUBMIT_FLAGS):
        return [PR_SUBMIT_FLAGS, submitFlagsOf(entry)];
      case propId(PR_ROWID):
        return [PR_ROWID, entry.position];
      case propId(PR_PARENT_ENTRYID):
        return stored?.folder == null ? null : [PR_PARENT_ENTRYID, ids.folder(stored.folder)];
      default: {
        const found = texts.has(id) ? null : (stored?.entry(id) ?? null);
        return found && shape(found[0], found[1], column);
      }
    }
  }
}

/** What the queue knows without its messages. */
const own: ReadonlySet<number> = new Set(
  [PR_ENTRYID, PR_INSTANCE_KEY, PR_RECORD_KEY, PR_ROWID, PR_STORE_ENTRYID, PR_SUBMIT_FLAGS].map((tag: PropTag) =>
    propId(tag),
  ),
);

/** A place in the queue as a row; its key is made when somebody asks, and QueryRows does not. */
class Row implements SourceRow<number> {
  readonly place: number;
  readonly row: PropRow;
  readonly #message: number;

  constructor({ position, message: id }: Outgoing, row: PropRow) {
    this.place = position;
    this.row = row;
    this.#message = id;
  }

  get key(): Uint8Array {
    return keyOf(this.#message);
  }
}

/** PR_SUBMIT_FLAGS of a message in the queue. */
export const submitFlagsOf = (entry: Outgoing): number => entry.flags | (isLocked(entry) ? SUBMITFLAG_LOCKED : 0);
