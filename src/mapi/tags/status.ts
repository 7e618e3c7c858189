// Written by scripts/generate/mapi-tags.mjs from test/reference/mapi-properties.json; change the facts, not this file.
import type { PropTag } from '../types/proptag.js';
import type { FileTime } from '../types/proptype.js';

/** PidTagIdentityDisplay (MAPI status): Unicode string. @spec pidtagidentitydisplay-canonical-property */
export const PR_IDENTITY_DISPLAY: PropTag<string> = 0x3e00001f as PropTag<string>;
/** PidTagIdentityDisplay (MAPI status): 8-bit string. @spec pidtagidentitydisplay-canonical-property */
export const PR_IDENTITY_DISPLAY_A: PropTag<string> = 0x3e00001e as PropTag<string>;
/** PidTagIdentityDisplay (MAPI status): Unicode string. @spec pidtagidentitydisplay-canonical-property */
export const PR_IDENTITY_DISPLAY_W: PropTag<string> = 0x3e00001f as PropTag<string>;
/** PidTagIdentityEntryId (MAPI status): bytes. @spec pidtagidentityentryid-canonical-property */
export const PR_IDENTITY_ENTRYID: PropTag<Uint8Array> = 0x3e010102 as PropTag<Uint8Array>;
/** PidTagResourceMethods (MAPI status): 32-bit integer. @spec pidtagresourcemethods-canonical-property */
export const PR_RESOURCE_METHODS: PropTag<number> = 0x3e020003 as PropTag<number>;
/** PidTagResourceType (MAPI status): 32-bit integer. @spec pidtagresourcetype-canonical-property */
export const PR_RESOURCE_TYPE: PropTag<number> = 0x3e030003 as PropTag<number>;
/** PidTagStatusCode (MAPI status): 32-bit integer. @spec pidtagstatuscode-canonical-property */
export const PR_STATUS_CODE: PropTag<number> = 0x3e040003 as PropTag<number>;
/** PidTagIdentitySearchKey (MAPI status): bytes. @spec pidtagidentitysearchkey-canonical-property */
export const PR_IDENTITY_SEARCH_KEY: PropTag<Uint8Array> = 0x3e050102 as PropTag<Uint8Array>;
/** PidTagOwnStoreEntryId (Message Store Properties): bytes. @spec pidtagownstoreentryid-canonical-property */
export const PR_OWN_STORE_ENTRYID: PropTag<Uint8Array> = 0x3e060102 as PropTag<Uint8Array>;
/** PidTagResourcePath (MAPI status): Unicode string. @spec pidtagresourcepath-canonical-property */
export const PR_RESOURCE_PATH: PropTag<string> = 0x3e07001f as PropTag<string>;
/** PidTagResourcePath (MAPI status): 8-bit string. @spec pidtagresourcepath-canonical-property */
export const PR_RESOURCE_PATH_A: PropTag<string> = 0x3e07001e as PropTag<string>;
/** PidTagResourcePath (MAPI status): Unicode string. @spec pidtagresourcepath-canonical-property */
export const PR_RESOURCE_PATH_W: PropTag<string> = 0x3e07001f as PropTag<string>;
/** PidTagStatusString (MAPI status): Unicode string. @spec pidtagstatusstring-canonical-property */
export const PR_STATUS_STRING: PropTag<string> = 0x3e08001f as PropTag<string>;
/** PidTagStatusString (MAPI status): 8-bit string. @spec pidtagstatusstring-canonical-property */
export const PR_STATUS_STRING_A: PropTag<string> = 0x3e08001e as PropTag<string>;
/** PidTagStatusString (MAPI status): Unicode string. @spec pidtagstatusstring-canonical-property */
export const PR_STATUS_STRING_W: PropTag<string> = 0x3e08001f as PropTag<string>;
/** A property of MAPITags.h: true or false. */
export const PR_X400_DEFERRED_DELIVERY_CANCEL: PropTag<boolean> = 0x3e09000b as PropTag<boolean>;
/** A property of MAPITags.h: bytes. */
export const PR_HEADER_FOLDER_ENTRYID: PropTag<Uint8Array> = 0x3e0a0102 as PropTag<Uint8Array>;
/** PidTagRemoteProgress (MAPI Status): 32-bit integer. @spec pidtagremoteprogress-canonical-property */
export const PR_REMOTE_PROGRESS: PropTag<number> = 0x3e0b0003 as PropTag<number>;
/** PidTagRemoteProgressText (MAPI Status): Unicode string. @spec pidtagremoteprogresstext-canonical-property */
export const PR_REMOTE_PROGRESS_TEXT: PropTag<string> = 0x3e0c001f as PropTag<string>;
/** PidTagRemoteProgressText (MAPI Status): 8-bit string. @spec pidtagremoteprogresstext-canonical-property */
export const PR_REMOTE_PROGRESS_TEXT_A: PropTag<string> = 0x3e0c001e as PropTag<string>;
/** PidTagRemoteProgressText (MAPI Status): Unicode string. @spec pidtagremoteprogresstext-canonical-property */
export const PR_REMOTE_PROGRESS_TEXT_W: PropTag<string> = 0x3e0c001f as PropTag<string>;
/** PidTagRemoteValidateOk (MAPI Status): true or false. @spec pidtagremotevalidateok-canonical-property */
export const PR_REMOTE_VALIDATE_OK: PropTag<boolean> = 0x3e0d000b as PropTag<boolean>;
/** PidTagControlFlags (MAPI display table): 32-bit integer. @spec pidtagcontrolflags-canonical-property */
export const PR_CONTROL_FLAGS: PropTag<number> = 0x3f000003 as PropTag<number>;
/** PidTagControlStructure (MAPI display table): bytes. @spec pidtagcontrolstructure-canonical-property */
export const PR_CONTROL_STRUCTURE: PropTag<Uint8Array> = 0x3f010102 as PropTag<Uint8Array>;
/** PidTagControlType (MAPI display table): 32-bit integer. @spec pidtagcontroltype-canonical-property */
export const PR_CONTROL_TYPE: PropTag<number> = 0x3f020003 as PropTag<number>;
/** PidTagDeltaX (MAPI display table): 32-bit integer. @spec pidtagdeltax-canonical-property */
export const PR_DELTAX: PropTag<number> = 0x3f030003 as PropTag<number>;
/** PidTagDeltaY (MAPI display table): 32-bit integer. @spec pidtagdeltay-canonical-property */
export const PR_DELTAY: PropTag<number> = 0x3f040003 as PropTag<number>;
/** PidTagXCoordinate (MAPI display table): 32-bit integer. @spec pidtagxcoordinate-canonical-property */
export const PR_XPOS: PropTag<number> = 0x3f050003 as PropTag<number>;
/** PidTagYCoordinate (MAPI display table): 32-bit integer. @spec pidtagycoordinate-canonical-property */
export const PR_YPOS: PropTag<number> = 0x3f060003 as PropTag<number>;
/** PidTagControlId (MAPI display table): bytes. @spec pidtagcontrolid-canonical-property */
export const PR_CONTROL_ID: PropTag<Uint8Array> = 0x3f070102 as PropTag<Uint8Array>;
/** PidTagInitialDetailsPane (MAPI Display Tables): 32-bit integer. @spec pidtaginitialdetailspane-canonical-property */
export const PR_INITIAL_DETAILS_PANE: PropTag<number> = 0x3f080003 as PropTag<number>;
/** A property of servers: Unicode string. */
export const PidTagTemporaryDefaultDocument: PropTag<string> = 0x3f20001f as PropTag<string>;
/** A property of EdkMdb.h: Unicode string. */
export const PR_PREVIEW_UNREAD: PropTag<string> = 0x3fd8001f as PropTag<string>;
/** A property of EdkMdb.h: 8-bit string. */
export const PR_PREVIEW_UNREAD_A: PropTag<string> = 0x3fd8001e as PropTag<string>;
/** A property of EdkMdb.h: Unicode string. */
export const PR_PREVIEW_UNREAD_W: PropTag<string> = 0x3fd8001f as PropTag<string>;
/** A property of EdkMdb.h: Unicode string. */
export const PR_PREVIEW: PropTag<string> = 0x3fd9001f as PropTag<string>;
/** A property of EdkMdb.h: 8-bit string. */
export const PR_PREVIEW_A: PropTag<string> = 0x3fd9001e as PropTag<string>;
/** A property of EdkMdb.h: Unicode string. */
export const PR_PREVIEW_W: PropTag<string> = 0x3fd9001f as PropTag<string>;
/** A property of EdkMdb.h: Unicode string. */
export const PR_ABSTRACT: PropTag<string> = 0x3fda001f as PropTag<string>;
/** A property of EdkMdb.h: 8-bit string. */
export const PR_ABSTRACT_A: PropTag<string> = 0x3fda001e as PropTag<string>;
/** A property of EdkMdb.h: Unicode string. */
export const PR_ABSTRACT_W: PropTag<string> = 0x3fda001f as PropTag<string>;
/** A property of EdkMdb.h: 32-bit integer. */
export const PR_DL_REPORT_FLAGS: PropTag<number> = 0x3fdb0003 as PropTag<number>;
/** A property of EdkMdb.h: bytes. */
export const PR_BILATERAL_INFO: PropTag<Uint8Array> = 0x3fdc0102 as PropTag<Uint8Array>;
/** A property of EdkMdb.h: 32-bit integer. */
export const PR_MSG_BODY_ID: PropTag<number> = 0x3fdd0003 as PropTag<number>;
/** PidTagInternetCodepage (Miscellaneous): 32-bit integer. @spec pidtaginternetcodepage-canonical-property */
export const PR_INTERNET_CPID: PropTag<number> = 0x3fde0003 as PropTag<number>;
/** A property of EdkMdb.h: 32-bit integer. */
export const PR_AUTO_RESPONSE_SUPPRESS: PropTag<number> = 0x3fdf0003 as PropTag<number>;
/** PidTagAccessControlListTable (Access Control): object. @spec pidtagaccesscontrollisttable-canonical-property */
export const PR_ACL_TABLE: PropTag<number> = 0x3fe0000d as PropTag<number>;
/** A property of EdkMdb.h: bytes. */
export const PR_ACL_DATA: PropTag<Uint8Array> = 0x3fe00102 as PropTag<Uint8Array>;
/** PidTagRulesTable (Server Side Rules): object. @spec pidtagrulestable-canonical-property */
export const PR_RULES_TABLE: PropTag<number> = 0x3fe1000d as PropTag<number>;
/** A property of EdkMdb.h: bytes. */
export const PR_RULES_DATA: PropTag<Uint8Array> = 0x3fe10102 as PropTag<Uint8Array>;
/** A property of EdkMdb.h: 32-bit integer. */
export const PR_FOLDER_DESIGN_FLAGS: PropTag<number> = 0x3fe20003 as PropTag<number>;
/** PidTagDelegatedByRule (MAPI status): true or false. @spec pidtagdelegatedbyrule-canonical-property */
export const PR_DELEGATED_BY_RULE: PropTag<boolean> = 0x3fe3000b as PropTag<boolean>;
/** A property of EdkMdb.h: true or false. */
export const PR_DESIGN_IN_PROGRESS: PropTag<boolean> = 0x3fe4000b as PropTag<boolean>;
/** A property of EdkMdb.h: true or false. */
export const PR_SECURE_ORIGINATION: PropTag<boolean> = 0x3fe5000b as PropTag<boolean>;
/** A property of EdkMdb.h: true or false. */
export const PR_PUBLISH_IN_ADDRESS_BOOK: PropTag<boolean> = 0x3fe6000b as PropTag<boolean>;
/** PidTagResolveMethod (MAPI status): 32-bit integer. @spec pidtagresolvemethod-canonical-property */
export const PR_RESOLVE_METHOD: PropTag<number> = 0x3fe70003 as PropTag<number>;
/** A property of EdkMdb.h: Unicode string. */
export const PR_ADDRESS_BOOK_DISPLAY_NAME: PropTag<string> = 0x3fe8001f as PropTag<string>;
/** A property of EdkMdb.h: 32-bit integer. */
export const PR_EFORMS_LOCALE_ID: PropTag<number> = 0x3fe90003 as PropTag<number>;
/** PidTagHasDeferredActionMessages (Rules): true or false. @spec pidtaghasdeferredactionmessages-canonical-property */
export const PR_HAS_DAMS: PropTag<boolean> = 0x3fea000b as PropTag<boolean>;
/** PidTagDeferredSendNumber (MAPI status): 32-bit integer. @spec pidtagdeferredsendnumber-canonical-property */
export const PR_DEFERRED_SEND_NUMBER: PropTag<number> = 0x3feb0003 as PropTag<number>;
/** PidTagDeferredSendUnits (MAPI status): 32-bit integer. @spec pidtagdeferredsendunits-canonical-property */
export const PR_DEFERRED_SEND_UNITS: PropTag<number> = 0x3fec0003 as PropTag<number>;
/** PidTagExpiryNumber (MAPI status): 32-bit integer. @spec pidtagexpirynumber-canonical-property */
export const PR_EXPIRY_NUMBER: PropTag<number> = 0x3fed0003 as PropTag<number>;
/** PidTagExpiryUnits (MAPI status): 32-bit integer. @spec pidtagexpiryunits-canonical-property */
export const PR_EXPIRY_UNITS: PropTag<number> = 0x3fee0003 as PropTag<number>;
/** PidTagDeferredSendTime (MAPI status): point in time. @spec pidtagdeferredsendtime-canonical-property */
export const PR_DEFERRED_SEND_TIME: PropTag<FileTime> = 0x3fef0040 as PropTag<FileTime>;
/** PidTagConflictEntryId (Incremental Change Synchronization (ICS)): bytes. @spec pidtagconflictentryid-canonical-property */
export const PR_CONFLICT_ENTRYID: PropTag<Uint8Array> = 0x3ff00102 as PropTag<Uint8Array>;
/** PidTagMessageLocaleId (Miscellaneous): 32-bit integer. @spec pidtagmessagelocaleid-canonical-property */
export const PR_MESSAGE_LOCALE_ID: PropTag<number> = 0x3ff10003 as PropTag<number>;
/** A property of EdkMdb.h: bytes. */
export const PR_RULE_TRIGGER_HISTORY: PropTag<Uint8Array> = 0x3ff20102 as PropTag<Uint8Array>;
/** A property of EdkMdb.h: bytes. */
export const PR_MOVE_TO_STORE_ENTRYID: PropTag<Uint8Array> = 0x3ff30102 as PropTag<Uint8Array>;
/** A property of EdkMdb.h: bytes. */
export const PR_MOVE_TO_FOLDER_ENTRYID: PropTag<Uint8Array> = 0x3ff40102 as PropTag<Uint8Array>;
/** A property of EdkMdb.h: 32-bit integer. */
export const PR_STORAGE_QUOTA_LIMIT: PropTag<number> = 0x3ff50003 as PropTag<number>;
/** A property of EdkMdb.h: 32-bit integer. */
export const PR_EXCESS_STORAGE_USED: PropTag<number> = 0x3ff60003 as PropTag<number>;
/** A property of EdkMdb.h: Unicode string. */
export const PR_SVR_GENERATING_QUOTA_MSG: PropTag<string> = 0x3ff7001f as PropTag<string>;
/** A property of EdkMdb.h: Unicode string. */
export const PR_CREATOR_NAME: PropTag<string> = 0x3ff8001f as PropTag<string>;
/** A property of servers: 8-bit string. */
export const PR_CREATOR_NAME_A: PropTag<string> = 0x3ff8001e as PropTag<string>;
/** A property of EdkMdb.h: Unicode string. */
export const PR_CREATOR_NAME_W: PropTag<string> = 0x3ff8001f as PropTag<string>;
/** A property of EdkMdb.h: bytes. */
export const PR_CREATOR_ENTRYID: PropTag<Uint8Array> = 0x3ff90102 as PropTag<Uint8Array>;
/** A property of EdkMdb.h: Unicode string. */
export const PR_LAST_MODIFIER_NAME: PropTag<string> = 0x3ffa001f as PropTag<string>;
/** A property of EdkMdb.h: 8-bit string. */
export const PR_LAST_MODIFIER_NAME_A: PropTag<string> = 0x3ffa001e as PropTag<string>;
/** A property of EdkMdb.h: Unicode string. */
export const PR_LAST_MODIFIER_NAME_W: PropTag<string> = 0x3ffa001f as PropTag<string>;
/** A property of EdkMdb.h: bytes. */
export const PR_LAST_MODIFIER_ENTRYID: PropTag<Uint8Array> = 0x3ffb0102 as PropTag<Uint8Array>;
/** A property of EdkMdb.h: Unicode string. */
export const PR_REPLY_RECIPIENT_SMTP_PROXIES: PropTag<string> = 0x3ffc001f as PropTag<string>;
/** PidTagMessageCodepage (Common): 32-bit integer. @spec pidtagmessagecodepage-canonical-property */
export const PR_MESSAGE_CODEPAGE: PropTag<number> = 0x3ffd0003 as PropTag<number>;
/** A property of EdkMdb.h: bytes. */
export const PR_EXTENDED_ACL_DATA: PropTag<Uint8Array> = 0x3ffe0102 as PropTag<Uint8Array>;
