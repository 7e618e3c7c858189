import { ComError } from '../../com/index.js';
import {
  MAPI_E_OBJECT_CHANGED,
  MAPI_E_OBJECT_DELETED,
  type PropTag,
  type PropValue,
  propId,
  sizeOfValue,
} from '../../mapi/index.js';
import type { Awaitable } from './awaitable.js';
import type { LargeDraft, LargeValue, PropBag, PropChanges } from './bag.js';
import { bytesOfText } from './codepage.js';
import { largeBytes } from './limits.js';
import { MemoryDraft } from './memorydraft.js';
import { valueOfBytes } from './valuebytes.js';

let records = 0;

/** An object that several bags may have open: what a row is to a store. */
export class MemoryRecord {
  /** Tells records apart. */
  readonly key: string = `memory:${++records}`;
  /** The properties by identifier. */
  props: ReadonlyMap<number, PropValue>;
  /** Grows with every save. */
  version = 0;
  /** Whether the object is gone. */
  deleted = false;

  /**
   * Makes a record.
   *
   * @param props what it holds at first
   */
  constructor(props: readonly PropValue[] = []) {
    this.props = new Map(props.map((entry) => [propId(entry[0]), entry]));
  }
}

/**
 * A bag in memory: for objects that live no longer than their process, and for tests. It sees the record as it was when it
 * was opened or last saved, and refuses to save over changes of another bag.
 */
export class MemoryBag implements PropBag {
  readonly #record: MemoryRecord;
  readonly #live: boolean;
  #seen: ReadonlyMap<number, PropValue>;
  #version: number;

  /**
   * Opens a record.
   *
   * @param record the record; a new one when left out
   * @param live whether changes by others are seen at once, as on folders, stores and profile sections
   */
  constructor(record: MemoryRecord = new MemoryRecord(), live = false) {
    this.#record = record;
    this.#live = live;
    this.#seen = record.props;
    this.#version = record.version;
  }

  /** The record's key. */
  get key(): string {
    return this.#record.key;
  }

  /** Looks at the record again, if the bag is live. */
  refresh(): void {
    if (!this.#live) return;
    if (this.#record.deleted) throw new ComError(MAPI_E_OBJECT_DELETED, 'the object was deleted');
    this.#look();
  }

  /** The properties that are there. */
  tags(): readonly PropTag[] {
    return [...this.#seen.values()].map(([tag]) => tag);
  }

  /** One property; above the limit of GetProps as a large value. */
  get(id: number): PropValue | LargeValue | null {
    const entry = this.#seen.get(id);
    if (!entry) return null;
    const [tag, value] = entry;
    if (typeof value !== 'string' && !(value instanceof Uint8Array)) return entry;
    const size = sizeOfValue(tag, value);
    return size > largeBytes ? { tag, size: bytesOf(value).length } : entry;
  }

  /** Reads from a large value. */
  read(id: number, position: number, length: number): Uint8Array {
    const value = this.#seen.get(id)?.[1] as string | Uint8Array;
    return new Uint8Array(bytesOf(value).subarray(position, position + length));
  }

  /** A draft in memory. */
  draft(): MemoryDraft {
    return new MemoryDraft();
  }

  /** Writes the changes into the record. */
  commit(changes: PropChanges, force: boolean): Awaitable<void> {
    if (this.#record.deleted) throw new ComError(MAPI_E_OBJECT_DELETED, 'the object was deleted meanwhile');
    if (!this.#live && !force && this.#record.version !== this.#version)
      throw new ComError(MAPI_E_OBJECT_CHANGED, 'somebody else saved the object first; FORCE_SAVE overwrites it');
    const next = new Map(this.#record.props);
    for (const tag of changes.remove) next.delete(propId(tag));
    for (const entry of changes.set) next.set(propId(entry[0]), entry);
    for (const { tag, draft } of changes.drafts) next.set(propId(tag), valueOfBytes(tag, wholeOf(draft)));
    this.#record.props = next;
    this.#record.version++;
    this.#look();
  }

  #look(): void {
    this.#seen = this.#record.props;
    this.#version = this.#record.version;
  }
}

const bytesOf = (value: string | Uint8Array): Uint8Array =>
  typeof value === 'string' ? bytesOfText(value, null) : value;

const wholeOf = (draft: LargeDraft): Uint8Array => (draft as MemoryDraft).bytes();
