// Written by scripts/generate/mapi-tags.mjs from test/reference/mapi-properties.json; change the facts, not this file.
import { PSETID_Common } from '../guids.js';
import {
  type FileTime,
  PT_BINARY,
  PT_BOOLEAN,
  PT_LONG,
  PT_MV_LONG,
  PT_MV_UNICODE,
  PT_SYSTIME,
  PT_UNICODE,
  PT_UNSPECIFIED,
} from '../types/proptype.js';
import { type NamedProp, named } from './namedprop.js';

/** Common: true or false. @spec pidlidagingdontageme-canonical-property */
export const PidLidAgingDontAgeMe: NamedProp<boolean> = /* @__PURE__ */ named(PSETID_Common, 0x850e, PT_BOOLEAN);
/** General messaging: 32-bit integer. @spec pidlidautoprocessstate-canonical-property */
export const PidLidAutoProcessState: NamedProp<number> = /* @__PURE__ */ named(PSETID_Common, 0x851a, PT_LONG);
/** General messaging: Unicode string. @spec pidlidbilling-canonical-property */
export const PidLidBilling: NamedProp<string> = /* @__PURE__ */ named(PSETID_Common, 0x8535, PT_UNICODE);
/** General messaging: Unicode string. @spec pidlidclassification-canonical-property */
export const PidLidClassification: NamedProp<string> = /* @__PURE__ */ named(PSETID_Common, 0x85b6, PT_UNICODE);
/** General messaging: Unicode string. @spec pidlidclassificationdescription-canonical-property */
export const PidLidClassificationDescription: NamedProp<string> = /* @__PURE__ */ named(
  PSETID_Common,
  0x85b7,
  PT_UNICODE,
);
/** General messaging: Unicode string. @spec pidlidclassificationguid-canonical-property */
export const PidLidClassificationGuid: NamedProp<string> = /* @__PURE__ */ named(PSETID_Common, 0x85b8, PT_UNICODE);
/** General messaging: true or false. @spec pidlidclassificationkeep-canonical-property */
export const PidLidClassificationKeep: NamedProp<boolean> = /* @__PURE__ */ named(PSETID_Common, 0x85ba, PT_BOOLEAN);
/** General messaging: true or false. @spec pidlidclassified-canonical-property */
export const PidLidClassified: NamedProp<boolean> = /* @__PURE__ */ named(PSETID_Common, 0x85b5, PT_BOOLEAN);
/** General messaging: point in time. @spec pidlidcommonend-canonical-property */
export const PidLidCommonEnd: NamedProp<FileTime> = /* @__PURE__ */ named(PSETID_Common, 0x8517, PT_SYSTIME);
/** General messaging: point in time. @spec pidlidcommonstart-canonical-property */
export const PidLidCommonStart: NamedProp<FileTime> = /* @__PURE__ */ named(PSETID_Common, 0x8516, PT_SYSTIME);
/** General messaging: many: Unicode string. @spec pidlidcompanies-canonical-property */
export const PidLidCompanies: NamedProp<readonly string[]> = /* @__PURE__ */ named(
  PSETID_Common,
  0x8539,
  PT_MV_UNICODE,
);
/** Contact: bytes. @spec pidlidcontactlinkentry-canonical-property */
export const PidLidContactLinkEntry: NamedProp<Uint8Array> = /* @__PURE__ */ named(PSETID_Common, 0x8585, PT_BINARY);
/** Contact: Unicode string. @spec pidlidcontactlinkname-canonical-property */
export const PidLidContactLinkName: NamedProp<string> = /* @__PURE__ */ named(PSETID_Common, 0x8586, PT_UNICODE);
/** Contact: bytes. @spec pidlidcontactlinksearchkey-canonical-property */
export const PidLidContactLinkSearchKey: NamedProp<Uint8Array> = /* @__PURE__ */ named(
  PSETID_Common,
  0x8584,
  PT_BINARY,
);
/** General messaging: many: Unicode string. @spec pidlidcontacts-canonical-property */
export const PidLidContacts: NamedProp<readonly string[]> = /* @__PURE__ */ named(PSETID_Common, 0x853a, PT_MV_UNICODE);
/** General messaging: 32-bit integer. @spec pidlidcurrentversion-canonical-property */
export const PidLidCurrentVersion: NamedProp<number> = /* @__PURE__ */ named(PSETID_Common, 0x8552, PT_LONG);
/** General messaging: of no stated type. @spec pidlidcurrentversionname-canonical-property */
export const PidLidCurrentVersionName: NamedProp<unknown> = /* @__PURE__ */ named(
  PSETID_Common,
  0x8554,
  PT_UNSPECIFIED,
);
/** Run-time configuration: true or false. @spec pidlidfshouldtnef-canonical-property */
export const PidLidFShouldTNEF: NamedProp<boolean> = /* @__PURE__ */ named(PSETID_Common, 0x85a5, PT_BOOLEAN);
/** Flagging: Unicode string. @spec pidlidflagrequest-canonical-property */
export const PidLidFlagRequest: NamedProp<string> = /* @__PURE__ */ named(PSETID_Common, 0x8530, PT_UNICODE);
/** Task: 32-bit integer. @spec pidlidflagstring-canonical-property */
export const PidLidFlagString: NamedProp<number> = /* @__PURE__ */ named(PSETID_Common, 0x85c0, PT_LONG);
/** Run-time configuration: bytes. @spec pidlidformpropstream-canonical-property */
export const PidLidFormPropStream: NamedProp<Uint8Array> = /* @__PURE__ */ named(PSETID_Common, 0x851b, PT_BINARY);
/** Run-time configuration: bytes. @spec pidlidformstorage-canonical-property */
export const PidLidFormStorage: NamedProp<Uint8Array> = /* @__PURE__ */ named(PSETID_Common, 0x850f, PT_BINARY);
/** General messaging: 32-bit integer. @spec pidlidheaderitem-canonical-property */
export const PidLidHeaderItem: NamedProp<number> = /* @__PURE__ */ named(PSETID_Common, 0x8578, PT_LONG);
/** Run-time configuration: 32-bit integer. @spec pidlidimageattachmentscompressionlevel-canonical-property */
export const PidLidImageAttachmentsCompressionLevel: NamedProp<number> = /* @__PURE__ */ named(
  PSETID_Common,
  0x8593,
  PT_LONG,
);
/** IMAP: 32-bit integer. @spec pidlidimapdeleted-canonical-property */
export const PidLidImapDeleted: NamedProp<number> = /* @__PURE__ */ named(PSETID_Common, 0x8570, PT_LONG);
/** General messaging: Unicode string. @spec pidlidinternetaccountname-canonical-property */
export const PidLidInternetAccountName: NamedProp<string> = /* @__PURE__ */ named(PSETID_Common, 0x8580, PT_UNICODE);
/** General messaging: Unicode string. @spec pidlidinternetaccountstamp-canonical-property */
export const PidLidInternetAccountStamp: NamedProp<string> = /* @__PURE__ */ named(PSETID_Common, 0x8581, PT_UNICODE);
/** General messaging: true or false. @spec pidlidisinterpersonalfax-canonical-property */
export const PidLidIsInterpersonalFax: NamedProp<boolean> = /* @__PURE__ */ named(PSETID_Common, 0x859b, PT_BOOLEAN);
/** General messaging: Unicode string. @spec pidlidmileage-canonical-property */
export const PidLidMileage: NamedProp<string> = /* @__PURE__ */ named(PSETID_Common, 0x8534, PT_UNICODE);
/** General messaging: many: 32-bit integer. @spec pidlidnonsendcctrackstatus-canonical-property */
export const PidLidNonSendCcTrackStatus: NamedProp<readonly number[]> = /* @__PURE__ */ named(
  PSETID_Common,
  0x8544,
  PT_MV_LONG,
);
/** General messaging: many: 32-bit integer. @spec pidlidnonsendtotrackstatus-canonical-property */
export const PidLidNonSendToTrackStatus: NamedProp<readonly number[]> = /* @__PURE__ */ named(
  PSETID_Common,
  0x8543,
  PT_MV_LONG,
);
/** Meetings: Unicode string. @spec pidlidnonsendablebcc-canonical-property */
export const PidLidNonSendableBcc: NamedProp<string> = /* @__PURE__ */ named(PSETID_Common, 0x8538, PT_UNICODE);
/** General messaging: many: 32-bit integer. @spec pidlidnonsendablebcctrackstatus-canonical-property */
export const PidLidNonSendableBccTrackStatus: NamedProp<readonly number[]> = /* @__PURE__ */ named(
  PSETID_Common,
  0x8545,
  PT_MV_LONG,
);
/** Meetings: Unicode string. @spec pidlidnonsendablecc-canonical-property */
export const PidLidNonSendableCc: NamedProp<string> = /* @__PURE__ */ named(PSETID_Common, 0x8537, PT_UNICODE);
/** Meetings: Unicode string. @spec pidlidnonsendableto-canonical-property */
export const PidLidNonSendableTo: NamedProp<string> = /* @__PURE__ */ named(PSETID_Common, 0x8536, PT_UNICODE);
/** General messaging: 32-bit integer. @spec pidlidofflinestatus-canonical-property */
export const PidLidOfflineStatus: NamedProp<number> = /* @__PURE__ */ named(PSETID_Common, 0x85b9, PT_LONG);
/** Run-time configuration: bytes. @spec pidlidpagedirstream-canonical-property */
export const PidLidPageDirStream: NamedProp<Uint8Array> = /* @__PURE__ */ named(PSETID_Common, 0x8513, PT_BINARY);
/** General messaging: true or false. @spec pidlidprivate-canonical-property */
export const PidLidPrivate: NamedProp<boolean> = /* @__PURE__ */ named(PSETID_Common, 0x8506, PT_BOOLEAN);
/** Run-time configuration: bytes. @spec pidlidpropertydefinitionstream-canonical-property */
export const PidLidPropertyDefinitionStream: NamedProp<Uint8Array> = /* @__PURE__ */ named(
  PSETID_Common,
  0x8540,
  PT_BINARY,
);
/** General messaging: point in time. @spec pidlidrecalltime-canonical-property */
export const PidLidRecallTime: NamedProp<FileTime> = /* @__PURE__ */ named(PSETID_Common, 0x8549, PT_SYSTIME);
/** Contact: bytes. @spec pidlidreferenceentryid-canonical-property */
export const PidLidReferenceEntryId: NamedProp<Uint8Array> = /* @__PURE__ */ named(PSETID_Common, 0x85bd, PT_BINARY);
/** Reminder: 32-bit integer. @spec pidlidreminderdelta-canonical-property */
export const PidLidReminderDelta: NamedProp<number> = /* @__PURE__ */ named(PSETID_Common, 0x8501, PT_LONG);
/** Reminder: Unicode string. @spec pidlidreminderfileparameter-canonical-property */
export const PidLidReminderFileParameter: NamedProp<string> = /* @__PURE__ */ named(PSETID_Common, 0x851f, PT_UNICODE);
/** Reminder: true or false. @spec pidlidreminderoverride-canonical-property */
export const PidLidReminderOverride: NamedProp<boolean> = /* @__PURE__ */ named(PSETID_Common, 0x851c, PT_BOOLEAN);
/** Reminder: true or false. @spec pidlidreminderplaysound-canonical-property */
export const PidLidReminderPlaySound: NamedProp<boolean> = /* @__PURE__ */ named(PSETID_Common, 0x851e, PT_BOOLEAN);
/** Reminder: true or false. @spec pidlidreminderset-canonical-property */
export const PidLidReminderSet: NamedProp<boolean> = /* @__PURE__ */ named(PSETID_Common, 0x8503, PT_BOOLEAN);
/** Reminder: point in time. @spec pidlidremindersignaltime-canonical-property */
export const PidLidReminderSignalTime: NamedProp<FileTime> = /* @__PURE__ */ named(PSETID_Common, 0x8560, PT_SYSTIME);
/** Reminder: point in time. @spec pidlidremindertime-canonical-property */
export const PidLidReminderTime: NamedProp<FileTime> = /* @__PURE__ */ named(PSETID_Common, 0x8502, PT_SYSTIME);
/** Run-time configuration: bytes. @spec pidlidscriptstream-canonical-property */
export const PidLidScriptStream: NamedProp<Uint8Array> = /* @__PURE__ */ named(PSETID_Common, 0x8541, PT_BINARY);
/** Run-time configuration: 32-bit integer. @spec pidlidsideeffects-canonical-property */
export const PidLidSideEffects: NamedProp<number> = /* @__PURE__ */ named(PSETID_Common, 0x8510, PT_LONG);
/** Run-time configuration: true or false. @spec pidlidsmartnoattach-canonical-property */
export const PidLidSmartNoAttach: NamedProp<boolean> = /* @__PURE__ */ named(PSETID_Common, 0x8514, PT_BOOLEAN);
/** Spam: bytes. @spec pidlidspamoriginalfolder-canonical-property */
export const PidLidSpamOriginalFolder: NamedProp<Uint8Array> = /* @__PURE__ */ named(PSETID_Common, 0x859c, PT_BINARY);
/** Task: bytes. @spec pidlidtaskglobalid-canonical-property */
export const PidLidTaskGlobalId: NamedProp<Uint8Array> = /* @__PURE__ */ named(PSETID_Common, 0x8519, PT_BINARY);
/** Task: 32-bit integer. @spec pidlidtaskmode-canonical-property */
export const PidLidTaskMode: NamedProp<number> = /* @__PURE__ */ named(PSETID_Common, 0x8518, PT_LONG);
/** Task: point in time. @spec pidlidtodoordinaldate-canonical-property */
export const PidLidToDoOrdinalDate: NamedProp<FileTime> = /* @__PURE__ */ named(PSETID_Common, 0x85a0, PT_SYSTIME);
/** Task: Unicode string. @spec pidlidtodosubordinal-canonical-property */
export const PidLidToDoSubOrdinal: NamedProp<string> = /* @__PURE__ */ named(PSETID_Common, 0x85a1, PT_UNICODE);
/** Task: Unicode string. @spec pidlidtodotitle-canonical-property */
export const PidLidToDoTitle: NamedProp<string> = /* @__PURE__ */ named(PSETID_Common, 0x85a4, PT_UNICODE);
/** Run-time configuration: true or false. @spec pidlidusetnef-canonical-property */
export const PidLidUseTnef: NamedProp<boolean> = /* @__PURE__ */ named(PSETID_Common, 0x8582, PT_BOOLEAN);
/** Task: point in time. @spec pidlidvalidflagstringproof-canonical-property */
export const PidLidValidFlagStringProof: NamedProp<FileTime> = /* @__PURE__ */ named(PSETID_Common, 0x85bf, PT_SYSTIME);
/** General messaging: Unicode string. @spec pidlidverbresponse-canonical-property */
export const PidLidVerbResponse: NamedProp<string> = /* @__PURE__ */ named(PSETID_Common, 0x8524, PT_UNICODE);
/** Run-time configuration: bytes. @spec pidlidverbstream-canonical-property */
export const PidLidVerbStream: NamedProp<Uint8Array> = /* @__PURE__ */ named(PSETID_Common, 0x8520, PT_BINARY);
/** Calendar: 32-bit integer. */
export const PidLidDayOfMonth: NamedProp<number> = /* @__PURE__ */ named(PSETID_Common, 0x1000, PT_LONG);
/** Calendar: 32-bit integer. */
export const PidLidICalendarDayOfWeekMask: NamedProp<number> = /* @__PURE__ */ named(PSETID_Common, 0x1001, PT_LONG);
/** Calendar: 32-bit integer. */
export const PidLidOccurrences: NamedProp<number> = /* @__PURE__ */ named(PSETID_Common, 0x1005, PT_LONG);
/** Calendar: 32-bit integer. */
export const PidLidMonthOfYear: NamedProp<number> = /* @__PURE__ */ named(PSETID_Common, 0x1006, PT_LONG);
/** Calendar: true or false. */
export const PidLidNoEndDateFlag: NamedProp<boolean> = /* @__PURE__ */ named(PSETID_Common, 0x100b, PT_BOOLEAN);
/** Calendar: 32-bit integer. */
export const PidLidRecurrenceDuration: NamedProp<number> = /* @__PURE__ */ named(PSETID_Common, 0x100d, PT_LONG);
/** Meeting: true or false. */
export const PidLidPromptSendUpdate: NamedProp<boolean> = /* @__PURE__ */ named(PSETID_Common, 0x8045, PT_BOOLEAN);
/** Reminders: point in time. */
export const PidLidReminderTimeTime: NamedProp<FileTime> = /* @__PURE__ */ named(PSETID_Common, 0x8504, PT_SYSTIME);
/** Reminders: point in time. */
export const PidLidReminderTimeDate: NamedProp<FileTime> = /* @__PURE__ */ named(PSETID_Common, 0x8505, PT_SYSTIME);
/** Run: 32-bit integer. */
export const PidLidRemoteStatus: NamedProp<number> = /* @__PURE__ */ named(PSETID_Common, 0x8511, PT_LONG);
/** Reminders: 32-bit integer. */
export const PidLidReminderType: NamedProp<number> = /* @__PURE__ */ named(PSETID_Common, 0x851d, PT_LONG);
/** General: 32-bit integer. */
export const dispidCustomFlag: NamedProp<number> = /* @__PURE__ */ named(PSETID_Common, 0x8542, PT_LONG);
/** Common: Unicode string. */
export const PidLidInfoPathFormName: NamedProp<string> = /* @__PURE__ */ named(PSETID_Common, 0x85b1, PT_UNICODE);
/** Conversation: bytes. */
export const PidLidConversationActionMoveFolderEid: NamedProp<Uint8Array> = /* @__PURE__ */ named(
  PSETID_Common,
  0x85c6,
  PT_BINARY,
);
/** Conversation: bytes. */
export const PidLidConversationActionMoveStoreEid: NamedProp<Uint8Array> = /* @__PURE__ */ named(
  PSETID_Common,
  0x85c7,
  PT_BINARY,
);
/** Conversation: point in time. */
export const PidLidConversationActionMaxDeliveryTime: NamedProp<FileTime> = /* @__PURE__ */ named(
  PSETID_Common,
  0x85c8,
  PT_SYSTIME,
);
/** Conversation: 32-bit integer. */
export const PidLidConversationProcessed: NamedProp<number> = /* @__PURE__ */ named(PSETID_Common, 0x85c9, PT_LONG);
/** Conversation: point in time. */
export const PidLidConversationActionLastAppliedTime: NamedProp<FileTime> = /* @__PURE__ */ named(
  PSETID_Common,
  0x85ca,
  PT_SYSTIME,
);
/** Conversation: 32-bit integer. */
export const PidLidConversationActionVersion: NamedProp<number> = /* @__PURE__ */ named(PSETID_Common, 0x85cb, PT_LONG);
/** Site: 32-bit integer. */
export const PidLidPendingStateForSiteMailboxDocument: NamedProp<number> = /* @__PURE__ */ named(
  PSETID_Common,
  0x85e0,
  PT_LONG,
);
