import { flatEntries, parseOneOff } from '../../convert/index.js';
import {
  MSGFLAG_READ,
  MSGFLAG_UNSENT,
  PR_CHANGE_KEY,
  PR_CLIENT_SUBMIT_TIME,
  PR_CONVERSATION_INDEX,
  PR_CREATION_TIME,
  PR_FLAG_STATUS,
  PR_HASATTACH,
  PR_IMPORTANCE,
  PR_INTERNET_MESSAGE_ID_W,
  PR_LAST_MODIFICATION_TIME,
  PR_MESSAGE_DELIVERY_TIME,
  PR_MESSAGE_FLAGS,
  PR_ORIGINATOR_DELIVERY_REPORT_REQUESTED,
  PR_PARENT_ENTRYID,
  PR_READ_RECEIPT_REQUESTED,
  PR_REPLY_RECIPIENT_ENTRIES,
  PR_SENDER_EMAIL_ADDRESS_W,
  PR_SENDER_NAME_W,
  PR_SENT_REPRESENTING_EMAIL_ADDRESS_W,
  PR_SENT_REPRESENTING_NAME_W,
  PR_SUBJECT_W,
  type PropRow,
  type PropTag,
} from '../../mapi/index.js';
import { textOfHtml } from '../../subsystem/index.js';
import type { NamedTags } from '../mailbox/box.js';
import { idOf } from '../mailbox/ids.js';
import { headerList } from './headers.js';
import type { Opened } from './opened.js';
import { type Recipient, recipientKinds, recipientOf, recipientsOfKind } from './people.js';
import { isoOf } from './time.js';

/** What a field is made from. */
export interface FieldSource {
  /** The columns of the field, and of others. */
  readonly row: PropRow;
  /** What the open message tells; null where no field asked for it. */
  readonly opened: Opened | null;
  readonly tags: NamedTags;
  /** Whether the body is wanted as text, whatever it is. */
  readonly asText: boolean;
}

/** A property of the resource `message`. */
export interface Field {
  /** The properties of MAPI that it is made from. */
  columns(tags: NamedTags): readonly PropTag[];
  /** It is made from the open message. */
  readonly open: boolean;
  /** It comes only to those who select it. */
  readonly hidden: boolean;
  render(source: FieldSource): unknown;
}

const field = (
  columns: readonly PropTag[] | ((tags: NamedTags) => readonly PropTag[]),
  render: Field['render'],
  traits: { readonly open?: boolean; readonly hidden?: boolean } = {},
): Field => ({
  columns: typeof columns === 'function' ? columns : () => columns,
  open: traits.open ?? false,
  hidden: traits.hidden ?? false,
  render,
});

const flag = (bit: number): Field =>
  field([PR_MESSAGE_FLAGS], ({ row }) => ((row.get(PR_MESSAGE_FLAGS) ?? 0) & bit) !== 0);

const value = <T>(tag: PropTag<T>, otherwise: T | null = null): Field =>
  field([tag], ({ row }) => row.get(tag) ?? otherwise);

const time = (tag: PropTag<bigint>): Field => field([tag], ({ row }) => isoOf(row.get(tag)));

const senderTags = [PR_SENDER_NAME_W, PR_SENDER_EMAIL_ADDRESS_W] as const;
const representedTags = [PR_SENT_REPRESENTING_NAME_W, PR_SENT_REPRESENTING_EMAIL_ADDRESS_W] as const;

function person(row: PropRow, ...choices: readonly (readonly [PropTag<string>, PropTag<string>])[]): Recipient | null {
  for (const [name, address] of choices) {
    const [called, at] = [row.get(name), row.get(address)];
    if (called !== null || at !== null) return recipientOf(called, at);
  }
  return null;
}

/** The properties of the resource `message`, in the order in which Graph writes them. */
export const fields: ReadonlyMap<string, Field> = new Map<string, Field>([
  ['createdDateTime', time(PR_CREATION_TIME)],
  ['lastModifiedDateTime', time(PR_LAST_MODIFICATION_TIME)],
  ['changeKey', field([PR_CHANGE_KEY], ({ row }) => changeKeyOf(row))],
  [
    'categories',
    field(
      ({ categories }) => [categories],
      ({ row, tags }) => row.get(tags.categories) ?? [],
    ),
  ],
  ['receivedDateTime', time(PR_MESSAGE_DELIVERY_TIME)],
  ['sentDateTime', time(PR_CLIENT_SUBMIT_TIME)],
  ['hasAttachments', value(PR_HASATTACH, false)],
  ['internetMessageId', value(PR_INTERNET_MESSAGE_ID_W)],
  ['subject', value(PR_SUBJECT_W, '')],
  ['bodyPreview', field([], ({ opened }) => previewOf(opened), { open: true })],
  ['importance', field([PR_IMPORTANCE], ({ row }) => importances[row.get(PR_IMPORTANCE) ?? 1] ?? 'normal')],
  [
    'parentFolderId',
    field([PR_PARENT_ENTRYID], ({ row }) => {
      const parent = row.get(PR_PARENT_ENTRYID);
      return parent === null ? null : idOf(parent);
    }),
  ],
  ['conversationId', field([PR_CONVERSATION_INDEX], ({ row }) => conversationId(row.get(PR_CONVERSATION_INDEX)))],
  [
    'conversationIndex',
    field([PR_CONVERSATION_INDEX], ({ row }) => {
      const index = row.get(PR_CONVERSATION_INDEX);
      return index === null ? null : Buffer.from(index).toString('base64');
    }),
  ],
  ['isDeliveryReceiptRequested', value(PR_ORIGINATOR_DELIVERY_REPORT_REQUESTED, false)],
  ['isReadReceiptRequested', value(PR_READ_RECEIPT_REQUESTED, false)],
  ['isRead', flag(MSGFLAG_READ)],
  ['isDraft', flag(MSGFLAG_UNSENT)],
  ['body', field([], ({ opened, asText }) => bodyOf(opened, asText), { open: true })],
  ['sender', field([...senderTags, ...representedTags], ({ row }) => person(row, senderTags, representedTags))],
  ['from', field([...senderTags, ...representedTags], ({ row }) => person(row, representedTags, senderTags))],
  ...[...recipientKinds].map(
    ([name, kind]) =>
      [name, field([], ({ opened }) => recipientsOfKind(opened?.recipients ?? [], kind), { open: true })] as const,
  ),
  ['replyTo', field([PR_REPLY_RECIPIENT_ENTRIES], ({ row }) => repliesOf(row.get(PR_REPLY_RECIPIENT_ENTRIES)))],
  [
    'flag',
    field(
      ({ start, due, completed }) => [PR_FLAG_STATUS, start, due, completed],
      ({ row, tags }) => flagOf(row, tags),
    ),
  ],
  ['internetMessageHeaders', field([], ({ opened }) => headerList(opened?.header ?? ''), { open: true, hidden: true })],
]);

const importances = ['low', 'normal', 'high'];

/** The change key: the ETag of a message, too. */
export function changeKeyOf(row: PropRow): string | null {
  const key = row.get(PR_CHANGE_KEY);
  return key === null ? null : Buffer.from(key).toString('base64');
}

/** The identifier of a conversation: what all messages of it have at the beginning of their index. */
export const conversationId = (index: Uint8Array | null): string | null =>
  index === null || index.length < CONVERSATION ? null : idOf(index.subarray(0, CONVERSATION));

/** Bytes of a conversation index that its messages share. */
export const CONVERSATION = 22;

function bodyOf(opened: Opened | null, asText: boolean): { contentType: 'text' | 'html'; content: string } {
  const html = opened?.html ?? null;
  if (html === null) return { contentType: 'text', content: opened?.text ?? '' };
  return asText ? { contentType: 'text', content: textIn(opened) } : { contentType: 'html', content: html };
}

const textIn = (opened: Opened | null): string => opened?.text || textOfHtml(opened?.html ?? '');

const previewOf = (opened: Opened | null): string =>
  [...textIn(opened).slice(0, 1024).replaceAll(/\s+/g, ' ').trim()].slice(0, 255).join('');

const repliesOf = (list: Uint8Array | null): Recipient[] =>
  (list === null ? [] : flatEntries(list)).flatMap((entryId) => {
    const oneOff = parseOneOff(entryId);
    return oneOff === null ? [] : [recipientOf(oneOff.name, oneOff.address)];
  });

function flagOf(row: PropRow, { start, due, completed }: NamedTags): Record<string, unknown> {
  const flagStatus = ['notFlagged', 'complete', 'flagged'][row.get(PR_FLAG_STATUS) ?? 0] ?? 'notFlagged';
  const at = (name: string, tag: PropTag<bigint>): Record<string, unknown> => {
    const dateTime = isoOf(row.get(tag))?.replace(/Z$/, '');
    return dateTime === undefined ? {} : { [name]: { dateTime, timeZone: 'UTC' } };
  };
  return {
    flagStatus,
    ...at('startDateTime', start),
    ...at('dueDateTime', due),
    ...at('completedDateTime', completed),
  };
}
