// Written by scripts/generate/mapi-flags.mjs from test/reference/mapi-constants.json; change the facts, not this file.
import { bits, type FlagGroup } from './flaggroup.js';
import { MAPI_DIALOG } from './objects.js';
import { MAPI_EXTENDED, MAPI_FORCE_DOWNLOAD, MAPI_LOGON_UI, MAPI_NEW_SESSION, MAPI_PASSWORD_UI } from './session.js';

/** Each flag of a Simple MAPI logon, ORed together, with their names. @spec MicrosoftDocs/sdk-api:sdk-api-src/content/mapi/nc-mapi-mapilogon.md */
export const SimpleLogonFlags: FlagGroup = /* @__PURE__ */ bits('SimpleLogonFlags', {
  MAPI_LOGON_UI,
  MAPI_NEW_SESSION,
  MAPI_EXTENDED,
  MAPI_FORCE_DOWNLOAD,
  MAPI_PASSWORD_UI,
});

/** Flag of MAPISendMail (MAPISendMail, MAPISendMailW). @spec MicrosoftDocs/sdk-api:sdk-api-src/content/mapi/nc-mapi-mapisendmail.md */
export const MAPI_DIALOG_MODELESS = 0xc;
/** Flag of MAPISendMail (MAPISendMailW). @spec MicrosoftDocs/sdk-api:sdk-api-src/content/mapi/nc-mapi-mapisendmail.md */
export const MAPI_FORCE_UNICODE = 0x40000;
/** Each flag of MAPISendMail, ORed together, with their names. @spec MicrosoftDocs/sdk-api:sdk-api-src/content/mapi/nc-mapi-mapisendmail.md */
export const SimpleSendFlags: FlagGroup = /* @__PURE__ */ bits('SimpleSendFlags', {
  MAPI_LOGON_UI,
  MAPI_NEW_SESSION,
  MAPI_DIALOG,
  MAPI_DIALOG_MODELESS,
  MAPI_FORCE_UNICODE,
});

/** Flag of MAPIFindNext (MAPIFindNext). @spec MicrosoftDocs/sdk-api:sdk-api-src/content/mapi/nc-mapi-mapifindnext.md */
export const MAPI_UNREAD_ONLY = 0x20;
/** Flag of MAPIFindNext (MAPIFindNext). @spec MicrosoftDocs/sdk-api:sdk-api-src/content/mapi/nc-mapi-mapifindnext.md */
export const MAPI_GUARANTEE_FIFO = 0x100;
/** Flag of MAPIFindNext (MAPIFindNext, MAPISaveMail). @spec MicrosoftDocs/sdk-api:sdk-api-src/content/mapi/nc-mapi-mapifindnext.md */
export const MAPI_LONG_MSGID = 0x4000;
/** Each flag of MAPIFindNext, ORed together, with their names. @spec MicrosoftDocs/sdk-api:sdk-api-src/content/mapi/nc-mapi-mapifindnext.md */
export const SimpleFindFlags: FlagGroup = /* @__PURE__ */ bits('SimpleFindFlags', {
  MAPI_UNREAD_ONLY,
  MAPI_GUARANTEE_FIFO,
  MAPI_LONG_MSGID,
});

/** Flag of MAPIReadMail (MAPIReadMail). @spec MicrosoftDocs/sdk-api:sdk-api-src/content/mapi/nc-mapi-mapireadmail.md */
export const MAPI_ENVELOPE_ONLY = 0x40;
/** Flag of MAPIReadMail (MAPIReadMail). @spec MicrosoftDocs/sdk-api:sdk-api-src/content/mapi/nc-mapi-mapireadmail.md */
export const MAPI_PEEK = 0x80;
/** Flag of MAPIReadMail (MAPIReadMail). @spec MicrosoftDocs/sdk-api:sdk-api-src/content/mapi/nc-mapi-mapireadmail.md */
export const MAPI_BODY_AS_FILE = 0x200;
/** Flag of MAPIReadMail (MAPIReadMail). @spec MicrosoftDocs/sdk-api:sdk-api-src/content/mapi/nc-mapi-mapireadmail.md */
export const MAPI_SUPPRESS_ATTACH = 0x800;
/** Each flag of MAPIReadMail, ORed together, with their names. @spec MicrosoftDocs/sdk-api:sdk-api-src/content/mapi/nc-mapi-mapireadmail.md */
export const SimpleReadFlags: FlagGroup = /* @__PURE__ */ bits('SimpleReadFlags', {
  MAPI_ENVELOPE_ONLY,
  MAPI_PEEK,
  MAPI_BODY_AS_FILE,
  MAPI_SUPPRESS_ATTACH,
});

/** Flag of MAPIResolveName (MAPIDetails, MAPIResolveName). @spec MicrosoftDocs/sdk-api:sdk-api-src/content/mapi/nc-mapi-mapiresolvename.md */
export const MAPI_AB_NOMODIFY = 0x400;
/** Each flag of MAPIResolveName, ORed together, with their names. @spec MicrosoftDocs/sdk-api:sdk-api-src/content/mapi/nc-mapi-mapiresolvename.md */
export const SimpleResolveFlags: FlagGroup = /* @__PURE__ */ bits('SimpleResolveFlags', {
  MAPI_LOGON_UI,
  MAPI_NEW_SESSION,
  MAPI_DIALOG,
  MAPI_AB_NOMODIFY,
});

/** Flag of a Simple MAPI message. */
export const MAPI_UNREAD = 0x1;
/** Flag of a Simple MAPI message. */
export const MAPI_RECEIPT_REQUESTED = 0x2;
/** Flag of a Simple MAPI message. */
export const MAPI_SENT = 0x4;
/** Each flag of a Simple MAPI message, ORed together, with their names. */
export const SimpleMessageFlags: FlagGroup = /* @__PURE__ */ bits('SimpleMessageFlags', {
  MAPI_UNREAD,
  MAPI_RECEIPT_REQUESTED,
  MAPI_SENT,
});

/** Flag of a Simple MAPI attachment. */
export const MAPI_OLE = 0x1;
/** Flag of a Simple MAPI attachment. */
export const MAPI_OLE_STATIC = 0x2;
/** Each flag of a Simple MAPI attachment, ORed together, with their names. */
export const SimpleFileFlags: FlagGroup = /* @__PURE__ */ bits('SimpleFileFlags', { MAPI_OLE, MAPI_OLE_STATIC });
