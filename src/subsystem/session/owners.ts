import { ComError, type Guid, guidFromBytes, type Iid, type IUnknown, type Out } from '../../com/index.js';
import { type EntryId, type IMAPIAdviseSink, MAPI_E_UNKNOWN_ENTRYID, type OpenedEntry } from '../../mapi/index.js';

/** A provider's logon, as far as entry IDs are concerned: `IMSLogon` and `IABLogon`. */
export interface EntryOwner {
  OpenEntry<I extends IUnknown>(
    lpEntryID: EntryId | null,
    lpInterface: Iid<I> | null,
    ulFlags?: number,
  ): Out<OpenedEntry<I>>;
  CompareEntryIDs(lpEntryID1: EntryId, lpEntryID2: EntryId, ulFlags?: number): Out<number>;
  Advise(lpEntryID: EntryId | null, ulEventMask: number, lpAdviseSink: IMAPIAdviseSink): Out<number>;
  Unadvise(ulConnection: number): Promise<number>;
}

/** A registration that a provider makes while it logs on, before its logon object is known. */
export interface OwnerTicket {
  /** The logon; null until it is known, and when it has ended. */
  owner: EntryOwner | null;
  /** Whether the logon may write: of several to one store it is the one to open things with. */
  readonly writes?: boolean;
}

/** Which provider made which entry IDs. @spec imapisupport-setprovideruid */
export class EntryOwners {
  readonly #tickets = new Map<Guid, OwnerTicket[]>();

  /** Notes a UID of a provider. */
  register(uid: Guid, ticket: OwnerTicket): void {
    const tickets = this.#tickets.get(uid) ?? [];
    if (!tickets.includes(ticket)) this.#tickets.set(uid, [...tickets, ticket]);
  }

  /** Forgets a provider's logon. */
  forget(ticket: OwnerTicket): void {
    ticket.owner = null;
    for (const [uid, tickets] of this.#tickets) {
      const left = tickets.filter((one) => one !== ticket);
      if (left.length > 0) this.#tickets.set(uid, left);
      else this.#tickets.delete(uid);
    }
  }

  /**
   * Whose entry ID it is.
   *
   * @param entryId the entry ID
   * @throws {ComError} `MAPI_E_UNKNOWN_ENTRYID` when no provider that is open has made it
   */
  of(entryId: EntryId): EntryOwner {
    const owner = this.#find(entryId);
    if (!owner) throw new ComError(MAPI_E_UNKNOWN_ENTRYID, 'no provider that is open knows this entry ID');
    return owner;
  }

  /** Whether a provider that is open has made an entry ID. */
  knows(entryId: EntryId): boolean {
    return this.#find(entryId) !== null;
  }

  #find(entryId: EntryId): EntryOwner | null {
    const uid = entryId instanceof Uint8Array && entryId.length >= 20 ? guidFromBytes(entryId.subarray(4, 20)) : null;
    const open = uid ? (this.#tickets.get(uid) ?? []).filter((ticket) => ticket.owner) : [];
    return (open.findLast((ticket) => ticket.writes) ?? open.at(-1))?.owner ?? null;
  }
}
