import { guidFromBytes } from '../../com/index.js';
import { MAPI_ONE_OFF_UNICODE } from '../flags/addressbook.js';
import { MAPI_ONE_OFF_UID } from '../guids.js';
import type { EntryId } from './entryid.js';

/** A one-off entry identifier, taken apart. */
export interface OneOffParts {
  /** 0 in all that are known. */
  readonly version: number;
  /** `MAPI_ONE_OFF_UNICODE`, `MAPI_ONE_OFF_NO_RICH_INFO`. */
  readonly flags: number;
  /** Name, address type and address without their end marks: UTF-16LE with `MAPI_ONE_OFF_UNICODE`, else in some code page. */
  readonly texts: readonly [name: Uint8Array, addressType: Uint8Array, address: Uint8Array];
  /** How many bytes follow the address. */
  readonly surplus: number;
}

/**
 * Takes the entry identifier of somebody who is in no address book apart: four bytes of flags, MAPI_ONE_OFF_UID, version and flags
 * in 16 bits each, then name, address type and address, each with its terminating zero.
 *
 * @param entryId any entry identifier
 * @returns its parts; null when it is no one-off, or is cut off
 * @spec one-off-entry-identifiers
 */
export function oneOffParts(entryId: EntryId): OneOffParts | null {
  if (!(entryId instanceof Uint8Array) || entryId.length < head) return null;
  if (guidFromBytes(entryId.subarray(4, 20)) !== MAPI_ONE_OFF_UID) return null;
  const view = new DataView(entryId.buffer, entryId.byteOffset, entryId.length);
  const flags = view.getUint16(22, true);
  const width = (flags & MAPI_ONE_OFF_UNICODE) !== 0 ? 2 : 1;
  const texts: Uint8Array[] = [];
  let at = head;
  while (texts.length < 3) {
    const end = endOfText(view, at, width);
    if (end === null) return null;
    texts.push(entryId.subarray(at, end));
    at = end + width;
  }
  const [name, addressType, address] = texts as [Uint8Array, Uint8Array, Uint8Array];
  return {
    version: view.getUint16(20, true),
    flags,
    texts: [name, addressType, address],
    surplus: entryId.length - at,
  };
}

/** Four bytes of flags, the identifier, two bytes of version, two of flags. */
const head = 24;

function endOfText(view: DataView, from: number, width: 1 | 2): number | null {
  for (let at = from; at + width <= view.byteLength; at += width)
    if ((width === 2 ? view.getUint16(at) : view.getUint8(at)) === 0) return at;
  return null;
}
