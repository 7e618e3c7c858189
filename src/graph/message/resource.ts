import { ok } from '../../com/index.js';
import {
  type IMessage as Message,
  PR_CHANGE_KEY,
  PR_ENTRYID,
  PR_MESSAGE_CLASS_W,
  type PropRow,
  type PropTag,
} from '../../mapi/index.js';
import { badRequest } from '../http/error.js';
import type { JsonObject } from '../http/json.js';
import type { Call } from '../http/route.js';
import type { Box } from '../mailbox/box.js';
import { idOf } from '../mailbox/ids.js';
import { changeKeyOf, type Field, fields } from './fields.js';
import { opened } from './opened.js';

/** How messages are shown. */
export interface Shape {
  readonly fields: readonly (readonly [string, Field])[];
  /** What a table or GetProps must be asked for. */
  readonly columns: readonly PropTag[];
  /** Whether the messages must be opened. */
  readonly open: boolean;
  readonly asText: boolean;
}

/**
 * How messages are shown to a caller.
 *
 * @param call what the caller prefers
 * @param select the properties; null for the usual ones
 * @throws {GraphError} `BadRequest` for a property that there is not
 */
export function shapeOf(call: Call, select: readonly string[] | null): Shape {
  const chosen =
    select === null || select.length === 0 ? [...fields].filter(([, { hidden }]) => !hidden) : chosenOf(select);
  const columns = new Set<PropTag>([PR_ENTRYID, PR_CHANGE_KEY, PR_MESSAGE_CLASS_W]);
  for (const [, field] of chosen) for (const tag of field.columns(call.box.tags)) columns.add(tag);
  return {
    fields: chosen,
    columns: [...columns],
    open: chosen.some(([, { open }]) => open),
    asText: /outlook\.body-content-type\s*=\s*"?text"?/i.test(preferences(call)),
  };
}

function chosenOf(select: readonly string[]): [string, Field][] {
  return select.flatMap((name): [string, Field][] => {
    if (name === 'id') return [];
    const field = fields.get(name);
    if (!field)
      throw badRequest(`Could not find a property named '${name}' on type 'Microsoft.OutlookServices.Message'.`);
    return [[name, field]];
  });
}

const preferences = ({ headers }: Call): string => [headers['prefer'] ?? []].flat().join(',');

/** Whether MIME is wanted as a message that came, and not as a draft. */
export const receivedWished = (call: Call): boolean => /(?:^|[\s,;])comail\.received\b/i.test(preferences(call));

/** Tells which preferences were followed. */
export function applied(call: Call): Readonly<Record<string, string>> {
  const wished = preferences(call);
  const followed = [
    ...(/IdType\s*=\s*"ImmutableId"/i.test(wished) ? ['IdType="ImmutableId"'] : []),
    ...(/outlook\.body-content-type\s*=\s*"?text"?/i.test(wished) ? ['outlook.body-content-type="text"'] : []),
    ...(/outlook\.body-content-type\s*=\s*"?html"?/i.test(wished) ? ['outlook.body-content-type="html"'] : []),
    ...(receivedWished(call) ? ['comail.received'] : []),
  ];
  return followed.length === 0 ? {} : { 'preference-applied': followed.join(', ') };
}

/**
 * A message of a list.
 *
 * @param box whose
 * @param row its row, with the columns of the shape
 * @param shape how it is shown
 */
export async function listed(box: Box, row: PropRow, shape: Shape): Promise<JsonObject> {
  if (!shape.open) return rendered(box, row, shape, null);
  using message = await box.openMessage(row.get(PR_ENTRYID) as Uint8Array);
  return rendered(box, row, shape, await opened(message));
}

/**
 * An open message.
 *
 * @param box whose
 * @param message the message
 * @param shape how it is shown
 */
export async function shown(box: Box, message: Message, shape: Shape): Promise<JsonObject> {
  const row = await ok(message.GetProps(shape.columns, 0));
  return rendered(box, row, shape, shape.open ? await opened(message) : null);
}

function rendered(box: Box, row: PropRow, shape: Shape, open: Awaited<ReturnType<typeof opened>> | null): JsonObject {
  const { tags } = box;
  const key = changeKeyOf(row);
  const json: Record<string, unknown> = {};
  // Reports and requests are messages of their own types in Graph; whoever asks for messages gets them as such.
  if (key !== null) json['@odata.etag'] = etagOf(key);
  const id = row.get(PR_ENTRYID);
  if (id !== null) json['id'] = idOf(id);
  for (const [name, field] of shape.fields)
    json[name] = field.render({ row, opened: open, tags, asText: shape.asText });
  return json;
}

/** The ETag of a message with this change key. */
export const etagOf = (changeKey: string): string => `W/"${changeKey}"`;
