// Written by scripts/generate/mapi-tags.mjs from test/reference/mapi-properties.json; change the facts, not this file.
import type { PropTag } from '../types/proptag.js';

/** PidTagContainerFlags (Address book): 32-bit integer. @spec pidtagcontainerflags-canonical-property */
export const PR_CONTAINER_FLAGS: PropTag<number> = 0x36000003 as PropTag<number>;
/** PidTagFolderType (MAPI container): 32-bit integer. @spec pidtagfoldertype-canonical-property */
export const PR_FOLDER_TYPE: PropTag<number> = 0x36010003 as PropTag<number>;
/** PidTagContentCount (Folder): 32-bit integer. @spec pidtagcontentcount-canonical-property */
export const PR_CONTENT_COUNT: PropTag<number> = 0x36020003 as PropTag<number>;
/** PidTagContentUnreadCount (Folder): 32-bit integer. @spec pidtagcontentunreadcount-canonical-property */
export const PR_CONTENT_UNREAD: PropTag<number> = 0x36030003 as PropTag<number>;
/** PidTagCreateTemplates (Address book): object. @spec pidtagcreatetemplates-canonical-property */
export const PR_CREATE_TEMPLATES: PropTag<number> = 0x3604000d as PropTag<number>;
/** PidTagDetailsTable (MAPI container): object. @spec pidtagdetailstable-canonical-property */
export const PR_DETAILS_TABLE: PropTag<number> = 0x3605000d as PropTag<number>;
/** PidTagSearch (Address book container): object. @spec pidtagsearch-canonical-property */
export const PR_SEARCH: PropTag<number> = 0x3607000d as PropTag<number>;
/** PidTagSelectable (Address book container): true or false. @spec pidtagselectable-canonical-property */
export const PR_SELECTABLE: PropTag<boolean> = 0x3609000b as PropTag<boolean>;
/** PidTagSubfolders (MAPI container): true or false. @spec pidtagsubfolders-canonical-property */
export const PR_SUBFOLDERS: PropTag<boolean> = 0x360a000b as PropTag<boolean>;
/** PidTagStatus (MAPI container): 32-bit integer. @spec pidtagstatus-canonical-property */
export const PR_STATUS: PropTag<number> = 0x360b0003 as PropTag<number>;
/** PidTagAnr (Address book): Unicode string. @spec pidtaganr-canonical-property */
export const PR_ANR: PropTag<string> = 0x360c001f as PropTag<string>;
/** PidTagAnr (Address book): 8-bit string. @spec pidtaganr-canonical-property */
export const PR_ANR_A: PropTag<string> = 0x360c001e as PropTag<string>;
/** PidTagAnr (Address book): Unicode string. @spec pidtaganr-canonical-property */
export const PR_ANR_W: PropTag<string> = 0x360c001f as PropTag<string>;
/** A property of MAPITags.h: many: 32-bit integer. */
export const PR_CONTENTS_SORT_ORDER: PropTag<readonly number[]> = 0x360d1003 as PropTag<readonly number[]>;
/** PidTagContainerHierarchy (Container): object. @spec pidtagcontainerhierarchy-canonical-property */
export const PR_CONTAINER_HIERARCHY: PropTag<number> = 0x360e000d as PropTag<number>;
/** PidTagContainerContents (Container): object. @spec pidtagcontainercontents-canonical-property */
export const PR_CONTAINER_CONTENTS: PropTag<number> = 0x360f000d as PropTag<number>;
/** PidTagFolderAssociatedContents (MAPI container): object. @spec pidtagfolderassociatedcontents-canonical-property */
export const PR_FOLDER_ASSOCIATED_CONTENTS: PropTag<number> = 0x3610000d as PropTag<number>;
/** PidTagDefCreateDl (Address book): bytes. @spec pidtagdefcreatedl-canonical-property */
export const PR_DEF_CREATE_DL: PropTag<Uint8Array> = 0x36110102 as PropTag<Uint8Array>;
/** PidTagDefCreateMailuser (Address book): bytes. @spec pidtagdefcreatemailuser-canonical-property */
export const PR_DEF_CREATE_MAILUSER: PropTag<Uint8Array> = 0x36120102 as PropTag<Uint8Array>;
/** PidTagContainerClass (Container): Unicode string. @spec pidtagcontainerclass-canonical-property */
export const PR_CONTAINER_CLASS: PropTag<string> = 0x3613001f as PropTag<string>;
/** PidTagContainerClass (Container): 8-bit string. @spec pidtagcontainerclass-canonical-property */
export const PR_CONTAINER_CLASS_A: PropTag<string> = 0x3613001e as PropTag<string>;
/** PidTagContainerClass (Container): Unicode string. @spec pidtagcontainerclass-canonical-property */
export const PR_CONTAINER_CLASS_W: PropTag<string> = 0x3613001f as PropTag<string>;
/** A property of MAPITags.h: 64-bit integer. */
export const PR_CONTAINER_MODIFY_VERSION: PropTag<bigint> = 0x36140014 as PropTag<bigint>;
/** PidTagAbProviderId (Address book): bytes. @spec pidtagabproviderid-canonical-property */
export const PR_AB_PROVIDER_ID: PropTag<Uint8Array> = 0x36150102 as PropTag<Uint8Array>;
/** PidTagDefaultViewEntryId (MAPI container): bytes. @spec pidtagdefaultviewentryid-canonical-property */
export const PR_DEFAULT_VIEW_ENTRYID: PropTag<Uint8Array> = 0x36160102 as PropTag<Uint8Array>;
/** PidTagAssociatedContentCount (Folder): 32-bit integer. @spec pidtagassociatedcontentcount-canonical-property */
export const PR_ASSOC_CONTENT_COUNT: PropTag<number> = 0x36170003 as PropTag<number>;
/** PidTagIpmAppointmentEntryId (Folder): bytes. @spec pidtagipmappointmententryid-canonical-property */
export const PR_IPM_APPOINTMENT_ENTRYID: PropTag<Uint8Array> = 0x36d00102 as PropTag<Uint8Array>;
/** PidTagIpmContactEntryId (Folder): bytes. @spec pidtagipmcontactentryid-canonical-property */
export const PR_IPM_CONTACT_ENTRYID: PropTag<Uint8Array> = 0x36d10102 as PropTag<Uint8Array>;
/** PidTagIpmJournalEntryId (Folder): bytes. @spec pidtagipmjournalentryid-canonical-property */
export const PR_IPM_JOURNAL_ENTRYID: PropTag<Uint8Array> = 0x36d20102 as PropTag<Uint8Array>;
/** PidTagIpmNoteEntryId (Folder): bytes. @spec pidtagipmnoteentryid-canonical-property */
export const PR_IPM_NOTE_ENTRYID: PropTag<Uint8Array> = 0x36d30102 as PropTag<Uint8Array>;
/** PidTagIpmTaskEntryId (Folder): bytes. @spec pidtagipmtaskentryid-canonical-property */
export const PR_IPM_TASK_ENTRYID: PropTag<Uint8Array> = 0x36d40102 as PropTag<Uint8Array>;
/** PidTagRemindersOnlineEntryId (MAPI container): bytes. @spec pidtagremindersonlineentryid-canonical-property */
export const PR_REM_ONLINE_ENTRYID: PropTag<Uint8Array> = 0x36d50102 as PropTag<Uint8Array>;
/** A property of extraPropTags.h: bytes. */
export const PR_REM_OFFLINE_ENTRYID: PropTag<Uint8Array> = 0x36d60102 as PropTag<Uint8Array>;
/** PidTagIpmDraftsEntryId (Folder): bytes. @spec pidtagipmdraftsentryid-canonical-property */
export const PR_IPM_DRAFTS_ENTRYID: PropTag<Uint8Array> = 0x36d70102 as PropTag<Uint8Array>;
/** PidTagAdditionalRenEntryIds (Outlook application): many: bytes. @spec pidtagadditionalrenentryids-canonical-property */
export const PR_ADDITIONAL_REN_ENTRYIDS: PropTag<readonly Uint8Array[]> = 0x36d81102 as PropTag<readonly Uint8Array[]>;
/** PidTagAdditionalRenEntryIdsEx (Outlook application): bytes. @spec pidtagadditionalrenentryidsex-canonical-property */
export const PR_ADDITIONAL_REN_ENTRYIDS_EX: PropTag<Uint8Array> = 0x36d90102 as PropTag<Uint8Array>;
/** PidTagExtendedFolderFlags (MAPI container): bytes. @spec pidtagextendedfolderflags-canonical-property */
export const PR_EXTENDED_FOLDER_FLAGS: PropTag<Uint8Array> = 0x36da0102 as PropTag<Uint8Array>;
/** PidTagFolderWebViewInfo (MAPI folder): bytes. @spec pidtagfolderwebviewinfo-cannonical-property */
export const PR_FOLDER_WEBVIEWINFO: PropTag<Uint8Array> = 0x36df0102 as PropTag<Uint8Array>;
/** A property of servers: bytes. */
export const PidTagFolderWebviewinfo: PropTag<Uint8Array> = 0x36df0102 as PropTag<Uint8Array>;
/** PidTagOrdinalMost (Task): 32-bit integer. @spec pidtagordinalmost-canonical-property */
export const PR_ORDINAL_MOST: PropTag<number> = 0x36e20003 as PropTag<number>;
/** PidTagUserFields (MAPI folder): bytes. @spec pidtaguserfields-canonical-property */
export const PR_USERFIELDS: PropTag<Uint8Array> = 0x36e30102 as PropTag<Uint8Array>;
/** PidTagFreeBusyEntryIds (MAPI container): many: bytes. @spec pidtagfreebusyentryids-canonical-property */
export const PR_FREEBUSY_ENTRYIDS: PropTag<readonly Uint8Array[]> = 0x36e41102 as PropTag<readonly Uint8Array[]>;
/** PidTagDefaultPostMessageClass (MAPI container): 8-bit string. @spec pidtagdefaultpostmessageclass-canonical-property */
export const PR_DEF_POST_MSGCLASS: PropTag<string> = 0x36e5001e as PropTag<string>;
/** A property of servers: Unicode string. */
export const PR_DEF_POST_DISPLAYNAME: PropTag<string> = 0x36e6001f as PropTag<string>;
/** PidTagAgingPeriod (Miscellaneous): 32-bit integer. @spec pidtagagingperiod-canonical-property */
export const PR_AGING_PERIOD: PropTag<number> = 0x36ec0003 as PropTag<number>;
/** PidTagAgingGranularity (Miscellaneous): 32-bit integer. @spec pidtagaginggranularity-canonical-property */
export const PR_AGING_GRANULARITY: PropTag<number> = 0x36ee0003 as PropTag<number>;
