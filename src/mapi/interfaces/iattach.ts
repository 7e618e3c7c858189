import { type Iid, iid } from '../../com/index.js';
import { IMAPIProp } from './imapiprop.js';

/**
 * An attachment of a message. It adds nothing to `IMAPIProp`: its data is behind `PR_ATTACH_DATA_BIN` and
 * `PR_ATTACH_DATA_OBJ`, to be had through OpenProperty. A change lasts when both the attachment and its message are
 * saved.
 * @spec iattachimapiprop
 */
export interface IAttach extends IMAPIProp {}

/** The IID of {@link IAttach:interface}. */
export const IAttach: Iid<IAttach> = iid<IAttach, IMAPIProp>(
  'IAttach',
  '00020308-0000-0000-C000-000000000046',
  IMAPIProp,
  {},
  'later',
);
