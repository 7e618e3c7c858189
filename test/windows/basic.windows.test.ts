import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { MAPI_E_ATTACHMENT_NOT_FOUND, MAPI_E_FAILURE, MAPI_E_INVALID_RECIPS } from '../../src/mapi/index.js';
import { endOfSimpleSessions } from '../../src/subsystem/index.js';
import { BridgeDesk } from '../bridge/desk.js';
import { Desk } from '../flows/desk.js';
import { bitnesses, built, missing, run, windowsPath } from './support/run.js';

describe.skipIf(missing).each(bitnesses)('Simple MAPI as Visual Basic calls it, %s', (bits) => {
  test('strings and arrays of Basic go there and come back', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'comail-basic-'));
    const file = join(folder, 'figures.txt');
    writeFileSync(file, 'figures');
    await using mail = await Desk.open();
    await using desk = await BridgeDesk.open();
    const env = {
      COMAIL_BRIDGE: windowsPath(desk.bridge.file),
      COMAIL_MAPI_DLL: windowsPath(built(bits, 'comail-mapi.dll')),
    };
    const words = ['Work', 'bob@example.org', windowsPath(file)];
    const { code, lines } = await run(built(bits, 'simple-basic.exe'), words, env);
    expect(lines).toEqual([
      '> logon -> 0',
      '> send -> 0',
      `> no recipients -> ${MAPI_E_INVALID_RECIPS}`,
      `> no files -> ${MAPI_E_ATTACHMENT_NOT_FOUND}`,
      '> resolve -> 0',
      'SMTP:bob@example.org with an identifier',
      '> save -> 0',
      '> find -> 0',
      'the same',
      '> read -> 0',
      '1 recipients 1 files',
      '> get -> 0',
      'Basic Text to bob@example.org with figures.txt',
      `> get again -> ${MAPI_E_FAILURE}`,
      '> details -> 0',
      '> address -> 0',
      '> chosen -> 0',
      '1 bob@example.org',
      '> logoff -> 0',
    ]);
    expect(code).toBe(0);
    await endOfSimpleSessions();
    expect(mail.server.got.map(({ to }) => to)).toEqual([['bob@example.org']]);
    rmSync(folder, { recursive: true, force: true });
  });
});
