import { type HResult, type Iid, IUnknown, iid, type Ret } from '../../com/index.js';

/** Properties by number, each a number, a text or bytes: what Outlook Express keeps accounts in. */
export interface IPropertyContainer extends IUnknown {
  /**
   * Reads a property as bytes.
   *
   * @param dwPropTag the property
   * @param pcb how many bytes the caller takes
   * @returns the bytes; a failure when the property is missing or longer
   */
  GetProp(dwPropTag: number, pcb: number): Ret<Uint8Array>;
  /**
   * Reads a property as a number.
   *
   * @param dwPropTag the property
   */
  GetPropDw(dwPropTag: number): Ret<number>;
  /**
   * Reads a property as text.
   *
   * @param dwPropTag the property
   * @param cchMax how many characters the caller takes, the ending NUL included
   */
  GetPropSz(dwPropTag: number, cchMax: number): Ret<string>;
  /**
   * Writes a property as bytes.
   *
   * @param dwPropTag the property
   * @param pb the bytes
   */
  SetProp(dwPropTag: number, pb: Uint8Array): HResult;
  /**
   * Writes a property as a number.
   *
   * @param dwPropTag the property
   * @param dw the number
   */
  SetPropDw(dwPropTag: number, dw: number): HResult;
  /**
   * Writes a property as text.
   *
   * @param dwPropTag the property
   * @param psz the text
   */
  SetPropSz(dwPropTag: number, psz: string): HResult;
}

/** The IID of {@link IPropertyContainer:interface}. */
export const IPropertyContainer: Iid<IPropertyContainer> = iid<IPropertyContainer, IUnknown>(
  'IPropertyContainer',
  'FD465484-1384-11D0-ABBD-0020AFDFD10A',
  IUnknown,
  {
    GetProp: '(DWORD dwPropTag, [out, size_is(pcb)] BYTE *pb, ULONG *pcb)',
    GetPropDw: '(DWORD dwPropTag, [out] DWORD *pdw)',
    GetPropSz: '(DWORD dwPropTag, [out, size_is(cchMax)] LPSTR psz, ULONG cchMax)',
    SetProp: '(DWORD dwPropTag, [size_is(cb)] BYTE *pb, ULONG cb)',
    SetPropDw: '(DWORD dwPropTag, DWORD dw)',
    SetPropSz: '(DWORD dwPropTag, LPSTR psz)',
  },
);
