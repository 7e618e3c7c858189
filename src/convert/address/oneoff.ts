import { guidToBytes } from '../../com/index.js';
import { type EntryId, MAPI_ONE_OFF_UID, MAPI_ONE_OFF_UNICODE, oneOffParts } from '../../mapi/index.js';

/** Whom a one-off entry identifier names. */
export interface OneOff {
  /** The display name; empty when it has none. */
  readonly name: string;
  /** The address type: `SMTP`. */
  readonly addressType: string;
  /** The address. */
  readonly address: string;
}

/**
 * Reads a one-off entry identifier, which holds the address of somebody who is in no address book.
 *
 * @param entryId any entry identifier
 * @returns whom it names, null when it is no one-off or is broken
 * @spec one-off-entry-identifiers
 */
export function parseOneOff(entryId: EntryId): OneOff | null {
  const parts = oneOffParts(entryId);
  if (!parts) return null;
  const encoding = (parts.flags & MAPI_ONE_OFF_UNICODE) !== 0 ? 'utf16le' : 'latin1';
  const [name, addressType, address] = parts.texts.map((text) => Buffer.from(text).toString(encoding));
  return Object.freeze({ name: name ?? '', addressType: addressType ?? '', address: address ?? '' });
}

/**
 * The entry identifiers of a FLATENTRYLIST, as PR_REPLY_RECIPIENT_ENTRIES holds them.
 *
 * @param list the list
 * @returns its entries; those before the break when it is broken
 * @spec flatentrylist
 */
export function flatEntries(list: Uint8Array): EntryId[] {
  const bytes = Buffer.from(list.buffer, list.byteOffset, list.byteLength);
  const entries: EntryId[] = [];
  if (bytes.length < 8) return entries;
  const count = bytes.readUInt32LE(0);
  let at = 8;
  while (entries.length < count && at + 4 <= bytes.length) {
    const length = bytes.readUInt32LE(at);
    if (at + 4 + length > bytes.length) break;
    entries.push(bytes.subarray(at + 4, at + 4 + length));
    // Each entry begins at a multiple of four.
    at += 4 + ((length + 3) & ~3);
  }
  return entries;
}

// Four bytes of flags, the provider's identifier, two bytes of version, two of flags.
const HEAD = 24;

/**
 * Makes the one-off entry identifier of an Internet address.
 *
 * @param name the display name
 * @param address the address
 * @spec one-off-entry-identifiers
 */
export function smtpOneOff(name: string, address: string): EntryId {
  const texts = `${name.replaceAll('\0', '')}\0SMTP\0${address.replaceAll('\0', '')}\0`;
  const entryId = Buffer.alloc(HEAD + 2 * texts.length);
  entryId.set(guidToBytes(MAPI_ONE_OFF_UID), 4);
  entryId.writeUInt16LE(MAPI_ONE_OFF_UNICODE, 22);
  entryId.write(texts, HEAD, 'utf16le');
  return entryId;
}

/**
 * Makes a FLATENTRYLIST.
 *
 * @param entries its entries
 * @spec flatentrylist
 */
export function flatList(entries: readonly EntryId[]): Uint8Array {
  const sizes = entries.map(({ length }) => 4 + ((length + 3) & ~3));
  const list = Buffer.alloc(8 + sizes.reduce((sum, size) => sum + size, 0));
  list.writeUInt32LE(entries.length, 0);
  list.writeUInt32LE(list.length - 8, 4);
  let at = 8;
  for (const [index, entry] of entries.entries()) {
    list.writeUInt32LE(entry.length, at);
    list.set(entry, at + 4);
    at += sizes[index] as number;
  }
  return list;
}
