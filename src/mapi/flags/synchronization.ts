// Written by scripts/generate/mapi-flags.mjs from test/reference/mapi-constants.json; change the facts, not this file.
import { bits, type FlagGroup } from './flaggroup.js';

/** Flag of an export of changes. */
export const SYNC_UNICODE = 0x1;
/** Flag of an export of changes. */
export const SYNC_NO_DELETIONS = 0x2;
/** Flag of an export of changes. */
export const SYNC_NO_SOFT_DELETIONS = 0x4;
/** Flag of an export of changes. */
export const SYNC_READ_STATE = 0x8;
/** Flag of an export of changes. */
export const SYNC_ASSOCIATED = 0x10;
/** Flag of an export of changes. */
export const SYNC_NORMAL = 0x20;
/** Flag of an export of changes. */
export const SYNC_NO_CONFLICTS = 0x40;
/** Flag of an export of changes. */
export const SYNC_ONLY_SPECIFIED_PROPS = 0x80;
/** Flag of an export of changes. */
export const SYNC_NO_FOREIGN_KEYS = 0x100;
/** Flag of an export of changes. */
export const SYNC_LIMITED_IMESSAGE = 0x200;
/** Flag of an export of changes. */
export const SYNC_CATCHUP = 0x400;
/** Flag of an export of changes. */
export const SYNC_NEW_MESSAGE = 0x800;
/** Flag of an export of changes. */
export const SYNC_MSG_SELECTIVE = 0x1000;
/** Flag of an export of changes. */
export const SYNC_BEST_BODY = 0x2000;
/** Flag of an export of changes. */
export const SYNC_IGNORE_SPECIFIED_ON_ASSOCIATED = 0x4000;
/** Flag of an export of changes. */
export const SYNC_PROGRESS_MODE = 0x8000;
/** Flag of an export of changes. */
export const SYNC_FXRECOVERMODE = 0x10000;
/** Flag of an export of changes. */
export const SYNC_DEFER_CONFIG = 0x40000;
/** Flag of an export of changes. */
export const SYNC_FORCE_UNICODE = 0x40000;
/** Each flag of an export of changes, ORed together, with their names. */
export const SyncFlags: FlagGroup = /* @__PURE__ */ bits('SyncFlags', {
  SYNC_UNICODE,
  SYNC_NO_DELETIONS,
  SYNC_NO_SOFT_DELETIONS,
  SYNC_READ_STATE,
  SYNC_ASSOCIATED,
  SYNC_NORMAL,
  SYNC_NO_CONFLICTS,
  SYNC_ONLY_SPECIFIED_PROPS,
  SYNC_NO_FOREIGN_KEYS,
  SYNC_LIMITED_IMESSAGE,
  SYNC_CATCHUP,
  SYNC_NEW_MESSAGE,
  SYNC_MSG_SELECTIVE,
  SYNC_BEST_BODY,
  SYNC_IGNORE_SPECIFIED_ON_ASSOCIATED,
  SYNC_PROGRESS_MODE,
  SYNC_FXRECOVERMODE,
  SYNC_DEFER_CONFIG,
  SYNC_FORCE_UNICODE,
});

/** Flag of an import of changes. */
export const SYNC_SOFT_DELETE = 0x1;
/** Flag of an import of changes. */
export const SYNC_READ = 0x1;
/** Flag of an import of changes. */
export const SYNC_EXPIRY = 0x2;
/** Each flag of an import of changes, ORed together, with their names. */
export const SyncImportFlags: FlagGroup = /* @__PURE__ */ bits('SyncImportFlags', {
  SYNC_SOFT_DELETE,
  SYNC_READ,
  SYNC_EXPIRY,
});

/** Flag of a replication. @spec sync */
export const SYNC_UPLOAD_HIERARCHY = 0x1;
/** Flag of a replication. @spec sync */
export const SYNC_DOWNLOAD_HIERARCHY = 0x2;
/** Flag of a replication. @spec sync */
export const SYNC_UPLOAD_CONTENTS = 0x40;
/** Flag of a replication. @spec sync */
export const SYNC_DOWNLOAD_CONTENTS = 0x80;
/** Flag of a replication. @spec sync */
export const SYNC_OUTGOING_MAIL = 0x200;
/** Flag of a replication. @spec sync */
export const SYNC_BACKGROUND = 0x1000;
/** Flag of a replication. @spec sync */
export const SYNC_THESE_FOLDERS = 0x20000;
/** Flag of a replication. @spec sync */
export const SYNC_HEADERS = 0x2000000;
/** Each flag of a replication, ORed together, with their names. @spec sync */
export const ReplicationFlags: FlagGroup = /* @__PURE__ */ bits('ReplicationFlags', {
  SYNC_UPLOAD_HIERARCHY,
  SYNC_DOWNLOAD_HIERARCHY,
  SYNC_UPLOAD_CONTENTS,
  SYNC_DOWNLOAD_CONTENTS,
  SYNC_OUTGOING_MAIL,
  SYNC_BACKGROUND,
  SYNC_THESE_FOLDERS,
  SYNC_HEADERS,
});

/** Flag of an upload of tables. @spec uptbl */
export const UPT_PUBLIC = 0x1;
/** Flag of an upload of tables. @spec uptbl */
export const UPT_OK = 0x10000;
/** Each flag of an upload of tables, ORed together, with their names. @spec uptbl */
export const UploadTableFlags: FlagGroup = /* @__PURE__ */ bits('UploadTableFlags', { UPT_PUBLIC, UPT_OK });

/** Flag of an upload of folders. @spec uphier */
export const UPH_OK = 0x10000;
/** Each flag of an upload of folders, ORed together, with their names. @spec uphier */
export const UploadHierarchyFlags: FlagGroup = /* @__PURE__ */ bits('UploadHierarchyFlags', { UPH_OK });

/** Flag of an upload of a folder. @spec upfld */
export const UPF_NEW = 0x1;
/** Flag of an upload of a folder. @spec upfld */
export const UPF_MOD_PARENT = 0x2;
/** Flag of an upload of a folder. @spec upfld */
export const UPF_MOD_PROPS = 0x4;
/** Flag of an upload of a folder. @spec upfld */
export const UPF_DEL = 0x8;
/** Flag of an upload of a folder. @spec upfld */
export const UPF_OK = 0x10000;
/** Each flag of an upload of a folder, ORed together, with their names. @spec upfld */
export const UploadFolderFlags: FlagGroup = /* @__PURE__ */ bits('UploadFolderFlags', {
  UPF_NEW,
  UPF_MOD_PARENT,
  UPF_MOD_PROPS,
  UPF_DEL,
  UPF_OK,
});

/** Flag of an upload of a message. @spec upmsg */
export const UPM_ASSOC = 0x1;
/** Flag of an upload of a message. @spec upmsg */
export const UPM_NEW = 0x2;
/** Flag of an upload of a message. @spec upmsg */
export const UPM_MOV = 0x4;
/** Flag of an upload of a message. @spec upmsg */
export const UPM_MOD_PROPS = 0x8;
/** Flag of an upload of a message. @spec upmsg */
export const UPM_HEADER = 0x10;
/** Flag of an upload of a message. @spec upmsg */
export const UPM_OK = 0x10000;
/** Flag of an upload of a message. @spec upmsg */
export const UPM_MOVED = 0x20000;
/** Flag of an upload of a message. @spec upmsg */
export const UPM_COMMIT = 0x40000;
/** Flag of an upload of a message. @spec upmsg */
export const UPM_DELETE = 0x80000;
/** Flag of an upload of a message. @spec upmsg */
export const UPM_SAVE = 0x100000;
/** Each flag of an upload of a message, ORed together, with their names. @spec upmsg */
export const UploadMessageFlags: FlagGroup = /* @__PURE__ */ bits('UploadMessageFlags', {
  UPM_ASSOC,
  UPM_NEW,
  UPM_MOV,
  UPM_MOD_PROPS,
  UPM_HEADER,
  UPM_OK,
  UPM_MOVED,
  UPM_COMMIT,
  UPM_DELETE,
  UPM_SAVE,
});

/** Flag of an upload of a move. @spec upmov */
export const UPV_ERROR = 0x10000;
/** Flag of an upload of a move. @spec upmov */
export const UPV_DIRTY = 0x20000;
/** Flag of an upload of a move. @spec upmov */
export const UPV_COMMIT = 0x40000;
/** Each flag of an upload of a move, ORed together, with their names. @spec upmov */
export const UploadMoveFlags: FlagGroup = /* @__PURE__ */ bits('UploadMoveFlags', { UPV_ERROR, UPV_DIRTY, UPV_COMMIT });

/** Flag of an upload of a read state. @spec upread */
export const UPR_ASSOC = 0x1;
/** Flag of an upload of a read state. @spec upread */
export const UPR_READ = 0x2;
/** Flag of an upload of a read state. @spec upread */
export const UPR_OK = 0x10000;
/** Flag of an upload of a read state. @spec upread */
export const UPR_COMMIT = 0x20000;
/** Each flag of an upload of a read state, ORed together, with their names. @spec upread */
export const UploadReadFlags: FlagGroup = /* @__PURE__ */ bits('UploadReadFlags', {
  UPR_ASSOC,
  UPR_READ,
  UPR_OK,
  UPR_COMMIT,
});

/** Flag of an upload of a deletion. @spec updel */
export const UPD_ASSOC = 0x1;
/** Flag of an upload of a deletion. @spec updel */
export const UPD_MOV = 0x2;
/** Flag of an upload of a deletion. @spec updel */
export const UPD_OK = 0x10000;
/** Flag of an upload of a deletion. @spec updel */
export const UPD_MOVED = 0x20000;
/** Flag of an upload of a deletion. @spec updel */
export const UPD_UPDATE = 0x40000;
/** Flag of an upload of a deletion. @spec updel */
export const UPD_COMMIT = 0x80000;
/** Each flag of an upload of a deletion, ORed together, with their names. @spec updel */
export const UploadDeleteFlags: FlagGroup = /* @__PURE__ */ bits('UploadDeleteFlags', {
  UPD_ASSOC,
  UPD_MOV,
  UPD_OK,
  UPD_MOVED,
  UPD_UPDATE,
  UPD_COMMIT,
});

/** Flag of a synchronization. @spec sync */
export const UPS_UPLOAD_ONLY = 0x1;
/** Flag of a synchronization. @spec sync */
export const UPS_DNLOAD_ONLY = 0x2;
/** Flag of a synchronization. @spec sync */
export const UPS_ONE_FOLDER = 0x4;
/** Flag of a synchronization. @spec sync */
export const UPS_THESE_FOLDERS = 0x80;
/** Flag of a synchronization. @spec sync */
export const UPS_OK = 0x10000;
/** Each flag of a synchronization, ORed together, with their names. @spec sync */
export const UploadSynchronizationFlags: FlagGroup = /* @__PURE__ */ bits('UploadSynchronizationFlags', {
  UPS_UPLOAD_ONLY,
  UPS_DNLOAD_ONLY,
  UPS_ONE_FOLDER,
  UPS_THESE_FOLDERS,
  UPS_OK,
});

/** Flag of an upload of contents. @spec synccont */
export const UPC_OK = 0x10000;
/** Each flag of an upload of contents, ORed together, with their names. @spec synccont */
export const UploadContentsFlags: FlagGroup = /* @__PURE__ */ bits('UploadContentsFlags', { UPC_OK });

/** Flag of a download. @spec dnhier */
export const HSF_LOCAL = 0x8;
/** Flag of a download. @spec dnhier */
export const HSF_COPYDESTRUCTIVE = 0x10;
/** Flag of a download. @spec dnhier */
export const DNH_OK = 0x10000;
/** Flag of a download. @spec dnhier */
export const DNT_OK = 0x10000;
/** Flag of a download. @spec dnhier */
export const HSF_OK = 0x10000;
/** Each flag of a download, ORed together, with their names. @spec dnhier */
export const DownloadFlags: FlagGroup = /* @__PURE__ */ bits('DownloadFlags', {
  HSF_LOCAL,
  HSF_COPYDESTRUCTIVE,
  DNH_OK,
  DNT_OK,
  HSF_OK,
});

/** Offline state (IMAPIOffline::GetCurrentState, IMAPIOffline::SetCurrentState). @spec imapioffline-getcurrentstate */
export const MAPIOFFLINE_STATE_OFFLINE = 0x1;
/** Offline state (IMAPIOffline::GetCurrentState, IMAPIOffline::SetCurrentState). @spec imapioffline-getcurrentstate */
export const MAPIOFFLINE_STATE_ONLINE = 0x2;
/** Offline state. @spec imapioffline-getcurrentstate */
export const MAPIOFFLINE_STATE_OFFLINE_MASK = 0x3;
/** Offline state. @spec imapioffline-getcurrentstate */
export const MAPIOFFLINE_STATE_ALL = 0x3f037f;
/** Each offline state, ORed together, with their names. @spec imapioffline-getcurrentstate */
export const OfflineStates: FlagGroup = /* @__PURE__ */ bits('OfflineStates', {
  MAPIOFFLINE_STATE_OFFLINE,
  MAPIOFFLINE_STATE_ONLINE,
  MAPIOFFLINE_STATE_OFFLINE_MASK,
  MAPIOFFLINE_STATE_ALL,
});

/** Offline capability (IMAPIOffline::GetCapabilities). */
export const MAPIOFFLINE_CAPABILITY_OFFLINE = 0x1;
/** Offline capability (IMAPIOffline::GetCapabilities). */
export const MAPIOFFLINE_CAPABILITY_ONLINE = 0x2;
/** Each offline capability, ORed together, with their names. */
export const OfflineCapabilities: FlagGroup = /* @__PURE__ */ bits('OfflineCapabilities', {
  MAPIOFFLINE_CAPABILITY_OFFLINE,
  MAPIOFFLINE_CAPABILITY_ONLINE,
});

/** Flag of an offline object. */
export const MAPIOFFLINE_ADVISE_DEFAULT = 0x0;
/** Flag of an offline object (IMAPIOffline::SetCurrentState). */
export const MAPIOFFLINE_FLAG_DEFAULT = 0x0;
/** Flag of an offline object. */
export const MAPIOFFLINE_UNADVISE_DEFAULT = 0x0;
/** Flag of an offline object. */
export const MAPIOFFLINE_ADVISE_TYPE_STATECHANGE = 0x1;
/** Flag of an offline object (IMAPIOffline::SetCurrentState). */
export const MAPIOFFLINE_FLAG_BLOCK = 0x2000;
/** Each flag of an offline object, ORed together, with their names. */
export const OfflineFlags: FlagGroup = /* @__PURE__ */ bits('OfflineFlags', {
  MAPIOFFLINE_ADVISE_DEFAULT,
  MAPIOFFLINE_FLAG_DEFAULT,
  MAPIOFFLINE_UNADVISE_DEFAULT,
  MAPIOFFLINE_ADVISE_TYPE_STATECHANGE,
  MAPIOFFLINE_FLAG_BLOCK,
});
