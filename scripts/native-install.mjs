// The package's install script. The addon is an extra: native programs in the same process need it, nothing else does.
// So it is built when that is possible, and when it is not, one line says so and the installation goes on.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const top = fileURLToPath(new URL('..', import.meta.url));
const built = join(top, 'build', 'Release', 'comail.node');
const { resolve } = createRequire(import.meta.url);

if (!(isFresh() && loads())) {
  const trouble = build();
  if (trouble) console.warn(`comail: the native addon was not built (${trouble}); everything else works without it`);
}

/** Whether there is a build that is not older than what it was made from. */
function isFresh() {
  if (!existsSync(built)) return false;
  const time = statSync(built).mtimeMs;
  return [join(top, 'binding.gyp'), ...sources()].every((file) => statSync(file).mtimeMs <= time);
}

// The native side of the tests is in the repository alone.
function sources() {
  return ['native/addon', 'native/test/addon']
    .map((folder) => join(top, folder))
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)));
}

// In a process of its own, for a build of another machine may take the process with it.
function loads() {
  return spawnSync(process.execPath, ['-e', 'require(process.argv[1])', built], { stdio: 'ignore' }).status === 0;
}

/** Builds, and answers what stood in the way, or null. */
function build() {
  const gyp = nodeGyp();
  if (!gyp) return 'node-gyp is not installed';
  if (!has('node-addon-api/package.json')) return 'node-addon-api is not installed';
  // Not `rebuild`, which empties all of build/: the DLLs for Windows programs lie there, too.
  rmSync(join(top, 'build', 'Release'), { recursive: true, force: true });
  const made = spawnSync(process.execPath, [gyp, 'configure', 'build', ...headers()], {
    cwd: top,
    encoding: 'utf8',
    timeout: 300_000,
    maxBuffer: 64 * 1024 * 1024,
  });
  if (made.error) return made.error.message;
  if (made.status !== 0) return firstError(`${made.stdout}\n${made.stderr}`);
  return loads() ? null : 'what was built does not load';
}

// The one of this project; else the one that npm brings along.
function nodeGyp() {
  if (has('node-gyp/bin/node-gyp.js')) return resolve('node-gyp/bin/node-gyp.js');
  const ofNpm = process.env.npm_config_node_gyp;
  return ofNpm && existsSync(ofNpm) ? ofNpm : null;
}

// node-gyp itself honours npm_config_nodedir. Without it, headers beside this Node spare the download.
function headers() {
  if (process.env.npm_config_nodedir) return [];
  const beside = dirname(dirname(process.execPath));
  return existsSync(join(beside, 'include', 'node', 'node_api.h')) ? [`--nodedir=${beside}`] : [];
}

function has(module) {
  try {
    resolve(module);
    return true;
  } catch {
    return false;
  }
}

function firstError(output) {
  const lines = output.split('\n').map((line) => line.trim());
  const said = lines.find((line) => /\berror:/.test(line)) ?? lines.find((line) => /^gyp ERR! stack /.test(line));
  return said?.replace(/^gyp ERR! stack (Error: )?/, '').slice(0, 160) ?? 'node-gyp failed';
}
