import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import ts from 'typescript';

interface Declared {
  readonly base: string | null;
  readonly members: ReadonlyMap<string, ts.TypeNode>;
}

/** The types that Microsoft publishes for Graph, so that JSON can be held against them. */
export class GraphTypes {
  readonly #interfaces = new Map<string, Declared>();
  readonly #aliases = new Map<string, ts.TypeNode>();

  constructor() {
    const path = createRequire(import.meta.url).resolve('@microsoft/microsoft-graph-types/microsoft-graph.d.ts');
    const source = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest);
    for (const statement of source.statements) {
      if (ts.isTypeAliasDeclaration(statement)) this.#aliases.set(statement.name.text, statement.type);
      if (!ts.isInterfaceDeclaration(statement)) continue;
      const parent = statement.heritageClauses?.[0]?.types[0]?.expression;
      const members = statement.members.flatMap((member): [string, ts.TypeNode][] =>
        ts.isPropertySignature(member) && member.type && ts.isIdentifier(member.name)
          ? [[member.name.text, member.type]]
          : [],
      );
      const base = parent && ts.isIdentifier(parent) ? parent.text : null;
      this.#interfaces.set(statement.name.text, { base, members: new Map(members) });
    }
  }

  /** The properties of a resource, those of what it extends first. */
  properties(name: string): ReadonlyMap<string, ts.TypeNode> {
    const declared = this.#interfaces.get(name);
    if (!declared) throw new Error(`Graph has no ${name}`);
    return new Map([...(declared.base === null ? [] : this.properties(declared.base)), ...declared.members]);
  }

  /** What of a value is not of a resource's type: a line for each thing. */
  complaints(value: unknown, name: string, where = name): string[] {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return [`${where} is no ${name}`];
    const known = this.properties(name);
    return Object.entries(value).flatMap(([key, each]) => {
      if (key.includes('@')) return [];
      const type = known.get(key);
      return type ? this.#wrong(each, type, `${where}.${key}`) : [`${where}.${key} is not in Graph`];
    });
  }

  #wrong(value: unknown, type: ts.TypeNode, where: string): string[] {
    if (ts.isUnionTypeNode(type)) {
      const all = type.types.map((each) => this.#wrong(value, each, where));
      return all.some((each) => each.length === 0) ? [] : (all[0] as string[]);
    }
    if (ts.isArrayTypeNode(type))
      return Array.isArray(value)
        ? value.flatMap((each, index) => this.#wrong(each, type.elementType, `${where}[${index}]`))
        : [`${where} is no list`];
    if (ts.isLiteralTypeNode(type)) {
      if (type.literal.kind === ts.SyntaxKind.NullKeyword) return value === null ? [] : [`${where} is not null`];
      return ts.isStringLiteral(type.literal) && type.literal.text === value ? [] : [`${where} is ${String(value)}`];
    }
    if (ts.isTypeReferenceNode(type) && ts.isIdentifier(type.typeName)) return this.#named(value, type, where);
    const word = {
      [ts.SyntaxKind.StringKeyword]: 'string',
      [ts.SyntaxKind.NumberKeyword]: 'number',
      [ts.SyntaxKind.BooleanKeyword]: 'boolean',
    }[type.kind as ts.SyntaxKind.StringKeyword];
    return typeof value === word ? [] : [`${where} is ${JSON.stringify(value)}, no ${word}`];
  }

  #named(value: unknown, type: ts.TypeReferenceNode, where: string): string[] {
    const name = (type.typeName as ts.Identifier).text;
    const [inner] = type.typeArguments ?? [];
    if (name === 'NullableOption' && inner) return value === null ? [] : this.#wrong(value, inner, where);
    const alias = this.#aliases.get(name);
    if (alias) return this.#wrong(value, alias, where);
    return this.complaints(value, name, where);
  }
}
