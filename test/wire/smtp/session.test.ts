import { createServer, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer, TLSSocket } from 'node:tls';
import { describe, expect, test } from 'vitest';
import {
  openSession,
  ownName,
  resolveHost,
  type SessionOptions,
  SmtpClient,
  SmtpConnection,
} from '../../../src/wire/index.js';
import { type IdentityName, testAuthority, testIdentity } from '../../support/certificates/index.js';

/** A server that offers STARTTLS, or speaks TLS from the start, and takes every message. */
async function withTls(
  identity: IdentityName,
  act: (port: number, heard: string[]) => Promise<void>,
  extra: { implicit?: boolean; mute?: boolean; after220?: string; offer?: string } = {},
): Promise<void> {
  const heard: string[] = [];
  const serve = (socket: Socket, secured: boolean): void => {
    socket.on('error', () => undefined);
    let body = false;
    let input = '';
    const data = (bytes: Buffer): void => {
      input += bytes.toString('latin1');
      for (let end = input.indexOf('\r\n'); end >= 0; end = input.indexOf('\r\n')) {
        const line = input.slice(0, end);
        input = input.slice(end + 2);
        if (body) {
          body = line !== '.';
          if (!body) socket.write('250 taken\r\n');
          continue;
        }
        heard.push(`${secured ? 's' : 'p'}:${line}`);
        if (line.startsWith('EHLO'))
          socket.write(`250-tls.example\r\n${secured ? '' : (extra.offer ?? '250-STARTTLS\r\n')}250 PIPELINING\r\n`);
        else if (line === 'STARTTLS') {
          socket.write(`220 go\r\n${extra.after220 ?? ''}`);
          socket.removeListener('data', data);
          serve(new TLSSocket(socket, { isServer: true, ...testIdentity(identity) }), true);
          return;
        } else if (line === 'DATA') {
          body = true;
          socket.write('354 go\r\n');
        } else if (line === 'QUIT') socket.end('221 bye\r\n');
        else socket.write('250 ok\r\n');
      }
    };
    socket.on('data', data);
  };
  const greet = (socket: Socket, secured: boolean): void => {
    serve(socket, secured);
    socket.write('220 tls.example\r\n');
  };
  const server: Server = extra.implicit
    ? createTlsServer(testIdentity(identity), (socket) => greet(socket, true))
    : createServer((socket) => {
        if (!extra.mute) greet(socket, false);
      });
  const open = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    open.add(socket);
    socket.on('error', () => undefined);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    await act((server.address() as { port: number }).port, heard);
  } finally {
    for (const socket of open) socket.destroy();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  }
}

const options = (port: number, more: Partial<SessionOptions> = {}): SessionOptions => ({
  host: 'localhost',
  port,
  name: 'client.example',
  resolver: async () => [{ address: '127.0.0.1', family: 4 }],
  tls: { ca: testAuthority },
  ...more,
});

describe('RFC 3207: STARTTLS', () => {
  test('is used when offered; EHLO is said again, and messages go out encrypted', async () => {
    await withTls('server', async (port, heard) => {
      const client = await SmtpClient.connect(options(port));
      expect(client.connection.secure).toBe(true);
      await client.send({ from: 'a@x', to: ['b@y'], body: 'x\r\n'.repeat(100_000) });
      await client.send({ from: 'a@x', to: ['b@y'], body: 'small' });
      await client.quit();
      expect(heard.slice(0, 4)).toEqual([
        'p:EHLO client.example',
        'p:STARTTLS',
        's:EHLO client.example',
        's:MAIL FROM:<a@x>',
      ]);
    });
  });

  test('is left alone when it is off', async () => {
    await withTls('server', async (port) => {
      const connection = await openSession(options(port, { starttls: 'off' }));
      expect(connection.secure).toBe(false);
      connection.close();
    });
  });

  test('that is required and not offered ends the session before anything else is said', async () => {
    await withTls(
      'server',
      async (port, heard) => {
        await expect(openSession(options(port, { starttls: 'required' }))).rejects.toMatchObject({
          code: 'starttls-unavailable',
        });
        expect(heard).toEqual(['p:EHLO client.example']);
      },
      { offer: '' },
    );
  });

  test('words slipped in behind the 220 are refused', async () => {
    await withTls(
      'server',
      async (port) => {
        await expect(openSession(options(port))).rejects.toMatchObject({ code: 'starttls-injection' });
      },
      { after220: '250 injected\r\n' },
    );
  });
});

describe('certificates', () => {
  test.each([
    ['expired', 'certificate-date'],
    ['other', 'certificate-name'],
    ['stranger', 'certificate-untrusted'],
  ] as const)('%s is %s, and refused by default', async (identity, code) => {
    await withTls(identity, async (port, heard) => {
      await expect(openSession(options(port))).rejects.toMatchObject({ code });
      expect(heard.some((line) => line.startsWith('s:'))).toBe(false);
    });
  });

  test('a doubtful one is asked about, with all that is wrong, and only true goes on', async () => {
    await withTls('stranger', async (port) => {
      const asked: string[] = [];
      const session = await openSession(
        options(port, {
          onCertificateProblem: async (problem) => {
            asked.push(problem.code, problem.host);
            await new Promise((resolve) => setImmediate(resolve));
            return true;
          },
        }),
      );
      expect(asked).toEqual(['certificate-untrusted', 'localhost']);
      expect(session.secure).toBe(true);
      session.close();
      await expect(openSession(options(port, { onCertificateProblem: () => false }))).rejects.toMatchObject({
        code: 'certificate-untrusted',
      });
    });
  });

  test('any is taken with rejectUnauthorized: false', async () => {
    await withTls('expired', async (port) => {
      const session = await openSession(options(port, { tls: { rejectUnauthorized: false } }));
      expect(session.secure).toBe(true);
      session.close();
    });
  });
});

describe('RFC 8314: TLS from the first byte', () => {
  test('carries the greeting and everything else', async () => {
    await withTls(
      'server',
      async (port, heard) => {
        const client = await SmtpClient.connect(options(port, { implicitTls: true }));
        await client.send({ from: 'a@x', to: ['b@y'], body: 'text' });
        await client.quit();
        expect(heard.every((line) => line.startsWith('s:'))).toBe(true);
      },
      { implicit: true },
    );
  });

  test('against a server without TLS fails by name', async () => {
    await withTls('server', async (port) => {
      await expect(openSession(options(port, { implicitTls: true }))).rejects.toMatchObject({ code: 'tls-failed' });
    });
  });
});

describe('a handshake that goes wrong', () => {
  test.each([
    ['garbage', (socket: Socket) => socket.write('250 this is no TLS\r\n'.repeat(20))],
    ['an alert', (socket: Socket) => socket.end(Buffer.from('15030100020228', 'hex'))],
    ['the end', (socket: Socket) => socket.end()],
    ['a reset', (socket: Socket) => socket.resetAndDestroy()],
  ] as const)('%s is told by name, and nothing is said in clear text any more', async (_name, act) => {
    const heard: string[] = [];
    const sockets: Socket[] = [];
    const server = createServer((socket) => {
      sockets.push(socket);
      socket.on('error', () => undefined);
      socket.write('220 toy\r\n');
      socket.on('data', (bytes: Buffer) => {
        const text = bytes.toString('latin1');
        heard.push(text);
        if (text.startsWith('EHLO')) socket.write('250-toy\r\n250 STARTTLS\r\n');
        else if (text.startsWith('STARTTLS')) socket.write('220 go\r\n');
        else act(socket);
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const port = (server.address() as { port: number }).port;
    await expect(openSession(options(port))).rejects.toMatchObject({ code: 'tls-failed' });
    expect(heard.slice(0, 2)).toEqual(['EHLO client.example\r\n', 'STARTTLS\r\n']);
    for (const text of heard.slice(2)) expect(text).not.toMatch(/EHLO|MAIL|QUIT/);
    for (const socket of sockets) socket.destroy();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  });

  test('silence is a timeout', async () => {
    await withTls(
      'server',
      async (port) => {
        const connection = new SmtpConnection(options(port, { implicitTls: true, timeouts: { tls: 0.1 } }));
        await expect(connection.open()).rejects.toMatchObject({ code: 'timeout' });
      },
      { mute: true },
    );
  });
});

describe('finding the server', () => {
  test('every address is tried in order, and every failure is told', async () => {
    await withTls('server', async (port) => {
      const phases: string[] = [];
      const connection = new SmtpConnection({
        ...options(port),
        resolver: async () => [
          { address: '127.0.0.9', family: 4 },
          { address: '127.0.0.1', family: 4 },
        ],
        observer: { phase: (phase, detail) => phases.push(`${phase} ${detail}`) },
      });
      await connection.open();
      expect(phases).toEqual([
        'resolving localhost',
        'connecting 127.0.0.9',
        'connecting 127.0.0.1',
        'connected 127.0.0.1',
      ]);
      expect(connection.localAddress).toBe('127.0.0.1');
      connection.close();
      expect(phases.at(-1)).toMatch(/^disconnected/);
    });
    const nobody = new SmtpConnection({
      ...options(1),
      resolver: async () => [
        { address: '127.0.0.8', family: 4 },
        { address: '127.0.0.9', family: 4 },
      ],
    });
    await expect(nobody.open()).rejects.toMatchObject({
      code: 'connect-failed',
      socketError: 'ECONNREFUSED',
      message: expect.stringMatching(/127\.0\.0\.8.*127\.0\.0\.9/),
    });
  });

  test('numeric addresses are taken as they are, with or without brackets', async () => {
    expect(await resolveHost('192.0.2.1')).toEqual([{ address: '192.0.2.1', family: 4 }]);
    expect(await resolveHost('[IPv6:::1]')).toEqual([{ address: '::1', family: 6 }]);
    await expect(resolveHost('192.0.2.1', 6)).rejects.toMatchObject({ code: 'host-not-found' });
    await expect(resolveHost('bad host')).rejects.toMatchObject({ code: 'bad-argument' });
  });

  test('a connection that is given up while it is opened fails at once', async () => {
    const connection = new SmtpConnection({ host: 'slow.example', resolver: () => new Promise(() => undefined) });
    const opened = expect(connection.open()).rejects.toMatchObject({ code: 'closed' });
    connection.destroy();
    await opened;
  });

  test('RFC 5321 section 4.1.4: without a full name we give our address', () => {
    expect(ownName('::1')).toMatch(/^\[IPv6:::1\]$|\./);
    expect(ownName('::ffff:192.0.2.7')).toMatch(/^\[192\.0\.2\.7\]$|\./);
  });
});
