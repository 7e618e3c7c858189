import { fileTimeOf, msOf } from '../../base/index.js';
import {
  AUTO_RESPONSE_SUPPRESS_RN,
  type FileTime,
  PR_AUTO_RESPONSE_SUPPRESS,
  PR_CLIENT_SUBMIT_TIME,
  PR_CONVERSATION_INDEX,
  PR_CONVERSATION_TOPIC_W,
  PR_CREATION_TIME,
  PR_EXPIRY_TIME,
  PR_IMPORTANCE,
  PR_IN_REPLY_TO_ID_W,
  PR_INTERNET_ORGANIZATION_W,
  PR_INTERNET_REFERENCES_W,
  PR_LIST_HELP_W,
  PR_LIST_SUBSCRIBE_W,
  PR_LIST_UNSUBSCRIBE_W,
  PR_MESSAGE_DELIVERY_TIME,
  PR_NON_RECEIPT_NOTIFICATION_REQUESTED,
  PR_NORMALIZED_SUBJECT_W,
  PR_ORIGINATOR_DELIVERY_REPORT_REQUESTED,
  PR_PRIORITY,
  PR_READ_RECEIPT_REQUESTED,
  PR_REPLY_TIME,
  PR_SENSITIVITY,
  PR_SUBJECT_PREFIX_W,
  PR_SUBJECT_W,
  type PropTag,
} from '../../mapi/index.js';
import { addressField, type HeaderField, idField, messageIds, textField } from './headertext.js';
import { REFERENCES } from './limits.js';
import type { Origin } from './origin.js';
import type { PropValues } from './read.js';
import type { MessageRecipient } from './recipients.js';

/** The properties that {@link headerFields} looks at. */
export const fieldProps: readonly PropTag[] = [
  PR_AUTO_RESPONSE_SUPPRESS,
  PR_CLIENT_SUBMIT_TIME,
  PR_CONVERSATION_INDEX,
  PR_CONVERSATION_TOPIC_W,
  PR_CREATION_TIME,
  PR_EXPIRY_TIME,
  PR_IMPORTANCE,
  PR_IN_REPLY_TO_ID_W,
  PR_INTERNET_ORGANIZATION_W,
  PR_INTERNET_REFERENCES_W,
  PR_LIST_HELP_W,
  PR_LIST_SUBSCRIBE_W,
  PR_LIST_UNSUBSCRIBE_W,
  PR_MESSAGE_DELIVERY_TIME,
  PR_NON_RECEIPT_NOTIFICATION_REQUESTED,
  PR_NORMALIZED_SUBJECT_W,
  PR_ORIGINATOR_DELIVERY_REPORT_REQUESTED,
  PR_PRIORITY,
  PR_READ_RECEIPT_REQUESTED,
  PR_REPLY_TIME,
  PR_SENSITIVITY,
  PR_SUBJECT_PREFIX_W,
  PR_SUBJECT_W,
];

/**
 * The header of a message, without what its parts say of themselves and without the Message-ID.
 *
 * @param values the properties, {@link fieldProps} among them
 * @param origin whom it comes from
 * @param recipients whom it goes to; those who are hidden or on the envelope alone appear nowhere
 * @returns the fields in their usual order
 * @spec RFC 5322 section 3.6
 */
export function headerFields(
  values: PropValues,
  origin: Origin,
  recipients: readonly MessageRecipient[],
): readonly HeaderField[] {
  const { from, sender, replyTo } = origin;
  const to = recipients.filter(({ kind }) => kind === 'to');
  const cc = recipients.filter(({ kind }) => kind === 'cc');
  return addressField('From', from === null ? [] : [from]).concat(
    addressField('Sender', sender === null ? [] : [sender]),
    addressField('Reply-To', replyTo),
    addressField('To', to.length + cc.length > 0 ? to : undisclosed(recipients)),
    addressField('Cc', cc),
    textField('Subject', subjectOf(values)),
    { name: 'Date', value: dateText(dateOf(values)) },
    threading(values),
    wishes(values),
    receipts(values, sender ?? from),
    textField('Organization', values.get(PR_INTERNET_ORGANIZATION_W)),
    textField('List-Help', values.get(PR_LIST_HELP_W)),
    textField('List-Subscribe', values.get(PR_LIST_SUBSCRIBE_W)),
    textField('List-Unsubscribe', values.get(PR_LIST_UNSUBSCRIBE_W)),
  );
}

// A message to hidden recipients alone says at least that it had some.
const undisclosed = (recipients: readonly MessageRecipient[]): { name: string; address: null }[] =>
  recipients.length === 0 ? [] : [{ name: 'undisclosed-recipients', address: null }];

/**
 * The subject: as it was set, or else its two parts together.
 *
 * @param values the properties
 * @spec pidtagnormalizedsubject-canonical-property
 */
export function subjectOf(values: PropValues): string {
  const whole = values.get(PR_SUBJECT_W);
  return whole ?? `${values.get(PR_SUBJECT_PREFIX_W) ?? ''}${values.get(PR_NORMALIZED_SUBJECT_W) ?? ''}`;
}

// A message always has a date, and never that of the clock: who renders it again gets the same bytes.
const dateOf = (values: PropValues): FileTime =>
  values.get(PR_CLIENT_SUBMIT_TIME) ??
  values.get(PR_MESSAGE_DELIVERY_TIME) ??
  values.get(PR_CREATION_TIME) ??
  fileTimeOf(0);

// The last moment of the year 9999: a date has four digits for the year.
const LAST = 253_402_300_799_000;

function dateText(time: FileTime): string {
  const milliseconds = Math.max(0, Math.min(LAST, msOf(time)));
  return new Date(milliseconds).toUTCString().replace('GMT', '+0000');
}

function threading(values: PropValues): HeaderField[] {
  const parents = messageIds(values.get(PR_IN_REPLY_TO_ID_W));
  const known = messageIds(values.get(PR_INTERNET_REFERENCES_W));
  const references = [...known, ...parents.filter((id) => !known.includes(id))];
  const index = values.get(PR_CONVERSATION_INDEX);
  return [
    ...idField('In-Reply-To', parents),
    ...idField(
      'References',
      references.length > REFERENCES ? [references[0] as string, ...references.slice(1 - REFERENCES)] : references,
    ),
    ...textField('Thread-Topic', values.get(PR_CONVERSATION_TOPIC_W)),
    // Longer than any conversation that was answered a hundred times; beyond it is no index.
    ...(index !== null && index.length > 0 && index.length <= 1024
      ? [{ name: 'Thread-Index', value: Buffer.from(index).toString('base64') }]
      : []),
  ];
}

function wishes(values: PropValues): HeaderField[] {
  const importance = values.get(PR_IMPORTANCE);
  const priority = values.get(PR_PRIORITY);
  const sensitivity = SENSITIVITY[values.get(PR_SENSITIVITY) ?? 0];
  const fields: HeaderField[] = [];
  if (importance === 2) fields.push({ name: 'Importance', value: 'high' }, { name: 'X-Priority', value: '1' });
  if (importance === 0) fields.push({ name: 'Importance', value: 'low' }, { name: 'X-Priority', value: '5' });
  if (priority === 1) fields.push({ name: 'Priority', value: 'urgent' });
  if (priority === -1) fields.push({ name: 'Priority', value: 'non-urgent' });
  if (sensitivity !== undefined) fields.push({ name: 'Sensitivity', value: sensitivity });
  const [expires, reply] = [values.get(PR_EXPIRY_TIME), values.get(PR_REPLY_TIME)];
  if (expires !== null) fields.push({ name: 'Expires', value: dateText(expires) });
  if (reply !== null) fields.push({ name: 'Reply-By', value: dateText(reply) });
  // Whoever wants to hear of mail that was not read alone asks for both, and has the other left out.
  const suppress = (values.get(PR_AUTO_RESPONSE_SUPPRESS) ?? 0) | (asksUnread(values) ? AUTO_RESPONSE_SUPPRESS_RN : 0);
  const words = suppress === -1 ? ['All'] : SUPPRESS.filter(([bit]) => (suppress & bit) !== 0).map(([, word]) => word);
  if (words.length > 0) fields.push({ name: 'X-Auto-Response-Suppress', value: words.join(', ') });
  return fields;
}

// None is what is meant when nothing is said.
const SENSITIVITY: readonly (string | undefined)[] = [undefined, 'Personal', 'Private', 'Company-Confidential'];

const SUPPRESS = [
  [0x1, 'DR'],
  [0x2, 'NDR'],
  [0x4, 'RN'],
  [0x8, 'NRN'],
  [0x10, 'OOF'],
  [0x20, 'AutoReply'],
] as const;

function receipts(values: PropValues, to: Origin['from']): HeaderField[] {
  const who = to === null || to.address === null ? [] : [to];
  return [
    ...(asksRead(values) || asksUnread(values) ? addressField('Disposition-Notification-To', who) : []),
    ...(values.get(PR_ORIGINATOR_DELIVERY_REPORT_REQUESTED) === true ? addressField('Return-Receipt-To', who) : []),
  ];
}

const asksRead = (values: PropValues): boolean => values.get(PR_READ_RECEIPT_REQUESTED) === true;

const asksUnread = (values: PropValues): boolean =>
  !asksRead(values) && values.get(PR_NON_RECEIPT_NOTIFICATION_REQUESTED) === true;
