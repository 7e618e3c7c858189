import { describe, expect, test } from 'vitest';
import { E_INVALIDARG, S_OK } from '../../src/com/index.js';
import {
  ADDR_DSN_DELAY,
  ADDR_DSN_FAILURE,
  ADDR_DSN_NEVER,
  ADDR_DSN_SUCCESS,
  ADDR_TO,
  type DSNRET,
  DSNRET_DEFAULT,
  DSNRET_FULL,
  DSNRET_HDRS,
  IXP_E_SMTP_NO_DSN_SUPPORT,
} from '../../src/imnxport/index.js';
import { useLedger } from '../support/ledger.js';
import { Desk, letter } from './desk.js';

useLedger();
const dsn = { offer: ['DSN', 'PIPELINING'] };

describe('SendMessage2', () => {
  test.each([
    [DSNRET_FULL, ' RET=FULL'],
    [DSNRET_HDRS, ' RET=HDRS'],
    [DSNRET_DEFAULT, ''],
  ])('dsnRet %i', async (dsnRet, parameter) => {
    await using desk = await Desk.ready(dsn);
    using message = letter();
    expect(desk.transport.SendMessage2({ smtpMsg: message, dsnRet: dsnRet as DSNRET, pszDSNENVID: 'id+1 =' })).toBe(
      S_OK,
    );
    await desk.recorder.until(/^SMTP_SEND_MESSAGE S_OK/);
    // ENVID is xtext: plus, equals sign and blank travel as +2B, +3D and +20.
    expect(desk.toy.commands).toContain(`MAIL FROM:<bob@example.org>${parameter} ENVID=id+2B1+20+3D`);
  });

  test.each([
    [ADDR_DSN_NEVER, 'NEVER'],
    [ADDR_DSN_NEVER | ADDR_DSN_SUCCESS, 'NEVER'],
    [ADDR_DSN_SUCCESS | ADDR_DSN_FAILURE | ADDR_DSN_DELAY, 'SUCCESS,FAILURE,DELAY'],
    [ADDR_DSN_FAILURE, 'FAILURE'],
  ])('the bits %i become NOTIFY=%s', async (bits, words) => {
    await using desk = await Desk.ready(dsn);
    using message = letter();
    const [from] = message.rAddressList.prgAddress;
    const prgAddress = [from as never, { addrtype: ADDR_TO | bits, szEmail: 'ada@example.org' }];
    desk.transport.SendMessage2({ smtpMsg: { ...message, rAddressList: { prgAddress } } });
    await desk.recorder.until(/^SMTP_SEND_MESSAGE S_OK/);
    expect(desk.toy.commands).toContain(`RCPT TO:<ada@example.org> NOTIFY=${words}`);
  });

  test('a server without DSN: the error of the header, and nothing is sent', async () => {
    await using desk = await Desk.ready();
    using message = letter();
    expect(desk.transport.SendMessage2({ smtpMsg: message, pszDSNENVID: 'x' })).toBe(IXP_E_SMTP_NO_DSN_SUPPORT);
    expect(desk.transport.SendMessage2({ smtpMsg: message, dsnRet: DSNRET_FULL })).toBe(IXP_E_SMTP_NO_DSN_SUPPORT);
    expect(desk.toy.commands.some((c) => c.startsWith('MAIL'))).toBe(false);
    // Nothing was asked for: an ordinary message.
    expect(desk.transport.SendMessage2({ smtpMsg: message })).toBe(S_OK);
    await desk.recorder.until(/^SMTP_SEND_MESSAGE S_OK/);
  });

  test('arguments that are none', async () => {
    await using desk = await Desk.ready(dsn);
    using message = letter();
    expect(desk.transport.SendMessage2(null as never)).toBe(E_INVALIDARG);
    expect(desk.transport.SendMessage2({ smtpMsg: null as never })).toBe(E_INVALIDARG);
    expect(desk.transport.SendMessage2({ smtpMsg: message, pszDSNENVID: 'a\r\nb' })).toBe(E_INVALIDARG);
    expect(desk.transport.SendMessage2({ smtpMsg: message, dsnRet: 7 as never })).toBe(E_INVALIDARG);
  });
});

describe('CommandRCPT2', () => {
  test('NOTIFY from the bits, none without', async () => {
    await using desk = await Desk.ready(dsn);
    desk.transport.CommandMAIL('bob@example.org');
    await desk.recorder.until(/^SMTP_MAIL/);
    expect(desk.transport.CommandRCPT2('ada@example.org', ADDR_DSN_SUCCESS | ADDR_DSN_DELAY)).toBe(S_OK);
    await desk.recorder.until(/^SMTP_RCPT/);
    expect(desk.transport.CommandRCPT2('eve@example.org', 0)).toBe(S_OK);
    await desk.recorder.until(/^SMTP_RCPT/);
    expect(desk.toy.commands.slice(-2)).toEqual([
      'RCPT TO:<ada@example.org> NOTIFY=SUCCESS,DELAY',
      'RCPT TO:<eve@example.org>',
    ]);
  });

  test('a server without DSN, or a session that began with HELO', async () => {
    await using desk = await Desk.ready();
    expect(desk.transport.CommandRCPT2('ada@example.org', ADDR_DSN_SUCCESS)).toBe(IXP_E_SMTP_NO_DSN_SUPPORT);
    await using old = await Desk.ready({ offer: null });
    expect(old.transport.CommandRCPT2('ada@example.org', ADDR_DSN_SUCCESS)).toBe(IXP_E_SMTP_NO_DSN_SUPPORT);
  });
});
