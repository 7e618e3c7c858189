import { type HResult, type Hr, type Iid, IUnknown, iid, type Out } from '../../com/index.js';
import type { MAPIERROR } from '../types/mapierror.js';
import type { IMAPITable } from './imapitable.js';
import type { IMsgServiceAdmin } from './imsgserviceadmin.js';

/**
 * The profiles of a user. Names have up to 64 characters: letters, digits, underscores and blanks within. There are no
 * passwords: pass null. `MAPI_APP_PROFILE` concerns profiles that a program keeps for itself.
 * @spec iprofadminiunknown
 */
export interface IProfAdmin extends IUnknown {
  /**
   * Explains the failure of an earlier call on this object.
   *
   * @param hResult the code that the call answered
   * @param ulFlags `MAPI_UNICODE` for Unicode texts
   * @returns `S_OK` with the explanation, whose texts are empty when there is nothing to add; `MAPI_E_BAD_CHARWIDTH`
   *   when the texts can't be had in the width asked for
   * @spec iprofadmin-getlasterror
   */
  GetLastError(hResult: HResult, ulFlags?: number): Out<MAPIERROR>;
  /**
   * Opens the table of profiles as they are now: name, and whether it is the default one. Later changes do not show.
   *
   * @param ulFlags `MAPI_APP_PROFILE` to list also the profiles of programs
   * @returns `S_OK` with the table
   * @spec iprofadmin-getprofiletable
   */
  GetProfileTable(ulFlags?: number): Out<IMAPITable>;
  /**
   * Makes a profile.
   *
   * @param lpszProfileName its name
   * @param lpszPassword null
   * @param ulUIParam the window that owns dialogs
   * @param ulFlags `MAPI_DEFAULT_SERVICES` to add the services of `[Default Services]`; `MAPI_DIALOG` to let them be
   *   configured; `MAPI_APP_PROFILE` for a profile of a program
   * @returns `S_OK`; `MAPI_E_NO_ACCESS` when the name is taken
   * @spec iprofadmin-createprofile
   */
  CreateProfile(lpszProfileName: string, lpszPassword: string | null, ulUIParam: number, ulFlags?: number): Hr;
  /**
   * Deletes a profile, at once or, when it is in use, after its last session. Each of its services hears of it first.
   *
   * @param lpszProfileName the profile
   * @param ulFlags `MAPI_APP_PROFILE` for a profile of a program
   * @returns `S_OK`; `MAPI_E_NOT_FOUND` when there is none of this name; `MAPI_E_NO_ACCESS` when it belongs to a
   *   program and the flag is not set
   * @spec iprofadmin-deleteprofile
   */
  DeleteProfile(lpszProfileName: string, ulFlags?: number): Hr;
  /**
   * Does nothing, as profiles have no passwords.
   *
   * @param lpszProfileName the profile
   * @param lpszOldPassword the old password
   * @param lpszNewPassword the new password
   * @param ulFlags `MAPI_UNICODE` for Unicode texts
   * @returns `S_OK`
   * @spec iprofadmin-changeprofilepassword
   */
  ChangeProfilePassword(
    lpszProfileName: string,
    lpszOldPassword: string | null,
    lpszNewPassword: string | null,
    ulFlags?: number,
  ): Hr;
  /**
   * Copies a profile.
   *
   * @param lpszOldProfileName the profile
   * @param lpszOldPassword null
   * @param lpszNewProfileName the name of the copy
   * @param ulUIParam the window that owns dialogs
   * @param ulFlags `MAPI_DIALOG` to allow dialogs; `MAPI_APP_PROFILE` for a profile of a program, whose copy is one,
   *   too
   * @returns `S_OK`; `MAPI_E_ACCESS_DENIED` when the new name is taken; `MAPI_E_LOGON_FAILED` when the password is
   *   wrong and the user can't be asked; `MAPI_E_NO_ACCESS` when it belongs to a program and the flag is not set;
   *   `MAPI_E_NOT_FOUND` when there is none of this name; `MAPI_E_USER_CANCEL` when the user gave up
   * @spec iprofadmin-copyprofile
   */
  CopyProfile(
    lpszOldProfileName: string,
    lpszOldPassword: string | null,
    lpszNewProfileName: string,
    ulUIParam: number,
    ulFlags?: number,
  ): Hr;
  /**
   * Renames a profile, at once or, when it is in use, after its last session.
   *
   * @param lpszOldProfileName the profile
   * @param lpszOldPassword null
   * @param lpszNewProfileName its new name
   * @param ulUIParam the window that owns dialogs
   * @param ulFlags `MAPI_APP_PROFILE` for a profile of a program
   * @returns `S_OK`; `MAPI_E_LOGON_FAILED` when the password is wrong; `MAPI_E_NO_ACCESS` when it belongs to a program
   *   and the flag is not set; `MAPI_E_USER_CANCEL` when the user gave up
   * @spec iprofadmin-renameprofile
   */
  RenameProfile(
    lpszOldProfileName: string,
    lpszOldPassword: string | null,
    lpszNewProfileName: string,
    ulUIParam: number,
    ulFlags?: number,
  ): Hr;
  /**
   * Says which profile is used when none is named; its `PR_DEFAULT_PROFILE` becomes true.
   *
   * @param lpszProfileName the profile; null for none
   * @param ulFlags `MAPI_UNICODE` for a Unicode name
   * @returns `S_OK`; `E_FAIL` when it can't be the default, as one that belongs to a program; `MAPI_E_NOT_FOUND` when
   *   there is none of this name
   * @spec iprofadmin-setdefaultprofile
   */
  SetDefaultProfile(lpszProfileName: string | null, ulFlags?: number): Hr;
  /**
   * Opens the administration of a profile's message services.
   *
   * @param lpszProfileName the profile
   * @param lpszPassword null
   * @param ulUIParam the window that owns dialogs
   * @param ulFlags `MAPI_DIALOG` to allow dialogs; `MAPI_UNICODE` for a Unicode name
   * @returns `S_OK` with the administration; `MAPI_E_LOGON_FAILED` when there is none of this name, or the password is
   *   wrong and the user can't be asked; `MAPI_E_USER_CANCEL` when the user gave up
   * @spec iprofadmin-adminservices
   */
  AdminServices(
    lpszProfileName: string,
    lpszPassword: string | null,
    ulUIParam: number,
    ulFlags?: number,
  ): Out<IMsgServiceAdmin>;
}

/** The IID of {@link IProfAdmin:interface}. */
export const IProfAdmin: Iid<IProfAdmin> = iid<IProfAdmin, IUnknown>(
  'IProfAdmin',
  '0002031C-0000-0000-C000-000000000046',
  IUnknown,
  {
    GetLastError: '(HRESULT hResult, ULONG ulFlags, [out] LPMAPIERROR *lppMAPIError)',
    GetProfileTable: '(ULONG ulFlags, [out] LPMAPITABLE *lppTable)',
    CreateProfile: '(LPTSTR lpszProfileName, [unique] LPTSTR lpszPassword, ULONG_PTR ulUIParam, ULONG ulFlags)',
    DeleteProfile: '(LPTSTR lpszProfileName, ULONG ulFlags)',
    ChangeProfilePassword:
      '(LPTSTR lpszProfileName, [unique] LPTSTR lpszOldPassword, [unique] LPTSTR lpszNewPassword, ULONG ulFlags)',
    CopyProfile:
      '(LPTSTR lpszOldProfileName, [unique] LPTSTR lpszOldPassword, LPTSTR lpszNewProfileName, ULONG_PTR ulUIParam, ULONG ulFlags)',
    RenameProfile:
      '(LPTSTR lpszOldProfileName, [unique] LPTSTR lpszOldPassword, LPTSTR lpszNewProfileName, ULONG_PTR ulUIParam, ULONG ulFlags)',
    SetDefaultProfile: '([unique] LPTSTR lpszProfileName, ULONG ulFlags)',
    AdminServices:
      '(LPTSTR lpszProfileName, [unique] LPTSTR lpszPassword, ULONG_PTR ulUIParam, ULONG ulFlags, [out] LPSERVICEADMIN *lppServiceAdmin)',
  },
  'later',
);
