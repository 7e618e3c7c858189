import type { IUnknown } from '../../com/index.js';

/** What the `OpenStatusEntry` methods hand out. */
export interface OpenedStatus<I extends IUnknown> {
  /** `MAPI_STATUS`. */
  readonly lpulObjType: number;
  /** The status object, through the interface asked for; the caller releases it. */
  readonly lppEntry: I;
}
