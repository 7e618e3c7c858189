// Written by scripts/generate/mapi-tags.mjs from test/reference/mapi-properties.json; change the facts, not this file.
import type { Guid } from '../../com/index.js';
import type { PropTag } from '../types/proptag.js';
import type { FileTime } from '../types/proptype.js';

/** PidTagRowid (MAPI common): 32-bit integer. @spec pidtagrowid-canonical-property */
export const PR_ROWID: PropTag<number> = 0x30000003 as PropTag<number>;
/** PidTagDisplayName (MAPI common): Unicode string. @spec pidtagdisplayname-canonical-property */
export const PR_DISPLAY_NAME: PropTag<string> = 0x3001001f as PropTag<string>;
/** PidTagDisplayName (MAPI common): 8-bit string. @spec pidtagdisplayname-canonical-property */
export const PR_DISPLAY_NAME_A: PropTag<string> = 0x3001001e as PropTag<string>;
/** PidTagDisplayName (MAPI common): Unicode string. @spec pidtagdisplayname-canonical-property */
export const PR_DISPLAY_NAME_W: PropTag<string> = 0x3001001f as PropTag<string>;
/** PidTagAddressType (Address): Unicode string. @spec pidtagaddresstype-canonical-property */
export const PR_ADDRTYPE: PropTag<string> = 0x3002001f as PropTag<string>;
/** PidTagAddressType (Address): 8-bit string. @spec pidtagaddresstype-canonical-property */
export const PR_ADDRTYPE_A: PropTag<string> = 0x3002001e as PropTag<string>;
/** PidTagAddressType (Address): Unicode string. @spec pidtagaddresstype-canonical-property */
export const PR_ADDRTYPE_W: PropTag<string> = 0x3002001f as PropTag<string>;
/** PidTagEmailAddress (MAPI common): Unicode string. @spec pidtagemailaddress-canonical-property */
export const PR_EMAIL_ADDRESS: PropTag<string> = 0x3003001f as PropTag<string>;
/** PidTagEmailAddress (MAPI common): 8-bit string. @spec pidtagemailaddress-canonical-property */
export const PR_EMAIL_ADDRESS_A: PropTag<string> = 0x3003001e as PropTag<string>;
/** PidTagEmailAddress (MAPI common): Unicode string. @spec pidtagemailaddress-canonical-property */
export const PR_EMAIL_ADDRESS_W: PropTag<string> = 0x3003001f as PropTag<string>;
/** PidTagComment (Common): Unicode string. @spec pidtagcomment-canonical-property */
export const PR_COMMENT: PropTag<string> = 0x3004001f as PropTag<string>;
/** PidTagComment (Common): 8-bit string. @spec pidtagcomment-canonical-property */
export const PR_COMMENT_A: PropTag<string> = 0x3004001e as PropTag<string>;
/** PidTagComment (Common): Unicode string. @spec pidtagcomment-canonical-property */
export const PR_COMMENT_W: PropTag<string> = 0x3004001f as PropTag<string>;
/** PidTagDepth (MAPI common): 32-bit integer. @spec pidtagdepth-canonical-property */
export const PR_DEPTH: PropTag<number> = 0x30050003 as PropTag<number>;
/** PidTagProviderDisplay (MAPI common): Unicode string. @spec pidtagproviderdisplay-canonical-property */
export const PR_PROVIDER_DISPLAY: PropTag<string> = 0x3006001f as PropTag<string>;
/** PidTagProviderDisplay (MAPI common): 8-bit string. @spec pidtagproviderdisplay-canonical-property */
export const PR_PROVIDER_DISPLAY_A: PropTag<string> = 0x3006001e as PropTag<string>;
/** PidTagProviderDisplay (MAPI common): Unicode string. @spec pidtagproviderdisplay-canonical-property */
export const PR_PROVIDER_DISPLAY_W: PropTag<string> = 0x3006001f as PropTag<string>;
/** PidTagCreationTime (Message time): point in time. @spec pidtagcreationtime-canonical-property */
export const PR_CREATION_TIME: PropTag<FileTime> = 0x30070040 as PropTag<FileTime>;
/** PidTagLastModificationTime (Message time): point in time. @spec pidtaglastmodificationtime-canonical-property */
export const PR_LAST_MODIFICATION_TIME: PropTag<FileTime> = 0x30080040 as PropTag<FileTime>;
/** PidTagResourceFlags (MAPI common): 32-bit integer. @spec pidtagresourceflags-canonical-property */
export const PR_RESOURCE_FLAGS: PropTag<number> = 0x30090003 as PropTag<number>;
/** PidTagProviderDllName (MAPI common): Unicode string. @spec pidtagproviderdllname-canonical-property */
export const PR_PROVIDER_DLL_NAME: PropTag<string> = 0x300a001f as PropTag<string>;
/** PidTagProviderDllName (MAPI common): 8-bit string. @spec pidtagproviderdllname-canonical-property */
export const PR_PROVIDER_DLL_NAME_A: PropTag<string> = 0x300a001e as PropTag<string>;
/** PidTagProviderDllName (MAPI common): Unicode string. @spec pidtagproviderdllname-canonical-property */
export const PR_PROVIDER_DLL_NAME_W: PropTag<string> = 0x300a001f as PropTag<string>;
/** PidTagSearchKey (ID properties): bytes. @spec pidtagsearchkey-canonical-property */
export const PR_SEARCH_KEY: PropTag<Uint8Array> = 0x300b0102 as PropTag<Uint8Array>;
/** PidTagProviderUid (MAPI common): bytes. @spec pidtagprovideruid-canonical-property */
export const PR_PROVIDER_UID: PropTag<Uint8Array> = 0x300c0102 as PropTag<Uint8Array>;
/** PidTagProviderOrdinal (MAPI common): 32-bit integer. @spec pidtagproviderordinal-canonical-property */
export const PR_PROVIDER_ORDINAL: PropTag<number> = 0x300d0003 as PropTag<number>;
/** A property of extraPropTags.h: bytes. */
export const PR_TARGET_ENTRYID: PropTag<Uint8Array> = 0x30100102 as PropTag<Uint8Array>;
/** A property of MAPITags.h: bytes. */
export const PR_CONVERSATION_ID: PropTag<Uint8Array> = 0x30130102 as PropTag<Uint8Array>;
/** A property of servers: true or false. */
export const PR_CONVERSATION_INDEX_TRACKING: PropTag<boolean> = 0x3016000b as PropTag<boolean>;
/** A property of EdkMdb.h: bytes. */
export const PR_ARCHIVE_TAG: PropTag<Uint8Array> = 0x30180102 as PropTag<Uint8Array>;
/** A property of EdkMdb.h: bytes. */
export const PR_POLICY_TAG: PropTag<Uint8Array> = 0x30190102 as PropTag<Uint8Array>;
/** A property of EdkMdb.h: 32-bit integer. */
export const PR_RETENTION_PERIOD: PropTag<number> = 0x301a0003 as PropTag<number>;
/** A property of EdkMdb.h: bytes. */
export const PR_START_DATE_ETC: PropTag<Uint8Array> = 0x301b0102 as PropTag<Uint8Array>;
/** A property of EdkMdb.h: point in time. */
export const PR_RETENTION_DATE: PropTag<FileTime> = 0x301c0040 as PropTag<FileTime>;
/** A property of EdkMdb.h: 32-bit integer. */
export const PR_RETENTION_FLAGS: PropTag<number> = 0x301d0003 as PropTag<number>;
/** A property of EdkMdb.h: 32-bit integer. */
export const PR_ARCHIVE_PERIOD: PropTag<number> = 0x301e0003 as PropTag<number>;
/** A property of EdkMdb.h: point in time. */
export const PR_ARCHIVE_DATE: PropTag<FileTime> = 0x301f0040 as PropTag<FileTime>;
/** A property of EdkMdb.h: bytes. */
export const PR_SORT_POSITION: PropTag<Uint8Array> = 0x30200102 as PropTag<Uint8Array>;
/** A property of EdkMdb.h: bytes. */
export const PR_SORT_PARENTID: PropTag<Uint8Array> = 0x30210102 as PropTag<Uint8Array>;
/** PidTagFormVersion (MAPI common): Unicode string. @spec pidtagformversion-canonical-property */
export const PR_FORM_VERSION: PropTag<string> = 0x3301001f as PropTag<string>;
/** PidTagFormVersion (MAPI common): 8-bit string. @spec pidtagformversion-canonical-property */
export const PR_FORM_VERSION_A: PropTag<string> = 0x3301001e as PropTag<string>;
/** PidTagFormVersion (MAPI common): Unicode string. @spec pidtagformversion-canonical-property */
export const PR_FORM_VERSION_W: PropTag<string> = 0x3301001f as PropTag<string>;
/** PidTagFormClassId (MAPI common): GUID. @spec pidtagformclassid-canonical-property */
export const PR_FORM_CLSID: PropTag<Guid> = 0x33020048 as PropTag<Guid>;
/** PidTagFormContactName (MAPI common): Unicode string. @spec pidtagformcontactname-canonical-property */
export const PR_FORM_CONTACT_NAME: PropTag<string> = 0x3303001f as PropTag<string>;
/** PidTagFormContactName (MAPI common): 8-bit string. @spec pidtagformcontactname-canonical-property */
export const PR_FORM_CONTACT_NAME_A: PropTag<string> = 0x3303001e as PropTag<string>;
/** PidTagFormContactName (MAPI common): Unicode string. @spec pidtagformcontactname-canonical-property */
export const PR_FORM_CONTACT_NAME_W: PropTag<string> = 0x3303001f as PropTag<string>;
/** PidTagFormCategory (MAPI common): Unicode string. @spec pidtagformcategory-canonical-property */
export const PR_FORM_CATEGORY: PropTag<string> = 0x3304001f as PropTag<string>;
/** PidTagFormCategory (MAPI common): 8-bit string. @spec pidtagformcategory-canonical-property */
export const PR_FORM_CATEGORY_A: PropTag<string> = 0x3304001e as PropTag<string>;
/** PidTagFormCategory (MAPI common): Unicode string. @spec pidtagformcategory-canonical-property */
export const PR_FORM_CATEGORY_W: PropTag<string> = 0x3304001f as PropTag<string>;
/** PidTagFormCategorySub (MAPI common): Unicode string. @spec pidtagformcategorysub-canonical-property */
export const PR_FORM_CATEGORY_SUB: PropTag<string> = 0x3305001f as PropTag<string>;
/** PidTagFormCategorySub (MAPI common): 8-bit string. @spec pidtagformcategorysub-canonical-property */
export const PR_FORM_CATEGORY_SUB_A: PropTag<string> = 0x3305001e as PropTag<string>;
/** PidTagFormCategorySub (MAPI common): Unicode string. @spec pidtagformcategorysub-canonical-property */
export const PR_FORM_CATEGORY_SUB_W: PropTag<string> = 0x3305001f as PropTag<string>;
/** PidTagFormHostMap (MAPI common): many: 32-bit integer. @spec pidtagformhostmap-canonical-property */
export const PR_FORM_HOST_MAP: PropTag<readonly number[]> = 0x33061003 as PropTag<readonly number[]>;
/** PidTagFormHidden (MAPI common): true or false. @spec pidtagformhidden-canonical-property */
export const PR_FORM_HIDDEN: PropTag<boolean> = 0x3307000b as PropTag<boolean>;
/** PidTagFormDesignerName (MAPI common): Unicode string. @spec pidtagformdesignername-canonical-property */
export const PR_FORM_DESIGNER_NAME: PropTag<string> = 0x3308001f as PropTag<string>;
/** PidTagFormDesignerName (MAPI common): 8-bit string. @spec pidtagformdesignername-canonical-property */
export const PR_FORM_DESIGNER_NAME_A: PropTag<string> = 0x3308001e as PropTag<string>;
/** PidTagFormDesignerName (MAPI common): Unicode string. @spec pidtagformdesignername-canonical-property */
export const PR_FORM_DESIGNER_NAME_W: PropTag<string> = 0x3308001f as PropTag<string>;
/** PidTagFormDesignerGuid (MAPI common): GUID. @spec pidtagformdesignerguid-canonical-property */
export const PR_FORM_DESIGNER_GUID: PropTag<Guid> = 0x33090048 as PropTag<Guid>;
/** PidTagFormMessageBehavior (MAPI common): 32-bit integer. @spec pidtagformmessagebehavior-canonical-property */
export const PR_FORM_MESSAGE_BEHAVIOR: PropTag<number> = 0x330a0003 as PropTag<number>;
