import {
  and,
  compareTo,
  contains,
  eq,
  exists,
  not,
  or,
  PR_MESSAGE_RECIPIENTS,
  PR_RECIPIENT_TYPE,
  type PropTag,
  PT_UNICODE,
  RELOP_EQ,
  type Restriction,
  singleType,
  sub,
} from '../../mapi/index.js';
import type { NamedTags } from '../mailbox/box.js';
import { readValue } from '../message/extended.js';
import { recipientKinds } from '../message/people.js';
import { flipped, relops } from './comparison.js';
import type { Expression, Operand } from './expression.js';
import { compared, folded, textFunction } from './functions.js';
import { ofRecipients, type PropertyFinder, text, unsupported } from './properties.js';

/** The tags of extended properties by their identifiers. */
export type ExtendedTags = ReadonlyMap<string, PropTag | null>;

type Lambda = Expression & { readonly kind: 'lambda' };

/** A condition on the members of a collection: recipients, categories, extended properties. */
export function lambda(expression: Lambda, tags: NamedTags, extended: ExtendedTags): Restriction {
  const { path, quantifier, variable, body } = expression;
  const name = path.names.join('/');
  const kind = recipientKinds.get(name);
  if (kind !== undefined) {
    const own = eq(PR_RECIPIENT_TYPE, kind);
    if (body === null) return sub(PR_MESSAGE_RECIPIENTS, own);
    const inner = plainCondition(body, ofRecipients(variable, expression), expression);
    if (quantifier === 'any') return sub(PR_MESSAGE_RECIPIENTS, and(own, inner));
    return not(sub(PR_MESSAGE_RECIPIENTS, and(own, not(inner))));
  }
  if (quantifier !== 'any') throw unsupported(expression);
  if (name === 'singleValueExtendedProperties' && body !== null)
    return extendedCondition(body, variable, extended, expression);
  if (name === 'categories')
    return body === null ? exists(tags.categories) : oneOfMany(body, variable, tags.categories, expression);
  throw unsupported(expression);
}

/**
 * A condition on the properties that are found, and on nothing around them.
 *
 * @param body the condition
 * @param find finds the properties
 * @param whole what an error speaks of
 */
export function plainCondition(body: Expression, find: PropertyFinder, whole: Expression): Restriction {
  switch (body.kind) {
    case 'and':
      return and(...body.parts.map((part) => plainCondition(part, find, whole)));
    case 'or':
      return or(...body.parts.map((part) => plainCondition(part, find, whole)));
    case 'not':
      return not(plainCondition(body.of, find, whole));
    case 'compare': {
      const { op, left, right } = flipped(body);
      return compared(left, op, right, find, whole);
    }
    case 'in':
      return or(...body.values.map((value) => compared(body.left, 'eq', value, find, whole)));
    case 'value':
      if (body.of.kind !== 'call') throw unsupported(whole);
      return textFunction(body.of, find, whole);
    case 'lambda':
      throw unsupported(whole);
  }
}

/**
 * A condition that one value of many must meet. MAPI asks each condition of any value, so that what two conditions ask of the same value,
 * and what no value may be, can't be said.
 */
function oneOfMany(
  body: Expression,
  variable: string,
  tag: PropTag<readonly string[]>,
  whole: Expression,
): Restriction {
  const isVariable = (operand: Operand | undefined): boolean =>
    operand?.kind === 'path' && operand.names.join('/') === variable;
  const wordIn = (operand: Operand | undefined): string => {
    const constant = operand === undefined ? undefined : folded(operand);
    if (constant?.kind !== 'literal' || constant.type !== 'string') throw unsupported(whole);
    return constant.value;
  };
  if (body.kind === 'or') return or(...body.parts.map((part) => oneOfMany(part, variable, tag, whole)));
  if (body.kind === 'in' && isVariable(body.left)) return or(...body.values.map((value) => eq(tag, wordIn(value))));
  if (body.kind === 'compare') {
    const { op, left, right } = flipped(body);
    const bare = left.kind === 'call' && /^to(?:lower|upper)$/.test(left.name) ? left.args[0] : left;
    if (op === 'eq' && isVariable(bare)) return eq(tag, wordIn(right));
  }
  if (body.kind === 'value' && body.of.kind === 'call' && body.of.args.length === 2 && isVariable(body.of.args[0])) {
    const wanted = wordIn(body.of.args[1]);
    if (body.of.name === 'contains') return contains(tag, wanted);
    if (body.of.name === 'startswith') return contains(tag, wanted, { level: 'prefix' });
  }
  throw unsupported(whole);
}

/** The condition on an extended property: which it is, and with `and` what its value is like. */
function extendedCondition(body: Expression, variable: string, extended: ExtendedTags, whole: Expression): Restriction {
  const parts = body.kind === 'and' ? body.parts : [body];
  const [id, ...more] = parts.flatMap((part) => idIn(part, variable));
  const values = parts.filter((part) => idIn(part, variable).length === 0);
  if (id === undefined || more.length > 0) throw unsupported(whole);
  const tag = extended.get(id) ?? null;
  // What has no name in the store is in no message of it.
  if (tag === null) return or();
  const isValue = (operand: Operand): boolean =>
    operand.kind === 'path' && operand.names.join('/') === `${variable}/value`;
  const conditions = values.map((part) => {
    if (part.kind === 'value' && part.of.kind === 'call') {
      if (singleType(tag) !== PT_UNICODE) throw unsupported(whole);
      const property = text(tag as PropTag<string>);
      return textFunction(
        part.of,
        (of) => {
          if (!isValue(of)) throw unsupported(whole);
          return property;
        },
        whole,
      );
    }
    if (part.kind !== 'compare') throw unsupported(whole);
    const { op, left, right } = flipped(part);
    // Values are texts in Graph; one that is compared as a number or a time is cast.
    const cast = left.kind === 'call' && left.name === 'cast' && left.args.length === 2;
    if (!isValue(cast ? (left.args[0] as Operand) : left) || right.kind !== 'literal') throw unsupported(whole);
    if (right.value === null) {
      if (op === 'eq') return not(exists(tag));
      if (op === 'ne') return exists(tag);
      throw unsupported(whole);
    }
    const value = readValue(singleType(tag), String(right.value));
    const is = compareTo(op === 'ne' ? RELOP_EQ : relops[op], tag, value);
    return op === 'ne' ? not(is) : is;
  });
  return and(exists(tag), ...conditions);
}

/** The identifier that a condition asks for. */
function idIn(expression: Expression, variable: string): readonly string[] {
  if (expression.kind !== 'compare' || expression.op !== 'eq') return [];
  const { left, right } = flipped(expression);
  const named = left.kind === 'path' && left.names.join('/') === `${variable}/id`;
  return named && right.kind === 'literal' && right.type === 'string' ? [right.value] : [];
}

/**
 * The identifiers of the extended properties that a condition asks for.
 *
 * @param expression the condition
 */
export function extendedIn(expression: Expression): readonly string[] {
  switch (expression.kind) {
    case 'and':
    case 'or':
      return expression.parts.flatMap(extendedIn);
    case 'not':
      return extendedIn(expression.of);
    case 'lambda': {
      const { path, variable, body } = expression;
      if (path.names.join('/') !== 'singleValueExtendedProperties' || body === null) return [];
      return (body.kind === 'and' ? body.parts : [body]).flatMap((part) => idIn(part, variable));
    }
    case 'compare':
    case 'in':
    case 'value':
      return [];
  }
}
