import { ComError, type HResult, S_OK } from '../../com/index.js';
import {
  fnevTableModified,
  type IMAPIAdviseSink,
  MAPI_E_UNKNOWN_FLAGS,
  type NOTIFICATION,
  PR_INSTANCE_KEY,
  PR_NULL,
  type PropRow,
  type PropValue,
  prop,
  TABLE_CHANGED,
  TABLE_ROW_ADDED,
  TABLE_ROW_DELETED,
  TABLE_ROW_MODIFIED,
} from '../../mapi/index.js';
import { AdviseRegistry, type CallsUnderWay } from '../notify/index.js';
import type { ViewEvent } from './view.js';

/**
 * Who wants to hear of a table: a registry whose sinks hear of this one object. A sink that does not keep up is told
 * `TABLE_CHANGED` in place of the events that it lost.
 */
export class Sinks {
  readonly #registry: AdviseRegistry;

  /** @param calls the calls whose events wait for their end */
  constructor(calls?: CallsUnderWay) {
    this.#registry = new AdviseRegistry({ gap: ofTable(TABLE_CHANGED, S_OK), ...(calls ? { calls } : {}) });
  }

  /** Whether anybody listens. */
  get any(): boolean {
    return this.#registry.size > 0;
  }

  /**
   * Makes a connection and takes a reference on the sink, which is told nothing before {@link Sinks.begin}.
   *
   * @param mask `fnevTableModified`
   * @param sink who is told
   * @returns the number of the connection
   * @throws {ComError} `MAPI_E_UNKNOWN_FLAGS` for another event; what {@link AdviseRegistry.advise} throws
   */
  add(mask: number, sink: IMAPIAdviseSink): number {
    if ((mask & ~fnevTableModified) !== 0)
      throw new ComError(MAPI_E_UNKNOWN_FLAGS, 'tables tell fnevTableModified only');
    return this.#registry.advise(null, mask, sink, false);
  }

  /**
   * Lets a sink hear of what the table tells from now on.
   *
   * @param connection its number
   */
  begin(connection: number): void {
    this.#registry.begin(connection);
  }

  /**
   * Ends a connection, as {@link AdviseRegistry.unadvise} does.
   *
   * @param connection its number
   */
  remove(connection: number): void {
    this.#registry.unadvise(connection);
  }

  /** Ends all connections. */
  clear(): void {
    this.#registry.close();
  }

  /**
   * Tells of an event of the whole table.
   *
   * @param event `TABLE_CHANGED`, `TABLE_RELOAD` and so on
   * @param hResult why it failed, for `TABLE_ERROR`
   */
  table(event: number, hResult: HResult = S_OK): void {
    this.#registry.notify(ofTable(event, hResult));
  }

  /**
   * Tells of rows.
   *
   * @param events what happened to them, in the order in which it is to be repeated
   */
  rows(events: readonly ViewEvent[]): void {
    for (const { kind, key, prior, row } of events) {
      const propPrior = prior ? prop(PR_INSTANCE_KEY, prior) : noKey;
      this.#registry.notify(notification(kinds[kind], S_OK, prop(PR_INSTANCE_KEY, key), propPrior, row));
    }
  }
}

const kinds = { added: TABLE_ROW_ADDED, modified: TABLE_ROW_MODIFIED, deleted: TABLE_ROW_DELETED } as const;

const noKey: PropValue = prop(PR_NULL, null);

const ofTable = (event: number, hResult: HResult): NOTIFICATION => notification(event, hResult, noKey, noKey, null);

function notification(
  ulTableEvent: number,
  hResult: HResult,
  propIndex: PropValue,
  propPrior: PropValue,
  row: PropRow | null,
): NOTIFICATION {
  return Object.freeze({
    ulEventType: fnevTableModified,
    info: Object.freeze({ ulTableEvent, hResult, propIndex, propPrior, row }),
  });
}
