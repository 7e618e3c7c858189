import {
  type AdrEntry,
  type IMessage,
  MAPI_P1,
  MAPI_SUBMITTED,
  PR_RECIPIENT_TYPE,
  PR_RESPONSIBILITY,
  prop,
} from '../../mapi/index.js';
import { recipientsOf, valueIn, withProps, writeRecipients } from './recipients.js';

/**
 * Prepares the recipients of a message that is sent again.
 *
 * The client has marked every recipient with MAPI_SUBMITTED and added, for each one that the report names, a second row of the type
 * MAPI_P1. Three pages disagree on what follows; only one reading sends to those that failed and to nobody else: the marked rows
 * are what people see, lose their mark and are not sent to (PR_RESPONSIBILITY true); all others become MAPI_P1, and are (false).
 *
 * @param message a message with MSGFLAG_RESEND
 * @spec imapisupport-preparesubmit
 */
export async function prepareSubmit(message: IMessage): Promise<void> {
  await writeRecipients(message, (await recipientsOf(message)).map(prepared));
}

function prepared(row: AdrEntry): AdrEntry {
  const type = valueIn(row, PR_RECIPIENT_TYPE) ?? 0;
  const seen = (type & MAPI_SUBMITTED) !== 0 && (type & MAPI_P1) === 0;
  return withProps(row, [
    prop(PR_RECIPIENT_TYPE, seen ? type & ~MAPI_SUBMITTED : MAPI_P1),
    prop(PR_RESPONSIBILITY, seen),
  ]);
}
