import type { Comparison, Expression, FunctionCall, Literal, Operand, Path } from './expression.js';
import { EXPRESSION_DEPTH } from './limits.js';
import { usualName } from './names.js';
import { badFilter, type Token, tokensOf } from './tokens.js';

/**
 * Reads the value of `$filter`.
 *
 * @param text what stands there
 * @returns what it says; whether the properties exist is not asked here
 * @throws {GraphError} `ErrorInvalidUrlQueryFilter` for what is no such expression
 */
export function parseFilter(text: string): Expression {
  const reader = new Reader(text);
  const expression = reader.expression(0);
  reader.end();
  return expression;
}

const isConstant = (word: string): boolean => /^(?:true|false|null)$/i.test(word);

const comparisons: readonly string[] = ['eq', 'ne', 'gt', 'ge', 'lt', 'le'];

class Reader {
  readonly #text: string;
  readonly #tokens: readonly Token[];
  #at = 0;

  constructor(text: string) {
    this.#text = text;
    this.#tokens = tokensOf(text);
  }

  expression(depth: number): Expression {
    if (depth > EXPRESSION_DEPTH) throw badFilter(`The filter is nested more than ${EXPRESSION_DEPTH} levels deep.`);
    return this.#joined('or', () => this.#joined('and', () => this.#negated(depth)));
  }

  end(): void {
    if (this.#peek().kind !== 'end') throw this.#unexpected();
  }

  #joined(word: 'and' | 'or', part: () => Expression): Expression {
    const parts = [part()];
    while (this.#word(word)) parts.push(part());
    return parts.length === 1 ? (parts[0] as Expression) : { kind: word, parts };
  }

  #negated(depth: number): Expression {
    if (this.#word('not')) {
      if (depth >= EXPRESSION_DEPTH) throw badFilter(`The filter is nested more than ${EXPRESSION_DEPTH} levels deep.`);
      return { kind: 'not', of: this.#negated(depth + 1) };
    }
    if (this.#sign('(')) {
      const inner = this.expression(depth + 1);
      this.#need(')');
      // What is compared may stand in parentheses of its own: `(from/emailAddress/address) eq 'a@b'`.
      return inner.kind === 'value' ? this.#compared(inner.of, depth) : inner;
    }
    return this.#condition(depth);
  }

  #condition(depth: number): Expression {
    const left = this.#operand(depth);
    if (left.kind === 'path') {
      const quantifier = left.names.at(-1)?.toLowerCase();
      if ((quantifier === 'any' || quantifier === 'all') && left.names.length > 1 && this.#sign('('))
        return this.#lambda(quantifier, { kind: 'path', names: left.names.slice(0, -1) }, depth);
    }
    return this.#compared(left, depth);
  }

  #compared(left: Operand, depth: number): Expression {
    const token = this.#peek();
    const op = token.text.toLowerCase();
    if (token.kind === 'name' && comparisons.includes(op)) {
      this.#at++;
      // Graph's own pages put a time into parentheses.
      const wrapped = this.#sign('(');
      const right = this.#operand(depth);
      if (wrapped) this.#need(')');
      return { kind: 'compare', op: op as Comparison, left, right };
    }
    if (this.#word('in')) {
      this.#need('(');
      const values = [this.#literal()];
      while (this.#sign(',')) values.push(this.#literal());
      this.#need(')');
      return { kind: 'in', left, values };
    }
    return { kind: 'value', of: left };
  }

  #lambda(quantifier: 'any' | 'all', path: Path, depth: number): Expression {
    if (quantifier === 'any' && this.#sign(')')) return { kind: 'lambda', quantifier, path, variable: '', body: null };
    const variable = this.#name();
    this.#need(':');
    const body = this.expression(depth + 1);
    this.#need(')');
    return { kind: 'lambda', quantifier, path, variable, body };
  }

  #operand(depth: number): Operand {
    if (depth > EXPRESSION_DEPTH) throw badFilter(`The filter is nested more than ${EXPRESSION_DEPTH} levels deep.`);
    const token = this.#peek();
    if (token.kind !== 'name' || isConstant(token.text)) return this.#literal();
    const next = this.#tokens[this.#at + 1];
    // A word with the name of its enumeration before it: `microsoft.graph.importance'high'`.
    if (
      next?.kind === 'string' &&
      next.at === token.at + token.text.length &&
      /^microsoft\.graph\./i.test(token.text)
    ) {
      this.#at++;
      return this.#literal();
    }
    const names = [this.#name()];
    while (this.#sign('/')) names.push(this.#name());
    const last = names.at(-1)?.toLowerCase();
    const isLambda = names.length > 1 && (last === 'any' || last === 'all');
    if (names.length === 1 && !isLambda && this.#sign('(')) return this.#call(token.text.toLowerCase(), depth);
    return { kind: 'path', names };
  }

  #call(name: string, depth: number): FunctionCall {
    const args: Operand[] = [];
    if (this.#sign(')')) return { kind: 'call', name, args };
    do args.push(this.#operand(depth + 1));
    while (this.#sign(','));
    this.#need(')');
    return { kind: 'call', name, args };
  }

  #literal(): Literal {
    const token = this.#peek();
    this.#at++;
    switch (token.kind) {
      case 'string':
      case 'number':
      case 'time':
        return { kind: 'literal', type: token.kind, value: token.text };
      case 'name':
        if (!isConstant(token.text)) break;
        return /^null$/i.test(token.text)
          ? { kind: 'literal', type: 'null', value: null }
          : { kind: 'literal', type: 'boolean', value: /^true$/i.test(token.text) };
      case 'sign':
      case 'end':
        break;
    }
    this.#at--;
    throw this.#unexpected();
  }

  #name(): string {
    const token = this.#peek();
    if (token.kind !== 'name') throw this.#unexpected();
    this.#at++;
    return usualName(token.text);
  }

  #word(text: string): boolean {
    const token = this.#peek();
    const found = token.kind === 'name' && token.text.toLowerCase() === text;
    if (found) this.#at++;
    return found;
  }

  #sign(text: string): boolean {
    const token = this.#peek();
    const found = token.kind === 'sign' && token.text === text;
    if (found) this.#at++;
    return found;
  }

  #need(text: string): void {
    if (!this.#sign(text)) throw this.#unexpected();
  }

  #peek(): Token {
    return this.#tokens[this.#at] as Token;
  }

  #unexpected(): Error {
    const { kind, text, at } = this.#peek();
    const what = kind === 'end' ? 'the end' : `'${text}'`;
    return badFilter(`Syntax error: ${what} is not expected at position ${at} in '${this.#text}'.`);
  }
}
