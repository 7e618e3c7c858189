import { log } from '../../../base/index.js';
import { com } from '../../../com/index.js';
import {
  IMAPITable,
  MAPI_MESSAGE,
  PR_INSTANCE_KEY,
  type PropValue,
  prop,
  TBLTYPE_DYNAMIC,
} from '../../../mapi/index.js';
import { MemoryRows, Table } from '../../../subsystem/index.js';
import { lockedOutgoing, outgoing, queued } from '../sql/index.js';
import type { FeedBatch } from './change-feed.js';
import type { Mailbox } from './mailbox.js';
import { queueColumns, queueRow } from './queue-rows.js';
import { syncRows } from './sync-rows.js';

/**
 * Opens the table of the outgoing queue, oldest submission first. It follows the store message by message: a queue may hold many
 * thousands, and each of them changes several times while it is sent.
 *
 * @param mailbox whose store
 * @spec outgoing-queue-tables
 */
export function queueTable(mailbox: Mailbox): IMAPITable {
  const rows = new MemoryRows({ index: PR_INSTANCE_KEY, columns: queueColumns, tableType: TBLTYPE_DYNAMIC });
  const follower = new QueueFollower(mailbox, rows);
  const unlisten = mailbox.shared.feed.listen((batch) => {
    try {
      follower.follow(batch);
    } catch (error) {
      log.error('the table of the outgoing queue could not follow its store', error);
    }
  });
  const released = (): void => {
    unlisten();
    mailbox.leave(table);
  };
  const table = new Table(rows, { columns: queueColumns, released, calls: mailbox.calls });
  mailbox.enter(table, IMAPITable);
  return com(table, IMAPITable);
}

class QueueFollower {
  readonly #mailbox: Mailbox;
  readonly #rows: MemoryRows;
  readonly #there = new Set<number>();
  #locked: ReadonlySet<number>;

  constructor(mailbox: Mailbox, rows: MemoryRows) {
    this.#mailbox = mailbox;
    this.#rows = rows;
    this.#locked = new Set(mailbox.read(lockedOutgoing));
    this.#readAll();
  }

  follow(batch: FeedBatch): void {
    if (batch === null) {
      this.#readAll();
      return;
    }
    // Locks are no changes of a message, so the log does not tell of them.
    const locked: ReadonlySet<number> = new Set(this.#mailbox.read(lockedOutgoing));
    const changed = new Set(batch.filter(({ object }) => object === 'message').map(({ id }) => id));
    for (const id of locked) if (!this.#locked.has(id)) changed.add(id);
    for (const id of this.#locked) if (!locked.has(id)) changed.add(id);
    this.#locked = locked;
    for (const id of changed) this.#look(id);
  }

  #look(id: number): void {
    const row = queueRow(
      this.#mailbox,
      this.#mailbox.read((db) => queued(db, id)),
    );
    if (row) {
      this.#there.add(id);
      this.#rows.put([row]);
    } else if (this.#there.delete(id)) {
      this.#rows.remove([[prop(PR_INSTANCE_KEY, this.#mailbox.ids.recordKey(MAPI_MESSAGE, id))]]);
    }
  }

  #readAll(): void {
    const all: (readonly PropValue[])[] = [];
    this.#there.clear();
    for (const entry of this.#mailbox.read(outgoing)) {
      const row = queueRow(this.#mailbox, entry);
      if (!row) continue;
      this.#there.add(entry.message);
      all.push(row);
    }
    if (this.#rows.size === 0) this.#rows.put(all);
    else syncRows(this.#rows, PR_INSTANCE_KEY, all);
  }
}
