import { kindOf } from './kinds.js';
import type { MethodPlan } from './plan.js';

/** An interface with the plans of its own methods. */
export interface InterfacePlan {
  readonly name: string;
  readonly iid: string | null;
  readonly base: string;
  readonly methods: readonly MethodPlan[];
}

/** The TypeScript module that declares these interfaces, with a class that implements each of them. */
export function renderModule(interfaces: readonly InterfacePlan[], com: string): string {
  const declared = new Set(interfaces.map((row) => row.name));
  const mentioned = interfaces.flatMap((row) =>
    row.methods.flatMap((m) =>
      m.parameters.flatMap(({ parameter }) => {
        const kind = kindOf(parameter.type, parameter.stars);
        return kind && ['struct', 'interface', 'function'].includes(kind.is) ? [kind.name] : [];
      }),
    ),
  );
  const others = [...new Set(mentioned)].filter((name) => !declared.has(name) && name !== 'IUnknown').sort();
  return [
    `import { type Guid, type HResult, type Iid, type Impl, IUnknown, iid, type Ret } from '${com}';`,
    ...others.map((name) => `export interface ${name} { readonly '${name}'?: never }`),
    ...interfaces.map(renderInterface),
  ].join('\n');
}

function renderInterface(row: InterfacePlan): string {
  const table = row.methods.map((m) => `  ${m.name}: ${JSON.stringify(m.signature.prototype)},`).join('\n');
  const answers = row.methods[0]?.answers ?? 'later';
  // An interface of which no page or header gives the IID cannot be declared; its methods still can.
  const id = row.iid ?? '{00000000-0000-0000-0000-000000000000}';
  return [
    `export interface ${row.name} extends ${row.base} {`,
    ...row.methods.map((m) => `  ${m.member}`),
    '}',
    `export const ${row.name}: Iid<${row.name}> = iid<${row.name}, ${row.base}>('${row.name}', '${id}', ${row.base}, {`,
    table,
    `}, '${answers}');`,
    `export declare const implementationOf${row.name}: Impl<${row.name}>;`,
  ].join('\n');
}
