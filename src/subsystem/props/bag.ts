import type { PropTag, PropValue } from '../../mapi/index.js';
import type { Awaitable } from './awaitable.js';

/** A value that is read in pieces: binary as it is, text as UTF-16LE. */
export interface LargeValue {
  /** The property with its real type. */
  readonly tag: PropTag;
  /** Bytes. */
  readonly size: number;
}

/** Room for a large value while it is written, before the object is saved. */
export interface LargeDraft {
  /** Bytes written so far. */
  readonly size: number;
  /**
   * Reads back.
   *
   * @param position where, in bytes
   * @param length how many at most
   * @returns what is there, fewer at the end
   */
  read(position: number, length: number): Awaitable<Uint8Array>;
  /**
   * Writes.
   *
   * @param position where; a gap before it becomes zeroes
   * @param bytes taken over before the method returns
   */
  write(position: number, bytes: Uint8Array): Awaitable<void>;
  /** Cuts off or grows with zeroes. */
  resize(size: number): Awaitable<void>;
  /** Throws the draft away. Only for drafts that were never given to a commit that succeeded. */
  discard(): Awaitable<void>;
}

/** What one save changes. */
export interface PropChanges {
  /** Values that are set; text always as PT_UNICODE, large ones too. */
  readonly set: readonly PropValue[];
  /** Values that were streamed in, each under its real type. */
  readonly drafts: readonly { readonly tag: PropTag; readonly draft: LargeDraft }[];
  /** Properties that go; their types do not matter. */
  readonly remove: readonly PropTag[];
}

/**
 * What a property object needs of whoever keeps its properties: a row of a store, an entry of an address book, a section of a
 * profile. Reading what is at hand is synchronous, large values and saving may wait.
 */
export interface PropBag {
  /** Names the object behind the bag: two bags with equal keys hold the same one. Absent where nothing is shared. */
  readonly key?: string;
  /**
   * Called before each method of the object, for bags that others change while they are open and that read things afresh.
   *
   * @throws {ComError} `MAPI_E_OBJECT_DELETED` when the object is gone
   */
  refresh?(): Awaitable<void>;
  /** The properties that are there, with their real types; PT_OBJECT included. */
  tags(): readonly PropTag[];
  /**
   * One property.
   *
   * @param id its identifier
   * @returns the value, the size of a large one, or null when it is not there
   */
  get(id: number): PropValue | LargeValue | null;
  /**
   * Whether a property is there: what `get` would tell, without the value.
   *
   * @param id its identifier
   */
  has?(id: number): boolean;
  /**
   * Reads from a large value.
   *
   * @param id its identifier
   * @param position where, in bytes
   * @param length how many at most
   * @returns what is there, fewer at the end
   */
  read(id: number, position: number, length: number): Awaitable<Uint8Array>;
  /**
   * Makes room for a value that will be streamed in.
   *
   * @param tag the property with its type
   */
  draft(tag: PropTag): Awaitable<LargeDraft>;
  /**
   * Makes changes permanent, all or none.
   *
   * @param changes the changes, perhaps none for an object that has never been saved
   * @param force whether to overwrite what somebody else saved meanwhile
   * @throws {ComError} `MAPI_E_OBJECT_CHANGED` when somebody else saved it first and `force` is not set,
   *   `MAPI_E_OBJECT_DELETED` when it is gone, `MAPI_E_COLLISION` and others as the provider's pages tell
   */
  commit(changes: PropChanges, force: boolean): Awaitable<void>;
}

/** Whether a property is a large value. */
export const isLarge = (stored: PropValue | LargeValue): stored is LargeValue => !Array.isArray(stored);
