// Written by scripts/generate/mapi-flags.mjs from test/reference/mapi-constants.json; change the facts, not this file.
import { bits, type FlagGroup } from './flaggroup.js';

/** Method that a status object has. @spec pidtagresourcemethods-canonical-property */
export const STATUS_VALIDATE_STATE = 0x1;
/** Method that a status object has. @spec pidtagresourcemethods-canonical-property */
export const STATUS_SETTINGS_DIALOG = 0x2;
/** Method that a status object has. @spec pidtagresourcemethods-canonical-property */
export const STATUS_CHANGE_PASSWORD = 0x4;
/** Method that a status object has. @spec pidtagresourcemethods-canonical-property */
export const STATUS_FLUSH_QUEUES = 0x8;
/** Each method that a status object has, ORed together, with their names. @spec pidtagresourcemethods-canonical-property */
export const StatusMethods: FlagGroup = /* @__PURE__ */ bits('StatusMethods', {
  STATUS_VALIDATE_STATE,
  STATUS_SETTINGS_DIALOG,
  STATUS_CHANGE_PASSWORD,
  STATUS_FLUSH_QUEUES,
});

/** Status code. @spec pidtagstatuscode-canonical-property */
export const STATUS_AVAILABLE = 0x1;
/** Status code. @spec pidtagstatuscode-canonical-property */
export const STATUS_OFFLINE = 0x2;
/** Status code. @spec pidtagstatuscode-canonical-property */
export const STATUS_FAILURE = 0x4;
/** Status code. @spec pidtagstatuscode-canonical-property */
export const STATUS_INBOUND_ENABLED = 0x10000;
/** Status code. @spec pidtagstatuscode-canonical-property */
export const STATUS_INBOUND_ACTIVE = 0x20000;
/** Status code. @spec pidtagstatuscode-canonical-property */
export const STATUS_INBOUND_FLUSH = 0x40000;
/** Status code. @spec pidtagstatuscode-canonical-property */
export const STATUS_OUTBOUND_ENABLED = 0x100000;
/** Status code. @spec pidtagstatuscode-canonical-property */
export const STATUS_OUTBOUND_ACTIVE = 0x200000;
/** Status code. @spec pidtagstatuscode-canonical-property */
export const STATUS_OUTBOUND_FLUSH = 0x400000;
/** Status code. @spec pidtagstatuscode-canonical-property */
export const STATUS_REMOTE_ACCESS = 0x800000;
/** Each status code, ORed together, with their names. @spec pidtagstatuscode-canonical-property */
export const StatusCodes: FlagGroup = /* @__PURE__ */ bits('StatusCodes', {
  STATUS_AVAILABLE,
  STATUS_OFFLINE,
  STATUS_FAILURE,
  STATUS_INBOUND_ENABLED,
  STATUS_INBOUND_ACTIVE,
  STATUS_INBOUND_FLUSH,
  STATUS_OUTBOUND_ENABLED,
  STATUS_OUTBOUND_ACTIVE,
  STATUS_OUTBOUND_FLUSH,
  STATUS_REMOTE_ACCESS,
});

/** Flag of ValidateState (IMAPIStatus::ValidateState, IXPLogon::ValidateState). @spec imapistatus-validatestate */
export const SUPPRESS_UI = 0x1;
/** Flag of ValidateState (IMAPIStatus::ValidateState, IXPLogon::ValidateState). @spec imapistatus-validatestate */
export const REFRESH_XP_HEADER_CACHE = 0x10000;
/** Flag of ValidateState (IMAPIStatus::ValidateState, IXPLogon::ValidateState). @spec imapistatus-validatestate */
export const PROCESS_XP_HEADER_CACHE = 0x20000;
/** Flag of ValidateState (IMAPIStatus::ValidateState, IXPLogon::ValidateState). @spec imapistatus-validatestate */
export const FORCE_XP_CONNECT = 0x40000;
/** Flag of ValidateState (IMAPIStatus::ValidateState, IXPLogon::ValidateState). @spec imapistatus-validatestate */
export const FORCE_XP_DISCONNECT = 0x80000;
/** Flag of ValidateState (IMAPIStatus::ValidateState, IXPLogon::ValidateState). @spec imapistatus-validatestate */
export const CONFIG_CHANGED = 0x100000;
/** Flag of ValidateState (IMAPIStatus::ValidateState, IXPLogon::ValidateState). @spec imapistatus-validatestate */
export const ABORT_XP_HEADER_OPERATION = 0x200000;
/** Flag of ValidateState. @spec imapistatus-validatestate */
export const SHOW_XP_SESSION_UI = 0x400000;
/** Each flag of ValidateState, ORed together, with their names. @spec imapistatus-validatestate */
export const ValidateStateFlags: FlagGroup = /* @__PURE__ */ bits('ValidateStateFlags', {
  SUPPRESS_UI,
  REFRESH_XP_HEADER_CACHE,
  PROCESS_XP_HEADER_CACHE,
  FORCE_XP_CONNECT,
  FORCE_XP_DISCONNECT,
  CONFIG_CHANGED,
  ABORT_XP_HEADER_OPERATION,
  SHOW_XP_SESSION_UI,
});

/** Flag of FlushQueues (IMAPIStatus::FlushQueues, IXPLogon::FlushQueues). @spec imapistatus-flushqueues */
export const FLUSH_UPLOAD = 0x2;
/** Flag of FlushQueues (IMAPIStatus::FlushQueues, IXPLogon::FlushQueues). @spec imapistatus-flushqueues */
export const FLUSH_DOWNLOAD = 0x4;
/** Flag of FlushQueues (IMAPIStatus::FlushQueues, IXPLogon::FlushQueues). @spec imapistatus-flushqueues */
export const FLUSH_FORCE = 0x8;
/** Flag of FlushQueues (IMAPIStatus::FlushQueues, IXPLogon::FlushQueues). @spec imapistatus-flushqueues */
export const FLUSH_NO_UI = 0x10;
/** Flag of FlushQueues (IMAPIStatus::FlushQueues). @spec imapistatus-flushqueues */
export const FLUSH_ASYNC_OK = 0x20;
/** Each flag of FlushQueues, ORed together, with their names. @spec imapistatus-flushqueues */
export const FlushFlags: FlagGroup = /* @__PURE__ */ bits('FlushFlags', {
  FLUSH_UPLOAD,
  FLUSH_DOWNLOAD,
  FLUSH_FORCE,
  FLUSH_NO_UI,
  FLUSH_ASYNC_OK,
});

/** Flag of ModifyStatusRow (IMAPISupport::ModifyStatusRow). @spec imapisupport-modifystatusrow */
export const STATUSROW_UPDATE = 0x10000000;
/** Each flag of ModifyStatusRow, ORed together, with their names. @spec imapisupport-modifystatusrow */
export const StatusRowFlags: FlagGroup = /* @__PURE__ */ bits('StatusRowFlags', { STATUSROW_UPDATE });
