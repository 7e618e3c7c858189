import { E_INVALIDARG, type Ret } from '../../com/index.js';
import {
  type IMAPISession,
  type IMessage,
  type ITableData,
  MAPI_E_INVALID_PARAMETER,
  type PropTag,
} from '../../mapi/index.js';
import { CreateTable, RTFSync, ScMAPIXFromSMAPI } from '../../subsystem/index.js';
import type { SimpleMapiRoot } from './simplemapi.js';

/** The functions of Mapiutil.h that need the service, as one program calls them. */
export class MapiUtilRoot {
  readonly #simple: SimpleMapiRoot;

  /** @param simple whose sessions are the program's own */
  constructor(simple: SimpleMapiRoot) {
    this.#simple = simple;
  }

  /** As the function of that name. */
  async RTFSync(lpMessage: IMessage | null, ulFlags: number): Promise<Ret<boolean>> {
    return lpMessage === null ? [E_INVALIDARG, null] : await RTFSync(lpMessage, ulFlags);
  }

  /** As the function of that name. */
  async ScMAPIXFromSMAPI(lhSimpleSession: number, ulFlags: number): Promise<Ret<IMAPISession>> {
    return this.#simple.has(lhSimpleSession)
      ? ScMAPIXFromSMAPI(lhSimpleSession, ulFlags)
      : [MAPI_E_INVALID_PARAMETER, null];
  }

  /** As the function of that name. */
  async CreateTable(
    ulTableType: number,
    ulPropTagIndexColumn: PropTag,
    lpSPropTagArrayColumns: readonly PropTag[] | null,
  ): Promise<Ret<ITableData>> {
    if (lpSPropTagArrayColumns === null) return [MAPI_E_INVALID_PARAMETER, null];
    return CreateTable(null, ulTableType, ulPropTagIndexColumn, lpSPropTagArrayColumns);
  }
}
