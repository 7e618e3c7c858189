// Written by scripts/generate/mapi-flags.mjs from test/reference/mapi-constants.json; change the facts, not this file.
import { bits, type FlagGroup, values } from './flaggroup.js';

/** Flag of a TNEF object (OpenTnefStream, OpenTnefStreamEx). @spec opentnefstreamex */
export const TNEF_DECODE = 0x0;
/** Flag of a TNEF object (OpenTnefStream, OpenTnefStreamEx). @spec opentnefstreamex */
export const TNEF_ENCODE = 0x2;
/** Flag of a TNEF object (OpenTnefStream, OpenTnefStreamEx). @spec opentnefstreamex */
export const TNEF_PURE = 0x10000;
/** Flag of a TNEF object (OpenTnefStream, OpenTnefStreamEx). @spec opentnefstreamex */
export const TNEF_COMPATIBILITY = 0x20000;
/** Flag of a TNEF object (OpenTnefStream, OpenTnefStreamEx). @spec opentnefstreamex */
export const TNEF_BEST_DATA = 0x40000;
/** Flag of a TNEF object. @spec opentnefstreamex */
export const TNEF_COMPONENT_ENCODING = 0x80000000;
/** Each flag of a TNEF object, ORed together, with their names. @spec opentnefstreamex */
export const TnefFlags: FlagGroup = /* @__PURE__ */ bits('TnefFlags', {
  TNEF_DECODE,
  TNEF_ENCODE,
  TNEF_PURE,
  TNEF_COMPATIBILITY,
  TNEF_BEST_DATA,
  TNEF_COMPONENT_ENCODING,
});

/** Flag of AddProps and ExtractProps (ITnef::AddProps, ITnef::ExtractProps). @spec itnef-addprops */
export const TNEF_PROP_INCLUDE = 0x1;
/** Flag of AddProps and ExtractProps (ITnef::AddProps, ITnef::ExtractProps). @spec itnef-addprops */
export const TNEF_PROP_EXCLUDE = 0x2;
/** Flag of AddProps and ExtractProps (ITnef::AddProps, ITnef::SetProps). @spec itnef-addprops */
export const TNEF_PROP_CONTAINED = 0x4;
/** Flag of AddProps and ExtractProps (ITnef::AddProps). @spec itnef-addprops */
export const TNEF_PROP_MESSAGE_ONLY = 0x8;
/** Flag of AddProps and ExtractProps (ITnef::AddProps). @spec itnef-addprops */
export const TNEF_PROP_ATTACHMENTS_ONLY = 0x10;
/** Flag of AddProps and ExtractProps (ITnef::AddProps). @spec itnef-addprops */
export const TNEF_PROP_CONTAINED_TNEF = 0x40;
/** Each flag of AddProps and ExtractProps, ORed together, with their names. @spec itnef-addprops */
export const TnefPropFlags: FlagGroup = /* @__PURE__ */ bits('TnefPropFlags', {
  TNEF_PROP_INCLUDE,
  TNEF_PROP_EXCLUDE,
  TNEF_PROP_CONTAINED,
  TNEF_PROP_MESSAGE_ONLY,
  TNEF_PROP_ATTACHMENTS_ONLY,
  TNEF_PROP_CONTAINED_TNEF,
});

/** Component of a TNEF stream (ITnef::FinishComponent). @spec itnef-finishcomponent */
export const TNEF_COMPONENT_MESSAGE = 0x1000;
/** Component of a TNEF stream (ITnef::FinishComponent). @spec itnef-finishcomponent */
export const TNEF_COMPONENT_ATTACHMENT = 0x2000;
/** Each component of a TNEF stream, ORed together, with their names. @spec itnef-finishcomponent */
export const TnefComponents: FlagGroup = /* @__PURE__ */ bits('TnefComponents', {
  TNEF_COMPONENT_MESSAGE,
  TNEF_COMPONENT_ATTACHMENT,
});

/** Number of the TNEF format. */
export const MAC_BINARY = 0x1;
/** Number of the TNEF format. */
export const LVL_MESSAGE = 0x1;
/** Number of the TNEF format. */
export const LVL_ATTACHMENT = 0x2;
/** Number of the TNEF format. */
export const TNEF_SIGNATURE = 0x223e9f78;
/** Each number of the TNEF format, one at a time, with their names. */
export const TnefNumbers: FlagGroup = /* @__PURE__ */ values('TnefNumbers', {
  MAC_BINARY,
  LVL_MESSAGE,
  LVL_ATTACHMENT,
  TNEF_SIGNATURE,
});

/** Type of a TNEF attribute. */
export const atpTriples = 0x0;
/** Type of a TNEF attribute. */
export const atpString = 0x1;
/** Type of a TNEF attribute. */
export const atpText = 0x2;
/** Type of a TNEF attribute. */
export const atpDate = 0x3;
/** Type of a TNEF attribute. */
export const atpShort = 0x4;
/** Type of a TNEF attribute. */
export const atpLong = 0x5;
/** Type of a TNEF attribute. */
export const atpByte = 0x6;
/** Type of a TNEF attribute. */
export const atpWord = 0x7;
/** Type of a TNEF attribute. */
export const atpDword = 0x8;
/** Type of a TNEF attribute. */
export const atpMax = 0x9;
/** Each type of a TNEF attribute, one at a time, with their names. */
export const TnefAttributeTypes: FlagGroup = /* @__PURE__ */ values('TnefAttributeTypes', {
  atpTriples,
  atpString,
  atpText,
  atpDate,
  atpShort,
  atpLong,
  atpByte,
  atpWord,
  atpDword,
  atpMax,
});

/** Type of a TNEF attachment. */
export const atypNull = 0x0;
/** Type of a TNEF attachment. */
export const atypFile = 0x1;
/** Type of a TNEF attachment. */
export const atypOle = 0x2;
/** Type of a TNEF attachment. */
export const atypPicture = 0x3;
/** Type of a TNEF attachment. */
export const atypMax = 0x4;
/** Each type of a TNEF attachment, one at a time, with their names. */
export const TnefAttachTypes: FlagGroup = /* @__PURE__ */ values('TnefAttachTypes', {
  atypNull,
  atypFile,
  atypOle,
  atypPicture,
  atypMax,
});

/** Priority in TNEF. */
export const prioHigh = 0x1;
/** Priority in TNEF. */
export const prioNorm = 0x2;
/** Priority in TNEF. */
export const prioLow = 0x3;
/** Each priority in TNEF, one at a time, with their names. */
export const TnefPriorities: FlagGroup = /* @__PURE__ */ values('TnefPriorities', { prioHigh, prioNorm, prioLow });

/** Message status in TNEF. */
export const fmsNull = 0x0;
/** Message status in TNEF. */
export const fmsModified = 0x1;
/** Message status in TNEF. */
export const fmsLocal = 0x2;
/** Message status in TNEF. */
export const fmsSubmitted = 0x4;
/** Message status in TNEF. */
export const fmsRead = 0x20;
/** Message status in TNEF. */
export const fmsHasAttach = 0x80;
/** Each message status in TNEF, ORed together, with their names. */
export const TnefMessageStatus: FlagGroup = /* @__PURE__ */ bits('TnefMessageStatus', {
  fmsNull,
  fmsModified,
  fmsLocal,
  fmsSubmitted,
  fmsRead,
  fmsHasAttach,
});

/** Kind of a TNEF address. */
export const trpidNull = 0x0;
/** Kind of a TNEF address. */
export const trpidUnresolved = 0x1;
/** Kind of a TNEF address. */
export const trpidResolvedNSID = 0x2;
/** Kind of a TNEF address. */
export const trpidResolvedAddress = 0x3;
/** Kind of a TNEF address. */
export const trpidOneOff = 0x4;
/** Kind of a TNEF address. */
export const trpidGroupNSID = 0x5;
/** Kind of a TNEF address. */
export const trpidOffline = 0x6;
/** Kind of a TNEF address. */
export const trpidIgnore = 0x7;
/** Kind of a TNEF address. */
export const trpidClassEntry = 0x8;
/** Kind of a TNEF address. */
export const trpidResolvedGroupAddress = 0x9;
/** Each kind of a TNEF address, one at a time, with their names. */
export const TnefRecipients: FlagGroup = /* @__PURE__ */ values('TnefRecipients', {
  trpidNull,
  trpidUnresolved,
  trpidResolvedNSID,
  trpidResolvedAddress,
  trpidOneOff,
  trpidGroupNSID,
  trpidOffline,
  trpidIgnore,
  trpidClassEntry,
  trpidResolvedGroupAddress,
});
