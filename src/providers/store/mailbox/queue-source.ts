import { log } from '../../../base/index.js';
import { type PropTag, propId, TBLTYPE_DYNAMIC } from '../../../mapi/index.js';
import {
  type Gap,
  maxRowEvents,
  type RowChange,
  type RowSource,
  type Selection,
  type Skipped,
  type SourceColumns,
  type SourceEvent,
} from '../../../subsystem/index.js';
import {
  messageColumns,
  outgoing,
  outgoingAt,
  outgoingCount,
  outgoingIds,
  outgoingUpTo,
  queued,
  queueNow,
} from '../sql/index.js';
import type { FeedBatch } from './change-feed.js';
import { idOfKey, keyOf } from './contents-rows.js';
import type { Mailbox } from './mailbox.js';
import { QueueRows, queueColumns } from './queue-rows.js';

/** The outgoing queue: rows straight from SQL, by their positions. */
export class QueueSource implements RowSource<number> {
  readonly tableType: number = TBLTYPE_DYNAMIC;
  readonly bookmarks = true;
  /** Absent where nobody wants to be told of rows. */
  readonly watch?: (listener: (event: SourceEvent) => void) => () => void;
  readonly #mailbox: Mailbox;

  /**
   * @param mailbox whose queue
   * @param follows whether a table of it follows the queue, which asks the store about each change; one that does not reads what is there
   */
  constructor(mailbox: Mailbox, follows: boolean) {
    this.#mailbox = mailbox;
    if (follows) this.watch = (listener) => this.#watch(listener);
  }

  columns(): SourceColumns {
    const known = new Set(queueColumns.map(propId));
    const more = [...messageColumns.values()].map(({ tag }) => tag).filter((tag) => !known.has(propId(tag)));
    return { initial: queueColumns, all: Object.freeze([...queueColumns, ...more]) };
  }

  restricts(): boolean {
    return false;
  }

  orders(): boolean {
    return false;
  }

  select(): Selection<number> {
    const mailbox = this.#mailbox;
    // Columns change seldom, and each array of them comes again with every page.
    const makers = new WeakMap<readonly PropTag[], QueueRows>();
    const makerOf = (columns: readonly PropTag[]): QueueRows => {
      const maker = makers.get(columns) ?? new QueueRows(mailbox, columns);
      makers.set(columns, maker);
      return maker;
    };
    const index = (of: Gap<number>): number => mailbox.read((db) => outgoingCount(db, before(of)));
    return {
      count: () => index('last'),
      index,
      compare: (a, b) => a - b,
      read(from, count, columns) {
        const maker = makerOf(columns);
        const found = mailbox.read((db) =>
          count > 0 ? outgoing(db, before(from), count) : outgoingUpTo(db, before(from), -count),
        );
        const rows = found.map((entry) => maker.row(entry));
        return count > 0 ? rows : rows.reverse();
      },
      skip(from, count): Skipped<number> {
        if (count === 0) return { gap: from, moved: 0 };
        const place = mailbox.read((db) => outgoingAt(db, before(from), count));
        if (place !== null) return { gap: { place, side: count > 0 ? 'behind' : 'before' }, moved: count };
        const passed = index(from);
        return count > 0 ? { gap: 'last', moved: index('last') - passed } : { gap: 'first', moved: -passed };
      },
      fetch(keys, columns) {
        const maker = makerOf(columns);
        return keys.map((key) => {
          const entry = mailbox.read((db) => queued(db, idOfKey(key)));
          return entry && maker.row(entry);
        });
      },
    };
  }

  #watch(listener: (event: SourceEvent) => void): () => void {
    let follower: QueueFollower | null = null;
    const end = this.#mailbox.shared.feed.listen((batch) => {
      try {
        const event = follower?.follow(batch);
        if (event) listener(event);
      } catch (error) {
        log.error('the table of the outgoing queue could not follow its store', error);
        listener('reload');
      }
    });
    try {
      // What it begins with is what was before the first change that it hears of.
      follower = new QueueFollower(this.#mailbox);
    } catch (error) {
      end();
      throw error;
    }
    return end;
  }
}

/**
 * Says that the outgoing queue may have changed, at little cost: of what this process writes it asks nothing. What others write is
 * compared with what was there; it says too much rather than too little.
 *
 * @param mailbox whose queue
 * @param changed is told
 * @returns what ends it
 */
export function watchQueue(mailbox: Mailbox, changed: () => void): () => void {
  const { file, feed } = mailbox.shared;
  let seen = file.queueCommits;
  // What was there when somebody else wrote last; null when this process has changed it since.
  let follower: QueueFollower | null = null;
  return feed.listen((batch) => {
    if (mailbox.over) return;
    const touched = file.queueCommits !== seen;
    seen = file.queueCommits;
    if (batch?.every(({ process }) => process === file.process) && (touched || batch.length > 0)) {
      if (!touched) return;
      follower = null;
      changed();
    } else if (follower === null) {
      follower = new QueueFollower(mailbox);
      changed();
    } else if (follower.follow(batch) !== null || touched) changed();
  });
}

/** The position up to which everything stands before a gap; positions begin with 1. */
function before(gap: Gap<number>): number {
  if (typeof gap === 'string') return gap === 'first' ? 0 : Number.MAX_SAFE_INTEGER;
  return gap.side === 'before' ? gap.place - 1 : gap.place;
}

/**
 * Which messages were in the queue, and which of them were locked: the log tells of messages, not of the queue. Their numbers
 * are all that is kept of them.
 */
class QueueFollower {
  readonly #mailbox: Mailbox;
  #there: Set<number>;
  /** Those that were locked, as the store tells them. */
  #locked: string;

  constructor(mailbox: Mailbox) {
    this.#mailbox = mailbox;
    this.#there = new Set(mailbox.read(outgoingIds));
    this.#locked = this.#now([]).locked;
  }

  follow(batch: FeedBatch): SourceEvent | null {
    const changed = new Set<number>();
    for (const { object, id } of batch ?? []) if (object === 'message') changed.add(id);
    const now = this.#now([...changed]);
    const present = new Set(now.present);
    if (now.locked !== this.#locked) {
      // Locks are no changes of a message, so the log does not tell of them.
      const more = difference(this.#locked, now.locked).filter((id) => !changed.has(id));
      this.#locked = now.locked;
      for (const id of more) changed.add(id);
      if (more.length > 0) for (const id of this.#now(more).present) present.add(id);
    }
    if (batch === null) {
      this.#there = new Set(this.#mailbox.read(outgoingIds));
      return 'reload';
    }
    const changes: RowChange[] = [];
    for (const id of changed) {
      const was = this.#there.has(id);
      const is = present.has(id);
      if (is) this.#there.add(id);
      else this.#there.delete(id);
      if (is || was) changes.push({ kind: is ? (was ? 'modified' : 'added') : 'deleted', key: keyOf(id) });
    }
    if (changes.length === 0) return null;
    // Of so many the sinks are not told one by one, and nobody needs their rows.
    return changes.length > maxRowEvents ? 'changed' : changes;
  }

  #now(messages: readonly number[]): ReturnType<typeof queueNow> {
    return this.#mailbox.read((db) => queueNow(db, messages));
  }
}

/** What stands in one of two lists of JSON and not in the other. */
function difference(one: string, other: string): readonly number[] {
  const [before, after] = [new Set(JSON.parse(one) as number[]), new Set(JSON.parse(other) as number[])];
  return [...[...before].filter((id) => !after.has(id)), ...[...after].filter((id) => !before.has(id))];
}
