import { readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';

/** A parameter of a TypeScript method. */
export interface MemberParameter {
  readonly name: string;
  readonly optional: boolean;
  /** Whether null may be passed: `| null`, or a type that takes anything. */
  readonly nullable: boolean;
}

/** A method as its TypeScript interface has it. */
export interface Member {
  readonly parameters: readonly MemberParameter[];
  /** The result without its type arguments: `Hr`, `Out`, `Ret`, `HResult`, `Promise<RetWithFailure>`, `number`. */
  readonly result: string;
  /** The names in the object that comes back; null when what comes back is not an object of names. */
  readonly names: readonly string[] | null;
}

const folder = new URL('../../src/mapi/interfaces/', import.meta.url);
const sources = readdirSync(folder)
  .filter((name) => name.endsWith('.ts'))
  .map((name) => ts.createSourceFile(name, readFileSync(new URL(name, folder), 'utf8'), ts.ScriptTarget.ES2023, true));

const interfaces: ReadonlyMap<string, ts.InterfaceDeclaration> = new Map(
  sources.flatMap((source) =>
    source.statements.filter(ts.isInterfaceDeclaration).map((node) => [node.name.text, node] as const),
  ),
);

/**
 * The methods that a TypeScript interface of src/mapi adds to those it extends.
 *
 * @param name the interface
 * @returns the methods by name
 */
export function membersOf(name: string): ReadonlyMap<string, Member> {
  const methods = interfaces.get(name)?.members.filter(ts.isMethodSignature) ?? [];
  return new Map(methods.map((method) => [method.name.getText(), member(method)]));
}

/** The type that a member names first: `IMAPIFolder` of `interface IMAPIFolder extends IMAPIContainer`. */
export const baseOf = (name: string): string | undefined =>
  interfaces.get(name)?.heritageClauses?.[0]?.types[0]?.expression.getText();

function member(method: ts.MethodSignature): Member {
  const { result, value } = resultOf(method.type);
  return {
    parameters: method.parameters.map((parameter) => ({
      name: parameter.name.getText(),
      optional: parameter.questionToken !== undefined,
      nullable: takesNull(parameter.type),
    })),
    result,
    names: value ? namesIn(value) : null,
  };
}

function takesNull(type: ts.TypeNode | undefined): boolean {
  const text = type?.getText() ?? '';
  return text === 'unknown' || text === 'null' || /\|\s*null$/.test(text);
}

function resultOf(type: ts.TypeNode | undefined): { readonly result: string; readonly value: ts.TypeNode | undefined } {
  if (!type || !ts.isTypeReferenceNode(type)) return { result: type?.getText() ?? 'any', value: undefined };
  const name = type.typeName.getText();
  const first = type.typeArguments?.[0];
  if (name !== 'Promise') return { result: name, value: first };
  const inner = resultOf(first);
  return { result: `Promise<${inner.result}>`, value: inner.value };
}

/** The property names of `{ a: A; b: B }`, or of the interface beside the methods that is named, with what it extends. */
function namesIn(value: ts.TypeNode): readonly string[] | null {
  const names = ts.isTypeLiteralNode(value)
    ? propertiesOf(value.members)
    : ts.isTypeReferenceNode(value)
      ? propertiesOfInterface(value.typeName.getText())
      : [];
  return names.length > 0 ? names : null;
}

function propertiesOfInterface(name: string): readonly string[] {
  const node = interfaces.get(name);
  if (!node) return [];
  const inherited =
    node.heritageClauses?.flatMap((clause) => clause.types.map((type) => type.expression.getText())) ?? [];
  return [...inherited.flatMap(propertiesOfInterface), ...propertiesOf(node.members)];
}

const propertiesOf = (members: ts.NodeArray<ts.TypeElement>): readonly string[] =>
  members.filter(ts.isPropertySignature).map((property) => property.name.getText());
