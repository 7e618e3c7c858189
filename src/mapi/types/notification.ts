import type { HResult } from '../../com/index.js';
import type { EntryId } from './entryid.js';
import type { MAPIERROR } from './mapierror.js';
import type { PropRow } from './proprow.js';
import type { PropTag } from './proptag.js';
import type { PropValue } from './propvalue.js';

/** A critical error, such as a session that shuts down. @spec error_notification */
export interface ERROR_NOTIFICATION {
  /** The object that the error befell; null when it befell the session. */
  readonly lpEntryID: EntryId | null;
  /** The error. */
  readonly scode: HResult;
  /** MAPI_UNICODE when the strings of `lpMAPIError` are Unicode. */
  readonly ulFlags: number;
  /** What is known of the error, null when nothing more is. */
  readonly lpMAPIError: MAPIERROR | null;
}

/** A message has arrived in its receive folder. @spec newmail_notification */
export interface NEWMAIL_NOTIFICATION {
  /** The message. */
  readonly lpEntryID: EntryId;
  /** Its folder. */
  readonly lpParentID: EntryId;
  /** MAPI_UNICODE when the message class is Unicode. */
  readonly ulFlags: number;
  /** The message class, such as `IPM.Note`. */
  readonly lpszMessageClass: string;
  /** PR_MESSAGE_FLAGS of the message. */
  readonly ulMessageFlags: number;
}

/** An object was created, changed, moved, copied or deleted, or a search came to its end. @spec object_notification */
export interface OBJECT_NOTIFICATION {
  /** The object. */
  readonly lpEntryID: EntryId;
  /** What it is: MAPI_FOLDER, MAPI_MESSAGE and so on. */
  readonly ulObjType: number;
  /** The object that holds it, null where the event has none. */
  readonly lpParentID: EntryId | null;
  /** What it was before it moved, or was copied from; null for other events. */
  readonly lpOldID: EntryId | null;
  /** What held it before; null for other events. */
  readonly lpOldParentID: EntryId | null;
  /** The properties that changed; null when that is not told. */
  readonly lpPropTagArray: readonly PropTag[] | null;
}

/** A table changed. @spec table_notification */
export interface TABLE_NOTIFICATION {
  /** What happened: TABLE_CHANGED, TABLE_ROW_ADDED and so on. */
  readonly ulTableEvent: number;
  /** Why it failed, for TABLE_ERROR; S_OK otherwise. */
  readonly hResult: HResult;
  /** PR_INSTANCE_KEY of the row; PR_NULL for events of the whole table. */
  readonly propIndex: PropValue;
  /** PR_INSTANCE_KEY of the row before it; PR_NULL when it is the first, and for deleted rows. */
  readonly propPrior: PropValue;
  /** The row, with the columns that were set when the event was made; null for deleted rows and the whole table. */
  readonly row: PropRow | null;
}

/** An event that a provider defines. @spec extended_notification */
export interface EXTENDED_NOTIFICATION {
  /** The provider's code. */
  readonly ulEvent: number;
  /** The provider's data. */
  readonly pbEventParameters: Uint8Array;
}

/** A row of the status table changed. @spec status_object_notification */
export interface STATUS_OBJECT_NOTIFICATION {
  /** The status object. */
  readonly lpEntryID: EntryId;
  /** The properties that changed. */
  readonly lpPropVals: readonly PropValue[];
}

/**
 * One event; `ulEventType` tells which structure `info` is. Read-only, and shared by all who are told.
 *
 * The numbers are fnevCriticalError; fnevNewMail; fnevObjectCreated, -Deleted, -Modified, -Moved, -Copied and
 * fnevSearchComplete; fnevTableModified; fnevStatusObjectModified; fnevExtended. @spec notification
 */
export type NOTIFICATION =
  | { readonly ulEventType: 0x00000001; readonly info: ERROR_NOTIFICATION }
  | { readonly ulEventType: 0x00000002; readonly info: NEWMAIL_NOTIFICATION }
  | {
      readonly ulEventType: 0x00000004 | 0x00000008 | 0x00000010 | 0x00000020 | 0x00000040 | 0x00000080;
      readonly info: OBJECT_NOTIFICATION;
    }
  | { readonly ulEventType: 0x00000100; readonly info: TABLE_NOTIFICATION }
  | { readonly ulEventType: 0x00000200; readonly info: STATUS_OBJECT_NOTIFICATION }
  | { readonly ulEventType: 0x80000000; readonly info: EXTENDED_NOTIFICATION };
