import { type AnyIid, ComError, type IUnknown, implementationOf, isPointer } from '../../../../com/index.js';
import {
  FOLDER_SEARCH,
  IMAPIFolder,
  MAPI_E_INTERFACE_NOT_SUPPORTED,
  MAPI_E_INVALID_OBJECT,
  MAPI_E_INVALID_PARAMETER,
  MAPI_E_NO_ACCESS,
  MAPI_E_NO_SUPPORT,
} from '../../../../mapi/index.js';
import { PropObject } from '../../../../subsystem/index.js';
import { requireInterface } from '../arguments.js';
import { FolderBag } from '../folder-bag.js';

/** A folder that copies go to. */
export interface Destination {
  /** The folder as a caller sees it; whoever asked for it releases it. */
  readonly pointer: IMAPIFolder;
  /** The folder itself when it is one of a comail store in this process. */
  readonly own: FolderBag | null;
}

/**
 * The folder behind `lpDestFolder`, of whichever store and provider.
 *
 * @param iid the interface that the caller names; null for the usual one
 * @param pointer the folder
 * @throws {ComError} `MAPI_E_INVALID_PARAMETER` for no pointer, `MAPI_E_INVALID_OBJECT` for a released one,
 *   `MAPI_E_INTERFACE_NOT_SUPPORTED` for an object that is no folder, `MAPI_E_NO_ACCESS` for a read-only folder of this provider,
 *   `MAPI_E_NO_SUPPORT` for a search folder
 */
export function destinationOf(iid: AnyIid | null, pointer: IUnknown): Destination {
  requireInterface(iid, IMAPIFolder);
  if (!isPointer(pointer)) throw new ComError(MAPI_E_INVALID_PARAMETER, 'lpDestFolder is no folder');
  const implementation = implementationOf(pointer);
  if (implementation === null) throw new ComError(MAPI_E_INVALID_OBJECT, 'the target was released');
  const [, folder] = pointer.QueryInterface(IMAPIFolder);
  if (!folder) throw new ComError(MAPI_E_INTERFACE_NOT_SUPPORTED, 'the target is no folder');
  const own =
    implementation instanceof PropObject && implementation.bag instanceof FolderBag ? implementation.bag : null;
  try {
    if (own && !(implementation as PropObject).writable)
      throw new ComError(MAPI_E_NO_ACCESS, 'the target is read-only: open it with MAPI_MODIFY');
    if (own) requireReal(own);
  } catch (error) {
    folder.Release();
    throw error;
  }
  return { pointer: folder, own };
}

/** @throws {ComError} `MAPI_E_NO_SUPPORT` for a search folder */
export function requireReal({ row }: FolderBag): void {
  if (row.type === FOLDER_SEARCH)
    throw new ComError(MAPI_E_NO_SUPPORT, 'a search folder shows what lies elsewhere: nothing can be put into it');
}
