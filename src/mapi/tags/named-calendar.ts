// Written by scripts/generate/mapi-tags.mjs from test/reference/mapi-properties.json; change the facts, not this file.
import { PSETID_Appointment, PSETID_CalendarAssistant, PSETID_Meeting } from '../guids.js';
import {
  type FileTime,
  PT_BINARY,
  PT_BOOLEAN,
  PT_LONG,
  PT_MV_BINARY,
  PT_SHORT,
  PT_SYSTIME,
  PT_UNICODE,
} from '../types/proptype.js';
import { type NamedProp, named } from './namedprop.js';

/** Meetings: Unicode string. @spec pidlidallattendeesstring-canonical-property */
export const PidLidAllAttendeesString: NamedProp<string> = /* @__PURE__ */ named(
  PSETID_Appointment,
  0x8238,
  PT_UNICODE,
);
/** Meetings: 32-bit integer. @spec pidlidappointmentauxiliaryflags-canonical-property */
export const PidLidAppointmentAuxiliaryFlags: NamedProp<number> = /* @__PURE__ */ named(
  PSETID_Appointment,
  0x8207,
  PT_LONG,
);
/** Calendar: 32-bit integer. @spec pidlidappointmentcolor-canonical-property */
export const PidLidAppointmentColor: NamedProp<number> = /* @__PURE__ */ named(PSETID_Appointment, 0x8214, PT_LONG);
/** Meetings: true or false. @spec pidlidappointmentcounterproposal-canonical-property */
export const PidLidAppointmentCounterProposal: NamedProp<boolean> = /* @__PURE__ */ named(
  PSETID_Appointment,
  0x8257,
  PT_BOOLEAN,
);
/** Calendar: 32-bit integer. @spec pidlidappointmentduration-canonical-property */
export const PidLidAppointmentDuration: NamedProp<number> = /* @__PURE__ */ named(PSETID_Appointment, 0x8213, PT_LONG);
/** Calendar: point in time. @spec pidlidappointmentendwhole-canonical-property */
export const PidLidAppointmentEndWhole: NamedProp<FileTime> = /* @__PURE__ */ named(
  PSETID_Appointment,
  0x820e,
  PT_SYSTIME,
);
/** Meetings: 32-bit integer. @spec pidlidappointmentlastsequence-canonical-property */
export const PidLidAppointmentLastSequence: NamedProp<number> = /* @__PURE__ */ named(
  PSETID_Appointment,
  0x8203,
  PT_LONG,
);
/** Meetings: Unicode string. @spec pidlidappointmentmessageclass-canonical-property */
export const PidLidAppointmentMessageClass: NamedProp<string> = /* @__PURE__ */ named(PSETID_Meeting, 0x24, PT_UNICODE);
/** Meetings: true or false. @spec pidlidappointmentnotallowpropose-canonical-property */
export const PidLidAppointmentNotAllowPropose: NamedProp<boolean> = /* @__PURE__ */ named(
  PSETID_Appointment,
  0x825a,
  PT_BOOLEAN,
);
/** Meetings: 32-bit integer. @spec pidlidappointmentproposalnumber-canonical-property */
export const PidLidAppointmentProposalNumber: NamedProp<number> = /* @__PURE__ */ named(
  PSETID_Appointment,
  0x8259,
  PT_LONG,
);
/** Meetings: 32-bit integer. @spec pidlidappointmentproposedduration-canonical-property */
export const PidLidAppointmentProposedDuration: NamedProp<number> = /* @__PURE__ */ named(
  PSETID_Appointment,
  0x8256,
  PT_LONG,
);
/** Meetings: point in time. @spec pidlidappointmentproposedendwhole-canonical-property */
export const PidLidAppointmentProposedEndWhole: NamedProp<FileTime> = /* @__PURE__ */ named(
  PSETID_Appointment,
  0x8251,
  PT_SYSTIME,
);
/** Meetings: point in time. @spec pidlidappointmentproposedstartwhole-canonical-property */
export const PidLidAppointmentProposedStartWhole: NamedProp<FileTime> = /* @__PURE__ */ named(
  PSETID_Appointment,
  0x8250,
  PT_SYSTIME,
);
/** Calendar: bytes. @spec pidlidappointmentrecur-canonical-property */
export const PidLidAppointmentRecur: NamedProp<Uint8Array> = /* @__PURE__ */ named(
  PSETID_Appointment,
  0x8216,
  PT_BINARY,
);
/** Meetings: Unicode string. @spec pidlidappointmentreplyname-canonical-property */
export const PidLidAppointmentReplyName: NamedProp<string> = /* @__PURE__ */ named(
  PSETID_Appointment,
  0x8230,
  PT_UNICODE,
);
/** Meetings: point in time. @spec pidlidappointmentreplytime-canonical-property */
export const PidLidAppointmentReplyTime: NamedProp<FileTime> = /* @__PURE__ */ named(
  PSETID_Appointment,
  0x8220,
  PT_SYSTIME,
);
/** Meetings: 32-bit integer. @spec pidlidappointmentsequence-canonical-property */
export const PidLidAppointmentSequence: NamedProp<number> = /* @__PURE__ */ named(PSETID_Appointment, 0x8201, PT_LONG);
/** Meetings: point in time. @spec pidlidappointmentsequencetime-canonical-property */
export const PidLidAppointmentSequenceTime: NamedProp<FileTime> = /* @__PURE__ */ named(
  PSETID_Appointment,
  0x8202,
  PT_SYSTIME,
);
/** Calendar: point in time. @spec pidlidappointmentstartwhole-canonical-property */
export const PidLidAppointmentStartWhole: NamedProp<FileTime> = /* @__PURE__ */ named(
  PSETID_Appointment,
  0x820d,
  PT_SYSTIME,
);
/** Meetings: 32-bit integer. @spec pidlidappointmentstateflags-canonical-property */
export const PidLidAppointmentStateFlags: NamedProp<number> = /* @__PURE__ */ named(
  PSETID_Appointment,
  0x8217,
  PT_LONG,
);
/** Calendar: true or false. @spec pidlidappointmentsubtype-canonical-property */
export const PidLidAppointmentSubType: NamedProp<boolean> = /* @__PURE__ */ named(
  PSETID_Appointment,
  0x8215,
  PT_BOOLEAN,
);
/** Calendar: bytes. @spec pidlidappointmenttimezonedefinitionenddisplay-canonical-property */
export const PidLidAppointmentTimeZoneDefinitionEndDisplay: NamedProp<Uint8Array> = /* @__PURE__ */ named(
  PSETID_Appointment,
  0x825f,
  PT_BINARY,
);
/** Calendar: bytes. @spec pidlidappointmenttimezonedefinitionrecur-canonical-property */
export const PidLidAppointmentTimeZoneDefinitionRecur: NamedProp<Uint8Array> = /* @__PURE__ */ named(
  PSETID_Appointment,
  0x8260,
  PT_BINARY,
);
/** Calendar: bytes. @spec pidlidappointmenttimezonedefinitionstartdisplay-canonical-property */
export const PidLidAppointmentTimeZoneDefinitionStartDisplay: NamedProp<Uint8Array> = /* @__PURE__ */ named(
  PSETID_Appointment,
  0x825e,
  PT_BINARY,
);
/** Meetings: bytes. @spec pidlidappointmentunsendablerecipients-canonical-property */
export const PidLidAppointmentUnsendableRecipients: NamedProp<Uint8Array> = /* @__PURE__ */ named(
  PSETID_Appointment,
  0x823d,
  PT_BINARY,
);
/** Meetings: point in time. @spec pidlidattendeecriticalchange-canonical-property */
export const PidLidAttendeeCriticalChange: NamedProp<FileTime> = /* @__PURE__ */ named(PSETID_Meeting, 0x1, PT_SYSTIME);
/** Meetings: true or false. @spec pidlidautofilllocation-canonical-property */
export const PidLidAutoFillLocation: NamedProp<boolean> = /* @__PURE__ */ named(PSETID_Appointment, 0x823a, PT_BOOLEAN);
/** Calendar: 32-bit integer. @spec pidlidbusystatus-canonical-property */
export const PidLidBusyStatus: NamedProp<number> = /* @__PURE__ */ named(PSETID_Appointment, 0x8205, PT_LONG);
/** Meetings: 32-bit integer. @spec pidlidcalendartype-canonical-property */
export const PidLidCalendarType: NamedProp<number> = /* @__PURE__ */ named(PSETID_Meeting, 0x1c, PT_LONG);
/** Meetings: Unicode string. @spec pidlidccattendeesstring-canonical-property */
export const PidLidCcAttendeesString: NamedProp<string> = /* @__PURE__ */ named(PSETID_Appointment, 0x823c, PT_UNICODE);
/** Meetings: 32-bit integer. @spec pidlidchangehighlight-canonical-property */
export const PidLidChangeHighlight: NamedProp<number> = /* @__PURE__ */ named(PSETID_Appointment, 0x8204, PT_LONG);
/** Meetings: bytes. @spec pidlidcleanglobalobjectid-canonical-property */
export const PidLidCleanGlobalObjectId: NamedProp<Uint8Array> = /* @__PURE__ */ named(PSETID_Meeting, 0x23, PT_BINARY);
/** Calendar: point in time. @spec pidlidclipend-canonical-property */
export const PidLidClipEnd: NamedProp<FileTime> = /* @__PURE__ */ named(PSETID_Appointment, 0x8236, PT_SYSTIME);
/** Calendar: point in time. @spec pidlidclipstart-canonical-property */
export const PidLidClipStart: NamedProp<FileTime> = /* @__PURE__ */ named(PSETID_Appointment, 0x8235, PT_SYSTIME);
/** Calendar: point in time. @spec pidlidexceptionreplacetime-canonical-property */
export const PidLidExceptionReplaceTime: NamedProp<FileTime> = /* @__PURE__ */ named(
  PSETID_Appointment,
  0x8228,
  PT_SYSTIME,
);
/** Meetings: true or false. @spec pidlidfexceptionalattendees-canonical-property */
export const PidLidFExceptionalAttendees: NamedProp<boolean> = /* @__PURE__ */ named(
  PSETID_Appointment,
  0x822b,
  PT_BOOLEAN,
);
/** Meetings: true or false. @spec pidlidfexceptionalbody-canonical-property */
export const PidLidFExceptionalBody: NamedProp<boolean> = /* @__PURE__ */ named(PSETID_Appointment, 0x8206, PT_BOOLEAN);
/** Meetings: true or false. @spec pidlidfinvited-canonical-property */
export const PidLidFInvited: NamedProp<boolean> = /* @__PURE__ */ named(PSETID_Appointment, 0x8229, PT_BOOLEAN);
/** Meetings: true or false. @spec pidlidforwardinstance-canonical-property */
export const PidLidForwardInstance: NamedProp<boolean> = /* @__PURE__ */ named(PSETID_Appointment, 0x820a, PT_BOOLEAN);
/** Meetings: bytes. @spec pidlidglobalobjectid-canonical-property */
export const PidLidGlobalObjectId: NamedProp<Uint8Array> = /* @__PURE__ */ named(PSETID_Meeting, 0x3, PT_BINARY);
/** Meetings: 32-bit integer. @spec pidlidintendedbusystatus-canonical-property */
export const PidLidIntendedBusyStatus: NamedProp<number> = /* @__PURE__ */ named(PSETID_Appointment, 0x8224, PT_LONG);
/** Meetings: true or false. @spec pidlidisexception-canonical-property */
export const PidLidIsException: NamedProp<boolean> = /* @__PURE__ */ named(PSETID_Meeting, 0xa, PT_BOOLEAN);
/** Meetings: true or false. @spec pidlidisrecurring-canonical-property */
export const PidLidIsRecurring: NamedProp<boolean> = /* @__PURE__ */ named(PSETID_Meeting, 0x5, PT_BOOLEAN);
/** Meetings: true or false. @spec pidlidissilent-canonical-property */
export const PidLidIsSilent: NamedProp<boolean> = /* @__PURE__ */ named(PSETID_Meeting, 0x4, PT_BOOLEAN);
/** Task: many: bytes. @spec pidlidlinkedtaskitems-canonical-property */
export const PidLidLinkedTaskItems: NamedProp<readonly Uint8Array[]> = /* @__PURE__ */ named(
  PSETID_Appointment,
  0x820c,
  PT_MV_BINARY,
);
/** Calendar: Unicode string. @spec pidlidlocation-canonical-property */
export const PidLidLocation: NamedProp<string> = /* @__PURE__ */ named(PSETID_Appointment, 0x8208, PT_UNICODE);
/** Meetings: 32-bit integer. @spec pidlidmeetingtype-canonical-property */
export const PidLidMeetingType: NamedProp<number> = /* @__PURE__ */ named(PSETID_Meeting, 0x26, PT_LONG);
/** Meetings: Unicode string. @spec pidlidmeetingworkspaceurl-canonical-property */
export const PidLidMeetingWorkspaceUrl: NamedProp<string> = /* @__PURE__ */ named(
  PSETID_Appointment,
  0x8209,
  PT_UNICODE,
);
/** Meetings: Unicode string. @spec pidlidoldlocation-canonical-property */
export const PidLidOldLocation: NamedProp<string> = /* @__PURE__ */ named(PSETID_Meeting, 0x28, PT_UNICODE);
/** Meetings: point in time. @spec pidlidoldwhenendwhole-canonical-property */
export const PidLidOldWhenEndWhole: NamedProp<FileTime> = /* @__PURE__ */ named(PSETID_Meeting, 0x2a, PT_SYSTIME);
/** Meetings: point in time. @spec pidlidoldwhenstartwhole-canonical-property */
export const PidLidOldWhenStartWhole: NamedProp<FileTime> = /* @__PURE__ */ named(PSETID_Meeting, 0x29, PT_SYSTIME);
/** Meetings: bytes. @spec pidlidoriginalstoreentryid-canonical-property */
export const PidLidOriginalStoreEntryId: NamedProp<Uint8Array> = /* @__PURE__ */ named(
  PSETID_Appointment,
  0x8237,
  PT_BINARY,
);
/** Meetings: point in time. @spec pidlidownercriticalchange-canonical-property */
export const PidLidOwnerCriticalChange: NamedProp<FileTime> = /* @__PURE__ */ named(PSETID_Meeting, 0x1a, PT_SYSTIME);
/** Calendar: Unicode string. @spec pidlidrecurrencepattern-canonical-property */
export const PidLidRecurrencePattern: NamedProp<string> = /* @__PURE__ */ named(PSETID_Appointment, 0x8232, PT_UNICODE);
/** Calendar: 32-bit integer. @spec pidlidrecurrencetype-canonical-property */
export const PidLidRecurrenceType: NamedProp<number> = /* @__PURE__ */ named(PSETID_Appointment, 0x8231, PT_LONG);
/** Calendar: true or false. @spec pidlidrecurring-canonical-property */
export const PidLidRecurring: NamedProp<boolean> = /* @__PURE__ */ named(PSETID_Appointment, 0x8223, PT_BOOLEAN);
/** Meetings: 32-bit integer. @spec pidlidresponsestatus-canonical-property */
export const PidLidResponseStatus: NamedProp<number> = /* @__PURE__ */ named(PSETID_Appointment, 0x8218, PT_LONG);
/** Conferencing: true or false. @spec pidlidsendmeetingasical-canonical-property */
export const PidLidSendMeetingAsIcal: NamedProp<boolean> = /* @__PURE__ */ named(
  PSETID_Appointment,
  0x8200,
  PT_BOOLEAN,
);
/** Meetings: 32-bit integer. @spec pidlidtimezone-canonical-property */
export const PidLidTimeZone: NamedProp<number> = /* @__PURE__ */ named(PSETID_Meeting, 0xc, PT_LONG);
/** Calendar: Unicode string. @spec pidlidtimezonedescription-canonical-property */
export const PidLidTimeZoneDescription: NamedProp<string> = /* @__PURE__ */ named(
  PSETID_Appointment,
  0x8234,
  PT_UNICODE,
);
/** Calendar: bytes. @spec pidlidtimezonestruct-canonical-property */
export const PidLidTimeZoneStruct: NamedProp<Uint8Array> = /* @__PURE__ */ named(PSETID_Appointment, 0x8233, PT_BINARY);
/** Meetings: Unicode string. @spec pidlidtoattendeesstring-canonical-property */
export const PidLidToAttendeesString: NamedProp<string> = /* @__PURE__ */ named(PSETID_Appointment, 0x823b, PT_UNICODE);
/** Meetings: Unicode string. @spec pidlidwhere-canonical-property */
export const PidLidWhere: NamedProp<string> = /* @__PURE__ */ named(PSETID_Meeting, 0x2, PT_UNICODE);
/** Meetings: Unicode string. */
export const PidLidRequiredAttendees: NamedProp<string> = /* @__PURE__ */ named(PSETID_Meeting, 0x6, PT_UNICODE);
/** Meetings: Unicode string. */
export const PidLidOptionalAttendees: NamedProp<string> = /* @__PURE__ */ named(PSETID_Meeting, 0x7, PT_UNICODE);
/** Meetings: Unicode string. */
export const PidLidResourceAttendees: NamedProp<string> = /* @__PURE__ */ named(PSETID_Meeting, 0x8, PT_UNICODE);
/** Meetings: true or false. */
export const PidLidDelegateMail: NamedProp<boolean> = /* @__PURE__ */ named(PSETID_Meeting, 0x9, PT_BOOLEAN);
/** Meetings: true or false. */
export const PidLidSingleInvite: NamedProp<boolean> = /* @__PURE__ */ named(PSETID_Meeting, 0xb, PT_BOOLEAN);
/** Meetings: 32-bit integer. */
export const PidLidStartRecurrenceDate: NamedProp<number> = /* @__PURE__ */ named(PSETID_Meeting, 0xd, PT_LONG);
/** Meetings: 32-bit integer. */
export const PidLidStartRecurrenceTime: NamedProp<number> = /* @__PURE__ */ named(PSETID_Meeting, 0xe, PT_LONG);
/** Meetings: 32-bit integer. */
export const PidLidEndRecurrenceDate: NamedProp<number> = /* @__PURE__ */ named(PSETID_Meeting, 0xf, PT_LONG);
/** Meetings: 32-bit integer. */
export const PidLidEndRecurrenceTime: NamedProp<number> = /* @__PURE__ */ named(PSETID_Meeting, 0x10, PT_LONG);
/** Meetings: 16-bit integer. */
export const PidLidDayInterval: NamedProp<number> = /* @__PURE__ */ named(PSETID_Meeting, 0x11, PT_SHORT);
/** Meetings: 16-bit integer. */
export const PidLidWeekInterval: NamedProp<number> = /* @__PURE__ */ named(PSETID_Meeting, 0x12, PT_SHORT);
/** Meetings: 16-bit integer. */
export const PidLidMonthInterval: NamedProp<number> = /* @__PURE__ */ named(PSETID_Meeting, 0x13, PT_SHORT);
/** Meetings: 16-bit integer. */
export const PidLidYearInterval: NamedProp<number> = /* @__PURE__ */ named(PSETID_Meeting, 0x14, PT_SHORT);
/** Calendar: 32-bit integer. */
export const PidLidClientIntent: NamedProp<number> = /* @__PURE__ */ named(PSETID_CalendarAssistant, 0x15, PT_LONG);
/** Meetings: 32-bit integer. */
export const PidLidMonthOfYearMask: NamedProp<number> = /* @__PURE__ */ named(PSETID_Meeting, 0x17, PT_LONG);
/** Meetings: 16-bit integer. */
export const PidLidOldRecurrenceType: NamedProp<number> = /* @__PURE__ */ named(PSETID_Meeting, 0x18, PT_SHORT);
/** Meetings: Unicode string. */
export const PidLidAllAttendeesList: NamedProp<string> = /* @__PURE__ */ named(PSETID_Meeting, 0x1d, PT_UNICODE);
/** Calendar: point in time. */
export const PidLidAppointmentStartTime: NamedProp<FileTime> = /* @__PURE__ */ named(
  PSETID_Appointment,
  0x820f,
  PT_SYSTIME,
);
/** Calendar: point in time. */
export const PidLidAppointmentEndTime: NamedProp<FileTime> = /* @__PURE__ */ named(
  PSETID_Appointment,
  0x8210,
  PT_SYSTIME,
);
/** Calendar: point in time. */
export const PidLidAppointmentEndDate: NamedProp<FileTime> = /* @__PURE__ */ named(
  PSETID_Appointment,
  0x8211,
  PT_SYSTIME,
);
/** Calendar: point in time. */
export const PidLidAppointmentStartDate: NamedProp<FileTime> = /* @__PURE__ */ named(
  PSETID_Appointment,
  0x8212,
  PT_SYSTIME,
);
/** Meetings: point in time. */
export const PidLidAppointmentUpdateTime: NamedProp<FileTime> = /* @__PURE__ */ named(
  PSETID_Appointment,
  0x8226,
  PT_SYSTIME,
);
/** Meetings: Unicode string. */
export const PidLidOwnerName: NamedProp<string> = /* @__PURE__ */ named(PSETID_Appointment, 0x822e, PT_UNICODE);
/** Meetings: true or false. */
export const PidLidFOthersAppointment: NamedProp<boolean> = /* @__PURE__ */ named(
  PSETID_Appointment,
  0x822f,
  PT_BOOLEAN,
);
/** Meetings: true or false. */
export const dispidTrustRecipHighlights: NamedProp<boolean> = /* @__PURE__ */ named(
  PSETID_Appointment,
  0x823e,
  PT_BOOLEAN,
);
/** Conferencing: true or false. */
export const PidLidConferencingCheck: NamedProp<boolean> = /* @__PURE__ */ named(
  PSETID_Appointment,
  0x8240,
  PT_BOOLEAN,
);
/** Conferencing: 32-bit integer. */
export const PidLidConferencingType: NamedProp<number> = /* @__PURE__ */ named(PSETID_Appointment, 0x8241, PT_LONG);
/** Conferencing: Unicode string. */
export const PidLidDirectory: NamedProp<string> = /* @__PURE__ */ named(PSETID_Appointment, 0x8242, PT_UNICODE);
/** Conferencing: Unicode string. */
export const PidLidOrganizerAlias: NamedProp<string> = /* @__PURE__ */ named(PSETID_Appointment, 0x8243, PT_UNICODE);
/** Conferencing: true or false. */
export const PidLidAutoStartCheck: NamedProp<boolean> = /* @__PURE__ */ named(PSETID_Appointment, 0x8244, PT_BOOLEAN);
/** Conferencing: 32-bit integer. */
export const PidLidAutoStartWhen: NamedProp<number> = /* @__PURE__ */ named(PSETID_Appointment, 0x8245, PT_LONG);
/** Conferencing: true or false. */
export const PidLidAllowExternalCheck: NamedProp<boolean> = /* @__PURE__ */ named(
  PSETID_Appointment,
  0x8246,
  PT_BOOLEAN,
);
/** Conferencing: Unicode string. */
export const PidLidCollaborateDoc: NamedProp<string> = /* @__PURE__ */ named(PSETID_Appointment, 0x8247, PT_UNICODE);
/** Conferencing: Unicode string. */
export const PidLidNetShowUrl: NamedProp<string> = /* @__PURE__ */ named(PSETID_Appointment, 0x8248, PT_UNICODE);
/** Conferencing: Unicode string. */
export const PidLidOnlinePassword: NamedProp<string> = /* @__PURE__ */ named(PSETID_Appointment, 0x8249, PT_UNICODE);
/** Meetings: bytes. */
export const PidLidForwardNotificationRecipients: NamedProp<Uint8Array> = /* @__PURE__ */ named(
  PSETID_Appointment,
  0x8261,
  PT_BINARY,
);
/** Calendar: bytes. */
export const PidLidInboundICalStream: NamedProp<Uint8Array> = /* @__PURE__ */ named(
  PSETID_Appointment,
  0x827a,
  PT_BINARY,
);
/** Calendar: true or false. */
export const PidLidSingleBodyICal: NamedProp<boolean> = /* @__PURE__ */ named(PSETID_Appointment, 0x827b, PT_BOOLEAN);
/** Calendar: true or false. */
export const PidLidServerProcessed: NamedProp<boolean> = /* @__PURE__ */ named(
  PSETID_CalendarAssistant,
  0x85cc,
  PT_BOOLEAN,
);
/** Calendar: 32-bit integer. */
export const PidLidServerProcessingActions: NamedProp<number> = /* @__PURE__ */ named(
  PSETID_CalendarAssistant,
  0x85cd,
  PT_LONG,
);
/** Meetings: bytes. */
export const dispidCleanGlobalObjId: NamedProp<Uint8Array> = /* @__PURE__ */ named(PSETID_Meeting, 0x8c23, PT_BINARY);
/** Meetings: Unicode string. */
export const dispidApptMessageClass: NamedProp<string> = /* @__PURE__ */ named(PSETID_Meeting, 0x8c24, PT_UNICODE);
/** Meetings: 32-bit integer. */
export const dispidMeetingType: NamedProp<number> = /* @__PURE__ */ named(PSETID_Meeting, 0x8c26, PT_LONG);
/** Meetings: Unicode string. */
export const dispidOldLocation: NamedProp<string> = /* @__PURE__ */ named(PSETID_Meeting, 0x8c28, PT_UNICODE);
/** Meetings: point in time. */
export const dispidOldWhenStartWhole: NamedProp<FileTime> = /* @__PURE__ */ named(PSETID_Meeting, 0x8c29, PT_SYSTIME);
/** Meetings: point in time. */
export const dispidOldWhenEndWhole: NamedProp<FileTime> = /* @__PURE__ */ named(PSETID_Meeting, 0x8c2a, PT_SYSTIME);
