import { fileTimeOf, limit } from '../../base/index.js';
import { ok } from '../../com/index.js';
import {
  type AdrEntry,
  MAPI_CREATE,
  type IMessage as Message,
  MODRECIP_ADD,
  MODRECIP_REMOVE,
  MSGFLAG_READ,
  namedProp,
  nameOfTag,
  PR_BODY_W,
  PR_FLAG_COMPLETE_TIME,
  PR_FLAG_STATUS,
  PR_HTML,
  PR_IMPORTANCE,
  PR_INTERNET_CPID,
  PR_INTERNET_MESSAGE_ID_W,
  PR_MESSAGE_CLASS_W,
  PR_MESSAGE_FLAGS,
  PR_ORIGINATOR_DELIVERY_REPORT_REQUESTED,
  PR_READ_RECEIPT_REQUESTED,
  PR_RECIPIENT_TYPE,
  PR_ROWID,
  PR_SUBJECT_W,
  type PropTag,
  type PropValue,
  PS_INTERNET_HEADERS,
  PT_UNICODE,
  prop,
  propId,
  propTag,
} from '../../mapi/index.js';
import { addAttachment, type ItemWriter } from '../attachment/write.js';
import { GraphError } from '../http/error.js';
import { booleanOf, type JsonObject, listOf, objectOf, textOf, timeOf, wordOf } from '../http/json.js';
import type { Box } from '../mailbox/box.js';
import { extendedChange } from './extended.js';
import { classifications } from './fields.js';
import { recipientRows } from './opened.js';
import { readRecipients, recipientKinds, recipientRow, replyProps } from './people.js';
import { type Author, attachedSender, senderChange } from './sender.js';
import { momentIn } from './zone.js';

/** What a change does to properties. */
interface Change {
  readonly set: readonly PropValue[];
  readonly remove: readonly PropTag[];
}

/**
 * Writes into a message what a caller wants; nothing is saved.
 *
 * @param author whose message, and who writes it
 * @param message the message, open for writing
 * @param json the properties of the resource `message`. Those that are read-only are passed over, as Graph does
 * @param how `draft` when everything may be written, `sent` for a message that came or was sent; `isNew` when it has no recipients yet;
 *   `isEmpty` when nothing at all was written into it;
 *   `attached` for one within another, which may be from anybody; `first` are properties that the caller's come over
 * @throws {GraphError} `RequestBodyRead` for a property that there is not, or a value of another type; `ErrorInvalidPropertySet` for
 *   one that only a draft may change
 */
export async function writeMessage(
  author: Author,
  message: Message,
  json: JsonObject,
  how: {
    readonly draft: boolean;
    readonly isNew: boolean;
    readonly isEmpty?: boolean;
    readonly attached?: boolean;
    readonly first?: readonly PropValue[];
  },
): Promise<void> {
  const { box } = author;
  const set: PropValue[] = [...(how.first ?? [])];
  const remove: PropTag[] = [];
  for (const name of Object.keys(json)) {
    const value = json[name];
    if (value === undefined || readOnly.has(name) || name.includes('@odata.')) continue;
    // A caller may call a property `__proto__` or `constructor`, too.
    const always = Object.hasOwn(anytime, name) ? anytime[name] : undefined;
    const ofDraft = Object.hasOwn(drafts, name) ? drafts[name] : undefined;
    if (!always && !ofDraft && !recipientKinds.has(name) && !written.has(name))
      throw new GraphError(
        400,
        'RequestBodyRead',
        `The property '${name}' does not exist on type 'Microsoft.OutlookServices.Message', or is not supported here.`,
      );
    if (!always && !how.draft && !name.endsWith('ExtendedProperties'))
      throw new GraphError(400, 'ErrorInvalidPropertySet', `The property '${name}' can be changed in drafts alone.`);
    const change = (always ?? ofDraft)?.(value, box);
    if (!change) continue;
    for (const each of change.set) set.push(each);
    for (const each of change.remove) remove.push(each);
  }
  set.push(...(how.attached ? attachedSender(json) : senderChange(author, json)));
  if (json['internetMessageHeaders'] !== undefined)
    set.push(...(await headerProps(message, json['internetMessageHeaders'])));
  const { singleValueExtendedProperties: single, multiValueExtendedProperties: multi } = json;
  if (single !== undefined || multi !== undefined) {
    const extended = await extendedChange(box, single, multi);
    remove.push(...extended.remove);
    set.push(...extended.set);
  }
  if (remove.length > 0 && how.isEmpty !== true) await ok(message.DeleteProps(remove));
  if (set.length > 0) {
    const [problem] = await ok(message.SetProps(set));
    if (problem)
      throw new GraphError(400, 'ErrorInvalidPropertySet', `${nameOfTag(problem.ulPropTag)} can not be set.`);
  }
  const recipients = recipientsGiven(json);
  if (recipients !== null) await writeRecipients(message, recipients, how.isNew);
  if (json['attachments'] !== undefined && json['attachments'] !== null) {
    if (!how.isNew)
      throw new GraphError(400, 'ErrorInvalidPropertySet', 'Attachments are added to /attachments of the message.');
    for (const each of listOf(json['attachments'], 'attachments'))
      await addAttachment(message, objectOf(each, 'attachments'), itemWriter(author));
  }
}

/** Fills a message that is attached to another one; it is none that is being written. */
export const itemWriter =
  (author: Author): ItemWriter =>
  async (item, json) => {
    await ok(item.SetProps([prop(PR_MESSAGE_CLASS_W, 'IPM.Note'), prop(PR_MESSAGE_FLAGS, MSGFLAG_READ)]));
    await writeMessage(author, item, json, { draft: true, isNew: true, attached: true });
  };

/** What is written otherwise than property by property. */
const written: ReadonlySet<string> = new Set([
  'attachments',
  'from',
  'sender',
  'internetMessageHeaders',
  'singleValueExtendedProperties',
  'multiValueExtendedProperties',
]);

const readOnly: ReadonlySet<string> = new Set([
  'id',
  'createdDateTime',
  'lastModifiedDateTime',
  'changeKey',
  'receivedDateTime',
  'sentDateTime',
  'hasAttachments',
  'bodyPreview',
  'parentFolderId',
  'conversationId',
  'conversationIndex',
  'isDraft',
  'isRead',
  'webLink',
]);

type Writer = (value: unknown, box: Box) => Change;

const utf8 = new TextEncoder();

const only = (...set: readonly PropValue[]): Change => ({ set, remove: [] });

/** What may be changed in any message. */
const anytime: Readonly<Record<string, Writer | undefined>> = {
  importance: (value) => {
    const words = ['low', 'normal', 'high'] as const;
    return only(prop(PR_IMPORTANCE, words.indexOf(wordOf(value, 'importance', words))));
  },
  categories: (value, { tags }) => {
    const names = listOf(value, 'categories').map((each) => textOf(each, 'categories'));
    return names.length === 0 ? { set: [], remove: [tags.categories] } : only(prop(tags.categories, names));
  },
  flag: (value, box) => flagProps(objectOf(value, 'flag'), box),
  inferenceClassification: (value, { tags }) => {
    const at = classifications.indexOf(wordOf(value, 'inferenceClassification', classifications));
    return at === 0 ? { set: [], remove: [tags.classification] } : only(prop(tags.classification, at));
  },
};

/** What may be changed in drafts. */
const drafts: Readonly<Record<string, Writer | undefined>> = {
  subject: (value) =>
    value === null ? { set: [], remove: [PR_SUBJECT_W] } : only(prop(PR_SUBJECT_W, textOf(value, 'subject'))),
  body: (value) => bodyProps(objectOf(value, 'body')),
  internetMessageId: (value) => only(prop(PR_INTERNET_MESSAGE_ID_W, textOf(value, 'internetMessageId'))),
  isDeliveryReceiptRequested: (value) =>
    only(prop(PR_ORIGINATOR_DELIVERY_REPORT_REQUESTED, booleanOf(value ?? false, 'isDeliveryReceiptRequested'))),
  isReadReceiptRequested: (value) =>
    only(prop(PR_READ_RECEIPT_REQUESTED, booleanOf(value ?? false, 'isReadReceiptRequested'))),
  replyTo: (value) => only(...replyProps(readRecipients(value, 'replyTo'))),
};

/** An end of a line that is not that of mail. */
const bareEnd = /\r(?!\n)|(?<!\r)\n/;

function bodyProps(body: JsonObject): Change {
  const written = body['content'] === null ? '' : textOf(body['content'] ?? '', 'body.content');
  const content = bareEnd.test(written) ? written.replaceAll(/\r\n|\r|\n/g, '\r\n') : written;
  // The example of message-update leaves the type empty.
  const type = wordOf(body['contentType'] || 'text', 'body.contentType', ['text', 'html']);
  if (type === 'text') return { set: [prop(PR_BODY_W, content)], remove: [PR_HTML] };
  return {
    set: [prop(PR_INTERNET_CPID, 65001), prop(PR_HTML, utf8.encode(content))],
    remove: [PR_BODY_W],
  };
}

function flagProps(flag: JsonObject, { tags }: Box): Change {
  const words = ['notFlagged', 'complete', 'flagged'] as const;
  const status = wordOf(flag['flagStatus'] ?? 'flagged', 'flag.flagStatus', words);
  const at = (name: string): bigint | null => {
    const value = flag[name];
    if (value === undefined || value === null) return null;
    const { dateTime, timeZone } = objectOf(value, `flag.${name}`);
    const time = timeOf(dateTime, `flag.${name}.dateTime`);
    // A time with an offset of its own is a moment, whatever the zone.
    const zone = OFFSET.test(String(dateTime)) ? 'UTC' : textOf(timeZone ?? 'UTC', `flag.${name}.timeZone`);
    const moment = zone === 'UTC' ? time : momentIn(time, zone);
    if (moment === null)
      throw new GraphError(400, 'ErrorInvalidTimeZone', `flag.${name}.timeZone: there is no time zone '${zone}'.`);
    return fileTimeOf(moment);
  };
  const times = [
    [tags.start, at('startDateTime')],
    [tags.due, at('dueDateTime')],
    [tags.completed, at('completedDateTime')],
  ] as const;
  if (status === 'notFlagged')
    return { set: [], remove: [PR_FLAG_STATUS, PR_FLAG_COMPLETE_TIME, ...times.map(([tag]) => tag)] };
  return only(
    prop(PR_FLAG_STATUS, words.indexOf(status)),
    ...times.flatMap(([tag, time]) => (time === null ? [] : [prop(tag, time)])),
  );
}

const OFFSET = /(?:Z|[+-]\d\d:?\d\d)$/i;

/** Header fields that a program adds; only those of its own, as Graph demands. */
async function headerProps(message: Message, value: unknown): Promise<PropValue[]> {
  const pairs = listOf(value, 'internetMessageHeaders').map((each) => {
    const header = objectOf(each, 'internetMessageHeaders');
    const name = textOf(header['name'], 'internetMessageHeaders.name');
    if (!/^x-[!-9;-~]{1,74}$/i.test(name))
      throw new GraphError(
        400,
        'InvalidInternetMessageHeader',
        `The internet message header name '${name}' should start with 'x-' or 'X-'.`,
      );
    const text = textOf(header['value'], 'internetMessageHeaders.value').replaceAll(/[\r\n]+/g, ' ');
    if (text.length > HEADER_CHARS)
      throw new GraphError(
        400,
        'InvalidInternetMessageHeader',
        `The internet message header value of '${name}' has more than ${HEADER_CHARS} characters.`,
      );
    return [name, text] as const;
  });
  if (pairs.length > HEADERS)
    throw new GraphError(
      400,
      'InvalidInternetMessageHeaderCollection',
      `Maximum number of headers in one message should be less than or equal to ${HEADERS}.`,
    );
  if (pairs.length === 0) return [];
  const names = pairs.map(([name]) => namedProp(PS_INTERNET_HEADERS, name));
  const tags = await ok(message.GetIDsFromNames(names, MAPI_CREATE));
  return pairs.map(([, text], index) => prop(propTag(PT_UNICODE, propId(tags[index] as number)), text));
}

const HEADERS: number = limit(
  'graph.headers',
  5,
  'fields',
  'as many header fields of its own as Graph lets a program add',
);
const HEADER_CHARS: number = limit(
  'graph.headerChars',
  995,
  'characters',
  'of each of them; with its name and its line end it must fit into a line of mail',
);

/** The recipients that a caller gives, and of which kinds; null when they say nothing of any. */
function recipientsGiven(
  json: JsonObject,
): { readonly rows: readonly AdrEntry[]; readonly kinds: ReadonlySet<number> } | null {
  const rows: AdrEntry[] = [];
  const kinds = new Set<number>();
  for (const [name, kind] of recipientKinds) {
    const value = json[name];
    if (value === undefined) continue;
    kinds.add(kind);
    for (const one of readRecipients(value, name)) rows.push(recipientRow(one, kind));
  }
  return kinds.size === 0 ? null : { rows, kinds };
}

async function writeRecipients(
  message: Message,
  { rows, kinds }: { readonly rows: readonly AdrEntry[]; readonly kinds: ReadonlySet<number> },
  isNew: boolean,
): Promise<void> {
  if (!isNew) {
    const old = (await recipientRows(message)).filter((row) => kinds.has((row.get(PR_RECIPIENT_TYPE) ?? 0) & 0xf));
    const ids = old.map((row) => [prop(PR_ROWID, row.get(PR_ROWID) as number)]);
    if (ids.length > 0) await ok(message.ModifyRecipients(MODRECIP_REMOVE, ids));
  }
  if (rows.length > 0) await ok(message.ModifyRecipients(MODRECIP_ADD, rows));
}
