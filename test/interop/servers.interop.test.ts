import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { startExim } from '../support/servers/index.js';
import { openOverlay } from '../support/servers/overlay.js';

/** The numbers of the processes whose command line holds a text. */
function processesWith(text: string): readonly number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && commandLine(name).includes(text))
    .map(Number);
}

function commandLine(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    return ''; // The process ended while we looked.
  }
}

function reachable(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.unref();
  });
}

/** Asks again until the answer is yes; a test's own time limit ends the waiting. */
async function until(question: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await question())) await new Promise((resolve) => setTimeout(resolve, 20));
}

const probe = await openOverlay('probe', ['base-files']);
if ('skip' in probe) console.warn(`skipped: servers in overlays: ${probe.skip}`);
else await probe.stop();

describe.skipIf('skip' in probe)('a server in an overlay', () => {
  test('a package that does not exist is a reason to skip, never a failure', async () => {
    const overlay = await openOverlay('none', ['comail-no-such-package']);
    expect(overlay).toEqual({ skip: expect.stringMatching(/apt-get install .*comail-no-such-package/) });
  });

  test('nothing of it is seen from outside, and nothing is left after stop', async () => {
    const server = await startExim();
    if ('skip' in server) return console.warn(`skipped: Exim: ${server.skip}`);
    expect(await reachable(server.ports.smtp)).toBe(true);
    expect(readFileSync('/proc/self/mountinfo', 'utf8')).not.toContain('comail-servers');
    expect(existsSync('/etc/comail')).toBe(false);
    await server.stop();
    expect(await reachable(server.ports.smtp)).toBe(false);
    await server.stop();
  });

  test('it ends with the process that started it, even one that was killed', async () => {
    const folder = await compiledOverlay();
    try {
      const mark = `sleep 7${process.pid}`;
      await writeFile(join(folder, 'abandon.mjs'), abandon(mark));
      const parent = spawn(process.execPath, [join(folder, 'abandon.mjs')], { stdio: ['ignore', 'pipe', 'inherit'] });
      await new Promise((resolve) => parent.stdout.once('data', resolve));
      // A process that is about to become another program has no command line for a moment.
      await until(() => processesWith(mark).length === 1);
      parent.kill('SIGKILL');
      await until(() => processesWith(mark).length === 0);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});

/** A program that starts something in an overlay and then only waits. */
function abandon(mark: string): string {
  return `import { openOverlay } from './overlay.mjs';
const overlay = await openOverlay('probe', ['base-files']);
await overlay.launch('sh', '-c', '${mark} &');
console.log('up');
setInterval(() => {}, 1000);
`;
}

/** Node 20 cannot run TypeScript: a copy of overlay.ts as JavaScript, beside its shell scripts. */
async function compiledOverlay(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'comail-overlay-'));
  const source = fileURLToPath(new URL('../support/servers/', import.meta.url));
  const { outputText } = ts.transpileModule(await readFile(join(source, 'overlay.ts'), 'utf8'), {
    compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2023 },
  });
  await writeFile(join(folder, 'overlay.mjs'), outputText);
  await copyFile(join(source, 'overlay.sh'), join(folder, 'overlay.sh'));
  await copyFile(join(source, 'leash.sh'), join(folder, 'leash.sh'));
  return folder;
}
