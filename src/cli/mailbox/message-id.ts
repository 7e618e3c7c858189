import { ComError, ok } from '../../com/index.js';
import { messageEntryId, messageNumber } from '../../index.js';
import { type IMessage, IMessage as IMessageId, MAPI_E_NOT_FOUND } from '../../mapi/index.js';
import { UsageError } from '../io.js';
import { Failure } from './failure.js';
import type { OpenedStore } from './store.js';

/** A message as it was named on the command line. */
export interface NamedMessage {
  /** Its number in the store. */
  readonly id: number;
  /** Its entry identifier. */
  readonly entryId: Uint8Array;
}

/**
 * Finds out which message is meant.
 *
 * @param opened the store
 * @param typed the number that `message ls` prints, or the whole entry identifier in hexadecimal
 * @throws {UsageError} for what is neither
 * @throws {ComError} `MAPI_E_UNKNOWN_ENTRYID`, `MAPI_E_INVALID_ENTRYID`
 */
export function namedMessage({ key }: OpenedStore, typed: string): NamedMessage {
  if (/^\d{1,15}$/.test(typed) && Number(typed) > 0)
    return { id: Number(typed), entryId: messageEntryId(key, Number(typed)) };
  if (!/^(?:[0-9a-f]{2}){20,}$/i.test(typed))
    throw new UsageError(
      `"${typed}" names no message: write the number that \`comail message ls\` prints, or the entry identifier in hexadecimal.`,
    );
  const entryId = new Uint8Array(Buffer.from(typed, 'hex'));
  return { id: messageNumber(key, entryId), entryId };
}

/**
 * Opens a message.
 *
 * @param opened the store
 * @param named which
 * @returns the message, for reading; the caller releases it
 * @throws {Failure} `MAPI_E_NOT_FOUND` when there is none any more
 */
export async function openMessage({ store }: OpenedStore, { id, entryId }: NamedMessage): Promise<IMessage> {
  try {
    return (await ok(store.OpenEntry(entryId, IMessageId))).lppUnk;
  } catch (error) {
    if (!(error instanceof ComError) || error.hr !== MAPI_E_NOT_FOUND) throw error;
    throw new Failure(
      MAPI_E_NOT_FOUND,
      `there is no message ${id} (any more)`,
      '`comail message ls FILE` lists the messages of the Inbox, with --all-folders those of all folders.',
    );
  }
}
