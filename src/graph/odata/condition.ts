import { msOf } from '../../base/index.js';
import {
  compileRestriction,
  type PropTag,
  partsOf,
  propertiesOf,
  type Restriction,
  type RowTest,
} from '../../mapi/index.js';
import type { NamedTags } from '../mailbox/box.js';
import type { ExtendedTags } from './collections.js';
import { flipped } from './comparison.js';
import { restrictionOf } from './compile.js';
import type { Comparison, Expression, FunctionCall, Literal } from './expression.js';
import { folded, timeOf, wholeNumber } from './functions.js';
import { ofMessages, type PropertyFinder, unsupported } from './properties.js';

/** What messages must be like. */
export interface Condition {
  /** What the table is asked for; null for all. */
  readonly restriction: Restriction | null;
  /** What each of its rows must pass besides, where a restriction can't say it; null when that is nothing. */
  readonly rows: RowCondition | null;
}

/** A test of rows, and the columns that it looks at. */
export interface RowCondition {
  readonly test: RowTest;
  readonly columns: readonly PropTag[];
}

/**
 * Makes a condition of `$filter`. `month`, `day`, `hour`, `minute` and `second` are asked of each row, for a restriction can't count: the
 * rest of an `and` goes to the table.
 *
 * @param expression the condition
 * @param tags the tags that named properties have in the store
 * @param extended the tags of the extended properties in it
 * @throws {GraphError} `ErrorInvalidUrlQueryFilter` for what is not supported: nothing is left out
 */
export function conditionOf(expression: Expression, tags: NamedTags, extended: ExtendedTags): Condition {
  if (!hasClock(expression)) return { restriction: restrictionOf(expression, tags, extended), rows: null };
  const parts = expression.kind === 'and' ? expression.parts : [expression];
  const plain = parts.filter((part) => !hasClock(part));
  const counted = parts.filter(hasClock).map((part) => rowCondition(part, tags, extended));
  return {
    restriction: plain.length === 0 ? null : restrictionOf({ kind: 'and', parts: plain }, tags, extended),
    rows: every(counted),
  };
}

const clock: Readonly<Record<string, (time: Date) => number>> = {
  month: (time) => time.getUTCMonth() + 1,
  day: (time) => time.getUTCDate(),
  hour: (time) => time.getUTCHours(),
  minute: (time) => time.getUTCMinutes(),
  second: (time) => time.getUTCSeconds(),
};

function hasClock(expression: Expression): boolean {
  switch (expression.kind) {
    case 'and':
    case 'or':
      return expression.parts.some(hasClock);
    case 'not':
      return hasClock(expression.of);
    case 'compare':
      return [expression.left, expression.right].some((one) => one.kind === 'call' && Object.hasOwn(clock, one.name));
    case 'in':
      return expression.left.kind === 'call' && Object.hasOwn(clock, expression.left.name);
    case 'value':
    case 'lambda':
      return false;
  }
}

function rowCondition(expression: Expression, tags: NamedTags, extended: ExtendedTags): RowCondition {
  if (!hasClock(expression)) return asked(restrictionOf(expression, tags, extended), expression);
  switch (expression.kind) {
    case 'and':
      return every(expression.parts.map((part) => rowCondition(part, tags, extended)));
    case 'or': {
      const parts = expression.parts.map((part) => rowCondition(part, tags, extended));
      return { test: (row) => parts.some(({ test }) => test(row)), columns: parts.flatMap(({ columns }) => columns) };
    }
    case 'not': {
      const { test, columns } = rowCondition(expression.of, tags, extended);
      return { test: (row) => !test(row), columns };
    }
    case 'compare': {
      const { op, left, right } = flipped(expression);
      const constant = folded(right);
      if (left.kind !== 'call' || constant.kind !== 'literal') throw unsupported(expression);
      return counted(left, op, [constant], ofMessages(expression, tags), expression);
    }
    case 'in':
      return counted(
        expression.left as FunctionCall,
        'eq',
        expression.values,
        ofMessages(expression, tags),
        expression,
      );
    default:
      throw unsupported(expression);
  }
}

const every = (parts: readonly RowCondition[]): RowCondition => ({
  test: (row) => parts.every(({ test }) => test(row)),
  columns: parts.flatMap(({ columns }) => columns),
});

/** A restriction that is asked of rows; what lies outside of them, as recipients do, can't be. */
function asked(restriction: Restriction, whole: Expression): RowCondition {
  if (reachesOut(restriction)) throw unsupported(whole);
  return { test: compileRestriction(restriction), columns: propertiesOf(restriction) };
}

const reachesOut = (restriction: Restriction): boolean =>
  restriction.rt === 'sub' || partsOf(restriction).some(reachesOut);

function counted(
  { name, args }: FunctionCall,
  op: Comparison,
  constants: readonly Literal[],
  find: PropertyFinder,
  whole: Expression,
): RowCondition {
  const tag = timeOf(args, find, whole);
  const wanted = constants.map((constant) => wholeNumber(constant, whole));
  const part = clock[name] as (time: Date) => number;
  return {
    columns: [tag],
    test: (row) => {
      const time = row.get(tag) as bigint | null;
      // What is missing is null, to which nothing is equal and all else unequal.
      if (time === null) return op === 'ne';
      const found = part(new Date(msOf(time)));
      return wanted.some((one) => relations[op](found, one));
    },
  };
}

const relations: Readonly<Record<Comparison, (one: number, other: number) => boolean>> = {
  eq: (one, other) => one === other,
  ne: (one, other) => one !== other,
  gt: (one, other) => one > other,
  ge: (one, other) => one >= other,
  lt: (one, other) => one < other,
  le: (one, other) => one <= other,
};
