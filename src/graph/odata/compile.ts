import {
  and,
  bits,
  compareTo,
  contains,
  eq,
  exists,
  ge,
  lt,
  MSGFLAG_READ,
  MSGFLAG_UNSENT,
  not,
  or,
  PR_BODY_W,
  PR_CLIENT_SUBMIT_TIME,
  PR_CONVERSATION_INDEX,
  PR_CREATION_TIME,
  PR_DISPLAY_NAME_W,
  PR_EMAIL_ADDRESS_W,
  PR_FLAG_STATUS,
  PR_HASATTACH,
  PR_IMPORTANCE,
  PR_INTERNET_MESSAGE_ID_W,
  PR_LAST_MODIFICATION_TIME,
  PR_MESSAGE_DELIVERY_TIME,
  PR_MESSAGE_FLAGS,
  PR_MESSAGE_RECIPIENTS,
  PR_ORIGINATOR_DELIVERY_REPORT_REQUESTED,
  PR_READ_RECEIPT_REQUESTED,
  PR_RECIPIENT_TYPE,
  PR_SENDER_EMAIL_ADDRESS_W,
  PR_SENDER_NAME_W,
  PR_SENT_REPRESENTING_EMAIL_ADDRESS_W,
  PR_SENT_REPRESENTING_NAME_W,
  PR_SUBJECT_W,
  type PropTag,
  PT_UNICODE,
  RELOP_EQ,
  RELOP_GE,
  RELOP_GT,
  RELOP_LE,
  RELOP_LT,
  RELOP_RE,
  type Relop,
  type Restriction,
  singleType,
  sub,
} from '../../mapi/index.js';
import type { NamedTags } from '../mailbox/box.js';
import { readValue } from '../message/extended.js';
import { CONVERSATION } from '../message/fields.js';
import { recipientKinds } from '../message/people.js';
import { fileTimeOf } from '../message/time.js';
import {
  type Comparison,
  type Expression,
  type FunctionCall,
  formatExpression,
  type Literal,
  type Operand,
  type Path,
} from './expression.js';
import { badFilter } from './tokens.js';

/**
 * Compiles the condition of `$filter` to a restriction. What a message lacks is null: it is equal to null alone, and `ne` holds of it.
 *
 * @param expression the condition
 * @param tags the tags that named properties have in the store
 * @param extended the tags of the extended properties in it, by the identifiers that {@link extendedIn} tells; null for one that
 *   no message has
 * @throws {GraphError} `ErrorInvalidUrlQueryFilter` for a property or a comparison that is not supported: nothing is left out
 */
export function restrictionOf(
  expression: Expression,
  tags: NamedTags,
  extended: ExtendedTags = new Map(),
): Restriction {
  switch (expression.kind) {
    case 'and':
      return and(...expression.parts.map((part) => restrictionOf(part, tags, extended)));
    case 'or':
      return or(...expression.parts.map((part) => restrictionOf(part, tags, extended)));
    case 'not':
      return not(restrictionOf(expression.of, tags, extended));
    case 'compare': {
      const { op, left, right } = flipped(expression);
      return comparison(propertyOf(left, expression), op, right, expression);
    }
    case 'in': {
      const property = propertyOf(expression.left, expression);
      return or(...expression.values.map((value) => comparison(property, 'eq', value, expression)));
    }
    case 'value':
      return truth(expression.of, expression);
    case 'lambda':
      return lambda(expression, tags, extended);
  }
}

/** How a property of Graph's is compared. */
type Property =
  | { readonly type: 'text'; readonly tags: readonly PropTag<string>[] }
  | { readonly type: 'time'; readonly tag: PropTag<bigint> }
  | { readonly type: 'boolean'; readonly test: (wanted: boolean) => Restriction }
  | {
      readonly type: 'words';
      readonly tag: PropTag<number>;
      readonly words: readonly string[];
      readonly missing: number;
    }
  | { readonly type: 'conversation' };

/** Of several tags the first that is there counts: the represented user, else the sender. */
const text = (...tags: readonly PropTag<string>[]): Property => ({ type: 'text', tags });
const time = (tag: PropTag<bigint>): Property => ({ type: 'time', tag });
const flag = (bit: number): Property => ({
  type: 'boolean',
  test: (wanted) => bits(PR_MESSAGE_FLAGS, bit, wanted ? 'nez' : 'eqz'),
});
const truthOf = (tag: PropTag<boolean>): Property => ({
  type: 'boolean',
  test: (wanted) => (wanted ? eq(tag, true) : not(eq(tag, true))),
});

const properties: ReadonlyMap<string, Property> = new Map<string, Property>([
  ['subject', text(PR_SUBJECT_W)],
  ['internetMessageId', text(PR_INTERNET_MESSAGE_ID_W)],
  ['body/content', text(PR_BODY_W)],
  ['sender/emailAddress/address', text(PR_SENDER_EMAIL_ADDRESS_W, PR_SENT_REPRESENTING_EMAIL_ADDRESS_W)],
  ['sender/emailAddress/name', text(PR_SENDER_NAME_W, PR_SENT_REPRESENTING_NAME_W)],
  ['from/emailAddress/address', text(PR_SENT_REPRESENTING_EMAIL_ADDRESS_W, PR_SENDER_EMAIL_ADDRESS_W)],
  ['from/emailAddress/name', text(PR_SENT_REPRESENTING_NAME_W, PR_SENDER_NAME_W)],
  ['receivedDateTime', time(PR_MESSAGE_DELIVERY_TIME)],
  ['sentDateTime', time(PR_CLIENT_SUBMIT_TIME)],
  ['createdDateTime', time(PR_CREATION_TIME)],
  ['lastModifiedDateTime', time(PR_LAST_MODIFICATION_TIME)],
  ['isRead', flag(MSGFLAG_READ)],
  ['isDraft', flag(MSGFLAG_UNSENT)],
  ['hasAttachments', truthOf(PR_HASATTACH)],
  ['isReadReceiptRequested', truthOf(PR_READ_RECEIPT_REQUESTED)],
  ['isDeliveryReceiptRequested', truthOf(PR_ORIGINATOR_DELIVERY_REPORT_REQUESTED)],
  ['importance', { type: 'words', tag: PR_IMPORTANCE, words: ['low', 'normal', 'high'], missing: 1 }],
  ['flag/flagStatus', { type: 'words', tag: PR_FLAG_STATUS, words: ['notFlagged', 'complete', 'flagged'], missing: 0 }],
  ['conversationId', { type: 'conversation' }],
]);

/** The property behind a path, or behind a function that changes nothing where case makes no difference. */
function propertyOf(operand: Operand, whole: Expression): Property {
  if (operand.kind === 'path') {
    const found = properties.get(operand.names.join('/'));
    if (found) return found;
    throw badFilter(`The property '${operand.names.join('/')}' can not be filtered by.`);
  }
  if (operand.kind === 'call' && /^to(?:lower|upper)$/.test(operand.name) && operand.args.length === 1) {
    const inner = propertyOf(operand.args[0] as Operand, whole);
    if (inner.type === 'text') return inner;
  }
  throw unsupported(whole);
}

const unsupported = (whole: Expression): Error =>
  badFilter(`The query filter '${formatExpression(whole)}' is not supported.`);

function flipped({ op, left, right }: Expression & { kind: 'compare' }): {
  readonly op: Comparison;
  readonly left: Operand;
  readonly right: Operand;
} {
  return left.kind === 'literal' ? { op: mirrored[op], left: right, right: left } : { op, left, right };
}

const mirrored: Readonly<Record<Comparison, Comparison>> = {
  eq: 'eq',
  ne: 'ne',
  gt: 'lt',
  ge: 'le',
  lt: 'gt',
  le: 'ge',
};

const relops: Readonly<Record<Exclude<Comparison, 'ne'>, Relop>> = {
  eq: RELOP_EQ,
  gt: RELOP_GT,
  ge: RELOP_GE,
  lt: RELOP_LT,
  le: RELOP_LE,
};

function comparison(property: Property, op: Comparison, right: Operand, whole: Expression): Restriction {
  if (right.kind !== 'literal') throw unsupported(whole);
  if (op === 'ne') return not(comparison(property, 'eq', right, whole));
  if (right.type === 'null') return nothing(property, op, whole);
  switch (property.type) {
    case 'text':
      if (right.type !== 'string') throw unsupported(whole);
      return firstOf(property.tags, (tag) => compareTo(relops[op], tag, right.value));
    case 'time':
      return compareTo(relops[op], property.tag, timeIn(right, whole));
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

function firstOf(tags: readonly PropTag<string>[], test: (tag: PropTag<string>) => Restriction): Restriction {
  const [first, second] = tags;
  if (first === undefined) return or();
  return second === undefined ? test(first) : or(test(first), and(not(exists(first)), test(second)));
}

function timeIn(literal: Literal, whole: Expression): bigint {
  if (literal.type !== 'time' && literal.type !== 'string') throw unsupported(whole);
  const date = new Date(
    /T.*(?:Z|[+-]\d\d:?\d\d)$/i.test(literal.value) || !literal.value.includes('T')
      ? literal.value
      : `${literal.value}Z`,
  );
  if (Number.isNaN(date.getTime())) throw unsupported(whole);
  return fileTimeOf(date);
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

/** A condition that is a property of its own, or a function. */
function truth(operand: Operand, whole: Expression): Restriction {
  if (operand.kind === 'path') {
    const property = propertyOf(operand, whole);
    if (property.type !== 'boolean') throw unsupported(whole);
    return property.test(true);
  }
  if (operand.kind === 'literal') {
    if (operand.type !== 'boolean') throw unsupported(whole);
    return operand.value ? and() : or();
  }
  return textFunction(operand, (of) => propertyOf(of, whole), whole);
}

/** `contains`, `startswith` and `endswith`. */
function textFunction(
  { name, args }: FunctionCall,
  propertyIn: (operand: Operand) => Property,
  whole: Expression,
): Restriction {
  const [of, wanted] = args;
  if (of === undefined || args.length !== 2 || wanted?.kind !== 'literal' || wanted.type !== 'string')
    throw unsupported(whole);
  const { value } = wanted;
  const tests: Readonly<Record<string, ((tag: PropTag<string>) => Restriction) | undefined>> = {
    contains: (tag) => contains(tag, value),
    startswith: (tag) => contains(tag, value, { level: 'prefix' }),
    endswith: (tag) => compareTo(RELOP_RE, tag, `${value.replaceAll(/[\\^$.*[\]]/g, String.raw`\$&`)}$`),
  };
  const property = propertyIn(of);
  const test = Object.hasOwn(tests, name) ? tests[name] : undefined;
  // Of a body only the beginning would be looked at.
  if (property.type !== 'text' || test === undefined || (name === 'endswith' && property.tags.includes(PR_BODY_W)))
    throw unsupported(whole);
  return firstOf(property.tags, test);
}

function lambda(expression: Expression & { kind: 'lambda' }, tags: NamedTags, extended: ExtendedTags): Restriction {
  const { path, quantifier, variable, body } = expression;
  if (path.names.length !== 1) throw unsupported(expression);
  const name = path.names[0] as string;
  const kind = recipientKinds.get(name);
  if (kind !== undefined) {
    const own = eq(PR_RECIPIENT_TYPE, kind);
    if (body === null) return sub(PR_MESSAGE_RECIPIENTS, own);
    const inner = inside(body, variable, recipientProperty, expression);
    if (quantifier === 'any') return sub(PR_MESSAGE_RECIPIENTS, and(own, inner));
    return not(sub(PR_MESSAGE_RECIPIENTS, and(own, not(inner))));
  }
  if (name === 'singleValueExtendedProperties' && quantifier === 'any' && body !== null)
    return extendedCondition(body, variable, extended, expression);
  if (name === 'categories' && quantifier === 'any') {
    if (body === null) return exists(tags.categories);
    if (body.kind !== 'compare' || body.op !== 'eq') throw unsupported(expression);
    const { left, right } = flipped(body);
    const isVariable = left.kind === 'path' && left.names.join('/') === variable;
    if (!isVariable || right.kind !== 'literal' || right.type !== 'string') throw unsupported(expression);
    return eq(tags.categories, right.value);
  }
  throw unsupported(expression);
}

/** The tags of extended properties by their identifiers. */
export type ExtendedTags = ReadonlyMap<string, PropTag | null>;

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

const recipientProperty: ReadonlyMap<string, Property> = new Map([
  ['emailAddress/address', text(PR_EMAIL_ADDRESS_W)],
  ['emailAddress/name', text(PR_DISPLAY_NAME_W)],
]);

/** A condition within a lambda: of properties of the variable alone. */
function inside(
  body: Expression,
  variable: string,
  known: ReadonlyMap<string, Property>,
  whole: Expression,
): Restriction {
  switch (body.kind) {
    case 'and':
      return and(...body.parts.map((part) => inside(part, variable, known, whole)));
    case 'or':
      return or(...body.parts.map((part) => inside(part, variable, known, whole)));
    case 'not':
      return not(inside(body.of, variable, known, whole));
    case 'compare': {
      const { op, left, right } = flipped(body);
      return comparison(variableProperty(left, variable, known, whole), op, right, whole);
    }
    case 'value': {
      if (body.of.kind !== 'call') throw unsupported(whole);
      return textFunction(body.of, (of) => variableProperty(of, variable, known, whole), whole);
    }
    case 'in':
    case 'lambda':
      throw unsupported(whole);
  }
}

function variableProperty(
  operand: Operand,
  variable: string,
  known: ReadonlyMap<string, Property>,
  whole: Expression,
): Property {
  if (operand.kind === 'path' && operand.names[0] === variable) {
    const found = known.get((operand as Path).names.slice(1).join('/'));
    if (found) return found;
  }
  throw unsupported(whole);
}
