// Written by scripts/generate/mapi-flags.mjs from test/reference/mapi-constants.json; change the facts, not this file.
import { bits, type FlagGroup, values } from './flaggroup.js';
import { MAPI_DEFERRED_ERRORS, MAPI_UNICODE } from './objects.js';

/** Folder type. @spec pidtagfoldertype-canonical-property */
export const FOLDER_ROOT = 0x0;
/** Folder type (IMAPIFolder::CreateFolder). @spec pidtagfoldertype-canonical-property */
export const FOLDER_GENERIC = 0x1;
/** Folder type (IMAPIFolder::CreateFolder). @spec pidtagfoldertype-canonical-property */
export const FOLDER_SEARCH = 0x2;
/** Each folder type, one at a time, with their names. @spec pidtagfoldertype-canonical-property */
export const FolderTypes: FlagGroup = /* @__PURE__ */ values('FolderTypes', {
  FOLDER_ROOT,
  FOLDER_GENERIC,
  FOLDER_SEARCH,
});

/** Folder that the store has. @spec pidtagvalidfoldermask-canonical-property */
export const FOLDER_IPM_SUBTREE_VALID = 0x1;
/** Folder that the store has. @spec pidtagvalidfoldermask-canonical-property */
export const FOLDER_IPM_INBOX_VALID = 0x2;
/** Folder that the store has. @spec pidtagvalidfoldermask-canonical-property */
export const FOLDER_IPM_OUTBOX_VALID = 0x4;
/** Folder that the store has. @spec pidtagvalidfoldermask-canonical-property */
export const FOLDER_IPM_WASTEBASKET_VALID = 0x8;
/** Folder that the store has. @spec pidtagvalidfoldermask-canonical-property */
export const FOLDER_IPM_SENTMAIL_VALID = 0x10;
/** Folder that the store has. @spec pidtagvalidfoldermask-canonical-property */
export const FOLDER_VIEWS_VALID = 0x20;
/** Folder that the store has. @spec pidtagvalidfoldermask-canonical-property */
export const FOLDER_COMMON_VIEWS_VALID = 0x40;
/** Folder that the store has. @spec pidtagvalidfoldermask-canonical-property */
export const FOLDER_FINDER_VALID = 0x80;
/** Each folder that the store has, ORed together, with their names. @spec pidtagvalidfoldermask-canonical-property */
export const ValidFolders: FlagGroup = /* @__PURE__ */ bits('ValidFolders', {
  FOLDER_IPM_SUBTREE_VALID,
  FOLDER_IPM_INBOX_VALID,
  FOLDER_IPM_OUTBOX_VALID,
  FOLDER_IPM_WASTEBASKET_VALID,
  FOLDER_IPM_SENTMAIL_VALID,
  FOLDER_VIEWS_VALID,
  FOLDER_COMMON_VIEWS_VALID,
  FOLDER_FINDER_VALID,
});

/** Folder status. @spec pidtagstatus-canonical-property */
export const FLDSTATUS_HIGHLIGHTED = 0x1;
/** Folder status. @spec pidtagstatus-canonical-property */
export const FLDSTATUS_TAGGED = 0x2;
/** Folder status. @spec pidtagstatus-canonical-property */
export const FLDSTATUS_HIDDEN = 0x4;
/** Folder status. @spec pidtagstatus-canonical-property */
export const FLDSTATUS_DELMARKED = 0x8;
/** Each folder status, ORed together, with their names. @spec pidtagstatus-canonical-property */
export const FolderStatus: FlagGroup = /* @__PURE__ */ bits('FolderStatus', {
  FLDSTATUS_HIGHLIGHTED,
  FLDSTATUS_TAGGED,
  FLDSTATUS_HIDDEN,
  FLDSTATUS_DELMARKED,
});

/** Flag of CreateFolder (IMAPIFolder::CreateFolder). @spec imapifolder-createfolder */
export const OPEN_IF_EXISTS = 0x1;
/** Each flag of CreateFolder, ORed together, with their names. @spec imapifolder-createfolder */
export const CreateFolderFlags: FlagGroup = /* @__PURE__ */ bits('CreateFolderFlags', { OPEN_IF_EXISTS });

/** Flag of CopyFolder (IMAPIFolder::CopyFolder, IMAPISupport::CopyFolder). @spec imapifolder-copyfolder */
export const FOLDER_MOVE = 0x1;
/** Flag of CopyFolder (IMAPIFolder::CopyFolder, IMAPIFolder::DeleteFolder, IMAPIFolder::EmptyFolder and 1 more). @spec imapifolder-copyfolder */
export const FOLDER_DIALOG = 0x2;
/** Flag of CopyFolder (IMAPIFolder::CopyFolder, IMAPISupport::CopyFolder). @spec imapifolder-copyfolder */
export const COPY_SUBFOLDERS = 0x10;
/** Each flag of CopyFolder, ORed together, with their names. @spec imapifolder-copyfolder */
export const CopyFolderFlags: FlagGroup = /* @__PURE__ */ bits('CopyFolderFlags', {
  FOLDER_MOVE,
  FOLDER_DIALOG,
  COPY_SUBFOLDERS,
});

/** Flag of CopyMessages (IMAPIFolder::CopyMessages, IMAPISupport::CopyMessages). @spec imapifolder-copymessages */
export const MESSAGE_MOVE = 0x1;
/** Flag of CopyMessages (IMAPIFolder::CopyMessages, IMAPIFolder::DeleteMessages, IMAPIFolder::SetReadFlags and 1 more). @spec imapifolder-copymessages */
export const MESSAGE_DIALOG = 0x2;
/** Each flag of CopyMessages, ORed together, with their names. @spec imapifolder-copymessages */
export const CopyMessagesFlags: FlagGroup = /* @__PURE__ */ bits('CopyMessagesFlags', { MESSAGE_MOVE, MESSAGE_DIALOG });

/** Flag of DeleteFolder (IMAPIFolder::DeleteFolder). @spec imapifolder-deletefolder */
export const DEL_MESSAGES = 0x1;
/** Flag of DeleteFolder (IMAPIFolder::DeleteFolder). @spec imapifolder-deletefolder */
export const DEL_FOLDERS = 0x4;
/** Flag of DeleteFolder (IMAPIFolder::EmptyFolder). @spec imapifolder-deletefolder */
export const DEL_ASSOCIATED = 0x8;
/** Each flag of DeleteFolder, ORed together, with their names. @spec imapifolder-deletefolder */
export const DeleteFolderFlags: FlagGroup = /* @__PURE__ */ bits('DeleteFolderFlags', {
  DEL_MESSAGES,
  DEL_FOLDERS,
  DEL_ASSOCIATED,
});

/** Flag of DeleteMessages (IMAPIFolder::DeleteFolder, IMAPIFolder::DeleteMessages, IMAPIFolder::EmptyFolder). @spec imapifolder-deletemessages */
export const DELETE_HARD_DELETE = 0x10;
/** Each flag of DeleteMessages, ORed together, with their names. @spec imapifolder-deletemessages */
export const DeleteMessagesFlags: FlagGroup = /* @__PURE__ */ bits('DeleteMessagesFlags', { DELETE_HARD_DELETE });

/** Flag of SaveContentsSort (IMAPIFolder::SaveContentsSort). @spec imapifolder-savecontentssort */
export const RECURSIVE_SORT = 0x2;
/** Each flag of SaveContentsSort, ORed together, with their names. @spec imapifolder-savecontentssort */
export const SaveContentsSortFlags: FlagGroup = /* @__PURE__ */ bits('SaveContentsSortFlags', { RECURSIVE_SORT });

/** Flag of GetContentsTable and GetHierarchyTable (IMAPIContainer::GetHierarchyTable). @spec imapicontainer-getcontentstable */
export const CONVENIENT_DEPTH = 0x1;
/** Flag of GetContentsTable and GetHierarchyTable (IMAPIContainer::GetContentsTable, IMAPIContainer::GetHierarchyTable, IMAPIContainer::OpenEntry and 1 more). @spec imapicontainer-getcontentstable */
export const SHOW_SOFT_DELETES = 0x2;
/** Flag of GetContentsTable and GetHierarchyTable. @spec imapicontainer-getcontentstable */
export const SHOW_SUBFOLDERS = 0x4;
/** Flag of GetContentsTable and GetHierarchyTable (IMAPIContainer::GetContentsTable, IMAPIFolder::CreateMessage). @spec imapicontainer-getcontentstable */
export const MAPI_ASSOCIATED = 0x40;
/** Each flag of GetContentsTable and GetHierarchyTable, ORed together, with their names. @spec imapicontainer-getcontentstable */
export const ContentsTableFlags: FlagGroup = /* @__PURE__ */ bits('ContentsTableFlags', {
  CONVENIENT_DEPTH,
  SHOW_SOFT_DELETES,
  SHOW_SUBFOLDERS,
  MAPI_DEFERRED_ERRORS,
  MAPI_ASSOCIATED,
  MAPI_UNICODE,
});

/** Flag of SetSearchCriteria (IMAPIContainer::SetSearchCriteria). @spec imapicontainer-setsearchcriteria */
export const STOP_SEARCH = 0x1;
/** Flag of SetSearchCriteria (IMAPIContainer::SetSearchCriteria). @spec imapicontainer-setsearchcriteria */
export const RESTART_SEARCH = 0x2;
/** Flag of SetSearchCriteria (IMAPIContainer::SetSearchCriteria). @spec imapicontainer-setsearchcriteria */
export const RECURSIVE_SEARCH = 0x4;
/** Flag of SetSearchCriteria (IMAPIContainer::SetSearchCriteria). @spec imapicontainer-setsearchcriteria */
export const SHALLOW_SEARCH = 0x8;
/** Flag of SetSearchCriteria (IMAPIContainer::SetSearchCriteria). @spec imapicontainer-setsearchcriteria */
export const FOREGROUND_SEARCH = 0x10;
/** Flag of SetSearchCriteria (IMAPIContainer::SetSearchCriteria). @spec imapicontainer-setsearchcriteria */
export const BACKGROUND_SEARCH = 0x20;
/** Flag of SetSearchCriteria. @spec imapicontainer-setsearchcriteria */
export const CONTENT_INDEXED_SEARCH = 0x10000;
/** Flag of SetSearchCriteria (IMAPIContainer::SetSearchCriteria). @spec imapicontainer-setsearchcriteria */
export const NON_CONTENT_INDEXED_SEARCH = 0x20000;
/** Flag of SetSearchCriteria. @spec imapicontainer-setsearchcriteria */
export const STATIC_SEARCH = 0x40000;
/** Each flag of SetSearchCriteria, ORed together, with their names. @spec imapicontainer-setsearchcriteria */
export const SearchFlags: FlagGroup = /* @__PURE__ */ bits('SearchFlags', {
  STOP_SEARCH,
  RESTART_SEARCH,
  RECURSIVE_SEARCH,
  SHALLOW_SEARCH,
  FOREGROUND_SEARCH,
  BACKGROUND_SEARCH,
  CONTENT_INDEXED_SEARCH,
  NON_CONTENT_INDEXED_SEARCH,
  STATIC_SEARCH,
});

/** State of a search (IMAPIContainer::GetSearchCriteria). @spec imapicontainer-getsearchcriteria */
export const SEARCH_RUNNING = 0x1;
/** State of a search (IMAPIContainer::GetSearchCriteria). @spec imapicontainer-getsearchcriteria */
export const SEARCH_REBUILD = 0x2;
/** State of a search (IMAPIContainer::GetSearchCriteria). @spec imapicontainer-getsearchcriteria */
export const SEARCH_RECURSIVE = 0x4;
/** State of a search (IMAPIContainer::GetSearchCriteria). @spec imapicontainer-getsearchcriteria */
export const SEARCH_FOREGROUND = 0x8;
/** State of a search (IMAPIContainer::GetSearchCriteria). @spec imapicontainer-getsearchcriteria */
export const SEARCH_COMPLETE = 0x1000;
/** State of a search (IMAPIContainer::GetSearchCriteria). @spec imapicontainer-getsearchcriteria */
export const SEARCH_PARTIAL = 0x2000;
/** State of a search (IMAPIContainer::GetSearchCriteria). @spec imapicontainer-getsearchcriteria */
export const SEARCH_STATIC = 0x10000;
/** State of a search (IMAPIContainer::GetSearchCriteria). @spec imapicontainer-getsearchcriteria */
export const SEARCH_MAYBE_STATIC = 0x20000;
/** Each state of a search, ORed together, with their names. @spec imapicontainer-getsearchcriteria */
export const SearchState: FlagGroup = /* @__PURE__ */ bits('SearchState', {
  SEARCH_RUNNING,
  SEARCH_REBUILD,
  SEARCH_RECURSIVE,
  SEARCH_FOREGROUND,
  SEARCH_COMPLETE,
  SEARCH_PARTIAL,
  SEARCH_STATIC,
  SEARCH_MAYBE_STATIC,
});

/** Right on a folder. */
export const rightsNone = 0x0;
/** Right on a folder. */
export const frightsReadAny = 0x1;
/** Right on a folder. */
export const rightsReadOnly = 0x1;
/** Right on a folder. */
export const frightsCreate = 0x2;
/** Right on a folder. */
export const frightsEditOwned = 0x8;
/** Right on a folder. */
export const frightsDeleteOwned = 0x10;
/** Right on a folder. */
export const frightsEditAny = 0x20;
/** Right on a folder. */
export const rightsReadWrite = 0x21;
/** Right on a folder. */
export const frightsDeleteAny = 0x40;
/** Right on a folder. */
export const frightsCreateSubfolder = 0x80;
/** Right on a folder. */
export const frightsOwner = 0x100;
/** Right on a folder. */
export const frightsContact = 0x200;
/** Right on a folder. */
export const frightsVisible = 0x400;
/** Right on a folder. */
export const rightsAll = 0x5fb;
/** Right on a folder. */
export const frightsFreeBusySimple = 0x800;
/** Right on a folder. */
export const frightsFreeBusyDetailed = 0x1000;
/** Each right on a folder, ORed together, with their names. */
export const FolderRights: FlagGroup = /* @__PURE__ */ bits('FolderRights', {
  rightsNone,
  frightsReadAny,
  rightsReadOnly,
  frightsCreate,
  frightsEditOwned,
  frightsDeleteOwned,
  frightsEditAny,
  rightsReadWrite,
  frightsDeleteAny,
  frightsCreateSubfolder,
  frightsOwner,
  frightsContact,
  frightsVisible,
  rightsAll,
  frightsFreeBusySimple,
  frightsFreeBusyDetailed,
});
