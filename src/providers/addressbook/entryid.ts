import { type Guid, guidToBytes } from '../../com/index.js';
import type { EntryId } from '../../mapi/index.js';

/** What there is in an address book. */
export type Kind = 'root' | 'container' | 'user' | 'list' | 'user-template' | 'list-template';

/** An entry ID of a book, taken apart. */
export interface BookEntryId {
  readonly kind: Kind;
  /** Which user or list; 32 zeroes for all else. */
  readonly id: string;
}

const kinds: readonly Kind[] = ['root', 'container', 'user', 'list', 'user-template', 'list-template'];
const nobody = '0'.repeat(32);

/**
 * Makes an entry ID, good for all times: four bytes of flags, the book's UID, four bytes that say what it is, and the number of
 * the entry.
 *
 * @param book the book's UID
 * @param kind what it is
 * @param id which user or list, in 32 hexadecimal digits
 */
export function entryIdOf(book: Guid, kind: Kind, id: string = nobody): EntryId {
  const what = Buffer.alloc(4);
  what.writeUInt32LE(kinds.indexOf(kind));
  return new Uint8Array(Buffer.concat([Buffer.alloc(4), guidToBytes(book), what, Buffer.from(id, 'hex')]));
}

/**
 * Takes an entry ID apart.
 *
 * @param book the book's UID
 * @param entryId any entry ID
 * @returns null when it is not one of the book's
 */
export function parseEntryId(book: Guid, entryId: EntryId): BookEntryId | null {
  if (!(entryId instanceof Uint8Array) || entryId.length !== 40) return null;
  const bytes = Buffer.from(entryId);
  const kind = kinds[bytes.readUInt32LE(20)];
  if (!kind || !isOfBook(book, entryId)) return null;
  return { kind, id: bytes.subarray(24).toString('hex') };
}

/** Whether an entry ID carries the UID of a book, whatever else it is. */
export const isOfBook = (book: Guid, entryId: EntryId): boolean =>
  guidToBytes(book).every((byte, at) => entryId[at + 4] === byte);
