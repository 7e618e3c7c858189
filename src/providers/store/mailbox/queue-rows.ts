import {
  MAPI_MESSAGE,
  PR_CLIENT_SUBMIT_TIME,
  PR_DELETE_AFTER_SUBMIT,
  PR_DISPLAY_BCC_W,
  PR_DISPLAY_CC_W,
  PR_DISPLAY_TO_W,
  PR_ENTRYID,
  PR_INSTANCE_KEY,
  PR_MESSAGE_FLAGS,
  PR_MESSAGE_SIZE,
  PR_PARENT_ENTRYID,
  PR_PRIORITY,
  PR_RECORD_KEY,
  PR_SENDER_NAME_W,
  PR_SENTMAIL_ENTRYID,
  PR_STORE_ENTRYID,
  PR_SUBJECT_W,
  PR_SUBMIT_FLAGS,
  type PropTag,
  type PropValue,
  prop,
  SUBMITFLAG_LOCKED,
} from '../../../mapi/index.js';
import { isLocked, message, type Outgoing } from '../sql/index.js';
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

/** A submitted message as a row; null when it is in the queue no more. */
export function queueRow(mailbox: Mailbox, entry: Outgoing | null): readonly PropValue[] | null {
  const row = entry && mailbox.read((db) => message(db, entry.message));
  if (!row || row.folder === null) return null;
  const { ids } = mailbox;
  return [
    ...row.props(),
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
