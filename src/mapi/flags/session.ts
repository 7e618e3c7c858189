// Written by scripts/generate/mapi-flags.mjs from test/reference/mapi-constants.json; change the facts, not this file.
import { bits, type FlagGroup, values } from './flaggroup.js';
import { MAPI_UNICODE } from './objects.js';

/** Flag of MAPIInitialize. @spec mapiinit_0 */
export const MAPI_MULTITHREAD_NOTIFICATIONS = 0x1;
/** Flag of MAPIInitialize. @spec mapiinit_0 */
export const MAPI_NO_COINIT = 0x8;
/** Flag of MAPIInitialize (ABProviderInit, MAPILogonEx, MSProviderInit and 1 more). @spec mapiinit_0 */
export const MAPI_NT_SERVICE = 0x10000;
/** Each flag of MAPIInitialize, ORed together, with their names. @spec mapiinit_0 */
export const InitializeFlags: FlagGroup = /* @__PURE__ */ bits('InitializeFlags', {
  MAPI_MULTITHREAD_NOTIFICATIONS,
  MAPI_NO_COINIT,
  MAPI_NT_SERVICE,
});

/** Flag of MAPILogonEx (MAPIAddress, MAPIDetails, MAPILogon and 5 more). @spec mapilogonex */
export const MAPI_LOGON_UI = 0x1;
/** Flag of MAPILogonEx (MAPIAddress, MAPIDetails, MAPILogon and 5 more). @spec mapilogonex */
export const MAPI_NEW_SESSION = 0x2;
/** Flag of MAPILogonEx (MAPILogonEx). @spec mapilogonex */
export const MAPI_ALLOW_OTHERS = 0x8;
/** Flag of MAPILogonEx (MAPILogonEx). @spec mapilogonex */
export const MAPI_EXPLICIT_PROFILE = 0x10;
/** Flag of MAPILogonEx (MAPILogonEx). @spec mapilogonex */
export const MAPI_EXTENDED = 0x20;
/** Flag of MAPILogonEx (MAPILogonEx). @spec mapilogonex */
export const MAPI_USE_DEFAULT = 0x40;
/** Flag of MAPILogonEx (MAPILogon, MAPILogonEx). @spec mapilogonex */
export const MAPI_FORCE_DOWNLOAD = 0x1000;
/** Flag of MAPILogonEx (MAPILogonEx). @spec mapilogonex */
export const MAPI_SERVICE_UI_ALWAYS = 0x2000;
/** Flag of MAPILogonEx (MAPILogonEx). @spec mapilogonex */
export const MAPI_NO_MAIL = 0x8000;
/** Flag of MAPILogonEx (MAPILogon). @spec mapilogonex */
export const MAPI_PASSWORD_UI = 0x20000;
/** Flag of MAPILogonEx (MAPILogonEx). @spec mapilogonex */
export const MAPI_TIMEOUT_SHORT = 0x100000;
/** Flag of MAPILogonEx (MAPILogonEx). @spec mapilogonex */
export const MAPI_BG_SESSION = 0x200000;
/** Each flag of MAPILogonEx, ORed together, with their names. @spec mapilogonex */
export const LogonFlags: FlagGroup = /* @__PURE__ */ bits('LogonFlags', {
  MAPI_LOGON_UI,
  MAPI_NEW_SESSION,
  MAPI_ALLOW_OTHERS,
  MAPI_EXPLICIT_PROFILE,
  MAPI_EXTENDED,
  MAPI_USE_DEFAULT,
  MAPI_FORCE_DOWNLOAD,
  MAPI_SERVICE_UI_ALWAYS,
  MAPI_NO_MAIL,
  MAPI_NT_SERVICE,
  MAPI_PASSWORD_UI,
  MAPI_TIMEOUT_SHORT,
  MAPI_BG_SESSION,
  MAPI_UNICODE,
});

/** Flag of IMAPISession::Logoff (IMAPISession::Logoff). @spec imapisession-logoff */
export const MAPI_LOGOFF_SHARED = 0x1;
/** Flag of IMAPISession::Logoff (IMAPISession::Logoff). @spec imapisession-logoff */
export const MAPI_LOGOFF_UI = 0x2;
/** Each flag of IMAPISession::Logoff, ORed together, with their names. @spec imapisession-logoff */
export const LogoffFlags: FlagGroup = /* @__PURE__ */ bits('LogoffFlags', { MAPI_LOGOFF_SHARED, MAPI_LOGOFF_UI });

/** Flag of SetDefaultStore (IMAPISession::SetDefaultStore). @spec imapisession-setdefaultstore */
export const MAPI_DEFAULT_STORE = 0x1;
/** Flag of SetDefaultStore (IMAPISession::SetDefaultStore). @spec imapisession-setdefaultstore */
export const MAPI_SIMPLE_STORE_TEMPORARY = 0x2;
/** Flag of SetDefaultStore (IMAPISession::SetDefaultStore). @spec imapisession-setdefaultstore */
export const MAPI_SIMPLE_STORE_PERMANENT = 0x3;
/** Flag of SetDefaultStore (IMAPISession::SetDefaultStore). @spec imapisession-setdefaultstore */
export const MAPI_PRIMARY_STORE = 0x4;
/** Flag of SetDefaultStore (IMAPISession::SetDefaultStore). @spec imapisession-setdefaultstore */
export const MAPI_SECONDARY_STORE = 0x5;
/** Each flag of SetDefaultStore, ORed together, with their names. @spec imapisession-setdefaultstore */
export const DefaultStoreFlags: FlagGroup = /* @__PURE__ */ bits('DefaultStoreFlags', {
  MAPI_DEFAULT_STORE,
  MAPI_SIMPLE_STORE_TEMPORARY,
  MAPI_SIMPLE_STORE_PERMANENT,
  MAPI_PRIMARY_STORE,
  MAPI_SECONDARY_STORE,
});

/** Flag of CreateProfile (IProfAdmin::CreateProfile). @spec iprofadmin-createprofile */
export const MAPI_DEFAULT_SERVICES = 0x1;
/** Flag of CreateProfile (IProfAdmin::CopyProfile, IProfAdmin::CreateProfile, IProfAdmin::DeleteProfile and 3 more). @spec iprofadmin-createprofile */
export const MAPI_APP_PROFILE = 0x4;
/** Each flag of CreateProfile, ORed together, with their names. @spec iprofadmin-createprofile */
export const ProfileFlags: FlagGroup = /* @__PURE__ */ bits('ProfileFlags', {
  MAPI_DEFAULT_SERVICES,
  MAPI_APP_PROFILE,
});

/** Flag of OpenProfileSection (IMAPISession::OpenProfileSection, IMsgServiceAdmin::OpenProfileSection, IProviderAdmin::OpenProfileSection). @spec imapisession-openprofilesection */
export const MAPI_FORCE_ACCESS = 0x80000;
/** Each flag of OpenProfileSection, ORed together, with their names. @spec imapisession-openprofilesection */
export const ProfileSectionFlags: FlagGroup = /* @__PURE__ */ bits('ProfileSectionFlags', { MAPI_FORCE_ACCESS });

/** Flag of a message service. @spec pidtagresourceflags-canonical-property */
export const SERVICE_DEFAULT_STORE = 0x1;
/** Flag of a message service. @spec pidtagresourceflags-canonical-property */
export const SERVICE_SINGLE_COPY = 0x2;
/** Flag of a message service (IMsgServiceAdmin2::CreateMsgServiceEx, IMsgServiceAdmin::ConfigureMsgService, IMsgServiceAdmin::CopyMsgService and 2 more). @spec pidtagresourceflags-canonical-property */
export const SERVICE_UI_ALWAYS = 0x2;
/** Flag of a message service. @spec pidtagresourceflags-canonical-property */
export const SERVICE_CREATE_WITH_STORE = 0x4;
/** Flag of a message service. @spec pidtagresourceflags-canonical-property */
export const SERVICE_PRIMARY_IDENTITY = 0x8;
/** Flag of a message service (IMsgServiceAdmin2::CreateMsgServiceEx, IMsgServiceAdmin::ConfigureMsgService, IMsgServiceAdmin::CreateMsgService and 1 more). @spec pidtagresourceflags-canonical-property */
export const SERVICE_UI_ALLOWED = 0x10;
/** Flag of a message service. @spec pidtagresourceflags-canonical-property */
export const SERVICE_LOGON_FAILED = 0x20;
/** Flag of a message service. @spec pidtagresourceflags-canonical-property */
export const SERVICE_NO_PRIMARY_IDENTITY = 0x20;
/** Flag of a message service (IMsgServiceAdmin2::CreateMsgServiceEx, IMsgServiceAdmin::CreateMsgService). @spec pidtagresourceflags-canonical-property */
export const SERVICE_NO_RESTART_WARNING = 0x80;
/** Each flag of a message service, ORed together, with their names. @spec pidtagresourceflags-canonical-property */
export const ServiceFlags: FlagGroup = /* @__PURE__ */ bits('ServiceFlags', {
  SERVICE_DEFAULT_STORE,
  SERVICE_SINGLE_COPY,
  SERVICE_UI_ALWAYS,
  SERVICE_CREATE_WITH_STORE,
  SERVICE_PRIMARY_IDENTITY,
  SERVICE_UI_ALLOWED,
  SERVICE_LOGON_FAILED,
  SERVICE_NO_PRIMARY_IDENTITY,
  SERVICE_NO_RESTART_WARNING,
});

/** Resource flag. @spec pidtagresourceflags-canonical-property */
export const STATUS_DEFAULT_OUTBOUND = 0x1;
/** Resource flag. @spec pidtagresourceflags-canonical-property */
export const STATUS_DEFAULT_STORE = 0x2;
/** Resource flag. @spec pidtagresourceflags-canonical-property */
export const STATUS_PRIMARY_IDENTITY = 0x4;
/** Resource flag. @spec pidtagresourceflags-canonical-property */
export const STATUS_SIMPLE_STORE = 0x8;
/** Resource flag. @spec pidtagresourceflags-canonical-property */
export const STATUS_XP_PREFER_LAST = 0x10;
/** Resource flag. @spec pidtagresourceflags-canonical-property */
export const STATUS_NO_PRIMARY_IDENTITY = 0x20;
/** Resource flag. @spec pidtagresourceflags-canonical-property */
export const STATUS_NO_DEFAULT_STORE = 0x40;
/** Resource flag. @spec pidtagresourceflags-canonical-property */
export const STATUS_TEMP_SECTION = 0x80;
/** Resource flag. @spec pidtagresourceflags-canonical-property */
export const STATUS_OWN_STORE = 0x100;
/** Resource flag. @spec pidtagresourceflags-canonical-property */
export const STATUS_NEED_IPM_TREE = 0x800;
/** Resource flag. @spec pidtagresourceflags-canonical-property */
export const STATUS_PRIMARY_STORE = 0x1000;
/** Resource flag. @spec pidtagresourceflags-canonical-property */
export const STATUS_SECONDARY_STORE = 0x2000;
/** Each resource flag, ORed together, with their names. @spec pidtagresourceflags-canonical-property */
export const ResourceFlags: FlagGroup = /* @__PURE__ */ bits('ResourceFlags', {
  STATUS_DEFAULT_OUTBOUND,
  STATUS_DEFAULT_STORE,
  STATUS_PRIMARY_IDENTITY,
  STATUS_SIMPLE_STORE,
  STATUS_XP_PREFER_LAST,
  STATUS_NO_PRIMARY_IDENTITY,
  STATUS_NO_DEFAULT_STORE,
  STATUS_TEMP_SECTION,
  STATUS_OWN_STORE,
  STATUS_NEED_IPM_TREE,
  STATUS_PRIMARY_STORE,
  STATUS_SECONDARY_STORE,
});

/** Resource type. @spec pidtagresourcetype-canonical-property */
export const MAPI_STORE_PROVIDER = 0x21;
/** Resource type. @spec pidtagresourcetype-canonical-property */
export const MAPI_AB = 0x22;
/** Resource type. @spec pidtagresourcetype-canonical-property */
export const MAPI_AB_PROVIDER = 0x23;
/** Resource type. @spec pidtagresourcetype-canonical-property */
export const MAPI_TRANSPORT_PROVIDER = 0x24;
/** Resource type. @spec pidtagresourcetype-canonical-property */
export const MAPI_SPOOLER = 0x25;
/** Resource type. @spec pidtagresourcetype-canonical-property */
export const MAPI_PROFILE_PROVIDER = 0x26;
/** Resource type. @spec pidtagresourcetype-canonical-property */
export const MAPI_SUBSYSTEM = 0x27;
/** Resource type. @spec pidtagresourcetype-canonical-property */
export const MAPI_HOOK_PROVIDER = 0x28;
/** Each resource type, one at a time, with their names. @spec pidtagresourcetype-canonical-property */
export const ResourceTypes: FlagGroup = /* @__PURE__ */ values('ResourceTypes', {
  MAPI_STORE_PROVIDER,
  MAPI_AB,
  MAPI_AB_PROVIDER,
  MAPI_TRANSPORT_PROVIDER,
  MAPI_SPOOLER,
  MAPI_PROFILE_PROVIDER,
  MAPI_SUBSYSTEM,
  MAPI_HOOK_PROVIDER,
});

/** Flag of ConfigureMsgService (IMAPIStatus::SettingsDialog). @spec imsgserviceadmin-configuremsgservice */
export const UI_READONLY = 0x1;
/** Flag of ConfigureMsgService. @spec imsgserviceadmin-configuremsgservice */
export const UI_SERVICE = 0x2;
/** Flag of ConfigureMsgService (MSGSERVICEENTRY). @spec imsgserviceadmin-configuremsgservice */
export const UI_CURRENT_PROVIDER_FIRST = 0x4;
/** Each flag of ConfigureMsgService, ORed together, with their names. @spec imsgserviceadmin-configuremsgservice */
export const ServiceUiFlags: FlagGroup = /* @__PURE__ */ bits('ServiceUiFlags', {
  UI_READONLY,
  UI_SERVICE,
  UI_CURRENT_PROVIDER_FIRST,
});

/** Flag of the profile wizard (LAUNCHWIZARDENTRY). @spec launchwizardentry */
export const MAPI_PW_FIRST_PROFILE = 0x1;
/** Flag of the profile wizard (LAUNCHWIZARDENTRY). @spec launchwizardentry */
export const MAPI_PW_LAUNCHED_BY_CONFIG = 0x2;
/** Flag of the profile wizard (LAUNCHWIZARDENTRY). @spec launchwizardentry */
export const MAPI_PW_ADD_SERVICE_ONLY = 0x4;
/** Flag of the profile wizard (LAUNCHWIZARDENTRY). @spec launchwizardentry */
export const MAPI_PW_PROVIDER_UI_ONLY = 0x8;
/** Flag of the profile wizard (LAUNCHWIZARDENTRY). @spec launchwizardentry */
export const MAPI_PW_HIDE_SERVICES_LIST = 0x10;
/** Each flag of the profile wizard, ORed together, with their names. @spec launchwizardentry */
export const WizardFlags: FlagGroup = /* @__PURE__ */ bits('WizardFlags', {
  MAPI_PW_FIRST_PROFILE,
  MAPI_PW_LAUNCHED_BY_CONFIG,
  MAPI_PW_ADD_SERVICE_ONLY,
  MAPI_PW_PROVIDER_UI_ONLY,
  MAPI_PW_HIDE_SERVICES_LIST,
});

/** Flag of HrValidateIPMSubtree (HrValidateIPMSubtree). @spec hrvalidateipmsubtree */
export const MAPI_FORCE_CREATE = 0x1;
/** Flag of HrValidateIPMSubtree (HrValidateIPMSubtree). @spec hrvalidateipmsubtree */
export const MAPI_FULL_IPM_TREE = 0x2;
/** Each flag of HrValidateIPMSubtree, ORed together, with their names. @spec hrvalidateipmsubtree */
export const TopFoldersFlags: FlagGroup = /* @__PURE__ */ bits('TopFoldersFlags', {
  MAPI_FORCE_CREATE,
  MAPI_FULL_IPM_TREE,
});

/** Version of a structure or interface. */
export const MAPI_INIT_VERSION = 0x0;
/** Version of a structure or interface. */
export const MAPI_ERROR_VERSION = 0x0;
/** Version of a structure or interface. */
export const PDK1_SPI_VERSION = 0x10000;
/** Version of a structure or interface. */
export const PDK2_SPI_VERSION = 0x10008;
/** Version of a structure or interface. */
export const CURRENT_SPI_VERSION = 0x10010;
/** Version of a structure or interface. */
export const PDK3_SPI_VERSION = 0x10010;
/** Each version of a structure or interface, one at a time, with their names. */
export const InterfaceVersions: FlagGroup = /* @__PURE__ */ values('InterfaceVersions', {
  MAPI_INIT_VERSION,
  MAPI_ERROR_VERSION,
  PDK1_SPI_VERSION,
  PDK2_SPI_VERSION,
  CURRENT_SPI_VERSION,
  PDK3_SPI_VERSION,
});

/** Longest name, with its end. @spec iprofadmin-createprofile */
export const cchProfileNameMax = 0x40;
/** Longest name, with its end. @spec iprofadmin-createprofile */
export const cchProfilePassMax = 0x40;
/** Each longest name, with its end, one at a time, with their names. @spec iprofadmin-createprofile */
export const ProfileNameLimits: FlagGroup = /* @__PURE__ */ values('ProfileNameLimits', {
  cchProfileNameMax,
  cchProfilePassMax,
});
