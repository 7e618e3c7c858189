// Written by scripts/generate/mapi-tags.mjs from test/reference/mapi-properties.json; change the facts, not this file.
import type { Guid } from '../../com/index.js';
import { PSETID_Sharing } from '../guids.js';
import { type FileTime, PT_BINARY, PT_CLSID, PT_LONG, PT_SYSTIME, PT_UNICODE } from '../types/proptype.js';
import { type NamedProp, named } from './namedprop.js';

/** Sharing: 32-bit integer. @spec pidlidsharingcapabilities-canonical-property */
export const PidLidSharingCapabilities: NamedProp<number> = /* @__PURE__ */ named(PSETID_Sharing, 0x8a17, PT_LONG);
/** Sharing: Unicode string. @spec pidlidsharingconfigurationurl-canonical-property */
export const PidLidSharingConfigurationUrl: NamedProp<string> = /* @__PURE__ */ named(
  PSETID_Sharing,
  0x8a24,
  PT_UNICODE,
);
/** Sharing: 32-bit integer. @spec pidlidsharingflavor-canonical-property */
export const PidLidSharingFlavor: NamedProp<number> = /* @__PURE__ */ named(PSETID_Sharing, 0x8a18, PT_LONG);
/** Sharing: bytes. @spec pidlidsharinginitiatorentryid-canonical-property */
export const PidLidSharingInitiatorEntryId: NamedProp<Uint8Array> = /* @__PURE__ */ named(
  PSETID_Sharing,
  0x8a09,
  PT_BINARY,
);
/** Sharing: Unicode string. @spec pidlidsharinginitiatorname-canonical-property */
export const PidLidSharingInitiatorName: NamedProp<string> = /* @__PURE__ */ named(PSETID_Sharing, 0x8a07, PT_UNICODE);
/** Sharing: Unicode string. @spec pidlidsharinginitiatorsmtp-canonical-property */
export const PidLidSharingInitiatorSmtp: NamedProp<string> = /* @__PURE__ */ named(PSETID_Sharing, 0x8a08, PT_UNICODE);
/** Sharing: Unicode string. @spec pidlidsharinglocaltype-canonical-property */
export const PidLidSharingLocalType: NamedProp<string> = /* @__PURE__ */ named(PSETID_Sharing, 0x8a14, PT_UNICODE);
/** Sharing: bytes. @spec pidlidsharingproviderguid-canonical-property */
export const PidLidSharingProviderGuid: NamedProp<Uint8Array> = /* @__PURE__ */ named(
  PSETID_Sharing,
  0x8a01,
  PT_BINARY,
);
/** Sharing: Unicode string. @spec pidlidsharingprovidername-canonical-property */
export const PidLidSharingProviderName: NamedProp<string> = /* @__PURE__ */ named(PSETID_Sharing, 0x8a02, PT_UNICODE);
/** Sharing: Unicode string. @spec pidlidsharingproviderurl-canonical-property */
export const PidLidSharingProviderUrl: NamedProp<string> = /* @__PURE__ */ named(PSETID_Sharing, 0x8a03, PT_UNICODE);
/** Sharing: Unicode string. @spec pidlidsharingremotename-canonical-property */
export const PidLidSharingRemoteName: NamedProp<string> = /* @__PURE__ */ named(PSETID_Sharing, 0x8a05, PT_UNICODE);
/** Sharing: Unicode string. @spec pidlidsharingremotestoreuid-canonical-property */
export const PidLidSharingRemoteStoreUid: NamedProp<string> = /* @__PURE__ */ named(PSETID_Sharing, 0x8a48, PT_UNICODE);
/** Sharing: Unicode string. @spec pidlidsharingremotetype-canonical-property */
export const PidLidSharingRemoteType: NamedProp<string> = /* @__PURE__ */ named(PSETID_Sharing, 0x8a1d, PT_UNICODE);
/** Sharing: Unicode string. @spec pidlidsharingremoteuid-canonical-property */
export const PidLidSharingRemoteUid: NamedProp<string> = /* @__PURE__ */ named(PSETID_Sharing, 0x8a06, PT_UNICODE);
/** Sharing: point in time. @spec pidlidsharingresponsetime-canonical-property */
export const PidLidSharingResponseTime: NamedProp<FileTime> = /* @__PURE__ */ named(PSETID_Sharing, 0x8a28, PT_SYSTIME);
/** Sharing: 32-bit integer. @spec pidlidsharingresponsetype-canonical-property */
export const PidLidSharingResponseType: NamedProp<number> = /* @__PURE__ */ named(PSETID_Sharing, 0x8a27, PT_LONG);
/** Sharing: 32-bit integer. */
export const PidLidSharingStatus: NamedProp<number> = /* @__PURE__ */ named(PSETID_Sharing, 0x8a00, PT_LONG);
/** Sharing: Unicode string. */
export const PidLidSharingRemotePath: NamedProp<string> = /* @__PURE__ */ named(PSETID_Sharing, 0x8a04, PT_UNICODE);
/** Sharing: 32-bit integer. */
export const PidLidSharingFlags: NamedProp<number> = /* @__PURE__ */ named(PSETID_Sharing, 0x8a0a, PT_LONG);
/** Sharing: Unicode string. */
export const PidLidSharingProviderExtension: NamedProp<string> = /* @__PURE__ */ named(
  PSETID_Sharing,
  0x8a0b,
  PT_UNICODE,
);
/** Sharing: Unicode string. */
export const PidLidSharingRemoteUser: NamedProp<string> = /* @__PURE__ */ named(PSETID_Sharing, 0x8a0c, PT_UNICODE);
/** Sharing: Unicode string. */
export const PidLidSharingRemotePass: NamedProp<string> = /* @__PURE__ */ named(PSETID_Sharing, 0x8a0d, PT_UNICODE);
/** Sharing: Unicode string. */
export const PidLidSharingLocalPath: NamedProp<string> = /* @__PURE__ */ named(PSETID_Sharing, 0x8a0e, PT_UNICODE);
/** Sharing: Unicode string. */
export const PidLidSharingLocalName: NamedProp<string> = /* @__PURE__ */ named(PSETID_Sharing, 0x8a0f, PT_UNICODE);
/** Sharing: Unicode string. */
export const PidLidSharingLocalUid: NamedProp<string> = /* @__PURE__ */ named(PSETID_Sharing, 0x8a10, PT_UNICODE);
/** Sharing: bytes. */
export const PidLidSharingFilter: NamedProp<Uint8Array> = /* @__PURE__ */ named(PSETID_Sharing, 0x8a13, PT_BINARY);
/** Sharing: bytes. */
export const PidLidSharingFolderEntryId: NamedProp<Uint8Array> = /* @__PURE__ */ named(
  PSETID_Sharing,
  0x8a15,
  PT_BINARY,
);
/** Sharing: 32-bit integer. */
export const PidLidSharingAnonymity: NamedProp<number> = /* @__PURE__ */ named(PSETID_Sharing, 0x8a19, PT_LONG);
/** Sharing: 32-bit integer. */
export const PidLidSharingReciprocation: NamedProp<number> = /* @__PURE__ */ named(PSETID_Sharing, 0x8a1a, PT_LONG);
/** Sharing: 32-bit integer. */
export const PidLidSharingPermissions: NamedProp<number> = /* @__PURE__ */ named(PSETID_Sharing, 0x8a1b, PT_LONG);
/** Sharing: GUID. */
export const PidLidSharingInstanceGuid: NamedProp<Guid> = /* @__PURE__ */ named(PSETID_Sharing, 0x8a1c, PT_CLSID);
/** Sharing: Unicode string. */
export const PidLidSharingParticipants: NamedProp<string> = /* @__PURE__ */ named(PSETID_Sharing, 0x8a1e, PT_UNICODE);
/** Sharing: point in time. */
export const PidLidSharingLastSyncTime: NamedProp<FileTime> = /* @__PURE__ */ named(PSETID_Sharing, 0x8a1f, PT_SYSTIME);
/** Sharing: Unicode string. */
export const PidLidSharingExtensionXml: NamedProp<string> = /* @__PURE__ */ named(PSETID_Sharing, 0x8a21, PT_UNICODE);
/** Sharing: point in time. */
export const PidLidSharingRemoteLastModificationTime: NamedProp<FileTime> = /* @__PURE__ */ named(
  PSETID_Sharing,
  0x8a22,
  PT_SYSTIME,
);
/** Sharing: point in time. */
export const PidLidSharingLocalLastModificationTime: NamedProp<FileTime> = /* @__PURE__ */ named(
  PSETID_Sharing,
  0x8a23,
  PT_SYSTIME,
);
/** Sharing: point in time. */
export const PidLidSharingStart: NamedProp<FileTime> = /* @__PURE__ */ named(PSETID_Sharing, 0x8a25, PT_SYSTIME);
/** Sharing: point in time. */
export const PidLidSharingStop: NamedProp<FileTime> = /* @__PURE__ */ named(PSETID_Sharing, 0x8a26, PT_SYSTIME);
/** Sharing: bytes. */
export const PidLidSharingOriginalMessageEntryId: NamedProp<Uint8Array> = /* @__PURE__ */ named(
  PSETID_Sharing,
  0x8a29,
  PT_BINARY,
);
/** Sharing: 32-bit integer. */
export const PidLidSharingSyncInterval: NamedProp<number> = /* @__PURE__ */ named(PSETID_Sharing, 0x8a2a, PT_LONG);
/** Sharing: 32-bit integer. */
export const PidLidSharingDetail: NamedProp<number> = /* @__PURE__ */ named(PSETID_Sharing, 0x8a2b, PT_LONG);
/** Sharing: 32-bit integer. */
export const PidLidSharingTimeToLive: NamedProp<number> = /* @__PURE__ */ named(PSETID_Sharing, 0x8a2c, PT_LONG);
/** Sharing: bytes. */
export const PidLidSharingBindingEntryId: NamedProp<Uint8Array> = /* @__PURE__ */ named(
  PSETID_Sharing,
  0x8a2d,
  PT_BINARY,
);
/** Sharing: bytes. */
export const PidLidSharingIndexEntryId: NamedProp<Uint8Array> = /* @__PURE__ */ named(
  PSETID_Sharing,
  0x8a2e,
  PT_BINARY,
);
/** Sharing: Unicode string. */
export const PidLidSharingRemoteComment: NamedProp<string> = /* @__PURE__ */ named(PSETID_Sharing, 0x8a2f, PT_UNICODE);
/** Sharing: point in time. */
export const PidLidSharingWorkingHoursStart: NamedProp<FileTime> = /* @__PURE__ */ named(
  PSETID_Sharing,
  0x8a40,
  PT_SYSTIME,
);
/** Sharing: point in time. */
export const PidLidSharingWorkingHoursEnd: NamedProp<FileTime> = /* @__PURE__ */ named(
  PSETID_Sharing,
  0x8a41,
  PT_SYSTIME,
);
/** Sharing: 32-bit integer. */
export const PidLidSharingWorkingHoursDays: NamedProp<number> = /* @__PURE__ */ named(PSETID_Sharing, 0x8a42, PT_LONG);
/** Sharing: bytes. */
export const PidLidSharingWorkingHoursTimeZone: NamedProp<Uint8Array> = /* @__PURE__ */ named(
  PSETID_Sharing,
  0x8a43,
  PT_BINARY,
);
/** Sharing: point in time. */
export const PidLidSharingDataRangeStart: NamedProp<FileTime> = /* @__PURE__ */ named(
  PSETID_Sharing,
  0x8a44,
  PT_SYSTIME,
);
/** Sharing: point in time. */
export const PidLidSharingDataRangeEnd: NamedProp<FileTime> = /* @__PURE__ */ named(PSETID_Sharing, 0x8a45, PT_SYSTIME);
/** Sharing: 32-bit integer. */
export const PidLidSharingRangeStart: NamedProp<number> = /* @__PURE__ */ named(PSETID_Sharing, 0x8a46, PT_LONG);
/** Sharing: 32-bit integer. */
export const PidLidSharingRangeEnd: NamedProp<number> = /* @__PURE__ */ named(PSETID_Sharing, 0x8a47, PT_LONG);
/** Sharing: Unicode string. */
export const PidLidSharingLocalStoreUid: NamedProp<string> = /* @__PURE__ */ named(PSETID_Sharing, 0x8a49, PT_UNICODE);
/** Sharing: 32-bit integer. */
export const PidLidSharingRemoteByteSize: NamedProp<number> = /* @__PURE__ */ named(PSETID_Sharing, 0x8a4b, PT_LONG);
/** Sharing: 32-bit integer. */
export const PidLidSharingRemoteCrc: NamedProp<number> = /* @__PURE__ */ named(PSETID_Sharing, 0x8a4c, PT_LONG);
/** Sharing: Unicode string. */
export const PidLidSharingLocalComment: NamedProp<string> = /* @__PURE__ */ named(PSETID_Sharing, 0x8a4d, PT_UNICODE);
/** Sharing: 32-bit integer. */
export const PidLidSharingRoamLog: NamedProp<number> = /* @__PURE__ */ named(PSETID_Sharing, 0x8a4e, PT_LONG);
/** Sharing: 32-bit integer. */
export const PidLidSharingRemoteMessageCount: NamedProp<number> = /* @__PURE__ */ named(
  PSETID_Sharing,
  0x8a4f,
  PT_LONG,
);
/** Sharing: Unicode string. */
export const PidLidSharingBrowseUrl: NamedProp<string> = /* @__PURE__ */ named(PSETID_Sharing, 0x8a51, PT_UNICODE);
/** Sharing: point in time. */
export const PidLidSharingLastAutoSyncTime: NamedProp<FileTime> = /* @__PURE__ */ named(
  PSETID_Sharing,
  0x8a55,
  PT_SYSTIME,
);
/** Sharing: 32-bit integer. */
export const PidLidSharingTimeToLiveAuto: NamedProp<number> = /* @__PURE__ */ named(PSETID_Sharing, 0x8a56, PT_LONG);
/** Sharing: Unicode string. */
export const PidLidSharingRemoteVersion: NamedProp<string> = /* @__PURE__ */ named(PSETID_Sharing, 0x8a5b, PT_UNICODE);
/** Sharing: bytes. */
export const PidLidSharingParentBindingEntryId: NamedProp<Uint8Array> = /* @__PURE__ */ named(
  PSETID_Sharing,
  0x8a5c,
  PT_BINARY,
);
/** Sharing: 32-bit integer. */
export const PidLidSharingSyncFlags: NamedProp<number> = /* @__PURE__ */ named(PSETID_Sharing, 0x8a60, PT_LONG);
