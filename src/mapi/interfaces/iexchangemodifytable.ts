import { type HResult, type Hr, type Iid, IUnknown, iid, type Out } from '../../com/index.js';
import type { MAPIERROR } from '../types/mapierror.js';
import type { ROWLIST } from '../types/rowlist.js';
import type { IMAPITable } from './imapitable.js';

/**
 * A table of a folder that can be written: its rules (`PR_RULES_TABLE`) or its access list (`PR_ACL_TABLE`).
 * @spec iexchangemodifytableiunknown
 */
export interface IExchangeModifyTable extends IUnknown {
  /**
   * Explains the failure of an earlier call on this object.
   *
   * @param hResult the code that the call answered
   * @param ulFlags reserved, 0
   * @returns `S_OK` with the explanation, whose texts are empty when there is nothing to add
   * @spec iexchangemodifytable-getlasterror
   */
  GetLastError(hResult: HResult, ulFlags?: number): Out<MAPIERROR>;
  /**
   * Opens the table for reading.
   *
   * @param ulFlags for an access list, `ACLTABLE_FREEBUSY` to see rights on free/busy times, too; else 0
   * @returns `S_OK` with the table
   * @spec iexchangemodifytable-gettable
   */
  GetTable(ulFlags?: number): Out<IMAPITable>;
  /**
   * Changes rows, all of them or none.
   *
   * @param ulFlags `ROWLIST_REPLACE` to replace the whole table; for an access list, `ACLTABLE_FREEBUSY` to set
   *   rights on free/busy times; else 0
   * @param lpMods the changes
   * @returns `S_OK`
   * @spec iexchangemodifytable-modifytable
   */
  ModifyTable(ulFlags: number, lpMods: ROWLIST): Hr;
}

/** The IID of {@link IExchangeModifyTable:interface}. */
export const IExchangeModifyTable: Iid<IExchangeModifyTable> = iid<IExchangeModifyTable, IUnknown>(
  'IExchangeModifyTable',
  '2D734CB0-53FD-101B-B19D-08002B3056E3',
  IUnknown,
  {
    GetLastError: '(HRESULT hResult, ULONG ulFlags, [out] LPMAPIERROR *lppMAPIError)',
    GetTable: '(ULONG ulFlags, [out] LPMAPITABLE *lppTable)',
    ModifyTable: '(ULONG ulFlags, LPROWLIST lpMods)',
  },
  'later',
);
