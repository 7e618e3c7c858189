import { type Hr, type Iid, type IUnknown, iid, type Out } from '../../com/index.js';
import type { EntryId } from '../types/entryid.js';
import type { SSortOrderSet } from '../types/sortorder.js';
import { IMAPIContainer } from './imapicontainer.js';
import type { IMAPIProgress } from './imapiprogress.js';
import type { IMessage } from './imessage.js';

/**
 * A folder of a message store. Methods that take several objects do as much as they can: `MAPI_W_PARTIAL_COMPLETION`, a
 * success, says that some were left. Of a failed one, too, part may be done.
 * @spec imapifolderimapicontainer
 */
export interface IMAPIFolder extends IMAPIContainer {
  /**
   * Makes a message. Nobody else sees it, and it may have no entry ID, before its SaveChanges.
   *
   * @param lpInterface the interface wanted; null for `IMessage`
   * @param ulFlags `MAPI_ASSOCIATED` for a hidden message; `MAPI_DEFERRED_ERRORS` to allow that errors come with a
   *   later call; `ITEMPROC_FORCE`, saved with `NON_EMS_XP_SAVE`, to let rules run before anybody is told
   * @returns `S_OK` with the message
   * @spec imapifolder-createmessage
   */
  CreateMessage<I extends IUnknown = IMessage>(lpInterface: Iid<I> | null, ulFlags?: number): Out<I>;
  /**
   * Copies or moves messages to another folder. Their status (`PR_MSG_STATUS`) does not go along.
   *
   * @param lpMsgList the messages
   * @param lpInterface the interface of the target; null, as clients must pass, for `IMAPIFolder`
   * @param lpDestFolder the target, open
   * @param ulUIParam the window that owns a progress dialog
   * @param lpProgress where progress goes under `MESSAGE_DIALOG`; null for the dialog that MAPI brings
   * @param ulFlags `MESSAGE_MOVE` to move; `MESSAGE_DIALOG` to show progress; `MAPI_DECLINE_OK` to refuse rather than
   *   call the support object
   * @returns `S_OK`; `MAPI_W_PARTIAL_COMPLETION`; `MAPI_E_DECLINE_COPY` when `MAPI_DECLINE_OK` was set and the provider
   *   does not copy itself
   * @spec imapifolder-copymessages
   */
  CopyMessages<I extends IUnknown = IMAPIFolder>(
    lpMsgList: readonly EntryId[],
    lpInterface: Iid<I> | null,
    lpDestFolder: NoInfer<I>,
    ulUIParam: number,
    lpProgress: IMAPIProgress | null,
    ulFlags?: number,
  ): Hr;
  /**
   * Deletes messages. Those that are gone, moved, open for writing or submitted stay.
   *
   * @param lpMsgList the messages
   * @param ulUIParam the window that owns a progress dialog
   * @param lpProgress where progress goes under `MESSAGE_DIALOG`; null for the dialog that MAPI brings
   * @param ulFlags `MESSAGE_DIALOG` to show progress; `DELETE_HARD_DELETE` to keep no deleted copy
   * @returns `S_OK`; `MAPI_W_PARTIAL_COMPLETION` or `MAPI_E_NOT_FOUND` when some could not be deleted
   * @spec imapifolder-deletemessages
   */
  DeleteMessages(
    lpMsgList: readonly EntryId[],
    ulUIParam: number,
    lpProgress: IMAPIProgress | null,
    ulFlags?: number,
  ): Hr;
  /**
   * Makes a folder within this one.
   *
   * @param ulFolderType `FOLDER_GENERIC`, or `FOLDER_SEARCH` for one that collects what is found elsewhere
   * @param lpszFolderName its name, which becomes `PR_DISPLAY_NAME`
   * @param lpszFolderComment its comment, which becomes `PR_COMMENT`; null for none
   * @param lpInterface the interface wanted; null, as clients must pass, for `IMAPIFolder`
   * @param ulFlags `OPEN_IF_EXISTS` to open the folder that already has the name; `MAPI_UNICODE` for Unicode texts;
   *   `MAPI_DEFERRED_ERRORS`
   * @returns `S_OK` with the folder, made or opened; `MAPI_E_BAD_CHARWIDTH`; `MAPI_E_COLLISION` when the name is taken
   * @spec imapifolder-createfolder
   */
  CreateFolder<I extends IUnknown = IMAPIFolder>(
    ulFolderType: number,
    lpszFolderName: string,
    lpszFolderComment: string | null,
    lpInterface: Iid<I> | null,
    ulFlags?: number,
  ): Out<I>;
  /**
   * Copies or moves a subfolder into another folder.
   *
   * @param lpEntryID the subfolder
   * @param lpInterface the interface of the target; null for `IMAPIFolder`
   * @param lpDestFolder the target, open
   * @param lpszNewFolderName its name there; null for the one it has
   * @param ulUIParam the window that owns a progress dialog
   * @param lpProgress where progress goes under `FOLDER_DIALOG`; null for the dialog that MAPI brings
   * @param ulFlags `FOLDER_MOVE` to move; `COPY_SUBFOLDERS` to copy the folders within it, too, which moving always
   *   does; `FOLDER_DIALOG` to show progress; `MAPI_UNICODE` for a Unicode name; `MAPI_DECLINE_OK` to refuse rather
   *   than call the support object
   * @returns `S_OK`; `MAPI_W_PARTIAL_COMPLETION`; `MAPI_E_NOT_FOUND` when the subfolder, or one within it, is gone;
   *   `MAPI_E_BAD_CHARWIDTH`; `MAPI_E_COLLISION` when the name is taken in the target; `MAPI_E_DECLINE_COPY` when
   *   `MAPI_DECLINE_OK` was set and the provider does not copy itself; `MAPI_E_FOLDER_CYCLE` when the subfolder
   *   contains the target, perhaps with part of the work done
   * @spec imapifolder-copyfolder
   */
  CopyFolder<I extends IUnknown = IMAPIFolder>(
    lpEntryID: EntryId,
    lpInterface: Iid<I> | null,
    lpDestFolder: NoInfer<I>,
    lpszNewFolderName: string | null,
    ulUIParam: number,
    lpProgress: IMAPIProgress | null,
    ulFlags?: number,
  ): Hr;
  /**
   * Deletes a subfolder; without flags only an empty one.
   *
   * @param lpEntryID the subfolder
   * @param ulUIParam the window that owns a progress dialog
   * @param lpProgress where progress goes under `FOLDER_DIALOG`; null for the dialog that MAPI brings
   * @param ulFlags `DEL_FOLDERS` and `DEL_MESSAGES` to delete what it contains; `DELETE_HARD_DELETE` to keep no deleted
   *   copy; `FOLDER_DIALOG` to show progress
   * @returns `S_OK`; `MAPI_W_PARTIAL_COMPLETION`; `MAPI_E_NOT_FOUND` when the subfolder, or one within it, is gone;
   *   `MAPI_E_HAS_FOLDERS` or `MAPI_E_HAS_MESSAGES` when it contains some and the flag for them is not set: nothing is
   *   deleted
   * @spec imapifolder-deletefolder
   */
  DeleteFolder(lpEntryID: EntryId, ulUIParam: number, lpProgress: IMAPIProgress | null, ulFlags?: number): Hr;
  /**
   * Marks messages read or unread and sends or drops the reports that were asked for. Messages that are gone, moved,
   * open for writing or submitted stay as they are.
   *
   * @param lpMsgList the messages; null for all of the folder
   * @param ulUIParam the window that owns a progress dialog
   * @param lpProgress where progress goes under `MESSAGE_DIALOG`; null for the dialog that MAPI brings
   * @param ulFlags as {@link IMessage.SetReadFlag}, and `MESSAGE_DIALOG` to show progress
   * @returns `S_OK`; `MAPI_W_PARTIAL_COMPLETION` or `MAPI_E_NOT_FOUND` when some could not be marked;
   *   `MAPI_E_NO_SUPPRESS` when the store can't suppress reports; `MAPI_E_INVALID_PARAMETER` for flags that exclude
   *   each other
   * @spec imapifolder-setreadflags
   */
  SetReadFlags(
    lpMsgList: readonly EntryId[] | null,
    ulUIParam: number,
    lpProgress: IMAPIProgress | null,
    ulFlags?: number,
  ): Hr;
  /**
   * Reads the status of a message, which belongs to its row in this folder, not to the message.
   *
   * @param lpEntryID the message
   * @param ulFlags reserved, 0
   * @returns `S_OK` with the bits: `MSGSTATUS_HIGHLIGHTED`, `MSGSTATUS_TAGGED`, `MSGSTATUS_HIDDEN`,
   *   `MSGSTATUS_DELMARKED`, `MSGSTATUS_REMOTE_DOWNLOAD`, `MSGSTATUS_REMOTE_DELETE`; those from 16 on are the client's
   * @spec imapifolder-getmessagestatus
   */
  GetMessageStatus(lpEntryID: EntryId, ulFlags?: number): Out<number>;
  /**
   * Changes some bits of the status of a message. Since the old status comes back, it can serve as a lock.
   *
   * @param lpEntryID the message
   * @param ulNewStatus the new bits
   * @param ulNewStatusMask which bits to change
   * @returns `S_OK` with the whole status as it was before
   * @spec imapifolder-setmessagestatus
   */
  SetMessageStatus(lpEntryID: EntryId, ulNewStatus: number, ulNewStatusMask: number): Out<number>;
  /**
   * Keeps a sort order as the one that contents tables of the folder begin with.
   *
   * @param lpSortCriteria the order
   * @param ulFlags `RECURSIVE_SORT` for all subfolders, too
   * @returns `S_OK`; `MAPI_E_NO_SUPPORT` when the store keeps no sort orders
   * @spec imapifolder-savecontentssort
   */
  SaveContentsSort(lpSortCriteria: SSortOrderSet, ulFlags?: number): Hr;
  /**
   * Deletes everything in the folder, subfolders included, but not the folder. Submitted messages stay.
   *
   * @param ulUIParam the window that owns a progress dialog
   * @param lpProgress where progress goes under `FOLDER_DIALOG`; null for the dialog that MAPI brings
   * @param ulFlags `DEL_ASSOCIATED` to delete hidden messages of this folder, too; `DELETE_HARD_DELETE` to keep no
   *   deleted copies; `FOLDER_DIALOG` to show progress
   * @returns `S_OK`; `MAPI_W_PARTIAL_COMPLETION`
   * @spec imapifolder-emptyfolder
   */
  EmptyFolder(ulUIParam: number, lpProgress: IMAPIProgress | null, ulFlags?: number): Hr;
}

/** The IID of {@link IMAPIFolder:interface}. */
export const IMAPIFolder: Iid<IMAPIFolder> = iid<IMAPIFolder, IMAPIContainer>(
  'IMAPIFolder',
  '0002030C-0000-0000-C000-000000000046',
  IMAPIContainer,
  {
    CreateMessage: '([unique] LPCIID lpInterface, ULONG ulFlags, [out, iid_is(lpInterface)] LPMESSAGE *lppMessage)',
    CopyMessages:
      '(LPENTRYLIST lpMsgList, [unique] LPCIID lpInterface, [iid_is(lpInterface)] LPVOID lpDestFolder, ULONG_PTR ulUIParam, [unique] LPMAPIPROGRESS lpProgress, ULONG ulFlags)',
    DeleteMessages: '(LPENTRYLIST lpMsgList, ULONG_PTR ulUIParam, [unique] LPMAPIPROGRESS lpProgress, ULONG ulFlags)',
    CreateFolder:
      '(ULONG ulFolderType, LPTSTR lpszFolderName, [unique] LPTSTR lpszFolderComment, [unique] LPCIID lpInterface, ULONG ulFlags, [out, iid_is(lpInterface)] LPMAPIFOLDER *lppFolder)',
    CopyFolder:
      '(ULONG cbEntryID, [size_is(cbEntryID)] LPENTRYID lpEntryID, [unique] LPCIID lpInterface, [iid_is(lpInterface)] LPVOID lpDestFolder, [unique] LPTSTR lpszNewFolderName, ULONG_PTR ulUIParam, [unique] LPMAPIPROGRESS lpProgress, ULONG ulFlags)',
    DeleteFolder:
      '(ULONG cbEntryID, [size_is(cbEntryID)] LPENTRYID lpEntryID, ULONG_PTR ulUIParam, [unique] LPMAPIPROGRESS lpProgress, ULONG ulFlags)',
    SetReadFlags:
      '([unique] LPENTRYLIST lpMsgList, ULONG_PTR ulUIParam, [unique] LPMAPIPROGRESS lpProgress, ULONG ulFlags)',
    GetMessageStatus:
      '(ULONG cbEntryID, [size_is(cbEntryID)] LPENTRYID lpEntryID, ULONG ulFlags, [out] ULONG *lpulMessageStatus)',
    SetMessageStatus:
      '(ULONG cbEntryID, [size_is(cbEntryID)] LPENTRYID lpEntryID, ULONG ulNewStatus, ULONG ulNewStatusMask, [out] ULONG *lpulOldStatus)',
    SaveContentsSort: '(LPSSortOrderSet lpSortCriteria, ULONG ulFlags)',
    EmptyFolder: '(ULONG_PTR ulUIParam, [unique] LPMAPIPROGRESS lpProgress, ULONG ulFlags)',
  },
  'later',
);
