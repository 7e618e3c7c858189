// The "install" script: builds the native addon where that is possible. comail works without it, so nothing here fails an
// installation: it is quiet when the addon is there, and one line tells when it is not and why.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const top = fileURLToPath(new URL('..', import.meta.url));
const secondsToBuild = 180;

if (existsSync(join(top, 'binding.gyp')) && !isBuilt()) build();

/** Whether a build is there that is newer than its sources and that this Node loads. */
function isBuilt() {
  const release = join(top, 'build/Release');
  const addons = existsSync(release) ? readdirSync(release).filter((name) => name.endsWith('.node')) : [];
  if (addons.length === 0) return false;
  const sources = readdirSync(join(top, 'native'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
  const changed = Math.max(...[...sources, join(top, 'binding.gyp')].map((file) => statSync(file).mtimeMs));
  return addons.every((name) => {
    const addon = join(release, name);
    if (statSync(addon).mtimeMs < changed) return false;
    const load = `require(${JSON.stringify(addon)})`;
    return spawnSync(process.execPath, ['-e', load], { stdio: 'ignore' }).status === 0;
  });
}

function build() {
  const gyp = nodeGyp();
  if (gyp === undefined) return warn('node-gyp is not installed');
  const args = [gyp, 'rebuild', '--loglevel', 'warn', ...headers()];
  const made = spawnSync(process.execPath, args, { cwd: top, encoding: 'utf8', timeout: secondsToBuild * 1000 });
  if (made.error) return warn(made.error.message);
  if (made.status !== 0) return warn(reasonIn(`${made.stdout}\n${made.stderr}`));
  if (!isBuilt()) warn('it was built, but this Node does not load it');
}

/** The project's own node-gyp, or the one that npm brings along. */
function nodeGyp() {
  try {
    return createRequire(import.meta.url).resolve('node-gyp/bin/node-gyp.js');
  } catch {
    return process.env.npm_config_node_gyp;
  }
}

/** The headers beside this Node, so that nothing is fetched; without them node-gyp looks for its own. */
function headers() {
  const nodedir = resolve(dirname(process.execPath), '..');
  return existsSync(join(nodedir, 'include/node/node_api.h')) ? ['--nodedir', nodedir] : [];
}

/** The compiler's first error, else node-gyp's own. */
function reasonIn(output) {
  const told = /^.*\berror: .*$/m.exec(output) ?? /(?<=gyp ERR! stack )(?:Error: )?(?!at ).*$/m.exec(output);
  return told?.[0].trim() ?? 'node-gyp failed';
}

function warn(reason) {
  console.warn(`comail: the native addon was not built (${reason.slice(0, 200)}); everything else works without it`);
}
