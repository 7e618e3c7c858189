// Written by scripts/generate/mapi-tags.mjs from test/reference/mapi-properties.json; change the facts, not this file.
import type { PropTag } from '../types/proptag.js';
import type { FileTime } from '../types/proptype.js';

/** A property of servers: Unicode string. */
export const PR_OAB_NAME: PropTag<string> = 0x6800001f as PropTag<string>;
/** A property of servers: Unicode string. */
export const PR_OAB_NAME_W: PropTag<string> = 0x6800001f as PropTag<string>;
/** A property of servers: 32-bit integer. */
export const PR_OAB_SEQUENCE: PropTag<number> = 0x68010003 as PropTag<number>;
/** A property of servers: bytes. */
export const PR_RW_RULES_STREAM: PropTag<Uint8Array> = 0x68020102 as PropTag<Uint8Array>;
/** A property of servers: 8-bit string. */
export const PR_OAB_CONTAINER_GUID: PropTag<string> = 0x6802001e as PropTag<string>;
/** A property of servers: Unicode string. */
export const PR_OAB_CONTAINER_GUID_W: PropTag<string> = 0x6802001f as PropTag<string>;
/** A property of servers: 32-bit integer. */
export const PR_OAB_MESSAGE_CLASS: PropTag<number> = 0x68030003 as PropTag<number>;
/** A property of servers: true or false. */
export const PR_SEND_RECALL_REPORT: PropTag<boolean> = 0x6803000b as PropTag<boolean>;
/** A property of servers: Unicode string. */
export const PidTagVoiceMessageSenderName: PropTag<string> = 0x6803001f as PropTag<string>;
/** A property of servers: 8-bit string. */
export const PR_OAB_DN: PropTag<string> = 0x6804001e as PropTag<string>;
/** A property of servers: 32-bit integer. */
export const PidTagFaxNumberOfPages: PropTag<number> = 0x68040003 as PropTag<number>;
/** A property of servers: Unicode string. */
export const PR_OAB_DN_W: PropTag<string> = 0x6804001f as PropTag<string>;
/** A property of servers: many: 32-bit integer. */
export const PR_OAB_TRUNCATED_PROPS: PropTag<readonly number[]> = 0x68051003 as PropTag<readonly number[]>;
/** A property of servers: Unicode string. */
export const PidTagVoiceMessageAttachmentOrder: PropTag<string> = 0x6805001f as PropTag<string>;
/** A property of servers: Unicode string. */
export const PidTagCallId: PropTag<string> = 0x6806001f as PropTag<string>;
/** A property of servers: bytes. */
export const PR_OAB_SHA_HASH: PropTag<Uint8Array> = 0x68060102 as PropTag<Uint8Array>;
/** A property of servers: 32-bit integer. */
export const PR_OAB_LANGID: PropTag<number> = 0x68070003 as PropTag<number>;
/** A property of servers: 32-bit integer. */
export const PR_OAB_FILETYPE: PropTag<number> = 0x68080003 as PropTag<number>;
/** A property of servers: 32-bit integer. */
export const PR_OAB_COMPRESSED_SIZE: PropTag<number> = 0x68090003 as PropTag<number>;
/** A property of servers: 32-bit integer. */
export const PR_OAB_FILE_SIZE: PropTag<number> = 0x680a0003 as PropTag<number>;
/** A property of servers: Unicode string. */
export const PidTagReportingMessageTransferAgent: PropTag<string> = 0x6820001f as PropTag<string>;
/** A property of servers: Unicode string. */
export const PR_MAPIFORM_COMPOSECOMMAND: PropTag<string> = 0x682f001f as PropTag<string>;
/** A property of servers: Unicode string. */
export const PR_MAPIFORM_COMPOSECOMMAND_W: PropTag<string> = 0x682f001f as PropTag<string>;
/** PidTagSearchFolderLastUsed (Search): 32-bit integer. @spec pidtagsearchfolderlastused-canonical-property */
export const PR_WB_SF_LAST_USED: PropTag<number> = 0x68340003 as PropTag<number>;
/** PidTagSearchFolderExpiration (Search): 32-bit integer. @spec pidtagsearchfolderexpiration-canonical-property */
export const PR_WB_SF_EXPIRATION: PropTag<number> = 0x683a0003 as PropTag<number>;
/** PidTagSearchFolderTemplateId (Search): 32-bit integer. @spec pidtagsearchfoldertemplateid-canonical-property */
export const PR_WB_SF_TEMPLATE_ID: PropTag<number> = 0x68410003 as PropTag<number>;
/** PidTagScheduleInfoResourceType (Free/Busy): 32-bit integer. @spec pidtagscheduleinforesourcetype-canonical-property */
export const PR_SCHDINFO_RESOURCE_TYPE: PropTag<number> = 0x68410003 as PropTag<number>;
/** PidTagSearchFolderId (Search): bytes. @spec pidtagsearchfolderid-canonical-property */
export const PR_WB_SF_ID: PropTag<Uint8Array> = 0x68420102 as PropTag<Uint8Array>;
/** PidTagScheduleInfoDelegatorWantsCopy (Free/Busy): true or false. @spec pidtagscheduleinfodelegatorwantscopy-canonical-property */
export const PR_SCHDINFO_BOSS_WANTS_COPY: PropTag<boolean> = 0x6842000b as PropTag<boolean>;
/** A property of servers: bytes. */
export const PidTagWlinkGroupHeaderID: PropTag<Uint8Array> = 0x68420102 as PropTag<Uint8Array>;
/** PidTagScheduleInfoDontMailDelegates (Free/Busy): true or false. @spec pidtagscheduleinfodontmaildelegates-canonical-property */
export const PR_SCHDINFO_DONT_MAIL_DELEGATES: PropTag<boolean> = 0x6843000b as PropTag<boolean>;
/** PidTagScheduleInfoDelegateNames (Free/Busy): many: 8-bit string. @spec pidtagscheduleinfodelegatenames-canonical-property */
export const PR_SCHDINFO_DELEGATE_NAMES: PropTag<readonly string[]> = 0x6844101e as PropTag<readonly string[]>;
/** PidTagScheduleInfoDelegateNames (Free/Busy): many: 8-bit string. @spec pidtagscheduleinfodelegatenames-canonical-property */
export const PR_SCHDINFO_DELEGATE_NAMES_A: PropTag<readonly string[]> = 0x6844101e as PropTag<readonly string[]>;
/** PidTagScheduleInfoDelegateNames (Free/Busy): many: Unicode string. @spec pidtagscheduleinfodelegatenames-canonical-property */
export const PR_SCHDINFO_DELEGATE_NAMES_W: PropTag<readonly string[]> = 0x6844101f as PropTag<readonly string[]>;
/** A property of servers: bytes. */
export const PR_WB_SF_RECREATE_INFO: PropTag<Uint8Array> = 0x68440102 as PropTag<Uint8Array>;
/** PidTagSearchFolderDefinition (Search): bytes. @spec pidtagsearchfolderdefinition-canonical-property */
export const PR_WB_SF_DEFINITION: PropTag<Uint8Array> = 0x68450102 as PropTag<Uint8Array>;
/** PidTagScheduleInfoDelegateEntryIds (Free/Busy): many: bytes. @spec pidtagscheduleinfodelegateentryids-canonical-property */
export const PR_SCHDINFO_DELEGATE_ENTRYIDS: PropTag<readonly Uint8Array[]> = 0x68451102 as PropTag<
  readonly Uint8Array[]
>;
/** PidTagSearchFolderStorageType (Search): 32-bit integer. @spec pidtagsearchfolderstoragetype-canonical-property */
export const PR_WB_SF_STORAGE_TYPE: PropTag<number> = 0x68460003 as PropTag<number>;
/** A property of servers: true or false. */
export const PR_GATEWAY_NEEDS_TO_REFRESH: PropTag<boolean> = 0x6846000b as PropTag<boolean>;
/** PidTagSearchFolderTag (Search): 32-bit integer. @spec pidtagsearchfoldertag-canonical-property */
export const PR_WB_SF_TAG: PropTag<number> = 0x68470003 as PropTag<number>;
/** PidTagFreeBusyPublishStart (Free/Busy): 32-bit integer. @spec pidtagfreebusypublishstart-canonical-property */
export const PR_FREEBUSY_PUBLISH_START: PropTag<number> = 0x68470003 as PropTag<number>;
/** A property of servers: 32-bit integer. */
export const PidTagWlinkSaveStamp: PropTag<number> = 0x68470003 as PropTag<number>;
/** PidTagSearchFolderEfpFlags (Search): 32-bit integer. @spec pidtagsearchfolderefpflags-canonical-property */
export const PR_WB_SF_EFP_FLAGS: PropTag<number> = 0x68480003 as PropTag<number>;
/** PidTagFreeBusyPublishEnd (Free/Busy): 32-bit integer. @spec pidtagfreebusypublishend-canonical-property */
export const PR_FREEBUSY_PUBLISH_END: PropTag<number> = 0x68480003 as PropTag<number>;
/** A property of extraPropTags.h: 32-bit integer. */
export const PR_WLINK_TYPE: PropTag<number> = 0x68490003 as PropTag<number>;
/** A property of servers: Unicode string. */
export const PR_FREEBUSY_EMA: PropTag<string> = 0x6849001f as PropTag<string>;
/** A property of extraPropTags.h: 32-bit integer. */
export const PR_WLINK_FLAGS: PropTag<number> = 0x684a0003 as PropTag<number>;
/** A property of servers: many: Unicode string. */
export const PidTagScheduleInfoDelegateNamesW: PropTag<readonly string[]> = 0x684a101f as PropTag<readonly string[]>;
/** PidTagScheduleInfoDelegatorWantsInfo (Free/Busy): true or false. @spec pidtagscheduleinfodelegatorwantsinfo-canonical-property */
export const PR_SCHDINFO_BOSS_WANTS_INFO: PropTag<boolean> = 0x684b000b as PropTag<boolean>;
/** A property of servers: bytes. */
export const PR_WLINK_ORDINAL: PropTag<Uint8Array> = 0x684b0102 as PropTag<Uint8Array>;
/** A property of extraPropTags.h: bytes. */
export const PR_WLINK_ENTRYID: PropTag<Uint8Array> = 0x684c0102 as PropTag<Uint8Array>;
/** A property of servers: bytes. */
export const PR_WLINK_RECKEY: PropTag<Uint8Array> = 0x684d0102 as PropTag<Uint8Array>;
/** A property of extraPropTags.h: bytes. */
export const PR_WLINK_STORE_ENTRYID: PropTag<Uint8Array> = 0x684e0102 as PropTag<Uint8Array>;
/** PidTagScheduleInfoMonthsMerged (Free/Busy): many: 32-bit integer. @spec pidtagscheduleinfomonthsmerged-canonical-property */
export const PR_SCHDINFO_MONTHS_MERGED: PropTag<readonly number[]> = 0x684f1003 as PropTag<readonly number[]>;
/** A property of servers: bytes. */
export const PR_WLINK_FOLDER_TYPE: PropTag<Uint8Array> = 0x684f0102 as PropTag<Uint8Array>;
/** PidTagScheduleInfoFreeBusyMerged (Free/Busy): many: bytes. @spec pidtagscheduleinfofreebusymerged-canonical-property */
export const PR_SCHDINFO_FREEBUSY_MERGED: PropTag<readonly Uint8Array[]> = 0x68501102 as PropTag<readonly Uint8Array[]>;
/** A property of servers: bytes. */
export const PR_WLINK_GROUP_CLSID: PropTag<Uint8Array> = 0x68500102 as PropTag<Uint8Array>;
/** PidTagScheduleInfoMonthsTentative (Free/Busy): many: 32-bit integer. @spec pidtagscheduleinfomonthstentative-canonical-property */
export const PR_SCHDINFO_MONTHS_TENTATIVE: PropTag<readonly number[]> = 0x68511003 as PropTag<readonly number[]>;
/** A property of servers: Unicode string. */
export const PR_WLINK_GROUP_NAME: PropTag<string> = 0x6851001f as PropTag<string>;
/** PidTagScheduleInfoFreeBusyTentative (Free/Busy): many: bytes. @spec pidtagscheduleinfofreebusytentative-canonical-property */
export const PR_SCHDINFO_FREEBUSY_TENTATIVE: PropTag<readonly Uint8Array[]> = 0x68521102 as PropTag<
  readonly Uint8Array[]
>;
/** A property of extraPropTags.h: 32-bit integer. */
export const PR_WLINK_SECTION: PropTag<number> = 0x68520003 as PropTag<number>;
/** PidTagScheduleInfoMonthsBusy (Free/Busy): many: 32-bit integer. @spec pidtagscheduleinfomonthsbusy-canonical-property */
export const PR_SCHDINFO_MONTHS_BUSY: PropTag<readonly number[]> = 0x68531003 as PropTag<readonly number[]>;
/** A property of servers: 32-bit integer. */
export const PR_WLINK_CALENDAR_COLOR: PropTag<number> = 0x68530003 as PropTag<number>;
/** PidTagScheduleInfoFreeBusyBusy (Free/Busy): many: bytes. @spec pidtagscheduleinfofreebusybusy-canonical-property */
export const PR_SCHDINFO_FREEBUSY_BUSY: PropTag<readonly Uint8Array[]> = 0x68541102 as PropTag<readonly Uint8Array[]>;
/** A property of extraPropTags.h: bytes. */
export const PR_WLINK_ABEID: PropTag<Uint8Array> = 0x68540102 as PropTag<Uint8Array>;
/** PidTagScheduleInfoMonthsAway (Free/Busy): many: 32-bit integer. @spec pidtagscheduleinfomonthsaway-canonical-property */
export const PR_SCHDINFO_MONTHS_OOF: PropTag<readonly number[]> = 0x68551003 as PropTag<readonly number[]>;
/** A property of servers: true or false. */
export const PR_AGING_DELETE_ITEMS: PropTag<boolean> = 0x6855000b as PropTag<boolean>;
/** PidTagScheduleInfoFreeBusyAway (Free/Busy): many: bytes. @spec pidtagscheduleinfofreebusyaway-canonical-property */
export const PR_SCHDINFO_FREEBUSY_OOF: PropTag<readonly Uint8Array[]> = 0x68561102 as PropTag<readonly Uint8Array[]>;
/** A property of servers: true or false. */
export const PR_AGING_AGE_FOLDER: PropTag<boolean> = 0x6857000b as PropTag<boolean>;
/** A property of servers: Unicode string. */
export const PR_AGING_FILE_NAME_AFTER9: PropTag<string> = 0x6859001f as PropTag<string>;
/** A property of extraPropTags.h: 32-bit integer. */
export const PR_AGING_DEFAULT: PropTag<number> = 0x685e0003 as PropTag<number>;
/** PidTagFreeBusyRangeTimestamp (Free/Busy): point in time. @spec pidtagfreebusyrangetimestamp-canonical-property */
export const PR_FREEBUSY_RANGE_TIMESTAMP: PropTag<FileTime> = 0x68680040 as PropTag<FileTime>;
/** PidTagFreeBusyCountMonths (Message class-defined transmittable): 32-bit integer. @spec pidtagfreebusycountmonths-canonical-property */
export const PR_FREEBUSY_COUNT_MONTHS: PropTag<number> = 0x68690003 as PropTag<number>;
/** PidTagScheduleInfoAppointmentTombstone (Free/Busy): bytes. @spec pidtagscheduleinfoappointmenttombstone-canonical-property */
export const PR_SCHDINFO_APPT_TOMBSTONE: PropTag<Uint8Array> = 0x686a0102 as PropTag<Uint8Array>;
/** PidTagDelegateFlags (Message class-defined transmittable): many: 32-bit integer. @spec pidtagdelegateflags-canonical-property */
export const PR_DELEGATE_FLAGS: PropTag<readonly number[]> = 0x686b1003 as PropTag<readonly number[]>;
/** PidTagScheduleInfoFreeBusy (Free/Busy): bytes. @spec pidtagscheduleinfofreebusy-canonical-property */
export const PR_SCHDINFO_FREEBUSY: PropTag<Uint8Array> = 0x686c0102 as PropTag<Uint8Array>;
/** PidTagScheduleInfoAutoAcceptAppointments (Free/Busy): true or false. @spec pidtagscheduleinfoautoacceptappointments-canonical-property */
export const PR_SCHDINFO_AUTO_ACCEPT_APPTS: PropTag<boolean> = 0x686d000b as PropTag<boolean>;
/** PidTagScheduleInfoDisallowRecurringAppts (Free/Busy): true or false. @spec pidtagscheduleinfodisallowrecurringappts-canonical-property */
export const PR_SCHDINFO_DISALLOW_RECURRING_APPTS: PropTag<boolean> = 0x686e000b as PropTag<boolean>;
/** PidTagScheduleInfoDisallowOverlappingAppts (Free/Busy): true or false. @spec pidtagscheduleinfodisallowoverlappingappts-canonical-property */
export const PR_SCHDINFO_DISALLOW_OVERLAPPING_APPTS: PropTag<boolean> = 0x686f000b as PropTag<boolean>;
/** A property of servers: bytes. */
export const PR_WLINK_CLIENTID: PropTag<Uint8Array> = 0x68900102 as PropTag<Uint8Array>;
/** A property of extraPropTags.h: bytes. */
export const PR_WLINK_AB_EXSTOREEID: PropTag<Uint8Array> = 0x68910102 as PropTag<Uint8Array>;
/** A property of extraPropTags.h: 32-bit integer. */
export const PR_WLINK_RO_GROUP_TYPE: PropTag<number> = 0x68920003 as PropTag<number>;
/** PidTagNonDeliveryReportFromEntryId (General messaging): bytes. @spec pidtagnondeliveryreportfromentryid-canonical-property */
export const PR_NDR_FROM_ENTRYID: PropTag<Uint8Array> = 0x69040102 as PropTag<Uint8Array>;
/** PidTagNonDeliveryReportFromName (General messaging): 8-bit string. @spec pidtagnondeliveryreportfromname-canonical-property */
export const PR_NDR_FROM_NAME: PropTag<string> = 0x6905001e as PropTag<string>;
/** PidTagNonDeliveryReportFromSearchKey (General messaging): bytes. @spec pidtagnondeliveryreportfromsearchkey-canonical-property */
export const PR_NDR_FROM_SEARCH_KEY: PropTag<Uint8Array> = 0x69060102 as PropTag<Uint8Array>;
/** A property of extraPropTags.h: 32-bit integer. */
export const PR_SECURITY_FLAGS: PropTag<number> = 0x6e010003 as PropTag<number>;
/** A property of servers: bytes. */
export const PR_VD_BINARY: PropTag<Uint8Array> = 0x70010102 as PropTag<Uint8Array>;
/** A property of servers: Unicode string. */
export const PR_VD_STRINGS: PropTag<string> = 0x7002001f as PropTag<string>;
/** A property of servers: Unicode string. */
export const PR_VD_STRINGS_W: PropTag<string> = 0x7002001f as PropTag<string>;
/** A property of servers: 32-bit integer. */
export const PR_VD_FLAGS: PropTag<number> = 0x70030003 as PropTag<number>;
/** A property of servers: bytes. */
export const PR_VD_LINK_TO: PropTag<Uint8Array> = 0x70040102 as PropTag<Uint8Array>;
/** A property of servers: bytes. */
export const PR_VD_VIEW_FOLDER: PropTag<Uint8Array> = 0x70050102 as PropTag<Uint8Array>;
/** PidTagViewDescriptorName (Message class-defined transmittable): Unicode string. @spec pidtagviewdescriptorname-canonical-property */
export const PR_VD_NAME: PropTag<string> = 0x7006001f as PropTag<string>;
/** PidTagViewDescriptorName (Message class-defined transmittable): 8-bit string. @spec pidtagviewdescriptorname-canonical-property */
export const PR_VD_NAME_A: PropTag<string> = 0x7006001e as PropTag<string>;
/** PidTagViewDescriptorName (Message class-defined transmittable): Unicode string. @spec pidtagviewdescriptorname-canonical-property */
export const PR_VD_NAME_W: PropTag<string> = 0x7006001f as PropTag<string>;
/** PidTagViewDescriptorVersion (Miscellaneous): 32-bit integer. @spec pidtagviewdescriptorversion-canonical-property */
export const PR_VD_VERSION: PropTag<number> = 0x70070003 as PropTag<number>;
/** A property of servers: bytes. */
export const PR_OST_OSTID: PropTag<Uint8Array> = 0x7c040102 as PropTag<Uint8Array>;
/** A property of servers: 32-bit integer. */
export const PR_OFFLINE_FOLDER: PropTag<number> = 0x7c050003 as PropTag<number>;
/** PidTagRoamingDatatypes (Configuration): 32-bit integer. @spec pidtagroamingdatatypes-canonical-property */
export const PR_ROAMING_DATATYPES: PropTag<number> = 0x7c060003 as PropTag<number>;
/** PidTagRoamingDictionary (Configuration): bytes. @spec pidtagroamingdictionary-canonical-property */
export const PR_ROAMING_DICTIONARY: PropTag<Uint8Array> = 0x7c070102 as PropTag<Uint8Array>;
/** PidTagRoamingXmlStream (Configuration): bytes. @spec pidtagroamingxmlstream-canonical-property */
export const PR_ROAMING_XMLSTREAM: PropTag<Uint8Array> = 0x7c080102 as PropTag<Uint8Array>;
/** PidTagRoamingBinary (Configuration): bytes. @spec pidtagroamingbinary-canonical-property */
export const PR_ROAMING_BINARYSTREAM: PropTag<Uint8Array> = 0x7c090102 as PropTag<Uint8Array>;
/** A property of EdkMdb.h: true or false. */
export const PR_STORE_SLOWLINK: PropTag<boolean> = 0x7c0a000b as PropTag<boolean>;
/** A property of servers: true or false. */
export const PR_OSC_SYNC_ENABLEDONSERVER: PropTag<boolean> = 0x7c24000b as PropTag<boolean>;
/** A property of extraPropTags.h: true or false. */
export const PR_FORCE_USE_ENTRYID_SERVER: PropTag<boolean> = 0x7cfe000b as PropTag<boolean>;
/** A property of extraPropTags.h: 8-bit string. */
export const PR_PROFILE_MDB_DN: PropTag<string> = 0x7cff001e as PropTag<string>;
/** PidTagProcessed (Calendar): true or false. @spec pidtagprocessed-canonical-property */
export const PR_PROCESSED: PropTag<boolean> = 0x7d01000b as PropTag<boolean>;
/** A property of servers: bytes. */
export const PR_FAV_PARENT_SOURCE_KEY: PropTag<Uint8Array> = 0x7d020102 as PropTag<Uint8Array>;
/** PidTagExceptionReplaceTime (Message class-defined non-transmittable): point in time. @spec pidtagexceptionreplacetime-canonical-property */
export const PR_EXCEPTION_REPLACETIME: PropTag<FileTime> = 0x7ff90040 as PropTag<FileTime>;
/** PidTagAttachmentLinkId (Message attachment): 32-bit integer. @spec pidtagattachmentlinkid-canonical-property */
export const PR_ATTACHMENT_LINKID: PropTag<number> = 0x7ffa0003 as PropTag<number>;
/** PidTagExceptionStartTime (Message class-defined non-transmittable): point in time. @spec pidtagexceptionstarttime-canonical-property */
export const PR_EXCEPTION_STARTTIME: PropTag<FileTime> = 0x7ffb0040 as PropTag<FileTime>;
/** PidTagExceptionEndTime (Message class-defined non-transmittable): point in time. @spec pidtagexceptionendtime-canonical-property */
export const PR_EXCEPTION_ENDTIME: PropTag<FileTime> = 0x7ffc0040 as PropTag<FileTime>;
/** PidTagAttachmentFlags (Message attachment): 32-bit integer. @spec pidtagattachmentflags-canonical-property */
export const PR_ATTACHMENT_FLAGS: PropTag<number> = 0x7ffd0003 as PropTag<number>;
/** PidTagAttachmentHidden (Message attachment): true or false. @spec pidtagattachmenthidden-canonical-property */
export const PR_ATTACHMENT_HIDDEN: PropTag<boolean> = 0x7ffe000b as PropTag<boolean>;
/** PidTagAttachmentContactPhoto (Message attachment): true or false. @spec pidtagattachmentcontactphoto-canonical-property */
export const PR_ATTACHMENT_CONTACTPHOTO: PropTag<boolean> = 0x7fff000b as PropTag<boolean>;
