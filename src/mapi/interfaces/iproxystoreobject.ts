import { type Hr, type Iid, IUnknown, iid, type Out } from '../../com/index.js';
import type { IMsgStore } from './imsgstore.js';

/**
 * A store that fetches messages from a server when they are opened: the way to the store behind it, where they are as
 * they are now. The page of its one method is all that describes it.
 */
export interface IProxyStoreObject extends IUnknown {
  /** Fills a slot; no program calls it. @returns `MAPI_E_NO_SUPPORT` */
  PlaceHolder1(): Hr;
  /**
   * Hands out the store behind this one, without a reference: it lives as long as this one does, and the caller does
   * not release it.
   *
   * @returns `S_OK` with the store
   * @spec iproxystoreobject-unwrapnoref
   */
  UnwrapNoRef(): Out<IMsgStore>;
  /** Fills a slot; no program calls it. @returns `MAPI_E_NO_SUPPORT` */
  PlaceHolder2(): Hr;
}

/** The IID of {@link IProxyStoreObject:interface}. */
export const IProxyStoreObject: Iid<IProxyStoreObject> = iid<IProxyStoreObject, IUnknown>(
  'IProxyStoreObject',
  '29F3AB10-554D-11D0-A97C-00A0C911F50A',
  IUnknown,
  {
    PlaceHolder1: '()',
    // The page alone says that what comes back is an IMsgStore.
    UnwrapNoRef: '([out] LPVOID *ppvObject)',
    PlaceHolder2: '()',
  },
  'later',
);
