import type { IMessage } from '../../mapi/index.js';
import type { Mailbox } from '../address/mailbox.js';
import { originOf, originProps } from './origin.js';
import { readProps } from './read.js';
import { type MessageRecipient, recipientsOf } from './recipients.js';

/** Whom a message goes from and to on the wire, which its header does not tell. */
export interface MessageEnvelope {
  /** Where reports go to: the address of who sends it; null when nobody with an SMTP address does. */
  readonly from: string | null;
  /** All recipients, hidden ones and those of the envelope alone among them, in the order of the table. */
  readonly recipients: readonly MessageRecipient[];
}

/**
 * Reads the envelope of a message.
 *
 * @param message the message
 * @param sender who stands for a sender that the message does not name, or names without an address
 * @returns sender and recipients; a recipient without an SMTP address has none here either
 * @throws {ComError} what the message's own methods fail with; `MAPI_E_TOO_BIG` beyond the limit `mime.recipients`
 * @spec RFC 5321 section 2.3.1 @spec pidtagrecipienttype-canonical-property
 */
export async function envelopeOf(message: IMessage, sender: Mailbox | null = null): Promise<MessageEnvelope> {
  const origin = originOf(await readProps(message, originProps), sender);
  const from = origin.sender?.address ?? origin.from?.address ?? null;
  return Object.freeze({ from, recipients: Object.freeze(await recipientsOf(message)) });
}
