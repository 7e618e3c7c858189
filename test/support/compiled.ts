import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
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
  // Beside the folder as beside `src`: the version that programs are greeted with stands there.
  const own = join(top, 'build', `package.json.${process.pid}`);
  copyFileSync(join(top, 'package.json'), own);
  renameSync(own, join(top, 'build/package.json'));
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

/**
 * One file as JavaScript, without a look at its types. What was compiled once is kept under `build/transpiled`: compiling all
 * rooms takes seconds, on a busy machine half a minute.
 */
export function transpiled(text: string): string {
  const hash = createHash('sha256')
    .update(`${ts.version} ${JSON.stringify(options)} ${text}`)
    .digest('hex');
  const kept = join(top, 'build/transpiled', `${hash}.js`);
  if (existsSync(kept)) return readFileSync(kept, 'utf8');
  const { outputText } = ts.transpileModule(text, options);
  mkdirSync(dirname(kept), { recursive: true });
  // Under a name of its own first: other processes may look for it now.
  const partial = `${kept}.${process.pid}`;
  writeFileSync(partial, outputText);
  renameSync(partial, kept);
  return outputText;
}

const options: ts.TranspileOptions = {
  compilerOptions: { target: ts.ScriptTarget.ES2023, module: ts.ModuleKind.ESNext, verbatimModuleSyntax: true },
};
