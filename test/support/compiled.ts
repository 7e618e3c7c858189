import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const top = fileURLToPath(new URL('../..', import.meta.url));

/** Rooms as JavaScript, for tests that need another process. */
export interface Compiled {
  /** The folder that stands for `src`. */
  readonly folder: string;
  /** Removes it. */
  remove(): void;
}

/**
 * Compiles rooms without checking types. They lie under `build`, so that the packages they need are found.
 *
 * @param rooms paths below `src`
 */
export function compiled(rooms: readonly string[]): Compiled {
  mkdirSync(join(top, 'build'), { recursive: true });
  const folder = mkdtempSync(join(top, 'build', 'compiled-'));
  for (const room of rooms)
    for (const name of readdirSync(join(top, 'src', room), { recursive: true, encoding: 'utf8' })) {
      if (!name.endsWith('.ts')) continue;
      const target = join(folder, room, name.replace(/\.ts$/, '.js'));
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, transpiled(readFileSync(join(top, 'src', room, name), 'utf8')));
    }
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** One file as JavaScript, without a look at its types. */
export const transpiled = (text: string): string => ts.transpileModule(text, options).outputText;

const options: ts.TranspileOptions = {
  compilerOptions: { target: ts.ScriptTarget.ES2023, module: ts.ModuleKind.ESNext, verbatimModuleSyntax: true },
};
