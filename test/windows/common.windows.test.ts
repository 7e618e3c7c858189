import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { BridgeServer } from '../../src/bridge/index.js';

const top = fileURLToPath(new URL('../..', import.meta.url));
const out = join(top, 'build/windows');
const program = join(out, 'linux/common-test');
const compiler =
  process.platform === 'linux' && ['make', 'g++'].every((name) => spawnSync('which', [name]).status === 0);
if (!compiler) console.log('skipped: the tests of native/common on Linux need make and g++');

describe.skipIf(!compiler)('the part of the DLLs that is no Windows, under the sanitizers of Linux', () => {
  beforeAll(() => {
    const { status, stderr } = spawnSync('make', ['-C', join(top, 'native'), 'linux', `OUT=${out}`], {
      encoding: 'utf8',
    });
    expect(status, stderr).toBe(0);
  });

  test('hashes, greeting, values and the file of the bridge as in the vectors; broken values are refused', () => {
    const { status, stdout, stderr } = spawnSync(program, [join(top, 'test/corpus/protocol/vectors.txt')], {
      encoding: 'utf8',
    });
    expect(stdout.split('\n').filter((line) => line.startsWith('FAILED'))).toEqual([]);
    expect(stdout.match(/^ok /gm)?.length).toBeGreaterThan(25);
    expect(stderr).toBe('');
    expect(status).toBe(0);
  });

  test('calls an object of a service, and hears of its end', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'comail-common-'));
    const bridge = await BridgeServer.open({ file: join(folder, 'bridge') });
    const child = spawn(program, ['--live'], { env: { ...process.env, COMAIL_BRIDGE: bridge.file } });
    const printed: string[] = [];
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (bytes) => printed.push(String(bytes)));
    const status = await new Promise((resolve) => child.once('close', resolve));
    expect(printed.join('').match(/^ok .*$/gm)).toEqual([
      'ok the service is there',
      'ok CoCreateInstance',
      'ok an object of the service',
      'ok GetStatus',
      'ok IXP_DISCONNECTED',
      'ok a call after the end',
    ]);
    expect(status).toBe(0);
    await bridge.close();
    rmSync(folder, { recursive: true, force: true });
  });
});
