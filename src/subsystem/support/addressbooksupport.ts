import { acquire, ComError, type Guid, type Iid, type IUnknown, ok } from '../../com/index.js';
import {
  type ADRPARM,
  type AddressedBySupport,
  type AdrList,
  DIALOG_MODAL,
  DIALOG_SDI,
  type DismissModeless,
  type EntryId,
  FILL_ENTRY,
  type FnButton,
  type IMAPIProgress,
  IMAPIProp,
  type IMAPITable,
  MAPI_E_INVALID_PARAMETER,
  MAPI_E_NO_SUPPORT,
  MAPI_E_UNKNOWN_ENTRYID,
  MAPI_TOP_LEVEL,
  MAPI_UNICODE,
} from '../../mapi/index.js';
import { requireAddressDialog, requireDialogFlags } from '../addressbook/dialogs.js';
import { uidOf } from '../profile/profile.js';
import { requireFlags } from '../props/arguments.js';
import type { SessionCore } from '../session/core.js';
import type { OwnerTicket } from '../session/owners.js';
import { ProviderSupport } from './providersupport.js';
import { SilentProgress } from './silentprogress.js';

/** The support object of an address book provider. @spec imapisupportiunknown */
export class AddressBookSupport extends ProviderSupport {
  readonly #ticket: OwnerTicket;

  /**
   * @param core the session
   * @param uid PR_PROVIDER_UID
   * @param ticket what the provider's UIDs are registered with
   */
  constructor(core: SessionCore, uid: Guid, ticket: OwnerTicket) {
    super(core, uid);
    this.#ticket = ticket;
  }

  /** See {@link IMAPISupport.SetProviderUID}. @spec imapisupport-setprovideruid */
  override SetProviderUID(lpProviderID: Guid, ulFlags = 0): void {
    requireFlags(ulFlags, 0);
    this.core.owners.register(uidOf(lpProviderID), this.#ticket);
  }

  /** See {@link IMAPISupport.DoProgressDialog}. @spec imapisupport-doprogressdialog */
  override DoProgressDialog(_ulUIParam: number, ulFlags = 0): IMAPIProgress {
    requireFlags(ulFlags, MAPI_TOP_LEVEL);
    return SilentProgress.make();
  }

  /** See {@link IMAPISupport.OpenTemplateID}. @spec imapisupport-opentemplateid */
  override async OpenTemplateID<I extends IUnknown>(
    lpTemplateID: EntryId,
    ulTemplateFlags: number,
    lpMAPIPropData: IMAPIProp,
    lpInterface: Iid<I> | null,
    lpMAPIPropSibling: IMAPIProp | null,
  ): Promise<I> {
    requireFlags(ulTemplateFlags, FILL_ENTRY);
    if (lpMAPIPropSibling !== null) throw new ComError(MAPI_E_INVALID_PARAMETER, 'lpMAPIPropSibling must be NULL');
    // The foreign provider may hand it out again as it is, as what was asked for.
    acquire(lpMAPIPropData, IMAPIProp, 'lpMAPIPropData').Release();
    if (lpInterface !== null) acquire(lpMAPIPropData, lpInterface, 'lpMAPIPropData').Release();
    const logon = this.core.addressBooks.logonOf(lpTemplateID);
    if (!logon) throw new ComError(MAPI_E_UNKNOWN_ENTRYID, 'no address book provider has such a template');
    return await ok(
      logon.OpenTemplateID(lpTemplateID, ulTemplateFlags, lpMAPIPropData, lpInterface as Iid<I>, lpMAPIPropSibling),
    );
  }

  /** The templates of all providers. See {@link IMAPISupport.GetOneOffTable}. @spec imapisupport-getoneofftable */
  override async GetOneOffTable(ulFlags = 0): Promise<IMAPITable> {
    const unicode = requireFlags(ulFlags, MAPI_UNICODE) !== 0;
    return await this.core.addressBooks.templates(unicode);
  }

  /** There are no dialogs. See {@link IMAPISupport.Address}. @spec imapisupport-address */
  override Address(_lpulUIParam: number, lpAdrParms: ADRPARM, lppAdrList: AdrList | null): AddressedBySupport {
    requireAddressDialog(lpAdrParms, lppAdrList);
    throw new ComError(MAPI_E_NO_SUPPORT, 'there are no dialogs here; ask for recipients in your own way');
  }

  /** There are no dialogs. See {@link IMAPISupport.Details}. @spec imapisupport-details */
  override Details(
    _lpulUIParam: number,
    _lpfnDismiss: DismissModeless | null,
    _lpvDismissContext: unknown,
    _lpEntryID: EntryId | null,
    _lpfButtonCallback: FnButton | null,
    _lpvButtonContext: unknown,
    _lpszButtonText: string | null,
    ulFlags = 0,
  ): number {
    requireDialogFlags(ulFlags, DIALOG_MODAL | DIALOG_SDI | MAPI_UNICODE);
    throw new ComError(MAPI_E_NO_SUPPORT, 'there are no dialogs here; open the entry and read its properties');
  }

  /** There are no dialogs. See {@link IMAPISupport.NewEntry}. @spec imapisupport-newentry */
  override NewEntry(
    _ulUIParam: number,
    ulFlags: number,
    _lpEIDContainer: EntryId | null,
    _lpEIDNewEntryTpl: EntryId | null,
  ): EntryId {
    requireFlags(ulFlags, 0);
    throw new ComError(MAPI_E_NO_SUPPORT, 'there are no dialogs here; use CreateEntry of the container');
  }
}
