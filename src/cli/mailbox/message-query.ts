import {
  and,
  ascend,
  bits,
  contains,
  descend,
  exists,
  type FileTime,
  ge,
  lt,
  MSGFLAG_HASATTACH,
  MSGFLAG_READ,
  not,
  or,
  PR_BODY_W,
  PR_CLIENT_SUBMIT_TIME,
  PR_CREATION_TIME,
  PR_DISPLAY_CC_W,
  PR_DISPLAY_TO_W,
  PR_MESSAGE_DELIVERY_TIME,
  PR_MESSAGE_FLAGS,
  PR_MESSAGE_SIZE,
  PR_NORMALIZED_SUBJECT_W,
  PR_SENDER_EMAIL_ADDRESS_W,
  PR_SENDER_NAME_W,
  PR_SENT_REPRESENTING_NAME_W,
  PR_SUBJECT_W,
  type PropTag,
  type Restriction,
  type SSortOrder,
  type SSortOrderSet,
  sortBy,
} from '../../mapi/index.js';
import { UsageError } from '../io.js';
import { readTime } from './time.js';

/** What a person looks for with `message ls`. */
export interface MessageQueryOptions {
  readonly unread?: boolean;
  readonly attachments?: boolean;
  readonly from?: string;
  readonly to?: string;
  readonly subject?: string;
  readonly text?: string;
  readonly since?: string;
  readonly before?: string;
}

/**
 * The restriction that says the same as the options.
 *
 * @param options what was typed
 * @returns null for every message
 * @throws {UsageError} for a time that is none
 */
export function restrictionOf(options: MessageQueryOptions): Restriction | null {
  const { from, to, subject, text, since, before } = options;
  const parts: Restriction[] = [];
  if (options.unread) parts.push(bits(PR_MESSAGE_FLAGS, MSGFLAG_READ, 'eqz'));
  if (options.attachments) parts.push(bits(PR_MESSAGE_FLAGS, MSGFLAG_HASATTACH, 'nez'));
  if (from !== undefined) parts.push(anyContains(senders, from, '--from'));
  if (to !== undefined) parts.push(anyContains([PR_DISPLAY_TO_W, PR_DISPLAY_CC_W], to, '--to'));
  if (subject !== undefined) parts.push(anyContains([PR_SUBJECT_W], subject, '--subject'));
  if (text !== undefined) parts.push(anyContains([PR_SUBJECT_W, PR_BODY_W], text, '--text'));
  if (since !== undefined) parts.push(dated((tag, time) => ge(tag, time), readTime(since, '--since')));
  if (before !== undefined) parts.push(dated((tag, time) => lt(tag, time), readTime(before, '--before')));
  return parts.length === 0 ? null : parts.length === 1 ? (parts[0] ?? null) : and(...parts);
}

const senders = [PR_SENDER_NAME_W, PR_SENT_REPRESENTING_NAME_W, PR_SENDER_EMAIL_ADDRESS_W];

function anyContains(tags: readonly PropTag<string>[], text: string, option: string): Restriction {
  if (text === '') throw new UsageError(`${option} is empty: write what to look for.`);
  const [first, ...others] = tags.map((tag) => contains(tag, text));
  return others.length === 0 ? (first as Restriction) : or(first as Restriction, ...others);
}

/** When it came; for what never came when it was sent; for what was not even sent when it was written. */
export const dates: readonly PropTag<FileTime>[] = [PR_MESSAGE_DELIVERY_TIME, PR_CLIENT_SUBMIT_TIME, PR_CREATION_TIME];

function dated(compare: (tag: PropTag<FileTime>, time: FileTime) => Restriction, time: FileTime): Restriction {
  const [came, sent, written] = dates as readonly [PropTag<FileTime>, PropTag<FileTime>, PropTag<FileTime>];
  const unsent = and(not(exists(sent)), compare(written, time));
  return or(compare(came, time), and(not(exists(came)), or(compare(sent, time), unsent)));
}

/** What messages can be sorted by: the columns, and whether a person wants the largest first. */
const orders: Readonly<Record<string, { readonly tags: readonly PropTag[]; readonly largestFirst: boolean }>> = {
  date: { tags: dates, largestFirst: true },
  size: { tags: [PR_MESSAGE_SIZE], largestFirst: true },
  subject: { tags: [PR_NORMALIZED_SUBJECT_W], largestFirst: false },
  from: { tags: [PR_SENDER_NAME_W], largestFirst: false },
};

/** The words that `--sort` knows. */
export const sortWords: readonly string[] = Object.keys(orders);

/**
 * The sort order of a word.
 *
 * @param word one of {@link sortWords}
 * @param reverse the other way round
 * @throws {UsageError} for another word
 */
export function sortOrderOf(word: string, reverse: boolean): SSortOrderSet {
  const order = Object.hasOwn(orders, word) ? orders[word] : undefined;
  if (!order) throw new UsageError(`--sort ${word} is not known: ${sortWords.join(', ')}.`);
  const one = (tag: PropTag): SSortOrder => (order.largestFirst === reverse ? ascend(tag) : descend(tag));
  const byDate = word === 'date' ? [] : dates.map((tag) => descend(tag));
  return sortBy(...order.tags.map(one), ...byDate);
}
