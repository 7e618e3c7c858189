// Written by scripts/generate/mapi-tags.mjs from test/reference/mapi-properties.json; change the facts, not this file.
import type { PropTag } from '../types/proptag.js';
import type { FileTime } from '../types/proptype.js';

/** PidTagBody (General messaging): Unicode string. @spec pidtagbody-canonical-property */
export const PR_BODY: PropTag<string> = 0x1000001f as PropTag<string>;
/** PidTagBody (General messaging): 8-bit string. @spec pidtagbody-canonical-property */
export const PR_BODY_A: PropTag<string> = 0x1000001e as PropTag<string>;
/** PidTagBody (General messaging): Unicode string. @spec pidtagbody-canonical-property */
export const PR_BODY_W: PropTag<string> = 0x1000001f as PropTag<string>;
/** PidTagReportText (MAPI message): Unicode string. @spec pidtagreporttext-canonical-property */
export const PR_REPORT_TEXT: PropTag<string> = 0x1001001f as PropTag<string>;
/** PidTagReportText (MAPI message): 8-bit string. @spec pidtagreporttext-canonical-property */
export const PR_REPORT_TEXT_A: PropTag<string> = 0x1001001e as PropTag<string>;
/** PidTagReportText (MAPI message): Unicode string. @spec pidtagreporttext-canonical-property */
export const PR_REPORT_TEXT_W: PropTag<string> = 0x1001001f as PropTag<string>;
/** PidTagOriginatorAndDistributionListExpansionHistory (MIME): bytes. @spec pidtagoriginatoranddistributionlistexpansionhistory-canonical-property */
export const PR_ORIGINATOR_AND_DL_EXPANSION_HISTORY: PropTag<Uint8Array> = 0x10020102 as PropTag<Uint8Array>;
/** PidTagReportingDistributionListName (MAPI Message): bytes. @spec pidtagreportingdistributionlistname-canonical-property */
export const PR_REPORTING_DL_NAME: PropTag<Uint8Array> = 0x10030102 as PropTag<Uint8Array>;
/** PidTagReportingMessageTransferAgentCertificate (MAPI Message): bytes. @spec pidtagreportingmessagetransferagentcertificate-canonical-property */
export const PR_REPORTING_MTA_CERTIFICATE: PropTag<Uint8Array> = 0x10040102 as PropTag<Uint8Array>;
/** PidTagRtfSyncBodyCrc (MAPI message): 32-bit integer. @spec pidtagrtfsyncbodycrc-canonical-property */
export const PR_RTF_SYNC_BODY_CRC: PropTag<number> = 0x10060003 as PropTag<number>;
/** PidTagRtfSyncBodyCount (MAPI message): 32-bit integer. @spec pidtagrtfsyncbodycount-canonical-property */
export const PR_RTF_SYNC_BODY_COUNT: PropTag<number> = 0x10070003 as PropTag<number>;
/** PidTagRtfSyncBodyTag (MAPI message): Unicode string. @spec pidtagrtfsyncbodytag-canonical-property */
export const PR_RTF_SYNC_BODY_TAG: PropTag<string> = 0x1008001f as PropTag<string>;
/** PidTagRtfSyncBodyTag (MAPI message): 8-bit string. @spec pidtagrtfsyncbodytag-canonical-property */
export const PR_RTF_SYNC_BODY_TAG_A: PropTag<string> = 0x1008001e as PropTag<string>;
/** PidTagRtfSyncBodyTag (MAPI message): Unicode string. @spec pidtagrtfsyncbodytag-canonical-property */
export const PR_RTF_SYNC_BODY_TAG_W: PropTag<string> = 0x1008001f as PropTag<string>;
/** PidTagRtfCompressed (Email): bytes. @spec pidtagrtfcompressed-canonical-property */
export const PR_RTF_COMPRESSED: PropTag<Uint8Array> = 0x10090102 as PropTag<Uint8Array>;
/** PidTagRtfSyncPrefixCount (MAPI message): 32-bit integer. @spec pidtagrtfsyncprefixcount-canonical-property */
export const PR_RTF_SYNC_PREFIX_COUNT: PropTag<number> = 0x10100003 as PropTag<number>;
/** PidTagRtfSyncTrailingCount (MAPI message): 32-bit integer. @spec pidtagrtfsynctrailingcount-canonical-property */
export const PR_RTF_SYNC_TRAILING_COUNT: PropTag<number> = 0x10110003 as PropTag<number>;
/** PidTagOriginallyIntendedRecipEntryId (Server): bytes. @spec pidtagoriginallyintendedrecipentryid-canonical-property */
export const PR_ORIGINALLY_INTENDED_RECIP_ENTRYID: PropTag<Uint8Array> = 0x10120102 as PropTag<Uint8Array>;
/** PidTagHtml (General messaging): bytes. @spec pidtaghtml-canonical-property */
export const PR_HTML: PropTag<Uint8Array> = 0x10130102 as PropTag<Uint8Array>;
/** PidTagBodyHtml (General messaging): Unicode string. @spec pidtagbodyhtml-canonical-property */
export const PR_BODY_HTML: PropTag<string> = 0x1013001f as PropTag<string>;
/** PidTagBodyHtml (General messaging): 8-bit string. @spec pidtagbodyhtml-canonical-property */
export const PR_BODY_HTML_A: PropTag<string> = 0x1013001e as PropTag<string>;
/** PidTagBodyHtml (General messaging): Unicode string. @spec pidtagbodyhtml-canonical-property */
export const PR_BODY_HTML_W: PropTag<string> = 0x1013001f as PropTag<string>;
/** PidTagBodyContentLocation (MIME): Unicode string. @spec pidtagbodycontentlocation-canonical-property */
export const PR_BODY_CONTENT_LOCATION: PropTag<string> = 0x1014001f as PropTag<string>;
/** PidTagBodyContentLocation (MIME): 8-bit string. @spec pidtagbodycontentlocation-canonical-property */
export const PR_BODY_CONTENT_LOCATION_A: PropTag<string> = 0x1014001e as PropTag<string>;
/** PidTagBodyContentLocation (MIME): Unicode string. @spec pidtagbodycontentlocation-canonical-property */
export const PR_BODY_CONTENT_LOCATION_W: PropTag<string> = 0x1014001f as PropTag<string>;
/** A property of servers: Unicode string. */
export const PR_BODY_CONTENT_ID: PropTag<string> = 0x1015001f as PropTag<string>;
/** A property of servers: 8-bit string. */
export const PR_BODY_CONTENT_ID_A: PropTag<string> = 0x1015001e as PropTag<string>;
/** A property of servers: Unicode string. */
export const PR_BODY_CONTENT_ID_W: PropTag<string> = 0x1015001f as PropTag<string>;
/** A property of MAPITags.h: 32-bit integer. */
export const PR_NATIVE_BODY_INFO: PropTag<number> = 0x10160003 as PropTag<number>;
/** PidTagInternetApproved (MIME): Unicode string. @spec pidtaginternetapproved-canonical-property */
export const PR_INTERNET_APPROVED: PropTag<string> = 0x1030001f as PropTag<string>;
/** PidTagInternetApproved (MIME): 8-bit string. @spec pidtaginternetapproved-canonical-property */
export const PR_INTERNET_APPROVED_A: PropTag<string> = 0x1030001e as PropTag<string>;
/** PidTagInternetApproved (MIME): Unicode string. @spec pidtaginternetapproved-canonical-property */
export const PR_INTERNET_APPROVED_W: PropTag<string> = 0x1030001f as PropTag<string>;
/** PidTagInternetControl (MIME): Unicode string. @spec pidtaginternetcontrol-canonical-property */
export const PR_INTERNET_CONTROL: PropTag<string> = 0x1031001f as PropTag<string>;
/** PidTagInternetControl (MIME): 8-bit string. @spec pidtaginternetcontrol-canonical-property */
export const PR_INTERNET_CONTROL_A: PropTag<string> = 0x1031001e as PropTag<string>;
/** PidTagInternetControl (MIME): Unicode string. @spec pidtaginternetcontrol-canonical-property */
export const PR_INTERNET_CONTROL_W: PropTag<string> = 0x1031001f as PropTag<string>;
/** PidTagInternetDistribution (MIME): Unicode string. @spec pidtaginternetdistribution-canonical-property */
export const PR_INTERNET_DISTRIBUTION: PropTag<string> = 0x1032001f as PropTag<string>;
/** PidTagInternetDistribution (MIME): 8-bit string. @spec pidtaginternetdistribution-canonical-property */
export const PR_INTERNET_DISTRIBUTION_A: PropTag<string> = 0x1032001e as PropTag<string>;
/** PidTagInternetDistribution (MIME): Unicode string. @spec pidtaginternetdistribution-canonical-property */
export const PR_INTERNET_DISTRIBUTION_W: PropTag<string> = 0x1032001f as PropTag<string>;
/** PidTagInternetFollowupTo (MIME): Unicode string. @spec pidtaginternetfollowupto-canonical-property */
export const PR_INTERNET_FOLLOWUP_TO: PropTag<string> = 0x1033001f as PropTag<string>;
/** PidTagInternetFollowupTo (MIME): 8-bit string. @spec pidtaginternetfollowupto-canonical-property */
export const PR_INTERNET_FOLLOWUP_TO_A: PropTag<string> = 0x1033001e as PropTag<string>;
/** PidTagInternetFollowupTo (MIME): Unicode string. @spec pidtaginternetfollowupto-canonical-property */
export const PR_INTERNET_FOLLOWUP_TO_W: PropTag<string> = 0x1033001f as PropTag<string>;
/** PidTagInternetLines (MIME): 32-bit integer. @spec pidtaginternetlines-canonical-property */
export const PR_INTERNET_LINES: PropTag<number> = 0x10340003 as PropTag<number>;
/** PidTagInternetMessageId (MIME): Unicode string. @spec pidtaginternetmessageid-canonical-property */
export const PR_INTERNET_MESSAGE_ID: PropTag<string> = 0x1035001f as PropTag<string>;
/** PidTagInternetMessageId (MIME): 8-bit string. @spec pidtaginternetmessageid-canonical-property */
export const PR_INTERNET_MESSAGE_ID_A: PropTag<string> = 0x1035001e as PropTag<string>;
/** PidTagInternetMessageId (MIME): Unicode string. @spec pidtaginternetmessageid-canonical-property */
export const PR_INTERNET_MESSAGE_ID_W: PropTag<string> = 0x1035001f as PropTag<string>;
/** A property of servers: Unicode string. */
export const PR_INTERNET_NEWSGROUPS: PropTag<string> = 0x1036001f as PropTag<string>;
/** A property of servers: 8-bit string. */
export const PR_INTERNET_NEWSGROUPS_A: PropTag<string> = 0x1036001e as PropTag<string>;
/** A property of servers: Unicode string. */
export const PR_INTERNET_NEWSGROUPS_W: PropTag<string> = 0x1036001f as PropTag<string>;
/** PidTagInternetOrganization (MIME): Unicode string. @spec pidtaginternetorganization-canonical-property */
export const PR_INTERNET_ORGANIZATION: PropTag<string> = 0x1037001f as PropTag<string>;
/** PidTagInternetOrganization (MIME): 8-bit string. @spec pidtaginternetorganization-canonical-property */
export const PR_INTERNET_ORGANIZATION_A: PropTag<string> = 0x1037001e as PropTag<string>;
/** PidTagInternetOrganization (MIME): Unicode string. @spec pidtaginternetorganization-canonical-property */
export const PR_INTERNET_ORGANIZATION_W: PropTag<string> = 0x1037001f as PropTag<string>;
/** PidTagInternetNntpPath (MIME): Unicode string. @spec pidtaginternetnntppath-canonical-property */
export const PR_INTERNET_NNTP_PATH: PropTag<string> = 0x1038001f as PropTag<string>;
/** PidTagInternetNntpPath (MIME): 8-bit string. @spec pidtaginternetnntppath-canonical-property */
export const PR_INTERNET_NNTP_PATH_A: PropTag<string> = 0x1038001e as PropTag<string>;
/** PidTagInternetNntpPath (MIME): Unicode string. @spec pidtaginternetnntppath-canonical-property */
export const PR_INTERNET_NNTP_PATH_W: PropTag<string> = 0x1038001f as PropTag<string>;
/** PidTagInternetReferences (MIME): Unicode string. @spec pidtaginternetreferences-canonical-property */
export const PR_INTERNET_REFERENCES: PropTag<string> = 0x1039001f as PropTag<string>;
/** PidTagInternetReferences (MIME): 8-bit string. @spec pidtaginternetreferences-canonical-property */
export const PR_INTERNET_REFERENCES_A: PropTag<string> = 0x1039001e as PropTag<string>;
/** PidTagInternetReferences (MIME): Unicode string. @spec pidtaginternetreferences-canonical-property */
export const PR_INTERNET_REFERENCES_W: PropTag<string> = 0x1039001f as PropTag<string>;
/** A property of servers: Unicode string. */
export const PR_SUPERSEDES: PropTag<string> = 0x103a001f as PropTag<string>;
/** A property of servers: 8-bit string. */
export const PR_SUPERSEDES_A: PropTag<string> = 0x103a001e as PropTag<string>;
/** A property of servers: Unicode string. */
export const PR_SUPERSEDES_W: PropTag<string> = 0x103a001f as PropTag<string>;
/** A property of servers: bytes. */
export const PR_POST_FOLDER_ENTRIES: PropTag<Uint8Array> = 0x103b0102 as PropTag<Uint8Array>;
/** A property of servers: Unicode string. */
export const PR_POST_FOLDER_NAMES: PropTag<string> = 0x103c001f as PropTag<string>;
/** A property of servers: 8-bit string. */
export const PR_POST_FOLDER_NAMES_A: PropTag<string> = 0x103c001e as PropTag<string>;
/** A property of servers: Unicode string. */
export const PR_POST_FOLDER_NAMES_W: PropTag<string> = 0x103c001f as PropTag<string>;
/** A property of servers: bytes. */
export const PR_POST_REPLY_FOLDER_ENTRIES: PropTag<Uint8Array> = 0x103d0102 as PropTag<Uint8Array>;
/** A property of servers: Unicode string. */
export const PR_POST_REPLY_FOLDER_NAMES: PropTag<string> = 0x103e001f as PropTag<string>;
/** A property of servers: 8-bit string. */
export const PR_POST_REPLY_FOLDER_NAMES_A: PropTag<string> = 0x103e001e as PropTag<string>;
/** A property of servers: Unicode string. */
export const PR_POST_REPLY_FOLDER_NAMES_W: PropTag<string> = 0x103e001f as PropTag<string>;
/** A property of servers: true or false. */
export const PR_POST_REPLY_DENIED: PropTag<boolean> = 0x103f000b as PropTag<boolean>;
/** A property of servers: Unicode string. */
export const PR_NNTP_XREF: PropTag<string> = 0x1040001f as PropTag<string>;
/** A property of servers: 8-bit string. */
export const PR_NNTP_XREF_A: PropTag<string> = 0x1040001e as PropTag<string>;
/** A property of servers: Unicode string. */
export const PR_NNTP_XREF_W: PropTag<string> = 0x1040001f as PropTag<string>;
/** A property of servers: Unicode string. */
export const PR_INTERNET_PRECEDENCE: PropTag<string> = 0x1041001f as PropTag<string>;
/** A property of servers: 8-bit string. */
export const PR_INTERNET_PRECEDENCE_A: PropTag<string> = 0x1041001e as PropTag<string>;
/** A property of servers: Unicode string. */
export const PR_INTERNET_PRECEDENCE_W: PropTag<string> = 0x1041001f as PropTag<string>;
/** PidTagInReplyToId (General messaging): Unicode string. @spec pidtaginreplytoid-canonical-property */
export const PR_IN_REPLY_TO_ID: PropTag<string> = 0x1042001f as PropTag<string>;
/** PidTagInReplyToId (General messaging): 8-bit string. @spec pidtaginreplytoid-canonical-property */
export const PR_IN_REPLY_TO_ID_A: PropTag<string> = 0x1042001e as PropTag<string>;
/** PidTagInReplyToId (General messaging): Unicode string. @spec pidtaginreplytoid-canonical-property */
export const PR_IN_REPLY_TO_ID_W: PropTag<string> = 0x1042001f as PropTag<string>;
/** A property of MAPITags.h: Unicode string. */
export const PR_IN_REPLY_TO: PropTag<string> = 0x1042001f as PropTag<string>;
/** A property of MAPITags.h: 8-bit string. */
export const PR_IN_REPLY_TO_A: PropTag<string> = 0x1042001e as PropTag<string>;
/** A property of MAPITags.h: Unicode string. */
export const PR_IN_REPLY_TO_W: PropTag<string> = 0x1042001f as PropTag<string>;
/** PidTagListHelp (Miscellaneous): Unicode string. @spec pidtaglisthelp-canonical-property */
export const PR_LIST_HELP: PropTag<string> = 0x1043001f as PropTag<string>;
/** PidTagListHelp (Miscellaneous): 8-bit string. @spec pidtaglisthelp-canonical-property */
export const PR_LIST_HELP_A: PropTag<string> = 0x1043001e as PropTag<string>;
/** PidTagListHelp (Miscellaneous): Unicode string. @spec pidtaglisthelp-canonical-property */
export const PR_LIST_HELP_W: PropTag<string> = 0x1043001f as PropTag<string>;
/** PidTagListSubscribe (Miscellaneous): Unicode string. @spec pidtaglistsubscribe-canonical-property */
export const PR_LIST_SUBSCRIBE: PropTag<string> = 0x1044001f as PropTag<string>;
/** PidTagListSubscribe (Miscellaneous): 8-bit string. @spec pidtaglistsubscribe-canonical-property */
export const PR_LIST_SUBSCRIBE_A: PropTag<string> = 0x1044001e as PropTag<string>;
/** PidTagListSubscribe (Miscellaneous): Unicode string. @spec pidtaglistsubscribe-canonical-property */
export const PR_LIST_SUBSCRIBE_W: PropTag<string> = 0x1044001f as PropTag<string>;
/** PidTagListUnsubscribe (Miscellaneous): Unicode string. @spec pidtaglistunsubscribe-canonical-property */
export const PR_LIST_UNSUBSCRIBE: PropTag<string> = 0x1045001f as PropTag<string>;
/** PidTagListUnsubscribe (Miscellaneous): 8-bit string. @spec pidtaglistunsubscribe-canonical-property */
export const PR_LIST_UNSUBSCRIBE_A: PropTag<string> = 0x1045001e as PropTag<string>;
/** PidTagListUnsubscribe (Miscellaneous): Unicode string. @spec pidtaglistunsubscribe-canonical-property */
export const PR_LIST_UNSUBSCRIBE_W: PropTag<string> = 0x1045001f as PropTag<string>;
/** PidTagInternetReturnPath (MIME): Unicode string. @spec pidtaginternetreturnpath-canonical-property */
export const PR_INTERNET_RETURN_PATH: PropTag<string> = 0x1046001f as PropTag<string>;
/** PidTagInternetReturnPath (MIME): 8-bit string. @spec pidtaginternetreturnpath-canonical-property */
export const PR_INTERNET_RETURN_PATH_A: PropTag<string> = 0x1046001e as PropTag<string>;
/** PidTagInternetReturnPath (MIME): Unicode string. @spec pidtaginternetreturnpath-canonical-property */
export const PR_INTERNET_RETURN_PATH_W: PropTag<string> = 0x1046001f as PropTag<string>;
/** A property of servers: Unicode string. */
export const PidTagOriginalMessageId: PropTag<string> = 0x1046001f as PropTag<string>;
/** PidTagIconIndex (General messaging): 32-bit integer. @spec pidtagiconindex-canonical-property */
export const PR_ICON_INDEX: PropTag<number> = 0x10800003 as PropTag<number>;
/** PidTagLastVerbExecuted (History): 32-bit integer. @spec pidtaglastverbexecuted-canonical-property */
export const PR_LAST_VERB_EXECUTED: PropTag<number> = 0x10810003 as PropTag<number>;
/** PidTagLastVerbExecutionTime (History): point in time. @spec pidtaglastverbexecutiontime-canonical-property */
export const PR_LAST_VERB_EXECUTION_TIME: PropTag<FileTime> = 0x10820040 as PropTag<FileTime>;
/** PidTagFlagStatus (Miscellaneous): 32-bit integer. @spec pidtagflagstatus-canonical-property */
export const PR_FLAG_STATUS: PropTag<number> = 0x10900003 as PropTag<number>;
/** PidTagFlagCompleteTime (Miscellaneous): point in time. @spec pidtagflagcompletetime-canonical-property */
export const PR_FLAG_COMPLETE_TIME: PropTag<FileTime> = 0x10910040 as PropTag<FileTime>;
/** PidTagFollowupIcon (Rename message folder): 32-bit integer. @spec pidtagfollowupicon-canonical-property */
export const PR_FOLLOWUP_ICON: PropTag<number> = 0x10950003 as PropTag<number>;
/** A property of MAPITags.h: 32-bit integer. */
export const PR_BLOCK_STATUS: PropTag<number> = 0x10960003 as PropTag<number>;
/** PidTagItemTemporaryflags (General messaging): 32-bit integer. @spec pidtagitemtemporaryflags-canonical-property */
export const PR_ITEM_TMPFLAGS: PropTag<number> = 0x10970003 as PropTag<number>;
/** PidTagConflictItems (ICS): many: bytes. @spec pidtagconflictitems-canonical-property */
export const PR_CONFLICT_ITEMS: PropTag<readonly Uint8Array[]> = 0x10981102 as PropTag<readonly Uint8Array[]>;
/** A property of servers: point in time. */
export const PidTagICalendarStartTime: PropTag<FileTime> = 0x10c30040 as PropTag<FileTime>;
/** A property of servers: point in time. */
export const PidTagICalendarEndTime: PropTag<FileTime> = 0x10c40040 as PropTag<FileTime>;
/** A property of servers: point in time. */
export const PR_CDO_RECURRENCEID: PropTag<FileTime> = 0x10c50040 as PropTag<FileTime>;
/** A property of servers: point in time. */
export const PidTagICalendarReminderNextTime: PropTag<FileTime> = 0x10ca0040 as PropTag<FileTime>;
/** PidTagImapCachedMsgsize (Rename message folder): bytes. @spec pidtagimapcachedmsgsize-canonical-property */
export const PidTagImapCachedMsgsize: PropTag<Uint8Array> = 0x10f00102 as PropTag<Uint8Array>;
/** A property of EdkMdb.h: 8-bit string. */
export const PR_OWA_URL: PropTag<string> = 0x10f1001e as PropTag<string>;
/** A property of EdkMdb.h: true or false. */
export const PR_DISABLE_FULL_FIDELITY: PropTag<boolean> = 0x10f2000b as PropTag<boolean>;
/** PidTagUrlComponentName (General messaging): Unicode string. @spec pidtagurlcomponentname-canonical-property */
export const PR_URL_COMP_NAME: PropTag<string> = 0x10f3001f as PropTag<string>;
/** PidTagUrlComponentName (General messaging): 8-bit string. @spec pidtagurlcomponentname-canonical-property */
export const PR_URL_COMP_NAME_A: PropTag<string> = 0x10f3001e as PropTag<string>;
/** PidTagUrlComponentName (General messaging): Unicode string. @spec pidtagurlcomponentname-canonical-property */
export const PR_URL_COMP_NAME_W: PropTag<string> = 0x10f3001f as PropTag<string>;
/** A property of servers: Unicode string. */
export const PidTagUrlCompName: PropTag<string> = 0x10f3001f as PropTag<string>;
/** A property of EdkMdb.h: true or false. */
export const PR_ATTR_HIDDEN: PropTag<boolean> = 0x10f4000b as PropTag<boolean>;
/** A property of EdkMdb.h: true or false. */
export const PR_ATTR_SYSTEM: PropTag<boolean> = 0x10f5000b as PropTag<boolean>;
/** A property of EdkMdb.h: true or false. */
export const PR_ATTR_READONLY: PropTag<boolean> = 0x10f6000b as PropTag<boolean>;
/** A property of EdkMdb.h: bytes. */
export const PR_P1_CONTENT: PropTag<Uint8Array> = 0x11000102 as PropTag<Uint8Array>;
/** A property of EdkMdb.h: bytes. */
export const PR_P1_CONTENT_TYPE: PropTag<Uint8Array> = 0x11010102 as PropTag<Uint8Array>;
