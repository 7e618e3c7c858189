// The long runs: the plain suite on every Node that comail supports, and every round of the tests under test/long.
//   npm run test:long                      all of it
//   npm run test:long -- --tenth COMMIT    a tenth of the rounds and one Node, chosen by the commit's hash
//   npm run test:long -- --only nodes      one half alone; --only rounds for the other
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const top = fileURLToPath(new URL('..', import.meta.url));
const vitest = join(top, 'node_modules/vitest/vitest.mjs');

/** The Nodes beside the oldest, from the npm packages that carry them; half a gigabyte, so not among devDependencies. */
const nodes = [
  { alias: 'node22', version: '22.23.3' },
  { alias: 'node24', version: '24.21.0' },
  { alias: 'node26', version: '26.10.0' },
];

const { values } = parseArgs({ options: { tenth: { type: 'string' }, only: { type: 'string' } } });
const hash = values.tenth === undefined ? undefined : Number.parseInt(values.tenth.slice(0, 8), 16) || 0;
const outcomes = [];

if (values.only !== 'rounds') {
  const others = nodes.filter(({ version }) => version.split('.')[0] !== process.versions.node.split('.')[0]);
  const chosen = hash === undefined ? others : [others[hash % others.length]];
  for (const node of chosen) outcomes.push(plainSuiteOn(node));
}
if (values.only !== 'nodes') outcomes.push(rounds());
process.exitCode = outcomes.every(Boolean) ? 0 : 1;

function plainSuiteOn({ alias, version }) {
  const binary = join(top, 'ci/nodes/node_modules', alias, 'bin/node');
  if (!has(binary, version)) install(alias, version);
  if (!has(binary, version)) {
    console.log(`skip: Node ${version} cannot be had from the npm registry here`);
    return true;
  }
  console.log(`\nThe plain suite on Node ${version}`);
  return run(binary, [vitest, 'run']);
}

function rounds() {
  console.log(hash === undefined ? '\nEvery long round' : `\nThe long rounds that end in ${hash % 10}`);
  const tenth = hash === undefined ? {} : { COMAIL_TENTH: String(hash % 10) };
  return run(process.execPath, [vitest, 'run', '--config', 'vitest.long.config.ts'], tenth);
}

function has(binary, version) {
  return existsSync(binary) && spawnSync(binary, ['--version'], { encoding: 'utf8' }).stdout?.trim() === `v${version}`;
}

/**
 * Adds one Node to ci/nodes, a package of its own that only this script knows. The package of the platform brings the program;
 * the one named `node` fetches it by an install script, which newer npms do not run.
 */
function install(alias, version) {
  const folder = join(top, 'ci/nodes');
  const manifest = join(folder, 'package.json');
  mkdirSync(folder, { recursive: true });
  if (!existsSync(manifest)) writeFileSync(manifest, '{ "name": "nodes", "private": true }\n');
  const before = readFileSync(manifest, 'utf8');
  const { status } = spawnSync(
    'npm',
    ['install', '--no-audit', '--no-fund', `${alias}@npm:node-${process.platform}-${process.arch}@${version}`],
    {
      cwd: folder,
      stdio: ['ignore', 'inherit', 'inherit'],
    },
  );
  if (status !== 0) writeFileSync(manifest, before);
}

function run(command, args, env = {}) {
  return spawnSync(command, args, { cwd: top, stdio: 'inherit', env: { ...process.env, ...env } }).status === 0;
}
