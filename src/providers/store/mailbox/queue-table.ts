import { com } from '../../../com/index.js';
import { IMAPITable } from '../../../mapi/index.js';
import { Table } from '../../../subsystem/index.js';
import type { Mailbox } from './mailbox.js';
import { QueueSource } from './queue-source.js';

/**
 * Opens the table of the outgoing queue, oldest submission first. It reads what is asked of it: a queue may hold many thousands,
 * and each of them changes several times while it is sent.
 *
 * @param mailbox whose store
 * @param follows false for a table that tells nobody of changes
 * @spec outgoing-queue-tables
 */
export function queueTable(mailbox: Mailbox, follows = true): IMAPITable {
  const table = new Table(new QueueSource(mailbox, follows), {
    released: () => mailbox.leave(table),
    calls: mailbox.calls,
  });
  mailbox.enter(table, IMAPITable);
  return com(table, IMAPITable);
}
