import { ok } from '../../com/index.js';
import { type IMessage as Message, PR_CLIENT_SUBMIT_TIME, PR_ENTRYID } from '../../mapi/index.js';
import type { Answer, Call } from '../http/route.js';
import { idOf } from '../mailbox/ids.js';

/** The header field of a 202 that tells what the message is called by. */
export const MESSAGE_ID = 'comail-message-id';

/**
 * Says that a message will be sent: where its trace is, and what it is called by. A mailbox without a mail system has no traces; there
 * the message itself is told.
 *
 * @param call the request
 * @param entryId the message
 * @param submittedAt PR_CLIENT_SUBMIT_TIME; null when it is not known any more
 */
export function accepted({ box, mailboxUrl }: Call, entryId: Uint8Array, submittedAt: bigint | null): Answer {
  const message = idOf(entryId);
  const location =
    box.system && submittedAt !== null
      ? `${mailboxUrl}/submissions/${box.system.submissionId(box.userPrincipalName, entryId, submittedAt)}`
      : `${mailboxUrl}/messages/${message}`;
  return { status: 202, headers: { location, [MESSAGE_ID]: message } };
}

/**
 * The same of a message that is open, after it was submitted.
 *
 * @param call the request
 * @param message the message
 */
export async function acceptedMessage(call: Call, message: Message): Promise<Answer> {
  const asked = call.box.system ? [PR_ENTRYID, PR_CLIENT_SUBMIT_TIME] : [PR_ENTRYID];
  const row = await ok(message.GetProps(asked, 0));
  return accepted(call, row.get(PR_ENTRYID) as Uint8Array, row.get(PR_CLIENT_SUBMIT_TIME));
}
