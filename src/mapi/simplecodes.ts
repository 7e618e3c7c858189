// Written by scripts/generate/mapi-codes.mjs from test/reference/mapi-hresults.json; change the facts, not this file.
import { type FlagGroup, values } from './flags/flaggroup.js';

/** Done. */
export const SUCCESS_SUCCESS = 0;
/** The user gave up. */
export const MAPI_USER_ABORT = 1;
/** The user gave up. */
export const MAPI_E_USER_ABORT = 1;
/** It failed for a reason that no other code names. */
export const MAPI_E_FAILURE = 2;
/** The logon failed. */
export const MAPI_E_LOGON_FAILURE = 3;
/** The logon failed. */
export const MAPI_E_LOGIN_FAILURE = 3;
/** The disk is full. */
export const MAPI_E_DISK_FULL = 4;
/** Memory does not suffice. */
export const MAPI_E_INSUFFICIENT_MEMORY = 5;
/** The caller may not do this. */
export const MAPI_E_ACCESS_DENIED = 6;
/** Too many sessions are open. */
export const MAPI_E_TOO_MANY_SESSIONS = 8;
/** Too many files are attached. */
export const MAPI_E_TOO_MANY_FILES = 9;
/** The message has too many recipients. */
export const MAPI_E_TOO_MANY_RECIPIENTS = 10;
/** An attachment is not there. */
export const MAPI_E_ATTACHMENT_NOT_FOUND = 11;
/** An attachment cannot be opened. */
export const MAPI_E_ATTACHMENT_OPEN_FAILURE = 12;
/** An attachment cannot be written. */
export const MAPI_E_ATTACHMENT_WRITE_FAILURE = 13;
/** A recipient is not in the address book. */
export const MAPI_E_UNKNOWN_RECIPIENT = 14;
/** A recipient type is none of to, cc, bcc. */
export const MAPI_E_BAD_RECIPTYPE = 15;
/** There is no message that fits. */
export const MAPI_E_NO_MESSAGES = 16;
/** The message identifier is bad. */
export const MAPI_E_INVALID_MESSAGE = 17;
/** The text is too long. */
export const MAPI_E_TEXT_TOO_LARGE = 18;
/** The session handle is bad. */
export const MAPI_E_INVALID_SESSION = 19;
/** A type is not supported. */
export const MAPI_E_TYPE_NOT_SUPPORTED = 20;
/** A name fits several recipients. */
export const MAPI_E_AMBIGUOUS_RECIPIENT = 21;
/** A name fits several recipients. */
export const MAPI_E_AMBIG_RECIP = 21;
/** The message is in use. */
export const MAPI_E_MESSAGE_IN_USE = 22;
/** The network failed. */
export const MAPI_E_NETWORK_FAILURE = 23;
/** The number of edit fields is bad. */
export const MAPI_E_INVALID_EDITFIELDS = 24;
/** The recipients are bad. */
export const MAPI_E_INVALID_RECIPS = 25;
/** The function, or an option of it, is not supported. */
export const MAPI_E_NOT_SUPPORTED = 26;
/** The text has characters that the program behind cannot take. */
export const MAPI_E_UNICODE_NOT_SUPPORTED = 27;
/** An attachment is too large. */
export const MAPI_E_ATTACHMENT_TOO_LARGE = 28;
/** Each code that a function of Simple MAPI answers, with their names. */
export const SimpleCodes: FlagGroup = /* @__PURE__ */ values('SimpleCodes', {
  SUCCESS_SUCCESS,
  MAPI_E_USER_ABORT,
  MAPI_E_FAILURE,
  MAPI_E_LOGON_FAILURE,
  MAPI_E_DISK_FULL,
  MAPI_E_INSUFFICIENT_MEMORY,
  MAPI_E_ACCESS_DENIED,
  MAPI_E_TOO_MANY_SESSIONS,
  MAPI_E_TOO_MANY_FILES,
  MAPI_E_TOO_MANY_RECIPIENTS,
  MAPI_E_ATTACHMENT_NOT_FOUND,
  MAPI_E_ATTACHMENT_OPEN_FAILURE,
  MAPI_E_ATTACHMENT_WRITE_FAILURE,
  MAPI_E_UNKNOWN_RECIPIENT,
  MAPI_E_BAD_RECIPTYPE,
  MAPI_E_NO_MESSAGES,
  MAPI_E_INVALID_MESSAGE,
  MAPI_E_TEXT_TOO_LARGE,
  MAPI_E_INVALID_SESSION,
  MAPI_E_TYPE_NOT_SUPPORTED,
  MAPI_E_AMBIGUOUS_RECIPIENT,
  MAPI_E_MESSAGE_IN_USE,
  MAPI_E_NETWORK_FAILURE,
  MAPI_E_INVALID_EDITFIELDS,
  MAPI_E_INVALID_RECIPS,
  MAPI_E_NOT_SUPPORTED,
  MAPI_E_UNICODE_NOT_SUPPORTED,
  MAPI_E_ATTACHMENT_TOO_LARGE,
  MAPI_USER_ABORT,
  MAPI_E_LOGIN_FAILURE,
  MAPI_E_AMBIG_RECIP,
});
