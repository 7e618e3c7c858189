// Builds dist from src. `npm run build` always builds; `npm start` asks `isStale` first.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const top = fileURLToPath(new URL('..', import.meta.url));
const dist = join(top, 'dist');
const src = join(top, 'src');

/** Whether dist is missing, or older than any source or any setting of the compiler. */
export function isStale() {
  const outputs = filesUnder(dist).filter((file) => file.endsWith('.js'));
  if (outputs.length === 0) return true;
  const built = Math.min(...outputs.map((file) => statSync(file).mtimeMs));
  const inputs = [
    ...filesUnder(src),
    ...['package.json', 'tsconfig.json', 'tsconfig.build.json'].map((f) => join(top, f)),
  ];
  return inputs.some((file) => statSync(file).mtimeMs > built) || sources().some((file) => !existsSync(outputOf(file)));
}

/**
 * Compiles src into dist and takes away what an earlier build left there of sources that are gone.
 *
 * @returns {number} the exit code of the compiler
 */
export function build() {
  const tsc = fileURLToPath(new URL('../node_modules/typescript/bin/tsc', import.meta.url));
  const { status } = spawnSync(process.execPath, [tsc, '-p', 'tsconfig.build.json'], { cwd: top, stdio: 'inherit' });
  if (status === 0) removeOrphans();
  return status ?? 1;
}

function removeOrphans() {
  const stems = new Set(sources().map((file) => relative(src, file).replace(/\.ts$/, '')));
  for (const file of filesUnder(dist)) {
    const stem = relative(dist, file).replace(/\.(d\.ts|js)(\.map)?$/, '');
    if (!stems.has(stem)) rmSync(file);
  }
}

function sources() {
  return filesUnder(src).filter((file) => file.endsWith('.ts'));
}

function outputOf(source) {
  return join(dist, relative(src, source)).replace(/\.ts$/, '.js');
}

function filesUnder(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath ?? entry.path}${sep}${entry.name}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = build();
