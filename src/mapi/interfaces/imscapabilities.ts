import { type Iid, IUnknown, iid } from '../../com/index.js';

/**
 * What a store is able to do beyond `PR_STORE_SUPPORT_MASK`. Its method answers at once.
 * @spec imscapabilitiesiunknown
 */
export interface IMSCapabilities extends IUnknown {
  /**
   * Tells capabilities of one kind.
   *
   * @param mscapSelector the kind: `MSCAP_SEL_FOLDER` or `MSCAP_SEL_RESTRICTION`
   * @returns for folders `MSCAP_SECURE_FOLDER_HOMEPAGES` or 0; for restrictions `MSCAP_RES_ANNOTATION`, when what is
   *   invalid in a restriction is passed over, or 0
   * @spec imscapabilities-getcapabilities
   */
  GetCapabilities(mscapSelector: number): number;
}

/** The IID of {@link IMSCapabilities:interface}. */
export const IMSCapabilities: Iid<IMSCapabilities> = iid<IMSCapabilities, IUnknown>(
  'IMSCapabilities',
  '00020393-0000-0000-C000-000000000046',
  IUnknown,
  { GetCapabilities: 'ULONG (MSCAP_SELECTOR mscapSelector)' },
);
