// Tries the package as its users get it: packs it, installs it into an empty folder and runs a program that uses it, with the native
// addon and without. Run: npm run package. What npm's scripts of other packages would build is not needed here, and left out.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const top = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'comail-package-'));

try {
  run('npm', ['pack', '--ignore-scripts', '--pack-destination', folder], top);
  writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }\n');
  run('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', join(folder, tarball())], folder);
  cpSync(join(top, 'scripts/package/program.mjs'), join(folder, 'program.mjs'));
  tried('without the addon', /^words\nno addon: .*this builds it: node "[^"]*native-install\.mjs"$/);
  // As npm runs it when nobody forbids scripts.
  const built = run('npm', ['rebuild', 'comail', '--foreground-scripts'], folder);
  const not = /^comail: the native addon was not built .*$/m.exec(built);
  if (not && compiler()) throw new Error(not[0]);
  if (not) console.log(`skipped: the addon in the package: ${not[0]}`);
  else tried('with the addon', /^words\naddon: exposed 0, blocks 0$/);
  console.log('the package works where it is installed');
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function tarball() {
  const { name, version } = JSON.parse(readFileSync(join(top, 'package.json'), 'utf8'));
  return `${name}-${version}.tgz`;
}

/** Runs the program, and expects what it prints. */
function tried(how, expected) {
  const printed = run(process.execPath, ['program.mjs'], folder).trim();
  if (!expected.test(printed)) throw new Error(`the program ${how} printed:\n${printed}`);
}

function compiler() {
  return ['g++', 'make', 'python3'].every((name) => spawnSync('which', [name]).status === 0);
}

function run(command, words, cwd) {
  // What npm says of this very package would lead the inner npm here.
  const inherited = Object.entries(process.env).filter(([name]) => !/^(npm_|INIT_CWD|NODE_PATH)/i.test(name));
  const { error, status, stdout, stderr } = spawnSync(command, words, {
    cwd,
    env: Object.fromEntries(inherited),
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (error) throw error;
  if (status !== 0) throw new Error(`${command} ${words[0]} ended with ${status}:\n${stdout}\n${stderr}`);
  return `${stdout}${command === 'npm' ? stderr : ''}`;
}
