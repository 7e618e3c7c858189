import {
  acquire,
  borrow,
  ComError,
  com,
  type FinalRelease,
  type Guid,
  type HResult,
  type Iid,
  type Impl,
  type IUnknown,
  invalidate,
  ok,
  type Warning,
} from '../../com/index.js';
import {
  AB_NO_DIALOG,
  type EntryId,
  type IAddrBook,
  type IMAPIAdviseSink,
  type IMAPIFolder,
  type IMAPIProp,
  IMAPISession,
  type IMAPITable,
  IMessage,
  type IMsgServiceAdmin,
  type IMsgStore,
  type IProfSect,
  MAPI_BEST_ACCESS,
  MAPI_DEFAULT_STORE,
  MAPI_DEFERRED_ERRORS,
  MAPI_E_INVALID_ENTRYID,
  MAPI_E_INVALID_OBJECT,
  MAPI_E_INVALID_PARAMETER,
  MAPI_E_NO_SUPPORT,
  MAPI_E_NOT_FOUND,
  MAPI_LOGOFF_SHARED,
  MAPI_LOGOFF_UI,
  MAPI_NEW_MESSAGE,
  MAPI_POST_MESSAGE,
  MAPI_PRIMARY_STORE,
  MAPI_SECONDARY_STORE,
  MAPI_SIMPLE_STORE_PERMANENT,
  MAPI_SIMPLE_STORE_TEMPORARY,
  MAPI_UNICODE,
  type MAPIERROR,
  MDB_NO_DIALOG,
  MDB_NO_MAIL,
  MDB_ONLINE,
  MDB_TEMPORARY,
  MDB_WRITE,
  type OpenedEntry,
  type PropValue,
  STATUS_DEFAULT_STORE,
  STATUS_PRIMARY_STORE,
  STATUS_SECONDARY_STORE,
  STATUS_SIMPLE_STORE,
} from '../../mapi/index.js';
import { openAddressBookTelling } from '../addressbook/addressbook.js';
import { type Profile, uidOf } from '../profile/profile.js';
import { openSection } from '../profile/provideradmin.js';
import { type HasProfile, openServiceAdmin } from '../profile/serviceadmin.js';
import { requireFlags } from '../props/arguments.js';
import { defaultCodePage } from '../props/codepage.js';
import { lastErrorAnswer } from '../props/lasterror.js';
import { codeOf } from './answering.js';
import { Connections } from './connections.js';
import type { SessionCore } from './core.js';
import { queryIdentity } from './identity.js';
import { requireAddressType, usualOptions } from './options.js';

/** One logon to a session. @spec imapisessioniunknown */
export class SessionObject implements Impl<IMAPISession>, FinalRelease, HasProfile {
  readonly #core: SessionCore;
  readonly #counts: boolean;
  readonly #connections: Connections;
  readonly #forms = new Map<number, IMessage>();
  #lastForm = 0;
  #over = false;

  /**
   * @param core the session, entered here
   * @param counts whether it is a logon: whether the session goes on until this one ends, too
   */
  constructor(core: SessionCore, counts = true) {
    this.#core = core;
    this.#counts = counts;
    this.#connections = new Connections(core);
    if (counts) core.enter();
  }

  /** Publishes it. */
  publish(): IMAPISession {
    return com(this as unknown as Impl<IMAPISession>, IMAPISession);
  }

  /** Its profile. */
  get profile(): Profile {
    return this.#core.profile;
  }

  /** See {@link IMAPISession.GetLastError}. @spec imapisession-getlasterror */
  GetLastError(hResult: HResult, ulFlags = 0): MAPIERROR {
    return lastErrorAnswer(this, hResult, ulFlags, defaultCodePage);
  }

  /** See {@link IMAPISession.GetMsgStoresTable}. @spec imapisession-getmsgstorestable */
  async GetMsgStoresTable(ulFlags = 0): Promise<IMAPITable> {
    return await this.#core.stores.table((requireFlags(ulFlags, MAPI_UNICODE) & MAPI_UNICODE) !== 0);
  }

  /** See {@link IMAPISession.OpenMsgStore}. @spec imapisession-openmsgstore */
  async OpenMsgStore<I extends IUnknown = IMsgStore>(
    _ulUIParam: number,
    lpEntryID: EntryId,
    lpInterface: Iid<I> | null,
    ulFlags = 0,
  ): Promise<I | Warning<I>> {
    const known = MDB_WRITE | MDB_NO_DIALOG | MDB_NO_MAIL | MDB_TEMPORARY | MDB_ONLINE;
    const flags = requireFlags(ulFlags, known | MAPI_BEST_ACCESS | MAPI_DEFERRED_ERRORS);
    if (!(lpEntryID instanceof Uint8Array) || lpEntryID.length < 4)
      throw new ComError(MAPI_E_INVALID_ENTRYID, 'lpEntryID is no entry ID');
    const write = (flags & MAPI_BEST_ACCESS) !== 0 ? MDB_WRITE : 0;
    const passed = (flags & ~(MAPI_BEST_ACCESS | MDB_ONLINE)) | write;
    return (await this.#core.stores.open(lpEntryID, lpInterface, passed)) as I | Warning<I>;
  }

  /** See {@link IMAPISession.OpenAddressBook}. @spec imapisession-openaddressbook */
  async OpenAddressBook<I extends IUnknown = IAddrBook>(
    _ulUIParam: number,
    lpInterface: Iid<I> | null,
    ulFlags = 0,
  ): Promise<I | Warning<I>> {
    requireFlags(ulFlags, AB_NO_DIALOG);
    return (await openAddressBookTelling(this.#core, lpInterface)) as unknown as I | Warning<I>;
  }

  /** See {@link IMAPISession.OpenProfileSection}. @spec imapisession-openprofilesection */
  OpenProfileSection<I extends IUnknown = IProfSect>(lpUID: Guid, lpInterface: Iid<I> | null, ulFlags = 0): I {
    const section = openSection(this.profile, uidOf(lpUID), lpInterface, ulFlags, false);
    return this.#core.handedOut.keep(section) as unknown as I;
  }

  /** See {@link IMAPISession.GetStatusTable}. @spec imapisession-getstatustable */
  async GetStatusTable(ulFlags = 0): Promise<IMAPITable> {
    const unicode = (requireFlags(ulFlags, MAPI_UNICODE) & MAPI_UNICODE) !== 0;
    // Transports have their rows when the spooler has logged them on.
    await this.#core.mail.started();
    return this.#core.handedOut.keep(this.#core.status.open(unicode));
  }

  /** See {@link IMAPISession.OpenEntry}. @spec imapisession-openentry */
  async OpenEntry<I extends IUnknown = IMAPIProp>(
    lpEntryID: EntryId | null,
    lpInterface: Iid<I> | null,
    ulFlags = 0,
  ): Promise<OpenedEntry<I>> {
    if (lpEntryID === null) throw new ComError(MAPI_E_INVALID_ENTRYID, 'lpEntryID is NULL');
    return (await this.#core.openEntry(lpEntryID, lpInterface, ulFlags)) as OpenedEntry<I>;
  }

  /** See {@link IMAPISession.CompareEntryIDs}. @spec imapisession-compareentryids */
  async CompareEntryIDs(lpEntryID1: EntryId, lpEntryID2: EntryId, ulFlags = 0): Promise<number> {
    requireFlags(ulFlags, 0);
    return await this.#core.compareEntryIds(lpEntryID1, lpEntryID2);
  }

  /** See {@link IMAPISession.Advise}. @spec imapisession-advise */
  async Advise(lpEntryID: EntryId | null, ulEventMask: number, lpAdviseSink: IMAPIAdviseSink): Promise<number> {
    return await this.#connections.advise(lpEntryID, ulEventMask, lpAdviseSink);
  }

  /** See {@link IMAPISession.Unadvise}. @spec imapisession-unadvise */
  async Unadvise(ulConnection: number): Promise<void> {
    await this.#connections.unadvise(ulConnection);
  }

  /**
   * There are no dialogs: the message gets the usual values of the options that it does not have. See
   * {@link IMAPISession.MessageOptions}.
   */
  async MessageOptions(_ulUIParam: number, ulFlags: number, lpszAdrType: string, lpMessage: IMessage): Promise<void> {
    requireFlags(ulFlags, MAPI_UNICODE);
    const usual = await this.#core.mail.defaultOptions(requireAddressType(lpszAdrType), 'message');
    if (!usual) throw new ComError(MAPI_E_NOT_FOUND, `no transport has options for messages to ${lpszAdrType}`);
    using message = acquire(lpMessage, IMessage, 'lpMessage');
    const row = await ok(
      message.GetProps(
        usual.map(([tag]) => tag),
        MAPI_UNICODE,
      ),
    );
    const missing = usual.filter(([tag]) => !row.has(tag));
    if (missing.length > 0) await ok(message.SetProps(missing));
  }

  /** See {@link IMAPISession.QueryDefaultMessageOpt}. */
  async QueryDefaultMessageOpt(lpszAdrType: string, ulFlags = 0): Promise<readonly PropValue[]> {
    const unicode = requireFlags(ulFlags, MAPI_UNICODE) !== 0;
    return await usualOptions(this.#core, lpszAdrType, 'message', unicode);
  }

  /** See {@link IMAPISession.EnumAdrTypes}. @spec imapisession-enumadrtypes */
  async EnumAdrTypes(ulFlags = 0): Promise<readonly string[]> {
    requireFlags(ulFlags, MAPI_UNICODE);
    return await this.#core.mail.addressTypes();
  }

  /** See {@link IMAPISession.QueryIdentity}. @spec imapisession-queryidentity */
  async QueryIdentity(): Promise<EntryId | Warning<EntryId>> {
    await this.#core.mail.started();
    return queryIdentity(this.#core.status);
  }

  /** See {@link IMAPISession.Logoff}. @spec imapisession-logoff */
  async Logoff(_ulUIParam: number, ulFlags: number, ulReserved: number): Promise<void> {
    requireFlags(ulFlags, MAPI_LOGOFF_SHARED | MAPI_LOGOFF_UI);
    requireFlags(ulReserved, 0);
    const all = (ulFlags & MAPI_LOGOFF_SHARED) !== 0 && this.#core.shared;
    const pointer = borrow<IMAPISession>(this as unknown as Impl<IMAPISession>, IMAPISession);
    pointer.AddRef();
    try {
      invalidate(pointer, MAPI_E_INVALID_OBJECT);
      await this.#end(all);
    } finally {
      pointer.Release();
    }
  }

  /** See {@link IMAPISession.SetDefaultStore}. @spec imapisession-setdefaultstore */
  async SetDefaultStore(ulFlags: number, lpEntryID: EntryId | null): Promise<void> {
    const kind = defaultStores.get(ulFlags);
    if (!kind) throw new ComError(MAPI_E_INVALID_PARAMETER, 'ulFlags is none of the kinds of default stores');
    await this.#core.stores.mark(kind.flag, lpEntryID, kind.permanent);
  }

  /** See {@link IMAPISession.AdminServices}. @spec imapisession-adminservices */
  AdminServices(ulFlags = 0): IMsgServiceAdmin {
    requireFlags(ulFlags, 0);
    return openServiceAdmin(this.profile, this.#core.handedOut.keep);
  }

  /** There are no forms to show. See {@link IMAPISession.ShowForm}. @spec imapisession-showform */
  ShowForm(
    _ulUIParam: number,
    _lpMsgStore: IMsgStore,
    _lpParentFolder: IMAPIFolder,
    lpInterface: Iid<IMessage> | null,
    ulMessageToken: number,
    lpMessageSent: null,
    ulFlags: number,
    _ulMessageStatus: number,
    _ulMessageFlags: number,
    _ulAccess: number,
    _lpszMessageClass: string,
  ): void {
    requireFlags(ulFlags, MAPI_NEW_MESSAGE | MAPI_POST_MESSAGE);
    if (lpMessageSent !== null) throw new ComError(MAPI_E_INVALID_PARAMETER, 'lpMessageSent is reserved; pass NULL');
    requireMessage(lpInterface);
    const message = this.#forms.get(ulMessageToken);
    if (!message) throw new ComError(MAPI_E_INVALID_PARAMETER, 'the token is none of PrepareForm, or was used already');
    this.#forms.delete(ulMessageToken);
    message.Release();
    throw new ComError(MAPI_E_NO_SUPPORT, 'there are no forms here to show the message in');
  }

  /** See {@link IMAPISession.PrepareForm}. @spec imapisession-prepareform */
  PrepareForm(lpInterface: Iid<IMessage> | null, lpMessage: IMessage): number {
    requireMessage(lpInterface);
    this.#forms.set(++this.#lastForm, acquire(lpMessage, IMessage, 'lpMessage'));
    return this.#lastForm;
  }

  /** A session that was released without Logoff logs off. */
  finalRelease(): void {
    void this.#end().catch(codeOf);
  }

  async #end(all = false): Promise<void> {
    if (this.#over) return;
    this.#over = true;
    for (const message of this.#forms.values()) message.Release();
    this.#forms.clear();
    if (!this.#counts) return await this.#connections.close();
    await this.#core.tellEnd();
    await this.#connections.close();
    // Whoever ends the session for all knows that already.
    if (all) this.#core.tellLogoff();
    await this.#core.leave();
  }
}

const defaultStores: ReadonlyMap<number, { readonly flag: number; readonly permanent: boolean }> = new Map([
  [MAPI_DEFAULT_STORE, { flag: STATUS_DEFAULT_STORE, permanent: true }],
  [MAPI_SIMPLE_STORE_TEMPORARY, { flag: STATUS_SIMPLE_STORE, permanent: false }],
  [MAPI_SIMPLE_STORE_PERMANENT, { flag: STATUS_SIMPLE_STORE, permanent: true }],
  [MAPI_PRIMARY_STORE, { flag: STATUS_PRIMARY_STORE, permanent: true }],
  [MAPI_SECONDARY_STORE, { flag: STATUS_SECONDARY_STORE, permanent: true }],
]);

function requireMessage(iid: { readonly guid: Guid } | null): void {
  if (iid !== null && iid?.guid !== IMessage.guid)
    throw new ComError(MAPI_E_INVALID_PARAMETER, 'lpInterface is not IMessage');
}
