import { log } from '../../base/index.js';
import { ComError, E_FAIL, type HResult } from '../../com/index.js';
import {
  MAPI_E_BUSY,
  MAPI_E_UNABLE_TO_ABORT,
  type PropTag,
  TABLE_CHANGED,
  TABLE_ERROR,
  TABLE_RELOAD,
  TABLE_RESTRICT_DONE,
  TABLE_SETCOL_DONE,
  TABLE_SORT_DONE,
  TBL_ASYNC,
  TBL_BATCH,
  TBLSTAT_COMPLETE,
  TBLSTAT_RESTRICT_ERROR,
  TBLSTAT_RESTRICTING,
  TBLSTAT_SETCOL_ERROR,
  TBLSTAT_SETTING_COLS,
  TBLSTAT_SORT_ERROR,
  TBLSTAT_SORTING,
} from '../../mapi/index.js';
import type { Awaitable } from '../props/awaitable.js';
import { keyText } from './keytext.js';
import { maxRowEvents } from './limits.js';
import { checkSettings, openView, type ViewSettings } from './openview.js';
import type { RowChange, RowSource, SourceEvent } from './rowsource.js';
import type { Sinks } from './sinks.js';
import { type Slots, slots } from './slots.js';
import type { View, ViewEvent } from './view.js';

/** Everything of a table that SetColumns, Restrict and SortTable decide. */
export interface TableSettings extends ViewSettings {
  /** The columns, with their empty places. */
  readonly slots: Slots;
  /** Another object whenever anything but the columns is set. */
  readonly version: object;
}

/** Which of the three an operation is. */
export type OperationKind = 'columns' | 'restrict' | 'sort';

interface Operation {
  readonly kind: OperationKind;
  readonly abort: AbortController;
  readonly ended: Promise<void>;
}

const codes = {
  columns: { running: TBLSTAT_SETTING_COLS, failed: TBLSTAT_SETCOL_ERROR, done: TABLE_SETCOL_DONE },
  restrict: { running: TBLSTAT_RESTRICTING, failed: TBLSTAT_RESTRICT_ERROR, done: TABLE_RESTRICT_DONE },
  sort: { running: TBLSTAT_SORTING, failed: TBLSTAT_SORT_ERROR, done: TABLE_SORT_DONE },
} as const;

/**
 * Keeps the view of a table: opens it when it is needed, opens another one when the settings change, at once, later or
 * meanwhile, and takes in what the source tells. Calls have their turns one after the other.
 */
export class ViewKeeper {
  readonly #source: RowSource;
  readonly #sinks: Sinks;
  readonly #reset: () => void;
  readonly #unwatch: () => void;
  #wanted: TableSettings;
  #shown: TableSettings | null = null;
  #view: View | null = null;
  #operation: Operation | null = null;
  #status: number = TBLSTAT_COMPLETE;
  #turns: Promise<unknown> = Promise.resolve();

  /**
   * Begins to keep a view, which is opened when it is needed first.
   *
   * @param source where the rows come from
   * @param settings what to show
   * @param sinks who is told
   * @param reset called when bookmarks end and the cursor goes to the first row
   */
  constructor(source: RowSource, settings: TableSettings, sinks: Sinks, reset: () => void) {
    this.#source = source;
    this.#wanted = settings;
    this.#sinks = sinks;
    this.#reset = reset;
    this.#unwatch = source.watch?.((event) => this.#hear(event)) ?? (() => undefined);
  }

  /** What was set last. */
  get settings(): TableSettings {
    return this.#wanted;
  }

  /** Whether an asynchronous operation is going on. */
  get busy(): boolean {
    return this.#operation !== null;
  }

  /** `TBLSTAT_*`. */
  get status(): number {
    return this.#operation ? codes[this.#operation.kind].running : this.#status;
  }

  /**
   * Gives a call its turn.
   *
   * @param step the call
   * @throws {ComError} `MAPI_E_BUSY` while an asynchronous operation is going on
   */
  run<T>(step: () => Awaitable<T>): Promise<T> {
    this.#refuseWhenBusy();
    return this.#turn(() => {
      this.#refuseWhenBusy();
      return step();
    });
  }

  /** Gives a call its turn, and the view. */
  show<T>(step: (view: View) => Awaitable<T>): Promise<T> {
    return this.run(async () => step(await this.#current()));
  }

  /**
   * Changes the settings.
   *
   * @param kind which call it is
   * @param next makes the new settings
   * @param flags `TBL_ASYNC` and `TBL_BATCH`
   * @throws {ComError} `MAPI_E_BUSY`; what {@link checkSettings} and {@link openView} throw, after which everything is as
   *   it was
   */
  change(kind: OperationKind, next: (settings: TableSettings) => TableSettings, flags: number): Promise<void> {
    return this.run(async () => {
      const settings = next(this.#wanted);
      checkSettings(this.#source, settings);
      this.#status = TBLSTAT_COMPLETE;
      if ((flags & TBL_ASYNC) !== 0) this.#start(kind, settings);
      else if ((flags & TBL_BATCH) !== 0) this.#want(settings);
      else await this.#open(settings);
    });
  }

  /**
   * Stops the asynchronous operation: everything stays as it was before.
   *
   * @throws {ComError} `MAPI_E_UNABLE_TO_ABORT` when there is none
   */
  abort(): void {
    if (!this.#operation) throw new ComError(MAPI_E_UNABLE_TO_ABORT, 'nothing is going on');
    this.#operation.abort.abort();
    this.#operation = null;
    this.#status = TBLSTAT_COMPLETE;
  }

  /** Waits for the end of the asynchronous operation, if there is one. */
  async completion(): Promise<void> {
    await this.#operation?.ended;
  }

  /** Hears no more of the source. */
  close(): void {
    this.#unwatch();
    this.#operation?.abort.abort();
    this.#operation = null;
    this.#view = null;
    this.#shown = null;
  }

  #turn<T>(step: () => Awaitable<T>): Promise<T> {
    const result = this.#turns.then(step);
    this.#turns = result.catch(() => undefined);
    return result;
  }

  #refuseWhenBusy(): void {
    if (this.#operation)
      throw new ComError(MAPI_E_BUSY, 'an operation is going on; WaitForCompletion or Abort ends it');
  }

  async #current(): Promise<View> {
    if (!this.#view || !isSameView(this.#shown, this.#wanted)) {
      try {
        await this.#open(this.#wanted, false);
      } catch (error) {
        // A deferred operation that fails leaves the table as it was.
        if (this.#shown) this.#wanted = { ...this.#shown, slots: this.#wanted.slots };
        throw error;
      }
    }
    return this.#view as View;
  }

  async #open(settings: TableSettings, reset = true): Promise<void> {
    if (!this.#view || !isSameView(this.#shown, settings)) {
      const view = await openView(this.#source, settings);
      if (this.#sinks.any) await view.follow();
      this.#view = view;
      this.#shown = settings;
    }
    this.#want(settings, reset);
  }

  #want(settings: TableSettings, reset = true): void {
    const stays = isSameView(this.#wanted, settings);
    this.#wanted = settings;
    if (reset && !stays) this.#reset();
  }

  #start(kind: OperationKind, settings: TableSettings): void {
    const abort = new AbortController();
    const aborted = new Promise<void>((resolve) => {
      abort.signal.addEventListener('abort', () => resolve(), { once: true });
    });
    const operation: Operation = {
      kind,
      abort,
      ended: Promise.race([aborted, this.#operate(kind, settings, abort.signal)]),
    };
    this.#operation = operation;
  }

  async #operate(kind: OperationKind, settings: TableSettings, signal: AbortSignal): Promise<void> {
    try {
      await new Promise((resolve) => setImmediate(resolve));
      const view =
        this.#view && isSameView(this.#shown, settings) ? this.#view : await openView(this.#source, settings, signal);
      if (this.#sinks.any) await view.follow();
      if (signal.aborted) return;
      this.#operation = null;
      this.#view = view;
      this.#shown = settings;
      this.#want(settings);
      this.#sinks.table(codes[kind].done);
    } catch (error) {
      if (signal.aborted) return;
      this.#operation = null;
      this.#status = codes[kind].failed;
      this.#sinks.table(TABLE_ERROR, codeOf(error));
    }
  }

  #hear(event: SourceEvent): void {
    this.#turn(async () => {
      await this.completion();
      await this.#take(event);
    }).catch((error: unknown) => {
      // Whatever the table showed may be wrong now: the next call begins anew.
      this.#view = null;
      this.#shown = null;
      this.#sinks.table(TABLE_ERROR, codeOf(error));
      if (!(error instanceof ComError)) log.error('a table could not follow its source', error);
    });
  }

  async #take(event: SourceEvent): Promise<void> {
    if (event === 'reload') {
      this.#view = null;
      this.#shown = null;
      this.#reset();
      this.#sinks.table(TABLE_RELOAD);
      // Whoever listens goes on hearing of rows, also without reading any first.
      if (this.#sinks.any) await this.#current();
      return;
    }
    const view = this.#view;
    if (!view) return;
    if (event === 'changed') await view.renew();
    const told = event === 'changed' ? event : await view.apply(distinct(event), this.#told());
    if (told === 'changed' || told.length > maxRowEvents || !isSameView(this.#shown, this.#wanted)) {
      if (told === 'changed' || told.length > 0) this.#sinks.table(TABLE_CHANGED);
    } else this.#sinks.rows(told.map((row) => this.#filled(row)));
  }

  #told(): readonly PropTag[] | null {
    return this.#sinks.any ? this.#wanted.slots.asked : null;
  }

  #filled(event: ViewEvent): ViewEvent {
    return event.row ? { ...event, row: this.#wanted.slots.fill(event.row) } : event;
  }
}

/**
 * The settings of a table that nobody has touched.
 *
 * @param settings the order it begins with
 * @param columns its first columns
 */
export const firstSettings = (
  settings: Pick<ViewSettings, 'order' | 'restriction'>,
  columns: readonly PropTag[],
): TableSettings => ({ ...settings, instances: [], slots: slots(columns), version: {} });

const isSameView = (a: TableSettings | null, b: TableSettings): boolean => a?.version === b.version;

// One operation may have touched a row several times; what it was before the first counts, and what it is now.
function distinct(changes: readonly RowChange[]): readonly RowChange[] {
  const first = new Map<string, RowChange>();
  for (const change of changes) {
    const text = keyText(change.key);
    if (!first.has(text)) first.set(text, change);
  }
  return [...first.values()];
}

const codeOf = (error: unknown): HResult => (error instanceof ComError ? error.hr : E_FAIL);
