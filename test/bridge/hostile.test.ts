import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { connect, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import {
  begun,
  EVENT,
  FAULT_MALFORMED,
  FAULT_NO_OBJECT,
  FAULT_OUT_OF_STEP,
  FAULT_TOO_LARGE,
  RELEASE,
  REPLY,
} from '../../src/bridge/frames.js';
import { HOST_HELLO, hostHello, SERVICE_HELLO } from '../../src/bridge/greeting.js';
import { BridgeServer, HostConnection, readAddress } from '../../src/bridge/index.js';
import { frameBytes, greetingsAtOnce } from '../../src/bridge/limits.js';
import { Line } from '../../src/bridge/line.js';
import { OwnObjects } from '../../src/bridge/ownobjects.js';
import { com, E_OUTOFMEMORY, IUnknown } from '../../src/com/index.js';
import { CLSID_ISMTPTransport, ISMTPTransport } from '../../src/imnxport/index.js';
import { MAPI_E_BUSY } from '../../src/mapi/index.js';
import { useLedger } from '../support/ledger.js';
import { BridgeDesk, created, patience } from './desk.js';
import { call, frame, RawHost } from './rawhost.js';
import { vector } from './vectors.js';

useLedger();

/** The service is there for others, and has nothing left of those who are gone. */
async function expectServing(desk: BridgeDesk): Promise<void> {
  const host = await desk.host();
  using transport = await created(host, CLSID_ISMTPTransport, ISMTPTransport);
  expect(await transport.GetIXPType()).toBe(1);
}

function opened(port: number): Promise<Socket> {
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port }, () => resolve(socket));
    socket.on('error', () => undefined);
  });
}

const gone = (socket: Socket): Promise<void> =>
  new Promise((resolve) => {
    socket.once('close', () => resolve());
    socket.resume();
  });

describe('who does not know the secret', () => {
  test('gets nothing but 80 bytes and is closed', async () => {
    await using desk = await BridgeDesk.open();
    const socket = await opened(desk.bridge.port);
    let bytes = 0;
    socket.on('data', (chunk) => {
      bytes += chunk.length;
    });
    socket.write(hostHello(Buffer.alloc(32, 1)));
    socket.write(Buffer.alloc(32, 2));
    await gone(socket);
    expect(bytes).toBe(SERVICE_HELLO);
    const other = { port: desk.bridge.port, secret: Buffer.alloc(32, 3) };
    expect(await HostConnection.open(other)).toBeNull();
    await expectServing(desk);
  });

  test('who speaks otherwise, or no version in common, is closed', async () => {
    await using desk = await BridgeDesk.open();
    const web = await opened(desk.bridge.port);
    web.write(`GET / HTTP/1.1\r\nHost: localhost:${desk.bridge.port}\r\nAccept: text/html\r\n\r\n`);
    await gone(web);
    const newer = hostHello(Buffer.alloc(32, 1));
    newer.writeUInt16LE(7, 8);
    newer.writeUInt16LE(9, 10);
    const socket = await opened(desk.bridge.port);
    socket.write(newer);
    const answer = await new Promise<Buffer>((resolve) => {
      socket.once('data', resolve);
    });
    expect(answer.readUInt16LE(8)).toBe(0);
    await gone(socket);
    await expectServing(desk);
  });

  test('who is silent is closed in time, and cannot keep others out for longer', async () => {
    await using desk = await BridgeDesk.open();
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      const silent = await Promise.all(Array.from({ length: greetingsAtOnce }, () => opened(desk.bridge.port)));
      // Each is greeting when it has been answered.
      await Promise.all(
        silent.map(
          (socket) =>
            new Promise((resolve) => {
              socket.once('data', resolve);
              socket.write(hostHello(Buffer.alloc(HOST_HELLO - 16)));
            }),
        ),
      );
      await gone(await opened(desk.bridge.port));
      vi.advanceTimersByTime(patience);
      await Promise.all(silent.map(gone));
    } finally {
      vi.useRealTimers();
    }
    await expectServing(desk);
  });
});

describe('a host that sends what it may not', () => {
  const create = vector('frame.create');
  const cases: readonly (readonly [string, readonly Buffer[], number])[] = [
    ['a kind that there is not', [frame(9, 0)], FAULT_MALFORMED],
    ['a frame that only services send', [frame(EVENT, 1)], FAULT_MALFORMED],
    ['a header that is none', [Buffer.from('000000000100010001000000', 'hex')], FAULT_MALFORMED],
    ['a frame that is too long', [header(frameBytes + 1)], FAULT_TOO_LARGE],
    ['a call that skips a number', [call(2, 0, ISMTPTransport, 3)], FAULT_OUT_OF_STEP],
    ['a call once more', [create, create], FAULT_OUT_OF_STEP],
    ['a call without a body', [frame(1, 1)], FAULT_MALFORMED],
    ['a call that ends too early', [shortened(create)], FAULT_MALFORMED],
    [
      'a call with something behind it',
      [frame(1, 1, Buffer.concat([create.subarray(12), Buffer.of(0)]))],
      FAULT_MALFORMED,
    ],
    ['a call of an object that there is not', [call(1, 5, ISMTPTransport, 3)], FAULT_NO_OBJECT],
    ['a call of AddRef', [create, call(2, 1, ISMTPTransport, 1)], FAULT_MALFORMED],
    ['a call of a slot that there is not', [create, call(2, 1, ISMTPTransport, 99)], FAULT_MALFORMED],
    ['a reply to nobody', [frame(REPLY, 1, Buffer.alloc(5))], FAULT_OUT_OF_STEP],
    ['an object given back that there is not', [frame(RELEASE, 0, Buffer.alloc(12, 1))], FAULT_NO_OBJECT],
    ['an object given back twice', [create, release(1, 1), release(1, 1)], FAULT_NO_OBJECT],
    ['an object given back too often', [create, release(1, 2)], FAULT_NO_OBJECT],
    ['an object given back not at all', [create, release(1, 0)], FAULT_NO_OBJECT],
    ['an object without a number', [create, call(2, 1, ISMTPTransport, 12, initNew(2, 0))], FAULT_MALFORMED],
    [
      'an object of the service as a callback that it has not',
      [create, call(2, 1, ISMTPTransport, 12, initNew(1, 9))],
      FAULT_NO_OBJECT,
    ],
  ];

  test('is told what it was, and closed; the service goes on', async () => {
    await using desk = await BridgeDesk.open();
    const reasons = await Promise.all(
      cases.map(async ([what, frames]) => {
        const host = await RawHost.reach(desk.bridge.file);
        host.send(...frames);
        return [what, await host.closed];
      }),
    );
    expect(reasons).toEqual(cases.map(([what, , reason]) => [what, reason]));
    await expectServing(desk);
  });

  test('has no objects of others', async () => {
    await using desk = await BridgeDesk.open();
    const one = await RawHost.reach(desk.bridge.file);
    one.send(create);
    await one.answer(1);
    const other = await RawHost.reach(desk.bridge.file);
    other.send(call(1, 1, ISMTPTransport, 11));
    expect(await other.closed).toBe(FAULT_NO_OBJECT);
    one.send(call(2, 1, ISMTPTransport, 11));
    expect((await one.answer(2)).readInt32LE(0)).toBe(0);
    one.drop();
    await expectServing(desk);
  });

  test('may go in the middle of a frame', async () => {
    await using desk = await BridgeDesk.open();
    const host = await RawHost.reach(desk.bridge.file);
    host.send(create.subarray(0, 20));
    host.end();
    expect(await host.closed).toBeNull();
    await expectServing(desk);
  });

  test('byte by byte, a frame is the same frame', async () => {
    await using desk = await BridgeDesk.open();
    const host = await RawHost.reach(desk.bridge.file);
    for (const byte of create) host.send(Buffer.of(byte));
    expect((await host.answer(1)).subarray(0, 5)).toEqual(Buffer.alloc(5, Buffer.of(0, 0, 0, 0, 1)));
    host.drop();
  });

  function header(length: number): Buffer {
    const bytes = Buffer.alloc(12);
    bytes.writeUInt32LE(length, 0);
    bytes.writeUInt32LE(1, 4);
    bytes.writeUInt32LE(1, 8);
    return bytes;
  }
  function shortened(whole: Buffer): Buffer {
    return frame(1, 1, whole.subarray(12, -1));
  }
  function release(object: number, count: number): Buffer {
    const body = Buffer.alloc(12);
    body.writeUInt32LE(object, 0);
    body.writeUInt32LE(count, 8);
    return frame(RELEASE, 0, body);
  }
  function initNew(kind: number, number: number): Buffer {
    const body = Buffer.alloc(4 + 1 + 8 + 1 + 16);
    body.writeUInt32LE(0xffffffff, 0);
    body[4] = kind;
    body[5] = number;
    body[13] = 1;
    return body;
  }
});

describe('bounds', () => {
  test('a host that keeps everything is refused one object more, and can go on', () => {
    const objects = new OwnObjects(2);
    const pointers = [1, 2, 3].map(() => com<IUnknown>({}, IUnknown));
    const [first, second, third] = pointers as [IUnknown, IUnknown, IUnknown];
    expect([objects.give(first), objects.give(second), objects.give(first)]).toEqual([1, 2, 1]);
    expect(() => objects.give(third)).toThrow(expect.objectContaining({ hr: E_OUTOFMEMORY }));
    objects.takeBack(2, 1);
    expect(objects.give(third)).toBe(3);
    objects.takeBack(1, 2);
    objects.clear();
    expect(objects.size).toBe(0);
    for (const pointer of pointers) pointer.Release();
  });

  test('a host that does not read is closed when too much waits for it', async () => {
    const [server, ours] = await pair();
    const { closed, line } = await served(ours, { unread: 1 << 16 });
    server.pause();
    while (line.open) {
      const writer = begun(66, 1);
      writer.raw(Buffer.alloc(1 << 14));
      line.send(writer);
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(await closed).toBe('what is sent is not read');
    server.destroy();
  });

  test('a host that sends too fast is read later, and nothing is lost', async () => {
    const [server, ours] = await pair();
    const { line, arrived } = await served(ours, { frames: 10 });
    for (let n = 0; n < 30; n++) {
      server.write(frame(1, n));
      await new Promise((resolve) => setImmediate(resolve));
    }
    await arrived(30);
    line.fault(new Error('done'));
    await gone(server);
  });

  async function served(socket: Socket, bounds: { readonly unread?: number; readonly frames?: number }) {
    let count = 0;
    let tell = (): void => undefined;
    let close = (_why: string): void => undefined;
    const closed = new Promise<string>((resolve) => {
      close = resolve;
    });
    const ends = {
      frame(): void {
        count++;
        tell();
      },
      closed: (why: string): void => close(why),
    };
    const line = new Line(socket, ends, bounds);
    const arrived = (wanted: number): Promise<void> =>
      new Promise((resolve) => {
        tell = () => {
          if (count >= wanted) resolve();
        };
        tell();
      });
    return { line, closed, arrived };
  }

  async function pair(): Promise<readonly [Socket, Socket]> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const accepted = new Promise<Socket>((resolve) => server.once('connection', resolve));
    const ours = await opened((server.address() as { port: number }).port);
    const theirs = await accepted;
    server.close();
    return [theirs, ours];
  }
});

describe('the file that tells where the service is', () => {
  test('is the user’s alone, and gone when the service stops', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'comail-bridge-'));
    const file = join(folder, 'config', 'bridge');
    const bridge = await BridgeServer.open({ file });
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(statSync(join(folder, 'config')).mode & 0o777).toBe(0o700);
    expect(readFileSync(file, 'latin1')).toMatch(/^comail-bridge 1\nport \d+\nsecret [0-9a-f]{64}\nprocess \S+\n$/);
    expect(readAddress(file)).toMatchObject({ port: bridge.port });
    await bridge.close();
    expect(existsSync(file)).toBe(false);
    rmSync(folder, { recursive: true });
  });

  test('of a living service is left alone, that of a dead one replaced, whoever has the port now', async () => {
    await using desk = await BridgeDesk.open();
    const before = readFileSync(desk.bridge.file, 'latin1');
    await expect(BridgeServer.open({ file: desk.bridge.file })).rejects.toMatchObject({ hr: MAPI_E_BUSY });
    expect(readFileSync(desk.bridge.file, 'latin1')).toBe(before);
    // A file of a service that died: its port belongs to another program now.
    const stale = join(desk.folder, 'stale');
    writeFileSync(stale, before.replace(/secret .*/, `secret ${'7'.repeat(64)}`), { mode: 0o644 });
    chmodSync(stale, 0o644);
    expect(await HostConnection.open(stale)).toBeNull();
    const bridge = await BridgeServer.open({ file: stale });
    expect(statSync(stale).mode & 0o777).toBe(0o600);
    expect(readAddress(stale)?.port).toBe(bridge.port);
    await bridge.close();
  });

  test('of several services that start at once one serves, and it is the one that programs find', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'comail-bridge-'));
    const file = join(folder, 'bridge');
    // What a service that died has left is there for all of them.
    writeFileSync(file, `comail-bridge 1\nport 1\nsecret ${'ab'.repeat(32)}\n`);
    const started = await Promise.allSettled([1, 2, 3].map(() => BridgeServer.open({ file, greetingMs: patience })));
    const serving = started.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
    expect(serving).toHaveLength(1);
    for (const each of started) if (each.status === 'rejected') expect(each.reason).toMatchObject({ hr: MAPI_E_BUSY });
    const [one] = serving;
    expect(readAddress(file)?.port).toBe(one?.port);
    await one?.close();
    expect(existsSync(file)).toBe(false);
    rmSync(folder, { recursive: true });
  });

  test('that another service has written meanwhile stays', async () => {
    await using desk = await BridgeDesk.open();
    const file = join(desk.folder, 'other');
    const first = await BridgeServer.open({ file });
    rmSync(file);
    const second = await BridgeServer.open({ file });
    await first.close();
    expect(readAddress(file)?.port).toBe(second.port);
    await second.close();
  });

  test('of another form is no file', () => {
    const folder = mkdtempSync(join(tmpdir(), 'comail-bridge-'));
    const file = join(folder, 'bridge');
    expect(readAddress(file)).toBeNull();
    for (const text of ['', 'comail-bridge 2\n', 'comail-bridge 1\nport 0\nsecret 00\n', '\u0000\u0001']) {
      writeFileSync(file, text);
      expect(readAddress(file)).toBeNull();
    }
    rmSync(folder, { recursive: true });
  });
});
