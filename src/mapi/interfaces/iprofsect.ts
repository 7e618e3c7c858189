import { type Iid, iid } from '../../com/index.js';
import { IMAPIProp } from './imapiprop.js';

/**
 * A section of a profile. It adds nothing to `IMAPIProp`. Changes are permanent at once and SaveChanges does nothing;
 * there are no named properties (`MAPI_E_NO_SUPPORT`); 0x67F0 to 0x67FF are secure: to be had by name alone, never
 * listed.
 * @spec iprofsectimapiprop
 */
export interface IProfSect extends IMAPIProp {}

/** The IID of {@link IProfSect:interface}. */
export const IProfSect: Iid<IProfSect> = iid<IProfSect, IMAPIProp>(
  'IProfSect',
  '00020304-0000-0000-C000-000000000046',
  IMAPIProp,
  {},
  'later',
);
