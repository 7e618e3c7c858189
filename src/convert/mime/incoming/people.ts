import {
  type AdrEntry,
  MAPI_BCC,
  MAPI_CC,
  MAPI_TO,
  PR_ADDRTYPE_W,
  PR_DISPLAY_NAME_W,
  PR_EMAIL_ADDRESS_W,
  PR_ENTRYID,
  PR_READ_RECEIPT_ENTRYID,
  PR_READ_RECEIPT_SEARCH_KEY,
  PR_RECIPIENT_TYPE,
  PR_REPLY_RECIPIENT_ENTRIES,
  PR_REPLY_RECIPIENT_NAMES_W,
  PR_SEARCH_KEY,
  PR_SENDER_ADDRTYPE_W,
  PR_SENDER_EMAIL_ADDRESS_W,
  PR_SENDER_ENTRYID,
  PR_SENDER_NAME_W,
  PR_SENDER_SEARCH_KEY,
  PR_SENT_REPRESENTING_ADDRTYPE_W,
  PR_SENT_REPRESENTING_EMAIL_ADDRESS_W,
  PR_SENT_REPRESENTING_ENTRYID,
  PR_SENT_REPRESENTING_NAME_W,
  PR_SENT_REPRESENTING_SEARCH_KEY,
  type PropTag,
  type PropValue,
  prop,
} from '../../../mapi/index.js';
import { flatList, smtpOneOff } from '../../address/oneoff.js';
import { READ_RECIPIENTS } from '../limits.js';
import { type ReadMailbox, readAddresses } from '../parse/addresses.js';
import { fieldOf, type RawField } from '../parse/header.js';

/**
 * Whom a message comes from, and whom answers go to, as properties.
 *
 * @param fields its header
 * @spec RFC 5322 section 3.6.2 @spec pidtagsentrepresentingemailaddress-canonical-property
 * @spec pidtagreplyrecipiententries-canonical-property
 */
export function originProps(fields: readonly RawField[]): PropValue[] {
  const [author] = readAddresses(fieldOf(fields, 'from'));
  const [agent] = readAddresses(fieldOf(fields, 'sender'));
  const from = author ?? agent;
  const sender = agent ?? author;
  return [
    ...(sender ? person(sender, SENDER) : []),
    ...(from ? person(from, REPRESENTING) : []),
    ...replyProps(readAddresses(fieldOf(fields, 'reply-to'))),
  ];
}

/**
 * The recipients of a message, as rows of its table.
 *
 * @param fields its header
 * @param hidden whether those who are hidden are taken over
 * @spec RFC 5322 section 3.6.3 @spec pidtagrecipienttype-canonical-property
 */
export function recipientRows(fields: readonly RawField[], hidden: boolean): AdrEntry[] {
  const rows: AdrEntry[] = [];
  for (const [key, type] of hidden ? LISTS : LISTS.slice(0, 2))
    for (const field of fields)
      if (field.key === key)
        for (const mailbox of readAddresses(field.value)) {
          if (rows.length >= READ_RECIPIENTS) return rows;
          rows.push(recipientRow(mailbox, type));
        }
  return rows;
}

/**
 * A row of a recipient table.
 *
 * @param mailbox who
 * @param type PR_RECIPIENT_TYPE
 */
export const recipientRow = (mailbox: ReadMailbox, type: number): AdrEntry => [
  prop(PR_RECIPIENT_TYPE, type),
  ...person(mailbox, RECIPIENT),
];

/**
 * Who gets the report that a message was read.
 *
 * @param mailbox who
 * @spec pidtagreadreceiptentryid-canonical-property
 */
export const receiptProps = ({ name, address }: ReadMailbox): PropValue[] =>
  address === ''
    ? []
    : [
        prop(PR_READ_RECEIPT_ENTRYID, smtpOneOff(name || address, address)),
        prop(PR_READ_RECEIPT_SEARCH_KEY, searchKey(address)),
      ];

const LISTS: readonly (readonly [string, number])[] = [
  ['to', MAPI_TO],
  ['cc', MAPI_CC],
  ['bcc', MAPI_BCC],
];

interface PersonTags {
  readonly name: PropTag<string>;
  readonly type: PropTag<string>;
  readonly email: PropTag<string>;
  readonly entryId: PropTag<Uint8Array>;
  readonly searchKey: PropTag<Uint8Array>;
}

const SENDER: PersonTags = {
  name: PR_SENDER_NAME_W,
  type: PR_SENDER_ADDRTYPE_W,
  email: PR_SENDER_EMAIL_ADDRESS_W,
  entryId: PR_SENDER_ENTRYID,
  searchKey: PR_SENDER_SEARCH_KEY,
};
const REPRESENTING: PersonTags = {
  name: PR_SENT_REPRESENTING_NAME_W,
  type: PR_SENT_REPRESENTING_ADDRTYPE_W,
  email: PR_SENT_REPRESENTING_EMAIL_ADDRESS_W,
  entryId: PR_SENT_REPRESENTING_ENTRYID,
  searchKey: PR_SENT_REPRESENTING_SEARCH_KEY,
};
const RECIPIENT: PersonTags = {
  name: PR_DISPLAY_NAME_W,
  type: PR_ADDRTYPE_W,
  email: PR_EMAIL_ADDRESS_W,
  entryId: PR_ENTRYID,
  searchKey: PR_SEARCH_KEY,
};

function person({ name, address }: ReadMailbox, tags: PersonTags): PropValue[] {
  const shown = prop(tags.name, name || address);
  // Who has no address can be named, not written to.
  if (address === '') return [shown];
  return [
    shown,
    prop(tags.type, 'SMTP'),
    prop(tags.email, address),
    prop(tags.entryId, smtpOneOff(name || address, address)),
    prop(tags.searchKey, searchKey(address)),
  ];
}

const searchKey = (address: string): Uint8Array => Buffer.from(`SMTP:${address.toUpperCase()}\0`);

function replyProps(to: readonly ReadMailbox[]): PropValue[] {
  const reachable = to.filter(({ address }) => address !== '').slice(0, MOST_REPLY);
  if (reachable.length === 0) return [];
  return [
    prop(
      PR_REPLY_RECIPIENT_ENTRIES,
      flatList(reachable.map(({ name, address }) => smtpOneOff(name || address, address))),
    ),
    // Names are told apart by semicolons.
    prop(
      PR_REPLY_RECIPIENT_NAMES_W,
      reachable.map(({ name, address }) => (name || address).replaceAll(';', ',')).join(';'),
    ),
  ];
}

// Nobody answers more at once.
const MOST_REPLY = 100;
