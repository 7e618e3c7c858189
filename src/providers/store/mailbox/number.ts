import { ComError, guidFromBytes } from '../../../com/index.js';
import { type EntryId, MAPI_E_INVALID_ENTRYID, MAPI_MESSAGE } from '../../../mapi/index.js';
import { EntryIds } from './entryid.js';

/**
 * The number of a message within its store: short enough to be typed, the same as long as the message lives wherever it is
 * moved to within the store, and never given to another one.
 *
 * @param storeKey PR_STORE_RECORD_KEY of the store
 * @param entryId the message
 * @throws {ComError} `MAPI_E_INVALID_ENTRYID` for what names no message, `MAPI_E_UNKNOWN_ENTRYID` for one of another store
 */
export function messageNumber(storeKey: Uint8Array, entryId: EntryId): number {
  const { kind, id } = new EntryIds(guidFromBytes(storeKey)).parse(entryId);
  if (kind !== MAPI_MESSAGE) throw new ComError(MAPI_E_INVALID_ENTRYID, 'the entry identifier is that of a folder');
  return id;
}

/**
 * The entry identifier of the message with a number, whether there is one or not.
 *
 * @param storeKey PR_STORE_RECORD_KEY of the store
 * @param number what {@link messageNumber} answered
 * @throws {ComError} `MAPI_E_INVALID_ENTRYID` for what is no such number
 */
export function messageEntryId(storeKey: Uint8Array, number: number): EntryId {
  if (!Number.isSafeInteger(number) || number < 1)
    throw new ComError(MAPI_E_INVALID_ENTRYID, `messages are numbered from 1 on, not ${number}`);
  return new EntryIds(guidFromBytes(storeKey)).message(number);
}
