// Written by scripts/generate/mapi-flags.mjs from test/reference/mapi-constants.json; change the facts, not this file.
import { bits, type FlagGroup, values } from './flaggroup.js';

/** Object type. @spec pidtagobjecttype-canonical-property */
export const MAPI_STORE = 0x1;
/** Object type. @spec pidtagobjecttype-canonical-property */
export const MAPI_ADDRBOOK = 0x2;
/** Object type. @spec pidtagobjecttype-canonical-property */
export const MAPI_FOLDER = 0x3;
/** Object type. @spec pidtagobjecttype-canonical-property */
export const MAPI_ABCONT = 0x4;
/** Object type. @spec pidtagobjecttype-canonical-property */
export const MAPI_MESSAGE = 0x5;
/** Object type. @spec pidtagobjecttype-canonical-property */
export const MAPI_MAILUSER = 0x6;
/** Object type. @spec pidtagobjecttype-canonical-property */
export const MAPI_ATTACH = 0x7;
/** Object type. @spec pidtagobjecttype-canonical-property */
export const MAPI_DISTLIST = 0x8;
/** Object type. @spec pidtagobjecttype-canonical-property */
export const MAPI_PROFSECT = 0x9;
/** Object type. @spec pidtagobjecttype-canonical-property */
export const MAPI_STATUS = 0xa;
/** Object type. @spec pidtagobjecttype-canonical-property */
export const MAPI_SESSION = 0xb;
/** Object type. @spec pidtagobjecttype-canonical-property */
export const MAPI_FORMINFO = 0xc;
/** Each object type, one at a time, with their names. @spec pidtagobjecttype-canonical-property */
export const ObjectTypes: FlagGroup = /* @__PURE__ */ values('ObjectTypes', {
  MAPI_STORE,
  MAPI_ADDRBOOK,
  MAPI_FOLDER,
  MAPI_ABCONT,
  MAPI_MESSAGE,
  MAPI_MAILUSER,
  MAPI_ATTACH,
  MAPI_DISTLIST,
  MAPI_PROFSECT,
  MAPI_STATUS,
  MAPI_SESSION,
  MAPI_FORMINFO,
});

/** Flag of opening (HrOpenABEntryUsingDefaultContext, HrOpenABEntryWithExchangeContext, HrOpenABEntryWithProviderUID and 19 more). @spec imapiprop-openproperty */
export const MAPI_MODIFY = 0x1;
/** Flag of opening (IMAPIProp::GetIDsFromNames, IMAPIProp::OpenProperty, ITnef::OpenTaggedBody). @spec imapiprop-openproperty */
export const MAPI_CREATE = 0x2;
/** Flag of opening. @spec imapiprop-openproperty */
export const STREAM_APPEND = 0x4;
/** Flag of opening (HrOpenABEntryUsingDefaultContext, HrOpenABEntryWithExchangeContext, HrOpenABEntryWithProviderUID and 29 more). @spec imapiprop-openproperty */
export const MAPI_DEFERRED_ERRORS = 0x8;
/** Flag of opening (HrOpenABEntryUsingDefaultContext, HrOpenABEntryWithExchangeContext, HrOpenABEntryWithProviderUID and 10 more). @spec imapiprop-openproperty */
export const MAPI_BEST_ACCESS = 0x10;
/** Flag of opening (HrOpenABEntryUsingDefaultContext, HrOpenABEntryWithExchangeContext, HrOpenABEntryWithProviderUID and 3 more). @spec imapiprop-openproperty */
export const MAPI_NO_CACHE = 0x200;
/** Flag of opening (HrOpenABEntryUsingDefaultContext, HrOpenABEntryWithExchangeContext, HrOpenABEntryWithProviderUID and 8 more). @spec imapiprop-openproperty */
export const MAPI_CACHE_ONLY = 0x4000;
/** Flag of opening (BuildDisplayTable, HrDoABDetailsWithExchangeContext, HrDoABDetailsWithProviderUID and 75 more). @spec imapiprop-openproperty */
export const MAPI_UNICODE = 0x80000000;
/** Each flag of opening, ORed together, with their names. @spec imapiprop-openproperty */
export const OpenFlags: FlagGroup = /* @__PURE__ */ bits('OpenFlags', {
  MAPI_MODIFY,
  MAPI_CREATE,
  STREAM_APPEND,
  MAPI_DEFERRED_ERRORS,
  MAPI_BEST_ACCESS,
  MAPI_NO_CACHE,
  MAPI_CACHE_ONLY,
  MAPI_UNICODE,
});

/** Flag of SaveChanges (IMAPIProp::SaveChanges). @spec imapiprop-savechanges */
export const KEEP_OPEN_READONLY = 0x1;
/** Flag of SaveChanges (IMAPIProp::SaveChanges). @spec imapiprop-savechanges */
export const KEEP_OPEN_READWRITE = 0x2;
/** Flag of SaveChanges (IMAPIProp::SaveChanges). @spec imapiprop-savechanges */
export const FORCE_SAVE = 0x4;
/** Flag of SaveChanges (IMAPIProp::SaveChanges). @spec imapiprop-savechanges */
export const SPAMFILTER_ONSAVE = 0x80;
/** Flag of SaveChanges (IMAPIFolder::CreateMessage). @spec imapiprop-savechanges */
export const ITEMPROC_FORCE = 0x800;
/** Flag of SaveChanges (IMAPIProp::SaveChanges). @spec imapiprop-savechanges */
export const NON_EMS_XP_SAVE = 0x1000;
/** Each flag of SaveChanges, ORed together, with their names. @spec imapiprop-savechanges */
export const SaveFlags: FlagGroup = /* @__PURE__ */ bits('SaveFlags', {
  KEEP_OPEN_READONLY,
  KEEP_OPEN_READWRITE,
  FORCE_SAVE,
  MAPI_DEFERRED_ERRORS,
  SPAMFILTER_ONSAVE,
  ITEMPROC_FORCE,
  NON_EMS_XP_SAVE,
});

/** Flag of CopyTo and CopyProps (IMAPIProp::CopyProps, IMAPIProp::CopyTo, IMAPISupport::DoCopyProps and 1 more). @spec imapiprop-copyto */
export const MAPI_MOVE = 0x1;
/** Flag of CopyTo and CopyProps (IMAPIProp::CopyProps, IMAPIProp::CopyTo, IMAPISupport::DoCopyProps and 1 more). @spec imapiprop-copyto */
export const MAPI_NOREPLACE = 0x2;
/** Flag of CopyTo and CopyProps (IMAPIFolder::CopyFolder, IMAPIFolder::CopyMessages, IMAPIProp::CopyProps and 1 more). @spec imapiprop-copyto */
export const MAPI_DECLINE_OK = 0x4;
/** Flag of CopyTo and CopyProps (IAddrBook::ResolveName, IMAPIFormContainer::InstallForm, IMAPIFormMgr::CreateForm and 13 more). @spec imapiprop-copyto */
export const MAPI_DIALOG = 0x8;
/** Each flag of CopyTo and CopyProps, ORed together, with their names. @spec imapiprop-copyto */
export const CopyFlags: FlagGroup = /* @__PURE__ */ bits('CopyFlags', {
  MAPI_MOVE,
  MAPI_NOREPLACE,
  MAPI_DECLINE_OK,
  MAPI_DIALOG,
});

/** Flag of GetNamesFromIDs (IMAPIProp::GetNamesFromIDs). @spec imapiprop-getnamesfromids */
export const MAPI_NO_STRINGS = 0x1;
/** Flag of GetNamesFromIDs (IMAPIProp::GetNamesFromIDs). @spec imapiprop-getnamesfromids */
export const MAPI_NO_IDS = 0x2;
/** Each flag of GetNamesFromIDs, ORed together, with their names. @spec imapiprop-getnamesfromids */
export const NameFlags: FlagGroup = /* @__PURE__ */ bits('NameFlags', { MAPI_NO_STRINGS, MAPI_NO_IDS });

/** Access right. @spec pidtagaccess-canonical-property */
export const MAPI_ACCESS_MODIFY = 0x1;
/** Access right. @spec pidtagaccess-canonical-property */
export const MAPI_ACCESS_READ = 0x2;
/** Access right. @spec pidtagaccess-canonical-property */
export const MAPI_ACCESS_DELETE = 0x4;
/** Access right. @spec pidtagaccess-canonical-property */
export const MAPI_ACCESS_CREATE_HIERARCHY = 0x8;
/** Access right. @spec pidtagaccess-canonical-property */
export const MAPI_ACCESS_CREATE_CONTENTS = 0x10;
/** Access right. @spec pidtagaccess-canonical-property */
export const MAPI_ACCESS_CREATE_ASSOCIATED = 0x20;
/** Each access right, ORed together, with their names. @spec pidtagaccess-canonical-property */
export const AccessRights: FlagGroup = /* @__PURE__ */ bits('AccessRights', {
  MAPI_ACCESS_MODIFY,
  MAPI_ACCESS_READ,
  MAPI_ACCESS_DELETE,
  MAPI_ACCESS_CREATE_HIERARCHY,
  MAPI_ACCESS_CREATE_CONTENTS,
  MAPI_ACCESS_CREATE_ASSOCIATED,
});

/** Property attribute. */
export const PROPATTR_MANDATORY = 0x1;
/** Property attribute. */
export const PROPATTR_READABLE = 0x2;
/** Property attribute. */
export const PROPATTR_WRITEABLE = 0x4;
/** Property attribute. */
export const PROPATTR_NOT_PRESENT = 0x8;
/** Each property attribute, ORed together, with their names. */
export const PropertyAttributes: FlagGroup = /* @__PURE__ */ bits('PropertyAttributes', {
  PROPATTR_MANDATORY,
  PROPATTR_READABLE,
  PROPATTR_WRITEABLE,
  PROPATTR_NOT_PRESENT,
});

/** Access to a property of IPropData (IPropData::HrGetPropAccess, IPropData::HrSetObjAccess, IPropData::HrSetPropAccess). @spec ipropdata-hrsetobjaccess */
export const IPROP_READONLY = 0x1;
/** Access to a property of IPropData (IPropData::HrGetPropAccess, IPropData::HrSetObjAccess, IPropData::HrSetPropAccess). @spec ipropdata-hrsetobjaccess */
export const IPROP_READWRITE = 0x2;
/** Access to a property of IPropData. @spec ipropdata-hrsetobjaccess */
export const IPROP_CLEAN = 0x10000;
/** Access to a property of IPropData. @spec ipropdata-hrsetobjaccess */
export const IPROP_DIRTY = 0x20000;
/** Each access to a property of IPropData, ORed together, with their names. @spec ipropdata-hrsetobjaccess */
export const PropDataAccess: FlagGroup = /* @__PURE__ */ bits('PropDataAccess', {
  IPROP_READONLY,
  IPROP_READWRITE,
  IPROP_CLEAN,
  IPROP_DIRTY,
});

/** Flag of OpenIMsgOnIStg (OpenIMsgOnIStg). @spec openimsgonistg */
export const IMSG_NO_ISTG_COMMIT = 0x1;
/** Each flag of OpenIMsgOnIStg, ORed together, with their names. @spec openimsgonistg */
export const MessageOnStorageFlags: FlagGroup = /* @__PURE__ */ bits('MessageOnStorageFlags', { IMSG_NO_ISTG_COMMIT });

/** Flag of OpenStreamOnFile (OpenStreamOnFile, OpenStreamOnFileW). @spec openstreamonfile */
export const SOF_UNIQUEFILENAME = 0x80000000;
/** Each flag of OpenStreamOnFile, ORed together, with their names. @spec openstreamonfile */
export const StreamOnFileFlags: FlagGroup = /* @__PURE__ */ bits('StreamOnFileFlags', { SOF_UNIQUEFILENAME });

/** First byte of an entry identifier. @spec entryid */
export const MAPI_NOTRESERVED = 0x8;
/** First byte of an entry identifier. @spec entryid */
export const MAPI_NOW = 0x10;
/** First byte of an entry identifier. @spec entryid */
export const MAPI_THISSESSION = 0x20;
/** First byte of an entry identifier. @spec entryid */
export const MAPI_NOTRECIP = 0x40;
/** First byte of an entry identifier. @spec entryid */
export const MAPI_SHORTTERM = 0x80;
/** Each first byte of an entry identifier, ORed together, with their names. @spec entryid */
export const EntryIdFlags: FlagGroup = /* @__PURE__ */ bits('EntryIdFlags', {
  MAPI_NOTRESERVED,
  MAPI_NOW,
  MAPI_THISSESSION,
  MAPI_NOTRECIP,
  MAPI_SHORTTERM,
});

/** Flag of a compound entry identifier. @spec entryid */
export const MAPI_COMPOUND = 0x80;
/** Each flag of a compound entry identifier, ORed together, with their names. @spec entryid */
export const CompoundEntryIdFlags: FlagGroup = /* @__PURE__ */ bits('CompoundEntryIdFlags', { MAPI_COMPOUND });
