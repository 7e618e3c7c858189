import { describe, expect, test } from 'vitest';
import { createMemoryStream, E_INVALIDARG, E_UNEXPECTED, type IStream, nameOf, ok, S_OK } from '../../src/com/index.js';
import {
  CreateSMTPTransport,
  IXP_E_BUSY,
  IXP_E_INVALID_ADDRESS,
  IXP_E_INVALID_STATE,
  IXP_E_NOT_CONNECTED,
  IXP_E_NOT_INIT,
} from '../../src/imnxport/index.js';
import { useLedger } from '../support/ledger.js';
import { Desk, letter } from './desk.js';

useLedger();

describe('single commands', () => {
  test('a whole message by hand: MAIL, RCPT, DATA, SendDataStream with its own dot', async () => {
    await using desk = await Desk.ready({}, {}, true);
    const { transport, recorder } = desk;
    const before = recorder.lines.length;
    expect(transport.CommandMAIL('bob@example.org')).toBe(S_OK);
    await recorder.until(/^SMTP_MAIL/);
    expect(transport.CommandRCPT('ada@example.org')).toBe(S_OK);
    await recorder.until(/^SMTP_RCPT/);
    expect(transport.CommandDATA()).toBe(S_OK);
    await recorder.until(/^SMTP_DATA/);
    using body = createMemoryStream(Buffer.from('Subject: x\n\n.dot\nno end'));
    expect(transport.SendDataStream(body, 22)).toBe(S_OK);
    await recorder.until(/^SMTP_DOT/);
    expect(recorder.lines.slice(before)).toEqual([
      '> MAIL FROM:<bob@example.org>',
      '< 250 2.1.0 ok',
      'SMTP_MAIL S_OK 250',
      '> RCPT TO:<ada@example.org>',
      '< 250 2.1.5 ok',
      'SMTP_RCPT S_OK 250',
      '> DATA',
      '< 354 go ahead',
      'SMTP_DATA S_OK 354',
      'SMTP_SEND_STREAM 23 23/23 ...',
      '> .',
      '< 250 2.0.0 taken',
      'SMTP_DOT S_OK 250',
    ]);
    expect(desk.toy.taken[0]?.body).toBe('Subject: x\r\n\r\n.dot\r\nno end\r\n');
  });

  test('EHLO, HELO, RSET and QUIT, each with its own answer', async () => {
    await using desk = await Desk.ready();
    const { transport, recorder } = desk;
    const before = recorder.lines.length;
    expect(transport.CommandHELO()).toBe(S_OK);
    await recorder.until(/^SMTP_HELO/);
    expect(transport.CommandEHLO()).toBe(S_OK);
    await recorder.until(/^SMTP_EHLO S_OK 250$/);
    expect(transport.CommandRSET()).toBe(S_OK);
    await recorder.until(/^SMTP_RSET/);
    expect(transport.CommandQUIT()).toBe(S_OK);
    await recorder.until(/IXP_DISCONNECTED/);
    expect(recorder.lines.slice(before)).toEqual([
      'SMTP_HELO S_OK 250',
      'SMTP_EHLO S_OK 250 ...',
      'SMTP_EHLO S_OK 250 ...',
      'SMTP_EHLO S_OK 250',
      'SMTP_RSET S_OK 250',
      'status IXP_DISCONNECTING',
      'SMTP_QUIT S_OK 221',
      'status IXP_DISCONNECTED',
    ]);
    expect(recorder.errors).toEqual([]);
  });

  test('CommandDOT alone sends an empty body', async () => {
    await using desk = await Desk.ready();
    for (const [step, answer] of [
      [() => desk.transport.CommandMAIL(''), /^SMTP_MAIL/],
      [() => desk.transport.CommandRCPT('ada@example.org'), /^SMTP_RCPT/],
      [() => desk.transport.CommandDATA(), /^SMTP_DATA/],
      [() => desk.transport.CommandDOT(), /^SMTP_DOT/],
    ] as const) {
      expect(step()).toBe(S_OK);
      await desk.recorder.until(answer);
    }
    expect(desk.toy.taken).toEqual([{ from: '', to: ['ada@example.org'], body: '' }]);
  });

  test('a refused RCPT names the address; the command is done and the next one may follow', async () => {
    await using desk = await Desk.ready({ answer: (verb) => (verb === 'RCPT' ? '551 5.1.6 moved' : undefined) });
    desk.transport.CommandMAIL('bob@example.org');
    await desk.recorder.until(/^SMTP_MAIL/);
    desk.transport.CommandRCPT('ada@example.org');
    await desk.recorder.until(/^SMTP_RCPT/);
    const result = desk.recorder.responses.at(-1)?.rIxpResult;
    expect(result).toMatchObject({ uiServerError: 551, pszProblem: 'ada@example.org', pszResponse: '551 5.1.6 moved' });
    expect(result && [nameOf(result.hrResult), nameOf(result.hrServerError)]).toEqual([
      'IXP_E_SMTP_REJECTED_RECIPIENTS',
      'IXP_E_SMTP_551_USER_NOT_LOCAL',
    ]);
    expect(desk.transport.CommandRSET()).toBe(S_OK);
    await desk.recorder.until(/^SMTP_RSET/);
  });

  test('what the server cannot do for an address comes as the answer, with nothing sent', async () => {
    await using desk = await Desk.ready();
    expect(desk.transport.CommandMAIL('bäcker@example.org')).toBe(S_OK);
    await desk.recorder.until(/^SMTP_MAIL IXP_E_SMTP_504/);
    expect(desk.toy.commands.some((c) => c.startsWith('MAIL'))).toBe(false);
    expect(desk.transport.CommandRSET()).toBe(S_OK);
    await desk.recorder.until(/^SMTP_RSET/);
  });
});

describe('busy rules', () => {
  test('one command at a time: the next one before fDone is IXP_E_BUSY', async () => {
    await using desk = await Desk.ready();
    const { transport } = desk;
    expect(transport.CommandRSET()).toBe(S_OK);
    using message = letter();
    using body = createMemoryStream();
    for (const again of [
      () => transport.CommandRSET(),
      () => transport.CommandMAIL('a@b.c'),
      () => transport.CommandRCPT('a@b.c'),
      () => transport.CommandRCPT2('a@b.c', 0),
      () => transport.CommandEHLO(),
      () => transport.CommandHELO(),
      () => transport.CommandAUTH('LOGIN'),
      () => transport.CommandDATA(),
      () => transport.CommandDOT(),
      () => transport.CommandQUIT(),
      () => transport.SendDataStream(body, 0),
      () => transport.SendMessage(message),
      () => transport.SendMessage2({ smtpMsg: message }),
    ])
      expect(again()).toBe(IXP_E_BUSY);
    await desk.recorder.until(/^SMTP_RSET/);
    expect(transport.CommandRSET()).toBe(S_OK);
    await desk.recorder.until(/^SMTP_RSET/);
  });

  test('before fDone of a reply of several lines it is still busy; at fDone it is free', async () => {
    await using desk = await Desk.ready();
    const answers: string[] = [];
    desk.recorder.onResponse = ({ fDone }) => {
      const hr = desk.transport.CommandRSET();
      answers.push(`${fDone} ${nameOf(hr)}`);
      desk.recorder.onResponse = fDone ? () => undefined : desk.recorder.onResponse;
    };
    desk.transport.CommandEHLO();
    await desk.recorder.until(/^SMTP_RSET/);
    expect(answers).toEqual(['false IXP_E_BUSY', 'false IXP_E_BUSY', 'true S_OK']);
  });

  test('after 354 only the body may come', async () => {
    await using desk = await Desk.ready();
    const { transport, recorder } = desk;
    transport.CommandMAIL('bob@example.org');
    await recorder.until(/^SMTP_MAIL/);
    transport.CommandRCPT('ada@example.org');
    await recorder.until(/^SMTP_RCPT/);
    transport.CommandDATA();
    await recorder.until(/^SMTP_DATA/);
    expect(transport.CommandRSET()).toBe(IXP_E_INVALID_STATE);
    expect(transport.CommandQUIT()).toBe(IXP_E_INVALID_STATE);
    using message = letter();
    expect(transport.SendMessage(message)).toBe(IXP_E_BUSY);
    expect(transport.CommandDOT()).toBe(S_OK);
    await recorder.until(/^SMTP_DOT/);
  });

  test('without 354 no body may come', async () => {
    await using desk = await Desk.ready();
    using body = createMemoryStream();
    expect(desk.transport.CommandDOT()).toBe(IXP_E_INVALID_STATE);
    expect(desk.transport.SendDataStream(body, 0)).toBe(IXP_E_INVALID_STATE);
  });
});

describe('arguments and state', () => {
  test('NULL is E_INVALIDARG, a text that is no address IXP_E_INVALID_ADDRESS', async () => {
    await using desk = await Desk.ready();
    const { transport } = desk;
    expect(transport.CommandMAIL(null as never)).toBe(E_INVALIDARG);
    expect(transport.CommandRCPT(null as never)).toBe(E_INVALIDARG);
    expect(transport.CommandAUTH(null as never)).toBe(E_INVALIDARG);
    expect(transport.CommandAUTH('NO-SUCH')).toBe(E_INVALIDARG);
    expect(transport.SendDataStream(null as unknown as IStream, 0)).toBe(E_INVALIDARG);
    expect(transport.CommandMAIL('a@b>\r\nRCPT TO:<c@d')).toBe(IXP_E_INVALID_ADDRESS);
    expect(transport.CommandRCPT('')).toBe(IXP_E_INVALID_ADDRESS);
    expect(transport.CommandRCPT('a b@c.d')).toBe(IXP_E_INVALID_ADDRESS);
    expect(desk.toy.commands).toEqual([expect.stringMatching(/^EHLO/)]);
  });

  test('disconnected: IXP_E_NOT_CONNECTED; never initialised: IXP_E_NOT_INIT where the page says so', async () => {
    await using desk = await Desk.set();
    using body = createMemoryStream();
    for (const call of [
      () => desk.transport.CommandRSET(),
      () => desk.transport.CommandMAIL('a@b.c'),
      () => desk.transport.CommandAUTH('LOGIN'),
      () => desk.transport.SendDataStream(body, 0),
      () => desk.transport.DropConnection(),
      () => desk.transport.Disconnect(),
    ])
      expect(call()).toBe(IXP_E_NOT_CONNECTED);
    using bare = ok(CreateSMTPTransport());
    expect(bare.CommandAUTH('LOGIN')).toBe(IXP_E_NOT_INIT);
    expect(bare.Disconnect()).toBe(IXP_E_NOT_INIT);
    expect(bare.CommandRSET()).toBe(IXP_E_NOT_CONNECTED);
  });

  test('SetWindow and ResetWindow need InitNew; between them callbacks wait', async () => {
    await using desk = await Desk.ready();
    expect(desk.transport.ResetWindow()).toBe(S_OK);
    const before = desk.recorder.lines.length;
    expect(desk.transport.CommandRSET()).toBe(S_OK);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(desk.recorder.lines.length).toBe(before);
    expect(desk.transport.CommandRSET()).toBe(IXP_E_BUSY);
    expect(desk.transport.SetWindow()).toBe(S_OK);
    await desk.recorder.until(/^SMTP_RSET/);
    desk.transport.HandsOffCallback();
    expect(desk.transport.SetWindow()).toBe(E_UNEXPECTED);
    expect(desk.transport.ResetWindow()).toBe(E_UNEXPECTED);
  });
});
