export { StoreError, type StoreErrorCode } from '../error.js';
export { Bag } from './bag/bag.js';
export type { BigWriter } from './big-writer.js';
export { check, type Finding } from './check/check.js';
export {
  attachmentColumns,
  type Column,
  type Columns,
  folderColumns,
  messageColumns,
  recipientColumns,
} from './columns.js';
export { type BigOwner, type BigValue, bigValues, chunkBytes } from './operations/big.js';
export { folderType } from './operations/folders.js';
export type { Operation, OperationArguments, OperationName, OperationResult, Operations } from './operations/index.js';
export type { MessageSave, MessageSaved } from './operations/messages.js';
export { namedIds, namedProps } from './operations/named-props.js';
export { bagValueBytes, type PropChanges } from './operations/properties.js';
export {
  ContentsQuery,
  type ContentsQueryOptions,
  type ContentsRow,
  type ContentsScope,
  type RowPosition,
} from './page/contents.js';
export { restrict, type SqlRestriction } from './page/restrict.js';
export { bigSize, readBig } from './reading/big.js';
export { type FolderRow, folder, folderByName, rootFolder, type Stored, subfolders } from './reading/folders.js';
export {
  changesSince,
  type LoggedChange,
  lastChange,
  outgoing,
  receiveFolder,
  receiveFolders,
  searches,
  searchLinks,
} from './reading/lists.js';
export {
  type AttachmentRow,
  attachments,
  type MessageRow,
  message,
  type RecipientRow,
  recipients,
} from './reading/messages.js';
export { StoreFile, type StoreInfo } from './store-file.js';
