import {
  and,
  changePropType,
  isString,
  MAPI_E_NOT_ENOUGH_MEMORY,
  MAPI_E_NOT_FOUND,
  MAPI_MESSAGE,
  PR_CLIENT_SUBMIT_TIME,
  PR_DEPTH,
  PR_DISPLAY_CC_W,
  PR_DISPLAY_TO_W,
  PR_ENTRYID,
  PR_HASATTACH,
  PR_IMPORTANCE,
  PR_INSTANCE_KEY,
  PR_LAST_MODIFICATION_TIME,
  PR_LONGTERM_ENTRYID_FROM_TABLE,
  PR_MAPPING_SIGNATURE,
  PR_MESSAGE_CLASS_W,
  PR_MESSAGE_DELIVERY_TIME,
  PR_MESSAGE_FLAGS,
  PR_MESSAGE_SIZE,
  PR_MSG_STATUS,
  PR_NORMALIZED_SUBJECT_W,
  PR_OBJECT_TYPE,
  PR_PARENT_DISPLAY_W,
  PR_PARENT_ENTRYID,
  PR_PRIORITY,
  PR_RECORD_KEY,
  PR_ROW_TYPE,
  PR_SENDER_NAME_W,
  PR_SENSITIVITY,
  PR_SENT_REPRESENTING_NAME_W,
  PR_STORE_ENTRYID,
  PR_STORE_RECORD_KEY,
  PR_SUBJECT_W,
  PropRow,
  type PropSource,
  type PropTag,
  PT_ERROR,
  PT_STRING8,
  PT_UNICODE,
  PT_UNSPECIFIED,
  propId,
  propType,
  type Restriction,
  TBL_LEAF_ROW,
  TBLTYPE_DYNAMIC,
} from '../../../mapi/index.js';
import {
  defaultCodePage,
  type Gap,
  narrowed,
  type RowChange,
  type RowQuery,
  type RowSource,
  type Selection,
  type Skipped,
  type SourceColumns,
  type SourceEvent,
  type SourceRow,
} from '../../../subsystem/index.js';
import {
  bigValues,
  type ChangeEvent,
  ContentsQuery,
  type ContentsQueryOptions,
  type ContentsRow,
  type ContentsScope,
  folder,
  type LoggedChange,
  messageColumns,
  type RowPosition,
  restrict,
} from '../sql/index.js';
import type { FeedBatch } from './change-feed.js';
import type { Mailbox } from './mailbox.js';
import { messageSource } from './message-source.js';
import { comparePlaces } from './places.js';

const initial: readonly PropTag[] = Object.freeze([
  PR_ENTRYID,
  PR_INSTANCE_KEY,
  PR_MESSAGE_CLASS_W,
  PR_SUBJECT_W,
  PR_NORMALIZED_SUBJECT_W,
  PR_SENDER_NAME_W,
  PR_SENT_REPRESENTING_NAME_W,
  PR_DISPLAY_TO_W,
  PR_DISPLAY_CC_W,
  PR_MESSAGE_DELIVERY_TIME,
  PR_CLIENT_SUBMIT_TIME,
  PR_LAST_MODIFICATION_TIME,
  PR_MESSAGE_FLAGS,
  PR_MSG_STATUS,
  PR_MESSAGE_SIZE,
  PR_IMPORTANCE,
  PR_PRIORITY,
  PR_SENSITIVITY,
  PR_HASATTACH,
  PR_OBJECT_TYPE,
  PR_ROW_TYPE,
  PR_DEPTH,
  PR_PARENT_ENTRYID,
  PR_RECORD_KEY,
  PR_STORE_ENTRYID,
  PR_STORE_RECORD_KEY,
  PR_LONGTERM_ENTRYID_FROM_TABLE,
  PR_MAPPING_SIGNATURE,
]);

/** The messages of a folder, or the associated ones, or what a search folder shows: rows straight from SQL. */
export class ContentsSource implements RowSource<RowPosition> {
  readonly tableType: number = TBLTYPE_DYNAMIC;
  readonly bookmarks = true;
  readonly #mailbox: Mailbox;
  readonly #scope: ContentsScope;
  readonly #folder: number;

  /**
   * @param mailbox whose folder it is
   * @param folder the folder
   * @param kind its visible messages, the associated ones, or the links of a search folder
   */
  constructor(mailbox: Mailbox, folder: number, kind: 'messages' | 'associated' | 'search') {
    this.#mailbox = mailbox;
    this.#folder = folder;
    this.#scope = kind === 'search' ? { search: folder } : { folder, associated: kind === 'associated' };
  }

  columns(): SourceColumns {
    // Only a search folder shows messages of folders that the caller may not know.
    const first = 'search' in this.#scope ? [...initial, PR_PARENT_DISPLAY_W] : initial;
    const own = new Set(first.map(propId));
    const all = [
      ...first,
      ...[...messageColumns.values()].map(({ tag }) => tag).filter((tag) => !own.has(propId(tag))),
    ];
    return { initial: first, all };
  }

  restricts(restriction: Restriction): boolean {
    return restrict(restriction, messageColumns, 'm').remainder === null;
  }

  orders(order: RowQuery['order']): boolean {
    return this.#query({ columns: [], order, restriction: null }) !== null;
  }

  select({ restriction, order, narrow = null }: RowQuery): Selection<RowPosition> {
    const mailbox = this.#mailbox;
    const compiled = new Map<string, ContentsQuery>();
    const query = (columns: readonly PropTag[]): ContentsQuery => {
      const key = columns.join();
      const known = compiled.get(key) ?? this.#compiled({ columns, order, restriction, narrow });
      compiled.set(key, known);
      return known;
    };
    const bare = query([]);
    const compare = comparePlaces(order);
    const index = (of: Gap<RowPosition>): number => {
      if (of === 'first') return 0;
      if (of === 'last') return mailbox.read((db) => bare.count(db));
      const before = mailbox.read((db) => bare.count(db, of.place));
      if (of.side === 'before') return before;
      const there = mailbox.read((db) => bare.row(db, of.place.id));
      return there && compare(there, of.place) === 0 ? before + 1 : before;
    };
    const page = (of: ContentsQuery, from: Gap<RowPosition>, count: number): readonly ContentsRow[] =>
      mailbox.read((db) => {
        const backwards = count < 0;
        const wanted = Math.abs(count);
        if (from === (backwards ? 'first' : 'last')) return [];
        if (typeof from === 'string') return of.page(db, wanted, null, backwards);
        const rows = of.page(db, wanted, from.place, backwards);
        // The row of the place itself belongs to the side that it is on.
        if ((from.side === 'before') === backwards) return rows;
        const own = of.row(db, from.place.id);
        return own && compare(own, from.place) === 0 ? [own, ...rows].slice(0, wanted) : rows;
      });
    const read = (from: Gap<RowPosition>, count: number, columns: readonly PropTag[]): SourceRow<RowPosition>[] => {
      const asked = [...new Set(columns.map((tag) => typed(tag)))];
      const rows = page(query(asked), from, count);
      const found = rows.map((row) => this.#row(row, asked, columns));
      return count < 0 ? found.reverse() : found;
    };
    return {
      count: () => index('last'),
      index,
      read,
      compare,
      // The log tells neither what a message was before nor which search folders showed it.
      ...(restriction === null && !('search' in this.#scope)
        ? {}
        : { keys: () => mailbox.read((db) => bare.ids(db)).map(keyOf) }),
      find: (wanted, from, backward) => {
        const both = restriction ? and(restriction, wanted) : wanted;
        const [row] = page(this.#compiled({ columns: [], order, restriction: both, narrow }), from, backward ? -1 : 1);
        return row ? this.#row(row, [], []) : null;
      },
      skip: (from, count): Skipped<RowPosition> => {
        const start = index(from);
        const end = Math.max(0, Math.min(index('last'), start + count));
        if (end === start) return { gap: from, moved: 0 };
        const passed = mailbox.read((db) => bare.at(db, end > start ? end - 1 : end));
        if (!passed) return { gap: 'last', moved: end - start };
        return { gap: { place: passed, side: end > start ? 'behind' : 'before' }, moved: end - start };
      },
      fetch: (keys, columns) => {
        const asked = [...new Set(columns.map((tag) => typed(tag)))];
        return keys.map((key) => {
          const row = mailbox.read((db) => query(asked).row(db, idOfKey(key)));
          return row ? this.#row(row, asked, columns) : null;
        });
      },
    };
  }

  properties(key: Uint8Array): PropSource {
    const id = idOfKey(key);
    const stored = messageSource(this.#mailbox.shared.file, id);
    return { ...stored, get: (tag) => this.#own(tag, id)?.[1] ?? stored.get(tag) };
  }

  watch(listener: (event: SourceEvent) => void): () => void {
    return this.#mailbox.shared.feed.listen((batch) => {
      const event = this.#event(batch);
      if (event) listener(event);
    });
  }

  #event(batch: FeedBatch): SourceEvent | null {
    if (batch === null) return 'reload';
    const scope = this.#scope;
    if ('search' in scope) return searchEvent(batch, scope.search);
    const rows: RowChange[] = [];
    for (const { object, event, id, parent, oldParent, associated } of batch) {
      if (object !== 'message' || associated !== (scope.associated ?? false)) continue;
      const kind = kindOf(event, parent === scope.folder, oldParent === scope.folder);
      if (kind) rows.push({ kind, key: keyOf(id) });
    }
    return rows.length === 0 ? null : rows;
  }

  #compiled(query: { columns: readonly PropTag[] } & RowQuery): ContentsQuery {
    const compiled = this.#query(query);
    if (!compiled) throw new TypeError('the order was never agreed to');
    return compiled;
  }

  #query({
    columns,
    order,
    restriction,
    narrow = null,
  }: { columns: readonly PropTag[] } & RowQuery): ContentsQuery | null {
    const options: ContentsQueryOptions = { scope: this.#scope, columns, restriction, narrow, sort: order };
    return ContentsQuery.of(options);
  }

  #row(row: ContentsRow, asked: readonly PropTag[], columns: readonly PropTag[]): SourceRow<RowPosition> {
    const tags = new Array<PropTag>(columns.length);
    const values = new Array<unknown>(columns.length);
    let large: ReadonlySet<number> | null = null;
    for (const [at, column] of columns.entries()) {
      const own = this.#own(column, row.id);
      const index = own ? -1 : asked.indexOf(typed(column));
      const stored = own ? null : row.values[index];
      const real = own?.[0] ?? messageColumns.get(propId(column))?.tag ?? row.bag?.tag(column) ?? null;
      const value = own ? own[1] : stored;
      const shaped = real === null || value === null || value === undefined ? null : shape(real, value, column);
      if (shaped) {
        tags[at] = shaped[0];
        values[at] = shaped[1];
        continue;
      }
      large ??= new Set(
        this.#mailbox.read((db) => bigValues(db, { kind: 2, id: row.id })).map(({ tag }) => propId(tag)),
      );
      tags[at] = changePropType(column, PT_ERROR);
      values[at] = large.has(propId(column)) ? MAPI_E_NOT_ENOUGH_MEMORY : MAPI_E_NOT_FOUND;
    }
    return { key: keyOf(row.id), place: { keys: row.keys, id: row.id }, row: new PropRow(tags, values) };
  }

  /** What the store knows of a row without its message. */
  #own(tag: PropTag, id: number): readonly [PropTag, unknown] | null {
    const { ids, storeEntryId } = this.#mailbox;
    switch (propId(tag)) {
      case propId(PR_ENTRYID):
      case propId(PR_LONGTERM_ENTRYID_FROM_TABLE):
        return [tag, ids.message(id)];
      case propId(PR_INSTANCE_KEY):
        return [PR_INSTANCE_KEY, keyOf(id)];
      case propId(PR_RECORD_KEY):
        return [PR_RECORD_KEY, ids.recordKey(MAPI_MESSAGE, id)];
      case propId(PR_OBJECT_TYPE):
        return [PR_OBJECT_TYPE, MAPI_MESSAGE];
      case propId(PR_ROW_TYPE):
        return [PR_ROW_TYPE, TBL_LEAF_ROW];
      case propId(PR_DEPTH):
        return [PR_DEPTH, 0];
      case propId(PR_STORE_ENTRYID):
        return [PR_STORE_ENTRYID, storeEntryId];
      case propId(PR_STORE_RECORD_KEY):
        return [PR_STORE_RECORD_KEY, ids.uid];
      case propId(PR_PARENT_ENTRYID):
        return [PR_PARENT_ENTRYID, ids.folder(this.#parentOf(id))];
      case propId(PR_MAPPING_SIGNATURE):
        return [PR_MAPPING_SIGNATURE, this.#mailbox.names.signature];
      case propId(PR_PARENT_DISPLAY_W):
        return [PR_PARENT_DISPLAY_W, this.#mailbox.read((db) => folder(db, this.#parentOf(id)))?.name ?? ''];
      default:
        return null;
    }
  }

  #parentOf(id: number): number {
    if (!('search' in this.#scope)) return this.#folder;
    const row = this.#mailbox.read((db) => db.get('SELECT folder FROM message WHERE id = ?', id));
    return (row?.['folder'] as number | undefined) ?? this.#folder;
  }
}

const keyOf = (id: number): Uint8Array => {
  const key = new Uint8Array(8);
  new DataView(key.buffer).setBigUint64(0, BigInt(id));
  return key;
};

const kindOf = (event: ChangeEvent, here: boolean, wasHere: boolean): RowChange['kind'] | null => {
  if (event === 'moved' && wasHere) return here ? 'modified' : 'deleted';
  // That new mail came was told when it was created.
  if (!here || event === 'new') return null;
  return event === 'deleted' || event === 'modified' ? event : 'added';
};

// A message that was deleted or moved has left all search folders without a word of theirs.
function searchEvent(batch: readonly LoggedChange[], folder: number): SourceEvent | null {
  const changed = new Set<number>();
  for (const { object, event, id, oldId, associated } of batch) {
    if (event === 'search' && id === folder) {
      if (oldId === null) return 'changed';
      changed.add(oldId);
    } else if (object === 'message' && !associated && event !== 'new') changed.add(id);
  }
  const rows = [...changed].map((id): RowChange => ({ kind: 'modified', key: keyOf(id) }));
  return rows.length === 0 ? null : rows;
}

const idOfKey = (key: Uint8Array): number =>
  key.length === 8 ? Number(new DataView(key.buffer, key.byteOffset, 8).getBigUint64(0)) : 0;

/** The tag under which SQL and bags know a column. */
const typed = (tag: PropTag): PropTag => messageColumns.get(propId(tag))?.tag ?? tag;

function shape(real: PropTag, value: unknown, asked: PropTag): readonly [PropTag, unknown] | null {
  const type = propType(asked);
  if (type === propType(real) || type === PT_UNSPECIFIED) return [real, value];
  if (!isString(real) || !isString(asked) || typeof value !== 'string') return null;
  return type === PT_STRING8
    ? [changePropType(real, PT_STRING8), narrowed(value, defaultCodePage)]
    : [changePropType(real, PT_UNICODE), value];
}
