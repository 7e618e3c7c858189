export type { BigWriter } from './big-writer.js';
export { check, type Finding } from './check/check.js';
export { attachmentColumns, folderColumns, messageColumns } from './columns.js';
export type { Database } from './database.js';
export { type BigOwner, type BigValue, bigValues, chunkBytes } from './operations/big.js';
export { folderType } from './operations/folders.js';
export type { Operation, OperationArguments, OperationName, OperationResult } from './operations/index.js';
export type { Departure, KnownMessage, MessageSave, MessageSaved } from './operations/messages.js';
export { namedIds, namedProps } from './operations/named-props.js';
export { isLocked, type Outgoing } from './operations/outgoing.js';
export type { PropChanges } from './operations/properties.js';
export type { Search } from './operations/searches.js';
export type { ChangeEvent } from './operations/transaction.js';
export {
  ContentsQuery,
  type ContentsQueryOptions,
  type ContentsRow,
  type ContentsScope,
  type RowPosition,
} from './page/contents.js';
export { restrict } from './page/restrict.js';
export { bigSize, readBig } from './reading/big.js';
export {
  type FolderRow,
  type FolderTally,
  folder,
  folderByName,
  folderTallies,
  rootFolder,
  subfolders,
} from './reading/folders.js';
export {
  changesSince,
  type LoggedChange,
  lastChange,
  lockedOutgoing,
  outgoing,
  outgoingAt,
  outgoingCount,
  outgoingIds,
  outgoingUpTo,
  queued,
  queueNow,
  receiveFolder,
  receiveFolders,
  searches,
  searchLinks,
} from './reading/lists.js';
export {
  type AttachmentRow,
  attachments,
  MessageRow,
  message,
  messages,
  messageToSend,
  recipients,
  recipientsOfMany,
} from './reading/messages.js';
export type { Stored } from './reading/stored.js';
export type { OpenMode } from './schema/open.js';
export { searchedFolders } from './search/membership.js';
export { messageSource } from './search/message-source.js';
export { restrictionOf, textOfRestriction } from './search/restriction-text.js';
export { StoreFile, type StoreInfo } from './store-file.js';
