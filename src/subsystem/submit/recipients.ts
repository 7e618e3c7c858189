import { implementationOf, ok } from '../../com/index.js';
import {
  type AdrEntry,
  type AdrList,
  type IMessage,
  isPropError,
  MAPI_UNICODE,
  MODRECIP_MODIFY,
  type PropTag,
  type PropValue,
  propId,
  TBL_ALL_COLUMNS,
} from '../../mapi/index.js';
import type { Awaitable } from '../props/awaitable.js';
import { maxRows } from './limits.js';

/**
 * A message that tells its recipients without a table. A table costs more than all else that MAPI does for a submission, and the
 * spooler reads the recipients several times for each message.
 */
export interface RecipientsAtHand {
  /** The rows of the recipient table as they are now, with what is not saved. */
  recipientsAtHand(): AdrList;
}

/** A message that tells what it has without a row of values. */
interface PropsAtHand {
  /**
   * Whether it has one of some properties, with what is not saved.
   *
   * @param tags the properties; their identifiers count
   */
  hasAny(tags: readonly PropTag[]): boolean;
}

/**
 * Deletes properties of a message, which mostly has none of them.
 *
 * @param message the message; not saved
 * @param tags the properties
 */
export function deleteFrom(message: IMessage, tags: readonly PropTag[]): Awaitable<void> {
  const object = implementationOf(message);
  if (object !== null && 'hasAny' in object && !(object as PropsAtHand).hasAny(tags)) return;
  return ok(message.DeleteProps(tags)).then(() => undefined);
}

/**
 * Reads the recipients of a message, each with all properties that it has, its PR_ROWID among them.
 *
 * @param message the message
 */
export function recipientsOf(message: IMessage): Awaitable<AdrList> {
  const object = implementationOf(message);
  return object !== null && 'recipientsAtHand' in object
    ? (object as RecipientsAtHand).recipientsAtHand()
    : rowsOf(message);
}

async function rowsOf(message: IMessage): Promise<AdrList> {
  using table = await ok(message.GetRecipientTable(MAPI_UNICODE));
  await ok(table.SetColumns(await ok(table.QueryColumns(TBL_ALL_COLUMNS)), 0));
  const rows = await ok(table.QueryRows(maxRows, 0));
  return rows.map((row) => row.toProps().filter((entry) => !isPropError(entry)));
}

/**
 * Writes recipients back, known by their PR_ROWID.
 *
 * @param message the message, opened for writing; not saved
 * @param rows the recipients as they are to be
 */
export async function writeRecipients(message: IMessage, rows: AdrList): Promise<void> {
  if (rows.length > 0) await ok(message.ModifyRecipients(MODRECIP_MODIFY, rows));
}

/** One property of a recipient; null when it has none. */
export function valueIn<T>(row: AdrEntry, tag: PropTag<T>): T | null {
  const id = propId(tag);
  for (let at = 0; at < row.length; at++) {
    const each = row[at] as PropValue;
    if (propId(each[0]) === id) return each[1] as T;
  }
  return null;
}

function hasId(props: readonly PropValue[], id: number): boolean {
  for (let at = 0; at < props.length; at++) if (propId((props[at] as PropValue)[0]) === id) return true;
  return false;
}

/** A recipient with some properties set. */
export function withProps(row: AdrEntry, props: readonly PropValue[]): AdrEntry {
  const kept: PropValue[] = [];
  for (const each of row) if (!hasId(props, propId(each[0]))) kept.push(each);
  kept.push(...props);
  return kept;
}
