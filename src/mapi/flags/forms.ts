// Written by scripts/generate/mapi-flags.mjs from test/reference/mapi-constants.json; change the facts, not this file.
import { bits, type FlagGroup, values } from './flaggroup.js';

/** Verb of a form. */
export const EXCHIVERB_OPEN = 0x0;
/** Verb of a form. */
export const EXCHIVERB_RESERVED_COMPOSE = 0x64;
/** Verb of a form. */
export const EXCHIVERB_RESERVED_OPEN = 0x65;
/** Verb of a form. */
export const EXCHIVERB_REPLYTOSENDER = 0x66;
/** Verb of a form. */
export const EXCHIVERB_REPLYTOALL = 0x67;
/** Verb of a form. */
export const EXCHIVERB_FORWARD = 0x68;
/** Verb of a form. */
export const EXCHIVERB_PRINT = 0x69;
/** Verb of a form. */
export const EXCHIVERB_SAVEAS = 0x6a;
/** Verb of a form. */
export const EXCHIVERB_RESERVED_DELIVERY = 0x6b;
/** Verb of a form. */
export const EXCHIVERB_REPLYTOFOLDER = 0x6c;
/** Each verb of a form, one at a time, with their names. */
export const FormVerbs: FlagGroup = /* @__PURE__ */ values('FormVerbs', {
  EXCHIVERB_OPEN,
  EXCHIVERB_RESERVED_COMPOSE,
  EXCHIVERB_RESERVED_OPEN,
  EXCHIVERB_REPLYTOSENDER,
  EXCHIVERB_REPLYTOALL,
  EXCHIVERB_FORWARD,
  EXCHIVERB_PRINT,
  EXCHIVERB_SAVEAS,
  EXCHIVERB_RESERVED_DELIVERY,
  EXCHIVERB_REPLYTOFOLDER,
});

/** Verb of an Outlook form. */
export const NOTEIVERB_OPEN = 0x0;
/** Verb of an Outlook form. */
export const NOTEIVERB_REPLYTOSENDER = 0x66;
/** Verb of an Outlook form. */
export const NOTEIVERB_REPLYTOALL = 0x67;
/** Verb of an Outlook form. */
export const NOTEIVERB_FORWARD = 0x68;
/** Verb of an Outlook form. */
export const NOTEIVERB_PRINT = 0x69;
/** Verb of an Outlook form. */
export const NOTEIVERB_SAVEAS = 0x6a;
/** Verb of an Outlook form. */
export const NOTEIVERB_REPLYTOFOLDER = 0x6c;
/** Verb of an Outlook form. */
export const NOTEIVERB_SAVE = 0x1f4;
/** Verb of an Outlook form. */
export const NOTEIVERB_PROPERTIES = 0x1fe;
/** Verb of an Outlook form. */
export const NOTEIVERB_FOLLOWUP = 0x1ff;
/** Verb of an Outlook form. */
export const NOTEIVERB_ACCEPT = 0x200;
/** Verb of an Outlook form. */
export const NOTEIVERB_TENTATIVE = 0x201;
/** Verb of an Outlook form. */
export const NOTEIVERB_REJECT = 0x202;
/** Verb of an Outlook form. */
export const NOTEIVERB_DECLINE = 0x203;
/** Verb of an Outlook form. */
export const NOTEIVERB_INVITE = 0x204;
/** Verb of an Outlook form. */
export const NOTEIVERB_UPDATE = 0x205;
/** Verb of an Outlook form. */
export const NOTEIVERB_CANCEL = 0x206;
/** Verb of an Outlook form. */
export const NOTEIVERB_SILENTINVITE = 0x207;
/** Verb of an Outlook form. */
export const NOTEIVERB_SILENTCANCEL = 0x208;
/** Verb of an Outlook form. */
export const NOTEIVERB_RECALL_MESSAGE = 0x209;
/** Verb of an Outlook form. */
export const NOTEIVERB_FORWARD_RESPONSE = 0x20a;
/** Verb of an Outlook form. */
export const NOTEIVERB_FORWARD_CANCEL = 0x20b;
/** Verb of an Outlook form. */
export const NOTEIVERB_FOLLOWUPCLEAR = 0x20c;
/** Verb of an Outlook form. */
export const NOTEIVERB_FORWARD_APPT = 0x20d;
/** Verb of an Outlook form. */
export const NOTEIVERB_OPENRESEND = 0x20e;
/** Verb of an Outlook form. */
export const NOTEIVERB_STATUSREPORT = 0x20f;
/** Verb of an Outlook form. */
export const NOTEIVERB_JOURNALOPEN = 0x210;
/** Verb of an Outlook form. */
export const NOTEIVERB_JOURNALOPENLINK = 0x211;
/** Verb of an Outlook form. */
export const NOTEIVERB_COMPOSEREPLACE = 0x212;
/** Verb of an Outlook form. */
export const NOTEIVERB_EDIT = 0x213;
/** Verb of an Outlook form. */
export const NOTEIVERB_DELETEPROCESS = 0x214;
/** Verb of an Outlook form. */
export const NOTEIVERB_TENTPNTIME = 0x215;
/** Verb of an Outlook form. */
export const NOTEIVERB_EDITTEMPLATE = 0x216;
/** Verb of an Outlook form. */
export const NOTEIVERB_FINDINCALENDAR = 0x217;
/** Verb of an Outlook form. */
export const NOTEIVERB_FORWARDASFILE = 0x218;
/** Verb of an Outlook form. */
export const NOTEIVERB_CHANGE_ATTENDEES = 0x219;
/** Verb of an Outlook form. */
export const NOTEIVERB_RECALC_TITLE = 0x21a;
/** Verb of an Outlook form. */
export const NOTEIVERB_PROP_CHANGE = 0x21b;
/** Verb of an Outlook form. */
export const NOTEIVERB_FORWARD_AS_VCAL = 0x21c;
/** Verb of an Outlook form. */
export const NOTEIVERB_FORWARD_AS_ICAL = 0x21d;
/** Verb of an Outlook form. */
export const NOTEIVERB_FORWARD_AS_BCARD = 0x21e;
/** Verb of an Outlook form. */
export const NOTEIVERB_DECLPNTIME = 0x21f;
/** Verb of an Outlook form. */
export const NOTEIVERB_PROCESS = 0x220;
/** Verb of an Outlook form. */
export const NOTEIVERB_OPENWITHWORD = 0x221;
/** Verb of an Outlook form. */
export const NOTEIVERB_OPEN_INSTANCE_OF_SERIES = 0x222;
/** Verb of an Outlook form. */
export const NOTEIVERB_FILLOUT_THIS_FORM = 0x223;
/** Verb of an Outlook form. */
export const NOTEIVERB_FOLLOWUP_DEFAULT = 0x224;
/** Verb of an Outlook form. */
export const NOTEIVERB_REPLY_WITH_MAIL = 0x225;
/** Verb of an Outlook form. */
export const NOTEIVERB_TODO_TODAY = 0x236;
/** Verb of an Outlook form. */
export const NOTEIVERB_TODO_TOMORROW = 0x237;
/** Verb of an Outlook form. */
export const NOTEIVERB_TODO_THISWEEK = 0x238;
/** Verb of an Outlook form. */
export const NOTEIVERB_TODO_NEXTWEEK = 0x239;
/** Verb of an Outlook form. */
export const NOTEIVERB_TODO_THISMONTH = 0x23a;
/** Verb of an Outlook form. */
export const NOTEIVERB_TODO_NEXTMONTH = 0x23b;
/** Verb of an Outlook form. */
export const NOTEIVERB_TODO_NODATE = 0x23c;
/** Verb of an Outlook form. */
export const NOTEIVERB_FOLLOWUPCOMPLETE = 0x23d;
/** Verb of an Outlook form. */
export const NOTEIVERB_COPYTOPOSTFOLDER = 0x23e;
/** Verb of an Outlook form. */
export const NOTEIVERB_PARTIALRECIP_SILENTINVITE = 0x23f;
/** Verb of an Outlook form. */
export const NOTEIVERB_PARTIALRECIP_SILENTCANCEL = 0x240;
/** Each verb of an Outlook form, one at a time, with their names. */
export const OutlookVerbs: FlagGroup = /* @__PURE__ */ values('OutlookVerbs', {
  NOTEIVERB_OPEN,
  NOTEIVERB_REPLYTOSENDER,
  NOTEIVERB_REPLYTOALL,
  NOTEIVERB_FORWARD,
  NOTEIVERB_PRINT,
  NOTEIVERB_SAVEAS,
  NOTEIVERB_REPLYTOFOLDER,
  NOTEIVERB_SAVE,
  NOTEIVERB_PROPERTIES,
  NOTEIVERB_FOLLOWUP,
  NOTEIVERB_ACCEPT,
  NOTEIVERB_TENTATIVE,
  NOTEIVERB_REJECT,
  NOTEIVERB_DECLINE,
  NOTEIVERB_INVITE,
  NOTEIVERB_UPDATE,
  NOTEIVERB_CANCEL,
  NOTEIVERB_SILENTINVITE,
  NOTEIVERB_SILENTCANCEL,
  NOTEIVERB_RECALL_MESSAGE,
  NOTEIVERB_FORWARD_RESPONSE,
  NOTEIVERB_FORWARD_CANCEL,
  NOTEIVERB_FOLLOWUPCLEAR,
  NOTEIVERB_FORWARD_APPT,
  NOTEIVERB_OPENRESEND,
  NOTEIVERB_STATUSREPORT,
  NOTEIVERB_JOURNALOPEN,
  NOTEIVERB_JOURNALOPENLINK,
  NOTEIVERB_COMPOSEREPLACE,
  NOTEIVERB_EDIT,
  NOTEIVERB_DELETEPROCESS,
  NOTEIVERB_TENTPNTIME,
  NOTEIVERB_EDITTEMPLATE,
  NOTEIVERB_FINDINCALENDAR,
  NOTEIVERB_FORWARDASFILE,
  NOTEIVERB_CHANGE_ATTENDEES,
  NOTEIVERB_RECALC_TITLE,
  NOTEIVERB_PROP_CHANGE,
  NOTEIVERB_FORWARD_AS_VCAL,
  NOTEIVERB_FORWARD_AS_ICAL,
  NOTEIVERB_FORWARD_AS_BCARD,
  NOTEIVERB_DECLPNTIME,
  NOTEIVERB_PROCESS,
  NOTEIVERB_OPENWITHWORD,
  NOTEIVERB_OPEN_INSTANCE_OF_SERIES,
  NOTEIVERB_FILLOUT_THIS_FORM,
  NOTEIVERB_FOLLOWUP_DEFAULT,
  NOTEIVERB_REPLY_WITH_MAIL,
  NOTEIVERB_TODO_TODAY,
  NOTEIVERB_TODO_TOMORROW,
  NOTEIVERB_TODO_THISWEEK,
  NOTEIVERB_TODO_NEXTWEEK,
  NOTEIVERB_TODO_THISMONTH,
  NOTEIVERB_TODO_NEXTMONTH,
  NOTEIVERB_TODO_NODATE,
  NOTEIVERB_FOLLOWUPCOMPLETE,
  NOTEIVERB_COPYTOPOSTFOLDER,
  NOTEIVERB_PARTIALRECIP_SILENTINVITE,
  NOTEIVERB_PARTIALRECIP_SILENTCANCEL,
});

/** Direction to the next message (IMAPIViewContext::ActivateNext). @spec imapiviewcontext-activatenext */
export const VCDIR_NEXT = 0x1;
/** Direction to the next message (IMAPIViewContext::ActivateNext). @spec imapiviewcontext-activatenext */
export const VCDIR_PREV = 0x2;
/** Direction to the next message (IMAPIViewContext::ActivateNext). @spec imapiviewcontext-activatenext */
export const VCDIR_DELETE = 0x10000;
/** Direction to the next message (IMAPIViewContext::ActivateNext). @spec imapiviewcontext-activatenext */
export const VCDIR_MOVE = 0x40000;
/** Each direction to the next message, ORed together, with their names. @spec imapiviewcontext-activatenext */
export const ViewDirections: FlagGroup = /* @__PURE__ */ bits('ViewDirections', {
  VCDIR_NEXT,
  VCDIR_PREV,
  VCDIR_DELETE,
  VCDIR_MOVE,
});

/** Status of a view (IMAPIFormAdviseSink::OnChange, IMAPIViewContext::GetViewStatus). @spec imapiviewcontext-getviewstatus */
export const VCSTATUS_NEXT = 0x1;
/** Status of a view (IMAPIFormAdviseSink::OnChange, IMAPIViewContext::GetViewStatus). @spec imapiviewcontext-getviewstatus */
export const VCSTATUS_PREV = 0x2;
/** Status of a view (IMAPIFormAdviseSink::OnChange, IMAPIViewContext::GetViewStatus). @spec imapiviewcontext-getviewstatus */
export const VCSTATUS_MODAL = 0x4;
/** Status of a view (IMAPIFormAdviseSink::OnChange, IMAPIViewContext::GetViewStatus). @spec imapiviewcontext-getviewstatus */
export const VCSTATUS_INTERACTIVE = 0x8;
/** Status of a view (IMAPIFormAdviseSink::OnChange, IMAPIViewContext::GetViewStatus). @spec imapiviewcontext-getviewstatus */
export const VCSTATUS_READONLY = 0x10;
/** Status of a view (IMAPIMessageSite::GetSiteStatus, IMAPIViewContext::GetViewStatus). @spec imapiviewcontext-getviewstatus */
export const VCSTATUS_DELETE = 0x10000;
/** Status of a view (IMAPIMessageSite::GetSiteStatus). @spec imapiviewcontext-getviewstatus */
export const VCSTATUS_COPY = 0x20000;
/** Status of a view (IMAPIMessageSite::GetSiteStatus). @spec imapiviewcontext-getviewstatus */
export const VCSTATUS_MOVE = 0x40000;
/** Status of a view (IMAPIMessageSite::GetSiteStatus). @spec imapiviewcontext-getviewstatus */
export const VCSTATUS_SUBMIT = 0x80000;
/** Status of a view (IMAPIMessageSite::GetSiteStatus). @spec imapiviewcontext-getviewstatus */
export const VCSTATUS_DELETE_IS_MOVE = 0x100000;
/** Status of a view (IMAPIMessageSite::GetSiteStatus). @spec imapiviewcontext-getviewstatus */
export const VCSTATUS_SAVE = 0x200000;
/** Status of a view (IMAPIMessageSite::GetSiteStatus). @spec imapiviewcontext-getviewstatus */
export const VCSTATUS_NEW_MESSAGE = 0x400000;
/** Each status of a view, ORed together, with their names. @spec imapiviewcontext-getviewstatus */
export const ViewStatus: FlagGroup = /* @__PURE__ */ bits('ViewStatus', {
  VCSTATUS_NEXT,
  VCSTATUS_PREV,
  VCSTATUS_MODAL,
  VCSTATUS_INTERACTIVE,
  VCSTATUS_READONLY,
  VCSTATUS_DELETE,
  VCSTATUS_COPY,
  VCSTATUS_MOVE,
  VCSTATUS_SUBMIT,
  VCSTATUS_DELETE_IS_MOVE,
  VCSTATUS_SAVE,
  VCSTATUS_NEW_MESSAGE,
});

/** Whether to save (IMAPIForm::ShutdownForm). @spec imapiform-shutdownform */
export const SAVEOPTS_SAVEIFDIRTY = 0x0;
/** Whether to save (IMAPIForm::ShutdownForm). @spec imapiform-shutdownform */
export const SAVEOPTS_NOSAVE = 0x1;
/** Whether to save (IMAPIForm::ShutdownForm). @spec imapiform-shutdownform */
export const SAVEOPTS_PROMPTSAVE = 0x2;
/** Each whether to save, one at a time, with their names. @spec imapiform-shutdownform */
export const SaveOptions: FlagGroup = /* @__PURE__ */ values('SaveOptions', {
  SAVEOPTS_SAVEIFDIRTY,
  SAVEOPTS_NOSAVE,
  SAVEOPTS_PROMPTSAVE,
});

/** Format of saving (IMAPIViewContext::GetSaveStream). @spec imapiviewcontext-getsavestream */
export const SAVE_FORMAT_TEXT = 0x1;
/** Format of saving (IMAPIViewContext::GetSaveStream). @spec imapiviewcontext-getsavestream */
export const SAVE_FORMAT_RICHTEXT = 0x2;
/** Each format of saving, one at a time, with their names. @spec imapiviewcontext-getsavestream */
export const SaveFormats: FlagGroup = /* @__PURE__ */ values('SaveFormats', { SAVE_FORMAT_TEXT, SAVE_FORMAT_RICHTEXT });

/** Form registry (IMAPIFormMgr::OpenFormContainer). @spec imapiformmgr-openformcontainer */
export const HFRMREG_DEFAULT = 0x0;
/** Form registry (IMAPIFormMgr::OpenFormContainer). @spec imapiformmgr-openformcontainer */
export const HFRMREG_LOCAL = 0x1;
/** Form registry (IMAPIFormMgr::OpenFormContainer). @spec imapiformmgr-openformcontainer */
export const HFRMREG_PERSONAL = 0x2;
/** Form registry (IMAPIFormMgr::OpenFormContainer). @spec imapiformmgr-openformcontainer */
export const HFRMREG_FOLDER = 0x3;
/** Each form registry, one at a time, with their names. @spec imapiformmgr-openformcontainer */
export const FormRegistries: FlagGroup = /* @__PURE__ */ values('FormRegistries', {
  HFRMREG_DEFAULT,
  HFRMREG_LOCAL,
  HFRMREG_PERSONAL,
  HFRMREG_FOLDER,
});

/** Flag of a form registry. @spec imapiformcontainer-installform */
export const MAPIFORM_INSTALL_DIALOG = 0x8;
/** Flag of a form registry (IMAPIFormContainer::InstallForm). @spec imapiformcontainer-installform */
export const MAPIFORM_INSTALL_OVERWRITEONCONFLICT = 0x10;
/** Flag of a form registry (IMAPIFormContainer::ResolveMessageClass, IMAPIFormContainer::ResolveMultipleMessageClasses, IMAPIFormMgr::LoadForm and 2 more). @spec imapiformcontainer-installform */
export const MAPIFORM_EXACTMATCH = 0x20;
/** Each flag of a form registry, ORed together, with their names. @spec imapiformcontainer-installform */
export const FormFlags: FlagGroup = /* @__PURE__ */ bits('FormFlags', {
  MAPIFORM_INSTALL_DIALOG,
  MAPIFORM_INSTALL_OVERWRITEONCONFLICT,
  MAPIFORM_EXACTMATCH,
});

/** Which registries to show (IMAPIFormMgr::SelectFormContainer). @spec imapiformmgr-selectform */
export const MAPIFORM_SELECT_ALL_REGISTRIES = 0x0;
/** Which registries to show (IMAPIFormMgr::SelectFormContainer). @spec imapiformmgr-selectform */
export const MAPIFORM_SELECT_FOLDER_REGISTRY_ONLY = 0x1;
/** Which registries to show (IMAPIFormMgr::SelectFormContainer). @spec imapiformmgr-selectform */
export const MAPIFORM_SELECT_NON_FOLDER_REGISTRY_ONLY = 0x2;
/** Each which registries to show, one at a time, with their names. @spec imapiformmgr-selectform */
export const FormRegistrySelection: FlagGroup = /* @__PURE__ */ values('FormRegistrySelection', {
  MAPIFORM_SELECT_ALL_REGISTRIES,
  MAPIFORM_SELECT_FOLDER_REGISTRY_ONLY,
  MAPIFORM_SELECT_NON_FOLDER_REGISTRY_ONLY,
});

/** How sets of properties join (IMAPIFormContainer::CalcFormPropSet, IMAPIFormMgr::CalcFormPropSet). @spec imapiformmgr-calcformpropset */
export const FORMPROPSET_UNION = 0x0;
/** How sets of properties join (IMAPIFormContainer::CalcFormPropSet, IMAPIFormMgr::CalcFormPropSet). @spec imapiformmgr-calcformpropset */
export const FORMPROPSET_INTERSECTION = 0x1;
/** Each how sets of properties join, one at a time, with their names. @spec imapiformmgr-calcformpropset */
export const FormPropertySets: FlagGroup = /* @__PURE__ */ values('FormPropertySets', {
  FORMPROPSET_UNION,
  FORMPROPSET_INTERSECTION,
});

/** Kind of a form property. @spec smapiformprop */
export const FPST_VANILLA = 0x0;
/** Kind of a form property. @spec smapiformprop */
export const FPST_ENUM_PROP = 0x1;
/** Each kind of a form property, one at a time, with their names. @spec smapiformprop */
export const FormPropertyKinds: FlagGroup = /* @__PURE__ */ values('FormPropertyKinds', {
  FPST_VANILLA,
  FPST_ENUM_PROP,
});

/** Processor of a form. */
export const MAPIFORM_CPU_X86 = 0x1;
/** Processor of a form. */
export const MAPIFORM_CPU_MIP = 0x2;
/** Processor of a form. */
export const MAPIFORM_CPU_AXP = 0x3;
/** Processor of a form. */
export const MAPIFORM_CPU_PPC = 0x4;
/** Processor of a form. */
export const MAPIFORM_CPU_M68 = 0x5;
/** Processor of a form. */
export const MAPIFORM_CPU_X64 = 0x6;
/** Each processor of a form, one at a time, with their names. */
export const FormProcessors: FlagGroup = /* @__PURE__ */ values('FormProcessors', {
  MAPIFORM_CPU_X86,
  MAPIFORM_CPU_MIP,
  MAPIFORM_CPU_AXP,
  MAPIFORM_CPU_PPC,
  MAPIFORM_CPU_M68,
  MAPIFORM_CPU_X64,
});

/** System of a form. */
export const MAPIFORM_OS_WIN_31 = 0x1;
/** System of a form. */
export const MAPIFORM_OS_WINNT_35 = 0x2;
/** System of a form. */
export const MAPIFORM_OS_WIN_95 = 0x3;
/** System of a form. */
export const MAPIFORM_OS_MAC_7x = 0x4;
/** System of a form. */
export const MAPIFORM_OS_WINNT_40 = 0x5;
/** System of a form. */
export const MAPIFORM_OS_WINNT_50 = 0x6;
/** System of a form. */
export const MAPIFORM_OS_WINNT_60 = 0x7;
/** Each system of a form, one at a time, with their names. */
export const FormSystems: FlagGroup = /* @__PURE__ */ values('FormSystems', {
  MAPIFORM_OS_WIN_31,
  MAPIFORM_OS_WINNT_35,
  MAPIFORM_OS_WIN_95,
  MAPIFORM_OS_MAC_7x,
  MAPIFORM_OS_WINNT_40,
  MAPIFORM_OS_WINNT_50,
  MAPIFORM_OS_WINNT_60,
});

/** Behaviour of a posted message. */
export const MAPI_MESSAGE_BEHAVIOR_IPM = 0x0;
/** Behaviour of a posted message. */
export const MAPI_MESSAGE_BEHAVIOR_FOLDER = 0x1;
/** Each behaviour of a posted message, one at a time, with their names. */
export const MessageBehaviours: FlagGroup = /* @__PURE__ */ values('MessageBehaviours', {
  MAPI_MESSAGE_BEHAVIOR_IPM,
  MAPI_MESSAGE_BEHAVIOR_FOLDER,
});
