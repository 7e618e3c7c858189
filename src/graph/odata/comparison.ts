import { fileTimeOf } from '../../base/index.js';
import {
  and,
  compareTo,
  eq,
  exists,
  ge,
  lt,
  not,
  or,
  PR_CONVERSATION_INDEX,
  type PropTag,
  RELOP_EQ,
  RELOP_GE,
  RELOP_GT,
  RELOP_LE,
  RELOP_LT,
  type Relop,
  type Restriction,
} from '../../mapi/index.js';
import { CONVERSATION } from '../message/fields.js';
import type { Comparison, Expression, Literal, Operand } from './expression.js';
import { type Property, unsupported } from './properties.js';

/** The relations of MAPI; `ne` is the negation of `eq`, so that it holds of what is missing. */
export const relops: Readonly<Record<Exclude<Comparison, 'ne'>, Relop>> = {
  eq: RELOP_EQ,
  gt: RELOP_GT,
  ge: RELOP_GE,
  lt: RELOP_LT,
  le: RELOP_LE,
};

/** A comparison with its constant on the right. */
export interface Compared {
  readonly op: Comparison;
  readonly left: Operand;
  readonly right: Operand;
}

/** Turns a comparison around whose constant stands on the left. */
export const flipped = ({ op, left, right }: Compared): Compared =>
  left.kind === 'literal' && right.kind !== 'literal'
    ? { op: mirrored[op], left: right, right: left }
    : { op, left, right };

const mirrored: Readonly<Record<Comparison, Comparison>> = {
  eq: 'eq',
  ne: 'ne',
  gt: 'lt',
  ge: 'le',
  lt: 'gt',
  le: 'ge',
};

/**
 * Compares a property with a constant. What is missing is null: equal to null alone, and unequal to all else.
 *
 * @throws {GraphError} `ErrorInvalidUrlQueryFilter` for a constant of another type, or a relation that the property has not
 */
export function comparison(property: Property, op: Comparison, right: Literal, whole: Expression): Restriction {
  if (op === 'ne') return not(comparison(property, 'eq', right, whole));
  if (right.type === 'null') return nothing(property, op, whole);
  switch (property.type) {
    case 'text':
      if (right.type !== 'string') throw unsupported(whole);
      return firstOf(property.tags, (tag) => compareTo(relops[op], tag, right.value));
    case 'time':
      return compareTo(relops[op], property.tag, fileTimeOf(dateIn(right, whole)));
    case 'number':
      if (right.type !== 'number' || !/^-?\d{1,9}$/.test(right.value)) throw unsupported(whole);
      return compareTo(relops[op], property.tag, Number(right.value));
    case 'boolean':
      if (right.type !== 'boolean' || op !== 'eq') throw unsupported(whole);
      return property.test(right.value);
    case 'words': {
      const at = right.type === 'string' ? property.words.indexOf(right.value) : -1;
      if (at < 0 || op !== 'eq') throw unsupported(whole);
      const is = eq(property.tag, at);
      return at === property.missing ? or(is, not(exists(property.tag))) : is;
    }
    case 'conversation':
      if (right.type !== 'string' || op !== 'eq') throw unsupported(whole);
      return conversation(right.value);
  }
}

/** Whether a property is missing. */
function nothing(property: Property, op: Comparison, whole: Expression): Restriction {
  if (op !== 'eq') throw unsupported(whole);
  if (property.type === 'time') return not(exists(property.tag));
  if (property.type === 'text') return and(...property.tags.map((tag) => not(exists(tag))));
  throw unsupported(whole);
}

/** A condition on the first of some texts that is there. */
export function firstOf(tags: readonly PropTag<string>[], test: (tag: PropTag<string>) => Restriction): Restriction {
  const [first, second] = tags;
  if (first === undefined) return or();
  return second === undefined ? test(first) : or(test(first), and(not(exists(first)), test(second)));
}

/** The time that a constant is. */
export function dateIn(literal: Literal, whole: Expression): Date {
  if (literal.type !== 'time' && literal.type !== 'string') throw unsupported(whole);
  const date = new Date(
    /T.*(?:Z|[+-]\d\d:?\d\d)$/i.test(literal.value) || !literal.value.includes('T')
      ? literal.value
      : `${literal.value}Z`,
  );
  if (Number.isNaN(date.getTime())) throw unsupported(whole);
  return date;
}

/** All messages of a conversation have the same beginning of their index, so that they stand together in its order. */
function conversation(id: string): Restriction {
  const from = Buffer.from(id, 'base64url');
  if (from.length !== CONVERSATION) return or();
  const to = Buffer.from(from);
  let at = to.length - 1;
  while (at > 0 && to[at] === 0xff) to[at--] = 0;
  to[at] = (to[at] as number) + 1;
  return and(ge(PR_CONVERSATION_INDEX, new Uint8Array(from)), lt(PR_CONVERSATION_INDEX, new Uint8Array(to)));
}
