import type { Guid } from '../guid.js';
import type { Hr, Out } from '../hresult.js';
import { type Iid, iid } from '../iid.js';
import type { AnyIid } from '../object.js';
import type { IStream } from '../stream/istream.js';
import type { STATSTG } from '../stream/statstg.js';
import { IUnknown } from '../unknown.js';
import type { IEnumSTATSTG } from './ienumstatstg.js';

/**
 * A storage: streams and further storages by name, as folders hold files and folders. Names have 1 to 31 characters, none of them one
 * of `/ \ : !`; upper and lower case are the same name.
 *
 * What holds for all methods: `STG_E_REVERTED` when the storage above was released, reverted or has lost this one;
 * `STG_E_ACCESSDENIED` to change what is open for reading alone; `STG_E_INVALIDNAME` for no name;
 * `STG_E_INVALIDFLAG` for unknown bits of a mode, `STG_E_INVALIDFUNCTION` for a mode that no element can have: all are opened with
 * `STGM_SHARE_EXCLUSIVE`; `STG_E_INVALIDPARAMETER` for a reserved parameter that is not 0.
 *
 * @spec nn-objidl-istorage
 */
export interface IStorage extends IUnknown {
  /**
   * Makes a stream and opens it.
   *
   * @param pwcsName its name
   * @param grfMode `STGM_` flags; with `STGM_CREATE` it takes the place of what has the name
   * @param reserved1 0
   * @param reserved2 0
   * @returns `S_OK` with the stream; `STG_E_FILEALREADYEXISTS` when the name is taken
   * @spec nf-objidl-istorage-createstream
   */
  CreateStream(pwcsName: string, grfMode: number, reserved1?: number, reserved2?: number): Out<IStream>;
  /**
   * Opens a stream.
   *
   * @param pwcsName its name
   * @param reserved1 null
   * @param grfMode `STGM_` flags
   * @param reserved2 0
   * @returns `S_OK` with the stream; `STG_E_FILENOTFOUND` when there is none; `STG_E_ACCESSDENIED` when it is open already
   * @spec nf-objidl-istorage-openstream
   */
  OpenStream(pwcsName: string, reserved1: null, grfMode: number, reserved2?: number): Out<IStream>;
  /**
   * Makes a storage within this one and opens it.
   *
   * @param pwcsName its name
   * @param grfMode `STGM_` flags; with `STGM_CREATE` it takes the place of what has the name, with `STGM_TRANSACTED` its
   *   changes are its own until Commit
   * @param reserved1 0
   * @param reserved2 0
   * @returns `S_OK` with the storage; `STG_E_FILEALREADYEXISTS` when the name is taken
   * @spec nf-objidl-istorage-createstorage
   */
  CreateStorage(pwcsName: string, grfMode: number, reserved1?: number, reserved2?: number): Out<IStorage>;
  /**
   * Opens a storage within this one.
   *
   * @param pwcsName its name
   * @param pstgPriority null
   * @param grfMode `STGM_` flags
   * @param snbExclude null
   * @param reserved 0
   * @returns `S_OK` with the storage; `STG_E_FILENOTFOUND` when there is none; `STG_E_ACCESSDENIED` when it is open already
   * @spec nf-objidl-istorage-openstorage
   */
  OpenStorage(
    pwcsName: string,
    pstgPriority: IStorage | null,
    grfMode: number,
    snbExclude: readonly string[] | null,
    reserved?: number,
  ): Out<IStorage>;
  /**
   * Copies what is in this storage into another one: streams take the place of what has their name, storages are merged.
   *
   * @param rgiidExclude `IStorage` leaves storages out, `IStream` streams; null for neither
   * @param snbExclude names that are left out; null for none
   * @param pstgDest the other storage
   * @returns `S_OK`; `STG_E_INVALIDPOINTER` for no storage; `STG_E_ACCESSDENIED` when it lies within this one or is it; else
   *   what the other one answers
   * @spec nf-objidl-istorage-copyto
   */
  CopyTo(rgiidExclude: readonly AnyIid[] | null, snbExclude: readonly string[] | null, pstgDest: IStorage): Hr;
  /**
   * Moves or copies one element into another storage.
   *
   * @param pwcsName its name
   * @param pstgDest the other storage
   * @param pwcsNewName its name there
   * @param grfFlags `STGMOVE_MOVE` or `STGMOVE_COPY`
   * @returns `S_OK`; `STG_E_FILENOTFOUND` when there is none; `STG_E_FILEALREADYEXISTS` when the new name is taken;
   *   `STG_E_ACCESSDENIED` while it is open; `STG_E_INVALIDFLAG` for another flag
   * @spec nf-objidl-istorage-moveelementto
   */
  MoveElementTo(pwcsName: string, pstgDest: IStorage, pwcsNewName: string, grfFlags: number): Hr;
  /**
   * Makes the changes of a storage that is open in transacted mode those of what lies below it: of the storage above, or of the
   * stream. Nothing to do for another.
   *
   * @param grfCommitFlags `STGC_` flags
   * @returns `S_OK`; `STG_E_INVALIDFLAG` for a flag that does not exist; what the stream answers
   * @spec nf-objidl-istorage-commit
   */
  Commit(grfCommitFlags?: number): Hr;
  /**
   * Takes back what was changed since the last Commit in transacted mode. What is open within is of no use any more.
   *
   * @returns `S_OK`
   * @spec nf-objidl-istorage-revert
   */
  Revert(): Hr;
  /**
   * Tells of all elements.
   *
   * @param reserved1 0
   * @param reserved2 null
   * @param reserved3 0
   * @returns `S_OK` with something that goes through them
   * @spec nf-objidl-istorage-enumelements
   */
  EnumElements(reserved1?: number, reserved2?: null, reserved3?: number): Out<IEnumSTATSTG>;
  /**
   * Removes an element. Whoever has it open finds it reverted.
   *
   * @param pwcsName its name
   * @returns `S_OK`; `STG_E_FILENOTFOUND` when there is none
   * @spec nf-objidl-istorage-destroyelement
   */
  DestroyElement(pwcsName: string): Hr;
  /**
   * Gives an element another name.
   *
   * @param pwcsOldName its name
   * @param pwcsNewName its name from now on
   * @returns `S_OK`; `STG_E_FILENOTFOUND` when there is none; `STG_E_ACCESSDENIED` while it is open;
   *   `STG_E_FILEALREADYEXISTS` when the new name is taken
   * @spec nf-objidl-istorage-renameelement
   */
  RenameElement(pwcsOldName: string, pwcsNewName: string): Hr;
  /**
   * Sets times. Compound files keep those of storages alone; a stream of their own has none.
   *
   * @param pwcsName the element; null for this storage
   * @param pctime when it was made, in FILETIME units; null to leave it
   * @param patime when it was read last; compound files do not keep it
   * @param pmtime when it was changed last; null to leave it
   * @returns `S_OK`; `STG_E_FILENOTFOUND` when there is no such element; `E_INVALIDARG` for no time
   * @spec nf-objidl-istorage-setelementtimes
   */
  SetElementTimes(pwcsName: string | null, pctime: bigint | null, patime: bigint | null, pmtime: bigint | null): Hr;
  /**
   * Says which program made the storage.
   *
   * @param clsid its class
   * @returns `S_OK`; `E_INVALIDARG` for no class
   * @spec nf-objidl-istorage-setclass
   */
  SetClass(clsid: Guid): Hr;
  /**
   * Sets bits that mean something to the program that made the storage.
   *
   * @param grfStateBits the bits
   * @param grfMask which of them are set or cleared
   * @returns `S_OK`; `STG_E_INVALIDFLAG` for no bits
   * @spec nf-objidl-istorage-setstatebits
   */
  SetStateBits(grfStateBits: number, grfMask: number): Hr;
  /**
   * Tells name, class, state bits, times and mode.
   *
   * @param grfStatFlag `STATFLAG_DEFAULT` when left out, or `STATFLAG_NONAME`
   * @returns `S_OK` and the description; `STG_E_INVALIDFLAG` for another flag
   * @spec nf-objidl-istorage-stat
   */
  Stat(grfStatFlag?: number): Out<STATSTG>;
}

/** The IID of {@link IStorage:interface}. */
export const IStorage: Iid<IStorage> = iid<IStorage, IUnknown>(
  'IStorage',
  '0000000B-0000-0000-C000-000000000046',
  IUnknown,
  {
    CreateStream: '(const WCHAR *pwcsName, DWORD grfMode, DWORD reserved1, DWORD reserved2, [out] IStream **ppstm)',
    OpenStream:
      '(const WCHAR *pwcsName, [unique] void *reserved1, DWORD grfMode, DWORD reserved2, [out] IStream **ppstm)',
    CreateStorage: '(const WCHAR *pwcsName, DWORD grfMode, DWORD reserved1, DWORD reserved2, [out] IStorage **ppstg)',
    OpenStorage:
      '([unique] const WCHAR *pwcsName, [unique] IStorage *pstgPriority, DWORD grfMode, [unique] SNB snbExclude, DWORD reserved, [out] IStorage **ppstg)',
    CopyTo:
      '(DWORD ciidExclude, [unique, size_is(ciidExclude)] LPCIID rgiidExclude, [unique] SNB snbExclude, IStorage *pstgDest)',
    MoveElementTo: '(const WCHAR *pwcsName, IStorage *pstgDest, const WCHAR *pwcsNewName, DWORD grfFlags)',
    Commit: '(DWORD grfCommitFlags)',
    Revert: '()',
    EnumElements: '(DWORD reserved1, [unique] void *reserved2, DWORD reserved3, [out] IEnumSTATSTG **ppenum)',
    DestroyElement: '(const WCHAR *pwcsName)',
    RenameElement: '(const WCHAR *pwcsOldName, const WCHAR *pwcsNewName)',
    SetElementTimes:
      '([unique] const WCHAR *pwcsName, [unique] const FILETIME *pctime, [unique] const FILETIME *patime, [unique] const FILETIME *pmtime)',
    SetClass: '(REFCLSID clsid)',
    SetStateBits: '(DWORD grfStateBits, DWORD grfMask)',
    Stat: '([out] STATSTG *pstatstg, DWORD grfStatFlag)',
  },
  'later',
);
