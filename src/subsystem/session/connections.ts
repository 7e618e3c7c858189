import { ComError } from '../../com/index.js';
import {
  type EntryId,
  fnevCriticalError,
  fnevExtended,
  type IMAPIAdviseSink,
  MAPI_E_INVALID_ENTRYID,
  MAPI_E_INVALID_PARAMETER,
  MAPI_E_NO_SUPPORT,
} from '../../mapi/index.js';
import type { SessionCore } from './core.js';
import type { EntryOwner } from './owners.js';

interface Connection {
  /** The provider that tells; null for the session itself. */
  readonly owner: EntryOwner | null;
  readonly connection: number;
}

/** What one object of a session, the session or its address book, has sinks told of: by numbers of its own. */
export class Connections {
  readonly #core: SessionCore;
  readonly #connections = new Map<number, Connection>();
  #last = 0;

  /** @param core the session */
  constructor(core: SessionCore) {
    this.#core = core;
  }

  /**
   * Has a sink told of events.
   *
   * @param entryId the object, whose provider tells; null or empty for the session itself
   * @param mask the events
   * @param sink who is told
   * @returns the number of the connection
   * @throws {ComError} `MAPI_E_NO_SUPPORT` when there are no such events, as of one-offs and status objects,
   *   `MAPI_E_INVALID_ENTRYID`, `MAPI_E_UNKNOWN_ENTRYID`, and what the provider answers
   */
  async advise(entryId: EntryId | null, mask: number, sink: IMAPIAdviseSink): Promise<number> {
    if (entryId !== null && !(entryId instanceof Uint8Array))
      throw new ComError(MAPI_E_INVALID_ENTRYID, 'lpEntryID is no entry ID');
    this.#core.requireLife();
    const number = ++this.#last;
    if (entryId === null || entryId.length === 0) {
      if ((mask & ~(fnevCriticalError | fnevExtended)) !== 0)
        throw new ComError(MAPI_E_NO_SUPPORT, 'a session tells of fnevCriticalError and fnevExtended alone');
      // Whatever else was asked for, critical errors are told.
      this.#connections.set(number, {
        owner: null,
        connection: this.#core.sinks.advise(null, mask | fnevCriticalError, sink),
      });
      return number;
    }
    if (entryId.length < 4) throw new ComError(MAPI_E_INVALID_ENTRYID, 'lpEntryID is too short for an entry ID');
    const { stores } = this.#core;
    if (!stores.isStore(entryId) && this.#core.isOurs(entryId))
      throw new ComError(MAPI_E_NO_SUPPORT, 'what MAPI itself has made tells of no events');
    const { owner, own } = stores.isStore(entryId)
      ? await stores.ownerOf(entryId)
      : { owner: await this.#core.ownerOf(entryId), own: entryId };
    const [hr, connection] = await owner.Advise(own, mask, sink);
    if (connection === null) throw new ComError(hr, 'the provider does not tell of these events');
    this.#connections.set(number, { owner, connection });
    return number;
  }

  /**
   * Ends a connection.
   *
   * @param number what {@link Connections.advise} answered
   * @throws {ComError} `MAPI_E_INVALID_PARAMETER` when there is none of this number
   */
  async unadvise(number: number): Promise<void> {
    const found = this.#connections.get(number);
    if (!found) throw new ComError(MAPI_E_INVALID_PARAMETER, 'there is no such connection');
    this.#connections.delete(number);
    await this.#end(found);
  }

  /** Ends them all. */
  async close(): Promise<void> {
    const all = [...this.#connections.values()];
    this.#connections.clear();
    await Promise.all(all.map((one) => this.#end(one)));
  }

  async #end({ owner, connection }: Connection): Promise<void> {
    if (owner) await owner.Unadvise(connection);
    else this.#core.sinks.unadvise(connection);
  }
}
