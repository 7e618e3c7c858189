import { type IMessage, PR_MESSAGE_CLASS_W, PR_ORIGINATOR_DELIVERY_REPORT_REQUESTED } from '../../mapi/index.js';
import type { Mailbox } from '../address/mailbox.js';
import { originOf, originProps } from './origin.js';
import { readProps } from './read.js';
import { type MessageRecipient, recipientsOf } from './recipients.js';
import { reportClassOf } from './report/write.js';

/** Whom a message goes from and to on the wire, which its header does not tell. */
export interface MessageEnvelope {
  /**
   * Where reports go to: the address of who sends it; null when nobody with an SMTP address does. Empty, the null
   * reverse-path, for a report, which nobody may answer with another one.
   */
  readonly from: string | null;
  /** All recipients, hidden ones and those of the envelope alone among them, in the order of the table. */
  readonly recipients: readonly MessageRecipient[];
  /** Whether delivery reports are asked for of all whose row does not say otherwise. */
  readonly deliveryReport: boolean;
}

/**
 * Reads the envelope of a message.
 *
 * @param message the message
 * @param sender who stands for a sender that the message does not name, or names without an address
 * @returns sender and recipients; a recipient without an SMTP address has none here either
 * @throws {ComError} what the message's own methods fail with; `MAPI_E_TOO_BIG` beyond the limit `mime.recipients`
 * @spec RFC 5321 section 2.3.1 @spec RFC 5321 section 4.5.5 @spec RFC 8098 section 2.1 @spec pidtagrecipienttype-canonical-property
 */
export async function envelopeOf(message: IMessage, sender: Mailbox | null = null): Promise<MessageEnvelope> {
  const values = await readProps(message, envelopeProps);
  const origin = originOf(values, sender);
  const isReport = reportClassOf(values.get(PR_MESSAGE_CLASS_W)) !== null;
  const from = isReport ? '' : (origin.sender?.address ?? origin.from?.address ?? null);
  const deliveryReport = values.get(PR_ORIGINATOR_DELIVERY_REPORT_REQUESTED) === true;
  return Object.freeze({ from, recipients: Object.freeze(await recipientsOf(message)), deliveryReport });
}

const envelopeProps = [...originProps, PR_MESSAGE_CLASS_W, PR_ORIGINATOR_DELIVERY_REPORT_REQUESTED];
