// Written by scripts/generate/mapi-tags.mjs from test/reference/mapi-properties.json; change the facts, not this file.
import type { Guid } from '../../com/index.js';
import type { PropTag } from '../types/proptag.js';
import type { FileTime } from '../types/proptype.js';

/** A property of msfs.h and mspab.h: 8-bit string. */
export const PR_CFG_MIN: PropTag<string> = 0x6600001e as PropTag<string>;
/** A property of mspab.h: Unicode string. */
export const PR_PAB_PATH: PropTag<string> = 0x6600001f as PropTag<string>;
/** A property of EdkMdb.h: 32-bit integer. */
export const PR_PROFILE_VERSION: PropTag<number> = 0x66000003 as PropTag<number>;
/** A property of msfs.h and mspab.h: 8-bit string. */
export const PR_CFG_SERVER_PATH: PropTag<string> = 0x6600001e as PropTag<string>;
/** A property of msfs.h and mspab.h: 8-bit string. */
export const PR_PAB_PATH_A: PropTag<string> = 0x6600001e as PropTag<string>;
/** A property of mspab.h: Unicode string. */
export const PR_PAB_PATH_W: PropTag<string> = 0x6600001f as PropTag<string>;
/** PidTagContactAddressBookUid (Contact address book): bytes. @spec pidtagcontactaddressbookuid-canonical-property */
export const PR_CONTAB_UID: PropTag<Uint8Array> = 0x66010102 as PropTag<Uint8Array>;
/** A property of msfs.h: 8-bit string. */
export const PR_CFG_MAILBOX: PropTag<string> = 0x6601001e as PropTag<string>;
/** A property of EdkMdb.h and mspab.h: 32-bit integer. */
export const PR_PAB_DET_DIR_VIEW_BY: PropTag<number> = 0x66010003 as PropTag<number>;
/** A property of EdkMdb.h and mspab.h: 32-bit integer. */
export const PR_PROFILE_CONFIG_FLAGS: PropTag<number> = 0x66010003 as PropTag<number>;
/** PidTagContactAddressBookSortFlag (Contact address book): true or false. @spec pidtagcontactaddressbooksortflag-canonical-property */
export const PR_CONTAB_SORT_FLAG: PropTag<boolean> = 0x6602000b as PropTag<boolean>;
/** A property of EdkMdb.h: 8-bit string. */
export const PR_PROFILE_HOME_SERVER: PropTag<string> = 0x6602001e as PropTag<string>;
/** A property of EdkMdb.h: 8-bit string. */
export const PR_PROFILE_USER: PropTag<string> = 0x6603001e as PropTag<string>;
/** A property of msfs.h: 32-bit integer. */
export const PR_CFG_CONN_TYPE: PropTag<number> = 0x66030003 as PropTag<number>;
/** A property of msfs.h: true or false. */
export const PR_CFG_SESSION_LOG: PropTag<boolean> = 0x6604000b as PropTag<boolean>;
/** A property of EdkMdb.h: 32-bit integer. */
export const PR_PROFILE_CONNECT_FLAGS: PropTag<number> = 0x66040003 as PropTag<number>;
/** A property of msfs.h: 8-bit string. */
export const PR_CFG_SESSION_LOG_FILE: PropTag<string> = 0x6605001e as PropTag<string>;
/** A property of EdkMdb.h: 32-bit integer. */
export const PR_PROFILE_TRANSPORT_FLAGS: PropTag<number> = 0x66050003 as PropTag<number>;
/** A property of msfs.h: true or false. */
export const PR_CFG_REMEMBER: PropTag<boolean> = 0x6606000b as PropTag<boolean>;
/** A property of EdkMdb.h: 32-bit integer. */
export const PR_PROFILE_UI_STATE: PropTag<number> = 0x66060003 as PropTag<number>;
/** A property of EdkMdb.h: 8-bit string. */
export const PR_PROFILE_UNRESOLVED_NAME: PropTag<string> = 0x6607001e as PropTag<string>;
/** A property of EdkMdb.h: 8-bit string. */
export const PR_PROFILE_UNRESOLVED_NAME_A: PropTag<string> = 0x6607001e as PropTag<string>;
/** A property of EdkMdb.h: Unicode string. */
export const PR_PROFILE_UNRESOLVED_NAME_W: PropTag<string> = 0x6607001f as PropTag<string>;
/** A property of EdkMdb.h: 8-bit string. */
export const PR_PROFILE_UNRESOLVED_SERVER: PropTag<string> = 0x6608001e as PropTag<string>;
/** A property of EdkMdb.h: 32-bit integer. */
export const PR_PROFILE_OPEN_FLAGS: PropTag<number> = 0x66090003 as PropTag<number>;
/** A property of EdkMdb.h: 8-bit string. */
export const PR_PROFILE_BINDING_ORDER: PropTag<string> = 0x6609001e as PropTag<string>;
/** PidTagProfileType (MAPI profile configuration): 32-bit integer. @spec pidtagprofiletype-canonical-property */
export const PR_PROFILE_TYPE: PropTag<number> = 0x660a0003 as PropTag<number>;
/** A property of EdkMdb.h: 8-bit string. */
export const PR_PROFILE_MAILBOX: PropTag<string> = 0x660b001e as PropTag<string>;
/** A property of EdkMdb.h: 8-bit string. */
export const PR_PROFILE_SERVER: PropTag<string> = 0x660c001e as PropTag<string>;
/** A property of EdkMdb.h: 32-bit integer. */
export const PR_PROFILE_MAX_RESTRICT: PropTag<number> = 0x660d0003 as PropTag<number>;
/** A property of EdkMdb.h: 8-bit string. */
export const PR_PROFILE_AB_FILES_PATH: PropTag<string> = 0x660e001e as PropTag<string>;
/** A property of EdkMdb.h: Unicode string. */
export const PR_PROFILE_AB_FILES_PATH_W: PropTag<string> = 0x660e001f as PropTag<string>;
/** A property of EdkMdb.h: 8-bit string. */
export const PR_PROFILE_FAVFLD_DISPLAY_NAME: PropTag<string> = 0x660f001e as PropTag<string>;
/** A property of EdkMdb.h: Unicode string. */
export const PR_PROFILE_FAVFLD_DISPLAY_NAME_W: PropTag<string> = 0x660f001f as PropTag<string>;
/** PidTagContactAddressBookFolderEntryId (Contact address book): bytes. @spec pidtagcontactaddressbookfolderentryid-canonical-property */
export const PR_CONTAB_FOLDER_ENTRYID: PropTag<Uint8Array> = 0x66100102 as PropTag<Uint8Array>;
/** A property of EdkMdb.h and extraPropTags.h: 8-bit string. */
export const PR_PROFILE_OFFLINE_STORE_PATH: PropTag<string> = 0x6610001e as PropTag<string>;
/** A property of EdkMdb.h and extraPropTags.h: 8-bit string. */
export const PR_PROFILE_OFFLINE_STORE_PATH_A: PropTag<string> = 0x6610001e as PropTag<string>;
/** A property of EdkMdb.h: Unicode string. */
export const PR_PROFILE_OFFLINE_STORE_PATH_W: PropTag<string> = 0x6610001f as PropTag<string>;
/** PidTagContactAddressBookStoreSupportMask (Contact address book): 32-bit integer. @spec pidtagcontactaddressbookstoresupportmask-canonical-property */
export const PR_CONTAB_STORE_SUPPORT_MASK: PropTag<number> = 0x66110003 as PropTag<number>;
/** A property of EdkMdb.h: bytes. */
export const PR_PROFILE_OFFLINE_INFO: PropTag<Uint8Array> = 0x66110102 as PropTag<Uint8Array>;
/** PidTagContactAddressBookStoreName (Contact address book): Unicode string. @spec pidtagcontactaddressbookstorename-canonical-property */
export const PR_CONTAB_STORE_NAME: PropTag<string> = 0x6612001f as PropTag<string>;
/** PidTagContactAddressBookStoreName (Contact address book): 8-bit string. @spec pidtagcontactaddressbookstorename-canonical-property */
export const PR_CONTAB_STORE_NAME_A: PropTag<string> = 0x6612001e as PropTag<string>;
/** PidTagContactAddressBookStoreName (Contact address book): Unicode string. @spec pidtagcontactaddressbookstorename-canonical-property */
export const PR_CONTAB_STORE_NAME_W: PropTag<string> = 0x6612001f as PropTag<string>;
/** A property of EdkMdb.h: 8-bit string. */
export const PR_PROFILE_HOME_SERVER_DN: PropTag<string> = 0x6612001e as PropTag<string>;
/** PidTagContactAddressBookFolderName (Contact address book): Unicode string. @spec pidtagcontactaddressbookfoldername-canonical-property */
export const PR_CONTAB_FOLDER_NAME: PropTag<string> = 0x6613001f as PropTag<string>;
/** PidTagContactAddressBookFolderName (Contact address book): Unicode string. @spec pidtagcontactaddressbookfoldername-canonical-property */
export const PR_CONTAB_FOLDER_NAME_W: PropTag<string> = 0x6613001f as PropTag<string>;
/** PidTagContactAddressBookFolderName (Contact address book): 8-bit string. @spec pidtagcontactaddressbookfoldername-canonical-property */
export const PR_CONTAB_FOLDER_NAME_A: PropTag<string> = 0x6613001e as PropTag<string>;
/** A property of EdkMdb.h: many: 8-bit string. */
export const PR_PROFILE_HOME_SERVER_ADDRS: PropTag<readonly string[]> = 0x6613101e as PropTag<readonly string[]>;
/** PidTagContactAddressBookMultipleAddressFlag (Contact address book): true or false. @spec pidtagcontactaddressbookmultipleaddressflag-canonical-property */
export const PR_CONTAB_MULTI_ADDR_FLAG: PropTag<boolean> = 0x6614000b as PropTag<boolean>;
/** A property of EdkMdb.h: 8-bit string. */
export const PR_PROFILE_SERVER_DN: PropTag<string> = 0x6614001e as PropTag<string>;
/** A property of EdkMdb.h: 8-bit string. */
export const PR_PROFILE_FAVFLD_COMMENT: PropTag<string> = 0x6615001e as PropTag<string>;
/** A property of EdkMdb.h: Unicode string. */
export const PR_PROFILE_FAVFLD_COMMENT_W: PropTag<string> = 0x6615001f as PropTag<string>;
/** A property of EdkMdb.h: 8-bit string. */
export const PR_PROFILE_ALLPUB_DISPLAY_NAME: PropTag<string> = 0x6616001e as PropTag<string>;
/** A property of EdkMdb.h: Unicode string. */
export const PR_PROFILE_ALLPUB_DISPLAY_NAME_W: PropTag<string> = 0x6616001f as PropTag<string>;
/** A property of EdkMdb.h: 8-bit string. */
export const PR_PROFILE_ALLPUB_COMMENT: PropTag<string> = 0x6617001e as PropTag<string>;
/** A property of EdkMdb.h: Unicode string. */
export const PR_PROFILE_ALLPUB_COMMENT_W: PropTag<string> = 0x6617001f as PropTag<string>;
/** A property of EdkMdb.h: true or false. */
export const PR_IN_TRANSIT: PropTag<boolean> = 0x6618000b as PropTag<boolean>;
/** A property of EdkMdb.h: 32-bit integer. */
export const PR_DISABLE_WINSOCK: PropTag<number> = 0x66180003 as PropTag<number>;
/** A property of EdkMdb.h: bytes. */
export const PR_USER_ENTRYID: PropTag<Uint8Array> = 0x66190102 as PropTag<Uint8Array>;
/** A property of EdkMdb.h: 32-bit integer. */
export const PR_PROFILE_AUTH_PACKAGE: PropTag<number> = 0x66190003 as PropTag<number>;
/** A property of EdkMdb.h: 8-bit string. */
export const PR_USER_NAME: PropTag<string> = 0x661a001e as PropTag<string>;
/** A property of EdkMdb.h: 32-bit integer. */
export const PR_PROFILE_RECONNECT_INTERVAL: PropTag<number> = 0x661a0003 as PropTag<number>;
/** PidTagProfileServerVersion (MAPI profile configuration): 32-bit integer. @spec pidtagprofileserverversion-canonical-property */
export const PR_PROFILE_SERVER_VERSION: PropTag<number> = 0x661b0003 as PropTag<number>;
/** A property of EdkMdb.h: bytes. */
export const PR_MAILBOX_OWNER_ENTRYID: PropTag<Uint8Array> = 0x661b0102 as PropTag<Uint8Array>;
/** PidTagMailboxOwnerName (Message Store): Unicode string. @spec pidtagmailboxownername-canonical-property */
export const PR_MAILBOX_OWNER_NAME: PropTag<string> = 0x661c001f as PropTag<string>;
/** PidTagMailboxOwnerName (Message Store): 8-bit string. @spec pidtagmailboxownername-canonical-property */
export const PR_MAILBOX_OWNER_NAME_A: PropTag<string> = 0x661c001e as PropTag<string>;
/** PidTagMailboxOwnerName (Message Store): Unicode string. @spec pidtagmailboxownername-canonical-property */
export const PR_MAILBOX_OWNER_NAME_W: PropTag<string> = 0x661c001f as PropTag<string>;
/** A property of EdkMdb.h: true or false. */
export const PR_OOF_STATE: PropTag<boolean> = 0x661d000b as PropTag<boolean>;
/** A property of servers: 32-bit integer. */
export const PR_PST_BEST_BODY_PROPTAG: PropTag<number> = 0x661d0003 as PropTag<number>;
/** A property of EdkMdb.h: bytes. */
export const PR_SCHEDULE_FOLDER_ENTRYID: PropTag<Uint8Array> = 0x661e0102 as PropTag<Uint8Array>;
/** A property of EdkMdb.h: bytes. */
export const PR_IPM_DAF_ENTRYID: PropTag<Uint8Array> = 0x661f0102 as PropTag<Uint8Array>;
/** PidTagContactAddressBookFolderEntryIds (Contact address book): many: bytes. @spec pidtagcontactaddressbookfolderentryids-canonical-property */
export const PR_CONTAB_FOLDER_ENTRYIDS: PropTag<readonly Uint8Array[]> = 0x66201102 as PropTag<readonly Uint8Array[]>;
/** PidTagNonIpmSubtreeEntryId (Message store): bytes. @spec pidtagnonipmsubtreeentryid-canonical-property */
export const PR_NON_IPM_SUBTREE_ENTRYID: PropTag<Uint8Array> = 0x66200102 as PropTag<Uint8Array>;
/** A property of msfs.h: true or false. */
export const PR_CFG_ENABLE_UPLOAD: PropTag<boolean> = 0x6620000b as PropTag<boolean>;
/** PidTagContactAddressBookStoreSupportMasks (Contact address book): many: 32-bit integer. @spec pidtagcontactaddressbookstoresupportmasks-canonical-property */
export const PR_CONTAB_STORE_SUPPORT_MASKS: PropTag<readonly number[]> = 0x66211003 as PropTag<readonly number[]>;
/** A property of msfs.h: true or false. */
export const PR_CFG_ENABLE_DOWNLOAD: PropTag<boolean> = 0x6621000b as PropTag<boolean>;
/** A property of EdkMdb.h: bytes. */
export const PR_EFORMS_REGISTRY_ENTRYID: PropTag<Uint8Array> = 0x66210102 as PropTag<Uint8Array>;
/** PidTagRpcOverHttpProxyServer (Miscellaneous): Unicode string. @spec pidtagrpcoverhttpproxyserver-canonical-property */
export const PR_ROH_PROXY_SERVER: PropTag<string> = 0x6622001f as PropTag<string>;
/** PidTagContactAddressBookStoreNames (Contact address book): many: Unicode string. @spec pidtagcontactaddressbookstorenames-canonical-property */
export const PR_CONTAB_STORE_NAMES: PropTag<readonly string[]> = 0x6622101f as PropTag<readonly string[]>;
/** PidTagContactAddressBookStoreNames (Contact address book): many: 8-bit string. @spec pidtagcontactaddressbookstorenames-canonical-property */
export const PR_CONTAB_STORE_NAMES_A: PropTag<readonly string[]> = 0x6622101e as PropTag<readonly string[]>;
/** PidTagContactAddressBookStoreNames (Contact address book): many: Unicode string. @spec pidtagcontactaddressbookstorenames-canonical-property */
export const PR_CONTAB_STORE_NAMES_W: PropTag<readonly string[]> = 0x6622101f as PropTag<readonly string[]>;
/** A property of msfs.h: 32-bit integer. */
export const PR_CFG_UPLOADTO: PropTag<number> = 0x66220003 as PropTag<number>;
/** A property of EdkMdb.h: bytes. */
export const PR_SPLUS_FREE_BUSY_ENTRYID: PropTag<Uint8Array> = 0x66220102 as PropTag<Uint8Array>;
/** A property of servers: Unicode string. */
export const PR_PROFILE_RPC_PROXY_SERVER: PropTag<string> = 0x6622001f as PropTag<string>;
/** PidTagRpcOverHttpFlags (Miscellaneous): 32-bit integer. @spec pidtagrpcoverhttpflags-canonical-property */
export const PR_ROH_FLAGS: PropTag<number> = 0x66230003 as PropTag<number>;
/** PidTagContactAddressBookFolderNames (Contact address book): many: Unicode string. @spec pidtagcontactaddressbookfoldernames-canonical-property */
export const PR_CONTAB_FOLDER_NAMES: PropTag<readonly string[]> = 0x6623101f as PropTag<readonly string[]>;
/** A property of msfs.h: true or false. */
export const PR_CFG_NETBIOS_NTFY: PropTag<boolean> = 0x6623000b as PropTag<boolean>;
/** A property of EdkMdb.h: bytes. */
export const PR_OFFLINE_ADDRBOOK_ENTRYID: PropTag<Uint8Array> = 0x66230102 as PropTag<Uint8Array>;
/** A property of servers: 32-bit integer. */
export const PR_PROFILE_RPC_PROXY_SERVER_FLAGS: PropTag<number> = 0x66230003 as PropTag<number>;
/** PidTagContactAddressBookDisplayNames (Contact address book): many: Unicode string. @spec pidtagcontactaddressbookdisplaynames-canonical-property */
export const PR_CONTAB_DISPLAY_NAMES: PropTag<readonly string[]> = 0x6624101f as PropTag<readonly string[]>;
/** PidTagContactAddressBookDisplayNames (Contact address book): many: 8-bit string. @spec pidtagcontactaddressbookdisplaynames-canonical-property */
export const PR_CONTAB_DISPLAY_NAMES_A: PropTag<readonly string[]> = 0x6624101e as PropTag<readonly string[]>;
/** PidTagContactAddressBookDisplayNames (Contact address book): many: Unicode string. @spec pidtagcontactaddressbookdisplaynames-canonical-property */
export const PR_CONTAB_DISPLAY_NAMES_W: PropTag<readonly string[]> = 0x6624101f as PropTag<readonly string[]>;
/** A property of msfs.h: 8-bit string. */
export const PR_CFG_SPOOLER_POLL: PropTag<string> = 0x6624001e as PropTag<string>;
/** A property of EdkMdb.h: bytes. */
export const PR_EFORMS_FOR_LOCALE_ENTRYID: PropTag<Uint8Array> = 0x66240102 as PropTag<Uint8Array>;
/** PidTagContactAddressBookMultipleAddressFlags (Contact address book): many: 32-bit integer. @spec pidtagcontactaddressbookmultipleaddressflags-canonical-property */
export const PR_CONTAB_MULTI_ADDR_FLAGS: PropTag<readonly number[]> = 0x66251003 as PropTag<readonly number[]>;
/** PidTagRpcOverHttpProxyPrincipalName (Miscellaneous): Unicode string. @spec pidtagrpcoverhttpproxyprincipalname-canonical-property */
export const PR_ROH_PROXY_PRINCIPAL_NAME: PropTag<string> = 0x6625001f as PropTag<string>;
/** A property of msfs.h: true or false. */
export const PR_CFG_GAL_ONLY: PropTag<boolean> = 0x6625000b as PropTag<boolean>;
/** A property of EdkMdb.h: bytes. */
export const PR_FREE_BUSY_FOR_LOCAL_SITE_ENTRYID: PropTag<Uint8Array> = 0x66250102 as PropTag<Uint8Array>;
/** PidTagContactAddressBookStoreEntryIds (Contact address book): many: bytes. @spec pidtagcontactaddressbookstoreentryids-canonical-property */
export const PR_CONTAB_STORE_ENTRYIDS: PropTag<readonly Uint8Array[]> = 0x66261102 as PropTag<readonly Uint8Array[]>;
/** A property of EdkMdb.h: bytes. */
export const PR_ADDRBOOK_FOR_LOCAL_SITE_ENTRYID: PropTag<Uint8Array> = 0x66260102 as PropTag<Uint8Array>;
/** PidTagRpcOverHttpProxyAuthScheme (Miscellaneous): 32-bit integer. @spec pidtagrpcoverhttpproxyauthscheme-canonical-property */
export const PR_ROH_PROXY_AUTH_SCHEME: PropTag<number> = 0x66270003 as PropTag<number>;
/** A property of EdkMdb.h: bytes. */
export const PR_OFFLINE_MESSAGE_ENTRYID: PropTag<Uint8Array> = 0x66270102 as PropTag<Uint8Array>;
/** A property of servers: 32-bit integer. */
export const PR_PROFILE_RPC_PROXY_SERVER_AUTH_PACKAGE: PropTag<number> = 0x66270003 as PropTag<number>;
/** A property of EdkMdb.h: bytes. */
export const PR_GW_MTSIN_ENTRYID: PropTag<Uint8Array> = 0x66280102 as PropTag<Uint8Array>;
/** A property of EdkMdb.h: bytes. */
export const PR_GW_MTSOUT_ENTRYID: PropTag<Uint8Array> = 0x66290102 as PropTag<Uint8Array>;
/** PidTagProfileHomeServerFQDN (MAPI profile configuration): Unicode string. @spec pidtagprofilehomeserverfqdn-canonical-property */
export const PR_PROFILE_HOME_SERVER_FQDN: PropTag<string> = 0x662a001f as PropTag<string>;
/** A property of EdkMdb.h: true or false. */
export const PR_TRANSFER_ENABLED: PropTag<boolean> = 0x662a000b as PropTag<boolean>;
/** A property of EdkMdb.h: bytes. */
export const PR_TEST_LINE_SPEED: PropTag<Uint8Array> = 0x662b0102 as PropTag<Uint8Array>;
/** A property of EdkMdb.h: object. */
export const PR_HIERARCHY_SYNCHRONIZER: PropTag<number> = 0x662c000d as PropTag<number>;
/** A property of EdkMdb.h: object. */
export const PR_CONTENTS_SYNCHRONIZER: PropTag<number> = 0x662d000d as PropTag<number>;
/** A property of EdkMdb.h: object. */
export const PR_COLLECTOR: PropTag<number> = 0x662e000d as PropTag<number>;
/** A property of EdkMdb.h: object. */
export const PR_FAST_TRANSFER: PropTag<number> = 0x662f000d as PropTag<number>;
/** A property of msfs.h: true or false. */
export const PR_CFG_LAN_HEADERS: PropTag<boolean> = 0x6630000b as PropTag<boolean>;
/** A property of EdkMdb.h: bytes. */
export const PR_IPM_FAVORITES_ENTRYID: PropTag<Uint8Array> = 0x66300102 as PropTag<Uint8Array>;
/** A property of msfs.h: true or false. */
export const PR_CFG_LAN_LOCAL_AB: PropTag<boolean> = 0x6631000b as PropTag<boolean>;
/** A property of EdkMdb.h: bytes. */
export const PR_IPM_PUBLIC_FOLDERS_ENTRYID: PropTag<Uint8Array> = 0x66310102 as PropTag<Uint8Array>;
/** A property of EdkMdb.h and msfs.h: true or false. */
export const PR_STORE_OFFLINE: PropTag<boolean> = 0x6632000b as PropTag<boolean>;
/** A property of EdkMdb.h and msfs.h: true or false. */
export const PR_CFG_LAN_EXTERNAL_DELIVERY: PropTag<boolean> = 0x6632000b as PropTag<boolean>;
/** A property of EdkMdb.h: Unicode string. */
export const PR_HIERARCHY_SERVER: PropTag<string> = 0x6633001f as PropTag<string>;
/** A property of servers: true or false. */
export const PR_PST_LRNORESTRICTIONS: PropTag<boolean> = 0x6633000b as PropTag<boolean>;
/** A property of EdkMdb.h: object. */
export const PR_CHANGE_ADVISOR: PropTag<number> = 0x6634000d as PropTag<number>;
/** A property of servers: 32-bit integer. */
export const PR_PST_HIDDEN_COUNT: PropTag<number> = 0x66350003 as PropTag<number>;
/** A property of EdkMdb.h: 8-bit string. */
export const PR_FAVORITES_DEFAULT_NAME: PropTag<string> = 0x6635001e as PropTag<string>;
/** A property of servers: 32-bit integer. */
export const PR_PROFILE_OAB_COUNT_ATTEMPTED_FULLDN: PropTag<number> = 0x66350003 as PropTag<number>;
/** A property of EdkMdb.h: Unicode string. */
export const PR_FAVORITES_DEFAULT_NAME_W: PropTag<string> = 0x6635001f as PropTag<string>;
/** A property of servers: 32-bit integer. */
export const PR_PST_HIDDEN_UNREAD: PropTag<number> = 0x66360003 as PropTag<number>;
/** A property of EdkMdb.h: bytes. */
export const PR_SYS_CONFIG_FOLDER_ENTRYID: PropTag<Uint8Array> = 0x66360102 as PropTag<Uint8Array>;
/** A property of EdkMdb.h: GUID. */
export const PR_CHANGE_NOTIFICATION_GUID: PropTag<Guid> = 0x66370048 as PropTag<Guid>;
/** A property of EdkMdb.h: 32-bit integer. */
export const PR_FOLDER_CHILD_COUNT: PropTag<number> = 0x66380003 as PropTag<number>;
/** A property of servers: bytes. */
export const PidTagSerializedReplidGuidMap: PropTag<Uint8Array> = 0x66380102 as PropTag<Uint8Array>;
/** A property of EdkMdb.h: 32-bit integer. */
export const PR_RIGHTS: PropTag<number> = 0x66390003 as PropTag<number>;
/** A property of msfs.h: true or false. */
export const PR_CFG_RAS_EXTERNAL_DELIVERY: PropTag<boolean> = 0x6639000b as PropTag<boolean>;
/** A property of EdkMdb.h: 32-bit integer. */
export const PR_PROFILE_ABP_ALLOW_RECONNECT: PropTag<number> = 0x66390003 as PropTag<number>;
/** A property of EdkMdb.h: true or false. */
export const PR_HAS_RULES: PropTag<boolean> = 0x663a000b as PropTag<boolean>;
/** A property of EdkMdb.h: 32-bit integer. */
export const PR_PROFILE_ABP_MTHREAD_TIMEOUT_SECS: PropTag<number> = 0x663a0003 as PropTag<number>;
/** PidTagProfileServerFullVersion (MAPI profile configuration): bytes. @spec pidtagprofileserverfullversion-canonical-property */
export const PR_PROFILE_SERVER_FULL_VERSION: PropTag<Uint8Array> = 0x663b0102 as PropTag<Uint8Array>;
/** A property of EdkMdb.h: bytes. */
export const PR_ADDRESS_BOOK_ENTRYID: PropTag<Uint8Array> = 0x663b0102 as PropTag<Uint8Array>;
/** A property of EdkMdb.h: bytes. */
export const PR_PUBLIC_FOLDER_ENTRYID: PropTag<Uint8Array> = 0x663c0102 as PropTag<Uint8Array>;
/** A property of EdkMdb.h: 32-bit integer. */
export const PR_OFFLINE_FLAGS: PropTag<number> = 0x663d0003 as PropTag<number>;
/** A property of EdkMdb.h: 32-bit integer. */
export const PR_HIERARCHY_CHANGE_NUM: PropTag<number> = 0x663e0003 as PropTag<number>;
/** A property of EdkMdb.h: true or false. */
export const PR_HAS_MODERATOR_RULES: PropTag<boolean> = 0x663f000b as PropTag<boolean>;
/** A property of msfs.h: true or false. */
export const PR_CFG_RAS_HEADERS: PropTag<boolean> = 0x6640000b as PropTag<boolean>;
/** A property of EdkMdb.h: 32-bit integer. */
export const PR_DELETED_MSG_COUNT: PropTag<number> = 0x66400003 as PropTag<number>;
/** A property of msfs.h: true or false. */
export const PR_CFG_RAS_LOCAL_AB: PropTag<boolean> = 0x6641000b as PropTag<boolean>;
/** A property of EdkMdb.h: 32-bit integer. */
export const PR_DELETED_FOLDER_COUNT: PropTag<number> = 0x66410003 as PropTag<number>;
/** A property of EdkMdb.h: Unicode string. */
export const PR_PROFILE_USER_SMTP_EMAIL_ADDRESS: PropTag<string> = 0x6641001f as PropTag<string>;
/** A property of EdkMdb.h: 8-bit string. */
export const PR_PROFILE_USER_SMTP_EMAIL_ADDRESS_A: PropTag<string> = 0x6641001e as PropTag<string>;
/** A property of EdkMdb.h: Unicode string. */
export const PR_PROFILE_USER_SMTP_EMAIL_ADDRESS_W: PropTag<string> = 0x6641001f as PropTag<string>;
/** A property of EdkMdb.h: point in time. */
export const PR_OLDEST_DELETED_ON: PropTag<FileTime> = 0x66420040 as PropTag<FileTime>;
/** A property of msfs.h: true or false. */
export const PR_CFG_RAS_INIT_ON_START: PropTag<boolean> = 0x6642000b as PropTag<boolean>;
/** A property of msfs.h: true or false. */
export const PR_CFG_RAS_TERM_ON_HDRS: PropTag<boolean> = 0x6643000b as PropTag<boolean>;
/** A property of EdkMdb.h: 32-bit integer. */
export const PR_DELETED_ASSOC_MSG_COUNT: PropTag<number> = 0x66430003 as PropTag<number>;
/** A property of EdkMdb.h: Unicode string. */
export const PR_REPLICA_SERVER: PropTag<string> = 0x6644001f as PropTag<string>;
/** A property of msfs.h: true or false. */
export const PR_CFG_RAS_TERM_ON_XFER: PropTag<boolean> = 0x6644000b as PropTag<boolean>;
/** A property of EdkMdb.h: Unicode string. */
export const PR_REPLICA_SERVER_W: PropTag<string> = 0x6644001f as PropTag<string>;
/** A property of EdkMdb.h: bytes. */
export const PR_CLIENT_ACTIONS: PropTag<Uint8Array> = 0x66450102 as PropTag<Uint8Array>;
/** A property of msfs.h: true or false. */
export const PR_CFG_RAS_TERM_ON_EXIT: PropTag<boolean> = 0x6645000b as PropTag<boolean>;
/** A property of msfs.h: 8-bit string. */
export const PR_CFG_RAS_PROFILE: PropTag<string> = 0x6646001e as PropTag<string>;
/** A property of EdkMdb.h: bytes. */
export const PR_DAM_ORIGINAL_ENTRYID: PropTag<Uint8Array> = 0x66460102 as PropTag<Uint8Array>;
/** A property of msfs.h: 32-bit integer. */
export const PR_CFG_RAS_CONFIRM: PropTag<number> = 0x66470003 as PropTag<number>;
/** A property of EdkMdb.h: true or false. */
export const PR_DAM_BACK_PATCHED: PropTag<boolean> = 0x6647000b as PropTag<boolean>;
/** A property of EdkMdb.h: 32-bit integer. */
export const PR_RULE_ERROR: PropTag<number> = 0x66480003 as PropTag<number>;
/** A property of msfs.h: 8-bit string. */
export const PR_CFG_RAS_RETRYATTEMPTS: PropTag<string> = 0x6648001e as PropTag<string>;
/** A property of EdkMdb.h: 32-bit integer. */
export const PR_RULE_ACTION_TYPE: PropTag<number> = 0x66490003 as PropTag<number>;
/** A property of msfs.h: 8-bit string. */
export const PR_CFG_RAS_RETRYDELAY: PropTag<string> = 0x6649001e as PropTag<string>;
/** A property of EdkMdb.h: true or false. */
export const PR_HAS_NAMED_PROPERTIES: PropTag<boolean> = 0x664a000b as PropTag<boolean>;
/** A property of EdkMdb.h: 64-bit integer. */
export const PR_REPLICA_VERSION: PropTag<bigint> = 0x664b0014 as PropTag<bigint>;
/** A property of EdkMdb.h: bytes. */
export const PR_FID_MID: PropTag<Uint8Array> = 0x664c0102 as PropTag<Uint8Array>;
/** A property of EdkMdb.h: bytes. */
export const PR_FID_VID: PropTag<Uint8Array> = 0x664c0102 as PropTag<Uint8Array>;
/** A property of EdkMdb.h: bytes. */
export const PR_ORIGIN_ID: PropTag<Uint8Array> = 0x664d0102 as PropTag<Uint8Array>;
/** A property of EdkMdb.h: true or false. */
export const PR_SYNCEVENT_FIRED: PropTag<boolean> = 0x664f000b as PropTag<boolean>;
/** A property of EdkMdb.h: 32-bit integer. */
export const PR_RULE_ACTION_NUMBER: PropTag<number> = 0x66500003 as PropTag<number>;
/** A property of EdkMdb.h: bytes. */
export const PR_RULE_FOLDER_ENTRYID: PropTag<Uint8Array> = 0x66510102 as PropTag<Uint8Array>;
/** A property of EdkMdb.h: bytes. */
export const PR_ACTIVE_USER_ENTRYID: PropTag<Uint8Array> = 0x66520102 as PropTag<Uint8Array>;
/** A property of EdkMdb.h: 32-bit integer. */
export const PR_X400_ENVELOPE_TYPE: PropTag<number> = 0x66530003 as PropTag<number>;
/** A property of EdkMdb.h: point in time. */
export const PR_MSG_FOLD_TIME: PropTag<FileTime> = 0x66540040 as PropTag<FileTime>;
/** A property of EdkMdb.h: bytes. */
export const PR_ICS_CHANGE_KEY: PropTag<Uint8Array> = 0x66550102 as PropTag<Uint8Array>;
/** A property of EdkMdb.h: 32-bit integer. */
export const PR_GW_ADMIN_OPERATIONS: PropTag<number> = 0x66580003 as PropTag<number>;
/** A property of EdkMdb.h: bytes. */
export const PR_INTERNET_CONTENT: PropTag<Uint8Array> = 0x66590102 as PropTag<Uint8Array>;
/** A property of EdkMdb.h: Unicode string. */
export const PR_ORIGINATOR_NAME: PropTag<string> = 0x665b001f as PropTag<string>;
/** A property of EdkMdb.h: Unicode string. */
export const PR_ORIGINATOR_ADDR: PropTag<string> = 0x665c001f as PropTag<string>;
/** A property of EdkMdb.h: Unicode string. */
export const PR_ORIGINATOR_ADDRTYPE: PropTag<string> = 0x665d001f as PropTag<string>;
/** A property of EdkMdb.h: bytes. */
export const PR_ORIGINATOR_ENTRYID: PropTag<Uint8Array> = 0x665e0102 as PropTag<Uint8Array>;
/** A property of servers: true or false. */
export const PR_PROFILE_EXCHANGE_CONSUMER_ACCOUNT: PropTag<boolean> = 0x665e000b as PropTag<boolean>;
/** A property of EdkMdb.h: point in time. */
export const PR_ARRIVAL_TIME: PropTag<FileTime> = 0x665f0040 as PropTag<FileTime>;
/** A property of EdkMdb.h: bytes. */
export const PR_TRACE_INFO: PropTag<Uint8Array> = 0x66600102 as PropTag<Uint8Array>;
/** A property of EdkMdb.h: bytes. */
export const PR_SUBJECT_TRACE_INFO: PropTag<Uint8Array> = 0x66610102 as PropTag<Uint8Array>;
/** PidTagRecipientNumber (Exchange Message Read/Write): 32-bit integer. @spec pidtagrecipientnumber-canonical-property */
export const PR_RECIPIENT_NUMBER: PropTag<number> = 0x66620003 as PropTag<number>;
/** A property of EdkMdb.h: bytes. */
export const PR_MTS_SUBJECT_ID: PropTag<Uint8Array> = 0x66630102 as PropTag<Uint8Array>;
/** A property of EdkMdb.h: Unicode string. */
export const PR_REPORT_DESTINATION_NAME: PropTag<string> = 0x6664001f as PropTag<string>;
/** A property of EdkMdb.h: bytes. */
export const PR_REPORT_DESTINATION_ENTRYID: PropTag<Uint8Array> = 0x66650102 as PropTag<Uint8Array>;
/** A property of EdkMdb.h: bytes. */
export const PR_CONTENT_SEARCH_KEY: PropTag<Uint8Array> = 0x66660102 as PropTag<Uint8Array>;
/** A property of EdkMdb.h: bytes. */
export const PR_FOREIGN_ID: PropTag<Uint8Array> = 0x66670102 as PropTag<Uint8Array>;
/** A property of EdkMdb.h: bytes. */
export const PR_FOREIGN_REPORT_ID: PropTag<Uint8Array> = 0x66680102 as PropTag<Uint8Array>;
/** A property of EdkMdb.h: bytes. */
export const PR_FOREIGN_SUBJECT_ID: PropTag<Uint8Array> = 0x66690102 as PropTag<Uint8Array>;
/** A property of EdkMdb.h: bytes. */
export const PR_INTERNAL_TRACE_INFO: PropTag<Uint8Array> = 0x666a0102 as PropTag<Uint8Array>;
/** A property of EdkMdb.h: 32-bit integer. */
export const PR_PROHIBIT_RECEIVE_QUOTA: PropTag<number> = 0x666a0003 as PropTag<number>;
/** A property of EdkMdb.h: bytes. */
export const PR_PROMOTE_PROP_ID_LIST: PropTag<Uint8Array> = 0x666b0102 as PropTag<Uint8Array>;
/** PidTagInConflict (Conflict note): true or false. @spec pidtaginconflict-canonical-property */
export const PR_IN_CONFLICT: PropTag<boolean> = 0x666c000b as PropTag<boolean>;
/** A property of EdkMdb.h: 32-bit integer. */
export const PR_MAX_SUBMIT_MESSAGE_SIZE: PropTag<number> = 0x666d0003 as PropTag<number>;
/** A property of EdkMdb.h: 32-bit integer. */
export const PR_PROHIBIT_SEND_QUOTA: PropTag<number> = 0x666e0003 as PropTag<number>;
/** PidTagLongTermEntryIdFromTable (Table Properties): bytes. @spec pidtaglongtermentryidfromtable-canonical-property */
export const PR_LONGTERM_ENTRYID_FROM_TABLE: PropTag<Uint8Array> = 0x66700102 as PropTag<Uint8Array>;
/** PidTagMemberId (Access Control): 64-bit integer. @spec pidtagmemberid-canonical-property */
export const PR_MEMBER_ID: PropTag<bigint> = 0x66710014 as PropTag<bigint>;
/** A property of EdkMdb.h: bytes. */
export const PR_SHORTTERM_PARENT_ENTRYID_FROM_OBJECT: PropTag<Uint8Array> = 0x66710102 as PropTag<Uint8Array>;
/** PidTagMemberName (Access Control): Unicode string. @spec pidtagmembername-canonical-property */
export const PR_MEMBER_NAME: PropTag<string> = 0x6672001f as PropTag<string>;
/** PidTagMemberName (Access Control): 8-bit string. @spec pidtagmembername-canonical-property */
export const PR_MEMBER_NAME_A: PropTag<string> = 0x6672001e as PropTag<string>;
/** PidTagMemberName (Access Control): Unicode string. @spec pidtagmembername-canonical-property */
export const PR_MEMBER_NAME_W: PropTag<string> = 0x6672001f as PropTag<string>;
/** A property of EdkMdb.h: bytes. */
export const PR_SHORTTERM_ENTRYID_FROM_OBJECT: PropTag<Uint8Array> = 0x66720102 as PropTag<Uint8Array>;
/** PidTagMemberRights (Access Control): 32-bit integer. @spec pidtagmemberrights-canonical-property */
export const PR_MEMBER_RIGHTS: PropTag<number> = 0x66730003 as PropTag<number>;
/** PidTagRuleId (Server Side Rules): 64-bit integer. @spec pidtagruleid-canonical-property */
export const PR_RULE_ID: PropTag<bigint> = 0x66740014 as PropTag<bigint>;
/** A property of EdkMdb.h: bytes. */
export const PR_RULE_IDS: PropTag<Uint8Array> = 0x66750102 as PropTag<Uint8Array>;
/** PidTagRuleSequence (Server Side Rules): 32-bit integer. @spec pidtagrulesequence-canonical-property */
export const PR_RULE_SEQUENCE: PropTag<number> = 0x66760003 as PropTag<number>;
/** PidTagRuleState (Server Side Rules): 32-bit integer. @spec pidtagrulestate-canonical-property */
export const PR_RULE_STATE: PropTag<number> = 0x66770003 as PropTag<number>;
/** PidTagRuleUserFlags (Server Side Rules): 32-bit integer. @spec pidtagruleuserflags-canonical-property */
export const PR_RULE_USER_FLAGS: PropTag<number> = 0x66780003 as PropTag<number>;
/** PidTagRuleCondition (Server Side Rules): restriction. @spec pidtagrulecondition-canonical-property */
export const PR_RULE_CONDITION: PropTag = 0x667900fd as PropTag;
/** A property of EdkMdb.h: bytes. */
export const PR_EVENTS_ROOT_FOLDER_ENTRYID: PropTag<Uint8Array> = 0x667a0102 as PropTag<Uint8Array>;
/** A property of EdkMdb.h: 8-bit string. */
export const PR_PROFILE_MOAB: PropTag<string> = 0x667b001e as PropTag<string>;
/** A property of EdkMdb.h: Unicode string. */
export const PR_PROFILE_MOAB_W: PropTag<string> = 0x667b001f as PropTag<string>;
/** A property of EdkMdb.h: 8-bit string. */
export const PR_PROFILE_MOAB_GUID: PropTag<string> = 0x667c001e as PropTag<string>;
/** A property of EdkMdb.h: 32-bit integer. */
export const PR_PROFILE_MOAB_SEQ: PropTag<number> = 0x667d0003 as PropTag<number>;
/** A property of EdkMdb.h: bytes. */
export const PR_GET_PROPS_EXCLUDE_PROP_ID_LIST: PropTag<Uint8Array> = 0x667e0102 as PropTag<Uint8Array>;
/** A property of EdkMdb.h: many: bytes. */
export const PR_IMPLIED_RESTRICTIONS: PropTag<readonly Uint8Array[]> = 0x667f1102 as PropTag<readonly Uint8Array[]>;
/** PidTagRuleActions (Server Side Rules): actions of a rule. @spec pidtagruleactions-canonical-property */
export const PR_RULE_ACTIONS: PropTag = 0x668000fe as PropTag;
/** A property of msfs.h: true or false. */
export const PR_CFG_LOCAL_HEADER: PropTag<boolean> = 0x6680000b as PropTag<boolean>;
/** PidTagRuleProvider (Server Side Rules): 8-bit string. @spec pidtagruleprovider-canonical-property */
export const PR_RULE_PROVIDER: PropTag<string> = 0x6681001e as PropTag<string>;
/** PidTagRuleProvider (Server Side Rules): 8-bit string. @spec pidtagruleprovider-canonical-property */
export const PR_RULE_PROVIDER_A: PropTag<string> = 0x6681001e as PropTag<string>;
/** PidTagRuleProvider (Server Side Rules): Unicode string. @spec pidtagruleprovider-canonical-property */
export const PR_RULE_PROVIDER_W: PropTag<string> = 0x6681001f as PropTag<string>;
/** PidTagRuleName (Server Side Rules): Unicode string. @spec pidtagrulename-canonical-property */
export const PR_RULE_NAME: PropTag<string> = 0x6682001f as PropTag<string>;
/** A property of servers: 8-bit string. */
export const PR_RULE_NAME_A: PropTag<string> = 0x6682001e as PropTag<string>;
/** A property of servers: Unicode string. */
export const PR_RULE_NAME_W: PropTag<string> = 0x6682001f as PropTag<string>;
/** PidTagRuleLevel (Server Side Rules): 32-bit integer. @spec pidtagrulelevel-canonical-property */
export const PR_RULE_LEVEL: PropTag<number> = 0x66830003 as PropTag<number>;
/** PidTagRuleProviderData (Server Side Rules): bytes. @spec pidtagruleproviderdata-canonical-property */
export const PR_RULE_PROVIDER_DATA: PropTag<Uint8Array> = 0x66840102 as PropTag<Uint8Array>;
/** A property of EdkMdb.h: point in time. */
export const PR_LAST_FULL_BACKUP: PropTag<FileTime> = 0x66850040 as PropTag<FileTime>;
/** A property of EdkMdb.h: bytes. */
export const PR_PROFILE_ADDR_INFO: PropTag<Uint8Array> = 0x66870102 as PropTag<Uint8Array>;
/** A property of EdkMdb.h: bytes. */
export const PR_PROFILE_OPTIONS_DATA: PropTag<Uint8Array> = 0x66890102 as PropTag<Uint8Array>;
/** A property of EdkMdb.h: bytes. */
export const PR_NNTP_ARTICLE_FOLDER_ENTRYID: PropTag<Uint8Array> = 0x668a0102 as PropTag<Uint8Array>;
/** A property of EdkMdb.h: bytes. */
export const PR_NNTP_CONTROL_FOLDER_ENTRYID: PropTag<Uint8Array> = 0x668b0102 as PropTag<Uint8Array>;
/** A property of EdkMdb.h: bytes. */
export const PR_NEWSGROUP_ROOT_FOLDER_ENTRYID: PropTag<Uint8Array> = 0x668c0102 as PropTag<Uint8Array>;
/** A property of servers: 16-bit integer. */
export const PR_RULE_VERSION: PropTag<number> = 0x668d0002 as PropTag<number>;
/** A property of EdkMdb.h: 8-bit string. */
export const PR_INBOUND_NEWSFEED_DN: PropTag<string> = 0x668d001e as PropTag<string>;
/** A property of EdkMdb.h: 8-bit string. */
export const PR_OUTBOUND_NEWSFEED_DN: PropTag<string> = 0x668e001e as PropTag<string>;
/** A property of EdkMdb.h: point in time. */
export const PR_DELETED_ON: PropTag<FileTime> = 0x668f0040 as PropTag<FileTime>;
/** A property of EdkMdb.h: 32-bit integer. */
export const PR_REPLICATION_STYLE: PropTag<number> = 0x66900003 as PropTag<number>;
/** A property of EdkMdb.h: bytes. */
export const PR_REPLICATION_SCHEDULE: PropTag<Uint8Array> = 0x66910102 as PropTag<Uint8Array>;
/** A property of EdkMdb.h: 32-bit integer. */
export const PR_REPLICATION_MESSAGE_PRIORITY: PropTag<number> = 0x66920003 as PropTag<number>;
/** A property of EdkMdb.h: 32-bit integer. */
export const PR_OVERALL_MSG_AGE_LIMIT: PropTag<number> = 0x66930003 as PropTag<number>;
/** A property of EdkMdb.h: 32-bit integer. */
export const PR_REPLICATION_ALWAYS_INTERVAL: PropTag<number> = 0x66940003 as PropTag<number>;
/** A property of EdkMdb.h: 32-bit integer. */
export const PR_REPLICATION_MSG_SIZE: PropTag<number> = 0x66950003 as PropTag<number>;
/** A property of EdkMdb.h: true or false. */
export const PR_IS_NEWSGROUP_ANCHOR: PropTag<boolean> = 0x6696000b as PropTag<boolean>;
/** A property of EdkMdb.h: true or false. */
export const PR_IS_NEWSGROUP: PropTag<boolean> = 0x6697000b as PropTag<boolean>;
/** A property of EdkMdb.h: bytes. */
export const PR_REPLICA_LIST: PropTag<Uint8Array> = 0x66980102 as PropTag<Uint8Array>;
/** A property of EdkMdb.h: 32-bit integer. */
export const PR_OVERALL_AGE_LIMIT: PropTag<number> = 0x66990003 as PropTag<number>;
/** A property of EdkMdb.h: Unicode string. */
export const PR_INTERNET_CHARSET: PropTag<string> = 0x669a001f as PropTag<string>;
/** A property of EdkMdb.h: 64-bit integer. */
export const PR_DELETED_MESSAGE_SIZE_EXTENDED: PropTag<bigint> = 0x669b0014 as PropTag<bigint>;
/** A property of EdkMdb.h: 64-bit integer. */
export const PR_DELETED_NORMAL_MESSAGE_SIZE_EXTENDED: PropTag<bigint> = 0x669c0014 as PropTag<bigint>;
/** A property of EdkMdb.h: 64-bit integer. */
export const PR_DELETED_ASSOC_MESSAGE_SIZE_EXTENDED: PropTag<bigint> = 0x669d0014 as PropTag<bigint>;
/** A property of EdkMdb.h: true or false. */
export const PR_SECURE_IN_SITE: PropTag<boolean> = 0x669e000b as PropTag<boolean>;
/** A property of EdkMdb.h and extraPropTags.h: Unicode string. */
export const PR_NT_USER_NAME: PropTag<string> = 0x66a0001f as PropTag<string>;
/** A property of servers: 8-bit string. */
export const PR_NT_USER_NAME_A: PropTag<string> = 0x66a0001e as PropTag<string>;
/** A property of EdkMdb.h and extraPropTags.h: Unicode string. */
export const PR_NT_USER_NAME_W: PropTag<string> = 0x66a0001f as PropTag<string>;
/** A property of EdkMdb.h and extraPropTags.h: Unicode string. */
export const PR_PROFILE_AUTH_USER_W: PropTag<string> = 0x66a0001f as PropTag<string>;
/** PidTagLocaleId (Miscellaneous): 32-bit integer. @spec pidtaglocaleid-canonical-property */
export const PR_LOCALE_ID: PropTag<number> = 0x66a10003 as PropTag<number>;
/** A property of servers: bytes. */
export const PR_PROFILE_AUTH_PASSWORD: PropTag<Uint8Array> = 0x66a10102 as PropTag<Uint8Array>;
/** A property of EdkMdb.h: point in time. */
export const PR_LAST_LOGON_TIME: PropTag<FileTime> = 0x66a20040 as PropTag<FileTime>;
/** A property of EdkMdb.h: point in time. */
export const PR_LAST_LOGOFF_TIME: PropTag<FileTime> = 0x66a30040 as PropTag<FileTime>;
/** A property of EdkMdb.h: 32-bit integer. */
export const PR_STORAGE_LIMIT_INFORMATION: PropTag<number> = 0x66a40003 as PropTag<number>;
/** A property of EdkMdb.h: true or false. */
export const PR_INTERNET_MDNS: PropTag<boolean> = 0x66a5000b as PropTag<boolean>;
/** A property of EdkMdb.h: 8-bit string. */
export const PR_NEWSGROUP_COMPONENT: PropTag<string> = 0x66a5001e as PropTag<string>;
/** A property of EdkMdb.h: bytes. */
export const PR_NEWSFEED_INFO: PropTag<Uint8Array> = 0x66a60102 as PropTag<Uint8Array>;
/** A property of EdkMdb.h: Unicode string. */
export const PR_INTERNET_NEWSGROUP_NAME: PropTag<string> = 0x66a7001f as PropTag<string>;
/** A property of EdkMdb.h: 8-bit string. */
export const PR_INTERNET_NEWSGROUP_NAME_A: PropTag<string> = 0x66a7001e as PropTag<string>;
/** A property of EdkMdb.h: Unicode string. */
export const PR_INTERNET_NEWSGROUP_NAME_W: PropTag<string> = 0x66a7001f as PropTag<string>;
/** A property of EdkMdb.h: 32-bit integer. */
export const PR_FOLDER_FLAGS: PropTag<number> = 0x66a80003 as PropTag<number>;
/** A property of EdkMdb.h: point in time. */
export const PR_LAST_ACCESS_TIME: PropTag<FileTime> = 0x66a90040 as PropTag<FileTime>;
/** A property of EdkMdb.h: 32-bit integer. */
export const PR_RESTRICTION_COUNT: PropTag<number> = 0x66aa0003 as PropTag<number>;
/** A property of EdkMdb.h: 32-bit integer. */
export const PR_CATEG_COUNT: PropTag<number> = 0x66ab0003 as PropTag<number>;
/** A property of EdkMdb.h: 32-bit integer. */
export const PR_CACHED_COLUMN_COUNT: PropTag<number> = 0x66ac0003 as PropTag<number>;
/** A property of EdkMdb.h: 32-bit integer. */
export const PR_NORMAL_MSG_W_ATTACH_COUNT: PropTag<number> = 0x66ad0003 as PropTag<number>;
/** A property of EdkMdb.h: 32-bit integer. */
export const PR_ASSOC_MSG_W_ATTACH_COUNT: PropTag<number> = 0x66ae0003 as PropTag<number>;
/** A property of EdkMdb.h: 32-bit integer. */
export const PR_RECIPIENT_ON_NORMAL_MSG_COUNT: PropTag<number> = 0x66af0003 as PropTag<number>;
/** A property of EdkMdb.h: 32-bit integer. */
export const PR_RECIPIENT_ON_ASSOC_MSG_COUNT: PropTag<number> = 0x66b00003 as PropTag<number>;
/** A property of EdkMdb.h: 32-bit integer. */
export const PR_ATTACH_ON_NORMAL_MSG_COUNT: PropTag<number> = 0x66b10003 as PropTag<number>;
/** A property of EdkMdb.h: 32-bit integer. */
export const PR_ATTACH_ON_ASSOC_MSG_COUNT: PropTag<number> = 0x66b20003 as PropTag<number>;
/** A property of EdkMdb.h: 32-bit integer. */
export const PR_NORMAL_MESSAGE_SIZE: PropTag<number> = 0x66b30003 as PropTag<number>;
/** A property of EdkMdb.h: 64-bit integer. */
export const PR_NORMAL_MESSAGE_SIZE_EXTENDED: PropTag<bigint> = 0x66b30014 as PropTag<bigint>;
/** A property of EdkMdb.h: 32-bit integer. */
export const PR_ASSOC_MESSAGE_SIZE: PropTag<number> = 0x66b40003 as PropTag<number>;
/** A property of EdkMdb.h: 64-bit integer. */
export const PR_ASSOC_MESSAGE_SIZE_EXTENDED: PropTag<bigint> = 0x66b40014 as PropTag<bigint>;
/** A property of EdkMdb.h: Unicode string. */
export const PR_FOLDER_PATHNAME: PropTag<string> = 0x66b5001f as PropTag<string>;
/** A property of EdkMdb.h: 8-bit string. */
export const PR_FOLDER_PATHNAME_A: PropTag<string> = 0x66b5001e as PropTag<string>;
/** A property of EdkMdb.h: Unicode string. */
export const PR_FOLDER_PATHNAME_W: PropTag<string> = 0x66b5001f as PropTag<string>;
/** A property of EdkMdb.h: 32-bit integer. */
export const PR_OWNER_COUNT: PropTag<number> = 0x66b60003 as PropTag<number>;
/** A property of EdkMdb.h: 32-bit integer. */
export const PR_CONTACT_COUNT: PropTag<number> = 0x66b70003 as PropTag<number>;
/** A property of EdkMdb.h: 32-bit integer. */
export const PR_CODE_PAGE_ID: PropTag<number> = 0x66c30003 as PropTag<number>;
/** A property of EdkMdb.h: 32-bit integer. */
export const PR_RETENTION_AGE_LIMIT: PropTag<number> = 0x66c40003 as PropTag<number>;
/** A property of EdkMdb.h: true or false. */
export const PR_DISABLE_PERUSER_READ: PropTag<boolean> = 0x66c5000b as PropTag<boolean>;
/** A property of servers: 32-bit integer. */
export const PR_LATEST_PST_ENSURE: PropTag<number> = 0x66fa0003 as PropTag<number>;
/** A property of msfs.h: 8-bit string. */
export const PR_OWNER_NAME: PropTag<string> = 0x66fe001e as PropTag<string>;
/** A property of msfs.h: 32-bit integer. */
export const PR_ASSIGNED_ACCESS: PropTag<number> = 0x66ff0003 as PropTag<number>;
