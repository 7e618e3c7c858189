import type { EntryId, IMessage as Message, PropTag } from '../../mapi/index.js';
import { messagesAtHand } from '../../subsystem/index.js';
import { attachmentList } from '../attachment/resource.js';
import { graphErrorOf } from '../http/error.js';
import type { JsonObject } from '../http/json.js';
import type { JsonWriter } from '../http/jsonwriter.js';
import type { Call } from '../http/route.js';
import type { Expansion } from '../odata/expand.js';
import { type ExtendedId, extendedTags, extendedValues, readExtendedId } from './extended.js';
import { listed, type Shape, shown } from './resource.js';

/** What is shown beside the properties of messages. */
export interface Extras {
  readonly attachments: { readonly select: readonly string[] | null } | null;
  readonly extended: readonly {
    readonly name: string;
    readonly wanted: readonly (readonly [ExtendedId, PropTag | null])[];
  }[];
}

/**
 * What `$expand` asks for, with the tags that it needs.
 *
 * @param call the request
 * @param expansions what was written
 * @returns null when it is nothing
 */
export async function extrasOf({ box }: Call, expansions: readonly Expansion[]): Promise<Extras | null> {
  if (expansions.length === 0) return null;
  let attachments: Extras['attachments'] = null;
  const extended: Extras['extended'][number][] = [];
  for (const expansion of expansions) {
    if (expansion.name === 'attachments') {
      attachments = { select: expansion.select };
      continue;
    }
    const ids = expansion.ids.map(readExtendedId);
    const tags = await extendedTags(box, ids, false);
    extended.push({ name: expansion.name, wanted: ids.map((id, index) => [id, tags[index] ?? null] as const) });
  }
  return { attachments, extended };
}

/**
 * The messages of a list, with what was asked for beside them. Those that are gone meanwhile are left out.
 *
 * @param call the request
 * @param entryIds the messages
 * @param shape how they are shown
 * @param extras what is shown beside them
 * @returns what writes each of them
 */
export async function listedWith(
  call: Call,
  entryIds: readonly EntryId[],
  shape: Shape,
  extras: Extras | null,
): Promise<readonly ((out: JsonWriter) => void)[]> {
  const { box } = call;
  const stored = extras === null ? messagesAtHand(box.drafts) : null;
  const found = stored?.messagesAtHand(entryIds, shape.parts.has('recipients'));
  const writers: ((out: JsonWriter) => void)[] = [];
  for (const [index, entryId] of entryIds.entries()) {
    const message = found?.[index];
    if (message === null) continue;
    const writer = (message && listed(box, message, shape)) ?? (await openedAlone(call, entryId, shape, extras));
    if (writer) writers.push(writer);
  }
  return writers;
}

async function openedAlone(
  call: Call,
  entryId: EntryId,
  shape: Shape,
  extras: Extras | null,
): Promise<((out: JsonWriter) => void) | null> {
  try {
    using message = await call.box.openMessage(entryId);
    const json = JSON.stringify(await shownWith(call, message, shape, extras));
    return (out) => out.json(json);
  } catch (error) {
    if (graphErrorOf(error)?.code === 'ErrorItemNotFound') return null;
    throw error;
  }
}

/**
 * An open message, with what was asked for beside it.
 *
 * @param call the request
 * @param message the message
 * @param shape how it is shown
 * @param extras what is shown beside it
 */
export async function shownWith(
  call: Call,
  message: Message,
  shape: Shape,
  extras: Extras | null,
): Promise<JsonObject> {
  const json: Record<string, unknown> = { ...(await shown(call.box, message, shape)) };
  for (const { name, wanted } of extras?.extended ?? []) {
    const values = await extendedValues(message, wanted);
    // Graph leaves the list out of a message that has none of them.
    if (values.length > 0) json[name] = values;
  }
  if (extras?.attachments) json['attachments'] = await attachmentList(call, message, extras.attachments.select);
  return json;
}
