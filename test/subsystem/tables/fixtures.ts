import { com, ok } from '../../../src/com/index.js';
import {
  type IMAPIAdviseSink as AdviseSink,
  IMAPIAdviseSink,
  IMAPITable,
  type NOTIFICATION,
  PR_INSTANCE_KEY,
  PR_MESSAGE_FLAGS,
  PR_SENDER_NAME_W,
  PR_SUBJECT_W,
  type PropRow,
  type PropTag,
  type PropValue,
  PT_LONG,
  PT_MV_UNICODE,
  prop,
  propTag,
  type TABLE_NOTIFICATION,
  TBLTYPE_DYNAMIC,
} from '../../../src/mapi/index.js';
import { MemoryRows, type RowSource, Table, type TableOptions } from '../../../src/subsystem/index.js';

/** A number for rows to be sorted by. */
export const NUMBER: PropTag<number> = propTag(PT_LONG, 0x6801);
/** Several words. */
export const WORDS: PropTag<readonly string[]> = propTag(PT_MV_UNICODE, 0x6802);

export const columns: readonly PropTag[] = [PR_INSTANCE_KEY, PR_SUBJECT_W, PR_SENDER_NAME_W, NUMBER];

/** What a row of the tests may have. */
export interface Sample {
  readonly key: string;
  readonly subject?: string;
  readonly sender?: string;
  readonly number?: number;
  readonly flags?: number;
  readonly words?: readonly string[];
}

export const keyOf = (text: string): Uint8Array => new Uint8Array(Buffer.from(text));

export const keyText = (key: Uint8Array | null): string => (key ? Buffer.from(key).toString() : '');

export const rowOf = ({ key, subject, sender, number, flags, words }: Sample): PropValue[] => [
  prop(PR_INSTANCE_KEY, keyOf(key)),
  ...(subject === undefined ? [] : [prop(PR_SUBJECT_W, subject)]),
  ...(sender === undefined ? [] : [prop(PR_SENDER_NAME_W, sender)]),
  ...(number === undefined ? [] : [prop(NUMBER, number)]),
  ...(flags === undefined ? [] : [prop(PR_MESSAGE_FLAGS, flags)]),
  ...(words === undefined ? [] : [prop(WORDS, words)]),
];

export function memory(samples: readonly Sample[]): MemoryRows {
  const rows = new MemoryRows({ index: PR_INSTANCE_KEY, columns, tableType: TBLTYPE_DYNAMIC });
  rows.put(samples.map(rowOf));
  return rows;
}

export const open = (source: RowSource, options?: TableOptions): IMAPITable =>
  com(new Table(source, options), IMAPITable);

/** Rows named after their keys. */
export const names = (rows: readonly PropRow[]): string[] => rows.map((row) => keyText(row.get(PR_INSTANCE_KEY)));

export const numbered = (count: number): Sample[] =>
  Array.from({ length: count }, (_, index) => ({ key: `r${index}`, subject: `subject ${index}`, number: index }));

/** The keys of what comes next; the cursor stays. */
export const peek = async (table: IMAPITable, count = 1): Promise<string[]> =>
  names(await ok(table.QueryRows(count, 1)));

/** Everything the view shows, from the first row on. */
export async function everything(table: IMAPITable): Promise<readonly PropRow[]> {
  await ok(table.SeekRow(0, 0));
  return ok(table.QueryRows(10_000));
}

/** A listener that keeps what it hears, call by call. */
export class Listener {
  readonly calls: (readonly NOTIFICATION[])[] = [];
  readonly sink: AdviseSink;

  constructor(hear: (notifications: readonly NOTIFICATION[]) => void = () => undefined) {
    this.sink = com(
      {
        OnNotify: (notifications: readonly NOTIFICATION[]) => {
          this.calls.push(notifications);
          hear(notifications);
          return 0;
        },
      },
      IMAPIAdviseSink,
    );
  }

  /** All events so far. */
  get events(): TABLE_NOTIFICATION[] {
    return this.calls.flat().map(({ info }) => info as TABLE_NOTIFICATION);
  }

  /** Lets what was posted arrive. */
  async settled(table: IMAPITable): Promise<TABLE_NOTIFICATION[]> {
    await table.QueryColumns();
    await new Promise((resolve) => setImmediate(resolve));
    await new Promise((resolve) => setImmediate(resolve));
    return this.events;
  }
}

export async function listen(table: IMAPITable): Promise<Listener & { readonly connection: number }> {
  const listener = new Listener();
  const connection = await ok(table.Advise(0x100, listener.sink));
  listener.sink.Release();
  return Object.assign(listener, { connection });
}
