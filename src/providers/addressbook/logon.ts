import {
  type AnyIid,
  ComError,
  com,
  type FinalRelease,
  type HResult,
  type Iid,
  type Impl,
  type IUnknown,
  ok,
  S_OK,
} from '../../com/index.js';
import {
  type EntryId,
  IABContainer,
  type IABLogon,
  IDistList,
  type IMAPIAdviseSink,
  IMAPIContainer,
  IMAPIProp,
  IMAPIStatus,
  type IMAPITable,
  IMailUser,
  MAPI_AB_PROVIDER,
  MAPI_ABCONT,
  MAPI_BEST_ACCESS,
  MAPI_CACHE_ONLY,
  MAPI_DEFERRED_ERRORS,
  MAPI_DISTLIST,
  MAPI_E_INVALID_ENTRYID,
  MAPI_E_NO_ACCESS,
  MAPI_E_NO_SUPPORT,
  MAPI_E_NOT_FOUND,
  MAPI_E_UNKNOWN_ENTRYID,
  MAPI_MAILUSER,
  MAPI_MODIFY,
  MAPI_STATUS,
  MAPI_UNICODE,
  type MAPIERROR,
  type MutableAdrList,
  type OpenedEntry,
  type OpenedStatus,
  PR_ENTRYID,
  type PropTag,
} from '../../mapi/index.js';
import { defaultCodePage, lastErrorAnswer, requireFlags, statusFacts } from '../../subsystem/index.js';
import { requireInterface } from './arguments.js';
import type { Book } from './book.js';
import { openContainer } from './container.js';
import { publishEntry } from './entries.js';
import { EntryBag } from './entrybag.js';
import { type BookEntryId, entryIdOf, isOfBook, parseEntryId } from './entryid.js';
import { prepared } from './resolveamong.js';
import { openRoot } from './root.js';
import { BookStatus } from './status.js';
import { templates } from './templates.js';

/** A session with a book. @spec iablogoniunknown */
export class BookLogon implements Impl<IABLogon>, FinalRelease {
  readonly #book: Book;
  #over = false;

  /** @param book the book, whose support object is released at the end */
  constructor(book: Book) {
    this.#book = book;
  }

  /** See {@link IABLogon.GetLastError}. @spec iablogon-getlasterror */
  GetLastError(hResult: HResult, ulFlags = 0): MAPIERROR {
    return lastErrorAnswer(this, hResult, ulFlags, defaultCodePage);
  }

  /** See {@link IABLogon.Logoff}. @spec iablogon-logoff */
  Logoff(ulFlags = 0): void {
    requireFlags(ulFlags, 0);
    this.finalRelease();
  }

  /** See {@link IABLogon.OpenEntry}. @spec iablogon-openentry */
  OpenEntry<I extends IUnknown>(lpEntryID: EntryId | null, lpInterface: Iid<I> | null, ulFlags = 0): OpenedEntry<I> {
    const known = MAPI_MODIFY | MAPI_BEST_ACCESS | MAPI_DEFERRED_ERRORS;
    const access = requireFlags(ulFlags, known) & (MAPI_MODIFY | MAPI_BEST_ACCESS);
    const { kind, id } = lpEntryID === null ? { kind: 'root', id: '' } : this.#own(lpEntryID);
    if (kind === 'root' && access === MAPI_MODIFY)
      throw new ComError(MAPI_E_NO_ACCESS, 'the root of an address book cannot be changed');
    const [lpulObjType, lppUnk] = this.#open(kind, id, access !== 0, lpInterface);
    return { lpulObjType, lppUnk: lppUnk as unknown as I };
  }

  /** See {@link IABLogon.CompareEntryIDs}. @spec iablogon-compareentryids */
  CompareEntryIDs(lpEntryID1: EntryId, lpEntryID2: EntryId, ulFlags = 0): number {
    requireFlags(ulFlags, 0);
    const [one, other] = [lpEntryID1, lpEntryID2].map((entryId) => parseEntryId(this.#book.uid, entryId));
    if (!one || !other) throw new ComError(MAPI_E_INVALID_ENTRYID, 'the entry ID is not one of this address book');
    return one.kind === other.kind && one.id === other.id ? 1 : 0;
  }

  /** See {@link IABLogon.Advise}. @spec iablogon-advise */
  async Advise(lpEntryID: EntryId | null, ulEventMask: number, lpAdviseSink: IMAPIAdviseSink): Promise<number> {
    if (lpEntryID !== null && !(lpEntryID instanceof Uint8Array && lpEntryID.length >= shortest))
      throw new ComError(MAPI_E_INVALID_ENTRYID, 'lpEntryID is no entry ID');
    // An entry ID that is the book's by its UID, and not otherwise, is none of anybody.
    if (lpEntryID !== null && isOfBook(this.#book.uid, lpEntryID) && !parseEntryId(this.#book.uid, lpEntryID))
      throw new ComError(MAPI_E_INVALID_ENTRYID, 'lpEntryID has not the form of the entry IDs of this address book');
    const { kind, id } = lpEntryID === null ? { kind: 'container' as const, id: undefined } : this.#own(lpEntryID);
    return await ok(this.#book.support.Subscribe(entryIdOf(this.#book.uid, kind, id), ulEventMask, 0, lpAdviseSink));
  }

  /** See {@link IABLogon.Unadvise}. @spec iablogon-unadvise */
  async Unadvise(ulConnection: number): Promise<void> {
    const hr = await this.#book.support.Unsubscribe(ulConnection);
    if (hr !== S_OK) throw new ComError(hr, 'there is no such connection');
  }

  /** See {@link IABLogon.OpenStatusEntry}. @spec iablogon-openstatusentry */
  async OpenStatusEntry<I extends IUnknown = IMAPIStatus>(
    lpInterface: Iid<I> | null,
    ulFlags = 0,
  ): Promise<OpenedStatus<I>> {
    requireFlags(ulFlags, MAPI_MODIFY);
    requireInterface(lpInterface, IMAPIStatus, IMAPIProp);
    const facts = await statusFacts(this.#book.support, MAPI_AB_PROVIDER);
    const status = com(new BookStatus(this.#book, facts) as Impl<IMAPIStatus>, IMAPIStatus);
    return { lpulObjType: MAPI_STATUS, lppEntry: this.#book.handedOut.keep(status) as unknown as I };
  }

  /** Its templates are for itself. See {@link IABLogon.OpenTemplateID}. @spec iablogon-opentemplateid */
  OpenTemplateID<I extends IUnknown = IMailUser>(
    _lpTemplateID: EntryId,
    _ulTemplateFlags: number,
    _lpMAPIPropData: IMAPIProp,
    _lpInterface: Iid<I> | null,
    _lpMAPIPropSibling: IMAPIProp | null,
  ): I {
    throw new ComError(MAPI_E_NO_SUPPORT, 'this address book has no code for entries of other address books');
  }

  /** See {@link IABLogon.GetOneOffTable}. @spec iablogon-getoneofftable */
  GetOneOffTable(ulFlags = 0): IMAPITable {
    const unicode = (requireFlags(ulFlags, MAPI_UNICODE) & MAPI_UNICODE) !== 0;
    return this.#book.handedOut.keep(templates(this.#book.uid, unicode));
  }

  /** See {@link IABLogon.PrepareRecips}. @spec iablogon-preparerecips */
  PrepareRecips(ulFlags: number, lpPropTagArray: readonly PropTag[] | null, lpRecipList: MutableAdrList): void {
    requireFlags(ulFlags, MAPI_CACHE_ONLY);
    // Its entry IDs are long-term ones already.
    if (lpPropTagArray === null || lpPropTagArray.length === 0) return;
    let lost = false;
    for (const [at, entry] of lpRecipList.entries()) {
      const entryId = entry.find(([tag]) => tag === PR_ENTRYID)?.[1] as EntryId | undefined;
      const own = entryId && parseEntryId(this.#book.uid, entryId);
      if (!own) continue;
      if (this.#book.entries.has(own.id)) lpRecipList[at] = prepared(entry, this.#book.shown(own.id), lpPropTagArray);
      else lost = true;
    }
    if (lost) throw new ComError(MAPI_E_NOT_FOUND, 'a recipient is not in the address book any more');
  }

  /** Ends what it has handed out, and lets go of the support object. */
  finalRelease(): void {
    if (this.#over) return;
    this.#over = true;
    this.#book.handedOut.end();
    this.#book.support.Release();
  }

  #own(entryId: EntryId): BookEntryId {
    const own = parseEntryId(this.#book.uid, entryId);
    if (!own) throw new ComError(MAPI_E_UNKNOWN_ENTRYID, 'the entry ID is not one of this address book');
    return own;
  }

  #open(kind: string, id: string, writable: boolean, iid: AnyIid | null): readonly [number, IUnknown] {
    if (kind === 'root' || kind === 'container') {
      requireInterface(iid, IABContainer, IMAPIContainer, IMAPIProp);
      const container = kind === 'root' ? openRoot(this.#book) : openContainer(this.#book);
      return [MAPI_ABCONT, this.#book.handedOut.keep(container)];
    }
    if (kind !== 'user' && kind !== 'list') throw new ComError(MAPI_E_NOT_FOUND, 'a template is no entry');
    const bag = EntryBag.open(this.#book, id);
    if (bag.kind === 'list') requireInterface(iid, IDistList, IMAPIContainer, IMAPIProp);
    else requireInterface(iid, IMailUser, IMAPIProp);
    return [bag.kind === 'list' ? MAPI_DISTLIST : MAPI_MAILUSER, publishEntry(bag, writable)];
  }
}

/** Flags and the UID of a provider, in bytes: what every entry ID begins with. */
const shortest = 20;
