import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BridgeServer } from '../../src/bridge/index.js';
import { assertLedgerEmpty, type LedgerTotals, ledgerTotals } from '../../src/com/index.js';
import { setTransportSettings } from '../../src/imnxport/index.js';
import { MailServer } from '../client/mail-server.js';
import { testAuthority, testIdentity } from '../support/certificates/index.js';
import { withManifest } from './support/beside.js';
import { hosted } from './support/host.js';
import { bitnesses, missing, run, windowsPath } from './support/run.js';

/** The environment of a program that finds the bridge. */
const env = (bridge: BridgeServer): NodeJS.ProcessEnv => ({ COMAIL_BRIDGE: windowsPath(bridge.file) });

/** Waits until a connection's end has been noticed here. */
const quiet = async (bridge: BridgeServer): Promise<void> => {
  while (bridge.connections > 0) await new Promise((resolve) => setTimeout(resolve, 5));
};

const send = (to: string, body = 'Subject:%20Hi%0D%0A%0D%0AHello%0D%0A.dot%0D%0A'): string =>
  `send ann@example.com ${to} ${body}`;
const FINISH = ['disconnect', 'wait status 8'];

describe.skipIf(missing)('a program that calls ISMTPTransport hears what the TypeScript API tells', () => {
  let folder: string;
  let bridge: BridgeServer;
  let before: LedgerTotals;

  beforeAll(async () => {
    before = ledgerTotals();
    folder = mkdtempSync(join(tmpdir(), 'comail-bridge-'));
    bridge = await BridgeServer.open({ file: join(folder, 'bridge') });
    setTransportSettings({ tls: { ca: testAuthority } });
  });
  afterAll(async () => {
    setTransportSettings(null);
    await bridge.close();
    rmSync(folder, { recursive: true, force: true });
    assertLedgerEmpty(before);
  });

  /** The same steps by the API and by programs of both bitnesses: the same lines. */
  async function alike(steps: readonly string[]): Promise<readonly string[]> {
    const expected = await hosted(steps);
    for (const bits of bitnesses) {
      const { code, lines } = await run(withManifest(bits, 'imnxport-host'), steps, env(bridge));
      expect(lines, bits).toEqual(expected);
      expect(code, bits).toBe(0);
      await quiet(bridge);
    }
    return expected;
  }

  const connect = (port: number, more = ''): string => `connect port=${port} log=1${more}`;

  test('a message is sent: every line on the wire, every answer', async () => {
    await using server = await MailServer.start();
    const steps = ['init', connect(server.port), 'wait response 2', 'isstate 2', send('bob@example.com')];
    const lines = await alike([...steps, 'wait response 3', 'serverinfo', 'ixptype', ...FINISH, 'status']);
    expect(server.got.map(({ to }) => to)).toEqual([['bob@example.com'], ['bob@example.com'], ['bob@example.com']]);
    expect(new Set(server.got.map(({ text }) => text)).size).toBe(1);
    expect(server.got[0]?.text).toContain('Hello\r\n.dot\r\n');
    expect(lines).toContain('OnCommand 0 0x00000000 "RCPT TO:<bob@example.com>"');
  });

  test('a large message shows its progress', async () => {
    await using server = await MailServer.start();
    const steps = ['init', connect(server.port), 'wait response 2', send('bob@example.com', 'size:300000')];
    const lines = await alike([...steps, 'wait response 3', ...FINISH]);
    expect(lines.filter((line) => line.includes('stream=')).length).toBeGreaterThan(1);
    expect(server.got.every(({ text }) => text.length > 300_000)).toBe(true);
  });

  test('a refused recipient fails the message, and the transport stays usable', async () => {
    await using server = await MailServer.start();
    const steps = ['init', connect(server.port), 'wait response 2', send('bob@example.com,nobody@example.com')];
    const lines = await alike([...steps, 'wait response 3', send('bob@example.com'), 'wait response 3', ...FINISH]);
    expect(lines.find((line) => line.startsWith('OnResponse 3 done 0x800CCC79 550'))).toBeDefined();
    expect(server.got).toHaveLength(3);
  });

  test('no sender, no recipient', async () => {
    await using server = await MailServer.start();
    const steps = ['init', connect(server.port), 'wait response 2', 'send - bob@example.com x', 'wait response 3'];
    await alike([...steps, 'send ann@example.com - x', 'wait response 3', ...FINISH]);
  });

  test('a password is asked for until one is right', async () => {
    await using server = await MailServer.start();
    const account = ' auth=1 user=ann password=wrong';
    const steps = ['init', 'passwords false,right', connect(server.port, account), 'wait response 2'];
    const lines = await alike([
      ...steps,
      'isstate 3',
      send('bob@example.com'),
      'wait response 3',
      'serverinfo',
      ...FINISH,
    ]);
    expect(lines.filter((line) => line.startsWith('OnLogonPrompt'))).toHaveLength(2);
    expect(server.got.map(({ user }) => user)).toEqual(['ann', 'ann', 'ann']);
  });

  test('a prompt that is cancelled ends the connection', async () => {
    await using server = await MailServer.start();
    await alike(['init', connect(server.port, ' auth=1 user=ann password=wrong'), 'wait status 8', 'status']);
  });

  test('TLS: upgraded, and from the first byte', async () => {
    await using upgraded = await MailServer.start({ hideSTARTTLS: false });
    const steps = [send('bob@example.com'), 'wait response 3', ...FINISH];
    await alike(['init', connect(upgraded.port, ' host=localhost flags=4'), 'wait response 2', ...steps]);
    await using secure = await MailServer.start({ secure: true });
    await alike(['init', connect(secure.port, ' host=localhost ssl=1'), 'wait response 2', ...steps]);
    expect([...upgraded.got, ...secure.got].map((each) => each.secure)).toEqual(Array(6).fill(true));
  });

  test('a certificate of another name is a question', async () => {
    await using server = await MailServer.start({ secure: true, ...testIdentity('other') });
    await alike(['init', connect(server.port, ' ssl=1'), 'wait status 8']);
  });

  test('single commands, in and out of order', async () => {
    await using server = await MailServer.start();
    const envelope = ['mail ann@example.com', 'wait response 7', 'rcpt bob@example.com', 'wait response 8'];
    const body = ['data', 'wait response 11', 'mail x@y', 'stream Subject:%20One%0D%0A%0D%0Atext', 'wait response 12'];
    const steps = ['init', connect(server.port), 'wait response 2', 'ehlo', 'wait response 5', ...envelope, ...body];
    await alike([
      ...steps,
      'dot',
      'rset',
      'wait response 9',
      'rcpt2 bob@example.com 32',
      'auth NONSENSE',
      'quit',
      'wait status 8',
    ]);
    expect(server.got).toHaveLength(3);
  });

  test('one command at a time', async () => {
    await using server = await MailServer.start();
    const steps = [
      'init',
      connect(server.port),
      'wait response 2',
      send('bob@example.com'),
      send('bob@example.com'),
      'rset',
    ];
    const lines = await alike([...steps, 'isstate 1', 'wait response 3', ...FINISH]);
    expect(lines.filter((line) => line.endsWith('0x800CCC0B'))).toHaveLength(2);
    expect(server.got).toHaveLength(3);
  });

  test('NULL where a pointer belongs', async () => {
    const lines = await alike([
      'init null',
      'nulls',
      'init',
      'nulls',
      'status',
      'serverinfo',
      'isstate 9',
      'rset',
      'disconnect',
      'drop',
    ]);
    expect(lines.filter((line) => line.includes('null -> 0x80070057')).length).toBeGreaterThan(20);
  });

  test('a server that is not there', async () => {
    const nobody = await listening(() => {});
    const { port } = nobody.address() as AddressInfo;
    nobody.close();
    await once(nobody, 'close');
    await alike(['init', connect(port), 'wait status 8', 'status']);
  });

  test('a server that hangs up, a program that does', async () => {
    const server = await listening((socket) => {
      socket.write('220 ready\r\n');
      socket.once('data', () => socket.end());
    });
    const { port } = server.address() as AddressInfo;
    await alike(['init', connect(port), 'wait status 8', 'status', 'drop']);
    server.close();
    await using other = await MailServer.start();
    await alike(['init', connect(other.port), 'wait response 2', 'drop', 'status', 'handsoff', 'handsoff', 'rset']);
  });

  test('a server that says nothing: OnTimeout is asked', async () => {
    const server = await listening(() => {});
    const { port } = server.address() as AddressInfo;
    const lines = await alike(['init', 'seconds 1,0', `connect port=${port} timeout=1`, 'wait status 8']);
    expect(lines.filter((line) => line.startsWith('OnTimeout'))).toHaveLength(2);
    server.close();
  });

  test('callbacks wait between ResetWindow and SetWindow', async () => {
    await using server = await MailServer.start();
    const steps = ['setwindow', 'init', connect(server.port), 'resetwindow', 'setwindow', 'wait response 2'];
    await alike([...steps, ...FINISH]);
  });
});

const listening = async (serve: (socket: Socket) => void): Promise<Server> => {
  const server = createServer((socket) => {
    socket.on('error', () => {});
    serve(socket);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
};
