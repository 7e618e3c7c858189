import { type Iid, iid } from '../../com/index.js';
import { IMAPIProp } from './imapiprop.js';

/**
 * Somebody in an address book. It adds nothing to `IMAPIProp`: name, address type, address, entry ID and search key are
 * properties, as all the rest.
 * @spec imailuserimapiprop
 */
export interface IMailUser extends IMAPIProp {}

/** The IID of {@link IMailUser:interface}. */
export const IMailUser: Iid<IMailUser> = iid<IMailUser, IMAPIProp>(
  'IMailUser',
  '0002030A-0000-0000-C000-000000000046',
  IMAPIProp,
  {},
  'later',
);
