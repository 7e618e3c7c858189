import { ok } from '../../com/index.js';
import { renderMime } from '../../convert/index.js';
import {
  ATTACH_EMBEDDED_MSG,
  IMessage,
  KEEP_OPEN_READWRITE,
  type IMessage as Message,
  PR_ATTACH_DATA_BIN,
  PR_ATTACH_DATA_OBJ,
  PR_ATTACH_METHOD,
  PR_ATTACH_MIME_TAG_W,
  PR_ATTACH_NUM,
  type PropRow,
} from '../../mapi/index.js';
import { badRequest, itemNotFound } from '../http/error.js';
import { nextLink } from '../http/links.js';
import { asPreferred } from '../http/prefer.js';
import { type Answer, bodyOf, type Call, paramOf, READ, type Route, WRITE } from '../http/route.js';
import { openNamed } from '../message/named.js';
import { readBytes } from '../message/opened.js';
import { itemWriter } from '../message/write.js';
import { type Query, type QueryOption, queryOf } from '../odata/query.js';
import { attachmentId } from './id.js';
import { attachmentOrder } from './order.js';
import { attachmentJson, attachmentRows } from './resource.js';
import { addAttachment } from './write.js';

/** What can be done with attachments. */
export const attachmentRoutes: readonly Route[] = [
  { method: 'GET', path: '/messages/:message/attachments', scopes: READ, summary: 'List attachments', run: list },
  { method: 'POST', path: '/messages/:message/attachments', scopes: WRITE, summary: 'Attach a file', run: add },
  {
    method: 'GET',
    path: '/messages/:message/attachments/$count',
    scopes: READ,
    summary: 'Count attachments',
    run: count,
  },
  {
    method: 'GET',
    path: '/messages/:message/attachments/:attachment',
    scopes: READ,
    summary: 'Get an attachment',
    run: get,
  },
  {
    method: 'GET',
    path: '/messages/:message/attachments/:attachment/$value',
    scopes: READ,
    summary: 'Get the bytes of an attachment',
    run: bytes,
  },
  {
    method: 'DELETE',
    path: '/messages/:message/attachments/:attachment',
    scopes: WRITE,
    summary: 'Delete an attachment',
    run: remove,
  },
];

async function found(call: Call, message: Message): Promise<PropRow> {
  const id = paramOf(call, 'attachment').replace(/=+$/, '');
  const row = (await attachmentRows(message)).find((one) => attachmentId(one) === id);
  if (!row) throw itemNotFound();
  return row;
}

const context = (call: Call): string =>
  `${call.root}/$metadata#${call.entity}/messages('${encodeURIComponent(paramOf(call, 'message'))}')/attachments`;

async function list(call: Call): Promise<Answer> {
  const { query, item, compare } = queryIn(call, ['$select', '$top', '$skip', '$count']);
  using message = await openNamed(call);
  const rows = [...(await attachmentRows(message))].sort(compare);
  // Graph shows all of them when nobody asks for a page.
  const top = call.query.has('$top') ? query.top : rows.length;
  const value = [];
  for (const row of rows.slice(query.skip, query.skip + top))
    value.push(await attachmentJson(call, message, row, query.select, item));
  const next = query.skip + top;
  return {
    status: 200,
    body: {
      '@odata.context': context(call),
      ...(query.count ? { '@odata.count': rows.length } : {}),
      value,
      ...(next < rows.length ? { '@odata.nextLink': nextLink(call, next) } : {}),
    },
  };
}

async function count(call: Call): Promise<Answer> {
  queryOf(call.query, []);
  using message = await openNamed(call);
  const rows = await attachmentRows(message);
  return { status: 200, headers: { 'content-type': 'text/plain' }, body: String(rows.length) };
}

async function get(call: Call): Promise<Answer> {
  const { query, item } = queryIn(call, ['$select']);
  using message = await openNamed(call);
  const json = await attachmentJson(call, message, await found(call, message), query.select, item);
  return { status: 200, body: { '@odata.context': `${context(call)}/$entity`, ...json } };
}

/** The options of attachments: what is in a message that is attached is shown to who asks for it. */
function queryIn(
  call: Call,
  known: readonly QueryOption[],
): { readonly query: Query; readonly item: boolean; readonly compare: (a: PropRow, b: PropRow) => number } {
  const rest = new URLSearchParams(call.query);
  // Only lists have an order.
  const order = known.length > 1 ? rest.get('$orderby') : null;
  if (order !== null) rest.delete('$orderby');
  const expand = rest.get('$expand');
  rest.delete('$expand');
  if (expand !== null && !/^\s*microsoft\.graph\.itemattachment\/item\s*$/i.test(expand))
    throw badRequest(`'${expand}' can not be expanded here; microsoft.graph.itemAttachment/item can.`);
  return { query: queryOf(rest, known), item: expand !== null, compare: attachmentOrder(order) };
}

async function bytes(call: Call): Promise<Answer> {
  using message = await openNamed(call);
  const row = await found(call, message);
  using attachment = await ok(message.OpenAttach(row.get(PR_ATTACH_NUM) as number, null, 0));
  if (row.get(PR_ATTACH_METHOD) === ATTACH_EMBEDDED_MSG) {
    using inner = await ok(attachment.OpenProperty(PR_ATTACH_DATA_OBJ, IMessage, 0, 0));
    const pieces: Uint8Array[] = [];
    for await (const piece of (await renderMime(inner)).source.chunks()) pieces.push(Uint8Array.from(piece));
    return { status: 200, headers: { 'content-type': 'message/rfc822' }, body: Buffer.concat(pieces) };
  }
  const content = await readBytes(attachment, PR_ATTACH_DATA_BIN);
  const type = row.get(PR_ATTACH_MIME_TAG_W) ?? '';
  return {
    status: 200,
    headers: {
      'content-type': /^[\w!#$&^.+-]+\/[\w!#$&^.+-]+$/.test(type) ? type : 'application/octet-stream',
      // What a stranger has sent is never run as a page of this server.
      'content-disposition': 'attachment',
      'x-content-type-options': 'nosniff',
    },
    body: Buffer.from(content ?? []),
  };
}

async function add(call: Call): Promise<Answer> {
  const json = bodyOf(call);
  using message = await openNamed(call, true);
  const number = await addAttachment(message, json, itemWriter(call));
  await ok(message.SaveChanges(KEEP_OPEN_READWRITE));
  const row = (await attachmentRows(message)).find((one) => one.get(PR_ATTACH_NUM) === number);
  if (!row) throw itemNotFound();
  const path = `${call.mailboxUrl}/messages/${paramOf(call, 'message')}/attachments`;
  return asPreferred(call, {
    status: 201,
    headers: { location: `${path}/${attachmentId(row)}` },
    body: { '@odata.context': `${context(call)}/$entity`, ...(await attachmentJson(call, message, row, null, false)) },
  });
}

async function remove(call: Call): Promise<Answer> {
  using message = await openNamed(call, true);
  const row = await found(call, message);
  await ok(message.DeleteAttach(row.get(PR_ATTACH_NUM) as number, 0, null, 0));
  await ok(message.SaveChanges(KEEP_OPEN_READWRITE));
  return { status: 204 };
}
