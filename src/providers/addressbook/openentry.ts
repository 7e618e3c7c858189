import { type Iid, type IUnknown, ok } from '../../com/index.js';
import type { EntryId, IMAPIProp, OpenedEntry } from '../../mapi/index.js';
import type { Book } from './book.js';

/**
 * Opens what a container of a book holds.
 *
 * @param book the book
 * @param lpEntryID what to open; null for the root
 * @param lpInterface as what
 * @param ulFlags how
 * @spec imapicontainer-openentry
 */
export const openIn = async <I extends IUnknown = IMAPIProp>(
  book: Book,
  lpEntryID: EntryId | null,
  lpInterface: Iid<I> | null,
  ulFlags: number,
): Promise<OpenedEntry<I>> => await ok(book.support.OpenEntry(lpEntryID ?? book.root, lpInterface as Iid<I>, ulFlags));
