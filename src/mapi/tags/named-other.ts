// Written by scripts/generate/mapi-tags.mjs from test/reference/mapi-properties.json; change the facts, not this file.
import {
  PSETID_Attachment,
  PSETID_Log,
  PSETID_Note,
  PSETID_PostRss,
  PSETID_Remote,
  PSETID_Report,
  PSETID_UnifiedMessaging,
} from '../guids.js';
import {
  type FileTime,
  PT_BINARY,
  PT_BOOLEAN,
  PT_LONG,
  PT_STRING8,
  PT_SYSTIME,
  PT_UNICODE,
  PT_UNSPECIFIED,
} from '../types/proptype.js';
import { type NamedProp, named } from './namedprop.js';

/** Journal: true or false. @spec pidlidlogdocumentposted-canonical-property */
export const PidLidLogDocumentPosted: NamedProp<boolean> = /* @__PURE__ */ named(PSETID_Log, 0x8711, PT_BOOLEAN);
/** Journal: true or false. @spec pidlidlogdocumentprinted-canonical-property */
export const PidLidLogDocumentPrinted: NamedProp<boolean> = /* @__PURE__ */ named(PSETID_Log, 0x870e, PT_BOOLEAN);
/** Journal: true or false. @spec pidlidlogdocumentrouted-canonical-property */
export const PidLidLogDocumentRouted: NamedProp<boolean> = /* @__PURE__ */ named(PSETID_Log, 0x8710, PT_BOOLEAN);
/** Journal: true or false. @spec pidlidlogdocumentsaved-canonical-property */
export const PidLidLogDocumentSaved: NamedProp<boolean> = /* @__PURE__ */ named(PSETID_Log, 0x870f, PT_BOOLEAN);
/** Journal: 32-bit integer. @spec pidlidlogduration-canonical-property */
export const PidLidLogDuration: NamedProp<number> = /* @__PURE__ */ named(PSETID_Log, 0x8707, PT_LONG);
/** Journal: point in time. @spec pidlidlogend-canonical-property */
export const PidLidLogEnd: NamedProp<FileTime> = /* @__PURE__ */ named(PSETID_Log, 0x8708, PT_SYSTIME);
/** Journal: 32-bit integer. @spec pidlidlogflags-canonical-property */
export const PidLidLogFlags: NamedProp<number> = /* @__PURE__ */ named(PSETID_Log, 0x870c, PT_LONG);
/** Journal: point in time. @spec pidlidlogstart-canonical-property */
export const PidLidLogStart: NamedProp<FileTime> = /* @__PURE__ */ named(PSETID_Log, 0x8706, PT_SYSTIME);
/** Journal: Unicode string. @spec pidlidlogtype-canonical-property */
export const PidLidLogType: NamedProp<string> = /* @__PURE__ */ named(PSETID_Log, 0x8700, PT_UNICODE);
/** Journal: Unicode string. @spec pidlidlogtypedesc-canonical-property */
export const PidLidLogTypeDesc: NamedProp<string> = /* @__PURE__ */ named(PSETID_Log, 0x8712, PT_UNICODE);
/** Sticky Notes: 32-bit integer. @spec pidlidnotecolor-canonical-property */
export const PidLidNoteColor: NamedProp<number> = /* @__PURE__ */ named(PSETID_Note, 0x8b00, PT_LONG);
/** Sticky Note: 32-bit integer. @spec pidlidnoteheight-canonical-property */
export const PidLidNoteHeight: NamedProp<number> = /* @__PURE__ */ named(PSETID_Note, 0x8b03, PT_LONG);
/** Sticky Note: 32-bit integer. @spec pidlidnotewidth-canonical-property */
export const PidLidNoteWidth: NamedProp<number> = /* @__PURE__ */ named(PSETID_Note, 0x8b02, PT_LONG);
/** Sticky Note: 32-bit integer. @spec pidlidnotex-canonical-property */
export const PidLidNoteX: NamedProp<number> = /* @__PURE__ */ named(PSETID_Note, 0x8b04, PT_LONG);
/** Sticky Note: 32-bit integer. @spec pidlidnotey-canonical-property */
export const PidLidNoteY: NamedProp<number> = /* @__PURE__ */ named(PSETID_Note, 0x8b05, PT_LONG);
/** RSS: Unicode string. @spec pidlidpostrsschannel-canonical-property */
export const PidLidPostRssChannel: NamedProp<string> = /* @__PURE__ */ named(PSETID_PostRss, 0x8904, PT_UNICODE);
/** RSS: Unicode string. @spec pidlidpostrsschannellink-canonical-property */
export const PidLidPostRssChannelLink: NamedProp<string> = /* @__PURE__ */ named(PSETID_PostRss, 0x8900, PT_UNICODE);
/** Remote message: true or false. @spec pidlidremoteattachment-canonical-property */
export const PidLidRemoteAttachment: NamedProp<boolean> = /* @__PURE__ */ named(PSETID_Remote, 0x8f07, PT_BOOLEAN);
/** Remote message: bytes. @spec pidlidremoteentryid-canonical-property */
export const PidLidRemoteEntryId: NamedProp<Uint8Array> = /* @__PURE__ */ named(PSETID_Remote, 0x8f01, PT_BINARY);
/** Remote message: of no stated type. @spec pidlidremotemessageclass-canonical-property */
export const PidLidRemoteMessageClass: NamedProp<unknown> = /* @__PURE__ */ named(
  PSETID_Remote,
  0x8f02,
  PT_UNSPECIFIED,
);
/** Remote message: bytes. @spec pidlidremotesearchkey-canonical-property */
export const PidLidRemoteSearchKey: NamedProp<Uint8Array> = /* @__PURE__ */ named(PSETID_Remote, 0x8f06, PT_BINARY);
/** Remote message: 32-bit integer. @spec pidlidremotetransfersize-canonical-property */
export const PidLidRemoteTransferSize: NamedProp<number> = /* @__PURE__ */ named(PSETID_Remote, 0x8f05, PT_LONG);
/** Remote message: 32-bit integer. @spec pidlidremotetransfertime-canonical-property */
export const PidLidRemoteTransferTime: NamedProp<number> = /* @__PURE__ */ named(PSETID_Remote, 0x8f04, PT_LONG);
/** Remote message: 8-bit string. @spec pidlidremotetransport-canonical-property */
export const PidLidRemoteTransport: NamedProp<string> = /* @__PURE__ */ named(PSETID_Remote, 0x8f03, PT_STRING8);
/** General messaging: point in time. @spec pidlidresendtime-canonical-property */
export const PidLidResendTime: NamedProp<FileTime> = /* @__PURE__ */ named(PSETID_Report, 0x8d00, PT_SYSTIME);
/** Message attachment: Unicode string. @spec pidnameattachmentmaccontenttype-canonical-property */
export const PidNameAttachmentMacContentType: NamedProp<string> = /* @__PURE__ */ named(
  PSETID_Attachment,
  'AttachmentMacContentType',
  PT_UNICODE,
);
/** Message attachment: bytes. @spec pidnameattachmentmacinfo-canonical-property */
export const PidNameAttachmentMacInfo: NamedProp<Uint8Array> = /* @__PURE__ */ named(
  PSETID_Attachment,
  'AttachmentMacInfo',
  PT_BINARY,
);
/** Unified messaging: Unicode string. @spec pidnameaudionotes-canonical-property */
export const PidNameAudioNotes: NamedProp<string> = /* @__PURE__ */ named(
  PSETID_UnifiedMessaging,
  'UMAudioNotes',
  PT_UNICODE,
);
/** RSS: Unicode string. */
export const PidLidPostRssItemLink: NamedProp<string> = /* @__PURE__ */ named(PSETID_PostRss, 0x8901, PT_UNICODE);
/** RSS: 32-bit integer. */
export const PidLidPostRssItemHash: NamedProp<number> = /* @__PURE__ */ named(PSETID_PostRss, 0x8902, PT_LONG);
/** RSS: Unicode string. */
export const PidLidPostRssItemGuid: NamedProp<string> = /* @__PURE__ */ named(PSETID_PostRss, 0x8903, PT_UNICODE);
/** RSS: Unicode string. */
export const PidLidPostRssItemXml: NamedProp<string> = /* @__PURE__ */ named(PSETID_PostRss, 0x8905, PT_UNICODE);
/** RSS: Unicode string. */
export const PidLidPostRssSubscription: NamedProp<string> = /* @__PURE__ */ named(PSETID_PostRss, 0x8906, PT_UNICODE);
