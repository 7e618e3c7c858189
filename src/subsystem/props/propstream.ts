import { setImmediate as nextTurn } from 'node:timers/promises';
import { log } from '../../base/index.js';
import {
  acquire,
  ComError,
  type Copied,
  com,
  E_INVALIDARG,
  type FinalRelease,
  GUID_NULL,
  type Impl,
  ISequentialStream,
  IStream,
  type IUnknown,
  ok,
  S_FALSE,
  STATFLAG_NONAME,
  type STATSTG,
  STG_E_ACCESSDENIED,
  STG_E_INVALIDFLAG,
  STG_E_INVALIDFUNCTION,
  STG_E_INVALIDPOINTER,
  STGM_READ,
  STGM_READWRITE,
  STGTY_STREAM,
  STREAM_SEEK_CUR,
  STREAM_SEEK_END,
  STREAM_SEEK_SET,
  type Warning,
  warn,
} from '../../com/index.js';
import type { Awaitable } from './awaitable.js';
import { pieceBytes } from './limits.js';
import type { StreamBytes } from './propbytes.js';
import type { Turns } from './turns.js';

/** What a property stream needs of the object that opened it. */
export interface StreamOwner {
  /** Its calls and those of its streams run one after the other. */
  readonly turns: Turns;
  /** A pointer that keeps the object alive, null where it was never published. */
  hold(): IUnknown | null;
  /** Throws once nothing may be written any more, as after a message was submitted. */
  checkWriting(): void;
}

/**
 * A property as a stream. What is written belongs to the transaction of the object: others see it once the object is saved,
 * or after Commit or the last Release where an object keeps nothing back. The stream keeps its object alive.
 * @spec imapiprop-openproperty
 */
export class PropStream implements Impl<IStream>, FinalRelease {
  readonly #owner: StreamOwner;
  readonly #held: IUnknown | null;
  readonly #bytes: StreamBytes;
  readonly #writable: boolean;
  #position: number;

  /**
   * Makes a stream.
   *
   * @param owner the object
   * @param bytes the bytes
   * @param writable whether Write and SetSize are allowed
   * @param position where the seek pointer begins
   */
  constructor(owner: StreamOwner, bytes: StreamBytes, writable: boolean, position = 0) {
    this.#owner = owner;
    this.#held = owner.hold();
    this.#bytes = bytes;
    this.#writable = writable;
    this.#position = position;
  }

  Read(cb: number): Promise<Uint8Array | Warning<Uint8Array>> {
    const wanted = requireCount(cb);
    return this.#run(async () => {
      const bytes = await this.#take(wanted);
      return bytes.length < wanted ? warn(S_FALSE, bytes) : bytes;
    });
  }

  Write(pv: Uint8Array): Promise<number> {
    if (!(pv instanceof Uint8Array)) throw new ComError(STG_E_INVALIDPOINTER, 'pv is no Uint8Array');
    return this.#run(async () => {
      this.#checkWritable();
      if (pv.length === 0) return 0;
      await this.#bytes.write(this.#position, pv);
      this.#position += pv.length;
      return pv.length;
    });
  }

  Seek(dlibMove: bigint | number, dwOrigin: number): Promise<bigint> {
    return this.#run(async () => {
      const target = Number(dlibMove) + (await this.#originOf(dwOrigin));
      if (!Number.isSafeInteger(target) || target < 0)
        throw new ComError(STG_E_INVALIDFUNCTION, `no seek pointer can stand at ${target}`);
      this.#position = target;
      return BigInt(target);
    });
  }

  SetSize(libNewSize: bigint | number): Promise<void> {
    const size = Number(libNewSize);
    if (!Number.isSafeInteger(size) || size < 0) throw new ComError(E_INVALIDARG, 'libNewSize is no size');
    return this.#run(async () => {
      this.#checkWritable();
      await this.#bytes.resize(size);
    });
  }

  async CopyTo(pstm: ISequentialStream, cb: bigint | number): Promise<Copied> {
    if (pstm === null || pstm === undefined) throw new ComError(STG_E_INVALIDPOINTER, 'pstm is NULL');
    using target = acquire(pstm, ISequentialStream, 'pstm');
    // What is left now bounds the copy: a target over the same bytes would let the source grow for ever.
    const available = (await this.#run(() => this.#bytes.size())) - this.#position;
    let left = Math.max(0, Math.min(Number(cb), available));
    let read = 0;
    let written = 0;
    while (left > 0) {
      const piece = await this.#run(() => this.#take(Math.min(left, pieceBytes)));
      if (piece.length === 0) break;
      read += piece.length;
      left -= piece.length;
      written += await ok(target.Write(piece));
      if (written < read) break;
      await nextTurn();
    }
    return { pcbRead: BigInt(read), pcbWritten: BigInt(written) };
  }

  Commit(grfCommitFlags = 0): Promise<void> {
    if ((grfCommitFlags & ~0xf) !== 0)
      throw new ComError(STG_E_INVALIDFLAG, `grfCommitFlags has unknown bits: ${grfCommitFlags}`);
    return this.#run(() => this.#bytes.commit());
  }

  Revert(): void {
    // The stream is direct: what was written is taken back by not saving the object.
  }

  LockRegion(): never {
    throw new ComError(STG_E_INVALIDFUNCTION, 'a property stream has no locks');
  }

  UnlockRegion(): never {
    return this.LockRegion();
  }

  Stat(grfStatFlag = 0): Promise<STATSTG> {
    if (grfStatFlag !== 0 && grfStatFlag !== STATFLAG_NONAME)
      throw new ComError(STG_E_INVALIDFLAG, `grfStatFlag is ${grfStatFlag}`);
    return this.#run(async () =>
      Object.freeze({
        pwcsName: null,
        type: STGTY_STREAM,
        cbSize: BigInt(await this.#bytes.size()),
        mtime: 0n,
        ctime: 0n,
        atime: 0n,
        grfMode: this.#writable ? STGM_READWRITE : STGM_READ,
        grfLocksSupported: 0,
        clsid: GUID_NULL,
        grfStateBits: 0,
        reserved: 0,
      }),
    );
  }

  Clone(): IStream {
    return com(new PropStream(this.#owner, this.#bytes, this.#writable, this.#position), IStream);
  }

  finalRelease(): void {
    if (!this.#writable) {
      this.#held?.Release();
      return;
    }
    this.#run(() => this.#bytes.commit())
      .catch((error: unknown) => log.error('a property stream could not be written at its end', error))
      .finally(() => this.#held?.Release());
  }

  async #run<T>(step: () => Awaitable<T>): Promise<T> {
    return await this.#owner.turns.run(step);
  }

  async #take(wanted: number): Promise<Uint8Array> {
    const bytes = wanted > 0 ? await this.#bytes.read(this.#position, wanted) : new Uint8Array(0);
    this.#position += bytes.length;
    // Stores answer with Buffers, whose methods differ; callers get what the interface says.
    return bytes instanceof Buffer ? new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length) : bytes;
  }

  async #originOf(origin: number): Promise<number> {
    if (origin === STREAM_SEEK_SET) return 0;
    if (origin === STREAM_SEEK_CUR) return this.#position;
    if (origin === STREAM_SEEK_END) return await this.#bytes.size();
    throw new ComError(STG_E_INVALIDFUNCTION, `dwOrigin is ${origin}; take one of the STREAM_SEEK_ constants`);
  }

  #checkWritable(): void {
    if (!this.#writable) throw new ComError(STG_E_ACCESSDENIED, 'the stream is open for reading only');
    this.#owner.checkWriting();
  }
}

function requireCount(cb: number): number {
  if (Number.isInteger(cb) && cb >= 0 && cb <= 0xffffffff) return cb;
  throw new ComError(E_INVALIDARG, 'cb is no count of bytes');
}
