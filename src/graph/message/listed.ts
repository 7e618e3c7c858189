import type { EntryId } from '../../mapi/index.js';
import { messagesAtHand } from '../../subsystem/index.js';
import { graphErrorOf } from '../http/error.js';
import type { Call } from '../http/route.js';
import { type Extras, shownWith } from './expanded.js';
import { fragmentOf, type Shape } from './resource.js';

/**
 * The messages of a list, with what was asked for beside them. Those that are gone meanwhile are left out.
 *
 * @param call the request
 * @param entryIds the messages
 * @param shape how they are shown
 * @param extras what is shown beside them
 * @returns the JSON of each, with a comma before it
 */
export async function listedWith(
  call: Call,
  entryIds: readonly EntryId[],
  shape: Shape,
  extras: Extras | null,
): Promise<readonly Buffer[]> {
  const { box } = call;
  const stored = extras === null ? messagesAtHand(box.drafts) : null;
  const found = stored?.messagesAtHand(entryIds, shape.parts.has('recipients'));
  const fragments: Buffer[] = [];
  for (const [index, entryId] of entryIds.entries()) {
    const message = found?.[index];
    if (message === null) continue;
    const fragment = (message && fragmentOf(box, message, shape)) ?? (await openedAlone(call, entryId, shape, extras));
    if (fragment) fragments.push(fragment);
  }
  return fragments;
}

/**
 * A message of a list that must be opened.
 *
 * @param call the request
 * @param entryId the message
 * @param shape how it is shown
 * @param extras what is shown beside it
 * @returns its JSON, with a comma before it; null when it is gone
 */
export async function openedAlone(
  call: Call,
  entryId: EntryId,
  shape: Shape,
  extras: Extras | null,
): Promise<Buffer | null> {
  try {
    using message = await call.box.openMessage(entryId);
    return Buffer.from(`,${JSON.stringify(await shownWith(call, message, shape, extras))}`);
  } catch (error) {
    if (graphErrorOf(error)?.code === 'ErrorItemNotFound') return null;
    throw error;
  }
}
