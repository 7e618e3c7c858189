import {
  changePropType,
  isString,
  MAPI_E_NOT_ENOUGH_MEMORY,
  MAPI_E_NOT_FOUND,
  MAPI_MESSAGE,
  PR_CHANGE_KEY,
  PR_DEPTH,
  PR_ENTRYID,
  PR_INSTANCE_KEY,
  PR_LONGTERM_ENTRYID_FROM_TABLE,
  PR_MAPPING_SIGNATURE,
  PR_OBJECT_TYPE,
  PR_PARENT_DISPLAY_W,
  PR_PARENT_ENTRYID,
  PR_RECORD_KEY,
  PR_ROW_TYPE,
  PR_STORE_ENTRYID,
  PR_STORE_RECORD_KEY,
  PropRow,
  type PropTag,
  PT_ERROR,
  PT_STRING8,
  PT_UNICODE,
  PT_UNSPECIFIED,
  propId,
  propType,
  TBL_LEAF_ROW,
} from '../../../mapi/index.js';
import { defaultCodePage, narrowed, type SourceRow } from '../../../subsystem/index.js';
import { bigValues, type ContentsRow, folder, messageColumns, type RowPosition } from '../sql/index.js';
import { xidOf } from './change-key.js';
import type { Mailbox } from './mailbox.js';

/** A value that the store knows of a row without its message. */
export interface OwnValue {
  readonly tag: PropTag;
  /** The value for the message of an id; its change number, where it was read with the row. */
  readonly of: (id: number, change: number | null) => unknown;
}

/**
 * What the store knows of the rows of a contents table without their messages.
 *
 * @param mailbox whose table
 * @param parentOf the folder that a message lies in
 * @param tag the column; its identifier counts
 * @returns null for a property of the message
 */
export function ownValue(mailbox: Mailbox, parentOf: (id: number) => number, tag: PropTag): OwnValue | null {
  const { ids, storeEntryId } = mailbox;
  switch (propId(tag)) {
    case propId(PR_ENTRYID):
    case propId(PR_LONGTERM_ENTRYID_FROM_TABLE):
      return { tag, of: (id) => ids.message(id) };
    case propId(PR_INSTANCE_KEY):
      return { tag: PR_INSTANCE_KEY, of: keyOf };
    case propId(PR_RECORD_KEY):
      return { tag: PR_RECORD_KEY, of: (id) => ids.recordKey(MAPI_MESSAGE, id) };
    case propId(PR_CHANGE_KEY):
      return { tag: PR_CHANGE_KEY, of: (id, change) => xidOf(ids.uid, change ?? changeOf(mailbox, id)) };
    case propId(PR_OBJECT_TYPE):
      return { tag: PR_OBJECT_TYPE, of: () => MAPI_MESSAGE };
    case propId(PR_ROW_TYPE):
      return { tag: PR_ROW_TYPE, of: () => TBL_LEAF_ROW };
    case propId(PR_DEPTH):
      return { tag: PR_DEPTH, of: () => 0 };
    case propId(PR_STORE_ENTRYID):
      return { tag: PR_STORE_ENTRYID, of: () => storeEntryId };
    case propId(PR_STORE_RECORD_KEY):
      return { tag: PR_STORE_RECORD_KEY, of: () => ids.uid };
    case propId(PR_PARENT_ENTRYID):
      return { tag: PR_PARENT_ENTRYID, of: (id) => ids.folder(parentOf(id)) };
    case propId(PR_MAPPING_SIGNATURE):
      return { tag: PR_MAPPING_SIGNATURE, of: () => mailbox.names.signature };
    case propId(PR_PARENT_DISPLAY_W):
      return {
        tag: PR_PARENT_DISPLAY_W,
        of: (id) => mailbox.read((db) => folder(db, parentOf(id)))?.name ?? '',
      };
    default:
      return null;
  }
}

const changeOf = (mailbox: Mailbox, id: number): number =>
  mailbox.read((db) => Number(db.get('SELECT change FROM message WHERE id = ?', id)?.['change'] ?? 0));

interface Cell {
  readonly asked: PropTag;
  readonly own: OwnValue | null;
  /** Where the value stands among those that SQL answered. */
  readonly index: number;
  /** The type it has there; null where only the bag of a row tells. */
  readonly real: PropTag | null;
  /** It is handed out as it is. */
  readonly plain: boolean;
}

/**
 * Makes the rows of a contents table. What is the same for all rows of the columns is worked out once: a page has fifty rows
 * of them, and is asked for again and again.
 */
export class ContentsRows {
  /** The columns as SQL and bags know them, without those that the store knows itself. */
  readonly asked: readonly PropTag[];
  /** Whether a column needs the change number. */
  readonly changes: boolean;
  readonly #mailbox: Mailbox;
  readonly #cells: readonly Cell[];
  /** The tags of a row in which nothing is missing. */
  readonly #tags: readonly PropTag[];

  /**
   * @param mailbox whose table
   * @param parentOf the folder that a message lies in
   * @param columns the columns
   */
  constructor(mailbox: Mailbox, parentOf: (id: number) => number, columns: readonly PropTag[]) {
    this.#mailbox = mailbox;
    const owned = columns.map((tag) => ownValue(mailbox, parentOf, tag));
    this.changes = columns.some((tag) => propId(tag) === propId(PR_CHANGE_KEY));
    this.asked = [...new Set(columns.filter((_, at) => !owned[at]).map(typed))];
    this.#cells = columns.map((asked, at) => {
      const real = messageColumns.get(propId(asked))?.tag ?? null;
      const type = propType(asked);
      const plain = real !== null && (type === propType(real) || type === PT_UNSPECIFIED);
      return { asked, own: owned[at] ?? null, index: this.asked.indexOf(typed(asked)), real, plain };
    });
    this.#tags = Object.freeze(
      this.#cells.map(({ asked, own, real, plain }) => own?.tag ?? (plain ? real : null) ?? asked),
    );
  }

  /** The row of what SQL answered. */
  row(found: ContentsRow): SourceRow<RowPosition> {
    const cells = this.#cells;
    const values = new Array<unknown>(cells.length);
    let tags: PropTag[] | null = null;
    for (let at = 0; at < cells.length; at++) {
      const cell = cells[at] as Cell;
      if (cell.own) {
        values[at] = cell.own.of(found.id, found.change);
        continue;
      }
      const value = found.values[cell.index];
      if (cell.plain && value !== null) {
        values[at] = value;
        continue;
      }
      const real = cell.real ?? found.bag?.tag(cell.asked) ?? null;
      const shaped = real === null || value === null || value === undefined ? null : shape(real, value, cell.asked);
      tags ??= [...this.#tags];
      tags[at] = shaped ? shaped[0] : changePropType(cell.asked, PT_ERROR);
      values[at] = shaped ? shaped[1] : this.#missing(found, cell.asked);
    }
    return new Row(found, new PropRow(tags ?? this.#tags, values));
  }

  #missing({ id, big }: ContentsRow, tag: PropTag): number {
    if (big === 0) return MAPI_E_NOT_FOUND;
    const large = this.#mailbox.read((db) => bigValues(db, { kind: 2, id }));
    return large.some((one) => propId(one.tag) === propId(tag)) ? MAPI_E_NOT_ENOUGH_MEMORY : MAPI_E_NOT_FOUND;
  }
}

/** The row of a message; its key is made when somebody asks, and QueryRows does not. */
class Row implements SourceRow<RowPosition> {
  readonly place: RowPosition;
  readonly row: PropRow;

  constructor({ keys, id }: ContentsRow, row: PropRow) {
    this.place = { keys, id };
    this.row = row;
  }

  get key(): Uint8Array {
    return keyOf(this.place.id);
  }
}

/** PR_INSTANCE_KEY of a message: its id, highest byte first. */
export function keyOf(id: number): Uint8Array {
  const key = new Uint8Array(8);
  const view = new DataView(key.buffer);
  view.setUint32(0, Math.floor(id / 0x1_0000_0000));
  view.setUint32(4, id >>> 0);
  return key;
}

/** The message of a PR_INSTANCE_KEY; 0, which no message has, for what is none. */
export const idOfKey = (key: Uint8Array): number =>
  key.length === 8 ? Number(new DataView(key.buffer, key.byteOffset, 8).getBigUint64(0)) : 0;

/** The tag under which SQL and bags know a column. */
const typed = (tag: PropTag): PropTag => messageColumns.get(propId(tag))?.tag ?? tag;

/** A value in the type that was asked for; null when it has none in it. */
export function shape(real: PropTag, value: unknown, asked: PropTag): readonly [PropTag, unknown] | null {
  const type = propType(asked);
  if (type === propType(real) || type === PT_UNSPECIFIED) return [real, value];
  if (!isString(real) || !isString(asked) || typeof value !== 'string') return null;
  return type === PT_STRING8
    ? [changePropType(real, PT_STRING8), narrowed(value, defaultCodePage)]
    : [changePropType(real, PT_UNICODE), value];
}
