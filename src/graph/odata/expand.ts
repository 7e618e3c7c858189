import { badRequest } from '../http/error.js';
import type { Expression } from './expression.js';
import { usualName, usualPath } from './names.js';
import { parseFilter } from './parse.js';

/** What `$expand` asks for beside an object. */
export type Expansion =
  | { readonly name: 'attachments'; readonly select: readonly string[] | null }
  | { readonly name: 'childFolders'; readonly select: readonly string[] | null }
  | {
      readonly name: 'singleValueExtendedProperties' | 'multiValueExtendedProperties';
      /** The identifiers of the properties. */
      readonly ids: readonly string[];
    };

/**
 * Reads the value of `$expand`.
 *
 * @param text what stands there: `attachments($select=name),singleValueExtendedProperties($filter=id eq 'Integer 0x0E07')`
 * @throws {GraphError} `BadRequest` for what can't be expanded, or not like this
 */
export function parseExpand(text: string): readonly Expansion[] {
  return pieces(text, ',').map((piece): Expansion => {
    const [, written = '', inner] = /^\s*(\w+)\s*(?:\((.*)\))?\s*$/s.exec(piece) ?? [];
    const name = usualName(written);
    const options = new Map(
      inner === undefined
        ? []
        : pieces(inner, ';').map((option): [string, string] => {
            const [, key = '', value = ''] = /^\s*(\$\w+)\s*=(.*)$/s.exec(option) ?? [];
            return [key.toLowerCase(), value];
          }),
    );
    const only = (known: string): void => {
      for (const key of options.keys())
        if (key !== known) throw badRequest(`'${key || inner}' is not supported within $expand of '${name}'.`);
    };
    if (name === 'attachments' || name === 'childFolders') {
      only('$select');
      const select = options
        .get('$select')
        ?.split(',')
        .map((each) => usualPath(each.trim()));
      return { name, select: select ?? null };
    }
    if (name === 'singleValueExtendedProperties' || name === 'multiValueExtendedProperties') {
      only('$filter');
      const filter = options.get('$filter');
      if (filter === undefined) throw badRequest(`$expand of '${name}' needs a $filter that names the properties.`);
      return { name, ids: idsIn(parseFilter(filter)) };
    }
    throw badRequest(`'${name || piece}' can not be expanded.`);
  });
}

/** The parts between separators that stand in no parentheses and no quotes. */
function pieces(text: string, separator: string): string[] {
  const found = [''];
  let depth = 0;
  for (const [token] of text.matchAll(/'[^']*'|[^']/gs)) {
    if (token === '(') depth++;
    if (token === ')') depth--;
    if (token === separator && depth === 0) found.push('');
    else found[found.length - 1] += token;
  }
  return found;
}

function idsIn(expression: Expression): readonly string[] {
  if (expression.kind === 'or') return expression.parts.flatMap(idsIn);
  if (expression.kind === 'compare' && expression.op === 'eq') {
    const { left, right } = expression;
    if (left.kind === 'path' && left.names.join('/') === 'id' && right.kind === 'literal' && right.type === 'string')
      return [right.value];
  }
  throw badRequest("Extended properties are named by id eq '...', joined by or.");
}
