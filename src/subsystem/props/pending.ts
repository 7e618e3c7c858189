import { log } from '../../base/index.js';
import { ComError } from '../../com/index.js';
import {
  changePropType,
  MAPI_E_NOT_ENOUGH_MEMORY,
  type PropTag,
  type PropValue,
  PT_STRING8,
  PT_UNICODE,
  propId,
  propType,
} from '../../mapi/index.js';
import { isLarge, type LargeDraft, type LargeValue, type PropBag, type PropChanges } from './bag.js';
import { pieceBytes, wholeBytes } from './limits.js';
import { valueOfBytes } from './valuebytes.js';

/** A value that a stream writes, and what has become of it. */
export interface StreamedEntry {
  /** The property with the type of the bytes; PT_STRING8 until it is saved as Unicode. */
  readonly tag: PropTag;
  /** The bytes. */
  readonly draft: LargeDraft;
  /** `saved` once a commit took the draft, `dropped` once another value took its place. */
  state: 'pending' | 'saved' | 'dropped';
}

type Entry = PropValue | StreamedEntry | null;

/** Identifiers of properties that have changed. */
export interface ChangedIds {
  /** How many there are. */
  readonly size: number;
  /** Whether one is among them. */
  has(id: number): boolean;
}

/**
 * The transaction buffer of one object: what was set, streamed and deleted since it was last saved, over what its bag
 * holds. Nothing of it is visible to others before it is committed.
 */
export class Pending {
  readonly #bag: PropBag;
  // Most objects are opened and never changed.
  #entries: Map<number, Entry> = noEntries;

  /** @param bag what the changes lie over */
  constructor(bag: PropBag) {
    this.#bag = bag;
  }

  /** What the changes lie over. */
  get bag(): PropBag {
    return this.#bag;
  }

  /** The identifiers with changes, as they are now. */
  get changed(): ChangedIds {
    return this.#entries;
  }

  /** Whether there is nothing to save. */
  get empty(): boolean {
    return this.#entries.size === 0;
  }

  /** Sets a value; text of 8 bits is kept as Unicode. */
  set(entry: PropValue): void {
    this.#put(propId(entry[0]), entry);
  }

  /** Deletes a property. */
  remove(tag: number): void {
    const id = propId(tag);
    if (!(this.#bag.has?.(id) ?? this.#bag.get(id) !== null)) {
      this.#drop(id);
      this.#entries.delete(id);
    } else this.#put(id, null);
  }

  /** Lets a stream write a value from now on. */
  stream(tag: PropTag, draft: LargeDraft): StreamedEntry {
    const entry: StreamedEntry = { tag, draft, state: 'pending' };
    this.#put(propId(tag), entry);
    return entry;
  }

  /** One property with pending changes over it. */
  get(id: number): PropValue | LargeValue | null {
    const entry = this.#entries === noEntries ? undefined : this.#entries.get(id);
    if (entry === undefined) return this.#bag.get(id);
    return entry && isStreamedEntry(entry) ? { tag: entry.tag, size: entry.draft.size } : entry;
  }

  /** Whether a property is there, with pending changes over what is stored. */
  has(id: number): boolean {
    const entry = this.#entries === noEntries ? undefined : this.#entries.get(id);
    if (entry !== undefined) return entry !== null;
    return this.#bag.has?.(id) ?? this.#bag.get(id) !== null;
  }

  /** All properties with pending changes over them. */
  tags(): PropTag[] {
    if (this.#entries === noEntries) return [...this.#bag.tags()];
    const tags = this.#bag.tags().filter((tag) => !this.#entries.has(propId(tag)));
    for (const entry of this.#entries.values())
      if (entry) tags.push(isStreamedEntry(entry) ? asUnicode(entry.tag) : entry[0]);
    return tags;
  }

  /** Reads a large value in pieces. */
  async *pieces(id: number): AsyncGenerator<Uint8Array> {
    const entry = this.#entries.get(id);
    const stored = this.get(id);
    const size = stored && isLarge(stored) ? stored.size : 0;
    for (let position = 0; position < size; ) {
      const wanted = Math.min(pieceBytes, size - position);
      const piece =
        entry && isStreamedEntry(entry)
          ? await entry.draft.read(position, wanted)
          : await this.#bag.read(id, position, wanted);
      if (piece.length === 0) return;
      position += piece.length;
      yield piece;
    }
  }

  /**
   * A large value, whole.
   *
   * @param large what {@link get} answered
   * @param codePage the code page of text of 8 bits
   * @throws {ComError} `MAPI_E_NOT_ENOUGH_MEMORY` when it is too large for that
   */
  async whole(large: LargeValue, codePage: number): Promise<PropValue> {
    if (large.size > wholeBytes)
      throw new ComError(MAPI_E_NOT_ENOUGH_MEMORY, `${large.size} bytes are too many to be held at once`);
    const pieces: Uint8Array[] = [];
    for await (const piece of this.pieces(propId(large.tag))) pieces.push(piece);
    // A Buffer's methods differ from those of the Uint8Array that callers are promised.
    const all = Buffer.concat(pieces);
    return valueOfBytes(large.tag, new Uint8Array(all.buffer, all.byteOffset, all.length), codePage);
  }

  /**
   * Commits the changes. On success they are gone from here; on failure all is as it was.
   *
   * @param force whether to overwrite what somebody else saved
   * @param codePage the code page of text of 8 bits that streams wrote
   */
  async commit(force: boolean, codePage: number): Promise<void> {
    const taken = this.#entries;
    const changes = {
      set: [] as PropValue[],
      drafts: [] as { tag: PropTag; draft: LargeDraft }[],
      remove: [] as PropTag[],
    };
    const streamed: StreamedEntry[] = [];
    taken.forEach((entry, id) => {
      if (entry === null) changes.remove.push((id * 0x10000) as PropTag);
      else if (isStreamedEntry(entry)) streamed.push(entry);
      else changes.set.push(entry);
    });
    for (const { tag, draft } of streamed)
      if (propType(tag) !== PT_STRING8) changes.drafts.push({ tag, draft });
      else changes.set.push(await this.whole({ tag, size: draft.size }, codePage));
    await this.#bag.commit(changes satisfies PropChanges, force);
    this.#entries = noEntries;
    for (const entry of streamed) {
      entry.state = 'saved';
      if (propType(entry.tag) === PT_STRING8) await entry.draft.discard();
    }
  }

  /** Throws all changes away. */
  async discard(): Promise<void> {
    const entries = this.#entries;
    this.#entries = noEntries;
    for (const entry of entries.values()) {
      if (!entry || !isStreamedEntry(entry)) continue;
      entry.state = 'dropped';
      await entry.draft.discard();
    }
  }

  #put(id: number, entry: Entry): void {
    if (this.#entries === noEntries) this.#entries = new Map();
    else this.#drop(id);
    this.#entries.set(id, entry);
  }

  #drop(id: number): void {
    const old = this.#entries.get(id);
    if (!old || !isStreamedEntry(old)) return;
    old.state = 'dropped';
    // The room that a dropped draft takes is of no more use, whenever it is given back.
    Promise.resolve(old.draft.discard()).catch((error: unknown) => log.error('a draft could not be discarded', error));
  }
}

/** Nothing is ever put into it: it stands for the map of an object without changes. */
const noEntries = new Map<number, Entry>();

const isStreamedEntry = (entry: PropValue | StreamedEntry): entry is StreamedEntry => 'draft' in entry;

const asUnicode = (tag: PropTag): PropTag => (propType(tag) === PT_STRING8 ? changePropType(tag, PT_UNICODE) : tag);
