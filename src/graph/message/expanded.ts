import { type IMessage as Message, MV_FLAG } from '../../mapi/index.js';
import { attachmentList } from '../attachment/resource.js';
import { badRequest } from '../http/error.js';
import type { Call } from '../http/route.js';
import type { Expansion } from '../odata/expand.js';
import type { MessageResource } from '../resources.js';
import { type ExtendedWish, extendedLists, extendedTags, readExtendedId } from './extended.js';
import { type Shape, shown } from './resource.js';

/** What is shown beside the properties of messages. */
export interface Extras {
  readonly attachments: { readonly select: readonly string[] | null } | null;
  readonly extended: readonly ExtendedWish[];
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
    if (expansion.name === 'childFolders') throw badRequest("'childFolders' can not be expanded here.");
    const ids = expansion.ids.map(readExtendedId);
    const single = expansion.name === 'singleValueExtendedProperties';
    for (const { id, type } of ids)
      if (((type & MV_FLAG) === 0) !== single) throw badRequest(`'${id}' does not belong into '${expansion.name}'.`);
    const tags = await extendedTags(box, ids, false);
    extended.push(...ids.map((id, index) => [id, tags[index] ?? null] as const));
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
): Promise<MessageResource> {
  const attachments = extras?.attachments;
  return {
    ...(await shown(call.box, message, shape)),
    ...(await extendedLists(message, extras?.extended ?? [])),
    ...(attachments ? { attachments: await attachmentList(call, message, attachments.select) } : {}),
  };
}
