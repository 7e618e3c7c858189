import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { type Answers, com, type Iid, IUnknown, iid, plainPrototype, signature } from '../../src/com/index.js';
import { declared, splitType } from './attributes.js';
import { type FactInterface, imnxportInterfaces, mapiInterfaces } from './facts.js';
import { type MethodPlan, planMethod } from './plan.js';
import { type InterfacePlan, renderModule } from './render.js';

/** Interfaces of MAPI that merely tell or count: they touch no store, stream or wire. */
const tellers = new Set([
  'IMAPIAdviseSink',
  'IMAPIProgress',
  'IMAPIViewAdviseSink',
  'IMAPIFormAdviseSink',
  'IMAPIOfflineNotify',
  'IMAPISyncProgressCallback',
  'IMSCapabilities',
  'IExchangeChangeAdviseSink',
]);

const plans = (rows: readonly FactInterface[], answersOf: (name: string) => Answers): InterfacePlan[] =>
  basesFirst(rows)
    .filter((row) => row.name !== 'IUnknown')
    .map((row) => ({
      name: row.name,
      iid: row.iid,
      base: row.base ?? 'IUnknown',
      methods: row.methods.map((method) =>
        planMethod(row.name, method.name, signature(declared(row, method)), answersOf(row.name)),
      ),
    }));

const mapi = plans(mapiInterfaces, (name) => (tellers.has(name) ? 'now' : 'later'));
const imnxport = plans(imnxportInterfaces, () => 'now');
const families = [
  { family: 'mapi', rows: mapi, facts: mapiInterfaces },
  { family: 'imnxport', rows: imnxport, facts: imnxportInterfaces },
];
const methodsOf = (rows: readonly InterfacePlan[]): { owner: string; plan: MethodPlan }[] =>
  rows.flatMap((row) => row.methods.map((plan) => ({ owner: row.name, plan })));

describe.each(families)('one declaration for every interface of $family', ({ family, rows, facts }) => {
  test('the text of each prototype is the documented one once its attributes are taken off', () => {
    for (const row of facts) {
      for (const method of row.methods) {
        const params = method.params.map((p) => {
          const [type, stars] = splitType(p.type);
          return `${type} ${stars}${p.name === null ? 'lpSRow' : p.name}`;
        });
        expect(plainPrototype(declared(row, method)), `${row.name}::${method.name}`).toBe(`(${params.join(', ')})`);
      }
    }
  });

  test('no count is left among the arguments or the results of a caller', () => {
    for (const { owner, plan } of methodsOf(rows)) {
      for (const { parameter } of plan.parameters) {
        if (parameter.sizeIs === null) continue;
        const count = plan.signature.parameters.find((p) => p.name === parameter.sizeIs);
        expect(count, `${owner}::${plan.name}: ${parameter.sizeIs}`).toBeDefined();
        expect(plan.signature.inputs).not.toContain(count);
        expect(plan.signature.outputs).not.toContain(count);
      }
    }
  });

  test('the derived TypeScript compiles: no method is missing, none is too many', { timeout: 120_000 }, () => {
    expect(typeErrors(renderModule(rows, './index.js'))).toEqual([]);
  });

  test('each pointer answers in the shape that its prototype gives', async () => {
    const declared = new Map<string, Iid<IUnknown>>([['IUnknown', IUnknown]]);
    const declare = (row: InterfacePlan, i: number): Iid<IUnknown> => {
      const existing = declared.get(row.name);
      if (existing) return existing;
      const at = rows.findIndex((r) => r.name === row.base);
      const base = at < 0 ? IUnknown : declare(rows[at] as InterfacePlan, at);
      const table = Object.fromEntries(row.methods.map((m) => [m.name, m.signature.prototype]));
      const id = `0000${family === 'mapi' ? 'aaaa' : 'bbbb'}-0000-4000-8000-${i.toString(16).padStart(12, '0')}`;
      const made = iid(row.name, id, base, table as never, row.methods[0]?.answers ?? 'later') as Iid<IUnknown>;
      declared.set(row.name, made);
      return made;
    };
    for (const [i, row] of rows.entries()) {
      const implementation = Object.fromEntries(row.methods.map((m) => [m.name, () => sampleOf(m)]));
      const pointer = com(implementation as never, declare(row, i)) as IUnknown;
      for (const method of row.methods) {
        const answer = (pointer as unknown as Record<string, () => unknown>)[method.name]?.();
        expect(answer instanceof Promise, `${row.name}::${method.name}`).toBe(method.answers === 'later');
        expect(await answer, `${row.name}::${method.name}`).toEqual(shapeOf(method));
      }
      pointer.Release();
    }
  });

  test('the table of what each prototype becomes is the committed one', async () => {
    const lines = methodsOf(rows).map(({ owner, plan }) =>
      [`${owner}::${plan.member}`, ...plan.beyond.map((reason) => `    BEYOND ${reason}`)].join('\n'),
    );
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(`./${family}.txt`);
  });
});

describe('what the rule cannot express', () => {
  const beyond = [...methodsOf(mapi), ...methodsOf(imnxport)].filter(({ plan }) => plan.beyond.length > 0);
  const total = methodsOf(mapi).length + methodsOf(imnxport).length;

  test('is less than one method in twenty', () => {
    expect(total).toBe(562);
    expect(beyond.length / total).toBeLessThan(0.05);
  });

  test('is nothing of the sending transports', () => {
    expect(beyond.filter(({ owner }) => /^I(SMTP|Internet|Transport)/.test(owner))).toEqual([]);
  });
});

describe('native proxies', () => {
  test('take off the stack on x86 what the compiler of the headers takes off', () => {
    let measured = 0;
    for (const row of imnxportInterfaces) {
      const plan = imnxport.find((p) => p.name === row.name);
      for (const method of row.methods) {
        if (typeof method.x86_arg_bytes !== 'number') continue;
        const derived = plan?.methods.find((m) => m.name === method.name);
        const bytes = 4 + (derived?.parameters ?? []).reduce((sum, p) => sum + p.x86, 0);
        expect(bytes, `${row.name}::${method.name}`).toBe(method.x86_arg_bytes);
        measured++;
      }
    }
    expect(measured).toBeGreaterThan(90);
  });
});

/** The order in which interfaces can be declared. */
function basesFirst(rows: readonly FactInterface[]): FactInterface[] {
  const depth = (row: FactInterface | undefined): number =>
    row ? 1 + depth(rows.find((other) => other.name === row.base)) : 0;
  return [...rows].sort((a, b) => depth(a) - depth(b));
}

/** Something an implementation may return. */
function sampleOf(method: MethodPlan): unknown {
  if (method.signature.returns !== 'HRESULT') return 7;
  const names = method.signature.outputs.map((p) => p.name);
  if (names.length === 0) return undefined;
  return names.length === 1 ? 'value' : Object.fromEntries(names.map((name) => [name, name]));
}

/** What a caller sees when an implementation returns the sample. */
function shapeOf(method: MethodPlan): unknown {
  if (method.signature.returns !== 'HRESULT') return 7;
  return method.signature.outputs.length === 0 ? 0 : [0, sampleOf(method)];
}

/** The files that both modules need, parsed once. */
const parsed = new Map<string, ts.SourceFile>();

/** Compiles a module as if it stood in src/com. */
function typeErrors(text: string): string[] {
  const path = fileURLToPath(new URL('../../src/com/declaration-rule.ts', import.meta.url));
  const options: ts.CompilerOptions = {
    target: ts.ScriptTarget.ES2023,
    lib: ['lib.es2023.d.ts', 'lib.esnext.disposable.d.ts'],
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    types: ['node'],
    strict: true,
    exactOptionalPropertyTypes: true,
    isolatedDeclarations: true,
    declaration: true,
    skipLibCheck: true,
    noEmit: true,
  };
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists, readFile } = host;
  host.fileExists = (name) => name === path || fileExists.call(host, name);
  host.readFile = (name) => (name === path ? text : readFile.call(host, name));
  host.getSourceFile = (name, language, ...rest) => {
    if (name === path) return ts.createSourceFile(name, text, language, true);
    const source = parsed.get(name) ?? getSourceFile.call(host, name, language, ...rest);
    if (source) parsed.set(name, source);
    return source;
  };
  const program = ts.createProgram([path], options, host);
  const source = program.getSourceFile(path);
  return [...program.getSemanticDiagnostics(source), ...program.getSyntacticDiagnostics(source)].map((d) => {
    const line = source?.getLineAndCharacterOfPosition(d.start ?? 0).line ?? 0;
    return `${ts.flattenDiagnosticMessageText(d.messageText, ' ')} (${text.split('\n')[line]})`;
  });
}
