import type { IMessage as Message, PropTag } from '../../mapi/index.js';
import { attachmentList } from '../attachment/resource.js';
import type { JsonObject } from '../http/json.js';
import type { Call } from '../http/route.js';
import type { Expansion } from '../odata/expand.js';
import { type ExtendedId, extendedTags, extendedValues, readExtendedId } from './extended.js';
import { type Shape, shown } from './resource.js';

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
