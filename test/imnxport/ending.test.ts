import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { com, E_INVALIDARG, nameOf, ok, S_FALSE, S_OK } from '../../src/com/index.js';
import {
  CreateSMTPTransport,
  ISMTPCallback,
  IXP_DISCONNECTED,
  IXP_E_ALREADY_CONNECTED,
  IXP_E_NOT_CONNECTED,
} from '../../src/imnxport/index.js';
import { useLedger } from '../support/ledger.js';
import { Desk, letter } from './desk.js';
import { Recorder } from './recorder.js';

useLedger();

const names = (desk: Desk): (string | null)[] => desk.recorder.errors.map((e) => nameOf(e.hrResult));

describe('Disconnect', () => {
  test('ends politely: DISCONNECTING, QUIT, its answer, DISCONNECTED', async () => {
    await using desk = await Desk.ready();
    const before = desk.recorder.lines.length;
    expect(desk.transport.Disconnect()).toBe(S_OK);
    await desk.recorder.until(/IXP_DISCONNECTED/);
    expect(desk.recorder.lines.slice(before)).toEqual([
      'status IXP_DISCONNECTING',
      'SMTP_QUIT S_OK 221',
      'status IXP_DISCONNECTED',
    ]);
    expect(desk.transport.Disconnect()).toBe(IXP_E_NOT_CONNECTED);
  });

  test('lets a running message finish first', async () => {
    await using desk = await Desk.ready();
    using message = letter();
    desk.transport.SendMessage(message);
    expect(desk.transport.Disconnect()).toBe(S_OK);
    expect(desk.transport.Disconnect()).toBe(S_OK);
    await desk.recorder.until(/IXP_DISCONNECTED/);
    expect(desk.toy.taken).toHaveLength(1);
    expect(desk.recorder.only(/SEND_MESSAGE|QUIT/)).toEqual(['SMTP_SEND_MESSAGE S_OK 250', 'SMTP_QUIT S_OK 221']);
  });

  test('while connecting there is nobody to say QUIT to', async () => {
    await using desk = await Desk.set({ greeting: null });
    desk.transport.Connect(desk.server(), false, false);
    await desk.recorder.until(/IXP_CONNECTED/);
    expect(desk.transport.Disconnect()).toBe(S_OK);
    await desk.recorder.until(/IXP_DISCONNECTED/);
    expect(names(desk)).toEqual([]);
  });

  test('a server that hangs up instead of answering QUIT is no error', async () => {
    await using desk = await Desk.ready({
      answer: (verb, _line, session) => {
        if (verb !== 'QUIT') return undefined;
        session.socket.destroy();
        return null;
      },
    });
    desk.transport.Disconnect();
    await desk.recorder.until(/IXP_DISCONNECTED/);
    expect(names(desk)).toEqual([]);
  });
});

describe('DropConnection', () => {
  test('at once, without QUIT; only DISCONNECTED is told', async () => {
    await using desk = await Desk.ready();
    const before = desk.recorder.lines.length;
    expect(desk.transport.DropConnection()).toBe(S_OK);
    expect(ok(desk.transport.GetStatus())).toBe(IXP_DISCONNECTED);
    expect(desk.transport.DropConnection()).toBe(IXP_E_NOT_CONNECTED);
    await desk.recorder.until(/IXP_DISCONNECTED/);
    expect(desk.recorder.lines.slice(before)).toEqual(['status IXP_DISCONNECTED']);
    expect(desk.toy.commands).not.toContain('QUIT');
  });

  test('a running message still hears its end', async () => {
    await using desk = await Desk.ready({ answer: (verb) => (verb === 'DOT' ? null : undefined) });
    using message = letter();
    desk.transport.SendMessage(message);
    await desk.recorder.until(/^SMTP_SEND_STREAM/);
    desk.transport.DropConnection();
    await desk.recorder.until(/IXP_DISCONNECTED/);
    expect(desk.recorder.only(/^SMTP_SEND_MESSAGE/)).toEqual(['SMTP_SEND_MESSAGE IXP_E_USER_CANCEL']);
    expect(names(desk)).toEqual([]);
  });

  test('Connect may follow at once', async () => {
    await using desk = await Desk.ready();
    desk.transport.DropConnection();
    expect(desk.transport.Connect(desk.server(), false, false)).toBe(S_OK);
    await desk.recorder.until(/^SMTP_CONNECTED/);
    using message = letter();
    expect(desk.transport.SendMessage(message)).toBe(S_OK);
    await desk.recorder.until(/^SMTP_SEND_MESSAGE S_OK/);
  });

  test('inside a callback', async () => {
    await using desk = await Desk.set();
    desk.recorder.onResponse = ({ pTransport }) => {
      desk.recorder.onResponse = () => undefined;
      expect(pTransport.DropConnection()).toBe(S_OK);
    };
    desk.transport.Connect(desk.server(), false, false);
    await desk.recorder.until(/IXP_DISCONNECTED/);
    expect(desk.recorder.lines.at(-1)).toBe('status IXP_DISCONNECTED');
  });
});

describe('a lost connection always reaches the callback', () => {
  test('while idle: OnError, then DISCONNECTED', async () => {
    await using desk = await Desk.ready();
    const before = desk.recorder.lines.length;
    for (const session of desk.toy.sessions) session.socket.destroy();
    await desk.recorder.until(/IXP_DISCONNECTED/);
    expect(desk.recorder.lines.slice(before)).toEqual([
      'error IXP_E_CONNECTION_DROPPED at IXP_CONNECTED',
      'status IXP_DISCONNECTED',
    ]);
  });

  test.each(['MAIL', 'RCPT', 'DATA', 'BODY', 'DOT'])(
    'at %s: OnError, the end of the message, DISCONNECTED',
    async (at) => {
      await using desk = await Desk.ready({
        answer: (verb, _line, session) => {
          if (verb !== at) return undefined;
          session.socket.destroy();
          return null;
        },
      });
      using message = letter();
      desk.transport.SendMessage(message);
      await desk.recorder.until(/IXP_DISCONNECTED/);
      expect(desk.recorder.lines.slice(-3)).toEqual([
        'error IXP_E_CONNECTION_DROPPED at IXP_CONNECTED',
        'SMTP_SEND_MESSAGE IXP_E_CONNECTION_DROPPED',
        'status IXP_DISCONNECTED',
      ]);
    },
  );

  test('the socket’s own error is told in Winsock’s number', async () => {
    await using desk = await Desk.ready();
    for (const session of desk.toy.sessions) session.socket.resetAndDestroy();
    await desk.recorder.until(/IXP_DISCONNECTED/);
    expect(desk.recorder.errors[0]?.dwSocketError).toBe(10054);
  });

  test('a single command that is cut off is finished, too', async () => {
    await using desk = await Desk.ready({
      answer: (verb, _line, session) => {
        if (verb !== 'RSET') return undefined;
        session.socket.destroy();
        return null;
      },
    });
    desk.transport.CommandRSET();
    await desk.recorder.until(/IXP_DISCONNECTED/);
    expect(desk.recorder.only(/^SMTP_RSET/)).toEqual(['SMTP_RSET IXP_E_CONNECTION_DROPPED']);
  });

  test.each([
    ['after MAIL alone', true, 'SMTP_SEND_MESSAGE IXP_E_SMTP_REJECTED_SENDER 421'],
    ['with commands behind it that nobody answers', false, 'SMTP_SEND_MESSAGE IXP_E_CONNECTION_DROPPED 421'],
  ])(
    '421 %s: its number is in the end of the message, and the end of the connection follows',
    async (_when, logging, end) => {
      await using desk = await Desk.ready(
        {
          answer: (verb, _line, session) => {
            if (verb !== 'MAIL') return undefined;
            session.say('421 4.3.2 going down');
            session.socket.end();
            return null;
          },
        },
        {},
        logging,
      );
      using message = letter();
      desk.transport.SendMessage(message);
      await desk.recorder.until(/IXP_DISCONNECTED/);
      expect(desk.recorder.only(/^SMTP_SEND_MESSAGE/)).toEqual([end]);
      expect(names(desk)).toEqual(['IXP_E_CONNECTION_DROPPED']);
    },
  );

  test('a server that talks nonsense', async () => {
    await using desk = await Desk.ready({ answer: (verb) => (verb === 'MAIL' ? 'hello there' : undefined) });
    using message = letter();
    desk.transport.SendMessage(message);
    await desk.recorder.until(/IXP_DISCONNECTED/);
    expect(names(desk)).toEqual(['IXP_E_SMTP_RESPONSE_ERROR']);
  });
});

describe('silence', () => {
  test('OnTimeout: S_FALSE gives up with IXP_E_TIMEOUT', async () => {
    await using desk = await Desk.ready({ answer: (verb) => (verb === 'RSET' ? null : undefined) }, { dwTimeout: 1 });
    desk.transport.CommandRSET();
    await desk.recorder.until(/IXP_DISCONNECTED/);
    expect(desk.recorder.only(/timeout|error|RSET/)).toEqual([
      'timeout 1',
      'error IXP_E_TIMEOUT at IXP_CONNECTED',
      'SMTP_RSET IXP_E_TIMEOUT',
    ]);
  });

  test('S_OK waits on, for the seconds written back', async () => {
    let session: { say(text: string): void } | null = null;
    await using desk = await Desk.ready(
      {
        answer: (verb, _line, s) => {
          if (verb !== 'RSET') return undefined;
          session = s;
          return null;
        },
      },
      { dwTimeout: 1 },
    );
    desk.recorder.timeout = async (seconds) => {
      seconds.value = 30;
      session?.say('250 at last');
      return S_OK;
    };
    desk.transport.CommandRSET();
    await desk.recorder.until(/^SMTP_RSET S_OK 250/);
    expect(desk.recorder.only(/timeout/)).toEqual(['timeout 1']);
  });
});

describe('HandsOffCallback and the last Release', () => {
  test('S_OK, then S_FALSE; nothing is called afterwards', async () => {
    await using desk = await Desk.ready();
    using message = letter();
    desk.transport.SendMessage(message);
    expect(desk.transport.HandsOffCallback()).toBe(S_OK);
    expect(desk.transport.HandsOffCallback()).toBe(S_FALSE);
    const before = desk.recorder.lines.length;
    while (desk.toy.taken.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(desk.recorder.lines.length).toBe(before);
  });

  test('inside a callback', async () => {
    await using desk = await Desk.set();
    desk.recorder.onStatus = (_status, transport) => {
      desk.recorder.onStatus = () => undefined;
      expect(transport.HandsOffCallback()).toBe(S_OK);
    };
    desk.transport.Connect(desk.server(), false, false);
    while (desk.toy.commands.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(desk.recorder.lines).toEqual(['status IXP_FINDINGHOST']);
  });

  test('the last Release drops a living connection in silence', async () => {
    await using desk = await Desk.set();
    const recorder = new Recorder();
    {
      using callback = com(recorder, ISMTPCallback);
      const transport = ok(CreateSMTPTransport());
      ok(transport.InitNew(null, callback));
      ok(transport.Connect(desk.server(), false, false));
      await recorder.until(/^SMTP_CONNECTED/);
      expect(transport.Release()).toBe(0);
    }
    const before = recorder.lines.length;
    while (desk.toy.open > 0) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(recorder.lines.length).toBe(before);
  });
});

describe('InitNew', () => {
  test('NULL callback, plain objects and log files that cannot be opened are E_INVALIDARG', () => {
    using transport = ok(CreateSMTPTransport());
    expect(transport.InitNew(null, null as never)).toBe(E_INVALIDARG);
    expect(transport.InitNew(null, new Recorder() as never)).toBe(E_INVALIDARG);
    using callback = com(new Recorder(), ISMTPCallback);
    expect(transport.InitNew('/no/such/folder/smtp.log', callback)).toBe(E_INVALIDARG);
    expect(transport.InitNew(null, callback)).toBe(S_OK);
    expect(transport.HandsOffCallback()).toBe(S_OK);
  });

  test('while connected it is refused; afterwards it takes a new callback', async () => {
    await using desk = await Desk.ready();
    using callback = com(new Recorder(), ISMTPCallback);
    expect(desk.transport.InitNew(null, callback)).toBe(IXP_E_ALREADY_CONNECTED);
    desk.transport.DropConnection();
    expect(desk.transport.InitNew(null, callback)).toBe(S_OK);
    desk.transport.HandsOffCallback();
  });
});

describe('the session log', () => {
  test('has a heading, both directions with times, no bodies, and secrets as asterisks', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'comail-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const path = join(folder, 'smtp.log');
    await using desk = await Desk.set(
      { offer: ['AUTH PLAIN'], answer: (verb) => (verb === 'AUTH' ? '235 ok' : undefined) },
      path,
    );
    desk.transport.Connect(desk.server({ szUserName: 'ada', szPassword: 'hunter2' }), true, false);
    await desk.recorder.until(/^SMTP_CONNECTED/);
    using message = letter('Subject: secret\r\n\r\nbody text\r\n');
    desk.transport.SendMessage(message);
    await desk.recorder.until(/^SMTP_SEND_MESSAGE/);
    const text = readFileSync(path, 'utf8');
    const lines = text.trimEnd().split('\n');
    expect(lines[0]).toMatch(/^comail SMTP log started at \d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/);
    for (const line of lines.slice(1)) expect(line).toMatch(/^SMTP: \d\d:\d\d:\d\d \[(?:rx|tx)\] /);
    expect(text).toContain('[rx] 220 toy.example ESMTP');
    expect(text).toContain('[tx] AUTH PLAIN ********');
    expect(text).toContain('[tx] RCPT TO:<ada@example.org>');
    for (const hidden of ['hunter2', Buffer.from('\0ada\0hunter2').toString('base64'), 'body text'])
      expect(text).not.toContain(hidden);
    expect(statSync(path).mode & 0o077).toBe(0);
  });
});
