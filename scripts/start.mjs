// `npm start`: builds when the build is missing or older than its sources, then shows one message being sent.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { build, isStale } from './build.mjs';

if (isStale()) {
  console.log('Building comail (once)...');
  const failed = build();
  if (failed) process.exit(failed);
}
const main = fileURLToPath(new URL('../dist/cli/main.js', import.meta.url));
const verb = process.argv.length > 2 ? process.argv.slice(2) : ['demo'];
process.exitCode = spawnSync(process.execPath, [main, ...verb], { stdio: 'inherit' }).status ?? 1;
