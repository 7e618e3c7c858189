// Written by scripts/generate/mapi-flags.mjs from test/reference/mapi-constants.json; change the facts, not this file.
import { bits, type FlagGroup, values } from './flaggroup.js';

/** Message flag. @spec pidtagmessageflags-canonical-property */
export const MSGFLAG_READ = 0x1;
/** Message flag. @spec pidtagmessageflags-canonical-property */
export const MSGFLAG_UNMODIFIED = 0x2;
/** Message flag. @spec pidtagmessageflags-canonical-property */
export const MSGFLAG_SUBMIT = 0x4;
/** Message flag. @spec pidtagmessageflags-canonical-property */
export const MSGFLAG_UNSENT = 0x8;
/** Message flag. @spec pidtagmessageflags-canonical-property */
export const MSGFLAG_HASATTACH = 0x10;
/** Message flag. @spec pidtagmessageflags-canonical-property */
export const MSGFLAG_FROMME = 0x20;
/** Message flag. @spec pidtagmessageflags-canonical-property */
export const MSGFLAG_ASSOCIATED = 0x40;
/** Message flag. @spec pidtagmessageflags-canonical-property */
export const MSGFLAG_RESEND = 0x80;
/** Message flag. @spec pidtagmessageflags-canonical-property */
export const MSGFLAG_RN_PENDING = 0x100;
/** Message flag. @spec pidtagmessageflags-canonical-property */
export const MSGFLAG_NRN_PENDING = 0x200;
/** Message flag. @spec pidtagmessageflags-canonical-property */
export const MSGFLAG_ORIGIN_X400 = 0x1000;
/** Message flag. @spec pidtagmessageflags-canonical-property */
export const MSGFLAG_ORIGIN_INTERNET = 0x2000;
/** Message flag. @spec pidtagmessageflags-canonical-property */
export const MSGFLAG_ORIGIN_MISC_EXT = 0x8000;
/** Message flag. @spec pidtagmessageflags-canonical-property */
export const MSGFLAG_OUTLOOK_NON_EMS_XP = 0x10000;
/** Each message flag, ORed together, with their names. @spec pidtagmessageflags-canonical-property */
export const MessageFlags: FlagGroup = /* @__PURE__ */ bits('MessageFlags', {
  MSGFLAG_READ,
  MSGFLAG_UNMODIFIED,
  MSGFLAG_SUBMIT,
  MSGFLAG_UNSENT,
  MSGFLAG_HASATTACH,
  MSGFLAG_FROMME,
  MSGFLAG_ASSOCIATED,
  MSGFLAG_RESEND,
  MSGFLAG_RN_PENDING,
  MSGFLAG_NRN_PENDING,
  MSGFLAG_ORIGIN_X400,
  MSGFLAG_ORIGIN_INTERNET,
  MSGFLAG_ORIGIN_MISC_EXT,
  MSGFLAG_OUTLOOK_NON_EMS_XP,
});

/** Message status (IMAPIFolder::GetMessageStatus, IMAPIFolder::SetMessageStatus). @spec pidtagmessagestatus-canonical-property */
export const MSGSTATUS_HIGHLIGHTED = 0x1;
/** Message status (IMAPIFolder::GetMessageStatus, IMAPIFolder::SetMessageStatus). @spec pidtagmessagestatus-canonical-property */
export const MSGSTATUS_TAGGED = 0x2;
/** Message status (IMAPIFolder::GetMessageStatus, IMAPIFolder::SetMessageStatus). @spec pidtagmessagestatus-canonical-property */
export const MSGSTATUS_HIDDEN = 0x4;
/** Message status (IMAPIFolder::GetMessageStatus, IMAPIFolder::SetMessageStatus). @spec pidtagmessagestatus-canonical-property */
export const MSGSTATUS_DELMARKED = 0x8;
/** Message status. @spec pidtagmessagestatus-canonical-property */
export const MSGSTATUS_DRAFT = 0x100;
/** Message status. @spec pidtagmessagestatus-canonical-property */
export const MSGSTATUS_ANSWERED = 0x200;
/** Message status. @spec pidtagmessagestatus-canonical-property */
export const MSGSTATUS_IN_CONFLICT = 0x800;
/** Message status (IMAPIFolder::GetMessageStatus, IMAPIFolder::SetMessageStatus). @spec pidtagmessagestatus-canonical-property */
export const MSGSTATUS_REMOTE_DOWNLOAD = 0x1000;
/** Message status (IMAPIFolder::GetMessageStatus, IMAPIFolder::SetMessageStatus). @spec pidtagmessagestatus-canonical-property */
export const MSGSTATUS_REMOTE_DELETE = 0x2000;
/** Message status. @spec pidtagmessagestatus-canonical-property */
export const MSGSTATUS_MDNSENT = 0x4000;
/** Each message status, ORed together, with their names. @spec pidtagmessagestatus-canonical-property */
export const MessageStatus: FlagGroup = /* @__PURE__ */ bits('MessageStatus', {
  MSGSTATUS_HIGHLIGHTED,
  MSGSTATUS_TAGGED,
  MSGSTATUS_HIDDEN,
  MSGSTATUS_DELMARKED,
  MSGSTATUS_DRAFT,
  MSGSTATUS_ANSWERED,
  MSGSTATUS_IN_CONFLICT,
  MSGSTATUS_REMOTE_DOWNLOAD,
  MSGSTATUS_REMOTE_DELETE,
  MSGSTATUS_MDNSENT,
});

/** Submit flag. @spec pidtagsubmitflags-canonical-property */
export const SUBMITFLAG_LOCKED = 0x1;
/** Submit flag. @spec pidtagsubmitflags-canonical-property */
export const SUBMITFLAG_PREPROCESS = 0x2;
/** Each submit flag, ORed together, with their names. @spec pidtagsubmitflags-canonical-property */
export const SubmitFlags: FlagGroup = /* @__PURE__ */ bits('SubmitFlags', { SUBMITFLAG_LOCKED, SUBMITFLAG_PREPROCESS });

/** Flag of a submission (IMAPIMessageSite::SubmitMessage, IMessage::SubmitMessage). @spec imessage-submitmessage */
export const FORCE_SUBMIT = 0x1;
/** Each flag of a submission, ORed together, with their names. @spec imessage-submitmessage */
export const SubmitMessageFlags: FlagGroup = /* @__PURE__ */ bits('SubmitMessageFlags', { FORCE_SUBMIT });

/** Lock state (IMsgStore::SetLockState). @spec imsgstore-setlockstate */
export const MSG_UNLOCKED = 0x0;
/** Lock state (IMsgStore::SetLockState). @spec imsgstore-setlockstate */
export const MSG_LOCKED = 0x1;
/** Each lock state, one at a time, with their names. @spec imsgstore-setlockstate */
export const LockStates: FlagGroup = /* @__PURE__ */ values('LockStates', { MSG_UNLOCKED, MSG_LOCKED });

/** Importance. @spec pidtagimportance-canonical-property */
export const IMPORTANCE_LOW = 0x0;
/** Importance. @spec pidtagimportance-canonical-property */
export const IMPORTANCE_NORMAL = 0x1;
/** Importance. @spec pidtagimportance-canonical-property */
export const IMPORTANCE_HIGH = 0x2;
/** Each importance, one at a time, with their names. @spec pidtagimportance-canonical-property */
export const Importance: FlagGroup = /* @__PURE__ */ values('Importance', {
  IMPORTANCE_LOW,
  IMPORTANCE_NORMAL,
  IMPORTANCE_HIGH,
});

/** Priority. @spec pidtagpriority-canonical-property */
export const PRIO_NONURGENT = -1;
/** Priority. @spec pidtagpriority-canonical-property */
export const PRIO_NORMAL = 0x0;
/** Priority. @spec pidtagpriority-canonical-property */
export const PRIO_URGENT = 0x1;
/** Each priority, one at a time, with their names. @spec pidtagpriority-canonical-property */
export const Priority: FlagGroup = /* @__PURE__ */ values('Priority', { PRIO_NONURGENT, PRIO_NORMAL, PRIO_URGENT });

/** Sensitivity. @spec pidtagsensitivity-canonical-property */
export const SENSITIVITY_NONE = 0x0;
/** Sensitivity. @spec pidtagsensitivity-canonical-property */
export const SENSITIVITY_PERSONAL = 0x1;
/** Sensitivity. @spec pidtagsensitivity-canonical-property */
export const SENSITIVITY_PRIVATE = 0x2;
/** Sensitivity. @spec pidtagsensitivity-canonical-property */
export const SENSITIVITY_COMPANY_CONFIDENTIAL = 0x3;
/** Each sensitivity, one at a time, with their names. @spec pidtagsensitivity-canonical-property */
export const Sensitivity: FlagGroup = /* @__PURE__ */ values('Sensitivity', {
  SENSITIVITY_NONE,
  SENSITIVITY_PERSONAL,
  SENSITIVITY_PRIVATE,
  SENSITIVITY_COMPANY_CONFIDENTIAL,
});

/** Security flag. */
export const SECURITY_SIGNED = 0x1;
/** Security flag. */
export const SECURITY_ENCRYPTED = 0x2;
/** Each security flag, ORed together, with their names. */
export const SecurityFlags: FlagGroup = /* @__PURE__ */ bits('SecurityFlags', { SECURITY_SIGNED, SECURITY_ENCRYPTED });

/** Flag of a read mark (IMAPIFolder::SetReadFlags, IMessage::SetReadFlag). @spec imessage-setreadflag */
export const SUPPRESS_RECEIPT = 0x1;
/** Flag of a read mark (IMAPIFolder::SetReadFlags, IMessage::SetReadFlag). @spec imessage-setreadflag */
export const CLEAR_READ_FLAG = 0x4;
/** Flag of a read mark (IMAPIFolder::SetReadFlags, IMessage::SetReadFlag). @spec imessage-setreadflag */
export const GENERATE_RECEIPT_ONLY = 0x10;
/** Flag of a read mark (IMAPIFolder::SetReadFlags, IMessage::SetReadFlag). @spec imessage-setreadflag */
export const CLEAR_RN_PENDING = 0x20;
/** Flag of a read mark (IMAPIFolder::SetReadFlags, IMessage::SetReadFlag). @spec imessage-setreadflag */
export const CLEAR_NRN_PENDING = 0x40;
/** Each flag of a read mark, ORed together, with their names. @spec imessage-setreadflag */
export const ReadFlags: FlagGroup = /* @__PURE__ */ bits('ReadFlags', {
  SUPPRESS_RECEIPT,
  CLEAR_READ_FLAG,
  GENERATE_RECEIPT_ONLY,
  CLEAR_RN_PENDING,
  CLEAR_NRN_PENDING,
});

/** Format of the editor. @spec pidtagmessageeditorformat-canonical-property */
export const EDITOR_FORMAT_DONTKNOW = 0x0;
/** Format of the editor. @spec pidtagmessageeditorformat-canonical-property */
export const EDITOR_FORMAT_PLAINTEXT = 0x1;
/** Format of the editor. @spec pidtagmessageeditorformat-canonical-property */
export const EDITOR_FORMAT_HTML = 0x2;
/** Format of the editor. @spec pidtagmessageeditorformat-canonical-property */
export const EDITOR_FORMAT_RTF = 0x3;
/** Each format of the editor, one at a time, with their names. @spec pidtagmessageeditorformat-canonical-property */
export const EditorFormats: FlagGroup = /* @__PURE__ */ values('EditorFormats', {
  EDITOR_FORMAT_DONTKNOW,
  EDITOR_FORMAT_PLAINTEXT,
  EDITOR_FORMAT_HTML,
  EDITOR_FORMAT_RTF,
});

/** Internet format. */
export const INTERNET_FORMAT_DEFAULT = 0x0;
/** Internet format. */
export const INTERNET_FORMAT_MIME = 0x1;
/** Internet format. */
export const INTERNET_FORMAT_UUENCODE = 0x2;
/** Internet format. */
export const INTERNET_FORMAT_BINHEX = 0x3;
/** Each internet format, one at a time, with their names. */
export const InternetFormats: FlagGroup = /* @__PURE__ */ values('InternetFormats', {
  INTERNET_FORMAT_DEFAULT,
  INTERNET_FORMAT_MIME,
  INTERNET_FORMAT_UUENCODE,
  INTERNET_FORMAT_BINHEX,
});

/** How mail is encoded for a recipient. */
export const ENCODING_PREFERENCE = 0x20000;
/** How mail is encoded for a recipient. */
export const ENCODING_MIME = 0x40000;
/** How mail is encoded for a recipient. */
export const BODY_ENCODING_HTML = 0x80000;
/** How mail is encoded for a recipient. */
export const BODY_ENCODING_TEXT_AND_HTML = 0x100000;
/** How mail is encoded for a recipient. */
export const MAC_ATTACH_ENCODING_UUENCODE = 0x200000;
/** How mail is encoded for a recipient. */
export const MAC_ATTACH_ENCODING_APPLESINGLE = 0x400000;
/** How mail is encoded for a recipient. */
export const MAC_ATTACH_ENCODING_APPLEDOUBLE = 0x600000;
/** Each how mail is encoded for a recipient, ORed together, with their names. */
export const MailEncoding: FlagGroup = /* @__PURE__ */ bits('MailEncoding', {
  ENCODING_PREFERENCE,
  ENCODING_MIME,
  BODY_ENCODING_HTML,
  BODY_ENCODING_TEXT_AND_HTML,
  MAC_ATTACH_ENCODING_UUENCODE,
  MAC_ATTACH_ENCODING_APPLESINGLE,
  MAC_ATTACH_ENCODING_APPLEDOUBLE,
});

/** Automatic response that is not wanted. */
export const AUTO_RESPONSE_SUPPRESS_DR = 0x1;
/** Automatic response that is not wanted. */
export const AUTO_RESPONSE_SUPPRESS_NDR = 0x2;
/** Automatic response that is not wanted. */
export const AUTO_RESPONSE_SUPPRESS_RN = 0x4;
/** Automatic response that is not wanted. */
export const AUTO_RESPONSE_SUPPRESS_NRN = 0x8;
/** Automatic response that is not wanted. */
export const AUTO_RESPONSE_SUPPRESS_OOF = 0x10;
/** Automatic response that is not wanted. */
export const AUTO_RESPONSE_SUPPRESS_AUTO_REPLY = 0x20;
/** Automatic response that is not wanted. */
export const AUTO_RESPONSE_SUPPRESS_NORFC821FROM = 0x40;
/** Each automatic response that is not wanted, ORed together, with their names. */
export const AutoResponseSuppress: FlagGroup = /* @__PURE__ */ bits('AutoResponseSuppress', {
  AUTO_RESPONSE_SUPPRESS_DR,
  AUTO_RESPONSE_SUPPRESS_NDR,
  AUTO_RESPONSE_SUPPRESS_RN,
  AUTO_RESPONSE_SUPPRESS_NRN,
  AUTO_RESPONSE_SUPPRESS_OOF,
  AUTO_RESPONSE_SUPPRESS_AUTO_REPLY,
  AUTO_RESPONSE_SUPPRESS_NORFC821FROM,
});

/** Kind of a new form (IMAPISession::ShowForm). @spec pidtagmessageclass-canonical-property */
export const MAPI_POST_MESSAGE = 0x1;
/** Kind of a new form (IMAPISession::ShowForm). @spec pidtagmessageclass-canonical-property */
export const MAPI_NEW_MESSAGE = 0x2;
/** Each kind of a new form, ORed together, with their names. @spec pidtagmessageclass-canonical-property */
export const NewMessageTypes: FlagGroup = /* @__PURE__ */ bits('NewMessageTypes', {
  MAPI_POST_MESSAGE,
  MAPI_NEW_MESSAGE,
});

/** Icon. @spec pidtagiconindex-canonical-property */
export const ICON_INDEX_POST = 0x1;
/** Icon. @spec pidtagiconindex-canonical-property */
export const ICON_INDEX_OTHER = 0x3;
/** Icon. @spec pidtagiconindex-canonical-property */
export const ICON_INDEX_READ_MAIL = 0x100;
/** Icon. @spec pidtagiconindex-canonical-property */
export const ICON_INDEX_UNREAD_MAIL = 0x101;
/** Icon. @spec pidtagiconindex-canonical-property */
export const ICON_INDEX_SUBMITTED_MAIL = 0x102;
/** Icon. @spec pidtagiconindex-canonical-property */
export const ICON_INDEX_UNSENT_MAIL = 0x103;
/** Icon. @spec pidtagiconindex-canonical-property */
export const ICON_INDEX_RECEIPT_MAIL = 0x104;
/** Icon. @spec pidtagiconindex-canonical-property */
export const ICON_INDEX_REPLIED_MAIL = 0x105;
/** Icon. @spec pidtagiconindex-canonical-property */
export const ICON_INDEX_FORWARDED_MAIL = 0x106;
/** Icon. @spec pidtagiconindex-canonical-property */
export const ICON_INDEX_REMOTE_MAIL = 0x107;
/** Icon. @spec pidtagiconindex-canonical-property */
export const ICON_INDEX_DELIVERY_MAIL = 0x108;
/** Icon. @spec pidtagiconindex-canonical-property */
export const ICON_INDEX_READ_RECEIPT_MAIL = 0x109;
/** Icon. @spec pidtagiconindex-canonical-property */
export const ICON_INDEX_NONDELIVERY_MAIL = 0x10a;
/** Icon. @spec pidtagiconindex-canonical-property */
export const ICON_INDEX_NONREAD_MAIL = 0x10b;
/** Icon. @spec pidtagiconindex-canonical-property */
export const ICON_INDEX_RECALL_S_MAIL = 0x10c;
/** Icon. @spec pidtagiconindex-canonical-property */
export const ICON_INDEX_RECALL_F_MAIL = 0x10d;
/** Icon. @spec pidtagiconindex-canonical-property */
export const ICON_INDEX_TRACKING_MAIL = 0x10e;
/** Icon. @spec pidtagiconindex-canonical-property */
export const ICON_INDEX_MAIL_SIGNED = 0x10f;
/** Icon. @spec pidtagiconindex-canonical-property */
export const ICON_INDEX_MAIL_ENCRYPTED = 0x110;
/** Icon. @spec pidtagiconindex-canonical-property */
export const ICON_INDEX_MAIL_SMIME_SIGNED = 0x111;
/** Icon. @spec pidtagiconindex-canonical-property */
export const ICON_INDEX_MAIL_SMIME_RECEIPT = 0x112;
/** Icon. @spec pidtagiconindex-canonical-property */
export const ICON_INDEX_MAIL_ENCRYPTED_REPLIED = 0x113;
/** Icon. @spec pidtagiconindex-canonical-property */
export const ICON_INDEX_MAIL_SMIME_SIGNED_REPLIED = 0x114;
/** Icon. @spec pidtagiconindex-canonical-property */
export const ICON_INDEX_MAIL_ENCRYPTED_FORWARDED = 0x115;
/** Icon. @spec pidtagiconindex-canonical-property */
export const ICON_INDEX_MAIL_SMIME_SIGNED_FORWARDED = 0x116;
/** Icon. @spec pidtagiconindex-canonical-property */
export const ICON_INDEX_MAIL_ENCRYPTED_READ = 0x117;
/** Icon. @spec pidtagiconindex-canonical-property */
export const ICON_INDEX_MAIL_SMIME_SIGNED_READ = 0x118;
/** Icon. @spec pidtagiconindex-canonical-property */
export const ICON_INDEX_OUT_OF_OFFICE_MAIL = 0x11b;
/** Icon. @spec pidtagiconindex-canonical-property */
export const ICON_INDEX_RECALL_MAIL = 0x11c;
/** Icon. @spec pidtagiconindex-canonical-property */
export const ICON_INDEX_TRACKED_MAIL = 0x130;
/** Icon. @spec pidtagiconindex-canonical-property */
export const ICON_INDEX_IRM_READ_MAIL = 0x131;
/** Icon. @spec pidtagiconindex-canonical-property */
export const ICON_INDEX_IRM_UNREAD_MAIL = 0x132;
/** Icon. @spec pidtagiconindex-canonical-property */
export const ICON_INDEX_IRM_FORWARDED_MAIL = 0x133;
/** Icon. @spec pidtagiconindex-canonical-property */
export const ICON_INDEX_IRM_REPLIED_MAIL = 0x134;
/** Icon. @spec pidtagiconindex-canonical-property */
export const ICON_INDEX_IRM_COMPOSE_MAIL = 0x135;
/** Icon. @spec pidtagiconindex-canonical-property */
export const ICON_INDEX_CONTACT = 0x200;
/** Icon. @spec pidtagiconindex-canonical-property */
export const ICON_INDEX_DISTRIBUTION_LIST = 0x202;
/** Icon. @spec pidtagiconindex-canonical-property */
export const ICON_INDEX_STICKY_NOTE_BLUE = 0x300;
/** Icon. @spec pidtagiconindex-canonical-property */
export const ICON_INDEX_STICKY_NOTE_GREEN = 0x301;
/** Icon. @spec pidtagiconindex-canonical-property */
export const ICON_INDEX_STICKY_NOTE_PINK = 0x302;
/** Icon. @spec pidtagiconindex-canonical-property */
export const ICON_INDEX_STICKY_NOTE_YELLOW = 0x303;
/** Icon. @spec pidtagiconindex-canonical-property */
export const ICON_INDEX_STICKY_NOTE_WHITE = 0x304;
/** Icon. @spec pidtagiconindex-canonical-property */
export const ICON_INDEX_SINGLE_INSTANCE_APPOINTMENT = 0x400;
/** Icon. @spec pidtagiconindex-canonical-property */
export const ICON_INDEX_RECURRING_APPOINTMENT = 0x401;
/** Icon. @spec pidtagiconindex-canonical-property */
export const ICON_INDEX_SINGLE_INSTANCE_MEETING = 0x402;
/** Icon. @spec pidtagiconindex-canonical-property */
export const ICON_INDEX_RECURRING_MEETING = 0x403;
/** Icon. @spec pidtagiconindex-canonical-property */
export const ICON_INDEX_MEETING_REQUEST = 0x404;
/** Icon. @spec pidtagiconindex-canonical-property */
export const ICON_INDEX_ACCEPT = 0x405;
/** Icon. @spec pidtagiconindex-canonical-property */
export const ICON_INDEX_DECLINE = 0x406;
/** Icon. @spec pidtagiconindex-canonical-property */
export const ICON_INDEX_TENTATIVE = 0x407;
/** Icon. @spec pidtagiconindex-canonical-property */
export const ICON_INDEX_CANCELATION = 0x408;
/** Icon. @spec pidtagiconindex-canonical-property */
export const ICON_INDEX_INFORMATIONAL_UPDATE = 0x409;
/** Icon. @spec pidtagiconindex-canonical-property */
export const ICON_INDEX_TASK = 0x500;
/** Icon. @spec pidtagiconindex-canonical-property */
export const ICON_INDEX_UNASSIGNED_RECURRING_TASK = 0x501;
/** Icon. @spec pidtagiconindex-canonical-property */
export const ICON_INDEX_ASSIGNEE_TASK = 0x502;
/** Icon. @spec pidtagiconindex-canonical-property */
export const ICON_INDEX_ASSIGNER_TASK = 0x503;
/** Icon. @spec pidtagiconindex-canonical-property */
export const ICON_INDEX_TASK_REQUEST = 0x504;
/** Icon. @spec pidtagiconindex-canonical-property */
export const ICON_INDEX_TASK_ACCEPTANCE = 0x505;
/** Icon. @spec pidtagiconindex-canonical-property */
export const ICON_INDEX_TASK_REJECTION = 0x506;
/** Icon. @spec pidtagiconindex-canonical-property */
export const ICON_INDEX_JOURNAL_CONVERSATION = 0x601;
/** Icon. @spec pidtagiconindex-canonical-property */
export const ICON_INDEX_JOURNAL_EMAIL_MESSAGE = 0x602;
/** Icon. @spec pidtagiconindex-canonical-property */
export const ICON_INDEX_JOURNAL_MEETING_REQUEST = 0x603;
/** Icon. @spec pidtagiconindex-canonical-property */
export const ICON_INDEX_JOURNAL_MEETING_RESPONSE = 0x604;
/** Icon. @spec pidtagiconindex-canonical-property */
export const ICON_INDEX_JOURNAL_TASK_REQUEST = 0x606;
/** Icon. @spec pidtagiconindex-canonical-property */
export const ICON_INDEX_JOURNAL_TASK_RESPONSE = 0x607;
/** Icon. @spec pidtagiconindex-canonical-property */
export const ICON_INDEX_JOURNAL_NOTE = 0x608;
/** Icon. @spec pidtagiconindex-canonical-property */
export const ICON_INDEX_JOURNAL_FAX = 0x609;
/** Icon. @spec pidtagiconindex-canonical-property */
export const ICON_INDEX_JOURNAL_PHONE_CALL = 0x60a;
/** Icon. @spec pidtagiconindex-canonical-property */
export const ICON_INDEX_JOURNAL_LETTER = 0x60c;
/** Icon. @spec pidtagiconindex-canonical-property */
export const ICON_INDEX_JOURNAL_MICROSOFT_OFFICE_WORD = 0x60d;
/** Icon. @spec pidtagiconindex-canonical-property */
export const ICON_INDEX_JOURNAL_MICROSOFT_OFFICE_EXCEL = 0x60e;
/** Icon. @spec pidtagiconindex-canonical-property */
export const ICON_INDEX_JOURNAL_MICROSOFT_OFFICE_POWER_POINT = 0x60f;
/** Icon. @spec pidtagiconindex-canonical-property */
export const ICON_INDEX_JOURNAL_MICROSOFT_OFFICE_ACCESS = 0x610;
/** Icon. @spec pidtagiconindex-canonical-property */
export const ICON_INDEX_JOURNAL_DOCUMENT = 0x612;
/** Icon. @spec pidtagiconindex-canonical-property */
export const ICON_INDEX_JOURNAL_MEETING = 0x613;
/** Icon. @spec pidtagiconindex-canonical-property */
export const ICON_INDEX_JOURNAL_MEETING_CANCELLATION = 0x614;
/** Icon. @spec pidtagiconindex-canonical-property */
export const ICON_INDEX_JOURNAL_REMOTE_SESSION = 0x615;
/** Icon. @spec pidtagiconindex-canonical-property */
export const ICON_INDEX_NEW_MAIL = 0xffffffff;
/** Each icon, one at a time, with their names. @spec pidtagiconindex-canonical-property */
export const IconIndexes: FlagGroup = /* @__PURE__ */ values('IconIndexes', {
  ICON_INDEX_POST,
  ICON_INDEX_OTHER,
  ICON_INDEX_READ_MAIL,
  ICON_INDEX_UNREAD_MAIL,
  ICON_INDEX_SUBMITTED_MAIL,
  ICON_INDEX_UNSENT_MAIL,
  ICON_INDEX_RECEIPT_MAIL,
  ICON_INDEX_REPLIED_MAIL,
  ICON_INDEX_FORWARDED_MAIL,
  ICON_INDEX_REMOTE_MAIL,
  ICON_INDEX_DELIVERY_MAIL,
  ICON_INDEX_READ_RECEIPT_MAIL,
  ICON_INDEX_NONDELIVERY_MAIL,
  ICON_INDEX_NONREAD_MAIL,
  ICON_INDEX_RECALL_S_MAIL,
  ICON_INDEX_RECALL_F_MAIL,
  ICON_INDEX_TRACKING_MAIL,
  ICON_INDEX_MAIL_SIGNED,
  ICON_INDEX_MAIL_ENCRYPTED,
  ICON_INDEX_MAIL_SMIME_SIGNED,
  ICON_INDEX_MAIL_SMIME_RECEIPT,
  ICON_INDEX_MAIL_ENCRYPTED_REPLIED,
  ICON_INDEX_MAIL_SMIME_SIGNED_REPLIED,
  ICON_INDEX_MAIL_ENCRYPTED_FORWARDED,
  ICON_INDEX_MAIL_SMIME_SIGNED_FORWARDED,
  ICON_INDEX_MAIL_ENCRYPTED_READ,
  ICON_INDEX_MAIL_SMIME_SIGNED_READ,
  ICON_INDEX_OUT_OF_OFFICE_MAIL,
  ICON_INDEX_RECALL_MAIL,
  ICON_INDEX_TRACKED_MAIL,
  ICON_INDEX_IRM_READ_MAIL,
  ICON_INDEX_IRM_UNREAD_MAIL,
  ICON_INDEX_IRM_FORWARDED_MAIL,
  ICON_INDEX_IRM_REPLIED_MAIL,
  ICON_INDEX_IRM_COMPOSE_MAIL,
  ICON_INDEX_CONTACT,
  ICON_INDEX_DISTRIBUTION_LIST,
  ICON_INDEX_STICKY_NOTE_BLUE,
  ICON_INDEX_STICKY_NOTE_GREEN,
  ICON_INDEX_STICKY_NOTE_PINK,
  ICON_INDEX_STICKY_NOTE_YELLOW,
  ICON_INDEX_STICKY_NOTE_WHITE,
  ICON_INDEX_SINGLE_INSTANCE_APPOINTMENT,
  ICON_INDEX_RECURRING_APPOINTMENT,
  ICON_INDEX_SINGLE_INSTANCE_MEETING,
  ICON_INDEX_RECURRING_MEETING,
  ICON_INDEX_MEETING_REQUEST,
  ICON_INDEX_ACCEPT,
  ICON_INDEX_DECLINE,
  ICON_INDEX_TENTATIVE,
  ICON_INDEX_CANCELATION,
  ICON_INDEX_INFORMATIONAL_UPDATE,
  ICON_INDEX_TASK,
  ICON_INDEX_UNASSIGNED_RECURRING_TASK,
  ICON_INDEX_ASSIGNEE_TASK,
  ICON_INDEX_ASSIGNER_TASK,
  ICON_INDEX_TASK_REQUEST,
  ICON_INDEX_TASK_ACCEPTANCE,
  ICON_INDEX_TASK_REJECTION,
  ICON_INDEX_JOURNAL_CONVERSATION,
  ICON_INDEX_JOURNAL_EMAIL_MESSAGE,
  ICON_INDEX_JOURNAL_MEETING_REQUEST,
  ICON_INDEX_JOURNAL_MEETING_RESPONSE,
  ICON_INDEX_JOURNAL_TASK_REQUEST,
  ICON_INDEX_JOURNAL_TASK_RESPONSE,
  ICON_INDEX_JOURNAL_NOTE,
  ICON_INDEX_JOURNAL_FAX,
  ICON_INDEX_JOURNAL_PHONE_CALL,
  ICON_INDEX_JOURNAL_LETTER,
  ICON_INDEX_JOURNAL_MICROSOFT_OFFICE_WORD,
  ICON_INDEX_JOURNAL_MICROSOFT_OFFICE_EXCEL,
  ICON_INDEX_JOURNAL_MICROSOFT_OFFICE_POWER_POINT,
  ICON_INDEX_JOURNAL_MICROSOFT_OFFICE_ACCESS,
  ICON_INDEX_JOURNAL_DOCUMENT,
  ICON_INDEX_JOURNAL_MEETING,
  ICON_INDEX_JOURNAL_MEETING_CANCELLATION,
  ICON_INDEX_JOURNAL_REMOTE_SESSION,
  ICON_INDEX_NEW_MAIL,
});
