import {
  MAPI_ATTACH,
  PR_ATTACH_FILENAME_W,
  PR_ATTACH_LONG_FILENAME_W,
  PR_ATTACH_METHOD,
  PR_ATTACH_MIME_TAG_W,
  PR_ATTACH_NUM,
  PR_ATTACH_SIZE,
  PR_DISPLAY_NAME_W,
  PR_OBJECT_TYPE,
  PR_RECORD_KEY,
  PR_RENDERING_POSITION,
  type PropTag,
  type PropValue,
  prop,
} from '../../../mapi/index.js';
import type { AttachmentRow } from '../sql/index.js';
import type { Mailbox } from './mailbox.js';

/** The columns that attachment tables begin with. */
export const attachmentColumns: readonly PropTag[] = Object.freeze([
  PR_ATTACH_NUM,
  PR_ATTACH_METHOD,
  PR_ATTACH_SIZE,
  PR_ATTACH_FILENAME_W,
  PR_ATTACH_LONG_FILENAME_W,
  PR_ATTACH_MIME_TAG_W,
  PR_DISPLAY_NAME_W,
  PR_RENDERING_POSITION,
  PR_RECORD_KEY,
  PR_OBJECT_TYPE,
]);

/** The attachments of a message as rows of their table; data that is large stays out. */
export const attachmentRows = (
  mailbox: Mailbox,
  all: ReadonlyMap<number, AttachmentRow>,
): readonly (readonly PropValue[])[] =>
  [...all.values()].map((row) => [
    ...row.props(),
    prop(PR_RECORD_KEY, mailbox.ids.recordKey(MAPI_ATTACH, row.id)),
    prop(PR_OBJECT_TYPE, MAPI_ATTACH),
  ]);
