import type { AdrEntry, IMessage } from '../../mapi/index.js';
import { PR_RESPONSIBILITY, PR_ROWID, prop } from '../../mapi/index.js';
import { recipientsOf, valueIn, withProps, writeRecipients } from '../submit/recipients.js';

/**
 * Reads whole rows of the recipient table, for ModifyRecipients replaces whole rows.
 *
 * @param message the message
 * @param rowIds whose rows
 * @returns the properties of each, by PR_ROWID
 */
export async function wholeRows(
  message: IMessage,
  rowIds: ReadonlySet<number>,
): Promise<ReadonlyMap<number, AdrEntry>> {
  const found = new Map<number, AdrEntry>();
  if (rowIds.size === 0) return found;
  for (const row of await recipientsOf(message)) {
    const rowId = valueIn(row, PR_ROWID);
    if (rowId !== null && rowIds.has(rowId)) found.set(rowId, row);
  }
  return found;
}

/**
 * Says that recipients are taken care of: PR_RESPONSIBILITY becomes true.
 *
 * @param message the message, open for writing
 * @param rows their whole rows
 * @spec pidtagresponsibility-canonical-property
 */
export async function takeResponsibility(message: IMessage, rows: readonly AdrEntry[]): Promise<void> {
  const taken = rows.map((row) => withProps(row, [prop(PR_RESPONSIBILITY, true)]));
  await writeRecipients(message, taken);
}
