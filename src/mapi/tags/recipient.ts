// Written by scripts/generate/mapi-tags.mjs from test/reference/mapi-properties.json; change the facts, not this file.
import type { PropTag } from '../types/proptag.js';

/** PidTagContentIntegrityCheck (Exchange): bytes. @spec pidtagcontentintegritycheck-canonical-property */
export const PR_CONTENT_INTEGRITY_CHECK: PropTag<Uint8Array> = 0x0c000102 as PropTag<Uint8Array>;
/** PidTagExplicitConversion (MAPI recipient): 32-bit integer. @spec pidtagexplicitconversion-canonical-property */
export const PR_EXPLICIT_CONVERSION: PropTag<number> = 0x0c010003 as PropTag<number>;
/** PidTagIpmReturnRequested (General messaging): true or false. @spec pidtagipmreturnrequested-canonical-property */
export const PR_IPM_RETURN_REQUESTED: PropTag<boolean> = 0x0c02000b as PropTag<boolean>;
/** PidTagMessageToken (Secure Messaging Properties): bytes. @spec pidtagmessagetoken-canonical-property */
export const PR_MESSAGE_TOKEN: PropTag<Uint8Array> = 0x0c030102 as PropTag<Uint8Array>;
/** PidTagNonDeliveryReportReasonCode (General messaging): 32-bit integer. @spec pidtagnondeliveryreportreasoncode-canonical-property */
export const PR_NDR_REASON_CODE: PropTag<number> = 0x0c040003 as PropTag<number>;
/** PidTagNonDeliveryReportDiagCode (General messaging): 32-bit integer. @spec pidtagnondeliveryreportdiagcode-canonical-property */
export const PR_NDR_DIAG_CODE: PropTag<number> = 0x0c050003 as PropTag<number>;
/** PidTagNonReceiptNotificationRequested (Exchange): true or false. @spec pidtagnonreceiptnotificationrequested-canonical-property */
export const PR_NON_RECEIPT_NOTIFICATION_REQUESTED: PropTag<boolean> = 0x0c06000b as PropTag<boolean>;
/** PidTagDeliveryPoint (MAPI recipient): 32-bit integer. @spec pidtagdeliverypoint-canonical-property */
export const PR_DELIVERY_POINT: PropTag<number> = 0x0c070003 as PropTag<number>;
/** PidTagOriginatorNonDeliveryReportRequested (MIME): true or false. @spec pidtagoriginatornondeliveryreportrequested-canonical-property */
export const PR_ORIGINATOR_NON_DELIVERY_REPORT_REQUESTED: PropTag<boolean> = 0x0c08000b as PropTag<boolean>;
/** PidTagOriginatorRequestedAlternateRecipient (MIME): bytes. @spec pidtagoriginatorrequestedalternaterecipient-canonical-property */
export const PR_ORIGINATOR_REQUESTED_ALTERNATE_RECIPIENT: PropTag<Uint8Array> = 0x0c090102 as PropTag<Uint8Array>;
/** PidTagPhysicalDeliveryBureauFaxDelivery (MAPI recipient): true or false. @spec pidtagphysicaldeliverybureaufaxdelivery-canonical-property */
export const PR_PHYSICAL_DELIVERY_BUREAU_FAX_DELIVERY: PropTag<boolean> = 0x0c0a000b as PropTag<boolean>;
/** PidTagPhysicalDeliveryMode (MAPI recipient): 32-bit integer. @spec pidtagphysicaldeliverymode-canonical-property */
export const PR_PHYSICAL_DELIVERY_MODE: PropTag<number> = 0x0c0b0003 as PropTag<number>;
/** PidTagPhysicalDeliveryReportRequest (MAPI recipient): 32-bit integer. @spec pidtagphysicaldeliveryreportrequest-canonical-property */
export const PR_PHYSICAL_DELIVERY_REPORT_REQUEST: PropTag<number> = 0x0c0c0003 as PropTag<number>;
/** PidTagPhysicalForwardingAddress (MAPI Recipient): bytes. @spec pidtagphysicalforwardingaddress-canonical-property */
export const PR_PHYSICAL_FORWARDING_ADDRESS: PropTag<Uint8Array> = 0x0c0d0102 as PropTag<Uint8Array>;
/** PidTagPhysicalForwardingAddressRequested (MAPI Recipient): true or false. @spec pidtagphysicalforwardingaddressrequested-canonical-property */
export const PR_PHYSICAL_FORWARDING_ADDRESS_REQUESTED: PropTag<boolean> = 0x0c0e000b as PropTag<boolean>;
/** PidTagPhysicalForwardingProhibited (MAPI Recipient): true or false. @spec pidtagphysicalforwardingprohibited-canonical-property */
export const PR_PHYSICAL_FORWARDING_PROHIBITED: PropTag<boolean> = 0x0c0f000b as PropTag<boolean>;
/** PidTagPhysicalRenditionAttributes (MAPI Recipient): bytes. @spec pidtagphysicalrenditionattributes-canonical-property */
export const PR_PHYSICAL_RENDITION_ATTRIBUTES: PropTag<Uint8Array> = 0x0c100102 as PropTag<Uint8Array>;
/** PidTagProofOfDelivery (MAPI Recipient): bytes. @spec pidtagproofofdelivery-canonical-property */
export const PR_PROOF_OF_DELIVERY: PropTag<Uint8Array> = 0x0c110102 as PropTag<Uint8Array>;
/** PidTagProofOfDeliveryRequested (MAPI Recipient): true or false. @spec pidtagproofofdeliveryrequested-canonical-property */
export const PR_PROOF_OF_DELIVERY_REQUESTED: PropTag<boolean> = 0x0c12000b as PropTag<boolean>;
/** PidTagRecipientCertificate (MAPI Recipient): bytes. @spec pidtagrecipientcertificate-canonical-property */
export const PR_RECIPIENT_CERTIFICATE: PropTag<Uint8Array> = 0x0c130102 as PropTag<Uint8Array>;
/** PidTagRecipientNumberForAdvice (MAPI Recipient): Unicode string. @spec pidtagrecipientnumberforadvice-canonical-property */
export const PR_RECIPIENT_NUMBER_FOR_ADVICE: PropTag<string> = 0x0c14001f as PropTag<string>;
/** PidTagRecipientNumberForAdvice (MAPI Recipient): 8-bit string. @spec pidtagrecipientnumberforadvice-canonical-property */
export const PR_RECIPIENT_NUMBER_FOR_ADVICE_A: PropTag<string> = 0x0c14001e as PropTag<string>;
/** PidTagRecipientNumberForAdvice (MAPI Recipient): Unicode string. @spec pidtagrecipientnumberforadvice-canonical-property */
export const PR_RECIPIENT_NUMBER_FOR_ADVICE_W: PropTag<string> = 0x0c14001f as PropTag<string>;
/** PidTagRecipientType (MAPI recipient): 32-bit integer. @spec pidtagrecipienttype-canonical-property */
export const PR_RECIPIENT_TYPE: PropTag<number> = 0x0c150003 as PropTag<number>;
/** PidTagRegisteredMailType (MAPI Recipient): 32-bit integer. @spec pidtagregisteredmailtype-canonical-property */
export const PR_REGISTERED_MAIL_TYPE: PropTag<number> = 0x0c160003 as PropTag<number>;
/** PidTagReplyRequested (MAPI recipient): true or false. @spec pidtagreplyrequested-canonical-property */
export const PR_REPLY_REQUESTED: PropTag<boolean> = 0x0c17000b as PropTag<boolean>;
/** PidTagRequestedDeliveryMethod (MAPI Recipient): 32-bit integer. @spec pidtagrequesteddeliverymethod-canonical-property */
export const PR_REQUESTED_DELIVERY_METHOD: PropTag<number> = 0x0c180003 as PropTag<number>;
/** PidTagSenderEntryId (Address): bytes. @spec pidtagsenderentryid-canonical-property */
export const PR_SENDER_ENTRYID: PropTag<Uint8Array> = 0x0c190102 as PropTag<Uint8Array>;
/** PidTagSenderName (Address): Unicode string. @spec pidtagsendername-canonical-property */
export const PR_SENDER_NAME: PropTag<string> = 0x0c1a001f as PropTag<string>;
/** PidTagSenderName (Address): 8-bit string. @spec pidtagsendername-canonical-property */
export const PR_SENDER_NAME_A: PropTag<string> = 0x0c1a001e as PropTag<string>;
/** PidTagSenderName (Address): Unicode string. @spec pidtagsendername-canonical-property */
export const PR_SENDER_NAME_W: PropTag<string> = 0x0c1a001f as PropTag<string>;
/** PidTagSupplementaryInfo (MAPI recipient): Unicode string. @spec pidtagsupplementaryinfo-canonical-property */
export const PR_SUPPLEMENTARY_INFO: PropTag<string> = 0x0c1b001f as PropTag<string>;
/** PidTagSupplementaryInfo (MAPI recipient): 8-bit string. @spec pidtagsupplementaryinfo-canonical-property */
export const PR_SUPPLEMENTARY_INFO_A: PropTag<string> = 0x0c1b001e as PropTag<string>;
/** PidTagSupplementaryInfo (MAPI recipient): Unicode string. @spec pidtagsupplementaryinfo-canonical-property */
export const PR_SUPPLEMENTARY_INFO_W: PropTag<string> = 0x0c1b001f as PropTag<string>;
/** PidTagTypeOfX400User (MAPI Recipient): 32-bit integer. @spec pidtagtypeofx400user-canonical-property */
export const PR_TYPE_OF_MTS_USER: PropTag<number> = 0x0c1c0003 as PropTag<number>;
/** PidTagSenderSearchKey (Address): bytes. @spec pidtagsendersearchkey-canonical-property */
export const PR_SENDER_SEARCH_KEY: PropTag<Uint8Array> = 0x0c1d0102 as PropTag<Uint8Array>;
/** PidTagSenderAddressType (Address): Unicode string. @spec pidtagsenderaddresstype-canonical-property */
export const PR_SENDER_ADDRTYPE: PropTag<string> = 0x0c1e001f as PropTag<string>;
/** PidTagSenderAddressType (Address): 8-bit string. @spec pidtagsenderaddresstype-canonical-property */
export const PR_SENDER_ADDRTYPE_A: PropTag<string> = 0x0c1e001e as PropTag<string>;
/** PidTagSenderAddressType (Address): Unicode string. @spec pidtagsenderaddresstype-canonical-property */
export const PR_SENDER_ADDRTYPE_W: PropTag<string> = 0x0c1e001f as PropTag<string>;
/** PidTagSenderEmailAddress (Address): Unicode string. @spec pidtagsenderemailaddress-canonical-property */
export const PR_SENDER_EMAIL_ADDRESS: PropTag<string> = 0x0c1f001f as PropTag<string>;
/** PidTagSenderEmailAddress (Address): 8-bit string. @spec pidtagsenderemailaddress-canonical-property */
export const PR_SENDER_EMAIL_ADDRESS_A: PropTag<string> = 0x0c1f001e as PropTag<string>;
/** PidTagSenderEmailAddress (Address): Unicode string. @spec pidtagsenderemailaddress-canonical-property */
export const PR_SENDER_EMAIL_ADDRESS_W: PropTag<string> = 0x0c1f001f as PropTag<string>;
/** A property of servers: 32-bit integer. */
export const PR_NDR_STATUS_CODE: PropTag<number> = 0x0c200003 as PropTag<number>;
/** A property of servers: Unicode string. */
export const PR_DSN_REMOTE_MTA: PropTag<string> = 0x0c21001f as PropTag<string>;
