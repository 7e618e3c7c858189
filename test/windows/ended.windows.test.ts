import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { withManifest } from './support/beside.js';
import { bitnesses, built, missing, run, start, windowsPath } from './support/run.js';

describe.skipIf(missing).each(bitnesses)('how a program ended is told, %s', (bits) => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'comail-ended-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('its exit code, which it has written down as well: Wine may lose it', async () => {
    const noted = join(folder, 'code');
    const nowhere = { COMAIL_BRIDGE: 'Z:\\nowhere', COMAIL_EXIT_CODE: windowsPath(noted) };
    expect((await run(withManifest(bits, 'imnxport-host'), ['init'], nowhere)).code).toBe(1);
    expect(readFileSync(noted, 'ascii')).toBe('1\r\n');
  });

  test('the signal that killed it before its end', async () => {
    const running = start(built(bits, 'simple-host.exe'), [`ready ${windowsPath(join(folder, 'never'))}`], {
      COMAIL_MAPI_DLL: windowsPath(built(bits, 'comail-mapi.dll')),
    });
    await running.printed('ready');
    running.process.kill('SIGKILL');
    expect((await running.ended).code).toBe('SIGKILL');
  });
});
