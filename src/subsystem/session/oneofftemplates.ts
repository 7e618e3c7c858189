import { log } from '../../base/index.js';
import { ComError, com, type Impl, nameOf, ok, S_OK } from '../../com/index.js';
import {
  BOOKMARK_BEGINNING,
  fnevTableModified,
  type IABLogon,
  IMAPIAdviseSink,
  IMAPITable,
  MAPI_E_NO_SUPPORT,
  MAPI_UNICODE,
  PR_ADDRTYPE_A,
  PR_ADDRTYPE_W,
  PR_DEPTH,
  PR_DISPLAY_NAME_A,
  PR_DISPLAY_NAME_W,
  PR_DISPLAY_TYPE,
  PR_ENTRYID,
  PR_INSTANCE_KEY,
  PR_SELECTABLE,
  prop,
  TBLTYPE_DYNAMIC,
} from '../../mapi/index.js';
import { genericTemplateRow } from '../addressbook/generictemplate.js';
import { maxRows } from '../submit/limits.js';
import { MemoryRows, Table } from '../tables/index.js';

/** The one-off table of a provider, kept open so that its changes are heard of. */
interface Source {
  readonly table: IMAPITable;
  /** The connection of the sink; null when the table never changes. */
  readonly connection: number | null;
  /** What it holds, by entry IDs. */
  held: readonly Uint8Array[];
}

/**
 * The templates of all address book providers of a session, by which new recipients can be made, and before them MAPI's own for
 * addresses of any type.
 *
 * @spec one-off-tables
 */
export class OneOffTemplates {
  readonly #rows = new MemoryRows({ index: PR_ENTRYID, columns: wide, tableType: TBLTYPE_DYNAMIC });
  readonly #sources = new Map<IABLogon, Source>();
  /** Reading again happens one after the other. */
  #turn: Promise<unknown> = Promise.resolve();

  constructor() {
    this.#rows.put([genericTemplateRow]);
  }

  /**
   * Opens the table of all of them.
   *
   * @param logons the providers that are logged on, in their order
   * @param unicode whether texts are PT_UNICODE
   * @throws {ComError} what a provider answers but `MAPI_E_NO_SUPPORT`
   */
  async open(logons: readonly IABLogon[], unicode: boolean): Promise<IMAPITable> {
    await this.#next(async () => {
      for (const logon of logons) if (!this.#sources.has(logon)) await this.#begin(logon);
    });
    return com(new Table(this.#rows, { columns: unicode ? wide : narrow }), IMAPITable);
  }

  /** Lets go of the tables of the providers, which are opened anew when somebody asks. */
  async release(): Promise<void> {
    await this.#next(async () => {
      for (const { table, connection } of this.#sources.values()) {
        if (connection !== null) await table.Unadvise(connection);
        table.Release();
      }
      this.#sources.clear();
    });
  }

  async #begin(logon: IABLogon): Promise<void> {
    const [hr, table] = await logon.GetOneOffTable(MAPI_UNICODE);
    if (!table && hr === MAPI_E_NO_SUPPORT) return;
    if (!table) throw new ComError(hr, `the templates of an address book cannot be had: ${nameOf(hr)}`);
    const OnNotify = () => {
      this.#next(() => this.#read(logon)).catch((error: unknown) =>
        log.error('changed templates of an address book cannot be read', error),
      );
      return S_OK;
    };
    using sink = com({ OnNotify } as Impl<IMAPIAdviseSink>, IMAPIAdviseSink);
    // A table that does not change cannot be watched.
    const [, connection] = await table.Advise(fnevTableModified, sink);
    this.#sources.set(logon, { table, connection, held: [] });
    await this.#read(logon);
  }

  async #read(logon: IABLogon): Promise<void> {
    const source = this.#sources.get(logon);
    if (!source) return;
    await ok(source.table.SeekRow(BOOKMARK_BEGINNING, 0));
    const rows = await ok(source.table.QueryRows(maxRows, 0));
    const held = rows.map((row) => row.get(PR_ENTRYID) as Uint8Array);
    const gone = source.held.filter((one) => !held.some((other) => Buffer.compare(one, other) === 0));
    source.held = held;
    this.#rows.remove(gone.map((entryId) => [prop(PR_ENTRYID, entryId)]));
    // Instance keys of different providers may be the same.
    this.#rows.put(rows.map((row) => row.toProps().filter(([tag]) => tag !== PR_INSTANCE_KEY)));
  }

  #next(step: () => Promise<void>): Promise<void> {
    const done = this.#turn.then(step);
    this.#turn = done.catch(() => undefined);
    return done;
  }
}

const rest = [PR_DEPTH, PR_SELECTABLE, PR_ENTRYID, PR_DISPLAY_TYPE, PR_INSTANCE_KEY] as const;
const wide = [PR_DISPLAY_NAME_W, PR_ADDRTYPE_W, ...rest];
const narrow = [PR_DISPLAY_NAME_A, PR_ADDRTYPE_A, ...rest];
