import {
  CO_E_RELEASED,
  E_OUTOFMEMORY,
  E_PENDING,
  S_FALSE,
  STG_E_ACCESSDENIED,
  STG_E_INVALIDFLAG,
  STG_E_INVALIDFUNCTION,
  STG_E_MEDIUMFULL,
} from '../codes.js';
import { ComError, type Warning, warn } from '../error.js';
import { GUID_NULL } from '../guid.js';
import type { FinalRelease, Impl } from '../implementation.js';
import { com, implementationOf } from '../object.js';
import {
  STATFLAG_DEFAULT,
  STATFLAG_NONAME,
  STGC_CONSOLIDATE,
  STGC_DANGEROUSLYCOMMITMERELYTODISKCACHE,
  STGC_ONLYIFCURRENT,
  STGC_OVERWRITE,
  STGM_ACCESS,
  STGM_READ,
  STGM_WRITE,
  STGTY_STREAM,
  STREAM_SEEK_CUR,
  STREAM_SEEK_END,
  STREAM_SEEK_SET,
} from './constants.js';
import { copy, copyTarget } from './copy.js';
import { type Copied, type ISequentialStream, IStream } from './istream.js';
import { highestPosition } from './limits.js';
import type { Medium } from './medium.js';
import { requireBytes, requireCount, requireInteger, requireUnsigned } from './quantities.js';
import { supportedLocks } from './region-locks.js';
import type { STATSTG } from './statstg.js';
import type { SyncStream } from './sync-stream.js';
import { Turns } from './turns.js';

/**
 * A stream over bytes at hand, in memory or in a file: one seek pointer and one set of rules for the calls of `IStream`
 * and for the synchronous core. Calls run at once; only what really waits (a copy, a flush) makes later calls wait.
 */
export class LocalStream implements Impl<IStream>, SyncStream, FinalRelease {
  readonly #medium: Medium;
  readonly #turns = new Turns();
  #position: number;
  #ended = false;

  /**
   * @param medium the bytes, shared with clones
   * @param position where the seek pointer begins
   */
  constructor(medium: Medium, position: number) {
    this.#medium = medium;
    this.#position = position;
    medium.join();
  }

  Read(cb: number): Uint8Array | Warning<Uint8Array> | Promise<Uint8Array | Warning<Uint8Array>> {
    const wanted = requireCount(cb, 'cb');
    return this.#turns.run(() => {
      const bytes = this.#take(wanted);
      return bytes.length < wanted ? warn(S_FALSE, bytes) : bytes;
    });
  }

  Write(pv: Uint8Array): number | Promise<number> {
    const bytes = requireBytes(pv, 'pv');
    return this.#turns.run(() => this.#put(bytes));
  }

  Seek(dlibMove: bigint | number, dwOrigin: number): bigint | Promise<bigint> {
    return this.#turns.run(() => BigInt(this.#move(dlibMove, dwOrigin)));
  }

  SetSize(libNewSize: bigint | number): void | Promise<void> {
    const wanted = requireUnsigned(libNewSize, 'libNewSize');
    return this.#turns.run(() => this.#resize(wanted));
  }

  async CopyTo(pstm: ISequentialStream, cb: bigint | number): Promise<Copied> {
    const most = requireUnsigned(cb, 'cb');
    // Held from the call on, not only from its turn on.
    using target = copyTarget(pstm);
    const here = { take: (n: number) => this.#take(n), left: () => this.#left() };
    const other = implementationOf(target);
    if (!(other instanceof LocalStream)) return await this.#turns.run(() => copy(here, target, most));
    // Both turns are taken now, and the target's bytes are put without asking for its turn again.
    const put = (bytes: Uint8Array) => other.#put(bytes);
    return await Turns.together([this.#turns, other.#turns], () => copy(here, target, most, put));
  }

  Commit(grfCommitFlags = 0): void | Promise<void> {
    const known = STGC_OVERWRITE | STGC_ONLYIFCURRENT | STGC_DANGEROUSLYCOMMITMERELYTODISKCACHE | STGC_CONSOLIDATE;
    if ((grfCommitFlags & ~known) !== 0)
      throw new ComError(STG_E_INVALIDFLAG, `grfCommitFlags has unknown bits: ${grfCommitFlags}`);
    return this.#turns.run(() => {
      const medium = this.#open();
      if ((grfCommitFlags & STGC_DANGEROUSLYCOMMITMERELYTODISKCACHE) === 0) return medium.flush();
    });
  }

  Revert(): void | Promise<void> {
    return this.#turns.run(() => void this.#open());
  }

  LockRegion(libOffset: bigint | number, cb: bigint | number, dwLockType: number): void | Promise<void> {
    const offset = requireUnsigned(libOffset, 'libOffset');
    const length = requireUnsigned(cb, 'cb');
    return this.#turns.run(() => this.#open().locks.lock(this, offset, length, dwLockType));
  }

  UnlockRegion(libOffset: bigint | number, cb: bigint | number, dwLockType: number): void | Promise<void> {
    const offset = requireUnsigned(libOffset, 'libOffset');
    const length = requireUnsigned(cb, 'cb');
    return this.#turns.run(() => this.#open().locks.unlock(this, offset, length, dwLockType));
  }

  Stat(grfStatFlag: number = STATFLAG_DEFAULT): STATSTG | Promise<STATSTG> {
    if (grfStatFlag !== STATFLAG_DEFAULT && grfStatFlag !== STATFLAG_NONAME)
      throw new ComError(STG_E_INVALIDFLAG, `grfStatFlag is ${grfStatFlag}`);
    return this.#turns.run(() => {
      const medium = this.#open();
      const facts = medium.facts();
      return Object.freeze({
        ...facts,
        pwcsName: grfStatFlag === STATFLAG_NONAME ? null : facts.pwcsName,
        type: STGTY_STREAM,
        cbSize: BigInt(medium.size()),
        grfMode: medium.grfMode,
        grfLocksSupported: supportedLocks,
        clsid: GUID_NULL,
        grfStateBits: 0,
        reserved: 0,
      });
    });
  }

  Clone(): IStream | Promise<IStream> {
    return this.#turns.run(() => com(new LocalStream(this.#open(), this.#position), IStream));
  }

  readSync(into: Uint8Array): number {
    this.#free();
    return this.#fill(requireBytes(into, 'into'));
  }

  writeSync(bytes: Uint8Array): number {
    this.#free();
    return this.#put(requireBytes(bytes, 'bytes'));
  }

  seekSync(move: number | bigint, origin: number): number {
    this.#free();
    return this.#move(move, origin);
  }

  sizeSync(): number {
    this.#free();
    return this.#open().size();
  }

  finalRelease(): void {
    this.#ended = true;
    this.#medium.locks.unlockAll(this);
    this.#medium.leave();
  }

  #open(): Medium {
    if (this.#ended) throw new ComError(CO_E_RELEASED, 'the stream was released');
    return this.#medium;
  }

  #free(): void {
    if (this.#turns.busy) throw new ComError(E_PENDING, 'a call on this stream has not finished');
  }

  #left(): number {
    return Math.max(0, this.#open().size() - this.#position);
  }

  #take(wanted: number): Uint8Array {
    const length = Math.min(wanted, this.#left());
    const fresh = freshBuffer(length);
    const read = this.#fill(new Uint8Array(fresh.buffer, fresh.byteOffset, length));
    return new Uint8Array(fresh.buffer, fresh.byteOffset, read);
  }

  #fill(into: Uint8Array): number {
    const medium = this.#open();
    if ((medium.grfMode & STGM_ACCESS) === STGM_WRITE)
      throw new ComError(STG_E_ACCESSDENIED, 'the stream is open for writing only');
    if (!medium.locks.empty) medium.locks.checkRead(this, this.#position, Math.min(into.length, this.#left()));
    const read = medium.read(this.#position, into);
    this.#position += read;
    return read;
  }

  #put(bytes: Uint8Array): number {
    const medium = this.#writable();
    if (bytes.length === 0) return 0;
    const end = this.#position + bytes.length;
    if (end > highestPosition) throw new ComError(STG_E_MEDIUMFULL, `no stream can reach to ${end}`);
    // A gap between the end and the seek pointer comes into being with the write, so it is part of what changes.
    const from = medium.locks.empty ? this.#position : Math.min(this.#position, medium.size());
    medium.locks.checkWrite(this, from, end - from);
    medium.write(this.#position, bytes);
    this.#position = end;
    return bytes.length;
  }

  #move(dlibMove: bigint | number, origin: number): number {
    const medium = this.#open();
    const target = requireInteger(dlibMove, 'dlibMove') + BigInt(this.#originOf(origin, medium));
    if (target < 0n || target > BigInt(highestPosition))
      throw new ComError(STG_E_INVALIDFUNCTION, `no seek pointer can stand at ${target}`);
    this.#position = Number(target);
    return this.#position;
  }

  #originOf(origin: number, medium: Medium): number {
    if (origin === STREAM_SEEK_SET) return 0;
    if (origin === STREAM_SEEK_CUR) return this.#position;
    if (origin === STREAM_SEEK_END) return medium.size();
    throw new ComError(STG_E_INVALIDFUNCTION, `dwOrigin is ${origin}; take one of the STREAM_SEEK_ constants`);
  }

  #resize(wanted: bigint): void {
    const medium = this.#writable();
    if (wanted > BigInt(highestPosition))
      throw new ComError(STG_E_INVALIDFUNCTION, `no stream can have ${wanted} bytes`);
    const size = Number(wanted);
    const before = medium.size();
    medium.locks.checkWrite(this, Math.min(before, size), Math.abs(before - size));
    medium.resize(size);
  }

  #writable(): Medium {
    const medium = this.#open();
    if ((medium.grfMode & STGM_ACCESS) === STGM_READ)
      throw new ComError(STG_E_ACCESSDENIED, 'the stream is open for reading only');
    return medium;
  }
}

// Memory of its own without the cost of zeroes, for all that is handed out of it has been overwritten.
function freshBuffer(length: number): Buffer {
  try {
    return Buffer.allocUnsafeSlow(length);
  } catch (error) {
    throw new ComError(E_OUTOFMEMORY, `there is no memory for ${length} bytes`, { cause: error });
  }
}
