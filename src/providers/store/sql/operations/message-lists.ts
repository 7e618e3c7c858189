import type { PropTag } from '../../../../mapi/index.js';
import { StoreError } from '../../error.js';
import { copyMessageTo, deleteMessageRows } from './message-rows.js';
import { moveMessage, setMessageBits } from './messages.js';
import { requireRoom } from './room.js';
import type { Transaction } from './transaction.js';

/** Messages that something is done with at once. */
export interface MessageList {
  /** The folder in which they must lie, or the search folder that must show them. */
  readonly within: number;
  /** The messages. */
  readonly ids: readonly number[];
}

/** Messages and the folder that they are moved or copied to. */
export interface MessageListTransfer extends MessageList {
  readonly folder: number;
}

/** Messages that are copied. */
export interface MessageListCopy extends MessageListTransfer {
  /** Refuses it where the store is full: its properties that say from how many kilobytes on it is. */
  readonly bounds?: readonly PropTag<number>[];
}

/** Messages and bits of PR_MESSAGE_FLAGS to change. */
export interface MessageListFlags extends MessageList {
  /** The bits that change. */
  readonly mask: number;
  /** Their new values. */
  readonly bits: number;
}

/**
 * Deletes messages, but those that are not there (any more) and those that wait to be sent.
 *
 * @returns those that were left alone
 */
export const deleteMessages = (tx: Transaction, list: MessageList): readonly number[] =>
  each(tx, list, true, (id) => deleteMessageRows(tx, id));

/**
 * Moves messages, but those that are not there (any more) and those that wait to be sent.
 *
 * @returns those that were left alone
 * @throws {StoreError} `NOT_FOUND` without such a target
 */
export function moveMessages(tx: Transaction, list: MessageListTransfer): readonly number[] {
  requireFolder(tx, list.folder);
  return each(tx, list, true, (id, folder) => {
    if (folder !== list.folder) moveMessage(tx, { id, folder: list.folder });
  });
}

/**
 * Copies messages, but those that are not there (any more).
 *
 * @returns those that were left alone
 * @throws {StoreError} `NOT_FOUND` without such a target; `STORE_FULL`
 */
export function copyMessages(tx: Transaction, list: MessageListCopy): readonly number[] {
  requireRoom(tx, list.bounds ?? []);
  requireFolder(tx, list.folder);
  return each(tx, list, false, (id) => copyMessageTo(tx, id, { folder: list.folder }));
}

/**
 * Changes flags of messages, but those that are not there (any more) and those that wait to be sent.
 *
 * @returns those that were left alone
 */
export const flagMessages = (tx: Transaction, list: MessageListFlags): readonly number[] =>
  each(tx, list, true, (id) => setMessageBits(tx, { id, column: 'flags', mask: list.mask, bits: list.bits }));

function each(
  tx: Transaction,
  { within, ids }: MessageList,
  changes: boolean,
  step: (id: number, folder: number) => unknown,
): readonly number[] {
  const left: number[] = [];
  for (const id of ids) {
    const row = tx.db.get(held, id, within, within);
    const submitted = (Number(row?.['flags'] ?? 0) & 4) !== 0;
    if (!row || (changes && submitted)) left.push(id);
    else step(id, row['folder'] as number);
  }
  return left;
}

function requireFolder(tx: Transaction, id: number): void {
  if (!tx.db.get('SELECT id FROM folder WHERE id = ?', id))
    throw new StoreError('NOT_FOUND', `there is no folder ${id}`);
}

const held = `SELECT flags, folder FROM message WHERE id = ? AND folder IS NOT NULL AND (folder = ? OR
  EXISTS (SELECT 1 FROM search_link WHERE search_link.folder = ? AND search_link.message = message.id))`;
