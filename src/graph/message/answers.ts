import { fileTimeOf } from '../../base/index.js';
import { ok } from '../../com/index.js';
import {
  IAttach,
  isPropError,
  KEEP_OPEN_READWRITE,
  MAPI_CC,
  MAPI_TO,
  MAPI_UNICODE,
  type IMessage as Message,
  MODRECIP_ADD,
  PR_ATTACH_NUM,
  PR_BODY_W,
  PR_CLIENT_SUBMIT_TIME,
  PR_CONVERSATION_INDEX,
  PR_CONVERSATION_TOPIC_W,
  PR_HTML,
  PR_IN_REPLY_TO_ID_W,
  PR_INTERNET_CPID,
  PR_INTERNET_MESSAGE_ID_W,
  PR_INTERNET_REFERENCES_W,
  PR_NORMALIZED_SUBJECT_W,
  PR_SUBJECT_W,
  type PropValue,
  prop,
  propId,
} from '../../mapi/index.js';
import { createConversationIndex } from '../../subsystem/index.js';
import { GraphError } from '../http/error.js';
import { type JsonObject, objectOf, textOf } from '../http/json.js';
import type { Box } from '../mailbox/box.js';
import { escaped } from './body.js';
import { fields } from './fields.js';
import { opened, recipientRows } from './opened.js';
import { type Recipient, readRecipients, recipientRow, recipientsOfKind } from './people.js';
import type { Author } from './sender.js';
import { isoOf } from './time.js';
import { writeMessage } from './write.js';

/** The three ways to answer. */
export type Answering = 'reply' | 'replyAll' | 'forward';

/**
 * Fills a new draft with the answer to a message: recipients, subject, what ties them together, the original below the comment.
 *
 * @param author whose, and who answers
 * @param original the message that is answered
 * @param draft the draft, with the user as its sender
 * @param how the way
 * @param json the body of the request: `comment`, `message`, for `forward` also `toRecipients`
 * @throws {GraphError} `BadRequest` for a comment beside a body; what writing the message throws
 */
export async function fillAnswer(
  author: Author,
  original: Message,
  draft: Message,
  how: Answering,
  json: JsonObject,
): Promise<void> {
  const { box } = author;
  const message = json['message'] === undefined ? {} : objectOf(json['message'], 'message');
  const comment = json['comment'] === undefined ? '' : textOf(json['comment'], 'comment');
  if (comment !== '' && message['body'] !== undefined)
    throw new GraphError(400, 'ErrorInvalidRequest', 'A comment and a message body can not be given together.');
  const others = readRecipients(json['toRecipients'] ?? [], 'toRecipients');
  if (others.length > 0 && message['toRecipients'] !== undefined)
    throw new GraphError(
      400,
      'ErrorInvalidRequest',
      'toRecipients stand in the request or in its message, not in both.',
    );
  const source = await sourceOf(box, original);
  await ok(draft.SetProps([...(await threading(original, how)), ...quoted(source, comment)]));
  const rows = [
    ...recipientsFor(box, source, how).map(([one, kind]) => recipientRow(one, kind)),
    ...others.map((one) => recipientRow(one, MAPI_TO)),
  ];
  if (rows.length > 0) await ok(draft.ModifyRecipients(MODRECIP_ADD, rows));
  if (how === 'forward') await copyAttachments(original, draft);
  // What the caller says of the message counts over what follows from the original.
  await writeMessage(author, draft, { ...message, attachments: undefined }, { draft: true, isNew: false });
  if (message['attachments'] !== undefined)
    await writeMessage(author, draft, { attachments: message['attachments'] }, { draft: true, isNew: true });
}

/**
 * Ties a draft that was given as MIME to the message that it answers. What the MIME says counts; without recipients it goes to whom an
 * answer goes.
 *
 * @param author whose, and who answers
 * @param original the message that is answered
 * @param draft the draft, filled from the MIME
 * @param how the way
 */
export async function tieAnswer(author: Author, original: Message, draft: Message, how: Answering): Promise<void> {
  const { box } = author;
  const known = await ok(draft.GetProps([PR_SUBJECT_W, PR_IN_REPLY_TO_ID_W, PR_INTERNET_REFERENCES_W], 0));
  const own = new Set(known.toProps().flatMap((each) => (isPropError(each) ? [] : [propId(each[0])])));
  await ok(draft.SetProps((await threading(original, how)).filter(([tag]) => !own.has(propId(tag)))));
  if ((await recipientRows(draft)).length > 0) return;
  const rows = recipientsFor(box, await sourceOf(box, original), how).map(([one, kind]) => recipientRow(one, kind));
  if (rows.length > 0) await ok(draft.ModifyRecipients(MODRECIP_ADD, rows));
}

interface Source {
  readonly open: Awaited<ReturnType<typeof opened>>;
  readonly from: Recipient | null;
  readonly replyTo: readonly Recipient[];
  readonly subject: string;
  readonly sent: string | null;
}

async function sourceOf({ tags }: Box, original: Message): Promise<Source> {
  const [from, replyTo] = [fields.get('from'), fields.get('replyTo')];
  const columns = [from, replyTo].flatMap((field) => field?.columns(tags) ?? []);
  const row = await ok(original.GetProps([...columns, PR_SUBJECT_W, PR_CLIENT_SUBMIT_TIME], 0));
  const source = { row, opened: null, tags, as: null };
  return {
    open: await opened(original),
    from: (from?.render(source) ?? null) as Recipient | null,
    replyTo: (replyTo?.render(source) ?? []) as readonly Recipient[],
    subject: row.get(PR_SUBJECT_W) ?? '',
    sent: isoOf(row.get(PR_CLIENT_SUBMIT_TIME)),
  };
}

/** Who gets the answer: whom the sender wants it to go to, else the sender; to all, everybody else but the user, too. */
function recipientsFor(box: Box, source: Source, how: Answering): readonly (readonly [Recipient, number])[] {
  if (how === 'forward') return [];
  const answered = source.replyTo.length > 0 ? source.replyTo : source.from === null ? [] : [source.from];
  const taken = new Set<string>();
  const chosen: (readonly [Recipient, number])[] = [];
  const add = (one: Recipient, kind: number): void => {
    const address = one.emailAddress.address.toLowerCase();
    if (address === '' || taken.has(address)) return;
    taken.add(address);
    chosen.push([one, kind]);
  };
  for (const one of answered) add(one, MAPI_TO);
  if (how === 'reply') return chosen;
  // The user is not among those who get an answer of the user's own, unless nobody else is.
  taken.add(box.userPrincipalName.toLowerCase());
  for (const kind of [MAPI_TO, MAPI_CC])
    for (const one of recipientsOfKind(source.open.recipients, kind)) add(one, kind);
  return chosen;
}

/** What ties an answer to the message it answers. @spec RFC 5322 section 3.6.4 */
async function threading(original: Message, how: Answering): Promise<PropValue[]> {
  const row = await ok(
    original.GetProps(
      [
        PR_NORMALIZED_SUBJECT_W,
        PR_SUBJECT_W,
        PR_CONVERSATION_TOPIC_W,
        PR_CONVERSATION_INDEX,
        PR_INTERNET_MESSAGE_ID_W,
        PR_INTERNET_REFERENCES_W,
      ],
      0,
    ),
  );
  const topic = row.get(PR_NORMALIZED_SUBJECT_W) ?? row.get(PR_SUBJECT_W) ?? '';
  const id = row.get(PR_INTERNET_MESSAGE_ID_W);
  const references = [row.get(PR_INTERNET_REFERENCES_W), id].filter((each) => each).join(' ');
  const index = createConversationIndex(row.get(PR_CONVERSATION_INDEX), { now: fileTimeOf(new Date()) });
  return [
    prop(PR_SUBJECT_W, `${how === 'forward' ? 'FW' : 'RE'}: ${topic}`),
    prop(PR_CONVERSATION_TOPIC_W, row.get(PR_CONVERSATION_TOPIC_W) ?? topic),
    prop(PR_CONVERSATION_INDEX, index),
    ...(id ? [prop(PR_IN_REPLY_TO_ID_W, id), prop(PR_INTERNET_REFERENCES_W, references)] : []),
  ];
}

/** The comment, and below a line the original with its head; as HTML when it is. */
function quoted({ open, from, subject, sent }: Source, comment: string): PropValue[] {
  const people = (kind: number): string => recipientsOfKind(open.recipients, kind).map(named).join('; ');
  const head = [
    ['From', from === null ? '' : named(from)],
    ['Sent', sent ?? ''],
    ['To', people(MAPI_TO)],
    ['Cc', people(MAPI_CC)],
    ['Subject', subject],
  ].filter(([, value]) => value !== '');
  if (open.html === null) {
    const lines = head.map(([label, value]) => `${label}: ${value}`).join('\r\n');
    return [prop(PR_BODY_W, `${comment}\r\n\r\n${'_'.repeat(32)}\r\n${lines}\r\n\r\n${open.text}`)];
  }
  const lines = head.map(([label, value]) => `<b>${label}:</b> ${escaped(value as string)}<br>`).join('\r\n');
  const above = `<div>${escaped(comment).replaceAll(/\r\n|\r|\n/g, '<br>')}</div><hr><div>${lines}</div><br>`;
  return [prop(PR_INTERNET_CPID, 65001), prop(PR_HTML, new Uint8Array(Buffer.from(within(open.html, above))))];
}

/** HTML with something at the beginning of its body. */
function within(html: string, above: string): string {
  const body = /<body\b[^<>]*>/i.exec(html);
  const at = body === null ? 0 : body.index + body[0].length;
  return html.slice(0, at) + above + html.slice(at);
}

const named = ({ emailAddress: { name, address } }: Recipient): string =>
  name === '' || name === address ? address : `${name} <${address}>`;

async function copyAttachments(original: Message, draft: Message): Promise<void> {
  using table = await ok(original.GetAttachmentTable(MAPI_UNICODE));
  await ok(table.SetColumns([PR_ATTACH_NUM]));
  for (const row of await ok(table.QueryRows(1_000_000, 0))) {
    using from = await ok(original.OpenAttach(row.get(PR_ATTACH_NUM) as number, null, 0));
    const { lppAttach } = await ok(draft.CreateAttach(null, 0));
    using to = lppAttach;
    await ok(from.CopyTo(null, [PR_ATTACH_NUM], 0, null, IAttach, to, 0));
    await ok(to.SaveChanges(KEEP_OPEN_READWRITE));
  }
}
