// Written by scripts/generate/mapi-flags.mjs from test/reference/mapi-constants.json; change the facts, not this file.
import { bits, type FlagGroup, values } from './flaggroup.js';

/** Recipient type. @spec pidtagrecipienttype-canonical-property */
export const MAPI_ORIG = 0x0;
/** Recipient type. @spec pidtagrecipienttype-canonical-property */
export const MAPI_TO = 0x1;
/** Recipient type. @spec pidtagrecipienttype-canonical-property */
export const MAPI_CC = 0x2;
/** Recipient type. @spec pidtagrecipienttype-canonical-property */
export const MAPI_BCC = 0x3;
/** Recipient type. @spec pidtagrecipienttype-canonical-property */
export const MAPI_P1 = 0x10000000;
/** Recipient type. @spec pidtagrecipienttype-canonical-property */
export const MAPI_SUBMITTED = 0x80000000;
/** Each recipient type, ORed together, with their names. @spec pidtagrecipienttype-canonical-property */
export const RecipientTypes: FlagGroup = /* @__PURE__ */ bits('RecipientTypes', {
  MAPI_ORIG,
  MAPI_TO,
  MAPI_CC,
  MAPI_BCC,
  MAPI_P1,
  MAPI_SUBMITTED,
});

/** Flag of ModifyRecipients (IMessage::ModifyRecipients). @spec imessage-modifyrecipients */
export const MODRECIP_ADD = 0x2;
/** Flag of ModifyRecipients (IMessage::ModifyRecipients). @spec imessage-modifyrecipients */
export const MODRECIP_MODIFY = 0x4;
/** Flag of ModifyRecipients (IMessage::ModifyRecipients). @spec imessage-modifyrecipients */
export const MODRECIP_REMOVE = 0x8;
/** Each flag of ModifyRecipients, ORed together, with their names. @spec imessage-modifyrecipients */
export const ModifyRecipientsFlags: FlagGroup = /* @__PURE__ */ bits('ModifyRecipientsFlags', {
  MODRECIP_ADD,
  MODRECIP_MODIFY,
  MODRECIP_REMOVE,
});

/** Recipient flag. @spec pidtagrecipientflags-canonical-property */
export const RECIP_UNSENDABLE = 0x0;
/** Recipient flag. @spec pidtagrecipientflags-canonical-property */
export const RECIP_SENDABLE = 0x1;
/** Recipient flag. @spec pidtagrecipientflags-canonical-property */
export const RECIP_ORGANIZER = 0x2;
/** Recipient flag. @spec pidtagrecipientflags-canonical-property */
export const RECIP_EXCEPTIONAL_RESPONSE = 0x10;
/** Recipient flag. @spec pidtagrecipientflags-canonical-property */
export const RECIP_EXCEPTIONAL_DELETED = 0x20;
/** Recipient flag. @spec pidtagrecipientflags-canonical-property */
export const RECIP_ORIGINAL = 0x100;
/** Each recipient flag, ORed together, with their names. @spec pidtagrecipientflags-canonical-property */
export const RecipientFlags: FlagGroup = /* @__PURE__ */ bits('RecipientFlags', {
  RECIP_UNSENDABLE,
  RECIP_SENDABLE,
  RECIP_ORGANIZER,
  RECIP_EXCEPTIONAL_RESPONSE,
  RECIP_EXCEPTIONAL_DELETED,
  RECIP_ORIGINAL,
});

/** Diagnosis of a report. @spec pidtagnondeliveryreportdiagcode-canonical-property */
export const MAPI_DIAG_OR_NAME_UNRECOGNIZED = 0x0;
/** Diagnosis of a report. @spec pidtagnondeliveryreportdiagcode-canonical-property */
export const MAPI_DIAG_OR_NAME_AMBIGUOUS = 0x1;
/** Diagnosis of a report. @spec pidtagnondeliveryreportdiagcode-canonical-property */
export const MAPI_DIAG_MTS_CONGESTED = 0x2;
/** Diagnosis of a report. @spec pidtagnondeliveryreportdiagcode-canonical-property */
export const MAPI_DIAG_LOOP_DETECTED = 0x3;
/** Diagnosis of a report. @spec pidtagnondeliveryreportdiagcode-canonical-property */
export const MAPI_DIAG_RECIPIENT_UNAVAILABLE = 0x4;
/** Diagnosis of a report. @spec pidtagnondeliveryreportdiagcode-canonical-property */
export const MAPI_DIAG_MAXIMUM_TIME_EXPIRED = 0x5;
/** Diagnosis of a report. @spec pidtagnondeliveryreportdiagcode-canonical-property */
export const MAPI_DIAG_EITS_UNSUPPORTED = 0x6;
/** Diagnosis of a report. @spec pidtagnondeliveryreportdiagcode-canonical-property */
export const MAPI_DIAG_CONTENT_TOO_LONG = 0x7;
/** Diagnosis of a report. @spec pidtagnondeliveryreportdiagcode-canonical-property */
export const MAPI_DIAG_IMPRACTICAL_TO_CONVERT = 0x8;
/** Diagnosis of a report. @spec pidtagnondeliveryreportdiagcode-canonical-property */
export const MAPI_DIAG_PROHIBITED_TO_CONVERT = 0x9;
/** Diagnosis of a report. @spec pidtagnondeliveryreportdiagcode-canonical-property */
export const MAPI_DIAG_CONVERSION_UNSUBSCRIBED = 0xa;
/** Diagnosis of a report. @spec pidtagnondeliveryreportdiagcode-canonical-property */
export const MAPI_DIAG_PARAMETERS_INVALID = 0xb;
/** Diagnosis of a report. @spec pidtagnondeliveryreportdiagcode-canonical-property */
export const MAPI_DIAG_CONTENT_SYNTAX_IN_ERROR = 0xc;
/** Diagnosis of a report. @spec pidtagnondeliveryreportdiagcode-canonical-property */
export const MAPI_DIAG_LENGTH_CONSTRAINT_VIOLATD = 0xd;
/** Diagnosis of a report. @spec pidtagnondeliveryreportdiagcode-canonical-property */
export const MAPI_DIAG_NUMBER_CONSTRAINT_VIOLATD = 0xe;
/** Diagnosis of a report. @spec pidtagnondeliveryreportdiagcode-canonical-property */
export const MAPI_DIAG_CONTENT_TYPE_UNSUPPORTED = 0xf;
/** Diagnosis of a report. @spec pidtagnondeliveryreportdiagcode-canonical-property */
export const MAPI_DIAG_TOO_MANY_RECIPIENTS = 0x10;
/** Diagnosis of a report. @spec pidtagnondeliveryreportdiagcode-canonical-property */
export const MAPI_DIAG_NO_BILATERAL_AGREEMENT = 0x11;
/** Diagnosis of a report. @spec pidtagnondeliveryreportdiagcode-canonical-property */
export const MAPI_DIAG_CRITICAL_FUNC_UNSUPPORTED = 0x12;
/** Diagnosis of a report. @spec pidtagnondeliveryreportdiagcode-canonical-property */
export const MAPI_DIAG_CONVERSION_LOSS_PROHIB = 0x13;
/** Diagnosis of a report. @spec pidtagnondeliveryreportdiagcode-canonical-property */
export const MAPI_DIAG_LINE_TOO_LONG = 0x14;
/** Diagnosis of a report. @spec pidtagnondeliveryreportdiagcode-canonical-property */
export const MAPI_DIAG_PAGE_TOO_LONG = 0x15;
/** Diagnosis of a report. @spec pidtagnondeliveryreportdiagcode-canonical-property */
export const MAPI_DIAG_PICTORIAL_SYMBOL_LOST = 0x16;
/** Diagnosis of a report. @spec pidtagnondeliveryreportdiagcode-canonical-property */
export const MAPI_DIAG_PUNCTUATION_SYMBOL_LOST = 0x17;
/** Diagnosis of a report. @spec pidtagnondeliveryreportdiagcode-canonical-property */
export const MAPI_DIAG_ALPHABETIC_CHARACTER_LOST = 0x18;
/** Diagnosis of a report. @spec pidtagnondeliveryreportdiagcode-canonical-property */
export const MAPI_DIAG_MULTIPLE_INFO_LOSSES = 0x19;
/** Diagnosis of a report. @spec pidtagnondeliveryreportdiagcode-canonical-property */
export const MAPI_DIAG_REASSIGNMENT_PROHIBITED = 0x1a;
/** Diagnosis of a report. @spec pidtagnondeliveryreportdiagcode-canonical-property */
export const MAPI_DIAG_REDIRECTION_LOOP_DETECTED = 0x1b;
/** Diagnosis of a report. @spec pidtagnondeliveryreportdiagcode-canonical-property */
export const MAPI_DIAG_EXPANSION_PROHIBITED = 0x1c;
/** Diagnosis of a report. @spec pidtagnondeliveryreportdiagcode-canonical-property */
export const MAPI_DIAG_SUBMISSION_PROHIBITED = 0x1d;
/** Diagnosis of a report. @spec pidtagnondeliveryreportdiagcode-canonical-property */
export const MAPI_DIAG_EXPANSION_FAILED = 0x1e;
/** Diagnosis of a report. @spec pidtagnondeliveryreportdiagcode-canonical-property */
export const MAPI_DIAG_RENDITION_UNSUPPORTED = 0x1f;
/** Diagnosis of a report. @spec pidtagnondeliveryreportdiagcode-canonical-property */
export const MAPI_DIAG_MAIL_ADDRESS_INCORRECT = 0x20;
/** Diagnosis of a report. @spec pidtagnondeliveryreportdiagcode-canonical-property */
export const MAPI_DIAG_MAIL_OFFICE_INCOR_OR_INVD = 0x21;
/** Diagnosis of a report. @spec pidtagnondeliveryreportdiagcode-canonical-property */
export const MAPI_DIAG_MAIL_ADDRESS_INCOMPLETE = 0x22;
/** Diagnosis of a report. @spec pidtagnondeliveryreportdiagcode-canonical-property */
export const MAPI_DIAG_MAIL_RECIPIENT_UNKNOWN = 0x23;
/** Diagnosis of a report. @spec pidtagnondeliveryreportdiagcode-canonical-property */
export const MAPI_DIAG_MAIL_RECIPIENT_DECEASED = 0x24;
/** Diagnosis of a report. @spec pidtagnondeliveryreportdiagcode-canonical-property */
export const MAPI_DIAG_MAIL_ORGANIZATION_EXPIRED = 0x25;
/** Diagnosis of a report. @spec pidtagnondeliveryreportdiagcode-canonical-property */
export const MAPI_DIAG_MAIL_REFUSED = 0x26;
/** Diagnosis of a report. @spec pidtagnondeliveryreportdiagcode-canonical-property */
export const MAPI_DIAG_MAIL_UNCLAIMED = 0x27;
/** Diagnosis of a report. @spec pidtagnondeliveryreportdiagcode-canonical-property */
export const MAPI_DIAG_MAIL_RECIPIENT_MOVED = 0x28;
/** Diagnosis of a report. @spec pidtagnondeliveryreportdiagcode-canonical-property */
export const MAPI_DIAG_MAIL_RECIPIENT_TRAVELLING = 0x29;
/** Diagnosis of a report. @spec pidtagnondeliveryreportdiagcode-canonical-property */
export const MAPI_DIAG_MAIL_RECIPIENT_DEPARTED = 0x2a;
/** Diagnosis of a report. @spec pidtagnondeliveryreportdiagcode-canonical-property */
export const MAPI_DIAG_MAIL_NEW_ADDRESS_UNKNOWN = 0x2b;
/** Diagnosis of a report. @spec pidtagnondeliveryreportdiagcode-canonical-property */
export const MAPI_DIAG_MAIL_FORWARDING_UNWANTED = 0x2c;
/** Diagnosis of a report. @spec pidtagnondeliveryreportdiagcode-canonical-property */
export const MAPI_DIAG_MAIL_FORWARDING_PROHIB = 0x2d;
/** Diagnosis of a report. @spec pidtagnondeliveryreportdiagcode-canonical-property */
export const MAPI_DIAG_SECURE_MESSAGING_ERROR = 0x2e;
/** Diagnosis of a report. @spec pidtagnondeliveryreportdiagcode-canonical-property */
export const MAPI_DIAG_DOWNGRADING_IMPOSSIBLE = 0x2f;
/** Diagnosis of a report. @spec pidtagnondeliveryreportdiagcode-canonical-property */
export const MAPI_DIAG_NO_DIAGNOSTIC = 0xffffffff;
/** Each diagnosis of a report, one at a time, with their names. @spec pidtagnondeliveryreportdiagcode-canonical-property */
export const NdrDiagnostics: FlagGroup = /* @__PURE__ */ values('NdrDiagnostics', {
  MAPI_DIAG_OR_NAME_UNRECOGNIZED,
  MAPI_DIAG_OR_NAME_AMBIGUOUS,
  MAPI_DIAG_MTS_CONGESTED,
  MAPI_DIAG_LOOP_DETECTED,
  MAPI_DIAG_RECIPIENT_UNAVAILABLE,
  MAPI_DIAG_MAXIMUM_TIME_EXPIRED,
  MAPI_DIAG_EITS_UNSUPPORTED,
  MAPI_DIAG_CONTENT_TOO_LONG,
  MAPI_DIAG_IMPRACTICAL_TO_CONVERT,
  MAPI_DIAG_PROHIBITED_TO_CONVERT,
  MAPI_DIAG_CONVERSION_UNSUBSCRIBED,
  MAPI_DIAG_PARAMETERS_INVALID,
  MAPI_DIAG_CONTENT_SYNTAX_IN_ERROR,
  MAPI_DIAG_LENGTH_CONSTRAINT_VIOLATD,
  MAPI_DIAG_NUMBER_CONSTRAINT_VIOLATD,
  MAPI_DIAG_CONTENT_TYPE_UNSUPPORTED,
  MAPI_DIAG_TOO_MANY_RECIPIENTS,
  MAPI_DIAG_NO_BILATERAL_AGREEMENT,
  MAPI_DIAG_CRITICAL_FUNC_UNSUPPORTED,
  MAPI_DIAG_CONVERSION_LOSS_PROHIB,
  MAPI_DIAG_LINE_TOO_LONG,
  MAPI_DIAG_PAGE_TOO_LONG,
  MAPI_DIAG_PICTORIAL_SYMBOL_LOST,
  MAPI_DIAG_PUNCTUATION_SYMBOL_LOST,
  MAPI_DIAG_ALPHABETIC_CHARACTER_LOST,
  MAPI_DIAG_MULTIPLE_INFO_LOSSES,
  MAPI_DIAG_REASSIGNMENT_PROHIBITED,
  MAPI_DIAG_REDIRECTION_LOOP_DETECTED,
  MAPI_DIAG_EXPANSION_PROHIBITED,
  MAPI_DIAG_SUBMISSION_PROHIBITED,
  MAPI_DIAG_EXPANSION_FAILED,
  MAPI_DIAG_RENDITION_UNSUPPORTED,
  MAPI_DIAG_MAIL_ADDRESS_INCORRECT,
  MAPI_DIAG_MAIL_OFFICE_INCOR_OR_INVD,
  MAPI_DIAG_MAIL_ADDRESS_INCOMPLETE,
  MAPI_DIAG_MAIL_RECIPIENT_UNKNOWN,
  MAPI_DIAG_MAIL_RECIPIENT_DECEASED,
  MAPI_DIAG_MAIL_ORGANIZATION_EXPIRED,
  MAPI_DIAG_MAIL_REFUSED,
  MAPI_DIAG_MAIL_UNCLAIMED,
  MAPI_DIAG_MAIL_RECIPIENT_MOVED,
  MAPI_DIAG_MAIL_RECIPIENT_TRAVELLING,
  MAPI_DIAG_MAIL_RECIPIENT_DEPARTED,
  MAPI_DIAG_MAIL_NEW_ADDRESS_UNKNOWN,
  MAPI_DIAG_MAIL_FORWARDING_UNWANTED,
  MAPI_DIAG_MAIL_FORWARDING_PROHIB,
  MAPI_DIAG_SECURE_MESSAGING_ERROR,
  MAPI_DIAG_DOWNGRADING_IMPOSSIBLE,
  MAPI_DIAG_NO_DIAGNOSTIC,
});

/** Delivery point. @spec pidtagdeliverypoint-canonical-property */
export const MAPI_MH_DP_PUBLIC_UA = 0x0;
/** Delivery point. @spec pidtagdeliverypoint-canonical-property */
export const MAPI_MH_DP_PRIVATE_UA = 0x1;
/** Delivery point. @spec pidtagdeliverypoint-canonical-property */
export const MAPI_MH_DP_MS = 0x2;
/** Delivery point. @spec pidtagdeliverypoint-canonical-property */
export const MAPI_MH_DP_ML = 0x3;
/** Delivery point. @spec pidtagdeliverypoint-canonical-property */
export const MAPI_MH_DP_PDAU = 0x4;
/** Delivery point. @spec pidtagdeliverypoint-canonical-property */
export const MAPI_MH_DP_PDS_PATRON = 0x5;
/** Delivery point. @spec pidtagdeliverypoint-canonical-property */
export const MAPI_MH_DP_OTHER_AU = 0x6;
/** Each delivery point, one at a time, with their names. @spec pidtagdeliverypoint-canonical-property */
export const DeliveryPoints: FlagGroup = /* @__PURE__ */ values('DeliveryPoints', {
  MAPI_MH_DP_PUBLIC_UA,
  MAPI_MH_DP_PRIVATE_UA,
  MAPI_MH_DP_MS,
  MAPI_MH_DP_ML,
  MAPI_MH_DP_PDAU,
  MAPI_MH_DP_PDS_PATRON,
  MAPI_MH_DP_OTHER_AU,
});
