import {
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
  PR_RTF_COMPRESSED,
  PR_SENDER_NAME_W,
  PR_SENTMAIL_ENTRYID,
  PR_STORE_ENTRYID,
  PR_SUBJECT_W,
  PR_SUBMIT_FLAGS,
  PR_TRANSPORT_MESSAGE_HEADERS_W,
  type PropTag,
  type PropValue,
  prop,
  propId,
  SUBMITFLAG_LOCKED,
} from '../../../mapi/index.js';
import { isLocked, message, type Outgoing, type Stored } from '../sql/index.js';
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

function shown(row: Pick<Stored, 'entry' | 'tags'>): readonly PropValue[] {
  const entries: PropValue[] = [];
  for (const tag of row.tags()) {
    const entry = texts.has(propId(tag)) ? null : row.entry(propId(tag));
    if (entry !== null) entries.push(entry);
  }
  return entries;
}

/** A submitted message as a row; null when it is in the queue no more. */
export function queueRow(mailbox: Mailbox, entry: Outgoing | null): readonly PropValue[] | null {
  const row = entry && mailbox.read((db) => message(db, entry.message));
  if (!row || row.folder === null) return null;
  const { ids } = mailbox;
  return [
    ...shown(row),
    prop(PR_ENTRYID, ids.message(row.id)),
    prop(PR_INSTANCE_KEY, ids.recordKey(MAPI_MESSAGE, row.id)),
    prop(PR_RECORD_KEY, ids.recordKey(MAPI_MESSAGE, row.id)),
    prop(PR_PARENT_ENTRYID, ids.folder(row.folder)),
    prop(PR_STORE_ENTRYID, mailbox.storeEntryId),
    prop(PR_SUBMIT_FLAGS, submitFlagsOf(entry)),
  ];
}

/** PR_SUBMIT_FLAGS of a message in the queue. */
export const submitFlagsOf = (entry: Outgoing): number => entry.flags | (isLocked(entry) ? SUBMITFLAG_LOCKED : 0);
