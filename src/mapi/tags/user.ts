// Written by scripts/generate/mapi-tags.mjs from test/reference/mapi-properties.json; change the facts, not this file.
import type { PropTag } from '../types/proptag.js';
import type { FileTime } from '../types/proptype.js';

/** A property of servers: Unicode string. */
export const PR_NICK_NAME: PropTag<string> = 0x6001001f as PropTag<string>;
/** A property of servers: 32-bit integer. */
export const PR_DOTSTUFF_STATE: PropTag<number> = 0x60010003 as PropTag<number>;
/** A property of servers: 8-bit string. */
export const PR_NICK_NAME_A: PropTag<string> = 0x6001001e as PropTag<string>;
/** A property of servers: Unicode string. */
export const PR_NICK_NAME_W: PropTag<string> = 0x6001001f as PropTag<string>;
/** A property of servers: Unicode string. */
export const PR_DROPDOWN_DISPLAY_NAME: PropTag<string> = 0x6003001f as PropTag<string>;
/** A property of servers: 8-bit string. */
export const PR_DROPDOWN_DISPLAY_NAME_A: PropTag<string> = 0x6003001e as PropTag<string>;
/** A property of servers: Unicode string. */
export const PR_DROPDOWN_DISPLAY_NAME_W: PropTag<string> = 0x6003001f as PropTag<string>;
/** A property of servers: 32-bit integer. */
export const PR_NICK_NAME_WEIGHT: PropTag<number> = 0x60040003 as PropTag<number>;
/** PidTagJunkIncludeContacts (Spam): 32-bit integer. @spec pidtagjunkincludecontacts-canonical-property */
export const PR_JUNK_INCLUDE_CONTACTS: PropTag<number> = 0x61000003 as PropTag<number>;
/** PidTagJunkThreshold (Spam): 32-bit integer. @spec pidtagjunkthreshold-canonical-property */
export const PR_JUNK_THRESHOLD: PropTag<number> = 0x61010003 as PropTag<number>;
/** PidTagJunkPermanentlyDelete (Spam): 32-bit integer. @spec pidtagjunkpermanentlydelete-canonical-property */
export const PR_JUNK_PERMANENTLY_DELETE: PropTag<number> = 0x61020003 as PropTag<number>;
/** PidTagJunkAddRecipientsToSafeSendersList (Spam): 32-bit integer. @spec pidtagjunkaddrecipientstosafesenderslist-canonical-property */
export const PR_JUNK_ADD_RECIPS_TO_SSL: PropTag<number> = 0x61030003 as PropTag<number>;
/** PidTagJunkPhishingEnableLinks (Spam): true or false. @spec pidtagjunkphishingenablelinks-canonical-property */
export const PR_JUNK_PHISHING_ENABLE_LINKS: PropTag<boolean> = 0x6107000b as PropTag<boolean>;
/** A property of servers: bytes. */
export const PidTagMimeSkeleton: PropTag<Uint8Array> = 0x64f00102 as PropTag<Uint8Array>;
/** A property of EdkMdb.h: 64-bit integer. */
export const PR_RULE_SERVER_RULE_ID: PropTag<bigint> = 0x65a00014 as PropTag<bigint>;
/** A property of EdkMdb.h: true or false. */
export const PR_FORCE_CLIENT_REFRESH: PropTag<boolean> = 0x65a1000b as PropTag<boolean>;
/** PidTagReplyTemplateId (Rules): bytes. @spec pidtagreplytemplateid-canonical-property */
export const PR_REPLY_TEMPLATE_ID: PropTag<Uint8Array> = 0x65c20102 as PropTag<Uint8Array>;
/** A property of servers: 32-bit integer. */
export const PR_SECURE_SUBMIT_FLAGS: PropTag<number> = 0x65c60003 as PropTag<number>;
/** A property of EdkMdb.h: Unicode string. */
export const PR_PROFILE_ALTERNATE_STORE_TYPE: PropTag<string> = 0x65d0001f as PropTag<string>;
/** A property of EdkMdb.h: Unicode string. */
export const PR_PROFILE_ALTERNATE_STORE_TYPE_W: PropTag<string> = 0x65d0001f as PropTag<string>;
/** A property of EdkMdb.h: bytes. */
export const PR_SOURCE_KEY: PropTag<Uint8Array> = 0x65e00102 as PropTag<Uint8Array>;
/** A property of EdkMdb.h: bytes. */
export const PR_PARENT_SOURCE_KEY: PropTag<Uint8Array> = 0x65e10102 as PropTag<Uint8Array>;
/** A property of EdkMdb.h: bytes. */
export const PR_CHANGE_KEY: PropTag<Uint8Array> = 0x65e20102 as PropTag<Uint8Array>;
/** A property of EdkMdb.h: bytes. */
export const PR_PREDECESSOR_CHANGE_LIST: PropTag<Uint8Array> = 0x65e30102 as PropTag<Uint8Array>;
/** A property of EdkMdb.h: 32-bit integer. */
export const PR_SYNCHRONIZE_FLAGS: PropTag<number> = 0x65e40003 as PropTag<number>;
/** A property of EdkMdb.h: true or false. */
export const PR_AUTO_ADD_NEW_SUBS: PropTag<boolean> = 0x65e5000b as PropTag<boolean>;
/** A property of EdkMdb.h: true or false. */
export const PR_NEW_SUBS_GET_AUTO_ADD: PropTag<boolean> = 0x65e6000b as PropTag<boolean>;
/** A property of EdkMdb.h: Unicode string. */
export const PR_MESSAGE_SITE_NAME: PropTag<string> = 0x65e7001f as PropTag<string>;
/** A property of EdkMdb.h: 8-bit string. */
export const PR_MESSAGE_SITE_NAME_A: PropTag<string> = 0x65e7001e as PropTag<string>;
/** A property of EdkMdb.h: Unicode string. */
export const PR_MESSAGE_SITE_NAME_W: PropTag<string> = 0x65e7001f as PropTag<string>;
/** A property of EdkMdb.h: true or false. */
export const PR_MESSAGE_PROCESSED: PropTag<boolean> = 0x65e8000b as PropTag<boolean>;
/** A property of EdkMdb.h: 32-bit integer. */
export const PR_RULE_MSG_STATE: PropTag<number> = 0x65e90003 as PropTag<number>;
/** A property of EdkMdb.h: 32-bit integer. */
export const PR_RULE_MSG_USER_FLAGS: PropTag<number> = 0x65ea0003 as PropTag<number>;
/** PidTagRuleMsgProvider (Rules): Unicode string. @spec pidtagrulemsgprovider-canonical-property */
export const PR_RULE_MSG_PROVIDER: PropTag<string> = 0x65eb001f as PropTag<string>;
/** A property of servers: 8-bit string. */
export const PR_RULE_MSG_PROVIDER_A: PropTag<string> = 0x65eb001e as PropTag<string>;
/** A property of EdkMdb.h: Unicode string. */
export const PR_RULE_MSG_PROVIDER_W: PropTag<string> = 0x65eb001f as PropTag<string>;
/** PidTagRuleMsgName (Rules): Unicode string. @spec pidtagrulemsgname-canonical-property */
export const PR_RULE_MSG_NAME: PropTag<string> = 0x65ec001f as PropTag<string>;
/** A property of servers: 8-bit string. */
export const PR_RULE_MSG_NAME_A: PropTag<string> = 0x65ec001e as PropTag<string>;
/** A property of EdkMdb.h: Unicode string. */
export const PR_RULE_MSG_NAME_W: PropTag<string> = 0x65ec001f as PropTag<string>;
/** A property of EdkMdb.h: 32-bit integer. */
export const PR_RULE_MSG_LEVEL: PropTag<number> = 0x65ed0003 as PropTag<number>;
/** A property of EdkMdb.h: bytes. */
export const PR_RULE_MSG_PROVIDER_DATA: PropTag<Uint8Array> = 0x65ee0102 as PropTag<Uint8Array>;
/** A property of EdkMdb.h: 32-bit integer. */
export const PR_RULE_MSG_SEQUENCE: PropTag<number> = 0x65f30003 as PropTag<number>;
/** A property of EdkMdb.h: true or false. */
export const PR_PREVENT_MSG_CREATE: PropTag<boolean> = 0x65f4000b as PropTag<boolean>;
/** A property of EdkMdb.h: point in time. */
export const PR_IMAP_INTERNAL_DATE: PropTag<FileTime> = 0x65f50040 as PropTag<FileTime>;
/** PidTagStoreEntryIdEmsmdbV1 (ID properties): bytes. @spec pidtagstoreentryidemsmdbv1-canonical-property */
export const PR_STORE_ENTRYID_EMSMDB_V1: PropTag<Uint8Array> = 0x65f60102 as PropTag<Uint8Array>;
