// Written by scripts/generate/mapi-flags.mjs from test/reference/mapi-constants.json; change the facts, not this file.
import { bits, type FlagGroup, values } from './flaggroup.js';

/** Action of a rule. */
export const OP_MOVE = 0x1;
/** Action of a rule. */
export const OP_COPY = 0x2;
/** Action of a rule. */
export const OP_REPLY = 0x3;
/** Action of a rule. */
export const OP_OOF_REPLY = 0x4;
/** Action of a rule. */
export const OP_DEFER_ACTION = 0x5;
/** Action of a rule. */
export const OP_BOUNCE = 0x6;
/** Action of a rule. */
export const OP_FORWARD = 0x7;
/** Action of a rule. */
export const OP_DELEGATE = 0x8;
/** Action of a rule. */
export const OP_TAG = 0x9;
/** Action of a rule. */
export const OP_DELETE = 0xa;
/** Action of a rule. */
export const OP_MARK_AS_READ = 0xb;
/** Each action of a rule, one at a time, with their names. */
export const RuleActions: FlagGroup = /* @__PURE__ */ values('RuleActions', {
  OP_MOVE,
  OP_COPY,
  OP_REPLY,
  OP_OOF_REPLY,
  OP_DEFER_ACTION,
  OP_BOUNCE,
  OP_FORWARD,
  OP_DELEGATE,
  OP_TAG,
  OP_DELETE,
  OP_MARK_AS_READ,
});

/** State of a rule. @spec pidtagrulestate-canonical-property */
export const ST_DISABLED = 0x0;
/** State of a rule. @spec pidtagrulestate-canonical-property */
export const ST_ENABLED = 0x1;
/** State of a rule. @spec pidtagrulestate-canonical-property */
export const ST_ERROR = 0x2;
/** State of a rule. @spec pidtagrulestate-canonical-property */
export const ST_ONLY_WHEN_OOF = 0x4;
/** State of a rule. @spec pidtagrulestate-canonical-property */
export const ST_KEEP_OOF_HIST = 0x8;
/** State of a rule. @spec pidtagrulestate-canonical-property */
export const ST_EXIT_LEVEL = 0x10;
/** State of a rule. @spec pidtagrulestate-canonical-property */
export const ST_SKIP_IF_SCL_IS_SAFE = 0x20;
/** State of a rule. @spec pidtagrulestate-canonical-property */
export const ST_RULE_PARSE_ERROR = 0x40;
/** State of a rule. @spec pidtagrulestate-canonical-property */
export const ST_CLEAR_OOF_HIST = 0x80000000;
/** Each state of a rule, ORed together, with their names. @spec pidtagrulestate-canonical-property */
export const RuleStates: FlagGroup = /* @__PURE__ */ bits('RuleStates', {
  ST_DISABLED,
  ST_ENABLED,
  ST_ERROR,
  ST_ONLY_WHEN_OOF,
  ST_KEEP_OOF_HIST,
  ST_EXIT_LEVEL,
  ST_SKIP_IF_SCL_IS_SAFE,
  ST_RULE_PARSE_ERROR,
  ST_CLEAR_OOF_HIST,
});

/** Failure of a rule. */
export const RULE_ERR_FIRST = 0x1;
/** Failure of a rule. */
export const RULE_ERR_UNKNOWN = 0x1;
/** Failure of a rule. */
export const RULE_ERR_LOAD = 0x2;
/** Failure of a rule. */
export const RULE_ERR_DELIVERY = 0x3;
/** Failure of a rule. */
export const RULE_ERR_PARSING = 0x4;
/** Failure of a rule. */
export const RULE_ERR_CREATE_DAE = 0x5;
/** Failure of a rule. */
export const RULE_ERR_NO_FOLDER = 0x6;
/** Failure of a rule. */
export const RULE_ERR_NO_RIGHTS = 0x7;
/** Failure of a rule. */
export const RULE_ERR_CREATE_DAM = 0x8;
/** Failure of a rule. */
export const RULE_ERR_NO_SENDAS = 0x9;
/** Failure of a rule. */
export const RULE_ERR_NO_TEMPLATE = 0xa;
/** Failure of a rule. */
export const RULE_ERR_EXECUTION = 0xb;
/** Failure of a rule. */
export const RULE_ERR_QUOTA_EXCEEDED = 0xc;
/** Failure of a rule. */
export const RULE_ERR_LAST = 0xd;
/** Failure of a rule. */
export const RULE_ERR_TOO_MANY_RECIPS = 0xd;
/** Failure of a rule. */
export const RULE_ERR_FOLDER_OVER_QUOTA = 0xe;
/** Each failure of a rule, one at a time, with their names. */
export const RuleErrors: FlagGroup = /* @__PURE__ */ values('RuleErrors', {
  RULE_ERR_FIRST,
  RULE_ERR_UNKNOWN,
  RULE_ERR_LOAD,
  RULE_ERR_DELIVERY,
  RULE_ERR_PARSING,
  RULE_ERR_CREATE_DAE,
  RULE_ERR_NO_FOLDER,
  RULE_ERR_NO_RIGHTS,
  RULE_ERR_CREATE_DAM,
  RULE_ERR_NO_SENDAS,
  RULE_ERR_NO_TEMPLATE,
  RULE_ERR_EXECUTION,
  RULE_ERR_QUOTA_EXCEEDED,
  RULE_ERR_LAST,
  RULE_ERR_TOO_MANY_RECIPS,
  RULE_ERR_FOLDER_OVER_QUOTA,
});

/** How a rule forwards. */
export const FWD_PRESERVE_SENDER = 0x1;
/** How a rule forwards. */
export const FWD_DO_NOT_MUNGE_MSG = 0x2;
/** How a rule forwards. */
export const FWD_AS_ATTACHMENT = 0x4;
/** How a rule forwards. */
export const FWD_AS_SMS_ALERT = 0x8;
/** Each how a rule forwards, ORed together, with their names. */
export const RuleForwardFlags: FlagGroup = /* @__PURE__ */ bits('RuleForwardFlags', {
  FWD_PRESERVE_SENDER,
  FWD_DO_NOT_MUNGE_MSG,
  FWD_AS_ATTACHMENT,
  FWD_AS_SMS_ALERT,
});

/** How a rule replies. */
export const DO_NOT_SEND_TO_ORIGINATOR = 0x1;
/** How a rule replies. */
export const STOCK_REPLY_TEMPLATE = 0x2;
/** Each how a rule replies, ORed together, with their names. */
export const RuleReplyFlags: FlagGroup = /* @__PURE__ */ bits('RuleReplyFlags', {
  DO_NOT_SEND_TO_ORIGINATOR,
  STOCK_REPLY_TEMPLATE,
});

/** Why a rule refuses. */
export const BOUNCE_MESSAGE_SIZE_TOO_LARGE = 0xd;
/** Why a rule refuses. */
export const BOUNCE_FORMS_MISMATCH = 0x1f;
/** Why a rule refuses. */
export const BOUNCE_ACCESS_DENIED = 0x26;
/** Each why a rule refuses, one at a time, with their names. */
export const BounceReasons: FlagGroup = /* @__PURE__ */ values('BounceReasons', {
  BOUNCE_MESSAGE_SIZE_TOO_LARGE,
  BOUNCE_FORMS_MISMATCH,
  BOUNCE_ACCESS_DENIED,
});
