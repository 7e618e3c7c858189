// Written by scripts/generate/mapi-tags.mjs from test/reference/mapi-properties.json; change the facts, not this file.
import type { PropTag } from '../types/proptag.js';

/** PidTagStoreProviders (MAPI profile): bytes. @spec pidtagstoreproviders-canonical-property */
export const PR_STORE_PROVIDERS: PropTag<Uint8Array> = 0x3d000102 as PropTag<Uint8Array>;
/** PidTagAbProviders (Address book): bytes. @spec pidtagabproviders-canonical-property */
export const PR_AB_PROVIDERS: PropTag<Uint8Array> = 0x3d010102 as PropTag<Uint8Array>;
/** PidTagTransportProviders (MAPI profile): bytes. @spec pidtagtransportproviders-canonical-property */
export const PR_TRANSPORT_PROVIDERS: PropTag<Uint8Array> = 0x3d020102 as PropTag<Uint8Array>;
/** PidTagDefaultProfile (MAPI profile): true or false. @spec pidtagdefaultprofile-canonical-property */
export const PR_DEFAULT_PROFILE: PropTag<boolean> = 0x3d04000b as PropTag<boolean>;
/** PidTagAbSearchPath (Address book): many: bytes. @spec pidtagabsearchpath-canonical-property */
export const PR_AB_SEARCH_PATH: PropTag<readonly Uint8Array[]> = 0x3d051102 as PropTag<readonly Uint8Array[]>;
/** PidTagAbDefaultDir (Address book): bytes. @spec pidtagabdefaultdir-canonical-property */
export const PR_AB_DEFAULT_DIR: PropTag<Uint8Array> = 0x3d060102 as PropTag<Uint8Array>;
/** PidTagAbDefaultPab (Address book): bytes. @spec pidtagabdefaultpab-canonical-property */
export const PR_AB_DEFAULT_PAB: PropTag<Uint8Array> = 0x3d070102 as PropTag<Uint8Array>;
/** A property of MAPITags.h: bytes. */
export const PR_FILTERING_HOOKS: PropTag<Uint8Array> = 0x3d080102 as PropTag<Uint8Array>;
/** PidTagServiceName (MAPI profile): Unicode string. @spec pidtagservicename-canonical-property */
export const PR_SERVICE_NAME: PropTag<string> = 0x3d09001f as PropTag<string>;
/** PidTagServiceName (MAPI profile): 8-bit string. @spec pidtagservicename-canonical-property */
export const PR_SERVICE_NAME_A: PropTag<string> = 0x3d09001e as PropTag<string>;
/** PidTagServiceName (MAPI profile): Unicode string. @spec pidtagservicename-canonical-property */
export const PR_SERVICE_NAME_W: PropTag<string> = 0x3d09001f as PropTag<string>;
/** PidTagServiceDllName (MAPI profile): Unicode string. @spec pidtagservicedllname-canonical-property */
export const PR_SERVICE_DLL_NAME: PropTag<string> = 0x3d0a001f as PropTag<string>;
/** PidTagServiceDllName (MAPI profile): 8-bit string. @spec pidtagservicedllname-canonical-property */
export const PR_SERVICE_DLL_NAME_A: PropTag<string> = 0x3d0a001e as PropTag<string>;
/** PidTagServiceDllName (MAPI profile): Unicode string. @spec pidtagservicedllname-canonical-property */
export const PR_SERVICE_DLL_NAME_W: PropTag<string> = 0x3d0a001f as PropTag<string>;
/** PidTagServiceEntryName (MAPI profile): 8-bit string. @spec pidtagserviceentryname-canonical-property */
export const PR_SERVICE_ENTRY_NAME: PropTag<string> = 0x3d0b001e as PropTag<string>;
/** PidTagServiceUid (MAPI profile): bytes. @spec pidtagserviceuid-canonical-property */
export const PR_SERVICE_UID: PropTag<Uint8Array> = 0x3d0c0102 as PropTag<Uint8Array>;
/** PidTagServiceExtraUids (MAPI profile): bytes. @spec pidtagserviceextrauids-canonical-property */
export const PR_SERVICE_EXTRA_UIDS: PropTag<Uint8Array> = 0x3d0d0102 as PropTag<Uint8Array>;
/** PidTagServices (MAPI profile): bytes. @spec pidtagservices-canonical-property */
export const PR_SERVICES: PropTag<Uint8Array> = 0x3d0e0102 as PropTag<Uint8Array>;
/** PidTagServiceSupportFiles (MAPI profile): many: Unicode string. @spec pidtagservicesupportfiles-canonical-property */
export const PR_SERVICE_SUPPORT_FILES: PropTag<readonly string[]> = 0x3d0f101f as PropTag<readonly string[]>;
/** PidTagServiceSupportFiles (MAPI profile): many: 8-bit string. @spec pidtagservicesupportfiles-canonical-property */
export const PR_SERVICE_SUPPORT_FILES_A: PropTag<readonly string[]> = 0x3d0f101e as PropTag<readonly string[]>;
/** PidTagServiceSupportFiles (MAPI profile): many: Unicode string. @spec pidtagservicesupportfiles-canonical-property */
export const PR_SERVICE_SUPPORT_FILES_W: PropTag<readonly string[]> = 0x3d0f101f as PropTag<readonly string[]>;
/** PidTagServiceDeleteFiles (MAPI profile): many: Unicode string. @spec pidtagservicedeletefiles-canonical-property */
export const PR_SERVICE_DELETE_FILES: PropTag<readonly string[]> = 0x3d10101f as PropTag<readonly string[]>;
/** PidTagServiceDeleteFiles (MAPI profile): many: 8-bit string. @spec pidtagservicedeletefiles-canonical-property */
export const PR_SERVICE_DELETE_FILES_A: PropTag<readonly string[]> = 0x3d10101e as PropTag<readonly string[]>;
/** PidTagServiceDeleteFiles (MAPI profile): many: Unicode string. @spec pidtagservicedeletefiles-canonical-property */
export const PR_SERVICE_DELETE_FILES_W: PropTag<readonly string[]> = 0x3d10101f as PropTag<readonly string[]>;
/** PidTagAbSearchPathUpdate (Address book): bytes. @spec pidtagabsearchpathupdate-canonical-property */
export const PR_AB_SEARCH_PATH_UPDATE: PropTag<Uint8Array> = 0x3d110102 as PropTag<Uint8Array>;
/** PidTagProfileName (MAPI profile configuration): Unicode string. @spec pidtagprofilename-canonical-property */
export const PR_PROFILE_NAME: PropTag<string> = 0x3d12001f as PropTag<string>;
/** PidTagProfileName (MAPI profile configuration): 8-bit string. @spec pidtagprofilename-canonical-property */
export const PR_PROFILE_NAME_A: PropTag<string> = 0x3d12001e as PropTag<string>;
/** PidTagProfileName (MAPI profile configuration): Unicode string. @spec pidtagprofilename-canonical-property */
export const PR_PROFILE_NAME_W: PropTag<string> = 0x3d12001f as PropTag<string>;
/** PidTagServiceInstallId (MAPI profile): Unicode string. @spec pidtagserviceinstallid-canonical-property */
export const PR_SERVICE_INSTALL_ID: PropTag<string> = 0x3d13001f as PropTag<string>;
/** PidTagServiceInstallId (MAPI profile): 8-bit string. @spec pidtagserviceinstallid-canonical-property */
export const PR_SERVICE_INSTALL_ID_A: PropTag<string> = 0x3d13001e as PropTag<string>;
/** PidTagServiceInstallId (MAPI profile): Unicode string. @spec pidtagserviceinstallid-canonical-property */
export const PR_SERVICE_INSTALL_ID_W: PropTag<string> = 0x3d13001f as PropTag<string>;
/** PidTagExchangeProfileSectionId (Multiple Exchange Accounts): bytes. @spec pidtagexchangeprofilesectionid-canonical-property */
export const PR_EMSMDB_SECTION_UID: PropTag<Uint8Array> = 0x3d150102 as PropTag<Uint8Array>;
/** A property of servers: 32-bit integer. */
export const PR_AB_SEARCH_PATH_CUSTOMIZATION: PropTag<number> = 0x3d1b0003 as PropTag<number>;
/** PidTagAddressBookChooseDirectoryAutomatically (Address book): true or false. @spec pidtagaddressbookchoosedirectoryautomatically-canonical-property */
export const PR_AB_CHOOSE_DIRECTORY_AUTOMATICALLY: PropTag<boolean> = 0x3d1c000b as PropTag<boolean>;
/** A property of servers: true or false. */
export const PidTagAbChooseDirectoryAutomatically: PropTag<boolean> = 0x3d1c000b as PropTag<boolean>;
/** A property of EdkMdb.h: bytes. */
export const PR_ADMIN_SECURITY_DESCRIPTOR: PropTag<Uint8Array> = 0x3d210102 as PropTag<Uint8Array>;
/** A property of EdkMdb.h: bytes. */
export const PR_WIN32_SECURITY_DESCRIPTOR: PropTag<Uint8Array> = 0x3d220102 as PropTag<Uint8Array>;
/** A property of EdkMdb.h: true or false. */
export const PR_NON_WIN32_ACL: PropTag<boolean> = 0x3d23000b as PropTag<boolean>;
/** A property of EdkMdb.h: true or false. */
export const PR_ITEM_LEVEL_ACL: PropTag<boolean> = 0x3d24000b as PropTag<boolean>;
/** A property of servers: bytes. */
export const PR_XMT_SECURITY_ROLE_1: PropTag<Uint8Array> = 0x3d250102 as PropTag<Uint8Array>;
/** A property of servers: Unicode string. */
export const PR_XMT_SECURITY_ROLE_1_AS_XML: PropTag<string> = 0x3d25001f as PropTag<string>;
/** A property of servers: bytes. */
export const PR_XMT_SECURITY_ROLE_2: PropTag<Uint8Array> = 0x3d260102 as PropTag<Uint8Array>;
/** A property of servers: Unicode string. */
export const PR_XMT_SECURITY_ROLE_2_AS_XML: PropTag<string> = 0x3d26001f as PropTag<string>;
/** A property of servers: bytes. */
export const PR_XMT_SECURITY_ROLE_3: PropTag<Uint8Array> = 0x3d270102 as PropTag<Uint8Array>;
/** A property of servers: Unicode string. */
export const PR_XMT_SECURITY_ROLE_3_AS_XML: PropTag<string> = 0x3d27001f as PropTag<string>;
/** A property of servers: bytes. */
export const PR_XMT_SECURITY_ROLE_4: PropTag<Uint8Array> = 0x3d280102 as PropTag<Uint8Array>;
/** A property of servers: Unicode string. */
export const PR_XMT_SECURITY_ROLE_4_AS_XML: PropTag<string> = 0x3d28001f as PropTag<string>;
/** A property of servers: bytes. */
export const PR_XMT_SECURITY_ROLE_5: PropTag<Uint8Array> = 0x3d290102 as PropTag<Uint8Array>;
/** A property of servers: Unicode string. */
export const PR_XMT_SECURITY_ROLE_5_AS_XML: PropTag<string> = 0x3d29001f as PropTag<string>;
/** A property of servers: bytes. */
export const PR_XMT_SECURITY_ROLE_6: PropTag<Uint8Array> = 0x3d2a0102 as PropTag<Uint8Array>;
/** A property of servers: Unicode string. */
export const PR_XMT_SECURITY_ROLE_6_AS_XML: PropTag<string> = 0x3d2a001f as PropTag<string>;
/** A property of servers: bytes. */
export const PR_XMT_SECURITY_ROLE_7: PropTag<Uint8Array> = 0x3d2b0102 as PropTag<Uint8Array>;
/** A property of servers: Unicode string. */
export const PR_XMT_SECURITY_ROLE_7_AS_XML: PropTag<string> = 0x3d2b001f as PropTag<string>;
/** A property of servers: bytes. */
export const PR_XMT_SECURITY_ROLE_8: PropTag<Uint8Array> = 0x3d2c0102 as PropTag<Uint8Array>;
/** A property of servers: Unicode string. */
export const PR_XMT_SECURITY_ROLE_8_AS_XML: PropTag<string> = 0x3d2c001f as PropTag<string>;
