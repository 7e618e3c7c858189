import { ComError, implementationOf, ok } from '../../com/index.js';
import {
  type AdrEntry,
  type AdrList,
  type IMessage,
  isString,
  MAPI_BCC,
  MAPI_CC,
  MAPI_E_TOO_BIG,
  MAPI_ORIG,
  MAPI_P1,
  MAPI_SUBMITTED,
  MAPI_TO,
  PR_ADDRTYPE_W,
  PR_DISPLAY_NAME_W,
  PR_EMAIL_ADDRESS_W,
  PR_ENTRYID,
  PR_ORIGINATOR_DELIVERY_REPORT_REQUESTED,
  PR_ORIGINATOR_NON_DELIVERY_REPORT_REQUESTED,
  PR_RECIPIENT_TYPE,
  PR_RESPONSIBILITY,
  PR_ROWID,
  PR_SMTP_ADDRESS_W,
  type PropTag,
  propId,
} from '../../mapi/index.js';
import { type AddressTags, type AddressValues, type Mailbox, mailboxOf } from '../address/mailbox.js';
import { RECIPIENT_ROWS } from './limits.js';

/** In which list of recipients somebody stands; `p1` is on the envelope alone, as in a message that is sent again. */
export type RecipientKind = 'to' | 'cc' | 'bcc' | 'p1';

/** A row of a message's recipient table, as far as sending needs it. */
export interface MessageRecipient extends Mailbox {
  /** PR_ROWID; null where the table has none. */
  readonly rowId: number | null;
  /** In which list. */
  readonly kind: RecipientKind;
  /** PR_RESPONSIBILITY: somebody has taken care of this recipient. */
  readonly responsibility: boolean;
  /** Whether a delivery report is asked for; null where the row does not say. */
  readonly deliveryReport: boolean | null;
  /** Whether a non-delivery report is wanted; null where the row does not say, which means that it is. */
  readonly nonDeliveryReport: boolean | null;
}

/**
 * Reads the recipients of a message.
 *
 * @param message the message
 * @returns its recipients in the order of the table
 * @throws {ComError} what the table fails with; `MAPI_E_TOO_BIG` beyond the limit `mime.recipients`
 * @spec pidtagrecipienttype-canonical-property
 */
export async function recipientsOf(message: IMessage): Promise<readonly MessageRecipient[]> {
  const atHand = recipientsAtHand(message);
  if (atHand !== null) {
    const recipients = atHand.flatMap((row) => recipientOf(valuesIn(row)));
    if (recipients.length > RECIPIENT_ROWS) throw tooMany();
    return recipients;
  }
  using table = await ok(message.GetRecipientTable(0));
  await ok(table.SetColumns(columns));
  const recipients: MessageRecipient[] = [];
  for (;;) {
    const rows = await ok(table.QueryRows(PAGE, 0));
    if (rows.length === 0) return recipients;
    recipients.push(...rows.flatMap(recipientOf));
    if (recipients.length > RECIPIENT_ROWS) throw tooMany();
    if (rows.length < PAGE) return recipients;
  }
}

/** A store that knows them without a table says so: a table costs more than all that is read of it. */
function recipientsAtHand(message: IMessage): AdrList | null {
  const object = implementationOf(message);
  return object !== null && 'recipientsAtHand' in object
    ? (object as { recipientsAtHand(): AdrList }).recipientsAtHand()
    : null;
}

const valuesIn = (row: AdrEntry): AddressValues => ({
  get<T>(tag: PropTag<T>): T | null {
    for (const each of row) {
      const own = each[0];
      if (own === tag || (propId(own) === propId(tag) && isString(own) && isString(tag))) return each[1] as T;
    }
    return null;
  },
});

function recipientOf(row: AddressValues): readonly MessageRecipient[] {
  const kind = kindOf(row.get(PR_RECIPIENT_TYPE) ?? MAPI_TO);
  if (kind === null) return [];
  const mailbox = mailboxOf(row, recipientTags) ?? { name: '', address: null };
  const recipient: MessageRecipient = {
    ...mailbox,
    kind,
    rowId: row.get(PR_ROWID),
    responsibility: row.get(PR_RESPONSIBILITY) === true,
    deliveryReport: row.get(PR_ORIGINATOR_DELIVERY_REPORT_REQUESTED),
    nonDeliveryReport: row.get(PR_ORIGINATOR_NON_DELIVERY_REPORT_REQUESTED),
  };
  return [Object.freeze(recipient)];
}

const tooMany = (): ComError => new ComError(MAPI_E_TOO_BIG, `the message has more than ${RECIPIENT_ROWS} recipients`);

const recipientTags: AddressTags = {
  name: PR_DISPLAY_NAME_W,
  smtp: PR_SMTP_ADDRESS_W,
  type: PR_ADDRTYPE_W,
  email: PR_EMAIL_ADDRESS_W,
  entryId: PR_ENTRYID,
};

const columns = [
  PR_ROWID,
  PR_RECIPIENT_TYPE,
  ...Object.values(recipientTags),
  PR_RESPONSIBILITY,
  PR_ORIGINATOR_DELIVERY_REPORT_REQUESTED,
  PR_ORIGINATOR_NON_DELIVERY_REPORT_REQUESTED,
];

const PAGE = 500;

// MAPI_SUBMITTED marks those who have had the message already, and tells nothing about the list. The originator of a
// message is no recipient.
function kindOf(type: number): RecipientKind | null {
  if ((type & MAPI_P1) !== 0) return 'p1';
  const list = (type & ~MAPI_SUBMITTED) >>> 0;
  if (list === MAPI_ORIG) return null;
  return list === MAPI_CC ? 'cc' : list === MAPI_BCC ? 'bcc' : 'to';
}
