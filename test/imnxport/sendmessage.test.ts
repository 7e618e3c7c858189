import { describe, expect, test } from 'vitest';
import {
  ComError,
  com,
  createMemoryStream,
  E_INVALIDARG,
  E_OUTOFMEMORY,
  type Impl,
  type IStream,
  IStream as IStreamIid,
  IUnknown,
  nameOf,
  ok,
  S_OK,
  STG_E_READFAULT,
  STREAM_SEEK_END,
} from '../../src/com/index.js';
import {
  ADDR_DSN_SUCCESS,
  ADDR_FROM,
  ADDR_TO,
  type INETADDR,
  type ISMTPTransport,
  IXP_E_BUSY,
  IXP_E_INVALID_ADDRESS_LIST,
  IXP_E_NOT_CONNECTED,
  IXP_E_SMTP_450_MAILBOX_BUSY,
  IXP_E_SMTP_NO_RECIPIENTS,
  IXP_E_SMTP_NO_SENDER,
  IXP_E_SMTP_REJECTED_RECIPIENTS,
  IXP_E_SMTP_REJECTED_SENDER,
  IXP_S_SMTP_250_MAIL_ACTION_OKAY,
  IXP_S_SMTP_NO_DSN_SUPPORT,
  SMTP_RCPT,
  SMTP_SEND_MESSAGE,
  type SMTPMESSAGE,
} from '../../src/imnxport/index.js';
import { useLedger } from '../support/ledger.js';
import { Desk, letter } from './desk.js';

useLedger();

const nobody = null as unknown as SMTPMESSAGE;

describe('what SendMessage answers', () => {
  test('S_OK: the message is taken, and its end comes through the callback', async () => {
    await using desk = await Desk.ready();
    using message = letter();
    expect(desk.transport.SendMessage(message)).toBe(S_OK);
    expect(desk.recorder.only(/SEND_MESSAGE/)).toEqual([]);
    await desk.recorder.until(/^SMTP_SEND_MESSAGE S_OK 250$/);
    expect(desk.toy.taken).toEqual([
      { from: 'bob@example.org', to: ['ada@example.org'], body: 'Subject: hi\r\n\r\nhello\r\n' },
    ]);
  });

  test('E_INVALIDARG: no message, no stream, or a stream that has ended', async () => {
    await using desk = await Desk.ready();
    using message = letter();
    expect(desk.transport.SendMessage(nobody)).toBe(E_INVALIDARG);
    expect(desk.transport.SendMessage({ ...message, pstmMsg: null as unknown as IStream })).toBe(E_INVALIDARG);
    const dead = createMemoryStream();
    dead.Release();
    expect(desk.transport.SendMessage({ ...message, pstmMsg: dead })).toBe(E_INVALIDARG);
    expect(desk.transport.SendMessage({ ...message, pstmMsg: desk.transport as unknown as IStream })).toBe(
      E_INVALIDARG,
    );
  });

  test('E_OUTOFMEMORY: more recipients or more bytes than the limits allow', async () => {
    await using desk = await Desk.ready();
    using message = letter();
    const one: INETADDR = { addrtype: ADDR_TO, szEmail: 'ada@example.org' };
    const many = { prgAddress: Array.from({ length: 10_001 }, () => one) };
    expect(desk.transport.SendMessage({ ...message, rAddressList: many })).toBe(E_OUTOFMEMORY);
    expect(desk.transport.SendMessage({ ...message, cbSize: 2 ** 31 })).toBe(E_OUTOFMEMORY);
  });

  test('IXP_E_BUSY: a message is on its way, or Connect has not finished', async () => {
    await using desk = await Desk.set();
    using message = letter();
    ok(desk.transport.Connect(desk.server(), false, false));
    expect(desk.transport.SendMessage(message)).toBe(IXP_E_BUSY);
    await desk.recorder.until(/^SMTP_CONNECTED/);
    expect(desk.transport.SendMessage(message)).toBe(S_OK);
    expect(desk.transport.SendMessage(message)).toBe(IXP_E_BUSY);
    await desk.recorder.until(/^SMTP_SEND_MESSAGE/);
  });

  test('IXP_E_INVALID_ADDRESS_LIST: entries that are missing or no addresses', async () => {
    await using desk = await Desk.ready();
    using message = letter();
    const answer = (prgAddress: unknown, cAddress?: number) => {
      const rAddressList = {
        prgAddress,
        ...(cAddress === undefined ? {} : { cAddress }),
      } as SMTPMESSAGE['rAddressList'];
      return desk.transport.SendMessage({ ...message, rAddressList });
    };
    const from = { addrtype: ADDR_FROM, szEmail: 'bob@example.org' };
    for (const szEmail of [
      '',
      'a b@example.org',
      'a@b\r\nRCPT TO:<c@d>',
      '<a@b>',
      'a\0b@c',
      `${'x'.repeat(256)}@y`,
      7,
      null,
    ])
      expect(answer([from, { addrtype: ADDR_TO, szEmail }]), String(szEmail)).toBe(IXP_E_INVALID_ADDRESS_LIST);
    expect(answer([from, null])).toBe(IXP_E_INVALID_ADDRESS_LIST);
    expect(answer([from, { addrtype: 2, szEmail: 'a@b.c' }])).toBe(IXP_E_INVALID_ADDRESS_LIST);
    expect(answer([from], 2)).toBe(IXP_E_INVALID_ADDRESS_LIST);
    expect(answer(null, 1)).toBe(IXP_E_INVALID_ADDRESS_LIST);
    expect(desk.toy.commands.some((c) => c.startsWith('MAIL'))).toBe(false);
  });

  test('IXP_E_NOT_CONNECTED: Connect was not called', async () => {
    await using desk = await Desk.set();
    using message = letter();
    expect(desk.transport.SendMessage(message)).toBe(IXP_E_NOT_CONNECTED);
  });

  test('IXP_E_NOT_CONNECTED: the connection was lost, and it never reconnects by itself', async () => {
    await using desk = await Desk.ready();
    for (const session of desk.toy.sessions) session.socket.destroy();
    await desk.recorder.until(/IXP_DISCONNECTED/);
    using message = letter();
    expect(desk.transport.SendMessage(message)).toBe(IXP_E_NOT_CONNECTED);
    expect(desk.toy.sessions).toHaveLength(1);
  });

  test('IXP_S_SMTP_NO_DSN_SUPPORT: a success, the message goes out without the request', async () => {
    await using desk = await Desk.ready();
    using message = letter();
    const asking = {
      prgAddress: message.rAddressList.prgAddress.map((a) => ({ ...a, addrtype: a.addrtype | ADDR_DSN_SUCCESS })),
    };
    expect(desk.transport.SendMessage({ ...message, rAddressList: asking })).toBe(IXP_S_SMTP_NO_DSN_SUPPORT);
    await desk.recorder.until(/^SMTP_SEND_MESSAGE S_OK/);
    expect(desk.toy.commands).toContain('RCPT TO:<ada@example.org>');
  });

  test('the checks run in the order of the page', async () => {
    await using desk = await Desk.set();
    using message = letter();
    const badList = { prgAddress: [{ addrtype: ADDR_TO, szEmail: '' }] };
    // A bad list on a closed connection is a bad list.
    expect(desk.transport.SendMessage({ ...message, rAddressList: badList })).toBe(IXP_E_INVALID_ADDRESS_LIST);
    // A message that is too large is E_OUTOFMEMORY, busy or not.
    ok(desk.transport.Connect(desk.server(), false, false));
    expect(desk.transport.SendMessage({ ...message, cbSize: 2 ** 31 })).toBe(E_OUTOFMEMORY);
    // While busy, the list is not looked at.
    expect(desk.transport.SendMessage({ ...message, rAddressList: badList })).toBe(IXP_E_BUSY);
    expect(desk.transport.SendMessage(nobody)).toBe(E_INVALIDARG);
    await desk.recorder.until(/^SMTP_CONNECTED/);
  });

  test('no sender, no recipient: S_OK, then OnResponse says so', async () => {
    await using desk = await Desk.ready();
    using message = letter();
    const [from, to] = message.rAddressList.prgAddress as [INETADDR, INETADDR];
    expect(desk.transport.SendMessage({ ...message, rAddressList: { prgAddress: [to] } })).toBe(S_OK);
    await desk.recorder.until(/^SMTP_SEND_MESSAGE IXP_E_SMTP_NO_SENDER$/);
    expect(desk.transport.SendMessage({ ...message, rAddressList: { prgAddress: [from] } })).toBe(S_OK);
    await desk.recorder.until(/^SMTP_SEND_MESSAGE IXP_E_SMTP_NO_RECIPIENTS$/);
    const ends = desk.recorder.responses.filter((r) => r.command === SMTP_SEND_MESSAGE);
    expect(ends.map((r) => r.fDone)).toEqual([true, true]);
    expect(ends.map((r) => r.rIxpResult.hrResult)).toEqual([IXP_E_SMTP_NO_SENDER, IXP_E_SMTP_NO_RECIPIENTS]);
    expect(desk.transport.SendMessage(message)).toBe(S_OK);
    await desk.recorder.until(/^SMTP_SEND_MESSAGE S_OK/);
  });
});

describe('what happens to the message', () => {
  test('the caller may free everything on return: the structure is copied, the stream is held', async () => {
    await using desk = await Desk.ready();
    const message = letter('Subject: mine\r\n\r\nkept\r\n');
    expect(desk.transport.SendMessage(message)).toBe(S_OK);
    message[Symbol.dispose]();
    (message.rAddressList.prgAddress[1] as INETADDR).szEmail = 'mallory@example.org';
    message.rAddressList = { prgAddress: [] };
    await desk.recorder.until(/^SMTP_SEND_MESSAGE S_OK/);
    expect(desk.toy.taken).toEqual([
      { from: 'bob@example.org', to: ['ada@example.org'], body: 'Subject: mine\r\n\r\nkept\r\n' },
    ]);
  });

  test('commands are reported in the order of the wire, the job’s end last', async () => {
    await using desk = await Desk.ready({}, {}, true);
    using message = letter('Subject: x\r\n\r\n.dot\r\n', ['ada@example.org', 'eve@example.org']);
    const before = desk.recorder.lines.length;
    desk.transport.SendMessage(message);
    await desk.recorder.until(/^SMTP_SEND_MESSAGE/);
    expect(desk.recorder.lines.slice(before)).toEqual([
      '> MAIL FROM:<bob@example.org>',
      '< 250 2.1.0 ok',
      'SMTP_MAIL S_OK 250',
      '> RCPT TO:<ada@example.org>',
      '< 250 2.1.5 ok',
      'SMTP_RCPT S_OK 250',
      '> RCPT TO:<eve@example.org>',
      '< 250 2.1.5 ok',
      'SMTP_RCPT S_OK 250',
      '> DATA',
      '< 354 go ahead',
      'SMTP_DATA S_OK 354',
      'SMTP_SEND_STREAM 20 20/20 ...',
      '> .',
      '< 250 2.0.0 taken',
      'SMTP_DOT S_OK 250',
      'SMTP_SEND_MESSAGE S_OK 250',
    ]);
    expect(desk.toy.taken[0]?.body).toBe('Subject: x\r\n\r\n.dot\r\n');
  });

  test('without command logging the answers come in the same order, though commands share a round trip', async () => {
    await using desk = await Desk.ready();
    using message = letter('Subject: x\r\n\r\n', ['ada@example.org', 'eve@example.org']);
    const before = desk.recorder.lines.length;
    desk.transport.SendMessage(message);
    await desk.recorder.until(/^SMTP_SEND_MESSAGE/);
    expect(desk.recorder.lines.slice(before)).toEqual([
      'SMTP_MAIL S_OK 250',
      'SMTP_RCPT S_OK 250',
      'SMTP_RCPT S_OK 250',
      'SMTP_DATA S_OK 354',
      'SMTP_SEND_STREAM 14 14/14 ...',
      'SMTP_DOT S_OK 250',
      'SMTP_SEND_MESSAGE S_OK 250',
    ]);
  });

  test('the end of a job carries the reply to the dot: S_OK, 250, the mapped success, the line', async () => {
    await using desk = await Desk.ready();
    using message = letter();
    desk.transport.SendMessage(message);
    await desk.recorder.until(/^SMTP_SEND_MESSAGE/);
    const end = desk.recorder.responses.at(-1);
    expect(end).toMatchObject({ command: SMTP_SEND_MESSAGE, fDone: true, rStreamInfo: null });
    expect(end?.rIxpResult).toEqual({
      hrResult: S_OK,
      pszResponse: '250 2.0.0 taken',
      uiServerError: 250,
      hrServerError: IXP_S_SMTP_250_MAIL_ACTION_OKAY,
      dwSocketError: 0,
      pszProblem: null,
    });
  });

  test('pTransport is the transport itself', async () => {
    await using desk = await Desk.ready();
    const pTransport = desk.recorder.responses.at(-1)?.pTransport as ISMTPTransport;
    expect(String(pTransport)).toMatch(/^ISMTPTransport#\d+$/);
    using theirs = ok(pTransport.QueryInterface(IUnknown));
    using ours = ok(desk.transport.QueryInterface(IUnknown));
    expect(theirs).toBe(ours);
  });

  test('a message may be sent from the end of the one before', async () => {
    await using desk = await Desk.ready();
    using message = letter();
    let left = 3;
    const answers: unknown[] = [];
    const done = new Promise<void>((resolve) => {
      desk.recorder.onResponse = ({ command }) => {
        if (command !== SMTP_SEND_MESSAGE) return;
        if (--left === 0) resolve();
        else answers.push(desk.transport.SendMessage(message));
      };
    });
    desk.transport.SendMessage(message);
    await done;
    expect(answers).toEqual([S_OK, S_OK]);
    expect(desk.toy.taken).toHaveLength(3);
  });

  test('of several senders the last one counts, and an empty one is the null sender', async () => {
    await using desk = await Desk.ready();
    using message = letter();
    const prgAddress = [
      { addrtype: ADDR_FROM, szEmail: 'first@example.org' },
      { addrtype: ADDR_TO, szEmail: 'ada@example.org' },
      { addrtype: ADDR_FROM, szEmail: '' },
    ];
    desk.transport.SendMessage({ ...message, rAddressList: { prgAddress } });
    await desk.recorder.until(/^SMTP_SEND_MESSAGE S_OK/);
    expect(desk.toy.taken[0]?.from).toBe('');
  });

  test('the stream is read from its start, wherever its seek pointer was left', async () => {
    await using desk = await Desk.ready();
    using message = letter('Subject: x\r\n\r\nwhole\r\n');
    await ok(message.pstmMsg.Seek(0n, STREAM_SEEK_END));
    desk.transport.SendMessage(message);
    await desk.recorder.until(/^SMTP_SEND_MESSAGE S_OK/);
    expect(desk.toy.taken[0]?.body).toBe('Subject: x\r\n\r\nwhole\r\n');
  });

  test('progress adds up to the size', async () => {
    await using desk = await Desk.ready();
    using message = letter(`Subject: big\r\n\r\n${'0123456789abcdef\r\n'.repeat(20_000)}`);
    desk.transport.SendMessage(message);
    await desk.recorder.until(/^SMTP_SEND_MESSAGE S_OK/);
    const steps = desk.recorder.responses.flatMap((r) => (r.rStreamInfo ? [r.rStreamInfo] : []));
    expect(steps.length).toBeGreaterThan(3);
    expect(steps.reduce((sum, s) => sum + s.cbIncrement, 0)).toBe(message.cbSize);
    expect(steps.at(-1)).toMatchObject({ cbCurrent: message.cbSize, cbTotal: message.cbSize });
  });
});

describe('refusals', () => {
  test('one refused recipient fails the whole message, whatever the number, and RSET clears the server', async () => {
    await using desk = await Desk.ready({
      answer: (verb, line) => (verb === 'RCPT' && line.includes('eve') ? '450 4.2.0 try later' : undefined),
    });
    using message = letter('Subject: x\r\n\r\n', ['ada@example.org', 'eve@example.org', 'joe@example.org']);
    const before = desk.recorder.lines.length;
    expect(desk.transport.SendMessage(message)).toBe(S_OK);
    await desk.recorder.until(/^SMTP_SEND_MESSAGE/);
    expect(desk.recorder.lines.slice(before).filter((l) => !l.startsWith('SMTP_RCPT S_OK'))).toEqual([
      'SMTP_MAIL S_OK 250',
      'SMTP_RCPT IXP_E_SMTP_REJECTED_RECIPIENTS 450',
      'SMTP_RSET S_OK 250',
      'SMTP_SEND_MESSAGE IXP_E_SMTP_REJECTED_RECIPIENTS 450',
    ]);
    for (const response of desk.recorder.responses.filter(
      (r) => r.command === SMTP_SEND_MESSAGE || (r.command === SMTP_RCPT && r.rIxpResult.uiServerError === 450),
    ))
      expect(response.rIxpResult).toEqual({
        hrResult: IXP_E_SMTP_REJECTED_RECIPIENTS,
        pszResponse: '450 4.2.0 try later',
        uiServerError: 450,
        hrServerError: IXP_E_SMTP_450_MAILBOX_BUSY,
        dwSocketError: 0,
        pszProblem: 'eve@example.org',
      });
    expect(desk.toy.taken).toEqual([]);
    expect(desk.toy.commands.at(-1)).toBe('RSET');
  });

  test('after a refusal the next message goes out', async () => {
    let refuse = true;
    await using desk = await Desk.ready({ answer: (verb) => (verb === 'RCPT' && refuse ? '550 5.1.1 no' : undefined) });
    using message = letter();
    desk.transport.SendMessage(message);
    await desk.recorder.until(/^SMTP_SEND_MESSAGE IXP_E_SMTP_REJECTED_RECIPIENTS 550/);
    refuse = false;
    expect(desk.transport.SendMessage(message)).toBe(S_OK);
    await desk.recorder.until(/^SMTP_SEND_MESSAGE S_OK/);
    expect(desk.toy.commands.filter((c) => c === 'RSET')).toHaveLength(1);
  });

  test('a refused sender', async () => {
    await using desk = await Desk.ready({ answer: (verb) => (verb === 'MAIL' ? '553 5.1.8 not you' : undefined) });
    using message = letter();
    desk.transport.SendMessage(message);
    await desk.recorder.until(/^SMTP_SEND_MESSAGE/);
    expect(desk.recorder.responses.at(-1)?.rIxpResult).toMatchObject({
      hrResult: IXP_E_SMTP_REJECTED_SENDER,
      uiServerError: 553,
      pszProblem: 'bob@example.org',
    });
  });

  test.each([
    ['DATA', '452 4.3.1 full', 'IXP_E_SMTP_452_NO_SYSTEM_STORAGE'],
    ['DOT', '554 5.7.1 spam', 'IXP_E_SMTP_554_TRANSACT_FAILED'],
    ['DOT', '559 odd', 'IXP_E_SMTP_UNKNOWN_RESPONSE_CODE'],
  ])('a refused %s: %s', async (verb, reply, name) => {
    await using desk = await Desk.ready({ answer: (v) => (v === verb ? reply : undefined) });
    using message = letter();
    desk.transport.SendMessage(message);
    await desk.recorder.until(/^SMTP_SEND_MESSAGE/);
    const result = desk.recorder.responses.at(-1)?.rIxpResult;
    expect(result && nameOf(result.hrResult)).toBe(name);
    expect(result?.uiServerError).toBe(Number(reply.slice(0, 3)));
    expect(desk.recorder.errors).toEqual([]);
  });

  test('a stream that cannot be read ends the connection, so that half a message is never delivered', async () => {
    await using desk = await Desk.ready();
    using message = letter();
    using broken = com(new BrokenStream(), IStreamIid);
    desk.transport.SendMessage({ ...message, pstmMsg: broken });
    await desk.recorder.until(/IXP_DISCONNECTED/);
    expect(desk.recorder.only(/^SMTP_SEND_MESSAGE/)).toEqual(['SMTP_SEND_MESSAGE STG_E_READFAULT']);
    expect(desk.toy.taken).toEqual([]);
  });
});

/** Gives some bytes, then fails as a bad disk does. */
class BrokenStream implements Impl<IStream> {
  #reads = 0;
  async Read() {
    if (this.#reads++ > 0) throw new ComError(STG_E_READFAULT, 'the disk is bad');
    return Buffer.from('Subject: half\r\n\r\nhalf');
  }
  async Seek() {
    return 0n;
  }
  Write = unused;
  SetSize = unused;
  CopyTo = unused;
  Commit = unused;
  Revert = unused;
  LockRegion = unused;
  UnlockRegion = unused;
  Stat = unused;
  Clone = unused;
}

function unused(): never {
  throw new Error('the transport only reads');
}
