// Written by scripts/generate/mapi-flags.mjs from test/reference/mapi-constants.json; change the facts, not this file.
import { bits, type FlagGroup } from './flaggroup.js';

/** Ability of a store. @spec pidtagstoresupportmask-canonical-property */
export const STORE_ENTRYID_UNIQUE = 0x1;
/** Ability of a store. @spec pidtagstoresupportmask-canonical-property */
export const STORE_READONLY = 0x2;
/** Ability of a store. @spec pidtagstoresupportmask-canonical-property */
export const STORE_SEARCH_OK = 0x4;
/** Ability of a store. @spec pidtagstoresupportmask-canonical-property */
export const STORE_MODIFY_OK = 0x8;
/** Ability of a store. @spec pidtagstoresupportmask-canonical-property */
export const STORE_CREATE_OK = 0x10;
/** Ability of a store. @spec pidtagstoresupportmask-canonical-property */
export const STORE_ATTACH_OK = 0x20;
/** Ability of a store. @spec pidtagstoresupportmask-canonical-property */
export const STORE_OLE_OK = 0x40;
/** Ability of a store. @spec pidtagstoresupportmask-canonical-property */
export const STORE_SUBMIT_OK = 0x80;
/** Ability of a store. @spec pidtagstoresupportmask-canonical-property */
export const STORE_NOTIFY_OK = 0x100;
/** Ability of a store. @spec pidtagstoresupportmask-canonical-property */
export const STORE_MV_PROPS_OK = 0x200;
/** Ability of a store. @spec pidtagstoresupportmask-canonical-property */
export const STORE_CATEGORIZE_OK = 0x400;
/** Ability of a store. @spec pidtagstoresupportmask-canonical-property */
export const STORE_RTF_OK = 0x800;
/** Ability of a store. @spec pidtagstoresupportmask-canonical-property */
export const STORE_RESTRICTION_OK = 0x1000;
/** Ability of a store. @spec pidtagstoresupportmask-canonical-property */
export const STORE_SORT_OK = 0x2000;
/** Ability of a store. @spec pidtagstoresupportmask-canonical-property */
export const STORE_PUBLIC_FOLDERS = 0x4000;
/** Ability of a store (WrapCompressedRTFStream). @spec pidtagstoresupportmask-canonical-property */
export const STORE_UNCOMPRESSED_RTF = 0x8000;
/** Ability of a store. @spec pidtagstoresupportmask-canonical-property */
export const STORE_HTML_OK = 0x10000;
/** Ability of a store. @spec pidtagstoresupportmask-canonical-property */
export const STORE_ANSI_OK = 0x20000;
/** Ability of a store. @spec pidtagstoresupportmask-canonical-property */
export const STORE_UNICODE_OK = 0x40000;
/** Ability of a store. @spec pidtagstoresupportmask-canonical-property */
export const STORE_LOCALSTORE = 0x80000;
/** Ability of a store. @spec pidtagstoresupportmask-canonical-property */
export const STORE_ITEMPROC = 0x200000;
/** Ability of a store. @spec pidtagstoresupportmask-canonical-property */
export const STORE_PUSHER_OK = 0x800000;
/** Ability of a store. @spec pidtagstoresupportmask-canonical-property */
export const STORE_HAS_SEARCHES = 0x1000000;
/** Ability of a store. @spec pidtagstoresupportmask-canonical-property */
export const STORE_FULLTEXT_QUERY_OK = 0x2000000;
/** Ability of a store. @spec pidtagstoresupportmask-canonical-property */
export const STORE_FILTER_SEARCH_OK = 0x4000000;
/** Ability of a store. @spec pidtagstoresupportmask-canonical-property */
export const STORE_RULES_OK = 0x10000000;
/** Each ability of a store, ORed together, with their names. @spec pidtagstoresupportmask-canonical-property */
export const StoreSupport: FlagGroup = /* @__PURE__ */ bits('StoreSupport', {
  STORE_ENTRYID_UNIQUE,
  STORE_READONLY,
  STORE_SEARCH_OK,
  STORE_MODIFY_OK,
  STORE_CREATE_OK,
  STORE_ATTACH_OK,
  STORE_OLE_OK,
  STORE_SUBMIT_OK,
  STORE_NOTIFY_OK,
  STORE_MV_PROPS_OK,
  STORE_CATEGORIZE_OK,
  STORE_RTF_OK,
  STORE_RESTRICTION_OK,
  STORE_SORT_OK,
  STORE_PUBLIC_FOLDERS,
  STORE_UNCOMPRESSED_RTF,
  STORE_HTML_OK,
  STORE_ANSI_OK,
  STORE_UNICODE_OK,
  STORE_LOCALSTORE,
  STORE_ITEMPROC,
  STORE_PUSHER_OK,
  STORE_HAS_SEARCHES,
  STORE_FULLTEXT_QUERY_OK,
  STORE_FILTER_SEARCH_OK,
  STORE_RULES_OK,
});

/** Flag of OpenMsgStore (IMSProvider::Logon, IMSProvider::SpoolerLogon). @spec imapisession-openmsgstore */
export const MDB_NO_DIALOG = 0x1;
/** Flag of OpenMsgStore (IMAPISession::OpenMsgStore, IMSProvider::Logon, IMSProvider::SpoolerLogon). @spec imapisession-openmsgstore */
export const MDB_WRITE = 0x4;
/** Flag of OpenMsgStore (IMAPISession::OpenMsgStore, IMAPISupport::ModifyProfile, IMSProvider::Logon). @spec imapisession-openmsgstore */
export const MDB_TEMPORARY = 0x20;
/** Flag of OpenMsgStore (IMSProvider::Logon). @spec imapisession-openmsgstore */
export const MDB_NO_MAIL = 0x80;
/** Flag of OpenMsgStore. @spec imapisession-openmsgstore */
export const MDB_ONLINE = 0x100;
/** Flag of OpenMsgStore. @spec imapisession-openmsgstore */
export const MDB_OST_LOGON_UNICODE = 0x800;
/** Flag of OpenMsgStore. @spec imapisession-openmsgstore */
export const MDB_OST_LOGON_ANSI = 0x1000;
/** Each flag of OpenMsgStore, ORed together, with their names. @spec imapisession-openmsgstore */
export const StoreOpenFlags: FlagGroup = /* @__PURE__ */ bits('StoreOpenFlags', {
  MDB_NO_DIALOG,
  MDB_WRITE,
  MDB_TEMPORARY,
  MDB_NO_MAIL,
  MDB_ONLINE,
  MDB_OST_LOGON_UNICODE,
  MDB_OST_LOGON_ANSI,
});

/** Flag and state of StoreLogoff (IMAPISupport::StoreLogoffTransports, IMsgStore::StoreLogoff). @spec imsgstore-storelogoff */
export const LOGOFF_NO_WAIT = 0x1;
/** Flag and state of StoreLogoff (IMAPISupport::StoreLogoffTransports, IMsgStore::StoreLogoff). @spec imsgstore-storelogoff */
export const LOGOFF_ORDERLY = 0x2;
/** Flag and state of StoreLogoff (IMAPISupport::StoreLogoffTransports, IMsgStore::StoreLogoff). @spec imsgstore-storelogoff */
export const LOGOFF_PURGE = 0x4;
/** Flag and state of StoreLogoff (IMAPISupport::StoreLogoffTransports, IMsgStore::StoreLogoff). @spec imsgstore-storelogoff */
export const LOGOFF_ABORT = 0x8;
/** Flag and state of StoreLogoff (IMAPISupport::StoreLogoffTransports, IMsgStore::StoreLogoff). @spec imsgstore-storelogoff */
export const LOGOFF_QUIET = 0x10;
/** Flag and state of StoreLogoff (IMAPISupport::StoreLogoffTransports). @spec imsgstore-storelogoff */
export const LOGOFF_COMPLETE = 0x10000;
/** Flag and state of StoreLogoff (IMAPISupport::StoreLogoffTransports, IMsgStore::StoreLogoff). @spec imsgstore-storelogoff */
export const LOGOFF_INBOUND = 0x20000;
/** Flag and state of StoreLogoff (IMAPISupport::StoreLogoffTransports, IMsgStore::StoreLogoff). @spec imsgstore-storelogoff */
export const LOGOFF_OUTBOUND = 0x40000;
/** Flag and state of StoreLogoff (IMAPISupport::StoreLogoffTransports, IMsgStore::StoreLogoff). @spec imsgstore-storelogoff */
export const LOGOFF_OUTBOUND_QUEUE = 0x80000;
/** Each flag and state of StoreLogoff, ORed together, with their names. @spec imsgstore-storelogoff */
export const StoreLogoffFlags: FlagGroup = /* @__PURE__ */ bits('StoreLogoffFlags', {
  LOGOFF_NO_WAIT,
  LOGOFF_ORDERLY,
  LOGOFF_PURGE,
  LOGOFF_ABORT,
  LOGOFF_QUIET,
  LOGOFF_COMPLETE,
  LOGOFF_INBOUND,
  LOGOFF_OUTBOUND,
  LOGOFF_OUTBOUND_QUEUE,
});

/** Encryption of a store file. */
export const PSTF_BEST_ENCRYPTION = 0x20000000;
/** Encryption of a store file. */
export const PSTF_COMPRESSABLE_ENCRYPTION = 0x40000000;
/** Encryption of a store file. */
export const PSTF_NO_ENCRYPTION = 0x80000000;
/** Each encryption of a store file, ORed together, with their names. */
export const PstEncryption: FlagGroup = /* @__PURE__ */ bits('PstEncryption', {
  PSTF_BEST_ENCRYPTION,
  PSTF_COMPRESSABLE_ENCRYPTION,
  PSTF_NO_ENCRYPTION,
});

/** Flag of CreateStoreEntryID. */
export const OPENSTORE_USE_ADMIN_PRIVILEGE = 0x1;
/** Flag of CreateStoreEntryID. */
export const OPENSTORE_PUBLIC = 0x2;
/** Flag of CreateStoreEntryID. */
export const OPENSTORE_HOME_LOGON = 0x4;
/** Flag of CreateStoreEntryID. */
export const OPENSTORE_TAKE_OWNERSHIP = 0x8;
/** Flag of CreateStoreEntryID. */
export const OPENSTORE_OVERRIDE_HOME_MDB = 0x10;
/** Flag of CreateStoreEntryID. */
export const OPENSTORE_TRANSPORT = 0x20;
/** Flag of CreateStoreEntryID. */
export const OPENSTORE_REMOTE_TRANSPORT = 0x40;
/** Flag of CreateStoreEntryID. */
export const OPENSTORE_INTERNET_ANONYMOUS = 0x80;
/** Flag of CreateStoreEntryID. */
export const OPENSTORE_ALTERNATE_SERVER = 0x100;
/** Flag of CreateStoreEntryID. */
export const OPENSTORE_IGNORE_HOME_MDB = 0x200;
/** Flag of CreateStoreEntryID. */
export const OPENSTORE_NO_MAIL = 0x400;
/** Flag of CreateStoreEntryID. */
export const OPENSTORE_OVERRIDE_LAST_MODIFIER = 0x800;
/** Flag of CreateStoreEntryID. */
export const OPENSTORE_CALLBACK_LOGON = 0x1000;
/** Flag of CreateStoreEntryID. */
export const OPENSTORE_LOCAL = 0x2000;
/** Flag of CreateStoreEntryID. */
export const OPENSTORE_FAIL_IF_NO_MAILBOX = 0x4000;
/** Flag of CreateStoreEntryID. */
export const OPENSTORE_CACHE_EXCHANGE = 0x8000;
/** Flag of CreateStoreEntryID. */
export const OPENSTORE_CLI_WITH_NAMEDPROP_FIX = 0x10000;
/** Flag of CreateStoreEntryID. */
export const OPENSTORE_ENABLE_LAZY_LOGGING = 0x20000;
/** Flag of CreateStoreEntryID. */
export const OPENSTORE_CLI_WITH_REPLID_GUID_MAPPING_FIX = 0x40000;
/** Flag of CreateStoreEntryID. */
export const OPENSTORE_NO_LOCALIZATION = 0x80000;
/** Flag of CreateStoreEntryID. */
export const OPENSTORE_RESTORE_DATABASE = 0x100000;
/** Flag of CreateStoreEntryID. */
export const OPENSTORE_XFOREST_MOVE = 0x200000;
/** Each flag of CreateStoreEntryID, ORed together, with their names. */
export const OpenStoreFlags: FlagGroup = /* @__PURE__ */ bits('OpenStoreFlags', {
  OPENSTORE_USE_ADMIN_PRIVILEGE,
  OPENSTORE_PUBLIC,
  OPENSTORE_HOME_LOGON,
  OPENSTORE_TAKE_OWNERSHIP,
  OPENSTORE_OVERRIDE_HOME_MDB,
  OPENSTORE_TRANSPORT,
  OPENSTORE_REMOTE_TRANSPORT,
  OPENSTORE_INTERNET_ANONYMOUS,
  OPENSTORE_ALTERNATE_SERVER,
  OPENSTORE_IGNORE_HOME_MDB,
  OPENSTORE_NO_MAIL,
  OPENSTORE_OVERRIDE_LAST_MODIFIER,
  OPENSTORE_CALLBACK_LOGON,
  OPENSTORE_LOCAL,
  OPENSTORE_FAIL_IF_NO_MAILBOX,
  OPENSTORE_CACHE_EXCHANGE,
  OPENSTORE_CLI_WITH_NAMEDPROP_FIX,
  OPENSTORE_ENABLE_LAZY_LOGGING,
  OPENSTORE_CLI_WITH_REPLID_GUID_MAPPING_FIX,
  OPENSTORE_NO_LOCALIZATION,
  OPENSTORE_RESTORE_DATABASE,
  OPENSTORE_XFOREST_MOVE,
});
