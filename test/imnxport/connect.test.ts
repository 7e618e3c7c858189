import { createServer } from 'node:net';
import { TLSSocket as TlsSocketClass } from 'node:tls';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { E_INVALIDARG, nameOf, ok, S_FALSE, S_OK } from '../../src/com/index.js';
import {
  CreateSMTPTransport,
  IDYES,
  INETSERVER,
  ISF_QUERYDSNSUPPORT,
  ISF_SMTP_USEIPFORHELO,
  ISF_SSLONSAMEPORT,
  IXP_CONNECTED,
  IXP_DISCONNECTED,
  IXP_E_ALREADY_CONNECTED,
  IXP_E_NOT_CONNECTED,
  IXP_E_NOT_INIT,
  IXP_FINDINGHOST,
  IXP_IS_AUTHENTICATED,
  IXP_IS_BUSY,
  IXP_IS_CONNECTED,
  IXP_IS_READY,
  IXP_SMTP,
  type IXPISSTATE,
  setTransportSettings,
} from '../../src/imnxport/index.js';
import { testAuthority, testIdentity } from '../support/certificates/index.js';
import { useLedger } from '../support/ledger.js';
import { Desk } from './desk.js';
import { speakOver, TlsToy } from './tlstoy.js';

useLedger();
beforeEach(() => void setTransportSettings({ tls: { ca: testAuthority } }));
afterEach(() => void setTransportSettings(null));

describe('Connect', () => {
  test('the order of statuses and answers, and CONNECTED shown twice', async () => {
    await using desk = await Desk.ready({ offer: ['SIZE 1000', 'PIPELINING'] });
    expect(desk.recorder.lines).toEqual([
      'status IXP_FINDINGHOST',
      'status IXP_CONNECTING',
      'status IXP_CONNECTED',
      'SMTP_BANNER S_OK 220',
      'SMTP_EHLO S_OK 250 ...',
      'SMTP_EHLO S_OK 250 ...',
      'SMTP_EHLO S_OK 250',
      'status IXP_AUTHORIZED',
      'status IXP_CONNECTED',
      'SMTP_CONNECTED S_OK',
    ]);
    expect(desk.recorder.responses.at(-1)?.fDone).toBe(true);
  });

  test('with command logging each line is shown: before it goes out, and before its answer is reported', async () => {
    await using desk = await Desk.ready({ offer: [] }, { dwFlags: ISF_SMTP_USEIPFORHELO }, true);
    expect(desk.recorder.lines.slice(3)).toEqual([
      '< 220 toy.example ESMTP',
      'SMTP_BANNER S_OK 220',
      '> EHLO [127.0.0.1]',
      '< 250 toy.example',
      'SMTP_EHLO S_OK 250',
      'status IXP_AUTHORIZED',
      'status IXP_CONNECTED',
      'SMTP_CONNECTED S_OK',
    ]);
  });

  test('nothing comes inside the call; the status is FINDINGHOST at once', async () => {
    await using desk = await Desk.set();
    expect(desk.transport.GetStatus()).toEqual([S_OK, IXP_DISCONNECTED]);
    expect(desk.transport.Connect(desk.server(), false, false)).toBe(S_OK);
    expect(desk.recorder.lines).toEqual([]);
    expect(desk.transport.GetStatus()).toEqual([S_OK, IXP_FINDINGHOST]);
    expect(desk.transport.Connect(desk.server(), false, false)).toBe(IXP_E_ALREADY_CONNECTED);
    await desk.recorder.until(/^SMTP_CONNECTED/);
    expect(desk.transport.GetStatus()).toEqual([S_OK, IXP_CONNECTED]);
  });

  test('each status is stored before OnStatus is called with it', async () => {
    await using desk = await Desk.set();
    const pairs: unknown[] = [];
    desk.recorder.onStatus = (status, transport) => pairs.push([status, ok(transport.GetStatus())]);
    desk.transport.Connect(desk.server(), false, false);
    await desk.recorder.until(/^SMTP_CONNECTED/);
    for (const [told, stored] of pairs as [number, number][]) expect(told).toBe(stored);
    expect(pairs).toHaveLength(5);
  });

  test('a greeting of several lines is waited for, each line reported', async () => {
    await using desk = await Desk.ready({ greeting: '220-first\r\n220-second\r\n220 third' });
    expect(desk.recorder.only(/BANNER/)).toEqual([
      'SMTP_BANNER S_OK 220 ...',
      'SMTP_BANNER S_OK 220 ...',
      'SMTP_BANNER S_OK 220',
    ]);
  });

  test('EHLO refused: HELO follows', async () => {
    await using desk = await Desk.ready({ offer: null });
    expect(desk.recorder.only(/HELO|EHLO/)).toEqual([
      'SMTP_EHLO IXP_E_SMTP_502_COMMAND_NOTIMPL 502',
      'SMTP_HELO S_OK 250',
    ]);
  });

  test('a greeting that refuses: OnResponse tells it, no OnError, then DISCONNECTED', async () => {
    await using desk = await Desk.set({ greeting: '554 5.3.2 no service' });
    desk.transport.Connect(desk.server(), false, false);
    await desk.recorder.until(/IXP_DISCONNECTED/);
    expect(desk.recorder.lines.slice(-2)).toEqual([
      'SMTP_BANNER IXP_E_SMTP_554_TRANSACT_FAILED 554',
      'status IXP_DISCONNECTED',
    ]);
    expect(desk.recorder.errors).toEqual([]);
  });

  test('a name that cannot be found', async () => {
    await using desk = await Desk.set();
    expect(desk.transport.Connect(desk.server({ szServerName: 'no-such-host.invalid' }), false, false)).toBe(S_OK);
    await desk.recorder.until(/IXP_DISCONNECTED/);
    expect(desk.recorder.lines).toEqual([
      'status IXP_FINDINGHOST',
      'error IXP_E_CANT_FIND_HOST at IXP_FINDINGHOST',
      'status IXP_DISCONNECTED',
    ]);
    expect(desk.recorder.errors[0]?.dwSocketError).toBeGreaterThanOrEqual(11001);
  });

  test('a port that nobody listens on: FAILED_TO_CONNECT, not CANT_FIND_HOST', async () => {
    await using desk = await Desk.set();
    desk.transport.Connect(desk.server({ dwPort: await closedPort() }), false, false);
    await desk.recorder.until(/IXP_DISCONNECTED/);
    expect(desk.recorder.lines.slice(-2)).toEqual([
      'error IXP_E_FAILED_TO_CONNECT at IXP_CONNECTING',
      'status IXP_DISCONNECTED',
    ]);
    expect(desk.recorder.errors[0]?.dwSocketError).toBe(10061);
    expect(desk.transport.Connect(desk.server(), false, false)).toBe(S_OK);
    await desk.recorder.until(/^SMTP_CONNECTED/);
  });

  test('refusals of the call itself', async () => {
    await using desk = await Desk.set();
    const { transport } = desk;
    expect(transport.Connect(null as never, false, false)).toBe(E_INVALIDARG);
    expect(transport.Connect(INETSERVER(), false, false)).toBe(E_INVALIDARG);
    expect(transport.Connect(desk.server({ szServerName: 'x'.repeat(256) }), false, false)).toBe(E_INVALIDARG);
    expect(transport.Connect(desk.server({ szPassword: 'x'.repeat(8193) }), false, false)).toBe(E_INVALIDARG);
    expect(transport.Connect(desk.server({ szUserName: 'a\r\nb' }), false, false)).toBe(E_INVALIDARG);
    expect(transport.Connect(desk.server({ dwPort: 70_000 }), false, false)).toBe(E_INVALIDARG);
    using bare = ok(CreateSMTPTransport());
    expect(bare.Connect(desk.server(), false, false)).toBe(IXP_E_NOT_INIT);
  });

  test('the structure is copied', async () => {
    await using desk = await Desk.set();
    const server = desk.server({ szAccount: 'mine' });
    desk.transport.Connect(server, false, false);
    server.szAccount = 'changed';
    expect(ok(desk.transport.GetServerInfo()).szAccount).toBe('mine');
    await desk.recorder.until(/^SMTP_CONNECTED/);
  });
});

describe('what a connected transport answers', () => {
  test('GetServerInfo fills the structure it is given, after Connect only', async () => {
    await using desk = await Desk.set();
    expect(desk.transport.GetServerInfo()).toEqual([IXP_E_NOT_CONNECTED, null]);
    desk.transport.Connect(desk.server({ dwTimeout: 30 }), false, false);
    await desk.recorder.until(/^SMTP_CONNECTED/);
    const mine = INETSERVER();
    expect(desk.transport.GetServerInfo(mine)).toEqual([S_OK, mine]);
    expect(mine.dwTimeout).toBe(30);
    expect(desk.transport.GetServerInfo(null as never)).toEqual([E_INVALIDARG, null]);
  });

  test('GetIXPType and IsState', async () => {
    await using desk = await Desk.set();
    const states = () =>
      [IXP_IS_CONNECTED, IXP_IS_BUSY, IXP_IS_READY, IXP_IS_AUTHENTICATED].map((s) =>
        desk.transport.IsState(s as IXPISSTATE),
      );
    expect(desk.transport.GetIXPType()).toBe(IXP_SMTP);
    expect(states()).toEqual([S_FALSE, S_FALSE, S_FALSE, S_FALSE]);
    desk.transport.Connect(desk.server(), false, false);
    expect(states()).toEqual([S_FALSE, S_OK, S_FALSE, S_FALSE]);
    await desk.recorder.until(/^SMTP_CONNECTED/);
    expect(states()).toEqual([S_OK, S_FALSE, S_OK, S_FALSE]);
    expect(desk.transport.IsState(9 as IXPISSTATE)).toBe(E_INVALIDARG);
  });
});

describe('Connect without logon', () => {
  test('a client that answers the greeting with a command runs the dialog itself', async () => {
    await using desk = await Desk.set();
    desk.recorder.onResponse = ({ command, fDone }) => {
      if (command === 1 && fDone) expect(desk.transport.CommandHELO()).toBe(S_OK);
    };
    desk.transport.Connect(desk.server(), false, false);
    await desk.recorder.until(/^SMTP_HELO/);
    expect(desk.toy.commands).toEqual([expect.stringMatching(/^HELO /)]);
    expect(desk.recorder.only(/SMTP_CONNECTED/)).toEqual([]);
    expect(desk.transport.IsState(IXP_IS_READY)).toBe(S_OK);
  });

  test('so does one that waits for the greeting with a promise', async () => {
    await using desk = await Desk.set();
    desk.transport.Connect(desk.server(), false, false);
    await desk.recorder.until(/^SMTP_BANNER/);
    expect(desk.transport.CommandEHLO()).toBe(S_OK);
    await desk.recorder.until(/^SMTP_EHLO S_OK 250$/);
    expect(desk.toy.commands).toHaveLength(1);
  });
});

describe('secure connections', () => {
  test('fSSL: SECURING between TCP and CONNECTED', async () => {
    await using tls = await TlsToy.start('server');
    await using desk = await Desk.set();
    desk.transport.Connect(desk.server({ szServerName: 'localhost', dwPort: tls.port, fSSL: true }), false, false);
    await desk.recorder.until(/^SMTP_CONNECTED|^error/);
    expect(desk.recorder.only(/status|CONNECTED/).filter((line) => line !== 'status IXP_CONNECTING')).toEqual([
      'status IXP_FINDINGHOST',
      'status IXP_SECURING',
      'status IXP_CONNECTED',
      'status IXP_AUTHORIZED',
      'status IXP_CONNECTED',
      'SMTP_CONNECTED S_OK',
    ]);
  });

  test.each([
    ['expired', 'IXP_E_INVALID_CERT_DATE'],
    ['other', 'IXP_E_INVALID_CERT_CN'],
    ['stranger', 'IXP_E_SECURE_CONNECT_FAILED'],
  ] as const)('a certificate that is %s is put to OnPrompt; No drops', async (identity, name) => {
    await using tls = await TlsToy.start(identity);
    await using desk = await Desk.set();
    desk.transport.Connect(desk.server({ szServerName: 'localhost', dwPort: tls.port, fSSL: true }), false, false);
    await desk.recorder.until(/IXP_DISCONNECTED/);
    expect(desk.recorder.lines.slice(-3)).toEqual([
      `prompt ${name}`,
      `error ${name} at IXP_SECURING`,
      'status IXP_DISCONNECTED',
    ]);
  });

  test('Yes goes on, also when the answer takes a while', async () => {
    await using tls = await TlsToy.start('stranger');
    await using desk = await Desk.set();
    desk.recorder.prompt = (_hr, text) => {
      expect(text).toContain('localhost');
      return new Promise((resolve) => setTimeout(() => resolve(IDYES), 20));
    };
    desk.transport.Connect(desk.server({ szServerName: 'localhost', dwPort: tls.port, fSSL: true }), false, false);
    await desk.recorder.until(/^SMTP_CONNECTED/);
  });

  test('a server that does not speak TLS', async () => {
    await using desk = await Desk.set({ greeting: '220 plain text' });
    desk.transport.Connect(desk.server({ fSSL: true }), false, false);
    await desk.recorder.until(/IXP_DISCONNECTED/);
    expect(desk.recorder.errors.map((e) => nameOf(e.hrResult))).toEqual(['IXP_E_SECURE_CONNECT_FAILED']);
  });

  test('ISF_SSLONSAMEPORT: STARTTLS where it is offered, then EHLO again', async () => {
    await using desk = await starttlsDesk('server');
    desk.transport.Connect(desk.server({ szServerName: 'localhost', dwFlags: ISF_SSLONSAMEPORT }), false, true);
    await desk.recorder.until(/^SMTP_CONNECTED|^error/);
    expect(desk.recorder.only(/^>|status/).filter((line) => line !== 'status IXP_CONNECTING')).toEqual([
      'status IXP_FINDINGHOST',
      'status IXP_CONNECTED',
      expect.stringMatching(/^> EHLO/),
      '> STARTTLS',
      'status IXP_SECURING',
      'status IXP_CONNECTED',
      expect.stringMatching(/^> EHLO/),
      'status IXP_AUTHORIZED',
      'status IXP_CONNECTED',
    ]);
  });

  test('without the offer it goes on in clear text, unless fSSL asks for more', async () => {
    await using desk = await Desk.ready({}, { dwFlags: ISF_SSLONSAMEPORT | ISF_QUERYDSNSUPPORT });
    expect(desk.recorder.errors).toEqual([]);
    await using strict = await Desk.set();
    strict.transport.Connect(strict.server({ dwFlags: ISF_SSLONSAMEPORT, fSSL: true }), false, false);
    await strict.recorder.until(/IXP_DISCONNECTED/);
    expect(strict.recorder.errors.map((e) => nameOf(e.hrResult))).toEqual(['IXP_E_SMTP_NO_STARTTLS_SUPPORT']);
  });

  test('STARTTLS refused', async () => {
    await using desk = await Desk.set({
      offer: ['STARTTLS'],
      answer: (verb) => (verb === 'STARTTLS' ? '454 4.7.0 not now' : undefined),
    });
    desk.transport.Connect(desk.server({ dwFlags: ISF_SSLONSAMEPORT }), false, false);
    await desk.recorder.until(/IXP_DISCONNECTED/);
    expect(desk.recorder.errors[0]).toMatchObject({ uiServerError: 454 });
    expect(nameOf(desk.recorder.errors[0]?.hrResult as never)).toBe('IXP_E_SMTP_454_STARTTLS_FAILED');
  });
});

/** A server whose toy takes STARTTLS by really putting TLS under the dialog. */
async function starttlsDesk(identity: 'server'): Promise<Desk> {
  const { cert, key } = testIdentity(identity);
  return Desk.set({
    offer: ['STARTTLS'],
    answer: (verb, _line, session) => {
      if (verb !== 'STARTTLS') return undefined;
      session.say('220 go on');
      session.socket.removeAllListeners('data');
      speakOver(new TlsSocketClass(session.socket, { isServer: true, cert, key }));
      return null;
    },
  });
}

async function closedPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  await new Promise<void>((resolve) => server.close(() => resolve()));
  return port;
}
