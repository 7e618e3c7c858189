import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { MAPI_EXTENDED, MAPI_NEW_SESSION, MAPI_UNICODE } from '../../src/mapi/index.js';
import { BridgeDesk } from '../bridge/desk.js';
import { Desk } from '../flows/desk.js';
import { registerMailClient, unregisterMailClient } from './support/mailclient.js';
import { bitnesses, built, missing, run, windowsPath } from './support/run.js';

const logonFlags = MAPI_EXTENDED | MAPI_NEW_SESSION;

describe.skipIf(missing).each(bitnesses)('a program that calls mapi32!MAPILogonEx, %s', (bits) => {
  beforeAll(registerMailClient);
  afterAll(unregisterMailClient);

  const host = async (
    desk: BridgeDesk,
    steps: readonly string[],
    more: NodeJS.ProcessEnv = {},
  ): Promise<readonly string[]> => {
    const env = { COMAIL_BRIDGE: windowsPath(desk.bridge.file), ...more };
    return (await run(built(bits, 'extended-host.exe'), steps, env)).lines;
  };

  test('logs on and reads the table of stores', async () => {
    await using _desk = await Desk.open();
    await using desk = await BridgeDesk.open();
    const lines = await host(desk, ['init', `logon Work ${(logonFlags | MAPI_UNICODE) >>> 0}`, 'stores', 'uninit']);
    expect(lines).toEqual([
      '> init -> 0x00000000',
      '> logon -> 0x00000000',
      'session there',
      '> GetMsgStoresTable -> 0x00000000',
      '> SetColumns -> 0x00000000',
      '> QueryRows -> 0x00000000',
      'store "mail" entry 1 default 1',
      'left 0',
    ]);
  });
});
