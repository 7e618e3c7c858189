import { log } from '../../../base/index.js';
import {
  type AnyIid,
  ComError,
  com,
  type FinalRelease,
  type HResult,
  type Iid,
  type Impl,
  type IUnknown,
  lastErrorOf,
} from '../../../com/index.js';
import {
  type EntryId,
  type IMAPIAdviseSink,
  IMAPIStatus,
  IMSLogon,
  MAPI_DEFERRED_ERRORS,
  MAPI_E_INVALID_OBJECT,
  MAPI_MODIFY,
  MAPI_STATUS,
  type MAPIERROR,
  type OpenedEntry,
  type OpenedStatus,
} from '../../../mapi/index.js';
import { defaultCodePage, lastErrorAnswer, requireFlags } from '../../../subsystem/index.js';
import { requireInterface } from '../mailbox/arguments.js';
import type { Mailbox } from '../mailbox/mailbox.js';
import type { StoreObject } from '../mailbox/store.js';
import { type StatusFacts, StoreStatus } from './status.js';

/**
 * One logon to a store as MAPI sees it. It belongs to its store object: both are the same logon, made and ended together.
 * @spec imslogoniunknown
 */
export class StoreLogon implements Impl<IMSLogon>, FinalRelease {
  readonly #mailbox: Mailbox;
  readonly #store: StoreObject;
  readonly #status: StoreStatus;

  /**
   * Makes the object; publish it with {@link StoreLogon.publish}.
   *
   * @param mailbox the logon
   * @param store its store object
   * @param facts what is told of the store in its status row
   */
  constructor(mailbox: Mailbox, store: StoreObject, facts: StatusFacts) {
    this.#mailbox = mailbox;
    this.#store = store;
    this.#status = new StoreStatus(mailbox, facts);
  }

  /** Publishes it. */
  publish(): IMSLogon {
    return com(this as Impl<IMSLogon>, IMSLogon);
  }

  /**
   * See {@link IMSLogon.GetLastError}: it tells of calls on this object and on the store object.
   * @spec imslogon-getlasterror
   */
  GetLastError(hResult: HResult, ulFlags = 0): MAPIERROR {
    const own = lastErrorOf(this)?.error.hr === hResult;
    return lastErrorAnswer(own ? this : this.#store, hResult, ulFlags, defaultCodePage);
  }

  /** See {@link IMSLogon.Logoff}. @spec imslogon-logoff */
  async Logoff(lpulFlags = 0): Promise<void> {
    requireFlags(lpulFlags, 0);
    await this.#mailbox.logoff();
  }

  /** See {@link IMSLogon.OpenEntry}. @spec imslogon-openentry */
  OpenEntry<I extends IUnknown>(lpEntryID: EntryId | null, lpInterface: Iid<I> | null, ulFlags = 0): OpenedEntry<I> {
    this.#requireOpen();
    return this.#store.OpenEntry(lpEntryID, lpInterface, ulFlags);
  }

  /** See {@link IMSLogon.CompareEntryIDs}. @spec imslogon-compareentryids */
  CompareEntryIDs(lpEntryID1: EntryId, lpEntryID2: EntryId, ulFlags = 0): number {
    this.#requireOpen();
    return this.#store.CompareEntryIDs(lpEntryID1, lpEntryID2, ulFlags);
  }

  /** See {@link IMSLogon.Advise}. @spec imslogon-advise */
  Advise(lpEntryID: EntryId | null, ulEventMask: number, lpAdviseSink: IMAPIAdviseSink): number {
    this.#requireOpen();
    return this.#store.Advise(lpEntryID, ulEventMask, lpAdviseSink);
  }

  /** See {@link IMSLogon.Unadvise}. @spec imslogon-unadvise */
  Unadvise(ulConnection: number): void {
    this.#requireOpen();
    this.#store.Unadvise(ulConnection);
  }

  /**
   * See {@link IMSLogon.OpenStatusEntry}: always the same object, which is read-only whatever the flags say.
   * @spec imslogon-openstatusentry
   */
  async OpenStatusEntry<I extends IUnknown = IMAPIStatus>(
    lpInterface: Iid<I> | null,
    ulFlags = 0,
  ): Promise<OpenedStatus<I>> {
    requireFlags(ulFlags, MAPI_MODIFY | MAPI_DEFERRED_ERRORS);
    requireInterface(lpInterface as AnyIid | null, IMAPIStatus);
    this.#requireOpen();
    return { lpulObjType: MAPI_STATUS, lppEntry: (await this.#status.publish()) as IUnknown as I };
  }

  /** A release without Logoff ends the logon as well. */
  finalRelease(): void {
    this.#mailbox.logoff().catch((error: unknown) => log.error('the store could not be logged off', error));
  }

  #requireOpen(): void {
    if (this.#mailbox.over) throw new ComError(MAPI_E_INVALID_OBJECT, 'the store was logged off');
  }
}
