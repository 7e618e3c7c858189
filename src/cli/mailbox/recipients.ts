import { ok } from '../../com/index.js';
import { type IMessage, MAPI_E_NOT_FOUND, propId, TBL_ALL_COLUMNS } from '../../mapi/index.js';
import { namesOf, type ReadProp } from './props.js';
import { readRows } from './rows.js';

/**
 * Reads the recipients of a message with all that is known of each, in the order in which they were added.
 *
 * @param message the message
 */
export async function readRecipients(message: IMessage): Promise<readonly (readonly ReadProp[])[]> {
  using table = await ok(message.GetRecipientTable());
  const columns = [...(await ok(table.QueryColumns(TBL_ALL_COLUMNS)))].sort((a, b) => a - b);
  const rows = await readRows(table, columns);
  const names = await namesOf(message, columns);
  return rows.map((row) =>
    columns.flatMap((column, index): ReadProp[] => {
      const error = row.error(index);
      // A column that only other recipients have.
      if (error === MAPI_E_NOT_FOUND) return [];
      const tag = error === null ? (row.tags[index] ?? column) : column;
      return [{ tag, value: row[index], named: names.get(propId(tag)) ?? null, size: null, error }];
    }),
  );
}
