import { and, not, or, type Restriction } from '../../mapi/index.js';
import type { NamedTags } from '../mailbox/box.js';
import { type ExtendedTags, lambda } from './collections.js';
import { flipped } from './comparison.js';
import type { Expression, Operand } from './expression.js';
import { compared, isTextFunction, textFunction } from './functions.js';
import { ofMessages, type PropertyFinder, unsupported } from './properties.js';

/**
 * Compiles the condition of `$filter` to a restriction. What a message lacks is null: it is equal to null alone, and `ne` holds of it.
 *
 * @param expression the condition
 * @param tags the tags that named properties have in the store
 * @param extended the tags of the extended properties in it, by the identifiers that `extendedIn` tells; null for one that
 *   no message has
 * @throws {GraphError} `ErrorInvalidUrlQueryFilter` for a property or a comparison that is not supported: nothing is left out
 */
export function restrictionOf(expression: Expression, tags: NamedTags, extended: ExtendedTags): Restriction {
  switch (expression.kind) {
    case 'and':
      return and(...expression.parts.map((part) => restrictionOf(part, tags, extended)));
    case 'or':
      return or(...expression.parts.map((part) => restrictionOf(part, tags, extended)));
    case 'not':
      return not(restrictionOf(expression.of, tags, extended));
    case 'compare': {
      const { op, left, right } = flipped(expression);
      const of = ofMessages(expression, tags);
      // `contains(subject,'x') eq true` says what the function alone says.
      if (left.kind === 'call' && isTextFunction(left) && right.kind === 'literal' && right.type === 'boolean') {
        if (op !== 'eq' && op !== 'ne') throw unsupported(expression);
        const holds = textFunction(left, of, expression);
        return right.value === (op === 'eq') ? holds : not(holds);
      }
      return compared(left, op, right, of, expression);
    }
    case 'in': {
      const { left, values } = expression;
      return or(...values.map((value) => compared(left, 'eq', value, ofMessages(expression, tags), expression)));
    }
    case 'value':
      return truth(expression.of, ofMessages(expression, tags), expression);
    case 'lambda':
      return lambda(expression, tags, extended);
  }
}

/** A condition that is a property of its own, or a function. */
function truth(operand: Operand, find: PropertyFinder, whole: Expression): Restriction {
  if (operand.kind === 'path') {
    const property = find(operand);
    if (property.type !== 'boolean') throw unsupported(whole);
    return property.test(true);
  }
  if (operand.kind === 'literal') {
    if (operand.type !== 'boolean') throw unsupported(whole);
    return operand.value ? and() : or();
  }
  return textFunction(operand, find, whole);
}
