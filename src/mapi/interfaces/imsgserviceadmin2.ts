import { type Guid, type Iid, iid, type Out } from '../../com/index.js';
import { IMsgServiceAdmin } from './imsgserviceadmin.js';

/** Adds a way to learn which service was just made. @spec imsgserviceadmin2imsgserviceadmin */
export interface IMsgServiceAdmin2 extends IMsgServiceAdmin {
  /**
   * Adds a service, as CreateMsgService does, and tells its UID.
   *
   * @param lpszService its name in `[Services]`
   * @param lpszDisplayName the name to show; not heeded when MapiSvc.inf has one. Null for that one
   * @param ulUIParam the window that owns dialogs
   * @param ulFlags as in CreateMsgService
   * @returns `S_OK` with the UID; `MAPI_E_NOT_FOUND` when there is no such service
   * @spec imsgserviceadmin2-createmsgserviceex
   */
  CreateMsgServiceEx(
    lpszService: string,
    lpszDisplayName: string | null,
    ulUIParam: number,
    ulFlags?: number,
  ): Out<Guid>;
}

/** The IID of {@link IMsgServiceAdmin2:interface}. */
export const IMsgServiceAdmin2: Iid<IMsgServiceAdmin2> = iid<IMsgServiceAdmin2, IMsgServiceAdmin>(
  'IMsgServiceAdmin2',
  '00020387-0000-0000-C000-000000000046',
  IMsgServiceAdmin,
  {
    CreateMsgServiceEx:
      '(LPTSTR lpszService, [unique] LPTSTR lpszDisplayName, ULONG_PTR ulUIParam, ULONG ulFlags, [out] LPMAPIUID lpuidService)',
  },
  'later',
);
