import {
  AccessRights,
  AttachFlags,
  AttachMethods,
  AutoResponseSuppress,
  ContainerFlags,
  DisplayTypes,
  EditorFormats,
  type FlagGroup,
  FolderRights,
  FolderStatus,
  FolderTypes,
  IconIndexes,
  Importance,
  InternetFormats,
  MessageFlags,
  MessageStatus,
  NdrDiagnostics,
  ObjectTypes,
  Priority,
  RecipientFlags,
  RecipientTypes,
  SecurityFlags,
  Sensitivity,
  StatusCodes,
  StatusMethods,
  StoreSupport,
  SubmitFlags,
  ValidFolders,
} from './flags/index.js';
import * as tags from './tags/tags.js';
import { type PropTag, propId } from './types/proptag.js';

/**
 * What the numbers of a property are made of.
 *
 * @param tag the tag, of which the identifier counts
 * @returns the group of flags, or null for a property that is a plain number or none at all
 * @example
 * ```ts
 * flagsOfTag(PR_MESSAGE_FLAGS)?.name(0x11); // 'MSGFLAG_READ | MSGFLAG_HASATTACH'
 * ```
 */
export function flagsOfTag(tag: number): FlagGroup | null {
  groups ??= new Map(rows.map(([property, group]) => [propId(property), group]));
  return groups.get(propId(tag)) ?? null;
}

let groups: ReadonlyMap<number, FlagGroup> | undefined;

const rows: readonly (readonly [PropTag, FlagGroup])[] = [
  [tags.PR_ACCESS, AccessRights],
  [tags.PR_ATTACH_FLAGS, AttachFlags],
  [tags.PR_ATTACH_METHOD, AttachMethods],
  [tags.PR_AUTO_RESPONSE_SUPPRESS, AutoResponseSuppress],
  [tags.PR_CONTAINER_FLAGS, ContainerFlags],
  [tags.PR_DISPLAY_TYPE, DisplayTypes],
  [tags.PR_FOLDER_TYPE, FolderTypes],
  [tags.PR_ICON_INDEX, IconIndexes],
  [tags.PR_IMPORTANCE, Importance],
  [tags.PR_INETMAIL_OVERRIDE_FORMAT, InternetFormats],
  [tags.PR_MESSAGE_FLAGS, MessageFlags],
  [tags.PR_MSG_EDITOR_FORMAT, EditorFormats],
  [tags.PR_MSG_STATUS, MessageStatus],
  [tags.PR_NDR_DIAG_CODE, NdrDiagnostics],
  [tags.PR_OBJECT_TYPE, ObjectTypes],
  [tags.PR_PRIORITY, Priority],
  [tags.PR_RECIPIENT_FLAGS, RecipientFlags],
  [tags.PR_RECIPIENT_TYPE, RecipientTypes],
  [tags.PR_RIGHTS, FolderRights],
  [tags.PR_SECURITY, SecurityFlags],
  [tags.PR_SENSITIVITY, Sensitivity],
  [tags.PR_STATUS, FolderStatus],
  [tags.PR_STATUS_CODE, StatusCodes],
  [tags.PR_RESOURCE_METHODS, StatusMethods],
  [tags.PR_STORE_SUPPORT_MASK, StoreSupport],
  [tags.PR_SUBMIT_FLAGS, SubmitFlags],
  [tags.PR_VALID_FOLDER_MASK, ValidFolders],
];
