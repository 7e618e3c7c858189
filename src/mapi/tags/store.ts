// Written by scripts/generate/mapi-tags.mjs from test/reference/mapi-properties.json; change the facts, not this file.
import type { PropTag } from '../types/proptag.js';

/** PidTagDefaultStore (MAPI message store): true or false. @spec pidtagdefaultstore-canonical-property */
export const PR_DEFAULT_STORE: PropTag<boolean> = 0x3400000b as PropTag<boolean>;
/** PidTagStoreSupportMask (Miscellaneous): 32-bit integer. @spec pidtagstoresupportmask-canonical-property */
export const PR_STORE_SUPPORT_MASK: PropTag<number> = 0x340d0003 as PropTag<number>;
/** PidTagStoreState (MAPI message store): 32-bit integer. @spec pidtagstorestate-canonical-property */
export const PR_STORE_STATE: PropTag<number> = 0x340e0003 as PropTag<number>;
/** PidTagStoreUnicodeMask (MAPI message store): 32-bit integer. @spec pidtagstoreunicodemask-canonical-property */
export const PR_STORE_UNICODE_MASK: PropTag<number> = 0x340f0003 as PropTag<number>;
/** A property of MAPITags.h: bytes. */
export const PR_IPM_SUBTREE_SEARCH_KEY: PropTag<Uint8Array> = 0x34100102 as PropTag<Uint8Array>;
/** A property of MAPITags.h: bytes. */
export const PR_IPM_OUTBOX_SEARCH_KEY: PropTag<Uint8Array> = 0x34110102 as PropTag<Uint8Array>;
/** A property of MAPITags.h: bytes. */
export const PR_IPM_WASTEBASKET_SEARCH_KEY: PropTag<Uint8Array> = 0x34120102 as PropTag<Uint8Array>;
/** A property of MAPITags.h: bytes. */
export const PR_IPM_SENTMAIL_SEARCH_KEY: PropTag<Uint8Array> = 0x34130102 as PropTag<Uint8Array>;
/** PidTagStoreProvider (ID properties): bytes. @spec pidtagstoreprovider-canonical-property */
export const PR_MDB_PROVIDER: PropTag<Uint8Array> = 0x34140102 as PropTag<Uint8Array>;
/** PidTagReceiveFolderSettings (MAPI message store): object. @spec pidtagreceivefoldersettings-canonical-property */
export const PR_RECEIVE_FOLDER_SETTINGS: PropTag<number> = 0x3415000d as PropTag<number>;
/** PidTagProviderIcon (MAPI message store): Unicode string. @spec pidtagprovidericon-canonical-property */
export const PR_PROVIDER_ICON: PropTag<string> = 0x3417001f as PropTag<string>;
/** PidTagProviderIcon (MAPI message store): Unicode string. @spec pidtagprovidericon-canonical-property */
export const PR_PROVIDER_ICON_W: PropTag<string> = 0x3417001f as PropTag<string>;
/** A property of servers: 8-bit string. */
export const PR_PROVIDER_ICON_A: PropTag<string> = 0x3417001e as PropTag<string>;
/** PidTagProviderDisplayName (MAPI message store): Unicode string. @spec pidtagproviderdisplayname-canonical-property */
export const PR_PROVIDER_DISPLAY_NAME: PropTag<string> = 0x3418001f as PropTag<string>;
/** PidTagProviderDisplayName (MAPI message store): 8-bit string. @spec pidtagproviderdisplayname-canonical-property */
export const PR_PROVIDER_DISPLAY_NAME_A: PropTag<string> = 0x3418001e as PropTag<string>;
/** PidTagProviderDisplayName (MAPI message store): Unicode string. @spec pidtagproviderdisplayname-canonical-property */
export const PR_PROVIDER_DISPLAY_NAME_W: PropTag<string> = 0x3418001f as PropTag<string>;
/** PidTagSearchOwnerId (null): 32-bit integer. @spec pidtagsearchownerid-canonical-property */
export const PR_SEARCH_OWNER_ID: PropTag<number> = 0x34190003 as PropTag<number>;
/** A property of extraPropTags.h: 32-bit integer. */
export const PR_QUOTA_WARNING: PropTag<number> = 0x341a0003 as PropTag<number>;
/** A property of extraPropTags.h: 32-bit integer. */
export const PR_QUOTA_SEND: PropTag<number> = 0x341b0003 as PropTag<number>;
/** A property of extraPropTags.h: 32-bit integer. */
export const PR_QUOTA_RECEIVE: PropTag<number> = 0x341c0003 as PropTag<number>;
/** PidTagServerTypeDisplayName (Common): bytes. @spec pidtagservertypedisplayname-canonical-property */
export const PR_SERVER_TYPE_DISPLAY_NAME: PropTag<Uint8Array> = 0x341d0102 as PropTag<Uint8Array>;
/** PidTagServerConnectedIcon (Common): bytes. @spec pidtagserverconnectedicon-canonical-property */
export const PR_SERVER_CONNECTED_ICON: PropTag<Uint8Array> = 0x341e0102 as PropTag<Uint8Array>;
/** PidTagServerAccountIcon (Common): bytes. @spec pidtagserveraccounticon-canonical-property */
export const PR_SERVER_ACCOUNT_ICON: PropTag<Uint8Array> = 0x341f0102 as PropTag<Uint8Array>;
/** A property of servers: true or false. */
export const PR_LEGACY_FOLDERTREE_BEHAVIOR: PropTag<boolean> = 0x3420000b as PropTag<boolean>;
/** PidTagValidFolderMask (MAPI message store): 32-bit integer. @spec pidtagvalidfoldermask-canonical-property */
export const PR_VALID_FOLDER_MASK: PropTag<number> = 0x35df0003 as PropTag<number>;
/** PidTagIpmSubtreeEntryId (Folder): bytes. @spec pidtagipmsubtreeentryid-canonical-property */
export const PR_IPM_SUBTREE_ENTRYID: PropTag<Uint8Array> = 0x35e00102 as PropTag<Uint8Array>;
/** PidTagIpmOutboxEntryId (Folder): bytes. @spec pidtagipmoutboxentryid-canonical-property */
export const PR_IPM_OUTBOX_ENTRYID: PropTag<Uint8Array> = 0x35e20102 as PropTag<Uint8Array>;
/** PidTagIpmWastebasketEntryId (Folder): bytes. @spec pidtagipmwastebasketentryid-canonical-property */
export const PR_IPM_WASTEBASKET_ENTRYID: PropTag<Uint8Array> = 0x35e30102 as PropTag<Uint8Array>;
/** PidTagIpmSentMailEntryId (Folder): bytes. @spec pidtagipmsentmailentryid-canonical-property */
export const PR_IPM_SENTMAIL_ENTRYID: PropTag<Uint8Array> = 0x35e40102 as PropTag<Uint8Array>;
/** PidTagViewsEntryId (MAPI message store): bytes. @spec pidtagviewsentryid-canonical-property */
export const PR_VIEWS_ENTRYID: PropTag<Uint8Array> = 0x35e50102 as PropTag<Uint8Array>;
/** PidTagCommonViewsEntryId (Outlook application): bytes. @spec pidtagcommonviewsentryid-canonical-property */
export const PR_COMMON_VIEWS_ENTRYID: PropTag<Uint8Array> = 0x35e60102 as PropTag<Uint8Array>;
/** PidTagFinderEntryId (MAPI message store): bytes. @spec pidtagfinderentryid-canonical-property */
export const PR_FINDER_ENTRYID: PropTag<Uint8Array> = 0x35e70102 as PropTag<Uint8Array>;
/** A property of MAPITags.h: bytes. */
export const PR_IPM_ARCHIVE_ENTRYID: PropTag<Uint8Array> = 0x35ff0102 as PropTag<Uint8Array>;
