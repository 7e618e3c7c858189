import {
  type AnyIid,
  ComError,
  type HResult,
  type Iid,
  type IUnknown,
  isPointer,
  lineage,
  S_OK,
} from '../../com/index.js';
import {
  COPY_SUBFOLDERS,
  type EntryId,
  FOLDER_DIALOG,
  FOLDER_MOVE,
  IMAPIFolder,
  type IMAPIProgress,
  MAPI_DECLINE_OK,
  MAPI_E_DECLINE_COPY,
  MAPI_E_INTERFACE_NOT_SUPPORTED,
  MAPI_E_INVALID_PARAMETER,
  MAPI_TOP_LEVEL,
  MAPI_UNICODE,
  MAPI_W_PARTIAL_COMPLETION,
  MESSAGE_DIALOG,
  MESSAGE_MOVE,
  type PropTag,
  type SPropProblem,
} from '../../mapi/index.js';
import { requireFlags } from '../props/arguments.js';
import { copyObject, copyOfObject } from './copyobject.js';
import { copyFolder, copyMessages } from './folderparts.js';
import { ProviderSupport } from './providersupport.js';
import { reportBefore } from './reportbefore.js';
import { SilentProgress } from './silentprogress.js';

/**
 * What the support object of a message store does for its copy methods: it copies between objects of whichever providers, through
 * their interfaces alone.
 *
 * @spec imapisupportiunknown
 */
export class CopyingSupport extends ProviderSupport {
  /** See {@link IMAPISupport.DoProgressDialog}. @spec imapisupport-doprogressdialog */
  override DoProgressDialog(_ulUIParam: number, ulFlags = 0): IMAPIProgress {
    requireFlags(ulFlags, MAPI_TOP_LEVEL);
    return SilentProgress.make();
  }

  /** See {@link IMAPISupport.CopyMessages}. @spec imapisupport-copymessages */
  override async CopyMessages<S extends IUnknown, D extends IUnknown>(
    lpSrcInterface: Iid<S> | null,
    lpSrcFolder: S,
    lpMsgList: readonly EntryId[],
    lpDestInterface: Iid<D> | null,
    lpDestFolder: D,
    _ulUIParam: number,
    lpProgress: IMAPIProgress | null,
    ulFlags = 0,
  ): Promise<HResult> {
    const flags = requireFlags(undeclined(ulFlags), MESSAGE_MOVE | MESSAGE_DIALOG);
    if (!Array.isArray(lpMsgList)) throw new ComError(MAPI_E_INVALID_PARAMETER, 'lpMsgList is no list');
    using source = folderOf(lpSrcInterface, lpSrcFolder);
    using target = folderOf(lpDestInterface, lpDestFolder);
    const indicator = (flags & MESSAGE_DIALOG) !== 0 ? lpProgress : null;
    await reportBefore(source, lpMsgList, target);
    const left = await copyMessages(source, lpMsgList, target, flags, indicator);
    return left > 0 ? MAPI_W_PARTIAL_COMPLETION : S_OK;
  }

  /** See {@link IMAPISupport.CopyFolder}. @spec imapisupport-copyfolder */
  override async CopyFolder<S extends IUnknown, D extends IUnknown>(
    lpSrcInterface: Iid<S> | null,
    lpSrcFolder: S,
    lpEntryID: EntryId,
    lpDestInterface: Iid<D> | null,
    lpDestFolder: D,
    lszNewFolderName: string | null,
    _ulUIParam: number,
    lpProgress: IMAPIProgress | null,
    ulFlags = 0,
  ): Promise<HResult> {
    const flags = requireFlags(undeclined(ulFlags), FOLDER_MOVE | COPY_SUBFOLDERS | FOLDER_DIALOG | MAPI_UNICODE);
    using source = folderOf(lpSrcInterface, lpSrcFolder);
    using target = folderOf(lpDestInterface, lpDestFolder);
    const indicator = (flags & FOLDER_DIALOG) !== 0 ? lpProgress : null;
    const left = await copyFolder(source, lpEntryID, target, lszNewFolderName, flags, indicator);
    return left > 0 ? MAPI_W_PARTIAL_COMPLETION : S_OK;
  }

  /** See {@link IMAPISupport.DoCopyTo}. @spec imapisupport-docopyto */
  override async DoCopyTo<S extends IUnknown, D extends IUnknown>(
    lpSrcInterface: Iid<S>,
    lpSrcObj: S,
    rgiidExclude: readonly AnyIid[] | null,
    lpExcludeProps: readonly PropTag[] | null,
    _ulUIParam: number,
    lpProgress: IMAPIProgress | null,
    lpDestInterface: Iid<D>,
    lpDestObj: D,
    ulFlags = 0,
  ): Promise<readonly SPropProblem[]> {
    const source = { iid: lpSrcInterface as AnyIid, object: lpSrcObj };
    return await copyObject(source, rgiidExclude, lpExcludeProps, {
      iid: lpDestInterface as unknown as Iid<IUnknown>,
      object: lpDestObj,
      progress: lpProgress,
      flags: undeclined(ulFlags),
    });
  }

  /** See {@link IMAPISupport.DoCopyProps}. @spec imapisupport-docopyprops */
  override async DoCopyProps<S extends IUnknown, D extends IUnknown>(
    lpSrcInterface: Iid<S>,
    lpSrcObj: S,
    lpIncludeProps: readonly PropTag[],
    _ulUIParam: number,
    lpProgress: IMAPIProgress | null,
    lpDestInterface: Iid<D>,
    lpDestObj: D,
    ulFlags = 0,
  ): Promise<readonly SPropProblem[]> {
    const source = { iid: lpSrcInterface as AnyIid, object: lpSrcObj };
    return await copyOfObject(source, lpIncludeProps, {
      iid: lpDestInterface as unknown as Iid<IUnknown>,
      object: lpDestObj,
      progress: lpProgress,
      flags: undeclined(ulFlags),
    });
  }
}

function folderOf(iid: AnyIid | null, folder: IUnknown): IMAPIFolder {
  if (iid !== null && !lineage(IMAPIFolder).some(({ guid }) => guid === iid?.guid))
    throw new ComError(MAPI_E_INTERFACE_NOT_SUPPORTED, 'messages and folders are copied between IMAPIFolders');
  if (!isPointer(folder)) throw new ComError(MAPI_E_INVALID_PARAMETER, 'this is no folder');
  const [, pointer] = folder.QueryInterface(IMAPIFolder);
  if (!pointer) throw new ComError(MAPI_E_INTERFACE_NOT_SUPPORTED, 'the object is no folder');
  return pointer;
}

/**
 * A provider hands its flags on as it got them. One of them asks not to be helped by MAPI.
 *
 * @throws {ComError} `MAPI_E_DECLINE_COPY`
 */
function undeclined(ulFlags: number): number {
  if (Number.isInteger(ulFlags) && (ulFlags & MAPI_DECLINE_OK) !== 0)
    throw new ComError(
      MAPI_E_DECLINE_COPY,
      'the provider copies with the help of MAPI, which the caller does not want',
    );
  return ulFlags;
}
