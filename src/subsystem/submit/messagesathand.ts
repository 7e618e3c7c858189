import { implementationOf } from '../../com/index.js';
import type { EntryId, IMAPIFolder, IMessage, PropTag, Restriction, SSortOrder } from '../../mapi/index.js';

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
  /** Its attachments in the order of their numbers, without what is in them; read when they are asked for. */
  readonly attachments: readonly StoredProps[];
}

/** Messages of a list, and in which version each of them is: two lists side by side. */
export interface VersionsAtHand {
  /** What the store calls them, as long as they live. */
  readonly ids: readonly number[];
  /**
   * Their change numbers: another one with everything that becomes different of a message, its folder, flags, recipients and
   * attachments included, PR_MSG_STATUS alone excepted. No number ever comes again, whatever becomes of its message.
   */
  readonly changes: readonly number[];
}

/** The messages of folders that match, in an order: read anew with every call, and held by nobody in between. */
export interface ListAtHand {
  /**
   * How many there are.
   *
   * @throws {ComError} `MAPI_E_NOT_FOUND` when one of the folders is gone
   */
  count(): number;
  /**
   * Some of them.
   *
   * @param skip how many are passed over
   * @param count how many at most
   * @throws {ComError} `MAPI_E_NOT_FOUND` when one of the folders is gone
   */
  page(skip: number, count: number): VersionsAtHand;
  /**
   * Reads messages as they are stored, which is not before the version that a page has told of.
   *
   * @param ids what a page called them
   * @param recipients whether their recipients are wanted, too
   * @returns each of them; null for one that is gone
   */
  messages(ids: readonly number[], recipients: boolean): readonly (StoredMessage | null)[];
}

/** What a list shows. */
export interface ListWish {
  /** The folders whose messages it has. */
  readonly folders: readonly EntryId[];
  /** Null for all of them. */
  readonly restriction: Restriction | null;
  readonly order: readonly SSortOrder[];
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
  /**
   * Lists messages without a table.
   *
   * @param wish what it shows
   * @returns null where a table must do it: of a search folder, where the restriction or the order is beyond what is stored beside each
   *   message
   * @throws {ComError} `MAPI_E_INVALID_ENTRYID`, `MAPI_E_UNKNOWN_ENTRYID`, `MAPI_E_NOT_FOUND`
   */
  listAtHand(wish: ListWish): ListAtHand | null;
  /**
   * Opens a message to be read, also one that the spooler has locked because it is being sent: the lock keeps others from changing and
   * sending it, and `OpenEntry` from opening it at all.
   *
   * @param entryId the message, of any folder
   * @throws {ComError} `MAPI_E_INVALID_ENTRYID`, `MAPI_E_UNKNOWN_ENTRYID`, `MAPI_E_NOT_FOUND`
   */
  openAtHand(entryId: EntryId): IMessage;
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
