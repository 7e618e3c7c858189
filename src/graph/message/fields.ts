import { flatEntries, parseOneOff } from '../../convert/index.js';
import {
  MAPI_BCC,
  MAPI_CC,
  MAPI_TO,
  MSGFLAG_READ,
  MSGFLAG_UNSENT,
  PR_CHANGE_KEY,
  PR_CLIENT_SUBMIT_TIME,
  PR_CONVERSATION_INDEX,
  PR_CREATION_TIME,
  PR_FLAG_STATUS,
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
  type PropTag,
} from '../../mapi/index.js';
import { textOfHtml } from '../../subsystem/index.js';
import type { JsonWriter } from '../http/jsonwriter.js';
import type { NamedTags } from '../mailbox/box.js';
import type { FlagResource, MessageProperties, TimeResource } from '../resources.js';
import { type Body, htmlOf, uniqueIn } from './body.js';
import { headerList } from './headers.js';
import type { Opened, Part } from './opened.js';
import {
  type Cells,
  type Recipient,
  recipientOf,
  recipientsOfKind,
  writePerson,
  writeRecipients,
  writeText,
} from './people.js';
import { PREVIEW, PREVIEWED, previewOfHtml, previewOfText } from './preview.js';
import { isoOf, writeTime } from './time.js';

/** What a field is made from. */
export interface FieldSource {
  /** The columns of the field, and of others. */
  readonly row: Cells;
  /** The parts of the message; null where no field asked for them. */
  readonly opened: Opened | null;
  readonly tags: NamedTags;
  /** How the body is wanted; null for as it is. */
  readonly as: 'text' | 'html' | null;
}

/** A property of the resource `message`. */
export interface Field<V = unknown> {
  /** The properties of MAPI that it is made from. */
  columns(tags: NamedTags): readonly PropTag[];
  /** The part of the message that it is made from; null when its columns are enough. */
  readonly part: Part | null;
  /** It comes only to those who select it. */
  readonly hidden: boolean;
  render(source: FieldSource): V;
  /** The same as JSON. A list has a thousand fields: what needs no object for it is written without one. */
  write(out: JsonWriter, source: FieldSource): void;
}

type Traits = Partial<Pick<Field, 'part' | 'hidden' | 'write'>>;
type Columns = readonly PropTag[] | ((tags: NamedTags) => readonly PropTag[]);

const field = <V>(columns: Columns, render: Field<V>['render'], traits: Traits = {}): Field<V> => ({
  columns: typeof columns === 'function' ? columns : () => columns,
  part: traits.part ?? null,
  hidden: traits.hidden ?? false,
  render,
  write: traits.write ?? ((out, source) => out.value(render(source))),
});

/** A field of bytes; of a longer value only the beginning, and of a shorter one none, where a length is given. */
const bytes = (
  tag: PropTag<Uint8Array>,
  alphabet: 'base64' | 'base64url',
  length: number | null = null,
): Field<string | null> => {
  const wanted = (row: Cells): Uint8Array | null => {
    const value = row.get(tag);
    return value === null || (length !== null && value.length < length) ? null : value;
  };
  return field(
    [tag],
    ({ row }) => {
      const value = wanted(row);
      return value === null ? null : Buffer.from(value.subarray(0, length ?? value.length)).toString(alphabet);
    },
    {
      write: (out, { row }) => {
        const value = wanted(row);
        if (value === null) out.ascii('null');
        else out.base64(value, alphabet, length ?? value.length);
      },
    },
  );
};

const flag = (bit: number): Field<boolean> =>
  field([PR_MESSAGE_FLAGS], ({ row }) => ((row.get(PR_MESSAGE_FLAGS) ?? 0) & bit) !== 0);

/** What is the same for all messages. */
const always = <V extends string | null>(value: V): Field<V> => {
  const json = JSON.stringify(value);
  return field([], () => value, { write: (out) => out.ascii(json) });
};

const truth = (tag: PropTag<boolean>): Field<boolean> => field([tag], ({ row }) => row.get(tag) ?? false);

const text = (tag: PropTag<string>, otherwise: string | null): Field<string | null> =>
  field([tag], ({ row }) => row.get(tag) ?? otherwise, {
    write: (out, { row }) => writeText(out, row, tag, otherwise),
  });

const time = (tag: PropTag<bigint>): Field<string | null> =>
  field([tag], ({ row }) => isoOf(row.get(tag)), { write: (out, { row }) => writeTime(out, row.get(tag)) });

const senderTags = [PR_SENDER_NAME_W, PR_SENDER_EMAIL_ADDRESS_W] as const;
const representedTags = [PR_SENT_REPRESENTING_NAME_W, PR_SENT_REPRESENTING_EMAIL_ADDRESS_W] as const;

type Choice = readonly [name: PropTag<string>, address: PropTag<string>];

/** The first of two that is somebody. */
const chosen = (row: Cells, first: Choice, second: Choice): Choice | null => {
  for (const choice of [first, second]) if (row.get(choice[0]) !== null || row.get(choice[1]) !== null) return choice;
  return null;
};

const somebody = (first: Choice, second: Choice): Field<Recipient | null> =>
  field(
    [...senderTags, ...representedTags],
    ({ row }) => {
      const choice = chosen(row, first, second);
      return choice === null ? null : recipientOf(row.get(choice[0]), row.get(choice[1]));
    },
    {
      write: (out, { row }) => {
        const choice = chosen(row, first, second);
        if (choice === null) out.ascii('null');
        else writePerson(out, row, choice[0], choice[1]);
      },
    },
  );

const recipients = (kind: number): Field<Recipient[]> =>
  field([], ({ opened }) => recipientsOfKind(opened?.recipients ?? [], kind), {
    part: 'recipients',
    write: (out, { opened }) => writeRecipients(out, opened?.recipients ?? [], kind),
  });

/** Bytes at the beginning of a conversation index that all messages of the conversation share: its identifier. */
export const CONVERSATION = 22;

/** The properties of the resource `message`, in the order in which Graph writes them. */
const declared: { readonly [N in keyof MessageProperties]: Field<MessageProperties[N]> } = {
  createdDateTime: time(PR_CREATION_TIME),
  lastModifiedDateTime: time(PR_LAST_MODIFICATION_TIME),
  changeKey: bytes(PR_CHANGE_KEY, 'base64'),
  categories: field(
    ({ categories }) => [categories],
    ({ row, tags }) => [...(row.get(tags.categories) ?? [])],
  ),
  receivedDateTime: time(PR_MESSAGE_DELIVERY_TIME),
  sentDateTime: time(PR_CLIENT_SUBMIT_TIME),
  hasAttachments: field([], ({ opened }) => opened?.attached ?? false, { part: 'attachments' }),
  internetMessageId: text(PR_INTERNET_MESSAGE_ID_W, null),
  subject: text(PR_SUBJECT_W, ''),
  bodyPreview: field([], ({ opened }) => previewOf(opened), { part: 'body', write: writePreview }),
  importance: field([PR_IMPORTANCE], ({ row }) => importances[row.get(PR_IMPORTANCE) ?? 1] ?? 'normal'),
  parentFolderId: bytes(PR_PARENT_ENTRYID, 'base64url'),
  conversationId: bytes(PR_CONVERSATION_INDEX, 'base64url', CONVERSATION),
  conversationIndex: bytes(PR_CONVERSATION_INDEX, 'base64'),
  isDeliveryReceiptRequested: truth(PR_ORIGINATOR_DELIVERY_REPORT_REQUESTED),
  isReadReceiptRequested: truth(PR_READ_RECEIPT_REQUESTED),
  isRead: flag(MSGFLAG_READ),
  isDraft: flag(MSGFLAG_UNSENT),
  // There is no Outlook on the web.
  webLink: always(null),
  inferenceClassification: field(({ classification }) => [classification], classificationOf, {
    write: (out, source) => out.ascii(`"${classificationOf(source)}"`),
  }),
  body: field([], bodyOf, { part: 'body', write: writeBody }),
  sender: somebody(senderTags, representedTags),
  from: somebody(representedTags, senderTags),
  toRecipients: recipients(MAPI_TO),
  ccRecipients: recipients(MAPI_CC),
  bccRecipients: recipients(MAPI_BCC),
  replyTo: field([PR_REPLY_RECIPIENT_ENTRIES], ({ row }) => repliesOf(row.get(PR_REPLY_RECIPIENT_ENTRIES))),
  flag: field(
    ({ start, due, completed }) => [PR_FLAG_STATUS, start, due, completed],
    ({ row, tags }) => flagOf(row, tags),
    { write: writeFlag },
  ),
  uniqueBody: field([], (source) => uniqueIn(bodyOf(source)), { part: 'body', hidden: true }),
  internetMessageHeaders: field([], ({ opened }) => headerList(opened?.header ?? ''), { part: 'header', hidden: true }),
};

/** The same by name. */
export const fields: ReadonlyMap<string, Field> = new Map<string, Field>(Object.entries(declared));

function classificationOf({ row, tags }: FieldSource): 'focused' | 'other' {
  return classifications[row.get(tags.classification) ?? 0] ?? 'focused';
}

/** The two halves of a focused Inbox, by their numbers. */
export const classifications = ['focused', 'other'] as const;

const importances = ['low', 'normal', 'high'] as const;

/** The change key: the ETag of a message, too. */
export function changeKeyOf(row: Cells): string | null {
  const key = row.get(PR_CHANGE_KEY);
  return key === null ? null : Buffer.from(key).toString('base64');
}

function bodyOf({ opened, as }: FieldSource): Body {
  const html = opened?.html ?? null;
  if (html === null) {
    const content = opened?.text ?? '';
    return as === 'html' ? { contentType: 'html', content: htmlOf(content) } : { contentType: 'text', content };
  }
  return as === 'text' ? { contentType: 'text', content: textIn(opened) } : { contentType: 'html', content: html };
}

function writeBody(out: JsonWriter, source: FieldSource): void {
  const { opened, as } = source;
  const ascii = opened?.ascii;
  if (ascii && (as === 'text' || (as === null && opened.html === null))) {
    out.ascii('{"contentType":"text","content":');
    if (!out.asciiBytes(ascii.bytes, ascii.from, ascii.end)) out.text(opened.text);
  } else {
    const { contentType, content } = bodyOf(source);
    out.ascii(`{"contentType":"${contentType}","content":`);
    out.text(content);
  }
  out.ascii('}');
}

function writePreview(out: JsonWriter, { opened }: FieldSource): void {
  const ascii = opened?.ascii;
  const end = ascii ? Math.min(ascii.end, ascii.from + PREVIEWED) : 0;
  if (!ascii || !out.beginning(ascii.bytes, ascii.from, end, PREVIEW)) out.text(previewOf(opened));
}

const textIn = (opened: Opened | null): string => opened?.text || textOfHtml(opened?.html ?? '');

const previewOf = (opened: Opened | null): string =>
  opened?.text || !opened?.html ? previewOfText(opened?.text ?? '') : previewOfHtml(opened.html);

const repliesOf = (list: Uint8Array | null): Recipient[] =>
  (list === null ? [] : flatEntries(list)).flatMap((entryId) => {
    const oneOff = parseOneOff(entryId);
    return oneOff === null ? [] : [recipientOf(oneOff.name, oneOff.address)];
  });

function writeFlag(out: JsonWriter, { row, tags }: FieldSource): void {
  const plain = row.get(PR_FLAG_STATUS) === null && row.get(tags.start) === null && row.get(tags.due) === null;
  if (plain && row.get(tags.completed) === null) out.ascii('{"flagStatus":"notFlagged"}');
  else out.value(flagOf(row, tags));
}

function flagOf(row: Cells, { start, due, completed }: NamedTags): FlagResource {
  const [startDateTime, dueDateTime, completedDateTime] = [start, due, completed].map((tag) => zoned(row.get(tag)));
  return {
    flagStatus: flagStates[row.get(PR_FLAG_STATUS) ?? 0] ?? 'notFlagged',
    ...(startDateTime ? { startDateTime } : {}),
    ...(dueDateTime ? { dueDateTime } : {}),
    ...(completedDateTime ? { completedDateTime } : {}),
  };
}

const flagStates = ['notFlagged', 'complete', 'flagged'] as const;

function zoned(time: bigint | null): TimeResource | null {
  const dateTime = isoOf(time)?.replace(/Z$/, '');
  return dateTime === undefined ? null : { dateTime, timeZone: 'UTC' };
}
