import { STG_E_ACCESSDENIED, STG_E_INVALIDFLAG, STG_E_INVALIDFUNCTION } from '../codes.js';
import { ComError } from '../error.js';
import { GUID_NULL } from '../guid.js';
import { STATFLAG_DEFAULT, STATFLAG_NONAME, STGTY_STREAM } from './constants.js';
import type { IStream } from './istream.js';
import type { STATSTG } from './statstg.js';

/** What the streams over Node's Readable and Writable cannot do, for their bytes pass only once. */
export class OneWayStream {
  SetSize(_libNewSize: bigint | number): void {
    throw new ComError(STG_E_ACCESSDENIED, 'the size of this stream is not ours to set');
  }

  Revert(): void {
    // Direct mode: what has passed has passed.
  }

  LockRegion(_libOffset: bigint | number, _cb: bigint | number, _dwLockType: number): void {
    throw new ComError(STG_E_INVALIDFUNCTION, 'bytes that pass once cannot be locked');
  }

  UnlockRegion(_libOffset: bigint | number, _cb: bigint | number, _dwLockType: number): void {
    throw new ComError(STG_E_INVALIDFUNCTION, 'bytes that pass once cannot be locked');
  }

  Clone(): IStream {
    throw new ComError(STG_E_INVALIDFUNCTION, 'bytes that pass once cannot be read from two places');
  }
}

/**
 * The description of a stream whose bytes pass once.
 *
 * @param cbSize its size
 * @param grfMode its access
 * @param grfStatFlag what `Stat` was asked for
 * @throws {ComError} `STG_E_INVALIDFLAG` for another flag than the two there are
 */
export function oneWayFacts(cbSize: bigint, grfMode: number, grfStatFlag: number = STATFLAG_DEFAULT): STATSTG {
  if (grfStatFlag !== STATFLAG_DEFAULT && grfStatFlag !== STATFLAG_NONAME)
    throw new ComError(STG_E_INVALIDFLAG, `grfStatFlag is ${grfStatFlag}`);
  return Object.freeze({
    pwcsName: null,
    type: STGTY_STREAM,
    cbSize,
    mtime: 0n,
    ctime: 0n,
    atime: 0n,
    grfMode,
    grfLocksSupported: 0,
    clsid: GUID_NULL,
    grfStateBits: 0,
    reserved: 0,
  });
}
