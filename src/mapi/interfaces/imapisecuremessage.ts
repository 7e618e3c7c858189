import { type Iid, IUnknown, iid, type Out } from '../../com/index.js';
import type { IMessage } from './imessage.js';

/**
 * A message in a shell that signs or encrypts.
 * @spec imapisecuremessageiunknown
 */
export interface IMAPISecureMessage extends IUnknown {
  /**
   * Hands out the message inside.
   *
   * @returns `S_OK` with the message
   * @spec imapisecuremessage-getbasemessage
   */
  GetBaseMessage(): Out<IMessage>;
}

/** The IID of {@link IMAPISecureMessage:interface}. */
export const IMAPISecureMessage: Iid<IMAPISecureMessage> = iid<IMAPISecureMessage, IUnknown>(
  'IMAPISecureMessage',
  '253CC320-EAB6-11D0-8222-0060979387EA',
  IUnknown,
  { GetBaseMessage: '([out] LPMMESSAGE *ppmsg)' },
  'later',
);
