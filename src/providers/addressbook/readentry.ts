import { ok } from '../../com/index.js';
import { type EntryId, IMAPIProp, isPropError, MAPI_UNICODE, type PropTag, type PropValue } from '../../mapi/index.js';
import type { Book } from './book.js';

/**
 * Reads an entry of any provider, to copy it or to remember who a member is.
 *
 * @param book the book, whose support object opens it
 * @param entryId the entry
 * @param tags the properties; null for all
 * @throws {ComError} what opening it answers
 */
export async function readEntry(
  book: Book,
  entryId: EntryId,
  tags: readonly PropTag[] | null,
): Promise<readonly PropValue[]> {
  const { lppUnk } = await ok(book.support.OpenEntry(entryId, IMAPIProp, 0));
  using entry = lppUnk;
  const row = await ok(entry.GetProps(tags, MAPI_UNICODE));
  return row.toProps().filter((one) => !isPropError(one));
}
