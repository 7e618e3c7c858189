import {
  PR_REPLY_RECIPIENT_ENTRIES,
  PR_REPLY_RECIPIENT_NAMES_W,
  PR_SENDER_ADDRTYPE_W,
  PR_SENDER_EMAIL_ADDRESS_W,
  PR_SENDER_ENTRYID,
  PR_SENDER_NAME_W,
  PR_SENDER_SMTP_ADDRESS_W,
  PR_SENT_REPRESENTING_ADDRTYPE_W,
  PR_SENT_REPRESENTING_EMAIL_ADDRESS_W,
  PR_SENT_REPRESENTING_ENTRYID,
  PR_SENT_REPRESENTING_NAME_W,
  PR_SENT_REPRESENTING_SMTP_ADDRESS_W,
  type PropTag,
} from '../../mapi/index.js';
import { type AddressTags, isSmtp, type Mailbox, mailboxOf, oneLine } from '../address/mailbox.js';
import { flatEntries, parseOneOff } from '../address/oneoff.js';
import type { PropValues } from './read.js';

const senderTags: AddressTags = {
  name: PR_SENDER_NAME_W,
  smtp: PR_SENDER_SMTP_ADDRESS_W,
  type: PR_SENDER_ADDRTYPE_W,
  email: PR_SENDER_EMAIL_ADDRESS_W,
  entryId: PR_SENDER_ENTRYID,
};

const representedTags: AddressTags = {
  name: PR_SENT_REPRESENTING_NAME_W,
  smtp: PR_SENT_REPRESENTING_SMTP_ADDRESS_W,
  type: PR_SENT_REPRESENTING_ADDRTYPE_W,
  email: PR_SENT_REPRESENTING_EMAIL_ADDRESS_W,
  entryId: PR_SENT_REPRESENTING_ENTRYID,
};

/** The properties that {@link originOf} looks at. */
export const originProps: readonly PropTag[] = [
  ...Object.values(senderTags),
  ...Object.values(representedTags),
  PR_REPLY_RECIPIENT_ENTRIES,
  PR_REPLY_RECIPIENT_NAMES_W,
];

/** Whom a message comes from. */
export interface Origin {
  /** Who wrote it: the represented user, or else the sender; null when the message does not say. */
  readonly from: Mailbox | null;
  /** Who sent it for somebody else; null when that is the same. */
  readonly sender: Mailbox | null;
  /** Whom answers go to; nobody when they go to the author. */
  readonly replyTo: readonly Mailbox[];
}

/**
 * Reads whom a message comes from.
 *
 * @param values the properties, {@link originProps} among them
 * @param fallback who stands for a sender without name and address; null when nobody does
 * @spec pidtagsentrepresentingemailaddress-canonical-property @spec pidtagreplyrecipiententries-canonical-property
 */
export function originOf(values: PropValues, fallback: Mailbox | null): Origin {
  const sender = completed(mailboxOf(values, senderTags), fallback);
  const represented = mailboxOf(values, representedTags);
  const from = represented?.address === null ? completed(represented, sender) : (represented ?? sender);
  const onBehalf = sender !== null && from !== null && sender.address !== null && sender.address !== from.address;
  return Object.freeze({ from, sender: onBehalf ? sender : null, replyTo: replyTo(values) });
}

// A profile may name the user without an address: the account knows it.
function completed(mailbox: Mailbox | null, fallback: Mailbox | null): Mailbox | null {
  if (mailbox === null || mailbox.address !== null || fallback === null) return mailbox ?? fallback;
  return Object.freeze({ name: mailbox.name, address: fallback.address });
}

function replyTo(values: PropValues): readonly Mailbox[] {
  const list = values.get(PR_REPLY_RECIPIENT_ENTRIES);
  if (list === null) return [];
  const names = (values.get(PR_REPLY_RECIPIENT_NAMES_W) ?? '').split(';').map((name) => oneLine(name));
  return flatEntries(list).flatMap((entryId, index) => {
    const oneOff = parseOneOff(entryId);
    if (oneOff === null || !isSmtp(oneOff.addressType) || oneOff.address === '') return [];
    const name = oneLine(oneOff.name) || (names[index] ?? '');
    return [Object.freeze({ name: name === oneOff.address ? '' : name, address: oneOff.address })];
  });
}
