import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { BridgeDesk } from '../bridge/desk.js';
import { Desk } from '../flows/desk.js';
import { HostileService } from './support/hostile.js';
import { bitnesses, built, missing, run, windowsPath } from './support/run.js';

const seed = Number(process.env['COMAIL_SEED'] ?? '1');
const rounds = Number(process.env['COMAIL_ROUNDS'] ?? '30');

describe.skipIf(missing).each(bitnesses)('a program whose service answers what it likes, %s', (bits) => {
  test('lives: broken frames end the connection, wrong values are values', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'comail-hostile-'));
    const file = join(folder, 'bridge');
    await using _mail = await Desk.open();
    await using desk = await BridgeDesk.open();
    await using hostile = await HostileService.open(desk.bridge.file, file, seed);
    const env = { COMAIL_BRIDGE: windowsPath(file), COMAIL_MAPI_DLL: windowsPath(built(bits, 'comail-mapi.dll')) };
    expect(await run(built(bits, 'extended-hostile.exe'), [String(rounds)], env)).toEqual({
      code: 0,
      lines: ['lived'],
    });
    expect(hostile.damaged).toBeGreaterThan(rounds / 2);
    rmSync(folder, { recursive: true, force: true });
  });
});
