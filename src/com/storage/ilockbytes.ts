import type { Hr, Out } from '../hresult.js';
import { type Iid, iid } from '../iid.js';
import type { STATSTG } from '../stream/statstg.js';
import { IUnknown } from '../unknown.js';

/** Bytes without a seek pointer, over which storages are laid. Programs bring their own; comail calls it. @spec nn-objidl-ilockbytes */
export interface ILockBytes extends IUnknown {
  /**
   * Reads.
   *
   * @param ulOffset from where on
   * @param cb how many bytes at most
   * @returns `S_OK` with what is there
   * @spec nf-objidl-ilockbytes-readat
   */
  ReadAt(ulOffset: bigint | number, cb: number): Out<Uint8Array>;
  /**
   * Writes; past the end it grows.
   *
   * @param ulOffset from where on
   * @param pv the bytes
   * @returns `S_OK` with how many were written
   * @spec nf-objidl-ilockbytes-writeat
   */
  WriteAt(ulOffset: bigint | number, pv: Uint8Array): Out<number>;
  /**
   * Makes what was written lasting.
   *
   * @returns `S_OK`
   * @spec nf-objidl-ilockbytes-flush
   */
  Flush(): Hr;
  /**
   * Cuts off or grows.
   *
   * @param cb the new size
   * @returns `S_OK`
   * @spec nf-objidl-ilockbytes-setsize
   */
  SetSize(cb: bigint | number): Hr;
  /**
   * Locks a range against others. Storages of comail do not ask for it: who opens a file says by its mode what others may do.
   *
   * @param libOffset where it begins
   * @param cb its length
   * @param dwLockType `LOCK_WRITE`, `LOCK_EXCLUSIVE` or `LOCK_ONLYONCE`
   * @returns `S_OK`, or `STG_E_INVALIDFUNCTION` from bytes that have no locks
   * @spec nf-objidl-ilockbytes-lockregion
   */
  LockRegion(libOffset: bigint | number, cb: bigint | number, dwLockType: number): Hr;
  /**
   * Ends a lock.
   *
   * @param libOffset where it begins
   * @param cb its length
   * @param dwLockType its kind
   * @returns `S_OK`, or `STG_E_INVALIDFUNCTION` from bytes that have no locks
   * @spec nf-objidl-ilockbytes-unlockregion
   */
  UnlockRegion(libOffset: bigint | number, cb: bigint | number, dwLockType: number): Hr;
  /**
   * Tells the size.
   *
   * @param grfStatFlag `STATFLAG_DEFAULT` or `STATFLAG_NONAME`
   * @returns `S_OK` with the description
   * @spec nf-objidl-ilockbytes-stat
   */
  Stat(grfStatFlag?: number): Out<STATSTG>;
}

/** The IID of {@link ILockBytes:interface}. */
export const ILockBytes: Iid<ILockBytes> = iid<ILockBytes, IUnknown>(
  'ILockBytes',
  '0000000A-0000-0000-C000-000000000046',
  IUnknown,
  {
    ReadAt:
      '(ULARGE_INTEGER ulOffset, [out, size_is(cb), length_is(pcbRead)] void *pv, ULONG cb, [out, unique] ULONG *pcbRead)',
    WriteAt: '(ULARGE_INTEGER ulOffset, [size_is(cb)] const void *pv, ULONG cb, [out, unique] ULONG *pcbWritten)',
    Flush: '()',
    SetSize: '(ULARGE_INTEGER cb)',
    LockRegion: '(ULARGE_INTEGER libOffset, ULARGE_INTEGER cb, DWORD dwLockType)',
    UnlockRegion: '(ULARGE_INTEGER libOffset, ULARGE_INTEGER cb, DWORD dwLockType)',
    Stat: '([out] STATSTG *pstatstg, DWORD grfStatFlag)',
  },
  'later',
);
