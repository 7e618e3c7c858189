// Written by scripts/generate/mapi-codes.mjs from test/reference/mapi-hresults.json; change the facts, not this file.
import { type HResult, hresult, nameCodes } from '../com/index.js';

/** Call ok but a service is missing. */
export const MAPI_W_NO_SERVICE: HResult = hresult(0x00040203);
/** Some properties/elements failed. */
export const MAPI_W_ERRORS_RETURNED: HResult = hresult(0x00040380);
/** Cursor could not be kept. */
export const MAPI_W_POSITION_CHANGED: HResult = hresult(0x00040481);
/** Row count approximate. */
export const MAPI_W_APPROX_COUNT: HResult = hresult(0x00040482);
/** Preprocessor/hook cancels the message. */
export const MAPI_W_CANCEL_MESSAGE: HResult = hresult(0x00040580);
/** Part of the batch failed. */
export const MAPI_W_PARTIAL_COMPLETION: HResult = hresult(0x00040680);
/** IID not offered. */
export const MAPI_E_INTERFACE_NOT_SUPPORTED: HResult = hresult(0x80004002);
/** Generic failure. */
export const MAPI_E_CALL_FAILED: HResult = hresult(0x80004005);
/** Operation not implemented by this object. */
export const MAPI_E_NO_SUPPORT: HResult = hresult(0x80040102);
/** Unicode/ansi width not supported. */
export const MAPI_E_BAD_CHARWIDTH: HResult = hresult(0x80040103);
/** String exceeds limit. */
export const MAPI_E_STRING_TOO_LONG: HResult = hresult(0x80040105);
/** Unsupported flag bit. */
export const MAPI_E_UNKNOWN_FLAGS: HResult = hresult(0x80040106);
/** Entry ID not understood. */
export const MAPI_E_INVALID_ENTRYID: HResult = hresult(0x80040107);
/** Object was invalidated. */
export const MAPI_E_INVALID_OBJECT: HResult = hresult(0x80040108);
/** Someone else changed it since open. */
export const MAPI_E_OBJECT_CHANGED: HResult = hresult(0x80040109);
/** Gone since open. */
export const MAPI_E_OBJECT_DELETED: HResult = hresult(0x8004010a);
/** Another operation is running. */
export const MAPI_E_BUSY: HResult = hresult(0x8004010b);
/** Disk full. */
export const MAPI_E_NOT_ENOUGH_DISK: HResult = hresult(0x8004010d);
/** Resource shortage. */
export const MAPI_E_NOT_ENOUGH_RESOURCES: HResult = hresult(0x8004010e);
/** Absent property/row/object. */
export const MAPI_E_NOT_FOUND: HResult = hresult(0x8004010f);
/** Version mismatch. */
export const MAPI_E_VERSION: HResult = hresult(0x80040110);
/** Logon refused. */
export const MAPI_E_LOGON_FAILED: HResult = hresult(0x80040111);
/** Too many sessions. */
export const MAPI_E_SESSION_LIMIT: HResult = hresult(0x80040112);
/** User cancelled. */
export const MAPI_E_USER_CANCEL: HResult = hresult(0x80040113);
/** Operation can no longer be stopped. */
export const MAPI_E_UNABLE_TO_ABORT: HResult = hresult(0x80040114);
/** Network problem. */
export const MAPI_E_NETWORK_ERROR: HResult = hresult(0x80040115);
/** Disk I/O problem. */
export const MAPI_E_DISK_ERROR: HResult = hresult(0x80040116);
/** Restriction/sort/op too complex. */
export const MAPI_E_TOO_COMPLEX: HResult = hresult(0x80040117);
/** Column unusable. */
export const MAPI_E_BAD_COLUMN: HResult = hresult(0x80040118);
/** Call GetLastError for details. */
export const MAPI_E_EXTENDED_ERROR: HResult = hresult(0x80040119);
/** Read-only computed property. */
export const MAPI_E_COMPUTED: HResult = hresult(0x8004011a);
/** Data damaged. */
export const MAPI_E_CORRUPT_DATA: HResult = hresult(0x8004011b);
/** Profile lacks configuration. */
export const MAPI_E_UNCONFIGURED: HResult = hresult(0x8004011c);
/** One provider failed but service stays. */
export const MAPI_E_FAILONEPROVIDER: HResult = hresult(0x8004011d);
/** Code page unsupported. */
export const MAPI_E_UNKNOWN_CPID: HResult = hresult(0x8004011e);
/** Locale unsupported. */
export const MAPI_E_UNKNOWN_LCID: HResult = hresult(0x8004011f);
/** Password must be changed. */
export const MAPI_E_PASSWORD_CHANGE_REQUIRED: HResult = hresult(0x80040120);
/** Password expired. */
export const MAPI_E_PASSWORD_EXPIRED: HResult = hresult(0x80040121);
/** Logon not allowed from here. */
export const MAPI_E_INVALID_WORKSTATION_ACCOUNT: HResult = hresult(0x80040122);
/** Logon not allowed now. */
export const MAPI_E_INVALID_ACCESS_TIME: HResult = hresult(0x80040123);
/** Account disabled. */
export const MAPI_E_ACCOUNT_DISABLED: HResult = hresult(0x80040124);
/** The connection to the server was lost and made anew; ask again. */
export const MAPI_E_RECONNECTED: HResult = hresult(0x80040125);
/** The server cannot be reached, or the session works offline. */
export const MAPI_E_OFFLINE: HResult = hresult(0x80040126);
/** Session ended. */
export const MAPI_E_END_OF_SESSION: HResult = hresult(0x80040200);
/** No provider recognises the entry ID. */
export const MAPI_E_UNKNOWN_ENTRYID: HResult = hresult(0x80040201);
/** A needed column is absent. */
export const MAPI_E_MISSING_REQUIRED_COLUMN: HResult = hresult(0x80040202);
/** The profile was deleted while it was in use. */
export const MAPI_E_PROFILE_DELETED: HResult = hresult(0x80040204);
/** Value not acceptable. */
export const MAPI_E_BAD_VALUE: HResult = hresult(0x80040301);
/** Type invalid. */
export const MAPI_E_INVALID_TYPE: HResult = hresult(0x80040302);
/** Type not supported. */
export const MAPI_E_TYPE_NO_SUPPORT: HResult = hresult(0x80040303);
/** Type differs from stored one. */
export const MAPI_E_UNEXPECTED_TYPE: HResult = hresult(0x80040304);
/** Too large. */
export const MAPI_E_TOO_BIG: HResult = hresult(0x80040305);
/** Provider declines, caller (MAPI) should copy itself. */
export const MAPI_E_DECLINE_COPY: HResult = hresult(0x80040306);
/** Property ID instead of tag. */
export const MAPI_E_UNEXPECTED_ID: HResult = hresult(0x80040307);
/** Could not finish. */
export const MAPI_E_UNABLE_TO_COMPLETE: HResult = hresult(0x80040400);
/** Timed out. */
export const MAPI_E_TIMEOUT: HResult = hresult(0x80040401);
/** No rows. */
export const MAPI_E_TABLE_EMPTY: HResult = hresult(0x80040402);
/** Row count above the limit. */
export const MAPI_E_TABLE_TOO_BIG: HResult = hresult(0x80040403);
/** Bookmark stale/unknown. */
export const MAPI_E_INVALID_BOOKMARK: HResult = hresult(0x80040405);
/** Try again later. */
export const MAPI_E_WAIT: HResult = hresult(0x80040500);
/** Cancelled. */
export const MAPI_E_CANCEL: HResult = hresult(0x80040501);
/** Transport does not handle this message. */
export const MAPI_E_NOT_ME: HResult = hresult(0x80040502);
/** Store damaged. */
export const MAPI_E_CORRUPT_STORE: HResult = hresult(0x80040600);
/** Message not (any more) in outgoing queue. */
export const MAPI_E_NOT_IN_QUEUE: HResult = hresult(0x80040601);
/** Cannot suppress. */
export const MAPI_E_NO_SUPPRESS: HResult = hresult(0x80040602);
/** Name already exists. */
export const MAPI_E_COLLISION: HResult = hresult(0x80040604);
/** MAPI not initialised. */
export const MAPI_E_NOT_INITIALIZED: HResult = hresult(0x80040605);
/** Non-standard. */
export const MAPI_E_NON_STANDARD: HResult = hresult(0x80040606);
/** Recipient table empty. */
export const MAPI_E_NO_RECIPIENTS: HResult = hresult(0x80040607);
/** Message is already submitted/locked. */
export const MAPI_E_SUBMITTED: HResult = hresult(0x80040608);
/** Folder has subfolders. */
export const MAPI_E_HAS_FOLDERS: HResult = hresult(0x80040609);
/** Folder has messages. */
export const MAPI_E_HAS_MESSAGES: HResult = hresult(0x8004060a);
/** Target lies inside source. */
export const MAPI_E_FOLDER_CYCLE: HResult = hresult(0x8004060b);
/** Store quota reached. */
export const MAPI_E_STORE_FULL: HResult = hresult(0x8004060c);
/** The store has no lock identifier left. */
export const MAPI_E_LOCKID_LIMIT: HResult = hresult(0x8004060d);
/** Name matches several entries. */
export const MAPI_E_AMBIGUOUS_RECIP: HResult = hresult(0x80040700);
/** The store takes no more named properties. */
export const MAPI_E_NAMED_PROP_QUOTA_EXCEEDED: HResult = hresult(0x80040900);
/** Access denied. */
export const MAPI_E_NO_ACCESS: HResult = hresult(0x80070005);
/** Out of memory, or in GetProps/rows: value too big, open it as stream. */
export const MAPI_E_NOT_ENOUGH_MEMORY: HResult = hresult(0x8007000e);
/** Bad argument. */
export const MAPI_E_INVALID_PARAMETER: HResult = hresult(0x80070057);
/** The synchronization failed; the same as MAPI_E_CALL_FAILED. */
export const SYNC_E_ERROR: HResult = hresult(0x80004005);
/** A flag that the synchronization does not know; the same as MAPI_E_UNKNOWN_FLAGS. */
export const SYNC_E_UNKNOWN_FLAGS: HResult = hresult(0x80040106);
/** A bad argument to the synchronization; the same as MAPI_E_INVALID_PARAMETER. */
export const SYNC_E_INVALID_PARAMETER: HResult = hresult(0x80070057);

nameCodes({
  MAPI_W_NO_SERVICE,
  MAPI_W_ERRORS_RETURNED,
  MAPI_W_POSITION_CHANGED,
  MAPI_W_APPROX_COUNT,
  MAPI_W_CANCEL_MESSAGE,
  MAPI_W_PARTIAL_COMPLETION,
  MAPI_E_INTERFACE_NOT_SUPPORTED,
  MAPI_E_CALL_FAILED,
  MAPI_E_NO_SUPPORT,
  MAPI_E_BAD_CHARWIDTH,
  MAPI_E_STRING_TOO_LONG,
  MAPI_E_UNKNOWN_FLAGS,
  MAPI_E_INVALID_ENTRYID,
  MAPI_E_INVALID_OBJECT,
  MAPI_E_OBJECT_CHANGED,
  MAPI_E_OBJECT_DELETED,
  MAPI_E_BUSY,
  MAPI_E_NOT_ENOUGH_DISK,
  MAPI_E_NOT_ENOUGH_RESOURCES,
  MAPI_E_NOT_FOUND,
  MAPI_E_SESSION_LIMIT,
  MAPI_E_USER_CANCEL,
  MAPI_E_UNABLE_TO_ABORT,
  MAPI_E_NETWORK_ERROR,
  MAPI_E_DISK_ERROR,
  MAPI_E_TOO_COMPLEX,
  MAPI_E_BAD_COLUMN,
  MAPI_E_EXTENDED_ERROR,
  MAPI_E_COMPUTED,
  MAPI_E_CORRUPT_DATA,
  MAPI_E_UNCONFIGURED,
  MAPI_E_FAILONEPROVIDER,
  MAPI_E_UNKNOWN_CPID,
  MAPI_E_UNKNOWN_LCID,
  MAPI_E_PASSWORD_CHANGE_REQUIRED,
  MAPI_E_PASSWORD_EXPIRED,
  MAPI_E_INVALID_WORKSTATION_ACCOUNT,
  MAPI_E_INVALID_ACCESS_TIME,
  MAPI_E_ACCOUNT_DISABLED,
  MAPI_E_RECONNECTED,
  MAPI_E_OFFLINE,
  MAPI_E_END_OF_SESSION,
  MAPI_E_UNKNOWN_ENTRYID,
  MAPI_E_MISSING_REQUIRED_COLUMN,
  MAPI_E_PROFILE_DELETED,
  MAPI_E_BAD_VALUE,
  MAPI_E_INVALID_TYPE,
  MAPI_E_TYPE_NO_SUPPORT,
  MAPI_E_UNEXPECTED_TYPE,
  MAPI_E_TOO_BIG,
  MAPI_E_DECLINE_COPY,
  MAPI_E_UNEXPECTED_ID,
  MAPI_E_UNABLE_TO_COMPLETE,
  MAPI_E_TIMEOUT,
  MAPI_E_TABLE_EMPTY,
  MAPI_E_TABLE_TOO_BIG,
  MAPI_E_INVALID_BOOKMARK,
  MAPI_E_WAIT,
  MAPI_E_CANCEL,
  MAPI_E_NOT_ME,
  MAPI_E_CORRUPT_STORE,
  MAPI_E_NOT_IN_QUEUE,
  MAPI_E_NO_SUPPRESS,
  MAPI_E_COLLISION,
  MAPI_E_NOT_INITIALIZED,
  MAPI_E_NON_STANDARD,
  MAPI_E_NO_RECIPIENTS,
  MAPI_E_SUBMITTED,
  MAPI_E_HAS_FOLDERS,
  MAPI_E_HAS_MESSAGES,
  MAPI_E_FOLDER_CYCLE,
  MAPI_E_STORE_FULL,
  MAPI_E_LOCKID_LIMIT,
  MAPI_E_AMBIGUOUS_RECIP,
  MAPI_E_NAMED_PROP_QUOTA_EXCEEDED,
  MAPI_E_NO_ACCESS,
  MAPI_E_NOT_ENOUGH_MEMORY,
  MAPI_E_INVALID_PARAMETER,
  SYNC_E_ERROR,
  SYNC_E_UNKNOWN_FLAGS,
  SYNC_E_INVALID_PARAMETER,
});
// COM names these numbers for failures of class objects: which of the two is meant the interface says that answered.
nameCodes({ MAPI_E_VERSION, MAPI_E_LOGON_FAILED }, { beside: true });
