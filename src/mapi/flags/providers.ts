// Written by scripts/generate/mapi-flags.mjs from test/reference/mapi-constants.json; change the facts, not this file.
import { bits, type FlagGroup, values } from './flaggroup.js';

/** Flag of IXPProvider::TransportLogon (IXPProvider::TransportLogon). @spec ixpprovider-transportlogon */
export const LOGON_NO_DIALOG = 0x1;
/** Flag of IXPProvider::TransportLogon (IXPProvider::TransportLogon). @spec ixpprovider-transportlogon */
export const LOGON_NO_CONNECT = 0x4;
/** Flag of IXPProvider::TransportLogon (IXPProvider::TransportLogon). @spec ixpprovider-transportlogon */
export const LOGON_NO_INBOUND = 0x8;
/** Flag of IXPProvider::TransportLogon (IXPProvider::TransportLogon). @spec ixpprovider-transportlogon */
export const LOGON_NO_OUTBOUND = 0x10;
/** Each flag of IXPProvider::TransportLogon, ORed together, with their names. @spec ixpprovider-transportlogon */
export const TransportLogonFlags: FlagGroup = /* @__PURE__ */ bits('TransportLogonFlags', {
  LOGON_NO_DIALOG,
  LOGON_NO_CONNECT,
  LOGON_NO_INBOUND,
  LOGON_NO_OUTBOUND,
});

/** Answer of IXPProvider::TransportLogon (IXPProvider::TransportLogon). @spec ixpprovider-transportlogon */
export const LOGON_SP_IDLE = 0x10000;
/** Answer of IXPProvider::TransportLogon (IXPProvider::TransportLogon). @spec ixpprovider-transportlogon */
export const LOGON_SP_POLL = 0x20000;
/** Answer of IXPProvider::TransportLogon (IXPProvider::TransportLogon). @spec ixpprovider-transportlogon */
export const LOGON_SP_RESOLVE = 0x40000;
/** Each answer of IXPProvider::TransportLogon, ORed together, with their names. @spec ixpprovider-transportlogon */
export const TransportSessionFlags: FlagGroup = /* @__PURE__ */ bits('TransportSessionFlags', {
  LOGON_SP_IDLE,
  LOGON_SP_POLL,
  LOGON_SP_RESOLVE,
});

/** Flag of SpoolerLogon. @spec imsprovider-spoolerlogon */
export const LOGON_SP_TRANSPORT = 0x1;
/** Flag of SpoolerLogon. @spec imsprovider-spoolerlogon */
export const LOGON_SP_PROMPT = 0x2;
/** Flag of SpoolerLogon. @spec imsprovider-spoolerlogon */
export const LOGON_SP_NEWPW = 0x4;
/** Flag of SpoolerLogon. @spec imsprovider-spoolerlogon */
export const LOGON_CHANGED = 0x8;
/** Each flag of SpoolerLogon, ORed together, with their names. @spec imsprovider-spoolerlogon */
export const SpoolerLogonFlags: FlagGroup = /* @__PURE__ */ bits('SpoolerLogonFlags', {
  LOGON_SP_TRANSPORT,
  LOGON_SP_PROMPT,
  LOGON_SP_NEWPW,
  LOGON_CHANGED,
});

/** Flag of Shutdown and TransportLogoff. @spec ixpprovider-shutdown */
export const LOGOFF_NORMAL = 0x1;
/** Flag of Shutdown and TransportLogoff. @spec ixpprovider-shutdown */
export const DEINIT_NORMAL = 0x1;
/** Flag of Shutdown and TransportLogoff. @spec ixpprovider-shutdown */
export const LOGOFF_HURRY = 0x80000000;
/** Flag of Shutdown and TransportLogoff. @spec ixpprovider-shutdown */
export const DEINIT_HURRY = 0x80000000;
/** Each flag of Shutdown and TransportLogoff, ORed together, with their names. @spec ixpprovider-shutdown */
export const ProviderShutdownFlags: FlagGroup = /* @__PURE__ */ bits('ProviderShutdownFlags', {
  LOGOFF_NORMAL,
  DEINIT_NORMAL,
  LOGOFF_HURRY,
  DEINIT_HURRY,
});

/** Flag of TransportNotify (IXPLogon::TransportNotify). @spec ixplogon-transportnotify */
export const NOTIFY_BEGIN_INBOUND = 0x1;
/** Flag of TransportNotify (IXPLogon::TransportNotify). @spec ixplogon-transportnotify */
export const NOTIFY_BEGIN_OUTBOUND = 0x2;
/** Flag of TransportNotify (IXPLogon::TransportNotify). @spec ixplogon-transportnotify */
export const NOTIFY_BEGIN_INBOUND_FLUSH = 0x4;
/** Flag of TransportNotify (IXPLogon::TransportNotify). @spec ixplogon-transportnotify */
export const NOTIFY_BEGIN_OUTBOUND_FLUSH = 0x8;
/** Flag of TransportNotify (IXPLogon::TransportNotify). @spec ixplogon-transportnotify */
export const NOTIFY_END_INBOUND = 0x10000;
/** Flag of TransportNotify (IXPLogon::TransportNotify). @spec ixplogon-transportnotify */
export const NOTIFY_END_OUTBOUND = 0x20000;
/** Flag of TransportNotify (IXPLogon::TransportNotify). @spec ixplogon-transportnotify */
export const NOTIFY_END_INBOUND_FLUSH = 0x40000;
/** Flag of TransportNotify (IXPLogon::TransportNotify). @spec ixplogon-transportnotify */
export const NOTIFY_END_OUTBOUND_FLUSH = 0x80000;
/** Flag of TransportNotify (IXPLogon::TransportNotify). @spec ixplogon-transportnotify */
export const NOTIFY_ABORT_DEFERRED = 0x40000000;
/** Flag of TransportNotify (IXPLogon::TransportNotify). @spec ixplogon-transportnotify */
export const NOTIFY_CANCEL_MESSAGE = 0x80000000;
/** Each flag of TransportNotify, ORed together, with their names. @spec ixplogon-transportnotify */
export const TransportNotifyFlags: FlagGroup = /* @__PURE__ */ bits('TransportNotifyFlags', {
  NOTIFY_BEGIN_INBOUND,
  NOTIFY_BEGIN_OUTBOUND,
  NOTIFY_BEGIN_INBOUND_FLUSH,
  NOTIFY_BEGIN_OUTBOUND_FLUSH,
  NOTIFY_END_INBOUND,
  NOTIFY_END_OUTBOUND,
  NOTIFY_END_INBOUND_FLUSH,
  NOTIFY_END_OUTBOUND_FLUSH,
  NOTIFY_ABORT_DEFERRED,
  NOTIFY_CANCEL_MESSAGE,
});

/** Flag of SpoolerNotify (IMAPISupport::SpoolerNotify). @spec imapisupport-spoolernotify */
export const NOTIFY_NEWMAIL = 0x1;
/** Flag of SpoolerNotify (IMAPISupport::SpoolerNotify). @spec imapisupport-spoolernotify */
export const NOTIFY_READYTOSEND = 0x2;
/** Flag of SpoolerNotify (IMAPISupport::SpoolerNotify). @spec imapisupport-spoolernotify */
export const NOTIFY_SENTDEFERRED = 0x4;
/** Flag of SpoolerNotify (IMAPISupport::SpoolerNotify). @spec imapisupport-spoolernotify */
export const NOTIFY_CRITSEC = 0x1000;
/** Flag of SpoolerNotify (IMAPISupport::SpoolerNotify). @spec imapisupport-spoolernotify */
export const NOTIFY_NONCRIT = 0x2000;
/** Flag of SpoolerNotify (IMAPISupport::SpoolerNotify). @spec imapisupport-spoolernotify */
export const NOTIFY_CONFIG_CHANGE = 0x4000;
/** Flag of SpoolerNotify (IMAPISupport::SpoolerNotify). @spec imapisupport-spoolernotify */
export const NOTIFY_CRITICAL_ERROR = 0x10000000;
/** Flag of SpoolerNotify (IMAPISupport::SpoolerNotify). @spec imapisupport-spoolernotify */
export const NOTIFY_NEWMAIL_RECEIVED = 0x20000000;
/** Each flag of SpoolerNotify, ORed together, with their names. @spec imapisupport-spoolernotify */
export const SpoolerNotifyFlags: FlagGroup = /* @__PURE__ */ bits('SpoolerNotifyFlags', {
  NOTIFY_NEWMAIL,
  NOTIFY_READYTOSEND,
  NOTIFY_SENTDEFERRED,
  NOTIFY_CRITSEC,
  NOTIFY_NONCRIT,
  NOTIFY_CONFIG_CHANGE,
  NOTIFY_CRITICAL_ERROR,
  NOTIFY_NEWMAIL_RECEIVED,
});

/** Flag of IMAPISupport::Notify (IMAPISupport::Subscribe). @spec imapisupport-notify */
export const NOTIFY_SYNC = 0x40000000;
/** Flag of IMAPISupport::Notify (IMAPISupport::Notify). @spec imapisupport-notify */
export const NOTIFY_CANCELED = 0x80000000;
/** Each flag of IMAPISupport::Notify, ORed together, with their names. @spec imapisupport-notify */
export const NotifyFlags: FlagGroup = /* @__PURE__ */ bits('NotifyFlags', { NOTIFY_SYNC, NOTIFY_CANCELED });

/** Flag of IXPLogon::SubmitMessage (IXPLogon::SubmitMessage). @spec ixplogon-submitmessage */
export const BEGIN_DEFERRED = 0x1;
/** Each flag of IXPLogon::SubmitMessage, ORed together, with their names. @spec ixplogon-submitmessage */
export const SubmitFlagsOfTransport: FlagGroup = /* @__PURE__ */ bits('SubmitFlagsOfTransport', { BEGIN_DEFERRED });

/** Answer of IXPLogon::EndMessage (IXPLogon::EndMessage). @spec ixplogon-endmessage */
export const END_RESEND_NOW = 0x10000;
/** Answer of IXPLogon::EndMessage (IXPLogon::EndMessage). @spec ixplogon-endmessage */
export const END_RESEND_LATER = 0x20000;
/** Answer of IXPLogon::EndMessage (IXPLogon::EndMessage). @spec ixplogon-endmessage */
export const END_DONT_RESEND = 0x40000;
/** Each answer of IXPLogon::EndMessage, ORed together, with their names. @spec ixplogon-endmessage */
export const EndMessageFlags: FlagGroup = /* @__PURE__ */ bits('EndMessageFlags', {
  END_RESEND_NOW,
  END_RESEND_LATER,
  END_DONT_RESEND,
});

/** Kind of options. */
export const OPTION_TYPE_RECIPIENT = 0x1;
/** Kind of options. */
export const OPTION_TYPE_MESSAGE = 0x2;
/** Each kind of options, one at a time, with their names. */
export const OptionTypes: FlagGroup = /* @__PURE__ */ values('OptionTypes', {
  OPTION_TYPE_RECIPIENT,
  OPTION_TYPE_MESSAGE,
});

/** Flag of preprocessing (IMAPISupport::ExpandRecips). @spec imapisupport-preparesubmit */
export const NEEDS_PREPROCESSING = 0x1;
/** Flag of preprocessing. @spec imapisupport-preparesubmit */
export const CHECK_SENDER = 0x1;
/** Flag of preprocessing (IMAPISupport::ExpandRecips). @spec imapisupport-preparesubmit */
export const NEEDS_SPOOLER = 0x2;
/** Flag of preprocessing. @spec imapisupport-preparesubmit */
export const NON_STANDARD = 0x10000;
/** Each flag of preprocessing, ORed together, with their names. @spec imapisupport-preparesubmit */
export const PrepareSubmitFlags: FlagGroup = /* @__PURE__ */ bits('PrepareSubmitFlags', {
  NEEDS_PREPROCESSING,
  CHECK_SENDER,
  NEEDS_SPOOLER,
  NON_STANDARD,
});

/** Flag of a read report (IMAPISupport::ReadReceipt). @spec imapisupport-readreceipt */
export const MAPI_NON_READ = 0x1;
/** Each flag of a read report, ORed together, with their names. @spec imapisupport-readreceipt */
export const StatusRecipsFlags: FlagGroup = /* @__PURE__ */ bits('StatusRecipsFlags', { MAPI_NON_READ });

/** Flag of a stream for a message (HrIStorageFromStream, IMAPISupport::IStorageFromStream). @spec imapisupport-istoragefromstream */
export const STGSTRM_RESET = 0x0;
/** Flag of a stream for a message (HrIStorageFromStream, IMAPISupport::IStorageFromStream). @spec imapisupport-istoragefromstream */
export const STGSTRM_MODIFY = 0x2;
/** Flag of a stream for a message (HrIStorageFromStream, IMAPISupport::IStorageFromStream). @spec imapisupport-istoragefromstream */
export const STGSTRM_CREATE = 0x1000;
/** Flag of a stream for a message (HrIStorageFromStream, IMAPISupport::IStorageFromStream). @spec imapisupport-istoragefromstream */
export const STGSTRM_CURRENT = 0x10000000;
/** Each flag of a stream for a message, ORed together, with their names. @spec imapisupport-istoragefromstream */
export const StorageStreamFlags: FlagGroup = /* @__PURE__ */ bits('StorageStreamFlags', {
  STGSTRM_RESET,
  STGSTRM_MODIFY,
  STGSTRM_CREATE,
  STGSTRM_CURRENT,
});

/** Reason of a call to a message service (MSGSERVICEENTRY). @spec msgserviceentry */
export const MSG_SERVICE_INSTALL = 0x1;
/** Reason of a call to a message service (MSGSERVICEENTRY). @spec msgserviceentry */
export const MSG_SERVICE_CREATE = 0x2;
/** Reason of a call to a message service (MSGSERVICEENTRY). @spec msgserviceentry */
export const MSG_SERVICE_CONFIGURE = 0x3;
/** Reason of a call to a message service (MSGSERVICEENTRY). @spec msgserviceentry */
export const MSG_SERVICE_DELETE = 0x4;
/** Reason of a call to a message service (MSGSERVICEENTRY). @spec msgserviceentry */
export const MSG_SERVICE_UNINSTALL = 0x5;
/** Reason of a call to a message service (MSGSERVICEENTRY). @spec msgserviceentry */
export const MSG_SERVICE_PROVIDER_CREATE = 0x6;
/** Reason of a call to a message service (MSGSERVICEENTRY). @spec msgserviceentry */
export const MSG_SERVICE_PROVIDER_DELETE = 0x7;
/** Reason of a call to a message service (IMsgServiceAdmin::ConfigureMsgService, MSGSERVICEENTRY). @spec msgserviceentry */
export const MSG_SERVICE_UI_READ_ONLY = 0x8;
/** Each reason of a call to a message service, one at a time, with their names. @spec msgserviceentry */
export const ServiceEntryContexts: FlagGroup = /* @__PURE__ */ values('ServiceEntryContexts', {
  MSG_SERVICE_INSTALL,
  MSG_SERVICE_CREATE,
  MSG_SERVICE_CONFIGURE,
  MSG_SERVICE_DELETE,
  MSG_SERVICE_UNINSTALL,
  MSG_SERVICE_PROVIDER_CREATE,
  MSG_SERVICE_PROVIDER_DELETE,
  MSG_SERVICE_UI_READ_ONLY,
});

/** Flag of a spooler hook. */
export const HOOK_DELETE = 0x1;
/** Flag of a spooler hook. */
export const HOOK_CANCEL = 0x2;
/** Flag of a spooler hook. */
export const HOOK_INBOUND = 0x200;
/** Flag of a spooler hook. */
export const HOOK_OUTBOUND = 0x400;
/** Each flag of a spooler hook, ORed together, with their names. */
export const HookFlags: FlagGroup = /* @__PURE__ */ bits('HookFlags', {
  HOOK_DELETE,
  HOOK_CANCEL,
  HOOK_INBOUND,
  HOOK_OUTBOUND,
});

/** Flag of the progress dialogue. @spec imapisupport-doprogressdialog */
export const DIALOG_FOLDER = 0x1;
/** Flag of the progress dialogue. @spec imapisupport-doprogressdialog */
export const DIALOG_MESSAGE = 0x2;
/** Flag of the progress dialogue. @spec imapisupport-doprogressdialog */
export const DIALOG_PROP = 0x4;
/** Flag of the progress dialogue. @spec imapisupport-doprogressdialog */
export const DIALOG_ATTACH = 0x8;
/** Flag of the progress dialogue. @spec imapisupport-doprogressdialog */
export const DIALOG_MOVE = 0x10;
/** Flag of the progress dialogue. @spec imapisupport-doprogressdialog */
export const DIALOG_COPY = 0x20;
/** Flag of the progress dialogue. @spec imapisupport-doprogressdialog */
export const DIALOG_DELETE = 0x40;
/** Flag of the progress dialogue. @spec imapisupport-doprogressdialog */
export const DIALOG_ALLOW_CANCEL = 0x80;
/** Flag of the progress dialogue. @spec imapisupport-doprogressdialog */
export const DIALOG_CONFIRM_CANCEL = 0x100;
/** Each flag of the progress dialogue, ORed together, with their names. @spec imapisupport-doprogressdialog */
export const ProgressDialogFlags: FlagGroup = /* @__PURE__ */ bits('ProgressDialogFlags', {
  DIALOG_FOLDER,
  DIALOG_MESSAGE,
  DIALOG_PROP,
  DIALOG_ATTACH,
  DIALOG_MOVE,
  DIALOG_COPY,
  DIALOG_DELETE,
  DIALOG_ALLOW_CANCEL,
  DIALOG_CONFIRM_CANCEL,
});
