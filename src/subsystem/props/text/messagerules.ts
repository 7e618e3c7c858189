import {
  type FileTime,
  MAPI_E_COMPUTED,
  PR_CONVERSATION_INDEX,
  PR_CONVERSATION_TOPIC,
  PR_NORMALIZED_SUBJECT,
  PR_SUBJECT,
  PR_SUBJECT_PREFIX,
  type PropTag,
  type PropValue,
  prop,
  propId,
} from '../../../mapi/index.js';
import type { Awaitable } from '../awaitable.js';
import { type Derived, type PropRules, type PropView, propRules } from '../rules.js';
import { bodyRules, staleBodies } from './bodyrules.js';
import { createConversationIndex } from './conversation.js';
import { subjectParts } from './subject.js';

/**
 * What a message knows of its texts: bodies in step, PR_NORMALIZED_SUBJECT always that of the subject as it is now.
 * @spec pidtagnormalizedsubject-canonical-property
 */
export const messageRules: PropRules = new Map([
  ...bodyRules,
  ...propRules({
    tag: PR_NORMALIZED_SUBJECT,
    refuse: MAPI_E_COMPUTED,
    compute: async (view) => (await partsOf(view))?.normalized ?? null,
    listed: (view) => view.has(propId(PR_SUBJECT)),
  }),
]);

/**
 * What follows from the texts of a message when it is saved: PR_SUBJECT_PREFIX and PR_NORMALIZED_SUBJECT, the topic and the index
 * of the conversation where they are missing, stale forms of the body gone.
 *
 * @param view the message
 * @param now the time, for a new conversation index
 * @returns what to write and what to remove
 */
export function deriveMessage(view: PropView, now: FileTime): Awaitable<Derived> {
  // Of most messages all that is asked for is at hand: nothing waits then.
  const stale = staleBodies(view);
  const subject = view.load(PR_SUBJECT);
  const prefix = view.load(PR_SUBJECT_PREFIX);
  if (!(stale instanceof Promise || subject instanceof Promise || prefix instanceof Promise))
    return derived(view, now, { stale, subject, prefix });
  return Promise.all([stale, subject, prefix]).then((found) =>
    derived(view, now, { stale: found[0], subject: found[1], prefix: found[2] }),
  );
}

interface Found {
  readonly stale: readonly PropTag[];
  readonly subject: string | null;
  readonly prefix: string | null;
}

function derived(view: PropView, now: FileTime, { stale, subject, prefix }: Found): Derived {
  const set: PropValue[] = [];
  const remove: PropTag[] = stale.length > 0 ? [...stale] : [];
  if (subject !== null) {
    const parts = subjectParts(subject, prefix);
    set.push(prop(PR_NORMALIZED_SUBJECT, parts.normalized));
    if (parts.prefix !== '') set.push(prop(PR_SUBJECT_PREFIX, parts.prefix));
    else if (prefix) remove.push(PR_SUBJECT_PREFIX);
    if (!view.has(propId(PR_CONVERSATION_TOPIC))) set.push(prop(PR_CONVERSATION_TOPIC, parts.normalized));
  } else if (view.has(propId(PR_NORMALIZED_SUBJECT))) remove.push(PR_NORMALIZED_SUBJECT, PR_SUBJECT_PREFIX);
  if (!view.has(propId(PR_CONVERSATION_INDEX)))
    set.push(prop(PR_CONVERSATION_INDEX, createConversationIndex(null, { now })));
  return { set, remove };
}

// A prefix that was not set together with the subject is that of an older subject, unless it still fits.
async function partsOf(view: PropView): Promise<ReturnType<typeof subjectParts> | null> {
  const subject = await view.load(PR_SUBJECT);
  return subject === null ? null : subjectParts(subject, await view.load(PR_SUBJECT_PREFIX));
}
