import { log } from '../../base/index.js';
import { type AnyIid, ComError, type Guid, type IUnknown, nameOf, ok, Warning } from '../../com/index.js';
import {
  type AdrEntry,
  type EntryId,
  fnevCriticalError,
  fnevExtended,
  IMAPIProp,
  IMailUser,
  isPropError,
  MAPI_ABCONT,
  MAPI_BEST_ACCESS,
  MAPI_CACHE_ONLY,
  MAPI_DEFERRED_ERRORS,
  MAPI_E_END_OF_SESSION,
  MAPI_E_INTERFACE_NOT_SUPPORTED,
  MAPI_E_INVALID_ENTRYID,
  MAPI_E_INVALID_OBJECT,
  MAPI_E_NO_ACCESS,
  MAPI_E_OBJECT_DELETED,
  MAPI_E_UNKNOWN_ENTRYID,
  MAPI_MAILUSER,
  MAPI_MODIFY,
  MAPI_NO_CACHE,
  MAPI_STORE,
  MAPI_TO,
  MAPI_UNICODE,
  MDB_NO_DIALOG,
  MDB_WRITE,
  type OpenedEntry,
  PR_ADDRTYPE_W,
  PR_DISPLAY_NAME_W,
  PR_EMAIL_ADDRESS_W,
  PR_ENTRYID,
  PR_RECIPIENT_TYPE,
  PR_SEARCH_KEY,
  PR_SMTP_ADDRESS_W,
  PR_STATUS_CODE,
  prop,
  SHOW_SOFT_DELETES,
  STATUS_AVAILABLE,
  STATUS_FAILURE,
  STATUS_PRIMARY_IDENTITY,
} from '../../mapi/index.js';
import { isGenericTemplate, openGenericTemplate } from '../addressbook/generictemplate.js';
import { openOneOff } from '../addressbook/mailuser.js';
import { isOneOffEntryId, recognizedOneOff } from '../addressbook/oneoff.js';
import { isRootEntryId, openRoot } from '../addressbook/root.js';
import { AdviseRegistry, SynchronousSinks } from '../notify/index.js';
import { followEdits } from '../profile/edits.js';
import { tells } from '../profile/identity.js';
import type { Profile } from '../profile/profile.js';
import { providerLists, providersOf } from '../profile/tree.js';
import { hold } from '../profile/use.js';
import { requireFlags } from '../props/arguments.js';
import { SessionAddressBooks } from './addressbooks.js';
import { HandedOut } from './handedout.js';
import type { MailPort } from './mailport.js';
import { type EntryOwner, EntryOwners } from './owners.js';
import { SessionServices } from './services.js';
import { openStatus } from './statusobject.js';
import { StatusRows, spoolerKey, statusKeyOf } from './statusrows.js';
import { SessionStores } from './stores.js';
import { unwrapStoreEntryId } from './storewrap.js';

/** What all logons to one session share: the profile, the providers, the status table, the spooler. */
export class SessionCore {
  readonly profile: Profile;
  /** Whether there is no spooler: `MAPI_NO_MAIL`. */
  readonly noMail: boolean;
  /** Whether later logons may join: `MAPI_ALLOW_OTHERS`. */
  readonly shared: boolean;
  /** Whose entry IDs are whose. */
  readonly owners: EntryOwners = new EntryOwners();
  readonly status: StatusRows;
  readonly stores: SessionStores;
  /** The services whose providers may be called. */
  readonly services: SessionServices;
  /** The address book providers. */
  readonly addressBooks: SessionAddressBooks;
  /** Sinks that providers have tell of their events (`Subscribe`), by their keys. */
  readonly subscriptions: AdviseRegistry = new AdviseRegistry();
  /** Those of these sinks that `Notify` waits for. */
  readonly synchronous: SynchronousSinks = new SynchronousSinks();
  /** Sinks of the session itself. */
  readonly sinks: AdviseRegistry = new AdviseRegistry();
  /** What ends with the session, whoever has it. */
  readonly handedOut: HandedOut = new HandedOut();
  /** The spooler. */
  readonly mail: MailPort;
  readonly #release: () => Promise<void>;
  readonly #unfollow: () => void;
  readonly #providers: ReadonlyMap<number, readonly Guid[]>;
  readonly #primary: ReadonlySet<Guid>;
  #logons = 0;
  #closing: Promise<void> | null = null;
  #ended = false;
  /** Called when the session ends. */
  onClosed: () => void = () => undefined;

  /**
   * @param profile the profile
   * @param options `noMail` and `shared` as the flags of `MAPILogonEx` say; `mail` makes the spooler
   */
  constructor(
    profile: Profile,
    options: { readonly noMail: boolean; readonly shared: boolean; readonly mail: (core: SessionCore) => MailPort },
  ) {
    this.profile = profile;
    this.noMail = options.noMail;
    this.shared = options.shared;
    this.status = new StatusRows(options.noMail ? STATUS_FAILURE : STATUS_AVAILABLE);
    this.services = new SessionServices(profile);
    this.stores = new SessionStores(this);
    this.addressBooks = new SessionAddressBooks(this);
    this.#release = hold(profile);
    const { entry } = profile;
    this.#providers = new Map([...providerLists.keys()].map((kind) => [kind, providersOf(entry, kind)]));
    this.#primary = new Set([...entry.sections.keys()].filter((uid) => tells(entry, uid)));
    this.#unfollow = followEdits(profile, () => this.stores.follow());
    this.mail = options.mail(this);
  }

  /**
   * The providers of one kind that the profile had when the session began, in their order then: who edits the profile edits the
   * next session. Stores are another matter, see {@link SessionStores}.
   *
   * @param kind PR_RESOURCE_TYPE
   * @spec imapisession-adminservices
   */
  providers(kind: number): readonly Guid[] {
    return this.#providers.get(kind) ?? [];
  }

  /**
   * PR_RESOURCE_FLAGS of a provider in the status table: who the user is stays as it was when the session began.
   *
   * @param uid PR_PROVIDER_UID
   * @param flags what the profile says now
   * @spec imapisession-adminservices
   */
  statusFlags(uid: Guid, flags: number): number {
    return this.#primary.has(uid) ? flags | STATUS_PRIMARY_IDENTITY : flags & ~STATUS_PRIMARY_IDENTITY;
  }

  /** Tells those who share the session that it ends: a critical error with MAPI_E_END_OF_SESSION. */
  tellLogoff(): void {
    this.sinks.notify({
      ulEventType: fnevCriticalError,
      info: { lpEntryID: null, scode: MAPI_E_END_OF_SESSION, ulFlags: 0, lpMAPIError: null },
    });
  }

  /** Tells of a client that logs off: an extended event. Answers when all who wanted to know have been told. */
  async tellEnd(): Promise<void> {
    this.sinks.notify({
      ulEventType: fnevExtended,
      info: { ulEvent: 0, pbEventParameters: new Uint8Array(0) },
    });
    await this.sinks.settled();
  }

  /** Whether it has ended, or is about to. */
  get closed(): boolean {
    return this.#closing !== null;
  }

  /**
   * What is called of an object that outlives the session fails.
   *
   * @throws {ComError} `MAPI_E_INVALID_OBJECT` when the session is over
   * @spec ending-a-mapi-session
   */
  requireLife(): void {
    if (this.#ended) throw new ComError(MAPI_E_INVALID_OBJECT, 'the session is over');
  }

  /** One more logon. */
  enter(): void {
    this.#logons++;
  }

  /** One logon less; the last one ends the session, and waits for that. */
  async leave(): Promise<void> {
    if (--this.#logons > 0) return;
    this.#closing ??= this.#close();
    await this.#closing;
  }

  /** The spooler's PR_STATUS_CODE, as it changes. */
  set spoolerStatus(code: number) {
    this.status.putOwn(spoolerKey, [prop(PR_STATUS_CODE, code)]);
  }

  /**
   * Opens an object of any provider of the session.
   *
   * @param entryId the object: a store, something in one, a status object, a one-off recipient, an address book entry
   * @param iid the interface; null for the usual one
   * @param ulFlags as `IMAPISession::OpenEntry` takes them
   * @throws {ComError} `MAPI_E_UNKNOWN_ENTRYID`, `MAPI_E_UNKNOWN_FLAGS`, and what the provider answers
   * @spec imapisession-openentry
   */
  async openEntry(entryId: EntryId, iid: AnyIid | null, ulFlags: number): Promise<OpenedEntry<IUnknown>> {
    this.requireLife();
    requireFlags(ulFlags, accessFlags | SHOW_SOFT_DELETES | MAPI_NO_CACHE | MAPI_CACHE_ONLY | MAPI_UNICODE);
    if (!(entryId instanceof Uint8Array)) throw new ComError(MAPI_E_INVALID_ENTRYID, 'lpEntryID is no entry ID');
    if (this.stores.isStore(entryId)) {
      const write = (ulFlags & (MAPI_MODIFY | MAPI_BEST_ACCESS)) !== 0 ? MDB_WRITE : 0;
      const flags = MDB_NO_DIALOG | write | (ulFlags & MAPI_DEFERRED_ERRORS);
      const opened = await this.stores.open(entryId, iid, flags);
      return { lpulObjType: MAPI_STORE, lppUnk: opened instanceof Warning ? opened.value : opened };
    }
    const status = statusKeyOf(entryId);
    const writing = (ulFlags & (MAPI_MODIFY | MAPI_BEST_ACCESS)) !== 0;
    if (status) return await openStatus(this, status, iid, writing ? MAPI_MODIFY : 0);
    if (isOneOffEntryId(entryId)) {
      if (iid !== null && iid.guid !== IMailUser.guid && iid.guid !== IMAPIProp.guid)
        throw new ComError(MAPI_E_INTERFACE_NOT_SUPPORTED, 'a one-off recipient is an IMailUser');
      requireReading(ulFlags, 'one-off recipients cannot be changed');
      return {
        lpulObjType: MAPI_MAILUSER,
        lppUnk: this.handedOut.keep(openOneOff(entryId, recognizedOneOff(entryId))),
      };
    }
    if (isGenericTemplate(entryId)) {
      if (iid !== null && iid.guid !== IMailUser.guid && iid.guid !== IMAPIProp.guid)
        throw new ComError(MAPI_E_INTERFACE_NOT_SUPPORTED, 'a template is an IMailUser');
      requireReading(ulFlags, 'a template cannot be changed');
      return { lpulObjType: MAPI_MAILUSER, lppUnk: this.handedOut.keep(openGenericTemplate()) };
    }
    if (isRootEntryId(entryId)) {
      requireReading(ulFlags, 'the root of the address book cannot be changed');
      return { lpulObjType: MAPI_ABCONT, lppUnk: this.handedOut.keep(openRoot(this, iid)) };
    }
    const owner = await this.ownerOf(entryId);
    // Deleted items are a matter of stores; caches one of Exchange, of whose flags others are not told.
    const meant = this.addressBooks.logonOf(entryId) ? accessFlags : accessFlags | SHOW_SOFT_DELETES;
    return await ok(owner.OpenEntry(entryId, iid, ulFlags & meant));
  }

  /** Compares two entry IDs, whoever made them: 1 when they mean the same object. */
  async compareEntryIds(one: EntryId, other: EntryId): Promise<number> {
    this.requireLife();
    if (![one, other].every((entryId) => entryId instanceof Uint8Array && entryId.length >= 4))
      throw new ComError(MAPI_E_UNKNOWN_ENTRYID, 'this is no entry ID');
    if (this.stores.isStore(one) && this.stores.isStore(other)) return (await this.stores.compare(one, other)) ? 1 : 0;
    if (isOneOffEntryId(one) && isOneOffEntryId(other)) {
      const [a, b] = [recognizedOneOff(one), recognizedOneOff(other)];
      const same = a.addressType.toUpperCase() === b.addressType.toUpperCase() && a.name === b.name;
      return same && a.address.toUpperCase() === b.address.toUpperCase() ? 1 : 0;
    }
    if (statusKeyOf(one) && statusKeyOf(other)) return statusKeyOf(one) === statusKeyOf(other) ? 1 : 0;
    if (isRootEntryId(one) && isRootEntryId(other)) return 1;
    if (isGenericTemplate(one) && isGenericTemplate(other)) return 1;
    // What different providers made, or MAPI itself, is never the same.
    if (this.isOurs(one) || this.isOurs(other)) {
      for (const entryId of [one, other])
        if (this.stores.isStore(entryId)) await this.stores.requireKnown(unwrapStoreEntryId(entryId).entryId);
        else if (!this.isOurs(entryId)) await this.ownerOf(entryId);
      return 0;
    }
    const owner = await this.ownerOf(one);
    if (owner !== (await this.ownerOf(other))) return 0;
    const [hr, same] = await owner.CompareEntryIDs(one, other, 0);
    // What a provider calls no entry ID of its own is nobody's.
    if (hr === MAPI_E_INVALID_ENTRYID)
      throw new ComError(MAPI_E_UNKNOWN_ENTRYID, 'the provider of the entry ID does not know it');
    if (same === null) throw new ComError(hr, `the provider could not compare the entry IDs: ${nameOf(hr)}`);
    return same;
  }

  /**
   * Whose entry ID it is; an address book provider is logged on for it when it was not yet.
   *
   * @param entryId the entry ID
   * @throws {ComError} `MAPI_E_UNKNOWN_ENTRYID` when no provider of the session has made it
   */
  async ownerOf(entryId: EntryId): Promise<EntryOwner> {
    if (!this.owners.knows(entryId)) await this.addressBooks.start();
    return this.owners.of(entryId);
  }

  /** Whether MAPI itself, not a provider, knows what it is. */
  isOurs(entryId: EntryId): boolean {
    return (
      this.stores.isStore(entryId) ||
      isOneOffEntryId(entryId) ||
      statusKeyOf(entryId) !== null ||
      isRootEntryId(entryId) ||
      isGenericTemplate(entryId)
    );
  }

  /** A recipient as it stands in recipient lists; null when the entry ID is nobody's who has an address. */
  async addressOf(entryId: EntryId): Promise<AdrEntry | null> {
    const { lppUnk } = await this.openEntry(entryId, IMAPIProp, 0);
    using user = lppUnk as IMAPIProp;
    const tags = [PR_DISPLAY_NAME_W, PR_ADDRTYPE_W, PR_EMAIL_ADDRESS_W, PR_SMTP_ADDRESS_W, PR_SEARCH_KEY] as const;
    const row = await ok(user.GetProps(tags, MAPI_UNICODE));
    if (!row.get(PR_ADDRTYPE_W) || !row.get(PR_EMAIL_ADDRESS_W)) return null;
    const had = row.toProps().filter((entry) => !isPropError(entry));
    return [prop(PR_RECIPIENT_TYPE, MAPI_TO), prop(PR_ENTRYID, entryId), ...had];
  }

  async #close(): Promise<void> {
    this.onClosed();
    this.#unfollow();
    try {
      await this.mail.close();
      await this.stores.close();
      await this.addressBooks.close();
    } finally {
      this.#ended = true;
      this.handedOut.end();
      this.sinks.close();
      this.subscriptions.close();
      await this.#letGo();
    }
  }

  /** Ends the use of the profile. The session is over, whether or not that can be written down: who looks sees when the process ends. */
  async #letGo(): Promise<void> {
    try {
      await this.#release();
    } catch (error) {
      // Where the profile is gone, nothing is left that could be told.
      if (error instanceof ComError && error.hr === MAPI_E_OBJECT_DELETED) return;
      const why = error instanceof Error ? error.message : String(error);
      log.warn(`the profile could not be told that a session has ended: ${why}`);
    }
  }
}

const accessFlags = MAPI_MODIFY | MAPI_BEST_ACCESS | MAPI_DEFERRED_ERRORS;

/** Who insists on writing what nobody can write does not get it; who asks for the best there is does. */
function requireReading(ulFlags: number, words: string): void {
  if ((ulFlags & (MAPI_MODIFY | MAPI_BEST_ACCESS)) === MAPI_MODIFY) throw new ComError(MAPI_E_NO_ACCESS, words);
}
