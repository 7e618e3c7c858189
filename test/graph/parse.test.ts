import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { GraphError } from '../../src/graph/index.js';
import { type Expression, formatExpression, type Literal, type Operand } from '../../src/graph/odata/expression.js';
import { parseFilter } from '../../src/graph/odata/parse.js';

const name = fc.constantFrom('subject', 'isRead', 'from', 'emailAddress', 'x1', '_y');
const literal: fc.Arbitrary<Literal> = fc.oneof(
  fc.string().map((value): Literal => ({ kind: 'literal', type: 'string', value })),
  fc.integer().map((value): Literal => ({ kind: 'literal', type: 'number', value: String(value) })),
  fc
    .constantFrom('2026-01-02', '2026-01-02T03:04:05Z')
    .map((value): Literal => ({ kind: 'literal', type: 'time', value })),
  fc.boolean().map((value): Literal => ({ kind: 'literal', type: 'boolean', value })),
  fc.constant<Literal>({ kind: 'literal', type: 'null', value: null }),
);
const path = fc.array(name, { minLength: 1, maxLength: 3 }).map((names) => ({ kind: 'path', names }) as const);
const operand: fc.Arbitrary<Operand> = fc.oneof(
  literal,
  path,
  fc.tuple(path, literal).map(([of, value]): Operand => ({ kind: 'call', name: 'contains', args: [of, value] })),
);
const { expression } = fc.letrec<{ expression: Expression }>((tie) => ({
  expression: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    operand.map((of): Expression => ({ kind: 'value', of })),
    fc
      .tuple(operand, fc.constantFrom('eq', 'ne', 'gt', 'ge', 'lt', 'le'), operand)
      .map(([left, op, right]): Expression => ({ kind: 'compare', op: op as 'eq', left, right })),
    fc
      .tuple(path, fc.array(literal, { minLength: 1, maxLength: 3 }))
      .map(([left, values]): Expression => ({ kind: 'in', left, values })),
    tie('expression').map((of): Expression => ({ kind: 'not', of })),
    fc
      .tuple(fc.constantFrom('and', 'or'), fc.array(tie('expression'), { minLength: 2, maxLength: 3 }))
      .map(([kind, parts]): Expression => ({ kind: kind as 'and', parts })),
    fc.tuple(path, fc.constantFrom('any', 'all'), tie('expression')).map(
      ([of, quantifier, body]): Expression => ({
        kind: 'lambda',
        quantifier: quantifier as 'any',
        path: of,
        variable: 'v',
        body,
      }),
    ),
  ),
}));

describe('parseFilter', () => {
  test('reads back what formatExpression has written', () => {
    fc.assert(
      fc.property(expression, (written) => {
        expect(parseFilter(formatExpression(written))).toEqual(written);
      }),
    );
  });

  test('and binds more than or', () => {
    expect(parseFilter('a eq 1 or b eq 2 and c eq 3')).toMatchObject({
      kind: 'or',
      parts: [{ kind: 'compare' }, { kind: 'and' }],
    });
  });

  test('answers any text with an expression or with an error of Graph', () => {
    const pieces = fc.array(
      fc.constantFrom("'", '(', ')', ' ', 'a', '/', ':', ',', 'not', ' and ', ' or ', 'eq', 'any', '1', '-', 'é'),
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          pieces.map((all) => all.join('')),
        ),
        (text) => {
          try {
            parseFilter(text);
          } catch (error) {
            expect(error).toBeInstanceOf(GraphError);
          }
        },
      ),
    );
  });

  test('bounds how deep it goes', () => {
    for (const deep of [`${'not '.repeat(1000)}x`, `${'('.repeat(1000)}x`, `${'f('.repeat(1000)}x`, 'x'.repeat(10_000)])
      expect(() => parseFilter(deep)).toThrow(GraphError);
  });
});
