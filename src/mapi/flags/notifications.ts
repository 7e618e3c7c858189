// Written by scripts/generate/mapi-flags.mjs from test/reference/mapi-constants.json; change the facts, not this file.
import { bits, type FlagGroup, values } from './flaggroup.js';

/** Event (IABLogon::Advise, IAddrBook::Advise, IMAPISession::Advise and 3 more). @spec notification */
export const fnevCriticalError = 0x1;
/** Event (IMAPISession::Advise, IMAPISupport::Subscribe, IMSLogon::Advise and 1 more). @spec notification */
export const fnevNewMail = 0x2;
/** Event (IABLogon::Advise, IAddrBook::Advise, IMAPISession::Advise and 3 more). @spec notification */
export const fnevObjectCreated = 0x4;
/** Event (IABLogon::Advise, IAddrBook::Advise, IMAPISession::Advise and 3 more). @spec notification */
export const fnevObjectDeleted = 0x8;
/** Event (IABLogon::Advise, IAddrBook::Advise, IMAPISession::Advise and 3 more). @spec notification */
export const fnevObjectModified = 0x10;
/** Event (IABLogon::Advise, IAddrBook::Advise, IMAPISession::Advise and 3 more). @spec notification */
export const fnevObjectMoved = 0x20;
/** Event (IABLogon::Advise, IAddrBook::Advise, IMAPISession::Advise and 3 more). @spec notification */
export const fnevObjectCopied = 0x40;
/** Event (IMAPISession::Advise, IMAPISupport::Subscribe, IMSLogon::Advise and 1 more). @spec notification */
export const fnevSearchComplete = 0x80;
/** Event (IAddrBook::Advise). @spec notification */
export const fnevTableModified = 0x100;
/** Event (IMSLogon::Advise). @spec notification */
export const fnevStatusObjectModified = 0x200;
/** Event. @spec notification */
export const fnevIndexing = 0x10000;
/** Event. @spec notification */
export const fnevReservedForMapi = 0x40000000;
/** Event (IMAPISession::Advise, IMAPISupport::Subscribe, IMsgStore::Advise). @spec notification */
export const fnevExtended = 0x80000000;
/** Each event, ORed together, with their names. @spec notification */
export const NotificationEvents: FlagGroup = /* @__PURE__ */ bits('NotificationEvents', {
  fnevCriticalError,
  fnevNewMail,
  fnevObjectCreated,
  fnevObjectDeleted,
  fnevObjectModified,
  fnevObjectMoved,
  fnevObjectCopied,
  fnevSearchComplete,
  fnevTableModified,
  fnevStatusObjectModified,
  fnevIndexing,
  fnevReservedForMapi,
  fnevExtended,
});

/** Table event. @spec table_notification */
export const TABLE_CHANGED = 0x1;
/** Table event. @spec table_notification */
export const TABLE_ERROR = 0x2;
/** Table event. @spec table_notification */
export const TABLE_ROW_ADDED = 0x3;
/** Table event. @spec table_notification */
export const TABLE_ROW_DELETED = 0x4;
/** Table event. @spec table_notification */
export const TABLE_ROW_MODIFIED = 0x5;
/** Table event. @spec table_notification */
export const TABLE_SORT_DONE = 0x6;
/** Table event. @spec table_notification */
export const TABLE_RESTRICT_DONE = 0x7;
/** Table event. @spec table_notification */
export const TABLE_SETCOL_DONE = 0x8;
/** Table event. @spec table_notification */
export const TABLE_RELOAD = 0x9;
/** Each table event, one at a time, with their names. @spec table_notification */
export const TableEvents: FlagGroup = /* @__PURE__ */ values('TableEvents', {
  TABLE_CHANGED,
  TABLE_ERROR,
  TABLE_ROW_ADDED,
  TABLE_ROW_DELETED,
  TABLE_ROW_MODIFIED,
  TABLE_SORT_DONE,
  TABLE_RESTRICT_DONE,
  TABLE_SETCOL_DONE,
  TABLE_RELOAD,
});

/** Answer of a notification callback. @spec imapisupport-notify */
export const CALLBACK_DISCONTINUE = 0x80000000;
/** Each answer of a notification callback, ORed together, with their names. @spec imapisupport-notify */
export const NotifyCallbackFlags: FlagGroup = /* @__PURE__ */ bits('NotifyCallbackFlags', { CALLBACK_DISCONTINUE });

/** Flag of a progress report (IMAPIProgress::GetFlags, IMAPIProgress::SetLimits, IMAPISupport::DoProgressDialog). @spec imapiprogress-setlimits */
export const MAPI_TOP_LEVEL = 0x1;
/** Each flag of a progress report, ORed together, with their names. @spec imapiprogress-setlimits */
export const ProgressFlags: FlagGroup = /* @__PURE__ */ bits('ProgressFlags', { MAPI_TOP_LEVEL });
