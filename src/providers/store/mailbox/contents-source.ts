import {
  and,
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
  type PropSource,
  type PropTag,
  propId,
  type Restriction,
  TBLTYPE_DYNAMIC,
} from '../../../mapi/index.js';
import type {
  Gap,
  RowChange,
  RowQuery,
  RowSource,
  Selection,
  Skipped,
  SourceColumns,
  SourceEvent,
  SourceRow,
} from '../../../subsystem/index.js';
import {
  type ChangeEvent,
  ContentsQuery,
  type ContentsQueryOptions,
  type ContentsRow,
  type ContentsScope,
  type LoggedChange,
  messageColumns,
  type RowPosition,
  restrict,
} from '../sql/index.js';
import type { FeedBatch } from './change-feed.js';
import { ContentsRows, idOfKey, keyOf, ownValue } from './contents-rows.js';
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

const none: readonly PropTag[] = Object.freeze([]);

/** How the rows of some columns are read and made. */
interface Shape {
  readonly rows: ContentsRows;
  readonly query: ContentsQuery;
}

interface ColumnsQuery extends RowQuery {
  readonly columns: readonly PropTag[];
  readonly changes?: boolean;
}

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
    const bare = this.#compiled({ columns: [], order, restriction, narrow });
    // Columns change seldom, and each array of them comes again with every page.
    const shapes = new WeakMap<readonly PropTag[], Shape>();
    const shapeOf = (columns: readonly PropTag[]): Shape => {
      const known = shapes.get(columns);
      if (known) return known;
      const rows = new ContentsRows(mailbox, (id) => this.#parentOf(id), columns);
      const query = this.#compiled({ columns: rows.asked, changes: rows.changes, order, restriction, narrow });
      shapes.set(columns, { rows, query });
      return { rows, query };
    };
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
      const { rows, query } = shapeOf(columns);
      const found = page(query, from, count).map((row) => rows.row(row));
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
        return row ? shapeOf(none).rows.row(row) : null;
      },
      skip: (from, count): Skipped<RowPosition> => {
        const backwards = count < 0;
        const sign = backwards ? -1 : 1;
        const side = backwards ? 'before' : 'behind';
        if (count === 0 || from === (backwards ? 'first' : 'last')) return { gap: from, moved: 0 };
        let left = Math.abs(count);
        let after: RowPosition | null = null;
        if (typeof from !== 'string') {
          after = from.place;
          // The row of the place itself belongs to the side that it is on.
          const ahead = (from.side === 'before') !== backwards;
          const own = ahead ? mailbox.read((db) => bare.row(db, from.place.id)) : null;
          if (own && compare(own, from.place) === 0 && --left === 0)
            return { gap: { place: from.place, side }, moved: sign };
        }
        const passed = Math.abs(count) - left;
        const { position, there } = mailbox.read((db) => bare.at(db, left - 1, after, backwards));
        const moved = sign * (passed + there);
        return { gap: position ? { place: position, side } : backwards ? 'first' : 'last', moved };
      },
      fetch: (keys, columns) => {
        const { rows, query } = shapeOf(columns);
        return keys.map((key) => {
          const row = mailbox.read((db) => query.row(db, idOfKey(key)));
          return row ? rows.row(row) : null;
        });
      },
    };
  }

  properties(key: Uint8Array): PropSource {
    const id = idOfKey(key);
    const stored = messageSource(this.#mailbox.shared.file, id);
    const parentOf = () => this.#parentOf(id);
    return {
      ...stored,
      get: (tag) => ownValue(this.#mailbox, parentOf, tag)?.of(id, null) ?? stored.get(tag),
    };
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

  #compiled(query: ColumnsQuery): ContentsQuery {
    const compiled = this.#query(query);
    if (!compiled) throw new TypeError('the order was never agreed to');
    return compiled;
  }

  #query({ columns, changes = false, order, restriction, narrow = null }: ColumnsQuery): ContentsQuery | null {
    const options: ContentsQueryOptions = { scope: this.#scope, columns, changes, restriction, narrow, sort: order };
    return ContentsQuery.of(options);
  }

  #parentOf(id: number): number {
    if (!('search' in this.#scope)) return this.#folder;
    const row = this.#mailbox.read((db) => db.get('SELECT folder FROM message WHERE id = ?', id));
    return (row?.['folder'] as number | undefined) ?? this.#folder;
  }
}

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
