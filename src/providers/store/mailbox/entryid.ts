import { ComError, type Guid, guidToBytes } from '../../../com/index.js';
import {
  type EntryId,
  type MAPI_ATTACH,
  MAPI_E_INVALID_ENTRYID,
  MAPI_E_UNKNOWN_ENTRYID,
  MAPI_FOLDER,
  MAPI_MESSAGE,
} from '../../../mapi/index.js';

/** What an entry identifier names. */
export interface EntryKey {
  /** `MAPI_FOLDER` or `MAPI_MESSAGE`. */
  readonly kind: typeof MAPI_FOLDER | typeof MAPI_MESSAGE;
  /** The id of its row. */
  readonly id: number;
}

const version = 1;
const length = 32;

/**
 * The entry identifiers of one store: four bytes of flags, the store's MAPIUID, the version of this form, the kind of object,
 * two zeroes, eight bytes with the id of its row, highest first. All that the store hands out are long term; those with
 * other flags (a client that keeps identifiers for its session) name the same objects.
 * @spec entryid
 */
export class EntryIds {
  /** The MAPIUID of the store. */
  readonly uid: Uint8Array;

  readonly #pattern: Uint8Array = new Uint8Array(length);

  /** @param uid the store's identity */
  constructor(uid: Guid) {
    this.uid = guidToBytes(uid);
    this.#pattern.set(this.uid, 4);
    this.#pattern[20] = version;
  }

  /** The identifier of a folder. */
  folder(id: number): EntryId {
    return this.#make(MAPI_FOLDER, id);
  }

  /** The identifier of a message. */
  message(id: number): EntryId {
    return this.#make(MAPI_MESSAGE, id);
  }

  /** PR_RECORD_KEY of an object: unique in the store, and comparable byte by byte. */
  recordKey(kind: EntryKey['kind'] | typeof MAPI_ATTACH, id: number): Uint8Array {
    return this.#make(kind, id).subarray(20);
  }

  /**
   * Reads an identifier.
   *
   * @param entryId what a caller gave
   * @throws {ComError} `MAPI_E_INVALID_ENTRYID` when it has not the form of an entry identifier, `MAPI_E_UNKNOWN_ENTRYID` when it is
   *   of another store or provider
   */
  parse(entryId: EntryId): EntryKey {
    if (!(entryId instanceof Uint8Array) || entryId.length < 20)
      throw new ComError(MAPI_E_INVALID_ENTRYID, 'an entry identifier has at least 20 bytes');
    if (!this.#isMine(entryId)) throw new ComError(MAPI_E_UNKNOWN_ENTRYID, 'the entry identifier is not of this store');
    const kind = entryId[21];
    let id = 0;
    if (entryId.length === length) for (let at = 24; at < length; at++) id = id * 256 + (entryId[at] as number);
    const sound = entryId[20] === version && (kind === MAPI_FOLDER || kind === MAPI_MESSAGE) && entryId[22] === 0;
    if (!sound || entryId[23] !== 0 || id === 0 || !Number.isSafeInteger(id))
      throw new ComError(MAPI_E_INVALID_ENTRYID, 'the entry identifier names no kind of object that stores have');
    return { kind, id };
  }

  #isMine(entryId: EntryId): boolean {
    for (let at = 4; at < 20; at++) if (entryId[at] !== this.#pattern[at]) return false;
    return true;
  }

  #make(kind: number, id: number): EntryId {
    // A page of a table makes fifty of them: nothing is allocated but the bytes.
    const bytes = this.#pattern.slice();
    bytes[21] = kind;
    for (let at = length - 1, rest = id; rest > 0; at--, rest = Math.floor(rest / 256)) bytes[at] = rest & 0xff;
    return bytes;
  }
}
