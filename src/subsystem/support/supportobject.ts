import {
  type AnyIid,
  ComError,
  com,
  E_INVALIDARG,
  type FinalRelease,
  type Guid,
  type HResult,
  type Iid,
  type Impl,
  type IStorage,
  type IUnknown,
  invalidate,
  isPointer,
  newGuid,
  type Warning,
} from '../../com/index.js';
import {
  type ADRPARM,
  type AddressedBySupport,
  type AdrList,
  type DismissModeless,
  type EntryId,
  type FnButton,
  type IAddrBook,
  type IMAPIAdviseSink,
  type IMAPIProgress,
  type IMAPIProp,
  IMAPISupport,
  type IMAPITable,
  type IMessage,
  type IProfSect,
  MAPI_DEFERRED_ERRORS,
  MAPI_E_INVALID_OBJECT,
  MAPI_E_NO_SUPPORT,
  MAPI_E_NOT_ENOUGH_MEMORY,
  MAPI_MODIFY,
  type MAPIERROR,
  type MemAllocRoutines,
  type NEWMAIL_NOTIFICATION,
  type NOTIFICATION,
  type NotifKey,
  type OpenedEntry,
  type PropTag,
  type PropValue,
  type SPropProblem,
} from '../../mapi/index.js';
import type { Profile } from '../profile/profile.js';
import { uidOf } from '../profile/profile.js';
import { requireFlags } from '../props/arguments.js';
import { defaultCodePage } from '../props/codepage.js';
import { lastErrorAnswer } from '../props/lasterror.js';

/**
 * What every support object has, and all that the one of a message service has. The objects of providers add the methods that the
 * page lists for their kind; the others answer `MAPI_E_NO_SUPPORT`.
 * @spec imapisupportiunknown
 */
export class SupportObject implements Impl<IMAPISupport>, FinalRelease {
  /** The profile that it works on. */
  protected readonly profile: Profile;
  readonly #section: Guid | null;

  /**
   * @param profile the profile
   * @param section the section of whoever uses the object: the provider's own
   */
  constructor(profile: Profile, section: Guid | null) {
    this.profile = profile;
    this.#section = section;
  }

  /** Publishes it. */
  publish(): IMAPISupport {
    return com(this as unknown as Impl<IMAPISupport>, IMAPISupport);
  }

  /** The section of whoever uses it; null when there is none. */
  protected get section(): Guid | null {
    return this.#section;
  }

  finalRelease(): void {}

  /** See {@link IMAPISupport.GetLastError}. @spec imapisupport-getlasterror */
  GetLastError(hResult: HResult, ulFlags = 0): MAPIERROR {
    return lastErrorAnswer(this, hResult, ulFlags, defaultCodePage);
  }

  /** See {@link IMAPISupport.GetMemAllocRoutines}. @spec imapisupport-getmemallocroutines */
  GetMemAllocRoutines(): MemAllocRoutines {
    return memory;
  }

  /** See {@link IMAPISupport.OpenProfileSection}. @spec imapisupport-openprofilesection */
  OpenProfileSection(lpUid: Guid | null, ulFlags = 0): IProfSect {
    const modify = (requireFlags(ulFlags, MAPI_MODIFY | MAPI_DEFERRED_ERRORS) & MAPI_MODIFY) !== 0;
    const uid = lpUid === null ? this.#section : uidOf(lpUid);
    if (uid === null) throw new ComError(E_INVALIDARG, 'a message service has no section of its own; name one');
    return this.profile.openSection(uid, { modify, force: true });
  }

  /** See {@link IMAPISupport.NewUID}. @spec imapisupport-newuid */
  NewUID(): Guid {
    return newGuid();
  }

  /** See {@link IMAPISupport.MakeInvalid}. @spec imapisupport-makeinvalid */
  MakeInvalid(ulFlags: number, lpObject: IUnknown, _ulRefCount: number, cMethods: number): void {
    requireFlags(ulFlags, 0);
    if (!Number.isInteger(cMethods) || cMethods < 3)
      throw new ComError(E_INVALIDARG, 'an object has at least the three methods of IUnknown');
    if (!isPointer(lpObject)) throw new ComError(E_INVALIDARG, 'lpObject is no interface pointer');
    invalidate(lpObject, MAPI_E_INVALID_OBJECT);
  }

  /** There are no dialogs. See {@link IMAPISupport.DoConfigPropsheet}. @spec imapisupport-doconfigpropsheet */
  DoConfigPropsheet(
    _ulUIParam: number,
    ulFlags: number,
    _lpszTitle: string | null,
    _lpDisplayTable: IMAPITable,
    _lpConfigData: IMAPIProp,
    _ulTopPage: number,
  ): void {
    requireFlags(ulFlags, 0);
    throw new ComError(MAPI_E_NO_SUPPORT, 'there are no dialogs here; configure by properties');
  }

  /** See {@link IMAPISupport.GetSvcConfigSupportObj}. @spec imapisupport-getsvcconfigsupportobj */
  GetSvcConfigSupportObj(ulFlags = 0): IMAPISupport {
    requireFlags(ulFlags, 0);
    return new SupportObject(this.profile, null).publish();
  }

  // From here on: methods that only the objects of some kinds of providers have.

  Subscribe(_lpKey: NotifKey, _ulEventMask: number, _ulFlags: number, _lpAdviseSink: IMAPIAdviseSink): number {
    throw notHere('Subscribe');
  }

  Unsubscribe(_ulConnection: number): void {
    throw notHere('Unsubscribe');
  }

  Notify(_lpKey: NotifKey, _lpNotifications: readonly NOTIFICATION[], _lpulFlags: number): number | Promise<number> {
    throw notHere('Notify');
  }

  ModifyStatusRow(_lpColumnVals: readonly PropValue[], _ulFlags = 0): void {
    throw notHere('ModifyStatusRow');
  }

  RegisterPreprocessor(
    _lpMuid: Guid | null,
    _lpszAdrType: string | null,
    _lpszDLLName: string,
    _lpszPreprocess: string | null,
    _lpszRemovePreprocessInfo: string | null,
    _ulFlags = 0,
  ): void {
    throw notHere('RegisterPreprocessor');
  }

  SpoolerYield(_ulFlags = 0): void | Warning<void> | Promise<void | Warning<void>> {
    throw notHere('SpoolerYield');
  }

  SpoolerNotify(_ulFlags: number, _lpvData: EntryId | NEWMAIL_NOTIFICATION | MAPIERROR | null): void | Promise<void> {
    throw notHere('SpoolerNotify');
  }

  CreateOneOff(_lpszName: string | null, _lpszAdrType: string, _lpszAddress: string, _ulFlags = 0): EntryId {
    throw notHere('CreateOneOff');
  }

  SetProviderUID(_lpProviderID: Guid, _ulFlags = 0): void {
    throw notHere('SetProviderUID');
  }

  CompareEntryIDs(_lpEntry1: EntryId, _lpEntry2: EntryId, _ulCompareFlags = 0): number | Promise<number> {
    throw notHere('CompareEntryIDs');
  }

  OpenTemplateID<I extends IUnknown>(
    _lpTemplateID: EntryId,
    _ulTemplateFlags: number,
    _lpMAPIPropData: IMAPIProp,
    _lpInterface: Iid<I> | null,
    _lpMAPIPropSibling: IMAPIProp | null,
  ): I | Promise<I> {
    throw notHere('OpenTemplateID');
  }

  OpenEntry<I extends IUnknown>(
    _lpEntryID: EntryId,
    _lpInterface: Iid<I> | null,
    _ulOpenFlags = 0,
  ): OpenedEntry<I> | Promise<OpenedEntry<I>> {
    throw notHere('OpenEntry');
  }

  GetOneOffTable(_ulFlags = 0): IMAPITable | Promise<IMAPITable> {
    throw notHere('GetOneOffTable');
  }

  Address(_lpulUIParam: number, _lpAdrParms: ADRPARM, _lppAdrList: AdrList | null): AddressedBySupport {
    throw notHere('Address');
  }

  Details(
    _lpulUIParam: number,
    _lpfnDismiss: DismissModeless | null,
    _lpvDismissContext: unknown,
    _lpEntryID: EntryId | null,
    _lpfButtonCallback: FnButton | null,
    _lpvButtonContext: unknown,
    _lpszButtonText: string | null,
    _ulFlags = 0,
  ): number {
    throw notHere('Details');
  }

  NewEntry(
    _ulUIParam: number,
    _ulFlags: number,
    _lpEIDContainer: EntryId | null,
    _lpEIDNewEntryTpl: EntryId | null,
  ): EntryId {
    throw notHere('NewEntry');
  }

  CopyMessages<S extends IUnknown, D extends IUnknown>(
    _lpSrcInterface: Iid<S> | null,
    _lpSrcFolder: S,
    _lpMsgList: readonly EntryId[],
    _lpDestInterface: Iid<D> | null,
    _lpDestFolder: D,
    _ulUIParam: number,
    _lpProgress: IMAPIProgress | null,
    _ulFlags = 0,
  ): HResult | Promise<HResult> {
    throw notHere('CopyMessages');
  }

  CopyFolder<S extends IUnknown, D extends IUnknown>(
    _lpSrcInterface: Iid<S> | null,
    _lpSrcFolder: S,
    _lpEntryID: EntryId,
    _lpDestInterface: Iid<D> | null,
    _lpDestFolder: D,
    _lszNewFolderName: string | null,
    _ulUIParam: number,
    _lpProgress: IMAPIProgress | null,
    _ulFlags = 0,
  ): HResult | Promise<HResult> {
    throw notHere('CopyFolder');
  }

  DoCopyTo<S extends IUnknown, D extends IUnknown>(
    _lpSrcInterface: Iid<S>,
    _lpSrcObj: S,
    _rgiidExclude: readonly AnyIid[] | null,
    _lpExcludeProps: readonly PropTag[] | null,
    _ulUIParam: number,
    _lpProgress: IMAPIProgress | null,
    _lpDestInterface: Iid<D>,
    _lpDestObj: D,
    _ulFlags = 0,
  ): Promise<readonly SPropProblem[]> {
    throw notHere('DoCopyTo');
  }

  DoCopyProps<S extends IUnknown, D extends IUnknown>(
    _lpSrcInterface: Iid<S>,
    _lpSrcObj: S,
    _lpIncludeProps: readonly PropTag[],
    _ulUIParam: number,
    _lpProgress: IMAPIProgress | null,
    _lpDestInterface: Iid<D>,
    _lpDestObj: D,
    _ulFlags = 0,
  ): Promise<readonly SPropProblem[]> {
    throw notHere('DoCopyProps');
  }

  DoProgressDialog(_ulUIParam: number, _ulFlags = 0): IMAPIProgress {
    throw notHere('DoProgressDialog');
  }

  ReadReceipt(
    _ulFlags: number,
    _lpReadMessage: IMessage,
    _lppEmptyMessage: IMessage | null,
  ): IMessage | null | Promise<IMessage | null> {
    throw notHere('ReadReceipt');
  }

  PrepareSubmit(_lpMessage: IMessage, _lpulFlags: number): number | Promise<number> {
    throw notHere('PrepareSubmit');
  }

  ExpandRecips(_lpMessage: IMessage): number | Promise<number> {
    throw notHere('ExpandRecips');
  }

  UpdatePAB(_ulFlags: number, _lpMessage: IMessage): void | Promise<void> {
    throw notHere('UpdatePAB');
  }

  DoSentMail(_ulFlags: number, _lpMessage: IMessage): Promise<void | Warning<void>> {
    throw notHere('DoSentMail');
  }

  OpenAddressBook<I extends IUnknown = IAddrBook>(
    _lpInterface: Iid<I> | null,
    _ulFlags = 0,
  ): I | Promise<I | Warning<I>> {
    throw notHere('OpenAddressBook');
  }

  Preprocess(_ulFlags: number, _lpEntryID: EntryId): void | Promise<void> {
    throw notHere('Preprocess');
  }

  CompleteMsg(_ulFlags: number, _lpEntryID: EntryId): void | Promise<void> {
    throw notHere('CompleteMsg');
  }

  StoreLogoffTransports(_lpulFlags: number): number | Promise<number> {
    throw notHere('StoreLogoffTransports');
  }

  StatusRecips(_lpMessage: IMessage, _lpRecipList: AdrList): void | Promise<void> {
    throw notHere('StatusRecips');
  }

  WrapStoreEntryID(_lpOrigEntry: EntryId): EntryId {
    throw notHere('WrapStoreEntryID');
  }

  ModifyProfile(_ulFlags = 0): void {
    throw notHere('ModifyProfile');
  }

  IStorageFromStream(_lpUnkIn: IUnknown, _lpInterface: AnyIid | null, _ulFlags = 0): IStorage | Promise<IStorage> {
    throw notHere('IStorageFromStream');
  }
}

const notHere = (method: string): ComError =>
  new ComError(MAPI_E_NO_SUPPORT, `${method} is not for this kind of provider`);

/** There is one kind of memory in Node; buffers go away by themselves. */
const memory: MemAllocRoutines = Object.freeze({
  lpAllocateBuffer: (cbSize: number) => allocate(cbSize),
  lpAllocateMore: (cbSize: number) => allocate(cbSize),
  lpFreeBuffer: () => 0 as HResult,
});

function allocate(cbSize: number): readonly [HResult, Uint8Array] | readonly [HResult, null] {
  try {
    return [0 as HResult, new Uint8Array(cbSize)];
  } catch {
    return [MAPI_E_NOT_ENOUGH_MEMORY, null];
  }
}
