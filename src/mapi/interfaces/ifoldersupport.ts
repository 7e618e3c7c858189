import { type Iid, IUnknown, iid, type Out } from '../../com/index.js';

/**
 * Whether a folder can be shared.
 * @spec ifoldersupportiunknown
 */
export interface IFolderSupport extends IUnknown {
  /**
   * Tells what the folder supports.
   *
   * @returns `S_OK` with `FS_SUPPORTS_SHARING` or `FS_NONE`
   * @spec ifoldersupport-getsupportmask
   */
  GetSupportMask(): Out<number>;
}

/** The IID of {@link IFolderSupport:interface}. */
export const IFolderSupport: Iid<IFolderSupport> = iid<IFolderSupport, IUnknown>(
  'IFolderSupport',
  '00375AC3-ECAF-4EF8-A527-34F452FA9C67',
  IUnknown,
  { GetSupportMask: '([out] DWORD *pdwSupportMask)' },
  'later',
);
