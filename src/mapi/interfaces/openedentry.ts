import type { IUnknown } from '../../com/index.js';

/** What the `OpenEntry` methods hand out. */
export interface OpenedEntry<I extends IUnknown> {
  /** What was opened: `MAPI_FOLDER`, `MAPI_MESSAGE`, `MAPI_MAILUSER`, `MAPI_DISTLIST`, `MAPI_ABCONT` and so on. */
  readonly lpulObjType: number;
  /** The object, through the interface asked for; the caller releases it. */
  readonly lppUnk: I;
}
