import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Compiled, compiled } from '../../support/compiled.js';

const program = `
const [face, name, most] = process.argv.slice(2);
const { MAPIInitialize, MAPIAdminProfiles } = await import(face);
MAPIInitialize(null);
const [, admin] = await MAPIAdminProfiles(0);
process.stdout.write('ready');
for (let made = 0; made < Number(most); made++) {
  const hr = await admin.CreateProfile(name + made, null, 0, 0);
  if (hr !== 0) throw new Error(String(hr));
  process.stdout.write('.');
}
admin.Release();
`;

let rooms: Compiled;
let folder: string;
beforeAll(() => {
  rooms = compiled(['base', 'com', 'mapi', 'subsystem']);
});
afterAll(() => rooms.remove());
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'comail-processes-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function start(name: string, most: number): ChildProcess {
  const path = join(folder, 'program.mjs');
  writeFileSync(path, program);
  const face = join(rooms.folder, 'subsystem/index.js');
  return spawn(process.execPath, [path, face, name, String(most)], {
    env: { ...process.env, COMAIL_HOME: folder },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}
const names = (): readonly string[] =>
  Object.keys(JSON.parse(readFileSync(join(folder, 'profiles.json'), 'utf8')).profiles).sort();

test('two processes that change the profiles at once lose nothing of each other', async () => {
  const both = [start('a', 25), start('b', 25)];
  const codes = await Promise.all(both.map(async (child) => (await once(child, 'exit'))[0]));
  expect(codes).toEqual([0, 0]);
  const expected = ['a', 'b'].flatMap((name) => Array.from({ length: 25 }, (_, made) => `${name}${made}`));
  expect(names()).toEqual(expected.sort());
  for (const name of ['profiles.json', 'secrets.json']) expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600);
});

test('a process that is killed while it changes the profiles leaves whole files, and the next one goes on', async () => {
  const victim = start('a', 100_000);
  let made = 0;
  for await (const piece of victim.stdout ?? []) {
    made += String(piece).split('.').length - 1;
    if (made >= 5) break;
  }
  victim.kill('SIGKILL');
  if (victim.exitCode === null && victim.signalCode === null) await once(victim, 'exit');
  const [code] = await once(start('b', 3), 'exit');
  expect(code).toBe(0);
  expect(names().filter((name) => name.startsWith('a')).length).toBeGreaterThanOrEqual(made);
  expect(names().filter((name) => name.startsWith('b'))).toEqual(['b0', 'b1', 'b2']);
});
