import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import {
  Application,
  type CommentDisplayPart,
  Logger,
  LogLevel,
  type ProjectReflection,
  ReflectionKind,
  TSConfigReader,
  type TypeDocOptions,
} from 'typedoc';
import { beforeAll, describe, expect, test } from 'vitest';

const top = fileURLToPath(new URL('../..', import.meta.url));
const documented = `
/** Names an interface at run time. */
export interface Iid<I> { readonly guid: string; readonly [type]?: I }
declare const type: unique symbol;
/** Does foo. */
export interface IFoo {
  /** Begins. */
  Begin(): void;
}
export const IFoo: Iid<IFoo> = { guid: 'f' };
/** Uses {@link IFoo}, {@link IFoo | the foo}, {@link IFoo.Begin}. */
export const use = (foo: IFoo): void => foo.Begin();
`;

const bare = `
export function bareFunction(): void {}
export const bareConst: number = 1;
export class BareClass {}
export type BareType = 1;
/** Said. */
export class Said {
  bareMethod(): void {}
  get bareGetter(): number { return 1; }
}
/** Said too. */
export interface SaidToo { bareMethod(): void }
/** Like {@link Nothing}. */
export const lost: number = 1;
`;

describe('The API pages of documented exports', () => {
  let pages: Pages;
  beforeAll(async () => {
    pages = await pagesOf(documented);
  });

  test('pass without a word', () => {
    expect(pages.complaints).toEqual([]);
  });

  test('link to a COM interface, not to the const of the same name', () => {
    const use = pages.project.getReflectionsByKind(ReflectionKind.CallSignature).find(({ name }) => name === 'use');
    const links = use?.comment?.summary.filter((part) => part.kind === 'inline-tag') ?? [];
    expect(links.map(seen)).toEqual([
      'IFoo: Interface IFoo',
      'the foo: Interface IFoo',
      'IFoo.Begin: Method IFoo.Begin',
    ]);
  });

  test('describe the const by pointing to its interface', () => {
    const variables = pages.project.getReflectionsByKind(ReflectionKind.Variable);
    const constant = variables.find(({ name }) => name === 'IFoo');
    expect(constant?.comment?.summary.map(seen).join('')).toBe(
      'The identifier of IFoo: Interface IFoo at run time: its IID, its base and its methods in slot order.',
    );
  });
});

describe('The API pages refuse', () => {
  let pages: Pages;
  beforeAll(async () => {
    pages = await pagesOf(bare);
  });

  test.each([
    ['function', 'bareFunction'],
    ['const', 'bareConst'],
    ['class', 'BareClass'],
    ['type', 'BareType'],
    ['method of a class', 'Said.bareMethod'],
    ['getter', 'Said.bareGetter'],
    ['method of an interface', 'SaidToo.bareMethod'],
  ])('a %s without a docstring', (_kind, name) => {
    const complaint = pages.complaints.find((line) => line.startsWith(`${name} `));
    expect(complaint).toContain('does not have any documentation');
  });

  test('a link that leads nowhere', () => {
    expect(pages.complaints.filter((line) => line.includes('"Nothing"'))).toHaveLength(1);
  });

  test('nothing else', () => {
    expect(pages.complaints).toHaveLength(8);
  });
});

interface Pages {
  readonly project: ProjectReflection;
  readonly complaints: readonly string[];
}

class Ears extends Logger {
  readonly heard: string[] = [];
  override log(message: string, level: LogLevel): void {
    if (level >= LogLevel.Warn) this.heard.push(message);
    super.log(message, level);
  }
}

/** What TypeDoc makes of a package of one file under the project's own settings. */
async function pagesOf(text: string): Promise<Pages> {
  const folder = mkdtempSync(join(tmpdir(), 'comail-docs-'));
  const settings = (await import(pathToFileURL(join(top, 'typedoc.config.mjs')).href)) as { default: TypeDocOptions };
  try {
    mkdirSync(join(folder, 'src'));
    writeFileSync(join(folder, 'package.json'), '{ "name": "little-house", "type": "module" }');
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['src'] }));
    writeFileSync(join(folder, 'src/index.ts'), text);
    const own: TypeDocOptions = {
      entryPoints: [join(folder, 'src/index.ts')],
      basePath: folder,
      tsconfig: join(folder, 'tsconfig.json'),
      plugin: [join(top, 'scripts/typedoc/interfaces-first.mjs')],
      readme: 'none',
    };
    const app = await Application.bootstrapWithPlugins({ ...settings.default, ...own }, [new TSConfigReader()]);
    const ears = new Ears();
    app.logger = ears;
    const project = await app.convert();
    if (!project) throw new Error(ears.heard.join('\n'));
    app.validate(project);
    return { project, complaints: ears.heard };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const compilerOptions = { target: 'es2023', module: 'nodenext', types: [] };

function seen(part: CommentDisplayPart): string {
  if (part.kind !== 'inline-tag' || typeof part.target !== 'object' || !('kind' in part.target)) return part.text;
  return `${part.text}: ${ReflectionKind[part.target.kind]} ${part.target.getFullName()}`;
}
