import type { Hr, Out } from '../hresult.js';
import { type Iid, iid } from '../iid.js';
import { IUnknown } from '../unknown.js';
import type { STATSTG } from './statstg.js';

/** Bytes in order: what can be read or written from front to back. @spec nn-objidl-isequentialstream */
export interface ISequentialStream extends IUnknown {
  /**
   * Reads from the seek pointer on and moves it by what was read. Calls that overlap are served in call order.
   *
   * The page allows both codes for a short read; comail's streams always tell them apart: `S_OK` means that all of `cb`
   * was there, `S_FALSE` that the end came first, with what was left (nothing, at the end itself). A caller that only
   * looks at the length may ignore which.
   *
   * @param cb how many bytes are wanted, 0 to 4294967295; only as many as there are get allocated
   * @returns `S_OK` or `S_FALSE` with the bytes, whose length is `pcbRead`; `E_INVALIDARG` when `cb` is no ULONG;
   *   `STG_E_ACCESSDENIED` when the stream is not open for reading; `STG_E_LOCKVIOLATION` when another stream has
   *   locked the region; `STG_E_READFAULT` when the medium fails; `E_OUTOFMEMORY` when there is no memory for
   *   the bytes; `E_PENDING` from a stream whose bytes come later
   * @spec nf-objidl-isequentialstream-read
   */
  Read(cb: number): Out<Uint8Array>;
  /**
   * Writes at the seek pointer and moves it by what was written. Past the end, the stream grows and the gap is filled
   * with zeroes. An empty write changes nothing, not even the size.
   *
   * @param pv the bytes; they may be reused as soon as the promise is settled, not before
   * @returns `S_OK` and the number of bytes written, which is all of them; `STG_E_INVALIDPOINTER` when `pv` is no
   *   Uint8Array; `STG_E_ACCESSDENIED` when the stream is not open for writing; `STG_E_LOCKVIOLATION` when another stream
   *   has locked the region; `STG_E_MEDIUMFULL` when there is no room; `STG_E_WRITEFAULT` when the medium fails
   * @spec nf-objidl-isequentialstream-write
   */
  Write(pv: Uint8Array): Out<number>;
}

/** The IID of {@link ISequentialStream:interface}. */
export const ISequentialStream: Iid<ISequentialStream> = iid<ISequentialStream, IUnknown>(
  'ISequentialStream',
  '0C733A30-2A1C-11CE-ADE5-00AA0044773D',
  IUnknown,
  {
    Read: '([out, size_is(cb), length_is(pcbRead)] void *pv, ULONG cb, [out, unique] ULONG *pcbRead)',
    Write: '([size_is(cb)] const void *pv, ULONG cb, [out, unique] ULONG *pcbWritten)',
  },
  'later',
);

/** What {@link IStream.CopyTo} answers. */
export interface Copied {
  /** Bytes read from the source. */
  readonly pcbRead: bigint;
  /** Bytes written to the target. */
  readonly pcbWritten: bigint;
}

/** A stream with a seek pointer, a size and clones. @spec nn-objidl-istream */
export interface IStream extends ISequentialStream {
  /**
   * Moves the seek pointer. Past the end is no error; the stream grows when something is written there.
   *
   * @param dlibMove how far, in bytes; unsigned with `STREAM_SEEK_SET`
   * @param dwOrigin from where: `STREAM_SEEK_SET`, `STREAM_SEEK_CUR` or `STREAM_SEEK_END`
   * @returns `S_OK` and the new position, counted from the start; `STG_E_INVALIDFUNCTION` when the position would lie
   *   before the start or above what files can address (the pointer stays), or when the origin is unknown;
   *   `E_INVALIDARG` when the move is no integer
   * @spec nf-objidl-istream-seek
   */
  Seek(dlibMove: bigint | number, dwOrigin: number): Out<bigint>;
  /**
   * Cuts the stream off or lets it grow with zeroes. The seek pointer stays where it is.
   *
   * @param libNewSize the new size in bytes
   * @returns `S_OK`; `STG_E_MEDIUMFULL` when there is no room; `STG_E_INVALIDFUNCTION` for a size that no stream of
   *   the kind can have; `STG_E_ACCESSDENIED` when the stream is not open for writing; `STG_E_LOCKVIOLATION` when
   *   another stream has locked a part of what would come or go; `E_INVALIDARG` when the size is no integer
   * @spec nf-objidl-istream-setsize
   */
  SetSize(libNewSize: bigint | number): Hr;
  /**
   * Copies from this stream's seek pointer to the other's and moves both. The copy ends with this stream's end as it was
   * when the copy began, so that copying into a clone ends, too.
   *
   * @param pstm where to: any stream, also a clone of this one or this one itself
   * @param cb how many bytes at most
   * @returns `S_OK` and how many bytes were read and written; `STG_E_INVALIDPOINTER` when `pstm` is missing;
   *   `E_INVALIDARG` when `pstm` is no interface pointer or `cb` no integer; otherwise what the failing `Read` or
   *   `Write` answered; the seek pointers are undefined then
   * @spec nf-objidl-istream-copyto
   */
  CopyTo(pstm: ISequentialStream, cb: bigint | number): Out<Copied>;
  /**
   * Makes changes lasting. A file's bytes are on the disk when it answers; memory has nothing to do.
   *
   * @param grfCommitFlags `STGC_` flags, `STGC_DEFAULT` when left out;
   *   with `STGC_DANGEROUSLYCOMMITMERELYTODISKCACHE` nobody waits for the disk
   * @returns `S_OK`; `STG_E_INVALIDFLAG` for a flag that does not exist; `STG_E_MEDIUMFULL` or `STG_E_WRITEFAULT`
   *   when the medium fails
   * @spec nf-objidl-istream-commit
   */
  Commit(grfCommitFlags?: number): Hr;
  /**
   * Takes uncommitted changes back where a stream is transacted. comail's streams are direct: it has no effect.
   *
   * @returns `S_OK`
   * @spec nf-objidl-istream-revert
   */
  Revert(): Hr;
  /**
   * Locks a range of bytes against the other streams over the same bytes in this process, clones included. The range
   * may lie past the end. A lock ends with {@link IStream.UnlockRegion} or with its stream.
   *
   * @param libOffset where the range begins
   * @param cb its length in bytes
   * @param dwLockType `LOCK_WRITE`, `LOCK_EXCLUSIVE` or `LOCK_ONLYONCE`, one of them
   * @returns `S_OK`; `STG_E_LOCKVIOLATION` when a lock that is there already forbids it; `STG_E_INVALIDFUNCTION` for
   *   an unknown kind of lock, or from a stream that has no locks; `E_INVALIDARG` when the range is no range
   * @spec nf-objidl-istream-lockregion
   */
  LockRegion(libOffset: bigint | number, cb: bigint | number, dwLockType: number): Hr;
  /**
   * Ends a lock. Offset, length and type must be those of the call that made it; two neighbouring locks need two calls.
   *
   * @param libOffset where the range begins
   * @param cb its length in bytes
   * @param dwLockType the kind of lock
   * @returns `S_OK`; `STG_E_LOCKVIOLATION` when this stream has no such lock; `STG_E_INVALIDFUNCTION` for an unknown
   *   kind of lock, or from a stream that has no locks; `E_INVALIDARG` when the range is no range
   * @spec nf-objidl-istream-unlockregion
   */
  UnlockRegion(libOffset: bigint | number, cb: bigint | number, dwLockType: number): Hr;
  /**
   * Tells name, size, times and mode.
   *
   * @param grfStatFlag `STATFLAG_DEFAULT` when left out, or `STATFLAG_NONAME`
   * @returns `S_OK` and the description; `STG_E_INVALIDFLAG` for another flag; `STG_E_ACCESSDENIED` or
   *   `STG_E_READFAULT` when the medium does not tell
   * @spec nf-objidl-istream-stat
   */
  Stat(grfStatFlag?: number): Out<STATSTG>;
  /**
   * Makes a second stream over the same bytes with a seek pointer of its own, which begins where this one's is. What
   * one writes, the other reads at once. Locks stay with the stream that took them.
   *
   * @returns `S_OK` and the clone, which the caller releases; `STG_E_INVALIDFUNCTION` from a stream that can be read or
   *   written only once
   * @spec nf-objidl-istream-clone
   */
  Clone(): Out<IStream>;
}

/** The IID of {@link IStream:interface}. */
export const IStream: Iid<IStream> = iid<IStream, ISequentialStream>(
  'IStream',
  '0000000C-0000-0000-C000-000000000046',
  ISequentialStream,
  {
    Seek: '(LARGE_INTEGER dlibMove, DWORD dwOrigin, [out, unique] ULARGE_INTEGER *plibNewPosition)',
    SetSize: '(ULARGE_INTEGER libNewSize)',
    CopyTo:
      '([unique] IStream *pstm, ULARGE_INTEGER cb, [out, unique] ULARGE_INTEGER *pcbRead, [out, unique] ULARGE_INTEGER *pcbWritten)',
    Commit: '(DWORD grfCommitFlags)',
    Revert: '()',
    LockRegion: '(ULARGE_INTEGER libOffset, ULARGE_INTEGER cb, DWORD dwLockType)',
    UnlockRegion: '(ULARGE_INTEGER libOffset, ULARGE_INTEGER cb, DWORD dwLockType)',
    Stat: '([out] STATSTG *pstatstg, DWORD grfStatFlag)',
    Clone: '([out, unique] IStream **ppstm)',
  },
  'later',
);
