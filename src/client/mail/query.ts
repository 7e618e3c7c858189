import { fileTimeOf, msOf } from '../../base/index.js';
import { ComError } from '../../com/index.js';
import {
  and,
  ascend,
  bits,
  compareTo,
  contains,
  descend,
  eq,
  type FileTime,
  MAPI_E_INVALID_PARAMETER,
  MSGFLAG_HASATTACH,
  MSGFLAG_READ,
  not,
  or,
  PR_BODY_W,
  PR_CLIENT_SUBMIT_TIME,
  PR_DISPLAY_TO_W,
  PR_IMPORTANCE,
  PR_MESSAGE_CLASS_W,
  PR_MESSAGE_DELIVERY_TIME,
  PR_MESSAGE_FLAGS,
  PR_MESSAGE_SIZE,
  PR_SENDER_EMAIL_ADDRESS_W,
  PR_SENDER_NAME_W,
  PR_SUBJECT_W,
  type PropTag,
  RELOP_GE,
  RELOP_LE,
  RELOP_LT,
  type Restriction,
  type SSortOrderSet,
  sortBy,
} from '../../mapi/index.js';

/** What a text must be: a string is one that it contains. Case makes no difference. */
export type TextMatch =
  | string
  | { readonly contains: string }
  | { readonly startsWith: string }
  | { readonly equals: string };

/** When something must have happened. */
export interface TimeMatch {
  /** Then or later. */
  readonly since?: Date;
  /** Earlier than that. */
  readonly before?: Date;
}

/** What messages must be like; all that is said must hold. */
export interface MessageWhere {
  /** Not read yet. */
  readonly unread?: boolean;
  readonly subject?: TextMatch;
  /** Name or address of the sender. */
  readonly from?: TextMatch;
  /** The names of the recipients in To. */
  readonly to?: TextMatch;
  /** The plain text. */
  readonly text?: TextMatch;
  /** When it came. */
  readonly received?: TimeMatch;
  /** When it was submitted. */
  readonly sent?: TimeMatch;
  readonly hasAttachments?: boolean;
  readonly importance?: 'low' | 'normal' | 'high';
  /** The message class, such as `IPM.Note`. */
  readonly class?: TextMatch;
  /** Bytes. */
  readonly size?: { readonly atLeast?: number; readonly atMost?: number };
  /** One of these holds, too. */
  readonly anyOf?: readonly MessageWhere[];
  /** This does not hold. */
  readonly not?: MessageWhere;
  /** Any other condition, one register below. */
  readonly restriction?: Restriction;
}

/** What messages are ordered by; the first key counts most. */
export type MessageOrder = Readonly<Partial<Record<OrderKey, 'asc' | 'desc'>>>;

/** What messages can be ordered by. */
export type OrderKey = 'received' | 'sent' | 'subject' | 'from' | 'to' | 'size' | 'importance';

/** Which messages, in which order, and how many. */
export interface MessageQuery {
  readonly where?: MessageWhere;
  readonly orderBy?: MessageOrder;
  /** At most so many. */
  readonly limit?: number;
}

const orderTags: Readonly<Record<OrderKey, PropTag>> = {
  received: PR_MESSAGE_DELIVERY_TIME,
  sent: PR_CLIENT_SUBMIT_TIME,
  subject: PR_SUBJECT_W,
  from: PR_SENDER_NAME_W,
  to: PR_DISPLAY_TO_W,
  size: PR_MESSAGE_SIZE,
  importance: PR_IMPORTANCE,
};

const importances: readonly string[] = ['low', 'normal', 'high'];

/**
 * The restriction that says the same as `where`.
 *
 * @throws {ComError} `MAPI_E_INVALID_PARAMETER` for a condition that there is not
 */
export function restrictionOf(where: MessageWhere): Restriction {
  requireKeys('where', where, whereKeys);
  const parts: Restriction[] = [];
  const add = <T>(value: T | undefined, make: (value: T) => Restriction): void => {
    if (value !== undefined) parts.push(make(value));
  };
  add(where.unread, (unread) => bits(PR_MESSAGE_FLAGS, MSGFLAG_READ, unread ? 'eqz' : 'nez'));
  add(where.hasAttachments, (has) => bits(PR_MESSAGE_FLAGS, MSGFLAG_HASATTACH, has ? 'nez' : 'eqz'));
  add(where.subject, (match) => textRestriction(PR_SUBJECT_W, match));
  add(where.from, (match) =>
    or(textRestriction(PR_SENDER_NAME_W, match), textRestriction(PR_SENDER_EMAIL_ADDRESS_W, match)),
  );
  add(where.to, (match) => textRestriction(PR_DISPLAY_TO_W, match));
  add(where.text, (match) => textRestriction(PR_BODY_W, match));
  add(where.class, (match) => textRestriction(PR_MESSAGE_CLASS_W, match));
  add(where.received, (match) => timeRestriction(PR_MESSAGE_DELIVERY_TIME, match));
  add(where.sent, (match) => timeRestriction(PR_CLIENT_SUBMIT_TIME, match));
  add(where.importance, (value) => {
    const importance = importances.indexOf(value);
    if (importance < 0) throw wrong(`importance is ${importances.join(', ')}`);
    return eq(PR_IMPORTANCE, importance);
  });
  if (where.size !== undefined) requireKeys('size', where.size, ['atLeast', 'atMost']);
  add(where.size?.atLeast, (bytes) => compareTo(RELOP_GE, PR_MESSAGE_SIZE, bytes));
  add(where.size?.atMost, (bytes) => compareTo(RELOP_LE, PR_MESSAGE_SIZE, bytes));
  add(where.anyOf, (choices) => or(...choices.map(restrictionOf)));
  add(where.not, (other) => not(restrictionOf(other)));
  add(where.restriction, (restriction) => restriction);
  return parts.length === 1 ? (parts[0] as Restriction) : and(...parts);
}

/**
 * The sort order that says the same as `orderBy`.
 *
 * @throws {ComError} `MAPI_E_INVALID_PARAMETER` for what messages can't be ordered by
 */
export function sortOrderOf(order: MessageOrder): SSortOrderSet {
  requireKeys('orderBy', order, Object.keys(orderTags));
  return sortBy(
    ...Object.entries(order).map(([key, way]) => {
      const tag = orderTags[key as OrderKey];
      if (way === 'desc') return descend(tag);
      if (way === 'asc') return ascend(tag);
      throw wrong(`orderBy.${key} is asc or desc`);
    }),
  );
}

/**
 * How many messages at most.
 *
 * @throws {ComError} `MAPI_E_INVALID_PARAMETER` for what is no whole number
 */
export function limitOf({ limit }: MessageQuery): number {
  if (limit === undefined) return Number.POSITIVE_INFINITY;
  if (!Number.isInteger(limit) && limit !== Number.POSITIVE_INFINITY) throw wrong('limit is a whole number');
  return limit;
}

const whereKeys = Object.keys({
  unread: true,
  subject: true,
  from: true,
  to: true,
  text: true,
  received: true,
  sent: true,
  hasAttachments: true,
  importance: true,
  class: true,
  size: true,
  anyOf: true,
  not: true,
  restriction: true,
} satisfies Readonly<Record<keyof MessageWhere, true>>);

const wrong = (words: string): ComError => new ComError(MAPI_E_INVALID_PARAMETER, words);

// A condition that is not understood must not be left out: it would match what it was to keep out.
function requireKeys(name: string, given: unknown, known: readonly string[]): void {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) throw wrong(`${name} is an object`);
  const strange = Object.keys(given).find((key) => !known.includes(key));
  if (strange !== undefined) throw wrong(`${name}.${strange} is nothing to ask for; there are ${known.join(', ')}`);
}

function textRestriction(tag: PropTag<string>, match: TextMatch): Restriction {
  if (typeof match === 'string') return contains(tag, match);
  const [text] = Object.values(match ?? {});
  const isMatch = typeof match === 'object' && typeof text === 'string' && Object.keys(match).length === 1;
  if (!isMatch || !['contains', 'startsWith', 'equals'].some((key) => key in match))
    throw wrong('a text is compared with a text, or by one of contains, startsWith, equals');
  if ('contains' in match) return contains(tag, match.contains);
  if ('startsWith' in match) return contains(tag, match.startsWith, { level: 'prefix' });
  return contains(tag, match.equals, { level: 'full' });
}

function timeRestriction(tag: PropTag<FileTime>, match: TimeMatch): Restriction {
  requireKeys('a time', match, ['since', 'before']);
  const { since, before } = match;
  for (const time of [since, before])
    if (time !== undefined && !(time instanceof Date && Number.isFinite(time.getTime())))
      throw wrong('a time is compared with a valid Date: since, before');
  return and(
    ...(since === undefined ? [] : [compareTo(RELOP_GE, tag, fileTimeOf(since))]),
    ...(before === undefined ? [] : [compareTo(RELOP_LT, tag, fileTimeOf(before))]),
  );
}

/** A time as JavaScript counts it; null for none. */
export const dateOf = (time: FileTime | null): Date | null => (time === null ? null : new Date(msOf(time)));
