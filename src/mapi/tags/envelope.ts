// Written by scripts/generate/mapi-tags.mjs from test/reference/mapi-properties.json; change the facts, not this file.
import type { PropTag } from '../types/proptag.js';
import type { FileTime } from '../types/proptype.js';

/** PidTagNull (Common): no value. @spec pidtagnull-canonical-property */
export const PR_NULL: PropTag<null> = 0x00000001 as PropTag<null>;
/** PidTagAcknowledgementMode (Exchange): 32-bit integer. @spec pidtagacknowledgementmode-canonical-property */
export const PR_ACKNOWLEDGEMENT_MODE: PropTag<number> = 0x00010003 as PropTag<number>;
/** A property of actMgmt.h: 32-bit integer. */
export const PR_CERT_PROP_VERSION: PropTag<number> = 0x00010003 as PropTag<number>;
/** A property of servers: bytes. */
export const PR_EMS_TEMPLATE_BLOB: PropTag<Uint8Array> = 0x00010102 as PropTag<Uint8Array>;
/** PidTagAlternateRecipientAllowed (Address): true or false. @spec pidtagalternaterecipientallowed-canonical-property */
export const PR_ALTERNATE_RECIPIENT_ALLOWED: PropTag<boolean> = 0x0002000b as PropTag<boolean>;
/** A property of servers: bytes. */
export const PR_CERT_ASYMETRIC_CAPS: PropTag<Uint8Array> = 0x00020102 as PropTag<Uint8Array>;
/** PidTagAuthorizingUsers (Exchange): bytes. @spec pidtagauthorizingusers-canonical-property */
export const PR_AUTHORIZING_USERS: PropTag<Uint8Array> = 0x00030102 as PropTag<Uint8Array>;
/** PidTagAutoForwardComment (General reporting): Unicode string. @spec pidtagautoforwardcomment-canonical-property */
export const PR_AUTO_FORWARD_COMMENT: PropTag<string> = 0x0004001f as PropTag<string>;
/** PidTagAutoForwardComment (General reporting): 8-bit string. @spec pidtagautoforwardcomment-canonical-property */
export const PR_AUTO_FORWARD_COMMENT_A: PropTag<string> = 0x0004001e as PropTag<string>;
/** PidTagAutoForwardComment (General reporting): Unicode string. @spec pidtagautoforwardcomment-canonical-property */
export const PR_AUTO_FORWARD_COMMENT_W: PropTag<string> = 0x0004001f as PropTag<string>;
/** A property of servers: bytes. */
export const PR_EMS_SCRIPT_BLOB: PropTag<Uint8Array> = 0x00040102 as PropTag<Uint8Array>;
/** PidTagAutoForwarded (General reporting): true or false. @spec pidtagautoforwarded-canonical-property */
export const PR_AUTO_FORWARDED: PropTag<boolean> = 0x0005000b as PropTag<boolean>;
/** PidTagContentConfidentialityAlgorithmId (Exchange): bytes. @spec pidtagcontentconfidentialityalgorithmid-canonical-property */
export const PR_CONTENT_CONFIDENTIALITY_ALGORITHM_ID: PropTag<Uint8Array> = 0x00060102 as PropTag<Uint8Array>;
/** A property of servers: 32-bit integer. */
export const PR_CERT_MESSAGE_ENCODING: PropTag<number> = 0x00060003 as PropTag<number>;
/** PidTagContentCorrelator (Exchange): bytes. @spec pidtagcontentcorrelator-canonical-property */
export const PR_CONTENT_CORRELATOR: PropTag<Uint8Array> = 0x00070102 as PropTag<Uint8Array>;
/** PidTagContentIdentifier (Exchange): Unicode string. @spec pidtagcontentidentifier-canonical-property */
export const PR_CONTENT_IDENTIFIER: PropTag<string> = 0x0008001f as PropTag<string>;
/** PidTagContentIdentifier (Exchange): 8-bit string. @spec pidtagcontentidentifier-canonical-property */
export const PR_CONTENT_IDENTIFIER_A: PropTag<string> = 0x0008001e as PropTag<string>;
/** PidTagContentIdentifier (Exchange): Unicode string. @spec pidtagcontentidentifier-canonical-property */
export const PR_CONTENT_IDENTIFIER_W: PropTag<string> = 0x0008001f as PropTag<string>;
/** PidTagContentLength (Exchange): 32-bit integer. @spec pidtagcontentlength-canonical-property */
export const PR_CONTENT_LENGTH: PropTag<number> = 0x00090003 as PropTag<number>;
/** A property of servers: bytes. */
export const PR_CERT_SIGN_SHA1_HASH: PropTag<Uint8Array> = 0x00090102 as PropTag<Uint8Array>;
/** PidTagContentReturnRequested (Report): true or false. @spec pidtagcontentreturnrequested-canonical-property */
export const PR_CONTENT_RETURN_REQUESTED: PropTag<boolean> = 0x000a000b as PropTag<boolean>;
/** PidTagConversationKey (General messaging): bytes. @spec pidtagconversationkey-canonical-property */
export const PR_CONVERSATION_KEY: PropTag<Uint8Array> = 0x000b0102 as PropTag<Uint8Array>;
/** A property of servers: 8-bit string. */
export const PR_CERT_DISPLAY_NAME_A: PropTag<string> = 0x000b001e as PropTag<string>;
/** PidTagConversionEits (Exchange): bytes. @spec pidtagconversioneits-canonical-property */
export const PR_CONVERSION_EITS: PropTag<Uint8Array> = 0x000c0102 as PropTag<Uint8Array>;
/** PidTagConversionWithLossProhibited (General configuration): true or false. @spec pidtagconversionwithlossprohibited-canonical-property */
export const PR_CONVERSION_WITH_LOSS_PROHIBITED: PropTag<boolean> = 0x000d000b as PropTag<boolean>;
/** PidTagConvertedEits (Exchange): bytes. @spec pidtagconvertedeits-canonical-property */
export const PR_CONVERTED_EITS: PropTag<Uint8Array> = 0x000e0102 as PropTag<Uint8Array>;
/** PidTagDeferredDeliveryTime (MAPI envelope): point in time. @spec pidtagdeferreddeliverytime-canonical-property */
export const PR_DEFERRED_DELIVERY_TIME: PropTag<FileTime> = 0x000f0040 as PropTag<FileTime>;
/** PidTagDeliverTime (MAPI envelope): point in time. @spec pidtagdelivertime-canonical-property */
export const PR_DELIVER_TIME: PropTag<FileTime> = 0x00100040 as PropTag<FileTime>;
/** PidTagDiscardReason (MAPI envelope): 32-bit integer. @spec pidtagdiscardreason-canonical-property */
export const PR_DISCARD_REASON: PropTag<number> = 0x00110003 as PropTag<number>;
/** PidTagDisclosureOfRecipients (MAPI envelope): true or false. @spec pidtagdisclosureofrecipients-canonical-property */
export const PR_DISCLOSURE_OF_RECIPIENTS: PropTag<boolean> = 0x0012000b as PropTag<boolean>;
/** PidTagDistributionListExpansionHistory (MAPI envelope): bytes. @spec pidtagdistributionlistexpansionhistory-canonical-property */
export const PR_DL_EXPANSION_HISTORY: PropTag<Uint8Array> = 0x00130102 as PropTag<Uint8Array>;
/** PidTagDistributionListExpansionProhibited (MAPI envelope): true or false. @spec pidtagdistributionlistexpansionprohibited-canonical-property */
export const PR_DL_EXPANSION_PROHIBITED: PropTag<boolean> = 0x0014000b as PropTag<boolean>;
/** PidTagExpiryTime (MAPI envelope): point in time. @spec pidtagexpirytime-canonical-property */
export const PR_EXPIRY_TIME: PropTag<FileTime> = 0x00150040 as PropTag<FileTime>;
/** PidTagImplicitConversionProhibited (Server): true or false. @spec pidtagimplicitconversionprohibited-canonical-property */
export const PR_IMPLICIT_CONVERSION_PROHIBITED: PropTag<boolean> = 0x0016000b as PropTag<boolean>;
/** PidTagImportance (General messaging): 32-bit integer. @spec pidtagimportance-canonical-property */
export const PR_IMPORTANCE: PropTag<number> = 0x00170003 as PropTag<number>;
/** A property of MAPITags.h and actMgmt.h: bytes. */
export const PR_IPM_ID: PropTag<Uint8Array> = 0x00180102 as PropTag<Uint8Array>;
/** PidTagLatestDeliveryTime (General messaging): point in time. @spec pidtaglatestdeliverytime-canonical-property */
export const PR_LATEST_DELIVERY_TIME: PropTag<FileTime> = 0x00190040 as PropTag<FileTime>;
/** PidTagMessageClass (Common): Unicode string. @spec pidtagmessageclass-canonical-property */
export const PR_MESSAGE_CLASS: PropTag<string> = 0x001a001f as PropTag<string>;
/** PidTagMessageClass (Common): 8-bit string. @spec pidtagmessageclass-canonical-property */
export const PR_MESSAGE_CLASS_A: PropTag<string> = 0x001a001e as PropTag<string>;
/** PidTagMessageClass (Common): Unicode string. @spec pidtagmessageclass-canonical-property */
export const PR_MESSAGE_CLASS_W: PropTag<string> = 0x001a001f as PropTag<string>;
/** PidTagMessageDeliveryId (Server): bytes. @spec pidtagmessagedeliveryid-canonical-property */
export const PR_MESSAGE_DELIVERY_ID: PropTag<Uint8Array> = 0x001b0102 as PropTag<Uint8Array>;
/** PidTagMessageSecurityLabel (Server): bytes. @spec pidtagmessagesecuritylabel-canonical-property */
export const PR_MESSAGE_SECURITY_LABEL: PropTag<Uint8Array> = 0x001e0102 as PropTag<Uint8Array>;
/** PidTagObsoletedMessageIds (Server): bytes. @spec pidtagobsoletedmessageids-canonical-property */
export const PR_OBSOLETED_IPMS: PropTag<Uint8Array> = 0x001f0102 as PropTag<Uint8Array>;
/** PidTagOriginallyIntendedRecipientName (Server): bytes. @spec pidtagoriginallyintendedrecipientname-canonical-property */
export const PR_ORIGINALLY_INTENDED_RECIPIENT_NAME: PropTag<Uint8Array> = 0x00200102 as PropTag<Uint8Array>;
/** A property of extraPropTags.h: 32-bit integer. */
export const PR_CERT_DEFAULTS: PropTag<number> = 0x00200003 as PropTag<number>;
/** PidTagOriginalEits (Server): bytes. @spec pidtagoriginaleits-canonical-property */
export const PR_ORIGINAL_EITS: PropTag<Uint8Array> = 0x00210102 as PropTag<Uint8Array>;
/** PidTagOriginatorCertificate (MIME): bytes. @spec pidtagoriginatorcertificate-canonical-property */
export const PR_ORIGINATOR_CERTIFICATE: PropTag<Uint8Array> = 0x00220102 as PropTag<Uint8Array>;
/** A property of actMgmt.h: bytes. */
export const PR_CERT_KEYEX_SHA1_HASH: PropTag<Uint8Array> = 0x00220102 as PropTag<Uint8Array>;
/** PidTagOriginatorDeliveryReportRequested (MIME): true or false. @spec pidtagoriginatordeliveryreportrequested-canonical-property */
export const PR_ORIGINATOR_DELIVERY_REPORT_REQUESTED: PropTag<boolean> = 0x0023000b as PropTag<boolean>;
/** PidTagOriginatorReturnAddress (MIME): bytes. @spec pidtagoriginatorreturnaddress-canonical-property */
export const PR_ORIGINATOR_RETURN_ADDRESS: PropTag<Uint8Array> = 0x00240102 as PropTag<Uint8Array>;
/** A property of MAPITags.h: bytes. */
export const PR_PARENT_KEY: PropTag<Uint8Array> = 0x00250102 as PropTag<Uint8Array>;
/** PidTagPriority (Email): 32-bit integer. @spec pidtagpriority-canonical-property */
export const PR_PRIORITY: PropTag<number> = 0x00260003 as PropTag<number>;
/** PidTagOriginCheck (Server): bytes. @spec pidtagorigincheck-canonical-property */
export const PR_ORIGIN_CHECK: PropTag<Uint8Array> = 0x00270102 as PropTag<Uint8Array>;
/** PidTagProofOfSubmissionRequested (MAPI envelope): true or false. @spec pidtagproofofsubmissionrequested-canonical-property */
export const PR_PROOF_OF_SUBMISSION_REQUESTED: PropTag<boolean> = 0x0028000b as PropTag<boolean>;
/** PidTagReadReceiptRequested (Email): true or false. @spec pidtagreadreceiptrequested-canonical-property */
export const PR_READ_RECEIPT_REQUESTED: PropTag<boolean> = 0x0029000b as PropTag<boolean>;
/** PidTagReceiptTime (MAPI envelope): point in time. @spec pidtagreceipttime-canonical-property */
export const PR_RECEIPT_TIME: PropTag<FileTime> = 0x002a0040 as PropTag<FileTime>;
/** PidTagRecipientReassignmentProhibited (MAPI Envelope): true or false. @spec pidtagrecipientreassignmentprohibited-canonical-property */
export const PR_RECIPIENT_REASSIGNMENT_PROHIBITED: PropTag<boolean> = 0x002b000b as PropTag<boolean>;
/** PidTagRedirectionHistory (MAPI envelope): bytes. @spec pidtagredirectionhistory-canonical-property */
export const PR_REDIRECTION_HISTORY: PropTag<Uint8Array> = 0x002c0102 as PropTag<Uint8Array>;
/** PidTagRelatedMessageIds (MAPI envelope): bytes. @spec pidtagrelatedmessageids-canonical-property */
export const PR_RELATED_IPMS: PropTag<Uint8Array> = 0x002d0102 as PropTag<Uint8Array>;
/** PidTagOriginalSensitivity (General messaging): 32-bit integer. @spec pidtagoriginalsensitivity-canonical-property */
export const PR_ORIGINAL_SENSITIVITY: PropTag<number> = 0x002e0003 as PropTag<number>;
/** PidTagLanguages (General messaging): Unicode string. @spec pidtaglanguages-canonical-property */
export const PR_LANGUAGES: PropTag<string> = 0x002f001f as PropTag<string>;
/** PidTagLanguages (General messaging): 8-bit string. @spec pidtaglanguages-canonical-property */
export const PR_LANGUAGES_A: PropTag<string> = 0x002f001e as PropTag<string>;
/** PidTagLanguages (General messaging): Unicode string. @spec pidtaglanguages-canonical-property */
export const PR_LANGUAGES_W: PropTag<string> = 0x002f001f as PropTag<string>;
/** PidTagReplyTime (MAPI envelope): point in time. @spec pidtagreplytime-canonical-property */
export const PR_REPLY_TIME: PropTag<FileTime> = 0x00300040 as PropTag<FileTime>;
/** PidTagReportTag (MAPI envelope): bytes. @spec pidtagreporttag-canonical-property */
export const PR_REPORT_TAG: PropTag<Uint8Array> = 0x00310102 as PropTag<Uint8Array>;
/** PidTagReportTime (MAPI envelope): point in time. @spec pidtagreporttime-canonical-property */
export const PR_REPORT_TIME: PropTag<FileTime> = 0x00320040 as PropTag<FileTime>;
/** PidTagReturnedMessageid (MAPI envelope): true or false. @spec pidtagreturnedmessageid-canonical-property */
export const PR_RETURNED_IPM: PropTag<boolean> = 0x0033000b as PropTag<boolean>;
/** A property of MAPITags.h: 32-bit integer. */
export const PR_SECURITY: PropTag<number> = 0x00340003 as PropTag<number>;
/** PidTagIncompleteCopy (General Message Properties): true or false. @spec pidtagincompletecopy-canonical-property */
export const PR_INCOMPLETE_COPY: PropTag<boolean> = 0x0035000b as PropTag<boolean>;
/** PidTagSensitivity (General messaging): 32-bit integer. @spec pidtagsensitivity-canonical-property */
export const PR_SENSITIVITY: PropTag<number> = 0x00360003 as PropTag<number>;
/** PidTagSubject (General messaging): Unicode string. @spec pidtagsubject-canonical-property */
export const PR_SUBJECT: PropTag<string> = 0x0037001f as PropTag<string>;
/** PidTagSubject (General messaging): 8-bit string. @spec pidtagsubject-canonical-property */
export const PR_SUBJECT_A: PropTag<string> = 0x0037001e as PropTag<string>;
/** PidTagSubject (General messaging): Unicode string. @spec pidtagsubject-canonical-property */
export const PR_SUBJECT_W: PropTag<string> = 0x0037001f as PropTag<string>;
/** PidTagSubjectMessageId (MAPI envelope): bytes. @spec pidtagsubjectmessageid-canonical-property */
export const PR_SUBJECT_IPM: PropTag<Uint8Array> = 0x00380102 as PropTag<Uint8Array>;
/** PidTagClientSubmitTime (Message time): point in time. @spec pidtagclientsubmittime-canonical-property */
export const PR_CLIENT_SUBMIT_TIME: PropTag<FileTime> = 0x00390040 as PropTag<FileTime>;
/** PidTagReportName (MAPI envelope): Unicode string. @spec pidtagreportname-canonical-property */
export const PR_REPORT_NAME: PropTag<string> = 0x003a001f as PropTag<string>;
/** PidTagReportName (MAPI envelope): 8-bit string. @spec pidtagreportname-canonical-property */
export const PR_REPORT_NAME_A: PropTag<string> = 0x003a001e as PropTag<string>;
/** PidTagReportName (MAPI envelope): Unicode string. @spec pidtagreportname-canonical-property */
export const PR_REPORT_NAME_W: PropTag<string> = 0x003a001f as PropTag<string>;
/** PidTagSentRepresentingSearchKey (Address): bytes. @spec pidtagsentrepresentingsearchkey-canonical-property */
export const PR_SENT_REPRESENTING_SEARCH_KEY: PropTag<Uint8Array> = 0x003b0102 as PropTag<Uint8Array>;
/** PidTagX400ContentType (X400): bytes. @spec pidtagx400contenttype-canonical-property */
export const PR_X400_CONTENT_TYPE: PropTag<Uint8Array> = 0x003c0102 as PropTag<Uint8Array>;
/** PidTagSubjectPrefix (General messaging): Unicode string. @spec pidtagsubjectprefix-canonical-property */
export const PR_SUBJECT_PREFIX: PropTag<string> = 0x003d001f as PropTag<string>;
/** PidTagSubjectPrefix (General messaging): 8-bit string. @spec pidtagsubjectprefix-canonical-property */
export const PR_SUBJECT_PREFIX_A: PropTag<string> = 0x003d001e as PropTag<string>;
/** PidTagSubjectPrefix (General messaging): Unicode string. @spec pidtagsubjectprefix-canonical-property */
export const PR_SUBJECT_PREFIX_W: PropTag<string> = 0x003d001f as PropTag<string>;
/** PidTagNonReceiptReason (Exchange): 32-bit integer. @spec pidtagnonreceiptreason-canonical-property */
export const PR_NON_RECEIPT_REASON: PropTag<number> = 0x003e0003 as PropTag<number>;
/** PidTagReceivedByEntryId (Address book): bytes. @spec pidtagreceivedbyentryid-canonical-property */
export const PR_RECEIVED_BY_ENTRYID: PropTag<Uint8Array> = 0x003f0102 as PropTag<Uint8Array>;
/** PidTagReceivedByName (Address): Unicode string. @spec pidtagreceivedbyname-canonical-property */
export const PR_RECEIVED_BY_NAME: PropTag<string> = 0x0040001f as PropTag<string>;
/** PidTagReceivedByName (Address): 8-bit string. @spec pidtagreceivedbyname-canonical-property */
export const PR_RECEIVED_BY_NAME_A: PropTag<string> = 0x0040001e as PropTag<string>;
/** PidTagReceivedByName (Address): Unicode string. @spec pidtagreceivedbyname-canonical-property */
export const PR_RECEIVED_BY_NAME_W: PropTag<string> = 0x0040001f as PropTag<string>;
/** PidTagSentRepresentingEntryId (Address): bytes. @spec pidtagsentrepresentingentryid-canonical-property */
export const PR_SENT_REPRESENTING_ENTRYID: PropTag<Uint8Array> = 0x00410102 as PropTag<Uint8Array>;
/** PidTagSentRepresentingName (Address): Unicode string. @spec pidtagsentrepresentingname-canonical-property */
export const PR_SENT_REPRESENTING_NAME: PropTag<string> = 0x0042001f as PropTag<string>;
/** PidTagSentRepresentingName (Address): 8-bit string. @spec pidtagsentrepresentingname-canonical-property */
export const PR_SENT_REPRESENTING_NAME_A: PropTag<string> = 0x0042001e as PropTag<string>;
/** PidTagSentRepresentingName (Address): Unicode string. @spec pidtagsentrepresentingname-canonical-property */
export const PR_SENT_REPRESENTING_NAME_W: PropTag<string> = 0x0042001f as PropTag<string>;
/** PidTagReceivedRepresentingEntryId (Address): bytes. @spec pidtagreceivedrepresentingentryid-canonical-property */
export const PR_RCVD_REPRESENTING_ENTRYID: PropTag<Uint8Array> = 0x00430102 as PropTag<Uint8Array>;
/** PidTagReceivedRepresentingName (Address): Unicode string. @spec pidtagreceivedrepresentingname-canonical-property */
export const PR_RCVD_REPRESENTING_NAME: PropTag<string> = 0x0044001f as PropTag<string>;
/** PidTagReceivedRepresentingName (Address): 8-bit string. @spec pidtagreceivedrepresentingname-canonical-property */
export const PR_RCVD_REPRESENTING_NAME_A: PropTag<string> = 0x0044001e as PropTag<string>;
/** PidTagReceivedRepresentingName (Address): Unicode string. @spec pidtagreceivedrepresentingname-canonical-property */
export const PR_RCVD_REPRESENTING_NAME_W: PropTag<string> = 0x0044001f as PropTag<string>;
/** PidTagReportEntryId (MAPI envelope): bytes. @spec pidtagreportentryid-canonical-property */
export const PR_REPORT_ENTRYID: PropTag<Uint8Array> = 0x00450102 as PropTag<Uint8Array>;
/** PidTagReadReceiptEntryId (MAPI envelope): bytes. @spec pidtagreadreceiptentryid-canonical-property */
export const PR_READ_RECEIPT_ENTRYID: PropTag<Uint8Array> = 0x00460102 as PropTag<Uint8Array>;
/** PidTagMessageSubmissionId (Email): bytes. @spec pidtagmessagesubmissionid-canonical-property */
export const PR_MESSAGE_SUBMISSION_ID: PropTag<Uint8Array> = 0x00470102 as PropTag<Uint8Array>;
/** A property of EdkMdb.h: bytes. */
export const PR_MTS_ID: PropTag<Uint8Array> = 0x00470102 as PropTag<Uint8Array>;
/** A property of EdkMdb.h: bytes. */
export const PR_MTS_REPORT_ID: PropTag<Uint8Array> = 0x00470102 as PropTag<Uint8Array>;
/** PidTagProviderSubmitTime (MAPI envelope): point in time. @spec pidtagprovidersubmittime-canonical-property */
export const PR_PROVIDER_SUBMIT_TIME: PropTag<FileTime> = 0x00480040 as PropTag<FileTime>;
/** PidTagOriginalSubject (General messaging): Unicode string. @spec pidtagoriginalsubject-canonical-property */
export const PR_ORIGINAL_SUBJECT: PropTag<string> = 0x0049001f as PropTag<string>;
/** PidTagOriginalSubject (General messaging): 8-bit string. @spec pidtagoriginalsubject-canonical-property */
export const PR_ORIGINAL_SUBJECT_A: PropTag<string> = 0x0049001e as PropTag<string>;
/** PidTagOriginalSubject (General messaging): Unicode string. @spec pidtagoriginalsubject-canonical-property */
export const PR_ORIGINAL_SUBJECT_W: PropTag<string> = 0x0049001f as PropTag<string>;
/** A property of MAPITags.h: true or false. */
export const PR_DISC_VAL: PropTag<boolean> = 0x004a000b as PropTag<boolean>;
/** PidTagOriginalMessageClass (Secure Messaging Properties): Unicode string. @spec pidtagoriginalmessageclass-canonical-property */
export const PR_ORIG_MESSAGE_CLASS: PropTag<string> = 0x004b001f as PropTag<string>;
/** PidTagOriginalMessageClass (Secure Messaging Properties): 8-bit string. @spec pidtagoriginalmessageclass-canonical-property */
export const PR_ORIG_MESSAGE_CLASS_A: PropTag<string> = 0x004b001e as PropTag<string>;
/** PidTagOriginalMessageClass (Secure Messaging Properties): Unicode string. @spec pidtagoriginalmessageclass-canonical-property */
export const PR_ORIG_MESSAGE_CLASS_W: PropTag<string> = 0x004b001f as PropTag<string>;
/** PidTagOriginalAuthorEntryId (General messaging): bytes. @spec pidtagoriginalauthorentryid-canonical-property */
export const PR_ORIGINAL_AUTHOR_ENTRYID: PropTag<Uint8Array> = 0x004c0102 as PropTag<Uint8Array>;
/** PidTagOriginalAuthorName (Email): Unicode string. @spec pidtagoriginalauthorname-canonical-property */
export const PR_ORIGINAL_AUTHOR_NAME: PropTag<string> = 0x004d001f as PropTag<string>;
/** PidTagOriginalAuthorName (Email): 8-bit string. @spec pidtagoriginalauthorname-canonical-property */
export const PR_ORIGINAL_AUTHOR_NAME_A: PropTag<string> = 0x004d001e as PropTag<string>;
/** PidTagOriginalAuthorName (Email): Unicode string. @spec pidtagoriginalauthorname-canonical-property */
export const PR_ORIGINAL_AUTHOR_NAME_W: PropTag<string> = 0x004d001f as PropTag<string>;
/** PidTagOriginalSubmitTime (General messaging): point in time. @spec pidtagoriginalsubmittime-canonical-property */
export const PR_ORIGINAL_SUBMIT_TIME: PropTag<FileTime> = 0x004e0040 as PropTag<FileTime>;
/** PidTagReplyRecipientEntries (MAPI envelope): bytes. @spec pidtagreplyrecipiententries-canonical-property */
export const PR_REPLY_RECIPIENT_ENTRIES: PropTag<Uint8Array> = 0x004f0102 as PropTag<Uint8Array>;
/** PidTagReplyRecipientNames (MAPI envelope): Unicode string. @spec pidtagreplyrecipientnames-canonical-property */
export const PR_REPLY_RECIPIENT_NAMES: PropTag<string> = 0x0050001f as PropTag<string>;
/** PidTagReplyRecipientNames (MAPI envelope): 8-bit string. @spec pidtagreplyrecipientnames-canonical-property */
export const PR_REPLY_RECIPIENT_NAMES_A: PropTag<string> = 0x0050001e as PropTag<string>;
/** PidTagReplyRecipientNames (MAPI envelope): Unicode string. @spec pidtagreplyrecipientnames-canonical-property */
export const PR_REPLY_RECIPIENT_NAMES_W: PropTag<string> = 0x0050001f as PropTag<string>;
/** PidTagReceivedBySearchKey (Address): bytes. @spec pidtagreceivedbysearchkey-canonical-property */
export const PR_RECEIVED_BY_SEARCH_KEY: PropTag<Uint8Array> = 0x00510102 as PropTag<Uint8Array>;
/** PidTagReceivedRepresentingSearchKey (Address): bytes. @spec pidtagreceivedrepresentingsearchkey-canonical-property */
export const PR_RCVD_REPRESENTING_SEARCH_KEY: PropTag<Uint8Array> = 0x00520102 as PropTag<Uint8Array>;
/** PidTagReadReceiptSearchKey (MAPI envelope): bytes. @spec pidtagreadreceiptsearchkey-canonical-property */
export const PR_READ_RECEIPT_SEARCH_KEY: PropTag<Uint8Array> = 0x00530102 as PropTag<Uint8Array>;
/** PidTagReportSearchKey (MAPI envelope): bytes. @spec pidtagreportsearchkey-canonical-property */
export const PR_REPORT_SEARCH_KEY: PropTag<Uint8Array> = 0x00540102 as PropTag<Uint8Array>;
/** PidTagOriginalDeliveryTime (General messaging): point in time. @spec pidtagoriginaldeliverytime-canonical-property */
export const PR_ORIGINAL_DELIVERY_TIME: PropTag<FileTime> = 0x00550040 as PropTag<FileTime>;
/** PidTagOriginalAuthorSearchKey (Server): bytes. @spec pidtagoriginalauthorsearchkey-canonical-property */
export const PR_ORIGINAL_AUTHOR_SEARCH_KEY: PropTag<Uint8Array> = 0x00560102 as PropTag<Uint8Array>;
/** PidTagMessageToMe (General messaging): true or false. @spec pidtagmessagetome-canonical-property */
export const PR_MESSAGE_TO_ME: PropTag<boolean> = 0x0057000b as PropTag<boolean>;
/** PidTagMessageCcMe (General messaging): true or false. @spec pidtagmessageccme-canonical-property */
export const PR_MESSAGE_CC_ME: PropTag<boolean> = 0x0058000b as PropTag<boolean>;
/** PidTagMessageRecipientMe (General messaging): true or false. @spec pidtagmessagerecipientme-canonical-property */
export const PR_MESSAGE_RECIP_ME: PropTag<boolean> = 0x0059000b as PropTag<boolean>;
/** PidTagOriginalSenderName (General messaging): Unicode string. @spec pidtagoriginalsendername-canonical-property */
export const PR_ORIGINAL_SENDER_NAME: PropTag<string> = 0x005a001f as PropTag<string>;
/** PidTagOriginalSenderName (General messaging): 8-bit string. @spec pidtagoriginalsendername-canonical-property */
export const PR_ORIGINAL_SENDER_NAME_A: PropTag<string> = 0x005a001e as PropTag<string>;
/** PidTagOriginalSenderName (General messaging): Unicode string. @spec pidtagoriginalsendername-canonical-property */
export const PR_ORIGINAL_SENDER_NAME_W: PropTag<string> = 0x005a001f as PropTag<string>;
/** PidTagOriginalSenderEntryId (General messaging): bytes. @spec pidtagoriginalsenderentryid-canonical-property */
export const PR_ORIGINAL_SENDER_ENTRYID: PropTag<Uint8Array> = 0x005b0102 as PropTag<Uint8Array>;
/** PidTagOriginalSenderSearchKey (General messaging): bytes. @spec pidtagoriginalsendersearchkey-canonical-property */
export const PR_ORIGINAL_SENDER_SEARCH_KEY: PropTag<Uint8Array> = 0x005c0102 as PropTag<Uint8Array>;
/** PidTagOriginalSentRepresentingName (General messaging): Unicode string. @spec pidtagoriginalsentrepresentingname-canonical-property */
export const PR_ORIGINAL_SENT_REPRESENTING_NAME: PropTag<string> = 0x005d001f as PropTag<string>;
/** PidTagOriginalSentRepresentingName (General messaging): 8-bit string. @spec pidtagoriginalsentrepresentingname-canonical-property */
export const PR_ORIGINAL_SENT_REPRESENTING_NAME_A: PropTag<string> = 0x005d001e as PropTag<string>;
/** PidTagOriginalSentRepresentingName (General messaging): Unicode string. @spec pidtagoriginalsentrepresentingname-canonical-property */
export const PR_ORIGINAL_SENT_REPRESENTING_NAME_W: PropTag<string> = 0x005d001f as PropTag<string>;
/** PidTagOriginalSentRepresentingEntryId (General messaging): bytes. @spec pidtagoriginalsentrepresentingentryid-canonical-property */
export const PR_ORIGINAL_SENT_REPRESENTING_ENTRYID: PropTag<Uint8Array> = 0x005e0102 as PropTag<Uint8Array>;
/** PidTagOriginalSentRepresentingSearchKey (General messaging): bytes. @spec pidtagoriginalsentrepresentingsearchkey-canonical-property */
export const PR_ORIGINAL_SENT_REPRESENTING_SEARCH_KEY: PropTag<Uint8Array> = 0x005f0102 as PropTag<Uint8Array>;
/** PidTagStartDate (MAPI envelope): point in time. @spec pidtagstartdate-canonical-property */
export const PR_START_DATE: PropTag<FileTime> = 0x00600040 as PropTag<FileTime>;
/** PidTagEndDate (MAPI envelope): point in time. @spec pidtagenddate-canonical-property */
export const PR_END_DATE: PropTag<FileTime> = 0x00610040 as PropTag<FileTime>;
/** PidTagOwnerAppointmentId (Appointment): 32-bit integer. @spec pidtagownerappointmentid-canonical-property */
export const PR_OWNER_APPT_ID: PropTag<number> = 0x00620003 as PropTag<number>;
/** PidTagResponseRequested (MAPI envelope): true or false. @spec pidtagresponserequested-canonical-property */
export const PR_RESPONSE_REQUESTED: PropTag<boolean> = 0x0063000b as PropTag<boolean>;
/** PidTagSentRepresentingAddressType (Address): Unicode string. @spec pidtagsentrepresentingaddresstype-canonical-property */
export const PR_SENT_REPRESENTING_ADDRTYPE: PropTag<string> = 0x0064001f as PropTag<string>;
/** PidTagSentRepresentingAddressType (Address): 8-bit string. @spec pidtagsentrepresentingaddresstype-canonical-property */
export const PR_SENT_REPRESENTING_ADDRTYPE_A: PropTag<string> = 0x0064001e as PropTag<string>;
/** PidTagSentRepresentingAddressType (Address): Unicode string. @spec pidtagsentrepresentingaddresstype-canonical-property */
export const PR_SENT_REPRESENTING_ADDRTYPE_W: PropTag<string> = 0x0064001f as PropTag<string>;
/** PidTagSentRepresentingEmailAddress (Address): Unicode string. @spec pidtagsentrepresentingemailaddress-canonical-property */
export const PR_SENT_REPRESENTING_EMAIL_ADDRESS: PropTag<string> = 0x0065001f as PropTag<string>;
/** PidTagSentRepresentingEmailAddress (Address): 8-bit string. @spec pidtagsentrepresentingemailaddress-canonical-property */
export const PR_SENT_REPRESENTING_EMAIL_ADDRESS_A: PropTag<string> = 0x0065001e as PropTag<string>;
/** PidTagSentRepresentingEmailAddress (Address): Unicode string. @spec pidtagsentrepresentingemailaddress-canonical-property */
export const PR_SENT_REPRESENTING_EMAIL_ADDRESS_W: PropTag<string> = 0x0065001f as PropTag<string>;
/** PidTagOriginalSenderAddressType (General messaging): Unicode string. @spec pidtagoriginalsenderaddresstype-canonical-property */
export const PR_ORIGINAL_SENDER_ADDRTYPE: PropTag<string> = 0x0066001f as PropTag<string>;
/** PidTagOriginalSenderAddressType (General messaging): 8-bit string. @spec pidtagoriginalsenderaddresstype-canonical-property */
export const PR_ORIGINAL_SENDER_ADDRTYPE_A: PropTag<string> = 0x0066001e as PropTag<string>;
/** PidTagOriginalSenderAddressType (General messaging): Unicode string. @spec pidtagoriginalsenderaddresstype-canonical-property */
export const PR_ORIGINAL_SENDER_ADDRTYPE_W: PropTag<string> = 0x0066001f as PropTag<string>;
/** PidTagOriginalSenderEmailAddress (General messaging): Unicode string. @spec pidtagoriginalsenderemailaddress-canonical-property */
export const PR_ORIGINAL_SENDER_EMAIL_ADDRESS: PropTag<string> = 0x0067001f as PropTag<string>;
/** PidTagOriginalSenderEmailAddress (General messaging): 8-bit string. @spec pidtagoriginalsenderemailaddress-canonical-property */
export const PR_ORIGINAL_SENDER_EMAIL_ADDRESS_A: PropTag<string> = 0x0067001e as PropTag<string>;
/** PidTagOriginalSenderEmailAddress (General messaging): Unicode string. @spec pidtagoriginalsenderemailaddress-canonical-property */
export const PR_ORIGINAL_SENDER_EMAIL_ADDRESS_W: PropTag<string> = 0x0067001f as PropTag<string>;
/** PidTagOriginalSentRepresentingAddressType (General messaging): Unicode string. @spec pidtagoriginalsentrepresentingaddresstype-canonical-property */
export const PR_ORIGINAL_SENT_REPRESENTING_ADDRTYPE: PropTag<string> = 0x0068001f as PropTag<string>;
/** PidTagOriginalSentRepresentingAddressType (General messaging): 8-bit string. @spec pidtagoriginalsentrepresentingaddresstype-canonical-property */
export const PR_ORIGINAL_SENT_REPRESENTING_ADDRTYPE_A: PropTag<string> = 0x0068001e as PropTag<string>;
/** PidTagOriginalSentRepresentingAddressType (General messaging): Unicode string. @spec pidtagoriginalsentrepresentingaddresstype-canonical-property */
export const PR_ORIGINAL_SENT_REPRESENTING_ADDRTYPE_W: PropTag<string> = 0x0068001f as PropTag<string>;
/** PidTagOriginalSentRepresentingEmailAddress (General messaging): Unicode string. @spec pidtagoriginalsentrepresentingemailaddress-canonical-property */
export const PR_ORIGINAL_SENT_REPRESENTING_EMAIL_ADDRESS: PropTag<string> = 0x0069001f as PropTag<string>;
/** PidTagOriginalSentRepresentingEmailAddress (General messaging): 8-bit string. @spec pidtagoriginalsentrepresentingemailaddress-canonical-property */
export const PR_ORIGINAL_SENT_REPRESENTING_EMAIL_ADDRESS_A: PropTag<string> = 0x0069001e as PropTag<string>;
/** PidTagOriginalSentRepresentingEmailAddress (General messaging): Unicode string. @spec pidtagoriginalsentrepresentingemailaddress-canonical-property */
export const PR_ORIGINAL_SENT_REPRESENTING_EMAIL_ADDRESS_W: PropTag<string> = 0x0069001f as PropTag<string>;
/** PidTagConversationTopic (General messaging): Unicode string. @spec pidtagconversationtopic-canonical-property */
export const PR_CONVERSATION_TOPIC: PropTag<string> = 0x0070001f as PropTag<string>;
/** PidTagConversationTopic (General messaging): 8-bit string. @spec pidtagconversationtopic-canonical-property */
export const PR_CONVERSATION_TOPIC_A: PropTag<string> = 0x0070001e as PropTag<string>;
/** PidTagConversationTopic (General messaging): Unicode string. @spec pidtagconversationtopic-canonical-property */
export const PR_CONVERSATION_TOPIC_W: PropTag<string> = 0x0070001f as PropTag<string>;
/** PidTagConversationIndex (General messaging): bytes. @spec pidtagconversationindex-canonical-property */
export const PR_CONVERSATION_INDEX: PropTag<Uint8Array> = 0x00710102 as PropTag<Uint8Array>;
/** PidTagOriginalDisplayBcc (General messaging): Unicode string. @spec pidtagoriginaldisplaybcc-canonical-property */
export const PR_ORIGINAL_DISPLAY_BCC: PropTag<string> = 0x0072001f as PropTag<string>;
/** PidTagOriginalDisplayBcc (General messaging): 8-bit string. @spec pidtagoriginaldisplaybcc-canonical-property */
export const PR_ORIGINAL_DISPLAY_BCC_A: PropTag<string> = 0x0072001e as PropTag<string>;
/** PidTagOriginalDisplayBcc (General messaging): Unicode string. @spec pidtagoriginaldisplaybcc-canonical-property */
export const PR_ORIGINAL_DISPLAY_BCC_W: PropTag<string> = 0x0072001f as PropTag<string>;
/** PidTagOriginalDisplayCc (General messaging): Unicode string. @spec pidtagoriginaldisplaycc-canonical-property */
export const PR_ORIGINAL_DISPLAY_CC: PropTag<string> = 0x0073001f as PropTag<string>;
/** PidTagOriginalDisplayCc (General messaging): 8-bit string. @spec pidtagoriginaldisplaycc-canonical-property */
export const PR_ORIGINAL_DISPLAY_CC_A: PropTag<string> = 0x0073001e as PropTag<string>;
/** PidTagOriginalDisplayCc (General messaging): Unicode string. @spec pidtagoriginaldisplaycc-canonical-property */
export const PR_ORIGINAL_DISPLAY_CC_W: PropTag<string> = 0x0073001f as PropTag<string>;
/** PidTagOriginalDisplayTo (General messaging): Unicode string. @spec pidtagoriginaldisplayto-canonical-property */
export const PR_ORIGINAL_DISPLAY_TO: PropTag<string> = 0x0074001f as PropTag<string>;
/** PidTagOriginalDisplayTo (General messaging): 8-bit string. @spec pidtagoriginaldisplayto-canonical-property */
export const PR_ORIGINAL_DISPLAY_TO_A: PropTag<string> = 0x0074001e as PropTag<string>;
/** PidTagOriginalDisplayTo (General messaging): Unicode string. @spec pidtagoriginaldisplayto-canonical-property */
export const PR_ORIGINAL_DISPLAY_TO_W: PropTag<string> = 0x0074001f as PropTag<string>;
/** PidTagReceivedByAddressType (MAPI envelope): Unicode string. @spec pidtagreceivedbyaddresstype-canonical-property */
export const PR_RECEIVED_BY_ADDRTYPE: PropTag<string> = 0x0075001f as PropTag<string>;
/** PidTagReceivedByAddressType (MAPI envelope): 8-bit string. @spec pidtagreceivedbyaddresstype-canonical-property */
export const PR_RECEIVED_BY_ADDRTYPE_A: PropTag<string> = 0x0075001e as PropTag<string>;
/** PidTagReceivedByAddressType (MAPI envelope): Unicode string. @spec pidtagreceivedbyaddresstype-canonical-property */
export const PR_RECEIVED_BY_ADDRTYPE_W: PropTag<string> = 0x0075001f as PropTag<string>;
/** PidTagReceivedByEmailAddress (Address): Unicode string. @spec pidtagreceivedbyemailaddress-canonical-property */
export const PR_RECEIVED_BY_EMAIL_ADDRESS: PropTag<string> = 0x0076001f as PropTag<string>;
/** PidTagReceivedByEmailAddress (Address): 8-bit string. @spec pidtagreceivedbyemailaddress-canonical-property */
export const PR_RECEIVED_BY_EMAIL_ADDRESS_A: PropTag<string> = 0x0076001e as PropTag<string>;
/** PidTagReceivedByEmailAddress (Address): Unicode string. @spec pidtagreceivedbyemailaddress-canonical-property */
export const PR_RECEIVED_BY_EMAIL_ADDRESS_W: PropTag<string> = 0x0076001f as PropTag<string>;
/** PidTagReceivedRepresentingAddressType (Address): Unicode string. @spec pidtagreceivedrepresentingaddresstype-canonical-property */
export const PR_RCVD_REPRESENTING_ADDRTYPE: PropTag<string> = 0x0077001f as PropTag<string>;
/** PidTagReceivedRepresentingAddressType (Address): 8-bit string. @spec pidtagreceivedrepresentingaddresstype-canonical-property */
export const PR_RCVD_REPRESENTING_ADDRTYPE_A: PropTag<string> = 0x0077001e as PropTag<string>;
/** PidTagReceivedRepresentingAddressType (Address): Unicode string. @spec pidtagreceivedrepresentingaddresstype-canonical-property */
export const PR_RCVD_REPRESENTING_ADDRTYPE_W: PropTag<string> = 0x0077001f as PropTag<string>;
/** PidTagReceivedRepresentingEmailAddress (Address): Unicode string. @spec pidtagreceivedrepresentingemailaddress-canonical-property */
export const PR_RCVD_REPRESENTING_EMAIL_ADDRESS: PropTag<string> = 0x0078001f as PropTag<string>;
/** PidTagReceivedRepresentingEmailAddress (Address): 8-bit string. @spec pidtagreceivedrepresentingemailaddress-canonical-property */
export const PR_RCVD_REPRESENTING_EMAIL_ADDRESS_A: PropTag<string> = 0x0078001e as PropTag<string>;
/** PidTagReceivedRepresentingEmailAddress (Address): Unicode string. @spec pidtagreceivedrepresentingemailaddress-canonical-property */
export const PR_RCVD_REPRESENTING_EMAIL_ADDRESS_W: PropTag<string> = 0x0078001f as PropTag<string>;
/** A property of servers: Unicode string. */
export const PR_REMOTE_HEADER_LOC: PropTag<string> = 0x0078001f as PropTag<string>;
/** PidTagOriginalAuthorAddressType (Server): Unicode string. @spec pidtagoriginalauthoraddresstype-canonical-property */
export const PR_ORIGINAL_AUTHOR_ADDRTYPE: PropTag<string> = 0x0079001f as PropTag<string>;
/** PidTagOriginalAuthorAddressType (Server): 8-bit string. @spec pidtagoriginalauthoraddresstype-canonical-property */
export const PR_ORIGINAL_AUTHOR_ADDRTYPE_A: PropTag<string> = 0x0079001e as PropTag<string>;
/** PidTagOriginalAuthorAddressType (Server): Unicode string. @spec pidtagoriginalauthoraddresstype-canonical-property */
export const PR_ORIGINAL_AUTHOR_ADDRTYPE_W: PropTag<string> = 0x0079001f as PropTag<string>;
/** PidTagOriginalAuthorEmailAddress (Server): Unicode string. @spec pidtagoriginalauthoremailaddress-canonical-property */
export const PR_ORIGINAL_AUTHOR_EMAIL_ADDRESS: PropTag<string> = 0x007a001f as PropTag<string>;
/** PidTagOriginalAuthorEmailAddress (Server): 8-bit string. @spec pidtagoriginalauthoremailaddress-canonical-property */
export const PR_ORIGINAL_AUTHOR_EMAIL_ADDRESS_A: PropTag<string> = 0x007a001e as PropTag<string>;
/** PidTagOriginalAuthorEmailAddress (Server): Unicode string. @spec pidtagoriginalauthoremailaddress-canonical-property */
export const PR_ORIGINAL_AUTHOR_EMAIL_ADDRESS_W: PropTag<string> = 0x007a001f as PropTag<string>;
/** PidTagOriginallyIntendedRecipAddrtype (Server): Unicode string. @spec pidtagoriginallyintendedrecipaddrtype-canonical-property */
export const PR_ORIGINALLY_INTENDED_RECIP_ADDRTYPE: PropTag<string> = 0x007b001f as PropTag<string>;
/** PidTagOriginallyIntendedRecipAddrtype (Server): 8-bit string. @spec pidtagoriginallyintendedrecipaddrtype-canonical-property */
export const PR_ORIGINALLY_INTENDED_RECIP_ADDRTYPE_A: PropTag<string> = 0x007b001e as PropTag<string>;
/** PidTagOriginallyIntendedRecipAddrtype (Server): Unicode string. @spec pidtagoriginallyintendedrecipaddrtype-canonical-property */
export const PR_ORIGINALLY_INTENDED_RECIP_ADDRTYPE_W: PropTag<string> = 0x007b001f as PropTag<string>;
/** PidTagOriginallyIntendedRecipEmailAddress (Server): Unicode string. @spec pidtagoriginallyintendedrecipemailaddress-canonical-property */
export const PR_ORIGINALLY_INTENDED_RECIP_EMAIL_ADDRESS: PropTag<string> = 0x007c001f as PropTag<string>;
/** PidTagOriginallyIntendedRecipEmailAddress (Server): 8-bit string. @spec pidtagoriginallyintendedrecipemailaddress-canonical-property */
export const PR_ORIGINALLY_INTENDED_RECIP_EMAIL_ADDRESS_A: PropTag<string> = 0x007c001e as PropTag<string>;
/** PidTagOriginallyIntendedRecipEmailAddress (Server): Unicode string. @spec pidtagoriginallyintendedrecipemailaddress-canonical-property */
export const PR_ORIGINALLY_INTENDED_RECIP_EMAIL_ADDRESS_W: PropTag<string> = 0x007c001f as PropTag<string>;
/** PidTagTransportMessageHeaders (Email): Unicode string. @spec pidtagtransportmessageheaders-canonical-property */
export const PR_TRANSPORT_MESSAGE_HEADERS: PropTag<string> = 0x007d001f as PropTag<string>;
/** PidTagTransportMessageHeaders (Email): 8-bit string. @spec pidtagtransportmessageheaders-canonical-property */
export const PR_TRANSPORT_MESSAGE_HEADERS_A: PropTag<string> = 0x007d001e as PropTag<string>;
/** PidTagTransportMessageHeaders (Email): Unicode string. @spec pidtagtransportmessageheaders-canonical-property */
export const PR_TRANSPORT_MESSAGE_HEADERS_W: PropTag<string> = 0x007d001f as PropTag<string>;
/** A property of MAPITags.h: bytes. */
export const PR_DELEGATION: PropTag<Uint8Array> = 0x007e0102 as PropTag<Uint8Array>;
/** PidTagTnefCorrelationKey (MAPI envelope): bytes. @spec pidtagtnefcorrelationkey-canonical-property */
export const PR_TNEF_CORRELATION_KEY: PropTag<Uint8Array> = 0x007f0102 as PropTag<Uint8Array>;
/** PidTagReportDisposition (MAPI envelope): Unicode string. @spec pidtagreportdisposition-canonical-property */
export const PR_REPORT_DISPOSITION: PropTag<string> = 0x0080001f as PropTag<string>;
/** PidTagReportDisposition (MAPI envelope): 8-bit string. @spec pidtagreportdisposition-canonical-property */
export const PR_REPORT_DISPOSITION_A: PropTag<string> = 0x0080001e as PropTag<string>;
/** PidTagReportDisposition (MAPI envelope): Unicode string. @spec pidtagreportdisposition-canonical-property */
export const PR_REPORT_DISPOSITION_W: PropTag<string> = 0x0080001f as PropTag<string>;
/** PidTagReportDispositionMode (MAPI envelope): Unicode string. @spec pidtagreportdispositionmode-canonical-property */
export const PR_REPORT_DISPOSITION_MODE: PropTag<string> = 0x0081001f as PropTag<string>;
/** PidTagReportDispositionMode (MAPI envelope): 8-bit string. @spec pidtagreportdispositionmode-canonical-property */
export const PR_REPORT_DISPOSITION_MODE_A: PropTag<string> = 0x0081001e as PropTag<string>;
/** PidTagReportDispositionMode (MAPI envelope): Unicode string. @spec pidtagreportdispositionmode-canonical-property */
export const PR_REPORT_DISPOSITION_MODE_W: PropTag<string> = 0x0081001f as PropTag<string>;
/** PidTagReportOriginalSender (MAPI envelope): Unicode string. @spec pidtagreportoriginalsender-canonical-property */
export const PR_REPORT_ORIGINAL_SENDER: PropTag<string> = 0x0082001f as PropTag<string>;
/** PidTagReportOriginalSender (MAPI envelope): 8-bit string. @spec pidtagreportoriginalsender-canonical-property */
export const PR_REPORT_ORIGINAL_SENDER_A: PropTag<string> = 0x0082001e as PropTag<string>;
/** PidTagReportOriginalSender (MAPI envelope): Unicode string. @spec pidtagreportoriginalsender-canonical-property */
export const PR_REPORT_ORIGINAL_SENDER_W: PropTag<string> = 0x0082001f as PropTag<string>;
/** PidTagReportDispositionToNames (MAPI envelope): many: 8-bit string. @spec pidtagreportdispositiontonames-canonical-property */
export const PR_REPORT_DISPOSITION_TO_NAMES: PropTag<readonly string[]> = 0x0083101e as PropTag<readonly string[]>;
/** PidTagReportDispositionToNames (MAPI envelope): many: 8-bit string. @spec pidtagreportdispositiontonames-canonical-property */
export const PR_REPORT_DISPOSITION_TO_NAMES_A: PropTag<readonly string[]> = 0x0083101e as PropTag<readonly string[]>;
/** PidTagReportDispositionToNames (MAPI envelope): many: Unicode string. @spec pidtagreportdispositiontonames-canonical-property */
export const PR_REPORT_DISPOSITION_TO_NAMES_W: PropTag<readonly string[]> = 0x0083101f as PropTag<readonly string[]>;
/** PidTagReportDispositionToEmailAddresses (MAPI envelope): many: 8-bit string. @spec pidtagreportdispositiontoemailaddresses-canonical-property */
export const PR_REPORT_DISPOSITION_TO_EMAIL_ADDRESSES: PropTag<readonly string[]> = 0x0084101e as PropTag<
  readonly string[]
>;
/** PidTagReportDispositionToEmailAddresses (MAPI envelope): many: 8-bit string. @spec pidtagreportdispositiontoemailaddresses-canonical-property */
export const PR_REPORT_DISPOSITION_TO_EMAIL_ADDRESSES_A: PropTag<readonly string[]> = 0x0084101e as PropTag<
  readonly string[]
>;
/** PidTagReportDispositionToEmailAddresses (MAPI envelope): many: Unicode string. @spec pidtagreportdispositiontoemailaddresses-canonical-property */
export const PR_REPORT_DISPOSITION_TO_EMAIL_ADDRESSES_W: PropTag<readonly string[]> = 0x0084101f as PropTag<
  readonly string[]
>;
/** PidTagReportDispositionOptions (MAPI envelope): Unicode string. @spec pidtagreportdispositionoptions-canonical-property */
export const PR_REPORT_DISPOSITION_OPTIONS: PropTag<string> = 0x0085001f as PropTag<string>;
/** PidTagReportDispositionOptions (MAPI envelope): 8-bit string. @spec pidtagreportdispositionoptions-canonical-property */
export const PR_REPORT_DISPOSITION_OPTIONS_A: PropTag<string> = 0x0085001e as PropTag<string>;
/** PidTagReportDispositionOptions (MAPI envelope): Unicode string. @spec pidtagreportdispositionoptions-canonical-property */
export const PR_REPORT_DISPOSITION_OPTIONS_W: PropTag<string> = 0x0085001f as PropTag<string>;
/** A property of servers: many: bytes. */
export const PR_SECURITY_PROFILES: PropTag<readonly Uint8Array[]> = 0x03551102 as PropTag<readonly Uint8Array[]>;
/** PidTagSpamTrustedSenders (Spam): Unicode string. @spec pidtagspamtrustedsenders-canonical-property */
export const PR_SPAM_TRUSTED_SENDERS_W: PropTag<string> = 0x0418001f as PropTag<string>;
/** PidTagSpamTrustedRecipients (Spam): Unicode string. @spec pidtagspamtrustedrecipients-canonical-property */
export const PR_SPAM_TRUSTED_RECIPIENTS_W: PropTag<string> = 0x0419001f as PropTag<string>;
/** PidTagSpamJunkSenders (Spam): Unicode string. @spec pidtagspamjunksenders-canonical-property */
export const PR_SPAM_JUNK_SENDERS_W: PropTag<string> = 0x041a001f as PropTag<string>;
/** PidTagSpamThreshold (Spam): 32-bit integer. @spec pidtagspamthreshold-canonical-property */
export const PR_SPAM_THRESHOLD: PropTag<number> = 0x041b0003 as PropTag<number>;
/** A property of EMSABTAG.H: 32-bit integer. */
export const PR_EMS_AB_ROOM_CAPACITY: PropTag<number> = 0x08070003 as PropTag<number>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_ROOM_DESCRIPTION: PropTag<string> = 0x0809001f as PropTag<string>;
/** A property of EMSABTAG.H: 8-bit string. */
export const PR_EMS_AB_ROOM_DESCRIPTION_A: PropTag<string> = 0x0809001e as PropTag<string>;
/** A property of EMSABTAG.H: Unicode string. */
export const PR_EMS_AB_ROOM_DESCRIPTION_W: PropTag<string> = 0x0809001f as PropTag<string>;
