import { acquire, ComError, type HResult, S_OK } from '../../com/index.js';
import {
  fnevTableModified,
  IMAPIAdviseSink,
  MAPI_E_INVALID_PARAMETER,
  MAPI_E_NOT_ENOUGH_RESOURCES,
  MAPI_E_UNKNOWN_FLAGS,
  type NOTIFICATION,
  PR_INSTANCE_KEY,
  PR_NULL,
  type PropRow,
  type PropValue,
  prop,
  TABLE_ROW_ADDED,
  TABLE_ROW_DELETED,
  TABLE_ROW_MODIFIED,
} from '../../mapi/index.js';
import { CallsUnderWay } from '../notify/index.js';
import { maxConnections } from './limits.js';
import type { ViewEvent } from './view.js';

interface Connection {
  readonly sink: IMAPIAdviseSink;
  readonly waiting: NOTIFICATION[];
  open: boolean;
}

/**
 * Who wants to hear of a table. Events are told after the call that caused them, in their order, one `OnNotify` after the
 * other; whoever begins to listen hears of nothing that was before.
 */
export class Sinks {
  readonly #connections = new Map<number, Connection>();
  readonly #calls: CallsUnderWay;
  #last = 0;
  #scheduled = false;
  #telling: Connection | null = null;

  /** @param calls the calls whose events wait for their end */
  constructor(calls: CallsUnderWay = new CallsUnderWay()) {
    this.#calls = calls;
  }

  /** Whether anybody listens. */
  get any(): boolean {
    return this.#connections.size > 0;
  }

  /**
   * Begins a connection and takes a reference on the sink.
   *
   * @param mask `fnevTableModified`
   * @param sink who is told
   * @returns the number of the connection
   * @throws {ComError} `MAPI_E_UNKNOWN_FLAGS` for another event, `MAPI_E_INVALID_PARAMETER` when the mask is 0 or the sink is
   *   no pointer, `MAPI_E_NOT_ENOUGH_RESOURCES` when there are too many
   */
  add(mask: number, sink: IMAPIAdviseSink): number {
    if ((mask & ~fnevTableModified) !== 0)
      throw new ComError(MAPI_E_UNKNOWN_FLAGS, 'tables tell fnevTableModified only');
    if (mask !== fnevTableModified) throw new ComError(MAPI_E_INVALID_PARAMETER, 'the mask names no event');
    if (this.#connections.size >= maxConnections)
      throw new ComError(MAPI_E_NOT_ENOUGH_RESOURCES, `more than ${maxConnections} connections`);
    const held = acquire(sink, IMAPIAdviseSink, 'lpAdviseSink');
    this.#connections.set(++this.#last, { sink: held, waiting: [], open: true });
    return this.#last;
  }

  /**
   * Ends a connection: what it has not been told it won't be. The sink is released at once, or after the `OnNotify` that
   * is running.
   *
   * @param number the connection
   * @throws {ComError} `MAPI_E_INVALID_PARAMETER` when there is none such
   */
  remove(number: number): void {
    const connection = this.#connections.get(number);
    if (!connection) throw new ComError(MAPI_E_INVALID_PARAMETER, 'there is no such connection');
    this.#connections.delete(number);
    this.#end(connection);
  }

  /** Ends all connections. */
  clear(): void {
    for (const connection of this.#connections.values()) this.#end(connection);
    this.#connections.clear();
  }

  /**
   * Tells of an event of the whole table.
   *
   * @param event `TABLE_CHANGED`, `TABLE_RELOAD` and so on
   * @param hResult why it failed, for `TABLE_ERROR`
   */
  table(event: number, hResult: HResult = S_OK): void {
    this.#post([notification(event, hResult, noKey, noKey, null)]);
  }

  /**
   * Tells of rows.
   *
   * @param events what happened to them, in the order in which it is to be repeated
   */
  rows(events: readonly ViewEvent[]): void {
    this.#post(
      events.map(({ kind, key, prior, row }) =>
        notification(kinds[kind], S_OK, prop(PR_INSTANCE_KEY, key), prior ? prop(PR_INSTANCE_KEY, prior) : noKey, row),
      ),
    );
  }

  #post(notifications: readonly NOTIFICATION[]): void {
    if (!this.any || notifications.length === 0) return;
    for (const { waiting } of this.#connections.values()) waiting.push(...notifications);
    if (this.#scheduled) return;
    this.#scheduled = true;
    this.#calls.after(() => this.#tell());
  }

  #tell(): void {
    this.#scheduled = false;
    for (const connection of [...this.#connections.values()]) {
      if (!connection.open || connection.waiting.length === 0) continue;
      this.#telling = connection;
      connection.sink.OnNotify(Object.freeze(connection.waiting.splice(0)));
      this.#telling = null;
      if (!connection.open) connection.sink.Release();
    }
  }

  #end(connection: Connection): void {
    connection.open = false;
    connection.waiting.length = 0;
    if (this.#telling !== connection) connection.sink.Release();
  }
}

const kinds = { added: TABLE_ROW_ADDED, modified: TABLE_ROW_MODIFIED, deleted: TABLE_ROW_DELETED } as const;

const noKey: PropValue = prop(PR_NULL, null);

const notification = (
  ulTableEvent: number,
  hResult: HResult,
  propIndex: PropValue,
  propPrior: PropValue,
  row: PropRow | null,
): NOTIFICATION =>
  Object.freeze({
    ulEventType: fnevTableModified,
    info: Object.freeze({ ulTableEvent, hResult, propIndex, propPrior, row }),
  });
