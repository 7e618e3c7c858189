import type { Iid, IUnknown, STATSTG } from '../../com/index.js';
import type { CType, PointerSize } from './ctype.js';
import { FILETIME, GUID, ULARGE_INTEGER, ULONG } from './scalars.js';
import { structure } from './structure.js';
import { LPWSTR } from './text.js';

/**
 * An interface pointer inside a structure. Whoever reads takes a reference, which ends with the call; what is written is lent for
 * as long.
 *
 * @param iid the interface
 */
export const interfacePointer = <I extends IUnknown>(iid: Iid<I>): CType<I | null> =>
  Object.freeze({
    name: `${iid.name}*`,
    size: (pointer: PointerSize) => pointer,
    align: (pointer: PointerSize) => pointer,
    read(from, bytes, at) {
      const found = from.border.import(from.address(bytes, at), iid, from.home);
      if (found) from.release.push(found);
      return found;
    },
    write: (to, at, value) => to.address(at, to.border.lend(value, iid, to.release)),
  } satisfies CType<I | null>);

/** What `IStream::Stat` answers. A name is the callee's CoTaskMemAlloc, which is not ours to free, so none goes out. */
export const STATSTG_LAYOUT: CType<STATSTG> = structure<STATSTG>(
  'STATSTG',
  {
    pwcsName: { ...LPWSTR, write: () => undefined },
    type: ULONG,
    cbSize: ULARGE_INTEGER,
    mtime: FILETIME,
    ctime: FILETIME,
    atime: FILETIME,
    grfMode: ULONG,
    grfLocksSupported: ULONG,
    clsid: GUID,
    grfStateBits: ULONG,
    reserved: ULONG,
  },
  (read) => read as unknown as STATSTG,
);
