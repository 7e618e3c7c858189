import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BridgeServer } from '../../src/bridge/index.js';
import { MAPI_E_ATTACHMENT_NOT_FOUND, MAPI_E_FAILURE } from '../../src/mapi/index.js';
import { endOfSimpleSessions } from '../../src/subsystem/index.js';
import { Office } from '../subsystem/simple/office.js';
import { registerMailClient, unregisterMailClient } from './support/mailclient.js';
import { bitnesses, built, missing, run, start, windowsPath } from './support/run.js';

const BOB = 'to:Bob=SMTP:bob@example.org';

describe.skipIf(missing).each(bitnesses)('mail while the service is down, %s', (bits) => {
  beforeAll(registerMailClient);
  afterAll(unregisterMailClient);

  const program = (): string => built(bits, 'simple-host.exe');
  const subjects = (office: Office): readonly (string | undefined)[] =>
    office.desk.server.got.map(({ text }) => /^Subject: (.*?)\r?$/m.exec(text)?.[1]);
  /** Waits until the service has taken what was left. */
  const taken = async (drop: string): Promise<void> => {
    while (readdirSync(drop).some((name) => name !== 'refused'))
      await new Promise((resolve) => setTimeout(resolve, 10));
    await endOfSimpleSessions();
  };

  test('is left in the drop folder with its files, and sent once, in order, when the service comes', async () => {
    await using office = await Office.open();
    const { folder } = office.desk;
    const file = join(folder, 'figures.bin');
    writeFileSync(file, Buffer.alloc(700_000, 'z'));
    const env = { COMAIL_BRIDGE: windowsPath(join(folder, 'bridge')) };
    const steps = [
      'logon Work null 2',
      `send ${BOB} One Text 0 ${windowsPath(file)}`,
      `sendw bob@example.org ${encodeURIComponent('Zwei')} Text 0`,
      `send ${BOB} Missing Text 0 Z:\\nowhere`,
      'find null 0',
      'logoff',
      `send ${BOB} Three Text 0`,
    ];
    const { lines } = await run(program(), steps, env);
    expect(lines.map((line) => line.trim())).toEqual([
      '> logon -> 0',
      '> send -> 0',
      '> sendw -> 0',
      `> send -> ${MAPI_E_ATTACHMENT_NOT_FOUND}`,
      `> find -> ${MAPI_E_FAILURE}`,
      '> logoff -> 0',
      '> send -> 0',
    ]);
    const drop = join(folder, 'drop');
    expect(readdirSync(drop).filter((name) => /^[0-9A-F]{16}-[0-9A-F]{32}\.mail$/.test(name))).toHaveLength(3);
    // Copied: the program may delete what it has sent.
    rmSync(file);
    const bridge = await BridgeServer.open({ file: join(folder, 'bridge') });
    await taken(drop);
    await bridge.close();
    expect(subjects(office)).toEqual(['One', 'Zwei', 'Three']);
    expect(office.desk.server.got[0]?.text.length).toBeGreaterThan(900_000);
  });

  test('a session outlives the service: down it leaves mail, and with the next service it sends again', async () => {
    await using office = await Office.open();
    const { folder } = office.desk;
    const place = join(folder, 'bridge');
    const go = ['go1', 'go2'].map((name) => join(folder, name));
    const first = await BridgeServer.open({ file: place });
    const running = start(
      program(),
      [
        'logon Work null 2',
        `send ${BOB} Up Text 0`,
        `ready ${windowsPath(go[0] ?? '')}`,
        `send ${BOB} Down Text 0`,
        `ready ${windowsPath(go[1] ?? '')}`,
        `send ${BOB} Again Text 0`,
        'save Kept Text',
        'logoff',
      ],
      { COMAIL_BRIDGE: windowsPath(place) },
    );
    await running.printed('ready');
    await first.close();
    writeFileSync(go[0] ?? '', '');
    await running.printed('> send -> 0');
    while (readdirSync(join(folder, 'drop')).filter((name) => name.endsWith('.mail')).length < 1)
      await new Promise((resolve) => setTimeout(resolve, 10));
    const second = await BridgeServer.open({ file: place });
    await taken(join(folder, 'drop'));
    writeFileSync(go[1] ?? '', '');
    const { lines } = await running.ended;
    expect(lines).toEqual([
      '> logon -> 0',
      '> send -> 0',
      'ready',
      '> send -> 0',
      'ready',
      '> send -> 0',
      '> save -> 0',
      '> logoff -> 0',
    ]);
    await endOfSimpleSessions();
    await second.close();
    expect([...subjects(office)].sort()).toEqual(['Again', 'Down', 'Up']);
  });

  test('somebody else at the port is nobody: mail goes to the drop folder', async () => {
    await using office = await Office.open();
    const { folder } = office.desk;
    const stranger = await new Promise<Server>((resolve) => {
      const server = createServer((socket) => socket.on('error', () => {}).end(Buffer.alloc(80, 'C')));
      server.listen(0, '127.0.0.1', () => resolve(server));
    });
    const { port } = stranger.address() as { port: number };
    writeFileSync(join(folder, 'bridge'), `comail-bridge 1\nport ${port}\nsecret ${'ab'.repeat(32)}\n`, {
      mode: 0o600,
    });
    const env = { COMAIL_BRIDGE: windowsPath(join(folder, 'bridge')) };
    expect((await run(program(), [`send ${BOB} Hidden Text 0`], env)).lines).toEqual(['> send -> 0']);
    expect(readdirSync(join(folder, 'drop'))).toHaveLength(1);
    stranger.close();
  });
});
