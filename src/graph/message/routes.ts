import { randomUUID } from 'node:crypto';
import { fileTimeOf } from '../../base/index.js';
import { check, ok } from '../../com/index.js';
import { readMail, renderMime } from '../../convert/index.js';
import {
  CLEAR_READ_FLAG,
  type EntryId,
  IMAPIFolder,
  IMessage,
  KEEP_OPEN_READWRITE,
  MAPI_W_PARTIAL_COMPLETION,
  MESSAGE_MOVE,
  type IMessage as Message,
  MSGFLAG_READ,
  MSGFLAG_UNSENT,
  PR_CHANGE_KEY,
  PR_CLIENT_SUBMIT_TIME,
  PR_ENTRYID,
  PR_INTERNET_MESSAGE_ID_W,
  PR_MESSAGE_CLASS_W,
  PR_MESSAGE_DELIVERY_TIME,
  PR_MESSAGE_FLAGS,
  PR_PARENT_ENTRYID,
  PR_READ_RECEIPT_REQUESTED,
  type PropValue,
  prop,
  SUPPRESS_RECEIPT,
} from '../../mapi/index.js';
import { badRequest, GraphError } from '../http/error.js';
import { booleanOf, type JsonObject, objectOf, textOf, wordedBooleanOf } from '../http/json.js';
import { asPreferred } from '../http/prefer.js';
import {
  type Answer,
  bodyOf,
  type Call,
  isMime,
  mimeBody,
  paramOf,
  READ,
  READ_BASIC,
  type Route,
  SEND,
  WRITE,
} from '../http/route.js';
import type { Box } from '../mailbox/box.js';
import { keeping, type SubmitOptions } from '../mailbox/submitter.js';
import { queryOf } from '../odata/query.js';
import { acceptedMessage } from '../submission/accepted.js';
import { type Answering, fillAnswer, tieAnswer } from './answers.js';
import { demandWithinBasic } from './basic.js';
import { messageDelta } from './delta.js';
import { type Extras, extrasOf, shownWith } from './expanded.js';
import { changeKeyOf } from './fields.js';
import { countMessages, listMessages } from './list.js';
import { openNamed } from './named.js';
import { once, stamp } from './once.js';
import { applied, etagOf, receivedWished, shapeOf } from './resource.js';
import { demandSender, isOwn, ownSender, withSender } from './sender.js';
import { writeMessage } from './write.js';

/** What can be done with messages. */
export const messageRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/messages',
    scopes: READ_BASIC,
    summary: 'List messages of all folders',
    run: (call) => listMessages(call, null),
  },
  {
    method: 'GET',
    path: '/messages/$count',
    scopes: READ_BASIC,
    summary: 'Count messages',
    run: (call) => countMessages(call, null),
  },
  {
    method: 'POST',
    path: '/messages',
    scopes: WRITE,
    summary: 'Create a draft from JSON or MIME',
    run: (call) => create(call, 'drafts'),
  },
  {
    method: 'GET',
    path: '/messages/delta',
    scopes: READ_BASIC,
    summary: 'Not there, as in Graph: changes are told folder by folder',
    run: () => Promise.reject(badRequest(NO_DELTA)),
  },
  { method: 'GET', path: '/messages/:message', scopes: READ_BASIC, summary: 'Get a message', run: get },
  { method: 'PATCH', path: '/messages/:message', scopes: WRITE, summary: 'Change a message', run: change },
  { method: 'DELETE', path: '/messages/:message', scopes: WRITE, summary: 'Delete a message', run: remove },
  { method: 'GET', path: '/messages/:message/$value', scopes: READ, summary: 'Get a message as MIME', run: mime },
  {
    method: 'POST',
    path: '/messages/:message/permanentDelete',
    scopes: WRITE,
    summary: 'Delete a message for good',
    run: removeForGood,
  },
  {
    method: 'POST',
    path: '/messages/:message/copy',
    scopes: WRITE,
    summary: 'Copy a message',
    run: (call) => transfer(call, false),
  },
  {
    method: 'POST',
    path: '/messages/:message/move',
    scopes: WRITE,
    summary: 'Move a message',
    run: (call) => transfer(call, true),
  },
  { method: 'POST', path: '/messages/:message/send', scopes: SEND, summary: 'Send a draft', run: once(sendDraft) },
  { method: 'POST', path: '/sendMail', scopes: SEND, summary: 'Send a message from JSON or MIME', run: once(sendMail) },
  {
    method: 'GET',
    path: '/mailFolders/:folder/messages',
    scopes: READ_BASIC,
    summary: 'List messages of a folder',
    run: (call) => listMessages(call, paramOf(call, 'folder')),
  },
  {
    method: 'GET',
    path: '/mailFolders/:folder/messages/$count',
    scopes: READ_BASIC,
    summary: 'Count messages of a folder',
    run: (call) => countMessages(call, paramOf(call, 'folder')),
  },
  {
    method: 'POST',
    path: '/mailFolders/:folder/messages',
    scopes: WRITE,
    summary: 'Create a draft in a folder',
    run: (call) => create(call, paramOf(call, 'folder')),
  },
  {
    method: 'GET',
    path: '/mailFolders/:folder/messages/delta',
    scopes: READ_BASIC,
    summary: 'Tell what has changed among the messages of a folder',
    run: messageDelta,
  },
];

const NO_DELTA =
  "Change tracking is not supported against 'messages' of a mailbox; ask for /mailFolders/{id}/messages/delta of each folder.";

/** What can be done to answer a message: at once, or as a draft. */
export const answerRoutes: readonly Route[] = (['reply', 'replyAll', 'forward'] as const).flatMap((how): Route[] => {
  const draft = `create${how[0]?.toUpperCase()}${how.slice(1)}`;
  const path = '/messages/:message';
  const words = { reply: 'Answer a message', replyAll: 'Answer a message to all', forward: 'Pass a message on' }[how];
  return [
    {
      method: 'POST',
      path: `${path}/${how}`,
      scopes: SEND,
      summary: words,
      run: once((call) => answerAtOnce(call, how)),
    },
    {
      method: 'POST',
      path: `${path}/${draft}`,
      scopes: WRITE,
      summary: `${words}: a draft`,
      run: (call) => answerDraft(call, how),
    },
  ];
});

async function get(call: Call): Promise<Answer> {
  const query = queryOf(call.query, ['$select', '$expand']);
  demandWithinBasic(call, query);
  const extras = await extrasOf(call, query.expand);
  using message = await openNamed(call);
  return await answer(call, message, 200, query.select, extras);
}

async function answer(
  call: Call,
  message: Message,
  status: number,
  select: readonly string[] | null = null,
  extras: Extras | null = null,
): Promise<Answer> {
  const json = await shownWith(call, message, shapeOf(call, select), extras);
  const etag = json['@odata.etag'];
  const location = status === 201 ? { location: `${call.mailboxUrl}/messages/${String(json['id'])}` } : {};
  const told = {
    status,
    headers: { ...applied(call), ...location, ...(typeof etag === 'string' ? { etag } : {}) },
    body: { '@odata.context': `${call.root}/$metadata#${call.entity}/messages/$entity`, ...json },
  };
  return call.method === 'GET' ? told : asPreferred(call, told);
}

async function create(call: Call, folder: string): Promise<Answer> {
  using message = await draftIn(call.box, folder);
  if (isMime(call) && receivedWished(call)) await receive(call, message);
  else await fill(call, message, isMime(call) ? null : bodyOf(call));
  await ok(message.SaveChanges(KEEP_OPEN_READWRITE));
  return await answer(call, message, 201);
}

async function draftIn(box: Box, folder: string): Promise<Message> {
  if (folder === 'drafts') return await ok(box.drafts.CreateMessage(null, 0));
  using parent = await box.openFolder(folder);
  return await ok(parent.CreateMessage(null, 0));
}

/** Fills a new message from MIME that came: it is no draft, and has the time at which it came. */
async function receive(call: Call, message: Message): Promise<void> {
  await readMail(message, mimeBody(call), { keepSource: true });
  await ok(message.SetProps([prop(PR_MESSAGE_FLAGS, 0)]));
}

/** Fills a new draft from JSON, or where there is none from the MIME of the body. */
async function fill(call: Call, message: Message, json: JsonObject | null, ...more: PropValue[]): Promise<void> {
  const now = fileTimeOf(new Date());
  if (json === null) await readMail(message, withSender(call, mimeBody(call)), { now, keepSource: true });
  const read = booleanOf(json?.['isRead'] ?? true, 'isRead');
  // A draft made through Graph has been read, and has the time of its making as that of its coming.
  const first: PropValue[] = [
    prop(PR_MESSAGE_DELIVERY_TIME, now),
    prop(PR_MESSAGE_FLAGS, MSGFLAG_UNSENT | (read ? MSGFLAG_READ : 0)),
    ...more,
  ];
  // MIME says itself whom it is from; what was signed or encrypted has a class of its own.
  if (json === null) {
    const said = (await ok(message.GetProps([PR_INTERNET_MESSAGE_ID_W], 0))).get(PR_INTERNET_MESSAGE_ID_W);
    if (said === null) first.push(prop(PR_INTERNET_MESSAGE_ID_W, newMessageId(call.box)));
    await ok(message.SetProps(first));
  } else {
    first.push(
      prop(PR_CLIENT_SUBMIT_TIME, now),
      prop(PR_MESSAGE_CLASS_W, 'IPM.Note'),
      prop(PR_INTERNET_MESSAGE_ID_W, newMessageId(call.box)),
      ...ownSender(call),
    );
    await writeMessage(call, message, json, { draft: true, isNew: true, isEmpty: true, first });
  }
}

/** A draft is known by its Message-ID from the beginning, as with Exchange: whoever made it finds it by that after it was sent. */
const newMessageId = ({ userPrincipalName }: Box): string =>
  `<${randomUUID()}@${userPrincipalName.slice(userPrincipalName.lastIndexOf('@') + 1)}>`;

async function change(call: Call): Promise<Answer> {
  const json = bodyOf(call);
  using message = await openNamed(call, true);
  const row = await ok(message.GetProps([PR_MESSAGE_FLAGS, PR_CHANGE_KEY], 0));
  demandUnchanged(call, changeKeyOf(row));
  const { isRead, ...rest } = json;
  const draft = ((row.get(PR_MESSAGE_FLAGS) ?? 0) & MSGFLAG_UNSENT) !== 0;
  const read = isRead === undefined ? null : booleanOf(isRead, 'isRead');
  await writeMessage(call, message, rest, { draft, isNew: false });
  if (Object.keys(rest).length > 0) await ok(message.SaveChanges(KEEP_OPEN_READWRITE));
  if (read !== null) await ok(message.SetReadFlag(read ? await readFlags(message) : CLEAR_READ_FLAG));
  return await answer(call, message, 200);
}

/** Reading a message tells its sender who wants to know. To set PR_READ_RECEIPT_REQUESTED to false keeps it secret. */
async function readFlags(message: Message): Promise<number> {
  const row = await ok(message.GetProps([PR_READ_RECEIPT_REQUESTED], 0));
  return row.get(PR_READ_RECEIPT_REQUESTED) === true ? 0 : SUPPRESS_RECEIPT;
}

/** Refuses to change what is not any more what the caller has seen. @spec RFC 9110 section 13.1.1 */
function demandUnchanged({ headers }: Call, changeKey: string | null): void {
  const wanted = headers['if-match'];
  if (wanted === undefined || wanted === '*') return;
  const tags = wanted.split(',').map((tag) => tag.trim());
  if (changeKey !== null && tags.includes(etagOf(changeKey))) return;
  throw new GraphError(412, 'ErrorIrresolvableConflict', 'The item is not any more what the ETag says.');
}

async function remove(call: Call): Promise<Answer> {
  const { box } = call;
  const { entryId, parent } = await placeOf(call);
  using folder = await box.openFolder(parent);
  const trash = box.known.get('deleteditems') as EntryId;
  if (Buffer.compare(parent, trash) === 0) complete(await check(folder.DeleteMessages([entryId], 0, null, 0)));
  else {
    using target = await box.openFolder(trash);
    complete(await check(folder.CopyMessages([entryId], IMAPIFolder, target, 0, null, MESSAGE_MOVE)));
  }
  return { status: 204 };
}

async function removeForGood(call: Call): Promise<Answer> {
  const { entryId, parent } = await placeOf(call);
  using folder = await call.box.openFolder(parent);
  complete(await check(folder.DeleteMessages([entryId], 0, null, 0)));
  return { status: 204 };
}

async function placeOf(call: Call): Promise<{ readonly entryId: EntryId; readonly parent: EntryId }> {
  using message = await openNamed(call);
  const row = await ok(message.GetProps([PR_ENTRYID, PR_PARENT_ENTRYID, PR_CHANGE_KEY], 0));
  demandUnchanged(call, changeKeyOf(row));
  return { entryId: row.get(PR_ENTRYID) as EntryId, parent: row.get(PR_PARENT_ENTRYID) as EntryId };
}

function complete(hr: number): void {
  if (hr === MAPI_W_PARTIAL_COMPLETION)
    throw new GraphError(409, 'ErrorIrresolvableConflict', 'The message waits to be sent, or is being changed.');
}

async function mime(call: Call): Promise<Answer> {
  const { box } = call;
  using message = await openNamed(call);
  const sender = { name: box.displayName, address: box.userPrincipalName };
  const { source } = await renderMime(message, { sender });
  const pieces: Uint8Array[] = [];
  for await (const piece of source.chunks()) pieces.push(Uint8Array.from(piece));
  return { status: 200, headers: { 'content-type': 'text/plain' }, body: Buffer.concat(pieces) };
}

async function transfer(call: Call, move: boolean): Promise<Answer> {
  const { box } = call;
  const destination = textOf(bodyOf(call)['destinationId'], 'destinationId');
  const { entryId, parent } = await placeOf(call);
  using folder = await box.openFolder(parent);
  using target = await box.openFolder(destination);
  if (move) {
    complete(await check(folder.CopyMessages([entryId], IMAPIFolder, target, 0, null, MESSAGE_MOVE)));
    using moved = await box.openMessage(entryId);
    return await answer(call, moved, 201);
  }
  using original = await box.openMessage(entryId);
  using copy = await ok(target.CreateMessage(null, 0));
  await copyInto(original, copy);
  return await answer(call, copy, 201);
}

/** CopyMessages does not tell what the copy is called by. */
async function copyInto(original: Message, copy: Message): Promise<void> {
  await ok(original.CopyTo(null, null, 0, null, IMessage, copy, 0));
  await ok(copy.SaveChanges(KEEP_OPEN_READWRITE));
}

async function sendDraft(call: Call): Promise<Answer> {
  using message = await openNamed(call, true);
  const flags = (await ok(message.GetProps([PR_MESSAGE_FLAGS], 0))).get(PR_MESSAGE_FLAGS) ?? 0;
  if ((flags & MSGFLAG_UNSENT) === 0)
    throw new GraphError(400, 'ErrorInvalidOperation', 'The message was sent already, or is none of yours.');
  await demandSender(call, message);
  return await submitted(call, message, { keep: true });
}

async function sendMail(call: Call): Promise<Answer> {
  const json = isMime(call) ? null : bodyOf(call);
  const keep = wordedBooleanOf(json?.['saveToSentItems'] ?? true, 'saveToSentItems');
  const content = json === null ? null : objectOf(json['message'], 'message');
  using message = await ok(call.box.drafts.CreateMessage(null, 0));
  await fill(call, message, content, keeping(call.box, keep));
  if (!isOwn(call, content)) await demandSender(call, message);
  return await submitted(call, message, { keep, told: true });
}

async function submitted(call: Call, message: Message, options: SubmitOptions): Promise<Answer> {
  const stamped = stamp(call, message);
  if (stamped) await stamped;
  await call.box.submitter(call.box, message, options);
  return await acceptedMessage(call, message);
}

async function answerAtOnce(call: Call, how: Answering): Promise<Answer> {
  using draft = await answerTo(call, how);
  await demandSender(call, draft);
  return await submitted(call, draft, { keep: true });
}

async function answerDraft(call: Call, how: Answering): Promise<Answer> {
  using draft = await answerTo(call, how);
  await ok(draft.SaveChanges(KEEP_OPEN_READWRITE));
  return await answer(call, draft, 201);
}

async function answerTo(call: Call, how: Answering): Promise<Message> {
  const json = isMime(call) ? null : bodyOf(call);
  using original = await openNamed(call);
  const draft = await draftIn(call.box, 'drafts');
  try {
    await fill(call, draft, json === null ? null : {});
    if (json === null) await tieAnswer(call, original, draft, how);
    else await fillAnswer(call, original, draft, how, json);
    return draft;
  } catch (error) {
    draft.Release();
    throw error;
  }
}
