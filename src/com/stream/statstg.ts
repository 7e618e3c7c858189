import type { Guid } from '../guid.js';

/** What `IStream::Stat` tells about a stream, under the names of the C structure. @spec ns-objidl-statstg */
export interface STATSTG {
  /** The name: a file's path; null for a stream without one and under `STATFLAG_NONAME`. */
  readonly pwcsName: string | null;
  /** What kind of element it is: `STGTY_STREAM`. */
  readonly type: number;
  /** Its size in bytes. */
  readonly cbSize: bigint;
  /** When it was last changed, in FILETIME units (100 ns since 1601, UTC); zero when nobody knows. */
  readonly mtime: bigint;
  /** When it was created, in FILETIME units; zero when nobody knows. */
  readonly ctime: bigint;
  /** When it was last read, in FILETIME units; zero when nobody knows. */
  readonly atime: bigint;
  /** The mode it was opened with: `STGM_READ`, `STGM_WRITE` or `STGM_READWRITE` and what else was asked for. */
  readonly grfMode: number;
  /** The kinds of lock that `LockRegion` grants: `LOCK_WRITE`, `LOCK_EXCLUSIVE`, `LOCK_ONLYONCE` or-ed together. */
  readonly grfLocksSupported: number;
  /** The class of a storage; `GUID_NULL` for a stream. */
  readonly clsid: Guid;
  /** State bits of a storage; zero for a stream. */
  readonly grfStateBits: number;
  /** Zero. */
  readonly reserved: number;
}
