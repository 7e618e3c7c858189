import { type Guid, type HResult, type Iid, iid, type Ret } from '../../com/index.js';
import { IPropertyContainer } from './ipropertycontainer.js';

/** An account of Outlook Express: its properties, and what can be done with it as a whole. */
export interface IImnAccount extends IPropertyContainer {
  /** Whether the account is stored. @returns `S_OK` when it is */
  Exist(): HResult;
  /** Makes it the account that is used when none is named. */
  SetAsDefault(): HResult;
  /** Removes it. */
  Delete(): HResult;
  /** Stores what the property methods changed. */
  SaveChanges(): HResult;
  /** The kind of account: news 0, mail 1, directory 2. */
  GetAccountType(): Ret<number>;
  /** The kinds of server it names, `SRV_*` bits. */
  GetServerTypes(): Ret<number>;
  /**
   * Shows the account to the user.
   *
   * @param hwnd the window that owns the dialog
   * @param dwFlags what to show
   */
  ShowProperties(hwnd: number, dwFlags: number): HResult;
  /**
   * Checks a value without writing it.
   *
   * @param dwPropTag the property
   * @param pb the value
   */
  ValidateProperty(dwPropTag: number, pb: Uint8Array): HResult;
  /**
   * Asks the user for what an account needs.
   *
   * @param hwnd the window that owns the dialog
   * @param dwFlags what to ask
   */
  DoWizard(hwnd: number, dwFlags: number): HResult;
  /**
   * Brings an account over from another program.
   *
   * @param hwnd the window that owns the dialog
   * @param clsid the importer
   * @param dwFlags what to bring
   */
  DoImportWizard(hwnd: number, clsid: Guid, dwFlags: number): HResult;
}

/** The IID of {@link IImnAccount:interface}. */
export const IImnAccount: Iid<IImnAccount> = iid<IImnAccount, IPropertyContainer>(
  'IImnAccount',
  'FD465482-1384-11D0-ABBD-0020AFDFD10A',
  IPropertyContainer,
  {
    Exist: '()',
    SetAsDefault: '()',
    Delete: '()',
    SaveChanges: '()',
    GetAccountType: '([out] ACCTTYPE *pAcctType)',
    GetServerTypes: '([out] DWORD *pdwSrvTypes)',
    ShowProperties: '(HWND hwnd, DWORD dwFlags)',
    ValidateProperty: '(DWORD dwPropTag, [size_is(cb)] BYTE *pb, ULONG cb)',
    DoWizard: '(HWND hwnd, DWORD dwFlags)',
    DoImportWizard: '(HWND hwnd, CLSID clsid, DWORD dwFlags)',
  },
);
