import { ok } from '../../com/index.js';
import {
  type IMessage as Message,
  PR_CHANGE_KEY,
  PR_ENTRYID,
  PR_MESSAGE_CLASS_W,
  type PropRow,
  type PropTag,
} from '../../mapi/index.js';
import type { StoredMessage } from '../../subsystem/index.js';
import { badRequest } from '../http/error.js';
import { JsonWriter } from '../http/jsonwriter.js';
import { preferences } from '../http/prefer.js';
import type { Call } from '../http/route.js';
import type { Box } from '../mailbox/box.js';
import { idOf } from '../mailbox/ids.js';
import type { MessageResource } from '../resources.js';
import { openedOf } from './athand.js';
import { withinBasic } from './basic.js';
import { changeKeyOf, type Field, type FieldSource, fields } from './fields.js';
import { type Opened, opened, type Part } from './opened.js';
import type { Cells } from './people.js';

/** How messages are shown. */
export interface Shape {
  /** What it is made of, as a text: two shapes of one name are the same. */
  readonly name: string;
  readonly fields: readonly (readonly [string, Field])[];
  /** The same with their names as JSON. */
  readonly labelled: readonly { readonly label: string; readonly field: Field }[];
  /** What a table or GetProps must be asked for. */
  readonly columns: readonly PropTag[];
  /** What the messages must tell besides. */
  readonly parts: ReadonlySet<Part>;
  readonly as: FieldSource['as'];
}

/**
 * How messages are shown to a caller.
 *
 * @param call what the caller prefers
 * @param select the properties; null for the usual ones
 * @throws {GraphError} `BadRequest` for a property that there is not
 */
export function shapeOf(call: Call, select: readonly string[] | null): Shape {
  const usual = select === null || select.length === 0;
  const chosen = withinBasic(call, usual ? [...fields].filter(([, { hidden }]) => !hidden) : chosenOf(select), !usual);
  const columns = new Set<PropTag>([PR_ENTRYID, PR_CHANGE_KEY, PR_MESSAGE_CLASS_W]);
  for (const [, field] of chosen) for (const tag of field.columns(call.box.tags)) columns.add(tag);
  const as = bodyWished(call);
  return {
    name: `${as} ${chosen.map(([name]) => name).join()}`,
    fields: chosen,
    labelled: chosen.map(([name, field]) => ({ label: `,${JSON.stringify(name)}:`, field })),
    columns: [...columns],
    parts: new Set(chosen.flatMap(([, { part }]) => part ?? [])),
    as,
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

function bodyWished(call: Call): FieldSource['as'] {
  const [, word] = /outlook\.body-content-type\s*=\s*"?(text|html)\b/i.exec(preferences(call)) ?? [];
  return word === undefined ? null : word.toLowerCase() === 'text' ? 'text' : 'html';
}

/** Whether MIME is wanted as a message that came, and not as a draft. */
export const receivedWished = (call: Call): boolean => /(?:^|[\s,;])comail\.received\b/i.test(preferences(call));

/** Tells which preferences were followed. */
export function applied(call: Call): Readonly<Record<string, string>> {
  const wished = preferences(call);
  const body = bodyWished(call);
  const followed = [
    ...(/IdType\s*=\s*"ImmutableId"/i.test(wished) ? ['IdType="ImmutableId"'] : []),
    ...(body === null ? [] : [`outlook.body-content-type="${body}"`]),
    ...(receivedWished(call) ? ['comail.received'] : []),
  ];
  return followed.length === 0 ? {} : { 'preference-applied': followed.join(', ') };
}

/**
 * A message of a list, from what is stored of it.
 *
 * @param box whose
 * @param message the message
 * @param shape how it is shown
 * @returns its JSON, with a comma before it; null for one that must be opened
 */
export function fragmentOf(box: Box, message: StoredMessage, shape: Shape): Buffer | null {
  const parts = shape.parts.size === 0 ? null : openedOf(message, shape.parts);
  if (parts === null && shape.parts.size > 0) return null;
  out.clear();
  write(out, box, message, shape, parts);
  return out.taken();
}

/** Nothing is waited for while a message is written, so that one writer does for all. */
const out = new JsonWriter();

/**
 * An open message.
 *
 * @param box whose
 * @param message the message
 * @param shape how it is shown
 */
export async function shown(box: Box, message: Message, shape: Shape): Promise<MessageResource> {
  const row = await ok(message.GetProps(shape.columns, 0));
  return rendered(box, row, shape, shape.parts.size > 0 ? await opened(message, shape.parts) : null);
}

function rendered(box: Box, row: PropRow, shape: Shape, open: Opened | null): MessageResource {
  const { tags } = box;
  const key = changeKeyOf(row);
  const id = row.get(PR_ENTRYID);
  const source = { row, opened: open, tags, as: shape.as };
  // Each field is declared with the type of its property; a loop over their names alone forgets that.
  const chosen: MessageResource = Object.fromEntries(shape.fields.map(([name, field]) => [name, field.render(source)]));
  return {
    // Reports and requests are messages of their own types in Graph; whoever asks for messages gets them as such.
    ...(key === null ? {} : { '@odata.etag': etagOf(key) }),
    ...(id === null ? {} : { id: idOf(id) }),
    ...chosen,
  };
}

/** As {@link rendered}, written at once, with a comma before it. */
function write(out: JsonWriter, { tags }: Box, row: Cells, shape: Shape, open: Opened | null): void {
  const changeKey = row.get(PR_CHANGE_KEY);
  const id = row.get(PR_ENTRYID);
  const source: FieldSource = { row, opened: open, tags, as: shape.as };
  out.ascii(',{');
  if (changeKey !== null) {
    out.ascii('"@odata.etag":"W/\\"');
    out.bareBase64(changeKey);
    out.ascii('\\"",');
  }
  out.ascii('"id":');
  if (id === null) out.ascii('null');
  else out.base64(id, 'base64url');
  for (const { label, field } of shape.labelled) {
    out.ascii(label);
    field.write(out, source);
  }
  out.ascii('}');
}

/** The ETag of a message with this change key. */
export const etagOf = (changeKey: string): string => `W/"${changeKey}"`;
