// Written by scripts/generate/mapi-tags.mjs from test/reference/mapi-properties.json; change the facts, not this file.
import type { Guid } from '../../com/index.js';
import type { PropTag } from '../types/proptag.js';
import type { FileTime } from '../types/proptype.js';

/** A property of MAPITags.h: 64-bit integer. */
export const PR_CURRENT_VERSION: PropTag<bigint> = 0x0e000014 as PropTag<bigint>;
/** PidTagDeleteAfterSubmit (MAPI non-transmittable): true or false. @spec pidtagdeleteaftersubmit-canonical-property */
export const PR_DELETE_AFTER_SUBMIT: PropTag<boolean> = 0x0e01000b as PropTag<boolean>;
/** PidTagDisplayBcc (Message): Unicode string. @spec pidtagdisplaybcc-canonical-property */
export const PR_DISPLAY_BCC: PropTag<string> = 0x0e02001f as PropTag<string>;
/** PidTagDisplayBcc (Message): 8-bit string. @spec pidtagdisplaybcc-canonical-property */
export const PR_DISPLAY_BCC_A: PropTag<string> = 0x0e02001e as PropTag<string>;
/** PidTagDisplayBcc (Message): Unicode string. @spec pidtagdisplaybcc-canonical-property */
export const PR_DISPLAY_BCC_W: PropTag<string> = 0x0e02001f as PropTag<string>;
/** PidTagDisplayCc (Message): Unicode string. @spec pidtagdisplaycc-canonical-property */
export const PR_DISPLAY_CC: PropTag<string> = 0x0e03001f as PropTag<string>;
/** PidTagDisplayCc (Message): 8-bit string. @spec pidtagdisplaycc-canonical-property */
export const PR_DISPLAY_CC_A: PropTag<string> = 0x0e03001e as PropTag<string>;
/** PidTagDisplayCc (Message): Unicode string. @spec pidtagdisplaycc-canonical-property */
export const PR_DISPLAY_CC_W: PropTag<string> = 0x0e03001f as PropTag<string>;
/** PidTagDisplayTo (Message): Unicode string. @spec pidtagdisplayto-canonical-property */
export const PR_DISPLAY_TO: PropTag<string> = 0x0e04001f as PropTag<string>;
/** PidTagDisplayTo (Message): 8-bit string. @spec pidtagdisplayto-canonical-property */
export const PR_DISPLAY_TO_A: PropTag<string> = 0x0e04001e as PropTag<string>;
/** PidTagDisplayTo (Message): Unicode string. @spec pidtagdisplayto-canonical-property */
export const PR_DISPLAY_TO_W: PropTag<string> = 0x0e04001f as PropTag<string>;
/** PidTagParentDisplay (MAPI non-transmittable): Unicode string. @spec pidtagparentdisplay-canonical-property */
export const PR_PARENT_DISPLAY: PropTag<string> = 0x0e05001f as PropTag<string>;
/** PidTagParentDisplay (MAPI non-transmittable): 8-bit string. @spec pidtagparentdisplay-canonical-property */
export const PR_PARENT_DISPLAY_A: PropTag<string> = 0x0e05001e as PropTag<string>;
/** PidTagParentDisplay (MAPI non-transmittable): Unicode string. @spec pidtagparentdisplay-canonical-property */
export const PR_PARENT_DISPLAY_W: PropTag<string> = 0x0e05001f as PropTag<string>;
/** PidTagMessageDeliveryTime (Message time): point in time. @spec pidtagmessagedeliverytime-canonical-property */
export const PR_MESSAGE_DELIVERY_TIME: PropTag<FileTime> = 0x0e060040 as PropTag<FileTime>;
/** PidTagMessageFlags (General messaging): 32-bit integer. @spec pidtagmessageflags-canonical-property */
export const PR_MESSAGE_FLAGS: PropTag<number> = 0x0e070003 as PropTag<number>;
/** PidTagMessageSize (General messaging): 32-bit integer. @spec pidtagmessagesize-canonical-property */
export const PR_MESSAGE_SIZE: PropTag<number> = 0x0e080003 as PropTag<number>;
/** PidTagMessageSizeExtended (General messaging): 64-bit integer. @spec pidtagmessagesizeextended-canonical-property */
export const PR_MESSAGE_SIZE_EXTENDED: PropTag<bigint> = 0x0e080014 as PropTag<bigint>;
/** PidTagParentEntryId (ID properties): bytes. @spec pidtagparententryid-canonical-property */
export const PR_PARENT_ENTRYID: PropTag<Uint8Array> = 0x0e090102 as PropTag<Uint8Array>;
/** PidTagSentMailEntryId (MAPI non-transmittable): bytes. @spec pidtagsentmailentryid-canonical-property */
export const PR_SENTMAIL_ENTRYID: PropTag<Uint8Array> = 0x0e0a0102 as PropTag<Uint8Array>;
/** PidTagCorrelate (Exchange): true or false. @spec pidtagcorrelate-canonical-property */
export const PR_CORRELATE: PropTag<boolean> = 0x0e0c000b as PropTag<boolean>;
/** PidTagCorrelateMtsid (Exchange): bytes. @spec pidtagcorrelatemtsid-canonical-property */
export const PR_CORRELATE_MTSID: PropTag<Uint8Array> = 0x0e0d0102 as PropTag<Uint8Array>;
/** PidTagDiscreteValues (MAPI non-transmittable): true or false. @spec pidtagdiscretevalues-canonical-property */
export const PR_DISCRETE_VALUES: PropTag<boolean> = 0x0e0e000b as PropTag<boolean>;
/** PidTagResponsibility (MAPI non-transmittable): true or false. @spec pidtagresponsibility-canonical-property */
export const PR_RESPONSIBILITY: PropTag<boolean> = 0x0e0f000b as PropTag<boolean>;
/** PidTagSpoolerStatus (MAPI non-transmittable): 32-bit integer. @spec pidtagspoolerstatus-canonical-property */
export const PR_SPOOLER_STATUS: PropTag<number> = 0x0e100003 as PropTag<number>;
/** A property of MAPITags.h: 32-bit integer. */
export const PR_TRANSPORT_STATUS: PropTag<number> = 0x0e110003 as PropTag<number>;
/** PidTagMessageRecipients (General messaging): object. @spec pidtagmessagerecipients-canonical-property */
export const PR_MESSAGE_RECIPIENTS: PropTag<number> = 0x0e12000d as PropTag<number>;
/** PidTagMessageAttachments (Message attachment): object. @spec pidtagmessageattachments-canonical-property */
export const PR_MESSAGE_ATTACHMENTS: PropTag<number> = 0x0e13000d as PropTag<number>;
/** PidTagSubmitFlags (MAPI non-transmittable): 32-bit integer. @spec pidtagsubmitflags-canonical-property */
export const PR_SUBMIT_FLAGS: PropTag<number> = 0x0e140003 as PropTag<number>;
/** PidTagRecipientStatus (MAPI non-transmittable): 32-bit integer. @spec pidtagrecipientstatus-canonical-property */
export const PR_RECIPIENT_STATUS: PropTag<number> = 0x0e150003 as PropTag<number>;
/** PidTagTransportKey (MAPI non-transmittable): 32-bit integer. @spec pidtagtransportkey-canonical-property */
export const PR_TRANSPORT_KEY: PropTag<number> = 0x0e160003 as PropTag<number>;
/** PidTagMessageStatus (General messaging): 32-bit integer. @spec pidtagmessagestatus-canonical-property */
export const PR_MSG_STATUS: PropTag<number> = 0x0e170003 as PropTag<number>;
/** PidTagMessageDownloadTime (General messaging): 32-bit integer. @spec pidtagmessagedownloadtime-canonical-property */
export const PR_MESSAGE_DOWNLOAD_TIME: PropTag<number> = 0x0e180003 as PropTag<number>;
/** A property of MAPITags.h: 64-bit integer. */
export const PR_CREATION_VERSION: PropTag<bigint> = 0x0e190014 as PropTag<bigint>;
/** A property of MAPITags.h: 64-bit integer. */
export const PR_MODIFY_VERSION: PropTag<bigint> = 0x0e1a0014 as PropTag<bigint>;
/** PidTagHasAttachments (Message attachment): true or false. @spec pidtaghasattachments-canonical-property */
export const PR_HASATTACH: PropTag<boolean> = 0x0e1b000b as PropTag<boolean>;
/** PidTagBodyCrc (Exchange): 32-bit integer. @spec pidtagbodycrc-canonical-property */
export const PR_BODY_CRC: PropTag<number> = 0x0e1c0003 as PropTag<number>;
/** PidTagNormalizedSubject (Email): Unicode string. @spec pidtagnormalizedsubject-canonical-property */
export const PR_NORMALIZED_SUBJECT: PropTag<string> = 0x0e1d001f as PropTag<string>;
/** PidTagNormalizedSubject (Email): 8-bit string. @spec pidtagnormalizedsubject-canonical-property */
export const PR_NORMALIZED_SUBJECT_A: PropTag<string> = 0x0e1d001e as PropTag<string>;
/** PidTagNormalizedSubject (Email): Unicode string. @spec pidtagnormalizedsubject-canonical-property */
export const PR_NORMALIZED_SUBJECT_W: PropTag<string> = 0x0e1d001f as PropTag<string>;
/** PidTagRtfInSync (Email): true or false. @spec pidtagrtfinsync-canonical-property */
export const PR_RTF_IN_SYNC: PropTag<boolean> = 0x0e1f000b as PropTag<boolean>;
/** PidTagAttachSize (Message attachment): 32-bit integer. @spec pidtagattachsize-canonical-property */
export const PR_ATTACH_SIZE: PropTag<number> = 0x0e200003 as PropTag<number>;
/** PidTagAttachNumber (Message attachment): 32-bit integer. @spec pidtagattachnumber-canonical-property */
export const PR_ATTACH_NUM: PropTag<number> = 0x0e210003 as PropTag<number>;
/** PidTagPreprocess (MAPI non-transmittable): true or false. @spec pidtagpreprocess-canonical-property */
export const PR_PREPROCESS: PropTag<boolean> = 0x0e22000b as PropTag<boolean>;
/** PidTagInternetArticleNumber (MIME): 32-bit integer. @spec pidtaginternetarticlenumber-canonical-property */
export const PR_INTERNET_ARTICLE_NUMBER: PropTag<number> = 0x0e230003 as PropTag<number>;
/** A property of servers: Unicode string. */
export const PR_NEWSGROUP_NAME: PropTag<string> = 0x0e24001f as PropTag<string>;
/** A property of servers: 8-bit string. */
export const PR_NEWSGROUP_NAME_A: PropTag<string> = 0x0e24001e as PropTag<string>;
/** A property of servers: Unicode string. */
export const PR_NEWSGROUP_NAME_W: PropTag<string> = 0x0e24001f as PropTag<string>;
/** PidTagOriginatingMtaCertificate (Server): bytes. @spec pidtagoriginatingmtacertificate-canonical-property */
export const PR_ORIGINATING_MTA_CERTIFICATE: PropTag<Uint8Array> = 0x0e250102 as PropTag<Uint8Array>;
/** PidTagProofOfSubmission (MAPI Non-transmittable): bytes. @spec pidtagproofofsubmission-canonical-property */
export const PR_PROOF_OF_SUBMISSION: PropTag<Uint8Array> = 0x0e260102 as PropTag<Uint8Array>;
/** A property of extraPropTags.h: bytes. */
export const PR_NT_SECURITY_DESCRIPTOR: PropTag<Uint8Array> = 0x0e270102 as PropTag<Uint8Array>;
/** PidTagPrimarySendAccount (Account): Unicode string. @spec pidtagprimarysendaccount-canonical-property */
export const PR_PRIMARY_SEND_ACCOUNT: PropTag<string> = 0x0e28001f as PropTag<string>;
/** A property of actMgmt.h: Unicode string. */
export const PR_PRIMARY_SEND_ACCT: PropTag<string> = 0x0e28001f as PropTag<string>;
/** PidTagNextSendAcct (Outlook application): Unicode string. @spec pidtagnextsendacct-canonical-property */
export const PR_NEXT_SEND_ACCT: PropTag<string> = 0x0e29001f as PropTag<string>;
/** A property of servers: true or false. */
export const PR_EXCHANGE_REMOTE_HEADER: PropTag<boolean> = 0x0e2a000b as PropTag<boolean>;
/** PidTagToDoItemFlags (MAPI non-transmittable): 32-bit integer. @spec pidtagtodoitemflags-canonical-property */
export const PR_TODO_ITEM_FLAGS: PropTag<number> = 0x0e2b0003 as PropTag<number>;
/** PidTagSwappedToDoStore (MAPI non-transmittable): bytes. @spec pidtagswappedtodostore-canonical-property */
export const PR_SWAPPED_TODO_STORE: PropTag<Uint8Array> = 0x0e2c0102 as PropTag<Uint8Array>;
/** PidTagSwappedToDoData (MAPI non-transmittable): bytes. @spec pidtagswappedtododata-canonical-property */
export const PR_SWAPPED_TODO_DATA: PropTag<Uint8Array> = 0x0e2d0102 as PropTag<Uint8Array>;
/** A property of servers: 32-bit integer. */
export const PR_POPIMAP_UID: PropTag<number> = 0x0e2f0003 as PropTag<number>;
/** A property of servers: bytes. */
export const PR_REPL_ITEMID: PropTag<Uint8Array> = 0x0e300102 as PropTag<Uint8Array>;
/** A property of servers: 64-bit integer. */
export const PR_REPL_CHANGENUM: PropTag<bigint> = 0x0e330014 as PropTag<bigint>;
/** A property of servers: bytes. */
export const PR_REPL_VERSIONHISTORY: PropTag<Uint8Array> = 0x0e340102 as PropTag<Uint8Array>;
/** A property of servers: 32-bit integer. */
export const PR_REPL_FLAGS: PropTag<number> = 0x0e380003 as PropTag<number>;
/** A property of servers: bytes. */
export const PR_REPL_COPIEDFROM_VERSIONHISTORY: PropTag<Uint8Array> = 0x0e3c0102 as PropTag<Uint8Array>;
/** A property of servers: bytes. */
export const PR_REPL_COPIEDFROM_ITEMID: PropTag<Uint8Array> = 0x0e3d0102 as PropTag<Uint8Array>;
/** A property of EdkMdb.h: bytes. */
export const PR_SENDER_SID: PropTag<Uint8Array> = 0x0e4d0102 as PropTag<Uint8Array>;
/** A property of EdkMdb.h: bytes. */
export const PR_SENT_REPRESENTING_SID: PropTag<Uint8Array> = 0x0e4e0102 as PropTag<Uint8Array>;
/** A property of EdkMdb.h: bytes. */
export const PR_ORIGINAL_SENDER_SID: PropTag<Uint8Array> = 0x0e4f0102 as PropTag<Uint8Array>;
/** A property of EdkMdb.h: bytes. */
export const PR_ORIGINAL_SENT_REPRESENTING_SID: PropTag<Uint8Array> = 0x0e500102 as PropTag<Uint8Array>;
/** A property of EdkMdb.h: bytes. */
export const PR_READ_RECEIPT_SID: PropTag<Uint8Array> = 0x0e510102 as PropTag<Uint8Array>;
/** A property of EdkMdb.h: bytes. */
export const PR_REPORT_SID: PropTag<Uint8Array> = 0x0e520102 as PropTag<Uint8Array>;
/** A property of EdkMdb.h: bytes. */
export const PR_ORIGINATOR_SID: PropTag<Uint8Array> = 0x0e530102 as PropTag<Uint8Array>;
/** A property of EdkMdb.h: bytes. */
export const PR_REPORT_DESTINATION_SID: PropTag<Uint8Array> = 0x0e540102 as PropTag<Uint8Array>;
/** A property of EdkMdb.h: bytes. */
export const PR_ORIGINAL_AUTHOR_SID: PropTag<Uint8Array> = 0x0e550102 as PropTag<Uint8Array>;
/** A property of EdkMdb.h: bytes. */
export const PR_RECEIVED_BY_SID: PropTag<Uint8Array> = 0x0e560102 as PropTag<Uint8Array>;
/** A property of EdkMdb.h: bytes. */
export const PR_RCVD_REPRESENTING_SID: PropTag<Uint8Array> = 0x0e570102 as PropTag<Uint8Array>;
/** A property of EdkMdb.h: bytes. */
export const PR_CREATOR_SID: PropTag<Uint8Array> = 0x0e580102 as PropTag<Uint8Array>;
/** A property of EdkMdb.h: bytes. */
export const PR_LAST_MODIFIER_SID: PropTag<Uint8Array> = 0x0e590102 as PropTag<Uint8Array>;
/** A property of EdkMdb.h: bytes. */
export const PR_CATALOG: PropTag<Uint8Array> = 0x0e5b0102 as PropTag<Uint8Array>;
/** A property of EdkMdb.h: true or false. */
export const PR_CI_SEARCH_ENABLED: PropTag<boolean> = 0x0e5c000b as PropTag<boolean>;
/** A property of EdkMdb.h: true or false. */
export const PR_CI_NOTIFICATION_ENABLED: PropTag<boolean> = 0x0e5d000b as PropTag<boolean>;
/** A property of EdkMdb.h: 32-bit integer. */
export const PR_MAX_INDICES: PropTag<number> = 0x0e5e0003 as PropTag<number>;
/** A property of EdkMdb.h: 64-bit integer. */
export const PR_SOURCE_FID: PropTag<bigint> = 0x0e5f0014 as PropTag<bigint>;
/** A property of EdkMdb.h: 32-bit integer. */
export const PR_MAX_CACHED_VIEWS: PropTag<number> = 0x0e680003 as PropTag<number>;
/** PidTagRead (MAPI non-transmittable): true or false. @spec pidtagread-canonical-property */
export const PR_READ: PropTag<boolean> = 0x0e69000b as PropTag<boolean>;
/** A property of EdkMdb.h: Unicode string. */
export const PR_NT_SECURITY_DESCRIPTOR_AS_XML: PropTag<string> = 0x0e6a001f as PropTag<string>;
/** A property of EdkMdb.h: 8-bit string. */
export const PR_NT_SECURITY_DESCRIPTOR_AS_XML_A: PropTag<string> = 0x0e6a001e as PropTag<string>;
/** A property of EdkMdb.h: Unicode string. */
export const PR_NT_SECURITY_DESCRIPTOR_AS_XML_W: PropTag<string> = 0x0e6a001f as PropTag<string>;
/** A property of EdkMdb.h: Unicode string. */
export const PR_ADMIN_SECURITY_DESCRIPTOR_AS_XML: PropTag<string> = 0x0e6b001f as PropTag<string>;
/** A property of EdkMdb.h: 8-bit string. */
export const PR_ADMIN_SECURITY_DESCRIPTOR_AS_XML_A: PropTag<string> = 0x0e6b001e as PropTag<string>;
/** A property of EdkMdb.h: Unicode string. */
export const PR_ADMIN_SECURITY_DESCRIPTOR_AS_XML_W: PropTag<string> = 0x0e6b001f as PropTag<string>;
/** A property of EdkMdb.h: Unicode string. */
export const PR_CREATOR_SID_AS_XML: PropTag<string> = 0x0e6c001f as PropTag<string>;
/** A property of EdkMdb.h: Unicode string. */
export const PR_LAST_MODIFIER_SID_AS_XML: PropTag<string> = 0x0e6d001f as PropTag<string>;
/** A property of EdkMdb.h: Unicode string. */
export const PR_SENDER_SID_AS_XML: PropTag<string> = 0x0e6e001f as PropTag<string>;
/** A property of EdkMdb.h: Unicode string. */
export const PR_SENT_REPRESENTING_SID_AS_XML: PropTag<string> = 0x0e6f001f as PropTag<string>;
/** A property of EdkMdb.h: Unicode string. */
export const PR_ORIGINAL_SENDER_SID_AS_XML: PropTag<string> = 0x0e70001f as PropTag<string>;
/** A property of EdkMdb.h: Unicode string. */
export const PR_ORIGINAL_SENT_REPRESENTING_SID_AS_XML: PropTag<string> = 0x0e71001f as PropTag<string>;
/** A property of EdkMdb.h: Unicode string. */
export const PR_READ_RECEIPT_SID_AS_XML: PropTag<string> = 0x0e72001f as PropTag<string>;
/** A property of EdkMdb.h: Unicode string. */
export const PR_REPORT_SID_AS_XML: PropTag<string> = 0x0e73001f as PropTag<string>;
/** A property of EdkMdb.h: Unicode string. */
export const PR_ORIGINATOR_SID_AS_XML: PropTag<string> = 0x0e74001f as PropTag<string>;
/** A property of EdkMdb.h: Unicode string. */
export const PR_REPORT_DESTINATION_SID_AS_XML: PropTag<string> = 0x0e75001f as PropTag<string>;
/** A property of EdkMdb.h: Unicode string. */
export const PR_ORIGINAL_AUTHOR_SID_AS_XML: PropTag<string> = 0x0e76001f as PropTag<string>;
/** A property of EdkMdb.h: Unicode string. */
export const PR_RECEIVED_BY_SID_AS_XML: PropTag<string> = 0x0e77001f as PropTag<string>;
/** A property of EdkMdb.h: Unicode string. */
export const PR_RCVD_REPRESENTING_SID_AS_XML: PropTag<string> = 0x0e78001f as PropTag<string>;
/** A property of EdkMdb.h: 32-bit integer. */
export const PR_TRUST_SENDER: PropTag<number> = 0x0e790003 as PropTag<number>;
/** A property of EdkMdb.h: bytes. */
export const PR_MERGE_MIDSET_DELETED: PropTag<Uint8Array> = 0x0e7a0102 as PropTag<Uint8Array>;
/** A property of EdkMdb.h: bytes. */
export const PR_RESERVE_RANGE_OF_IDS: PropTag<Uint8Array> = 0x0e7b0102 as PropTag<Uint8Array>;
/** A property of servers: bytes. */
export const PR_NON_XMT_SECURITY_ROLE_1: PropTag<Uint8Array> = 0x0e7c0102 as PropTag<Uint8Array>;
/** A property of servers: Unicode string. */
export const PR_NON_XMT_SECURITY_ROLE_1_AS_XML: PropTag<string> = 0x0e7c001f as PropTag<string>;
/** A property of servers: bytes. */
export const PR_NON_XMT_SECURITY_ROLE_2: PropTag<Uint8Array> = 0x0e7d0102 as PropTag<Uint8Array>;
/** A property of servers: Unicode string. */
export const PR_NON_XMT_SECURITY_ROLE_2_AS_XML: PropTag<string> = 0x0e7d001f as PropTag<string>;
/** A property of servers: bytes. */
export const PR_NON_XMT_SECURITY_ROLE_3: PropTag<Uint8Array> = 0x0e7e0102 as PropTag<Uint8Array>;
/** A property of servers: Unicode string. */
export const PR_NON_XMT_SECURITY_ROLE_3_AS_XML: PropTag<string> = 0x0e7e001f as PropTag<string>;
/** A property of servers: bytes. */
export const PR_NON_XMT_SECURITY_ROLE_4: PropTag<Uint8Array> = 0x0e7f0102 as PropTag<Uint8Array>;
/** A property of servers: Unicode string. */
export const PR_NON_XMT_SECURITY_ROLE_4_AS_XML: PropTag<string> = 0x0e7f001f as PropTag<string>;
/** A property of servers: bytes. */
export const PR_NON_XMT_SECURITY_ROLE_5: PropTag<Uint8Array> = 0x0e800102 as PropTag<Uint8Array>;
/** A property of servers: Unicode string. */
export const PR_NON_XMT_SECURITY_ROLE_5_AS_XML: PropTag<string> = 0x0e80001f as PropTag<string>;
/** A property of servers: bytes. */
export const PR_NON_XMT_SECURITY_ROLE_6: PropTag<Uint8Array> = 0x0e810102 as PropTag<Uint8Array>;
/** A property of servers: Unicode string. */
export const PR_NON_XMT_SECURITY_ROLE_6_AS_XML: PropTag<string> = 0x0e81001f as PropTag<string>;
/** A property of servers: bytes. */
export const PR_NON_XMT_SECURITY_ROLE_7: PropTag<Uint8Array> = 0x0e820102 as PropTag<Uint8Array>;
/** A property of servers: Unicode string. */
export const PR_NON_XMT_SECURITY_ROLE_7_AS_XML: PropTag<string> = 0x0e82001f as PropTag<string>;
/** A property of servers: bytes. */
export const PR_NON_XMT_SECURITY_ROLE_8: PropTag<Uint8Array> = 0x0e830102 as PropTag<Uint8Array>;
/** A property of servers: Unicode string. */
export const PR_NON_XMT_SECURITY_ROLE_8_AS_XML: PropTag<string> = 0x0e83001f as PropTag<string>;
/** A property of EdkMdb.h: bytes. */
export const PR_DAV_TRANSFER_SECURITY_DESCRIPTOR: PropTag<Uint8Array> = 0x0e840102 as PropTag<Uint8Array>;
/** A property of EdkMdb.h: 8-bit string. */
export const PR_ANTIVIRUS_VENDOR: PropTag<string> = 0x0e85001e as PropTag<string>;
/** A property of EdkMdb.h: 32-bit integer. */
export const PR_ANTIVIRUS_VERSION: PropTag<number> = 0x0e860003 as PropTag<number>;
/** A property of EdkMdb.h: 32-bit integer. */
export const PR_ANTIVIRUS_SCAN_STATUS: PropTag<number> = 0x0e870003 as PropTag<number>;
/** A property of EdkMdb.h: 8-bit string. */
export const PR_ANTIVIRUS_SCAN_INFO: PropTag<string> = 0x0e88001e as PropTag<string>;
/** A property of EdkMdb.h: Unicode string. */
export const PR_ADDR_TO: PropTag<string> = 0x0e97001f as PropTag<string>;
/** A property of servers: 8-bit string. */
export const PR_ADDR_TO_A: PropTag<string> = 0x0e97001e as PropTag<string>;
/** A property of EdkMdb.h: Unicode string. */
export const PR_ADDR_TO_W: PropTag<string> = 0x0e97001f as PropTag<string>;
/** A property of EdkMdb.h: Unicode string. */
export const PR_ADDR_CC: PropTag<string> = 0x0e98001f as PropTag<string>;
/** A property of EdkMdb.h: 8-bit string. */
export const PR_ADDR_CC_A: PropTag<string> = 0x0e98001e as PropTag<string>;
/** A property of EdkMdb.h: Unicode string. */
export const PR_ADDR_CC_W: PropTag<string> = 0x0e98001f as PropTag<string>;
/** PidTagExtendedRuleMessageActions (Rules): bytes. @spec pidtagextendedrulemessageactions-canonical-property */
export const PR_EXTENDED_RULE_MSG_ACTIONS: PropTag<Uint8Array> = 0x0e990102 as PropTag<Uint8Array>;
/** A property of EdkMdb.h: bytes. */
export const PR_EXTENDED_RULE_ACTIONS: PropTag<Uint8Array> = 0x0e990102 as PropTag<Uint8Array>;
/** PidTagExtendedRuleMessageCondition (Rules): bytes. @spec pidtagextendedrulemessagecondition-canonical-property */
export const PR_EXTENDED_RULE_MSG_CONDITION: PropTag<Uint8Array> = 0x0e9a0102 as PropTag<Uint8Array>;
/** A property of EdkMdb.h: bytes. */
export const PR_EXTENDED_RULE_CONDITION: PropTag<Uint8Array> = 0x0e9a0102 as PropTag<Uint8Array>;
/** PidTagExtendedRuleSizeLimit (Rules): 32-bit integer. @spec pidtagextendedrulesizelimit-canonical-property */
export const PR_EXTENDED_RULE_SIZE_LIMIT: PropTag<number> = 0x0e9b0003 as PropTag<number>;
/** PidTagTnefUnprocessedProps (MAPI non-transmittable): bytes. @spec pidtagtnefunprocessedprops-canonical-property */
export const PR_TNEF_UNPROCESSED_PROPS: PropTag<Uint8Array> = 0x0e9c0102 as PropTag<Uint8Array>;
/** PidTagAssociatedSharingProvider (Personal storage table (.pst) internal): GUID. @spec pidtagassociatedsharingprovider-canonical-property */
export const PR_ASSOCIATED_SHARING_PROVIDER: PropTag<Guid> = 0x0ea00048 as PropTag<Guid>;
/** PidTagProviderItemId (MapiNonTransmittable): bytes. @spec pidtagprovideritemid-canonical-property */
export const PR_PROVIDER_ITEMID: PropTag<Uint8Array> = 0x0ea30102 as PropTag<Uint8Array>;
/** PidTagProviderParentItemId (MAPI non-transmittable): bytes. @spec pidtagproviderparentitemid-canonical-property */
export const PR_PROVIDER_PARENT_ITEMID: PropTag<Uint8Array> = 0x0ea40102 as PropTag<Uint8Array>;
/** PidTagSearchAttachments (Search): Unicode string. @spec pidtagsearchattachments-canonical-property */
export const PR_SEARCH_ATTACHMENTS_W: PropTag<string> = 0x0ea5001f as PropTag<string>;
/** PidTagSearchRecipientEmailTo (Search): Unicode string. @spec pidtagsearchrecipientemailto-canonical-property */
export const PR_SEARCH_RECIP_EMAIL_TO_W: PropTag<string> = 0x0ea6001f as PropTag<string>;
/** PidTagSearchRecipientEmailCc (Search): Unicode string. @spec pidtagsearchrecipientemailcc-canonical-property */
export const PR_SEARCH_RECIP_EMAIL_CC_W: PropTag<string> = 0x0ea7001f as PropTag<string>;
/** PidTagSearchRecipientEmailBcc (null): Unicode string. @spec pidtagsearchrecipientemailbcc-canonical-property */
export const PR_SEARCH_RECIP_EMAIL_BCC_W: PropTag<string> = 0x0ea8001f as PropTag<string>;
/** A property of servers: Unicode string. */
export const PR_SEARCH_ALL_INDEXED_PROPS: PropTag<string> = 0x0eaf001f as PropTag<string>;
/** A property of servers: 8-bit string. */
export const PR_SEARCH_ALL_INDEXED_PROPS_A: PropTag<string> = 0x0eaf001e as PropTag<string>;
/** A property of servers: Unicode string. */
export const PR_SEARCH_ALL_INDEXED_PROPS_W: PropTag<string> = 0x0eaf001f as PropTag<string>;
/** A property of extraPropTags.h: bytes. */
export const PR_FREEBUSY_NT_SECURITY_DESCRIPTOR: PropTag<Uint8Array> = 0x0f000102 as PropTag<Uint8Array>;
/** PidTagAccess (Access Control Properties): 32-bit integer. @spec pidtagaccess-canonical-property */
export const PR_ACCESS: PropTag<number> = 0x0ff40003 as PropTag<number>;
/** PidTagRowType (MAPI non-transmittable): 32-bit integer. @spec pidtagrowtype-canonical-property */
export const PR_ROW_TYPE: PropTag<number> = 0x0ff50003 as PropTag<number>;
/** PidTagInstanceKey (Table): bytes. @spec pidtaginstancekey-canonical-property */
export const PR_INSTANCE_KEY: PropTag<Uint8Array> = 0x0ff60102 as PropTag<Uint8Array>;
/** PidTagAccessLevel (Access Control Properties): 32-bit integer. @spec pidtagaccesslevel-canonical-property */
export const PR_ACCESS_LEVEL: PropTag<number> = 0x0ff70003 as PropTag<number>;
/** PidTagMappingSignature (Miscellaneous): bytes. @spec pidtagmappingsignature-canonical-property */
export const PR_MAPPING_SIGNATURE: PropTag<Uint8Array> = 0x0ff80102 as PropTag<Uint8Array>;
/** PidTagRecordKey (ID properties): bytes. @spec pidtagrecordkey-canonical-property */
export const PR_RECORD_KEY: PropTag<Uint8Array> = 0x0ff90102 as PropTag<Uint8Array>;
/** PidTagStoreRecordKey (ID properties): bytes. @spec pidtagstorerecordkey-canonical-property */
export const PR_STORE_RECORD_KEY: PropTag<Uint8Array> = 0x0ffa0102 as PropTag<Uint8Array>;
/** PidTagStoreEntryId (ID properties): bytes. @spec pidtagstoreentryid-canonical-property */
export const PR_STORE_ENTRYID: PropTag<Uint8Array> = 0x0ffb0102 as PropTag<Uint8Array>;
/** PidTagMiniIcon (General messaging): bytes. @spec pidtagminiicon-canonical-property */
export const PR_MINI_ICON: PropTag<Uint8Array> = 0x0ffc0102 as PropTag<Uint8Array>;
/** PidTagIcon (MAPI non-transmittable): bytes. @spec pidtagicon-canonical-property */
export const PR_ICON: PropTag<Uint8Array> = 0x0ffd0102 as PropTag<Uint8Array>;
/** PidTagObjectType (Common): 32-bit integer. @spec pidtagobjecttype-canonical-property */
export const PR_OBJECT_TYPE: PropTag<number> = 0x0ffe0003 as PropTag<number>;
/** PidTagEntryId (ID properties): bytes. @spec pidtagentryid-canonical-property */
export const PR_ENTRYID: PropTag<Uint8Array> = 0x0fff0102 as PropTag<Uint8Array>;
/** PidTagMemberEntryId (Server Side Rules): bytes. @spec pidtagmemberentryid-canonical-property */
export const PR_MEMBER_ENTRYID: PropTag<Uint8Array> = 0x0fff0102 as PropTag<Uint8Array>;
