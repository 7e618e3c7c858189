import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { MAPI_EXTENDED, MAPI_NEW_SESSION, MAPI_UNICODE } from '../../src/mapi/index.js';
import { BridgeDesk } from '../bridge/desk.js';
import { Desk } from '../flows/desk.js';
import { registerMailClient, unregisterMailClient } from './support/mailclient.js';
import { bitnesses, built, missing, run, start, windowsPath } from './support/run.js';

const wide = `logon Work ${(MAPI_EXTENDED | MAPI_NEW_SESSION | MAPI_UNICODE) >>> 0}`;
const narrow = `logon Work ${MAPI_EXTENDED | MAPI_NEW_SESSION}`;
/** What each program does first, and what it prints of it. */
const opened = ['stores', 'open', 'create Plain Text'];
const ok = (name: string): string => `> ${name} -> 0x00000000`;
const openedLines = [
  ...['GetMsgStoresTable', 'SetColumns', 'Restrict', 'QueryRows'].map(ok),
  'store "mail" default 1',
  'table left 0',
  ...['OpenMsgStore', 'GetProps', 'OpenEntry'].map(ok),
  'type 3',
  ok('CreateMessage'),
  ok('SetProps'),
  'no problems',
];
const closedLines = [ok('StoreLogoff'), ok('Logoff'), 'session left 0'];

describe.skipIf(missing).each(bitnesses)('a program that calls mapi32!MAPILogonEx, %s', (bits) => {
  let folder: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'comail-extended-'));
    await registerMailClient();
  });
  afterAll(async () => {
    await unregisterMailClient();
    rmSync(folder, { recursive: true, force: true });
  });

  const ours = { COMAIL_MAPI_DLL: windowsPath(built(bits, 'comail-mapi.dll')) };
  const lines = async (
    desk: BridgeDesk,
    program: string,
    steps: readonly string[],
    more: NodeJS.ProcessEnv = {},
  ): Promise<readonly string[]> => {
    const env = { COMAIL_BRIDGE: windowsPath(desk.bridge.file), ...more };
    return (await run(built(bits, `${program}.exe`), steps, env)).lines;
  };
  /** What a program prints between its opening and its end. */
  const between = async (
    desk: BridgeDesk,
    program: string,
    steps: readonly string[],
    more: NodeJS.ProcessEnv = {},
  ): Promise<readonly string[]> => {
    const all = await lines(desk, program, ['init', narrow, ...opened, ...steps, 'logoff', 'uninit'], more);
    expect(all.slice(0, 2)).toEqual([ok('init'), ok('logon')]);
    expect(all.slice(2, 2 + openedLines.length)).toEqual(openedLines);
    expect(all.slice(-closedLines.length)).toEqual(closedLines);
    return all.slice(2 + openedLines.length, -closedLines.length);
  };

  test('x', async () => {
    await using mail = await Desk.open();
    await using desk = await BridgeDesk.open();
    console.log(await between(desk, 'extended-sender', ['to bob@example.org', 'resolve carol@example.org', 'attach x.bin 3000000', 'submit']));
    console.log(await between(desk, 'extended-host', ['nulls', 'query', 'names', 'thread','profiles']));
    console.log(await between(desk, 'extended-host', ['advise', 'save', 'pump 1', 'unadvise']));
    writeFileSync(join(folder, 'in'), Buffer.alloc(3_000_000, 'ab'));
    console.log(await lines(desk, 'extended-helpers', ['init', narrow, 'stores all', ...opened, 'prop', 'copies', `file ${windowsPath(join(folder, 'in'))} ${windowsPath(join(folder, 'out'))}`, 'temporary', 'copyto', 'callback', 'decorated', 'logoff'], ours));
    console.log(readFileSync(join(folder, 'out')).length, mail.server.got.length, start, wide);
  });
});
