import { implementationOf } from '../../com/index.js';
import type { EntryId, IMAPIFolder, PropTag } from '../../mapi/index.js';

/** A text of ASCII alone, as bytes among others. */
export interface AsciiText {
  readonly bytes: Uint8Array;
  /** Where it begins. */
  readonly from: number;
  /** Where it has ended. */
  readonly end: number;
}

/** Properties of something stored. */
export interface StoredProps {
  /**
   * One property, however large it is; those that the store works out are PR_ENTRYID, PR_PARENT_ENTRYID and PR_CHANGE_KEY.
   *
   * @param tag the property; strings of either width answer to both
   * @returns null when the message has none, or one of another type
   */
  get<T>(tag: PropTag<T>): T | null;
  /**
   * A text for whoever copies it: no string is made.
   *
   * @param tag the property
   * @returns null when there is none, or when it must be read by {@link StoredProps.get}
   */
  ascii(tag: PropTag<string>): AsciiText | null;
}

/** A message as it is stored, read without opening it. */
export interface StoredMessage extends StoredProps {
  /** Its recipients in the order of their row ids. */
  readonly recipients: readonly StoredProps[];
}

/**
 * A folder that tells of many messages of its store at once. A list of mail would otherwise open each message of its page, make a
 * table for its recipients and release both.
 */
export interface MessagesAtHand {
  /**
   * Reads messages as they are stored.
   *
   * @param entryIds the messages, of any folder
   * @param recipients whether their recipients are wanted, too
   * @returns each of them; null for one that is gone
   */
  messagesAtHand(entryIds: readonly EntryId[], recipients: boolean): readonly (StoredMessage | null)[];
}

/**
 * The short way to the messages of a store.
 *
 * @param folder one of its folders
 * @returns null for a folder of a store that has no such way
 */
export function messagesAtHand(folder: IMAPIFolder): MessagesAtHand | null {
  const object = implementationOf(folder);
  return object !== null && 'messagesAtHand' in object ? (object as MessagesAtHand) : null;
}
