import { afterEach, describe, expect, test } from 'vitest';
import { E_FAIL, nameOf, ok, S_FALSE, S_OK } from '../../src/com/index.js';
import {
  IDNO,
  IDYES,
  type INETSERVER,
  ISF_ALWAYSPROMPTFORPASSWORD,
  IXP_IS_AUTHENTICATED,
  setTransportSettings,
} from '../../src/imnxport/index.js';
import { isLoopback } from '../../src/imnxport/logon.js';
import { useLedger } from '../support/ledger.js';
import { Desk } from './desk.js';

useLedger();
afterEach(() => void setTransportSettings(null));

const secret = (user: string, password: string): string => Buffer.from(`\0${user}\0${password}`).toString('base64');

/** A desk whose server takes AUTH PLAIN with the password "right". */
async function guarded(): Promise<Desk> {
  const desk = await Desk.set({
    offer: ['AUTH PLAIN'],
    answer: (verb, line) => {
      if (verb !== 'AUTH') return undefined;
      return line === `AUTH PLAIN ${secret('ada', 'right')}` ? '235 2.7.0 welcome' : '535 5.7.8 wrong';
    },
  });
  desk.recorder.logon = (server) => {
    server.szPassword = 'right';
    return S_OK;
  };
  return desk;
}

const connect = (desk: Desk, fields: Partial<INETSERVER>, logging = false): unknown =>
  desk.transport.Connect(desk.server(fields), true, logging);

describe('logging on as part of Connect', () => {
  test('AUTHORIZING, the answer to AUTH, AUTHORIZED, CONNECTED, ready', async () => {
    await using desk = await guarded();
    connect(desk, { szUserName: 'ada', szPassword: 'right' });
    await desk.recorder.until(/^SMTP_CONNECTED/);
    expect(desk.recorder.lines.slice(-5)).toEqual([
      'status IXP_AUTHORIZING',
      'SMTP_AUTH S_OK 235',
      'status IXP_AUTHORIZED',
      'status IXP_CONNECTED',
      'SMTP_CONNECTED S_OK',
    ]);
    expect(desk.transport.IsState(IXP_IS_AUTHENTICATED)).toBe(S_OK);
  });

  test('a missing password is asked for first; what was written is used and told by GetServerInfo', async () => {
    await using desk = await guarded();
    connect(desk, { szUserName: 'ada' });
    await desk.recorder.until(/^SMTP_CONNECTED/);
    expect(desk.recorder.only(/logon|AUTH/)).toEqual([
      'logon? ada',
      'status IXP_AUTHORIZING',
      'SMTP_AUTH S_OK 235',
      'status IXP_AUTHORIZED',
    ]);
    expect(ok(desk.transport.GetServerInfo()).szPassword).toBe('right');
  });

  test('ISF_ALWAYSPROMPTFORPASSWORD asks although there is one', async () => {
    await using desk = await guarded();
    connect(desk, { szUserName: 'ada', szPassword: 'old', dwFlags: ISF_ALWAYSPROMPTFORPASSWORD });
    await desk.recorder.until(/^SMTP_CONNECTED/);
    expect(desk.recorder.only(/logon/)).toEqual(['logon? ada']);
  });

  test('a refused logon: AUTHRETRY, the question, AUTHORIZING again', async () => {
    await using desk = await guarded();
    connect(desk, { szUserName: 'ada', szPassword: 'wrong' });
    await desk.recorder.until(/^SMTP_CONNECTED/);
    expect(desk.recorder.only(/logon|AUTH/)).toEqual([
      'status IXP_AUTHORIZING',
      'SMTP_AUTH IXP_E_SMTP_UNKNOWN_RESPONSE_CODE 535',
      'status IXP_AUTHRETRY',
      'logon? ada',
      'status IXP_AUTHORIZING',
      'SMTP_AUTH S_OK 235',
      'status IXP_AUTHORIZED',
    ]);
  });

  test('the answer may be a promise; nothing else is called meanwhile', async () => {
    await using desk = await guarded();
    let open = 0;
    desk.recorder.logon = async (server) => {
      open++;
      const before = desk.recorder.lines.length;
      await new Promise((resolve) => setTimeout(resolve, 30));
      expect(desk.recorder.lines.length).toBe(before);
      server.szPassword = 'right';
      open--;
      return S_OK;
    };
    desk.recorder.onStatus = () => expect(open).toBe(0);
    connect(desk, { szUserName: 'ada', szPassword: 'wrong' });
    await desk.recorder.until(/^SMTP_CONNECTED/);
  });

  test.each([
    ['S_FALSE', S_FALSE],
    ['a failure', E_FAIL],
  ])('%s cancels: IXP_E_USER_CANCEL with the refusal, and the connection ends', async (_what, answer) => {
    await using desk = await guarded();
    desk.recorder.logon = () => answer;
    connect(desk, { szUserName: 'ada', szPassword: 'wrong' });
    await desk.recorder.until(/IXP_DISCONNECTED/);
    expect(desk.recorder.lines.slice(-2)).toEqual([
      'error IXP_E_USER_CANCEL at IXP_AUTHRETRY',
      'status IXP_DISCONNECTED',
    ]);
    expect(desk.recorder.errors[0]).toMatchObject({ uiServerError: 535, pszResponse: '535 5.7.8 wrong' });
  });

  test('a callback that answers with the same wrong password for ever is stopped', async () => {
    await using desk = await guarded();
    desk.recorder.logon = () => S_OK;
    connect(desk, { szUserName: 'ada', szPassword: 'wrong' });
    await desk.recorder.until(/IXP_DISCONNECTED/);
    expect(desk.recorder.only(/logon/)).toHaveLength(9);
  });

  test('an answer that never comes counts as a cancel after the deadline', async () => {
    setTransportSettings({ questionSeconds: 0.05 });
    await using desk = await guarded();
    desk.recorder.logon = () => new Promise(() => undefined);
    connect(desk, { szUserName: 'ada', szPassword: 'wrong' });
    await desk.recorder.until(/IXP_DISCONNECTED/);
    expect(desk.recorder.errors.map((e) => nameOf(e.hrResult))).toEqual(['IXP_E_USER_CANCEL']);
  });

  test('a connection that goes while the question is open is reported after the answer, not during it', async () => {
    await using desk = await guarded();
    desk.recorder.logon = async () => {
      const before = desk.recorder.lines.length;
      for (const session of desk.toy.sessions) session.socket.destroy();
      await new Promise((resolve) => setTimeout(resolve, 30));
      expect(desk.recorder.lines.length).toBe(before);
      return S_OK;
    };
    connect(desk, { szUserName: 'ada', szPassword: 'wrong' });
    await desk.recorder.until(/IXP_DISCONNECTED/);
    expect(desk.recorder.errors.map((e) => nameOf(e.hrResult))).toEqual(['IXP_E_CONNECTION_DROPPED']);
  });

  test('a server that offers no logon: the connection is ready without one', async () => {
    await using desk = await Desk.set();
    connect(desk, { szUserName: 'ada', szPassword: 'right' });
    await desk.recorder.until(/^SMTP_CONNECTED/);
    expect(desk.recorder.only(/AUTHORIZING|logon/)).toEqual([]);
    expect(desk.transport.IsState(IXP_IS_AUTHENTICATED)).toBe(S_FALSE);
  });

  test('the old spelling AUTH=PLAIN is understood', async () => {
    await using desk = await Desk.set({
      offer: ['AUTH=PLAIN'],
      answer: (verb) => (verb === 'AUTH' ? '235 ok' : undefined),
    });
    connect(desk, { szUserName: 'ada', szPassword: 'right' });
    await desk.recorder.until(/^SMTP_CONNECTED/);
    expect(desk.toy.commands).toContain(`AUTH PLAIN ${secret('ada', 'right')}`);
  });

  test('OnCommand never shows a secret', async () => {
    await using desk = await guarded();
    connect(desk, { szUserName: 'ada', szPassword: 'right' }, true);
    await desk.recorder.until(/^SMTP_CONNECTED/);
    expect(desk.recorder.only(/^> AUTH/)).toEqual(['> AUTH PLAIN ********']);
    expect(desk.recorder.lines.join('\n')).not.toContain(secret('ada', 'right'));
  });
});

describe('Secure Password Authentication', () => {
  test('fTrySicily prefers NTLM; its refusal has a code of its own', async () => {
    await using desk = await Desk.set({
      offer: ['AUTH PLAIN NTLM'],
      answer: (verb) => (verb === 'AUTH' ? '535 5.7.8 no' : undefined),
    });
    connect(desk, { szUserName: 'ada', szPassword: 'right', fTrySicily: true });
    await desk.recorder.until(/IXP_DISCONNECTED/);
    expect(desk.toy.commands.some((c) => c.startsWith('AUTH NTLM'))).toBe(true);
    expect(desk.recorder.errors.map((e) => nameOf(e.hrResult))).toEqual(['IXP_E_SICILY_LOGON_FAILED']);
  });

  test('a server without NTLM gets the usual mechanisms', async () => {
    await using desk = await guarded();
    connect(desk, { szUserName: 'ada', szPassword: 'right', fTrySicily: true });
    await desk.recorder.until(/^SMTP_CONNECTED/);
  });
});

describe('CommandAUTH', () => {
  test('an access token travels in the place of the password, longer than the field of C', async () => {
    await using desk = await Desk.set({
      offer: ['AUTH XOAUTH2'],
      answer: (verb) => (verb === 'AUTH' ? '235 welcome' : undefined),
    });
    const token = 't'.repeat(300);
    desk.transport.Connect(desk.server({ szUserName: 'ada', szPassword: token }), false, false);
    await desk.recorder.until(/^SMTP_CONNECTED/);
    expect(desk.transport.CommandAUTH('XOAUTH2')).toBe(S_OK);
    await desk.recorder.until(/SMTP_AUTH S_OK 235$/);
    const response = Buffer.from(`user=ada\x01auth=Bearer ${token}\x01\x01`).toString('base64');
    expect(desk.toy.commands).toContain(`AUTH XOAUTH2 ${response}`);
  });

  test('runs the whole exchange; challenges are not its end', async () => {
    const steps = ['334 VXNlcm5hbWU6', '334 UGFzc3dvcmQ6', '235 2.7.0 welcome'];
    await using desk = await Desk.set({
      offer: ['AUTH LOGIN'],
      answer: (verb) => (['EHLO', 'MAIL', 'RCPT', 'DATA', 'DOT', 'QUIT'].includes(verb) ? undefined : steps.shift()),
    });
    desk.transport.Connect(desk.server({ szUserName: 'ada', szPassword: 'right' }), false, false);
    await desk.recorder.until(/^SMTP_CONNECTED/);
    expect(desk.transport.CommandAUTH('LOGIN')).toBe(S_OK);
    await desk.recorder.until(/SMTP_AUTH S_OK 235$/);
    expect(desk.recorder.only(/^SMTP_AUTH/)).toEqual([
      'SMTP_AUTH S_OK 334 ...',
      'SMTP_AUTH S_OK 334 ...',
      'SMTP_AUTH S_OK 235',
    ]);
  });
});

describe('a password over an open connection', () => {
  test('goes to this machine without a question, which is what loopback means', () => {
    expect(['127.0.0.1', '127.9.9.9', '::1', '::ffff:127.0.0.1'].every(isLoopback)).toBe(true);
    expect(['128.0.0.1', '10.127.0.0', '::2', 'fe80::1', null].some(isLoopback)).toBe(false);
  });

  test.each([
    ['Yes', IDYES, 'SMTP_CONNECTED S_OK'],
    ['No', IDNO, 'error IXP_E_USER_CANCEL at IXP_AUTHORIZING'],
  ] as const)('elsewhere it is put to OnPrompt: %s', async (_word, button, outcome) => {
    setTransportSettings({ allowCleartextAuth: false });
    await using desk = await guarded();
    desk.recorder.prompt = () => button;
    connect(desk, { szUserName: 'ada', szPassword: 'right' });
    expect(await desk.recorder.until(/^SMTP_CONNECTED|^error/)).toBe(outcome);
    expect(desk.recorder.only(/prompt/)).toEqual(['prompt IXP_E_USER_CANCEL']);
    expect(desk.toy.commands.some((c) => c.startsWith('AUTH'))).toBe(button === IDYES);
  });

  test('with the setting it goes anywhere', async () => {
    setTransportSettings({ allowCleartextAuth: true });
    await using desk = await guarded();
    connect(desk, { szUserName: 'ada', szPassword: 'right' });
    expect(await desk.recorder.until(/^SMTP_CONNECTED|^error/)).toBe('SMTP_CONNECTED S_OK');
    expect(desk.recorder.only(/prompt/)).toEqual([]);
  });
});
