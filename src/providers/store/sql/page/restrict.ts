import {
  BMR_EQZ,
  FL_FULLSTRING,
  FL_IGNORECASE,
  FL_IGNORENONSPACE,
  FL_LOOSE,
  FL_PREFIX,
  isMultiValued,
  isString,
  PR_MESSAGE_ATTACHMENTS,
  PR_MESSAGE_RECIPIENTS,
  type PropTag,
  PT_BINARY,
  PT_LONG,
  PT_UNSPECIFIED,
  propId,
  propType,
  RELOP_EQ,
  RELOP_GE,
  RELOP_GT,
  RELOP_LE,
  RELOP_LT,
  RELOP_NE,
  type Relop,
  type Restriction,
  type RestrictionVisitor,
  visitRestriction,
} from '../../../../mapi/index.js';
import type { SqlValue } from '../../driver/index.js';
import { attachmentColumns, type Column, type Columns, columnValue, recipientColumns } from '../columns.js';
import { textKey } from '../text-key.js';

/** A restriction as far as SQL can tell it. */
export interface SqlRestriction {
  /** A condition over the columns, to be ANDed; `1 = 1` where SQL can tell nothing. */
  readonly where: string;
  /** Its parameters. */
  readonly values: readonly SqlValue[];
  /** What must be evaluated for each row that SQL lets through; null where SQL tells all. */
  readonly remainder: Restriction | null;
}

/** A condition that no row breaks which matches; exact when every row that fulfils it matches. Null tells nothing. */
type Condition = { readonly sql: string; readonly values: readonly SqlValue[]; readonly exact: boolean } | null;

/** Where the rows of sub-objects are. */
const subRows: ReadonlyMap<number, { readonly table: string; readonly columns: Columns }> = new Map([
  [propId(PR_MESSAGE_RECIPIENTS), { table: 'recipient', columns: recipientColumns }],
  [propId(PR_MESSAGE_ATTACHMENTS), { table: 'attachment', columns: attachmentColumns }],
]);

/** SQLite parses expressions of a depth of 1000; what is larger than this is evaluated for each row. */
const mostParts = 200;

/**
 * Compiles a restriction to SQL. What it means is defined by `matches` of the vocabulary; wherever SQL might answer
 * otherwise, the restriction or its part stays in the remainder. Have foreign restrictions validated before.
 *
 * @param restriction the restriction; null lets everything through
 * @param columns the columns of the rows
 * @param alias the name of the rows' table in the query
 */
export function restrict(restriction: Restriction | null, columns: Columns, alias: string): SqlRestriction {
  if (restriction === null) return { where: '1 = 1', values: [], remainder: null };
  if (size(restriction) > mostParts) return { where: '1 = 1', values: [], remainder: restriction };
  const compile = compilerOf(columns, alias);
  const wheres: string[] = [];
  const values: SqlValue[] = [];
  const rest: Restriction[] = [];
  for (const part of conjuncts(restriction)) {
    const condition = compile(part);
    if (condition) {
      wheres.push(condition.sql);
      values.push(...condition.values);
    }
    if (!condition?.exact) rest.push(part);
  }
  const remainder = rest.length > 1 ? ({ rt: 'and', lpRes: rest } as const) : (rest[0] ?? null);
  return { where: wheres.length > 0 ? wheres.join(' AND ') : '1 = 1', values, remainder };
}

function compilerOf(columns: Columns, alias: string): (restriction: Restriction) => Condition {
  const compile = (restriction: Restriction): Condition => visitRestriction(restriction, visitor);
  const column = (tag: PropTag): Column | null => {
    const found = columns.get(propId(tag));
    if (!found || isMultiValued(tag)) return null;
    return propType(found.tag) === propType(tag) || (isString(found.tag) && isString(tag)) ? found : null;
  };
  const named = (name: string) => `${alias}.${name}`;
  /** A comparison with null is neither true nor false, which NOT would not turn round. */
  const present = (of: Column, sql: string, values: readonly SqlValue[], exact = true): Condition => ({
    sql: of.optional ? `(${named(of.name)} IS NOT NULL AND ${sql})` : sql,
    values,
    exact,
  });
  const visitor: RestrictionVisitor<Condition> = {
    and: ({ lpRes }) => join(lpRes.map(compile), 'AND'),
    or: ({ lpRes }) => join(lpRes.map(compile), 'OR'),
    not({ lpRes }) {
      const inner = compile(lpRes);
      return inner?.exact ? { ...inner, sql: `(NOT ${inner.sql})` } : null;
    },
    comment: ({ lpRes }) => (lpRes ? compile(lpRes) : { sql: '1 = 1', values: [], exact: true }),
    annotation: ({ lpRes }) => (lpRes ? compile(lpRes) : { sql: '1 = 1', values: [], exact: true }),
    // Of one row; how many rows there are is the table's affair.
    count: ({ ulCount, lpRes }) => (ulCount > 0 ? compile(lpRes) : { sql: '1 = 0', values: [], exact: true }),
    property({ relop, ulPropTag, lpProp: [, wanted] }) {
      const of = column(ulPropTag);
      const operator = operators.get(relop);
      const value = of && columnValue(of, wanted);
      if (!of || !operator || value === undefined || value === null) return null;
      if (typeof wanted === 'string' && !isPlain(wanted)) return null;
      if (!isString(of.tag)) return present(of, `(${named(of.name)} ${operator} ?)`, [value]);
      return of.key ? present(of, `(${named(of.key)} ${operator} ?)`, [textKey(value as string)]) : null;
    },
    compare({ relop, ulPropTag1, ulPropTag2 }) {
      const [a, b] = [column(ulPropTag1), column(ulPropTag2)];
      const operator = operators.get(relop);
      if (!a || !b || !operator || propType(a.tag) !== propType(b.tag)) return null;
      const [left, right] = isString(a.tag) ? [a.key, b.key] : [a.name, b.name];
      if (left === null || right === null) return null;
      const both = `${named(a.name)} IS NOT NULL AND ${named(b.name)} IS NOT NULL`;
      return { sql: `(${both} AND ${named(left)} ${operator} ${named(right)})`, values: [], exact: true };
    },
    bitmask({ relBMR, ulPropTag, ulMask }) {
      const of = column(ulPropTag);
      if (!of || propType(of.tag) !== PT_LONG) return null;
      // The mask is written out: SQLite uses the index of unread messages only where it sees the very condition.
      return present(of, `((${named(of.name)} & ${ulMask | 0}) ${relBMR === BMR_EQZ ? '=' : '<>'} 0)`, []);
    },
    size({ relop, ulPropTag, cb }) {
      const of = column(ulPropTag);
      const operator = operators.get(relop);
      if (!of || !operator || propType(of.tag) !== PT_BINARY) return null;
      return present(of, `(length(${named(of.name)}) ${operator} ?)`, [cb]);
    },
    exist({ ulPropTag }) {
      const found = columns.get(propId(ulPropTag));
      const of = column(ulPropTag) ?? (propType(ulPropTag) === PT_UNSPECIFIED ? found : null);
      return of ? { sql: `(${named(of.name)} IS NOT NULL)`, values: [], exact: true } : null;
    },
    content({ ulFuzzyLevel, ulPropTag, lpProp: [, wanted] }) {
      const of = column(ulPropTag);
      if (!of || !isString(of.tag) || typeof wanted !== 'string' || !isPlain(wanted)) return null;
      const loose = (ulFuzzyLevel & (FL_IGNORECASE | FL_IGNORENONSPACE | FL_LOOSE)) !== 0;
      if (!loose) return present(of, contains(ulFuzzyLevel, named(of.name)), [wanted]);
      // The key has lost more than case: it lets through what matches and a little more. With ASCII that is certain.
      const foldsCase = (ulFuzzyLevel & (FL_IGNORENONSPACE | FL_LOOSE)) === 0;
      if (!of.key || !foldsCase || !/^[\x20-\x7e]*$/.test(wanted)) return null;
      return present(of, contains(ulFuzzyLevel, named(of.key)), [textKey(wanted)], false);
    },
    sub({ ulSubObject, lpRes }) {
      const rows = subRows.get(propId(ulSubObject));
      if (!rows) return null;
      const inner = restrict(lpRes, rows.columns, 's');
      const sql = `EXISTS (SELECT 1 FROM ${rows.table} s WHERE s.message = ${alias}.id AND ${inner.where})`;
      return { sql, values: inner.values, exact: inner.remainder === null };
    },
  };
  return compile;
}

function join(parts: readonly Condition[], word: 'AND' | 'OR'): Condition {
  if (parts.length === 0) return { sql: word === 'AND' ? '1 = 1' : '1 = 0', values: [], exact: true };
  const known = parts.filter((part) => part !== null);
  // Of an OR every branch must be known; an AND of which one part is known lets nothing out that matches.
  if (known.length === 0 || (word === 'OR' && known.length < parts.length)) return null;
  return {
    sql: `(${known.map(({ sql }) => sql).join(` ${word} `)})`,
    values: known.flatMap(({ values }) => values),
    exact: known.length === parts.length && known.every(({ exact }) => exact),
  };
}

function contains(ulFuzzyLevel: number, name: string): string {
  const level = ulFuzzyLevel & 0xffff;
  if (level === FL_FULLSTRING) return `(${name} = ?)`;
  return level === FL_PREFIX ? `(instr(${name}, ?) = 1)` : `(instr(${name}, ?) > 0)`;
}

const conjuncts = (restriction: Restriction): readonly Restriction[] =>
  restriction.rt === 'and' ? restriction.lpRes.flatMap(conjuncts) : [restriction];

function size(restriction: Restriction): number {
  switch (restriction.rt) {
    case 'and':
    case 'or':
      return restriction.lpRes.reduce((sum, part) => sum + size(part), 1);
    case 'not':
    case 'sub':
    case 'count':
      return 1 + size(restriction.lpRes);
    case 'comment':
    case 'annotation':
      return 1 + (restriction.lpRes ? size(restriction.lpRes) : 0);
    default:
      return 1;
  }
}

/** A text that UTF-8 and SQL's text functions carry as it is: no half pairs and no zero. */
const isPlain = (text: string) => !/\p{Surrogate}|\0/u.test(text);

const operators: ReadonlyMap<Relop, string> = new Map([
  [RELOP_LT, '<'],
  [RELOP_LE, '<='],
  [RELOP_GT, '>'],
  [RELOP_GE, '>='],
  [RELOP_EQ, '='],
  [RELOP_NE, '<>'],
] satisfies [Relop, string][]);
