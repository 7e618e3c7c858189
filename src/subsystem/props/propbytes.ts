import { ComError, STG_E_REVERTED } from '../../com/index.js';
import { type PropTag, PT_STRING8, propId, propType } from '../../mapi/index.js';
import type { Awaitable } from './awaitable.js';
import { isLarge, type LargeDraft, type PropBag } from './bag.js';
import { pieceBytes } from './limits.js';
import type { Pending, StreamedEntry } from './pending.js';
import { bytesOfValue } from './valuebytes.js';

/** What the bytes of a property need of their object. */
export interface BytesHost {
  /** Where large values are written. */
  readonly bag: PropBag;
  /** The transaction buffer. */
  readonly pending: Pending;
  /** The code page of 8-bit text. */
  codePage(): number;
  /** Makes what was written permanent, if the object keeps nothing back. */
  settle(): Awaitable<void>;
}

/** The bytes of one property behind a stream and its clones. */
export interface StreamBytes {
  /** How many there are. */
  size(): Awaitable<number>;
  /** Reads what is there, fewer than asked for at the end. */
  read(position: number, length: number): Awaitable<Uint8Array>;
  /** Writes all of the bytes. */
  write(position: number, bytes: Uint8Array): Awaitable<void>;
  /** Cuts off or grows with zeroes. */
  resize(size: number): Awaitable<void>;
  /** Makes what was written permanent where the object keeps nothing back. */
  commit(): Awaitable<void>;
}

/** Bytes that are only read: those of a computed value. */
export class FixedBytes implements StreamBytes {
  readonly #bytes: Uint8Array;

  /** @param bytes the bytes */
  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  size(): number {
    return this.#bytes.length;
  }

  read(position: number, length: number): Uint8Array {
    return new Uint8Array(this.#bytes.subarray(position, position + length));
  }

  write(): never {
    throw new ComError(STG_E_REVERTED, 'a computed value cannot be written');
  }

  resize(): never {
    return this.write();
  }

  commit(): void {
    // Nothing was written.
  }
}

/**
 * The bytes of a stored property. The first write moves them into a draft, which is from then on the pending value of the
 * property; after a save the next write begins a new one.
 */
export class PropBytes implements StreamBytes {
  readonly #host: BytesHost;
  readonly #tag: PropTag;
  #entry: StreamedEntry | null = null;
  // A text in another width than it is kept in is converted once, when it is first read.
  #converted: Uint8Array | null = null;

  /**
   * @param host the object
   * @param tag the property in the type that the stream shows
   */
  constructor(host: BytesHost, tag: PropTag) {
    this.#host = host;
    this.#tag = tag;
  }

  async size(): Promise<number> {
    const draft = this.#draft();
    if (draft) return draft.size;
    const stored = this.#host.pending.get(propId(this.#tag));
    if (stored && isLarge(stored) && propType(stored.tag) === propType(this.#tag)) return stored.size;
    return (await this.#whole()).length;
  }

  async read(position: number, length: number): Promise<Uint8Array> {
    const draft = this.#draft();
    if (draft) return await draft.read(position, length);
    const stored = this.#host.pending.get(propId(this.#tag));
    if (
      stored &&
      isLarge(stored) &&
      propType(stored.tag) === propType(this.#tag) &&
      !this.#host.pending.changed.has(propId(this.#tag))
    )
      return await this.#host.bag.read(propId(this.#tag), position, length);
    return new Uint8Array((await this.#whole()).subarray(position, position + length));
  }

  async write(position: number, bytes: Uint8Array): Promise<void> {
    await (await this.#writable(true)).write(position, bytes);
  }

  async resize(size: number): Promise<void> {
    await (await this.#writable(size > 0)).resize(size);
  }

  commit(): Awaitable<void> {
    return this.#host.settle();
  }

  /** Begins with nothing, as MAPI_CREATE asks. */
  async create(): Promise<void> {
    await this.#writable(false);
  }

  #draft(): LargeDraft | null {
    if (this.#entry?.state === 'dropped')
      throw new ComError(STG_E_REVERTED, 'the property was set or deleted while this stream was open');
    if (this.#entry?.state === 'saved') this.#entry = null;
    return this.#entry?.draft ?? null;
  }

  async #writable(keep: boolean): Promise<LargeDraft> {
    const open = this.#draft();
    if (open) return open;
    const draft = await this.#host.bag.draft(this.#tag);
    try {
      if (keep) await this.#fill(draft);
    } catch (error) {
      await draft.discard();
      throw error;
    }
    this.#converted = null;
    this.#entry = this.#host.pending.stream(this.#tag, draft);
    return draft;
  }

  async #fill(draft: LargeDraft): Promise<void> {
    const size = await this.size();
    for (let position = 0; position < size; ) {
      const piece = await this.read(position, Math.min(pieceBytes, size - position));
      if (piece.length === 0) return;
      await draft.write(position, piece);
      position += piece.length;
    }
  }

  async #whole(): Promise<Uint8Array> {
    if (this.#converted) return this.#converted;
    const { pending } = this.#host;
    const stored = pending.get(propId(this.#tag));
    if (!stored) return new Uint8Array(0);
    const codePage = this.#host.codePage();
    const [, value] = isLarge(stored) ? await pending.whole(stored, codePage) : stored;
    const bytes = bytesOfValue(propType(this.#tag), value, codePage);
    if (propType(this.#tag) === PT_STRING8 || isLarge(stored)) this.#converted = bytes;
    return bytes;
  }
}
