import { fileTimeOf } from '../../base/index.js';
import {
  and,
  compareTo,
  contains,
  exists,
  ge,
  lt,
  not,
  or,
  PR_BODY_W,
  type PropTag,
  RELOP_RE,
  type Restriction,
  size,
} from '../../mapi/index.js';
import { comparison, dateIn, firstOf, relops } from './comparison.js';
import type { Comparison, Expression, FunctionCall, Literal, Operand } from './expression.js';
import { type Property, type PropertyFinder, type TextProperty, unsupported } from './properties.js';

/** Whether a function is a condition of its own. */
export const isTextFunction = ({ name }: FunctionCall): boolean => /^(?:contains|startswith|endswith)$/.test(name);

/** `contains`, `startswith` and `endswith`: conditions of their own. */
export function textFunction({ name, args }: FunctionCall, find: PropertyFinder, whole: Expression): Restriction {
  const [of, given] = args;
  const wanted = given === undefined ? undefined : folded(given);
  if (of === undefined || args.length !== 2 || wanted?.kind !== 'literal' || wanted.type !== 'string')
    throw unsupported(whole);
  const { value } = wanted;
  const tests: Readonly<Record<string, ((tag: PropTag<string>) => Restriction) | undefined>> = {
    contains: (tag) => contains(tag, value),
    startswith: (tag) => contains(tag, value, { level: 'prefix' }),
    endswith: (tag) => compareTo(RELOP_RE, tag, `${value.replaceAll(/[\\^$.*[\]]/g, String.raw`\$&`)}$`),
  };
  const property = textIn(find(of), whole);
  const test = Object.hasOwn(tests, name) ? tests[name] : undefined;
  // Of a body only the beginning would be looked at.
  if (test === undefined || (name === 'endswith' && property.tags.includes(PR_BODY_W))) throw unsupported(whole);
  return firstOf(property.tags, test);
}

/**
 * Compares a property, or what a function makes of it, with a constant.
 *
 * @throws {GraphError} `ErrorInvalidUrlQueryFilter` for what can't be compared like this
 */
export function compared(
  left: Operand,
  op: Comparison,
  right: Operand,
  find: PropertyFinder,
  whole: Expression,
): Restriction {
  const constant = folded(right);
  if (constant.kind !== 'literal') throw unsupported(whole);
  if (left.kind === 'call' && Object.hasOwn(functions, left.name)) {
    const made = functions[left.name]?.(left.args, find, whole);
    if (!made) throw unsupported(whole);
    return op === 'ne' ? not(made('eq', constant)) : made(op, constant);
  }
  return comparison(find(left), op, constant, whole);
}

type Made = (op: Exclude<Comparison, 'ne'>, right: Literal) => Restriction;
type Maker = (args: readonly Operand[], find: PropertyFinder, whole: Expression) => Made;

/** Functions whose result a restriction can compare. */
const functions: Readonly<Record<string, Maker | undefined>> = {
  length: (args, find, whole) => {
    const [of] = demandArguments(args, 1, whole);
    const { tags } = textIn(find(of as Operand), whole);
    // What a body takes in the store is not how long it is.
    if (tags.includes(PR_BODY_W)) throw unsupported(whole);
    // MAPI counts two bytes for each character and for the zero at the end.
    return (op, right) => firstOf(tags, (tag) => size(tag, relops[op], (wholeNumber(right, whole) + 1) * 2));
  },
  indexof: (args, find, whole) => {
    const [of, given] = demandArguments(args, 2, whole);
    const { tags } = textIn(find(of as Operand), whole);
    const part = folded(given as Operand);
    if (part.kind !== 'literal' || part.type !== 'string') throw unsupported(whole);
    return (op, right) => firstOf(tags, (tag) => position(tag, part.value, op, wholeNumber(right, whole), whole));
  },
  date: (args, find, whole) => {
    const tag = timeOf(args, find, whole);
    return (op, right) => {
      const begin = new Date(dateIn(right, whole).toISOString().slice(0, 10));
      return period(tag, op, begin, new Date(begin.getTime() + 86_400_000));
    };
  },
  year: (args, find, whole) => {
    const tag = timeOf(args, find, whole);
    return (op, right) => {
      const year = wholeNumber(right, whole);
      if (year < 1601 || year > 9999) throw unsupported(whole);
      return period(tag, op, new Date(Date.UTC(year, 0)), new Date(Date.UTC(year + 1, 0)));
    };
  },
};

/** Where a text is within another one: whether it is there, and whether it is at the beginning. */
function position(tag: PropTag<string>, part: string, op: Comparison, at: number, whole: Expression): Restriction {
  const somewhere = contains(tag, part);
  const nowhere = and(exists(tag), not(somewhere));
  const first = contains(tag, part, { level: 'prefix' });
  switch (`${op} ${at}`) {
    case 'eq -1':
    case 'lt 0':
    case 'le -1':
      return nowhere;
    case 'ge 0':
    case 'gt -1':
      return somewhere;
    case 'eq 0':
      return first;
    case 'gt 0':
    case 'ge 1':
      return and(somewhere, not(first));
    case 'le 0':
    case 'lt 1':
      return or(nowhere, first);
    default:
      throw unsupported(whole);
  }
}

function period(tag: PropTag<bigint>, op: Exclude<Comparison, 'ne'>, begin: Date, end: Date): Restriction {
  const [first, next] = [fileTimeOf(begin), fileTimeOf(end)];
  switch (op) {
    case 'eq':
      return and(ge(tag, first), lt(tag, next));
    case 'lt':
      return lt(tag, first);
    case 'le':
      return lt(tag, next);
    case 'gt':
      return ge(tag, next);
    case 'ge':
      return ge(tag, first);
  }
}

/**
 * The constant that an operand is, where it has no properties: `now()`, `tolower('X')`, `concat('a','b')`, `date(now())`. Others stay as
 * they are.
 */
export function folded(operand: Operand): Operand {
  if (operand.kind !== 'call') return operand;
  const args = operand.args.map(folded);
  const texts = args.flatMap((each) => (each.kind === 'literal' && each.type === 'string' ? [each.value] : []));
  const [first, second] = texts;
  const string = (value: string): Literal => ({ kind: 'literal', type: 'string', value });
  if (operand.name === 'now' && args.length === 0)
    return { kind: 'literal', type: 'time', value: new Date().toISOString() };
  const [time] = args;
  if (operand.name === 'date' && args.length === 1 && time?.kind === 'literal' && time.type === 'time')
    return { ...time, value: time.value.slice(0, 10) };
  if (first === undefined || texts.length !== args.length) return { ...operand, args };
  if (operand.name === 'tolower' && args.length === 1) return string(first.toLowerCase());
  if (operand.name === 'toupper' && args.length === 1) return string(first.toUpperCase());
  if (operand.name === 'trim' && args.length === 1) return string(first.trim());
  if (operand.name === 'concat' && second !== undefined && args.length === 2) return string(first + second);
  return { ...operand, args };
}

function demandArguments(args: readonly Operand[], count: number, whole: Expression): readonly Operand[] {
  if (args.length !== count) throw unsupported(whole);
  return args;
}

function textIn(property: Property, whole: Expression): TextProperty {
  if (property.type !== 'text') throw unsupported(whole);
  return property;
}

/** The time that a function looks at. */
export function timeOf(args: readonly Operand[], find: PropertyFinder, whole: Expression): PropTag<bigint> {
  const property = find(demandArguments(args, 1, whole)[0] as Operand);
  if (property.type !== 'time') throw unsupported(whole);
  return property.tag;
}

/** The whole number that a constant is. */
export function wholeNumber(literal: Literal, whole: Expression): number {
  if (literal.type !== 'number' || !/^-?\d{1,9}$/.test(literal.value)) throw unsupported(whole);
  return Number(literal.value);
}
