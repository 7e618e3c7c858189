/** How two values compare. */
export type Comparison = 'eq' | 'ne' | 'gt' | 'ge' | 'lt' | 'le';

/** A constant. Numbers keep their text: not all of them fit into a number of JavaScript. */
export type Literal =
  | { readonly kind: 'literal'; readonly type: 'string' | 'number' | 'time'; readonly value: string }
  | { readonly kind: 'literal'; readonly type: 'boolean'; readonly value: boolean }
  | { readonly kind: 'literal'; readonly type: 'null'; readonly value: null };

/** A property, by the names on the way to it: `from/emailAddress/address`. */
export interface Path {
  readonly kind: 'path';
  readonly names: readonly string[];
}

/** A function of values: `tolower(subject)`, `contains(subject,'x')`. */
export interface FunctionCall {
  readonly kind: 'call';
  readonly name: string;
  readonly args: readonly Operand[];
}

/** What stands beside an operator. */
export type Operand = Literal | Path | FunctionCall;

/** A condition of OData. */
export type Expression =
  | { readonly kind: 'and' | 'or'; readonly parts: readonly Expression[] }
  | { readonly kind: 'not'; readonly of: Expression }
  | { readonly kind: 'compare'; readonly op: Comparison; readonly left: Operand; readonly right: Operand }
  | { readonly kind: 'in'; readonly left: Operand; readonly values: readonly Literal[] }
  | {
      readonly kind: 'lambda';
      readonly quantifier: 'any' | 'all';
      readonly path: Path;
      readonly variable: string;
      /** Null for `any()`: that there is one. */
      readonly body: Expression | null;
    }
  | { readonly kind: 'value'; readonly of: Operand };

/**
 * The properties that an expression speaks of, in their order.
 *
 * @param expression the expression
 */
export function pathsIn(expression: Expression): readonly string[] {
  switch (expression.kind) {
    case 'and':
    case 'or':
      return expression.parts.flatMap(pathsIn);
    case 'not':
      return pathsIn(expression.of);
    case 'compare':
      return [...pathsOf(expression.left), ...pathsOf(expression.right)];
    case 'in':
      return pathsOf(expression.left);
    case 'lambda':
      return pathsOf(expression.path);
    case 'value':
      return pathsOf(expression.of);
  }
}

function pathsOf(operand: Operand): readonly string[] {
  if (operand.kind === 'path') return [operand.names.join('/')];
  return operand.kind === 'call' ? operand.args.flatMap(pathsOf) : [];
}

/**
 * An expression as OData writes it, in as few parentheses as it can be read back by.
 *
 * @param expression the expression
 */
export function formatExpression(expression: Expression): string {
  switch (expression.kind) {
    case 'and':
    case 'or':
      return expression.parts.map(grouped).join(` ${expression.kind} `);
    case 'not':
      return `not ${grouped(expression.of)}`;
    case 'compare':
      return `${formatOperand(expression.left)} ${expression.op} ${formatOperand(expression.right)}`;
    case 'in':
      return `${formatOperand(expression.left)} in (${expression.values.map(formatOperand).join(',')})`;
    case 'lambda': {
      const { path, quantifier, variable, body } = expression;
      return `${formatOperand(path)}/${quantifier}(${body ? `${variable}:${formatExpression(body)}` : ''})`;
    }
    case 'value':
      return formatOperand(expression.of);
  }
}

const grouped = (expression: Expression): string =>
  expression.kind === 'and' || expression.kind === 'or' || expression.kind === 'not'
    ? `(${formatExpression(expression)})`
    : formatExpression(expression);

function formatOperand(operand: Operand): string {
  if (operand.kind === 'path') return operand.names.join('/');
  if (operand.kind === 'call') return `${operand.name}(${operand.args.map(formatOperand).join(',')})`;
  if (operand.type === 'string') return `'${operand.value.replaceAll("'", "''")}'`;
  return String(operand.value);
}
