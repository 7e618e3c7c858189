import { realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import {
  type AnyIid,
  acquire,
  ComError,
  type Iid,
  type Impl,
  type IUnknown,
  ok,
  type Warning,
  warn,
} from '../../../com/index.js';
import {
  type EntryId,
  IMAPISupport,
  type IMSLogon,
  type IMSProvider,
  IMsgStore,
  MAPI_DEFERRED_ERRORS,
  MAPI_E_INVALID_OBJECT,
  MAPI_E_LOGON_FAILED,
  MAPI_E_UNCONFIGURED,
  MAPI_UNICODE,
  MAPI_W_ERRORS_RETURNED,
  MDB_NO_DIALOG,
  MDB_NO_MAIL,
  MDB_TEMPORARY,
  MDB_WRITE,
  type SpoolerStoreLogon,
  type StoreLogon as StoreLogonAnswer,
} from '../../../mapi/index.js';
import { requireFlags } from '../../../subsystem/index.js';
import { requireInterface } from '../mailbox/arguments.js';
import { Caller, type Role } from '../mailbox/caller.js';
import type { Mailbox } from '../mailbox/mailbox.js';
import { isNone } from '../mailbox/open-entry.js';
import { openMailbox, storeOf } from '../mailbox/open-store.js';
import type { StoreObject } from '../mailbox/store.js';
import { parseStoreEntryId, type StorePlace } from '../mailbox/store-entryid.js';
import { explained, mapiError } from './failure.js';
import { introduce } from './introduce.js';
import { StoreLogon } from './logon.js';
import { pathInProfile } from './profile.js';
import { placeOfSpoolSecurity, spoolSecurityOf } from './security.js';

/** What a logon was asked for. */
interface Request {
  readonly role: Exclude<Role, 'alone'>;
  readonly support: IMAPISupport;
  readonly flags: number;
  readonly iid: AnyIid | null;
}

/** A store that this provider has open. */
interface OpenStore {
  readonly mailbox: Mailbox;
  store: StoreObject;
}

/** What a logon leads to. */
interface LoggedOn {
  readonly place: StorePlace;
  readonly lppMSLogon: IMSLogon | null;
  readonly lppMDB: IMsgStore;
  /** What did not work although the store is open. */
  readonly trouble: ComError | null;
}

/**
 * The provider of comail's message stores.
 *
 * - A store is found by the entry identifier given, or by `PR_COMAIL_STORE_PATH_W` in the profile section. Where the
 *   identifier's file is gone and the profile names another place, the store is opened there.
 * - Without `MDB_WRITE` the store can be read alone.
 * - Each failure comes with its reason in words. `MAPI_E_FAILONEPROVIDER` says that trying again may help, since another process
 *   has the file or the profile; `MAPI_E_LOGON_FAILED` that somebody has to do something.
 * @spec imsprovideriunknown
 */
export class StoreProvider implements Impl<IMSProvider> {
  readonly #open = new Map<string, OpenStore>();
  #turn: Promise<unknown> = Promise.resolve();
  #shut = false;

  /** See {@link IMSProvider.Shutdown}. @spec imsprovider-shutdown */
  async Shutdown(lpulFlags = 0): Promise<void> {
    requireFlags(lpulFlags, 0);
    this.#shut = true;
    for (const { mailbox } of this.#open.values()) await mailbox.closed();
  }

  /** See {@link IMSProvider.Logon}. @spec imsprovider-logon */
  async Logon<I extends IUnknown = IMsgStore>(
    lpMAPISup: IMAPISupport,
    _ulUIParam: number,
    _lpszProfileName: string | null,
    lpEntryID: EntryId | null,
    ulFlags: number,
    lpInterface: Iid<I> | null,
  ): Promise<StoreLogonAnswer<I> | Warning<StoreLogonAnswer<I>>> {
    const known = MAPI_DEFERRED_ERRORS | MAPI_UNICODE | MDB_NO_DIALOG | MDB_NO_MAIL | MDB_TEMPORARY | MDB_WRITE;
    const flags = requireFlags(ulFlags, known);
    return await this.#logon('client', lpMAPISup, lpEntryID, null, flags, lpInterface, (logged, lppMAPIError) => ({
      // Who finds the store open already needs nothing for the spooler, which has it open, too.
      lppbSpoolSecurity: logged.lppMSLogon ? spoolSecurityOf(logged.place) : new Uint8Array(),
      lppMAPIError,
      lppMSLogon: logged.lppMSLogon,
      lppMDB: logged.lppMDB as IUnknown as I,
    }));
  }

  /** See {@link IMSProvider.SpoolerLogon}. @spec imsprovider-spoolerlogon */
  async SpoolerLogon<I extends IUnknown = IMsgStore>(
    lpMAPISup: IMAPISupport,
    _ulUIParam: number,
    _lpszProfileName: string | null,
    lpEntryID: EntryId | null,
    ulFlags: number,
    lpInterface: Iid<I> | null,
    lpbSpoolSecurity: Uint8Array | null,
  ): Promise<SpoolerStoreLogon<I> | Warning<SpoolerStoreLogon<I>>> {
    const flags = requireFlags(ulFlags, MAPI_DEFERRED_ERRORS | MAPI_UNICODE | MDB_NO_DIALOG | MDB_WRITE);
    const security = lpbSpoolSecurity?.length ? lpbSpoolSecurity : null;
    return await this.#logon('spooler', lpMAPISup, lpEntryID, security, flags, lpInterface, (logged, lppMAPIError) => ({
      lppMAPIError,
      lppMSLogon: logged.lppMSLogon,
      lppMDB: logged.lppMDB as IUnknown as I,
    }));
  }

  /**
   * See {@link IMSProvider.CompareStoreIDs}: a store is the same wherever its file lies; `MAPI_E_INVALID_ENTRYID` for what is not
   * the entry identifier of a comail store, unwrapped.
   * @spec imsprovider-comparestoreids
   */
  CompareStoreIDs(lpEntryID1: EntryId, lpEntryID2: EntryId, ulFlags = 0): number {
    requireFlags(ulFlags, 0);
    const [a, b] = [parseStoreEntryId(lpEntryID1), parseStoreEntryId(lpEntryID2)];
    return Buffer.compare(a.uid, b.uid) === 0 ? 1 : 0;
  }

  async #logon<A>(
    role: Request['role'],
    lpMAPISup: IMAPISupport,
    entryId: EntryId | null,
    security: Uint8Array | null,
    flags: number,
    iid: AnyIid | null,
    answer: (logged: LoggedOn, lppMAPIError: ReturnType<typeof mapiError> | null) => A,
  ): Promise<A | Warning<A>> {
    requireInterface(iid, IMsgStore);
    const unicode = (flags & MAPI_UNICODE) !== 0;
    const support = acquire(lpMAPISup, IMAPISupport, 'lpMAPISup');
    try {
      const step = async (): Promise<LoggedOn> => {
        if (this.#shut) throw new ComError(MAPI_E_INVALID_OBJECT, 'the provider was shut down');
        return await this.#openOne({ role, support, flags, iid }, await candidates(support, entryId, security));
      };
      // One after the other, so that a store is opened once.
      const turn = this.#turn.then(step);
      this.#turn = turn.catch(() => undefined);
      const logged = await turn;
      if (!logged.trouble) return answer(logged, null);
      return warn(MAPI_W_ERRORS_RETURNED, answer(logged, mapiError(logged.trouble, unicode)));
    } catch (error) {
      throw explained(error, unicode);
    } finally {
      support.Release();
    }
  }

  async #openOne(request: Request, paths: readonly StoreAt[]): Promise<LoggedOn> {
    let failure: unknown = null;
    for (const at of paths) {
      const known = this.#known(request, at.path);
      if (known) return known;
      try {
        return await this.#openAt(request, at);
      } catch (error) {
        failure ??= error;
      }
    }
    throw failure;
  }

  #known({ role, flags }: Request, path: string): LoggedOn | null {
    const key = keyOf(role, flags, path);
    const open = this.#open.get(key);
    if (!open) return null;
    if (open.mailbox.over) {
      this.#open.delete(key);
      return null;
    }
    const { mailbox } = open;
    // The store object may be gone while a folder of it is still held.
    if (!mailbox.holds(open.store)) open.store = storeOf(mailbox);
    const place = { uid: mailbox.ids.uid, path };
    return { place, lppMSLogon: null, lppMDB: open.store.publish(), trouble: null };
  }

  async #openAt({ role, support, flags }: Request, { path, uid }: StoreAt): Promise<LoggedOn> {
    const mailbox = await openMailbox(path, (flags & MDB_WRITE) !== 0 ? 'open' : 'read-only', async (own) => {
      const place = parseStoreEntryId(own);
      if (uid && Buffer.compare(uid, place.uid) !== 0)
        throw new ComError(MAPI_E_LOGON_FAILED, `${path} is another store than the one that was asked for`);
      const entryId = await ok(support.WrapStoreEntryID(own));
      return { entryId, caller: new Caller(role, support, (flags & MDB_NO_MAIL) === 0) };
    });
    const store = storeOf(mailbox);
    const lppMDB = store.publish();
    // From here on the logon has it, and lets go of it with its last object.
    support.AddRef();
    try {
      const facts = { path, name: null };
      const { trouble, name } = await introduce(mailbox, support, facts, { role, flags });
      this.#open.set(keyOf(role, flags, path), { mailbox, store });
      const lppMSLogon = new StoreLogon(mailbox, store, { path, name }).publish();
      return { place: { uid: mailbox.ids.uid, path }, lppMSLogon, lppMDB, trouble };
    } catch (error) {
      lppMDB.Release();
      throw error;
    }
  }
}

/** Where a store may be, and which it must be. */
interface StoreAt {
  readonly path: string;
  readonly uid: Uint8Array | null;
}

/** The places where the store that is asked for may lie, the likeliest first. */
async function candidates(
  support: IMAPISupport,
  entryId: EntryId | null,
  security: Uint8Array | null,
): Promise<readonly StoreAt[]> {
  const places: StoreAt[] = [];
  if (!isNone(entryId)) places.push(parseStoreEntryId(entryId as EntryId));
  if (security) {
    const place = placeOfSpoolSecurity(security);
    if (!place) throw new ComError(MAPI_E_LOGON_FAILED, 'lpbSpoolSecurity is not what Logon handed out');
    places.push(place);
  }
  const path = await pathInProfile(support);
  // An identifier says which store it is, the profile only where.
  if (path !== null) places.push({ path, uid: places[0]?.uid ?? null });
  if (places.length === 0)
    throw new ComError(MAPI_E_UNCONFIGURED, 'the profile does not say where the store lies: PR_COMAIL_STORE_PATH_W');
  return places;
}

/** What one logon serves: who asks for other access, or for a store with mail after one without, needs another. */
const keyOf = (role: Role, flags: number, path: string): string =>
  `${role} ${(flags & MDB_WRITE) !== 0 ? 'w' : 'r'} ${(flags & MDB_NO_MAIL) !== 0 ? 'alone' : 'mail'} ${realPath(path)}`;

function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return resolve(path);
  }
}
