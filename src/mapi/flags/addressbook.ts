// Written by scripts/generate/mapi-flags.mjs from test/reference/mapi-constants.json; change the facts, not this file.
import { bits, type FlagGroup, values } from './flaggroup.js';

/** Display type. @spec pidtagdisplaytype-canonical-property */
export const DT_MAILUSER = 0x0;
/** Display type. @spec pidtagdisplaytype-canonical-property */
export const DT_DISTLIST = 0x1;
/** Display type. @spec pidtagdisplaytype-canonical-property */
export const DT_FORUM = 0x2;
/** Display type. @spec pidtagdisplaytype-canonical-property */
export const DT_AGENT = 0x3;
/** Display type. @spec pidtagdisplaytype-canonical-property */
export const DT_ORGANIZATION = 0x4;
/** Display type. @spec pidtagdisplaytype-canonical-property */
export const DT_PRIVATE_DISTLIST = 0x5;
/** Display type. @spec pidtagdisplaytype-canonical-property */
export const DT_REMOTE_MAILUSER = 0x6;
/** Display type. @spec pidtagdisplaytype-canonical-property */
export const DT_ROOM = 0x7;
/** Display type. @spec pidtagdisplaytype-canonical-property */
export const DT_EQUIPMENT = 0x8;
/** Display type. @spec pidtagdisplaytype-canonical-property */
export const DT_SEC_DISTLIST = 0x9;
/** Display type. @spec pidtagdisplaytype-canonical-property */
export const DT_MODIFIABLE = 0x10000;
/** Display type. @spec pidtagdisplaytype-canonical-property */
export const DT_GLOBAL = 0x20000;
/** Display type. @spec pidtagdisplaytype-canonical-property */
export const DT_LOCAL = 0x30000;
/** Display type. @spec pidtagdisplaytype-canonical-property */
export const DT_WAN = 0x40000;
/** Display type. @spec pidtagdisplaytype-canonical-property */
export const DT_NOT_SPECIFIC = 0x50000;
/** Display type. @spec pidtagdisplaytype-canonical-property */
export const DT_FOLDER = 0x1000000;
/** Display type. @spec pidtagdisplaytype-canonical-property */
export const DT_FOLDER_LINK = 0x2000000;
/** Display type. @spec pidtagdisplaytype-canonical-property */
export const DT_FOLDER_SPECIAL = 0x4000000;
/** Each display type, one at a time, with their names. @spec pidtagdisplaytype-canonical-property */
export const DisplayTypes: FlagGroup = /* @__PURE__ */ values('DisplayTypes', {
  DT_MAILUSER,
  DT_DISTLIST,
  DT_FORUM,
  DT_AGENT,
  DT_ORGANIZATION,
  DT_PRIVATE_DISTLIST,
  DT_REMOTE_MAILUSER,
  DT_ROOM,
  DT_EQUIPMENT,
  DT_SEC_DISTLIST,
  DT_MODIFIABLE,
  DT_GLOBAL,
  DT_LOCAL,
  DT_WAN,
  DT_NOT_SPECIFIC,
  DT_FOLDER,
  DT_FOLDER_LINK,
  DT_FOLDER_SPECIAL,
});

/** Part of the extended display type. @spec pidtagdisplaytypeex-canonical-property */
export const DTE_MASK_LOCAL = 0xff;
/** Part of the extended display type. @spec pidtagdisplaytypeex-canonical-property */
export const DTE_MASK_REMOTE = 0xff00;
/** Part of the extended display type. @spec pidtagdisplaytypeex-canonical-property */
export const DTE_FLAG_ACL_CAPABLE = 0x40000000;
/** Part of the extended display type. @spec pidtagdisplaytypeex-canonical-property */
export const DTE_FLAG_REMOTE_VALID = 0x80000000;
/** Each part of the extended display type, ORed together, with their names. @spec pidtagdisplaytypeex-canonical-property */
export const ExtendedDisplayTypes: FlagGroup = /* @__PURE__ */ bits('ExtendedDisplayTypes', {
  DTE_MASK_LOCAL,
  DTE_MASK_REMOTE,
  DTE_FLAG_ACL_CAPABLE,
  DTE_FLAG_REMOTE_VALID,
});

/** Container flag. @spec pidtagcontainerflags-canonical-property */
export const AB_RECIPIENTS = 0x1;
/** Container flag. @spec pidtagcontainerflags-canonical-property */
export const AB_SUBCONTAINERS = 0x2;
/** Container flag. @spec pidtagcontainerflags-canonical-property */
export const AB_MODIFIABLE = 0x4;
/** Container flag. @spec pidtagcontainerflags-canonical-property */
export const AB_UNMODIFIABLE = 0x8;
/** Container flag. @spec pidtagcontainerflags-canonical-property */
export const AB_FIND_ON_OPEN = 0x10;
/** Container flag. @spec pidtagcontainerflags-canonical-property */
export const AB_NOT_DEFAULT = 0x20;
/** Container flag (IAddrBook::ResolveName). @spec pidtagcontainerflags-canonical-property */
export const AB_UNICODEUI = 0x40;
/** Each container flag, ORed together, with their names. @spec pidtagcontainerflags-canonical-property */
export const ContainerFlags: FlagGroup = /* @__PURE__ */ bits('ContainerFlags', {
  AB_RECIPIENTS,
  AB_SUBCONTAINERS,
  AB_MODIFIABLE,
  AB_UNMODIFIABLE,
  AB_FIND_ON_OPEN,
  AB_NOT_DEFAULT,
  AB_UNICODEUI,
});

/** Flag of the address book (IABContainer::CopyEntries, IABProvider::Logon, IDistList::CopyEntries and 1 more). @spec imapisession-openaddressbook */
export const AB_NO_DIALOG = 0x1;
/** Each flag of the address book, ORed together, with their names. @spec imapisession-openaddressbook */
export const AddressBookFlags: FlagGroup = /* @__PURE__ */ bits('AddressBookFlags', { AB_NO_DIALOG });

/** Flag of the address dialogue (HrDoABDetailsWithExchangeContext, HrDoABDetailsWithProviderUID, HrOpenABEntryWithProviderUIDSupport and 3 more). @spec adrparm */
export const DIALOG_MODAL = 0x1;
/** Flag of the address dialogue (HrDoABDetailsWithExchangeContext, HrDoABDetailsWithProviderUID, HrOpenABEntryWithProviderUIDSupport and 3 more). @spec adrparm */
export const DIALOG_SDI = 0x2;
/** Flag of the address dialogue. @spec adrparm */
export const DIALOG_OPTIONS = 0x4;
/** Flag of the address dialogue. @spec adrparm */
export const ADDRESS_ONE = 0x8;
/** Flag of the address dialogue. @spec adrparm */
export const AB_SELECTONLY = 0x10;
/** Flag of the address dialogue. @spec adrparm */
export const AB_RESOLVE = 0x20;
/** Each flag of the address dialogue, ORed together, with their names. @spec adrparm */
export const AddressDialogFlags: FlagGroup = /* @__PURE__ */ bits('AddressDialogFlags', {
  DIALOG_MODAL,
  DIALOG_SDI,
  DIALOG_OPTIONS,
  ADDRESS_ONE,
  AB_SELECTONLY,
  AB_RESOLVE,
});

/** How far a name was resolved (IABContainer::ResolveNames, IDistList::ResolveNames). @spec iabcontainer-resolvenames */
export const MAPI_UNRESOLVED = 0x0;
/** How far a name was resolved (IABContainer::ResolveNames, IDistList::ResolveNames). @spec iabcontainer-resolvenames */
export const MAPI_AMBIGUOUS = 0x1;
/** How far a name was resolved (IABContainer::ResolveNames, IDistList::ResolveNames). @spec iabcontainer-resolvenames */
export const MAPI_RESOLVED = 0x2;
/** Each how far a name was resolved, one at a time, with their names. @spec iabcontainer-resolvenames */
export const ResolveFlags: FlagGroup = /* @__PURE__ */ values('ResolveFlags', {
  MAPI_UNRESOLVED,
  MAPI_AMBIGUOUS,
  MAPI_RESOLVED,
});

/** Flag of CreateEntry (IABContainer::CopyEntries, IABContainer::CreateEntry, IDistList::CopyEntries and 1 more). @spec iabcontainer-createentry */
export const CREATE_CHECK_DUP_STRICT = 0x1;
/** Flag of CreateEntry (IABContainer::CopyEntries, IABContainer::CreateEntry, IDistList::CopyEntries and 1 more). @spec iabcontainer-createentry */
export const CREATE_CHECK_DUP_LOOSE = 0x2;
/** Flag of CreateEntry (IABContainer::CopyEntries, IABContainer::CreateEntry, IDistList::CopyEntries and 1 more). @spec iabcontainer-createentry */
export const CREATE_REPLACE = 0x4;
/** Each flag of CreateEntry, ORed together, with their names. @spec iabcontainer-createentry */
export const CreateEntryFlags: FlagGroup = /* @__PURE__ */ bits('CreateEntryFlags', {
  CREATE_CHECK_DUP_STRICT,
  CREATE_CHECK_DUP_LOOSE,
  CREATE_REPLACE,
});

/** Flag of NewEntry (IAddrBook::CreateOneOff, IMAPISupport::CreateOneOff). @spec imapisupport-createoneoff */
export const MAPI_SEND_NO_RICH_INFO = 0x10000;
/** Each flag of NewEntry, ORed together, with their names. @spec imapisupport-createoneoff */
export const NewEntryFlags: FlagGroup = /* @__PURE__ */ bits('NewEntryFlags', { MAPI_SEND_NO_RICH_INFO });

/** Flag of a one-off entry identifier. */
export const MAPI_ONE_OFF_NO_RICH_INFO = 0x1;
/** Flag of a one-off entry identifier. */
export const MAPI_ONE_OFF_UNICODE = 0x8000;
/** Each flag of a one-off entry identifier, ORed together, with their names. */
export const OneOffFlags: FlagGroup = /* @__PURE__ */ bits('OneOffFlags', {
  MAPI_ONE_OFF_NO_RICH_INFO,
  MAPI_ONE_OFF_UNICODE,
});

/** Flag of a template (IABLogon::OpenTemplateID, IMAPISupport::OpenTemplateID). @spec iablogon-opentemplateid */
export const FILL_ENTRY = 0x1;
/** Each flag of a template, ORed together, with their names. @spec iablogon-opentemplateid */
export const FillEntryFlags: FlagGroup = /* @__PURE__ */ bits('FillEntryFlags', { FILL_ENTRY });
