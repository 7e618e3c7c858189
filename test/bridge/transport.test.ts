import { describe, expect, test } from 'vitest';
import { E_INVALIDARG, nameOf, ok, RPC_E_DISCONNECTED, S_FALSE, S_OK } from '../../src/com/index.js';
import {
  CLSID_ISMTPTransport,
  IDYES,
  type INETSERVER,
  ISMTPTransport,
  IXP_CONNECTED,
  IXP_E_BUSY,
  IXP_E_NOT_CONNECTED,
  IXP_SMTP,
} from '../../src/imnxport/index.js';
import { Desk, letter } from '../imnxport/desk.js';
import type { Recorder } from '../imnxport/recorder.js';
import { TlsToy } from '../imnxport/tlstoy.js';
import { useLedger } from '../support/ledger.js';
import type { ToyOptions, ToySession } from '../wire/smtp/toy-server.js';
import { BridgeDesk, created, RemoteDesk } from './desk.js';

useLedger();

/** A desk of either kind: what a program does is the same, but that it waits for each answer. */
interface AnyDesk {
  readonly recorder: Recorder;
  readonly transport: { readonly [M in keyof ISMTPTransport]: unknown };
  server(fields?: Partial<INETSERVER>): INETSERVER;
}

const secret = (user: string, password: string): string => Buffer.from(`\0${user}\0${password}`).toString('base64');

const guarded: ToyOptions = {
  offer: ['AUTH PLAIN'],
  answer: (verb, line) => {
    if (verb !== 'AUTH') return undefined;
    return line === `AUTH PLAIN ${secret('ada', 'right')}` ? '235 2.7.0 welcome' : '535 5.7.8 wrong';
  },
};

/** Calls a method of whatever kind of transport. */
const call = async (desk: AnyDesk, method: string, ...args: readonly unknown[]): Promise<unknown> =>
  await (desk.transport as unknown as Record<string, (...args: readonly unknown[]) => unknown>)[method]?.(...args);

const hangUp = (session: ToySession): null => {
  session.socket.destroy();
  return null;
};

interface Program {
  readonly what: string;
  readonly options: ToyOptions;
  run(desk: AnyDesk): Promise<void>;
}

const programs: readonly Program[] = [
  {
    what: 'a message, with every line of the wire',
    options: {},
    async run(desk) {
      await call(desk, 'Connect', desk.server(), false, true);
      await desk.recorder.until(/^SMTP_CONNECTED/);
      using message = letter(`Subject: hi\r\n\r\n${'.line\r\n'.repeat(20_000)}`);
      expect(await call(desk, 'SendMessage', message)).toBe(S_OK);
      await desk.recorder.until(/^SMTP_SEND_MESSAGE/);
      await call(desk, 'Disconnect');
      await desk.recorder.until(/IXP_DISCONNECTED/);
    },
  },
  {
    what: 'a recipient who is refused',
    options: { answer: (verb, line) => (verb === 'RCPT' && line.includes('nobody') ? '550 No such user' : undefined) },
    async run(desk) {
      await call(desk, 'Connect', desk.server(), false, false);
      await desk.recorder.until(/^SMTP_CONNECTED/);
      using message = letter(undefined, ['ada@example.org', 'nobody@example.org']);
      await call(desk, 'SendMessage', message);
      await desk.recorder.until(/^SMTP_SEND_MESSAGE/);
    },
  },
  {
    what: 'a password that is asked for, and cancelled',
    options: guarded,
    async run(desk) {
      let asked = 0;
      desk.recorder.logon = async (server) => {
        asked++;
        if (asked === 3) return S_FALSE;
        server.szPassword = asked === 1 ? 'wrong' : 'right';
        return S_OK;
      };
      await call(desk, 'Connect', desk.server({ szUserName: 'ada' }), true, false);
      await desk.recorder.until(/^SMTP_CONNECTED/);
      await call(desk, 'DropConnection');
      await desk.recorder.until(/IXP_DISCONNECTED/);
      await call(desk, 'Connect', desk.server({ szUserName: 'ada' }), true, false);
      await desk.recorder.until(/IXP_DISCONNECTED/);
    },
  },
  {
    what: 'a server that drops the connection',
    options: { answer: (verb, _line, session) => (verb === 'MAIL' ? hangUp(session) : undefined) },
    async run(desk) {
      await call(desk, 'Connect', desk.server(), false, true);
      await desk.recorder.until(/^SMTP_CONNECTED/);
      using message = letter();
      await call(desk, 'SendMessage', message);
      await desk.recorder.until(/IXP_DISCONNECTED/);
    },
  },
  {
    what: 'a certificate that nobody knows, and that the user believes',
    options: {},
    async run(desk) {
      await using tls = await TlsToy.start('stranger');
      desk.recorder.prompt = async () => IDYES;
      const server = desk.server({ szServerName: 'localhost', dwPort: tls.port, fSSL: true });
      await call(desk, 'Connect', server, false, false);
      await desk.recorder.until(/^SMTP_CONNECTED/);
      expect(desk.recorder.only(/prompt/)).toHaveLength(1);
      await call(desk, 'DropConnection');
      await desk.recorder.until(/IXP_DISCONNECTED/);
    },
  },
  {
    what: 'nobody listens',
    options: {},
    async run(desk) {
      await call(desk, 'Connect', desk.server({ dwPort: 1 }), false, false);
      await desk.recorder.until(/IXP_DISCONNECTED/);
    },
  },
];

describe('ISMTPTransport across the bridge', () => {
  test.each(programs)('calls back as in the same process: $what', async ({ options, run }) => {
    await using here = await Desk.set(options);
    await run(here as unknown as AnyDesk);
    await using there = await RemoteDesk.set(options);
    await run(there as unknown as AnyDesk);
    const port = (lines: readonly string[], number: number): string[] =>
      lines.map((l) => l.replaceAll(String(number), 'PORT'));
    expect(port(there.recorder.lines, there.toy.port)).toEqual(port(here.recorder.lines, here.toy.port));
    expect(there.recorder.errors.map(({ hrResult }) => hrResult)).toEqual(
      here.recorder.errors.map(({ hrResult }) => hrResult),
    );
    expect(there.toy.taken).toEqual(here.toy.taken);
  });

  test('answers what the methods answer', async () => {
    await using desk = await RemoteDesk.set();
    const { transport } = desk;
    expect(await transport.GetIXPType()).toBe(IXP_SMTP);
    expect(nameOf(await transport.CommandRSET())).toBe(nameOf(IXP_E_NOT_CONNECTED));
    expect(await transport.InitNew(null, null as never)).toBe(E_INVALIDARG);
    expect(await transport.SendMessage(null as never)).toBeLessThan(0);
    expect(await transport.CommandMAIL(null as never)).toBeLessThan(0);
    ok(await transport.Connect(desk.server(), false, false));
    await desk.recorder.until(/^SMTP_CONNECTED/);
    expect(await transport.GetStatus()).toEqual([S_OK, IXP_CONNECTED]);
    expect(ok(await transport.GetServerInfo(desk.server())).szServerName).toBe('127.0.0.1');
    using first = letter();
    using second = letter();
    expect(await Promise.all([transport.SendMessage(first), transport.SendMessage(second)])).toEqual([
      S_OK,
      IXP_E_BUSY,
    ]);
    await desk.recorder.until(/^SMTP_SEND_MESSAGE/);
    // The streams have gone back to the program, its callback has not.
    await desk.transport.GetStatus();
    expect(desk.host.ownObjects).toBe(1);
    const base = ok(await transport.QueryInterface(ISMTPTransport));
    expect(await base.GetIXPType()).toBe(IXP_SMTP);
    expect(base.Release()).toBeGreaterThan(0);
  });

  test('is gone with its program, and its connection to the server, too', async () => {
    const desk = await RemoteDesk.ready();
    const [session] = desk.toy.sessions;
    const ended = new Promise<void>((resolve) => session?.socket.once('close', () => resolve()));
    desk.host.close();
    await ended;
    expect(nameOf(await desk.transport.CommandRSET())).toBe(nameOf(RPC_E_DISCONNECTED));
    expect(await desk.transport.GetStatus()).toEqual([RPC_E_DISCONNECTED, null]);
    await desk[Symbol.asyncDispose]();
  });

  test('of one program is not that of another', async () => {
    await using desk = await BridgeDesk.open();
    const [one, other] = [await desk.host(), await desk.host()];
    using first = await created(one, CLSID_ISMTPTransport, ISMTPTransport);
    using second = await created(other, CLSID_ISMTPTransport, ISMTPTransport);
    expect([await first.GetIXPType(), await second.GetIXPType()]).toEqual([IXP_SMTP, IXP_SMTP]);
    expect(desk.bridge.connections).toBe(2);
  });
});
