import {
  type AnyIid,
  acquire,
  ComError,
  type Guid,
  type Iid,
  ILockBytes,
  type IStorage,
  IStream,
  type IUnknown,
  storageOnLockBytes,
  storageOnStream,
  type Warning,
} from '../../com/index.js';
import {
  type EntryId,
  IAddrBook,
  type IMAPIAdviseSink,
  IMessage,
  MAPI_BEST_ACCESS,
  MAPI_DEFERRED_ERRORS,
  MAPI_E_INTERFACE_NOT_SUPPORTED,
  MAPI_E_INVALID_PARAMETER,
  MAPI_E_NOT_FOUND,
  MAPI_MODIFY,
  MAPI_UNICODE,
  type NOTIFICATION,
  NOTIFY_CANCELED,
  NOTIFY_SYNC,
  type NotifKey,
  type OpenedEntry,
  PR_PROVIDER_DLL_NAME_W,
  PR_RESOURCE_FLAGS,
  PR_RESOURCE_TYPE,
  type PropValue,
  prop,
  STATUSROW_UPDATE,
  STGSTRM_CREATE,
  STGSTRM_CURRENT,
  STGSTRM_MODIFY,
} from '../../mapi/index.js';
import { openAddressBookTelling } from '../addressbook/addressbook.js';
import { oneOffAsAsked } from '../addressbook/oneoff.js';
import { propOf, shownFlags } from '../profile/tree.js';
import { requireFlags } from '../props/arguments.js';
import { requireProps } from '../props/setting.js';
import type { SessionCore } from '../session/core.js';
import { SupportObject } from './supportobject.js';

/** The support object of a provider in a session: what all kinds have. @spec imapisupportiunknown */
export class ProviderSupport extends SupportObject {
  /** The session. */
  protected readonly core: SessionCore;
  /** PR_PROVIDER_UID. */
  protected readonly uid: Guid;
  readonly #connections = new Set<number>();

  /**
   * @param core the session
   * @param uid PR_PROVIDER_UID, which names the provider's section, too
   */
  constructor(core: SessionCore, uid: Guid) {
    super(core.profile, uid);
    this.core = core;
    this.uid = uid;
  }

  /** See {@link IMAPISupport.Subscribe}. @spec imapisupport-subscribe */
  override Subscribe(lpKey: NotifKey, ulEventMask: number, ulFlags: number, lpAdviseSink: IMAPIAdviseSink): number {
    const flags = requireFlags(ulFlags, NOTIFY_SYNC);
    const key = requireKey(lpKey);
    using waited = (flags & NOTIFY_SYNC) !== 0 ? this.core.synchronous.make(lpAdviseSink, key) : null;
    const connection = this.core.subscriptions.advise(key, ulEventMask, waited ?? lpAdviseSink);
    this.#connections.add(connection);
    return connection;
  }

  /** See {@link IMAPISupport.Unsubscribe}. @spec imapisupport-unsubscribe */
  override Unsubscribe(ulConnection: number): void {
    if (!this.#connections.delete(ulConnection)) throw new ComError(MAPI_E_NOT_FOUND, 'there is no such connection');
    this.core.subscriptions.unadvise(ulConnection);
  }

  /** See {@link IMAPISupport.Notify}. @spec imapisupport-notify */
  override async Notify(lpKey: NotifKey, lpNotifications: readonly NOTIFICATION[], lpulFlags: number): Promise<number> {
    // What was answered the last time may be in the variable still.
    requireFlags(lpulFlags, MAPI_UNICODE | NOTIFY_CANCELED);
    const key = requireKey(lpKey);
    if (!Array.isArray(lpNotifications)) throw new ComError(MAPI_E_INVALID_PARAMETER, 'lpNotifications is no array');
    for (const event of lpNotifications) this.core.subscriptions.notify(event, [key]);
    if (!this.core.synchronous.has(key)) return 0;
    await this.core.subscriptions.settled();
    return this.core.synchronous.takeCancel(key) ? NOTIFY_CANCELED : 0;
  }

  /** See {@link IMAPISupport.ModifyStatusRow}. @spec imapisupport-modifystatusrow */
  override ModifyStatusRow(lpColumnVals: readonly PropValue[], ulFlags = 0): void {
    requireFlags(ulFlags, STATUSROW_UPDATE);
    requireProps(lpColumnVals);
    const { status } = this.core;
    if ((ulFlags & STATUSROW_UPDATE) === 0) status.remove(this.uid);
    status.put(this.uid, lpColumnVals);
    const section = this.core.profile.section(this.uid);
    status.putOwn(this.uid, [
      prop(PR_PROVIDER_DLL_NAME_W, propOf(section, PR_PROVIDER_DLL_NAME_W) ?? ''),
      prop(PR_RESOURCE_TYPE, propOf(section, PR_RESOURCE_TYPE) ?? 0),
      prop(PR_RESOURCE_FLAGS, this.core.statusFlags(this.uid, shownFlags(this.core.profile.entry, this.uid))),
    ]);
  }

  /** See {@link IMAPISupport.CreateOneOff}. @spec imapisupport-createoneoff */
  override CreateOneOff(lpszName: string | null, lpszAdrType: string, lpszAddress: string, ulFlags = 0): EntryId {
    return oneOffAsAsked(lpszName, lpszAdrType, lpszAddress, ulFlags);
  }

  /** See {@link IMAPISupport.CompareEntryIDs}. @spec imapisupport-compareentryids */
  override async CompareEntryIDs(lpEntry1: EntryId, lpEntry2: EntryId, ulCompareFlags = 0): Promise<number> {
    requireFlags(ulCompareFlags, 0);
    return await this.core.compareEntryIds(lpEntry1, lpEntry2);
  }

  /** See {@link IMAPISupport.OpenEntry}. @spec imapisupport-openentry */
  override async OpenEntry<I extends IUnknown>(
    lpEntryID: EntryId,
    lpInterface: Iid<I> | null,
    ulOpenFlags = 0,
  ): Promise<OpenedEntry<I>> {
    requireFlags(ulOpenFlags, MAPI_MODIFY | MAPI_BEST_ACCESS | MAPI_DEFERRED_ERRORS);
    return (await this.core.openEntry(lpEntryID, lpInterface, ulOpenFlags)) as OpenedEntry<I>;
  }

  /** See {@link IMAPISupport.OpenAddressBook}. @spec imapisupport-openaddressbook */
  override async OpenAddressBook<I extends IUnknown = IAddrBook>(
    lpInterface: Iid<I> | null,
    ulFlags = 0,
  ): Promise<I | Warning<I>> {
    requireFlags(ulFlags, 0);
    if (lpInterface !== null && lpInterface?.guid !== IAddrBook.guid)
      throw new ComError(MAPI_E_INTERFACE_NOT_SUPPORTED, 'providers get the address book as an IAddrBook');
    return (await openAddressBookTelling(this.core, lpInterface)) as unknown as I | Warning<I>;
  }

  /** See {@link IMAPISupport.WrapStoreEntryID}. @spec imapisupport-wrapstoreentryid */
  override WrapStoreEntryID(lpOrigEntry: EntryId): EntryId {
    if (!(lpOrigEntry instanceof Uint8Array) || lpOrigEntry.length === 0)
      throw new ComError(MAPI_E_INVALID_PARAMETER, 'lpOrigEntry is no entry ID');
    return this.core.stores.wrapped(this.uid, lpOrigEntry);
  }

  /** See {@link IMAPISupport.IStorageFromStream}, and decision 0057. @spec imapisupport-istoragefromstream */
  override async IStorageFromStream(lpUnkIn: IUnknown, lpInterface: AnyIid | null, ulFlags = 0): Promise<IStorage> {
    const flags = requireFlags(ulFlags, STGSTRM_CREATE | STGSTRM_MODIFY | STGSTRM_CURRENT);
    const options = {
      create: (flags & STGSTRM_CREATE) !== 0,
      // A new storage that could not be written would be of no use.
      writable: (flags & (STGSTRM_CREATE | STGSTRM_MODIFY)) !== 0,
    };
    if (lpInterface !== null && lpInterface?.guid === ILockBytes.guid)
      return await storageOnLockBytes(lpUnkIn as ILockBytes, options);
    if (lpInterface !== null && lpInterface?.guid !== IStream.guid)
      throw new ComError(MAPI_E_INTERFACE_NOT_SUPPORTED, 'storages are laid over an IStream or an ILockBytes');
    return await storageOnStream(lpUnkIn as IStream, { ...options, atCurrent: (flags & STGSTRM_CURRENT) !== 0 });
  }

  /** Ends what the provider left registered. */
  override finalRelease(): void {
    for (const connection of this.#connections) this.core.subscriptions.unadvise(connection);
    this.#connections.clear();
    super.finalRelease();
  }
}

/**
 * The message that a provider passes: what its own callers gave it, which may be NULL or something else.
 *
 * @param message what was passed
 * @param name the parameter's documented name
 * @returns a pointer that the caller releases
 * @throws {ComError} `MAPI_E_INVALID_PARAMETER` for nothing or no object, `MAPI_E_INTERFACE_NOT_SUPPORTED` for another object
 */
export const messageIn = (message: unknown, name = 'lpMessage'): IMessage => acquire(message, IMessage, name);

function requireKey(key: NotifKey): NotifKey {
  if (key instanceof Uint8Array && key.length > 0) return key;
  throw new ComError(MAPI_E_INVALID_PARAMETER, 'lpKey is no key');
}
