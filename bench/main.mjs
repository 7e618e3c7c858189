// `npm run bench`: compiles the bench together with the sources it measures, with the very options of the published
// build, then runs it. No loader sits between Node and the code under measurement, and dist/ is left alone.
import { spawnSync } from 'node:child_process';
import { copyFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

const compiler = createRequire(import.meta.url).resolve('typescript/bin/tsc');
const compiled = spawnSync(process.execPath, [compiler, '-p', here('./tsconfig.json')], { stdio: ['ignore', 2, 2] });
if (compiled.status !== 0) {
  process.stderr.write('bench: the sources do not compile; nothing was measured\n');
  process.exit(1);
}
// The version that programs are greeted with stands there.
copyFileSync(here('../package.json'), here('../node_modules/.cache/comail-bench/package.json'));
await import(new URL('../node_modules/.cache/comail-bench/bench/run.js', import.meta.url).href);
